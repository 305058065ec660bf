#include <algorithm>

#include "find/finders.h"

namespace attest {
namespace {

// Kinds of sources that tell what others did. A party ("the army said it had killed") may name itself; these do not.
bool only_tells(const Source& source) {
  static constexpr std::string_view kParties[] = {"government", "military", "armed_group", "police", "state_media"};
  return std::find(std::begin(kParties), std::end(kParties), source.kind) == std::end(kParties);
}

bool is_teller(const Perpetrator& p, const std::vector<Source>& chain) {
  if (!p.asserted_by.empty() && p.asserted_by == p.text) return false;  // it claims the deed
  return std::any_of(chain.begin(), chain.end(), [&](const Source& s) { return only_tells(s) && s.span.overlaps(p.span); });
}

}  // namespace

std::vector<Claim> check_claims(std::vector<Claim> claims) {
  for (Claim& claim : claims) std::erase_if(claim.perpetrators, [&](const Perpetrator& p) { return is_teller(p, claim.attribution); });
  return claims;
}

}  // namespace attest
