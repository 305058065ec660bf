#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "find/speech_relations.h"

namespace attest {

// Who a source phrase means.
struct Speaker {
  std::string text;       // as written; of a pronoun the words it stands for
  std::string canonical;  // the fullest name in the report or the list's; "" unknown
  std::string entity;     // id of the lists, a slug of a person's name, "" unresolved
  std::string kind;       // Source::kind
  std::string rule;       // the sieve that decided
  Range at;               // the words of `text`
  bool named = false;
  bool person = false;
  bool plural = false;
  bool together = false;  // one of several who speak together: no pronoun means this one alone
};

// The noun that says what the speaker is ("police spokesman": the last of a row), or nullptr.
const SourceWord* head_noun(const SpeechText& s, Range phrase);
// The first listed name in a phrase, or nullptr.
const SourceWord* listed_in(const SpeechText& s, Range phrase);
bool plural_word(const SpeechText& s, std::uint32_t i);
// "The monitor and two doctors": the phrases of several who speak together, or none where the phrase is of one ("the ministry of health and
// population", "a doctor and activist").
std::vector<Range> speakers_together(const SpeechText& s, Range phrase);

// Resolves source phrases in text order by sieves, the surest first: a listed name; a full name; part of an earlier name; a
// pronoun; "the monitor" for a named one before it; "investigators" for the body that investigates; "another" for one more of the
// videos before it; "a war monitor" for one named within the next two sentences; else an unnamed source of its kind.
// `Speaker::rule` says which sieve decided.
class SpeakerResolver {
 public:
  explicit SpeakerResolver(const SpeechText& s);
  // `enclosing`: the speaker of the speech around the phrase, or nullptr ("I" and "we" are theirs).
  Speaker resolve(Range source, const Speaker* enclosing);
  // Each of those who speak together in the phrase; none where one speaks. Call it before resolving the whole phrase.
  std::vector<Speaker> resolve_each(Range source);
  // Full names found in the text, for mentions.
  const std::vector<Range>& names() const { return names_; }

 private:
  bool by_list(Speaker& out) const;
  bool by_name(Speaker& out) const;
  Range full_name(Range name) const;
  bool by_pronoun(Speaker& out, const Speaker* enclosing) const;
  std::optional<Speaker> named_person(std::uint32_t before, std::size_t from_sentence) const;
  bool by_description(Speaker& out) const;
  bool by_later_name(Speaker& out) const;
  bool by_investigators(Speaker& out) const;
  bool by_item_before(Speaker& out) const;
  bool by_body_before(Speaker& out) const;
  bool is_pseudonym(Range phrase) const;
  Range spoken_for(Range phrase, const SourceWord* head) const;
  void find_names();
  Range name_in(Range phrase) const;
  std::string kind_of(Range phrase) const;

  const SpeechText& s_;
  std::vector<Range> names_;                                        // capital runs of two or more words
  std::map<std::string_view, std::vector<std::uint32_t>> by_word_;  // folded word → names_ that hold it
  std::vector<Speaker> said_;                                       // resolved so far, in order
};

// A name as an id: folded, hyphens for spaces.
std::string slug(std::string_view name);

}  // namespace attest
