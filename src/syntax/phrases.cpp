#include "syntax/phrases.h"

#include <algorithm>

#include "syntax/linear.h"

namespace attest::syntax {
namespace {

constexpr std::uint32_t kSeed = 0x9A7Eu;
constexpr std::size_t kNoName = 4;

std::uint32_t extended(std::uint32_t key, std::uint32_t word) {
  const auto out = mix(key, word);
  return out ? out : 1;  // 0 is an empty row
}

// Where a key's row is looked for first.
std::size_t home_of(std::uint32_t key, std::size_t size) { return static_cast<std::size_t>((static_cast<std::uint64_t>(key) * size) >> 32); }

// 0 never, then by how often.
std::uint32_t frequency(std::uint32_t n) { return n == 0 ? 0 : n == 1 ? 1 : n < 4 ? 2 : n < 16 ? 3 : 4; }

struct Seen {
  std::array<std::uint32_t, 5> count{};
  std::uint32_t names() const { return count[0] + count[1] + count[2] + count[3]; }
};

Seen without(const PhraseRow& row, std::uint32_t key, const PhraseCounts* less) {
  Seen out;
  for (std::size_t k = 0; k < 5; ++k) out.count[k] = row.seen[k];
  if (!less) return out;
  const auto own = less->find(key);
  if (own == less->end()) return out;
  for (std::size_t k = 0; k < 5; ++k)
    if (out.count[k] < 255) out.count[k] -= std::min<std::uint32_t>(out.count[k], own->second[k]);
  return out;
}

// Kind and surety: most frequent kind, its share, how often in all.
std::uint32_t verdict(const Seen& seen, bool with_no_name) {
  const std::uint32_t all = seen.names() + (with_no_name ? seen.count[kNoName] : 0);
  if (all == 0) return 0;
  std::size_t best = 0;
  for (std::size_t k = 1; k < (with_no_name ? 5u : 4u); ++k)
    if (seen.count[k] > seen.count[best]) best = k;
  const std::uint32_t share = seen.count[best] * 100 / all;
  const std::uint32_t surety = share >= 97 ? 3 : share >= 85 ? 2 : share >= 60 ? 1 : 0;
  return 1 + static_cast<std::uint32_t>(best) * 20 + surety * 5 + frequency(all);
}

// Where in a run of words one stands: 0 alone, 1 first, 2 inside, 3 last.
std::uint32_t place_in(std::size_t i, std::size_t first, std::size_t last) { return last - first == 1 ? 0 : i == first ? 1 : i + 1 == last ? 3 : 2; }

}  // namespace

std::uint32_t phrase_key(const Words& words, std::size_t first, std::size_t last) {
  std::uint32_t key = kSeed;
  for (auto i = first; i < last; ++i) key = extended(key, words.words[i].lower_hash);
  return key;
}

const PhraseRow* Phrases::find(std::uint32_t key) const {
  if (rows_.empty()) return nullptr;
  auto at = home_of(key, rows_.size());
  for (std::size_t tried = 0; tried < rows_.size() && rows_[at].key != 0; ++tried) {
    if (rows_[at].key == key) return &rows_[at];
    if (++at == rows_.size()) at = 0;
  }
  return nullptr;
}

std::vector<PhraseHint> Phrases::hints(const Words& words, const PhraseCounts* less) const {
  const auto n = words.words.size();
  std::vector<PhraseHint> out(n);
  std::size_t memory_to = 0, list_to = 0;
  for (std::size_t i = 0; i < n; ++i) {
    std::uint32_t key = kSeed;
    std::size_t memory_end = 0, list_end = 0;
    std::uint32_t memory = 0, list = 0;
    for (std::size_t j = i; j < n && j < i + kLongestPhrase; ++j) {
      key = extended(key, words.words[j].lower_hash);
      const PhraseRow* row = find(key);
      if (!row) break;
      const Seen seen = without(*row, key, less);
      if (j == i) out[i].word = verdict(seen, true), out[i].person = row->person;
      if (seen.names() > 0) memory_end = j + 1, memory = verdict(seen, false);
      if (const auto lists = row->flags & ~static_cast<unsigned>(PhraseRow::kGoesOn)) list_end = j + 1, list = lists;
      if (!(row->flags & PhraseRow::kGoesOn)) break;
    }
    if (memory_end > memory_to) {
      for (auto k = i; k < memory_end; ++k)
        if (k >= memory_to) out[k].memory = memory * 4 + place_in(k, i, memory_end);
      memory_to = memory_end;
    }
    if (list_end > list_to) {
      for (auto k = i; k < list_end; ++k)
        if (k >= list_to) out[k].list = list * 4 + place_in(k, i, list_end);
      list_to = list_end;
    }
  }
  return out;
}

void PhraseTable::add(const ListedPhrase& phrase) {
  if (phrase.words.empty() || phrase.words.size() > kLongestPhrase) return;
  std::uint32_t key = kSeed;
  for (std::size_t i = 0; i < phrase.words.size(); ++i) {
    key = extended(key, word_hash(phrase.words[i]));
    auto& entry = entries_[key];
    if (i + 1 < phrase.words.size()) {
      entry.flags |= PhraseRow::kGoesOn;
      continue;
    }
    entry.flags |= phrase.flags;
    entry.person = std::max(entry.person, phrase.person);
  }
}

PhraseCounts PhraseTable::counts_of(const Words& words, const std::vector<Name>& names) {
  PhraseCounts out;
  std::vector<bool> named(words.words.size());
  for (const auto& name : names) {
    for (auto i = name.first; i < name.last; ++i) named[i] = true;
    if (name.last - name.first <= kLongestPhrase) ++out[phrase_key(words, name.first, name.last)][name.kind];
  }
  for (std::size_t i = 0; i < words.words.size(); ++i)
    if (!named[i]) ++out[phrase_key(words, i, i + 1)][kNoName];
  return out;
}

void PhraseTable::count(const Words& words, const std::vector<Name>& names) {
  for (const auto& name : names) {
    if (name.last - name.first > kLongestPhrase) continue;
    for (auto last = name.first + 1; last < name.last; ++last) entries_[phrase_key(words, name.first, last)].flags |= PhraseRow::kGoesOn;
  }
  for (const auto& [key, counts] : counts_of(words, names))
    for (std::size_t k = 0; k < 5; ++k) entries_[key].seen[k] += counts[k];
}

std::vector<PhraseRow> PhraseTable::rows() const {
  std::vector<const std::pair<const std::uint32_t, Entry>*> kept;
  for (const auto& entry : entries_) {
    const auto& e = entry.second;
    const auto names = e.seen[0] + e.seen[1] + e.seen[2] + e.seen[3];
    if (e.flags || e.person || names > 0 || e.seen[kNoName] >= 3) kept.push_back(&entry);
  }
  std::vector<PhraseRow> out(kept.size() * 4 / 3 + 2);
  for (const auto* entry : kept) {
    auto at = home_of(entry->first, out.size());
    while (out[at].key != 0) at = at + 1 == out.size() ? 0 : at + 1;
    out[at].key = entry->first;
    for (std::size_t k = 0; k < 5; ++k) out[at].seen[k] = static_cast<std::uint8_t>(std::min(entry->second.seen[k], 255u));
    out[at].flags = entry->second.flags, out[at].person = entry->second.person;
  }
  return out;
}

}  // namespace attest::syntax
