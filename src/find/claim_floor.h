#pragma once
#include <optional>
#include <string>
#include <vector>

#include "find/finders.h"

namespace attest {

// Whose voice goes on into a sentence that names no speaker of its own (METHOD 3): the speech or the claim before it that held
// the floor, and why ("tells", "between", "goes_on"). At most one of the two is set; neither: the report speaks.
struct HeldFloor {
  const Quote* quote = nullptr;
  const Claim* claim = nullptr;
  std::string rule;
};

// `before`: the claims before this one in text order, with their sources. Looks one sentence back, within the paragraph, by
// ordered sieves: a witness who tells or footage that shows; a sentence between two of one speaker; words that go on counting
// ("another nine", "among the dead").
HeldFloor floor_before(const FindInput& in, const Speech& speech, const Claim& claim, const std::vector<Claim>& before);

// The last rule of a file whose words stand in a span, or nullptr.
const Rule* last_rule_in(const FindInput& in, std::string_view file, Span span);

// The first item (in text order, with a span) that can still touch byte `at`.
template <class Items>
auto first_near(const Items& items, std::uint32_t at) {
  constexpr std::uint32_t kReach = 20000;  // bytes; no speech is looked for further back
  return std::partition_point(items.begin(), items.end(), [&](const auto& item) { return item.span.begin + kReach < at; });
}

}  // namespace attest
