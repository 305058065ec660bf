#include "store/merge.h"

#include <algorithm>
#include <set>

#include "store/acts.h"
#include "store/add_report.h"
#include "store/decisions.h"
#include "store/decode.h"
#include "store/encode.h"

namespace attest {
namespace {

struct MergeBody {
  std::string salt, note, from_case, head;
  std::int64_t entries = 0;
};

template <class V, Is<MergeBody> T>
void visit_fields(V& v, T& x) {
  auto& [salt, note, from_case, head, entries] = x;
  v("salt", salt), v("note", note), v("from_case", from_case), v("head", head), v("entries", entries);
}

constexpr std::uint64_t kMostGap = 100000;  // entries that may be missing in a row before a damaged log is taken to have ended

class Merger {
 public:
  Merger(CaseWriter& writer, const Recorder& recorder, CaseReader& other, const MergeOptions& options) : writer_(writer), recorder_(recorder), other_(other), options_(options) {}

  Result<Merged> run() {
    const auto last = other_.last_entry();
    MergeBody body{recorder_.salt(), options_.note, other_.info().id, "", 0};
    if (last && *last) body.head = (*last)->hash, body.entries = static_cast<std::int64_t>((*last)->seq);
    if (const auto entry = append_entry(writer_, recorder_, act::kMerged, "", encode(body)); !entry) return entry.error();
    if (const auto done = note_forgotten(); !done) return done.error();
    if (const auto done = reports(); !done) return done.error();
    if (const auto done = decisions(); !done) return done.error();
    return std::move(out_);
  }

 private:
  void lost(const std::string& where, const std::string& what) { out_.lost.push_back({where, what}); }

  Result<void> note_forgotten() {
    const auto theirs = other_.tombstones();
    if (!theirs) lost("tombstones", theirs.error().message);
    else
      for (const auto& t : *theirs) forgotten_.insert(t.report);
    return {};
  }

  // Entry by entry, so that a damaged page costs only what lies on it.
  Result<void> reports() {
    std::uint64_t last = 0;
    if (const auto entry = other_.last_entry(); entry && *entry) last = (*entry)->seq;
    std::uint64_t unread = 0;  // the first of the entries that cannot be read, 0 none
    for (std::uint64_t seq = 1, met = 0; last > 0 ? seq <= last : seq <= met + kMostGap; ++seq) {
      std::optional<LogEntry> entry;
      const auto read = other_.log(seq, "", [&](const LogEntry& e) { entry = e; return false; });
      if (!read) {
        unread = unread == 0 ? seq : unread;
        continue;
      }
      if (!entry) break;
      if (unread > 0) lost("log entries " + std::to_string(unread) + " to " + std::to_string(entry->seq - 1), "cannot be read");
      else if (entry->seq > seq) lost("log entries " + std::to_string(seq) + " to " + std::to_string(entry->seq - 1), "are not there");
      unread = 0;
      met = seq = entry->seq;
      if (entry->act != act::kAdded) continue;
      if (const auto done = report(*entry); !done) return done;
    }
    if (unread > 0) lost("log entries from " + std::to_string(unread), "cannot be read");
    return out_.lost.empty() ? Result<void>() : unlogged();
  }

  // Reports whose entries are lost, by the list of reports: an original that is what its hash says is worth keeping without its entry.
  Result<void> unlogged() {
    for (std::uint64_t number = 1, met = 0; number <= met + kMostGap; ++number) {
      const auto row = other_.report(number);
      if (!row || !*row) continue;
      met = number;
      if (seen_.contains((*row)->id)) continue;
      const auto body = other_.body((*row)->seq);
      if (!body || !*body) {
        lost("report " + (*row)->id, "how it was captured cannot be read");
        continue;
      }
      LogEntry entry;
      entry.subject = (*row)->id, entry.seq = (*row)->seq, entry.body = sha256_id(**body);
      entry.hash = entry_hash(entry);
      if (const auto done = report(entry); !done) return done;
    }
    return {};
  }

