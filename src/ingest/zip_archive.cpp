#include "ingest/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace attest {
namespace {

constexpr std::uint64_t kMaxEntries = 1'000'000;
constexpr std::uint64_t kAlwaysAllowed = 64ull << 20;
constexpr std::uint64_t kMaxGrowth = 400;

Error bomb(const std::string& where) {
  return {"too_large", "expands more than 400 times, as decompression bombs do; unpack it yourself", where};
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// A copy of a stream in a file without a name, which ends with us.
class SpooledStream final : public ByteStream {
 public:
  static Result<std::unique_ptr<ByteStream>> copy(ByteReader& reader, std::uint64_t limit, const std::string& where) {
    auto out = std::make_unique<SpooledStream>();
    out->file_.reset(std::tmpfile());
    if (!out->file_) return Error{"unreadable", "no room for a temporary file; give the archive as a file", where};
    for (auto part = reader.available(); !part.empty(); part = reader.available()) {
      out->size_ += part.size();
      if (out->size_ > limit)
        return Error{
            "too_large",
            "a ZIP archive from a stream, larger than the limit of " + std::to_string(limit >> 20) + " MiB; give it as a file",
            where};
      if (std::fwrite(part.data(), 1, part.size(), out->file_.get()) != part.size())
        return Error{"unreadable", "no room for a temporary file; give the archive as a file", where};
      reader.skip(part.size());
    }
    if (reader.error()) return *reader.error();
    return std::unique_ptr<ByteStream>(std::move(out));
  }
  Result<std::size_t> read(char* into, std::size_t size) override { return std::fread(into, 1, size, file_.get()); }
  std::optional<std::uint64_t> size() const override { return size_; }
  bool seek(std::uint64_t at) override { return std::fseek(file_.get(), static_cast<long>(at), SEEK_SET) == 0; }

 private:
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::uint64_t size_ = 0;
};

// What libzip asks of a source of bytes.
struct Source {
  ByteStream* stream = nullptr;
  std::uint64_t size = 0;
  std::uint64_t at = 0;
  zip_error_t error{};

  static zip_int64_t call(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) {
    return static_cast<Source*>(self)->answer(data, length, command);
  }

 private:
  zip_int64_t answer(void* data, zip_uint64_t length, zip_source_cmd_t command) {
    switch (command) {
      case ZIP_SOURCE_OPEN:
        return go(0);
      case ZIP_SOURCE_READ:
        return read(static_cast<char*>(data), length);
      case ZIP_SOURCE_SEEK: {
        const zip_int64_t to = zip_source_seek_compute_offset(at, size, data, length, &error);
        return to < 0 ? -1 : go(static_cast<std::uint64_t>(to));
      }
      case ZIP_SOURCE_TELL:
        return static_cast<zip_int64_t>(at);
      case ZIP_SOURCE_STAT: {
        auto* stat = static_cast<zip_stat_t*>(data);
        zip_stat_init(stat);
        stat->size = size;
        stat->valid = ZIP_STAT_SIZE;
        return sizeof *stat;
      }
      case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&error, data, length);
      case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                              ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL,
                                              ZIP_SOURCE_SUPPORTS, -1);
      case ZIP_SOURCE_CLOSE:
      case ZIP_SOURCE_FREE:
        return 0;
      default:
        zip_error_set(&error, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
  }
  zip_int64_t go(std::uint64_t to) {
    if (!stream->seek(to)) {
      zip_error_set(&error, ZIP_ER_SEEK, 0);
      return -1;
    }
    at = to;
    return 0;
  }
  zip_int64_t read(char* into, zip_uint64_t length) {
    const auto n = stream->read(into, static_cast<std::size_t>(length));
    if (!n) {
      zip_error_set(&error, ZIP_ER_READ, 0);
      return -1;
    }
    at += *n;
    return static_cast<zip_int64_t>(*n);
  }
};

Error broken(const char* what, const std::string& where) {
  return {"bad_archive", std::string("a ZIP archive that is broken (") + what + "); fetch it again", where};
}

}  // namespace

struct ZipArchive::State {
  std::unique_ptr<ByteStream> spooled;
  Source source;
  zip_t* zip = nullptr;
  std::uint64_t given = 0;

