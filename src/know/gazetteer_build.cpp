#include "know/gazetteer_build.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <unordered_map>

#include "know/gazetteer_format.h"
#include "know/names.h"

namespace attest {
namespace {

using namespace gazetteer_format;

// The strings section: each text once.
class StringPool {
 public:
  StringPool() { add(""); }
  std::uint32_t add(std::string_view text) {
    text = text.substr(0, 0xFFFF);
    const auto [it, fresh] = at_.emplace(std::string(text), static_cast<std::uint32_t>(bytes_.size()));
    if (fresh) {
      bytes_ += static_cast<char>(text.size() & 0xFF);
      bytes_ += static_cast<char>(text.size() >> 8);
      bytes_ += text;
    }
    return it->second;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::unordered_map<std::string, std::uint32_t> at_;  // looked up only, never walked
  std::string bytes_;
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

struct Index {
  std::vector<PlaceRecord> places;
  std::vector<KeyRecord> keys;
  std::vector<std::uint32_t> postings;
  std::vector<SkeletonRecord> skeletons;
  std::vector<std::uint64_t> prefix_bits;
  StringPool strings;
};

using Postings = std::map<std::string, std::vector<std::uint32_t>>;

void add_name(std::string_view name, std::uint32_t row, NameKind kind, Postings& names, Postings& skeletons) {
  auto key = name_key(name);
  if (key.empty() || key.size() > 0xFFFF) return;
  auto& rows = names[std::move(key)];
  const auto same = [row](std::uint32_t p) { return (p & kRowMask) == row; };
  if (std::none_of(rows.begin(), rows.end(), same)) rows.push_back(row | static_cast<std::uint32_t>(kind) << kKindShift);
  if (kind == NameKind::kAdjective) return;
  auto skeleton = name_skeleton(name);
  if (skeleton.size() < 2) return;
  auto& alike = skeletons[std::move(skeleton)];
  if (alike.empty() || alike.back() != row) alike.push_back(row);
}

PlaceRecord place_record(const PlaceRow& row, StringPool& strings) {
  PlaceRecord out;
  out.latitude = static_cast<std::int32_t>(std::lround(row.latitude * 1e5));
  out.longitude = static_cast<std::int32_t>(std::lround(row.longitude * 1e5));
  out.population = row.population;
  out.name = strings.add(row.name);
  out.country = strings.add(row.country);
  out.admin1 = strings.add(row.admin1);
  out.id = strings.add(row.id);
  out.precision = static_cast<std::uint8_t>(row.precision);
  out.rank = static_cast<std::uint8_t>(row.rank);
  return out;
}

void add_prefixes(const Postings& names, std::vector<std::uint64_t>& bits) {
  std::size_t size = 1 << 10;
  while (size < names.size() * 16) size *= 2;
  bits.assign(size / 64, 0);
  for (const auto& [key, rows] : names)
    for (auto space = key.find(' '); space != std::string::npos; space = key.find(' ', space + 1)) {
      const auto bit = hash64(std::string_view(key).substr(0, space)) & (size - 1);
      bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
}

Index build_index(const std::vector<PlaceRow>& rows) {
  Index out;
  Postings names, skeletons;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    out.places.push_back(place_record(rows[i], out.strings));
    add_name(rows[i].name, i, NameKind::kPrimary, names, skeletons);
    for (const auto& alias : rows[i].aliases) add_name(alias, i, NameKind::kAlias, names, skeletons);
    for (const auto& adjective : rows[i].adjectives) add_name(adjective, i, NameKind::kAdjective, names, skeletons);
  }
  const auto take = [&](const std::vector<std::uint32_t>& from) {
    const auto first = static_cast<std::uint32_t>(out.postings.size());
    out.postings.insert(out.postings.end(), from.begin(), from.end());
    return first;
  };
  for (const auto& [key, from] : names)
    out.keys.push_back({static_cast<std::uint32_t>(hash64(key)), out.strings.add(key), take(from), static_cast<std::uint32_t>(from.size())});
  for (const auto& [key, from] : skeletons)
    out.skeletons.push_back({static_cast<std::uint32_t>(hash64(key)), take(from), static_cast<std::uint32_t>(from.size())});
  add_prefixes(names, out.prefix_bits);
  return out;
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

Result<std::string> compile_gazetteer(const std::vector<PlaceRow>& rows) {
  if (rows.size() >= kMaxPlaces) return Error{"too_large", "more than 16 million places; split the list by country", ""};
  const Index index = build_index(rows);
  Header header;
  std::memcpy(header.magic, kMagic, sizeof(kMagic));
  header.header_size = sizeof(Header);
  std::string out(sizeof(Header), '\0');
  append_section(out, header, kPlaces, index.places);
  append_section(out, header, kKeys, index.keys);
  append_section(out, header, kSlots, hash_slots(index.keys));
  append_section(out, header, kPostings, index.postings);
  append_section(out, header, kSkeletonSlots, hash_slots(index.skeletons));
  append_section(out, header, kSkeletons, index.skeletons);
  append_section(out, header, kPrefixBits, index.prefix_bits);
  append_section(out, header, kStrings, index.strings.bytes().data(), index.strings.bytes().size());
  header.file_size = out.size();
  header.checksum = hash64(std::string_view(out).substr(sizeof(Header)));
  std::memcpy(out.data(), &header, sizeof(Header));
  return out;
}

}  // namespace attest
