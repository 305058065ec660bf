#pragma once
#include <set>
#include <string>
#include <vector>

#include "know/rules.h"

namespace attest {

// The words with a capital, folded and cut to a stem that "Orlavia", "Orlavian" and "Orlavia's" share.
std::vector<std::string> capital_stems(const std::string& text);
// Whether the word stands in the text in capitals alone: a short name, no word of a country or creed.
bool in_capitals(const std::string& text, const std::string& word);

// What lang/en/parties.toml tells of phrases for who did it, for one case.
struct PartyWords {
  explicit PartyWords(const Lexicon* lexicon = nullptr);
  std::vector<std::string> state;     // words of a state and of who rules
  std::vector<std::string> ruling;    // "government", "regime"
  std::vector<std::string> articles;
  std::vector<std::string> generic;   // words for groups, and articles
  std::vector<std::string> creeds;

  bool of_state(const std::string& folded) const;
  // The capitals of a phrase that are part of a name, without words of a state, of kinds of groups and of creeds.
  std::vector<std::string> name_stems(const std::string& text) const;
};

// Phrases for who did it, as the reports of one incident give them, each read once. A name that stands with a word of who rules ("the Alba
// government") rules in all of them. Phrases go by their index; the words must outlive this.
class PartyNames {
 public:
  PartyNames(const PartyWords& words, const std::vector<std::string>& phrases);
  // A description that may fit anybody ("gunmen", "Islamist terrorists") names no party: only a name or a word of a state does.
  bool names_party(std::size_t i) const { return phrases_[i].of_state || !phrases_[i].stems.empty(); }
  // Whether two phrases may mean one party: they share a word of a name or one long word, or both speak of a state and no name tells two
  // states apart ("the Alba government", "forces of the Ministry of Defence").
  bool same_party(std::size_t i, std::size_t j) const;

 private:
  struct Phrase {
    std::vector<std::string> stems, long_words;
    bool of_state = false, rules = false;
  };
  std::vector<Phrase> phrases_;
};

}  // namespace attest
