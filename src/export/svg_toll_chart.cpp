#include "export/svg_toll_chart.h"

#include <algorithm>
#include <array>

#include "export/svg_scale.h"
#include "export/words.h"

namespace attest {
namespace {

constexpr std::array<const char*, kChartOrigins> kDashes = {"", "7 3", "2 3", "9 3 2 3", "4 4", "12 4", "1 4", "6 2 1 2"};

std::optional<Date> day_of(const ViewReading& r) { return r.as_of ? r.as_of : r.stated_on; }
std::optional<std::int64_t> value_of(const ViewReading& r) { return r.point ? r.point : r.low ? r.low : r.high; }
int mark_of(int origin) { return std::min(origin, kChartOrigins - 1); }

std::string points(std::initializer_list<std::pair<double, double>> list) {
  std::string out;
  for (const auto& [x, y] : list) out += (out.empty() ? "" : " ") + coordinate(x) + "," + coordinate(y);
  return out;
}

// A shape of its own for each origin; hollow where the reading no longer stands.
void draw_mark(Markup& svg, int origin, double x, double y, bool standing) {
  const std::string look = std::string(standing ? "m on o" : "m off o") + std::to_string(mark_of(origin));
  constexpr double r = 4.5;
  switch (mark_of(origin)) {
    case 0: svg.empty("circle", {{"class", look}, {"cx", coordinate(x)}, {"cy", coordinate(y)}, {"r", coordinate(r)}}); break;
    case 1: svg.empty("rect", {{"class", look}, {"x", coordinate(x - 4)}, {"y", coordinate(y - 4)}, {"width", "8"}, {"height", "8"}}); break;
    case 2: svg.empty("polygon", {{"class", look}, {"points", points({{x, y - 5.5}, {x + 5.2, y + 4}, {x - 5.2, y + 4}})}}); break;
    case 3: svg.empty("polygon", {{"class", look}, {"points", points({{x, y - 6}, {x + 6, y}, {x, y + 6}, {x - 6, y}})}}); break;
    case 4: svg.empty("polygon", {{"class", look}, {"points", points({{x, y + 5.5}, {x + 5.2, y - 4}, {x - 5.2, y - 4}})}}); break;
    case 5: svg.empty("polygon", {{"class", look}, {"points", points({{x - 3, y - 5}, {x + 3, y - 5}, {x + 6, y}, {x + 3, y + 5}, {x - 3, y + 5}, {x - 6, y}})}}); break;
    case 6: svg.empty("path", {{"class", look + " line"}, {"d", "M" + coordinate(x - 5) + " " + coordinate(y) + "h10M" + coordinate(x) + " " + coordinate(y - 5) + "v10"}}); break;
    default: svg.empty("path", {{"class", look + " line"}, {"d", "M" + coordinate(x - 4) + " " + coordinate(y - 4) + "l8 8M" + coordinate(x + 4) + " " + coordinate(y - 4) + "l-8 8"}}); break;
  }
}

struct Dot {
  const ViewReading* reading;
  Date day;
  std::int64_t value;
  double x = 0, y = 0;
};

// Draws one chart; coordinates are CSS pixels of a page that is not zoomed.
class TollChart {
 public:
  TollChart(const ViewToll& toll, const ChartSize& size) : toll_(toll), size_(size) {
    for (const auto& r : toll.readings)
      if (const auto day = day_of(r); day && value_of(r)) dots_.push_back({&r, *day, *value_of(r)});
  }

  bool worth_drawing() const { return dots_.size() >= 2 && !toll_.coarse; }

  Markup draw() {
    place();
    svg_.open("svg", {{"class", size_.labels ? "chart wide" : "chart narrow"}, {"viewBox", "0 0 " + coordinate(size_.width) + " " + coordinate(kHeight)},
                      {"role", "img"}, {"aria-labelledby", size_.id + "-t " + size_.id + "-d"}});
    svg_.element("title", toll_.heading + " over time, by origin", {{"id", size_.id + "-t"}});
    svg_.element("desc", description(), {{"id", size_.id + "-d"}});
    bands();
    axes();
    for (std::size_t o = 0; o < toll_.origins.size(); ++o) origin_line(static_cast<int>(o));
    for (const auto& dot : dots_) reading(dot);
    if (size_.labels) names();
    svg_.close("svg");
    return std::move(svg_);
  }

 private:
  static constexpr double kHeight = 300, kTop = 26, kBottom = 262;

