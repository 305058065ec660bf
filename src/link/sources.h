#pragma once
#include <map>
#include <string>

#include "know/know.h"
#include "link/case_view.h"

namespace attest {

// Who a link of a chain is, across reports.
//
// A known or named source is itself, under its list's id or a slug of its name. A person whom a list knows to speak for an
// organisation is that organisation. An unnamed source is one of its kind under the outlet that it spoke to (METHOD 3):
// `unnamed-police@some-outlet`.
struct SourceId {
  std::string id;
  std::string kind;
  bool named = false;
  friend bool operator==(const SourceId&, const SourceId&) = default;
};

// A report's outlet as a key, else the report itself.
std::string outlet_key(const Report& report);

// Where a report's unnamed sources spoke: the agency whose copy it is, else its outlet.
struct Home {
  std::string key;
  const KnownActor* outlet = nullptr;  // where a list knows it
};

SourceId identify(const Source& link, const std::vector<Source>& chain, std::size_t at, const Home& home, const Knowledge& know);

// The origins of a claim (METHOD 3): of each who says it, in text order without repeats, the last link of its chain that resolves to an
// organisation or person. An unnamed source speaks for the organisation that passes it on, unless that is an outlet. None: the outlet's own
// voice, hence unsourced; but a monitor, party or office that publishes itself is the origin of what it says.
std::vector<SourceId> origins_of(const Claim& claim, const Home& home, const Knowledge& know);

// Fills `sources` (sorted by id), `origins` of all claims and uncounted claims, and the dependencies that name a source. `homes`:
// by report.
void link_sources(const CaseView& view, const std::vector<std::optional<Home>>& homes, const Knowledge& know, Links& links);

}  // namespace attest
