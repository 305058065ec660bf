#pragma once
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

#include "link/incidents.h"
#include "link/key_table.h"

namespace attest {

// The happenings of a case in blocks: sets between which no two happenings can be one incident. Incidents are worked out block by
// block, so a new report costs the blocks that it touches and no more.
//
// Two happenings may be one where they stand close under a key (day × place cell, day × province, day × figure …) or their
// reports share text, and fit at least kMayBe. Of what hangs together so, the block of a happening is the part that holds it by
// the least fit at which no more than kLargest hang together: a walk that stops there tells it, whatever the size of the case.
// "Close" is within kWindow of each other in the order of `before` among all happenings of the key, so a key that a thousand
// share costs no more than one that twenty share. All of this hangs on the set of happenings alone, never on who came first.
class Blocks {
 public:
  Blocks(const CaseView& view, const LinkedReports& linked) : view_(view), linked_(linked) {}

  // The happenings of a report; those that it had before go.
  void put(std::uint32_t report, std::vector<Group> happenings);
  // Two reports that stay began to share text, or ceased to.
  void relink(std::uint32_t a, std::uint32_t b);
  // Works out the incidents of the blocks that changed. Gives how many happenings these blocks hold.
  std::size_t settle();
  // The incidents of all blocks and the wars' totals, in no order.
  std::vector<const Group*> incidents() const;

 private:
  struct Edge {
    std::uint32_t other = 0;
    std::uint16_t support = 0;  // keys under which the two stand close; not kept up where only shared text holds them
    bool linked = false;        // their reports share text
    double fit = 0;
    double score() const { return fit + (linked ? kLinkedScore : 0); }
  };
  // What `before` compares, the report's id by its first letters.
  struct Order {
    bool weak = false, background = false;
    std::int64_t day = 0;
    std::uint64_t id = 0;
    friend auto operator<=>(const Order&, const Order&) = default;
  };
  struct Node {
    std::uint32_t report = 0;
    Order order;
    Group group;
    std::vector<std::uint32_t> keys;
    std::vector<Edge> edges;
    std::uint32_t block = 0;
    std::uint32_t seen = 0;                      // the last walk that met it
    std::uint32_t settled = 0, big_settled = 0;  // the last settling that gave it a block, or found it in a large part …
    std::uint8_t big = 0;                        // … up to this step
    bool dirty = false, touched = false;         // its ties changed; its incident must be worked out again
  };
  struct Block {
    std::vector<std::uint32_t> nodes;  // in the order of `before`
    std::vector<Group> groups;         // empty where the one happening is the incident
  };
  using Holders = std::span<const std::uint32_t>;

  bool before_node(std::uint32_t a, std::uint32_t b) const;
  std::size_t place_in(const Holders& bucket, std::uint32_t node) const;
  void insert(std::uint32_t node);
  void erase(std::uint32_t node);
  void closer(std::uint32_t a, std::uint32_t b);
  void less_close(std::uint32_t a, std::uint32_t b);
  void link_nodes(std::uint32_t a, std::uint32_t b, bool link);
  void tie(std::uint32_t a, std::uint32_t b, std::uint16_t support, bool linked, double fit);
  void untie(std::uint32_t a, std::uint32_t b);
  Edge* edge(std::uint32_t from, std::uint32_t to);
  double fit_of(std::uint32_t a, std::uint32_t b) const;
  void mark(std::uint32_t node);
  bool walk(std::uint32_t start, std::uint8_t step, std::vector<std::uint32_t>& part);
  std::vector<std::uint32_t> part_of(std::uint32_t node);
  void make_block(std::vector<std::uint32_t> nodes, std::unordered_map<std::uint32_t, Block>& old);

  const CaseView& view_;
  const LinkedReports& linked_;
  std::vector<std::unique_ptr<Node>> nodes_;  // by number; numbers are never used again
  KeyTable index_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> of_report_;
  std::unordered_map<std::uint32_t, Block> blocks_;
  std::map<std::string, std::vector<std::uint32_t>> wars_;
  std::unordered_map<std::uint32_t, std::vector<std::pair<std::string, std::uint32_t>>> wars_of_report_;
  mutable std::map<std::string, Group> war_groups_;
  std::vector<std::uint32_t> dirty_;         // happenings
  std::vector<std::uint32_t> dirty_blocks_;  // of happenings that went
  std::uint32_t next_block_ = 1, walk_ = 0, settling_ = 0;
};

}  // namespace attest
