#include "store/decisions.h"

#include <algorithm>
#include <array>
#include <map>

#include "store/acts.h"
#include "store/decode.h"
#include "store/encode.h"
#include "store/slots.h"

namespace attest {

template <class V, Is<Slot> T>
void visit_fields(V& v, T& x) {
  auto& [name, value] = x;
  v("name", name), v("value", value);
}

template <class V, Is<Decision> T>
void visit_fields(V& v, T& x) {
  auto& [salt, kind, why, at, read, slots, with, report, subject, into, effect, scope, from_case, from_by, from_at] = x;
  v("salt", salt), v("kind", kind), v("why", why), v("at", at), v("read", read), v("slots", slots), v("with", with);
  v("report", report), v("subject", subject), v("into", into), v("effect", effect), v("scope", scope);
  v("from_case", from_case), v("from_by", from_by), v("from_at", from_at);
}

template <class V, Is<Undo> T>
void visit_fields(V& v, T& x) {
  auto& [salt, why, of] = x;
  v("salt", salt), v("why", why), v("of", of);
}

namespace {

Error wrong(const std::string& what) { return {"", what, "decision"}; }

bool is_claim_kind(std::string_view kind) { return kind == "accept" || kind == "correct" || kind == "reject"; }

Result<void> check_grade(const Decision& d) {
  static constexpr std::array<std::string_view, 3> kHappened = {"one_origin", "two_or_more", "denied"};
  static constexpr std::array<std::string_view, 6> kHowMany = {"one_origin", "agree", "compatible", "differ", "conflict", "withdrawn"};
  static constexpr std::array<std::string_view, 6> kStanding = {"admitted", "claimed", "alleged_and_denied", "rival_allegations", "alleged_no_denial", "nobody_named"};
  const auto in = [](const auto& words, const std::string& word) { return std::find(words.begin(), words.end(), word) != words.end(); };
  for (const Slot& s : d.slots) {
    const bool fits = (s.name == "happened" && in(kHappened, s.value)) || (s.name == "how_many" && in(kHowMany, s.value)) || (s.name == "standing" && in(kStanding, s.value));
    if (!fits) return wrong("no grade \"" + s.name + "=" + s.value + "\"");
  }
  return {};
}

bool in_order(const Claim& c) {
  const auto above = [](const auto& a, const auto& b) { return a && b && *b < *a; };
  const bool days = !above(c.time.days.start, c.time.days.end);
  return days && (!c.count || (!above(c.count->low, c.count->point) && !above(c.count->point, c.count->high) && !above(c.count->low, c.count->high)));
}

Result<void> check(const Decision& d) {
  if (is_claim_kind(d.kind)) {
    if (d.at.report.empty() || d.read.empty()) return wrong("names no claim");
    auto claim = read_claim(d.read, "decision");
    if (!claim) return claim.error();
    for (const Slot& s : d.slots)
      if (!set_slot(*claim, s.name, s.value)) return wrong("no slot or value \"" + s.name + "=" + s.value + "\"");
    if (d.kind == "correct" && !in_order(*claim)) return wrong("would leave a low above the point or high, or a start after the end; set them together");
    return d.kind == "correct" && d.slots.empty() ? Result<void>(wrong("corrects nothing; give --set SLOT=VALUE")) : Result<void>();
  }
  if (d.kind == "set_aside") return d.report.empty() ? Result<void>(wrong("names no report")) : Result<void>();
  if (d.kind == "merge_incidents") return d.at.report.empty() || d.with.size() != 1 ? Result<void>(wrong("merging takes two incidents")) : Result<void>();
  if (d.kind == "split_incident") return d.with.empty() ? Result<void>(wrong("splitting takes the claims that leave")) : Result<void>();
  if (d.kind == "merge_entities") return d.subject.empty() || d.into.empty() || d.subject == d.into ? Result<void>(wrong("merging takes two entities")) : Result<void>();
  if (d.kind == "split_entity") return d.subject.empty() || d.slots.size() != 1 ? Result<void>(wrong("splitting takes an entity and the words that are another")) : Result<void>();
  if (d.kind == "grade") return d.at.report.empty() || d.slots.empty() ? Result<void>(wrong("a grade takes an incident and --set GRADE=VALUE")) : check_grade(d);
  if (d.kind == "delay") return delay_days(d) ? Result<void>() : Result<void>(wrong("a delay takes a whole number of days from 0 to 3650"));
  if (d.kind == "note") return d.why.empty() ? Result<void>(wrong("a note takes --why TEXT")) : Result<void>();
  return wrong("no decision \"" + d.kind + "\"");
}

// What is taken back, each with the entry that did it.
Result<std::map<std::uint64_t, std::uint64_t>> taken_back(CaseReader& reader) {
  std::vector<LogEntry> undone;
  const auto read = reader.log(1, act::kUndone, [&](const LogEntry& e) { undone.push_back(e); return true; });
  if (!read) return read.error();
  std::map<std::uint64_t, std::uint64_t> out;
  for (auto e = undone.rbegin(); e != undone.rend(); ++e) {  // the last first: an undoing that was undone takes nothing back
    const auto body = reader.body(e->seq);
    if (!body) return body.error();
    if (!*body || out.contains(e->seq)) continue;
    const auto undo = read_undo(**body, "body of log entry " + std::to_string(e->seq));
    if (!undo) return undo.error();
    out.emplace(static_cast<std::uint64_t>(undo->of), e->seq);
  }
  return out;
}

std::string subject_of(const Decision& d) {
  if (!d.at.report.empty()) return d.at.report;
  return !d.report.empty() ? d.report : d.with.empty() ? std::string() : d.with.front().report;
}

}  // namespace

std::string decision_json(const Decision& decision) { return encode(decision); }
Result<Decision> read_decision(std::string_view json, const std::string& where) { return decode<Decision>(json, where); }
Result<Undo> read_undo(std::string_view json, const std::string& where) { return decode<Undo>(json, where); }

Result<LogEntry> decide(CaseWriter& writer, const Recorder& recorder, Decision decision) {
  if (const auto fits = check(decision); !fits) return fits.error();
  decision.salt = recorder.salt();
  return append_entry(writer, recorder, act::kDecided, subject_of(decision), encode(decision));
}

Result<LogEntry> undo(CaseWriter& writer, const Recorder& recorder, std::uint64_t seq, const std::string& why) {
  std::optional<LogEntry> entry;
  const auto read = writer.log(seq, "", [&](const LogEntry& e) { entry = e; return false; });
  if (!read) return read.error();
  if (!entry || entry->seq != seq || (entry->act != act::kDecided && entry->act != act::kUndone))
    return Error{"not_found", "no decision of this number; attest log lists them", "entry " + std::to_string(seq)};
  const auto before = taken_back(writer);
  if (!before) return before.error();
  if (const auto by = before->find(seq); by != before->end())
    return Error{"", "was taken back already, by entry " + std::to_string(by->second) + "; undo that one to bring it into effect again", "entry " + std::to_string(seq)};
  return append_entry(writer, recorder, act::kUndone, entry->subject, encode(Undo{recorder.salt(), why, static_cast<std::int64_t>(seq)}));
}

Result<std::vector<ActiveDecision>> active_decisions(CaseReader& reader) {
  std::vector<LogEntry> decided;
  const auto read = reader.log(1, act::kDecided, [&](const LogEntry& e) { decided.push_back(e); return true; });
  if (!read) return read.error();
  const auto undone = taken_back(reader);
  if (!undone) return undone.error();
  std::vector<ActiveDecision> out;
  for (auto& e : decided) {
    if (undone->contains(e.seq)) continue;
    const auto body = reader.body(e.seq);
    if (!body) return body.error();
    if (!*body) continue;  // forgotten with the report that it concerned
    auto decision = read_decision(**body, "body of log entry " + std::to_string(e.seq));
    if (!decision) return decision.error();
    out.push_back({std::move(e), std::move(*decision)});
  }
  return out;
}

std::optional<int> delay_days(const Decision& decision) {
  constexpr std::size_t kDigits = 4;
  constexpr int kMost = 3650;
  if (decision.kind != "delay" || decision.slots.size() != 1) return std::nullopt;
  const std::string& text = decision.slots.front().value;
  if (text.empty() || text.size() > kDigits || text.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  const int days = std::stoi(text);
  return days <= kMost ? std::optional(days) : std::nullopt;
}

Decision claim_decision(std::string_view kind, const Analysis& analysis, const Claim& claim, std::vector<Slot> slots, std::string why) {
  Decision out;
  out.kind = kind;
  out.why = std::move(why);
  out.at = make_anchor(analysis.report, claim.span);
  out.read = claim_json(claim);
  if (kind == "accept" && slots.empty())
    for (const auto name : slot_names()) slots.push_back({std::string(name), slot_value(claim, name)});
  out.slots = std::move(slots);
  return out;
}

}  // namespace attest
