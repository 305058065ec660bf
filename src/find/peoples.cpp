#include "find/finders.h"

namespace attest {

std::vector<Mention> find_peoples(const FindInput& in) {
  std::vector<Mention> out;
  const RuleFile* peoples = in.know.lexicon.find("peoples");
  if (!peoples) return out;
  for (std::size_t t = 0; t < in.tokens.size();) {
    const auto match = in.tokens.tokens[t].capital ? peoples->table.longest_at(in.tokens, t) : PhraseTable::Match{};
    if (!match) {
      ++t;
      continue;
    }
    const std::size_t next = t + match.length;
    const bool of_name = next < in.tokens.size() && in.tokens.tokens[next].capital && in.tokens.tokens[next].space_before;  // "the Druze Council"
    if (!of_name) {
      const Rule& rule = peoples->rules[match.value];
      Mention m;
      m.span = {in.tokens.tokens[t].span.begin, in.tokens.tokens[next - 1].span.end};
      m.type = MentionType::kPeople;
      m.entity = rule.id;
      m.canonical = rule.value("name");
      out.push_back(std::move(m));
    }
    t = next;
  }
  return out;
}

}  // namespace attest
