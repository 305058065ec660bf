// Noun phrases about people: where one begins, what it counts, what stands before it.
#include "find/group_reader.h"

#include <algorithm>

#include "find/harm_names.h"

namespace attest {

HarmSentence GroupReader::read() {
  out_.asides = read_aside_marks(r_, out_.first, out_.last);
  for (std::uint32_t i = out_.first; i < out_.last;) {
    if (auto group = read_group(i)) {
      introduce(*group, group->owned ? i : group->first);
      i = std::max(group->last, i + 1);
      take_members_noun(*group);
      out_.groups.push_back(std::move(*group));
      continue;
    }
    const auto& role = r_.roles[i];
    if (role.harm >= 0) {
      out_.triggers.push_back({i, i + role.harm_length, role.harm});
      i += role.harm_length;
      continue;
    }
    ++i;
  }
  return std::move(out_);
}

std::optional<PeopleGroup> GroupReader::read_group(std::uint32_t i) {
  PeopleGroup g;
  g.first = past_owner(i);
  g.owned = g.first > i;
  if (g.owned) g.owner_first = i;
  std::uint32_t k = g.first;
  if (!read_start(g, k)) return std::nullopt;
  read_body(g, k);
  if (g.owned && g.kind == PeopleGroup::Kind::kBare) g.kind = PeopleGroup::Kind::kSingle;
  if (!finish(g, k)) return std::nullopt;
  return g;
}

bool GroupReader::stops(std::uint32_t i) const {
  switch (r_.clause(i)) {
    case ClauseWord::kNone: case ClauseWord::kMore: case ClauseWord::kLeave: break;
    case ClauseWord::kAdverb: return false;
    default: return true;
  }
  const auto& token = tokens_.tokens[i];
  if (token.kind == TokenKind::kPunctuation || token.kind == TokenKind::kSymbol) {
    const auto norm = tokens_.norm(i);
    return norm != "-" && norm != "/" && norm != "'" && norm != "'s" && norm != "&";
  }
  return false;
}

const NumberMatch* GroupReader::number_at(std::uint32_t i) const {
  const auto index = r_.roles[i].number;
  return index < 0 ? nullptr : &r_.numbers[static_cast<std::size_t>(index)];
}

Count GroupReader::one(std::uint32_t first, std::uint32_t last) const {
  Count count;
  count.span = {tokens_.tokens[first].span.begin, tokens_.tokens[last - 1].span.end};
  count.low = count.high = count.point = 1;
  return count;
}

bool GroupReader::read_start(PeopleGroup& g, std::uint32_t& k) {
  const auto role = r_.clause(k);
  if (!r_.roles[k].in_number && (role == ClauseWord::kOne || role == ClauseWord::kAnother || role == ClauseWord::kThe || role == ClauseWord::kPossessive)) {
    g.kind = role == ClauseWord::kThe ? PeopleGroup::Kind::kDefinite : PeopleGroup::Kind::kSingle;
    g.definite = role == ClauseWord::kThe;
    g.more = role == ClauseWord::kAnother;
    while (k < out_.last && r_.clause(k) == role) ++k;
    if (k >= out_.last) return false;
    if (role == ClauseWord::kOne && !number_at(k)) return true;
  }
  if (const auto* number = number_at(k)) {
    if (number->hint == NumberHint::kAge) {  // "33-year-old": one person, aged so
      if (g.kind == PeopleGroup::Kind::kBare) g.kind = PeopleGroup::Kind::kSingle;
      g.age = age_in(*number);
      k = number->last;
      while (k < out_.last && (r_.clause(k) == ClauseWord::kAge || tokens_.norm(k) == "-")) ++k;
      return k < out_.last && !stops(k);  // "(12 years old)" is nobody new
    }
    if (bare_year(*number) || age_aside(*number)) return false;
    g.kind = PeopleGroup::Kind::kNumbered;
    g.count = number->count;
    g.count_first = number->first;
    k = g.count_last = number->last;
    return true;
  }
  if (g.kind != PeopleGroup::Kind::kBare) return true;
  if (starts_name(k)) return true;
  return r_.roles[k].noun >= 0 && r_.roles[k].harm < 0;
}

std::optional<int> GroupReader::age_in(const NumberMatch& number) const {
  if (!number.count.point || *number.count.point > 110) return std::nullopt;
  for (auto k = number.last; k < std::min(out_.last, number.last + 2); ++k)
    if (r_.words.months_at.longest_at(tokens_, k)) return 0;
  return static_cast<int>(*number.count.point);
}

bool GroupReader::bare_year(const NumberMatch& number) const {
  if (!number.in_digits || number.modified() || number.last != number.first + 1 || !number.count.point) return false;
  if (*number.count.point < 1900 || *number.count.point > 2099 || tokens_.norm(number.first).size() != 4) return false;
  return number.last >= out_.last || stops(number.last) || !head_ahead(number.last);
}

bool GroupReader::age_aside(const NumberMatch& number) const {
  const auto k = number.first;
  if (!number.in_digits || number.modified() || number.count.point.value_or(999) > 110 || k < out_.first + 2 || number.last >= out_.last) return false;
  const auto before = tokens_.norm(k - 1), after = tokens_.norm(number.last);
  if (before == "(" || before == "[") return (after == ")" || after == "]") && tokens_.tokens[k - 2].capital;
  return before == "," && (after == "," || after == "." || after == ";") && tokens_.tokens[k - 2].capital && tokens_.tokens[k - 2].kind == TokenKind::kWord;
}

bool GroupReader::finish(PeopleGroup& g, std::uint32_t k) {
  g.last = k;
  while (g.last > g.first + 1 && g.last != g.count_last && g.last != g.head_last) {  // no trailing adverb, hyphen or "took"
    const auto role = r_.clause(g.last - 1);
    if (role != ClauseWord::kAdverb && role != ClauseWord::kLeave && tokens_.tokens[g.last - 1].kind == TokenKind::kWord) break;
    --g.last;
  }
  using Kind = PeopleGroup::Kind;
  const bool bare_words = g.last == g.first + 1;
  g.words_last = g.last;
  if ((g.named || g.noun >= 0) && g.kind != Kind::kNumbered) {
    const auto aside = read_asides(r_, g.last, out_.last);
    g.last = aside.last;
    if (!g.age) g.age = aside.age;
    if (aside.noun >= 0) g.modifiers.push_back(aside.noun);
  }
  if (g.kind == Kind::kBare && g.noun < 0 && g.head == kNoToken) {
    if (!starts_name(g.first)) return false;
    g.kind = Kind::kName;
  }
  const bool another = bare_words && g.more && g.first > out_.first && r_.roles[g.first - 1].in_harm;  // "killing two and wounding another"
  if ((g.kind == Kind::kSingle || g.kind == Kind::kDefinite) && bare_words && !another && !g.owned) return false;
  if (g.head == kNoToken && g.noun < 0 && names_means(g)) g.thing = true;
  if (!g.count && countable_as_one(g)) g.count = one(g.begin(), g.words_last), g.count_first = g.first, g.count_last = g.words_last;
  return true;
}

bool GroupReader::countable_as_one(const PeopleGroup& g) const {
  using Kind = PeopleGroup::Kind;
  if (g.thing && g.head == kNoToken) return false;
  const bool article = g.kind == Kind::kSingle && r_.clause(g.first) == ClauseWord::kOne;
  if (g.harm >= 0 && r_.harm(g.harm).form == HarmForm::kNoun && !article && !g.more) return false;  // "his body", "the victims"
  if (article && g.noun >= 0) return true;
  if (g.kind == Kind::kDefinite && g.noun < 0 && !g.modifiers.empty()) return false;  // "the elderly"
  const auto number = g.noun < 0 ? NounWord::Number::kOne : r_.noun(g.noun).number;
  switch (g.kind) {
    case Kind::kName: return true;
    case Kind::kSingle: return number == NounWord::Number::kOne || (number == NounWord::Number::kAny && !plural_looking(g));
    case Kind::kDefinite:
    case Kind::kBare: return number == NounWord::Number::kOne || (number == NounWord::Number::kAny && !plural_looking(g) && g.noun >= 0);
    case Kind::kNumbered: return false;
  }
  return false;
}

bool GroupReader::plural_looking(const PeopleGroup& g) const {
  if (g.head == kNoToken) return false;
  const auto norm = tokens_.norm(g.head_last - 1);
  return norm.ends_with("s") || norm.ends_with("men") || norm == "personnel" || (norm == "staff" && g.kind != PeopleGroup::Kind::kSingle) || norm == "crew";
}

void GroupReader::introduce(PeopleGroup& g, std::uint32_t from) const {
  auto k = from;
  while (k > out_.first && (r_.clause(k - 1) == ClauseWord::kAdverb || r_.clause(k - 1) == ClauseWord::kMore || tokens_.tokens[k - 1].kind == TokenKind::kQuote ||
                            unknown_modifier(g, k - 1)))
    --k;
  if (k == out_.first) return;
  const auto norm = tokens_.norm(k - 1);
  g.comma_before = norm == "," || norm == ";";
  const auto* aside = out_.aside_at(k - 1);
  g.bracket_before = norm == "(" || norm == "[" || (aside && aside->open == k - 1);
  if (k < g.first && tokens_.tokens[k].kind == TokenKind::kQuote && k - 1 > out_.first && (r_.clause(k - 1) == ClauseWord::kThe || r_.clause(k - 1) == ClauseWord::kOne)) --k;  // of the "Front"
  g.intro = r_.clause(k - 1);
  g.together = g.intro == ClauseWord::kAnd && norm == "with";
  if (g.comma_before && k >= out_.first + 2 && r_.clause(k - 2) == ClauseWord::kPart) g.intro = ClauseWord::kPart;
  g.negated = g.intro == ClauseWord::kNot;
}

bool GroupReader::unknown_modifier(const PeopleGroup& g, std::uint32_t k) const {
  const bool national = r_.capitals && g.kind == PeopleGroup::Kind::kName && g.first - k == 1 && r_.roles[k].place;  // "AND ITALIAN DINO MERRO"
  if (g.kind != PeopleGroup::Kind::kBare && !national) return false;
  const auto& role = r_.roles[k];
  return g.first - k <= 4 && role.clause == ClauseWord::kNone && !role.in_harm && !role.in_number &&
         (tokens_.tokens[k].kind == TokenKind::kWord || tokens_.norm(k) == "-");
}

HarmSentence read_groups(const HarmReading& reading, const Sentence& sentence) { return GroupReader(reading, sentence).read(); }

}  // namespace attest
