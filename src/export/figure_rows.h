#pragma once
// A dossier as one row a figure: what tables and maps of others take in. Shared: everything is taken from the view, which is redacted.
#include <map>
#include <string>
#include <vector>

#include "export/view.h"

namespace attest {

struct FigureRow {
  std::string incident, title, place, place_precision, when, kind;
  std::optional<double> latitude, longitude;  // never of a province or country, never where the view withholds the place
  std::string effect, scope, figure;
  std::optional<std::int64_t> low, high, point;
  std::string as_of, stated_on, origin, status, certainty;
  std::string counts;  // "3 reports, 2 to 3 independent origins"
  struct Policy { std::optional<std::int64_t> low, best, high; };
  std::map<std::string, Policy> policies;
  bool reviewed = false;
  std::string sentence, address, report;  // of the first claim; report: sha256:…
};

std::vector<FigureRow> figure_rows(const Dossier& dossier, std::span<const Analysis> analyses, const Redactor& redactor, bool with_links);

}  // namespace attest
