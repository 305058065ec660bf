#include "store/memory_store.h"

#include <algorithm>
#include <map>

namespace attest {

struct MemoryCase {
  struct Kept {
    ReportRow row;
    std::string original;
    std::vector<AnalysisRow> analyses;
    std::vector<StoredText> texts;  // one an analysis
    SearchText search;
  };
  CaseInfo info;
  std::vector<LogEntry> log;
  std::map<std::uint64_t, std::string> bodies;
  std::map<std::uint64_t, Kept> reports;
  std::uint64_t next_report = 1, next_analysis = 1;
  std::map<std::string, Tombstone> tombstones;
  std::string incidents_state;
  std::map<std::string, IncidentRow, std::less<>> incidents;
};

class MemoryCaseAccess final : public CaseWriter {
 public:
  // A reader: `store` nullptr.
  MemoryCaseAccess(std::shared_ptr<const MemoryCase> seen, MemoryStore* store) : store_(store), seen_(std::move(seen)) {
    if (store_) own_ = std::make_shared<MemoryCase>(*seen_), seen_ = own_;
  }
  ~MemoryCaseAccess() override { finish(); }

  const CaseInfo& info() const override { return seen_->info; }

  Result<std::optional<LogEntry>> last_entry() override {
    return seen_->log.empty() ? std::optional<LogEntry>() : std::optional(seen_->log.back());
  }

  Result<void> log(std::uint64_t from, std::string_view act, const std::function<bool(const LogEntry&)>& visit) override {
    for (const auto& e : seen_->log)
      if (e.seq >= from && (act.empty() || e.act == act) && !visit(e)) break;
    return {};
  }

  Result<std::uint64_t> last_seq(std::string_view act) override {
    for (auto e = seen_->log.rbegin(); e != seen_->log.rend(); ++e)
      if (e->act == act) return e->seq;
    return std::uint64_t{0};
  }

  Result<std::optional<std::string>> body(std::uint64_t seq) override {
    const auto at = seen_->bodies.find(seq);
    return at == seen_->bodies.end() ? std::optional<std::string>() : std::optional(at->second);
  }

  Result<void> reports(const std::function<bool(const ReportRow&)>& visit) override {
    for (const auto& [number, kept] : seen_->reports)
      if (!visit(kept.row)) break;
    return {};
  }

  Result<std::optional<ReportRow>> report(std::uint64_t number) override {
    const auto at = seen_->reports.find(number);
    return at == seen_->reports.end() ? std::optional<ReportRow>() : std::optional(at->second.row);
  }

  Result<std::optional<ReportRow>> report(std::string_view id) override {
    for (const auto& [number, kept] : seen_->reports)
      if (kept.row.id == id) return std::optional(kept.row);
    return std::optional<ReportRow>();
  }

  Result<std::vector<ReportRow>> reports_at(std::string_view address) override {
    std::vector<ReportRow> out;
    for (const auto& [number, kept] : seen_->reports)
      if (kept.row.address == address) out.push_back(kept.row);
    return out;
  }

  Result<std::string> original(std::uint64_t report) override {
    const auto* kept = find(report);
    if (!kept) return absent(report);
    return kept->original;
  }

  Result<std::vector<AnalysisRow>> analyses(std::uint64_t report) override {
    const auto* kept = find(report);
    return kept ? kept->analyses : std::vector<AnalysisRow>();
  }

  Result<StoredText> analysis(std::uint64_t report, std::uint64_t analysis) override {
    const auto* kept = find(report);
    if (!kept || kept->texts.empty()) return absent(report);
    if (analysis == 0) return kept->texts.back();
    for (std::size_t i = 0; i < kept->texts.size(); ++i)
      if (kept->analyses[i].number == analysis) return kept->texts[i];
    return absent(report);
  }

  Result<void> search(const TextQuery& query, std::size_t, const std::function<bool(std::uint64_t)>& visit) override {
    for (auto at = seen_->reports.rbegin(); at != seen_->reports.rend(); ++at)
      if (matches(query, at->second.search) && !visit(at->first)) break;
    return {};
  }

  Result<bool> finds(const TextQuery& query, std::uint64_t report) override {
    const auto* kept = find(report);
    return kept && matches(query, kept->search);
  }

  Result<std::vector<Tombstone>> tombstones() override {
    std::vector<Tombstone> out;
    for (const auto& [id, tombstone] : seen_->tombstones) out.push_back(tombstone);
    return out;
  }

