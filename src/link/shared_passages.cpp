#include "link/shared_passages.h"

#include <algorithm>

namespace attest {
namespace {

constexpr std::size_t kEarliest = 4;  // holders of a key whom all others meet
constexpr std::size_t kNear = 3;      // and how far apart in the order of days others may stand

bool meets(std::size_t a, std::size_t b) { return std::min(a, b) < kEarliest || std::max(a, b) - std::min(a, b) <= kNear; }

std::pair<std::uint32_t, std::uint32_t> ordered(std::uint32_t a, std::uint32_t b) { return {std::min(a, b), std::max(a, b)}; }

template <class T>
void sort_unique(std::vector<T>& all) {
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

// Calls `visit` with each passage of the one and of the other that share a key.
template <class Visit>
void each_common(const Passages& x, const Passages& y, Visit visit) {
  for (std::size_t i = 0, k = 0; i < x.keys.size() && k < y.keys.size();) {
    if (x.keys[i] != y.keys[k]) {
      (x.keys[i] < y.keys[k] ? i : k) += 1;
      continue;
    }
    for (std::size_t other = k; other < y.keys.size() && y.keys[other] == x.keys[i]; ++other) visit(i, other);
    ++i;
  }
}

}  // namespace

bool SharedPassages::before(std::uint32_t a, std::uint32_t b) const {
  return std::tie(passages_[a]->day, passages_[a]->report, a) < std::tie(passages_[b]->day, passages_[b]->report, b);
}

// The pairs of one holder.
void SharedPassages::met(const Holders& all, std::size_t at, std::vector<Pair>& out) const {
  for (std::size_t i = 0; i < all.size(); ++i)
    if (i != at && meets(i, at)) out.push_back(ordered(all[i], all[at]));
}

// The pairs that met before the newcomer stood among them, and meet under this key no more.
void SharedPassages::lost(const Holders& all, std::size_t newcomer, std::vector<Pair>& out) const {
  const std::size_t size = all.size() - 1;
  if (!live(size)) return;
  const auto at = [&](std::size_t i) { return all[i < newcomer ? i : i + 1]; };  // as they stood without it
  if (!live(all.size())) {
    for (std::size_t i = 0; i < size; ++i)
      for (std::size_t k = i + 1; k < size; ++k)
        if (meets(i, k)) out.push_back(ordered(at(i), at(k)));
    return;
  }
  if (newcomer < kEarliest)
    for (std::size_t k = kEarliest + kNear; k < size; ++k) out.push_back(ordered(at(kEarliest - 1), at(k)));
  for (std::size_t i = newcomer > kNear ? newcomer - kNear : 0; i < newcomer; ++i)
    if (i + kNear < size && i + kNear >= newcomer) out.push_back(ordered(at(i), at(i + kNear)));
}

bool SharedPassages::meet(std::uint32_t a, std::uint32_t b) const {
  const Passages &x = *passages_[a], &y = *passages_[b];
  bool found = false;
  each_common(x, y, [&](std::size_t i, std::size_t) {
    if (found) return;
    const Holders all = index_.holders(x.keys[i]);
    if (!live(all.size())) return;
    const auto place = [&](std::uint32_t report) {
      const auto order = [&](auto p, auto q) { return before(p, q); };
      return static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), report, order) - all.begin());
    };
    found = meets(place(a), place(b));
  });
  return found;
}

// Each passage of one report with the one of the other that it aligns with best, each used once.
std::vector<SharedPassage> SharedPassages::between(std::uint32_t a, std::uint32_t b) const {
  const bool turned = std::tie(passages_[b]->report, b) < std::tie(passages_[a]->report, a);
  const Passages &x = *passages_[turned ? b : a], &y = *passages_[turned ? a : b];
  std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates;
  each_common(x, y, [&](std::size_t i, std::size_t k) { candidates.emplace_back(x.of_passage[i], y.of_passage[k]); });
  sort_unique(candidates);
  struct Match {
    std::uint32_t words, i, j;
  };
  std::vector<Match> matches;
  for (const auto& [i, j] : candidates) {
    const double longer = std::max(x.size(x.all[i]), y.size(y.all[j])), shorter = std::min(x.size(x.all[i]), y.size(y.all[j]));
    if (shorter < rule_.words) continue;
    const std::uint32_t words = aligned_words(x, x.all[i], y, y.all[j]);
    if (words >= rule_.words && (words >= rule_.of_longer * longer || words >= rule_.of_shorter * shorter))
      matches.push_back({words, i, j});
  }
  std::sort(matches.begin(), matches.end(),
            [](const Match& m, const Match& n) { return std::tie(n.words, m.i, m.j) < std::tie(m.words, n.i, n.j); });
  std::vector<bool> used_x(x.all.size()), used_y(y.all.size());
  std::vector<SharedPassage> out;
  std::uint32_t all = 0;
  for (const Match& m : matches) {
    if (used_x[m.i] || used_y[m.j]) continue;
    used_x[m.i] = used_y[m.j] = true;
    out.push_back({x.all[m.i].span, y.all[m.j].span, m.words});
    if (turned) std::swap(out.back().a, out.back().b);
    all += m.words;
  }
  const auto fewer = static_cast<double>(std::min(x.words.size(), y.words.size()));
  if (all < rule_.all_words || all < (out.size() > 1 ? rule_.of_report : rule_.alone) * fewer) return {};
  return out;
}

