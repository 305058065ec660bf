#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "link/key_table.h"
#include "link/passages.h"

namespace attest {

// A passage that two reports share: its span in the one report and in the other.
struct SharedPassage {
  Span a, b;
  std::uint32_t words = 0;  // content words that align
};

// What makes passages the same, and reports share them. The figures are our own proposal, set on edited copies planted among
// reports that are independent (tests/gate/planted.py).
struct SharingRule {
  std::size_t common;       // a key in more reports than this is a formula and joins nobody
  std::uint32_t words;      // least aligned content words of a pair of passages
  double of_longer;         // least share of the longer passage's words that aligns …
  double of_shorter;        // … or else of the shorter one's, where a passage was cut
  std::uint32_t all_words;  // least aligned words in all passages of two reports
  double of_report;         // least share of the words of the report that has fewer
  double alone;             // the same where they share one passage only
};
inline constexpr SharingRule kSharedSentences{40, 5, 0.5, 0.75, 10, 0.10, 0.2};
inline constexpr SharingRule kSharedQuotes{200, 4, 0.6, 0.8, 5, 0, 0};

// Which reports share passages, kept up to date as reports come and go. It is a function of the set of reports alone: what was
// added first changes nothing. The passages must outlive their stay.
//
// Two reports are compared where they meet under a key. Of the holders of a key, in the order of their days, each meets the
// earliest few and its nearest neighbours: a text that a hundred outlets took over is told by its first, and costs a hundred
// comparisons, not five thousand.
class SharedPassages {
 public:
  explicit SharedPassages(const SharingRule& rule) : rule_(rule) {}

  // Both give the reports with which sharing began or ended, sorted, without the report itself.
  std::vector<std::uint32_t> add(std::uint32_t report, const Passages& passages);
  std::vector<std::uint32_t> remove(std::uint32_t report);

  // The reports with which one shares passages, sorted.
  const std::vector<std::uint32_t>& of(std::uint32_t report) const;
  // What two reports share, the longest first; the spans of `a` are the first.
  std::vector<SharedPassage> between(std::uint32_t a, std::uint32_t b) const;

 private:
  using Pair = std::pair<std::uint32_t, std::uint32_t>;  // report indices, the smaller first
  using Holders = std::span<const std::uint32_t>;        // of a key, in the order of `before`

  bool live(std::size_t holders) const { return holders > 1 && holders <= rule_.common; }
  bool before(std::uint32_t a, std::uint32_t b) const;
  void met(const Holders& all, std::size_t at, std::vector<Pair>& out) const;
  void lost(const Holders& all, std::size_t newcomer, std::vector<Pair>& out) const;
  bool meet(std::uint32_t a, std::uint32_t b) const;
  void compare(std::vector<Pair> pairs, std::vector<std::uint32_t>& changed);
  void part(std::vector<Pair> pairs, std::vector<std::uint32_t>& changed);
  bool sharing(std::uint32_t a, std::uint32_t b) const;
  void set(std::uint32_t a, std::uint32_t b, bool share);

  SharingRule rule_;
  KeyTable index_;
  std::vector<const Passages*> passages_;           // by report; null: not here
  std::vector<std::vector<std::uint32_t>> shared_;  // by report
};

}  // namespace attest
