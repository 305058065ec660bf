#pragma once
// A dossier as a reader meets it: plain strings in reading order, links by anchor. Built once, with everything that came from a report
// already through the Redactor; html, md and text only lay it out. No writer decides what may be shown.
#include <map>
#include <span>
#include <string>
#include <vector>

#include "export/redact.h"
#include "model/model.h"

namespace attest {

struct ViewLink {
  std::string text;
  std::string anchor;  // "" no target
};

struct ViewSentence {
  std::string anchor;
  Passage text;
  std::vector<std::uint32_t> claims;  // indices into the report's claims that stand in it
  bool gap_before = false;            // sentences were left out before it
};

struct ViewReport {
  int number = 0;  // from 1, in input order
  std::string anchor;
  std::string label;  // "Norr Post, 9 March 2031"
  std::string title, published, published_from, url, input, note, hash;
  std::vector<ViewSentence> sentences;  // those that something here refers to, with their neighbours
  int claims = 0;
  bool dated = false;
};

// What a link to a second claim of one report is called.
inline constexpr std::string_view kAgainThere = "again there";

struct ViewReading {
  std::string id, anchor, figure, words;  // words: the number as worded, where it says more than the figure
  std::optional<std::int64_t> low, high, point;
  std::optional<Date> as_of, stated_on;
  std::string origin;  // the source's name, "" unsourced
  std::string chain;   // how it came from there, as words: "via Agency; on “a film”"
  int origin_order = 0;  // position of the origin among the toll's, for marks in the chart
  std::string status, note, certainty, interest;
  std::vector<ViewLink> evidence;  // its claims in the report that gave it first
  std::vector<ViewLink> relays;    // the claims of the further reports that give it
  std::string change;              // how it changes the figure that it replaces; "" none
  std::string supersedes;                // the figure that it replaces
  std::vector<std::string> derived_from; // figures
  bool latest = false;
};

// Something said about an incident as a whole, with the sentences or figures that it rests on.
struct ViewFinding {
  std::string kind, text;
  std::vector<ViewLink> evidence;
};

// One line of an incident's timeline.
struct ViewMoment {
  Date day;
  std::string when, text;
  ViewLink link;
};

struct ViewSetAside {
  std::string figure, origin, anchor, reason;
};

struct ViewEstimate {
  std::string policy, title;
  std::optional<std::int64_t> low, best, high;
  std::string sides;  // "civilians 12, unknown 30"
  std::string low_at, best_at, high_at;  // anchors of the sentences that hold the numbers; "" none
  std::vector<ViewLink> used;
  std::vector<ViewSetAside> set_aside;
  std::string note;
};

struct ViewToll {
  std::string anchor, heading, effect, scope;
  std::vector<ViewReading> readings;  // by origin, then by day
  std::vector<std::string> origins;   // in order of origin_order
  std::string counts;                 // "3 reports, 2 to 3 independent origins"
  std::vector<ViewEstimate> estimates;
  std::string happened, how_many;
  bool coarse = false;  // a small cell: numbers are left out of the page
  int origins_least = 0, origins_most = 0;
  bool mixed = false;   // figures of different people: no low, best and high
  std::vector<ViewFinding> overruled;
};

struct ViewClaim {
  ViewLink report, figure;
  std::string effect, victims, place, when, source, certainty, why;
};

struct ViewParty {
  std::string name, what;
  std::vector<ViewLink> evidence;
};

struct ViewResponsibility {
  std::string alleged, tie, standing;
  std::vector<ViewParty> accusers, denials;
  std::vector<ViewLink> covers;
};

struct ViewConflictSide {
  std::string label, figure;
  ViewLink link;
  Passage sentence;
};

struct ViewConflict {
  std::string about, reason;
  std::string kind;  // conflict | scope | day | wording
  std::vector<ViewConflictSide> sides;
};

struct ViewIncident {
  int number = 0;
  std::string anchor, title, where, precision, when, kind;
  std::vector<ViewLink> parents, parts, related, reports;
  std::vector<ViewToll> tolls;
  std::vector<ViewClaim> claims;
  std::vector<ViewResponsibility> responsibility;
  std::vector<ViewConflict> conflicts;
  std::vector<std::string> missing;  // what these reports do not say
  std::string id;
  std::optional<Date> start, end;    // absent where the page does not give the day
  std::optional<Located> place;      // absent where the page does not give it exactly
  std::vector<std::pair<std::string, std::string>> summary;  // five lines: what, how many, who counted, who is said to have done it, how sure
  std::vector<ViewFinding> arithmetic, moves, questions, not_mentioned, overruled;
  std::vector<ViewMoment> timeline;
  bool reviewed = false;             // a person accepted or corrected every figure of it
  bool wide = false;                 // a toll of unknown days or of more than a month
};

struct ViewSource {
  std::string name, kind, party, aliases;
  int figures = 0, reports = 0;
  std::vector<ViewLink> relayed_by;  // other outlets that give its figures, with the number of their reports
};

struct ViewDependency {
  ViewLink from;
  std::string to, signal;
  std::vector<ViewLink> evidence;
};

struct View {
  bool shared = true;
  std::string title, as_of, policy, made_by, span_of_reports;
  std::string own_policy;  // what the user's own policy says of itself; "" none
  std::vector<ViewReport> reports;
  std::vector<ViewSource> sources;
  std::vector<ViewIncident> incidents;
  std::vector<ViewConflict> conflicts;
  std::vector<ViewDependency> dependencies;
  std::vector<std::string> missing;  // about reports
  std::vector<std::pair<std::string, std::string>> skipped;
  std::vector<std::string> policies;  // in order: those that each toll has an estimate of
  int redactions = 0;
  bool reviewed = false;              // a person decided on something here
};

// Both grades as sentences.
std::string grades(const ViewToll& toll);

// Who is said to have done it, for one line: "The Grey Column, as alleged by Coast Watch; the Hill Guard, as alleged by …. Rival allegations."
std::string who_words(const std::vector<ViewResponsibility>& rows);
View build_view(const Dossier& dossier, std::span<const Analysis> analyses, const Redactor& redactor);

// The estimate of the toll under a policy; nullptr none.
const ViewEstimate* estimate_of(const ViewToll& toll, std::string_view policy);
// The toll that stands for an incident in summaries: all killed, else the first; nullptr none.
const ViewToll* main_toll(const ViewIncident& incident);

}  // namespace attest
