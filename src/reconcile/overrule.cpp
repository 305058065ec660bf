#include "reconcile/overrule.h"

#include <algorithm>

namespace attest {
namespace {

Overruled entry(std::string what, std::string was, std::string now, const Ruling& r) { return {std::move(what), std::move(was), std::move(now), r.by, r.why, r.day}; }

std::string text_of(const std::optional<std::int64_t>& n) { return n ? std::to_string(*n) : std::string("unknown"); }

std::string figure(const Claim* c) { return c && c->count ? text_of(number(*c->count)) + " " + std::string(name(c->effect)) : std::string("a claim"); }

void about_claims(DossierIncident& out, const LinkedIncident& linked, const Decisions& decisions, const CaseFacts& facts) {
  for (const ClaimRuling& r : decisions.claims) {
    const bool here = std::any_of(linked.members.begin(), linked.members.end(), [&](const Member& m) { return m.claim == r.claim; });
    if (!here || r.claim.report >= facts.analyses.size()) continue;
    const auto& claims = facts.analyses[r.claim.report].findings.claims;
    const auto was = std::find_if(claims.begin(), claims.end(), [&](const Claim& c) { return c.id == r.claim.claim; });
    const std::string before = figure(was == claims.end() ? nullptr : &*was);
    const char* now = r.act == ClaimRuling::Act::kReject ? "rejected" : r.corrected ? nullptr : "accepted";
    out.overruled.push_back(entry("claim", before, now ? now : "corrected to " + figure(&*r.corrected), r.ruling));
  }
  for (const ReportRuling& r : decisions.reports) {
    const bool here = std::any_of(linked.members.begin(), linked.members.end(), [&](const Member& m) { return m.claim.report == r.report; });
    if (here) out.overruled.push_back(entry("report", facts.analyses[r.report].report.input, "left out", r.ruling));
  }
}

void about_toll(Toll& t, const GradeRuling& r) {
  std::string& grade = r.question == "happened" ? t.happened : t.how_many;
  t.overruled.push_back(entry(r.question, grade, r.grade, r.ruling));
  grade = r.grade;
}

}  // namespace

void overrule(DossierIncident& out, const LinkedIncident& linked, const Decisions& decisions, const CaseFacts& facts) {
  const auto holds = [&](const ClaimRef& ref) { return std::any_of(linked.members.begin(), linked.members.end(), [&](const Member& m) { return m.claim == ref; }); };
  about_claims(out, linked, decisions, facts);
  for (const GradeRuling& r : decisions.grades) {
    if (!holds(r.incident)) continue;
    if (r.question == "responsible") {
      for (Responsibility& who : out.responsibility)
        if (who.alleged == r.alleged) who.overruled.push_back(entry("responsible", who.standing, r.grade, r.ruling)), who.standing = r.grade;
      continue;
    }
    for (Toll& t : out.tolls)
      if (t.effect == r.effect && t.scope == r.scope && (r.question == "happened" || r.question == "how_many")) about_toll(t, r);
  }
  for (const EstimateRuling& r : decisions.estimates) {
    if (!holds(r.incident)) continue;
    for (Toll& t : out.tolls) {
      if (t.effect != r.effect || t.scope != r.scope) continue;
      Estimate e;
      e.policy = "reviewed";
      e.low = r.low, e.best = r.best, e.high = r.high;
      e.note = "set by a person (" + r.ruling.by + ")" + (r.ruling.why.empty() ? "" : ": " + r.ruling.why);
      t.estimates.erase(std::remove_if(t.estimates.begin(), t.estimates.end(), [](const Estimate& x) { return x.policy == "reviewed"; }), t.estimates.end());
      t.estimates.push_back(std::move(e));
      t.overruled.push_back(entry("estimate", "", text_of(r.low) + " / " + text_of(r.best) + " / " + text_of(r.high), r.ruling));
    }
  }
}

}  // namespace attest
