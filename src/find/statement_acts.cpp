#include "find/statement_acts.h"

#include <algorithm>
#include <array>

namespace attest {
namespace {

Around parse_around(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Around>, 13> kNames = {{{"light", Around::kLight},
                                                                           {"receive", Around::kReceive},
                                                                           {"withheld", Around::kWithheld},
                                                                           {"unreal", Around::kUnreal},
                                                                           {"carries", Around::kCarries},
                                                                           {"strong", Around::kStrong},
                                                                           {"weak", Around::kWeak},
                                                                           {"venue", Around::kVenue},
                                                                           {"due", Around::kDue},
                                                                           {"money", Around::kMoney},
                                                                           {"abstract", Around::kAbstract},
                                                                           {"nobody", Around::kNobody},
                                                                           {"actor", Around::kActor}}};
  for (const auto& [word, value] : kNames)
    if (word == name) return value;
  return Around::kNone;
}

}  // namespace

StatementText::StatementText(const FindInput& in, const Speech& speech, const std::vector<Mention>& dates,
                             const std::vector<Mention>& places)
    : speech_text_(in), quotes_(speech.quotes), dates_(dates), numbers_(in.know.numbers.scan(in.tokens, in.text())) {
  place_at_.assign(in.tokens.size(), nullptr);
  for (const Mention& m : places) {
    const Range r = tokens_of(m.span);
    for (auto i = r.begin; i < r.end; ++i) place_at_[i] = &m;
  }
  quote_at_.assign(in.tokens.size(), -1);
  std::vector<std::size_t> order(quotes_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return quotes_[a].span.size() > quotes_[b].span.size(); });
  for (const std::size_t q : order) {  // the shorter, inner ones over the longer
    const Range r = tokens_of(quotes_[q].span);
    for (auto i = r.begin; i < r.end; ++i) quote_at_[i] = static_cast<std::int32_t>(q);
  }
  find_known_names();
  find_acts();
  find_around();
}

void StatementText::find_known_names() {
  const SpeechText& s = speech_text_;
  for (std::uint32_t i = 1; i < s.size(); ++i)
    if (s.capital(i) && i != s.sentence(i).begin && !s.is_mark(i - 1) && s.word_class(i) == WordClass::kOther)
      known_names_.emplace(s.norm(i));
}

Range StatementText::tokens_of(Span span) const {
  const Tokens& tokens = speech_text_.tokens();
  const auto begin = static_cast<std::uint32_t>(tokens.token_at(span.begin));
  auto end = begin;
  while (end < tokens.size() && tokens.tokens[end].span.begin < span.end) ++end;
  return {begin, end};
}

void StatementText::find_acts() {
  const RuleFile* file = speech_text_.input().know.lexicon.find("statements");
  if (!file) return;
  const auto n = speech_text_.size();
  for (std::uint32_t i = 0; i < n; ++i) {
    const bool hyphened = i > 0 && speech_text_.norm(i - 1) == "-" && !speech_text_.token(i).space_before;
    const bool in_name =
        i > 0 && speech_text_.capital(i) && i != speech_text_.sentence(i).begin && speech_text_.capital(i - 1);  // "Orvan Verify"
    if (in_name) continue;
    const auto m = hyphened ? PhraseTable::Match{} : file->table.longest_at(speech_text_.tokens(), i);
    if (!m) continue;
    acts_.push_back({{i, i + m.length}, &file->rules[m.value]});
    i += m.length - 1;
  }
}

void StatementText::find_around() {
  word_at_.assign(speech_text_.size(), -1);
  const RuleFile* file = speech_text_.input().know.lexicon.find("statement_words");
  if (!file) return;
  std::vector<Around> kinds;
  for (const auto& rule : file->rules) kinds.push_back(parse_around(rule.value("kind")));
  for (std::uint32_t i = 0; i < speech_text_.size(); ++i) {
    const auto m = file->table.longest_at(speech_text_.tokens(), i);
    if (!m) continue;
    words_.push_back({{i, i + m.length}, &file->rules[m.value], kinds[m.value]});
    for (auto k = i; k < i + m.length; ++k) word_at_[k] = static_cast<std::int32_t>(words_.size() - 1);
    i += m.length - 1;
  }
}

