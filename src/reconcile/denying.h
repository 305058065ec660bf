#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "reconcile/said.h"

namespace attest {

// The id of the source that a report names so, else the words themselves.
std::string source_named(const std::string& words, const CaseFacts& facts);

// Which denials concern whom (METHOD 8). A denial concerns an alleged party that its speaker is, is a name of, or speaks for: a
// president who denies any state involvement answers what is said of "government-affiliated militias"; the same holds for every
// side.
class Denying {
 public:
  explicit Denying(const CaseFacts& facts) : facts_(facts), words_(facts.party_words) {}
  bool concerns(const std::string& denier, const std::string& alleged) const;
  // What rows of one party are joined by: its source where it is listed, else the name without its article.
  std::string key(const std::string& name) const;

 private:
  std::vector<std::string> names_of(const std::string& denier) const;

  const CaseFacts& facts_;
  const PartyWords& words_;
};

}  // namespace attest
