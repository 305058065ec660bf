#include "link/linker.h"

#include <algorithm>
#include <set>

#include "link/blocks.h"
#include "link/dependencies.h"
#include "link/entities.h"
#include "link/happenings.h"
#include "link/rulings.h"
#include "link/sources.h"
#include "link/words.h"

namespace attest {

struct Linker::State {
  explicit State(const Knowledge& k) : know(k), sentences(kSharedSentences), quotes(kSharedQuotes), blocks(view, linked) {}

  void add(const Analysis& analysis, ReportMarks read);
  void share(std::uint32_t report);
  Home home_of(std::uint32_t report) const;
  void place(std::uint32_t report);

  const Knowledge& know;
  CaseView view;
  std::deque<ReportMarks> marks;               // by report
  std::vector<Home> homes;                     // by report
  std::deque<std::vector<ClaimFacts>> facts;   // by report; groups point into them
  SharedPassages sentences, quotes;
  LinkedReports linked;
  Blocks blocks;
  std::set<std::uint32_t> changed;             // reports whose happenings must be worked out again
};

void Linker::State::add(const Analysis& analysis, ReportMarks read) {
  const auto report = static_cast<std::uint32_t>(view.size());
  const auto deposed = view.add(analysis);
  marks.push_back(std::move(read));
  homes.emplace_back();
  facts.emplace_back();
  const auto note = [&](const std::vector<std::uint32_t>& reports) { changed.insert(reports.begin(), reports.end()); };
  for (const std::uint32_t d : deposed) {  // a copy shares nothing: the report that it copies does
    note(sentences.remove(d));
    note(quotes.remove(d));
    changed.insert(d);
  }
  changed.insert(report);
  const std::uint32_t first = view.same_as(report);
  if (first != report) return;
  note(sentences.add(report, marks[report].sentences));
  note(quotes.add(report, marks[report].quotes));
}

// With whom a report shares text or quotations now.
void Linker::State::share(std::uint32_t report) {
  std::set<std::uint32_t> with;
  for (const auto& [other, spans] : sentences.of(report)) with.insert(other);
  for (const auto& [other, spans] : quotes.of(report)) with.insert(other);
  if (with.empty()) linked.erase(report);
  else linked[report].assign(with.begin(), with.end());
}

// Where a copied report's unnamed sources spoke: the credited agency, else the home of the earliest report whose text it shares.
Home Linker::State::home_of(std::uint32_t report) const {
  const Report& r = view.report(report);
  Home out{outlet_key(r), know.actors.find_name(r.outlet.value_or(""))};
  if (!marks[report].credits.empty()) {
    out.key = marks[report].credits.front().first;
    return out;
  }
  std::optional<std::uint32_t> earliest;
  for (const auto& [other, spans] : sentences.of(report)) {
    if (!later(view, report, other)) continue;
    const auto undated = [&](std::uint32_t x) { return !view.analysis(x).findings.dates.reference; };
    const bool first = !earliest || (undated(other) != undated(*earliest) ? undated(*earliest) : later(view, *earliest, other));
    if (first) earliest = other;
  }
  if (earliest) out.key = marks[*earliest].credits.empty() ? outlet_key(view.report(*earliest)) : marks[*earliest].credits.front().first;
  return out;
}

void Linker::State::place(std::uint32_t report) {
  homes[report] = home_of(report);
  blocks.put(report, {});  // the groups that point into the old facts go first
  facts[report] = claim_facts(view.analysis(report), report, homes[report], know);
  blocks.put(report, happenings(facts[report]));
}

Linker::Linker(const Knowledge& know) : state_(std::make_unique<State>(know)) {}
Linker::~Linker() = default;

void Linker::add(const Analysis& analysis, ReportMarks marks) { state_->add(analysis, std::move(marks)); }

std::size_t Linker::update() {
  State& s = *state_;
  for (const std::uint32_t r : s.changed) s.share(r);
  for (const std::uint32_t r : s.changed) s.place(r);
  s.changed.clear();
  return s.blocks.settle();
}

Links Linker::links(const Decisions* decisions) {
  update();
  State& s = *state_;
  s.view.sort();
  Links out;
  for (std::uint32_t r = 0; r < s.view.size(); ++r) out.same_as.push_back(s.view.same_as(r));
  link_agency_credits(s.view, s.marks, out);
  link_shared(s.view, s.sentences, "shared_text", out);
  link_shared(s.view, s.quotes, "shared_quote", out);
  link_sources(s.view, s.homes, s.know, out);
  const RuledIncidents ruled(s.blocks.incidents(), s.view, decisions);
  out.incidents = finish_incidents(s.view, ruled.all());
  link_origins(s.view, out);
  finish_dependencies(s.view, out);
  link_figures(s.view, out);
  link_classes(s.view, out);
  link_reuse(s.view, out);
  out.entities = link_entities(s.view, s.marks, decisions);
  link_words(s.view, out);
  return out;
}

}  // namespace attest
