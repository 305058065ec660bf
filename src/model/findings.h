#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/report.h"
#include "model/tokens.h"

namespace attest {

// Enumerations have the words of the analysis contract; `name(value)` gives them and `parse_*` reads them back.
enum class Effect : std::uint8_t { kKilled, kWounded, kKilledOrWounded, kMissing, kDetained, kAbducted, kDisplaced, kAffected };
enum class Modifier : std::uint8_t { kExact, kAtLeast, kMoreThan, kAtMost, kLessThan, kAbout, kNearly, kRange, kVague };
enum class VictimStatus : std::uint8_t { kUnknown, kCivilian, kCombatant, kMixed };
enum class Extent : std::uint8_t { kWithin, kEach, kTogether, kUnnamed };
enum class Means : std::uint8_t {
  kNone, kAirstrike, kShelling, kBombing, kShooting, kExecution, kChemical, kDrone, kGroundFighting, kLandmine, kSiege, kTorture,
  kArson, kOther
};
enum class Certainty : std::uint8_t { kAsserted, kReported, kAlleged, kDenied, kUnverified };
enum class Unit : std::uint8_t { kPersons, kFamilies, kBodies };
enum class Measure : std::uint8_t { kEvent, kRunningTotal, kStock, kFlow };
enum class Precision : std::uint8_t { kUnknown, kPoint, kSettlement, kDistrict, kProvince, kCountry };
enum class Tie : std::uint8_t { kNone, kOrganOf, kUnderCommand, kAffiliated, kAligned, kUnidentified };

std::string_view name(Effect);
std::string_view name(Modifier);
std::string_view name(VictimStatus);
std::string_view name(Extent);
std::string_view name(Means);  // "" for kNone
std::string_view name(Certainty);
std::string_view name(Unit);
std::string_view name(Measure);
std::string_view name(Precision);  // "" for kUnknown
std::string_view name(Tie);        // "" for kNone
std::optional<Effect> parse_effect(std::string_view);
std::optional<Modifier> parse_modifier(std::string_view);
std::optional<VictimStatus> parse_status(std::string_view);
std::optional<Means> parse_means(std::string_view);

// A number as worded (METHOD 2): an interval and, where the words give one, a point. At least one of the three is present.
struct Count {
  Span span;  // the number expression with its modifier
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  std::optional<std::int64_t> point;
  Modifier modifier = Modifier::kExact;
};

struct Victims {
  Span span;  // the noun phrase head words; empty where the text names none
  std::string text;
  VictimStatus status = VictimStatus::kUnknown;
  std::vector<std::string> groups;           // guide's vocabulary, sorted
  std::optional<std::string> status_basis;   // stated | inferred
  std::optional<std::string> condition;      // detained | hors_de_combat | former_combatant | attacker
  std::vector<std::string> identity;         // e.g. Alawites; aggregate use only
};

// A place as the gazetteer has it, to the precision that the words carry.
struct Located {
  std::string name;
  std::string country;  // ISO 3166-1 alpha-2, "" unknown
  std::string admin1;
  double latitude = 0;
  double longitude = 0;
  Precision precision = Precision::kUnknown;
  std::string gazetteer;  // e.g. geonames:173811
};

// When something happened: the words that decided and the days they mean.
struct TimeRef {
  std::string text;  // "" where no words were found (inherited or from the report's day)
  Interval days;
  std::string precision;  // day | week | month | year | interval | ""
  std::optional<Span> span;
  // What decided: sentence | saying | sentence_before | last_event | report_event | report_day | ongoing | war | of_total; "" undated.
  std::string rule;
};

// One link of a chain of claimants.
struct Source {
  std::string text;   // as written
  std::string cue;
  Span span;
  std::string entity; // id in the lists or a slug; "" unresolved
  std::string kind;   // outlet | agency | monitor | ngo | government | military | armed_group | police | medical | rescue | witness |
                      // media_item | international | state_media | activist | social_media | other | ""
  std::string told;   // the addressee ("told AFP"), "" none
  std::string rule;   // which sieve resolved it
  bool named = false; // false: an unnamed source of its kind
  std::vector<Source> each;  // of several who say it together ("the monitor and the medics said"), each by itself; empty: one source
};

// Those who say it: each of several, or the one.
inline std::span<const Source> speakers(const Source& source) {
  return source.each.empty() ? std::span(&source, 1) : std::span(source.each);
}

struct Hedge {
  Span span;
  std::string text;
  std::string type;  // reportedly | suspected | unverified | distancing | …
  std::string by;    // outlet | origin
};

struct Perpetrator {
  Span span;
  std::string text;
  Tie tie = Tie::kNone;
  std::optional<Certainty> certainty;  // asserted | alleged | denied
  std::string asserted_by;             // "" the outlet
};

// Another reading of a claim that its words allow as well: which slot, what it would hold ("" nothing), and why.
struct Alternative {
  std::string slot;  // effect | part_of | count
  std::string value;
  std::string why;
};

// One counted group of people and one kind of harm (gold/GUIDE).
struct Claim {
  std::string id;  // c1, c2 … in text order
  Span span;
  Span sentence;
  Effect effect = Effect::kKilled;
  std::optional<Count> count;  // absent only among Findings::unquantified
  Victims victims;
  std::optional<std::string> part_of;
  std::vector<std::string> places;  // as written, most specific first
  std::vector<Span> place_spans;
  // What decided: sentence | country_of_war | the_whole | the_town | sentence_before | report | of_total; "" no place.
  std::string place_rule;
  Extent extent = Extent::kWithin;
  std::vector<Located> located;     // one a place that was found in the gazetteer, most specific first
  TimeRef time;
  std::optional<Date> as_of;
  std::string as_of_basis;          // stated | report_day | ""
  Unit unit = Unit::kPersons;
  Measure measure = Measure::kEvent;
  std::vector<Perpetrator> perpetrators;
  Means means = Means::kNone;
  std::vector<Source> attribution;  // nearest first; empty: the outlet's own voice
  std::vector<Hedge> hedges;
  Certainty certainty = Certainty::kAsserted;
  Certainty origin_certainty = Certainty::kAsserted;
  bool background = false;
  std::string rule;
  std::vector<Alternative> alternatives;  // empty: the words allow no other reading that we know of
  double confidence = 0.5;  // about our reading, never about truth
};

// What the report says in all of one effect about one happening.
struct Total {
  Effect effect = Effect::kKilled;
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  std::optional<std::int64_t> point;
  std::vector<std::string> claims;
  std::string incident;  // "main" or a label
};

enum class QuoteKind : std::uint8_t { kDirect, kIndirect, kMixed };
std::string_view name(QuoteKind);

// Source, cue and content of reported speech.
struct Quote {
  std::string id;  // q1 …
  Span span;
  QuoteKind kind = QuoteKind::kDirect;
  std::string speaker;
  std::string speaker_canonical;
  std::string cue;
  std::optional<Span> source_span;
  std::optional<Span> cue_span;
  std::vector<Source> chain;
};

struct Denial {
  std::string id;
  Span span;
  std::string by;
  std::string type;  // figure | harm | presence | act | status | footage
  std::optional<std::string> of;
};

struct OtherHarm {
  std::string id;
  Span span;
  std::string type;
  std::vector<Source> attribution;
};

// What an actor did with words or by decision (contract, `statements`).
struct Statement {
  std::string id;    // s1 …
  Span span;         // from the actor or the words of the act to their end
  Span cue;          // the words of the act
  std::string actor; // as written; of a pronoun the words it stands for; "" the words name nobody
  std::optional<Span> actor_span;
  std::string actor_canonical;     // the fullest name in the report or the lists'
  std::string actor_entity;        // as Source::entity
  std::string actor_role;          // "foreign minister", "" none stated
  std::string actor_organisation;  // whom the actor speaks for, as stated
  std::string act;                 // the contract's list
  std::string detail;              // the finer word of lang/en/statements.toml, "" none
  std::string strength;            // strong | weak | withheld (the report says that it was *not* said) | ""
  std::string target;
  std::optional<Span> target_span;
  std::string topic;
  std::optional<Date> date;
  std::string place;
  std::string venue;  // "press briefing", "" not stated
  std::string due;    // of a pledge: by when, as written
  std::optional<double> amount;
  std::string currency;  // ISO 4217, or the word as written
  std::optional<std::string> quote;
  std::vector<Source> relayed_by;  // in whose words the report has it, nearest first; empty: the outlet's own
  std::string rule;
};

enum class MentionType : std::uint8_t { kPerson, kOrganisation, kGroup, kPeople, kPlace, kDate, kQuantity, kOutlet };
std::string_view name(MentionType);

struct Timex {
  std::string type;   // DATE | TIME | DURATION | SET
  std::string value;  // TIMEX3
  Interval days;
};

struct Mention {
  Span span;
  MentionType type = MentionType::kPlace;
  std::string entity;     // "" unresolved
  std::string canonical;  // "" unknown
  std::optional<Located> located;
  std::optional<Timex> timex;
  bool adjective = false;     // of a place: "Syrian"; tells of a country, is no place of an event
  bool part_of_name = false;  // of a place: inside an organisation's name, no place of an event
};

// One use of a name, label or event noun, and what it stands for within the report.
struct NamingUse {
  Span span;
  std::string referent;      // an id that the same reading of another report gives too: "government:SY", "person:…", "event:violence"
  std::string name;          // of the referent, for people to read
  bool own_voice = true;
  std::string speaker;       // in whose voice, where it is not the outlet's
  std::string device;        // label | title | name | event_noun | so-called | scare_quotes | active | passive | agentless
  std::string tone;          // the contract's list: by word lists with examples, a heuristic
  std::string marker;
};

// Which day and place a report gives for itself.
struct ReportDates {
  std::optional<std::string> published;  // as METHOD 9 ranks them; date or date-time
  std::string published_from;            // metadata | dateline | text | url | ""
  std::optional<Date> reference;         // what weekdays count from
  std::vector<ReportDate> all;           // in order of rank
  std::string dateline;                  // the dateline's words, "" none
};

// Everything found in one report. Each list is in text order.
struct Findings {
  ReportDates dates;
  std::vector<Claim> claims;
  std::vector<Total> totals;
  std::vector<Claim> unquantified;
  std::vector<Denial> denials;
  std::vector<OtherHarm> other_harm;
  std::vector<Quote> quotes;
  std::vector<Statement> statements;
  std::vector<Mention> mentions;
  std::vector<NamingUse> naming;
  std::string note;  // "unsupported_language" or ""
};

// A report and all that was found in it.
struct Analysis {
  Report report;
  Tokens tokens;
  Findings findings;
};

}  // namespace attest
