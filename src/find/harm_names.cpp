#include "find/harm_names.h"

#include <algorithm>

#include "know/name_words.h"

namespace attest {
namespace {

constexpr std::int64_t kOldest = 110;
constexpr std::uint32_t kLongestAside = 14;     // tokens inside brackets
constexpr std::uint32_t kLongestMarked = 24;    // tokens between two dashes
constexpr std::uint32_t kLongestDateline = 16;  // tokens before the dash behind place, day and agency

// A noun of the lists is part of a name only behind its first word ("Salma Cook").
bool in_person(const HarmReading& r, std::uint32_t k) {
  const auto* name = r.in.parse.name_at(k);
  return name && name->kind == EntityKind::kPerson && (r.roles[k].noun < 0 || name->first < k);
}

bool proper_noun(const HarmReading& r, std::uint32_t k) { return k < r.in.parse.words.size() && r.in.parse.words[k].upos == Upos::kPropn; }

// In capitals, a part of a name that is a place's name as well ("CORDOBA"): only behind the first word of the name.
bool place_in_name(const HarmReading& r, std::uint32_t k) {
  const auto& role = r.roles[k];
  return r.capitals && role.place && role.noun < 0 && role.clause == ClauseWord::kNone && !role.in_harm && !role.in_number && !role.date && proper_noun(r, k);
}

const NumberMatch* number_at(const HarmReading& r, std::uint32_t k) {
  for (auto it = std::lower_bound(r.numbers.begin(), r.numbers.end(), k, [](const NumberMatch& n, std::uint32_t at) { return n.first < at; }); it != r.numbers.end() && it->first == k; ++it) return &*it;
  return nullptr;
}

// The years of an age; months and weeks are years of 0.
std::optional<int> age_of(const HarmReading& r, const NumberMatch& n) {
  const auto years = n.count.point ? n.count.point : n.count.low;  // of "(12 to 14 years old)" the lower
  if (!years || *years > kOldest || *years < 0) return std::nullopt;
  for (auto k = n.last; k < std::min<std::size_t>(r.roles.size(), n.last + 2); ++k) {
    if (r.words.months_at.longest_at(r.in.tokens, k)) return 0;
  }
  return static_cast<int>(*years);
}

std::uint32_t skip_age_words(const HarmReading& r, std::uint32_t k, std::uint32_t limit) {
  while (k < limit && (r.clause(k) == ClauseWord::kAge || r.in.tokens.norm(k) == "-")) ++k;
  return k;
}

// "(41)", "(Abu Salma)", "(his nephew, nine years old)": up to the closing mark, where nobody else is counted or harmed inside.
std::optional<Aside> bracket_aside(const HarmReading& r, std::uint32_t k, std::uint32_t limit) {
  const auto& tokens = r.in.tokens;
  const bool quote = tokens.tokens[k].kind == TokenKind::kQuote;
  if (!quote && tokens.norm(k) != "(" && tokens.norm(k) != "[") return std::nullopt;
  Aside out;
  for (auto i = k + 1; i < std::min(limit, k + kLongestAside); ++i) {
    const auto norm = tokens.norm(i);
    if (quote ? tokens.tokens[i].kind == TokenKind::kQuote : norm == ")" || norm == "]") {
      out.last = i + 1;
      const auto called = [&](std::uint32_t at) { return name_word_at(r.words.identified_at, tokens, at, NameWord::kCalled) > 0; };
      const bool second_name = i > k + 1 && (tokens.tokens[k + 1].capital || called(k + 1) || called(k + 2));
      const bool only_noun = out.noun >= 0 && i == k + 2;  // "(child)"
      if (out.age || second_name || only_noun) return out;
      return std::nullopt;
    }
    if (r.roles[i].harm >= 0 || r.clause(i) == ClauseWord::kSay) return std::nullopt;
    if (const auto noun = r.roles[i].noun; out.noun < 0 && noun >= 0 && r.noun(noun).person && r.noun(noun).number != NounWord::Number::kMany) out.noun = noun;
    if (const auto* n = number_at(r, i)) {
      if (!out.age) out.age = age_of(r, *n);
      const bool aged = n->hint == NumberHint::kAge || i == k + 1 || r.clause(i - 1) == ClauseWord::kAge;
      if (!out.age || !aged) return std::nullopt;
    }
  }
  return std::nullopt;
}

// "known as Abu Salma", "identified only as Hadi": a name that tells who the person before is.
std::optional<Aside> name_aside(const HarmReading& r, std::uint32_t k, std::uint32_t limit) {
  const auto cue = r.words.identified_at.longest_at(r.in.tokens, k);
  if (!cue || static_cast<NameWord>(cue.value) > NameWord::kCalled) return std::nullopt;
  const auto name = k + static_cast<std::uint32_t>(cue.length);
  const auto end = name < limit ? name_end(r, name, limit) : name;
  return end > name ? std::optional(Aside{end, std::nullopt, -1}) : std::nullopt;
}

// ", 42," and ", aged nine": an age between commas.
std::optional<Aside> comma_aside(const HarmReading& r, std::uint32_t k, std::uint32_t limit) {
  const auto& tokens = r.in.tokens;
  auto i = k;
  const bool comma = tokens.norm(i) == ",";
  if (comma) ++i;
  const auto aged = skip_age_words(r, i, limit);
  const auto* n = aged < limit ? number_at(r, aged) : nullptr;
  if (!n || (n->modified() && n->count.modifier != Modifier::kRange) || (!comma && aged == i)) return std::nullopt;
  const auto age = age_of(r, *n);
  auto end = skip_age_words(r, n->last, limit);
  if (!age || (aged == i && end == n->last && !n->in_digits)) return std::nullopt;
  const auto closes = [&](std::uint32_t at) {
    if (at >= limit) return true;
    const auto role = r.clause(at);
    return r.roles[at].harm >= 0 || role == ClauseWord::kPassive || role == ClauseWord::kPassiveOne || role == ClauseWord::kHave || role == ClauseWord::kAnd || role == ClauseWord::kRelative ||
           tokens.tokens[at].kind == TokenKind::kPunctuation;
  };
  if (!closes(end)) return std::nullopt;
  if (end + 1 < limit && tokens.norm(end) == "," && r.clause(end + 1) != ClauseWord::kAnd && tokens.tokens[end + 1].kind != TokenKind::kPunctuation && closes(end + 1)) ++end;
  return Aside{end, age, -1};
}

}  // namespace

bool is_name_word(const HarmReading& r, std::uint32_t k) {
  if (k >= r.roles.size()) return false;
  const auto& token = r.in.tokens.tokens[k];
  const auto& role = r.roles[k];
  if (token.kind != TokenKind::kWord || role.in_harm || role.in_number || role.date || role.clause != ClauseWord::kNone) return false;
  if (!r.capitals) return token.capital && role.noun < 0;
  if (in_person(r, k)) return true;
  return role.noun < 0 && !role.place && proper_noun(r, k) && !r.words.means_at.longest_at(r.in.tokens, k);
}

std::uint32_t name_end(const HarmReading& r, std::uint32_t k, std::uint32_t limit) {
  const auto& tokens = r.in.tokens;
  auto end = k;
  while (end < limit) {
    if (is_name_word(r, end) || (end > k && place_in_name(r, end))) { ++end; continue; }
    const auto norm = tokens.norm(end);
    const auto particle = [&](std::uint32_t at) { return static_cast<bool>(r.words.particle_at.longest_at(tokens, at)); };
    const bool joins = norm == "-" || norm == "'" || particle(end);
    auto next = end + 1;
    while (next < limit && next < end + 3 && !is_name_word(r, next) && (tokens.norm(next) == "-" || particle(next))) ++next;
    if (end == k || !joins || next >= limit || !is_name_word(r, next)) break;
    end = next;
  }
  return end;
}

bool names_no_person(const HarmReading& r, std::uint32_t first, std::uint32_t last) {
  bool other = false;
  for (auto k = first; k < last; ++k) {
    const auto* name = r.in.parse.name_at(k);
    if (!name) continue;
    if (name->kind == EntityKind::kPerson) return false;
    other = true;
  }
  return other;
}

std::vector<AsideMarks> read_aside_marks(const HarmReading& r, std::uint32_t first, std::uint32_t last) {
  const auto& tokens = r.in.tokens;
  const auto is_dash = [&](std::uint32_t k) { return tokens.norm(k) == "--" || tokens.norm(k) == "\xE2\x80\x93" || tokens.norm(k) == "\xE2\x80\x94"; };
  std::vector<AsideMarks> out;
  std::vector<std::uint32_t> dashes;
  for (auto k = first; k < last; ++k) {
    const auto norm = tokens.norm(k);
    const bool dateline = first == 0 && dashes.empty() && k < first + kLongestDateline && k + 1 < last && (tokens.norm(k + 1) == "[" || (k > first && tokens.norm(k - 1) == ")"));
    if (is_dash(k) && !dateline) dashes.push_back(k);
    if (norm != "(" && norm != "[") continue;
    for (auto end = k + 1; end < std::min(last, k + kLongestMarked); ++end)
      if (tokens.norm(end) == ")" || tokens.norm(end) == "]") {
        out.push_back({k, end});
        k = end;
        break;
      }
  }
  const bool odd = dashes.size() % 2 == 1;
  for (std::size_t i = odd && first == 0 ? 1 : 0; i + 1 < dashes.size(); i += 2) {
    if (dashes[i + 1] - dashes[i] > kLongestMarked) continue;
    const auto inside = [&](const AsideMarks& a) { return a.open < dashes[i + 1] && a.close > dashes[i]; };
    std::erase_if(out, inside);
    out.push_back({dashes[i], dashes[i + 1]});
  }
  std::sort(out.begin(), out.end(), [](const AsideMarks& a, const AsideMarks& b) { return a.open < b.open; });
  return out;
}

Aside read_asides(const HarmReading& r, std::uint32_t k, std::uint32_t limit) {
  Aside out{k, std::nullopt, -1};
  for (int i = 0; i < 3 && out.last < limit; ++i) {
    auto next = bracket_aside(r, out.last, limit);
    if (!next) next = comma_aside(r, out.last, limit);
    if (!next) next = name_aside(r, out.last, limit);
    if (!next) break;
    out.last = next->last;
    if (!out.age) out.age = next->age;
    if (out.noun < 0) out.noun = next->noun;
  }
  return out;
}

PersonName read_person_name(const HarmReading& r, const PeopleGroup& g) {
  const auto& tokens = r.in.tokens;
  PersonName out;
  bool titled = false;
  const bool aside = g.name_first != kNoToken;
  for (auto k = aside ? g.name_first : g.first; k < (aside ? g.name_last : g.words_last); ++k) {
    const auto& token = tokens.tokens[k];
    const auto& role = r.roles[k];
    if (token.kind != TokenKind::kWord || !token.capital || role.in_number || role.clause != ClauseWord::kNone) continue;
    if (role.noun >= 0 && out.words.empty()) continue;
    const auto is = [&](NameWord word) { return name_word_at(r.words.particle_at, tokens, k, word) > 0; };
    const bool she = is(NameWord::kShe), he = is(NameWord::kHe);
    if ((she || he) && out.words.empty()) {
      out.sex = she ? NameSex::kFemale : NameSex::kMale;
      titled = true;
      continue;
    }
    if (is(NameWord::kTitle) || is(NameWord::kParticle)) continue;
    if (out.words.empty() && !titled) out.sex = sex_by_given_name(tokens.norm(k));
    out.words.push_back(tokens.norm(k));
  }
  return out;
}

}  // namespace attest
