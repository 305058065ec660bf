#include "syntax/model_file.h"

#include <cstring>

namespace attest::syntax {
namespace {

constexpr std::string_view kMagic = "ATTSYN01";
constexpr std::size_t kNameSize = 16, kEntrySize = kNameSize + 16, kHeadSize = 24, kAlign = 64, kMaxSections = 64;

void put64(std::string& out, std::uint64_t value) {
  for (int i = 0; i < 8; ++i) out += static_cast<char>(value >> (8 * i));
}

std::uint64_t get64(std::string_view bytes, std::size_t at) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

std::size_t aligned(std::size_t n) { return (n + kAlign - 1) / kAlign * kAlign; }

}  // namespace

std::string write_model_file(const std::vector<Section>& sections) {
  std::string rest;
  put64(rest, sections.size());
  std::size_t at = aligned(kHeadSize + sections.size() * kEntrySize);
  for (const auto& s : sections) {
    std::string name = s.name.substr(0, kNameSize);
    name.resize(kNameSize, '\0');
    rest += name;
    put64(rest, at);
    put64(rest, s.bytes.size());
    at = aligned(at + s.bytes.size());
  }
  for (const auto& s : sections) {
    rest.resize(aligned(rest.size() + kMagic.size() + 8) - kMagic.size() - 8, '\0');
    rest += s.bytes;
  }
  std::string out(kMagic);
  put64(out, hash64(rest));
  return out + rest;
}

Result<ModelFile> ModelFile::read(std::string_view bytes, const std::string& path) {
  const auto wrong = [&](std::string message) { return Error{"unreadable", std::move(message), path}; };
  if (bytes.size() < kHeadSize || bytes.substr(0, kMagic.size()) != kMagic) return wrong("is not a syntax model of this version; reinstall, or train one");
  ModelFile out;
  out.path_ = path;
  out.checksum_ = get64(bytes, 8);
  if (hash64(bytes.substr(16)) != out.checksum_) return wrong("its checksum does not hold: the file is cut short or changed; reinstall it");
  const auto count = get64(bytes, 16);
  if (count > kMaxSections || kHeadSize + count * kEntrySize > bytes.size()) return wrong("its table of sections is broken; reinstall it");
  for (std::size_t i = 0; i < count; ++i) {
    const auto entry = kHeadSize + i * kEntrySize;
    auto name = bytes.substr(entry, kNameSize);
    name = name.substr(0, name.find('\0'));
    const auto at = get64(bytes, entry + kNameSize), size = get64(bytes, entry + kNameSize + 8);
    if (at % kAlign != 0 || at > bytes.size() || size > bytes.size() - at) return wrong("section " + std::string(name) + " lies outside the file");
    out.sections_.emplace_back(name, bytes.substr(at, size));
  }
  return out;
}

Result<std::string_view> ModelFile::section(std::string_view name, std::size_t unit) const {
  for (const auto& [known, bytes] : sections_) {
    if (known != name) continue;
    if (bytes.size() % unit != 0) return Error{"unreadable", "section " + std::string(name) + " is cut", path_};
    return bytes;
  }
  return Error{"unreadable", "has no section " + std::string(name), path_};
}

}  // namespace attest::syntax
