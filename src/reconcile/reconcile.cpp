#include "reconcile/reconcile.h"

#include <algorithm>
#include <numeric>

#include "reconcile/balance.h"
#include "reconcile/contradictions.h"
#include "reconcile/overrule.h"
#include "reconcile/questions.h"
#include "reconcile/responsibility.h"
#include "reconcile/said.h"
#include "reconcile/titles.h"
#include "reconcile/tolls.h"

namespace attest {
namespace {

std::optional<Date> latest_report_day(std::span<const Analysis> analyses, const std::optional<Date>& known_by) {
  std::optional<Date> out;
  for (const Analysis& a : analyses) {
    const auto& day = a.findings.dates.reference;
    if (day && (!out || *out < *day) && (!known_by || published_by(a.findings, *known_by))) out = day;
  }
  return out;
}

CaseFacts case_facts(std::span<const Analysis> analyses, const Links& links, const ReconcileOptions& options) {
  CaseFacts facts{analyses, links, std::vector<std::uint32_t>(analyses.size()), {}, {}, options.as_of ? options.as_of : options.known_by,
                  options.lexicon, {}, {}, NameIndex(links, analyses), PartyWords(options.lexicon)};
  if (options.decisions) {
    for (const ClaimRuling& r : options.decisions->claims) facts.rulings[r.claim] = &r;  // of several the last stands
    for (const ReportRuling& r : options.decisions->reports) facts.set_aside.insert(r.report);
  }
  std::vector<std::uint32_t> order(analyses.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(analyses[a].report.id, analyses[a].report.input, a) < std::tie(analyses[b].report.id, analyses[b].report.input, b);
  });
  for (std::uint32_t i = 0; i < order.size(); ++i) facts.rank[order[i]] = i;
  for (const DossierSource& s : links.sources) facts.sources[s.id] = &s;
  std::map<std::string, std::uint32_t> by_id;
  for (auto i = order.rbegin(); i != order.rend(); ++i) by_id[analyses[*i].report.id] = *i;
  for (const Dependency& d : links.dependencies) {
    if (d.signal != "shared_text") continue;
    const auto other = by_id.find(d.to);
    if (other == by_id.end()) continue;
    facts.shared_text.emplace(d.from, other->second);
    facts.shared_text.emplace(other->second, d.from);
  }
  return facts;
}

// What once befell single people ("he was jailed twice before he fled") is told of them, of no happening.
bool of_a_life(const std::vector<Said>& said) {
  return std::all_of(said.begin(), said.end(), [](const Said& s) {
    return s.claim->background && s.claim->count && s.claim->count->point == 1 && s.claim->effect != Effect::kKilled;
  });
}

Effect main_harm(const std::vector<Said>& said) {
  Effect out = Effect::kAffected;
  for (const Said& s : said) out = std::min(out, s.claim->effect);  // the enumeration runs from the dead to the merely affected
  return out;
}

DossierIncident describe(const LinkedIncident& in, const std::vector<Said>& said, const Links& links, const CaseFacts& facts) {
  DossierIncident out;
  out.id = in.id;
  out.title = incident_title(in, main_harm(said));
  for (const std::uint32_t p : in.parents) out.parents.push_back(links.incidents[p].id);
  out.kind = in.kind;
  out.place = in.place;
  out.places = in.places;
  out.days = in.days;
  std::set<std::pair<std::uint32_t, std::uint32_t>> reports;
  std::set<ClaimRef> kept;
  for (const Said& s : said) reports.emplace(facts.rank[s.ref.report], s.ref.report), kept.insert(s.ref);
  for (const auto& [rank, report] : reports) out.reports.push_back(report);
  for (const Member& m : in.members)
    if (kept.count(m.claim) > 0) out.members.push_back(m);
  return out;
}

// The contract's rows: names, labels and event nouns; who kills stands in the table alone.
std::vector<NamingRow> naming_rows(const NamingTable& table) {
  std::vector<NamingRow> out;
  for (const NamingReferent& r : table.rows) {
    if (r.kind == "harm") continue;
    NamingRow row{r.id, {}};
    for (std::size_t outlet = 0; outlet < r.outlets.size(); ++outlet)
      for (const NamingCell& c : r.outlets[outlet])
        row.names.push_back({table.outlets[outlet], c.text, static_cast<int>(c.uses.size()), c.tone, c.own_voice});
    out.push_back(std::move(row));
  }
  return out;
}

void sort_dependencies(std::vector<Dependency>& all, const CaseFacts& facts) {
  const auto key = [&](const Dependency& d) { return std::tuple(facts.rank[d.from], d.to, d.signal); };
  std::stable_sort(all.begin(), all.end(), [&](const Dependency& a, const Dependency& b) { return key(a) < key(b); });
  std::vector<Dependency> out;
  for (Dependency& d : all) {
    if (!out.empty() && key(out.back()) == key(d)) out.back().evidence.insert(out.back().evidence.end(), d.evidence.begin(), d.evidence.end());
    else out.push_back(std::move(d));
  }
  all = std::move(out);
}

}  // namespace

Dossier reconcile(std::span<const Analysis> analyses, const Links& links, const ReconcileOptions& options) {
  const CaseFacts facts = case_facts(analyses, links, options);
  Dossier out;
  out.policy = options.policy;
  if (options.own_policy) out.own_policy = options.own_policy->summary.empty() ? "a policy of the user's own" : options.own_policy->summary;
  out.as_of = options.as_of ? options.as_of : latest_report_day(analyses, options.known_by);
  out.sources = links.sources;
  out.entities = links.entities;
  out.dependencies = links.dependencies;
  out.contradictions = links.contradictions;
  int next_reading = 1;
  for (const LinkedIncident& incident : links.incidents) {
    if (!options.only_incident.empty() && incident.id != options.only_incident) continue;
    const std::vector<Said> said = said_of(incident, facts, options.known_by);
    if (said.empty() || of_a_life(said)) continue;
    DossierIncident d = describe(incident, said, links, facts);
    IncidentTolls tolls = incident_tolls(incident, said, facts, options.own_policy, next_reading, out.dependencies);
    d.tolls = std::move(tolls.tolls);
    d.transitions = std::move(tolls.transitions);
    d.responsibility = responsibilities(said, d.tolls, facts);
    d.contradictions = contradictions(std::move(tolls.conflicts), said, d.tolls, d.responsibility, incident, facts);
    d.relations = relations(d.tolls, incident, facts);
    Balance balanced = balance(d.tolls);
    d.bounds = std::move(balanced.bounds);
    d.inconsistencies = std::move(balanced.inconsistencies);
    if (options.decisions) overrule(d, incident, *options.decisions, facts);
    d.questions = open_questions(d, facts);
    d.not_mentioned = not_mentioned(d, facts);
    out.incidents.push_back(std::move(d));
  }
  out.words = links.words;
  out.naming = naming_rows(links.words.naming);
  sort_dependencies(out.dependencies, facts);
  return out;
}

}  // namespace attest
