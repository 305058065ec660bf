#include <algorithm>
#include <set>

#include "link/words.h"

namespace attest {
namespace {

// The reports that speak of an incident together, pair by pair: containers of a whole war join nothing.
std::set<std::pair<std::uint32_t, std::uint32_t>> sharing_an_incident(const Links& links) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> out;
  for (const LinkedIncident& i : links.incidents) {
    if (i.war_total) continue;
    std::set<std::uint32_t> reports;
    for (const Member& m : i.members) reports.insert(m.claim.report);
    for (const auto a : reports)
      for (const auto b : reports)
        if (a != b) out.emplace(a, b);
  }
  return out;
}

}  // namespace

std::vector<NotTold> find_not_told(const CaseView& view, const Links& links, const std::vector<StatementFacts>& facts,
                                   const std::vector<LedgerEntry>& ledger) {
  constexpr int kDays = 2;  // calendar days without a time of day: never less than 24 hours
  const auto together = sharing_an_incident(links);
  std::vector<std::set<std::string>> actors(view.size());  // whom each report names as acting
  for (const StatementFacts& f : facts)
    if (!f.actor_key.empty()) actors[f.at.report].insert(f.actor_key);
  std::vector<NotTold> out;
  for (const std::uint32_t report : view.order) {
    const auto day = report_day(view.analysis(report));
    if (!day || view.is_copy(report)) continue;
    for (const LedgerEntry& e : ledger) {
      if (!e.told || day->days() - e.told->days() < kDays || actors[report].count(e.actor_key) == 0) continue;
      const auto tells = [&](const WordsRef& s) { return s.report == report; };
      const auto shares = [&](const WordsRef& s) { return together.count({report, s.report}) > 0; };
      if (std::any_of(e.statements.begin(), e.statements.end(), tells) ||
          std::none_of(e.statements.begin(), e.statements.end(), shares))
        continue;
      out.push_back({report, e.id, *e.told});
    }
  }
  return out;
}

}  // namespace attest
