#include "know/gazetteer_build.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <unordered_set>

#include "know/gazetteer_format.h"
#include "know/names.h"

namespace attest {
namespace {

using namespace gazetteer_format;

constexpr std::size_t kLongestString = 0xFFFF;

std::string_view text_at(const std::string& bytes, std::uint32_t at) {
  const auto low = static_cast<unsigned char>(bytes[at]), high = static_cast<unsigned char>(bytes[at + 1]);
  return std::string_view(bytes).substr(at + 2, static_cast<std::size_t>(low | high << 8));
}

// The strings section: each text once, found by its bytes through the offsets alone.
class StringPool {
 public:
  StringPool() : at_(1024, Hash{&bytes_}, Same{&bytes_}) { add(""); }
  StringPool(const StringPool&) = delete;
  StringPool& operator=(const StringPool&) = delete;

  std::uint32_t add(std::string_view text) {
    text = text.substr(0, kLongestString);
    if (const auto found = at_.find(text); found != at_.end()) return *found;
    const auto at = static_cast<std::uint32_t>(bytes_.size());
    bytes_ += static_cast<char>(text.size() & 0xFF);
    bytes_ += static_cast<char>(text.size() >> 8);
    bytes_ += text;
    at_.insert(at);
    return at;
  }
  std::string_view text(std::uint32_t at) const { return text_at(bytes_, at); }
  const std::string& bytes() const { return bytes_; }

 private:
  struct Hash {
    using is_transparent = void;
    const std::string* bytes;
    std::size_t operator()(std::string_view text) const { return hash64(text); }
    std::size_t operator()(std::uint32_t at) const { return hash64(text_at(*bytes, at)); }
  };
  struct Same {
    using is_transparent = void;
    const std::string* bytes;
    std::string_view view(std::uint32_t at) const { return text_at(*bytes, at); }
    std::string_view view(std::string_view text) const { return text; }
    template <class A, class B>
    bool operator()(A a, B b) const { return view(a) == view(b); }
  };
  std::string bytes_;
  std::unordered_set<std::uint32_t, Hash, Same> at_;  // looked up only, never walked
};

std::uint32_t slot_count(std::size_t keys) {
  std::uint32_t size = 16;
  while (size < keys * 2) size *= 2;
  return size;
}

template <class Record>
std::vector<std::uint32_t> hash_slots(const std::vector<Record>& records) {
  std::vector<std::uint32_t> slots(slot_count(records.size()));
  const auto mask = static_cast<std::uint32_t>(slots.size() - 1);
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    auto slot = records[i].hash & mask;
    while (slots[slot]) slot = (slot + 1) & mask;
    slots[slot] = i + 1;
  }
  return slots;
}

void append_section(std::string& out, Header& header, Section section, const void* data, std::size_t size) {
  while (out.size() % 8) out += '\0';
  header.sections[section] = {out.size(), size};
  out.append(static_cast<const char*>(data), size);
}

template <class T>
void append_section(std::string& out, Header& header, Section section, const std::vector<T>& items) {
  append_section(out, header, section, items.data(), items.size() * sizeof(T));
}

}  // namespace

struct GazetteerBuilder::Index {
  struct Name {
    std::uint32_t key = 0;      // string
    std::uint32_t posting = 0;  // row and kind
  };
  struct Sound {
    std::uint64_t hash = 0;  // of the skeleton
    std::uint32_t row = 0;
  };
  PlaceSource source = PlaceSource::kDump;
  std::vector<PlaceRecord> places;
  std::vector<Name> names;
  std::vector<Sound> sounds;
  StringPool strings;

  void add_name(std::string_view name, std::uint32_t row, NameKind kind);
  std::vector<KeyRecord> keys(std::vector<std::uint32_t>& postings, std::vector<std::uint64_t>& prefix_bits);
  std::vector<SkeletonRecord> skeletons(std::vector<std::uint32_t>& postings);
};

void GazetteerBuilder::Index::add_name(std::string_view name, std::uint32_t row, NameKind kind) {
  const auto key = name_key(name);
  if (key.empty() || key.size() > kLongestString) return;
  names.push_back({strings.add(key), row | static_cast<std::uint32_t>(kind) << kKindShift});
  if (kind == NameKind::kAdjective) return;
  const auto skeleton = name_skeleton(name);
  if (skeleton.size() >= 2) sounds.push_back({hash64(skeleton), row});
}

