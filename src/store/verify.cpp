#include "store/verify.h"

#include <algorithm>
#include <map>
#include <set>

#include "store/acts.h"
#include "store/add_report.h"
#include "store/forget.h"
#include "store/recorder.h"
#include "store/seal.h"

namespace attest {
namespace {

class Check {
 public:
  Check(CaseReader& reader, const VerifyOptions& options) : reader_(reader), options_(options) {}

  Verification run() {
    medium();
    tombstones();
    log();
    reports();
    left_over();
    if (!options_.signer.empty() && signed_at_ <= content_)
      problem("head", "is not signed by the key " + options_.signer.substr(0, 16) + "…");
    return std::move(out_);
  }

 private:
  void problem(const std::string& where, const std::string& what) {
    constexpr std::size_t kMost = 1000;
    if (out_.problems.size() < kMost) out_.problems.push_back({where, what});
  }
  void problem(const Error& error) { problem(error.where.empty() ? "case" : error.where, error.message); }

  void medium() {
    auto found = reader_.check_medium();
    if (!found) return problem(found.error());
    for (auto& p : *found) out_.problems.push_back(std::move(p));
  }

  void tombstones() {
    const auto all = reader_.tombstones();
    if (!all) return problem(all.error());
    for (const auto& t : *all) tombstones_.insert(t.report);
  }

  void log() {
    std::string previous = first_previous(reader_.info());
    const auto read = reader_.log(1, "", [&](const LogEntry& e) {
      const std::string where = "log entry " + std::to_string(e.seq);
      if (e.seq != out_.entries + 1) problem(where, "follows entry " + std::to_string(out_.entries) + ": entries are missing");
      if (e.previous != previous) problem(where, "does not hold the hash of the entry before it");
      if (e.hash != entry_hash(e)) problem(where, "its hash is not that of what it says");
      out_.entries = e.seq;
      out_.head = previous = e.hash;
      entry(e, where);
      return true;
    });
    if (!read) problem(read.error());
  }

  void entry(const LogEntry& e, const std::string& where) {
    if (e.act != act::kSigned && e.act != act::kTimestamped) content_ = e.seq;
    if (e.act == act::kForgotten) forgotten_.insert(e.subject);
    if (e.act == act::kAdded) added_[e.subject] = e.seq;
    if (e.body.empty()) return;
    const auto body = reader_.body(e.seq);
    if (!body) return problem(body.error());
    if (!*body) {
      missing_.emplace(e.seq, e.subject);
      return;
    }
    if (sha256_id(**body) != e.body) return problem("body of " + where, "is not what the entry's hash says");
    if (e.act == act::kAdded) return captured(e, **body, where);
    if (e.act == act::kForgotten) return forgotten(**body, where);
    if (e.act == act::kAnalyzed) return reanalyzed(e, **body, where);
    if (e.act == act::kSigned) return signature(e, **body, where);
    if (e.act == act::kTimestamped) return timestamp(e, **body, where);
  }

  void forgotten(const std::string& body, const std::string& where) {
    const auto told = read_forgetting(body, where);
    if (!told) return problem(told.error());
    removed_bodies_.insert(told->bodies.begin(), told->bodies.end());
  }

  void captured(const LogEntry& e, const std::string& body, const std::string& where) {
    const auto capture = read_capture(body, "body of " + where);
    if (!capture) return problem(capture.error());
    if (capture->original != e.subject) problem(where, "tells of another original than its body");
    analyses_[e.seq] = capture->analysis;
  }

  void reanalyzed(const LogEntry& e, const std::string& body, const std::string& where) {
    const auto again = read_reanalysis(body, "body of " + where);
    if (!again) return problem(again.error());
    analyses_[e.seq] = again->analysis;
  }

  void signature(const LogEntry& e, const std::string& body, const std::string& where) {
    const auto made = read_signature(body, where);
    if (!made) return problem(made.error());
    ++out_.signatures;
    if (made->head != e.previous) problem(where, "signs another state of the log than the one before it");
    if (!signature_holds(*made)) problem(where, "its signature does not hold");
    else if (made->key == options_.signer) signed_at_ = e.seq;
  }

  void timestamp(const LogEntry& e, const std::string& body, const std::string& where) {
    const auto made = read_timestamp(body, where);
    if (!made) return problem(made.error());
    ++out_.timestamps;
    if (!heads_known(made->head, e)) problem(where, "its timestamp is of no earlier entry of this log");
    const auto checked = check_timestamp(*made, options_.authorities);
    if (!checked) problem(where, checked.error().message);
  }

  bool heads_known(const std::string& head, const LogEntry& e) {
    bool found = false;
    const auto read = reader_.log(1, "", [&](const LogEntry& earlier) {
      found = earlier.hash == head;
      return !found && earlier.seq < e.seq;
    });
    return read && found;
  }

