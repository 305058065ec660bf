#pragma once
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "know/rules.h"
#include "model/model.h"
#include "reconcile/name_index.h"
#include "reconcile/party_names.h"

namespace attest {

// One claim of an incident with what reconciling needs to know of it. Points into the analyses.
struct Said {
  ClaimRef ref;
  const Claim* claim = nullptr;
  std::uint32_t rank = 0;          // of its report, by report id: orders whatever days leave open
  std::uint32_t report = 0;        // the report it counts as (copies count as their original)
  std::string origin;              // "" unsourced
  bool narrower_place = false;
  std::optional<Date> day;         // the day for which the figure holds, else the report's (METHOD 6)
  bool day_stated = false;
  std::optional<Date> stated_on;   // the report's day
  std::string scope;               // of the toll that it belongs to
  std::string note;
  bool withdrawn = false;          // the report tells that the origin took the figure back
  bool in_title = false;           // the report's title gives the same number: what it is about, and no part of it
  bool reviewed = false;           // a person accepted or corrected it
};

// The figure that stands for a count where one number is needed: the point, else the floor, else the ceiling.
std::optional<std::int64_t> number(const Count& count);
inline bool is_vague(const Count& count) { return count.modifier == Modifier::kVague; }

// Everything that reconciling looks up across incidents.
struct CaseFacts {
  std::span<const Analysis> analyses;
  const Links& links;
  std::vector<std::uint32_t> rank;                        // of a report by id
  std::map<std::string, const DossierSource*> sources;
  std::set<std::pair<std::uint32_t, std::uint32_t>> shared_text;  // reports, both directions
  std::optional<Date> as_of;
  const Lexicon* lexicon = nullptr;                       // words of change; nullptr: none are known
  std::map<ClaimRef, const ClaimRuling*> rulings;         // what people decided about claims
  std::set<std::uint32_t> set_aside;                      // reports that a person left out
  NameIndex names;                                        // of the links
  PartyWords party_words;                                 // of the lexicon

  const DossierSource* source(const std::string& id) const {
    const auto found = sources.find(id);
    return found == sources.end() ? nullptr : found->second;
  }
};

// An origin's id tells where nobody is named: "unnamed-police@outlet".
inline bool is_unnamed(const std::string& origin) { return origin.starts_with("unnamed-"); }
// The kind of its source, of the unnamed too; "" unknown.
std::string kind_of_origin(const std::string& origin, const CaseFacts& facts);

// The claim that a reference names, as a person corrected it where one did; nullptr where there is none.
const Claim* claim_of(const CaseFacts& facts, const ClaimRef& ref);

// The claim of a report by its id, of those without a number too; nullptr none.
const Claim* find_claim(const Findings& findings, const std::string& id);
// All that the members of an incident say, in order of day, report and text; figures of days after `as_of` and reports published after
// `known_by` are left out.
std::vector<Said> said_of(const LinkedIncident& incident, const CaseFacts& facts, const std::optional<Date>& known_by);

}  // namespace attest
