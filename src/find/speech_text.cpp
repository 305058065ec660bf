#include "find/speech_text.h"

#include <algorithm>
#include <array>

namespace attest {
namespace {

WordClass parse_class(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, WordClass>, 12> kNames = {{{"determiner", WordClass::kDeterminer},
                                                                              {"possessive", WordClass::kPossessive},
                                                                              {"person", WordClass::kPerson},
                                                                              {"thing", WordClass::kThing},
                                                                              {"relative", WordClass::kRelative},
                                                                              {"preposition", WordClass::kPreposition},
                                                                              {"conjunction", WordClass::kConjunction},
                                                                              {"subordinator", WordClass::kSubordinator},
                                                                              {"auxiliary", WordClass::kAuxiliary},
                                                                              {"adverb", WordClass::kAdverb},
                                                                              {"time", WordClass::kTime},
                                                                              {"verb", WordClass::kVerb}}};
  for (const auto& [word, value] : kNames)
    if (word == name) return value;
  return WordClass::kOther;
}

// The bits of the roles in a list with spaces between; unknown ones are none.
std::uint32_t parse_roles(std::string_view names) {
  constexpr std::array<std::string_view, 28> kNames = {
      "by",        "author", "that",    "to",         "as",       "what", "there", "joins",   "of",     "and",
      "addressee", "topic",  "article", "indefinite", "definite", "be",   "not",   "first",   "second", "third",
      "they",      "it",     "plural",  "on",         "where",    "self", "modal", "concedes"};
  std::uint32_t out = 0;
  for (std::size_t at = 0; at < names.size();) {
    const auto end = std::min(names.find(' ', at), names.size());
    for (std::size_t r = 0; r < kNames.size(); ++r)
      if (names.substr(at, end - at) == kNames[r]) out |= 1u << r;
    at = end + 1;
  }
  return out;
}

CueKind parse_kind(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, CueKind>, 10> kNames = {{{"say", CueKind::kSay},
                                                                            {"tell", CueKind::kTell},
                                                                            {"report", CueKind::kReport},
                                                                            {"show", CueKind::kShow},
                                                                            {"object", CueKind::kObject},
                                                                            {"attitude", CueKind::kAttitude},
                                                                            {"according", CueKind::kAccording},
                                                                            {"cite", CueKind::kCite},
                                                                            {"noun", CueKind::kNoun},
                                                                            {"interview", CueKind::kInterview}}};
  for (const auto& [word, value] : kNames)
    if (word == name) return value;
  return CueKind::kNone;
}

// A file of rules that may be absent (a test's lexicon).
struct Rules {
  const RuleFile* file;
  Rules(const Knowledge& know, std::string_view name) : file(know.lexicon.find(name)) {}
  const Rule* at(const Tokens& tokens, std::size_t i, std::uint32_t* length) const {
    const auto m = file ? file->table.longest_at(tokens, i) : PhraseTable::Match{};
    *length = m.length;
    return m ? &file->rules[m.value] : nullptr;
  }
};

// About one token in twenty is a comma where they are kept.
bool lost_commas(const Tokens& tokens) {
  constexpr std::size_t kFewestTokens = 80, kOneIn = 150;
  std::size_t commas = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) commas += tokens.norm(i) == ",";
  return tokens.size() >= kFewestTokens && commas * kOneIn < tokens.size();
}

}  // namespace

SpeechText::SpeechText(const FindInput& in) : in_(in) {
  const auto n = in.tokens.size();
  classes_.assign(n, WordClass::kOther);
  roles_.assign(n, 0);
  settings_.assign(n, 0);
  contrasts_.assign(n, 0);
  cue_at_.assign(n, -1);
  source_at_.assign(n, -1);
  quoted_at_.assign(n, -1);
  sentence_of_.assign(n, 0);
  for (std::size_t s = 0; s < in.tokens.sentences.size(); ++s)
    for (auto t = in.tokens.sentences[s].first; t < in.tokens.sentences[s].last; ++t)
      sentence_of_[t] = static_cast<std::uint32_t>(s);
  quoted_ = pair_quote_marks(in.tokens, in.text());
  for (std::size_t q = 0; q < quoted_.size(); ++q)
    for (auto t = quoted_[q].with_marks().begin; t < quoted_[q].with_marks().end; ++t)
      quoted_at_[t] = static_cast<std::int32_t>(q);
  commas_lost_ = lost_commas(in.tokens);
  classify();
  assign_roles();
  find_words();
}

void SpeechText::classify() {
  const Rules words(in_.know, "speech_words"), nouns_too(in_.know, "cue_nouns");
  std::vector<WordClass> by_rule;
  std::vector<char> setting, contrast;
  if (words.file)
    for (const auto& rule : words.file->rules) {
      by_rule.push_back(parse_class(rule.value("class")));
      setting.push_back(rule.value("class") == "setting");
      contrast.push_back(rule.value("contrast") == "true");
    }
  for (std::uint32_t i = 0; i < size(); ++i) {
    std::uint32_t length = 0;
    const Rule* rule = words.at(tokens(), i, &length);
    if (!rule) continue;
    const auto index = static_cast<std::size_t>(rule - words.file->rules.data());
    for (auto k = i; k < i + length; ++k) {
      classes_[k] = by_rule[index];
      settings_[k] = setting[index];
      contrasts_[k] = contrast[index];
    }
    i += length - 1;
  }
}

