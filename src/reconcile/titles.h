#pragma once
#include <string>

#include "model/model.h"

namespace attest {

// METHOD 12: harm, place, day ("Killings, Banias, 8–9 March 2025"); never a word that judges. Unknown place or day is said to be unknown.
std::string incident_title(const LinkedIncident& incident, Effect harm);
std::string days_in_words(const Interval& days);
std::string listed(const std::vector<std::string>& parts, const std::string& between = " and ");  // "A, B and C"

}  // namespace attest
