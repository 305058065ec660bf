#include "reconcile/questions.h"

#include <algorithm>

#include "reconcile/responsibility.h"
#include "reconcile/scope.h"
#include "reconcile/titles.h"

namespace attest {
namespace {

std::string source_name(const std::string& id, const CaseFacts& facts) {
  if (const DossierSource* s = facts.source(id)) return s->name;
  const auto report = std::find_if(facts.analyses.begin(), facts.analyses.end(), [&](const Analysis& a) { return a.report.id == id; });
  return report == facts.analyses.end() ? id : report->report.outlet.value_or("one report");
}

std::string harm_of(const Toll& t) { return std::string(name(t.effect)) + (t.scope == "all" ? "" : " (" + t.scope + ")"); }

SpanRef first_sentence(const Reading& r, const CaseFacts& facts) {
  if (r.claims.empty()) return {};
  const Claim* c = claim_of(facts, r.claims.front());
  return {r.claims.front().report, c ? c->sentence : Span{}};
}

const Reading* find(const Toll& t, const std::string& id) {
  const auto it = std::find_if(t.readings.begin(), t.readings.end(), [&](const Reading& r) { return r.id == id; });
  return it == t.readings.end() ? nullptr : &*it;
}

void about_toll(std::vector<OpenQuestion>& out, const Toll& t, const CaseFacts& facts) {
  if (t.scope != "all" || t.readings.empty()) return;
  const Reading* first = t.latest.empty() ? &t.readings.front() : find(t, t.latest.front());
  for (const std::string& id : t.latest)  // whoever gives a number, rather than words of size
    if (const Reading* r = find(t, id); first && r && is_vague(first->count) && !is_vague(r->count)) first = r;
  if (!first) return;
  if (t.latest.empty())
    out.push_back({"no_origin",
                   "No report names a source for the number " + harm_of(t) + ". Who counted?",
                   {first_sentence(*first, facts)}});
  else if (t.origins_max <= 1)
    out.push_back({"one_origin",
                   "One origin alone gives a number " + harm_of(t) + ": " + source_name(first->origin, facts) +
                       ". Is there a second, independent one?",
                   {first_sentence(*first, facts)}});
  if (t.how_many == "conflict" || t.how_many == "differ") {
    OpenQuestion q{"conflict",
                   "The latest figures " + harm_of(t) + (t.how_many == "conflict" ? " cannot all be true" : " differ") +
                       ". Do they count the same people, on the same day?",
                   {}};
    for (const std::string& id : t.latest)
      if (const Reading* r = find(t, id); r && q.evidence.size() < 4) q.evidence.push_back(first_sentence(*r, facts));
    out.push_back(std::move(q));
  }
  for (const std::string& id : t.latest)
    if (const Reading* r = find(t, id); r && r->certainty == Certainty::kUnverified)
      out.push_back(
          {"unverified",
           source_name(r->origin, facts) + " says that its own figure " + harm_of(t) + " is not verified. Has it been since?",
           {first_sentence(*r, facts)}});
}

constexpr std::int64_t kHour = 60, kDay = 24 * kHour;  // minutes

// The span of time in which a report was published, in minutes; a day without an hour is all of it.
struct Published {
  std::int64_t from = 0, to = 0;
};
std::optional<Published> published(const Analysis& a) {
  const auto& text = a.findings.dates.published;
  const std::optional<Date> day = text ? Date::parse(*text) : std::nullopt;
  if (!day) return std::nullopt;
  const std::int64_t start = day->days() * kDay;
  constexpr std::int64_t kFurthestZone = 14 * kHour;  // an hour without a zone, or a day, may be anybody's
  const auto two = [&](std::size_t at) -> std::optional<int> {
    if (!text || text->size() < at + 2 || (*text)[at] < '0' || (*text)[at] > '9' || (*text)[at + 1] < '0' ||
        (*text)[at + 1] > '9')
      return std::nullopt;
    return ((*text)[at] - '0') * 10 + (*text)[at + 1] - '0';
  };
  const auto hour = two(11), minute = two(14);
  if (!hour || !minute) return Published{start, start + kDay};
  const std::int64_t at = start + *hour * kHour + *minute;
  const std::size_t zone = text->find_first_of("Z+-", 16);
  if (zone == std::string::npos) return Published{at - kFurthestZone, at + kFurthestZone};
  const auto hours = two(zone + 1);
  const std::int64_t shift = (*text)[zone] == 'Z' || !hours ? 0 : ((*text)[zone] == '-' ? -60 : 60) * *hours;
  return Published{at - shift, at - shift};
}

// Whether a report's subject is this incident: it gives a figure of it that is no background, and at least half of its figures
// are of it.
std::vector<std::uint32_t> subject_reports(const DossierIncident& incident, const CaseFacts& facts) {
  std::map<std::uint32_t, std::size_t> own;
  for (const Member& m : incident.members)
    if (const Claim* c = claim_of(facts, m.claim); c && c->count && !c->background) ++own[m.claim.report];
  std::vector<std::uint32_t> out;
  for (const auto& [report, n] : own)
    if (2 * n >= facts.analyses[report].findings.claims.size()) out.push_back(report);
  std::sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) { return facts.rank[a] < facts.rank[b]; });
  return out;
}

// Whether a report gives another figure of the reading's origin, of the same harm and no older: it passes over nothing then.
bool tells_later_figure(const DossierIncident& incident, const Reading& reading, std::uint32_t report) {
  for (const Toll& t : incident.tolls)
    for (const Reading& r : t.readings)
      if (t.effect == Effect::kKilled && r.origin == reading.origin && r.as_of && reading.as_of && *r.as_of >= *reading.as_of &&
          std::any_of(r.claims.begin(), r.claims.end(), [&](const ClaimRef& c) { return c.report == report; }))
        return true;
  return false;
}

