#include "store/page_checksum.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace attest {
namespace {

std::uint64_t checksum(std::string_view page, std::uint32_t number) { return hash64(page.substr(0, kPageSize - kPageReserve), number); }

}  // namespace

void set_page_checksum(char* page, std::uint32_t number) {
  const std::uint64_t sum = checksum({page, kPageSize}, number);
  for (unsigned i = 0; i < kPageReserve; ++i) page[kPageSize - kPageReserve + i] = static_cast<char>(sum >> (8 * i));
}

bool page_is_whole(std::string_view page, std::uint32_t number) {
  const std::uint64_t sum = checksum(page, number);
  bool same = true;
  for (unsigned i = 0; i < kPageReserve; ++i) same = same && page[kPageSize - kPageReserve + i] == static_cast<char>(sum >> (8 * i));
  return same || page.find_first_not_of('\0') == std::string_view::npos;
}

Result<std::vector<std::uint32_t>> broken_pages(const std::string& path, std::size_t most) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return Error{errno == ENOENT ? "not_found" : "unreadable", std::strerror(errno), path};
  std::vector<std::uint32_t> out;
  std::string page(kPageSize, '\0');
  const auto read_page = [&](std::uint32_t number) { return ::pread(fd, page.data(), kPageSize, static_cast<off_t>(number - 1) * kPageSize); };
  for (std::uint32_t number = 1; out.size() < most; ++number) {
    const auto got = read_page(number);
    if (got == 0) break;
    if (got < 0 || got < static_cast<ssize_t>(kPageSize)) {
      out.push_back(0);
      break;
    }
    if (page_is_whole(page, number)) continue;
    // Another program may be writing this very page: look again.
    ::usleep(20000);
    if (read_page(number) != static_cast<ssize_t>(kPageSize) || !page_is_whole(page, number)) out.push_back(number);
  }
  ::close(fd);
  return out;
}

}  // namespace attest