  void place() {
    std::int64_t largest = 1;
    days_.first = dots_.front().day.days(), days_.last = days_.first;
    for (const auto& d : dots_) {
      largest = std::max({largest, d.value, d.reading->high.value_or(0)});
      days_.first = std::min(days_.first, d.day.days()), days_.last = std::max(days_.last, d.day.days());
    }
    for (const auto& e : toll_.estimates) largest = std::max({largest, e.high.value_or(0), e.low.value_or(0)});
    counts_ = CountScale::for_values(largest, kBottom, kTop);
    left_ = 14 + 7.0 * static_cast<double>(number_words(counts_.top).size());
    right_ = size_.width - (size_.labels ? 188 : 14);
    days_.left = left_ + 22, days_.right = right_ - 18;
    for (auto& d : dots_) d.x = days_.x(d.day), d.y = counts_.y(d.value);
    spread();
  }

  // Readings of different origins that fall on the same spot stand side by side.
  void spread() {
    for (std::size_t i = 0; i < dots_.size(); ++i) {
      int same = 0;
      for (std::size_t k = 0; k < i; ++k) same += dots_[k].day == dots_[i].day && std::abs(counts_.y(dots_[k].value) - counts_.y(dots_[i].value)) < 9;
      if (same > 0) dots_[i].x += (same % 2 ? 1 : -1) * 11.0 * ((same + 1) / 2);
    }
  }

  std::string description() const {
    std::string out = "Stepped lines show each origin's figures by the day for which they hold. ";
    for (const auto& d : dots_) out += (d.reading->origin.empty() ? std::string("No source") : d.reading->origin) + ": " + d.reading->figure + " on " + day_words(d.day) + ", " + d.reading->status + ". ";
    return out + "The table below holds the same figures.";
  }

  void bands() {
    for (const auto& e : toll_.estimates) {
      if (!e.low && !e.high && !e.best) continue;
      const auto bottom = e.low ? counts_.y(*e.low) : e.best ? counts_.y(*e.best) : kBottom;
      const auto top = e.high ? counts_.y(*e.high) : kTop;
      svg_.open("g", {{"class", "policy " + e.policy}});
      svg_.empty("rect", {{"class", e.high ? "band" : "band open"}, {"x", coordinate(left_)}, {"y", coordinate(top)}, {"width", coordinate(right_ - left_)},
                          {"height", coordinate(std::max(2.0, bottom - top))}});
      if (e.best) svg_.empty("line", {{"class", "bestline"}, {"x1", coordinate(left_)}, {"x2", coordinate(right_)}, {"y1", coordinate(counts_.y(*e.best))}, {"y2", coordinate(counts_.y(*e.best))}});
      svg_.element("text", e.title + ": " + range_words(e.low, e.high) + (e.best ? ", best " + number_words(*e.best) : ""), {{"class", "bandname"}, {"x", coordinate(left_ + 2)}, {"y", "14"}});
      svg_.close("g");
    }
  }

  void axes() {
    for (const auto& tick : counts_.ticks()) {
      svg_.empty("line", {{"class", "grid"}, {"x1", coordinate(left_)}, {"x2", coordinate(right_)}, {"y1", coordinate(tick.at)}, {"y2", coordinate(tick.at)}});
      svg_.element("text", tick.label, {{"class", "tick"}, {"x", coordinate(left_ - 6)}, {"y", coordinate(tick.at + 4)}, {"text-anchor", "end"}});
    }
    for (const auto& tick : days_.ticks(size_.labels ? 8 : 4)) {
      svg_.empty("line", {{"class", "axis"}, {"x1", coordinate(tick.at)}, {"x2", coordinate(tick.at)}, {"y1", coordinate(kBottom)}, {"y2", coordinate(kBottom + 5)}});
      svg_.element("text", tick.label, {{"class", "tick"}, {"x", coordinate(tick.at)}, {"y", coordinate(kBottom + 20)}, {"text-anchor", "middle"}});
    }
    svg_.empty("line", {{"class", "axis"}, {"x1", coordinate(left_)}, {"x2", coordinate(right_)}, {"y1", coordinate(kBottom)}, {"y2", coordinate(kBottom)}});
  }

  // A figure holds until its origin gives another; what is unsourced makes no line.
  void origin_line(int origin) {
    if (toll_.origins[static_cast<std::size_t>(origin)].empty()) return;
    std::string path;
    double y = 0;
    bool stands = true;
    for (const auto& d : dots_) {
      if (d.reading->origin_order != origin || d.reading->status == "stale") continue;
      path += path.empty() ? "M" + coordinate(d.x) + " " + coordinate(d.y) : "H" + coordinate(d.x) + "V" + coordinate(d.y);
      y = d.y;
      stands = d.reading->status == "standing";
    }
    if (path.empty()) return;
    if (stands) path += "H" + coordinate(right_);
    last_y_.emplace_back(origin, y);
    const std::string dash = kDashes[static_cast<std::size_t>(mark_of(origin))];
    if (dash.empty()) svg_.empty("path", {{"class", "step o" + std::to_string(mark_of(origin))}, {"d", path}});
    else svg_.empty("path", {{"class", "step o" + std::to_string(mark_of(origin))}, {"d", path}, {"stroke-dasharray", dash}});
  }

