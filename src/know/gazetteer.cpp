#include "know/gazetteer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <variant>

#include "know/gazetteer_format.h"
#include "know/names.h"

namespace attest {
namespace {

using namespace gazetteer_format;

constexpr std::uint32_t kLayerShift = 24;
constexpr std::uint32_t kLayerRowMask = (1u << kLayerShift) - 1;
constexpr std::size_t kMaxLayers = 255;
constexpr std::size_t kMaxNameWords = 12;

Error bad(std::string message, const std::string& where) {
  return {"bad_gazetteer", std::move(message) + "; add it again (attest gazetteer add) or reinstall the data files", where};
}

template <class T>
std::span<const T> section_of(std::string_view bytes, const Header& header, Section section) {
  const auto& at = header.sections[section];
  return {reinterpret_cast<const T*>(bytes.data() + at.offset), at.size / sizeof(T)};
}

bool power_of_two(std::size_t n) { return n > 0 && (n & (n - 1)) == 0; }

}  // namespace

// One compiled file. Everything it points to lies in `owner`.
struct Gazetteer::Layer {
  std::variant<MappedFile, std::string> owner;
  std::span<const PlaceRecord> places;
  std::span<const KeyRecord> keys;
  std::span<const std::uint32_t> slots, postings, skeleton_slots;
  std::span<const SkeletonRecord> skeletons;
  std::span<const std::uint64_t> prefix_bits;
  std::string_view strings;
  std::string version;
  bool preferred = false;

  static Result<std::shared_ptr<const Layer>> make(std::variant<MappedFile, std::string> owner, const std::string& where);
  Result<void> check(const std::string& where) const;

