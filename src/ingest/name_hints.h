#pragma once
// What class names and ids say: the words that page templates use.
#include <string_view>
#include <unordered_map>

#include "ingest/page_hints.h"

namespace attest {

// Which of two hints of one element counts: what it is never, then the report, then noise.
Hint stronger(Hint a, Hint b);

// The hint of a class list or an id. Capitals within a name begin a word.
Hint hint_of_names(std::string_view names);

// Templates repeat few names many times: each is judged once a page.
class NameHints {
 public:
  Hint of(std::string_view names) {
    if (names.empty()) return Hint::kNone;
    const auto [it, fresh] = known_.try_emplace(names, Hint::kNone);
    if (fresh) it->second = hint_of_names(names);
    return it->second;
  }

 private:
  std::unordered_map<std::string_view, Hint> known_;  // looked up only
};

}  // namespace attest
