#include "base/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace attest {
namespace fs = std::filesystem;
namespace {

Error system_error(const std::string& path, int number) {
  const bool absent = number == ENOENT || number == ENOTDIR;
  return {absent ? "not_found" : "unreadable", absent ? "no such file or folder" : std::strerror(number), path};
}

Error too_large(const std::string& path, std::uint64_t limit) {
  return {"too_large", "larger than the limit of " + std::to_string(limit >> 20) + " MiB; split it or raise --max-bytes", path};
}

class Descriptor {
 public:
  explicit Descriptor(const std::string& path, int flags = O_NONBLOCK) : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | flags)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { if (fd_ >= 0) ::close(fd_); }
  int get() const { return fd_; }

 private:
  int fd_;
};

// Standard input where the path is "-"; it stays open.
class DescriptorStream final : public ByteStream {
 public:
  explicit DescriptorStream(const std::string& path) : path_(path) {
    if (path != "-") file_ = std::make_unique<Descriptor>(path, 0);
    fd_ = file_ ? file_->get() : STDIN_FILENO;
  }
  bool is_open() const { return fd_ >= 0; }
  int get() const { return fd_; }
  Result<std::size_t> read(char* into, std::size_t size) override {
    for (;;) {
      const ssize_t n = ::read(fd_, into, size);
      if (n >= 0) return static_cast<std::size_t>(n);
      if (errno != EINTR) return system_error(path_, errno);
    }
  }
  std::optional<std::uint64_t> size() const override {
    struct stat st {};
    if (::fstat(fd_, &st) != 0 || !S_ISREG(st.st_mode)) return std::nullopt;
    return static_cast<std::uint64_t>(st.st_size);
  }
  bool seek(std::uint64_t at) override { return ::lseek(fd_, static_cast<off_t>(at), SEEK_SET) >= 0; }

 private:
  std::string path_;
  std::unique_ptr<Descriptor> file_;
  int fd_ = -1;
};

