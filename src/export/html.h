#pragma once
// The parts of the html dossier. Each writes one section of the page from the view; none reads a report.
#include <string>
#include <vector>

#include "export/markup.h"
#include "export/view.h"

namespace attest {

extern const char* const kDossierStyle;

void html_link(Markup& out, const ViewLink& link);
// Links with commas between; beyond `most` the rest fold into a <details>.
void html_links(Markup& out, const std::vector<ViewLink>& links, std::size_t most = 4);
// One cell of a table; its label stands before it where a narrow screen turns rows into cards.
void html_cell(Markup& out, const std::string& label, const std::string& text);
void html_passage(Markup& out, const Passage& passage);
void html_list(Markup& out, const std::vector<std::string>& items);
// What is said of an incident as a whole, each with links; nothing where there is none.
void html_findings(Markup& out, const char* heading, const char* lead, const std::vector<ViewFinding>& findings);
// The class of a policy's elements: its own name where it is a published one, else "own".
std::string policy_class(const std::string& policy);
// Low, best and high of a toll under each policy; the page's switch shows one.
void html_range(Markup& out, const ViewToll& toll);

void html_incident(Markup& out, const View& view, const ViewIncident& incident);
// `in_summary`: its range stands in the incident's summary just above.
void html_toll(Markup& out, const ViewToll& toll, bool in_summary);
void html_conflicts(Markup& out, const std::vector<ViewConflict>& conflicts);
void html_reports(Markup& out, const View& view);
void html_sources(Markup& out, const View& view);
void html_method(Markup& out, const View& view);

}  // namespace attest
