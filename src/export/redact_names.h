#pragma once
// Who is private in a case, by name. A name is a run of capitalised words that nothing known explains: no place, body, outlet or word that also
// stands in lower case. It stays only where the reports themselves give the person an office and never a private role; in doubt it goes.
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "export/privacy.h"
#include "export/redact.h"
#include "export/scan.h"
#include "model/model.h"

namespace attest {

class PrivateNames {
 public:
  PrivateNames(const Dossier& dossier, std::span<const Analysis> analyses, const PrivacyRules& rules);

  // The private names in a text; `people`: spans that a finder took for persons.
  std::vector<Edit> find(std::string_view text, const std::vector<Word>& words, const std::vector<Span>& people = {}) const;
  // Whether a word, whatever its case, is part of a private name: for addresses and file names.
  bool part_of_name(std::string_view folded) const { return parts_.contains(folded); }
  // Whether the words name a body, outlet or place of these reports.
  bool known(std::string_view text) const;
  // Whether somebody who is named here holds an office.
  bool names_official(std::string_view text) const;

 private:
  struct Candidate {
    std::size_t first = 0, last = 0;  // words [first, last)
    bool person = false;              // a finder or its context says so; else a run of unknown words
  };
  struct Evidence {
    bool office = false;
    bool is_private = false;
    std::string role;
  };

  void add_phrase(std::string_view text);
  void learn_private_sources(const Dossier& dossier, std::span<const Analysis> analyses);
  void learn_words(std::span<const Analysis> analyses);
  void learn_phrases(const Dossier& dossier, std::span<const Analysis> analyses);
  void learn_names(const Dossier& dossier, std::span<const Analysis> analyses);
  std::vector<char> explained(std::string_view text, const std::vector<Word>& words) const;
  std::vector<Candidate> candidates(std::string_view text, const std::vector<Word>& words, const std::vector<Span>& people) const;
  void split_run(const std::vector<Word>& words, const std::vector<char>& known, std::size_t first, std::size_t last, bool starts_sentence,
                 std::vector<Candidate>& out) const;
  bool common(const Word& word) const;
  bool person_context(std::string_view text, const std::vector<Word>& words, std::size_t at) const;
  Evidence evidence(std::string_view text, const std::vector<Word>& words, const Candidate& c) const;
  bool office_before(std::string_view text, const std::vector<Word>& words, const Candidate& c) const;
  bool office_after(std::string_view text, const std::vector<Word>& words, const Candidate& c) const;
  std::string key(const std::vector<Word>& words, const Candidate& c) const;
  bool is_public(const std::string& key) const;
  std::string role_of(const std::string& key, const Evidence& here) const;

  const PrivacyRules& rules_;
  std::set<std::string, std::less<>> lower_;  // words that stand uncapitalised somewhere in the case
  std::map<std::string, std::vector<std::vector<std::string>>, std::less<>> phrases_;  // of known bodies and places, by first word
  std::set<std::vector<std::string>> private_sources_;
  std::map<std::string, Evidence, std::less<>> names_;  // by key
  std::map<std::string, std::vector<std::string>, std::less<>> by_last_word_;  // keys of names_
  std::set<std::string, std::less<>> parts_;            // words of private names
  std::set<std::string, std::less<>> public_parts_;
};

}  // namespace attest
