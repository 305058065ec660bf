#pragma once
#include "reconcile/policies.h"
#include "reconcile/reconcile.h"

namespace attest {

Estimate estimate_own(const PolicyInput& in, const OwnPolicy& policy);

}  // namespace attest
