#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace attest {

// A case file is made of pages of 8192 bytes; the last 8 of each are the XXH3 of the others, seeded with the page's number (from 1). A
// page of zeros alone stands for one that was never written. So no bit of a closed file can flip unseen, whatever the page holds.
inline constexpr std::uint32_t kPageSize = 8192;
inline constexpr std::uint32_t kPageReserve = 8;

void set_page_checksum(char* page, std::uint32_t number);
bool page_is_whole(std::string_view page, std::uint32_t number);

// The SQLite file layer that writes these checksums and checks them at every read of a page from the main file (frames of the log beside
// it have their own). `base` names the layer below; "" is the system's. Registered once for each base; gives its name.
// With `lenient` broken pages are handed on as they are: for salvage alone.
std::string page_checksum_layer(const std::string& base, bool lenient = false);

// Reads a closed file page by page, without SQLite; the numbers of the pages that are broken, 0 for a size that is no whole number of
// pages. At most `most` of them.
Result<std::vector<std::uint32_t>> broken_pages(const std::string& path, std::size_t most = 1000);

}  // namespace attest