  void reports() {
    std::vector<ReportRow> rows;
    const auto read = reader_.reports([&](const ReportRow& row) { rows.push_back(row); return true; });
    if (!read) problem(read.error());
    for (const auto& row : rows) report(row);
  }

  void report(const ReportRow& row) {
    ++out_.reports;
    const std::string where = "report " + std::to_string(row.number) + " (" + row.id + ")";
    const auto added = added_.find(row.id);
    if (added == added_.end() || added->second != row.seq) problem(where, "no entry of the log tells of its adding");
    else added_.erase(added);
    if (forgotten_.contains(row.id)) problem(where, "was forgotten and is still here");
    const auto bytes = reader_.original(row.number);
    if (!bytes) problem(bytes.error());
    else if (sha256_id(*bytes) != row.id) problem("original of " + where, "its bytes are not those of its hash");
    const auto all = reader_.analyses(row.number);
    if (!all) return problem(all.error());
    if (all->empty()) problem(where, "has no analysis");
    for (const auto& a : *all) analysis(row, a, where, &a == &all->back());
  }

  void analysis(const ReportRow& row, const AnalysisRow& a, const std::string& where, bool latest) {
    ++out_.analyses;
    const std::string here = "analysis " + std::to_string(a.number) + " of " + where;
    const auto stored = reader_.analysis(row.number, a.number);
    if (!stored) return problem(stored.error());
    const auto told = analyses_.find(a.seq);
    if (told == analyses_.end()) problem(here, "no entry of the log tells of it");
    else if (told->second != analysis_hash(*stored)) problem(here, "its text or findings are not those of its hash");
    if (told != analyses_.end()) analyses_.erase(told);
    const auto read = read_analysis(*stored, here);
    if (!read) return problem(read.error());
    if (read->report.id != row.id) problem(here, "is of another report");
    if (!latest) return;
    out_.claims += read->findings.claims.size();
    const bool same = row.title == read->report.title.value_or("") && row.outlet == read->report.outlet.value_or("") &&
                      row.day == read->findings.dates.reference && row.claims == read->findings.claims.size();
    if (!same) problem(where, "its line in the list is not what its analysis says");
    found(row, search_text(*read), where);
  }

  // The index must find a report by its words: what cannot be found might as well not be there. Of the first ones the longest and the one
  // before it, for few reports share those: looking up "the" takes as long as the case is large.
  void found(const ReportRow& row, const SearchText& text, const std::string& where) {
    constexpr std::size_t kLooked = 400;
    auto words = text_words(std::string_view(text.body).substr(0, kLooked));
    if (text.body.size() > kLooked && !words.empty()) words.pop_back();  // it may have been cut
    if (words.empty()) return;
    const auto longest = std::max_element(words.begin(), words.end(), [](const TextWord& a, const TextWord& b) { return a.folded.size() < b.folded.size(); });
    Phrase phrase;
    if (longest != words.begin()) phrase.words.push_back((longest - 1)->folded);
    phrase.words.push_back(longest->folded);
    const auto hit = reader_.finds({{{"body", {phrase}}}}, row.number);
    if (!hit) problem(where, "cannot be looked up in the search index: " + hit.error().message);
    else if (!*hit) problem(where, "the search index does not find it");
  }

  // Every report and analysis that the log tells of was met, or was forgotten in the open.
  void left_over() {
    for (const auto& [id, seq] : added_) {
      if (tombstones_.contains(id) && forgotten_.contains(id)) ++out_.removed;
      else problem("log entry " + std::to_string(seq), "tells of " + id + ", which is not here and was not forgotten");
    }
    for (const auto& id : tombstones_)
      if (!forgotten_.contains(id)) problem("tombstone of " + id, "no entry of the log tells of it");
    for (const auto& [seq, subject] : missing_)
      if (!forgotten_.contains(subject) && !removed_bodies_.contains(static_cast<std::int64_t>(seq))) problem("body of log entry " + std::to_string(seq), "is not there");
    for (const auto& [seq, hash] : analyses_) problem("log entry " + std::to_string(seq), "tells of an analysis that is not here");
  }

  CaseReader& reader_;
  const VerifyOptions& options_;
  Verification out_;
  std::set<std::string> tombstones_, forgotten_;
  std::set<std::int64_t> removed_bodies_;              // entries whose bodies told of forgotten reports
  std::map<std::string, std::uint64_t> added_;         // by report, what is not yet met
  std::map<std::uint64_t, std::string> analyses_;      // hash by entry, what is not yet met
  std::map<std::uint64_t, std::string> missing_;       // bodies that are not there, with the report that they concern
  std::uint64_t signed_at_ = 0, content_ = 0;          // the last entry signed by the key asked for; the last that is no seal
};

}  // namespace

Verification verify_case(CaseReader& reader, const VerifyOptions& options) { return Check(reader, options).run(); }

}  // namespace attest
