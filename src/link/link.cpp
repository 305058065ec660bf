#include "link/link.h"

#include "link/case_view.h"
#include "link/dependencies.h"
#include "link/happenings.h"
#include "link/incidents.h"
#include "link/sources.h"
#include "link/words.h"

namespace attest {

Links link_reports(std::span<const Analysis> analyses, const Knowledge& know) {
  const CaseView view(analyses);
  Links links;
  links.same_as = view.same_as;
  link_agency_credits(view, know, links);
  const ReportPairs linked = link_reports_by_text(view, know, links);
  link_sources(view, know, links);
  std::vector<std::vector<ClaimFacts>> facts;  // owns what the groups point to
  facts.reserve(analyses.size());
  std::vector<Group> all;
  for (const std::uint32_t report : view.order) {
    facts.push_back(claim_facts(view, report, links));
    for (Group& g : happenings(facts.back())) all.push_back(std::move(g));
  }
  links.incidents = finish_incidents(view, join_happenings(view, std::move(all), linked));
  link_origins(view, links);
  finish_dependencies(view, links);
  link_words(view, links);
  return links;
}

}  // namespace attest
