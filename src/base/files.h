#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace attest {

// The file system as the steps see it: all reading goes through it, so that tests run on MemoryFiles and inject errors.
class Files {
 public:
  enum class Kind { kFile, kFolder, kOther };

  virtual ~Files() = default;
  virtual Result<Kind> kind(const std::string& path) const = 0;         // not_found | unreadable
  virtual Result<std::uint64_t> size(const std::string& path) const = 0;
  virtual Result<std::vector<std::string>> list(const std::string& folder) const = 0;  // names, sorted by bytes; no "." and ".."
  // The whole file; too_large above `limit` bytes.
  virtual Result<std::string> read(const std::string& path, std::uint64_t limit) const = 0;
};

// The machine's files.
class SystemFiles final : public Files {
 public:
  Result<Kind> kind(const std::string& path) const override;
  Result<std::uint64_t> size(const std::string& path) const override;
  Result<std::vector<std::string>> list(const std::string& folder) const override;
  Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
};

// Files in memory, for tests; paths with '/', a folder is any prefix that ends before one. `unreadable` paths fail on read.
class MemoryFiles final : public Files {
 public:
  std::map<std::string, std::string> files;
  std::map<std::string, Error> unreadable;

  Result<Kind> kind(const std::string& path) const override;
  Result<std::uint64_t> size(const std::string& path) const override;
  Result<std::vector<std::string>> list(const std::string& folder) const override;
  Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
};

// Joins two path parts with one '/'.
std::string join_path(std::string_view folder, std::string_view name);

// A whole file mapped read-only into memory; unmapped at the end of life. Move only.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();
  std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace attest
