#pragma once
// A dossier as people and programs read it: one file a format. Shared formats (html, md) follow METHOD 10.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "know/rules.h"
#include "model/model.h"

namespace attest {

struct TextStyle {
  int columns = 100;    // 80 to 200
  bool colours = false; // only on a terminal
};

// Restricted: full sentences and names.
std::string dossier_text(const Dossier& dossier, std::span<const Analysis> analyses, const TextStyle& style);
// Shared: private people's names and words are taken out by the lexicon's file `privacy`; without it more is taken out, never less.
std::string dossier_markdown(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon);
std::string dossier_html(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon);
// The account of one incident alone, named by its id, the first four or more characters of it, or its title; nullopt where there is none. The
// reports stay all: they keep their numbers.
std::optional<Dossier> one_incident(const Dossier& dossier, std::string_view wanted);

// The statement ledger and the naming comparison. text, json and csv are restricted (full sentences and names); html is shared and has its
// filters without a script.
struct WordsFilter {
  std::string act;    // only this act of the contract's list, "" all
  std::string actor;  // only actors whose name holds these words, "" all
};
std::string statements_text(const Dossier& dossier, std::span<const Analysis> analyses, const WordsFilter& filter, const TextStyle& style);
std::string statements_json(const Dossier& dossier, std::span<const Analysis> analyses, const WordsFilter& filter);
std::string statements_csv(const Dossier& dossier, std::span<const Analysis> analyses, const WordsFilter& filter);
std::string statements_html(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon, const WordsFilter& filter);
std::string naming_text(const Dossier& dossier, std::span<const Analysis> analyses, const TextStyle& style);
std::string naming_json(const Dossier& dossier, std::span<const Analysis> analyses);
std::string naming_csv(const Dossier& dossier, std::span<const Analysis> analyses);
std::string naming_html(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon);

// Whose names stand in the sentences of a shared output (METHOD 10). Titles, labels, addresses and file names never hold them; children, people
// whose faith or people is told in the same sentence, and sentences on sexual violence keep hidden.
enum class ShownNames { kNone, kDead, kLiving };

struct ShareOptions {
  ShownNames names = ShownNames::kNone;
  bool links = true;  // addresses of reports, in which what is hidden here stands
};
// One row, object or feature a figure. Shared.
std::string figures_csv(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon, const ShareOptions& options);
std::string figures_json(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon, const ShareOptions& options);
std::string figures_geojson(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon, const ShareOptions& options);
// `analyze --format text`: one report's findings for a terminal. Restricted.
std::string analysis_text(const Analysis& analysis, const TextStyle& style);


// --- what a recorder's desk needs daily; all shared (METHOD 10), every number is what these reports say ---

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
// Which reports depend on which, for sharing: Graphviz, and a page. Bodies and outlets only; never a witness, activist or local reporter.
std::string link_dot(const Links& links, std::span<const Analysis> analyses, const Lexicon& lexicon);
std::string link_html(const Links& links, std::span<const Analysis> analyses, const Lexicon& lexicon);

}  // namespace attest
