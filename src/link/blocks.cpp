#include "link/blocks.h"

#include <algorithm>

#include "link/block_keys.h"

namespace attest {
namespace {

constexpr std::size_t kWindow = 8;
constexpr double kMayBe = 3.5;  // a fit from which on two happenings may be one, with what others of the incident add; kJoin is 5
constexpr double kStep = 0.5;
constexpr std::uint8_t kLastStep = 12;  // a fit of 9.5: what hangs together so is one block whatever its size
constexpr std::size_t kLargest = 100;   // happenings of a block, unless the fits within are all very good

std::uint64_t first_letters(std::string_view id) {
  std::uint64_t out = 0;
  id.remove_prefix(std::min<std::size_t>(id.size(), std::min<std::size_t>(id.find(':') + 1, id.size())));
  for (std::size_t i = 0; i < 8; ++i) out = out << 8 | (i < id.size() ? static_cast<unsigned char>(id[i]) : 0);
  return out;
}

}  // namespace

bool Blocks::before_node(std::uint32_t a, std::uint32_t b) const {
  if (a == b) return false;
  const Node &x = *nodes_[a], &y = *nodes_[b];
  if (x.order != y.order) return x.order < y.order;
  if (before(view_, x.group, y.group)) return true;
  return !before(view_, y.group, x.group) && a < b;
}

std::size_t Blocks::place_in(const Holders& bucket, std::uint32_t node) const {
  return static_cast<std::size_t>(
      std::lower_bound(bucket.begin(), bucket.end(), node, [&](auto a, auto b) { return before_node(a, b); }) - bucket.begin());
}

// 0: never one, whatever joins them. Always taken in one order, for a fit is not quite the same both ways.
double Blocks::fit_of(std::uint32_t a, std::uint32_t b) const {
  if (nodes_[a]->report == nodes_[b]->report) return 0;
  if (before_node(b, a)) std::swap(a, b);
  const Fit f = fit(nodes_[a]->group, nodes_[b]->group);
  return f.apart ? 0 : f.score;
}

Blocks::Edge* Blocks::edge(std::uint32_t from, std::uint32_t to) {
  auto& edges = nodes_[from]->edges;
  const auto at = std::find_if(edges.begin(), edges.end(), [&](const Edge& e) { return e.other == to; });
  return at == edges.end() ? nullptr : &*at;
}

void Blocks::mark(std::uint32_t node) {
  if (nodes_[node]->dirty) return;
  nodes_[node]->dirty = true;
  dirty_.push_back(node);
}

void Blocks::tie(std::uint32_t a, std::uint32_t b, std::uint16_t support, bool linked, double fit) {
  const Edge one{b, support, linked, fit};
  if (fit <= 0 || one.score() < kMayBe) return;
  nodes_[a]->edges.push_back(one);
  nodes_[b]->edges.push_back({a, support, linked, fit});
  mark(a), mark(b);
}

void Blocks::untie(std::uint32_t a, std::uint32_t b) {
  for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
    Edge* e = edge(from, to);
    *e = nodes_[from]->edges.back();
    nodes_[from]->edges.pop_back();
    mark(from);
  }
}

// One key more under which two happenings stand close …
void Blocks::closer(std::uint32_t a, std::uint32_t b) {
  if (Edge* e = edge(a, b)) {
    ++e->support, ++edge(b, a)->support;
    return;
  }
  if (const double fit = fit_of(a, b); fit >= kMayBe) tie(a, b, 1, false, fit);
}

// … or one less.
void Blocks::less_close(std::uint32_t a, std::uint32_t b) {
  Edge* e = edge(a, b);
  if (!e || e->fit < kMayBe) return;
  --e->support, --edge(b, a)->support;
  if (e->support == 0 && !e->linked) untie(a, b);
}

void Blocks::link_nodes(std::uint32_t a, std::uint32_t b, bool link) {
  nodes_[a]->touched = nodes_[b]->touched = true;
  mark(a), mark(b);
  Edge* e = edge(a, b);
  if (!e) {
    if (link) tie(a, b, 0, true, fit_of(a, b));
    return;
  }
  e->linked = edge(b, a)->linked = link;
  if (!link && (e->support == 0 || e->fit < kMayBe)) untie(a, b);
}

