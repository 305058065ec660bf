#include "ingest/limited_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <utility>

namespace attest {
namespace {

// A file descriptor that is closed at the end of life.
class Handle {
 public:
  explicit Handle(int fd) : fd_(fd) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { close(); }
  int get() const { return fd_; }
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }

 private:
  int fd_;
};

// The program's path; the search happens before the fork, where memory may be allocated.
std::string find_program(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::string_view rest = path ? path : "/usr/bin:/bin";
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    const std::string file = join_path(rest.substr(0, end), name);
    if (::access(file.c_str(), X_OK) == 0) return file;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

// The bytes as a file in memory at its start, so that the program can seek in it.
int memory_file(std::string_view bytes) {
  const int fd = ::memfd_create("input", MFD_CLOEXEC);
  while (fd >= 0 && !bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) {
      ::close(fd);
      return -1;
    }
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  if (fd >= 0) ::lseek(fd, 0, SEEK_SET);
  return fd;
}

void limit(int what, rlim_t value) {
  const rlimit both{value, value};
  ::setrlimit(static_cast<__rlimit_resource_t>(what), &both);
}

// In the child: nothing here may allocate memory or take a lock.
[[noreturn]] void become(const char* program, char* const* arguments, int input, int output, const ProcessLimits& limits) {
  static char path[] = "PATH=/usr/bin:/bin";
  static char locale[] = "LC_ALL=C.UTF-8";
  static char* environment[] = {path, locale, nullptr};
  ::dup2(input, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  const int nowhere = ::open("/dev/null", O_WRONLY);
  if (nowhere >= 0) ::dup2(nowhere, STDERR_FILENO);
  limit(RLIMIT_CPU, static_cast<rlim_t>(limits.seconds));
  limit(RLIMIT_AS, static_cast<rlim_t>(limits.memory_bytes));
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  ::execve(program, arguments, environment);
  ::_exit(127);
}

// Reads until the end; an error where time or room runs out.
Result<std::string> read_output(int fd, const std::string& name, const ProcessLimits& limits) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(limits.seconds);
  std::string out;
  char buffer[1 << 16];
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
    pollfd wait{fd, POLLIN, 0};
    const int ready = left > 0 ? ::poll(&wait, 1, static_cast<int>(left)) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0)
      return Error{"timed_out", name + " took longer than " + std::to_string(limits.seconds) + " s; give the text instead", ""};
    const ssize_t n = ::read(fd, buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return out;
    out.append(buffer, static_cast<std::size_t>(n));
    if (out.size() > limits.output_bytes) return Error{"too_large", name + " gives more text than the limit; split the file", ""};
  }
}

}  // namespace

Result<ProcessOutput> run_limited(const std::vector<std::string>& command, std::string_view input, const ProcessLimits& limits) {
  const std::string program = find_program(command.front());
  if (program.empty()) return Error{"unsupported", command.front() + " is not installed", ""};
  const Handle in(memory_file(input));
  int ends[2] = {-1, -1};
  if (in.get() < 0 || ::pipe2(ends, O_CLOEXEC) != 0) return Error{"unreadable", "no room to start " + command.front(), ""};
  const Handle from(ends[0]);
  Handle to(ends[1]);
  std::vector<char*> arguments;
  for (const auto& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) return Error{"unreadable", "no room to start " + command.front(), ""};
  if (child == 0) become(program.c_str(), arguments.data(), in.get(), to.get(), limits);
  to.close();
  auto output = read_output(from.get(), command.front(), limits);
  if (!output) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  if (!output) return output.error();
  if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
    return Error{"timed_out",
                 command.front() + " took longer than " + std::to_string(limits.seconds) + " s; give the text instead", ""};
  return ProcessOutput{WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status), std::move(*output)};
}

}  // namespace attest
