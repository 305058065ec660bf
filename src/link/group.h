#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "link/claim_facts.h"

namespace attest {

// Claims that are taken to speak of one happening, with what is known of it so far. Used for one report and across reports alike.
class Group {
 public:
  struct Entry {
    const ClaimFacts* facts = nullptr;
    std::vector<std::string> why;
    double score = 0;  // how well its happening fitted where it was joined; 0 for what opened the incident
  };

  void add(const ClaimFacts& facts, std::vector<std::string> why, double score = 0);
  void absorb(const Group& other, const std::vector<std::string>& why, double score);

  const std::vector<Entry>& entries() const { return entries_; }
  const Window& when() const { return when_; }
  const PlaceSet& where() const { return where_; }
  bool own_place() const { return own_place_; }
  bool war_total() const { return war_total_; }
  bool container() const { return container_; }     // speaks of several days
  bool background() const { return background_; }   // all its claims are background
  const std::map<Means, int>& means() const { return means_; }
  const std::map<Effect, std::set<std::int64_t>>& figures() const { return figures_; }
  const std::set<std::string>& origins() const { return origins_; }
  const std::set<std::string>& actors() const { return actors_; }
  const std::set<std::uint32_t>& reports() const { return reports_; }
  Means main_means() const;  // kNone where none is stated

 private:
  void settle_window();
  void add_places(const PlaceSet& places, int weight);

  std::vector<Entry> entries_;
  Window when_;
  PlaceSet where_;                                      // those of places_ that are named often enough to be the incident's own
  std::vector<std::pair<PlaceSet::Place, int>> places_;  // with how many claims name them
  bool own_place_ = false, war_total_ = false, container_ = false, running_ = false, background_ = true;
  struct Days {
    bool own, guess;
    std::optional<std::int64_t> first, last;
    friend auto operator<=>(const Days&, const Days&) = default;
  };
  std::map<Days, int> windows_;
  std::map<Means, int> means_;
  std::map<Effect, std::set<std::int64_t>> figures_;
  std::set<std::string> origins_, actors_;
  std::set<std::uint32_t> reports_;
};

// How well two groups fit, and why. `apart`: a date, a place or a kind of figure forbids to join them.
struct Fit {
  bool apart = false;
  double score = 0;
  std::vector<std::string> why;
};

// The weights are our own proposal: a shared day counts 3 and a shared town 3, and kJoin needs nearly both, or one of them
// with agreeing means, figure, source or text.
inline constexpr double kJoin = 5;
Fit fit(const Group& a, const Group& b);

enum class Days { kUnknown, kSame, kInside, kOverlap, kNextDay, kApart };
Days relate(const Window& a, const Window& b);

// Whether the same dead may be told of under both words ("bombing" and "other", "shelling" in a ground battle).
bool agree(Means a, Means b);

}  // namespace attest
