#include "base/json_writer.h"
#include "cli/case_run.h"
#include "cli/shown.h"

namespace attest {
namespace {

std::string entry_line(const LogEntry& e, const std::string& more) {
  return std::to_string(e.seq) + "  " + shown(e.at + "  " + e.by + "  " + e.act + (e.subject.empty() ? "" : "  " + short_id(e.subject)) + more) + "\n";
}

std::string entry_json(const LogEntry& e) {
  JsonWriter out;
  out.begin_object().field("seq", static_cast<std::size_t>(e.seq)).field("at", e.at).field("by", e.by).field("act", e.act).field("version", e.version);
  out.field("subject", e.subject).field("body", e.body).field("previous", e.previous).field("hash", e.hash).end_object();
  return std::move(out).text() + "\n";
}

// What was decided, in short: restricted, for it holds words of people.
std::string told(CaseReader& reader, const LogEntry& e) {
  const auto body = reader.body(e.seq);
  if (!body || !*body) return e.act == act::kDecided || e.act == act::kUndone ? "  (removed)" : "";
  if (e.act == act::kUndone) {
    const auto undo = read_undo(**body, "");
    return undo ? "  entry " + std::to_string(undo->of) + (undo->why.empty() ? "" : ": " + undo->why) : "";
  }
  if (e.act != act::kDecided) return "";
  const auto d = read_decision(**body, "");
  if (!d) return "";
  std::string out = "  " + d->kind + (d->at.quote.empty() ? "" : " \"" + d->at.quote + "\"");
  if (d->kind == "correct" || d->kind == "grade")
    for (const auto& slot : d->slots) out += " " + slot.name + "=" + (slot.value.empty() ? "unknown" : slot.value);
  else if (d->slots.size() < slot_names().size())  // of an accepted or rejected claim, these alone
    for (const auto& slot : d->slots) out += " " + slot.name + (slot.name == "alias" ? "=" + slot.value : "");
  if (!d->subject.empty()) out += " " + d->subject + (d->into.empty() ? "" : " into " + d->into);
  return out + (d->why.empty() ? "" : ": " + d->why);
}

}  // namespace

int run_log(const Args& args) {
  auto store = open_case(args);
  if (!store) return failed(store.error());
  auto reader = (*store)->read();
  if (!reader) return failed(reader.error());
  auto output = Output::open("");
  if (!output) return failed(output.error());
  const bool json = args.get("--format") == "json";
  const auto read = (*reader)->log(1, args.get("--act"), [&](const LogEntry& e) {
    output->write(json ? entry_json(e) : entry_line(e, told(**reader, e)));
    return true;
  });
  if (!read) return failed(read.error());
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return 0;
}

}  // namespace attest
