#pragma once
// The only place that knows the order of steps: reading, tokens, parse, findings for each report, in parallel; then linking and reconciling.
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "find/find.h"
#include "ingest/ingest.h"
#include "know/know.h"
#include "model/model.h"
#include "reconcile/reconcile.h"

namespace attest {

struct PipelineOptions {
  IngestOptions ingest;
  int threads = 1;
};

// What became of one document: its analysis, or why there is none.
using Outcome = std::variant<Analysis, Skipped>;

// The knowledge with the syntax model of the data folder: what every command that analyses reports starts with.
Result<std::shared_ptr<const Knowledge>> load_everything(const Files& files, KnowledgeOptions options);

MadeBy made_by(const Knowledge& know);

// One document through every per-report step. Pure.
Outcome analyze_document(const RawDocument& document, const Knowledge& know, const IngestOptions& options, Trace* trace = nullptr);

// All inputs, `threads` documents at a time; `sink` is called in input order from one thread. Memory is bounded by a window of documents.
void analyze_inputs(const std::vector<std::string>& inputs, const Files& files, const Knowledge& know, const PipelineOptions& options,
                    const std::function<void(Outcome)>& sink);

// The same with the documents, for keeping them. A document that `known` holds for is not analysed: its outcome is absent.
struct DocumentOutcome {
  RawDocument document;
  std::optional<Outcome> outcome;
};
void analyze_documents(const std::vector<std::string>& inputs, const Files& files, const Knowledge& know, const PipelineOptions& options,
                       const std::function<bool(const RawDocument&)>& known, const std::function<void(DocumentOutcome)>& sink);

// Reads inputs to reports alone (`attest extract`): in input order, from one thread.
void read_reports(const std::vector<std::string>& inputs, const Files& files, const PipelineOptions& options,
                  const std::function<void(Result<Report>, const std::string& input)>& sink);

// The account of a set of reports (a case in memory), with the inputs that could not be read.
struct Account {
  std::vector<Analysis> analyses;
  Dossier dossier;
};
// Leaves out, before anything is linked, reports that were not public by a day; those without a day of publication are told in `left_out`.
void keep_known(std::vector<Analysis>& analyses, std::vector<Skipped>& left_out, const Date& day);
Account build_account(std::vector<Analysis> analyses, std::vector<Skipped> skipped, const Knowledge& know, const ReconcileOptions& options);
// Another account of the same reports, of another day or by other decisions: what was linked for `account` must be linked again, for the
// dossier does not keep it. The analyses stay where they are.
Dossier account_of(const Account& account, const Knowledge& know, const ReconcileOptions& options);

}  // namespace attest

#include "pipeline/case_account.h"
