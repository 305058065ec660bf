#include "base/json_writer.h"
#include "cli/case_run.h"
#include "cli/shown.h"

namespace attest {
namespace {

Result<std::optional<Date>> day(const Args& args, std::string_view flag) {
  if (!args.has(flag)) return std::optional<Date>();
  const auto text = args.get(flag);
  const auto date = text.size() == 10 ? Date::parse(text) : std::nullopt;
  if (!date) return Error{"", "takes a day as YYYY-MM-DD, not \"" + text + "\"", std::string(flag)};
  return std::optional<Date>(date);
}

Result<SearchRequest> request_of(const Args& args) {
  SearchRequest out;
  for (const auto& word : inputs_after_case(args)) out.words += (out.words.empty() ? "" : " ") + word;
  out.outlet = args.get("--outlet"), out.place = args.get("--place"), out.source = args.get("--source");
  if (args.has("--effect")) out.effect = parse_effect(args.get("--effect"));
  const auto from = day(args, "--from"), to = day(args, "--to");
  if (!from || !to) return (!from ? from : to).error();
  out.days = {*from, *to};
  const auto limit = args.number("--limit", 20, 1, 100000);
  if (!limit) return Error{"", "takes a whole number from 1 to 100000", "--limit"};
  out.limit = static_cast<std::size_t>(*limit);
  return out;
}

// Found words stand in reverse on a terminal, else between » and «.
std::string marked(const SearchHit& hit, bool terminal) {
  std::string out;
  std::uint32_t at = 0;
  for (const Span& m : hit.marks) {
    if (m.begin < at) continue;
    out += shown(hit.text.substr(at, m.begin - at)) + (terminal ? "\033[7m" : "»") + shown(hit.text.substr(m.begin, m.size())) + (terminal ? "\033[0m" : "«");
    at = m.end;
  }
  out += shown(hit.text.substr(at));
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string hit_text(const SearchHit& hit, bool terminal) {
  std::string out = std::to_string(hit.report.number) + "  " + short_id(hit.report.id) + "  " + (hit.report.day ? hit.report.day->iso() : "no day");
  if (!hit.report.outlet.empty()) out += "  " + shown(hit.report.outlet);
  if (!hit.report.title.empty()) out += "  " + shown(hit.report.title);
  for (std::size_t i = 0; i < hit.claims.size(); ++i) out += (i == 0 ? "  [" : ", ") + shown(hit.claims[i]) + (i + 1 == hit.claims.size() ? "]" : "");
  return out + "\n    " + marked(hit, terminal) + "\n";
}

std::string hit_json(const SearchHit& hit) {
  const CodePoints points(hit.text);
  JsonWriter out;
  out.begin_object().field("restricted", true).field("number", static_cast<std::size_t>(hit.report.number)).field("report", hit.report.id);
  out.field("outlet", hit.report.outlet).field("title", hit.report.title).field("text", hit.text).key("marks").begin_array();
  for (const Span& m : hit.marks) out.begin_array().value(points.from_byte(m.begin)).value(points.from_byte(m.end)).end_array();
  out.end_array().key("claims").begin_array();
  for (const auto& id : hit.claims) out.value(id);
  out.end_array().end_object();
  return std::move(out).text() + "\n";
}

}  // namespace

int run_search(const Args& args) {
  const auto request = request_of(args);
  if (!request) return failed(request.error());
  auto store = open_case(args);
  if (!store) return failed(store.error());
  auto reader = (*store)->read();
  if (!reader) return failed(reader.error());
  const auto hits = search_case(**reader, *request);
  if (!hits) return failed(hits.error());
  auto output = Output::open("");
  if (!output) return failed(output.error());
  const bool json = args.get("--format") == "json";
  for (const auto& hit : *hits) output->write(json ? hit_json(hit) : hit_text(hit, is_terminal(stdout)));
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return 0;
}

}  // namespace attest
