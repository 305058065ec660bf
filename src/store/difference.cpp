#include "store/difference.h"

#include <algorithm>

namespace attest {
namespace {

constexpr int kMostChanges = 1000;

using Lines = std::vector<std::string>;
using Kind = DifferenceLine::Kind;

// For each number of changes how far each diagonal reaches; empty where more than the limit are needed.
std::vector<std::vector<int>> reach(const Lines& a, const Lines& b) {
  const int n = static_cast<int>(a.size()), m = static_cast<int>(b.size()), limit = std::min(n + m, kMostChanges), middle = limit + 1;
  std::vector<int> furthest(static_cast<std::size_t>(2 * limit + 3), 0);
  std::vector<std::vector<int>> steps;
  for (int d = 0; d <= limit; ++d) {
    steps.push_back(furthest);
    for (int k = -d; k <= d; k += 2) {
      const bool down = k == -d || (k != d && furthest[middle + k - 1] < furthest[middle + k + 1]);
      int x = down ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1;
      while (x < n && x - k < m && a[x] == b[x - k]) ++x;
      furthest[middle + k] = x;
      if (x >= n && x - k >= m) return steps;
    }
  }
  return {};
}

std::vector<DifferenceLine> trace(const Lines& a, const Lines& b, const std::vector<std::vector<int>>& steps) {
  const int middle = std::min(static_cast<int>(a.size() + b.size()), kMostChanges) + 1;
  int x = static_cast<int>(a.size()), y = static_cast<int>(b.size());
  std::vector<DifferenceLine> out;
  for (int d = static_cast<int>(steps.size()) - 1; d >= 0; --d) {
    const auto& furthest = steps[static_cast<std::size_t>(d)];
    const int k = x - y;
    const bool down = k == -d || (k != d && furthest[middle + k - 1] < furthest[middle + k + 1]);
    const int from_x = d == 0 ? 0 : down ? furthest[middle + k + 1] : furthest[middle + k - 1];
    const int from_y = d == 0 ? 0 : from_x - (down ? k + 1 : k - 1);
    while (x > from_x && y > from_y && x > 0 && y > 0 && a[x - 1] == b[y - 1]) out.push_back({Kind::kSame, a[--x]}), --y;
    if (d == 0) break;
    if (down) out.push_back({Kind::kNew, b[--y]});
    else out.push_back({Kind::kGone, a[--x]});
  }
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace

std::vector<DifferenceLine> difference(const Lines& before, const Lines& after) {
  std::size_t head = 0, tail = 0;
  while (head < before.size() && head < after.size() && before[head] == after[head]) ++head;
  while (tail + head < before.size() && tail + head < after.size() && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  const auto part = [&](const Lines& lines) { return Lines(lines.begin() + static_cast<std::ptrdiff_t>(head), lines.end() - static_cast<std::ptrdiff_t>(tail)); };
  const Lines a = part(before), b = part(after);
  std::vector<DifferenceLine> out;
  for (std::size_t i = 0; i < head; ++i) out.push_back({Kind::kSame, before[i]});
  const auto steps = reach(a, b);
  if (!steps.empty()) {
    for (auto& line : trace(a, b, steps)) out.push_back(std::move(line));
  } else {
    for (const auto& line : a) out.push_back({Kind::kGone, line});
    for (const auto& line : b) out.push_back({Kind::kNew, line});
  }
  for (std::size_t i = before.size() - tail; i < before.size(); ++i) out.push_back({Kind::kSame, before[i]});
  return out;
}

}  // namespace attest
