#include "pipeline/pipeline.h"

#include "find/find.h"
#include "link/link.h"
#include "pipeline/ordered_pool.h"
#include "reconcile/reconcile.h"
#include "syntax/syntax.h"
#include "text/text.h"

namespace attest {
namespace {

constexpr std::uint64_t kHeldBytes = 32 << 20;  // of documents waiting for a thread or for their turn

}  // namespace

Result<std::shared_ptr<const Knowledge>> load_everything(const Files& files, KnowledgeOptions options) {
  if (options.data_folder.empty()) options.data_folder = find_data_folder();
  auto model = SyntaxModel::load(join_path(options.data_folder, "models/en.bin"));
  if (!model) return model.error();
  options.syntax = std::move(*model);
  return load_knowledge(files, options);
}

MadeBy made_by(const Knowledge& know) {
  MadeBy out;
  out.version = ATTEST_VERSION;
  out.rules = know.lexicon.version;
  if (know.syntax) out.model = know.syntax->version();
  out.gazetteer = know.gazetteer.version();
  return out;
}

Outcome analyze_document(const RawDocument& document, const Knowledge& know, const IngestOptions& options, Trace* trace) {
  auto report = read_report(document, options);
  if (!report) return Skipped{document.input, report.error()};
  Analysis out;
  out.report = std::move(*report);
  out.tokens = tokenize(out.report.text);
  const bool supported = out.report.language.empty() || out.report.language == "en";
  if (supported) out.findings = find_all(out.report, out.tokens, know.syntax ? know.syntax->parse(out.tokens, out.report.text) : Parse{}, know, trace);
  else out.findings.note = "unsupported_language";
  return out;
}

void analyze_inputs(const std::vector<std::string>& inputs, const Files& files, const Knowledge& know, const PipelineOptions& options,
                    const std::function<void(Outcome)>& sink) {
  OrderedPool<Outcome> pool(options.threads, kHeldBytes, sink);
  IngestSink documents;
  documents.document = [&](RawDocument document) {
    const auto weight = document.bytes.size();
    auto shared = std::make_shared<RawDocument>(std::move(document));
    pool.submit(weight, [shared, &know, &options] { return analyze_document(*shared, know, options.ingest); });
  };
  documents.skipped = [&](Skipped skipped) {
    pool.submit(0, [skipped = std::move(skipped)]() -> Outcome { return skipped; });
  };
  read_inputs(inputs, files, options.ingest, documents);
  pool.finish();
}

void analyze_documents(const std::vector<std::string>& inputs, const Files& files, const Knowledge& know, const PipelineOptions& options,
                       const std::function<bool(const RawDocument&)>& known, const std::function<void(DocumentOutcome)>& sink) {
  OrderedPool<DocumentOutcome> pool(options.threads, kHeldBytes, sink);
  IngestSink documents;
  documents.document = [&](RawDocument document) {
    const auto weight = document.bytes.size();
    const auto shared = std::make_shared<RawDocument>(std::move(document));
    const bool done = known(*shared);
    pool.submit(weight, [shared, done, &know, &options] {
      auto outcome = done ? std::optional<Outcome>() : std::optional<Outcome>(analyze_document(*shared, know, options.ingest));
      return DocumentOutcome{std::move(*shared), std::move(outcome)};
    });
  };
  documents.skipped = [&](Skipped skipped) {
    pool.submit(0, [skipped = std::move(skipped)] {
      RawDocument unread;
      unread.input = skipped.input;
      return DocumentOutcome{std::move(unread), std::optional<Outcome>(skipped)};
    });
  };
  read_inputs(inputs, files, options.ingest, documents);
  pool.finish();
}

void read_reports(const std::vector<std::string>& inputs, const Files& files, const PipelineOptions& options,
                  const std::function<void(Result<Report>, const std::string& input)>& sink) {
  using Read = std::pair<Result<Report>, std::string>;
  OrderedPool<Read> pool(options.threads, kHeldBytes, [&](Read read) { sink(std::move(read.first), read.second); });
  IngestSink documents;
  documents.document = [&](RawDocument document) {
    const auto weight = document.bytes.size();
    auto shared = std::make_shared<RawDocument>(std::move(document));
    pool.submit(weight, [shared, &options] { return Read{read_report(*shared, options.ingest), shared->input}; });
  };
  documents.skipped = [&](Skipped skipped) {
    pool.submit(0, [skipped = std::move(skipped)] { return Read{skipped.error, skipped.input}; });
  };
  read_inputs(inputs, files, options.ingest, documents);
  pool.finish();
}

void keep_known(std::vector<Analysis>& analyses, std::vector<Skipped>& left_out, const Date& day) {
  for (const Analysis& a : analyses)
    if (!a.findings.dates.published)
      left_out.push_back({a.report.input, {"day_of_publication_unknown", "has no day of publication: nothing shows that it was public by " + day.iso(), a.report.input}});
  std::erase_if(analyses, [&](const Analysis& a) { return !published_by(a.findings, day); });
}

Dossier account_of(const Account& account, const Knowledge& know, const ReconcileOptions& options) {
  ReconcileOptions with_words = options;
  if (!with_words.lexicon) with_words.lexicon = &know.lexicon;
  Dossier out = reconcile(account.analyses, link_reports(account.analyses, know, options.decisions), with_words);
  out.made_by = made_by(know);
  return out;
}

Account build_account(std::vector<Analysis> analyses, std::vector<Skipped> skipped, const Knowledge& know, const ReconcileOptions& options) {
  Account out;
  if (options.known_by) keep_known(analyses, skipped, *options.known_by);
  out.analyses = std::move(analyses);
  out.dossier = account_of(out, know, options);
  out.dossier.skipped = std::move(skipped);
  return out;
}

}  // namespace attest