bool SharedPassages::sharing(std::uint32_t a, std::uint32_t b) const {
  return std::binary_search(shared_[a].begin(), shared_[a].end(), b);
}

void SharedPassages::set(std::uint32_t a, std::uint32_t b, bool share) {
  for (const auto& [one, other] : {std::pair(a, b), std::pair(b, a)}) {
    auto& all = shared_[one];
    const auto at = std::lower_bound(all.begin(), all.end(), other);
    if (share) all.insert(at, other);
    else all.erase(at);
  }
}

void SharedPassages::compare(std::vector<Pair> pairs, std::vector<std::uint32_t>& changed) {
  sort_unique(pairs);
  for (const auto& [a, b] : pairs) {
    if (sharing(a, b) || between(a, b).empty()) continue;
    set(a, b, true);
    changed.push_back(a), changed.push_back(b);
  }
}

// Ends what pairs share that meet under no other key either.
void SharedPassages::part(std::vector<Pair> pairs, std::vector<std::uint32_t>& changed) {
  sort_unique(pairs);
  for (const auto& [a, b] : pairs) {
    if (!sharing(a, b) || meet(a, b)) continue;
    set(a, b, false);
    changed.push_back(a), changed.push_back(b);
  }
}

std::vector<std::uint32_t> SharedPassages::add(std::uint32_t report, const Passages& passages) {
  if (report >= passages_.size()) passages_.resize(report + 1), shared_.resize(report + 1);
  passages_[report] = &passages;
  const auto order = [&](auto p, auto q) { return before(p, q); };
  std::vector<Pair> pairs, apart;
  for (std::size_t i = 0; i < passages.keys.size(); ++i) {
    const std::uint32_t key = passages.keys[i];
    if (i > 0 && passages.keys[i - 1] == key) continue;
    index_.put(key, report, order);
    const Holders all = index_.holders(key);
    if (all.size() < 2 || all.size() > rule_.common + 1) continue;
    const auto at = static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), report, order) - all.begin());
    if (live(all.size())) met(all, at, pairs);
    lost(all, at, apart);
  }
  std::vector<std::uint32_t> changed;
  compare(std::move(pairs), changed);
  part(std::move(apart), changed);
  sort_unique(changed);
  changed.erase(std::remove(changed.begin(), changed.end(), report), changed.end());
  return changed;
}

std::vector<std::uint32_t> SharedPassages::remove(std::uint32_t report) {
  const Passages& passages = *passages_[report];
  const auto order = [&](auto p, auto q) { return before(p, q); };
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < passages.keys.size(); ++i) {
    const std::uint32_t key = passages.keys[i];
    if (i > 0 && passages.keys[i - 1] == key) continue;
    const Holders all = index_.holders(key);
    if (all.size() > 1 && all.size() <= rule_.common + 1)
      lost(all, static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), report, order) - all.begin()), pairs);
    index_.take(key, report);
  }
  std::vector<std::uint32_t> changed = shared_[report];
  for (const std::uint32_t other : changed) {
    auto& theirs = shared_[other];
    theirs.erase(std::lower_bound(theirs.begin(), theirs.end(), report));
  }
  shared_[report] = {};
  compare(std::move(pairs), changed);
  passages_[report] = nullptr;
  sort_unique(changed);
  return changed;
}

const std::vector<std::uint32_t>& SharedPassages::of(std::uint32_t report) const {
  static const std::vector<std::uint32_t> kNone;
  return report < shared_.size() ? shared_[report] : kNone;
}

}  // namespace attest
