#pragma once
// The parts of the pages of words: also sections of the html dossier.
#include <array>

#include "export/words_view.h"

namespace attest {

void html_words_sentences(Markup& out, const std::string& summary, const std::vector<ViewStatement>& statements);
// `prefix` keeps anchors apart on a page that has others.
void html_ledger(Markup& out, const ViewWords& words, const std::string& prefix);
void html_words_contradictions(Markup& out, const ViewWords& words);
// Referents down, outlets across, the words in the cells.
void html_naming_matrix(Markup& out, const ViewWords& words);
void html_not_told(Markup& out, const ViewWords& words);

// The two sections of the html dossier: who said what (what several reports tell, pledges, what contradicts), and how things are
// named.
void html_words_sections(Markup& out, const Dossier& dossier, std::span<const Analysis> analyses, const Redactor& redactor);

}  // namespace attest
