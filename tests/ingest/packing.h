#pragma once
// Makes small archives for tests.
#include <zlib.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace attest {

inline void put(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

// Raw deflate.
inline std::string deflated(std::string_view bytes) {
  z_stream z{};
  deflateInit2(&z, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&z, bytes.size()), '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

struct ZipPart {
  std::string name;
  std::string bytes;
  bool compress = false;
  std::int64_t size_off = 0;  // how much larger the sizes claim to be than they are
  std::uint32_t crc_off = 0;
  std::uint16_t flags = 0;  // 1: locked
};

inline std::string zip_of(const std::vector<ZipPart>& parts) {
  std::string out;
  std::string directory;
  for (const auto& part : parts) {
    const std::string data = part.compress ? deflated(part.bytes) : part.bytes;
    const auto crc = static_cast<std::uint32_t>(
                         crc32(0, reinterpret_cast<const Bytef*>(part.bytes.data()), static_cast<uInt>(part.bytes.size()))) +
                     part.crc_off;
    const std::size_t at = out.size();
    const auto fields = [&](std::string& to) {
      put(to, 20, 2);
      put(to, part.flags, 2);
      put(to, part.compress ? 8 : 0, 2);
      put(to, 0x54210000, 4);
      put(to, crc, 4);
      put(to, data.size() + static_cast<std::uint64_t>(part.compress ? 0 : part.size_off), 4);
      put(to, part.bytes.size() + static_cast<std::uint64_t>(part.size_off), 4);
      put(to, part.name.size(), 2);
      put(to, 0, 2);
    };
    out += "PK\x03\x04";
    fields(out);
    out += part.name + data;
    directory += "PK\x01\x02";
    put(directory, 20, 2);
    fields(directory);
    put(directory, 0, 2);
    put(directory, 0, 2);
    put(directory, 0, 2);
    put(directory, 0, 4);
    put(directory, at, 4);
    directory += part.name;
  }
  const std::size_t begin = out.size();
  out += directory + "PK\x05\x06";
  put(out, 0, 4);
  put(out, parts.size(), 2);
  put(out, parts.size(), 2);
  put(out, directory.size(), 4);
  put(out, begin, 4);
  put(out, 0, 2);
  return out;
}

}  // namespace attest