  Result<void> report(const LogEntry& entry) {
    const std::string where = "report " + entry.subject;
    seen_.insert(entry.subject);
    if (forgotten_.contains(entry.subject)) {
      const auto ours = writer_.report(entry.subject);
      if (ours && *ours) out_.conflicts.push_back({where, "was forgotten in the other case and stands in this one; decide whether to forget it here"});
      ++out_.forgotten;
      return {};
    }
    const auto body = other_.body(entry.seq);
    if (!body || !*body || entry.hash != entry_hash(entry) || sha256_id(**body) != entry.body) return lost(where, "how it was captured cannot be read"), Result<void>();
    auto capture = read_capture(**body, where);
    if (!capture || capture->original != entry.subject) return lost(where, "how it was captured cannot be read"), Result<void>();
    const auto row = other_.report(entry.subject);
    if (!row || !*row) return lost(where, "is not in the list of reports"), Result<void>();
    const auto bytes = other_.original((*row)->number);
    if (!bytes || sha256_id(*bytes) != entry.subject) return lost(where, "its original is damaged"), Result<void>();
    const auto outcome = add(**row, std::move(*capture), *bytes);
    if (!outcome) return outcome.error().code == "lost" ? (lost(where, outcome.error().message), Result<void>()) : outcome.error();
    switch (*outcome) {
      case AddOutcome::kAdded: ++out_.added; break;
      case AddOutcome::kNewVersion: ++out_.versions; break;
      case AddOutcome::kSame: ++out_.same; break;
      case AddOutcome::kForgotten: ++out_.forgotten; break;
    }
    return {};
  }

  Result<AddOutcome> add(const ReportRow& row, Capture capture, const std::string& bytes) {
    const auto stored = other_.analysis(row.number);
    const auto analysis = stored ? read_analysis(*stored, row.id) : Result<Analysis>(stored.error());
    const auto maker = latest_maker(other_, row);
    if (analysis && maker && told(row, analysis_hash(*stored), capture)) {
      capture.made_by = *maker;
      return add_captured(writer_, recorder_, std::move(capture), bytes, *stored, *analysis);
    }
    if (!options_.analyze) return Error{"lost", "its analysis is damaged", ""};
    RawDocument document = capture.document;
    document.bytes = bytes;
    const auto anew = options_.analyze(document);
    if (!anew) return Error{"lost", "its analysis is damaged, and its original cannot be read: " + anew.error().message, ""};
    capture.made_by = options_.made_by;
    return add_captured(writer_, recorder_, std::move(capture), bytes, store_analysis(*anew), *anew);
  }

  // Whether an entry of the other log says that this is an analysis of the report.
  bool told(const ReportRow& row, const std::string& hash, const Capture& capture) {
    if (capture.analysis == hash) return true;
    const auto all = other_.analyses(row.number);
    const auto body = all && !all->empty() ? other_.body(all->back().seq) : Result<std::optional<std::string>>(std::optional<std::string>());
    const auto again = body && *body ? read_reanalysis(**body, "") : Result<Reanalysis>(Reanalysis{});
    return again && again->analysis == hash;
  }

  static std::string content(Decision d) {
    d.salt.clear(), d.why.clear(), d.from_case.clear(), d.from_by.clear(), d.from_at.clear();
    return decision_json(d);
  }
  // What a decision is about, without what it says: two of these contradict each other where their contents differ.
  static std::string target(Decision d) {
    if (d.kind == "accept" || d.kind == "correct" || d.kind == "reject") return "claim " + d.at.report + " " + std::to_string(d.at.span.begin) + " " + std::to_string(d.at.span.end);
    if (d.kind == "grade") return "grade " + d.at.report + " " + std::to_string(d.at.span.begin) + " " + d.effect + " " + d.scope + " " + d.subject;
    return {};
  }

  Result<void> decisions() {
    const auto ours = active_decisions(writer_);
    if (!ours) return ours.error();
    const auto theirs = active_decisions(other_);
    if (!theirs) return lost("decisions", theirs.error().message), Result<void>();
    std::set<std::string> contents;
    std::map<std::string, std::uint64_t> targets;
    for (const auto& d : *ours) {
      contents.insert(content(d.decision));
      if (const auto t = target(d.decision); !t.empty()) targets[t] = d.entry.seq;
    }
    for (const auto& d : *theirs) {
      if (contents.contains(content(d.decision))) continue;
      const auto other = targets.find(target(d.decision));
      if (other != targets.end()) {
        out_.conflicts.push_back({"decision " + std::to_string(d.entry.seq) + " of the other case", "says otherwise than decision " + std::to_string(other->second) + " here; it was not taken over"});
        continue;
      }
      Decision own = d.decision;
      if (own.from_case.empty()) own.from_case = other_.info().id, own.from_by = d.entry.by, own.from_at = d.entry.at;
      if (const auto entry = decide(writer_, recorder_, std::move(own)); !entry) lost("decision " + std::to_string(d.entry.seq), entry.error().message);
      else ++out_.decisions;
    }
    return {};
  }

  CaseWriter& writer_;
  const Recorder& recorder_;
  CaseReader& other_;
  const MergeOptions& options_;
  Merged out_;
  std::set<std::string> forgotten_;  // by the other case
  std::set<std::string> seen_;       // reports met in its log
};

}  // namespace

Result<Merged> merge_case(CaseWriter& writer, const Recorder& recorder, CaseReader& other, const MergeOptions& options) {
  return Merger(writer, recorder, other, options).run();
}

}  // namespace attest
