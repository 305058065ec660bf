#pragma once
#include <algorithm>
#include <utility>
#include <vector>

#include "link/claim_facts.h"
#include "link/why.h"

namespace attest {

// A small sorted list without repeats: a case holds several for each happening.
template <class T>
void insert_sorted(std::vector<T>& all, const T& value) {
  const auto at = std::lower_bound(all.begin(), all.end(), value);
  if (at == all.end() || *at != value) all.insert(at, value);
}

// Claims that are taken to speak of one happening, with what is known of it so far. Used for one report and across reports alike.
class Group {
 public:
  struct Entry {
    const ClaimFacts* facts = nullptr;
    Reasons why;
    double score = 0;  // how well its happening fitted where it was joined; 0 for what opened the incident
  };

  using Figures = std::vector<std::pair<Effect, std::int64_t>>;  // sorted

  void add(const ClaimFacts& facts, const Reasons& why, double score = 0);
  void absorb(const Group& other, const Reasons& why, double score);

  const std::vector<Entry>& entries() const { return entries_; }
  const Window& when() const { return when_; }
  const PlaceSet& where() const { return where_; }
  bool own_place() const { return own_place_; }
  bool war_total() const { return war_total_; }
  bool container() const { return container_; }    // speaks of several days
  bool background() const { return background_; }  // all its claims are background
  bool has_means(Means m) const;
  const Figures& figures() const { return figures_; }
  bool has_effect(Effect e) const;
  const std::vector<std::uint64_t>& origins() const { return origins_; }  // hashes, sorted, as are actors
  const std::vector<std::uint64_t>& actors() const { return actors_; }
  bool alleged() const { return alleged_; }
  const std::vector<std::uint32_t>& reports() const { return reports_; }  // sorted
  bool has_report(std::uint32_t report) const { return std::binary_search(reports_.begin(), reports_.end(), report); }
  Means main_means() const { return main_means_; }  // kNone where none is stated

 private:
  void settle_window();
  void add_means(Means means);
  void add_places(const PlaceSet& places, int weight);

  std::vector<Entry> entries_;
  Window when_;
  PlaceSet where_;  // those of places_ that are named often enough to be the incident's own
  std::vector<std::pair<const PlaceSet::Place*, int>> places_;  // with how many claims name them
  bool own_place_ = false, war_total_ = false, container_ = false, running_ = false, background_ = true, alleged_ = false;
  struct Days {
    bool own, guess;
    std::optional<std::int64_t> first, last;
    friend auto operator<=>(const Days&, const Days&) = default;
  };
  std::vector<std::pair<Days, int>> windows_;  // sorted
  std::vector<std::pair<Means, int>> means_;   // sorted
  Means main_means_ = Means::kNone;
  Figures figures_;
  std::vector<std::uint64_t> origins_, actors_;
  std::vector<std::uint32_t> reports_;
};

// How well two groups fit, and why. `apart`: a date, a place or a kind of figure forbids to join them.
struct Fit {
  bool apart = false;
  double score = 0;
  Reasons why;
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
