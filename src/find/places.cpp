#include "find/finders.h"
#include "find/place_candidates.h"

namespace attest {
namespace {

Located located(const Place& place, const PlaceCandidate& c) {
  Located out;
  out.name = place.name;
  out.country = place.country;
  out.admin1 = place.admin1;
  out.latitude = place.latitude;
  out.longitude = place.longitude;
  out.precision = place.precision;
  out.gazetteer = place.id;
  // "the Homs countryside" is wider than Homs, whatever row was found for it.
  if (out.precision != Precision::kUnknown && out.precision < c.wanted) out.precision = c.wanted;
  return out;
}

}  // namespace

std::vector<Mention> find_places(const FindInput& in) {
  auto candidates = place_candidates(in);
  resolve_places(in, candidates);
  std::vector<Mention> out;
  for (const auto& c : candidates) {
    if (c.doubtful && !c.chosen) continue;
    Mention m;
    m.type = MentionType::kPlace;
    m.span = {in.tokens.tokens[c.first].span.begin, in.tokens.tokens[c.last - 1].span.end - c.cut};
    m.part_of_name = c.in_name;
    m.adjective = c.adjective;
    if (c.chosen) {
      const auto place = in.know.gazetteer.at(*c.chosen);
      m.canonical = place.name;
      m.located = located(place, c);
    }
    out.push_back(std::move(m));
  }
  return out;
}

}  // namespace attest
