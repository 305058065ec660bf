#pragma once
#include <cstdint>
#include <string_view>

namespace attest {

// A half-open range of bytes in a report's one text buffer. Everything derived from a report keeps its Span; code points are
// used only at the border (CodePoints converts).
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return end <= begin; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  std::string_view in(std::string_view text) const { return text.substr(begin, size()); }
  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

}  // namespace attest
