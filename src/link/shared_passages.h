#pragma once
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "link/passages.h"

namespace attest {

// A passage that two reports share: its span in the one report and in the other.
struct SharedPassage {
  Span a, b;
  std::uint32_t words = 0;  // content words that align
};

// What makes passages the same, and reports share them. The figures are our own proposal, set on edited copies planted among reports that
// are independent (tests/gate/planted.py).
struct SharingRule {
  std::size_t common;      // a key in more reports than this is a formula and joins nobody
  std::uint32_t words;     // least aligned content words of a pair of passages
  double of_longer;        // least share of the longer passage's words that aligns …
  double of_shorter;       // … or else of the shorter one's, where a passage was cut
  std::uint32_t all_words; // least aligned words in all passages of two reports
  double of_report;        // least share of the words of the report that has fewer
  double alone;            // the same where they share one passage only
};
inline constexpr SharingRule kSharedSentences{40, 5, 0.5, 0.75, 10, 0.10, 0.2};
inline constexpr SharingRule kSharedQuotes{200, 4, 0.6, 0.8, 5, 0, 0};

// Which reports share passages, kept up to date as reports come and go. It is a function of the set of reports alone: what was added
// first changes nothing. No pair is looked at that no key joins. The passages must outlive their stay.
class SharedPassages {
 public:
  explicit SharedPassages(const SharingRule& rule) : rule_(rule) {}
  using Pair = std::pair<std::uint32_t, std::uint32_t>;  // report indices, the smaller first

  // Both give the reports with which sharing began, changed or ended, sorted, without the report itself.
  std::vector<std::uint32_t> add(std::uint32_t report, const Passages& passages);
  std::vector<std::uint32_t> remove(std::uint32_t report);

  // The reports with which one shares passages.
  const std::map<std::uint32_t, std::vector<SharedPassage>>& of(std::uint32_t report) const;

 private:
  // Who has a key: chains in one pool, for most keys stand in one report only and there are millions.
  struct Place {
    std::uint32_t report, passage, next;
  };
  struct Holders {
    std::uint32_t first = kEnd, reports = 0;
  };
  static constexpr std::uint32_t kEnd = 0xffffffff;

  bool live(const Holders& h) const { return h.reports > 1 && h.reports <= rule_.common; }
  template <class Visit>
  void each(const Holders& h, Visit visit) const {
    for (std::uint32_t at = h.first; at != kEnd; at = pool_[at].next) visit(pool_[at]);
  }
  void put(std::uint64_t key, std::uint32_t report, std::uint32_t passage, std::vector<Pair>& changed);
  void take(std::uint64_t key, std::uint32_t report, std::vector<Pair>& changed);
  void all_pairs(const Holders& h, std::vector<Pair>& out) const;
  std::vector<std::uint32_t> settle(std::vector<Pair> pairs);
  std::vector<SharedPassage> compare(std::uint32_t a, std::uint32_t b) const;
  bool settle(std::uint32_t a, std::uint32_t b);  // whether anything changed

  SharingRule rule_;
  std::unordered_map<std::uint64_t, Holders> index_;  // only looked up, never walked
  std::vector<Place> pool_;
  std::uint32_t free_ = kEnd;
  std::unordered_map<std::uint32_t, const Passages*> passages_;
  std::unordered_map<std::uint32_t, std::map<std::uint32_t, std::vector<SharedPassage>>> shared_;
};

}  // namespace attest
