#include "reconcile/titles.h"

#include <array>

#include "model/places_in_words.h"

namespace attest {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January", "February", "March", "April", "May", "June",
                                                      "July", "August", "September", "October", "November", "December"};

// The harm in Attest's own words, one for each effect of the contract.
std::string_view harm_word(Effect e) {
  switch (e) {
    case Effect::kKilled: return "Killings";
    case Effect::kWounded: return "Injuries";
    case Effect::kKilledOrWounded: return "Killings or injuries";
    case Effect::kMissing: return "People missing";
    case Effect::kDetained: return "Detentions";
    case Effect::kAbducted: return "Abductions";
    case Effect::kDisplaced: return "Displacement";
    case Effect::kAffected: return "People affected";
  }
  return "Harm";
}

std::string month_year(Date d) { return std::string(kMonths[d.month - 1U]) + " " + std::to_string(d.year); }
std::string full(Date d) { return std::to_string(d.day) + " " + month_year(d); }

}  // namespace

std::string days_in_words(const Interval& days) {
  if (!days.start && !days.end) return "day unknown";
  if (!days.start) return "until " + full(*days.end);
  if (!days.end) return "from " + full(*days.start);
  const Date a = *days.start, b = *days.end;
  if (a == b) return full(a);
  if (a.year != b.year) return full(a) + " – " + full(b);
  if (a.month != b.month) return std::to_string(a.day) + " " + std::string(kMonths[a.month - 1U]) + " – " + full(b);
  return std::to_string(a.day) + "–" + full(b);
}

std::string incident_title(const LinkedIncident& incident, Effect harm) {
  std::string where = places_in_words(incident.place, incident.places);
  if (where.empty()) where = "place unknown";
  if (incident.war_total) return "Totals of the war, " + where;
  return std::string(harm_word(harm)) + ", " + where + ", " + days_in_words(incident.days);
}

std::string listed(const std::vector<std::string>& parts, const std::string& between) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) out += (i == 0 ? "" : i + 1 == parts.size() ? between : ", ") + parts[i];
  return out;
}

}  // namespace attest
