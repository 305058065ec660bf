#pragma once
// Our own words (METHOD 12): numbers, days, grades and policies as plain English. No colouring word, no party's name for another.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/model.h"

namespace attest {

// What stands beside every toll.
inline constexpr std::string_view kTollNotice = "what these reports say, not how many died";

std::string number_words(std::int64_t n);                 // 1,540
std::string day_words(const Date& day);                   // 8 March 2025
std::string day_words(const std::optional<Date>& day);    // "day not given" where unknown
std::string days_words(const Interval& days);             // 8–9 March 2025
std::string month_name(int month);                        // "Mar"
// "at least 126", "100–200", "about 70": the count as its modifier has it; without its point an interval.
std::string count_words(const Count& count);
// "126 to 145", "126 or more", "up to 145", "unknown".
std::string range_words(std::optional<std::int64_t> low, std::optional<std::int64_t> high);
std::string plural(std::int64_t n, std::string_view one, std::string_view many);  // "1 report", "3 reports"

std::string effect_heading(Effect effect);  // "Killed"
// "Killed: civilians"; scope "all" adds nothing. A shared page names no word that a report has for the people of a part.
std::string toll_heading(Effect effect, std::string_view scope, bool shared = true);
std::string spaced(std::string_view slug);  // "state_media" -> "state media"
std::string capitalised(std::string text);

std::string happened_words(std::string_view grade);
std::string how_many_words(std::string_view grade);
std::string standing_words(std::string_view standing);
std::string status_words(std::string_view status);
std::string signal_words(std::string_view signal);
std::string denial_words(std::string_view type);
std::string change_words_of(std::string_view change);    // "falls: corrected"
std::string transition_words(std::string_view kind);     // "wounded people who died"
std::string overruled_words(const Overruled& decision);  // "A person (role) set … from … to …: why"
std::string tie_words(Tie tie);
std::string certainty_words(Certainty certainty);
std::string interest_words(std::string_view interest);  // "" for none
std::string precision_words(Precision precision);
std::string policy_title(std::string_view policy);    // "UCDP"
std::string policy_rule(std::string_view policy);     // one sentence: what it counts and how it decides

}  // namespace attest
