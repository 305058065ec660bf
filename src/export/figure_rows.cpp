#include "export/figure_rows.h"

#include <cmath>


namespace attest {
namespace {

std::string iso(const std::optional<Date>& day) { return day ? day->iso() : std::string(); }

// Three decimals are about 100 m: the place a word names, never a house.
double coarse(double degrees) { return std::round(degrees * 1000) / 1000; }

class Rows {
 public:
  Rows(const Dossier& dossier, std::span<const Analysis> analyses, const Redactor& redactor, bool with_links)
      : dossier_(dossier), analyses_(analyses), redactor_(redactor), with_links_(with_links), view_(build_view(dossier, analyses, redactor)) {}

  std::vector<FigureRow> build() {
    for (std::size_t i = 0; i < view_.incidents.size() && i < dossier_.incidents.size(); ++i) incident(dossier_.incidents[i], view_.incidents[i]);
    return std::move(rows_);
  }

 private:
  void incident(const DossierIncident& from, const ViewIncident& seen) {
    FigureRow row;
    row.incident = from.id;
    row.title = seen.title, row.place = seen.where, row.place_precision = seen.precision, row.when = seen.when, row.kind = seen.kind;
    const auto precision = from.place ? from.place->precision : Precision::kUnknown;
    const bool drawn = precision == Precision::kPoint || precision == Precision::kSettlement || precision == Precision::kDistrict;
    if (drawn && !seen.precision.empty()) row.latitude = coarse(from.place->latitude), row.longitude = coarse(from.place->longitude);
    std::size_t t = 0;
    for (const Toll& toll : from.tolls)
      if (!toll.readings.empty() && t < seen.tolls.size()) this->toll(row, toll, seen.tolls[t++]);
  }

  void toll(FigureRow row, const Toll& from, const ViewToll& seen) {
    row.effect = seen.effect, row.scope = seen.scope, row.counts = seen.counts;
    for (const ViewEstimate& e : seen.estimates) row.policies[e.policy] = {e.low, e.best, e.high};
    for (const ViewReading& r : seen.readings) reading(row, from, r);
  }

  void reading(FigureRow row, const Toll& toll, const ViewReading& seen) {
    row.figure = seen.figure, row.low = seen.low, row.high = seen.high, row.point = seen.point;
    row.as_of = iso(seen.as_of), row.stated_on = iso(seen.stated_on);
    row.origin = seen.origin, row.status = seen.status, row.certainty = seen.certainty;
    for (const Reading& r : toll.readings)
      if (r.id == seen.id) evidence(row, r);
    rows_.push_back(std::move(row));
  }

  void evidence(FigureRow& row, const Reading& r) {
    row.reviewed = r.reviewed;
    if (r.claims.empty() || r.claims.front().report >= analyses_.size()) return;
    const auto index = r.claims.front().report;
    const Analysis& a = analyses_[index];
    row.report = a.report.id;
    if (with_links_ && a.report.url) row.address = redactor_.address(*a.report.url);
    for (const Claim& c : a.findings.claims)
      if (c.id == r.claims.front().claim) row.sentence = plain(redactor_.passage(index, c.sentence.empty() ? c.span : c.sentence));
  }

  const Dossier& dossier_;
  std::span<const Analysis> analyses_;
  const Redactor& redactor_;
  const bool with_links_;
  View view_;
  std::vector<FigureRow> rows_;
};

}  // namespace

std::vector<FigureRow> figure_rows(const Dossier& dossier, std::span<const Analysis> analyses, const Redactor& redactor, bool with_links) {
  return Rows(dossier, analyses, redactor, with_links).build();
}

}  // namespace attest
