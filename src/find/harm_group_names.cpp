// Names inside noun phrases about people.
#include "find/group_reader.h"

#include <algorithm>

#include "find/harm_names.h"

namespace attest {

bool GroupReader::named_first(std::uint32_t k) const {
  if (k + 1 >= out_.last) return false;
  const auto& next = tokens_.tokens[k + 1];
  const auto& role = r_.roles[k + 1];
  return next.capital && next.kind == TokenKind::kWord && role.clause == ClauseWord::kNone && role.noun < 0 && !role.in_harm && !role.in_number;
}

bool GroupReader::starts_name(std::uint32_t k) const {
  if (!is_name_word(r_, k)) return false;
  if (!r_.capitals) return k != out_.first || named_first(k);
  const auto* name = r_.in.parse.name_at(k);  // in capitals, one word is a name only where the parse knows it for one
  return name_end(r_, k, out_.last) > k + 1 || (name && name->kind == EntityKind::kPerson) || harmed_name(k) || described_name(k);
}

bool GroupReader::harmed_name(std::uint32_t k) const {
  if (k >= r_.in.parse.words.size() || r_.in.parse.words[k].upos != Upos::kPropn) return false;
  const bool of = k >= out_.first + 2 && r_.clause(k - 1) == ClauseWord::kOf;
  return k > out_.first && r_.roles[of ? k - 2 : k - 1].in_harm;
}

bool GroupReader::described_name(std::uint32_t k) const {
  if (k >= r_.in.parse.words.size() || r_.in.parse.words[k].upos != Upos::kPropn || names_no_person(r_, k, k + 1) || k + 2 >= out_.last || tokens_.norm(k + 1) != ",") return false;
  return k == out_.first && (head_ahead(k + 2) || (r_.clause(k + 2) == ClauseWord::kThe && head_ahead(k + 3)) || (r_.clause(k + 2) == ClauseWord::kOne && head_ahead(k + 3)));
}

void GroupReader::take_members_noun(PeopleGroup& g) {
  if (g.kind != PeopleGroup::Kind::kName || out_.groups.empty()) return;
  auto& before = out_.groups.back();
  const bool plural = before.noun >= 0 && !before.count && before.harm < 0 && before.last == before.head_last && r_.noun(before.noun).number != NounWord::Number::kOne &&
                      before.kind != PeopleGroup::Kind::kNumbered && before.kind != PeopleGroup::Kind::kName;
  const bool marked = g.first == before.last + 1 && r_.clause(before.first) == ClauseWord::kPossessive && tokens_.tokens[before.last].kind == TokenKind::kPunctuation;  // "her sons – Hadi and Sami"
  const bool heads = plural && (before.last == g.first || marked);
  const bool goes_on = before.member_noun >= 0 && (g.comma_before || g.intro == ClauseWord::kAnd) && g.first <= before.last + 2;
  if (heads) before.names_follow = true;
  if (heads || goes_on) {
    g.member_noun = heads ? before.noun : before.member_noun;
    g.modifiers.push_back(g.member_noun);
  }
}

bool GroupReader::read_name(PeopleGroup& g, std::uint32_t& k) const {
  if (g.kind != PeopleGroup::Kind::kBare || g.noun >= 0 || !starts_name(k)) return false;
  const auto end = name_end(r_, k, out_.last);
  const bool adjective = end == k + 1 && (r_.roles[k].place || (!r_.in.parse.empty() && r_.in.parse.words[k].upos != Upos::kPropn));  // "Merran"
  if (adjective) return false;
  if (end < out_.last && !stops(end) && (r_.roles[end].noun >= 0 || head_ahead(end))) return false;
  g.named = true;
  k = end;
  return true;
}

bool GroupReader::continues_name(const PeopleGroup& g, std::uint32_t k) const {
  if (g.noun < 0 || r_.noun(g.noun).number == NounWord::Number::kMany) return false;
  const auto& role = r_.roles[k];
  if (tokens_.tokens[k].kind != TokenKind::kWord) return false;
  if (!r_.capitals) return tokens_.tokens[k].capital;
  if (g.kind == PeopleGroup::Kind::kNumbered || k - g.head >= 8 || role.clause != ClauseWord::kNone || role.date) return false;
  return r_.in.parse.empty() ? !role.place : is_name_word(r_, k) || (r_.in.parse.words[k].upos == Upos::kPropn && tokens_.tokens[k - 1].kind == TokenKind::kWord);
}

std::uint32_t GroupReader::past_owner(std::uint32_t k) const {
  if (!starts_name(k)) return k;
  auto next = name_end(r_, k, out_.last);
  if (next + 1 >= out_.last || (tokens_.norm(next) != "'s" && tokens_.norm(next) != "'")) return k;
  const auto owned = ++next;
  if (r_.roles[owned].number >= 0) next = number_at(owned)->last;
  while (next < out_.last && (r_.clause(next) == ClauseWord::kAge || tokens_.norm(next) == "-")) ++next;
  return next < out_.last && head_ahead(next) ? owned : k;
}

}  // namespace attest
