#include "find/hedges.h"

namespace attest {

std::vector<Hedge> find_hedges(const FindInput& in) {
  std::vector<Hedge> out;
  const RuleFile* file = in.know.lexicon.find("hedges");
  if (!file) return out;
  for (std::size_t i = 0; i < in.tokens.size(); ++i) {
    const auto m = file->table.longest_at(in.tokens, i);
    if (!m) continue;
    Hedge h;
    h.span = {in.tokens.tokens[i].span.begin, in.tokens.tokens[i + m.length - 1].span.end};
    h.text = std::string(h.span.in(in.text()));
    h.type = std::string(file->rules[m.value].value("type"));
    h.by = "outlet";
    out.push_back(std::move(h));
    i += m.length - 1;
  }
  return out;
}

}  // namespace attest
