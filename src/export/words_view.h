#pragma once
// The ledger and the naming table as pages show them: every text that came from a report has gone through the redactor.
#include <string>
#include <vector>

#include "export/export.h"
#include "export/markup.h"
#include "export/redact.h"
#include "export/view_context.h"

namespace attest {

struct ViewStatement {
  std::string report;   // label
  std::string relayed;  // "according to X", "" the outlet's own words
  Passage sentence;
};

struct ViewEntry {
  std::string id, day, told, act, detail, strength, actor, office, target, topic, venue, due, amount;
  std::vector<ViewStatement> statements;
  std::vector<std::string> why, touched_by;
};

struct ViewNamed {
  std::string text, device, tone;
  bool own_voice = true;
  std::vector<ViewStatement> uses;
};

struct ViewReferent {
  std::string id, name, kind;
  std::vector<std::vector<ViewNamed>> outlets;
};

struct ViewWords {
  std::vector<ViewEntry> entries;
  std::vector<std::string> outlets;
  std::vector<ViewReferent> referents;
  int people_left_out = 0;  // private persons without a row in a shared page
  struct Gap {
    std::string report, what;
  };
  std::vector<Gap> not_told;
  struct Contradiction {
    std::string about, reason;
    std::vector<ViewStatement> sides;
  };
  std::vector<Contradiction> contradictions;
};

ViewWords view_words(const Dossier& dossier, std::span<const Analysis> analyses, const Redactor& redactor,
                     const WordsFilter& filter);

// "condemn (criticise)", "deny", "other: announce".
std::string act_words(const std::string& act, const std::string& detail);
// One outlet's names for one referent: "“the rebels” ×3 (quoted) [loaded]"; of harm, the devices alone.
std::string names_words(const std::vector<ViewNamed>& names, bool harm);
// Whether a dossier shows the entry beside its incidents: what several reports tell, pledges and inquiries, and who is said to
// have done what and why.
bool shown_in_dossier(const ViewEntry& entry);
inline constexpr std::string_view kStatementsHeading =
    "Statements: accusations, condemnations, denials, claims, pledges, and what several reports tell";
// Whether the entry passes the filter.
bool passes(const LedgerEntry& entry, const WordsFilter& filter);
// A page's head with the style named by its hash, so that nothing else may be loaded or run.
void words_page_head(Markup& out, const std::string& title);
extern const char* const kWordsStyle;
// The sections of the text dossier: statements that several reports tell, pledges, and what several outlets name differently.
std::string words_sections_text(const Dossier& dossier, std::span<const Analysis> analyses, const TextStyle& style);

}  // namespace attest
