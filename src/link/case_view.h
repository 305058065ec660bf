#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace attest {

// The reports of a case, in an order that does not depend on the order of arrival: by id, then by input. `same_as` gives for each report the
// first one (in that order) of those that are the same report: identical bytes, or the same outlet with the same text (contract, analysis).
// The analyses must outlive it.
class CaseView {
 public:
  CaseView() = default;
  explicit CaseView(std::span<const Analysis> analyses);

  // Adds a report; its index is the number of those before. Gives the reports that stopped being the first of their kind by it.
  std::vector<std::uint32_t> add(const Analysis& analysis);
  // Fills `order` and `rank`, which hold only until the next report comes.
  void sort();

  std::size_t size() const { return analyses_.size(); }
  const Analysis& analysis(std::uint32_t index) const { return *analyses_[index]; }
  const Report& report(std::uint32_t index) const { return analyses_[index]->report; }
  bool before(std::uint32_t a, std::uint32_t b) const;
  std::uint32_t same_as(std::uint32_t index) const;
  bool is_copy(std::uint32_t index) const { return same_as(index) != index; }

  std::vector<std::uint32_t> order;  // report indices, sorted
  std::vector<std::uint32_t> rank;   // rank[order[i]] == i

 private:
  std::vector<const Analysis*> analyses_;
  mutable std::vector<std::uint32_t> first_;  // towards the first of the same reports
  std::map<std::string, std::uint32_t, std::less<>> by_id_;
  std::map<std::pair<std::string, std::uint64_t>, std::uint32_t> by_text_;
};

// Folded words of a text: lower case, no diacritics, letters and digits only, single spaces between.
std::string folded_words(std::string_view text);
std::vector<std::string> split_words(std::string_view folded);

}  // namespace attest