  Result<std::string> incidents_state() override { return seen_->incidents_state; }

  Result<void> incidents(const std::function<bool(const IncidentRow&)>& visit) override {
    for (const auto& [id, row] : seen_->incidents)
      if (!visit(row)) break;
    return {};
  }

  Result<std::optional<IncidentRow>> incident(std::string_view id) override {
    const auto at = seen_->incidents.find(id);
    return at == seen_->incidents.end() ? std::optional<IncidentRow>() : std::optional(at->second);
  }

  Result<std::vector<Problem>> check_medium() override { return std::vector<Problem>(); }

  Result<void> append(const LogEntry& entry, const std::optional<std::string>& body) override {
    own_->log.push_back(entry);
    if (body) own_->bodies[entry.seq] = *body;
    return {};
  }

  Result<void> remove_body(std::uint64_t seq) override {
    own_->bodies.erase(seq);
    return {};
  }

  Result<std::uint64_t> add_report(const ReportRow& row, std::string_view original) override {
    const std::uint64_t number = own_->next_report++;
    for (auto& [other, kept] : own_->reports)
      if (!row.address.empty() && kept.row.address == row.address && kept.row.replaced_by == 0) kept.row.replaced_by = number;
    auto& kept = own_->reports[number];
    kept.row = row;
    kept.row.number = number;
    kept.row.replaced_by = 0;
    kept.original = original;
    return number;
  }

  Result<void> add_analysis(std::uint64_t report, std::uint64_t seq, const StoredText& stored, const Analysis& analysis) override {
    const auto at = own_->reports.find(report);
    if (at == own_->reports.end()) return absent(report);
    auto& kept = at->second;
    kept.analyses.push_back({own_->next_analysis++, report, seq});
    kept.texts.push_back(stored);
    kept.search = search_text(analysis);
    kept.row.title = analysis.report.title.value_or("");
    kept.row.outlet = analysis.report.outlet.value_or("");
    kept.row.day = analysis.findings.dates.reference;
    kept.row.claims = static_cast<std::uint32_t>(analysis.findings.claims.size());
    return {};
  }

  Result<void> remove_report(std::uint64_t report, const Tombstone& tombstone) override {
    const auto at = own_->reports.find(report);
    if (at == own_->reports.end()) return absent(report);
    const std::uint64_t next = at->second.row.replaced_by;
    own_->reports.erase(at);
    for (auto& [number, kept] : own_->reports)
      if (kept.row.replaced_by == report) kept.row.replaced_by = next;
    own_->tombstones[tombstone.report] = tombstone;
    own_->incidents_state.clear();
    own_->incidents.clear();
    return {};
  }

  Result<void> put_incidents(const std::string& state, const std::vector<IncidentRow>& rows) override {
    own_->incidents_state = state;
    own_->incidents.clear();
    for (const auto& row : rows) own_->incidents[row.id] = row;
    return {};
  }

  Result<void> commit() override {
    store_->state_ = std::make_shared<const MemoryCase>(*own_);
    finish();
    return {};
  }

 private:
  const MemoryCase::Kept* find(std::uint64_t report) const {
    const auto at = seen_->reports.find(report);
    return at == seen_->reports.end() ? nullptr : &at->second;
  }
  static Error absent(std::uint64_t report) { return {"broken", "is not there", "report " + std::to_string(report)}; }
  void finish() {
    if (store_) *store_->writing_ = false;
    store_ = nullptr;
  }

  MemoryStore* store_;
  std::shared_ptr<MemoryCase> own_;         // a writer's
  std::shared_ptr<const MemoryCase> seen_;
};

MemoryStore::MemoryStore(const CaseInfo& info) : writing_(std::make_shared<bool>(false)) {
  auto state = std::make_shared<MemoryCase>();
  state->info = info;
  state_ = std::move(state);
}

MemoryStore::~MemoryStore() = default;

Result<std::unique_ptr<CaseReader>> MemoryStore::read() { return std::unique_ptr<CaseReader>(std::make_unique<MemoryCaseAccess>(state_, nullptr)); }

Result<std::unique_ptr<CaseWriter>> MemoryStore::write() {
  if (*writing_) return Error{"busy", "another writer has not finished", "memory"};
  *writing_ = true;
  return std::unique_ptr<CaseWriter>(std::make_unique<MemoryCaseAccess>(state_, this));
}

}  // namespace attest
