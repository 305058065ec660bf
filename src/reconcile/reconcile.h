#pragma once
// From linked claims to readings over time, estimates under published policies, grades and contradictions, each with its reasons.
#include <span>

#include "model/model.h"

namespace attest {

struct ReconcileOptions {
  std::string policy = "ucdp";
  std::optional<Date> as_of;     // default: the latest report day
  std::optional<Date> known_by;  // reports published later are left out
  const Decisions* decisions = nullptr;  // what people decided; kept by the caller for the time of the call
};

Dossier reconcile(std::span<const Analysis> analyses, const Links& links, const ReconcileOptions& options);

}  // namespace attest
