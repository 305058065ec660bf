#pragma once
// A dossier as people and programs read it: one file a format. Shared formats (html, md) follow METHOD 10.
#include <optional>
#include <span>
#include <string>

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
// `analyze --format text`: one report's findings for a terminal. Restricted.
std::string analysis_text(const Analysis& analysis, const TextStyle& style);

}  // namespace attest
