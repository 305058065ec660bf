#pragma once
#include <optional>

#include "store/interface.h"

namespace attest {

// What a person looks for. Limits on claims hold for one claim together: killed at that place on that day by that source.
struct SearchRequest {
  std::string words;
  std::string outlet, place, source;
  std::optional<Effect> effect;
  Interval days;
  std::size_t limit = 20;
};

struct SearchHit {
  ReportRow report;
  std::string text;          // the sentence or stretch that fits best
  std::vector<Span> marks;   // in `text`
  std::vector<std::string> claims;  // ids of the claims that fulfil the limits
};

// Restricted: full words of reports. Stops after `limit` hits.
Result<std::vector<SearchHit>> search_case(CaseReader& reader, const SearchRequest& request);

}  // namespace attest
