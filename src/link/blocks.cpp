#include "link/blocks.h"

#include <algorithm>

#include "link/block_keys.h"

namespace attest {
namespace {

constexpr std::size_t kWindow = 8;
constexpr double kMayBe = 3.5;         // a fit from which on two happenings may be one, with what others of the incident add; kJoin is 5
constexpr double kStep = 0.5, kMost = 9;
constexpr std::size_t kLargest = 100;  // happenings of a block, unless the fits within are all very good

}  // namespace

bool Blocks::before_node(std::uint32_t a, std::uint32_t b) const {
  if (a == b) return false;
  if (before(view_, nodes_[a]->group, nodes_[b]->group)) return true;
  return !before(view_, nodes_[b]->group, nodes_[a]->group) && a < b;
}

// 0: never one, whatever joins them.
double Blocks::score(const Node& a, const Node& b) const {
  if (a.report == b.report) return 0;
  const Fit f = fit(a.group, b.group);
  return f.apart ? 0 : f.score + (linked(linked_, a.report, b.report) ? kLinkedScore : 0);
}

void Blocks::drop_edge(std::uint32_t from, std::uint32_t to) {
  auto& edges = nodes_[from]->edges;
  const auto at = std::find_if(edges.begin(), edges.end(), [&](const Edge& e) { return e.other == to; });
  if (at == edges.end()) return;
  *at = edges.back();
  edges.pop_back();
  dirty_.insert(from);
}

// One key more, or one less, under which two happenings stand close.
void Blocks::support(std::uint32_t a, std::uint32_t b, int change) {
  Node &x = *nodes_[a], &y = *nodes_[b];
  const auto to = [](Node& n, std::uint32_t other) {
    return std::find_if(n.edges.begin(), n.edges.end(), [&](const Edge& e) { return e.other == other; });
  };
  const auto forth = to(x, b);
  if (forth != x.edges.end()) {
    const auto back = to(y, a);
    forth->support += static_cast<std::uint32_t>(change), back->support += static_cast<std::uint32_t>(change);
    if (forth->support == 0) drop_edge(a, b), drop_edge(b, a);
    return;
  }
  if (change < 0) return;
  const double s = score(x, y);
  if (s < kMayBe) return;
  x.edges.push_back({b, 1, s});
  y.edges.push_back({a, 1, s});
  dirty_.insert(a), dirty_.insert(b);
}

void Blocks::insert(std::uint32_t node) {
  std::map<std::uint32_t, std::uint32_t> near;  // with under how many keys; each is scored once
  for (const std::uint64_t k : nodes_[node]->keys) {
    Bucket& bucket = index_[k];
    const auto at = static_cast<std::size_t>(
        std::lower_bound(bucket.begin(), bucket.end(), node, [&](auto a, auto b) { return before_node(a, b); }) - bucket.begin());
    const std::size_t first = at > kWindow ? at - kWindow : 0, last = std::min(bucket.size(), at + kWindow);
    for (std::size_t i = first; i < last; ++i) ++near[bucket[i]];
    for (std::size_t i = first; i < at; ++i)  // those that the newcomer pushes out of each other's window
      if (i + kWindow < bucket.size() && i + kWindow >= at) support(bucket[i], bucket[i + kWindow], -1);
    bucket.insert(bucket.begin() + static_cast<std::ptrdiff_t>(at), node);
  }
  for (const auto& [other, keys] : near) {
    const double s = score(*nodes_[node], *nodes_[other]);
    if (s < kMayBe) continue;
    nodes_[node]->edges.push_back({other, keys, s});
    nodes_[other]->edges.push_back({node, keys, s});
    dirty_.insert(other);
  }
  dirty_.insert(node);
}

void Blocks::erase(std::uint32_t node) {
  while (!nodes_[node]->edges.empty()) {
    const std::uint32_t other = nodes_[node]->edges.back().other;
    drop_edge(other, node), drop_edge(node, other);
  }
  for (const std::uint64_t k : nodes_[node]->keys) {
    const auto found = index_.find(k);
    Bucket& bucket = found->second;
    const auto at = static_cast<std::size_t>(std::find(bucket.begin(), bucket.end(), node) - bucket.begin());
    bucket.erase(bucket.begin() + static_cast<std::ptrdiff_t>(at));
    for (std::size_t i = at > kWindow ? at - kWindow : 0; i < at; ++i)
      if (i + kWindow < bucket.size() && i + kWindow >= at) support(bucket[i], bucket[i + kWindow], 1);
    if (bucket.empty()) index_.erase(found);
  }
  dirty_.erase(node);
  if (nodes_[node]->block != 0) dirty_blocks_.insert(nodes_[node]->block);
  nodes_[node].reset();
}

void Blocks::connect_linked(std::uint32_t node) {
  const auto at = linked_.find(nodes_[node]->report);
  if (at == linked_.end()) return;
  for (const std::uint32_t report : at->second)
    if (const auto others = of_report_.find(report); others != of_report_.end())
      for (const std::uint32_t other : others->second) support(node, other, 1);
}

void Blocks::put(std::uint32_t report, std::vector<Group> happenings) {
  auto& mine = of_report_[report];
  for (const std::uint32_t old : mine) erase(old);
  if (const auto wars = wars_of_report_.find(report); wars != wars_of_report_.end()) {
    for (const auto& [country, node] : wars->second) {
      auto& totals = wars_[country];
      totals.erase(std::remove(totals.begin(), totals.end(), node), totals.end());
      nodes_[node].reset();
      war_groups_.erase(country);
    }
    wars_of_report_.erase(wars);
  }
  mine.clear();
  for (Group& g : happenings) {
    const auto number = static_cast<std::uint32_t>(nodes_.size());
    const bool war = g.war_total();
    nodes_.push_back(std::make_unique<Node>(Node{report, std::move(g), {}, {}, 0, 0}));
    if (war) {
      const std::string country = war_key(nodes_.back()->group);
      wars_[country].push_back(number);
      wars_of_report_[report].emplace_back(country, number);
      war_groups_.erase(country);
      continue;
    }
    nodes_.back()->keys = block_keys(nodes_.back()->group);
    insert(number);
    connect_linked(number);
    mine.push_back(number);
  }
}

// All that hang together with `start` by fits of `least` and more.
std::vector<std::uint32_t> Blocks::part_of(std::uint32_t start, double least, const std::unordered_set<std::uint32_t>* within) {
  std::vector<std::uint32_t> out = {start};
  nodes_[start]->seen = walk_;
  for (std::size_t i = 0; i < out.size(); ++i)
    for (const Edge& e : nodes_[out[i]]->edges)
      if (e.score >= least && nodes_[e.other]->seen != walk_ && (!within || within->count(e.other) > 0)) {
        nodes_[e.other]->seen = walk_;
        out.push_back(e.other);
      }
  return out;
}

void Blocks::cut(std::vector<std::uint32_t> part, double least, std::vector<std::vector<std::uint32_t>>& out) {
  if (part.size() <= kLargest || least > kMost) {
    out.push_back(std::move(part));
    return;
  }
  const std::unordered_set<std::uint32_t> within(part.begin(), part.end());
  ++walk_;
  std::vector<std::vector<std::uint32_t>> parts;
  for (const std::uint32_t n : part)
    if (nodes_[n]->seen != walk_) parts.push_back(part_of(n, least + kStep, &within));
  for (auto& p : parts) cut(std::move(p), least + kStep, out);
}

void Blocks::make_block(std::vector<std::uint32_t> nodes, std::vector<Block>& old) {
  std::sort(nodes.begin(), nodes.end(), [&](auto a, auto b) { return before_node(a, b); });
  Block block{std::move(nodes), {}};
  const auto same = std::find_if(old.begin(), old.end(), [&](const Block& b) { return b.nodes == block.nodes; });
  if (same != old.end()) {
    block.groups = std::move(same->groups);
  } else if (block.nodes.size() > 1) {
    std::vector<Group> all;
    for (const std::uint32_t n : block.nodes) all.push_back(nodes_[n]->group);
    block.groups = join_happenings(view_, std::move(all), linked_);
  }
  for (const std::uint32_t n : block.nodes) nodes_[n]->block = next_block_;
  blocks_.emplace(next_block_++, std::move(block));
}

std::size_t Blocks::settle() {
  ++walk_;
  std::vector<std::vector<std::uint32_t>> parts;
  const auto walk = [&](std::uint32_t n) {
    if (!nodes_[n] || nodes_[n]->seen == walk_) return;
    parts.push_back(part_of(n, kMayBe, nullptr));
    for (const std::uint32_t m : parts.back())
      if (nodes_[m]->block != 0) dirty_blocks_.insert(nodes_[m]->block);
  };
  for (const std::uint32_t n : dirty_) walk(n);
  // What else was in a block that changed may have lost its hold on it. A block of a part that was cut brings the rest of the part.
  std::vector<Block> old;
  while (!dirty_blocks_.empty()) {
    const auto found = blocks_.find(*dirty_blocks_.begin());
    dirty_blocks_.erase(dirty_blocks_.begin());
    if (found == blocks_.end()) continue;
    const std::vector<std::uint32_t> nodes = found->second.nodes;
    old.push_back(std::move(found->second));
    blocks_.erase(found);
    for (const std::uint32_t n : nodes) walk(n);
  }
  dirty_.clear();
  std::size_t met = 0;
  std::vector<std::vector<std::uint32_t>> all;
  for (auto& p : parts) {
    met += p.size();
    cut(std::move(p), kMayBe, all);
  }
  std::sort(old.begin(), old.end(), [](const Block& a, const Block& b) { return a.nodes < b.nodes; });
  for (auto& p : all) make_block(std::move(p), old);
  return met;
}

std::vector<const Group*> Blocks::incidents() const {
  std::vector<const Group*> out;
  for (const auto& [number, block] : blocks_) {
    if (block.groups.empty()) out.push_back(&nodes_[block.nodes.front()]->group);
    for (const Group& g : block.groups) out.push_back(&g);
  }
  for (const auto& [country, totals] : wars_) {
    if (totals.empty()) continue;
    const auto [at, fresh] = war_groups_.try_emplace(country);
    if (fresh) {
      std::vector<std::uint32_t> order = totals;
      std::sort(order.begin(), order.end(), [&](auto a, auto b) { return before_node(a, b); });
      for (const std::uint32_t n : order) at->second.absorb(nodes_[n]->group, n == order.front() ? std::vector<std::string>() : std::vector<std::string>{"war total"}, 0);
    }
    out.push_back(&at->second);
  }
  return out;
}

}  // namespace attest
