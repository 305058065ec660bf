#include "find/draft_relations.h"

#include <algorithm>
#include <string>

namespace attest {
namespace {

bool same_head(const Tokens& tokens, const PeopleGroup& a, const PeopleGroup& b) { return a.noun >= 0 && b.noun >= 0 && a.head != kNoToken && b.head != kNoToken && tokens.norm(a.head) == tokens.norm(b.head); }

bool may_be_same(const Victims& a, const Victims& b) {
  const bool status = a.status == b.status || a.status == VictimStatus::kUnknown || b.status == VictimStatus::kUnknown;
  return status && (a.groups == b.groups || a.groups.empty() || b.groups.empty());
}

// The nearest earlier claim of as many people with the same harm that may be the same; of one person only where no second one comes into question.
const ClaimDraft* told_earlier(const Tokens& tokens, const std::vector<ClaimDraft>& drafts, std::size_t i) {
  const auto& draft = drafts[i];
  const auto count = draft.claim.count->point;
  if (!count || draft.claim.count->modifier != Modifier::kExact) return nullptr;
  const ClaimDraft* found = nullptr;
  for (auto k = i; k-- > 0;) {
    const auto& other = drafts[k];
    if (other.sentence == draft.sentence || other.claim.effect != draft.claim.effect || other.claim.count->point != count || other.claim.victims.text.empty()) continue;
    if (!may_be_same(other.claim.victims, draft.claim.victims)) continue;
    if (*count > 1) return &other;
    if (same_head(tokens, other.group, draft.group)) return &other;
    if (!other.group.named && other.group.kind != PeopleGroup::Kind::kName) continue;
    if (found && found->claim.victims.text != other.claim.victims.text) return nullptr;
    found = &other;
  }
  return found;
}

// People told again are called by what was said of them first.
void take_victims(const Victims& before, Victims& victims) {
  victims.span = before.span, victims.text = before.text;
  if (victims.status == VictimStatus::kUnknown) victims.status = before.status, victims.status_basis = before.status_basis;
  if (victims.groups.empty()) victims.groups = before.groups;
}

bool fits_in(const Count& part, const Count& whole) {
  const auto size = [](const Count& c) { return c.point ? c.point : c.low ? c.low : c.high; };
  return size(part).value_or(0) <= size(whole).value_or(0) || !whole.high;
}

// "A guard was among the three killed": the whole stands after its part.
void tie_ahead(std::vector<ClaimDraft>& drafts, std::size_t i) {
  for (auto k = i + 1; k < drafts.size() && drafts[k].sentence == drafts[i].sentence; ++k) {
    const auto& whole = drafts[k];
    if (whole.part || whole.roll || whole.claim.effect != drafts[i].claim.effect || !fits_in(*drafts[i].claim.count, *whole.claim.count)) continue;
    drafts[i].claim.part_of = "c" + std::to_string(k + 1);
    return;
  }
}

}  // namespace

void part_by_sum(std::vector<ClaimDraft>& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const auto whole = drafts[i].claim.count->point.value_or(0);
    std::int64_t sum = 0;
    auto end = i + 1;
    for (; end < drafts.size() && drafts[end].harm_token == drafts[i].harm_token && sum < whole; ++end) sum += drafts[end].claim.count->point.value_or(whole + 1);
    if (end - i < 3 || sum != whole) continue;
    for (auto k = i + 1; k < end; ++k) drafts[k].part = true;
  }
}

void tie_parts(std::vector<ClaimDraft>& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!drafts[i].part || drafts[i].roll) continue;
    for (auto k = i; k-- > 0;) {
      const auto& whole = drafts[k];
      const std::size_t reach = drafts[i].among && k + 1 == i && whole.claim.count->point != 1 ? 10 : 3;  // sentences; further where no other figure stands between
      if (drafts[i].sentence - whole.sentence > reach) break;
      if (whole.part || whole.roll || whole.claim.effect != drafts[i].claim.effect || !fits_in(*drafts[i].claim.count, *whole.claim.count)) continue;
      if (!drafts[i].among && whole.sentence != drafts[i].sentence) break;
      drafts[i].claim.part_of = "c" + std::to_string(k + 1);
      if (drafts[i].claim.victims.text.empty()) take_victims(whole.claim.victims, drafts[i].claim.victims);
      break;
    }
    if (!drafts[i].claim.part_of && drafts[i].among) tie_ahead(drafts, i);
  }
}

void take_victims_told_before(const Tokens& tokens, std::vector<ClaimDraft>& drafts) {
  for (std::size_t i = 1; i < drafts.size(); ++i) {
    auto& draft = drafts[i];
    const auto& group = draft.group;
    const bool bare = group.kind == PeopleGroup::Kind::kNumbered && group.head == kNoToken && !group.thing && draft.claim.count->point.value_or(0) > 1;
    if (!(group.definite || bare) || group.named || group.subset || group.more || draft.part || draft.roll || draft.claim.background) continue;
    const auto* before = told_earlier(tokens, drafts, i);
    if (!before) continue;
    take_victims(before->claim.victims, draft.claim.victims);
  }
}

void inherit_means(std::vector<ClaimDraft>& drafts) {
  Means lead = Means::kNone;
  for (std::size_t i = 0; i < drafts.size() && i < 3 && lead == Means::kNone; ++i)
    if (!drafts[i].part) lead = drafts[i].claim.means;
  for (auto& draft : drafts) {
    auto& claim = draft.claim;
    if (claim.effect == Effect::kDetained || claim.effect == Effect::kAbducted) claim.means = Means::kNone;
    else if (claim.measure == Measure::kRunningTotal && claim.background) claim.means = Means::kNone;  // a war's dead died of many
    else if (claim.means == Means::kNone && claim.measure != Measure::kRunningTotal && !claim.background && claim.effect != Effect::kMissing && claim.effect != Effect::kDisplaced) claim.means = lead;
  }
}

}  // namespace attest
