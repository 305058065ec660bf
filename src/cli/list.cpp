#include "base/json_writer.h"
#include "cli/case_run.h"
#include "cli/shown.h"
#include "pipeline/pipeline.h"

namespace attest {
namespace {

std::string report_line(const ReportRow& row) {
  std::string out = std::to_string(row.number) + "  " + short_id(row.id) + "  " + (row.day ? row.day->iso() : "no day    ") + "  ";
  out += std::to_string(row.claims) + (row.claims == 1 ? " claim" : " claims");
  if (!row.outlet.empty()) out += "  " + shown(row.outlet);
  if (!row.title.empty()) out += "  " + shown(row.title);
  if (row.title.empty() && !row.address.empty()) out += "  " + shown(row.address);
  if (row.replaced_by != 0) out += "  (replaced by " + std::to_string(row.replaced_by) + ")";
  return out + "\n";
}

std::string report_json(const ReportRow& row) {
  JsonWriter out;
  out.begin_object().field("restricted", true).field("number", static_cast<std::size_t>(row.number)).field("report", row.id).field("address", row.address);
  out.field("title", row.title).field("outlet", row.outlet).field("day", row.day ? std::optional(row.day->iso()) : std::nullopt).field("claims", row.claims);
  out.field("added_by_entry", static_cast<std::size_t>(row.seq));
  out.field("replaced_by", row.replaced_by ? std::optional(static_cast<std::size_t>(row.replaced_by)) : std::nullopt).end_object();
  return std::move(out).text() + "\n";
}

std::string incident_line(const IncidentRow& row) {
  const auto day = [](const std::optional<Date>& d) { return d ? d->iso() : std::string("?"); };
  const std::string days = row.days.start == row.days.end ? day(row.days.start) : day(row.days.start) + " to " + day(row.days.end);
  const std::size_t n = row.reports.size();
  return shown(row.id + "  " + days + "  " + row.kind + (row.place.empty() ? "" : ", " + row.place) + (row.country.empty() ? "" : ", " + row.country)) + "  " +
         std::to_string(n) + (n == 1 ? " report\n" : " reports\n");
}

std::string incident_json(const IncidentRow& row) {
  JsonWriter out;
  out.begin_object().field("restricted", true).field("incident", row.id).field("kind", row.kind).field("place", row.place).field("country", row.country);
  out.field("start", row.days.start ? std::optional(row.days.start->iso()) : std::nullopt).field("end", row.days.end ? std::optional(row.days.end->iso()) : std::nullopt);
  out.field("reports", row.reports.size()).end_object();
  return std::move(out).text() + "\n";
}

int list_incidents(const Args& args, SqliteStore& store, Output& output) {
  const auto know = knowledge_for(args);
  if (!know) return failed(know.error());
  if (const auto linked = link_case(store, **know); !linked) return failed(linked.error());
  auto reader = store.read();
  if (!reader) return failed(reader.error());
  const bool json = args.get("--format") == "json";
  const auto read = (*reader)->incidents([&](const IncidentRow& row) { output.write(json ? incident_json(row) : incident_line(row)); return true; });
  return read ? 0 : failed(read.error());
}

int list_reports(const Args& args, SqliteStore& store, Output& output) {
  auto reader = store.read();
  if (!reader) return failed(reader.error());
  const bool json = args.get("--format") == "json";
  const auto read = (*reader)->reports([&](const ReportRow& row) { output.write(json ? report_json(row) : report_line(row)); return true; });
  if (!read) return failed(read.error());
  const auto gone = (*reader)->tombstones();
  if (!gone) return failed(gone.error());
  for (const auto& t : *gone)
    if (!json) output.write("-  " + short_id(t.report) + "  removed " + shown(t.day + " (" + t.reason + ")") + "\n");
  return 0;
}

}  // namespace

int run_list(const Args& args) {
  auto store = open_case(args);
  if (!store) return failed(store.error());
  auto output = Output::open("");
  if (!output) return failed(output.error());
  const int status = args.has("--incidents") ? list_incidents(args, **store, *output) : list_reports(args, **store, *output);
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return status;
}

}  // namespace attest
