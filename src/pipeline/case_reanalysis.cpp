#include "pipeline/case_account.h"

#include "pipeline/ordered_pool.h"

namespace attest {
namespace {

constexpr std::size_t kBatch = 64;  // reports a commit

struct Again {
  ReportRow row;
  Outcome outcome;
};

bool same(const MadeBy& a, const MadeBy& b) {
  return std::tie(a.version, a.rules, a.model, a.gazetteer) == std::tie(b.version, b.rules, b.model, b.gazetteer);
}

// Reports whose latest analysis somebody else made.
Result<std::vector<ReportRow>> outdated(CaseReader& reader, const MadeBy& maker) {
  std::vector<ReportRow> rows, out;
  const auto read = reader.reports([&](const ReportRow& row) { rows.push_back(row); return true; });
  if (!read) return read.error();
  for (auto& row : rows) {
    const auto made = latest_maker(reader, row);
    if (!made) return made.error();
    if (!same(*made, maker)) out.push_back(std::move(row));
  }
  return out;
}

Result<void> write_batch(Store& store, const Recorder& recorder, const MadeBy& maker, std::vector<Again>& batch, std::size_t& written) {
  auto writer = store.write();
  if (!writer) return writer.error();
  for (const Again& again : batch) {
    const auto* analysis = std::get_if<Analysis>(&again.outcome);
    if (!analysis) continue;  // it could be read once; its older analysis stays
    const auto added = add_reanalysis(**writer, recorder, again.row, *analysis, maker);
    if (!added) return added.error();
    written += *added;
  }
  batch.clear();
  return (*writer)->commit();
}

}  // namespace

Result<std::size_t> reanalyze_case(Store& store, const Recorder& recorder, const Knowledge& know, const PipelineOptions& options,
                                   const std::function<void(std::size_t)>& done) {
  auto reader = store.read();
  if (!reader) return reader.error();
  const MadeBy maker = made_by(know);
  const auto rows = outdated(**reader, maker);
  if (!rows) return rows.error();
  std::vector<Again> batch;
  std::size_t written = 0, looked_at = 0;
  Result<void> failed;
  const auto flush = [&] {
    if (!failed || batch.empty()) return;
    looked_at += batch.size();
    failed = write_batch(store, recorder, maker, batch, written);
    if (failed) done(looked_at);
  };
  {
    OrderedPool<Again> pool(options.threads, 32 << 20, [&](Again again) {
      batch.push_back(std::move(again));
      if (batch.size() >= kBatch) flush();
    });
    for (const ReportRow& row : *rows) {
      if (!failed) break;
      auto document = read_document(**reader, row);
      if (!document) return document.error();
      const auto shared = std::make_shared<RawDocument>(std::move(*document));
      pool.submit(shared->bytes.size(), [shared, row, &know, &options] { return Again{row, analyze_document(*shared, know, options.ingest)}; });
    }
    pool.finish();
  }
  flush();
  if (!failed) return failed.error();
  return written;
}

}  // namespace attest
