#include "export/words.h"

#include <array>
#include <utility>

namespace attest {
namespace {

using Row = std::pair<std::string_view, std::string_view>;

template <std::size_t N>
std::string look_up(const std::array<Row, N>& rows, std::string_view key) {
  for (const auto& [name, words] : rows)
    if (name == key) return std::string(words);
  return spaced(key);
}

constexpr std::array<std::string_view, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                      "July",    "August",   "September", "October", "November", "December"};

constexpr std::array<Row, 3> kHappened = {{{"one_origin", "One origin says that it happened."},
                                           {"two_or_more", "Two or more independent origins say that it happened."},
                                           {"denied", "An origin denies that it happened."}}};

constexpr std::array<Row, 6> kHowMany = {{{"one_origin", "One origin gives the figure."},
                                          {"agree", "The latest figures agree, within 1 or 10 %."},
                                          {"compatible", "The latest figures can all be true: their bounds touch."},
                                          {"differ", "The latest figures differ; the range stands."},
                                          {"conflict", "The latest figures cannot all be true."},
                                          {"withdrawn", "Its origin withdrew the figure."}}};

constexpr std::array<Row, 6> kStandings = {
    {{"admitted", "Admitted by those who are named, in whole or in part."},
     {"claimed", "Claimed by those who are named."},
     {"alleged_and_denied", "Alleged and denied."},
     {"rival_allegations", "Rival allegations."},
     {"alleged_no_denial", "Alleged; these reports carry no denial. Silence is not assent."},
     {"nobody_named", "Nobody is named: it is said not to be known, or not claimed."}}};

constexpr std::array<Row, 5> kStatuses = {{{"standing", "stands"},
                                           {"superseded", "replaced by a later figure of the same origin"},
                                           {"stale", "repeats an older figure"},
                                           {"withdrawn", "withdrawn by its origin"},
                                           {"unsourced", "no source given: shown, never counted as an origin"}}};

constexpr std::array<Row, 8> kSignals = {{{"named", "names it as the source"},
                                          {"same_figure", "gives the same figure without a source"},
                                          {"shared_quote", "carries the same quotation"},
                                          {"shared_text", "carries the same text"},
                                          {"agency_credit", "credits the agency"},
                                          {"derived_sum", "gives a figure that the sum of its figures rounds to"},
                                          {"same_party", "is an organ of the same party"},
                                          {"same_informants", "may rest on the same informants"}}};

constexpr std::array<Row, 6> kDenials = {{{"figure", "denies the figure"},
                                          {"harm", "denies the harm"},
                                          {"presence", "denies having been there"},
                                          {"act", "denies the act"},
                                          {"status", "denies who the victims were"},
                                          {"footage", "denies the footage"}}};

constexpr std::array<Row, 6> kChanges = {{{"rise", "rises"},
                                          {"correction", "falls: a correction"},
                                          {"reclassification", "falls: people are called something else"},
                                          {"transition", "falls: people moved to another count"},
                                          {"narrower_scope", "falls: it counts less than the earlier one"},
                                          {"unexplained", "falls: no reason is given"}}};

constexpr std::array<Row, 8> kTransitions = {{{"wounded_died", "wounded people who died"},
                                              {"missing_died", "missing people who were found dead"},
                                              {"missing_found", "missing people who were found"},
                                              {"missing_detained", "missing people who turned out to be held"},
                                              {"abducted_died", "abducted people who were killed"},
                                              {"abducted_freed", "abducted people who were freed"},
                                              {"detained_freed", "detained people who were freed"},
                                              {"detained_died", "detained people who died"}}};

constexpr std::array<Row, 4> kPolicyRules = {
    {{"ucdp", "Counts all dead. Best: the latest primary figure of fitting scope, then the lower one; low and high are the lowest and highest reliable "
              "totals. Figures without a source, vague ones and a party's count of its enemy's dead can decide only the high end."},
     {"ibc", "Counts civilians killed by violence. Minimum and maximum over independent origins; where only part of the dead are called "
             "civilians, that part is the minimum and the total the maximum."},
     {"acled", "Takes the lowest of the latest figures for all dead. Vague words have fixed values. The only policy that codes an unknown as 0, and it "
               "says so."},
     {"two_origins", "The highest number that at least two independent origins support. Nothing is added above it."}}};

}  // namespace

std::string number_words(std::int64_t n) {
  std::string digits = std::to_string(n < 0 ? -n : n);
  for (std::size_t i = digits.size(); i > 3;) digits.insert(i -= 3, ",");
  return n < 0 ? "-" + digits : digits;
}

std::string day_words(const Date& day) {
  return std::to_string(day.day) + " " + std::string(kMonths[day.month - 1U]) + " " + std::to_string(day.year);
}

std::string day_words(const std::optional<Date>& day) { return day ? day_words(*day) : "day not given"; }

std::string days_words(const Interval& days) {
  if (!days.start && !days.end) return "day not given";
  if (!days.start) return "until " + day_words(*days.end);
  if (!days.end) return "from " + day_words(*days.start);
  const Date a = *days.start, b = *days.end;
  if (a == b) return day_words(a);
  const std::string month = " " + std::string(kMonths[a.month - 1U]);
  if (a.year == b.year && a.month == b.month) return std::to_string(a.day) + "–" + day_words(b);
  if (a.year == b.year) return std::to_string(a.day) + month + " – " + day_words(b);
  return day_words(a) + " – " + day_words(b);
}

