#pragma once
// Across reports: who the sources are, which claims speak of one incident, which reports depend on which.
#include <span>

#include "know/know.h"
#include "model/model.h"

namespace attest {

Links link_reports(std::span<const Analysis> analyses, const Knowledge& know);

}  // namespace attest