  std::string_view text(std::uint32_t at) const {
    const auto* p = reinterpret_cast<const unsigned char*>(strings.data() + at);
    return strings.substr(at + 2, static_cast<std::size_t>(p[0] | p[1] << 8));
  }
  bool valid_text(std::uint32_t at) const {
    if (strings.size() < 2 || at > strings.size() - 2) return false;
    const auto* p = reinterpret_cast<const unsigned char*>(strings.data() + at);
    return at + 2 + static_cast<std::size_t>(p[0] | p[1] << 8) <= strings.size();
  }
  const KeyRecord* find(std::string_view key, std::uint64_t hash) const {
    const auto mask = slots.size() - 1;
    for (auto slot = static_cast<std::uint32_t>(hash) & mask; slots[slot]; slot = (slot + 1) & mask) {
      const KeyRecord& record = keys[slots[slot] - 1];
      if (record.hash == static_cast<std::uint32_t>(hash) && text(record.key) == key) return &record;
    }
    return nullptr;
  }
};

Result<std::shared_ptr<const Gazetteer::Layer>> Gazetteer::Layer::make(std::variant<MappedFile, std::string> owner, const std::string& where) {
  auto layer = std::make_shared<Layer>();
  layer->owner = std::move(owner);
  const auto bytes = std::holds_alternative<std::string>(layer->owner) ? std::string_view(std::get<std::string>(layer->owner))
                                                                        : std::get<MappedFile>(layer->owner).bytes();
  Header header;
  if (bytes.size() < sizeof(Header)) return bad("too short for a compiled gazetteer", where);
  std::memcpy(&header, bytes.data(), sizeof(Header));
  if (std::memcmp(header.magic, kMagic, sizeof(kMagic)) != 0) return bad("not a compiled gazetteer", where);
  if (header.version != kVersion || header.header_size != sizeof(Header))
    return bad("a gazetteer of version " + std::to_string(header.version) + ", this program reads " + std::to_string(kVersion), where);
  if (header.file_size != bytes.size()) return bad("the file is cut: " + std::to_string(bytes.size()) + " of " + std::to_string(header.file_size) + " bytes", where);
  if (header.checksum != hash64(bytes.substr(sizeof(Header)))) return bad("the checksum does not fit", where);
  for (const auto& section : header.sections)
    if (section.offset % 8 || section.offset > bytes.size() || section.size > bytes.size() - section.offset) return bad("a section lies outside", where);
  layer->places = section_of<PlaceRecord>(bytes, header, kPlaces);
  layer->keys = section_of<KeyRecord>(bytes, header, kKeys);
  layer->slots = section_of<std::uint32_t>(bytes, header, kSlots);
  layer->postings = section_of<std::uint32_t>(bytes, header, kPostings);
  layer->skeleton_slots = section_of<std::uint32_t>(bytes, header, kSkeletonSlots);
  layer->skeletons = section_of<SkeletonRecord>(bytes, header, kSkeletons);
  layer->prefix_bits = section_of<std::uint64_t>(bytes, header, kPrefixBits);
  layer->strings = bytes.substr(header.sections[kStrings].offset, header.sections[kStrings].size);
  std::array<char, 17> hex{};
  std::snprintf(hex.data(), hex.size(), "%016llx", static_cast<unsigned long long>(header.checksum));
  layer->version = std::string(hex.data(), 12);
  layer->preferred = header.preferred == 1;
  if (auto checked = layer->check(where); !checked) return checked.error();
  return std::shared_ptr<const Layer>(std::move(layer));
}

// Every index in bounds and a free slot in each table, so that no lookup needs to look.
Result<void> Gazetteer::Layer::check(const std::string& where) const {
  const auto texts = [&](const PlaceRecord& p) { return valid_text(p.name) && valid_text(p.country) && valid_text(p.admin1) && valid_text(p.id); };
  const auto range = [&](std::uint64_t first, std::uint64_t count) { return first + count <= postings.size(); };
  bool good = power_of_two(slots.size()) && power_of_two(skeleton_slots.size()) && power_of_two(prefix_bits.size()) && places.size() < kMaxPlaces;
  good = good && std::all_of(places.begin(), places.end(), texts);
  good = good && std::all_of(keys.begin(), keys.end(), [&](const KeyRecord& k) { return valid_text(k.key) && range(k.first, k.count); });
  good = good && std::all_of(skeletons.begin(), skeletons.end(), [&](const SkeletonRecord& s) { return range(s.first, s.count); });
  good = good && std::all_of(postings.begin(), postings.end(), [&](std::uint32_t p) { return (p & kRowMask) < places.size(); });
  good = good && keys.size() < slots.size() && skeletons.size() < skeleton_slots.size();
  good = good && std::all_of(slots.begin(), slots.end(), [&](std::uint32_t s) { return s <= keys.size(); });
  good = good && std::all_of(skeleton_slots.begin(), skeleton_slots.end(), [&](std::uint32_t s) { return s <= skeletons.size(); });
  good = good && std::find(slots.begin(), slots.end(), 0u) != slots.end() &&
         std::find(skeleton_slots.begin(), skeleton_slots.end(), 0u) != skeleton_slots.end();
  return good ? Result<void>() : Result<void>(bad("an index points outside", where));
}

Result<Gazetteer> Gazetteer::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  auto layer = Layer::make(std::move(*file), path);
  if (!layer) return layer.error();
  Gazetteer out;
  out.version_ = (*layer)->version;
  out.layers_.push_back(std::move(*layer));
  return out;
}

Result<Gazetteer> Gazetteer::from_bytes(std::string bytes) {
  auto layer = Layer::make(std::move(bytes), "");
  if (!layer) return layer.error();
  Gazetteer out;
  out.version_ = (*layer)->version;
  out.layers_.push_back(std::move(*layer));
  return out;
}

void Gazetteer::add(Gazetteer other) {
  for (auto& layer : other.layers_) {
    if (layers_.size() >= kMaxLayers) return;
    version_ += (version_.empty() ? "" : "+") + layer->version;
    layers_.push_back(std::move(layer));
  }
}

std::size_t Gazetteer::size() const {
  std::size_t out = 0;
  for (const auto& layer : layers_) out += layer->places.size();
  return out;
}

Place Gazetteer::at(PlaceRef ref) const {
  const Layer& layer = *layers_[ref.value >> kLayerShift];
  const PlaceRecord& record = layer.places[ref.value & kLayerRowMask];
  Place out;
  out.name = layer.text(record.name);
  out.country = layer.text(record.country);
  out.admin1 = layer.text(record.admin1);
  out.id = layer.text(record.id);
  out.latitude = record.latitude / 1e5;  // a division rounds once: 36.20124, not 36.201240000000006
  out.longitude = record.longitude / 1e5;
  out.population = record.population;
  out.precision = static_cast<Precision>(std::min<std::uint8_t>(record.precision, static_cast<std::uint8_t>(Precision::kCountry)));
  out.rank = static_cast<PlaceRank>(std::min<std::uint8_t>(record.rank, static_cast<std::uint8_t>(PlaceRank::kCapital)));
  return out;
}

