#include "reconcile/readings.h"

#include <algorithm>

#include "reconcile/rounding.h"

namespace attest {
namespace {

using Draft = Series::Draft;

// Whether a belligerent counts its own dead or its enemy's.
std::string interest_of(const Said& s, const CaseFacts& facts) {
  static constexpr std::string_view kArmed[] = {"military", "armed_group", "government", "state_media", "police"};
  const DossierSource* source = facts.source(s.origin);
  if (!source || std::find(std::begin(kArmed), std::end(kArmed), source->kind) == std::end(kArmed)) return "none";
  const auto& groups = s.claim->victims.groups;
  const bool fighters = s.claim->victims.status == VictimStatus::kCombatant;
  const bool state = source->kind != "armed_group";
  const bool soldiers = std::any_of(groups.begin(), groups.end(), [](const std::string& g) { return g == "soldiers" || g == "police"; });
  if (fighters && soldiers) return state ? "own_losses" : "enemy_losses";
  if (fighters) return state ? "enemy_losses" : "own_losses";
  return "none";
}

// An unnamed other outlet as the source: "media reports", "reports".
bool hearsay(const std::string& origin) { return origin.rfind("unnamed-media_item", 0) == 0; }

// The wider interval of two wordings of one number: outlets drop "at least", sources do not add it.
bool more_careful(const Count& a, const Count& b) { return !a.high && b.high && a.modifier != Modifier::kVague; }

Draft open_draft(const Said& s, const CaseFacts& facts) {
  Draft d;
  Reading& r = d.reading;
  r.origin = s.origin;
  r.count = *s.claim->count;
  r.as_of = s.day;
  r.stated_on = s.stated_on;
  r.certainty = s.claim->origin_certainty;
  r.status = s.origin.empty() ? "unsourced" : "standing";
  r.interest = interest_of(s, facts);
  r.note = s.note;
  r.reviewed = s.reviewed;
  d.said.push_back(s);
  return d;
}

void join(Draft& d, const Said& s) {
  const bool stated = std::any_of(d.said.begin(), d.said.end(), [](const Said& x) { return x.day_stated; });
  if (more_careful(*s.claim->count, d.reading.count)) d.reading.count = *s.claim->count;
  // A stated day says more than any report's own; else the figure holds from the first day on which it was told.
  if (s.day && (!d.reading.as_of || (s.day_stated && !stated) || (s.day_stated == stated && *s.day < *d.reading.as_of))) d.reading.as_of = s.day;
  d.reading.reviewed = d.reading.reviewed && s.reviewed;
  if (s.stated_on && (!d.reading.stated_on || *s.stated_on < *d.reading.stated_on)) d.reading.stated_on = s.stated_on;
  d.said.push_back(s);
}

bool before(const std::optional<Date>& a, const std::optional<Date>& b) { return a && b && *a < *b; }

// A party's own dead and its enemy's are two counts, neither of which replaces the other.
using Counter = std::pair<std::string, std::string>;  // origin, interest

std::vector<Draft> equal_figures(const std::vector<Said>& said, const Counter& counter, const CaseFacts& facts) {
  std::vector<Draft> out;
  for (const Said& s : said) {
    if (s.origin != counter.first || interest_of(s, facts) != counter.second) continue;
    const auto same = std::find_if(out.begin(), out.end(), [&](const Draft& d) {
      return number(d.reading.count) == number(*s.claim->count) && is_vague(d.reading.count) == is_vague(*s.claim->count);
    });
    if (same == out.end()) out.push_back(open_draft(s, facts));
    else join(*same, s);
  }
  return out;
}

bool share_report(const Draft& a, const Draft& b) {
  return std::any_of(a.said.begin(), a.said.end(), [&](const Said& x) {
    return std::any_of(b.said.begin(), b.said.end(), [&](const Said& y) { return x.report == y.report; });
  });
}

// Vague words without a source repeat a figure without a source only in the same report: elsewhere nothing ties the two.
bool untied(const Draft& d, const Draft& a) { return d.reading.origin.empty() && is_vague(d.reading.count) && !share_report(d, a); }

// The nearest figure that `d` may be a rounded repeat of, and that is not younger.
std::optional<std::size_t> rounded_from(const Draft& d, const std::vector<Draft>& drafts) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Draft& a = drafts[i];
    if (a.relay || &a == &d || !may_round(d.reading.count, a.reading.count) || before(d.reading.as_of, a.reading.as_of) || untied(d, a)) continue;
    if (!best || std::abs(*number(a.reading.count) - *number(d.reading.count)) <
                     std::abs(*number(drafts[*best].reading.count) - *number(d.reading.count)))
      best = i;
  }
  return best;
}

