#pragma once
// What a recorder's desk needs daily, as shared outputs (METHOD 10): the register of incidents, sheets to print, open questions, the grid of who
// said anything where and when, and what changed between two days. One row an incident; every number is what these reports say.
#include <span>
#include <string>
#include <vector>

#include "export/export.h"

namespace attest {

// The columns of the register, in order; the same in csv and geojson.
std::vector<std::string> register_columns();

std::string register_csv(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon);
std::string register_text(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon, const TextStyle& style);
// RFC 7946. Only a place known to the settlement or better is drawn; others have no geometry, for a province is never a point.
std::string register_geojson(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon);
// One printed page an incident, with room for notes and initials.
std::string register_sheets(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon);

std::string questions_csv(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon);
std::string questions_text(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon, const TextStyle& style);

// How many figures each origin gives for each day and place. Silence is not zero: what nobody told has no number.
std::string coverage_csv(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon);
std::string coverage_text(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon, const TextStyle& style);

// Two accounts of the same reports, of an earlier and of a later day: new incidents, every published number that changed with the figures that
// changed it, changed grades, and the reports published in between.
std::string changes_csv(const Dossier& before, const Dossier& after, std::span<const Analysis> analyses, const Lexicon& lexicon);
std::string changes_text(const Dossier& before, const Dossier& after, std::span<const Analysis> analyses, const Lexicon& lexicon, const TextStyle& style);
std::string changes_markdown(const Dossier& before, const Dossier& after, std::span<const Analysis> analyses, const Lexicon& lexicon);

}  // namespace attest
