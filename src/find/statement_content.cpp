#include <algorithm>

#include "find/statement_acts.h"

namespace attest {
namespace {

bool holds(std::string_view list, std::string_view word) {
  return (" " + std::string(list) + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

// Whose words count as acts: somebody named, or who speaks for a body; of what others tell without naming them only what they are
// quoted as saying.
bool may_act(const Quote& quote, const Rule& rule) {
  if (quote.chain.empty()) return false;
  const Source& who = quote.chain.back();
  if (holds(rule.value("not_kinds"), who.kind) || who.kind == "media_item") return false;
  const bool counts = who.kind == "monitor" || who.kind == "outlet" || who.kind == "agency" || who.kind == "witness" ||
                      who.kind == "medical" || who.kind == "rescue";
  if (quote.kind == QuoteKind::kIndirect && counts) return false;  // a toll or an account, no act
  const bool body = who.kind == "government" || who.kind == "international" || who.kind == "military" || who.kind == "police" ||
                    who.kind == "ngo" || who.kind == "armed_group" || who.kind == "state_media" || who.kind == "activist";
  return who.named || body;
}

// "cannot claim that": what somebody does not say.
bool negated(const Quote& quote) {
  return (" " + quote.cue + " ").find("not ") != std::string::npos || quote.cue.find("n't") != std::string::npos ||
         quote.cue.find("n’t") != std::string::npos;
}

// The innermost speech around a token by somebody whose words count as acts.
const Quote* speech_that_acts(const StatementText& t, const ActWord& word) {
  const Quote* said = t.quote_around(word.at.begin);
  for (int level = 0; said && level < 4 && (negated(*said) || !may_act(*said, *word.rule)); ++level)
    said = t.quote_around(word.at.begin, said);
  return said && !negated(*said) && may_act(*said, *word.rule) ? said : nullptr;
}

// The act is told already: by a verb in the same words, or by the verb that brings them ("described … as war crimes"). Drafts
// stand in the order of their words; an act so far off tells another.
bool told_before(const StatementText& t, const std::vector<Draft>& drafts, const ActWord& word, const Quote* said, Range clause) {
  constexpr std::uint32_t kReach = 300;  // tokens
  const auto low = clause.begin > kReach ? clause.begin - kReach : 0;
  auto d = std::partition_point(drafts.begin(), drafts.end(), [&](const Draft& x) { return x.word.at.begin < low; });
  for (; d != drafts.end() && d->word.at.begin < clause.end + kReach; ++d) {
    if (d->word.rule->value("act") != word.rule->value("act")) continue;
    const bool cue = said && said->cue_span && said->cue_span->overlaps(t.speech().span(d->word.at));
    if (clause.contains(d->word.at.begin) || (cue && said->kind != QuoteKind::kDirect)) return true;
  }
  return false;
}

// Not denied, asked, or only thought of: "whether … war crimes", "if deliberate it is a war crime", "who is responsible for",
// "should the town be left".
bool meant(const StatementText& t, const ActWord& word, Range clause) {
  const SpeechText& s = t.speech();
  const auto before = word.at.begin > clause.begin ? s.norm(word.at.begin - 1) : std::string_view();
  for (const std::string_view no : {"not", "n't", "these", "those", "no", "i", "who", "what", "which"})
    if (before == no) return false;
  for (auto i = clause.begin; i < word.at.begin; ++i)
    if (t.is(i, Around::kUnreal)) return false;
  if (!t.is(word.at.begin, Around::kUnreal)) return true;
  const auto next = word.at.end;
  return !s.is(next, WordClass::kDeterminer) && !s.is(next, WordClass::kPossessive) && !s.is(next, WordClass::kPerson) &&
         !s.capital(next);
}

// "called for an end to the massacres": whoever asks for something names the deed and accuses nobody by it.
bool only_asked(const StatementText& t, const ActWord& word, const Quote* said) {
  if (word.rule->value("act") != "accuse" || !said || said->kind == QuoteKind::kDirect || !said->cue_span) return false;
  const Range cue = t.tokens_of(*said->cue_span);
  auto act = std::partition_point(t.acts().begin(), t.acts().end(), [&](const ActWord& w) { return w.at.begin < cue.begin; });
  for (; act != t.acts().end() && act->at.begin < cue.end; ++act)
    if (act->rule->value("act") == "urge") return true;
  return false;
}

// Words in marks after a colon that the speech finder gave to nobody: whoever acts before the colon says them.
int floor_holder(const StatementText& t, const std::vector<Draft>& drafts, std::uint32_t token) {
  const SpeechText& s = t.speech();
  const int q = s.quoted_at(token);
  if (q < 0) return -1;
  const auto open = s.quoted()[static_cast<std::size_t>(q)].with_marks().begin;
  if (open < 2 || s.norm(open - 1) != ":") return -1;
  const Range sentence = s.sentence(open - 1);
  auto after = std::partition_point(drafts.begin(), drafts.end(), [&](const Draft& d) { return d.word.at.begin < open; });
  for (; after != drafts.begin() && sentence.contains((after - 1)->word.at.begin); --after)
    if (!(after - 1)->said) return static_cast<int>(after - 1 - drafts.begin());
  return -1;
}

}  // namespace

void add_content_acts(const StatementText& t, std::vector<Draft>& drafts) {
  const SpeechText& s = t.speech();
  std::vector<Draft> found;
  for (const ActWord& word : t.acts()) {
    if (word.rule->value("form") != "content") continue;
    const Quote* said = speech_that_acts(t, word);
    const int holder = said ? -1 : floor_holder(t, drafts, word.at.begin);
    if (!said && holder < 0) continue;
    const Range sentence = s.sentence(word.at.begin);
    const Range content = said ? t.tokens_of(said->span) : s.quoted()[static_cast<std::size_t>(s.quoted_at(word.at.begin))].inner;
    const Range clause{std::max(sentence.begin, content.begin), std::min(sentence.end, content.end)};
    if (!meant(t, word, clause) || only_asked(t, word, said)) continue;
    if (told_before(t, drafts, word, said, clause) || told_before(t, found, word, nullptr, clause)) continue;
    Draft d;
    d.word = word;
    d.clause = clause;
    d.group = word.at;
    d.said = said;
    d.actor_of = holder;
    d.end = clause.end;
    found.push_back(d);
  }
  drafts.insert(drafts.end(), found.begin(), found.end());
}

}  // namespace attest