void Blocks::insert(std::uint32_t node) {
  std::vector<std::uint32_t> near;  // once for each key
  const auto order = [&](auto a, auto b) { return before_node(a, b); };
  for (const std::uint32_t k : nodes_[node]->keys) {
    index_.put(k, node, order);
    const Holders bucket = index_.holders(k);
    if (bucket.size() < 2) continue;
    const std::size_t at = place_in(bucket, node);
    const std::size_t first = at > kWindow ? at - kWindow : 0, last = std::min(bucket.size(), at + kWindow + 1);
    for (std::size_t i = first; i < last; ++i)
      if (i != at) near.push_back(bucket[i]);
    for (std::size_t i = first; i < at; ++i)  // those that the newcomer pushes out of each other's window
      if (i + kWindow + 1 < bucket.size() && i + kWindow + 1 > at) less_close(bucket[i], bucket[i + kWindow + 1]);
  }
  std::sort(near.begin(), near.end());
  for (std::size_t i = 0, next = 0; i < near.size(); i = next) {
    while (next < near.size() && near[next] == near[i]) ++next;
    const bool together = linked(linked_, nodes_[node]->report, nodes_[near[i]]->report);
    tie(node, near[i], static_cast<std::uint16_t>(next - i), together, fit_of(node, near[i]));
  }
  if (const auto mine = linked_.find(nodes_[node]->report); mine != linked_.end())
    for (const std::uint32_t report : mine->second)
      if (const auto others = of_report_.find(report); others != of_report_.end())
        for (const std::uint32_t other : others->second)
          if (!edge(node, other)) tie(node, other, 0, true, fit_of(node, other));
  mark(node);
}

void Blocks::erase(std::uint32_t node) {
  while (!nodes_[node]->edges.empty()) untie(node, nodes_[node]->edges.back().other);
  for (const std::uint32_t k : nodes_[node]->keys) {
    const Holders bucket = index_.holders(k);
    const std::size_t at = place_in(bucket, node);
    for (std::size_t i = at > kWindow ? at - kWindow : 0; i < at; ++i)
      if (i + kWindow + 1 < bucket.size() && i + kWindow + 1 > at) closer(bucket[i], bucket[i + kWindow + 1]);
    index_.take(k, node);
  }
  if (nodes_[node]->block != 0) dirty_blocks_.push_back(nodes_[node]->block);
  nodes_[node].reset();
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
    nodes_.push_back(std::make_unique<Node>());
    Node& node = *nodes_.back();
    node.report = report;
    node.group = std::move(g);
    if (node.group.war_total()) {
      const std::string country = war_key(node.group);
      wars_[country].push_back(number);
      wars_of_report_[report].emplace_back(country, number);
      war_groups_.erase(country);
      continue;
    }
    const auto [weak, background, day] = happening_order(node.group);
    node.order = {weak, background, day, first_letters(view_.report(node.group.entries().front().facts->report).id)};
    node.keys = block_keys(node.group);
    insert(number);
    mine.push_back(number);
  }
}

void Blocks::relink(std::uint32_t a, std::uint32_t b) {
  const auto x = of_report_.find(a), y = of_report_.find(b);
  if (x == of_report_.end() || y == of_report_.end()) return;
  const bool link = linked(linked_, a, b);
  for (const std::uint32_t one : x->second)
    for (const std::uint32_t other : y->second) link_nodes(one, other, link);
}