void relay(Draft& from, Draft& to) {
  for (const Said& s : from.said) to.said.push_back(s);
  from.relay = true;
}

std::vector<Draft> without_relays(std::vector<Draft> drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i)
    if (const auto a = rounded_from(drafts[i], drafts)) relay(drafts[i], drafts[*a]);
  drafts.erase(std::remove_if(drafts.begin(), drafts.end(), [](const Draft& d) { return d.relay; }), drafts.end());
  return drafts;
}

bool in_title(const Draft& d) { return std::any_of(d.said.begin(), d.said.end(), [](const Said& s) { return s.in_title; }); }

// Orders one origin's figures; the last one stands. Of two different figures of one day the counted beats the vague, then the one that a
// report has in its title, then the greater is taken for the total and the other for a part of it.
void supersede(std::vector<Draft>& drafts) {
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    const auto key = [](const Draft& d) {
      return std::tuple(!is_vague(d.reading.count), d.reading.as_of.has_value(), d.reading.as_of, in_title(d), number(d.reading.count));
    };
    return key(a) < key(b);
  });
  for (std::size_t i = 0; i + 1 < drafts.size(); ++i) {
    Draft& d = drafts[i];
    Draft& next = drafts[i + 1];
    if (is_vague(d.reading.count) && !is_vague(next.reading.count)) {
      d.reading.note = "vaguer than another figure of the same origin";
      d.superseded_by = i + 1;
    } else if (before(d.reading.as_of, next.reading.as_of) || (!d.reading.as_of && next.reading.as_of)) {
      d.superseded_by = i + 1;
    } else {
      const bool less = *number(d.reading.count) < *number(next.reading.count);
      d.reading.note = less ? "another figure of the same origin and day is greater; taken for a part"
                            : "another figure of the same origin and day stands in a report's title; taken for that of something else";
    }
    if (d.superseded_by) d.reading.status = "superseded";
  }
}

// Hands an unsourced figure to the sourced reading that it repeats: one of the same report first, else the earliest.
bool repeats_sourced(Draft& unsourced, Series& series) {
  if (is_vague(unsourced.reading.count)) return false;  // "hundreds", in nobody's name, is none taken from a source that counts
  Draft* best = nullptr;
  bool best_same = false;
  for (Draft& d : series.drafts) {
    if (d.reading.origin.empty() || hearsay(d.reading.origin)) continue;
    const bool same_report = std::any_of(d.said.begin(), d.said.end(), [&](const Said& s) { return s.report == unsourced.said.front().report; });
    const bool equal = number(d.reading.count) == number(unsourced.reading.count) && !is_vague(d.reading.count);
    const bool rounded = may_round(unsourced.reading.count, d.reading.count);
    if (!(equal || rounded) || before(unsourced.reading.stated_on, d.reading.stated_on)) continue;
    if (!best || (same_report && !best_same)) best = &d, best_same = same_report;
  }
  if (!best) return false;
  for (const Said& s : unsourced.said)
    series.dependencies.push_back({s.ref.report, best->reading.origin, "same_figure", {{s.ref.report, s.claim->span}, {best->said.front().ref.report, best->said.front().claim->span}}});
  relay(unsourced, *best);
  return true;
}

void finish(Draft& d, const CaseFacts& facts) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> reports;
  for (const Said& s : d.said) {
    d.reading.claims.push_back(s.ref);
    reports.emplace(facts.rank[s.report], s.report);
  }
  for (const auto& [rank, report] : reports) d.reading.relayed_by.push_back(report);
}

