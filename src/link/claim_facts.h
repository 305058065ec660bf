#pragma once
#include <optional>
#include <string>
#include <vector>

#include "link/place_relation.h"
#include "link/sources.h"

namespace attest {

// Days as numbers since 1970; an open start means "up to `last`".
struct Window {
  std::optional<std::int64_t> first;
  std::optional<std::int64_t> last;
  bool guess = false;  // nothing tells the day but the report's own, or a month's name
  bool own = false;    // the claim's own sentence names the day; else context or the report's day

  bool known() const { return first || last; }
  std::int64_t length() const { return first && last ? *last - *first + 1 : 0; }  // 0: open
};

// What grouping needs to know of a claim, worked out once.
struct ClaimFacts {
  std::uint32_t report = 0;
  const Claim* claim = nullptr;
  bool counted = true;  // false: one of Findings::unquantified
  Window when;
  PlaceSet where;
  bool own_place = false;  // its sentence names the place
  bool war_total = false;  // a total of the war or of months: background, never an incident's toll
  bool running = false;    // a total over several days
  std::optional<std::int64_t> figure;
  std::uint64_t origin = 0;           // hash of the source's id; 0 unsourced
  std::vector<std::uint64_t> actors;  // hashes of the words of those alleged that can carry a name
  bool alleged = false;               // anybody is
};

// Facts of all claims of a report, in text order, without the origin, which hangs on other reports.
std::vector<ClaimFacts> claim_facts(const Analysis& analysis, std::uint32_t report, PlacePool& places);
// `home`: where the report's unnamed sources spoke (link/sources.h).
void set_origins(std::vector<ClaimFacts>& facts, const Home& home, const Knowledge& know);

}  // namespace attest
