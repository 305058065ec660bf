#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace attest {

// Bytes that come in order, a piece at a time; no more is held than the reader asks for.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  // Reads up to `size` bytes; 0 only at the end. After an error nothing more may be read.
  virtual Result<std::size_t> read(char* into, std::size_t size) = 0;
  // All its bytes, where the stream can go to any of them; none for pipes and what is decompressed.
  virtual std::optional<std::uint64_t> size() const { return std::nullopt; }
  // The next read begins at this byte; false where the stream has no size() or fails.
  virtual bool seek(std::uint64_t) { return false; }
  // After an error, or at an end before the end of the file: passes over the part that is broken. False where nothing can be read behind it.
  virtual bool recover() { return false; }
};

// Bytes in memory, which must live longer.
std::unique_ptr<ByteStream> memory_stream(std::string_view bytes);

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
  // The file as a stream; "-" is standard input. The stream may not outlive this object.
  virtual Result<std::unique_ptr<ByteStream>> open(const std::string& path) const = 0;
  // A name that two paths share only if they are the same folder (links resolved), to stop at loops.
  virtual std::string identity(const std::string& path) const { return path; }
};

// The machine's files.
class SystemFiles final : public Files {
 public:
  Result<Kind> kind(const std::string& path) const override;
  Result<std::uint64_t> size(const std::string& path) const override;
  Result<std::vector<std::string>> list(const std::string& folder) const override;
  Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
  Result<std::unique_ptr<ByteStream>> open(const std::string& path) const override;
  std::string identity(const std::string& path) const override;
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
  Result<std::unique_ptr<ByteStream>> open(const std::string& path) const override;
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