// Names in order of their words, each with its rows in the order in which they came, the first kind of a row.
std::vector<KeyRecord> GazetteerBuilder::Index::keys(std::vector<std::uint32_t>& postings, std::vector<std::uint64_t>& prefix_bits) {
  std::stable_sort(names.begin(), names.end(), [&](const Name& a, const Name& b) { return a.key != b.key && strings.text(a.key) < strings.text(b.key); });
  std::vector<KeyRecord> out;
  for (std::size_t i = 0; i < names.size();) {
    const auto key = names[i].key;
    const auto first = static_cast<std::uint32_t>(postings.size());
    for (; i < names.size() && names[i].key == key; ++i) {
      const auto same = [&](std::uint32_t p) { return (p & kRowMask) == (names[i].posting & kRowMask); };
      // One row's names come together, so that a repeat can only be the last of the key.
      if (postings.size() == first || !same(postings.back())) postings.push_back(names[i].posting);
    }
    out.push_back({static_cast<std::uint32_t>(hash64(strings.text(key))), key, first, static_cast<std::uint32_t>(postings.size()) - first});
  }
  std::size_t size = 1 << 10;
  while (size < out.size() * 16) size *= 2;
  prefix_bits.assign(size / 64, 0);
  for (const auto& record : out) {
    const auto key = strings.text(record.key);
    for (auto space = key.find(' '); space != std::string_view::npos; space = key.find(' ', space + 1)) {
      const auto bit = hash64(key.substr(0, space)) & (size - 1);
      prefix_bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
  }
  return out;
}

std::vector<SkeletonRecord> GazetteerBuilder::Index::skeletons(std::vector<std::uint32_t>& postings) {
  std::stable_sort(sounds.begin(), sounds.end(), [](const Sound& a, const Sound& b) { return a.hash < b.hash; });
  std::vector<SkeletonRecord> out;
  for (std::size_t i = 0; i < sounds.size();) {
    const auto hash = sounds[i].hash;
    const auto first = static_cast<std::uint32_t>(postings.size());
    for (; i < sounds.size() && sounds[i].hash == hash; ++i)
      if (postings.size() == first || postings.back() != sounds[i].row) postings.push_back(sounds[i].row);
    out.push_back({static_cast<std::uint32_t>(hash), first, static_cast<std::uint32_t>(postings.size()) - first});
  }
  return out;
}

GazetteerBuilder::GazetteerBuilder(PlaceSource source) : index_(std::make_unique<Index>()) { index_->source = source; }
GazetteerBuilder::GazetteerBuilder(GazetteerBuilder&&) noexcept = default;
GazetteerBuilder::~GazetteerBuilder() = default;

std::size_t GazetteerBuilder::size() const { return index_->places.size(); }

void GazetteerBuilder::add(const PlaceRow& row) {
  Index& index = *index_;
  const auto at = static_cast<std::uint32_t>(index.places.size());
  if (at >= kMaxPlaces) return;  // finish tells
  PlaceRecord out;
  out.latitude = static_cast<std::int32_t>(std::lround(row.latitude * 1e5));
  out.longitude = static_cast<std::int32_t>(std::lround(row.longitude * 1e5));
  out.population = row.population;
  out.name = index.strings.add(row.name);
  out.country = index.strings.add(row.country);
  out.admin1 = index.strings.add(row.admin1);
  out.id = index.strings.add(row.id);
  out.precision = static_cast<std::uint8_t>(row.precision);
  out.rank = static_cast<std::uint8_t>(row.rank);
  index.places.push_back(out);
  index.add_name(row.name, at, NameKind::kPrimary);
  for (const auto& alias : row.aliases) index.add_name(alias, at, NameKind::kAlias);
  for (const auto& adjective : row.adjectives) index.add_name(adjective, at, NameKind::kAdjective);
}

Result<std::string> GazetteerBuilder::finish() {
  Index& index = *index_;
  if (index.places.size() >= kMaxPlaces) return Error{"too_large", "more than 16 million places; split the list by country", ""};
  if (index.strings.bytes().size() > std::numeric_limits<std::uint32_t>::max() - kLongestString)
    return Error{"too_large", "more than 4 GB of names; split the list by country", ""};
  std::vector<std::uint32_t> postings;
  std::vector<std::uint64_t> prefix_bits;
  const auto keys = index.keys(postings, prefix_bits);
  const auto skeletons = index.skeletons(postings);
  Header header;
  std::memcpy(header.magic, kMagic, sizeof(kMagic));
  header.header_size = sizeof(Header);
  header.preferred = index.source == PlaceSource::kOwnList ? 1 : 0;
  std::string out(sizeof(Header), '\0');
  append_section(out, header, kPlaces, index.places);
  append_section(out, header, kKeys, keys);
  append_section(out, header, kSlots, hash_slots(keys));
  append_section(out, header, kPostings, postings);
  append_section(out, header, kSkeletonSlots, hash_slots(skeletons));
  append_section(out, header, kSkeletons, skeletons);
  append_section(out, header, kPrefixBits, prefix_bits);
  append_section(out, header, kStrings, index.strings.bytes().data(), index.strings.bytes().size());
  header.file_size = out.size();
  header.checksum = hash64(std::string_view(out).substr(sizeof(Header)));
  std::memcpy(out.data(), &header, sizeof(Header));
  return out;
}

Result<std::string> compile_gazetteer(const std::vector<PlaceRow>& rows, PlaceSource source) {
  GazetteerBuilder builder(source);
  for (const auto& row : rows) builder.add(row);
  return builder.finish();
}

}  // namespace attest
