#pragma once
#include <deque>

#include "know/know.h"
#include "link/case_view.h"
#include "link/marks.h"
#include "link/shared_passages.h"

namespace attest {

// Whether report `a` came after `b`: by their days; where these are equal or unknown by id, which says nothing about who was first.
bool later(const CaseView& view, std::uint32_t a, std::uint32_t b);

// METHOD 4 e: whose copy a report says it is.
void link_agency_credits(const CaseView& view, const std::deque<ReportMarks>& marks, Links& links);

// Signals between reports (METHOD 4 c, d): which text and which quotations are shared. Later reports depend on earlier ones.
void link_shared(const CaseView& view, const SharedPassages& shared, const char* signal, Links& links);

// Signals between the origins of one incident (METHOD 4 g, h): organs of one party; unnamed informants of one kind at one place.
void link_origins(const CaseView& view, Links& links);

// Signals between figures of one incident (METHOD 4 b, f): an unsourced figure equal to an earlier one; a sum of another source's parts.
void link_figures(const CaseView& view, Links& links);

// Orders dependencies by report, target and signal, joins the evidence of equal ones.
void finish_dependencies(const CaseView& view, Links& links);

// Who is one with whom among the origins of each figure that several reports of an incident give, and who takes over from whom how often.
void link_classes(const CaseView& view, Links& links);
void link_reuse(const CaseView& view, Links& links);

}  // namespace attest
