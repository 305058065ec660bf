#pragma once
#include "find/harm_groups.h"

namespace attest {

// Who claims to have done it: "the Front claimed responsibility", "claimed the attack", "said three of its fighters …", "was
// claimed by the Front".
struct Claimant {
  Perpetrator who;  // asserted by itself
  std::uint32_t sentence = 0;
  bool of_earlier = false;  // "that attack was claimed by …": of what the sentence before tells, and of nothing else
};
struct Claimants {
  std::vector<Claimant> all;  // in text order
  bool unclaimed = false;     // the report says that nobody claimed it
  // Whose claim covers harm told in a sentence; nullptr nobody's.
  const Claimant* covering(std::uint32_t sentence) const;
};
Claimants find_claimants(const HarmReading& reading);

// Accusations that hang on no figure (METHOD 8), each as harm without a number: its perpetrator is who is accused, `asserted_by`
// who accuses where the words themselves say so. Rules: accusation.blame, .deed, .label, .involved, .claim, and .unknown, which
// has no perpetrator: the words say that it is not known who did it, or that nobody claimed it.
std::vector<Claim> find_accusations(const HarmReading& reading, const std::vector<Mention>& places);

// Whether harm without a number is an accusation.
inline bool is_accusation(const Claim& claim) { return claim.rule.starts_with("accusation."); }

// Whoever claims an attack is not thereby the source of the toll told beside it; "the claim" is the claimer's.
std::vector<Claim> settle_claimers(const FindInput& in, std::vector<Claim> claims);

}  // namespace attest
