#pragma once
#include "reconcile/said.h"

namespace attest {

// Who is said to be responsible, by whom, and who denies it (METHOD 8). Each allegation covers only the readings of the claims whose sentence
// names the alleged. Ordered by name.
std::vector<Responsibility> responsibilities(const std::vector<Said>& said, const std::vector<Toll>& tolls, const CaseFacts& facts);

// Whether somebody in these reports denies a deed, whoever it answers.
bool any_deed_denied(const std::vector<std::uint32_t>& reports, const CaseFacts& facts);

// Which rows of an incident are rivals: others name other parties. A description that may fit anybody, or another name of the same, is none.
// The rows must outlive this.
class Rivals {
 public:
  Rivals(const std::vector<Responsibility>& rows, const PartyWords& words);
  bool between(std::size_t i, std::size_t j) const;
  bool has(std::size_t i) const;

 private:
  static std::vector<std::string> alleged(const std::vector<Responsibility>& rows);
  const std::vector<Responsibility>& rows_;
  PartyNames names_;
};

}  // namespace attest
