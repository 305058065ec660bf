#pragma once
// The toll over time: one stepped line an origin, a mark for each reading, a bar where the words give an interval and an arrow where an end is
// open. Origins differ by shape of mark and by dash, never by colour alone; the band is the range of a policy.
#include <optional>
#include <string>

#include "export/markup.h"
#include "export/view.h"

namespace attest {

struct ChartSize {
  double width = 760;
  bool labels = true;   // origins' names at the right end; a narrow chart has only its key
  std::string id;       // unique in the page
};

// nullopt where fewer than two dated readings stand or the numbers may not be shown.
std::optional<Markup> toll_chart(const ViewToll& toll, const ChartSize& size);
// The mark of an origin by itself, for the key below a chart.
Markup chart_mark(int origin, bool standing);
inline constexpr int kChartOrigins = 8;  // further ones share the last mark

}  // namespace attest
