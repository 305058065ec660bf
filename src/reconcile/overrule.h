#pragma once
#include "reconcile/said.h"

namespace attest {

// A person's decision always wins (model/decisions.h): sets the grades and estimates that people set, beside what was computed, and lists every
// decision that touches the incident with what it changed. Claims and reports were taken out or corrected before anything was counted.
void overrule(DossierIncident& incident, const LinkedIncident& linked, const Decisions& decisions, const CaseFacts& facts);

}  // namespace attest
