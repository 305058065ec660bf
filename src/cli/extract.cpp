#include "cli/run.h"

namespace attest {
namespace {

std::string extract_json(const Report& report) {
  JsonWriter out;
  out.begin_object()
      .field("input", report.input)
      .field("url", report.url)
      .field("title", report.title)
      .field("byline", report.byline);
  out.field("outlet", report.outlet).field("published", report.published).field("modified", report.modified);
  out.field("canonical", report.canonical).field("section", report.section).field("agency", report.agency);
  out.field("language", report.language.empty() ? std::nullopt : std::optional(report.language));
  out.key("captions").begin_array();
  for (const auto& caption : report.captions)
    out.begin_object().field("text", caption.text).field("image", caption.image).end_object();
  out.end_array().field("text", report.text).end_object();
  return std::move(out).text() + "\n";
}

}  // namespace

int run_extract(const Args& args) {
  auto options = pipeline_options(args);
  if (!options) return failed(options.error());
  options->ingest.allow_no_text = true;  // a page that scripts draw still has a title and a day
  auto output = Output::open("");
  if (!output) return failed(output.error());
  bool all_read = true;
  read_reports(args.inputs, SystemFiles(), *options, [&](Result<Report> report, const std::string& input) {
    if (!report) all_read = false;
    output->write(report ? extract_json(*report) : error_json({input, report.error()}) + "\n");
  });
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return all_read ? 0 : 1;
}

}  // namespace attest
