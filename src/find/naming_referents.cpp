#include <algorithm>

#include "find/naming_text.h"

namespace attest {
namespace {

bool holds(const NamingText& t, Range r, NamingWord kind) {
  for (auto i = r.begin; i < r.end; ++i)
    if (t.word(i) == kind) return true;
  return false;
}

// "his government": whoever was named last before, if that is somebody overthrown; "remnants of the former regime and their backers".
bool fallen_before(const NamingText& t, std::uint32_t token) {
  const SpeechText& s = t.speech();
  constexpr std::uint32_t kBeside = 6;
  const auto low = std::max(s.sentence(token).begin, token > kBeside ? token - kBeside : 0);
  for (auto i = token; i > low; --i)
    if (t.word(i - 1) == NamingWord::kFormer) return true;
  for (auto i = token; i > 0 && token - i < 60; --i) {
    if (!s.capital(i - 1) || s.word_class(i - 1) != WordClass::kOther || t.place_at(i - 1) || s.source_at(i - 1)) continue;
    if (t.fallen(s.norm(i - 1))) return true;
  }
  return false;
}

bool overthrown(const NamingText& t, Range whole) {
  const SpeechText& s = t.speech();
  for (auto i = whole.begin; i < whole.end; ++i) {
    if (t.word(i) == NamingWord::kFormer) return true;
    if (s.capital(i) && t.fallen(s.norm(i))) return true;
    if (s.is(i, WordClass::kPossessive) && fallen_before(t, i)) return true;
  }
  const auto low = whole.begin > 3 ? whole.begin - 3 : 0;
  return holds(t, {low, whole.begin}, NamingWord::kFall);
}

std::string country_of(const NamingText& t, Range whole) {
  const std::string named = t.country_in(whole);
  return named.empty() ? t.country() : named;
}

std::string with_country(std::string_view kind, const std::string& country) {
  return std::string(kind) + ":" + (country.empty() ? "unknown" : country);
}

Referent opponents(const std::string& country) {
  return {with_country("opponents", country), "armed opponents of the government"};
}

Referent former_government(const std::string& country) {
  return {with_country("former-government", country), "former government"};
}

Referent government(const NamingText& t, Range whole) {
  const std::string country = country_of(t, whole);
  if (overthrown(t, whole)) return former_government(country);
  return {with_country("government", country), "government"};
}

// An armed group: against the government (rebels, or those loyal to an overthrown one), at its side, of a listed group, or nobody
// known.
Referent armed(const NamingText& t, const NamingPhrase& p) {
  const std::string country = country_of(t, p.whole);
  const NamingWord kind = t.word(p.head.begin);
  const std::string group = t.group_in(p.whole);
  const bool tied = holds(t, {p.head.end, p.whole.end}, NamingWord::kTie) || (kind == NamingWord::kLoyal);
  if (overthrown(t, p.whole) || (p.rule->value("remnants") == "true")) return opponents(country);
  const bool of_state = holds(t, {p.whole.begin, p.head.begin}, NamingWord::kGovernment) ||
                        holds(t, {p.head.end, p.whole.end}, NamingWord::kGovernment);
  if (of_state || (!group.empty() && t.rules(group)))
    return {with_country("aligned", country), "armed groups at the government's side"};
  if (!group.empty()) {
    const KnownActor* actor = t.speech().input().know.actors.find(group);
    return {"group:" + group, actor ? actor->name : group};
  }
  if (tied) return {with_country("aligned", country), "armed groups at the government's side"};
  if (p.rule->value("rebels") == "true") return opponents(country);
  return {with_country("unidentified", country), "those said to have done it, not named"};
}

Referent state_force(const NamingText& t, const NamingPhrase& p) {
  const std::string country = country_of(t, p.whole);
  if (overthrown(t, p.whole))  // "his armed forces": of who ruled then, nobody's opponents
    return t.speech().is(p.whole.begin, WordClass::kPossessive) ? former_government(country) : opponents(country);
  const std::string group = t.group_in(p.whole);
  if (!group.empty() && !t.rules(group)) {
    const KnownActor* actor = t.speech().input().know.actors.find(group);
    return {"group:" + group, actor ? actor->name : group};
  }
  return {with_country("forces", country), "state forces"};
}

}  // namespace

Referent referent_of(const NamingText& t, const NamingPhrase& p) {
  switch (t.word(p.head.begin)) {
    case NamingWord::kGovernment:
      return government(t, p.whole);
    case NamingWord::kRelation:
      return {with_country("government", t.country()), "government"};
    case NamingWord::kStateForce:
      return state_force(t, p);
    case NamingWord::kArmed:
    case NamingWord::kLoyal:
      return armed(t, p);
    case NamingWord::kGeneric:
      return {with_country("unidentified", country_of(t, p.whole)), "those said to have done it, not named"};
    case NamingWord::kVictims:
      return {"victims", "victims"};
    case NamingWord::kEvent:
      return {"event:" + std::string(p.rule->value("event")), std::string(p.rule->value("event"))};
    default:
      break;
  }
  return {};
}

}  // namespace attest
