#pragma once
#include "find/harm_groups.h"
#include "find/harm_links.h"

namespace attest {

// Those whom the sentence says did it: "by X" after the harm word, or its subject. Empty where it names nobody or only a weapon.
std::vector<Perpetrator> find_perpetrators(const HarmReading& reading, const Sentence& sentence, const HarmLink& link);

// Who the report says claimed responsibility, where anybody did.
std::optional<Perpetrator> find_claimant(const HarmReading& reading);

}  // namespace attest