// All that hang together with `start` by the fits of a step and better; false where they are more than a block holds. What is
// known of a large part is remembered for all of it that was met.
bool Blocks::walk(std::uint32_t start, std::uint8_t step, std::vector<std::uint32_t>& part) {
  const double least = kMayBe + kStep * step;
  const std::size_t most = step == kLastStep ? nodes_.size() : kLargest;
  part = {start};
  nodes_[start]->seen = ++walk_;
  bool large = false;
  for (std::size_t i = 0; i < part.size() && !large; ++i)
    for (const Edge& e : nodes_[part[i]]->edges) {
      Node& other = *nodes_[e.other];
      if (e.score() < least || other.seen == walk_) continue;
      other.seen = walk_;
      part.push_back(e.other);
      large = part.size() > most || (other.big_settled == settling_ && other.big > step);
      if (large) break;
    }
  if (!large) return true;
  for (const std::uint32_t n : part) {
    Node& node = *nodes_[n];
    if (node.big_settled != settling_) node.big_settled = settling_, node.big = 0;
    node.big = std::max(node.big, static_cast<std::uint8_t>(step + 1));
  }
  return false;
}

std::vector<std::uint32_t> Blocks::part_of(std::uint32_t node) {
  std::vector<std::uint32_t> out;
  const Node& n = *nodes_[node];
  for (std::uint8_t step = n.big_settled == settling_ ? n.big : 0; step <= kLastStep; ++step)
    if (walk(node, step, out)) break;
  return out;
}

void Blocks::make_block(std::vector<std::uint32_t> nodes, std::unordered_map<std::uint32_t, Block>& old) {
  std::sort(nodes.begin(), nodes.end(), [&](auto a, auto b) { return before_node(a, b); });
  Block block{std::move(nodes), {}};
  bool touched = false;
  for (const std::uint32_t n : block.nodes) touched = touched || nodes_[n]->touched, nodes_[n]->touched = false;
  const auto same = old.find(block.nodes.front());
  if (!touched && same != old.end() && same->second.nodes == block.nodes) {
    block.groups = std::move(same->second.groups);
  } else if (block.nodes.size() > 1) {
    std::vector<Group> all;
    for (const std::uint32_t n : block.nodes) all.push_back(nodes_[n]->group);
    block.groups = join_happenings(view_, std::move(all), linked_);
  }
  for (const std::uint32_t n : block.nodes) nodes_[n]->block = next_block_;
  blocks_.emplace(next_block_++, std::move(block));
}

std::size_t Blocks::settle() {
  ++settling_;
  std::vector<std::vector<std::uint32_t>> parts;
  std::unordered_map<std::uint32_t, Block> old;  // by the first happening
  std::size_t met = 0;
  // What else was in a block that changed may have lost its hold on it, so it is looked at too.
  const auto open = [&](std::uint32_t number, std::vector<std::uint32_t>& todo) {
    const auto found = blocks_.find(number);
    if (found == blocks_.end()) return;
    Block block = std::move(found->second);
    blocks_.erase(found);
    for (const std::uint32_t n : block.nodes)
      if (nodes_[n]) nodes_[n]->block = 0, todo.push_back(n);
    old.emplace(block.nodes.front(), std::move(block));
  };
  std::vector<std::uint32_t> todo = std::move(dirty_);
  dirty_.clear();
  for (const std::uint32_t number : dirty_blocks_) open(number, todo);
  dirty_blocks_.clear();
  for (std::size_t i = 0; i < todo.size(); ++i) {
    if (!nodes_[todo[i]]) continue;
    Node& node = *nodes_[todo[i]];
    node.dirty = false;
    if (node.settled == settling_) continue;
    if (node.block != 0) open(node.block, todo);
    parts.push_back(part_of(todo[i]));
    met += parts.back().size();
    for (const std::uint32_t n : parts.back()) {
      nodes_[n]->settled = settling_;
      if (nodes_[n]->block != 0) open(nodes_[n]->block, todo);
    }
  }
  for (auto& p : parts) make_block(std::move(p), old);
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
      std::sort(order.begin(), order.end(), [&](auto a, auto b) { return before(view_, nodes_[a]->group, nodes_[b]->group); });
      for (const std::uint32_t n : order)
        at->second.absorb(nodes_[n]->group, n == order.front() ? Reasons() : Reasons{Reason::kWarTotal}, 0);
    }
    out.push_back(&at->second);
  }
  return out;
}

}  // namespace attest
