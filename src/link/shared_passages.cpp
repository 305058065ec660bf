#include "link/shared_passages.h"

#include <algorithm>
#include <set>

namespace attest {

void SharedPassages::all_pairs(const Holders& h, std::vector<Pair>& out) const {
  each(h, [&](const Place& p) {
    each(h, [&](const Place& q) {
      if (p.report < q.report) out.emplace_back(p.report, q.report);
    });
  });
}

// A report's passages are put side by side, so the first of the chain tells whether the report has the key already.
void SharedPassages::put(std::uint64_t key, std::uint32_t report, std::uint32_t passage, std::vector<Pair>& changed) {
  Holders& h = index_[key];
  const bool lived = live(h);
  const bool fresh = h.first == kEnd || pool_[h.first].report != report;
  std::uint32_t at = free_;
  if (at == kEnd) at = static_cast<std::uint32_t>(pool_.size()), pool_.emplace_back();
  else free_ = pool_[at].next;
  pool_[at] = {report, passage, h.first};
  h.first = at;
  h.reports += fresh;
  if (lived && !live(h)) all_pairs(h, changed);  // a formula from now on: what it joined is looked at again
}

void SharedPassages::take(std::uint64_t key, std::uint32_t report, std::vector<Pair>& changed) {
  const auto found = index_.find(key);
  if (found == index_.end()) return;
  Holders& h = found->second;
  const bool lived = live(h);
  bool had = false;
  for (std::uint32_t* link = &h.first; *link != kEnd;) {
    const std::uint32_t at = *link;
    if (pool_[at].report != report) {
      link = &pool_[at].next;
      continue;
    }
    had = true;
    *link = pool_[at].next;
    pool_[at].next = free_;
    free_ = at;
  }
  h.reports -= had;
  if (!lived && live(h)) all_pairs(h, changed);
  if (h.first == kEnd) index_.erase(found);
}

// Each passage of one report with the one of the other that it aligns with best, each used once.
std::vector<SharedPassage> SharedPassages::compare(std::uint32_t a, std::uint32_t b) const {
  const Passages &x = *passages_.at(a), &y = *passages_.at(b);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates;
  for (std::uint32_t i = 0; i < x.all.size(); ++i)
    for (std::uint32_t k = x.all[i].keys_first; k < x.all[i].keys_last; ++k)
      if (const auto h = index_.find(x.keys[k]); h != index_.end() && live(h->second))
        each(h->second, [&](const Place& p) {
          if (p.report == b) candidates.emplace_back(i, p.passage);
        });
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  struct Match {
    std::uint32_t words, i, j;
  };
  std::vector<Match> matches;
  for (const auto& [i, j] : candidates) {
    const std::uint32_t words = aligned_words(x, x.all[i], y, y.all[j]);
    const double longer = std::max(x.size(x.all[i]), y.size(y.all[j])), shorter = std::min(x.size(x.all[i]), y.size(y.all[j]));
    if (words >= rule_.words && (words >= rule_.of_longer * longer || words >= rule_.of_shorter * shorter))
      matches.push_back({words, i, j});
  }
  std::sort(matches.begin(), matches.end(),
            [](const Match& m, const Match& n) { return std::tie(n.words, m.i, m.j) < std::tie(m.words, n.i, n.j); });
  std::set<std::uint32_t> used_a, used_b;
  std::vector<SharedPassage> out;
  std::uint32_t all = 0;
  for (const Match& m : matches) {
    if (used_a.count(m.i) > 0 || used_b.count(m.j) > 0) continue;
    used_a.insert(m.i), used_b.insert(m.j);
    out.push_back({x.all[m.i].span, y.all[m.j].span, m.words});
    all += m.words;
  }
  const auto fewer = static_cast<double>(std::min(x.words.size(), y.words.size()));
  if (all < rule_.all_words || all < (out.size() > 1 ? rule_.of_report : rule_.alone) * fewer) return {};
  return out;
}

bool SharedPassages::settle(std::uint32_t a, std::uint32_t b) {
  if (passages_.at(b)->report < passages_.at(a)->report) std::swap(a, b);
  std::vector<SharedPassage> now = compare(a, b);
  auto& of_a = shared_[a];
  const auto before = of_a.find(b);
  if (now.empty()) {
    if (before == of_a.end()) return false;
    of_a.erase(before);
    shared_[b].erase(a);
    return true;
  }
  const auto same = [](const auto& p, const auto& q) { return p.a == q.a && p.b == q.b && p.words == q.words; };
  const bool as_before = before != of_a.end() && std::equal(now.begin(), now.end(), before->second.begin(), before->second.end(), same);
  if (as_before) return false;
  std::vector<SharedPassage> turned = now;
  for (SharedPassage& p : turned) std::swap(p.a, p.b);
  of_a[b] = std::move(now);
  shared_[b][a] = std::move(turned);
  return true;
}

std::vector<std::uint32_t> SharedPassages::settle(std::vector<Pair> pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::vector<std::uint32_t> out;
  for (const auto& [a, b] : pairs)
    if (settle(a, b)) out.push_back(a), out.push_back(b);
  return out;
}

namespace {

std::vector<std::uint32_t> without(std::uint32_t report, std::vector<std::uint32_t> all) {
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  all.erase(std::remove(all.begin(), all.end(), report), all.end());
  return all;
}

}  // namespace

std::vector<std::uint32_t> SharedPassages::add(std::uint32_t report, const Passages& passages) {
  passages_[report] = &passages;
  std::vector<Pair> pairs;
  for (std::uint32_t i = 0; i < passages.all.size(); ++i)
    for (std::uint32_t k = passages.all[i].keys_first; k < passages.all[i].keys_last; ++k) put(passages.keys[k], report, i, pairs);
  for (const std::uint64_t key : passages.keys)
    if (const Holders& h = index_.at(key); live(h))
      each(h, [&](const Place& p) {
        if (p.report != report) pairs.emplace_back(std::min(report, p.report), std::max(report, p.report));
      });
  return without(report, settle(std::move(pairs)));
}

std::vector<std::uint32_t> SharedPassages::remove(std::uint32_t report) {
  std::vector<Pair> pairs;
  for (const std::uint64_t key : passages_.at(report)->keys) take(key, report, pairs);
  std::vector<std::uint32_t> changed;
  if (const auto of = shared_.find(report); of != shared_.end()) {
    for (const auto& [other, spans] : of->second) shared_[other].erase(report), changed.push_back(other);
    shared_.erase(of);
  }
  passages_.erase(report);
  const auto more = settle(std::move(pairs));
  changed.insert(changed.end(), more.begin(), more.end());
  return without(report, std::move(changed));
}

const std::map<std::uint32_t, std::vector<SharedPassage>>& SharedPassages::of(std::uint32_t report) const {
  static const std::map<std::uint32_t, std::vector<SharedPassage>> kNone;
  const auto at = shared_.find(report);
  return at == shared_.end() ? kNone : at->second;
}

}  // namespace attest
