#pragma once
#include "find/harm_groups.h"
#include "find/harm_links.h"
#include "find/parties.h"

namespace attest {

// Those whom the sentence says did it: "by X" after the harm word, or its subject. Empty where it names nobody or only a weapon.
std::vector<Perpetrator> find_perpetrators(const HarmReading& reading, const Sentence& sentence, const HarmLink& link);

// Whom the words from `token` on name ("by | the Dorvan army"), and whom those that end before `token` do ("the Dorvan army |
// shelled"): a party that may stand as having done it (parties.h), with its tie.
std::optional<Perpetrator> party_after(const HarmReading& reading, const Sentence& sentence, std::uint32_t token);
std::optional<Perpetrator> party_before(const HarmReading& reading, const Sentence& sentence, std::uint32_t token);
// The words before a verb that say who does it, whoever that may be; empty where nothing stands there.
PartyRange subject_before(const HarmReading& reading, const Sentence& sentence, std::uint32_t token);

}  // namespace attest
