#pragma once
// What people decided about a case, as the steps after reading obey it. A store keeps decisions by report hash and span and binds them to
// the claims of the present analyses before it hands them over; what no longer binds never gets here but is listed for a second look.
// A person's decision always wins over what was computed, and every output says where one did.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/dossier.h"

namespace attest {

// Who decided, when and why. `by` is a role code, never a name.
struct Ruling {
  std::string id;  // of the entry in the case's log
  std::string by;
  std::optional<Date> day;
  std::string why;
};

// On one claim. Rejected: it takes no part anywhere. Corrected: `corrected` stands in its place (same id). Accepted: it counts as reviewed.
// `origin` is whose figure it is, where a person says so ("" is unsourced); absent leaves it as computed.
struct ClaimRuling {
  enum class Act : std::uint8_t { kAccept, kCorrect, kReject };
  ClaimRef claim;
  Act act = Act::kAccept;
  std::optional<Claim> corrected;
  std::optional<std::string> origin;
  Ruling ruling;
};

// A whole report that is left out of the account; it stays listed, with the reason.
struct ReportRuling {
  std::uint32_t report = 0;
  Ruling ruling;
};

// A grade or an estimate of one toll. The incident is named by a claim that it holds, because ids of incidents move with their members.
// `question`: happened | how_many (effect and scope say of which toll) | responsible (`alleged` says for whom, as the dossier writes it).
struct GradeRuling {
  ClaimRef incident;
  Effect effect = Effect::kKilled;
  std::string scope = "all";
  std::string question;
  std::string alleged;
  std::string grade;
  Ruling ruling;
};

// A recorder's own low, best and high for a toll: shown beside the policies as "reviewed", never instead of them.
struct EstimateRuling {
  ClaimRef incident;
  Effect effect = Effect::kKilled;
  std::string scope = "all";
  std::optional<std::int64_t> low, best, high;
  Ruling ruling;
};

// For linking: claims that speak of one incident, or of two.
struct IncidentRuling {
  ClaimRef a, b;
  bool together = true;
  Ruling ruling;
};

// For linking: mentions of one entity, or of two. The entity of a mention is named by where it stands.
struct EntityRuling {
  SpanRef a, b;
  bool together = true;
  Ruling ruling;
};

struct Decisions {
  std::vector<ClaimRuling> claims;
  std::vector<ReportRuling> reports;
  std::vector<GradeRuling> grades;
  std::vector<EstimateRuling> estimates;
  std::vector<IncidentRuling> incidents;
  std::vector<EntityRuling> entities;
};

}  // namespace attest
