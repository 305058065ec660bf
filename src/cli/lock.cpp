#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "cli/case_run.h"

namespace attest {
namespace {

// From --passphrase-file, else typed without showing it.
Result<std::string> passphrase(const Args& args, bool twice) {
  std::string out;
  if (args.has("--passphrase-file")) {
    auto text = read_small_file(args.get("--passphrase-file"));
    if (!text) return text.error();
    out = std::move(*text);
    while (out.ends_with('\n') || out.ends_with('\r')) out.pop_back();
  } else {
    if (!::isatty(STDIN_FILENO)) return Error{"", "no terminal to type a passphrase on; give --passphrase-file FILE", "passphrase"};
    termios shown{};
    ::tcgetattr(STDIN_FILENO, &shown);
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    std::string again;
    std::cerr << "passphrase: " << std::flush;
    std::getline(std::cin, out);
    if (twice) std::cerr << "\nagain: " << std::flush, std::getline(std::cin, again);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    std::cerr << "\n";
    if (twice && again != out) return Error{"", "the two are not the same", "passphrase"};
  }
  if (out.size() < 12) return Error{"", "takes at least 12 characters; several words are best", "passphrase"};
  return out;
}

int convert(const Args& args, bool lock) {
  if (args.inputs.size() != 2) return usage_error(lock ? "lock takes a case and the name of the encrypted file" : "unlock takes an encrypted case and the name of the case");
  if (lock) {  // a case that is open, or was not closed, has bytes outside the file
    auto store = open_case(args);
    if (!store) return failed(store.error());
    if (const auto done = (*store)->compact(); !done) return failed(done.error());
  }
  const auto words = passphrase(args, lock);
  if (!words) return failed(words.error());
  const auto done = lock ? lock_file(args.inputs[0], args.inputs[1], *words) : unlock_file(args.inputs[0], args.inputs[1], *words);
  if (!done) return failed(done.error());
  std::printf("wrote %s\n", args.inputs[1].c_str());
  if (lock) std::fprintf(stderr, "attest: %s still stands in clear; remove it yourself, and mind that copies, backups and free blocks of the disk may hold it\n", args.inputs[0].c_str());
  return 0;
}

}  // namespace

int run_lock(const Args& args) { return convert(args, true); }
int run_unlock(const Args& args) { return convert(args, false); }

}  // namespace attest
