#pragma once
// Which addresses belong to the public Internet: what a fetched page, a redirect or a changed DNS entry may lead to.
#include <sys/socket.h>

#include <string_view>

namespace attest {

// False for loopback, private, link-local, shared (RFC 6598), metadata, documentation, multicast and reserved addresses, also
// where they are embedded in IPv6 (mapped, 6to4, NAT64, Teredo), and for other families. By the registries of IANA, as of 2025.
bool is_public_address(const sockaddr* address);

// False for a host that is written as such an address, in any spelling that resolvers take ("127.1", "0x7f000001"), and for names
// that are never public: localhost, *.local, *.internal, *.home.arpa, names without a dot. A public name may still resolve to an
// address that is not.
bool may_be_public_host(std::string_view host);

}  // namespace attest
