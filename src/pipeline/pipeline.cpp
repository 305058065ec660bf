#include "pipeline/pipeline.h"

#include <algorithm>

#include "find/find.h"
#include "link/link.h"
#include "text/text.h"

namespace attest {

MadeBy made_by(const Knowledge& know) {
  MadeBy out;
  out.version = ATTEST_VERSION;
  out.rules = know.lexicon.version;
  return out;
}

Outcome analyze_document(const RawDocument& document, const Knowledge& know, const IngestOptions& options) {
  auto report = read_report(document, options);
  if (!report) return Skipped{document.input, report.error()};
  Analysis out;
  out.report = std::move(*report);
  out.tokens = tokenize(out.report.text);
  const bool supported = out.report.language.empty() || out.report.language == "en";
  if (supported) out.findings = find_all(out.report, out.tokens, Parse{}, know);
  else out.findings.note = "unsupported_language";
  return out;
}

Account build_account(std::vector<Analysis> analyses, std::vector<Skipped> skipped, const Knowledge& know, const ReconcileOptions& options) {
  Account out;
  out.analyses = std::move(analyses);
  out.dossier = reconcile(out.analyses, link_reports(out.analyses, know), options);
  out.dossier.made_by = made_by(know);
  out.dossier.skipped = std::move(skipped);
  return out;
}

}  // namespace attest
