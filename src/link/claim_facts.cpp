#include "link/claim_facts.h"

#include <algorithm>

namespace attest {
namespace {

constexpr std::int64_t kWarDays = 60;  // a total over more days than this is one of the war, not of an incident
constexpr std::int64_t kYearDays = 180;
constexpr std::int64_t kWarCount = 20'000, kWarDisplaced = 500'000;
constexpr std::size_t kNameLetters = 4;    // bytes of a word that tells one actor from another
constexpr std::int64_t kBeforeReport = 3;  // an undated happening is taken to lie in the days before the report

Window window_of(const Claim& claim, const std::optional<Date>& reference) {
  Window out;
  if (claim.time.days.start) out.first = claim.time.days.start->days();
  if (claim.time.days.end) out.last = claim.time.days.end->days();
  out.own = out.known() && claim.time.span && claim.sentence.contains(*claim.time.span);
  // "In July", "last week" date an event no better than the report's own day does.
  const std::string& p = claim.time.precision;
  out.guess = claim.measure == Measure::kEvent && (p == "week" || p == "month" || p == "year");
  if (!out.known() && reference && !claim.background) {
    out.last = reference->days();
    out.first = *out.last - kBeforeReport;
    out.guess = true;
  } else if (out.first && !out.last) {
    out.last = std::max(*out.first, claim.as_of ? claim.as_of->days() : reference ? reference->days() : *out.first);
  }
  if (out.first && out.last && *out.first > *out.last) std::swap(out.first, out.last);
  return out;
}

bool wide_place(const PlaceSet& where) { return where.finest.empty() || where.country_only || !where.located; }

// METHOD 5: the war as a whole is background. It shows by its length, or by background without day and without place.
bool is_war_total(const Claim& claim, const Window& when, const PlaceSet& where, bool own_place) {
  const bool days_of_war = when.length() > kWarDays;
  if (when.length() > kYearDays && (wide_place(where) || !own_place)) return true;  // "since 2011", said in whatever report
  if (days_of_war && (claim.background || claim.measure != Measure::kEvent))
    return wide_place(where) || when.length() > 2 * kWarDays;
  // So many, told of no town or province, are the war's: no incident of these reports' kind reaches it.
  const bool moved = claim.effect == Effect::kDisplaced || claim.effect == Effect::kAffected;
  if (claim.count && claim.count->low.value_or(claim.count->point.value_or(0)) >= (moved ? kWarDisplaced : kWarCount) &&
      (wide_place(where) || !own_place))
    return true;
  const bool total =
      claim.measure == Measure::kRunningTotal || claim.measure == Measure::kStock || claim.measure == Measure::kFlow;
  return claim.background && wide_place(where) && (!when.known() || (total && !when.first));
}

}  // namespace

std::vector<ClaimFacts> claim_facts(const Analysis& analysis, std::uint32_t report, PlacePool& places) {
  const Findings& findings = analysis.findings;
  std::vector<ClaimFacts> out;
  const auto add = [&](const Claim& claim, bool counted) {
    ClaimFacts f;
    f.report = report;
    f.claim = &claim;
    f.counted = counted;
    f.when = window_of(claim, findings.dates.reference);
    f.where = place_set(claim, places);
    f.own_place =
        std::any_of(claim.place_spans.begin(), claim.place_spans.end(), [&](Span s) { return claim.sentence.contains(s); });
    f.war_total = is_war_total(claim, f.when, f.where, f.own_place);
    const bool stated = claim.as_of && claim.as_of_basis == "stated";
    f.running =
        !f.when.guess && (f.when.length() > 3 || ((claim.measure == Measure::kRunningTotal || stated) && f.when.length() != 1));
    if (claim.count) f.figure = claim.count->point ? claim.count->point : claim.count->low ? claim.count->low : claim.count->high;
    f.alleged = !claim.perpetrators.empty();
    for (const Perpetrator& p : claim.perpetrators)
      for (const std::string& word : split_words(folded_words(p.text)))
        if (word.size() >= kNameLetters) f.actors.push_back(hash64(word));
    out.push_back(std::move(f));
  };
  for (const Claim& claim : findings.claims) add(claim, true);
  for (const Claim& claim : findings.unquantified) add(claim, false);
  std::stable_sort(out.begin(), out.end(),
                   [](const ClaimFacts& a, const ClaimFacts& b) { return a.claim->span < b.claim->span; });
  out.shrink_to_fit();
  return out;
}

void set_origins(std::vector<ClaimFacts>& facts, const Home& home, const Knowledge& know) {
  for (ClaimFacts& f : facts) {
    const auto origins = origins_of(*f.claim, home, know);
    f.origin = origins.empty() ? 0 : hash64(origins.front().id);
  }
}

}  // namespace attest