void Gazetteer::each(const std::function<void(const Place&)>& visit) const {
  for (std::uint32_t i = 0; i < layers_.size(); ++i)
    for (std::uint32_t row = 0; row < layers_[i]->places.size(); ++row) visit(at(PlaceRef{i << kLayerShift | row}));
}

bool Gazetteer::preferred(PlaceRef ref) const { return layers_[ref.value >> kLayerShift]->preferred; }

void Gazetteer::exact(std::string_view key, std::vector<NamedPlace>& out) const {
  const auto hash = hash64(key);
  for (std::size_t i = layers_.size(); i-- > 0;) {
    const Layer& layer = *layers_[i];
    const KeyRecord* record = layer.find(key, hash);
    if (!record) continue;
    for (const auto posting : layer.postings.subspan(record->first, record->count))
      out.push_back({PlaceRef{static_cast<std::uint32_t>(i) << kLayerShift | (posting & kRowMask)}, static_cast<NameKind>(posting >> kKindShift)});
  }
}

bool Gazetteer::may_continue(std::string_view key) const {
  const auto hash = hash64(key);
  return std::any_of(layers_.begin(), layers_.end(), [&](const auto& layer) {
    const auto bit = hash & (layer->prefix_bits.size() * 64 - 1);
    return layer->prefix_bits[bit / 64] >> (bit % 64) & 1;
  });
}

std::vector<NearPlace> Gazetteer::near(std::string_view name, std::string_view country, double at_least) const {
  std::vector<NearPlace> out;
  const auto skeleton = name_skeleton(name);
  if (skeleton.size() < 2) return out;
  const auto hash = static_cast<std::uint32_t>(hash64(skeleton));
  for (std::size_t i = layers_.size(); i-- > 0;) {
    const Layer& layer = *layers_[i];
    const auto mask = layer.skeleton_slots.size() - 1;
    for (auto slot = hash & mask; layer.skeleton_slots[slot]; slot = (slot + 1) & mask) {
      const SkeletonRecord& record = layer.skeletons[layer.skeleton_slots[slot] - 1];
      if (record.hash != hash) continue;
      for (const auto row : layer.postings.subspan(record.first, record.count)) {
        const PlaceRecord& place = layer.places[row & kRowMask];
        if (!country.empty() && layer.text(place.country) != country) continue;
        const double similarity = std::max(0.5, name_similarity(name, layer.text(place.name)));  // an alias may be what is alike
        if (similarity >= at_least) out.push_back({PlaceRef{static_cast<std::uint32_t>(i) << kLayerShift | (row & kRowMask)}, similarity});
      }
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const NearPlace& a, const NearPlace& b) { return a.similarity > b.similarity; });
  return out;
}

NameMatch longest_name_at(const Gazetteer& gazetteer, const Tokens& tokens, std::size_t token, std::size_t last) {
  NameMatch out;
  std::string key;
  std::vector<NamedPlace> found;
  std::size_t words = 0;
  for (std::size_t i = token; i < last && words < kMaxNameWords; ++i) {
    const auto before = key.size();
    if (!key.empty()) key += ' ';
    const auto begin = key.size();
    append_name_word(tokens.norm(i), key);
    if (key.size() == begin) {  // a hyphen or an apostrophe: no name begins or ends with it
      key.resize(before);
      if (i == token) return out;
      continue;
    }
    ++words;
    found.clear();
    gazetteer.exact(key, found);
    if (!found.empty()) {
      out.length = static_cast<std::uint32_t>(i + 1 - token);
      out.places.swap(found);
    }
    if (!gazetteer.may_continue(key)) break;
  }
  return out;
}

double distance_km(double latitude_a, double longitude_a, double latitude_b, double longitude_b) {
  constexpr double kRadian = 3.14159265358979323846 / 180, kDiameter = 12742;
  const double north = std::sin((latitude_b - latitude_a) * kRadian / 2), east = std::sin((longitude_b - longitude_a) * kRadian / 2);
  const double h = north * north + std::cos(latitude_a * kRadian) * std::cos(latitude_b * kRadian) * east * east;
  return kDiameter * std::asin(std::min(1.0, std::sqrt(h)));
}

}  // namespace attest