std::optional<Published> first_public(const Reading& r, const CaseFacts& facts) {
  std::optional<Published> out;
  for (const ClaimRef& c : r.claims)
    if (const auto p = published(facts.analyses[c.report]); p && (!out || p->to < out->to)) out = p;
  return out;
}

// Whether some report calls the dead civilians, with a number or without.
bool told_of_civilians(const DossierIncident& i, const CaseFacts& facts) {
  return std::any_of(i.members.begin(), i.members.end(), [&](const Member& m) {
    const Findings& f = facts.analyses[m.claim.report].findings;
    for (const auto* list : {&f.claims, &f.unquantified})
      for (const Claim& c : *list)
        if (c.id == m.claim.claim) return c.effect == Effect::kKilled && c.victims.status == VictimStatus::kCivilian;
    return false;
  });
}

// Those who are accused and, as far as could be read, have answered nothing: one question for all of them.
std::optional<OpenQuestion> unanswered(const DossierIncident& i, const CaseFacts& facts) {
  std::vector<std::string> accused;
  OpenQuestion q{"unanswered_allegation", "", {}};
  for (const Responsibility& r : i.responsibility) {
    if (r.standing != "alleged_no_denial" || r.accusers.empty() || r.tie == Tie::kUnidentified) continue;  // nobody known could answer
    std::vector<std::string> by;
    for (const Accuser& a : r.accusers) by.push_back(source_name(a.source, facts));
    accused.push_back(r.alleged + " to what is alleged by " + listed(by));
    if (!r.accusers.front().evidence.empty()) q.evidence.push_back(r.accusers.front().evidence.front());
  }
  if (accused.empty()) return std::nullopt;
  std::string list;
  for (const std::string& one : accused) list += (list.empty() ? "" : "; of ") + one;
  q.text = any_deed_denied(i.reports, facts) ? "A denial in these reports was tied to nobody or to others. Is one an answer of " + list + "?"
                                             : "These reports carry no answer of " + list + ". Was there one?";
  return q;
}

}  // namespace

std::vector<OpenQuestion> open_questions(const DossierIncident& i, const CaseFacts& facts) {
  std::vector<OpenQuestion> out;
  for (const Toll& t : i.tolls) about_toll(out, t, facts);
  if (!i.days.start && !i.days.end) out.push_back({"missing_field", "No report gives the day. When did it happen?", {}});
  if (!i.place && i.places.empty())
    out.push_back({"missing_field", "No report gives a place that is known. Where did it happen?", {}});
  else if (i.place && (i.place->precision == Precision::kProvince || i.place->precision == Precision::kCountry))
    out.push_back(
        {"missing_field", "The place is known to the " + std::string(name(i.place->precision)) + " only. Where in it?", {}});
  const auto counts = [&](std::string_view scope) {
    return std::any_of(i.tolls.begin(), i.tolls.end(),
                       [&](const Toll& t) { return t.effect == Effect::kKilled && t.scope == scope && !t.readings.empty(); });
  };
  if (counts("all") && !counts("civilian") && !counts("combatant"))
    out.push_back({"missing_field", std::string(told_of_civilians(i, facts) ? "Civilians are told of among the dead and not counted." : "No report says who the dead were.") +
                                        " How many were civilians?", {}});
  if (auto question = unanswered(i, facts)) out.push_back(std::move(*question));
  for (const Inconsistency& x : i.inconsistencies)
    out.push_back({"conflict", "The parts do not fit the whole: " + x.why + ". Which figure is of what?", {}});
  return out;
}

std::vector<NotMentioned> not_mentioned(const DossierIncident& incident, const CaseFacts& facts) {
  struct Fact {
    const Reading* reading;
    const Toll* toll;
    Published since;
  };
  std::vector<Fact> known;
  for (const Toll& t : incident.tolls) {
    if (t.effect != Effect::kKilled || (t.scope != "all" && t.scope != "civilian")) continue;
    for (const Reading& r : t.readings)
      if (const auto since = first_public(r, facts); since && !r.origin.empty() && !is_vague(r.count) && r.status != "withdrawn")
        known.push_back({&r, &t, *since});
  }
  std::stable_sort(known.begin(), known.end(),
                   [](const Fact& a, const Fact& b) { return number(a.reading->count) > number(b.reading->count); });
  std::vector<NotMentioned> out;
  for (const Fact& f : known) {
    for (const std::uint32_t report : subject_reports(incident, facts)) {
      const auto at = published(facts.analyses[report]);
      if (!at || f.since.to + kDay > at->from || facts.links.same_as[report] != report) continue;
      // It names the figure, or another of that origin and scope, or one that had replaced it by then.
      const bool mentions = std::any_of(f.toll->readings.begin(), f.toll->readings.end(), [&](const Reading& r) {
        if (r.origin != f.reading->origin) return false;
        const bool here = std::any_of(r.claims.begin(), r.claims.end(), [&](const ClaimRef& c) { return c.report == report; });
        const auto since = first_public(r, facts);
        const bool replaced = r.supersedes == f.reading->id && since && since->from <= at->to;
        return here || replaced;
      });
      if (!mentions && !tells_later_figure(incident, *f.reading, report) && out.size() < kMostNotMentioned)
        out.push_back({report, f.reading->id, "", Date::from_days(f.since.from / kDay)});
    }
  }
  return out;
}

}  // namespace attest
