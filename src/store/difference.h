#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace attest {

// What changed from one version of a text to the next, line by line of what `units` gives (sentences): kept, gone or new.
struct DifferenceLine {
  enum class Kind { kSame, kGone, kNew };
  Kind kind = Kind::kSame;
  std::string text;
};

// The fewest lines gone and new (Myers); where more than a thousand differ, all that lies between the first and the last difference.
std::vector<DifferenceLine> difference(const std::vector<std::string>& before, const std::vector<std::string>& after);

}  // namespace attest
