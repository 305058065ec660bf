#include "find/finders.h"

namespace attest {

ReportDates find_report_dates(const FindInput& in) {
  ReportDates out;
  if (!in.report.published) return out;
  const auto day = Date::parse(*in.report.published);
  if (!day) return out;
  out.published = in.report.published;
  out.published_from = "metadata";
  out.reference = day;
  out.all.push_back({*day, "metadata", {}});
  return out;
}

}  // namespace attest
