#pragma once
#include <functional>
#include <span>
#include <string_view>

#include "model/dossier.h"

namespace attest {

// links_json (model/json.h), handed on piece by piece: that of a large case is longer than memory likes.
using JsonSink = std::function<void(std::string_view)>;
void write_links_json(const Links& links, std::span<const Analysis* const> analyses, std::span<const Skipped> skipped,
                      const MadeBy& made_by, const JsonSink& sink);

}  // namespace attest
