#include "reconcile/denying.h"

#include <algorithm>

namespace attest {
namespace {

bool holds(const std::string& folded, std::string_view word) {
  return (" " + folded + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

// The words with a capital, folded and cut to a stem that "Orlavia", "Orlavian" and "Orlavia's" share.
std::vector<std::string> capitals(const std::string& text) {
  constexpr std::size_t kStem = 5;
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" -/()\"", at), text.size());
    if (end > at) {
      const Decoded d = decode_utf8(text, at);
      if (fold_case(d.code) != d.code && end - at > 1) out.push_back(folded_name(text.substr(at, end - at)).substr(0, kStem));
    }
    at = end + 1;
  }
  return out;
}

// Whether the word stands in the text in capitals alone: a name, no word of a country or creed.
bool acronym(const std::string& text, const std::string& word) {
  std::string upper = word;
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return word.size() > 1 && text.find(upper) != std::string::npos;
}

std::vector<std::string> words_of_kind(const Lexicon* lexicon, std::string_view kind) {
  std::vector<std::string> out;
  const RuleFile* file = lexicon ? lexicon->find("parties") : nullptr;
  if (!file) return out;
  for (const Rule& rule : file->rules)
    if (rule.value("kind") == kind) out.insert(out.end(), rule.words.begin(), rule.words.end());
  return out;
}

}  // namespace

std::string source_named(const std::string& words, const CaseFacts& facts) {
  if (facts.source(words)) return words;
  const auto known = facts.names.sources.find(folded_name(words));
  return known == facts.names.sources.end() ? words : known->second;
}

Denying::Denying(const CaseFacts& facts)
    : facts_(facts),
      state_(words_of_kind(facts.lexicon, "state")),
      articles_(words_of_kind(facts.lexicon, "article")),
      generic_(words_of_kind(facts.lexicon, "generic")),
      creeds_(words_of_kind(facts.lexicon, "creed")),
      ruling_(words_of_kind(facts.lexicon, "ruling")) {
  // Words of who rules speak of a state too.
  state_.insert(state_.end(), ruling_.begin(), ruling_.end());
  generic_.insert(generic_.end(), articles_.begin(), articles_.end());
}

// A listed party goes by one key however it is written: "the Dorvan Front", "the Dorvan Front (DF) militant group"; "fighters of
// the Front" are not it.
std::string Denying::key(const std::string& name) const {
  std::string out = folded_name(name);
  for (const NameIndex::Party& party : facts_.names.armed) {
    if (std::none_of(party.names.begin(), party.names.end(), [&](const std::string& known) { return holds(out, known); })) continue;
    bool all = true;
    for (std::size_t at = 0; at < out.size() && all;) {
      const std::size_t end = std::min(out.find(' ', at), out.size());
      const std::string word = out.substr(at, end - at);
      all = party.words.find(" " + word + " ") != std::string::npos || std::find(generic_.begin(), generic_.end(), word) != generic_.end();
      at = end + 1;
    }
    if (all) return "@" + party.id;
  }
  for (const std::string& article : articles_)
    if (out.starts_with(article + " ")) return out.substr(article.size() + 1);
  return out;
}

// The capitals that are part of a name, without words of a state, of kinds of groups and of creeds.
std::vector<std::string> Denying::name_stems(const std::string& words) const {
  std::vector<std::string> out = capitals(words);
  const auto is_common = [&](const std::string& stem) {
    const auto begins = [&](const std::string& word) { return word.starts_with(stem); };
    return std::any_of(state_.begin(), state_.end(), begins) || std::any_of(generic_.begin(), generic_.end(), begins) ||
           std::any_of(creeds_.begin(), creeds_.end(), begins);
  };
  out.erase(std::remove_if(out.begin(), out.end(), is_common), out.end());
  return out;
}

void Denying::learn(const std::string& words) {
  const std::string folded = folded_name(words);
  if (std::none_of(ruling_.begin(), ruling_.end(), [&](const std::string& w) { return holds(folded, w); })) return;
  for (std::string& stem : name_stems(words)) rulers_.insert(std::move(stem));
}

// Has a word of who rules, or a name that some phrase gave with one.
bool Denying::rules(const std::string& words) const {
  const std::string folded = folded_name(words);
  const std::vector<std::string> stems = name_stems(words);
  return std::any_of(ruling_.begin(), ruling_.end(), [&](const std::string& w) { return holds(folded, w); }) ||
         std::any_of(stems.begin(), stems.end(), [&](const std::string& stem) { return rulers_.count(stem) > 0; });
}

bool Denying::names_party(const std::string& words) const { return of_state(words) || !name_stems(words).empty(); }

bool Denying::same_party(const std::string& a, const std::string& b) const {
  const std::vector<std::string> mine = name_stems(a), theirs = name_stems(b);
  if (std::any_of(mine.begin(), mine.end(), [&](const std::string& s) { return std::find(theirs.begin(), theirs.end(), s) != theirs.end(); }))
    return true;
  if (mine.empty() && theirs.empty() ? of_state(a) && of_state(b) : (mine.empty() && of_state(a) && rules(b)) || (theirs.empty() && of_state(b) && rules(a)))
    return true;
  constexpr std::size_t kLong = 4;  // shorter words join what has nothing in common
  const std::string x = folded_name(a), y = folded_name(b);
  for (std::size_t at = 0; at < x.size();) {
    const std::size_t end = std::min(x.find(' ', at), x.size());
    const std::string word = x.substr(at, end - at);
    const bool common = of_state(word) || std::find(generic_.begin(), generic_.end(), word) != generic_.end();
    if (word.size() >= kLong && !common && holds(y, word)) return true;
    at = end + 1;
  }
  return false;
}

bool Denying::of_state(const std::string& words) const {
  const std::string folded = folded_name(words);
  return std::any_of(state_.begin(), state_.end(), [&](const std::string& w) { return holds(folded, w); });
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
    state = state || of_state(name);
    for (std::string& word : capitals(name)) mine.push_back(std::move(word));
  }
  const std::vector<std::string> theirs = name_stems(alleged);
  if (state && of_state(alleged) && theirs.empty())
    return true;  // "the army", "government-affiliated militias": of the one state that the report speaks of
  return std::any_of(theirs.begin(), theirs.end(), [&](const std::string& word) {
    return std::find(mine.begin(), mine.end(), word) != mine.end() && (state == of_state(alleged) || acronym(alleged, word));
  });
}

}  // namespace attest
