#pragma once
#include <string>
#include <utility>
#include <vector>

#include "link/names_in_report.h"
#include "link/passages.h"

namespace attest {

// What linking reads from one report's words. Worked out from the report alone, so in any number of threads; after it the tokens
// are needed no more.
struct ReportMarks {
  Passages sentences, quotes;
  std::vector<std::pair<std::string, Span>>
      credits;  // agencies (ids of the lists) whose copy the report says it is, with where it says so
  NamesHere names;
};

class MarkReader {
 public:
  explicit MarkReader(const Knowledge& know) : know_(know), content_(know.lexicon) {}
  ReportMarks read(const Analysis& analysis) const;

 private:
  const Knowledge& know_;
  ContentWords content_;
};

// Drops what linking needs no more once the marks are read: tokens, and findings other than claims and the report's days. A case
// of many reports fits into memory by it.
void compact(Analysis& analysis);
// Drops of the claims what the linker needs no more once it has them: places, days, rules, other readings.
void strip_claims(Analysis& analysis);

}  // namespace attest
