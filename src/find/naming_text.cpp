#include "find/naming_text.h"

#include <algorithm>
#include <array>

namespace attest {
namespace {

NamingWord parse_word(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, NamingWord>, 16> kNames = {{{"government", NamingWord::kGovernment},
                                                                               {"state_force", NamingWord::kStateForce},
                                                                               {"armed", NamingWord::kArmed},
                                                                               {"loyal", NamingWord::kLoyal},
                                                                               {"generic", NamingWord::kGeneric},
                                                                               {"leader", NamingWord::kLeader},
                                                                               {"office", NamingWord::kOffice},
                                                                               {"victims", NamingWord::kVictims},
                                                                               {"relation", NamingWord::kRelation},
                                                                               {"event", NamingWord::kEvent},
                                                                               {"tie", NamingWord::kTie},
                                                                               {"former", NamingWord::kFormer},
                                                                               {"fall", NamingWord::kFall},
                                                                               {"rules", NamingWord::kRules},
                                                                               {"loaded", NamingWord::kLoaded},
                                                                               {"so-called", NamingWord::kSoCalled}}};
  for (const auto& [word, value] : kNames)
    if (word == name) return value;
  return NamingWord::kNone;
}

}  // namespace

NamingText::NamingText(const FindInput& in, const Speech& speech, const std::vector<Mention>& places)
    : speech_text_(in), quotes_(speech.quotes) {
  place_at_.assign(in.tokens.size(), nullptr);
  for (const Mention& m : places) {
    const Range r = tokens_of(m.span);
    for (auto i = r.begin; i < r.end; ++i) place_at_[i] = &m;
  }
  const RuleFile* cues = in.know.lexicon.find("cues");
  for (const Quote& q : quotes_) {
    bool object = false;
    const Range r = q.cue_span && cues ? tokens_of(*q.cue_span) : Range{};
    for (auto i = r.begin; i < r.end; ++i)
      if (const auto m = cues->table.longest_at(in.tokens, i)) {
        const auto kind = cues->rules[m.value].value("kind");
        object = object || kind == "object" || kind == "attitude";
      }
    object_cue_.push_back(object);
  }
  find_words();
  find_country(places);
  find_rulers();
  find_fallen();
}

Range NamingText::tokens_of(Span span) const {
  const Tokens& tokens = speech_text_.tokens();
  const auto begin = static_cast<std::uint32_t>(tokens.token_at(span.begin));
  auto end = begin;
  while (end < tokens.size() && tokens.tokens[end].span.begin < span.end) ++end;
  return {begin, end};
}

void NamingText::find_words() {
  word_at_.assign(speech_text_.size(), -1);
  const RuleFile* file = speech_text_.input().know.lexicon.find("naming");
  if (!file) return;
  std::vector<NamingWord> kinds;
  for (const auto& rule : file->rules) kinds.push_back(parse_word(rule.value("kind")));
  for (std::uint32_t i = 0; i < speech_text_.size(); ++i) {
    const auto m = file->table.longest_at(speech_text_.tokens(), i);
    if (!m) continue;
    words_.push_back({{i, i + m.length}, &file->rules[m.value], kinds[m.value]});
    for (auto k = i; k < i + m.length; ++k) word_at_[k] = static_cast<std::int32_t>(words_.size() - 1);
    i += m.length - 1;
  }
}

NamingWord NamingText::word(std::uint32_t token) const {
  return token < word_at_.size() && word_at_[token] >= 0 ? words_[static_cast<std::size_t>(word_at_[token])].kind
                                                         : NamingWord::kNone;
}

const Rule* NamingText::rule(std::uint32_t token, Range* at) const {
  if (token >= word_at_.size() || word_at_[token] < 0) return nullptr;
  const Word& w = words_[static_cast<std::size_t>(word_at_[token])];
  if (at) *at = w.at;
  return w.rule;
}

void NamingText::find_country(const std::vector<Mention>& places) {
  std::map<std::string, int> counts;
  for (const Mention& m : places)
    if (m.located && !m.located->country.empty()) ++counts[m.located->country];
  int best = 0;
  for (const auto& [code, n] : counts) {
    if (n > best) best = n, country_ = code;
    else if (n == best) country_.clear();
  }
}

std::string NamingText::country_in(Range phrase) const {
  for (auto i = phrase.begin; i < phrase.end; ++i)
    if (const Mention* m = place_at(i); m && m->located && !m->located->country.empty()) {
      if (speech_text_.norm(i + 1) == "-") continue;  // "U.S.-backed": whose backing, not whose government
      return m->located->country;
    }
  return {};
}

std::string NamingText::group_in(Range phrase) const {
  for (auto i = phrase.begin; i < phrase.end; ++i)
    if (const SourceWord* w = speech_text_.source_at(i); w && w->actor && w->actor->kind == "armed_group") return w->actor->id;
  return {};
}

// "the X regime", "X, which is ruling the country".
void NamingText::find_rulers() {
  for (const SourceWord& w : speech_text_.sources()) {
    if (!w.actor || w.actor->kind != "armed_group") continue;
    for (auto i = w.at.end; i < std::min(speech_text_.size(), w.at.end + 12); ++i) {
      const NamingWord kind = word(i);
      const bool beside = i <= w.at.end + 3 && kind == NamingWord::kGovernment;
      const bool said = kind == NamingWord::kRules && speech_text_.sentence(i) == speech_text_.sentence(w.at.begin);
      if (beside || said) ruling_.insert(w.actor->id);
    }
  }
}

// "former President X", "the ouster of X", "X … fled", "toppling the regime of X": by the last word of the name.
void NamingText::find_fallen() {
  for (const Word& w : words_) {
    if (w.kind != NamingWord::kFall && w.kind != NamingWord::kFormer) continue;
    const auto end = std::min(speech_text_.sentence(w.at.begin).end, w.at.end + 10);
    for (auto i = w.at.end; i < end; ++i) {
      if (speech_text_.is_comma(i) && w.kind == NamingWord::kFormer) break;
      const bool name = speech_text_.capital(i) && speech_text_.word_class(i) == WordClass::kOther && !place_at(i) &&
                        !speech_text_.source_at(i);
      if (!name) continue;
      while (i + 1 < end && !speech_text_.source_at(i + 1) &&
             (speech_text_.capital(i + 1) || speech_text_.norm(i + 1) == "-" || speech_text_.norm(i + 2) == "-"))
        ++i;
      fallen_.insert(std::string(speech_text_.norm(i)));
      break;
    }
    if (w.rule->value("before") != "true") continue;  // "X fled"
    const auto edge = w.at.begin > 0 && speech_text_.is_comma(w.at.begin - 1) ? w.at.begin - 1 : w.at.begin;
    const Range who = phrase_before(speech_text_, edge, speech_text_.sentence(w.at.begin).begin, false);
    if (!who.empty() && speech_text_.capital(who.end - 1) && !speech_text_.source_at(who.end - 1))
      fallen_.insert(std::string(speech_text_.norm(who.end - 1)));
  }
}

namespace {

constexpr std::uint32_t kReach = 8000;  // bytes; the longest speech is shorter

}  // namespace

bool NamingText::spoken(Span span) const {
  auto q =
      std::partition_point(quotes_.begin(), quotes_.end(), [&](const Quote& x) { return x.span.begin + kReach < span.begin; });
  for (; q != quotes_.end() && q->span.begin < span.end; ++q)
    if (q->span.overlaps(span) && !q->chain.empty()) return true;
  return false;
}

const Quote* NamingText::voice(Span span) const {
  const auto first =
      std::partition_point(quotes_.begin(), quotes_.end(), [&](const Quote& q) { return q.span.begin + kReach < span.begin; });
  const Quote* best = nullptr;
  for (auto i = static_cast<std::size_t>(first - quotes_.begin()); i < quotes_.size() && quotes_[i].span.begin <= span.begin;
       ++i) {
    const Quote& q = quotes_[i];
    if (q.span.end < span.end) continue;
    // Whom an outlet says somebody condemns or criticises, it names itself, unless in marks.
    const auto token = static_cast<std::uint32_t>(speech_text_.tokens().token_at(span.begin));
    const bool theirs = q.kind == QuoteKind::kDirect || (object_cue_[i] != 0 && speech_text_.quoted_at(token) >= 0);
    if (theirs && (!best || q.span.size() <= best->span.size())) best = &q;
  }
  return best;
}

}  // namespace attest
