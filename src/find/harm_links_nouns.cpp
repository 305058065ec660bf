// Nouns of harm, inside a noun phrase or alone: "12 deaths", "the body of a man", "fatalities: 12".
#include "find/harm_linker.h"

namespace attest {

// Harm words inside a noun phrase: "12 deaths", "the body of a man", "3 wounded soldiers".
void HarmLinker::link_inner() {
  for (std::uint32_t i = 0; i < s_.groups.size(); ++i) {
    PeopleGroup& g = s_.groups[i];
    if (g.harm < 0) continue;
    const auto& word = r_.harm(g.harm);
    if (g.negated) { out_.denied = true; continue; }
    if (word.form == HarmForm::kNoun && link_of(g.last, g.harm, g.harm_token, g.count && g.kind == Kind::kNumbered)) continue;
    if (unreal_before(g.first)) continue;
    if (word.weak && !supported(i)) continue;
    const bool known = g.kind == Kind::kDefinite && word.form != HarmForm::kNoun;  // "the wounded guard": told before
    if (g.count && !known) {
      add(i, g.harm_token, g.harm_token + 1, g.harm, "inside");
      link_parts_of(i);
      if (word.form == HarmForm::kNoun && g.kind == Kind::kNumbered) link_places_after(i);
    }
    else if (const auto toll = figure_after(i); toll != kNoToken) add(toll, g.harm_token, g.harm_token + 1, g.harm, "toll");
    else out_.uncounted.push_back({i, g.harm_token, g.harm_token + 1, g.harm, "inside"});
  }
}

// "incurring fatalities", "fatalities coded as 10"
void HarmLinker::link_noun(const Trigger& trigger) {
  const auto& word = r_.harm(trigger.harm);
  if (link_of(trigger.last, trigger.harm, trigger.first, false) || word.weak || word.bodies) return;
  for (std::uint32_t k = trigger.first, steps = 0; k > s_.first && steps < 6 && !is_clause_end(k - 1); --k, ++steps)
    if (r_.clause(k - 1) == ClauseWord::kNot || r_.clause(k - 1) == ClauseWord::kMaybe) { out_.denied = true; return; }
  if (const auto toll = figure_from(trigger.last, word); toll != kNoToken) return add(toll, trigger, "toll");
  const auto before = out_.links.size();
  link_possessive(trigger);
  if (out_.links.size() > before) return;
  uncounted(kNoToken, trigger, "inside");
}

// "fatalities stand at 5", "fatalities: 12"
std::uint32_t HarmLinker::figure_after(std::uint32_t i) const { return figure_from(s_.groups[i].last, r_.harm(s_.groups[i].harm)); }

std::uint32_t HarmLinker::figure_from(std::uint32_t token, const HarmWord& word) const {
  if (word.form != HarmForm::kNoun || word.bodies || word.weak) return kNoToken;
  const auto i = groups_before(token);
  if (i >= s_.groups.size()) return kNoToken;
  const auto& next = s_.groups[i];
  if (!number_only(i) || next.first > token + 3 || next.first <= token) return kNoToken;
  const auto before = r_.clause(next.first - 1);
  const bool tied = before == ClauseWord::kPreposition || before == ClauseWord::kTo || before == ClauseWord::kBoundary || is_passive(next.first - 1) || tokens_.norm(next.first - 1) == ":";
  if (!tied || trigger_at(token)) return kNoToken;
  return next.last >= s_.last || tokens_.tokens[next.last].kind == TokenKind::kPunctuation || r_.clause(next.last) != ClauseWord::kNone ? i : kNoToken;
}

// "lives" is harm beside "claimed"; "victims" where they are counted.
bool HarmLinker::supported(std::uint32_t i) const {
  const auto& g = s_.groups[i];
  if (!g.count || g.kind != Kind::kNumbered) return false;
  if (g.noun >= 0) return true;
  const auto from = g.first >= s_.first + 4 ? g.first - 4 : s_.first;
  for (auto k = from; k < g.first; ++k)
    if (r_.clause(k) == ClauseWord::kLives) return true;
  for (auto k = g.last; k < std::min(s_.last, g.last + 3); ++k)
    if (r_.clause(k) == ClauseWord::kLives) return true;
  return false;
}

}  // namespace attest
