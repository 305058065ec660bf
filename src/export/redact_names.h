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
    bool person = false;              // a finder, a given name or the context says so; else a run of unknown words
  };
  // What the words around one mention of a name say.
  struct Evidence {
    bool person = false;
    bool office = false;
    bool is_private = false;
    std::string role;
  };
  // What all mentions of a name in the case say together: now and then a sentence puts a private role beside an official by chance.
  struct Known {
    int offices = 0;
    int privates = 0;
    std::string role;
    bool in_office() const { return offices > 0 && offices >= 4 * privates; }
  };

  bool speaks_for_office(const DossierSource& source) const;
  void learn_established(std::span<const Analysis> analyses);
  void add_phrase(std::string_view text);
  void learn_private_sources(const Dossier& dossier, std::span<const Analysis> analyses);
  void learn_words(std::span<const Analysis> analyses);
  void learn_phrases(const Dossier& dossier, std::span<const Analysis> analyses);
  void learn_names(const Dossier& dossier, std::span<const Analysis> analyses);
  std::vector<char> explained(std::string_view text, const std::vector<Word>& words) const;
  std::vector<Candidate> candidates(std::string_view text, const std::vector<Word>& words, const std::vector<Span>& people) const;
  void add_person(std::string_view text, const std::vector<Word>& words, const std::vector<char>& known, Span span, std::vector<char>& person, std::vector<Candidate>& out) const;
  void split_run(const std::vector<Word>& words, const std::vector<char>& known, std::size_t first, std::size_t last,
                 std::vector<Candidate>& out) const;
  static bool is_letter_of_none(std::string_view text, const std::vector<Word>& words, std::size_t at);
  bool common(const Word& word) const;
  bool plural_of_known(const Word& word) const;
  bool is_surname(const std::vector<Word>& words, std::size_t at) const;
  static std::vector<Candidate> with_handles(std::string_view text, const std::vector<Word>& words, const std::vector<Candidate>& names);
  bool described(std::string_view text, const std::vector<Word>& words, std::size_t at, bool is_place) const;
  bool person_context(std::string_view text, const std::vector<Word>& words, std::size_t at, bool is_place = false) const;
  Evidence evidence(std::string_view text, const std::vector<Word>& words, const Candidate& c) const;
  bool office_before(std::string_view text, const std::vector<Word>& words, const Candidate& c) const;
  bool office_after(std::string_view text, const std::vector<Word>& words, const Candidate& c) const;
  std::string key(const std::vector<Word>& words, const Candidate& c) const;
  bool is_public(const std::string& key) const;
  std::string role_of(const std::string& key, const Evidence& here) const;

  const PrivacyRules& rules_;
  std::set<std::string, std::less<>> lower_;  // words that stand uncapitalised somewhere in the case
  std::map<std::string, std::vector<std::vector<std::string>>, std::less<>> phrases_;  // of known bodies and places, by first word
  std::map<std::string, std::set<std::uint32_t>, std::less<>> capital_;  // capitalised words by report
  std::set<std::string, std::less<>> established_;  // many reports use the word and none for a person: a people, a place that no list has
  std::set<std::vector<std::string>> private_sources_;
  std::map<std::string, Known, std::less<>> names_;  // by key
  std::map<std::string, std::vector<std::string>, std::less<>> by_last_word_;  // keys of names_
  std::set<std::string, std::less<>> parts_;            // words of private names
  std::set<std::string, std::less<>> public_parts_;
};

}  // namespace attest
