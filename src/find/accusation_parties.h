#pragma once
#include "find/harm_groups.h"
#include "find/parties.h"

namespace attest {

// Who accuses and who is accused, by the words around an accusation. It refers to the reading and the places, which must outlive
// it.
class AccusationParties {
 public:
  AccusationParties(const HarmReading& reading, const std::vector<Mention>& places) : r_(reading), places_(places) {}

  // Whom the words from `k` on name; the name of a country may stand for its state.
  std::optional<Perpetrator> party(const Sentence& s, std::uint32_t k) const;
  // The words before the verb at `k` where they name somebody, else those that the sentence begins with; empty where nobody
  // accuses.
  PartyRange accuser(const Sentence& s, std::uint32_t k) const;
  // The accuser as a source; `cue` is the word that accuses.
  Source source(const Sentence& s, PartyRange by, std::uint32_t cue) const;

 private:
  bool verb(std::uint32_t k) const;
  bool is_source(std::uint32_t k) const;
  PartyRange named(const Sentence& s, PartyRange words) const;

  const HarmReading& r_;
  const Tokens& tokens_ = r_.in.tokens;
  const RuleFile* parties_ = r_.in.know.lexicon.find("parties");
  const RuleFile* nouns_ = r_.in.know.lexicon.find("source_nouns");
  const std::vector<Mention>& places_;
};

}  // namespace attest
