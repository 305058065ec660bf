#include "ingest/wacz.h"

#include <simdjson.h>

#include <algorithm>
#include <map>
#include <set>

#include "ingest/decompress.h"
#include "ingest/digest.h"
#include "ingest/input_stream.h"

namespace attest {
namespace {

namespace dom = simdjson::dom;

constexpr std::uint64_t kMaxPackage = 16u << 20;
constexpr std::uint64_t kMaxLine = 4u << 20;
constexpr std::size_t kMaxAddresses = 1'000'000;  // of the index that pages are looked up in; with more, pages are not looked up
constexpr std::size_t kMaxListed = 20;            // faults of one list that are told one by one
constexpr std::size_t kMaxProbed = 10'000;        // index lines whose place in the archive is looked at

std::string_view text_of(dom::element object, std::string_view name) {
  std::string_view out;
  return object[name].get(out) ? std::string_view() : out;
}

// A number, or a string of digits as some writers have it.
std::optional<std::uint64_t> number_of(dom::element object, std::string_view name) {
  std::uint64_t value = 0;
  if (!object[name].get(value)) return value;
  const auto text = text_of(object, name);
  if (text.empty() || text.size() > 18) return std::nullopt;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

// A stream that computes the digest of what passes through it.
class DigestingStream final : public ByteStream {
 public:
  DigestingStream(std::unique_ptr<ByteStream> inner, Digest& digest, std::uint64_t& size)
      : inner_(std::move(inner)), digest_(digest), size_(size) {}
  Result<std::size_t> read(char* into, std::size_t size) override {
    auto n = inner_->read(into, size);
    if (!n) return n;
    digest_.add({into, *n});
    size_ += *n;
    return n;
  }

 private:
  std::unique_ptr<ByteStream> inner_;
  Digest& digest_;
  std::uint64_t& size_;
};

class WaczReader {
 public:
  WaczReader(const std::string& input, ZipArchive& archive, const IngestOptions& options, const IngestSink& sink)
      : input_(input), archive_(archive), options_(options), sink_(sink) {}

  void run() {
    if (archive_.find("datapackage.json")) package();
    else fault("datapackage.json", "absent: nothing can be checked");
    for (const auto& [path, resource] : resources_)
      if (!archive_.find(path)) fault(path, "named by datapackage.json and absent from the archive");
    each("indexes/", [this](const ZipArchive::Entry& entry) { index(entry); });
    each("pages/", [this](const ZipArchive::Entry& entry) { pages(entry); });
    each("archive/", [this](const ZipArchive::Entry& entry) { records(entry); });
    if (!any_records_) fault("archive/", "no web archive in it");
  }

 private:
  struct Resource {
    std::string hash;
    std::optional<std::uint64_t> bytes;
  };

  void fault(const std::string& part, const std::string& what) {
    sink_.skipped({input_ + "#" + part, {"bad_archive", what + "; fetch the collection again", input_ + ", " + part}});
  }

  template <class Visit>
  void each(std::string_view folder, Visit visit) {
    for (const auto& entry : archive_.entries())
      if (entry.name.starts_with(folder) && !entry.is_folder) visit(entry);
  }

  // datapackage.json: which parts there are, and their digests.
  void package() {
    const auto bytes = archive_.read_entry(*archive_.find("datapackage.json"), kMaxPackage, input_ + ", datapackage.json");
    if (!bytes) return sink_.skipped({input_ + "#datapackage.json", bytes.error()});
    dom::parser parser;
    dom::array list;
    if (parser.parse(simdjson::padded_string(*bytes))["resources"].get(list))
      return fault("datapackage.json", "no list of resources");
    for (const auto item : list) {
      const std::string path(text_of(item, "path"));
      std::string hash(text_of(item, "hash"));
      auto size = number_of(item, "bytes");
      if (dom::element stats; !item["stats"].get(stats)) {  // as early collections have it
        hash = text_of(stats, "hash");
        if (hash.find(':') == std::string::npos) hash.insert(0, std::string(text_of(item, "hashing")) + ":");
        size = number_of(stats, "bytes");
      }
      if (path.empty()) fault("datapackage.json", "a resource without a path");
      else resources_[path] = {std::move(hash), size};
    }
    const auto* digest = archive_.find("datapackage-digest.json");
    if (!digest) return;
    const auto signed_bytes = archive_.read_entry(*digest, kMaxPackage, input_ + ", datapackage-digest.json");
    if (!signed_bytes) return sink_.skipped({input_ + "#datapackage-digest.json", signed_bytes.error()});
    if (const auto why = wacz_signature_fault(*signed_bytes, *bytes))
      fault("datapackage-digest.json", "the signature does not hold: " + *why);
  }

  // Opens an entry, hands its stream on, and compares size and digest when all has been read.
  template <class Read>
  void checked(const ZipArchive::Entry& entry, Read read) {
    const std::string name = input_ + "#" + entry.name;
    auto stream = archive_.open_entry(entry, name);
    if (!stream) return sink_.skipped({name, stream.error()});
    const auto known = resources_.find(entry.name);
    if (known == resources_.end()) {
      fault(entry.name, "not named by datapackage.json: put in later");
      return read(std::move(*stream));
    }
    const auto stated = StatedDigest::parse(known->second.hash);
    if (!stated) fault(entry.name, "no digest in datapackage.json that can be read");
    auto digest = Digest::of(stated ? stated->algorithm : "sha256");
    std::uint64_t size = 0;
    read(std::make_unique<DigestingStream>(std::move(*stream), *digest, size));
    if (size != entry.size) return;  // not read to its end; why has been told
    if (known->second.bytes && *known->second.bytes != size) fault(entry.name, "another size than datapackage.json says");
    else if (stated && digest->finish() != stated->raw) fault(entry.name, "another digest than datapackage.json says");
  }

  // The lines of an entry, decompressed; what is left is read for the digest's sake.
  template <class Visit>
  void lines(const ZipArchive::Entry& entry, Visit visit) {
    checked(entry, [&](std::unique_ptr<ByteStream> stream) {
      const std::string where = input_ + ", " + entry.name;
      const auto reader = decompressed(std::make_unique<ByteReader>(std::move(stream)), where);
      LineReader all(*reader, kMaxLine);
      while (const auto line = all.next()) visit(*line);
      if (reader->error()) sink_.skipped({input_ + "#" + entry.name, *reader->error()});
    });
  }

  // Tells the first faults of a list one by one, then no more.
  void list_fault(const ZipArchive::Entry& entry, std::size_t line, const std::string& what, std::size_t& told) {
    if (++told <= kMaxListed) fault(entry.name + ":" + std::to_string(line), what);
    else if (told == kMaxListed + 1) fault(entry.name, "more lines of this kind");
  }

  // CDXJ: "key timestamp {json}". The binary .idx files only speed up a search.
  void index(const ZipArchive::Entry& entry) {
    if (entry.name.ends_with(".idx")) return lines(entry, [](const Line&) {});
    std::size_t told = 0;
    lines(entry, [&](const Line& line) {
      const std::size_t brace = line.bytes.find('{');
      if (line.bytes.empty() || line.bytes.starts_with('!')) return;
      dom::element record;
      if (brace == std::string::npos ||
          parser_.parse(simdjson::padded_string(std::string_view(line.bytes).substr(brace))).get(record))
        return list_fault(entry, line.number, "a line of the index that cannot be read", told);
      if (addresses_.size() <= kMaxAddresses) addresses_.insert(hash64(text_of(record, "url")));
      ++indexed_;
      place(entry, line.number, record, told);
    });
  }

  // Whether the file that a line of the index names begins a record there.
  void place(const ZipArchive::Entry& entry, std::size_t line, dom::element record, std::size_t& told) {
    const std::string file = "archive/" + std::string(text_of(record, "filename"));
    const auto* archive = archive_.find(file);
    const auto offset = number_of(record, "offset");
    const auto length = number_of(record, "length");
    if (!archive) return list_fault(entry, line, "the index names " + file + ", which is absent", told);
    if (!offset || *offset >= archive->size || (length && *length > archive->size - *offset))
      return list_fault(entry, line, "the index points past the end of " + file, told);
    if (probed_ >= kMaxProbed || !archive->is_stored) return;
    ++probed_;
    auto stream = archive_.open_entry(*archive, file);
    if (!stream || !(*stream)->seek(*offset)) return;
    ByteReader bytes(std::move(*stream), 16);
    const auto head = bytes.peek(8);
    if (!is_gzip(head) && !is_zstd(head) && !head.starts_with("WARC/"))
      list_fault(entry, line, "no record begins where the index points in " + file, told);
  }

  void pages(const ZipArchive::Entry& entry) {
    std::size_t told = 0;
    lines(entry, [&](const Line& line) {
      if (line.bytes.empty()) return;
      dom::element page;
      if (parser_.parse(simdjson::padded_string(line.bytes)).get(page) || !page.is_object())
        return list_fault(entry, line.number, "a line of the list of pages that cannot be read", told);
      if (!text_of(page, "format").empty()) return;  // the header
      const auto url = text_of(page, "url");
      if (url.empty()) return list_fault(entry, line.number, "a page without an address", told);
      if (indexed_ > 0 && addresses_.size() <= kMaxAddresses && !addresses_.contains(hash64(url)))
        list_fault(entry, line.number, "a page that no index names", told);
    });
  }

  void records(const ZipArchive::Entry& entry) {
    any_records_ = true;
    checked(entry, [&](std::unique_ptr<ByteStream> stream) {
      read_stream({input_ + "#" + entry.name, entry.name, false}, std::move(stream), options_, sink_);
    });
  }

  const std::string& input_;
  ZipArchive& archive_;
  const IngestOptions& options_;
  const IngestSink& sink_;
  dom::parser parser_;
  std::map<std::string, Resource> resources_;
  std::set<std::uint64_t> addresses_;  // hashed, of the index
  std::size_t indexed_ = 0;
  std::size_t probed_ = 0;
  bool any_records_ = false;
};

}  // namespace

void read_wacz(const std::string& input, ZipArchive& archive, const IngestOptions& options, const IngestSink& sink) {
  WaczReader(input, archive, options, sink).run();
}

}  // namespace attest
