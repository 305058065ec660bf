#pragma once
#include <span>
#include <string>

#include "model/dossier.h"

namespace attest {

// One line of `attest analyze`, without the newline: contract version 1. Byte offsets become code points here.
std::string analysis_json(const Analysis& analysis, const MadeBy& made_by);
// The line of an input that could not be read.
std::string error_json(const Skipped& skipped);
// The whole of `attest dossier --format json`, pretty-printed, with a final newline.
std::string dossier_json(const Dossier& dossier, std::span<const Analysis> analyses);

// The whole of `attest link --format json`: who is who, incidents, dependencies. `why` gives the sentence that explains an edge.
std::string links_json(const Links& links, std::span<const Analysis> analyses, std::span<const Skipped> skipped, const MadeBy& made_by);
// What a dependency says, in one sentence; both ends by their names.
std::string edge_sentence(std::string_view signal, std::string_view from, std::string_view to, std::size_t passages);

// Findings as text, one item a line, for tests and golden files: stable, readable, complete enough to fail on any change.
std::string dump(const Findings& findings, std::string_view text);
// One claim on one line: `killed 22..22 =22 exact "22 people" civilian stated groups= places=Qamishli …`.
std::string dump(const Claim& claim, std::string_view text);
std::string dump(const Statement& statement, std::string_view text);
std::string dump(const Tokens& tokens, std::string_view text);

}  // namespace attest
