#include "find/find.h"

#include <algorithm>
#include <iterator>

#include "find/accusations.h"
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
  claims = date_claims(in, found.dates, dates, std::move(claims), found.claims);
  claims = place_claims(in, places, std::move(claims));
  return settle_claimers(in, check_claims(attribute_claims(in, speech, std::move(claims))));
}

// An accusation whose sentence tells of harm by the same party says nothing more than that. All in text order.
std::vector<Claim> with_accusations(const std::vector<Claim>& claims, std::vector<Claim> uncounted,
                                    std::vector<Claim> accusations) {
  const auto told = [](const std::vector<Claim>& list, const Claim& a) {
    return !a.perpetrators.empty() && std::any_of(list.begin(), list.end(), [&](const Claim& c) {
      const bool people = c.count || !c.victims.text.empty();
      return people && c.sentence == a.sentence &&
             std::any_of(c.perpetrators.begin(), c.perpetrators.end(),
                         [&](const Perpetrator& p) { return p.span.overlaps(a.perpetrators.front().span); });
    });
  };
  for (Claim& a : accusations)
    if (!told(claims, a) && !told(uncounted, a)) uncounted.push_back(std::move(a));
  std::stable_sort(uncounted.begin(), uncounted.end(), [](const Claim& a, const Claim& b) { return a.span < b.span; });
  return uncounted;
}

// Whom harm told within these words is ascribed to; nullptr nobody. `claims` in text order.
const Perpetrator* accused_in(Span words, const std::vector<Claim>& claims, bool accusations) {
  auto c = std::partition_point(claims.begin(), claims.end(), [&](const Claim& x) { return x.sentence.end <= words.begin; });
  for (; c != claims.end() && c->sentence.begin < words.end; ++c)
    if (is_accusation(*c) == accusations && !c->perpetrators.empty() && words.overlaps(c->perpetrators.front().span)) return &c->perpetrators.front();
  return nullptr;
}

// Whom a statement accuses, where the words around its own say so: "war crimes committed by forces of the ministry"; else who did the
// harm that it tells.
std::vector<Statement> aim(std::vector<Statement> statements, const Findings& found) {
  for (Statement& s : statements) {
    if (s.act != "accuse") continue;
    const Perpetrator* who = accused_in(s.span, found.unquantified, true);
    if (!who) who = accused_in(s.span, found.unquantified, false);
    if (!who) who = accused_in(s.span, found.claims, false);
    if (who) s.target = who->text, s.target_span = who->span;
  }
  return statements;
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
  found.claims = complete(in, found, dates, places, speech, std::move(harm.claims));
  const auto accuses =
      std::stable_partition(harm.unquantified.begin(), harm.unquantified.end(), [](const Claim& c) { return !is_accusation(c); });
  std::vector<Claim> accusations(std::make_move_iterator(accuses), std::make_move_iterator(harm.unquantified.end()));
  harm.unquantified.erase(accuses, harm.unquantified.end());
  const auto uncounted = complete(in, found, dates, places, speech, std::move(harm.unquantified));
  found.unquantified =
      with_accusations(found.claims, uncounted, complete(in, found, dates, places, speech, std::move(accusations)));
  number_claims(found.unquantified, "u");
  found.totals = find_totals(in, found.claims, uncounted);
  found.other_harm = find_other_harm(in, speech, found.claims);
  found.denials = find_denials(in, speech, found.claims);
  found.statements = aim(find_statements(in, speech, dates, places), found);
  found.naming = find_naming(in, speech, places, found.claims, uncounted);
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
