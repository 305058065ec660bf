#include "fetch/public_address.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include <cstring>

namespace attest {
namespace {

bool is_public(const char* text) {
  sockaddr_storage storage{};
  if (std::strchr(text, ':')) {
    auto* v6 = reinterpret_cast<sockaddr_in6*>(&storage);
    v6->sin6_family = AF_INET6;
    EXPECT_EQ(::inet_pton(AF_INET6, text, &v6->sin6_addr), 1) << text;
  } else {
    auto* v4 = reinterpret_cast<sockaddr_in*>(&storage);
    v4->sin_family = AF_INET;
    EXPECT_EQ(::inet_pton(AF_INET, text, &v4->sin_addr), 1) << text;
  }
  return is_public_address(reinterpret_cast<sockaddr*>(&storage));
}

TEST(PublicAddress, OnlyWhatTheInternetRoutes) {
  for (const char* yes :
       {"1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.1", "192.167.1.1", "223.255.255.255",
        "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"})
    EXPECT_TRUE(is_public(yes)) << yes;
  for (const char* no :
       {"0.0.0.0",          "10.0.0.1",        "100.64.0.1",      "100.100.100.200", "127.0.0.1",   "127.255.0.1",
        "169.254.169.254",  "172.16.0.1",      "172.31.255.255",  "192.0.0.192",     "192.168.1.1", "198.18.0.1",
        "203.0.113.9",      "224.0.0.1",       "255.255.255.255", "168.63.129.16",   "::",          "::1",
        "fe80::1",          "fc00::1",         "fd00:ec2::254",   "ff02::1",         "2001:db8::1", "2001::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::1",  "fec0::1",     "::7f00:1"})
    EXPECT_FALSE(is_public(no)) << no;
  sockaddr local{};
  local.sa_family = AF_UNIX;
  EXPECT_FALSE(is_public_address(&local));
}

TEST(PublicAddress, HostsAsTheyAreWritten) {
  for (const char* yes : {"hillpost.example", "8.8.8.8", "[2606:4700::1111]", "www.hillpost.example."})
    EXPECT_TRUE(may_be_public_host(yes)) << yes;
  for (const char* no :
       {"localhost", "LOCALHOST.", "a.localhost", "printer.local", "metadata.google.internal", "router", "127.0.0.1", "127.1",
        "0x7f000001", "2130706433", "0177.0.0.1", "[::1]", "[fe80::1%eth0]", "10.1.2.3", ""})
    EXPECT_FALSE(may_be_public_host(no)) << no;
}

}  // namespace
}  // namespace attest
