#include "find/harm_trace.h"

namespace attest {
namespace {

std::string_view word(ClauseWord role) {
  static constexpr std::string_view kWords[] = {"",      "passive", "passive, one", "passive, any", "have",       "not",        "maybe",   "to",   "preposition", "by",
                                                "of",    "and",     "part",         "among",        "boundary",   "relative",   "one",     "the",  "another",     "possessive",
                                                "more",  "adverb",  "say",          "leave",        "claims lives", "age",      "those",   "mostly"};
  const auto i = static_cast<std::size_t>(role);
  return i < std::size(kWords) ? kWords[i] : std::string_view();
}

std::string_view word(NumberHint hint) {
  switch (hint) {
    case NumberHint::kNone: return "";
    case NumberHint::kYear: return "a year";
    case NumberHint::kDate: return "a date";
    case NumberHint::kClock: return "a time of day";
    case NumberHint::kMoney: return "money";
    case NumberHint::kAge: return "an age";
    case NumberHint::kMeasure: return "a measure";
    case NumberHint::kPercent: return "a share in per cent";
    case NumberHint::kLabel: return "part of a name or label";
  }
  return "";
}

std::string_view word(PeopleGroup::Kind kind) {
  static constexpr std::string_view kWords[] = {"counted", "one, by article or age", "definite", "a name", "bare noun"};
  return kWords[static_cast<std::size_t>(kind)];
}

void add(std::string& out, bool when, std::string_view what) {
  if (when) out += (out.empty() ? "" : "; ") + std::string(what);
}

std::string token_roles(const HarmReading& r, std::uint32_t k) {
  const auto& role = r.roles[k];
  std::string out;
  if (role.harm >= 0) add(out, true, "harm word " + r.harm(role.harm).id);
  if (role.noun >= 0) add(out, true, (r.noun(role.noun).person ? "noun of people " : "thing ") + r.noun(role.noun).id);
  if (role.clause != ClauseWord::kNone) add(out, true, "clause word: " + std::string(word(role.clause)));
  add(out, role.place, "place");
  add(out, role.date, "time");
  if (!r.in.parse.empty()) add(out, true, std::string(name(r.in.parse.words[k].upos)) + " " + std::string(name(r.in.parse.words[k].arc)));
  return out;
}

std::string group_words(const HarmReading& r, const PeopleGroup& g) {
  std::string out(word(g.kind));
  if (g.noun >= 0) add(out, true, "noun " + r.noun(g.noun).id);
  for (const auto m : g.modifiers) add(out, true, "with " + r.noun(m).id);
  if (g.count) add(out, true, "counts " + (g.count->point ? std::to_string(*g.count->point) : "no exact number") + " (" + std::string(name(g.count->modifier)) + ")");
  if (g.intro != ClauseWord::kNone) add(out, true, "after: " + std::string(word(g.intro)));
  add(out, g.thing && g.head == kNoToken, "a thing");
  add(out, g.negated, "under \"no\"");
  add(out, g.more, "\"more\", \"other\"");
  add(out, g.subset, "some of a group told before");
  return out;
}

}  // namespace

void trace_groups(const HarmReading& r, const HarmSentence& s) {
  for (auto k = s.first; k < s.last; ++k) r.note(k, k + 1, "token", [&] { return token_roles(r, k); });
  for (const auto& n : r.numbers) {
    if (n.first < s.first || n.first >= s.last) continue;
    r.note(n.first, n.last, "number", [&] {
      if (n.hint != NumberHint::kNone) return "is " + std::string(word(n.hint));
      if (r.roles[n.first].number < 0) return std::string("lies in a date or in the name of a place: counts nobody");
      return std::string("may count people");
    });
  }
  for (const auto& g : s.groups) r.note(g.first, g.last, "people", [&] { return group_words(r, g); });
  for (const auto& t : s.triggers) r.note(t.first, t.last, "harm", [&] { return "rule " + r.harm(t.harm).id + ": " + std::string(name(r.harm(t.harm).effect)); });
}

}  // namespace attest