std::string month_name(int month) { return std::string(kMonths[static_cast<std::size_t>(month - 1)].substr(0, 3)); }

std::string count_words(const Count& c) {
  const auto value = c.point ? c.point : c.low ? c.low : c.high;
  if (!value) return "number not stated";
  const std::string n = number_words(*value);
  switch (c.modifier) {
    case Modifier::kExact: return n;
    case Modifier::kAtLeast: return "at least " + n;
    case Modifier::kMoreThan: return "more than " + n;
    case Modifier::kAtMost: return "up to " + n;
    case Modifier::kLessThan: return "fewer than " + n;
    case Modifier::kAbout: return "about " + n;
    case Modifier::kNearly: return "nearly " + n;
    case Modifier::kRange: return range_words(c.low, c.high);
    case Modifier::kVague: return range_words(c.low ? c.low : value, c.high);
  }
  return n;
}

std::string range_words(std::optional<std::int64_t> low, std::optional<std::int64_t> high) {
  if (!low && !high) return "unknown";
  if (!high) return number_words(*low) + " or more";
  if (!low) return "up to " + number_words(*high);
  if (*low == *high) return number_words(*low);
  return number_words(*low) + " to " + number_words(*high);
}

std::string plural(std::int64_t n, std::string_view one, std::string_view many) {
  return number_words(n) + " " + std::string(n == 1 ? one : many);
}

std::string spaced(std::string_view slug) {
  std::string out(slug);
  for (char& c : out)
    if (c == '_') c = ' ';
  return out;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string effect_heading(Effect effect) { return capitalised(spaced(name(effect))); }

std::string toll_heading(Effect effect, std::string_view scope, bool shared) {
  if (scope.empty() || scope == "all") return effect_heading(effect);
  static constexpr std::array<Row, 2> kScopes = {{{"civilian", "civilians"}, {"combatant", "combatants"}}};
  static constexpr std::string_view kPartOf = "part: ";
  std::string rest;
  if (const auto comma = scope.find(','); comma != std::string_view::npos) rest = scope.substr(comma), scope = scope.substr(0, comma);
  if (scope == "all") return effect_heading(effect) + rest;
  if (scope.substr(0, kPartOf.size()) == kPartOf) {
    const std::string_view of = scope.substr(kPartOf.size());
    const bool own_words = of == "single people" || of.substr(0, 3) == "in ";
    return effect_heading(effect) + ": " + (of == "single people" ? "single people" : shared && !own_words ? "a part of them" : "part, " + std::string(of));
  }
  if (scope == "part") return effect_heading(effect) + ": parts of them";
  return effect_heading(effect) + ": " + look_up(kScopes, scope) + rest;
}

std::string change_words_of(std::string_view change) { return change.empty() ? "" : look_up(kChanges, change); }
std::string transition_words(std::string_view kind) { return look_up(kTransitions, kind); }

std::string overruled_words(const Overruled& o) {
  std::string out = "A person" + (o.by.empty() ? std::string() : " (" + o.by + ")") + (o.day ? ", on " + day_words(*o.day) + "," : "");
  out += " decided on this " + spaced(o.what) + ": " + (o.was.empty() ? "" : "was " + spaced(o.was) + ", ") + "now " + spaced(o.now);
  return out + (o.why.empty() ? "." : ". Reason: " + o.why + ".");
}

std::string happened_words(std::string_view grade) { return grade.empty() ? "" : look_up(kHappened, grade); }
std::string how_many_words(std::string_view grade) { return grade.empty() ? "No figure with a source to grade." : look_up(kHowMany, grade); }
std::string standing_words(std::string_view standing) { return standing.empty() ? "Not graded." : look_up(kStandings, standing); }
std::string status_words(std::string_view status) { return look_up(kStatuses, status); }
std::string signal_words(std::string_view signal) { return look_up(kSignals, signal); }
std::string denial_words(std::string_view type) { return look_up(kDenials, type); }

std::string tie_words(Tie tie) {
  switch (tie) {
    case Tie::kNone: return "";
    case Tie::kOrganOf: return "organ of the party";
    case Tie::kUnderCommand: return "said to be under its command";
    case Tie::kAffiliated: return "said to be affiliated";
    case Tie::kAligned: return "said to be aligned";
    case Tie::kUnidentified: return "not identified";
  }
  return "";
}

std::string certainty_words(Certainty certainty) {
  switch (certainty) {
    case Certainty::kAsserted: return "the outlet's own words";
    case Certainty::kReported: return "reported";
    case Certainty::kAlleged: return "alleged";
    case Certainty::kDenied: return "denied";
    case Certainty::kUnverified: return "said to be unverified";
  }
  return "";
}

std::string interest_words(std::string_view interest) {
  if (interest == "own_losses") return "a party about its own losses";
  if (interest == "enemy_losses") return "a party about its enemy's losses";
  return "";
}

std::string precision_words(Precision precision) {
  if (precision == Precision::kUnknown) return "";
  return "precision: " + std::string(name(precision));
}

std::string policy_title(std::string_view policy) {
  static constexpr std::array<Row, 5> kTitles = {{{"ucdp", "UCDP"}, {"ibc", "IBC"}, {"acled", "ACLED"}, {"two_origins", "Two origins"}, {"reviewed", "Reviewed by a person"}}};
  return capitalised(look_up(kTitles, policy));
}

std::string policy_rule(std::string_view policy) { return look_up(kPolicyRules, policy); }

}  // namespace attest
