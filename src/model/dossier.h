#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/findings.h"
#include "model/words.h"

namespace attest {

// A claim of a report of the case: index into the case's analyses and the claim's id.
struct ClaimRef {
  std::uint32_t report = 0;
  std::string claim;
  friend auto operator<=>(const ClaimRef&, const ClaimRef&) = default;
};

struct SpanRef {
  std::uint32_t report = 0;
  Span span;
};

// Somebody whom reports name as the source of what they say, across reports.
struct DossierSource {
  std::string id;
  std::string name;
  std::string kind;
  struct Party { std::string name, from, to, reference; };
  std::optional<Party> party;
  std::vector<std::string> aliases;  // sorted
  int figures = 0;
  int reports = 0;
};

// --- what `link` hands over -------------------------------------------------------------------------------------------------

struct Member {
  ClaimRef claim;
  std::vector<std::string> why;  // date | place | figure | victims | report …
  bool narrower_place = false;   // its place lies inside that of a member with a larger figure: a part, no rival
  double score = 0;              // how well its happening fitted where it was joined (link/group.h); 0 for what opened the incident
};

// One happening (or a container of several) that claims speak of.
struct LinkedIncident {
  std::string id;
  std::string kind;                    // means word or "killings"
  std::optional<Located> place;
  std::vector<Located> places;
  Interval days;
  std::vector<Member> members;
  std::vector<std::uint32_t> parents;  // indices into Links::incidents, nearest first
  bool war_total = false;              // totals of a whole war or of months: a container of background
  bool container = false;              // speaks of several days or several happenings; running totals belong to it
};

struct Dependency {
  std::uint32_t from = 0;   // report
  std::string to;           // source id, or report id
  std::string signal;       // named | same_figure | shared_quote | shared_text | agency_credit | derived_sum | same_party | same_informants
  std::vector<SpanRef> evidence;
};

struct EntityAlias {
  std::string text;
  SpanRef at;
};

struct Entity {
  std::string id;
  std::string name;
  std::string type;
  std::vector<EntityAlias> aliases;
  std::vector<std::string> why;
  std::vector<std::string> not_same;
};

// Whose figure a claim is (METHOD 3): the source that originates it, or none where it is unsourced.
struct Origin {
  std::string source;   // DossierSource id, "" unsourced
  bool possibly_same = false;  // may be one with another unnamed origin
  std::vector<std::string> with = {};  // the other sources that say it together with this one
};

// Calls `call` with the id of each of the sources that say it together.
template <class Call>
void for_each_source(const Origin& origin, Call call) {
  call(origin.source);
  for (const auto& id : origin.with) call(id);
}

// Two or more reports that cannot all be right about something that is no figure (who was invited, who said what).
struct Contradiction {
  std::string about;
  struct Side { std::uint32_t report = 0; std::string statement; };
  std::vector<Side> between;
  std::string reason;
};

// The origins of one figure of an incident, put together where they are one for sure and where they may be (METHOD 4).
struct FigureClasses {
  std::uint32_t incident = 0;  // index into Links::incidents
  Effect effect = Effect::kKilled;
  std::int64_t figure = 0;
  std::vector<std::uint32_t> reports;              // that give it, copies left out
  std::vector<std::vector<std::string>> origins;   // source ids, those that are one for sure together
  int fewest = 0;                                  // origins where what may be one is one
};

// How often the reports of one outlet take over from another outlet or source, by signal.
struct Reuse {
  std::string outlet;  // key of the outlet whose reports do
  std::string of;      // outlet key or source id
  std::string signal;
  int reports = 0;
};

struct Links {
  std::vector<std::uint32_t> same_as;   // for each report the one it repeats (identical bytes, or the same outlet's same text), else itself
  std::vector<DossierSource> sources;   // sorted by id
  std::vector<LinkedIncident> incidents;
  std::map<ClaimRef, Origin> origins;
  std::vector<Entity> entities;
  std::vector<Dependency> dependencies;
  std::vector<Dependency> figure_dependencies;  // same_figure, derived_sum, by figure alone; reconciling works them out anew, by scope
  std::vector<FigureClasses> classes;  // by incident, effect, figure
  std::vector<Reuse> reuse;            // most frequent first
  std::vector<Contradiction> contradictions;  // between statements; handed through to the dossier
  CaseWords words;                                // likewise
};

// --- what `reconcile` hands over --------------------------------------------------------------------------------------------

// One figure of one origin for one harm and scope, as it stood on a day; repeats by other reports are relays of it.
struct Reading {
  std::string id;      // r1 … within the dossier
  std::string origin;  // source id, "" where status is unsourced
  Count count;         // span unused
  std::optional<Date> as_of;
  std::optional<Date> stated_on;
  std::vector<ClaimRef> claims;
  std::string supersedes;
  std::vector<std::string> derived_from;
  Certainty certainty = Certainty::kReported;
  std::vector<std::uint32_t> relayed_by;  // reports
  std::string status;    // standing | superseded | stale | withdrawn | unsourced
  std::string interest;  // own_losses | enemy_losses | none
  std::string note;      // why it has this status, in a plain sentence
  // How it changes the figure that it supersedes: rise | correction | reclassification | transition | narrower_scope | unexplained (the
  // last five are falls); "" where it supersedes none.
  std::string change;
  std::vector<SpanRef> change_evidence;  // the words that say so
  bool reviewed = false;                 // a person accepted or corrected each of its claims
};

struct SetAside {
  std::string reading;
  std::string reason;
};

struct Estimate {
  std::string policy;
  std::optional<std::int64_t> low, best, high;
  std::optional<std::int64_t> side_a, side_b, civilians, unknown;
  std::vector<std::string> used;
  std::vector<SetAside> set_aside;
  std::string note;  // "unknown, coded 0 by this policy", "Attest's arithmetic", a rule's name
};

// Two sayings about one incident that do not agree. `kind`: conflict (they cannot both be right) | scope | day | wording (what looks like a
// contradiction and is none).
struct FigureConflict {
  std::string about;                 // an effect; place | day | perpetrator
  std::vector<std::string> between;  // reading ids
  std::string reason;
  std::string kind = "conflict";
  int weight = 0;                    // how many people it is about; orders the list
  std::vector<SpanRef> evidence = {};  // one a side: its sentence
};

// What the scopes of two figures of one harm are to each other (METHOD 1): equal | subset | superset | overlapping | disjoint | unknown,
// read from the first to the second, with the reason for each of place, time, victims and who is said to have done it.
struct ScopeRelation {
  std::string a, b;  // reading ids
  std::string relation;
  std::vector<std::string> why;
};

// A bound that follows from other figures because parts never exceed the whole: Attest's arithmetic, no reading.
struct DerivedBound {
  std::string effect, scope;
  std::optional<std::int64_t> low, high;
  std::vector<std::string> from;  // reading ids
  std::string origin;
  std::string why;                // the sum or comparison in figures
};

// Figures that cannot all hold at once, the fewest that show it.
struct Inconsistency {
  std::vector<std::string> between;  // reading ids
  std::string why;
};

// People who moved from one count to another (wounded -> dead, missing -> found or dead, abducted -> freed): no contradiction.
struct Transition {
  std::string from, to;  // reading ids: the earlier and the later figure of the count that fell; then
  std::string gained;    // the figure that rose, "" where a report only tells of the change in words
  std::string kind;      // wounded_died | missing_found | missing_died | abducted_freed | abducted_died | detained_freed | displaced_returned
  std::string why;
  std::vector<SpanRef> evidence;
};

// Something that a person could still find out about an incident.
struct OpenQuestion {
  std::string kind;  // one_origin | no_origin | missing_field | unanswered_allegation | conflict | unverified
  std::string text;
  std::vector<SpanRef> evidence;
};

// A fact that was public at least 24 hours before a report of the same incident, and that the report does not mention (METHOD 12).
struct NotMentioned {
  std::uint32_t report = 0;
  std::string reading;               // the figure, or
  std::string alleged;               // the allegation or denial of an alleged perpetrator
  std::optional<Date> public_since;
};

// Where a person decided otherwise than the program (see model/decisions.h).
struct Overruled {
  std::string what;      // happened | how_many | responsible | estimate | claim | report
  std::string was, now;
  std::string by, why;
  std::optional<Date> day;
};

struct Toll {
  Effect effect = Effect::kKilled;
  std::string scope;  // all | civilian | combatant | children | …
  std::vector<Reading> readings;
  std::vector<std::string> latest;
  int reports_count = 0;
  int origins_count = 0;
  int origins_min = 0, origins_max = 0;
  std::vector<Estimate> estimates;  // ucdp, acled, ibc, two_origins; then a policy of the user's own; then "reviewed"
  std::string happened;
  std::string how_many;
  std::vector<Overruled> overruled;
};

struct Accuser {
  std::string source;
  std::optional<Date> date;
  std::vector<SpanRef> evidence;
};

struct Responsibility {
  std::string alleged;
  Tie tie = Tie::kNone;
  std::vector<Accuser> accusers;
  struct DenialRef {
    std::string source, type;
    std::vector<SpanRef> evidence;
    std::vector<std::string> covers = {};  // readings that the denial's own sentence speaks of; empty: of no figure
  };
  std::vector<DenialRef> denials;
  std::vector<std::string> covers;
  std::string standing;
  std::vector<Overruled> overruled;
  std::vector<std::string> against = {};  // whom its words say was attacked, where they all do: "attacks on the checkpoints of the army"
};

struct RelatedIncident {
  std::string incident;
  std::string relation;
};

struct DossierIncident {
  std::string id;
  std::string title;
  std::vector<std::string> parents;  // nearest first
  std::vector<RelatedIncident> related;
  std::string kind;
  std::optional<Located> place;
  std::vector<Located> places;
  Interval days;
  std::vector<std::uint32_t> reports;
  std::vector<Member> members;
  std::vector<Toll> tolls;
  std::vector<Responsibility> responsibility;
  std::vector<FigureConflict> contradictions;  // heaviest first
  std::vector<ScopeRelation> relations;        // between the latest readings of one harm
  std::vector<DerivedBound> bounds;
  std::vector<Inconsistency> inconsistencies;
  std::vector<Transition> transitions;
  std::vector<OpenQuestion> questions;
  std::vector<NotMentioned> not_mentioned;
  std::vector<Overruled> overruled;            // claims and reports that a person struck out or corrected
};

struct NamingRow {
  std::string referent;
  struct Name { std::string outlet, text; int count = 0; std::string tone; bool own_voice = true; };
  std::vector<Name> names;
};

struct MadeBy {
  std::string version, rules, model, gazetteer;
};

// The reconciled account of a set of reports. Indices point into the case's analyses, which an exporter gets beside it.
struct Dossier {
  MadeBy made_by;
  std::optional<Date> as_of;
  int place_delay = 30;  // days before which shared outputs give no place of refuge (METHOD 10)
  std::string policy;
  std::string own_policy;  // what a policy of the user's own says of itself; "" there is none
  std::vector<DossierSource> sources;
  std::vector<DossierIncident> incidents;
  std::vector<Contradiction> contradictions;
  std::vector<Entity> entities;
  std::vector<Dependency> dependencies;
  std::vector<NamingRow> naming;
  CaseWords words;
  std::vector<Skipped> skipped;
};

}  // namespace attest
