#pragma once
// Who the people of a claim are, as the words say it (METHOD 3: status is the source's word; women and children are sex and age).
#include "find/harm_groups.h"

namespace attest {

Victims describe_victims(const HarmReading& reading, const PeopleGroup& group);

// A number without a noun, or "others", takes up what the group before it told.
void inherit_victims(const HarmReading& reading, const PeopleGroup& group, const Victims& before, Victims& victims);

// Adds the groups of uncounted people named as part of the claim's: "including women and children".
void add_groups(const HarmReading& reading, const PeopleGroup& part, Victims& victims);

}  // namespace attest