void SpeechText::assign_roles() {
  const Rules words(in_.know, "speech_roles");
  std::vector<std::uint32_t> bits;
  if (words.file)
    for (const auto& rule : words.file->rules) bits.push_back(parse_roles(rule.value("role")));
  for (std::uint32_t i = 0; i < size(); ++i) {
    std::uint32_t length = 0;
    if (const Rule* rule = words.at(tokens(), i, &length))
      roles_[i] = bits[static_cast<std::size_t>(rule - words.file->rules.data())];
  }
}

void SpeechText::find_words() {
  const Rules cues(in_.know, "cues"), nouns(in_.know, "source_nouns"), nouns_too(in_.know, "cue_nouns");
  std::vector<CueKind> kinds;
  if (cues.file)
    for (const auto& rule : cues.file->rules) kinds.push_back(parse_kind(rule.value("kind")));
  std::uint32_t source_end = 0;
  for (std::uint32_t i = 0; i < size(); ++i) {
    if (token(i).kind == TokenKind::kPunctuation) continue;
    std::uint32_t length = 0;
    if (i >= source_end) {
      if (const auto m = in_.know.actors.longest_at(tokens(), i)) sources_.push_back({{i, i + m.length}, nullptr, m.actor});
      else if (const Rule* noun = nouns.at(tokens(), i, &length)) sources_.push_back({{i, i + length}, noun, nullptr});
      if (!sources_.empty() && sources_.back().at.begin == i) {
        source_end = sources_.back().at.end;
        for (auto k = i; k < source_end; ++k) source_at_[k] = static_cast<std::int32_t>(sources_.size() - 1);
      }
    }
    const bool hyphened = i > 0 && norm(i - 1) == "-" && !token(i).space_before;  // "so-called"
    const Rule* rule = hyphened ? nullptr : cues.at(tokens(), i, &length);
    if (!rule || (i > 0 && cue_at_[i - 1] >= 0 && cues_.back().at.end > i)) continue;
    if (source_end > i && sources_.back().actor) continue;  // "Human Rights Watch" is a name, its words are no cues
    const auto word = norm(i);
    std::uint32_t noun_length = 0;
    const bool noun_too = length == 1 && nouns_too.at(tokens(), i, &noun_length) != nullptr;
    const CueKind kind = kinds[static_cast<std::size_t>(rule - cues.file->rules.data())];
    const auto words = rule->value("cue_words").empty() ? length : 1u;  // the rest of the phrase belongs to what is said
    cues_.push_back(
        {{i, i + words}, kind, rule, word.size() > 4 && word.ends_with("ing"), noun_too, rule->value("direct_only") == "true"});
    for (auto k = i; k < i + length; ++k) cue_at_[k] = static_cast<std::int32_t>(cues_.size() - 1);
  }
}

bool SpeechText::is_word(std::uint32_t i) const {
  return i < size() && (token(i).kind == TokenKind::kWord || token(i).kind == TokenKind::kNumber);
}

bool SpeechText::is_mark(std::uint32_t i) const {
  const int q = quoted_at(i);
  return q >= 0 && !quoted_[static_cast<std::size_t>(q)].inner.contains(i);
}

bool SpeechText::verblike(std::uint32_t i) const {
  if (!is_word(i)) return false;
  const auto c = word_class(i);
  if (c == WordClass::kAuxiliary || c == WordClass::kVerb) return true;
  const auto w = norm(i);
  const bool after_hyphen = i > 0 && norm(i - 1) == "-";
  if (after_hyphen || capital(i)) return false;
  if (const CueWord* cue = cue_at(i)) return !cue->noun_too && cue->kind != CueKind::kAccording && cue->kind != CueKind::kNoun;
  return w.size() > 4 && w.ends_with("ed") && c == WordClass::kOther && !source_at(i);
}

bool SpeechText::nounlike(std::uint32_t i) const {
  if (!is_word(i) || is_mark(i)) return false;
  const SourceWord* source = source_at(i);
  if (source && (source->actor || source->at.size() > 1)) return true;  // "voice-over"
  if (const CueWord* cue = cue_at(i)) {
    const bool hyphened = i > 0 && norm(i - 1) == "-";
    return (cue->noun_too || hyphened || source || cue->kind == CueKind::kNoun) && cue->at.size() == 1;
  }
  const auto c = word_class(i);
  const bool compound = i > 1 && norm(i - 1) == "-" && !token(i).space_before && !token(i - 1).space_before;  // "state-run"
  if (c == WordClass::kVerb && compound) return true;
  if (c == WordClass::kOther) {
    const auto w = norm(i);
    if (capital(i) || source || (i > 0 && norm(i - 1) == "-")) return true;
    return !(w.size() > 4 && (w.ends_with("ly") || w.ends_with("ed")));
  }
  if (c != WordClass::kTime) return false;
  std::uint32_t length = 0;
  const Rule* rule = Rules(in_.know, "speech_words").at(tokens(), i, &length);
  return rule && rule->value("adjective") == "true";
}

Range SpeechText::sentence(std::uint32_t i) const {
  if (i >= size()) return {size(), size()};
  const auto& s = in_.tokens.sentences[sentence_of_[i]];
  return {s.first, s.last};
}

Span SpeechText::span(Range r) const { return {token(r.begin).span.begin, token(r.end - 1).span.end}; }

std::string SpeechText::text(Range r) const {
  if (r.empty()) return {};
  std::string out(span(r).in(in_.text()));
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

}  // namespace attest
