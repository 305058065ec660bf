#pragma once
#include <set>
#include <utility>

#include "know/know.h"
#include "link/case_view.h"

namespace attest {

// Pairs of report indices (smaller rank first) that share text or quotations; what incident grouping uses of dependence.
using ReportPairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;

// METHOD 4 e: whose copy a report says it is.
void link_agency_credits(const CaseView& view, const Knowledge& know, Links& links);

// Signals between reports (METHOD 4 c, d): which text and which quotations are shared.
// Later reports depend on earlier ones; where the days are equal or unknown the direction is by id and says nothing about who was first.
ReportPairs link_reports_by_text(const CaseView& view, const Knowledge& know, Links& links);

// Signals between the origins of one incident (METHOD 4 g, h): organs of one party; unnamed informants of one kind at one place.
void link_origins(const CaseView& view, Links& links);

// Orders dependencies by report, target and signal, joins the evidence of equal ones.
void finish_dependencies(const CaseView& view, Links& links);

}  // namespace attest
