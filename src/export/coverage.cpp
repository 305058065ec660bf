// Who told of anything, where and when. What nobody told has no number here: silence is not zero.
#include <algorithm>
#include <map>
#include <set>

#include "export/export.h"
#include "export/register_rows.h"
#include "export/text_layout.h"
#include "export/view_context.h"
#include "export/words.h"

namespace attest {
namespace {

constexpr std::size_t kMostOrigins = 10;   // columns of the text; csv has all
constexpr std::int64_t kMostDays = 366;    // silent days are listed for a year at most

struct Grid {
  std::map<std::string, std::map<std::int64_t, std::map<std::string, int>>> figures;  // place, day, origin
  std::map<std::string, int> origins;                                                 // figures in all
};

// Figures of one day's happening: those whose words, or else whose incident, name one day, at a place that a shared page gives.
Grid grid_of(const Dossier& dossier, std::span<const Analysis> analyses, const Redactor& redactor) {
  const ViewContext context(dossier, analyses, redactor);
  Grid out;
  for (const auto& i : dossier.incidents) {
    if (!i.place || context.care_for(i) != Care::kNone) continue;
    const std::string place = redactor.label(i.place->name) + (i.place->precision == Precision::kSettlement || i.place->precision == Precision::kPoint ? "" : " (" + std::string(name(i.place->precision)) + ")");
    for (const auto& t : i.tolls)
      for (const auto& r : t.readings)
        for (const auto& ref : r.claims) {
          const Claim* c = context.claim(ref);
          if (!c || r.note.rfind("names only", 0) == 0) continue;
          const Interval& days = c->time.days.start ? c->time.days : i.days;
          if (!days.start || days.end != days.start) continue;
          const std::string origin = r.origin.empty() ? "no source given" : context.source_name(r.origin);
          ++out.figures[place][days.start->days()][origin];
          ++out.origins[origin];
        }
  }
  return out;
}

std::string silent_days(const std::map<std::int64_t, std::map<std::string, int>>& told, std::int64_t first, std::int64_t last) {
  std::string out;
  int runs = 0;
  for (std::int64_t day = first; day <= last && last - first <= kMostDays;) {
    if (told.count(day) > 0) {
      ++day;
      continue;
    }
    std::int64_t end = day;
    while (end + 1 <= last && told.count(end + 1) == 0) ++end;
    if (++runs <= 6) out += (out.empty() ? "" : "; ") + days_words({Date::from_days(day), Date::from_days(end)});
    day = end + 1;
  }
  return runs > 6 ? out + " and others" : out;
}

}  // namespace

std::string coverage_csv(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon) {
  const Grid grid = grid_of(dossier, analyses, Redactor::shared(dossier, analyses, lexicon));
  std::string out = csv_line({"day", "place", "origin", "figures"});
  for (const auto& [place, days] : grid.figures)
    for (const auto& [day, origins] : days)
      for (const auto& [origin, n] : origins) out += csv_line({Date::from_days(day).iso(), place, origin, std::to_string(n)});
  return out;
}

std::string coverage_text(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon, const TextStyle& style) {
  const Grid grid = grid_of(dossier, analyses, Redactor::shared(dossier, analyses, lexicon));
  std::vector<std::pair<std::string, int>> columns(grid.origins.begin(), grid.origins.end());
  std::stable_sort(columns.begin(), columns.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  const bool cut = columns.size() > kMostOrigins;
  if (cut) columns.resize(kMostOrigins);
  TextLayout out(style);
  out.heading("Coverage: who gives a figure, where and for which day");
  out.paragraph("The cells count figures, not people. A dot means that no figure was found: silence is not zero.");
  if (cut) out.paragraph("The " + std::to_string(kMostOrigins) + " origins with most figures; the csv has all.");
  std::int64_t first = 0, last = -1;
  for (const auto& [place, days] : grid.figures) {
    first = last < first ? days.begin()->first : std::min(first, days.begin()->first);
    last = std::max(last, days.rbegin()->first);
  }
  std::vector<std::string> head = {"Place", "Day"};
  for (const auto& [origin, n] : columns) head.push_back(origin);
  std::vector<std::vector<TextLayout::Cell>> rows;
  for (const auto& [place, days] : grid.figures)
    for (const auto& [day, origins] : days) {
      std::vector<TextLayout::Cell> row = {{day == days.begin()->first ? place : "", TextLayout::Look::kStrong}, {Date::from_days(day).iso(), TextLayout::Look::kPlain}};
      for (const auto& [origin, n] : columns) {
        const auto it = origins.find(origin);
        row.push_back(it == origins.end() ? TextLayout::Cell{"·", TextLayout::Look::kSoft} : TextLayout::Cell{std::to_string(it->second), TextLayout::Look::kStrong});
      }
      rows.push_back(std::move(row));
    }
  out.blank();
  if (!rows.empty()) out.table(head, rows);
  if (!rows.empty()) out.subheading("Days for which nobody gives a figure");
  for (const auto& [place, days] : grid.figures)
    if (const std::string silent = silent_days(days, first, last); !silent.empty()) out.paragraph("- " + place + ": " + silent + ".", 0, 2, TextLayout::Look::kSoft);
  if (grid.figures.empty()) out.paragraph("No figure is tied to one day and one place.");
  return std::move(out).str();
}

}  // namespace attest
