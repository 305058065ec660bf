#pragma once
#include <string>
#include <unordered_set>
#include <vector>

#include "link/names_in_report.h"
#include "link/place_relation.h"

namespace attest {

// The names of one report as a case holds them: every string and place of the case once.
struct HeldName {
  const std::string* key = nullptr;
  const std::string* name = nullptr;
  const Located* at = nullptr;
  std::uint32_t first_span = 0;  // in HeldNames::spans; to that of the next name
  MentionType type = MentionType::kOrganisation;
};

struct HeldNames {
  std::vector<HeldName> all;
  std::vector<Span> spans;
  std::vector<SameHere> same;

  std::span<const Span> spans_of(std::uint32_t index) const {
    const std::size_t end = index + 1 < all.size() ? all[index + 1].first_span : spans.size();
    return std::span(spans).subspan(all[index].first_span, end - all[index].first_span);
  }
};

class NamePool {
 public:
  explicit NamePool(PlacePool& places) : places_(places) {}
  HeldNames hold(NamesHere names) {
    HeldNames out;
    out.all.reserve(names.all.size());
    for (NamedHere& n : names.all) {
      const Located* at = n.at ? &places_.keep({"", "", std::move(*n.at)})->at : nullptr;
      out.all.push_back({&*strings_.insert(std::move(n.key)).first, &*strings_.insert(std::move(n.name)).first, at,
                         static_cast<std::uint32_t>(out.spans.size()), n.type});
      out.spans.insert(out.spans.end(), n.spans.begin(), n.spans.end());
    }
    out.spans.shrink_to_fit();
    out.same = std::move(names.same);
    return out;
  }

 private:
  PlacePool& places_;
  std::unordered_set<std::string> strings_;
};

}  // namespace attest
