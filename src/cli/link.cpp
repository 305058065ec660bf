#include "cli/run.h"
#include "export/export.h"
#include "link/link.h"

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
  std::vector<Analysis> analyses;
  std::vector<ReportMarks> marks;
  std::vector<Skipped> skipped;
  const bool all_read = analyze_with_progress(args, **know, *options, [&](Outcome outcome) {
    if (auto* skip = std::get_if<Skipped>(&outcome)) {
      skipped.push_back(std::move(*skip));
      return;
    }
    analyses.push_back(std::get<Analysis>(std::move(outcome)));
    marks.push_back(reader.read(analyses.back()));
    if (format == "json") compact(analyses.back());  // what is shared needs all findings, to know whom to leave out
  });
  const Links links = link_reports(analyses, std::move(marks), **know);
  if (format == "dot") output->write(link_dot(links, analyses, (*know)->lexicon));
  else if (format == "html") output->write(link_html(links, analyses, (*know)->lexicon));
  else output->write(links_json(links, analyses, skipped, made_by(**know)));
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return all_read ? 0 : 1;
}

}  // namespace attest
