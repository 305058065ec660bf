#pragma once
#include <map>
#include <memory>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "link/incidents.h"

namespace attest {

// The happenings of a case in blocks: sets between which no two happenings can be one incident. Incidents are worked out block by block, so a
// new report costs the blocks that it touches and no more.
//
// Two happenings may be one where they stand close under a key (day × place cell, day × province, day × figure …) or their reports share
// text, and fit at least kMayBe. Blocks are the connected parts of that; a part of more than kLargest happenings is cut along its weaker
// fits. "Close" is within kWindow of each other in the order of `before` among all happenings of the key, so a key that a thousand share
// costs no more than one that twenty share. All of this hangs on the set of happenings alone, never on who came first.
class Blocks {
 public:
  Blocks(const CaseView& view, const LinkedReports& linked) : view_(view), linked_(linked) {}

  // The happenings of a report; those that it had before go.
  void put(std::uint32_t report, std::vector<Group> happenings);
  // Works out the incidents of the blocks that changed. Gives how many happenings these blocks hold.
  std::size_t settle();
  // The incidents of all blocks and the wars' totals, in no order.
  std::vector<const Group*> incidents() const;

 private:
  struct Edge {
    std::uint32_t other = 0, support = 0;
    double score = 0;
  };
  struct Node {
    std::uint32_t report = 0;
    Group group;
    std::vector<std::uint64_t> keys;
    std::vector<Edge> edges;
    std::uint32_t block = 0;
    std::uint32_t seen = 0;  // the last walk that met it
  };
  struct Block {
    std::vector<std::uint32_t> nodes;  // in the order of `before`
    std::vector<Group> groups;         // empty where the one happening is the incident
  };
  using Bucket = std::vector<std::uint32_t>;

  bool before_node(std::uint32_t a, std::uint32_t b) const;
  void insert(std::uint32_t node);
  void erase(std::uint32_t node);
  void support(std::uint32_t a, std::uint32_t b, int change);
  void drop_edge(std::uint32_t from, std::uint32_t to);
  double score(const Node& a, const Node& b) const;
  void connect_linked(std::uint32_t node);
  std::vector<std::uint32_t> part_of(std::uint32_t start, double least, const std::unordered_set<std::uint32_t>* within);
  void cut(std::vector<std::uint32_t> part, double least, std::vector<std::vector<std::uint32_t>>& out);
  void make_block(std::vector<std::uint32_t> nodes, std::vector<Block>& old);

  const CaseView& view_;
  const LinkedReports& linked_;
  std::vector<std::unique_ptr<Node>> nodes_;  // by number; numbers are never used again
  std::unordered_map<std::uint64_t, Bucket> index_;  // looked up only
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> of_report_;
  std::unordered_map<std::uint32_t, Block> blocks_;
  std::map<std::string, std::vector<std::uint32_t>> wars_;
  std::unordered_map<std::uint32_t, std::vector<std::pair<std::string, std::uint32_t>>> wars_of_report_;
  mutable std::map<std::string, Group> war_groups_;
  std::set<std::uint32_t> dirty_;
  std::set<std::uint32_t> dirty_blocks_;
  std::uint32_t next_block_ = 1, walk_ = 0;
};

}  // namespace attest
