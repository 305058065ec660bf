#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace attest {

// The reports of a case in an order that does not depend on the order of arrival: by id, then by input. `same_as` gives for each report
// the first one (in that order) that is the same report: identical bytes, or the same outlet with the same text (contract, analysis).
struct CaseView {
  explicit CaseView(std::span<const Analysis> analyses);

  std::span<const Analysis> analyses;
  std::vector<std::uint32_t> order;    // report indices, sorted
  std::vector<std::uint32_t> rank;     // rank[order[i]] == i
  std::vector<std::uint32_t> same_as;

  const Report& report(std::uint32_t index) const { return analyses[index].report; }
  bool is_copy(std::uint32_t index) const { return same_as[index] != index; }
};

// Folded words of a text: lower case, no diacritics, letters and digits only, single spaces between.
std::string folded_words(std::string_view text);
std::vector<std::string> split_words(std::string_view folded);

}  // namespace attest
