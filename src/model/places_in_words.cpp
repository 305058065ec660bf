#include "model/places_in_words.h"

#include <algorithm>
#include <utility>

namespace attest {
namespace {

// The provinces that many places lie in, those of most places first; empty where most places have none.
std::vector<std::string> provinces_of(const std::vector<Located>& places) {
  std::vector<std::pair<std::string, int>> out;
  std::size_t without = 0;
  for (const Located& p : places) {
    if (p.precision == Precision::kCountry) continue;
    if (p.admin1.empty()) {
      ++without;
      continue;
    }
    const auto known = std::find_if(out.begin(), out.end(), [&](const auto& entry) { return entry.first == p.admin1; });
    if (known == out.end()) out.emplace_back(p.admin1, 1);
    else ++known->second;
  }
  if (2 * without > places.size()) return {};
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> names;
  for (auto& [name, count] : out) names.push_back(std::move(name));
  return names;
}

}  // namespace

std::string places_in_words(const std::optional<Located>& place, const std::vector<Located>& places) {
  if (place) return place->name;
  if (places.empty()) return {};
  if (places.size() == 1) return places[0].name;
  if (places.size() == 2) return places[0].name + " and " + places[1].name;
  const auto shortened = [](const std::string& first, const std::string& second, std::size_t others, const char* what) {
    if (others == 0) return first + " and " + second;
    return first + ", " + second + " and " + std::to_string(others) + " other " + what + (others > 1 ? "s" : "");
  };
  if (const auto provinces = provinces_of(places); provinces.size() > 1)
    return shortened(provinces[0], provinces[1], provinces.size() - 2, "province");
  return shortened(places[0].name, places[1].name, places.size() - 2, "place");
}

}  // namespace attest
