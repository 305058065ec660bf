#pragma once
#include "reconcile/policies.h"

namespace attest {

// METHOD 8, "did it happen": one_origin | two_or_more | denied; "" where no origin says so.
std::string grade_happened(int independent, bool denied);

// METHOD 8, "how many", over the latest sourced readings of one as-of window: one_origin | agree | compatible | differ | conflict | withdrawn.
std::string grade_how_many(const PolicyInput& in);

// Pairs of latest readings of one window that cannot both be right, with the reason.
std::vector<FigureConflict> figure_conflicts(const PolicyInput& in);

}  // namespace attest
