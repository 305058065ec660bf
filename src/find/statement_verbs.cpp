#include <algorithm>

#include "find/statement_acts.h"

namespace attest {
namespace {

constexpr std::uint32_t kGovernorReach = 8;  // tokens between a word that carries an infinitive and its "to"

bool is_be(std::string_view w) {
  return w == "is" || w == "are" || w == "was" || w == "were" || w == "be" || w == "been" || w == "being";
}

bool past_form(std::string_view w) { return w.ends_with("ed") || w.ends_with("en") || w == "sent" || w == "made" || w == "held"; }

// The relative before a verb ("many of whom", "which"): the words that it stands for.
Range antecedent(const StatementText& t, Range relative, std::uint32_t low) {
  const SpeechText& s = t.speech();
  auto end = relative.begin;
  while (end > low && !s.is_comma(end) && (s.norm(end - 1) == "of" || s.is(end - 1, WordClass::kDeterminer))) --end;
  if (end > low && s.is_comma(end - 1)) --end;
  Range who = end > low ? phrase_before(s, end, low, false) : Range{};
  for (int more = 0; more < 3 && !who.empty() && who.begin > low + 1 && s.norm(who.begin - 1) == "and";
       ++more) {  // "the powers and their allies, who"
    const Range first = phrase_before(s, who.begin - 1, low, false);
    if (!t.can_act(first)) break;
    who.begin = first.begin;
  }
  return who;
}

// The act of the same sentence and level of quotation that stands before, or -1: "condemned … and urged".
int previous_draft(const StatementText& t, const std::vector<Draft>& before, const Draft& draft) {
  for (auto i = before.size(); i-- > 0;) {
    const Draft& d = before[i];
    if (d.word.at.begin < draft.clause.begin) break;
    const bool same_level = t.speech().quoted_at(d.word.at.begin) == t.speech().quoted_at(draft.word.at.begin);
    if (same_level && d.patient.empty() && !d.said) return static_cast<int>(i);
  }
  return -1;
}

// Nobody else acts in between: the subject of the act before, else the clause's own.
bool share_subject(const StatementText& t, const std::vector<Draft>& before, Draft& draft) {
  draft.actor = main_subject(t, draft.clause, draft.group.begin);
  const int previous = previous_draft(t, before, draft);
  if (previous < 0) return !draft.actor.empty();
  const Draft& d = before[static_cast<std::size_t>(previous)];
  const bool newer = !draft.actor.empty() && draft.actor.begin > d.word.at.end;
  if (newer) return true;
  draft.actor = d.actor;
  draft.actor_of = d.actor.empty() ? previous : -1;
  return !draft.actor.empty() || d.actor_of >= 0;
}

bool read_passive(const StatementText& t, Draft& draft, bool reduced) {
  const SpeechText& s = t.speech();
  draft.patient = subject_before(s, draft.group.begin, draft.clause.begin, false);
  if (draft.patient.empty()) draft.patient = phrase_after(s, draft.clause.begin, draft.group.begin);
  const auto limit = std::min(draft.clause.end, draft.word.at.end + 12);
  for (auto i = draft.word.at.end; i < limit; ++i) {
    if (s.is_comma(i) || s.is(i, WordClass::kRelative) || s.is_mark(i) || s.verblike(i) || s.norm(i) == "for") break;
    if (s.norm(i) != "by") continue;
    Range by = phrase_after(s, i + 1, draft.clause.end);
    if (!t.can_act(by)) break;
    for (auto k = by.begin; k + 1 < by.end; ++k)  // "accused by aid groups | of shelling"
      if (s.norm(k) == "of" && s.norm(k + 1).ends_with("ing")) by.end = k;
    draft.actor = by;
    return true;
  }
  if (reduced) return false;
  const Quote* said = t.quote_around(draft.word.at.begin);
  if (draft.word.rule->value("act") == "invite" && said && !said->chain.empty()) {  // the spokesman says what his house did
    draft.said = said;
    draft.speaks_for = true;
    return true;
  }
  return draft.word.rule->value("agentless") == "true" && !draft.patient.empty() &&
         t.quote_around(draft.word.at.begin) == nullptr;
}

// "chose to condemn", "its decision to ease": the word that carries the infinitive, or the clause's begin where there is none.
std::uint32_t governor_of(const StatementText& t, std::uint32_t to, std::uint32_t low) {
  for (auto i = to; i > low && to - i < kGovernorReach; --i) {
    if (t.is(i - 1, Around::kCarries)) return i - 1;
    if (t.speech().is_comma(i - 1) || t.speech().is_mark(i - 1)) break;
  }
  return to;
}

bool read_infinitive(const StatementText& t, const std::vector<Draft>& before, Draft& draft) {
  const auto to = draft.group.begin - 1;
  const auto governor = governor_of(t, to, draft.clause.begin);
  if (governor == to) return false;
  if (const Range owner = owner_before(t, governor, draft.clause.begin); !owner.empty()) {
    draft.actor = owner;
    return true;
  }
  if (!t.speech().norm(governor).ends_with("ing")) {
    const Range group = verb_group(t.speech(), {governor, governor + 1}, draft.clause.begin);
    draft.actor = subject_before(t.speech(), group.begin, draft.clause.begin, false);
    if (t.can_act(draft.actor)) return true;
  }
  draft.group = {governor, draft.word.at.end};
  return share_subject(t, before, draft);
}

// The "interim president" before a verb: the words in marks with their article, where they are a few.
Range marked_title(const StatementText& t, std::uint32_t end, std::uint32_t low) {
  const SpeechText& s = t.speech();
  const int q = end > 0 ? s.quoted_at(end - 1) : -1;
  if (q < 0) return {};
  const Range marks = s.quoted()[static_cast<std::size_t>(q)].with_marks();
  if (marks.size() > 5 || marks.begin <= low || !s.is(marks.begin - 1, WordClass::kDeterminer)) return {};
  return {marks.begin - 1, marks.end};
}

bool read_finite(const StatementText& t, const std::vector<Draft>& before, Draft& draft) {
  const SpeechText& s = t.speech();
  const auto begin = draft.group.begin;
  if (begin <= draft.clause.begin) return false;
  if (s.is_mark(begin - 1)) {
    const Range title = marked_title(t, begin, draft.clause.begin);
    draft.actor = title.empty() ? phrase_after(s, draft.word.at.end, draft.clause.end) : title;  // "…," warned X
    return t.can_act(draft.actor);
  }
  const bool joined = s.is(begin - 1, WordClass::kConjunction) || s.is_contrast(begin - 1) ||
                      (s.is_comma(begin - 1) && previous_draft(t, before, draft) >= 0);
  if (joined && !s.is_comma(begin - 1)) return share_subject(t, before, draft);
  Range who = subject_before(s, begin, draft.clause.begin, false);
  if (who.size() == 1 && s.is(who.begin, WordClass::kRelative)) who = antecedent(t, who, draft.clause.begin);
  if (who.size() == 1 && s.norm(who.begin) == "that") who = phrase_before(s, who.begin, draft.clause.begin, false);
  if (who.empty() && joined) return share_subject(t, before, draft);
  if (const Mention* place = who.empty() ? nullptr : t.place_at(who.end - 1); place && place->adjective)
    return false;  // "a Russian brokered truce"
  if (who.begin > draft.clause.begin && (t.is(who.begin - 1, Around::kUnreal) || s.norm(who.begin - 1) == "as"))
    return false;  // "so long as they …"
  draft.actor = t.after_verb(who);
  return t.can_act(draft.actor);
}

// Words of the verb group that turn the act: withheld ("did not condemn"), or only thought of ("may condemn").
bool unreal(const StatementText& t, const Draft& draft) {
  for (auto i = draft.group.begin; i < draft.word.at.begin; ++i)
    if (t.is(i, Around::kUnreal)) return true;
  return false;
}

bool withheld(const StatementText& t, const Draft& draft) {
  for (auto i = draft.group.begin; i < draft.word.at.begin; ++i)
    if (t.is(i, Around::kWithheld)) return true;
  const auto before = draft.group.begin;
  Range at;
  return before > draft.clause.begin && t.is(before - 1, Around::kWithheld) && t.around(before - 1, &at);
}

// The words before "refused to", "without": where the group begins with what withholds the act.
void take_withholding(const StatementText& t, Draft& draft) {
  Range at;
  const auto before = draft.group.begin;
  if (before > draft.clause.begin && t.is(before - 1, Around::kWithheld) && t.around(before - 1, &at))
    draft.group.begin = std::max(draft.clause.begin, at.begin);
  draft.group = verb_group(t.speech(), draft.group, draft.clause.begin);
}

}  // namespace

Range main_subject(const StatementText& t, Range clause, std::uint32_t before) {
  const SpeechText& s = t.speech();
  for (auto i = clause.begin; i < before; ++i) {
    const bool may_begin =
        s.is_word(i) && (i == clause.begin || !s.is(i - 1, WordClass::kPreposition)) && !s.is(i, WordClass::kPreposition);
    const Range phrase = may_begin ? phrase_after(s, i, before) : Range{};
    if (phrase.empty()) continue;
    auto next = phrase.end;
    while (next < before && (s.is(next, WordClass::kAdverb) || s.norm(next).ends_with("ly") || s.is_contrast(next))) ++next;
    const bool dated = s.is(next, WordClass::kPreposition) &&
                       (s.is(next + 1, WordClass::kTime) || s.token(std::min(next + 1, s.size() - 1)).kind == TokenKind::kNumber);
    if (dated && next + 2 < before) next += 2;
    if (t.can_act(phrase) && next < before &&
        (s.verblike(next) || t.is(next, Around::kLight) || t.is(next, Around::kReceive) || s.is_comma(next))) {
      const bool listed = s.is_comma(next) && i > clause.begin;  // a name between commas is no subject
      if (!listed) return phrase;
    }
    i = std::max(i, phrase.end - 1);
  }
  for (auto i = clause.begin; i < before; ++i) {  // marks or brackets in the subject: what stands before the first verb
    if ((!s.verblike(i) && !t.is(i, Around::kLight)) || s.is(i, WordClass::kAuxiliary) || s.quoted_at(i) >= 0) continue;
    const Range who = subject_before(s, verb_group(s, {i, i + 1}, clause.begin).begin, clause.begin, false);
    return t.can_act(who) ? who : Range{};
  }
  return {};
}

bool read_verb_act(const StatementText& t, const std::vector<Draft>& before, Draft& draft) {
  const SpeechText& s = t.speech();
  const auto first = s.norm(draft.word.at.begin);
  draft.group = verb_group(s, draft.word.at, draft.clause.begin);
  if (unreal(t, draft) || (s.norm(draft.word.at.end - 1) == "on" && s.is(draft.word.at.end, WordClass::kTime)))
    return false;  // "call on Saturday"
  const bool whole = draft.word.rule->value("whole") == "true";
  if (whole) {
    draft.patient = draft.word.at;
    return t.quote_around(draft.word.at.begin) == nullptr;
  }
  draft.withheld = withheld(t, draft);
  if (draft.withheld) take_withholding(t, draft);
  const auto begin = draft.group.begin;
  const bool has_before = begin > draft.clause.begin;
  if (has_before && (s.is(begin - 1, WordClass::kDeterminer) || s.is(begin - 1, WordClass::kPossessive)))
    return false;  // "the accused"
  bool be = false;
  for (auto i = begin; i < draft.word.at.begin; ++i) be = be || is_be(s.norm(i));
  const bool participle = first.size() > 4 && first.ends_with("ing");
  const bool by_next = s.norm(draft.word.at.end) == "by";
  if (past_form(first) && (be || by_next)) return read_passive(t, draft, !be);
  if (has_before && s.norm(begin - 1) == "to") return read_infinitive(t, before, draft);
  if (participle && !be) {
    if (has_before && (s.norm(begin - 1) == "of" || s.nounlike(begin - 1)) && !s.is_comma(begin - 1) &&
        draft.word.rule->value("act") == "fund")
      return false;
    return share_subject(t, before, draft);
  }
  if (first == "without" || first == "rather" || (draft.withheld && !has_before)) return share_subject(t, before, draft);
  return read_finite(t, before, draft) || (draft.withheld && share_subject(t, before, draft));
}

}  // namespace attest
