#pragma once
// Children and women among those whom a report tells dead one by one.
#include <string>
#include <vector>

#include "find/harm_groups.h"

namespace attest {

// One person whom some claim counts.
struct ToldPerson {
  const PeopleGroup* group = nullptr;
  const std::vector<std::string>* groups = nullptr;  // of the claim's victims
  std::size_t sentence = 0;
  std::int64_t size = 1;  // more: kin counted together, "their four children"
};

// A group of the guide and who belongs to it, each once, in text order: indices into the people told.
struct RollCount {
  std::string group;
  std::vector<std::size_t> members;
  std::int64_t unnamed = 0;  // of kin counted together, those beyond one a member

  std::int64_t size() const { return static_cast<std::int64_t>(members.size()) + unnamed; }
};

// Only groups of two members and more. The same person told twice (by name, or without one in a later sentence) counts once. Whom
// neither a noun, an age nor a given name tells for a child or a woman is in no group.
std::vector<RollCount> count_rolls(const HarmReading& reading, const std::vector<ToldPerson>& told);

}  // namespace attest
