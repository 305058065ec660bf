#pragma once
// What the claims of one report take from each other: wholes and parts, people told again, means told once.
#include <vector>

#include "find/rolls.h"

namespace attest {

// "8 herders killed, 5 from Arva and 3 from Birk": figures that add up to the one before them are its parts.
void part_by_sum(std::vector<ClaimDraft>& drafts);

// The nearest claim before that can hold a part: in the sentence first, then in those just before.
void tie_parts(std::vector<ClaimDraft>& drafts);

// "The judge was killed on Monday" after "Hadi Merro, a judge, was killed", "the six priests" after "six Jesuits were murdered": people
// told again with "the" are those told before, and are called by what was said of them first; so is a figure of as many without a noun.
void take_victims_told_before(const Tokens& tokens, std::vector<ClaimDraft>& drafts);

// A report that names the means at its head goes on without naming it.
void inherit_means(std::vector<ClaimDraft>& drafts);

}  // namespace attest
