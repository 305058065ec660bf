#include <algorithm>
#include <map>
#include <set>

#include "link/words.h"

namespace attest {
namespace {

using Entries = std::vector<std::uint32_t>;  // of the ledger

// For each report the entries that a report of the same incident tells, by actor: containers of a whole war join nothing. The
// entries are taken incident by incident, so nothing compares all reports with all entries.
class ToldBeside {
 public:
  ToldBeside(const CaseView& view, const Links& links, const std::vector<LedgerEntry>& ledger)
      : told_(view.size()), incidents_(view.size()) {
    for (std::uint32_t e = 0; e < ledger.size(); ++e)
      for (const WordsRef& s : ledger[e].statements) told_[s.report].push_back(e);
    for (const LinkedIncident& i : links.incidents) {
      if (i.war_total) continue;
      std::set<std::uint32_t> reports;
      for (const Member& m : i.members) reports.insert(m.claim.report);
      if (reports.size() < 2) continue;
      std::map<std::string_view, Entries> by_actor;
      for (const std::uint32_t r : reports) {
        incidents_[r].push_back(by_actor_.size());
        for (const std::uint32_t e : told_[r]) by_actor[ledger[e].actor_key].push_back(e);
      }
      by_actor_.push_back(std::move(by_actor));
    }
  }

  // Of `report` and of whom it names as acting; sorted, without those that it tells itself.
  Entries of(std::uint32_t report, const std::set<std::string>& actors) const {
    Entries out;
    for (const std::size_t i : incidents_[report])
      for (const std::string& actor : actors)
        if (const auto here = by_actor_[i].find(actor); here != by_actor_[i].end())
          out.insert(out.end(), here->second.begin(), here->second.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    const auto& own = told_[report];  // ascending
    out.erase(std::remove_if(out.begin(), out.end(), [&](auto e) { return std::binary_search(own.begin(), own.end(), e); }),
              out.end());
    return out;
  }

 private:
  std::vector<Entries> told_;                                  // by report
  std::vector<std::vector<std::size_t>> incidents_;            // by report
  std::vector<std::map<std::string_view, Entries>> by_actor_;  // by incident
};

}  // namespace

std::vector<NotTold> find_not_told(const CaseView& view, const Links& links, const std::vector<StatementFacts>& facts,
                                   const std::vector<LedgerEntry>& ledger) {
  constexpr int kDays = 2;                                 // calendar days without a time of day: never less than 24 hours
  std::vector<std::set<std::string>> actors(view.size());  // whom each report names as acting
  for (const StatementFacts& f : facts)
    if (!f.actor_key.empty()) actors[f.at.report].insert(f.actor_key);
  const ToldBeside beside(view, links, ledger);
  std::vector<NotTold> out;
  for (const std::uint32_t report : view.order) {
    const auto day = report_day(view.analysis(report));
    if (!day || view.is_copy(report) || actors[report].empty()) continue;
    for (const std::uint32_t e : beside.of(report, actors[report]))
      if (ledger[e].told && day->days() - ledger[e].told->days() >= kDays) out.push_back({report, ledger[e].id, *ledger[e].told});
  }
  return out;
}

}  // namespace attest