// A figure that its origin took back is shown, replaces nothing and is nobody's latest.
void set_withdrawn_apart(std::vector<Draft>& drafts, Series& out) {
  std::vector<Draft> kept;
  for (Draft& d : drafts) {
    const auto back = std::find_if(d.said.begin(), d.said.end(), [](const Said& s) { return s.withdrawn; });
    if (back == d.said.end()) {
      kept.push_back(std::move(d));
      continue;
    }
    d.reading.status = "withdrawn";
    d.reading.note = back->stated_on ? "withdrawn by its origin on " + back->stated_on->iso() : "withdrawn by its origin";
    out.drafts.push_back(std::move(d));
  }
  drafts = std::move(kept);
}

// Two figures of an official for one day, 24 and 7, beside the 31 of an unnamed official: the parts of that whole told one by one, and
// no rival total. Of others a lower figure beside a part of it is no sum.
void drop_summands(Series& series, const CaseFacts& facts) {
  std::map<std::pair<std::string, std::optional<Date>>, std::vector<std::size_t>> parts;
  for (std::size_t i = 0; i < series.drafts.size(); ++i) {
    const Reading& r = series.drafts[i].reading;
    if (!r.origin.empty() && r.status != "withdrawn" && r.status != "superseded" && r.count.modifier == Modifier::kExact && r.count.point) parts[{r.origin, r.as_of}].push_back(i);
  }
  for (const auto& [key, list] : parts) {
    std::int64_t sum = 0;
    for (const std::size_t i : list) sum += *series.drafts[i].reading.count.point;
    const auto whole = [&, &key = key](const Draft& d) {
      const bool theirs = is_unnamed(d.reading.origin) && kind_of_origin(d.reading.origin, facts) == kind_of_origin(key.first, facts);
      return theirs && d.reading.origin != key.first && d.reading.as_of == key.second && d.reading.count.point == sum;
    };
    if (list.size() < 2 || std::none_of(series.drafts.begin(), series.drafts.end(), whole)) continue;
    for (const std::size_t i : list) series.drafts[i].reading.note = "a part: figures of this origin add up to what one of its kind gives for all";
    std::erase_if(series.latest, [&, &mine = list](std::size_t i) { return std::find(mine.begin(), mine.end(), i) != mine.end(); });
  }
}

}  // namespace

Series read_series(const std::vector<Said>& said, const CaseFacts& facts, bool different_people) {
  Series out;
  std::set<Counter> counters;
  for (const Said& s : said)
    if (!s.origin.empty()) counters.emplace(s.origin, interest_of(s, facts));
  // What "media reports" say comes last: where it equals a named source's figure it is that figure, told once more.
  std::vector<Counter> order(counters.begin(), counters.end());
  std::stable_partition(order.begin(), order.end(), [](const Counter& c) { return !hearsay(c.first); });
  for (const Counter& counter : order) {
    std::vector<Draft> drafts = equal_figures(said, counter, facts);
    if (!different_people) drafts = without_relays(std::move(drafts));
    if (hearsay(counter.first) && !different_people)
      drafts.erase(std::remove_if(drafts.begin(), drafts.end(), [&](Draft& d) { return repeats_sourced(d, out); }), drafts.end());
    set_withdrawn_apart(drafts, out);
    if (!different_people) supersede(drafts);
    const std::size_t base = out.drafts.size();
    for (Draft& d : drafts) {
      if (d.superseded_by) *d.superseded_by += base;
      out.drafts.push_back(std::move(d));
      if (different_people) out.latest.push_back(out.drafts.size() - 1);
    }
    if (!different_people && out.drafts.size() > base) out.latest.push_back(out.drafts.size() - 1);
  }
  for (Draft& d : without_relays(equal_figures(said, {"", "none"}, facts)))
    if (different_people || !repeats_sourced(d, out)) out.drafts.push_back(std::move(d));
  if (!different_people) drop_summands(out, facts);
  for (Draft& d : out.drafts) finish(d, facts);
  return out;
}

}  // namespace attest