  void reading(const Dot& d) {
    const auto& r = *d.reading;
    svg_.open("a", {{"href", "#" + r.anchor}});
    svg_.element("title", r.figure + ", " + (r.origin.empty() ? std::string("no source given") : r.origin) + ", " + day_words(d.day) + ": " + status_words(r.status));
    const std::string bar = "bar o" + std::to_string(mark_of(r.origin_order));
    const double low = r.low ? counts_.y(*r.low) : d.y, high = r.high ? counts_.y(*r.high) : d.y;
    if (low - high > 1) svg_.empty("path", {{"class", bar}, {"d", "M" + coordinate(d.x - 4) + " " + coordinate(low) + "h8M" + coordinate(d.x) + " " + coordinate(low) + "V" + coordinate(high) + "M" + coordinate(d.x - 4) + " " + coordinate(high) + "h8"}});
    if (!r.high) svg_.empty("path", {{"class", bar}, {"d", "M" + coordinate(d.x) + " " + coordinate(d.y - 6) + "v-9m-3 4l3 -4l3 4"}});
    if (!r.low) svg_.empty("path", {{"class", bar}, {"d", "M" + coordinate(d.x) + " " + coordinate(d.y + 6) + "v9m-3 -4l3 4l3 -4"}});
    draw_mark(svg_, r.origin_order, d.x, d.y, r.status == "standing");
    if (!labelled_beside(d)) svg_.element("text", number_words(d.value), {{"class", r.status == "standing" ? "value on" : "value"}, {"x", coordinate(d.x)}, {"y", coordinate(label_y(d))}, {"text-anchor", "middle"}});
    svg_.close("a");
  }

  // The same number on the same day is written once.
  bool labelled_beside(const Dot& d) const {
    for (const auto& other : dots_) {
      if (&other == &d) return false;
      if (other.day == d.day && other.value == d.value) return true;
    }
    return false;
  }

  // Above the mark (and its arrow), below where another mark stands close above.
  double label_y(const Dot& d) const {
    const double above = d.y - (d.reading->high ? 9 : 18);
    for (const auto& other : dots_)
      if (&other != &d && std::abs(other.x - d.x) < 20 && other.y < d.y && d.y - other.y < 30) return d.y + (d.reading->low ? 18 : 27);
    return above;
  }

  void names() {
    std::sort(last_y_.begin(), last_y_.end(), [](const auto& a, const auto& b) { return a.second != b.second ? a.second < b.second : a.first < b.first; });
    double below = kTop - 20;
    for (const auto& [origin, y] : last_y_) {
      const double at = std::max(y, below + 15);
      below = at;
      svg_.empty("path", {{"class", "leader"}, {"d", "M" + coordinate(right_ + 2) + " " + coordinate(y) + "L" + coordinate(right_ + 12) + " " + coordinate(at)}});
      draw_mark(svg_, origin, right_ + 20, at, true);
      svg_.element("text", shortened(toll_.origins[static_cast<std::size_t>(origin)]), {{"class", "name"}, {"x", coordinate(right_ + 30)}, {"y", coordinate(at + 4)}});
    }
  }

  // The key below the chart has the whole name.
  static std::string shortened(const std::string& name) {
    constexpr std::size_t kMost = 24;
    std::size_t at = 0;
    for (std::size_t n = 0; at < name.size() && n < kMost; ++n) at += decode_utf8(name, at).size;
    return at >= name.size() ? name : name.substr(0, at) + "…";
  }

  const ViewToll& toll_;
  const ChartSize& size_;
  std::vector<Dot> dots_;
  CountScale counts_;
  DayScale days_;
  double left_ = 0, right_ = 0;
  std::vector<std::pair<int, double>> last_y_;
  Markup svg_;
};

}  // namespace

std::optional<Markup> toll_chart(const ViewToll& toll, const ChartSize& size) {
  TollChart chart(toll, size);
  if (!chart.worth_drawing()) return std::nullopt;
  return chart.draw();
}

Markup chart_mark(int origin, bool standing) {
  Markup svg;
  svg.open("svg", {{"class", "mark"}, {"viewBox", "0 0 16 16"}, {"width", "16"}, {"height", "16"}, {"aria-hidden", "true"}});
  draw_mark(svg, origin, 8, 8, standing);
  svg.close("svg");
  return svg;
}

}  // namespace attest
