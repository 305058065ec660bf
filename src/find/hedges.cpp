#include "find/hedges.h"

#include <algorithm>

namespace attest {
namespace {

constexpr std::uint32_t kLongestScare = 3;  // tokens; longer words in marks are somebody's

Hedge hedge_of(const SpeechText& s, Range at, std::string type) {
  Hedge out;
  out.span = s.span(at);
  out.text = std::string(out.span.in(s.input().text()));
  out.type = std::move(type);
  out.by = "outlet";
  return out;
}

// Words that an act of speech takes: its cue, and all that it says.
std::vector<char> words_of(const SpeechText& s, const std::vector<SpeechAct>& acts, bool contents) {
  std::vector<char> out(s.size() + 1, 0);
  const auto mark = [&](Range r) {
    for (auto i = r.begin; i < r.end && i < s.size(); ++i) out[i] = 1;
  };
  for (const SpeechAct& act : acts) {
    if (!contents) mark(act.cue);
    else if (act.kind != QuoteKind::kIndirect)
      for (Range c : act.content) mark(c);
  }
  return out;
}

}  // namespace

std::vector<Hedge> find_hedges(const SpeechText& s, const std::vector<SpeechAct>& acts) {
  std::vector<Hedge> out;
  const RuleFile* file = s.input().know.lexicon.find("hedges");
  if (!file) return out;
  const auto cues = words_of(s, acts, false), said = words_of(s, acts, true);
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    const auto m = file->table.longest_at(s.tokens(), i);
    if (!m) continue;
    if (!cues[i]) out.push_back(hedge_of(s, {i, i + m.length}, std::string(file->rules[m.value].value("type"))));
    i += m.length - 1;
  }
  for (const QuotedRange& q : s.quoted())
    if (q.opened && q.closed && !q.inner.empty() && q.inner.size() <= kLongestScare && !said[q.inner.begin] && !s.capital(q.inner.begin))
      out.push_back(hedge_of(s, q.inner, "scare_quotes"));
  std::stable_sort(out.begin(), out.end(), [](const Hedge& a, const Hedge& b) { return a.span < b.span; });
  return out;
}

}  // namespace attest
