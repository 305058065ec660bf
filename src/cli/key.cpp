#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/case_run.h"

namespace attest {
namespace {

Result<void> write_new(const std::string& path, const std::string& text, mode_t mode) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (fd < 0) return Error{errno == EEXIST ? "exists" : "unreadable", errno == EEXIST ? "there is a file of this name already" : std::strerror(errno), path};
  const bool whole = ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(fd) == 0;
  ::close(fd);
  if (!whole) return Error{"disk_full", "could not be written whole", path};
  return {};
}

int new_key(const Args& args) {
  const auto recorder = recorder_for(args);
  if (!recorder) return failed(recorder.error());
  const std::string& path = args.inputs[1];
  const SigningKey key = make_key(recorder->random);
  if (const auto done = write_new(path, key_text(key, true), 0600); !done) return failed(done.error());
  if (const auto done = write_new(path + ".pub", key_text(key, false), 0644); !done) return failed(done.error());
  std::printf("made %s (keep it secret) and %s.pub (give it to others)\npublic key %s\n", path.c_str(), path.c_str(), hex(key.public_key).c_str());
  return 0;
}

int open_sealed(const Args& args) {
  const auto text = read_small_file(args.get("--key"));
  if (!text) return failed(text.error());
  const auto key = read_key(*text, args.get("--key"));
  if (!key) return failed(key.error());
  const std::string to = args.get("--output", args.inputs[1] + ".opened");
  if (const auto done = open_sealed_file(args.inputs[1], to, key->public_key, key->secret); !done) return failed(done.error());
  std::printf("wrote %s\n", to.c_str());
  return 0;
}

}  // namespace

int run_key(const Args& args) {
  if (args.inputs.size() == 2 && args.inputs[0] == "new") return new_key(args);
  if (args.inputs.size() == 2 && args.inputs[0] == "open" && args.has("--key")) return open_sealed(args);
  return usage_error("key new FILE makes a key; key open FILE --key SECRET opens an export sealed to it");
}

}  // namespace attest
