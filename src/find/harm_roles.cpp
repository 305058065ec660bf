// What the lists say of each token of a report: numbers, words of harm, nouns of people, days, places.
#include <algorithm>

#include "find/harm_groups.h"

namespace attest {
namespace {

bool mostly_capitals(const Tokens& tokens) {
  std::size_t words = 0, upper = 0;
  for (const auto& token : tokens.tokens) {
    if (token.kind != TokenKind::kWord || token.span.size() < 2) continue;
    ++words;
    upper += token.all_capital;
  }
  return words > 0 && upper * 10 > words * 7;
}

// "May" with a capital is a month or a name, "may" a modal; in capitals it is a month beside a number.
bool is_month_may(const HarmReading& r, std::uint32_t i) {
  const auto& tokens = r.in.tokens;
  if (tokens.norm(i) != "may") return false;
  if (!r.capitals) return tokens.tokens[i].capital;
  const auto number = [&](std::uint32_t k) { return k < tokens.size() && tokens.tokens[k].kind == TokenKind::kNumber; };
  return number(i + 1) || (i > 0 && number(i - 1));
}

void mark_words(HarmReading& r) {
  const auto& tokens = r.in.tokens;
  const auto size = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t i = 0; i < size; ++i) {
    TokenRole& role = r.roles[i];
    if (const auto harm = r.words.harm_at.longest_at(tokens, i); harm && !role.in_harm) {
      if (r.words.harm[harm.value].form == HarmForm::kHarmless) { i += harm.length - 1; continue; }
      role.harm = static_cast<std::int16_t>(harm.value);
      role.harm_length = static_cast<std::uint8_t>(harm.length);
      for (std::uint32_t k = i; k < i + harm.length; ++k) r.roles[k].in_harm = true;
    }
    if (const auto noun = r.words.noun_at.longest_at(tokens, i)) {
      role.noun = static_cast<std::int16_t>(noun.value);
      role.noun_length = static_cast<std::uint8_t>(noun.length);
    }
    if (role.clause != ClauseWord::kNone || (role.in_number && tokens.norm(i) != "of")) continue;
    if (!r.capitals && tokens.tokens[i].all_capital) continue;  // "IS", "US" and "WHO" are names
    if (const auto clause = r.words.clause_at.longest_at(tokens, i); clause && !is_month_may(r, i))
      for (std::uint32_t k = i; k < i + clause.length; ++k) r.roles[k].clause = r.words.clause[clause.value];
  }
}

void mark_mentions(HarmReading& r, const std::vector<Mention>& mentions, bool dates) {
  const auto& tokens = r.in.tokens;
  for (const auto& mention : mentions)
    for (auto i = tokens.token_at(mention.span.begin); i < tokens.size() && tokens.tokens[i].span.begin < mention.span.end; ++i) {
      (dates ? r.roles[i].date : r.roles[i].place) = true;
    }
}

// Numbers that are years, clock times, money, measures, labels or dates count nobody.
bool counts_something(const NumberMatch& n, const std::vector<Mention>& dates) {
  if (n.hint != NumberHint::kNone && n.hint != NumberHint::kAge) return false;
  if (n.hint == NumberHint::kAge) return true;
  const bool range = n.count.modifier == Modifier::kRange;  // "between 500 and 1300": no clock time
  const auto shares = [&](const Mention& m) { return m.span.overlaps(n.count.span) && !(range && n.count.span.contains(m.span)); };
  return std::none_of(dates.begin(), dates.end(), shares);
}

}  // namespace

HarmReading read_roles(const FindInput& in, const std::vector<Mention>& dates, const std::vector<Mention>& places) {
  HarmReading r{in, in.know.harm, in.know.numbers.scan(in.tokens, in.text()), {}, false};
  r.roles.resize(in.tokens.size());
  r.capitals = mostly_capitals(in.tokens);
  mark_mentions(r, places, false);
  mark_mentions(r, dates, true);
  for (std::size_t n = 0; n < r.numbers.size(); ++n) {
    if (!counts_something(r.numbers[n], dates) || r.roles[r.numbers[n].core].place) continue;
    r.roles[r.numbers[n].first].number = static_cast<std::int16_t>(n);
    for (auto k = r.numbers[n].first; k < r.numbers[n].last; ++k) r.roles[k].in_number = true;
  }
  mark_words(r);
  return r;
}

}  // namespace attest
