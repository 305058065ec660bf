#include "reconcile/denying.h"

#include <algorithm>

namespace attest {
std::string source_named(const std::string& words, const CaseFacts& facts) {
  if (facts.source(words)) return words;
  const auto known = facts.names.sources.find(folded_name(words));
  return known == facts.names.sources.end() ? words : known->second;
}

// A listed party goes by one key however it is written: "the Dorvan Front", "the Dorvan Front (DF) militant group"; "fighters of
// the Front" are not it.
std::string Denying::key(const std::string& name) const {
  std::string out = folded_name(name);
  for (const NameIndex::Party& party : facts_.names.armed) {
    if (std::none_of(party.names.begin(), party.names.end(), [&](const std::string& known) { return holds_words(out, known); })) continue;
    bool all = true;
    for (std::size_t at = 0; at < out.size() && all;) {
      const std::size_t end = std::min(out.find(' ', at), out.size());
      const std::string word = out.substr(at, end - at);
      all = party.words.find(" " + word + " ") != std::string::npos || std::find(words_.generic.begin(), words_.generic.end(), word) != words_.generic.end();
      at = end + 1;
    }
    if (all) return "@" + party.id;
  }
  for (const std::string& article : words_.articles)
    if (out.starts_with(article + " ")) return out.substr(article.size() + 1);
  return out;
}

// What the denier is called: their own words, the other names of their entity and source, and the party whose organ they are.
std::vector<std::string> Denying::names_of(const std::string& denier) const {
  std::vector<std::string> out = {denier};
  if (const auto theirs = facts_.names.entities.find(folded_name(denier)); theirs != facts_.names.entities.end())
    for (const Entity* e : theirs->second) {
      out.push_back(e->name);
      for (const EntityAlias& a : e->aliases) out.push_back(a.text);
    }
  if (const DossierSource* s = facts_.source(source_named(denier, facts_))) {
    out.push_back(s->name);
    if (s->party) out.push_back(s->party->name);
  }
  return out;
}

bool Denying::concerns(const std::string& denier, const std::string& alleged) const {
  if (same_actor(denier, alleged)) return true;
  const DossierSource* source = facts_.source(source_named(denier, facts_));
  const bool party = source && (source->party || source->kind == "government" || source->kind == "military" ||
                                source->kind == "police" || source->kind == "state_media");
  bool state = party;
  std::vector<std::string> mine;
  for (const std::string& name : names_of(denier)) {
    state = state || words_.of_state(folded_name(name));
    for (std::string& word : capital_stems(name)) mine.push_back(std::move(word));
  }
  const std::vector<std::string> theirs = words_.name_stems(alleged);
  if (state && words_.of_state(folded_name(alleged)) && theirs.empty())
    return true;  // "the army", "government-affiliated militias": of the one state that the report speaks of
  // "The DNF government", of which a president whom reports call the DNF's denies a part in it.
  const auto is_denier = [&](const std::string& person) {
    const auto names = names_of(denier);
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return holds_words(folded_name(name), person); });
  };
  if (state && words_.of_state(folded_name(alleged)))
    for (const auto& [person, bodies] : facts_.names.bodies_of)
      if (std::any_of(bodies.begin(), bodies.end(), [&](const std::string& body) { return in_capitals(alleged, body); }) && is_denier(person)) return true;
  return std::any_of(theirs.begin(), theirs.end(), [&](const std::string& word) {
    return std::find(mine.begin(), mine.end(), word) != mine.end() && (state == words_.of_state(folded_name(alleged)) || in_capitals(alleged, word));
  });
}

}  // namespace attest
