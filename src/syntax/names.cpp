#include "syntax/names.h"

#include <limits>

namespace attest::syntax {
namespace {

constexpr std::uint32_t kEdge = 7;
const Words::Word kNone{{}, {}, kEdge, kEdge, kEdge, kEdge, kEdge, kEdge, kEdge, kEdge, kEdge, kEdge, kEdge, false};

}  // namespace

std::string entity_tag(std::size_t index) {
  if (index == 0) return "O";
  return (index % 2 == 1 ? "B-" : "I-") + std::string(kEntityLabels[(index - 1) / 2]);
}

std::vector<std::uint8_t> entity_tags_of(const std::vector<std::uint8_t>& classes) {
  std::vector<std::uint8_t> out;
  for (const auto c : classes) {
    const bool begins = c % 4 == 0 || c % 4 == 3;
    out.push_back(c == kNoName ? 0 : static_cast<std::uint8_t>(1 + 2 * (c / 4) + !begins));
  }
  return out;
}

void name_features(const Words& s, const std::vector<std::uint16_t>& tags, const std::vector<PhraseHint>& hints, std::size_t i, Features& out) {
  const auto n = static_cast<std::ptrdiff_t>(s.words.size());
  const auto inside = [&](int by) { return static_cast<std::ptrdiff_t>(i) + by >= 0 && static_cast<std::ptrdiff_t>(i) + by < n; };
  const auto at = [&](int by) -> const Words::Word& { return inside(by) ? s.words[i + static_cast<std::size_t>(by)] : kNone; };
  const auto tag = [&](int by) -> std::uint32_t { return inside(by) ? tags[i + static_cast<std::size_t>(by)] + 1u : 0; };
  static const PhraseHint kNoHint{};
  const auto hint = [&](int by) -> const PhraseHint& { return inside(by) ? hints[i + static_cast<std::size_t>(by)] : kNoHint; };
  const auto &w = at(0), &l = at(-1), &r = at(1), &l2 = at(-2), &r2 = at(2);
  out.clear();
  std::uint32_t k = 400;
  out.add(k++, w.first);
  out.add(k++, w.form_hash), out.add(k++, w.lower_hash), out.add(k++, w.suffix2), out.add(k++, w.suffix3), out.add(k++, w.suffix4);
  out.add(k++, w.prefix2), out.add(k++, w.prefix3), out.add(k++, w.shape, w.first), out.add(k++, w.dictionary);
  for (const int by : {-2, -1, 1, 2}) out.add(k++, at(by).lower_hash), out.add(k++, at(by).shape), out.add(k++, tag(by));
  for (const int by : {-1, 1}) out.add(k++, at(by).suffix3), out.add(k++, at(by).prefix3), out.add(k++, at(by).lower_hash, w.shape), out.add(k++, at(by).dictionary);
  out.add(k++, tag(0)), out.add(k++, tag(0), w.shape), out.add(k++, tag(-1), tag(0)), out.add(k++, tag(0), tag(1)), out.add(k++, tag(-1), tag(0), tag(1));
  out.add(k++, l.lower_hash, w.lower_hash), out.add(k++, w.lower_hash, r.lower_hash), out.add(k++, l2.lower_hash, l.lower_hash), out.add(k++, r.lower_hash, r2.lower_hash);
  out.add(k++, l.shape, w.shape), out.add(k++, w.shape, r.shape), out.add(k++, l.shape, w.shape, r.shape), out.add(k++, l.lower_hash, r.lower_hash);
  out.add(k++, at(-3).lower_hash), out.add(k++, at(3).lower_hash);
  out.add(k++, l2.lower_hash, l.lower_hash, w.shape), out.add(k++, w.shape, r.lower_hash, r2.lower_hash), out.add(k++, w.lower_hash, w.shape);
  const auto& h = hint(0);
  for (const int by : {-1, 0, 1}) {
    const auto& v = hint(by);
    out.add(k++, v.memory), out.add(k++, v.list), out.add(k++, v.word), out.add(k++, v.person);
  }
  out.add(k++, h.memory, w.shape), out.add(k++, h.list, w.shape), out.add(k++, h.word, w.shape), out.add(k++, h.person, w.shape);
  out.add(k++, h.memory, h.list), out.add(k++, h.memory, l.lower_hash), out.add(k++, h.memory, r.lower_hash), out.add(k++, h.memory, tag(-1)), out.add(k++, h.memory, tag(1));
  out.add(k++, h.list, l.lower_hash), out.add(k++, h.list, h.person), out.add(k++, h.person, hint(1).person, w.shape), out.add(k++, hint(-1).person, h.person, w.shape);
  out.add(k++, h.word, hint(1).word), out.add(k++, hint(-1).word, h.word);
}

const NameRow* NameModel::find(std::uint32_t key) const {
  auto at = name_home(key, keys.size());
  for (std::size_t tried = 0; tried < keys.size() && keys[at] != 0; ++tried) {
    if (keys[at] == key) return &rows[at];
    if (++at == keys.size()) at = 0;
  }
  return nullptr;
}

void NameModel::score(const Features& features, std::int32_t* sums) const {
  std::int16_t total[kNameScores] = {};  // 128 features of at most 127 fit
  for (const auto feature : features.all())
    if (const auto* row = find(feature))
      for (std::size_t c = 0; c < kNameScores; ++c) total[c] = static_cast<std::int16_t>(total[c] + (*row)[c]);
  for (std::size_t c = 0; c < kNameScores; ++c) sums[c] = total[c];
}

std::vector<std::uint8_t> best_names(std::span<const std::int32_t> scores, std::size_t words, std::span<const std::int16_t> links) {
  constexpr auto kNever = std::numeric_limits<std::int32_t>::min() / 2;
  std::vector<std::uint8_t> from(words * kNameClasses), out(words);
  std::array<std::int32_t, kNameClasses> now{}, next{};
  now.fill(kNever);
  now[kNoName] = 0;
  for (std::size_t i = 0; i < words; ++i) {
    for (std::size_t c = 0; c < kNameClasses; ++c) {
      std::int32_t best = kNever;
      for (std::size_t b = 0; b < kNameClasses; ++b) {
        if (now[b] <= kNever || !may_follow(b, c)) continue;
        const auto score = now[b] + links[b * kNameClasses + c];
        if (score > best) best = score, from[i * kNameClasses + c] = static_cast<std::uint8_t>(b);
      }
      next[c] = best <= kNever ? kNever : best + (c == kNoName ? 0 : scores[i * kNameScores + c]);
    }
    now = next;
  }
  std::size_t at = kNoName;
  for (std::size_t c = 0; c < kNameClasses; ++c)
    if (!goes_on(c) && now[c] > now[at]) at = c;
  for (std::size_t i = words; i > 0; --i) out[i - 1] = static_cast<std::uint8_t>(at), at = from[(i - 1) * kNameClasses + at];
  return out;
}

}  // namespace attest::syntax
