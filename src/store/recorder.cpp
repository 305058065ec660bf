#include "store/recorder.h"

#include <algorithm>

namespace attest {

std::string entry_hash(const LogEntry& e) {
  std::string text = "attest log entry 1\n" + std::to_string(e.seq);
  for (const auto* part : {&e.at, &e.by, &e.act, &e.version, &e.subject, &e.body, &e.previous}) text += "\n" + *part;
  return sha256_id(text);
}

Result<void> check_role(std::string_view by) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
  if (by.empty() || by.size() > 32 || !std::all_of(by.begin(), by.end(), fits))
    return Error{"", "takes a role code of letters, digits, - and _ (at most 32), such as editor-2: names of staff do not belong into a log", "--by"};
  return {};
}

CaseInfo new_case_info(const Recorder& recorder) {
  CaseInfo out;
  out.id = hex(recorder.random(16));
  out.created = recorder.now();
  out.secret = recorder.random(32);
  return out;
}

std::string first_previous(const CaseInfo& info) { return sha256_id("attest case 1\n" + info.id); }

Result<LogEntry> append_entry(CaseWriter& writer, const Recorder& recorder, std::string_view act, std::string_view subject, const std::string& body) {
  const auto last = writer.last_entry();
  if (!last) return last.error();
  LogEntry e;
  e.seq = *last ? (*last)->seq + 1 : 1;
  e.at = recorder.now();
  e.by = recorder.by;
  e.act = act;
  e.version = recorder.version;
  e.subject = subject;
  if (!body.empty()) e.body = sha256_id(body);
  e.previous = *last ? (*last)->hash : first_previous(writer.info());
  e.hash = entry_hash(e);
  const auto done = writer.append(e, body.empty() ? std::nullopt : std::optional(body));
  if (!done) return done.error();
  return e;
}

}  // namespace attest
