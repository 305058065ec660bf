#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/base.h"
#include "know/phrase_table.h"
#include "model/model.h"

namespace attest {

// Somebody whom reports name as a source or a party, as a list states it. Every row says where its facts come from.
struct KnownActor {
  std::string id;
  std::string name;
  std::string kind;                           // a kind of Source, or `person`
  std::string of;                             // id of the organisation a person speaks for, "" none
  std::vector<std::string> aliases;           // without `name`
  std::vector<DossierSource::Party> parties;  // whose organ it is, with dates and reference; several where that changed
  std::string source;
  std::string where;  // file:line
};

// Known agencies, outlets, monitors, bodies and groups with their spellings. Built once, then read from any thread.
//
// A list is CSV with a header row; columns: id, name, kind, of, aliases (separated by ';'), party, from, to, reference, source. A
// row whose id stands already and whose name is empty adds aliases or a further period of party to it; a user's list may name an
// id of ours.
class ActorLists {
 public:
  struct Match {
    const KnownActor* actor = nullptr;
    std::uint32_t length = 0;  // tokens
    explicit operator bool() const { return actor != nullptr; }
  };

  // Adds one list; an Error names file and line and leaves what was there untouched.
  Result<void> add_csv(std::string_view csv, std::string_view path);
  // The longest name that begins at a token. A name in capitals ("AP") must stand in capitals, one with a capital needs one.
  Match longest_at(const Tokens& tokens, std::size_t token) const;
  // The actor whose name or alias the folded words are, whatever their case.
  const KnownActor* find_name(std::string_view text) const;
  const KnownActor* find(std::string_view id) const;
  // Whose organ the actor was on a day; nullptr where no list says so. Without a day the latest period counts.
  static const DossierSource::Party* party_on(const KnownActor& actor, const std::optional<Date>& day);
  const std::vector<KnownActor>& all() const { return actors_; }

 private:
  struct Alias {
    std::uint32_t actor;
    bool needs_capital;
    bool needs_all_capital;
  };
  Match without_apostrophe(const Tokens& tokens, std::size_t token) const;
  void index_name(std::string_view name, std::uint32_t actor);

  std::vector<KnownActor> actors_;
  std::vector<Alias> aliases_;
  PhraseTable table_;  // values: indices into aliases_
  std::unordered_map<std::string, std::uint32_t> by_name_;  // folded names and aliases; looked up only
};

// A phrase as the tokenizer would fold it: lower case without diacritics, hyphens, commas and the possessive 's as words of their
// own.
std::string fold_phrase(std::string_view text);

// All *.csv of a folder in order of name, then the user's own files.
Result<ActorLists> load_lists(const Files& files, const std::string& folder, const std::vector<std::string>& extra);

}  // namespace attest
