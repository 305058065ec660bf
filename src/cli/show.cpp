#include "cli/case_run.h"
#include "cli/shown.h"
#include "export/export.h"
#include "pipeline/pipeline.h"

namespace attest {
namespace {

std::vector<std::string> sentences(const Analysis& a) {
  std::vector<std::string> out;
  for (const auto& s : a.tokens.sentences) out.emplace_back(s.span.in(a.report.text));
  return out;
}

std::string figures(const Analysis& a) {
  std::string out;
  for (const Claim& c : a.findings.claims) {
    if (!c.count) continue;
    out += (out.empty() ? "" : "; ") + std::string(c.count->span.in(a.report.text)) + " " + std::string(name(c.effect));
  }
  return out.empty() ? "none" : out;
}

// How a version differs from the one before it at the same address.
Result<std::string> version_difference(CaseReader& reader, const ReportRow& row) {
  const auto versions = reader.reports_at(row.address);
  if (!versions) return versions.error();
  const ReportRow* before = nullptr;
  for (const auto& v : *versions)
    if (v.number < row.number && !row.address.empty()) before = &v;
  if (!before) return std::string("This is the first version of its address.\n");
  const auto then = load_analysis(reader, before->number), now = load_analysis(reader, row.number);
  if (!then || !now) return (!then ? then : now).error();
  std::string out = "Report " + std::to_string(before->number) + " and its next version, report " + std::to_string(row.number) + " (" + shown(row.address) + ")\n";
  out += "figures then: " + shown(figures(*then)) + "\nfigures now:  " + shown(figures(*now)) + "\n";
  for (const auto& line : difference(sentences(*then), sentences(*now)))
    if (line.kind != DifferenceLine::Kind::kSame) out += (line.kind == DifferenceLine::Kind::kGone ? "- " : "+ ") + shown(line.text) + "\n";
  return out;
}

// The report's own head: how it came, and what was made of it when.
Result<std::string> provenance(CaseReader& reader, const ReportRow& row) {
  const auto body = reader.body(row.seq);
  if (!body) return body.error();
  const auto capture = read_capture(body->value_or("{}"), row.id);
  if (!capture) return capture.error();
  std::string out = "report " + std::to_string(row.number) + "  " + row.id + "\n";
  out += "address   " + (row.address.empty() ? "none" : shown(row.address)) + "\ncaptured  " + shown(capture->at + " (" + capture->how) + ", entry " + std::to_string(row.seq) + ")\n";
  const auto versions = row.address.empty() ? Result<std::vector<ReportRow>>(std::vector<ReportRow>()) : reader.reports_at(row.address);
  if (!versions) return versions.error();
  if (versions->size() > 1) {
    out += "versions ";
    for (const auto& v : *versions) out += " " + std::to_string(v.number);
    out += "\n";
  }
  const auto all = reader.analyses(row.number);
  if (!all) return all.error();
  for (const auto& a : *all) {
    const auto text = reader.body(a.seq);
    if (!text) return text.error();
    const auto made = read_reanalysis(text->value_or("{}"), row.id);
    if (!made) return made.error();
    out += "analysis  " + std::to_string(a.number) + " (entry " + std::to_string(a.seq) + "): version " + shown(made->made_by.version + ", rules " + made->made_by.rules) + "\n";
  }
  return out + "\n";
}

}  // namespace

int run_show(const Args& args) {
  if (args.inputs.size() != 2) return usage_error("show takes a case and a report (its number, or the first digits of its hash)");
  auto store = open_case(args);
  if (!store) return failed(store.error());
  auto reader = (*store)->read();
  if (!reader) return failed(reader.error());
  const auto row = find_report(**reader, args.inputs[1]);
  if (!row) return failed(row.error());
  Result<std::string> text("");
  if (args.has("--difference")) {
    text = version_difference(**reader, *row);
  } else {
    const auto analysis = load_analysis(**reader, row->number);
    if (!analysis) return failed(analysis.error());
    const auto maker = latest_maker(**reader, *row);
    if (!maker) return failed(maker.error());
    if (args.get("--format") == "json") text = analysis_json(*analysis, *maker) + "\n";
    else if (text = provenance(**reader, *row); text) *text += analysis_text(*analysis, {terminal_columns(), is_terminal(stdout)});
  }
  if (!text) return failed(text.error());
  auto output = Output::open("");
  if (!output) return failed(output.error());
  output->write(*text);
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return 0;
}

}  // namespace attest
