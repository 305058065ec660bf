#include "link/linker.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_set>

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
  void share(std::uint32_t report, std::vector<std::pair<std::uint32_t, std::uint32_t>>& turned);
  Home home_of(std::uint32_t report) const;
  bool place(std::uint32_t report);
  std::size_t update();

  const Knowledge& know;
  PlacePool places;
  CaseView view;
  std::deque<ReportMarks> marks;  // by report, without names
  std::deque<HeldNames> names;    // by report
  NamePool strings{places};
  std::vector<std::optional<Home>> homes;     // by report; none yet for a new one
  std::deque<std::vector<ClaimFacts>> facts;  // by report; groups point into them
  SharedPassages sentences, quotes;
  LinkedReports linked;
  Blocks blocks;
  std::set<std::uint32_t> changed;  // reports whose happenings must be worked out again
};

void Linker::State::add(const Analysis& analysis, ReportMarks read) {
  const auto report = static_cast<std::uint32_t>(view.size());
  const auto deposed = view.add(analysis);
  names.push_back(strings.hold(std::move(read.names)));
  read.names = {};
  marks.push_back(std::move(read));
  homes.emplace_back();
  facts.push_back(claim_facts(analysis, report, places));
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

// With whom a report shares text or quotations now. Adds the pairs, the smaller first, of which this is news.
void Linker::State::share(std::uint32_t report, std::vector<std::pair<std::uint32_t, std::uint32_t>>& turned) {
  std::vector<std::uint32_t> with, differ;
  const auto &text = sentences.of(report), &words = quotes.of(report);
  std::set_union(text.begin(), text.end(), words.begin(), words.end(), std::back_inserter(with));
  auto& known = linked[report];
  std::set_symmetric_difference(with.begin(), with.end(), known.begin(), known.end(), std::back_inserter(differ));
  for (const std::uint32_t other : differ) turned.emplace_back(std::min(report, other), std::max(report, other));
  if (with.empty()) linked.erase(report);
  else known = std::move(with);
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
  for (const std::uint32_t other : sentences.of(report)) {
    if (!later(view, report, other)) continue;
    const auto undated = [&](std::uint32_t x) { return !view.analysis(x).findings.dates.reference; };
    const bool first = !earliest || (undated(other) != undated(*earliest) ? undated(*earliest) : later(view, *earliest, other));
    if (first) earliest = other;
  }
  if (earliest)
    out.key = marks[*earliest].credits.empty() ? outlet_key(view.report(*earliest)) : marks[*earliest].credits.front().first;
  return out;
}

// Works out a report's happenings, unless they are what they were; gives whether it did.
bool Linker::State::place(std::uint32_t report) {
  Home home = home_of(report);
  if (homes[report] && homes[report]->key == home.key) return false;
  homes[report] = std::move(home);
  blocks.put(report, {});  // what was grouped by the old origins goes first
  set_origins(facts[report], *homes[report], know);
  blocks.put(report, happenings(facts[report]));
  return true;
}

std::size_t Linker::State::update() {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> turned;
  for (const std::uint32_t r : changed) share(r, turned);
  std::unordered_set<std::uint32_t> placed;
  for (const std::uint32_t r : changed)
    if (place(r)) placed.insert(r);
  std::sort(turned.begin(), turned.end());
  turned.erase(std::unique(turned.begin(), turned.end()), turned.end());
  for (const auto& [a, b] : turned)
    if (placed.count(a) == 0 && placed.count(b) == 0) blocks.relink(a, b);
  changed.clear();
  return blocks.settle();
}

Linker::Linker(const Knowledge& know) : state_(std::make_unique<State>(know)) {}
Linker::~Linker() = default;

void Linker::add(const Analysis& analysis, ReportMarks marks) { state_->add(analysis, std::move(marks)); }

std::size_t Linker::update() { return state_->update(); }

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
  out.entities = link_entities(s.view, s.names, decisions);
  link_words(s.view, out);
  return out;
}

}  // namespace attest
