#pragma once
// Across reports: who is who, which claims speak of one incident, which reports depend on which.
#include <span>

#include "link/linker.h"
#include "link/marks.h"

namespace attest {

// `decisions`: what people ruled of entities and incidents; it always wins.
Links link_reports(std::span<const Analysis> analyses, const Knowledge& know, const Decisions* decisions = nullptr);
// The same for analyses that are compact: what linking reads from their words stands in `marks`, one a report.
Links link_reports(std::span<const Analysis> analyses, std::vector<ReportMarks> marks, const Knowledge& know, const Decisions* decisions = nullptr);

}  // namespace attest
