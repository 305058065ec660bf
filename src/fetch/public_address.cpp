#include "fetch/public_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>

namespace attest {
namespace {

struct Block {
  std::uint32_t begin;
  int bits;
};

constexpr std::uint32_t ip(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return (a << 24) | (b << 16) | (c << 8) | d;
}

// IANA's special-purpose registry for IPv4; 168.63.129.16 is the metadata address of one cloud.
constexpr Block kNotPublic[] = {
    {ip(0, 0, 0, 0), 8},      {ip(10, 0, 0, 0), 8},     {ip(100, 64, 0, 0), 10}, {ip(127, 0, 0, 0), 8},
    {ip(169, 254, 0, 0), 16}, {ip(172, 16, 0, 0), 12},  {ip(192, 0, 0, 0), 24},  {ip(192, 0, 2, 0), 24},
    {ip(192, 88, 99, 0), 24}, {ip(192, 168, 0, 0), 16}, {ip(198, 18, 0, 0), 15}, {ip(198, 51, 100, 0), 24},
    {ip(203, 0, 113, 0), 24}, {ip(224, 0, 0, 0), 4},    {ip(240, 0, 0, 0), 4},   {ip(168, 63, 129, 16), 32}};

bool is_public_v4(std::uint32_t address) {
  return std::none_of(std::begin(kNotPublic), std::end(kNotPublic), [&](const Block& block) {
    const std::uint32_t mask = block.bits == 32 ? 0xFFFFFFFF : ~(0xFFFFFFFFu >> block.bits);
    return (address & mask) == block.begin;
  });
}

std::uint32_t v4_at(const unsigned char* b) { return ip(b[0], b[1], b[2], b[3]); }

bool begins(const unsigned char* address, std::initializer_list<int> bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [&](int byte) { return *address++ == byte; });
}

// Of IPv6 only 2000::/3 is given out to anybody.
bool is_public_v6(const unsigned char* b) {
  if (begins(b, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF})) return is_public_v4(v4_at(b + 12));
  if (begins(b, {0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0})) return is_public_v4(v4_at(b + 12));
  if ((b[0] & 0xE0) != 0x20) return false;
  if (begins(b, {0x20, 0x02})) return is_public_v4(v4_at(b + 2));
  if (begins(b, {0x20, 0x01}) && (b[2] & 0xFE) == 0) return false;  // Teredo, benchmarks, ORCHID
  if (begins(b, {0x20, 0x01, 0x0D, 0xB8})) return false;
  return !(begins(b, {0x3F, 0xFF}) && (b[2] & 0xF0) == 0);  // documentation
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

bool is_public_address(const sockaddr* address) {
  if (address->sa_family == AF_INET) {
    sockaddr_in v4;
    std::memcpy(&v4, address, sizeof v4);
    return is_public_v4(ntohl(v4.sin_addr.s_addr));
  }
  if (address->sa_family == AF_INET6) {
    sockaddr_in6 v6;
    std::memcpy(&v6, address, sizeof v6);
    return is_public_v6(v6.sin6_addr.s6_addr);
  }
  return false;
}

bool may_be_public_host(std::string_view given) {
  std::string host(given);
  std::transform(host.begin(), host.end(), host.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  while (!host.empty() && host.back() == '.') host.pop_back();
  in6_addr v6;
  if (::inet_pton(AF_INET6, host.substr(0, host.find('%')).c_str(), &v6) == 1) return is_public_v6(v6.s6_addr);
  in_addr v4;
  if (::inet_aton(host.c_str(), &v4) == 1) return is_public_v4(ntohl(v4.s_addr));
  for (const std::string_view end : {".localhost", ".local", ".internal", ".home.arpa", ".lan", ".intranet"})
    if (ends_with(host, end)) return false;
  return host.find('.') != std::string::npos;
}

}  // namespace attest
