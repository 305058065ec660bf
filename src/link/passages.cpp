#include "link/passages.h"

#include <algorithm>
#include <array>
#include <limits>

namespace attest {
namespace {

constexpr std::uint32_t kSentenceWords = 6, kQuoteWords = 4;
constexpr std::uint32_t kLongestPassage = 120;  // content words; the rest of an endless "sentence" is left out
constexpr std::size_t kMostPassages = 2'000;
constexpr std::size_t kBands = 4, kRows = 3;
constexpr std::size_t kStem = 6;  // letters: "killed" and "killing" stay two, "province" and "provinces" are one

using Keys = std::vector<std::pair<std::uint32_t, std::uint16_t>>;  // with the passage's index

std::uint64_t mixed(std::uint64_t x) {  // SplitMix64's finaliser (Steele, Lea, Flood 2014)
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

void add_bands(const Passages& in, const Passage& p, Keys& keys) {
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t key = band + 1;
    for (std::size_t row = 0; row < kRows; ++row) {
      const std::uint64_t seed = mixed(band * kRows + row + 1);
      std::uint64_t least = ~0ULL;
      for (std::uint32_t i = p.first; i < p.last; ++i) least = std::min(least, mixed(in.words[i] ^ seed));
      key = mixed(key ^ least);
    }
    keys.emplace_back(static_cast<std::uint32_t>(key), static_cast<std::uint16_t>(in.all.size()));
  }
}

void add_pairs(const Passages& in, const Passage& p, Keys& keys) {
  for (std::uint32_t i = p.first; i + 1 < p.last; ++i) {
    const std::uint64_t pair = (std::uint64_t{in.words[i]} << 32) | in.words[i + 1];
    keys.emplace_back(static_cast<std::uint32_t>(mixed(pair)), static_cast<std::uint16_t>(in.all.size()));
  }
}

// The spans of words that are others', in text order.
std::vector<Span> quoted(const Analysis& a) {
  std::vector<Span> out;
  for (const Quote& q : a.findings.quotes)
    if (q.kind == QuoteKind::kDirect) out.push_back(q.span);
  return out;
}

// Reads the content words of tokens [first, last) as one passage, without those in `skip`; keeps it where it has `least` of them.
template <class AddKeys>
void add_passage(const Analysis& a, const ContentWords& content, std::size_t first, std::size_t last, Span span,
                 std::uint32_t least, const std::vector<Span>& skip, AddKeys add_keys, Passages& out, Keys& keys) {
  if (out.all.size() == kMostPassages) return;
  auto next = std::partition_point(skip.begin(), skip.end(), [&](Span s) { return s.end <= span.begin; });
  Passage p{span, static_cast<std::uint32_t>(out.words.size()), 0};
  for (std::size_t t = first; t < last && out.words.size() - p.first < kLongestPassage; ++t) {
    const std::uint32_t at = a.tokens.tokens[t].span.begin;
    while (next != skip.end() && next->end <= at) ++next;
    if (next != skip.end() && next->contains(at)) continue;
    if (const std::uint32_t word = content.word(a.tokens, t)) out.words.push_back(word);
  }
  p.last = static_cast<std::uint32_t>(out.words.size());
  if (p.last - p.first < least) {
    out.words.resize(p.first);
    return;
  }
  add_keys(out, p, keys);
  out.all.push_back(p);
}

Passages begun(const Analysis& analysis) {
  Passages out;
  out.report = hash64(analysis.report.id);
  const auto& day = analysis.findings.dates.reference;
  out.day = day ? static_cast<std::int32_t>(day->days()) : std::numeric_limits<std::int32_t>::max();
  return out;
}

Passages finished(Passages out, Keys keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (const auto& [key, passage] : keys) out.keys.push_back(key), out.of_passage.push_back(passage);
  out.words.shrink_to_fit(), out.keys.shrink_to_fit(), out.of_passage.shrink_to_fit(), out.all.shrink_to_fit();
  return out;
}

}  // namespace

ContentWords::ContentWords(const Lexicon& lexicon) {
  if (const RuleFile* file = lexicon.find("function_words"))
    for (const Rule& rule : file->rules)
      for (const std::string& word : rule.words) function_words_.push_back(hash64(word));
  std::sort(function_words_.begin(), function_words_.end());
}

std::uint32_t ContentWords::word(const Tokens& tokens, std::size_t token) const {
  const TokenKind kind = tokens.tokens[token].kind;
  if (kind != TokenKind::kWord && kind != TokenKind::kNumber) return 0;
  const std::string_view norm = tokens.norm(token);
  if (norm.size() < 2 && kind == TokenKind::kWord) return 0;
  if (std::binary_search(function_words_.begin(), function_words_.end(), hash64(norm))) return 0;
  const auto hash = static_cast<std::uint32_t>(hash64(norm.substr(0, kind == TokenKind::kWord ? kStem : norm.size())));
  return hash == 0 ? 1 : hash;
}

Passages sentence_passages(const Analysis& analysis, const ContentWords& content) {
  Passages out = begun(analysis);
  Keys keys;
  const std::vector<Span> skip = quoted(analysis);
  for (const Sentence& s : analysis.tokens.sentences)
    add_passage(analysis, content, s.first, s.last, s.span, kSentenceWords, skip, add_bands, out, keys);
  return finished(std::move(out), std::move(keys));
}

Passages quote_passages(const Analysis& analysis, const ContentWords& content) {
  Passages out = begun(analysis);
  Keys keys;
  for (const Quote& q : analysis.findings.quotes) {
    if (q.kind == QuoteKind::kIndirect) continue;
    const std::size_t first = analysis.tokens.token_at(q.span.begin), last = analysis.tokens.token_at(q.span.end);
    add_passage(analysis, content, first, last, q.span, kQuoteWords, {}, add_pairs, out, keys);
  }
  return finished(std::move(out), std::move(keys));
}

std::uint32_t aligned_words(const Passages& a, const Passage& x, const Passages& b, const Passage& y) {
  std::array<std::uint16_t, kLongestPassage + 1> row{};
  for (std::uint32_t i = x.first; i < x.last; ++i) {
    std::uint16_t diagonal = 0;
    for (std::uint32_t j = y.first; j < y.last; ++j) {
      std::uint16_t& here = row[j - y.first + 1];
      const std::uint16_t above = here;
      here = a.words[i] == b.words[j] ? static_cast<std::uint16_t>(diagonal + 1) : std::max(above, row[j - y.first]);
      diagonal = above;
    }
  }
  return row[y.last - y.first];
}

}  // namespace attest
