#include "reconcile/reconcile.h"

namespace attest {

Dossier reconcile(std::span<const Analysis>, const Links&, const ReconcileOptions&) { return {}; }

}  // namespace attest
