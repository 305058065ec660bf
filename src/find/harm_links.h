#pragma once
// Which people a harm word harms.
#include <string_view>
#include <vector>

#include "find/harm_groups.h"

namespace attest {

// One group of people under one harm word.
struct HarmLink {
  std::uint32_t group = 0;          // index into HarmSentence::groups
  std::uint32_t first = 0, last = 0;  // the harm word's tokens
  std::int16_t harm = -1;
  std::string_view how;             // passive | active | beside | of | inside | toll | shared | among
  bool part = false;                // an explicit part of the link before it
  std::string_view doubt{};         // why the group may be no further victim but the same or a part; "" none
  std::uint32_t victims_first = kNoToken;  // first token of the group
};

struct SentenceLinks {
  std::vector<HarmLink> links;     // in the order of their groups
  bool denied = false;             // a harm word stood under "no", "not"
  std::vector<HarmLink> uncounted; // harm to groups without a count; `group` == kNoToken where only a pronoun or nothing stands
};

// The figure that was told last before a sentence; harm -1 where none was told just before.
struct ToldBefore {
  std::int16_t harm = -1;
  std::int64_t size = 0;
  bool roll = false;  // the sentence directly before ended with somebody by name or kin
  bool part = false;  // who was a part of a figure
  std::int16_t roll_harm = -1;
};

SentenceLinks link_harm(const HarmReading& reading, HarmSentence& sentence, const ToldBefore& told = {});

}  // namespace attest
