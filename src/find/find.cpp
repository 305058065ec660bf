#include "find/find.h"

#include <algorithm>

#include "find/finders.h"
#include "find/name_mentions.h"

namespace attest {
namespace {

// Ids in text order; a part_of that find_casualties set already names its whole by this numbering.
void number_claims(std::vector<Claim>& claims, std::string_view prefix) {
  for (std::size_t i = 0; i < claims.size(); ++i) claims[i].id = std::string(prefix) + std::to_string(i + 1);
}

std::vector<Claim> complete(const FindInput& in, const Findings& found, const std::vector<Mention>& dates, const std::vector<Mention>& places,
                            const Speech& speech, std::vector<Claim> claims) {
  claims = date_claims(in, found.dates, dates, std::move(claims));
  claims = place_claims(in, places, std::move(claims));
  return check_claims(attribute_claims(in, speech, std::move(claims)));
}

}  // namespace

Findings find_all(const Report& report, const Tokens& tokens, const Parse& parse, const Knowledge& know, Trace* trace) {
  const FindInput in{report, tokens, parse, know, trace};
  Findings found;
  found.dates = find_report_dates(in);
  const auto dates = find_dates(in, found.dates);
  const auto places = find_places(in);
  Speech speech = find_speech(in);
  Casualties harm = find_casualties(in, dates, places);
  number_claims(harm.claims, "c");
  number_claims(harm.unquantified, "u");
  found.claims = complete(in, found, dates, places, speech, std::move(harm.claims));
  found.unquantified = complete(in, found, dates, places, speech, std::move(harm.unquantified));
  found.totals = find_totals(in, found.claims, found.unquantified);
  found.other_harm = find_other_harm(in, speech, found.claims);
  found.denials = find_denials(in, speech, found.claims);
  found.statements = find_statements(in, speech, dates, places);
  found.naming = find_naming(in, speech, places, found.claims, found.unquantified);
  found.mentions = dates;
  found.mentions.insert(found.mentions.end(), places.begin(), places.end());
  found.mentions.insert(found.mentions.end(), speech.actors.begin(), speech.actors.end());
  const auto peoples = find_peoples(in);
  found.mentions.insert(found.mentions.end(), peoples.begin(), peoples.end());
  const auto names = find_name_mentions(in, found.mentions);
  found.mentions.insert(found.mentions.end(), names.begin(), names.end());
  std::stable_sort(found.mentions.begin(), found.mentions.end(), [](const Mention& a, const Mention& b) { return a.span < b.span; });
  found.quotes = std::move(speech.quotes);
  return found;
}

}  // namespace attest
