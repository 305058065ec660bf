#include "link/link.h"

#include <deque>
#include <iterator>

#include "cli/run.h"
#include "export/export.h"
#include "model/links_json.h"

namespace attest {

int run_link(const Args& args) {
  const auto options = pipeline_options(args);
  if (!options) return failed(options.error());
  const auto know = knowledge_for(args);
  if (!know) return failed(know.error());
  auto output = Output::open(args.get("--output"));
  if (!output) return failed(output.error());
  const std::string format = args.get("--format", "json");
  const MarkReader reader(**know);
  Linker linker(**know);
  std::deque<Analysis> analyses;  // stay where they are
  std::vector<Skipped> skipped;
  const bool all_read = analyze_with_progress(args, **know, *options, [&](Outcome outcome) {
    if (auto* skip = std::get_if<Skipped>(&outcome)) {
      skipped.push_back(std::move(*skip));
      return;
    }
    Analysis& a = analyses.emplace_back(std::get<Analysis>(std::move(outcome)));
    ReportMarks marks = reader.read(a);
    if (format == "json") compact(a);  // what is shared needs all findings, to know whom to leave out
    linker.add(a, std::move(marks));
    if (format == "json") strip_claims(a);
  });
  const Links links = linker.links();
  if (format == "json") {
    std::vector<const Analysis*> all;
    for (const Analysis& a : analyses) all.push_back(&a);
    write_links_json(links, all, skipped, made_by(**know), [&](std::string_view part) { output->write(part); });
  } else {
    const std::vector<Analysis> all(std::make_move_iterator(analyses.begin()), std::make_move_iterator(analyses.end()));
    output->write(format == "dot" ? link_dot(links, all, (*know)->lexicon) : link_html(links, all, (*know)->lexicon));
  }
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return all_read ? 0 : 1;
}

}  // namespace attest
