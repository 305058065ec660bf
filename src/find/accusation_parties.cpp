#include "find/accusation_parties.h"

#include <algorithm>

#include "find/perpetrators.h"

namespace attest {
namespace {

constexpr std::uint32_t kOpening = 8;  // tokens in which a sentence names who accuses

}  // namespace

std::optional<Perpetrator> AccusationParties::party(const Sentence& s, std::uint32_t k) const {
  while (k < s.last && tokens_.tokens[k].kind == TokenKind::kQuote) ++k;
  if (auto who = party_after(r_, s, k)) return who;
  if (k < s.last && r_.clause(k) == ClauseWord::kThe) ++k;
  if (k >= s.last) return std::nullopt;
  const Span at = tokens_.tokens[k].span;
  for (const Mention& m : places_) {
    if (m.span.begin != at.begin || !m.located || m.located->precision != Precision::kCountry) continue;
    Perpetrator p;
    p.span = m.span;
    if (m.adjective) {  // "Orlavian aircraft"
      const auto next = static_cast<std::uint32_t>(tokens_.token_at(m.span.end - 1)) + 1;
      const auto means = next < s.last ? r_.words.means_at.longest_at(tokens_, next) : PhraseTable::Match{};
      if (!means) continue;
      p.span.end = tokens_.tokens[next + means.length - 1].span.end;
    }
    p.text = std::string(p.span.in(r_.in.text()));
    return p;
  }
  return std::nullopt;
}

PartyRange AccusationParties::accuser(const Sentence& s, std::uint32_t k) const {
  auto words = named(s, subject_before(r_, s, k));
  if (!words.empty()) return words;
  auto last = s.first;
  while (last < k && last < s.first + kOpening && r_.clause(last) != ClauseWord::kPreposition &&
         r_.clause(last) != ClauseWord::kHave && r_.clause(last) != ClauseWord::kSay &&
         (tokens_.tokens[last].kind == TokenKind::kWord || tokens_.tokens[last].kind == TokenKind::kNumber) &&
         (last == s.first || !verb(last)))
    ++last;
  return named(s, {s.first, last});
}

bool AccusationParties::verb(std::uint32_t k) const {
  return k < r_.in.parse.words.size() && r_.in.parse.words[k].upos == Upos::kVerb && !tokens_.tokens[k].capital;
}

PartyRange AccusationParties::named(const Sentence& s, PartyRange words) const {
  while (!words.empty() &&
         (tokens_.tokens[words.first].kind != TokenKind::kWord || word_kind(r_, parties_, words.first) == "aside"))
    ++words.first;
  while (!words.empty() &&
         (tokens_.tokens[words.last - 1].kind != TokenKind::kWord || word_kind(r_, parties_, words.last - 1) == "aside" ||
          word_kind(r_, parties_, words.last - 1) == "joint"))
    --words.last;
  bool any = false;
  for (auto k = words.first; k < words.last; ++k) {
    if (r_.roles[k].date) return {};
    const bool proper = k < r_.in.parse.words.size() && r_.in.parse.words[k].upos == Upos::kPropn;
    const bool name = tokens_.tokens[k].capital &&
                      (k != s.first || proper || (r_.clause(k) == ClauseWord::kNone && words.last - words.first > 1));
    any |= name || r_.roles[k].noun >= 0 || is_source(k) || static_cast<bool>(r_.in.know.actors.longest_at(tokens_, k));
  }
  return any ? words : PartyRange{};
}

bool AccusationParties::is_source(std::uint32_t k) const {
  return nouns_ && static_cast<bool>(nouns_->table.longest_at(tokens_, k));
}

Source AccusationParties::source(const Sentence& s, PartyRange by, std::uint32_t cue) const {
  Source out;
  const Span span{tokens_.tokens[by.first].span.begin, tokens_.tokens[by.last - 1].span.end};
  out.text = std::string(span.in(r_.in.text()));
  out.span = span;
  out.cue = std::string(tokens_.tokens[cue].span.in(r_.in.text()));
  out.rule = "source.accuser";
  for (auto k = by.first; k < by.last; ++k) {
    out.named |= tokens_.tokens[k].capital &&
                 (k != s.first || (k < r_.in.parse.words.size() && r_.in.parse.words[k].upos == Upos::kPropn));
    const auto listed = r_.in.know.actors.longest_at(tokens_, k);
    if (!listed) continue;
    out.entity = listed.actor->id;
    out.kind = listed.actor->kind == "person" ? "" : listed.actor->kind;
    out.named = true;
    break;
  }
  return out;
}

}  // namespace attest