bool StatementText::is(std::uint32_t token, Around kind) const {
  return token < word_at_.size() && word_at_[token] >= 0 && words_[static_cast<std::size_t>(word_at_[token])].kind == kind;
}

const Rule* StatementText::around(std::uint32_t token, Range* at) const {
  if (token >= word_at_.size() || word_at_[token] < 0) return nullptr;
  const Word& word = words_[static_cast<std::size_t>(word_at_[token])];
  if (at) *at = word.at;
  return word.rule;
}

const Mention* StatementText::place_at(std::uint32_t token) const {
  return token < place_at_.size() ? place_at_[token] : nullptr;
}

std::span<const Quote> StatementText::quotes_near(Span span) const {
  constexpr std::uint32_t kBefore = 8000, kAfter = 400;
  const auto begins_before = [&](std::uint32_t byte) {
    return std::partition_point(quotes_.begin(), quotes_.end(), [&](const Quote& q) { return q.span.begin < byte; });
  };
  return {begins_before(span.begin > kBefore ? span.begin - kBefore : 0), begins_before(span.end + kAfter)};
}

std::span<const Mention> StatementText::dates_in(Span span) const {
  const auto begins_before = [&](std::uint32_t byte) {
    return std::partition_point(dates_.begin(), dates_.end(), [&](const Mention& m) { return m.span.begin < byte; });
  };
  return {begins_before(span.begin), begins_before(span.end)};
}

const Quote* StatementText::quote_around(std::uint32_t token, const Quote* inside) const {
  if (token >= quote_at_.size() || quote_at_[token] < 0) return nullptr;
  if (!inside) return &quotes_[static_cast<std::size_t>(quote_at_[token])];
  const Quote* best = nullptr;
  const Span at = speech_text_.token(token).span;
  for (const Quote& q : quotes_near(at)) {
    if (q.span.begin > at.begin || q.span.end < at.end || q.span.size() <= inside->span.size()) continue;
    if (!best || q.span.size() < best->span.size()) best = &q;
  }
  return best;
}

Range StatementText::after_verb(Range phrase) const {
  const Parse& parse = speech_text_.input().parse;
  for (auto i = phrase.begin; i + 1 < phrase.end && i < parse.words.size(); ++i) {
    if (speech_text_.norm(i) == "(" || speech_text_.is_comma(i) || speech_text_.is(i, WordClass::kRelative))
      break;  // what follows describes the name
    const bool hyphened = speech_text_.norm(i + 1) == "-" || (i > 0 && speech_text_.norm(i - 1) == "-");
    const bool finite =
        parse.words[i].upos == Upos::kVerb &&
        (parse.words[i].xpos == Xpos::kVBZ || parse.words[i].xpos == Xpos::kVBD || parse.words[i].xpos == Xpos::kVBP);
    if (finite && !hyphened && !speech_text_.capital(i)) phrase.begin = i + 1;
  }
  return phrase;
}

bool StatementText::can_act(Range phrase) const {
  const SpeechText& s = speech_text_;
  if (phrase.empty() || is(phrase.begin, Around::kNobody)) return false;
  if (is(phrase.end - 1, Around::kAbstract)) return false;
  for (auto i = phrase.begin; i < phrase.end; ++i) {
    if (s.source_at(i) || s.is(i, WordClass::kPerson) || s.is(i, WordClass::kThing) || s.is(i, WordClass::kRelative) ||
        is(i, Around::kActor) || place_at(i))
      return true;
    if (!s.capital(i) || s.word_class(i) != WordClass::kOther) continue;
    const bool opens = i == s.sentence(i).begin || s.is_mark(i - 1);
    if (!opens || s.capital(i + 1) || known_names_.count(s.norm(i)) > 0) return true;
    const Parse& parse = s.input().parse;
    if (i < parse.words.size() && parse.words[i].upos == Upos::kPropn) return true;
    if (parse.empty() && phrase.size() == 1 && !s.norm(i).ends_with("s"))
      return true;  // "Guests": the sentence gives the capital
  }
  return false;
}

}  // namespace attest
