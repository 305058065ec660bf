#pragma once
// Claims in the making, and those that count people told one by one ("rolls").
#include <vector>

#include "find/harm_groups.h"

namespace attest {

// A claim in the making.
struct ClaimDraft {
  Claim claim;
  PeopleGroup group;
  std::uint32_t harm_token = 0;
  std::int16_t harm = -1;
  std::size_t sentence = 0;
  bool part = false;
  bool among = false;
  bool roll = false;  // counts people told one by one
};

// "Hadi Merro (7), Salma Merro (5) and Sami Merro (41) were killed": adds a claim of two children. Where the report itself counts
// the group
// ("including two children"), none. Its span runs over those counted in the sentence of the first; its rule is "killed.roll".
void add_rolls(const HarmReading& reading, std::vector<ClaimDraft>& drafts);

// A roll is a part of the largest figure of the report. Called when the drafts stand in the order of their ids.
void tie_rolls(std::vector<ClaimDraft>& drafts);

}  // namespace attest
