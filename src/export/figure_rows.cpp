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
    row.title = seen.title, row.place = seen.where, row.when = seen.when, row.kind = seen.kind;
    exact_ = !seen.precision.empty();
    if (exact_ && from.place) row.place_precision = name(from.place->precision);
    const auto precision = from.place ? from.place->precision : Precision::kUnknown;
    const bool drawn = precision == Precision::kPoint || precision == Precision::kSettlement || precision == Precision::kDistrict;
    if (drawn && exact_) row.latitude = coarse(from.place->latitude), row.longitude = coarse(from.place->longitude);
    std::size_t t = 0;
    for (const Toll& toll : from.tolls)
      if (!toll.readings.empty() && t < seen.tolls.size()) this->toll(row, toll, seen.tolls[t++]);
  }

  void toll(FigureRow row, const Toll& from, const ViewToll& seen) {
    row.effect = seen.effect, row.scope = scope(seen.scope), row.counts = seen.counts;
    for (const ViewEstimate& e : seen.estimates) row.policies[e.policy] = {e.low, e.best, e.high};
    for (const ViewReading& r : seen.readings) reading(row, from, r);
  }

  // Words of a report that tell a part of the people apart are not given; nor is the part's place where the incident's is withheld.
  std::string scope(std::string_view scope) const {
    constexpr std::string_view kPart = "part: ";
    if (!scope.starts_with(kPart)) return redactor_.label(scope);
    const auto of = scope.substr(kPart.size());
    return of == "single people" || (exact_ && of.starts_with("in ")) ? redactor_.label(scope) : "part";
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
    const Claim* claim = nullptr;
    for (const Claim& c : a.findings.claims)
      if (c.id == r.claims.front().claim) claim = &c;
    if (claim && redactor_.tells_of_sexual_violence(index, claim->span)) return single_case(row);
    row.report = a.report.id;
    if (with_links_ && a.report.url) row.address = redactor_.address(*a.report.url);
    if (claim) row.sentence = plain(redactor_.passage(index, claim->sentence.empty() ? claim->span : claim->sentence));
  }

  // Of sexual violence, counts by province and month only (METHOD 10): no way to the single case, and no number that is one.
  static void single_case(FigureRow& row) {
    row.sentence = "[withheld]";
    const auto few = [](const std::optional<std::int64_t>& n) { return n && *n < 5; };
    if (!few(row.low) && !few(row.high) && !few(row.point)) return;
    row.figure = "fewer than 5";
    row.low.reset(), row.high.reset(), row.point.reset();
    row.policies.clear();
  }

  const Dossier& dossier_;
  std::span<const Analysis> analyses_;
  const Redactor& redactor_;
  const bool with_links_;
  bool exact_ = false;  // the incident's place may be given
  View view_;
  std::vector<FigureRow> rows_;
};

}  // namespace

std::vector<FigureRow> figure_rows(const Dossier& dossier, std::span<const Analysis> analyses, const Redactor& redactor, bool with_links) {
  return Rows(dossier, analyses, redactor, with_links).build();
}

}  // namespace attest
