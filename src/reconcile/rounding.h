#pragma once
#include "model/findings.h"

namespace attest {

// METHOD 6: whether `repeat` may be a rounded or vaguer wording of `figure` ("over 740" of "at least 745", "nearly 1,000" of 973,
// "hundreds" of 745). Never true of two exact numbers.
bool may_round(const Count& repeat, const Count& figure);
bool may_round(const Count& repeat, std::int64_t figure);

}  // namespace attest
