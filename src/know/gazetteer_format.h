#pragma once
// The compiled gazetteer, to the byte: little-endian, every section 8-byte aligned.
//
//   Header | PlaceRecord[places] | KeyRecord[keys] | u32 slots[slot_count] | u32 postings[] | u32 skeleton slots[] |
//   SkeletonRecord[skeletons] | u64 prefix bits[] | strings
//
// A string is a u16 length and its bytes, at an offset into `strings`; offset 0 is "". `slots` is an open-addressing table over keys (value
// index + 1, 0 free), by the low bits of the key's hash; skeletons likewise. A posting is a row of places with its NameKind in
// the two top bits. `prefix bits` is a Bloom filter, one hash, of every proper beginning of a key that ends before a space.
#include <cstdint>

namespace attest::gazetteer_format {

inline constexpr char kMagic[8] = {'A', 'T', 'G', 'A', 'Z', '\r', '\n', '\x1a'};
inline constexpr std::uint32_t kVersion = 2;
inline constexpr std::uint32_t kMaxPlaces = 1u << 24;
inline constexpr std::uint32_t kKindShift = 30;
inline constexpr std::uint32_t kRowMask = (1u << kKindShift) - 1;

enum Section : std::uint32_t { kPlaces, kKeys, kSlots, kPostings, kSkeletonSlots, kSkeletons, kPrefixBits, kStrings, kSections };

struct SectionRecord {
  std::uint64_t offset = 0;  // from the file's start
  std::uint64_t size = 0;    // bytes
};

struct Header {
  char magic[8] = {};
  std::uint32_t version = kVersion;
  std::uint32_t header_size = 0;
  std::uint64_t file_size = 0;
  std::uint64_t checksum = 0;  // XXH3 of all bytes after the header
  std::uint64_t preferred = 0;  // 1: a list whose places its user means first
  SectionRecord sections[kSections];
};

struct PlaceRecord {
  std::int32_t latitude = 0;   // 1e-5 degrees
  std::int32_t longitude = 0;
  std::uint32_t population = 0;
  std::uint32_t name = 0;
  std::uint32_t country = 0;
  std::uint32_t admin1 = 0;
  std::uint32_t id = 0;
  std::uint8_t precision = 0;
  std::uint8_t rank = 0;
  std::uint16_t reserved = 0;
};

struct KeyRecord {
  std::uint32_t hash = 0;  // low half of hash64(key)
  std::uint32_t key = 0;
  std::uint32_t first = 0;  // posting
  std::uint32_t count = 0;
};

struct SkeletonRecord {
  std::uint32_t hash = 0;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

static_assert(sizeof(Header) == 40 + 16 * kSections && sizeof(PlaceRecord) == 32 && sizeof(KeyRecord) == 16 && sizeof(SkeletonRecord) == 12);

}  // namespace attest::gazetteer_format
