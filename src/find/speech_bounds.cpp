#include <algorithm>

#include "find/speech_site.h"
#include "find/speech_tree.h"

namespace attest {
namespace {

bool is_dash(std::string_view w) { return w == "-" || w == "–" || w == "—" || w == "--"; }

bool finite(const SpeechTree& tree, std::uint32_t i) {
  const auto form = tree.xpos(i);
  return form == Xpos::kVBD || form == Xpos::kVBZ || form == Xpos::kVBP || form == Xpos::kMD;
}

bool holds_finite(const SpeechTree& tree, Range r) {
  for (auto i = r.begin; i < r.end; ++i)
    if (finite(tree, i)) return true;
  return false;
}

bool holds_verb(const SpeechTree& tree, Range r) {
  for (auto i = r.begin; i < r.end; ++i)
    if (tree.upos(i) == Upos::kVerb || tree.upos(i) == Upos::kAux) return true;
  return false;
}

// Where the parse lets a clause end, a mark or another verb must agree; a verb ends nothing that has none yet, for it may be its
// own.
bool may_end(const SpeechText& s, const SpeechTree& tree, Range clause) {
  const auto i = clause.end;
  if (s.is_comma(i) || is_dash(s.norm(i)) || s.is_contrast(i)) return true;
  return s.verblike(i) && holds_finite(tree, clause);
}

// "… who argued with her in May, said …": the cue stands in a clause of its own, and the sentence goes on where that ends.
std::uint32_t own_clause_end(const SpeechText& s, const SpeechTree& tree, std::uint32_t verb, Range content) {
  const auto arc = tree.arc(verb);
  if (arc != Arc::kAclRelcl && arc != Arc::kAcl && arc != Arc::kAdvcl) return content.end;
  const auto right = tree.right(verb);
  return right > content.begin + 1 && right < content.end && may_end(s, tree, {content.begin, right}) && s.quoted_at(right) < 0
             ? right
             : content.end;
}

bool holds_number(const SpeechText& s, std::uint32_t begin, std::uint32_t end) {
  for (auto i = begin; i < end; ++i)
    if (s.token(i).kind == TokenKind::kNumber) return true;
  return false;
}

// "denied that it was so, and they still meet", "pledged help and set up a committee": what the parse joins to the cue is no more
// of what is said. A clause with a subject of its own wants a comma too and tells no figure; one without follows no clause whose
// verb it may share.
std::uint32_t joined_clause_begin(const SpeechText& s, const SpeechTree& tree, std::uint32_t verb, Range content) {
  for (const auto c : tree.children(verb)) {
    if (c <= content.begin || c >= content.end || tree.arc(c) != Arc::kConj || s.quoted_at(c) >= 0) continue;
    const auto opener = tree.child(c, Arc::kCc);
    if (!opener || *opener <= content.begin || *opener > c) continue;
    const bool comma = s.is_comma(*opener - 1);
    const auto subject = tree.child(c, Arc::kNsubj);
    const bool own_subject = subject && *subject > *opener && *subject < c;
    const CueWord* cue = s.cue_at(c);
    const bool speaks_again = s.is_contrast(*opener) || (cue && !cue->noun_too);
    const bool is_clause =
        (finite(tree, c) || tree.child(c, Arc::kAux)) && (speaks_again || !holds_verb(tree, {content.begin, *opener}));
    if (own_subject ? !comma || holds_number(s, *opener, c) : !is_clause) continue;
    return comma ? *opener - 1 : *opener;
  }
  return content.end;
}

bool names(const SpeechText& s, std::int32_t head, std::uint32_t before) {
  return head >= 0 && static_cast<std::uint32_t>(head) < before && s.capital(static_cast<std::uint32_t>(head));
}

// ", an enclave of …": an apposition that closes the sentence tells of the last name; it is the report's, not the speaker's.
std::uint32_t closing_apposition(const SpeechText& s, const SpeechTree& tree, Range content) {
  constexpr std::uint32_t kHead = 8;  // tokens in which an apposition's noun stands
  for (auto i = content.begin + 2; i + 2 < content.end; ++i) {
    if (!s.is_comma(i) || s.quoted_at(i) >= 0 || !(s.capital(i - 1) || s.capital(i - 2) || s.norm(i - 1) == ")")) continue;
    const auto first = i + 1;
    if (!s.has(first, WordRole::kArticle) || holds_number(s, first, content.end)) continue;
    for (auto k = first; k < std::min(content.end, first + kHead); ++k) {
      const bool closes = tree.left(k) >= i && tree.left(k) <= first && tree.right(k) >= content.end;
      const bool beside = tree.arc(k) == Arc::kParataxis && tree.upos(k) == Upos::kNoun && s.is(k + 1, WordClass::kPreposition);
      if (closes && (beside || (tree.arc(k) == Arc::kAppos && names(s, tree.head(k), i)))) return i;
    }
  }
  return content.end;
}

// "what activists say is nerve gas is treated …": what they say ends before the verb of the clause around it.
std::uint32_t named_by_what(const SpeechText& s, const SpeechTree& tree, const SpeechAct& act, Range content) {
  const auto first = act.source.begin;
  if (act.source.empty() || first == 0 || !s.has(first - 1, WordRole::kWhat) || !finite(tree, content.begin)) return content.end;
  for (auto i = content.begin + 1; i < content.end; ++i) {
    if (s.is(i, WordClass::kRelative) || s.has(i, WordRole::kThat) || s.is_comma(i) || s.is(i, WordClass::kConjunction)) break;
    if (finite(tree, i)) return i;
  }
  return content.end;
}

// "confirmed the death toll to an AFP reporter": to whom it was said.
void take_late_addressee(const SpeechText& s, SpeechAct& act) {
  Range& content = act.content.front();
  for (auto i = content.begin + 1; i + 1 < content.end && act.told.empty(); ++i) {
    if (s.verblike(i) || s.is_mark(i)) return;
    if (!s.has(i, WordRole::kTo)) continue;
    const Range who = phrase_after(s, i + 1, content.end);
    const SourceWord* last = who.empty() || who.end != content.end ? nullptr : s.source_at(who.end - 1);
    const auto kind = !last ? std::string_view() : last->actor ? std::string_view(last->actor->kind) : last->noun->value("kind");
    if (kind != "outlet" && kind != "agency") continue;
    act.told = who;
    content.end = i;
    return;
  }
}

// "blames the army for the raid which it says killed nine": what another cue tells of it is no part of the blame. "said nine
// died, which the army denied": the denial is the army's.
void end_before_other_voice(const SpeechText& s, const SpeechAct& act, Range& content) {
  const bool judged = act.word->kind == CueKind::kObject || act.word->kind == CueKind::kAttitude;
  for (auto i = content.begin + 2; i + 2 < content.end; ++i) {
    const auto comma = taken_up_at(s, i + 1);  // the last word before who denies
    if (!(s.is(i, WordClass::kRelative) || comma > content.begin) || s.quoted_at(i) >= 0) continue;
    const Range who = phrase_after(s, i + 1, content.end);
    if (who.empty() || !can_speak(s, who)) continue;
    auto verb = who.end;
    while (verb < content.end && (s.is(verb, WordClass::kAuxiliary) || s.is(verb, WordClass::kAdverb))) ++verb;
    const CueWord* cue = s.cue_at(verb);
    if (!cue || cue->participle || cue->noun_too) continue;
    const bool denied = comma > content.begin && cue->rule->value("certainty") == "denied" && verb + 1 >= content.end;
    if (denied) content.end = comma;
    else if (judged && verb == who.end && speaks(cue->kind)) content.end = i;
  }
}

// "denied it was there, where nine people were killed": the clause about the last name is no part of what is denied.
void end_before_background(const SpeechText& s, const SpeechAct& act, Range& content) {
  if (act.word->rule->value("certainty") != "denied") return;
  for (auto i = content.begin + 1; i + 1 < content.end; ++i)
    if (s.is_comma(i) && s.quoted_at(i) < 0 && (s.is(i + 1, WordClass::kRelative) || s.has(i + 1, WordRole::kWhere)))
      content.end = i;
}

// Words in marks that go on over the sentence's end belong to the content that they begin in.
void take_whole_quotation(const SpeechText& s, Range& content) {
  const int q = s.quoted_at(content.end - 1);
  if (q < 0) return;
  const QuotedRange& quoted = s.quoted()[static_cast<std::size_t>(q)];
  if (quoted.closed && quoted.with_marks().begin >= content.begin) content.end = std::max(content.end, quoted.with_marks().end);
}

}  // namespace

void bound_content(const SpeechText& s, SpeechAct& act) {
  if (!act.word || act.cue.empty() || act.kind == QuoteKind::kDirect || act.content.size() != 1) return;
  Range& content = act.content.front();
  if (content.begin < act.cue.end) return;
  if (const SpeechTree tree(s); !tree.empty()) {
    const auto verb = act.word->at.begin;
    content.end = named_by_what(s, tree, act, content);
    if (tree.upos(verb) == Upos::kVerb) {
      content.end = own_clause_end(s, tree, verb, content);
      content.end = joined_clause_begin(s, tree, verb, content);
      content.end = closing_apposition(s, tree, content);
    }
  }
  while (content.size() > 1 && (s.is_comma(content.end - 1) || is_dash(s.norm(content.end - 1)))) --content.end;
  if (act.word->kind != CueKind::kAttitude) take_late_addressee(s, act);
  end_before_background(s, act, content);
  end_before_other_voice(s, act, content);
  while (content.size() > 1 && s.is_comma(content.end - 1)) --content.end;
  take_whole_quotation(s, content);
}

}  // namespace attest
