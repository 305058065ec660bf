#include "find/rolls.h"

#include <algorithm>
#include <iterator>

#include "find/roll_counts.h"

namespace attest {
namespace {

std::int64_t size_of(const Count& c) { return c.point ? *c.point : c.low ? *c.low : c.high.value_or(0); }

// "12 people, including five children": by how many the report counts the group itself.
struct Stated {
  std::int64_t most = 0;
  bool of_whole = false;  // as a part of a larger figure
};

Stated stated(const HarmReading& r, const std::vector<ClaimDraft>& drafts, const std::string& group) {
  Stated out;
  for (const auto& d : drafts) {
    const auto& c = d.claim;
    if (c.effect != Effect::kKilled || c.background || c.victims.groups != std::vector<std::string>{group} || d.group.noun < 0 || d.group.named) continue;
    const bool possessive = r.clause(d.group.first) == ClauseWord::kPossessive;  // "his wife", "her three sons"
    const bool counts = r.noun(d.group.noun).groups == c.victims.groups && !possessive && (d.part || c.count->point != 1) && d.group.kind != PeopleGroup::Kind::kDefinite;
    if (!counts) continue;
    out.most = std::max(out.most, size_of(*c.count));
    out.of_whole |= std::any_of(drafts.begin(), drafts.end(), [&](const ClaimDraft& w) {
      return w.sentence == d.sentence && w.claim.effect == c.effect && w.claim.victims.groups.empty() && w.group.kind == PeopleGroup::Kind::kNumbered && size_of(*w.claim.count) > size_of(*c.count);
    });
  }
  return out;
}

// The claim that counts some of the drafts; it stands where the first of them stands.
ClaimDraft roll_draft(const std::vector<ClaimDraft>& drafts, const RollCount& roll, const std::vector<std::size_t>& members) {
  const auto size = roll.size();
  ClaimDraft out = drafts[members.front()];
  auto last = members.front();
  for (const auto m : members)
    if (drafts[m].sentence == out.sentence) last = m;
  auto& claim = out.claim;
  claim.count = Count{{claim.count->span.begin, drafts[last].claim.count->span.end}, size, size, size, Modifier::kExact};
  claim.span = {std::min(claim.span.begin, claim.count->span.begin), std::max(claim.span.end, claim.count->span.end)};
  claim.victims = {};
  claim.victims.groups = {roll.group};
  claim.victims.status = VictimStatus::kCivilian;
  claim.victims.status_basis = "inferred";
  claim.rule = "killed.roll";
  claim.alternatives = {{"count", "", "counted from those told one by one; some may be told twice or be left out"}};
  out.part = out.among = false;
  out.roll = true;
  out.harm_token = kNoToken;
  return out;
}

}  // namespace

void add_rolls(const HarmReading& r, std::vector<ClaimDraft>& drafts) {
  std::vector<std::size_t> told_at;
  std::vector<ToldPerson> told;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const auto& claim = drafts[i].claim;
    if (claim.effect != Effect::kKilled || claim.background || !claim.count->point || claim.count->point != claim.count->high || claim.unit == Unit::kFamilies) continue;
    told_at.push_back(i);
    told.push_back({&drafts[i].group, &claim.victims.groups, drafts[i].sentence, *claim.count->point});
  }
  std::vector<ClaimDraft> rolls;
  for (const auto& roll : count_rolls(r, told)) {
    const auto told_so = stated(r, drafts, roll.group);
    if (told_so.of_whole || told_so.most >= roll.size()) continue;
    std::vector<std::size_t> members;
    for (const auto m : roll.members) members.push_back(told_at[m]);
    rolls.push_back(roll_draft(drafts, roll, members));
  }
  std::move(rolls.begin(), rolls.end(), std::back_inserter(drafts));
}

void tie_rolls(std::vector<ClaimDraft>& drafts) {
  std::optional<std::size_t> whole;
  for (std::size_t k = 0; k < drafts.size(); ++k) {
    const auto& d = drafts[k];
    if (d.roll || d.claim.part_of || d.claim.effect != Effect::kKilled || d.claim.background) continue;
    if (!whole || size_of(*d.claim.count) > size_of(*drafts[*whole].claim.count)) whole = k;
  }
  for (auto& draft : drafts)
    if (draft.roll && whole && size_of(*drafts[*whole].claim.count) > size_of(*draft.claim.count))
      draft.claim.part_of = "c" + std::to_string(*whole + 1);
}

}  // namespace attest
