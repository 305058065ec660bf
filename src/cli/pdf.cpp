// PDF through a packaged renderer: none is linked. The page is the html dossier, which loads nothing; the renderer gets a private folder of
// its own that is removed afterwards.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <thread>

#include "cli/account.h"

namespace attest {
namespace {

constexpr int kSeconds = 120;

// The first of the names that stands in a folder of PATH; "" none.
std::string find_program(const std::vector<std::string>& names) {
  const char* path = std::getenv("PATH");
  const std::string folders = path ? path : "/usr/bin:/bin";
  for (const std::string& name : names)
    for (std::size_t at = 0; at <= folders.size();) {
      const std::size_t end = std::min(folders.find(':', at), folders.size());
      const std::string file = folders.substr(at, end - at) + "/" + name;
      if (end > at && ::access(file.c_str(), X_OK) == 0) return file;
      at = end + 1;
    }
  return {};
}

// Runs a program without a shell and without a terminal; its output is dropped. Gives whether it ended well in time.
bool run_quietly(const std::vector<std::string>& words) {
  std::vector<char*> argv;
  for (const std::string& w : words) argv.push_back(const_cast<char*>(w.c_str()));
  argv.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) return false;
  if (child == 0) {
    const int null = ::open("/dev/null", O_RDWR);
    for (const int fd : {0, 1, 2}) ::dup2(null, fd);
    ::setpgid(0, 0);
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  int status = 0;
  for (int tenth = 0; tenth < 10 * kSeconds; ++tenth) {
    if (::waitpid(child, &status, WNOHANG) == child) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  ::kill(-child, SIGKILL);
  ::waitpid(child, &status, 0);
  return false;
}

struct PrivateFolder {
  std::string path;
  PrivateFolder() {
    std::error_code ignored;
    std::string name = (std::filesystem::temp_directory_path(ignored) / "attest-XXXXXX").string();
    if (::mkdtemp(name.data())) path = name;
  }
  ~PrivateFolder() {
    std::error_code ignored;
    if (!path.empty()) std::filesystem::remove_all(path, ignored);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
};

}  // namespace

Result<void> write_pdf(const std::string& html, const std::string& path) {
  const std::string chromium = find_program({"chromium", "chromium-browser", "google-chrome"});
  const std::string weasyprint = chromium.empty() ? find_program({"weasyprint"}) : std::string();
  if (chromium.empty() && weasyprint.empty())
    return Error{"unsupported", "pdf needs chromium or weasyprint, and neither is installed (Debian: apt install chromium); --format html prints the same page from any browser", "--format pdf"};
  const PrivateFolder folder;
  if (folder.path.empty()) return Error{"unreadable", "cannot make a folder for the renderer", "temporary files"};
  const std::string page = folder.path + "/dossier.html", made = folder.path + "/dossier.pdf";
  auto file = Output::open(page);
  if (!file) return file.error();
  file->write(html);
  if (const auto closed = file->close(); !closed) return closed.error();
  std::vector<std::string> words = {weasyprint, page, made};
  if (!chromium.empty())
    words = {chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-javascript", "--no-pdf-header-footer", "--user-data-dir=" + folder.path + "/profile",
             "--print-to-pdf=" + made, "file://" + page};
  if (!run_quietly(words)) return Error{"unsupported", "the renderer failed or took more than " + std::to_string(kSeconds) + " s", words[0]};
  const auto pdf = SystemFiles().read(made, std::uint64_t{1} << 30);
  if (!pdf) return Error{"unsupported", "the renderer wrote no page", words[0]};
  auto out = Output::open(path);
  if (!out) return out.error();
  out->write(*pdf);
  return out->close();
}

}  // namespace attest