  ~State() {
    if (zip) zip_discard(zip);
  }
};

namespace {

class EntryStream final : public ByteStream {
 public:
  EntryStream(zip_file_t* file, bool stored, std::uint64_t size, std::uint64_t archive, std::uint64_t& given, std::string where)
      : file_(file), stored_(stored), size_(size), archive_(archive), given_(given), where_(std::move(where)) {}
  EntryStream(const EntryStream&) = delete;
  EntryStream& operator=(const EntryStream&) = delete;
  ~EntryStream() override { zip_fclose(file_); }

  Result<std::size_t> read(char* into, std::size_t size) override {
    const zip_int64_t n = zip_fread(file_, into, size);
    if (n < 0) return broken(zip_error_strerror(zip_file_get_error(file_)), where_);
    given_ += static_cast<std::uint64_t>(n);
    if (given_ > kAlwaysAllowed && given_ / kMaxGrowth > archive_) return bomb(where_);
    return static_cast<std::size_t>(n);
  }
  std::optional<std::uint64_t> size() const override { return stored_ ? std::optional(size_) : std::nullopt; }
  bool seek(std::uint64_t at) override { return stored_ && zip_fseek(file_, static_cast<zip_int64_t>(at), SEEK_SET) == 0; }

 private:
  zip_file_t* file_;
  bool stored_;
  std::uint64_t size_;
  std::uint64_t archive_;
  std::uint64_t& given_;
  std::string where_;
};

}  // namespace

ZipArchive::ZipArchive() : state_(std::make_unique<State>()) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

Result<ZipArchive> ZipArchive::open(ByteReader& reader, std::uint64_t spool_limit, const std::string& where) {
  ZipArchive out;
  auto& source = out.state_->source;
  source.stream = &reader.stream();
  if (!source.stream->size()) {
    auto spooled = SpooledStream::copy(reader, spool_limit, where);
    if (!spooled) return spooled.error();
    out.state_->spooled = std::move(*spooled);
    source.stream = out.state_->spooled.get();
  }
  source.size = *source.stream->size();
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* bytes = zip_source_function_create(&Source::call, &source, &error);
  if (bytes) out.state_->zip = zip_open_from_source(bytes, ZIP_RDONLY, &error);
  if (!out.state_->zip) {
    if (bytes) zip_source_free(bytes);
    const Error fault = broken(zip_error_strerror(&error), where);
    zip_error_fini(&error);
    return fault;
  }
  zip_error_fini(&error);
  const auto count = static_cast<std::uint64_t>(zip_get_num_entries(out.state_->zip, 0));
  if (count > kMaxEntries) return Error{"too_large", "an archive of more than a million entries; unpack it", where};
  for (std::uint64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    Entry entry;
    const char* name = zip_get_name(out.state_->zip, i, ZIP_FL_ENC_GUESS);
    if (name) entry.name = to_valid_utf8(name);
    if (zip_stat_index(out.state_->zip, i, 0, &stat) == 0) {
      entry.size = stat.size;
      entry.is_locked = stat.encryption_method != ZIP_EM_NONE;
      entry.is_stored = stat.comp_method == ZIP_CM_STORE && !entry.is_locked;
    }
    entry.is_folder = entry.name.ends_with('/');
    out.entries_.push_back(std::move(entry));
  }
  return out;
}

const ZipArchive::Entry* ZipArchive::find(std::string_view name) const {
  const auto it = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.name == name; });
  return it == entries_.end() ? nullptr : &*it;
}

Result<std::unique_ptr<ByteStream>> ZipArchive::open_entry(const Entry& entry, const std::string& where) {
  if (entry.is_locked) return Error{"unsupported", "locked with a password; unpack it yourself", where};
  // One that says so itself is not opened at all, and so takes nothing from what the others may grow to.
  if (!entry.is_stored && entry.size > kAlwaysAllowed && entry.size / kMaxGrowth > state_->source.size) return bomb(where);
  const auto index = static_cast<zip_uint64_t>(&entry - entries_.data());
  zip_file_t* file = zip_fopen_index(state_->zip, index, 0);
  if (!file) return broken(zip_error_strerror(zip_get_error(state_->zip)), where);
  return std::unique_ptr<ByteStream>(
      std::make_unique<EntryStream>(file, entry.is_stored, entry.size, state_->source.size, state_->given, where));
}

Result<std::string> ZipArchive::read_entry(const Entry& entry, std::uint64_t limit, const std::string& where) {
  auto stream = open_entry(entry, where);
  if (!stream) return stream.error();
  ByteReader reader(std::move(*stream));
  return read_all(reader, limit, where);
}

}  // namespace attest
