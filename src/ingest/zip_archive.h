#pragma once
// ZIP (with ZIP64; stored, deflate and what libzip was built with) as a list of entries and a stream for each.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/byte_reader.h"

namespace attest {

class ZipArchive {
 public:
  struct Entry {
    std::string name;  // valid UTF-8, as it stands in the archive: a label, never a path to write to
    std::uint64_t size = 0;
    bool is_folder = false;
    bool is_locked = false;  // with a password
    bool is_stored = false;  // not compressed: its stream can seek
  };

  // The reader's stream must outlive the archive. A stream that cannot seek is copied to an unnamed file first, of at most
  // `spool_limit` bytes. bad_archive, too_large.
  static Result<ZipArchive> open(ByteReader& reader, std::uint64_t spool_limit, const std::string& where);
  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;
  ~ZipArchive();

  const std::vector<Entry>& entries() const { return entries_; }
  const Entry* find(std::string_view name) const;
  // The bytes of an entry, checksum checked at the end. One at a time. All entries together may not grow beyond 64 MiB and 400
  // times the archive's size: too_large, as decompression bombs.
  Result<std::unique_ptr<ByteStream>> open_entry(const Entry& entry, const std::string& where);
  // A whole small entry.
  Result<std::string> read_entry(const Entry& entry, std::uint64_t limit, const std::string& where);

 private:
  ZipArchive();
  struct State;
  std::unique_ptr<State> state_;
  std::vector<Entry> entries_;
};

}  // namespace attest
