#include <algorithm>

#include "find/statement_acts.h"

namespace attest {
namespace {

constexpr std::uint32_t kLightReach = 6;  // "issued a very strong public condemnation"

bool is_be(std::string_view w) { return w == "is" || w == "are" || w == "was" || w == "were" || w == "been" || w == "being"; }

// The verb that carries the noun, before it ("issued a condemnation"): its token, or `noun`.
std::uint32_t carrier_before(const StatementText& t, std::uint32_t noun, std::uint32_t low) {
  const SpeechText& s = t.speech();
  for (auto i = noun; i > low && noun - i < kLightReach; --i) {
    if (t.is(i - 1, Around::kLight) || t.is(i - 1, Around::kReceive)) return i - 1;
    const auto c = s.word_class(i - 1);
    if (s.is_comma(i - 1) || s.is_mark(i - 1) || c == WordClass::kPreposition || c == WordClass::kSubordinator ||
        c == WordClass::kAuxiliary)
      return noun;
  }
  return noun;
}

// "an invite was sent", "criticism was voiced by": the carrying verb after the noun, or `noun_end`.
std::uint32_t carrier_after(const StatementText& t, std::uint32_t noun_end, std::uint32_t high) {
  auto i = noun_end;
  bool be = false;
  for (; i < high && i < noun_end + 4 && (t.speech().is(i, WordClass::kAuxiliary) || t.speech().is(i, WordClass::kAdverb)); ++i)
    be = be || is_be(t.speech().norm(i));
  return be && t.is(i, Around::kLight) ? i : noun_end;
}

// "by X", "from X" within a few words after the noun.
Range source_after(const StatementText& t, std::uint32_t begin, std::uint32_t high) {
  const SpeechText& s = t.speech();
  for (auto i = begin; i < std::min(high, begin + 10); ++i) {
    if (s.is_comma(i) || s.is(i, WordClass::kRelative)) break;
    if (s.norm(i) != "by" && s.norm(i) != "from") continue;
    const Range by = phrase_after(s, i + 1, high);
    return t.can_act(by) ? by : Range{};
  }
  return {};
}

// The act before it of the same kind within the two sentences before: "… its decision to ease. Measures include the lifting of
// …".
int same_act_before(const StatementText& t, const std::vector<Draft>& before, const Draft& draft) {
  const auto& tokens = t.speech().tokens();
  const auto here = tokens.sentence_of(draft.word.at.begin);
  for (auto i = before.size(); i-- > 0;) {
    if (tokens.sentence_of(before[i].word.at.begin) + 2 < here) break;
    if (before[i].word.rule->value("act") == draft.word.rule->value("act") &&
        (!before[i].actor.empty() || before[i].actor_of >= 0))
      return static_cast<int>(i);
  }
  return -1;
}

bool read_carried(const StatementText& t, const std::vector<Draft>& before, Draft& draft, std::uint32_t verb) {
  const SpeechText& s = t.speech();
  Draft carried = draft;
  carried.word.at = {verb, verb + 1};
  if (t.is(verb, Around::kReceive)) {
    draft.actor = source_after(t, draft.word.at.end, draft.clause.end);
    draft.patient = subject_before(s, verb_group(s, carried.word.at, draft.clause.begin).begin, draft.clause.begin, false);
    return !draft.actor.empty();
  }
  if (!read_verb_act(t, before, carried)) return false;
  draft.actor = carried.actor;
  draft.actor_of = carried.actor_of;
  draft.withheld = carried.withheld;
  draft.group = {carried.group.begin, draft.word.at.end};
  return true;
}

bool read_sent(const StatementText& t, Draft& draft, std::uint32_t verb) {
  draft.group = {draft.word.at.begin, verb + 1};
  draft.end = verb + 1;
  draft.clause.end = t.speech().sentence(verb).end;  // the marks may close right after it
  draft.actor = source_after(t, verb + 1, draft.clause.end);
  if (!draft.actor.empty()) return true;
  draft.said = t.quote_around(draft.word.at.begin);
  draft.speaks_for = draft.said != nullptr;
  return draft.said != nullptr && !draft.said->chain.empty();
}

// "In a harsh rebuke of …, aid groups called for talks": the subject after the comma.
Range fronted_subject(const StatementText& t, const Draft& draft) {
  const SpeechText& s = t.speech();
  if (!s.is(draft.clause.begin, WordClass::kPreposition) || draft.word.at.begin > draft.clause.begin + 5) return {};
  for (auto i = draft.word.at.end; i < std::min(draft.clause.end, draft.word.at.end + 30); ++i)
    if (s.is_comma(i)) {
      const Range who = subject_before(s, std::min(phrase_after(s, i + 1, draft.clause.end).end, draft.clause.end), i + 1, false);
      const Range whole = main_subject(t, {i + 1, draft.clause.end}, draft.clause.end);
      return whole.empty() ? who : whole;
    }
  return {};
}

}  // namespace

Range owner_before(const StatementText& t, std::uint32_t noun, std::uint32_t low) {
  const SpeechText& s = t.speech();
  for (auto i = noun; i > low && noun - i < 7; --i) {
    const auto w = s.norm(i - 1);
    if (w == "'s" || w == "'") {
      const Range owner = t.after_verb(phrase_before(s, i - 1, low, true));
      return t.can_act(owner) ? owner : Range{};
    }
    if (s.is_comma(i - 1) || s.is_mark(i - 1) || (s.is(i - 1, WordClass::kPreposition) && i < noun) ||
        s.is(i - 1, WordClass::kAuxiliary))
      break;
  }
  return {};
}

bool read_noun_act(const StatementText& t, const std::vector<Draft>& before, Draft& draft) {
  const SpeechText& s = t.speech();
  const auto noun = draft.word.at.begin;
  draft.group = draft.word.at;
  if (const auto verb = carrier_before(t, noun, draft.clause.begin); verb != noun) return read_carried(t, before, draft, verb);
  if (const auto verb = carrier_after(t, draft.word.at.end, draft.clause.end); verb != draft.word.at.end)
    return read_sent(t, draft, verb);
  if (draft.word.rule->value("light_only") == "true") return false;
  if (draft.actor = owner_before(t, noun, draft.clause.begin); !draft.actor.empty()) return true;
  if (draft.actor = fronted_subject(t, draft); !draft.actor.empty()) return true;
  if (draft.actor = source_after(t, draft.word.at.end, draft.clause.end); !draft.actor.empty()) return true;
  if (draft.word.rule->value("act") == "urge" && s.is(noun - 1, WordClass::kDeterminer)) {
    draft.said = t.quote_around(noun);  // "I share the call for restraint"
    return draft.said != nullptr && !draft.said->chain.empty();
  }
  if (draft.word.rule->value("agentless") != "true") return false;
  draft.actor_of = same_act_before(t, before, draft);
  return draft.actor_of >= 0;
}

}  // namespace attest
