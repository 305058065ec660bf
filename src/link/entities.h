#pragma once
#include <deque>
#include <vector>

#include "link/case_view.h"
#include "link/held_names.h"

namespace attest {

// Who is who across the reports of a case: what each report names (by report index) put together, every merge with its reason.
//
// Merged: one entry of a list; one place of the gazetteer, and a town with the district or province that bears its name; a party
// under one referent; names that are spellings of one name; what some report says to be one ("X (Y)"); a surname that only one
// person of the case bears. Kept apart: single names of people, which are their report's own; persons of one surname whose first
// names differ, and whoever a person (`decisions`) ruled apart. Where several could be meant, none is chosen, and all stand under
// `not_same`.
std::vector<Entity> link_entities(const CaseView& view, const std::deque<HeldNames>& names, const Decisions* decisions);

}  // namespace attest
