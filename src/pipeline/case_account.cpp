#include "pipeline/case_account.h"

#include "link/link.h"
#include "reconcile/reconcile.h"
#include "text/text.h"

namespace attest {
namespace {

struct Loaded {
  std::vector<Analysis> analyses;
  std::map<std::string, std::uint64_t> numbers;  // of the reports loaded, by id
  Review review;
};

// For each replaced report the newest version that stands for it.
Result<std::map<std::string, std::string>> newest_versions(CaseReader& reader, std::vector<std::uint64_t>& current) {
  std::map<std::uint64_t, ReportRow> replaced;
  std::map<std::uint64_t, std::string> ids;
  const auto read = reader.reports([&](const ReportRow& row) {
    ids[row.number] = row.id;
    if (row.replaced_by == 0) current.push_back(row.number);
    else replaced[row.number] = row;
    return true;
  });
  if (!read) return read.error();
  std::map<std::string, std::string> out;
  for (const auto& [number, row] : replaced) {
    std::uint64_t next = row.replaced_by;
    for (auto at = replaced.find(next); at != replaced.end() && at->second.replaced_by > next; at = replaced.find(next)) next = at->second.replaced_by;
    out[row.id] = ids[next];
  }
  return out;
}

std::function<bool(const std::string&)> in_lists(const Knowledge& know) {
  return [&know](const std::string& id) { return know.actors.find(id) != nullptr; };
}

// `known_by`: only reports that were public by that day.
Result<Loaded> load(CaseReader& reader, const std::vector<std::uint64_t>& numbers, const std::map<std::string, std::string>& newest, const std::optional<Date>& known_by = {}) {
  Loaded out;
  for (const auto number : numbers) {
    auto analysis = load_analysis(reader, number);
    if (!analysis) return analysis.error();
    if (known_by && !published_by(analysis->findings, *known_by)) continue;
    out.numbers[analysis->report.id] = number;
    out.analyses.push_back(std::move(*analysis));
  }
  const auto decisions = active_decisions(reader);
  if (!decisions) return decisions.error();
  out.review = apply_to_analyses(*decisions, newest, out.analyses);
  return out;
}

// Another number wherever rows of kept incidents could not be read by the program before: they are then made anew.
constexpr const char* kLinksForm = " 2";

// What is kept beside a linking: the state that it holds for and, on a second line, the latest day of all its reports.
struct Kept {
  std::string state;
  std::optional<Date> day;
};

Kept kept_linking(const std::string& text) {
  const auto end = text.find('\n');
  return end == std::string::npos ? Kept{text, {}} : Kept{text.substr(0, end), Date::parse(text.substr(end + 1))};
}

std::optional<Date> latest_day(const std::vector<Analysis>& analyses) {
  std::optional<Date> out;
  for (const Analysis& a : analyses) out = std::max(out, a.findings.dates.reference);
  return out;
}

struct Linked {
  Loaded loaded;
  Links links;
};

Result<Linked> link_all(CaseReader& reader, const Knowledge& know, const std::optional<Date>& known_by = {}) {
  std::vector<std::uint64_t> current;
  const auto newest = newest_versions(reader, current);
  if (!newest) return newest.error();
  auto loaded = load(reader, current, *newest, known_by);
  if (!loaded) return loaded.error();
  Linked out{std::move(*loaded), {}};
  out.links = link_reports(out.loaded.analyses, know);
  key_person_ids(out.links, reader.info().secret, in_lists(know));
  apply_to_links(out.loaded.review, out.loaded.analyses, out.links);
  return out;
}

CaseAccount finish(CaseReader& reader, Loaded loaded, const Links& links, const Knowledge& know, ReconcileOptions options) {
  CaseAccount out;
  out.analyses = std::move(loaded.analyses);
  for (Analysis& a : out.analyses) key_person_ids(a.findings, reader.info().secret, in_lists(know));
  const Decisions decided = rulings(loaded.review, out.analyses);
  options.decisions = &decided;
  if (!options.lexicon) options.lexicon = &know.lexicon;
  out.dossier = reconcile(out.analyses, links, options);
  out.dossier.made_by = made_by(know);
  apply_to_dossier(loaded.review, out.analyses, out.dossier);
  out.decisions = std::move(loaded.review.decisions);
  return out;
}

}  // namespace

Result<Analysis> load_analysis(CaseReader& reader, std::uint64_t report) {
  const auto stored = reader.analysis(report);
  if (!stored) return stored.error();
  auto out = read_analysis(*stored, "report " + std::to_string(report));
  if (out) out->tokens = tokenize(out->report.text);
  return out;
}

Result<CaseAccount> case_account(CaseReader& reader, const Knowledge& know, const ReconcileOptions& options) {
  auto linked = link_all(reader, know, options.known_by);
  if (!linked) return linked.error();
  return finish(reader, std::move(linked->loaded), linked->links, know, options);
}

Result<std::string> linking_state(CaseReader& reader, const Knowledge& know) {
  std::uint64_t last = 0;
  for (const auto act : {act::kAdded, act::kAnalyzed, act::kDecided, act::kUndone, act::kForgotten, act::kMerged}) {
    const auto seq = reader.last_seq(act);
    if (!seq) return seq.error();
    last = std::max(last, *seq);
  }
  const MadeBy maker = made_by(know);
  return std::to_string(last) + " " + maker.version + " " + maker.rules + " " + maker.model + " " + maker.gazetteer + kLinksForm;
}

Result<CaseAccount> incident_account(CaseReader& reader, std::string_view id, const Knowledge& know, const ReconcileOptions& options) {
  const auto state = linking_state(reader, know), kept = reader.incidents_state();
  if (!state || !kept) return (!state ? state : kept).error();
  const Kept linking = kept_linking(*kept);
  if (*state != linking.state) return Error{"stale", "reports, decisions or rules came since the incidents were last linked", std::string(id)};
  const auto row = reader.incident(id);
  if (!row) return row.error();
  if (!*row) return Error{"not_found", "no incident of this id; attest list CASE --incidents names them", std::string(id)};
  const auto links = read_links(**row);
  if (!links) return links.error();
  auto loaded = load(reader, (*row)->reports, {});
  if (!loaded) return loaded.error();
  if (loaded->analyses.size() != (*row)->reports.size()) return Error{"stale", "a report of it was set aside since it was linked", std::string(id)};
  // Decisions on other incidents say nothing here.
  std::erase_if(loaded->review.decisions, [&](const AppliedDecision& d) {
    const Decision& decision = d.decision;
    const auto& report = decision.at.report.empty() ? decision.report : decision.at.report;
    return !report.empty() && !loaded->numbers.contains(report);
  });
  CaseAccount out = finish(reader, std::move(*loaded), *links, know, options);
  if (!options.as_of && !options.known_by) out.dossier.as_of = linking.day;  // as in the account of the whole
  return out;
}

Result<void> link_case(Store& store, const Knowledge& know) {
  std::string state;
  std::vector<IncidentRow> rows;
  {
    auto reader = store.read();
    if (!reader) return reader.error();
    const auto now = linking_state(**reader, know), kept = (*reader)->incidents_state();
    if (!now || !kept) return (!now ? now : kept).error();
    if (*now == kept_linking(*kept).state) return {};
    const auto linked = link_all(**reader, know);
    if (!linked) return linked.error();
    const auto day = latest_day(linked->loaded.analyses);
    state = *now + "\n" + (day ? day->iso() : "");
    std::vector<LinkedReport> reports;
    for (const auto& a : linked->loaded.analyses) reports.push_back({linked->loaded.numbers.at(a.report.id), a.report.id});
    rows = incident_rows(linked->links, reports);
  }
  auto writer = store.write();
  if (!writer) return writer.error();
  if (const auto put = (*writer)->put_incidents(state, rows); !put) return put.error();
  return (*writer)->commit();
}

}  // namespace attest