class MemoryStream final : public ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes) : bytes_(bytes) {}
  Result<std::size_t> read(char* into, std::size_t size) override {
    const std::size_t n = bytes_.substr(at_).copy(into, size);
    at_ += n;
    return n;
  }
  std::optional<std::uint64_t> size() const override { return bytes_.size(); }
  bool seek(std::uint64_t at) override {
    at_ = static_cast<std::size_t>(std::min<std::uint64_t>(at, bytes_.size()));
    return true;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<ByteStream> memory_stream(std::string_view bytes) { return std::make_unique<MemoryStream>(bytes); }

Result<Files::Kind> SystemFiles::kind(const std::string& path) const {
  struct stat st {};
  if (::stat(path.c_str(), &st) != 0) return system_error(path, errno);
  if (S_ISREG(st.st_mode)) return Kind::kFile;
  if (S_ISDIR(st.st_mode)) return Kind::kFolder;
  return Kind::kOther;
}

Result<std::uint64_t> SystemFiles::size(const std::string& path) const {
  struct stat st {};
  if (::stat(path.c_str(), &st) != 0) return system_error(path, errno);
  return static_cast<std::uint64_t>(st.st_size);
}

Result<std::vector<std::string>> SystemFiles::list(const std::string& folder) const {
  std::error_code ec;
  std::vector<std::string> names;
  for (auto it = fs::directory_iterator(folder, ec); !ec && it != fs::directory_iterator(); it.increment(ec))
    names.push_back(it->path().filename().string());
  if (ec) return system_error(folder, ec.value());
  std::sort(names.begin(), names.end());
  return names;
}

Result<std::string> SystemFiles::read(const std::string& path, std::uint64_t limit) const {
  const Descriptor file(path);
  if (file.get() < 0) return system_error(path, errno);
  struct stat st {};
  if (::fstat(file.get(), &st) != 0) return system_error(path, errno);
  if (S_ISDIR(st.st_mode)) return Error{"unreadable", "is a folder", path};
  if (S_ISREG(st.st_mode) && static_cast<std::uint64_t>(st.st_size) > limit) return too_large(path, limit);
  std::string out;
  out.resize(S_ISREG(st.st_mode) ? static_cast<std::size_t>(st.st_size) + 1 : 1 << 16);
  std::size_t used = 0;
  for (;;) {
    if (used == out.size()) out.resize(out.size() * 2);
    const ssize_t n = ::read(file.get(), out.data() + used, out.size() - used);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return system_error(path, errno);
    if (n == 0) break;
    used += static_cast<std::size_t>(n);
    if (used > limit) return too_large(path, limit);
  }
  out.resize(used);
  return out;
}

Result<std::unique_ptr<ByteStream>> SystemFiles::open(const std::string& path) const {
  auto stream = std::make_unique<DescriptorStream>(path);
  if (!stream->is_open()) return system_error(path, errno);
  struct stat st {};
  if (::fstat(stream->get(), &st) == 0 && S_ISDIR(st.st_mode)) return Error{"unreadable", "is a folder", path};
  return std::unique_ptr<ByteStream>(std::move(stream));
}

std::string SystemFiles::identity(const std::string& path) const {
  std::error_code ec;
  const auto real = fs::canonical(path, ec);
  return ec ? path : real.string();
}

Result<Files::Kind> MemoryFiles::kind(const std::string& path) const {
  if (files.contains(path) || unreadable.contains(path)) return Kind::kFile;
  const std::string prefix = join_path(path, "");
  const auto it = files.lower_bound(prefix);
  if (it != files.end() && it->first.starts_with(prefix)) return Kind::kFolder;
  return system_error(path, ENOENT);
}

Result<std::uint64_t> MemoryFiles::size(const std::string& path) const {
  const auto it = files.find(path);
  if (it == files.end()) return system_error(path, ENOENT);
  return static_cast<std::uint64_t>(it->second.size());
}

Result<std::vector<std::string>> MemoryFiles::list(const std::string& folder) const {
  const std::string prefix = join_path(folder, "");
  std::vector<std::string> names;
  for (auto it = files.lower_bound(prefix); it != files.end() && it->first.starts_with(prefix); ++it) {
    std::string name = it->first.substr(prefix.size());
    name = name.substr(0, name.find('/'));
    if (names.empty() || names.back() != name) names.push_back(std::move(name));
  }
  return names;
}

Result<std::string> MemoryFiles::read(const std::string& path, std::uint64_t limit) const {
  if (const auto bad = unreadable.find(path); bad != unreadable.end()) return bad->second;
  const auto it = files.find(path);
  if (it == files.end()) return system_error(path, ENOENT);
  if (it->second.size() > limit) return too_large(path, limit);
  return it->second;
}

Result<std::unique_ptr<ByteStream>> MemoryFiles::open(const std::string& path) const {
  if (const auto bad = unreadable.find(path); bad != unreadable.end()) return bad->second;
  const auto it = files.find(path);
  if (it == files.end()) return system_error(path, ENOENT);
  return memory_stream(it->second);
}

std::string join_path(std::string_view folder, std::string_view name) {
  std::string out(folder);
  if (!out.empty() && out.back() != '/') out += '/';
  out += name;
  return out;
}

Result<MappedFile> MappedFile::open(const std::string& path) {
  const Descriptor file(path);
  if (file.get() < 0) return system_error(path, errno);
  struct stat st {};
  if (::fstat(file.get(), &st) != 0) return system_error(path, errno);
  if (!S_ISREG(st.st_mode)) return Error{"unreadable", "is not a plain file", path};
  MappedFile out;
  out.size_ = static_cast<std::size_t>(st.st_size);
  if (out.size_ == 0) return out;
  void* data = ::mmap(nullptr, out.size_, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (data == MAP_FAILED) return system_error(path, errno);
  out.data_ = data;
  return out;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_) ::munmap(data_, size_);
}

}  // namespace attest
