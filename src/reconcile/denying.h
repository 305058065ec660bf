#pragma once
#include <set>
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
  explicit Denying(const CaseFacts& facts);
  bool concerns(const std::string& denier, const std::string& alleged) const;
  // Learns from phrases for who did it which names rule: after "the Alba government", Alba is no rival of "the Ministry of Defence".
  void learn(const std::string& words);
  // Whether two phrases for who did it may mean one party: they share a word of a name or one long word, or both speak of a state and
  // no name tells two states apart ("the Alba government", "forces of the Ministry of Defence").
  bool same_party(const std::string& a, const std::string& b) const;
  // A description that may fit anybody ("gunmen", "Islamist terrorists") names no party: only a name or a word of a state does.
  bool names_party(const std::string& words) const;
  // What rows of one party are joined by: its source where it is listed, else the name without its article.
  std::string key(const std::string& name) const;

 private:
  bool of_state(const std::string& words) const;
  bool rules(const std::string& words) const;
  std::vector<std::string> names_of(const std::string& denier) const;
  std::vector<std::string> name_stems(const std::string& words) const;

  const CaseFacts& facts_;
  std::vector<std::string> state_, articles_, generic_, creeds_, ruling_;
  std::set<std::string> rulers_;  // stems of names that rule
};

}  // namespace attest
