#pragma once
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace attest {

// Lower case, letters and digits only, single spaces: what names are compared by.
std::string folded_name(std::string_view text);
// Whether one of the names holds all of the other.
bool same_actor(std::string_view a, std::string_view b);

// Whether folded words hold others, whole.
bool holds_words(const std::string& folded, std::string_view words);

// The names of a case's sources and entities, folded once. The links must outlive it.
struct NameIndex {
  NameIndex() = default;
  NameIndex(const Links& links, std::span<const Analysis> analyses);

  struct Party {
    std::string id;
    std::vector<std::string> names;  // folded: its name, then its aliases
    std::string words;               // all of them, with a space before and after each
  };
  std::map<std::string, std::string> sources;                   // id by folded name or alias; of several the first id
  std::map<std::string, std::vector<const Entity*>> entities;   // by folded name or alias
  std::set<std::string> tellers;                                // folded names of agencies and outlets
  std::vector<Party> armed;                                     // armed groups and militaries that speak, by id, then those only named
  // By the folded name of a person, the short names of bodies in capitals by which reports tell whose they are: "DNF leader Irel
  // Maddo". Folded.
  std::map<std::string, std::set<std::string>> bodies_of;
};

}  // namespace attest
