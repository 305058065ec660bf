#pragma once
// The finders and the order in which find_all (find.cpp) runs them. Each is a function from const values to a new value.
#include <string>
#include <vector>

#include "find/find.h"

namespace attest {

struct FindInput {
  const Report& report;
  const Tokens& tokens;
  // Tags, lemmas, arcs and names, one word a token (model/parse.h); empty where no model is loaded, and finders must work without it. How to
  // read it: start from a trigger that a list or rule knows (a cue verb, a harm word) and ask the parse which of the candidates around it fits
  // best; never start from an arc. Any arc may be wrong, so nothing may depend on one alone: want a second sign that agrees (an arc and a
  // neighbour, an arc and a name, two arcs), and fall back to what the words alone say. Spans come from words[t].left and right, cut at marks.
  const Parse& parse;
  const Knowledge& know;
  Trace* trace = nullptr;  // null: no step keeps notes
  std::string_view text() const { return report.text; }
};

// report_dates.cpp: the report's own day from metadata, dateline, text and address (METHOD 9).
ReportDates find_report_dates(const FindInput& in);

// dates.cpp: every time expression, resolved against the report's day; mentions of type date.
std::vector<Mention> find_dates(const FindInput& in, const ReportDates& dates);

// places.cpp: every place name with what the gazetteer knows of it; mentions of type place.
std::vector<Mention> find_places(const FindInput& in);

// peoples.cpp: peoples and faiths that the language's data name; mentions of type people.
std::vector<Mention> find_peoples(const FindInput& in);

// speech.cpp: who says what: direct, indirect and mixed quotations with source, cue, chain; and words of doubt or distance.
struct Speech {
  std::vector<Quote> quotes;   // in text order, ids set
  std::vector<Hedge> hedges;   // in text order
  std::vector<Mention> actors; // persons, organisations, groups, outlets that were recognised on the way
};
Speech find_speech(const FindInput& in);

// casualties.cpp: counted (and uncounted) harm with effect, count, victims, means, perpetrators, part_of, unit, measure, background, rule and
// confidence; places, time and attribution are left to the steps below. `dates` and `places` tell which numbers and words are taken.
struct Casualties {
  std::vector<Claim> claims;        // in text order, without ids
  std::vector<Claim> unquantified;  // likewise
};
Casualties find_casualties(const FindInput& in, const std::vector<Mention>& dates, const std::vector<Mention>& places);

// claim_times.cpp: the claims with time, as_of and as_of_basis. `counted`: those whose days tell what the report is about, where others are
// dated after them.
std::vector<Claim> date_claims(const FindInput& in, const ReportDates& dates, const std::vector<Mention>& date_mentions, std::vector<Claim> claims,
                               const std::vector<Claim>& counted = {});

// claim_places.cpp: the claims with places, extent and located.
std::vector<Claim> place_claims(const FindInput& in, const std::vector<Mention>& place_mentions, std::vector<Claim> claims);

// claim_sources.cpp: the claims with attribution, hedges, certainty and origin_certainty.
std::vector<Claim> attribute_claims(const FindInput& in, const Speech& speech, std::vector<Claim> claims);

// denials.cpp: who denies what, typed (METHOD 8), from the speech that was found and the claims it speaks of.
std::vector<Denial> find_denials(const FindInput& in, const Speech& speech, const std::vector<Claim>& claims);

// statements.cpp: what actors did with words or by decision, from the acts of lang/en/statements.toml and the speech that was found.
std::vector<Statement> find_statements(const FindInput& in, const Speech& speech, const std::vector<Mention>& dates, const std::vector<Mention>& places);

// naming.cpp: how the report names persons, bodies, groups and events, in whose voice, and whether those who kill are named.
std::vector<NamingUse> find_naming(const FindInput& in, const Speech& speech, const std::vector<Mention>& places, const std::vector<Claim>& claims,
                                   const std::vector<Claim>& unquantified);

// claim_checks.cpp: the claims without what cannot be: a witness, a monitor or an outlet is never taken for the perpetrator of what it tells.
std::vector<Claim> check_claims(std::vector<Claim> claims);

// other_harm.cpp: harm or relief told without a count, in text order; counted people are claims and not told again.
std::vector<OtherHarm> find_other_harm(const FindInput& in, const Speech& speech, const std::vector<Claim>& claims);

// totals.cpp: what the report says in all (contract `totals`, METHOD 5), from finished claims.
std::vector<Total> find_totals(const FindInput& in, const std::vector<Claim>& claims, const std::vector<Claim>& unquantified);

// totals_incidents.cpp: of a round-up whose figures are all placed, one total a place (its label), in text order; else nothing.
std::vector<Total> totals_by_incident(const Total& whole, const std::vector<Claim>& claims);

}  // namespace attest
