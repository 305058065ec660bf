#pragma once
#include "find/harm_groups.h"

namespace attest {

struct PartyRange {
  std::uint32_t first = 0, last = 0;  // tokens
  bool empty() const { return last <= first; }
};

// Who may stand as having done it (METHOD 8): an organisation, an armed group, a state or force, an office holder, a described
// attacker. Gives the part of `range` that names one, without the page furniture, marks and small words around it and with the
// whole of a name that was cut at its particle; empty where the words name none: a verb's rest, tags and links of the page,
// whoever was harmed or counted, who only tells, the holder of a place ("the rebel-held town"), nobody ("no group").
PartyRange party_in(const HarmReading& reading, PartyRange range);

// The kind of the word of a file of the language's data that begins at a token, "" none; `length` gets its tokens. `words`:
// nullptr, none.
std::string_view word_kind(const HarmReading& reading, const RuleFile* words, std::uint32_t token,
                           std::uint32_t* length = nullptr);

}  // namespace attest
