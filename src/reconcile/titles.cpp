#include "reconcile/titles.h"

#include <array>

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

std::string places_in_words(const LinkedIncident& i) {
  if (i.place) return i.place->name;
  if (i.places.empty()) return "place unknown";
  std::string out = i.places[0].name;
  if (i.places.size() == 1) return out;
  if (i.places.size() == 2) return out + " and " + i.places[1].name;
  return out + ", " + i.places[1].name + " and " + std::to_string(i.places.size() - 2) + " other place" + (i.places.size() > 3 ? "s" : "");
}

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
  if (incident.war_total) return "Totals of the war, " + places_in_words(incident);
  return std::string(harm_word(harm)) + ", " + places_in_words(incident) + ", " + days_in_words(incident.days);
}

}  // namespace attest
