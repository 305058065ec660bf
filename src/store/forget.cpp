#include "store/forget.h"

#include <algorithm>

#include "store/acts.h"
#include "store/decisions.h"
#include "store/decode.h"
#include "store/encode.h"

namespace attest {

template <class V, Is<Forgetting> T>
void visit_fields(V& v, T& x) {
  auto& [salt, reason, bodies] = x;
  v("salt", salt), v("reason", reason), v("bodies", bodies);
}

namespace {

bool tells_of(const Decision& d, const std::string& report) {
  return d.at.report == report || d.report == report || std::any_of(d.with.begin(), d.with.end(), [&](const Anchor& a) { return a.report == report; });
}

// The entries whose bodies hold something of the report. Undoings of its decisions give reasons in words, so they go too.
Result<std::vector<std::int64_t>> bodies_about(CaseReader& reader, const std::string& report) {
  std::vector<LogEntry> entries;
  const auto read = reader.log(1, "", [&](const LogEntry& e) {
    if (!e.body.empty() && e.act != act::kForgotten && (e.subject == report || e.act == act::kDecided)) entries.push_back(e);
    return true;
  });
  if (!read) return read.error();
  std::vector<std::int64_t> out;
  for (const auto& e : entries) {
    bool about = e.subject == report;
    if (!about) {
      const auto body = reader.body(e.seq);
      if (!body) return body.error();
      const auto decision = *body ? read_decision(**body, "body of log entry " + std::to_string(e.seq)) : Result<Decision>(Decision{});
      if (!decision) return decision.error();
      about = tells_of(*decision, report);
    }
    if (about) out.push_back(static_cast<std::int64_t>(e.seq));
  }
  return out;
}

}  // namespace

Result<Forgetting> read_forgetting(std::string_view json, const std::string& where) { return decode<Forgetting>(json, where); }

bool is_forget_reason(std::string_view reason) {
  return reason == "consent_withdrawn" || reason == "danger" || reason == "court_order" || reason == "error" || reason == "other";
}

Result<LogEntry> forget_report(CaseWriter& writer, const Recorder& recorder, const ReportRow& row, const std::string& reason) {
  if (!is_forget_reason(reason)) return Error{"", "takes consent_withdrawn, danger, court_order, error or other", "--reason"};
  const auto bodies = bodies_about(writer, row.id);
  if (!bodies) return bodies.error();
  for (const auto seq : *bodies)
    if (const auto gone = writer.remove_body(static_cast<std::uint64_t>(seq)); !gone) return gone.error();
  if (const auto gone = writer.remove_report(row.number, {row.id, recorder.now().substr(0, 10), reason}); !gone) return gone.error();
  return append_entry(writer, recorder, act::kForgotten, row.id, encode(Forgetting{recorder.salt(), reason, *bodies}));
}

}  // namespace attest
