#include "link/shingles.h"

#include <algorithm>
#include <map>

namespace attest {

std::vector<Shingle> shingles(const Tokens& tokens, std::size_t first, std::size_t last, std::size_t words, std::size_t window) {
  std::vector<std::size_t> at;  // the tokens that are words
  for (std::size_t i = first; i < last; ++i)
    if (tokens.tokens[i].kind == TokenKind::kWord || tokens.tokens[i].kind == TokenKind::kNumber) at.push_back(i);
  std::vector<Shingle> runs;
  for (std::size_t i = 0; i + words <= at.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t j = i; j < i + words; ++j) hash = hash64(tokens.norm(at[j]), hash);
    runs.push_back({hash, {tokens.tokens[at[i]].span.begin, tokens.tokens[at[i + words - 1]].span.end}});
  }
  if (window <= 1 || runs.size() <= window) return runs;
  std::vector<Shingle> out;
  for (std::size_t i = 0; i + window <= runs.size(); ++i) {
    const auto least = std::min_element(runs.begin() + static_cast<std::ptrdiff_t>(i), runs.begin() + static_cast<std::ptrdiff_t>(i + window),
                                        [](const Shingle& a, const Shingle& b) { return a.hash < b.hash; });
    if (out.empty() || !(out.back().span == least->span)) out.push_back(*least);
  }
  return out;
}

std::vector<SharedRuns> shared_runs(const std::vector<std::vector<Shingle>>& texts, std::size_t least, std::size_t common) {
  struct Entry {
    std::uint64_t hash;
    std::uint32_t text;
    Span span;
  };
  std::vector<Entry> entries;
  for (std::uint32_t t = 0; t < texts.size(); ++t)
    for (const Shingle& s : texts[t]) entries.push_back({s.hash, t, s.span});
  std::sort(entries.begin(), entries.end(),
            [](const Entry& x, const Entry& y) { return std::tie(x.hash, x.text, x.span) < std::tie(y.hash, y.text, y.span); });
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::pair<Span, Span>>> pairs;
  for (std::size_t i = 0; i < entries.size();) {
    std::vector<Entry> texts_here;  // one entry a text
    std::size_t j = i;
    for (; j < entries.size() && entries[j].hash == entries[i].hash; ++j)
      if (texts_here.empty() || texts_here.back().text != entries[j].text) texts_here.push_back(entries[j]);
    i = j;
    if (texts_here.size() < 2 || texts_here.size() > common) continue;
    for (std::size_t x = 0; x < texts_here.size(); ++x)
      for (std::size_t y = x + 1; y < texts_here.size(); ++y)
        pairs[{texts_here[x].text, texts_here[y].text}].emplace_back(texts_here[x].span, texts_here[y].span);
  }
  std::vector<SharedRuns> out;
  for (auto& [pair, runs] : pairs) {
    if (runs.size() < least) continue;
    std::sort(runs.begin(), runs.end());
    out.push_back({pair.first, pair.second, std::move(runs)});
  }
  return out;
}

}  // namespace attest
