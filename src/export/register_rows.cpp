#include "export/register_rows.h"

#include <algorithm>

#include "export/export.h"
#include "export/words.h"

namespace attest {
namespace {

const ViewToll* toll_of(const ViewIncident& incident, std::string_view effect, std::string_view scope) {
  const auto it = std::find_if(incident.tolls.begin(), incident.tolls.end(), [&](const ViewToll& t) { return t.effect == effect && t.scope == scope; });
  return it == incident.tolls.end() ? nullptr : &*it;
}

// Low, best where asked for, and high of one toll; "<5" where the number may not be shown.
void add_range(std::vector<RegisterCell>& out, const std::string& name, const ViewToll* toll, const std::string& policy, bool best) {
  const ViewEstimate* e = toll ? estimate_of(*toll, policy) : nullptr;
  const auto add = [&](const char* end, const std::optional<std::int64_t>& n) {
    if (toll && toll->coarse) out.push_back({name + "_" + end, "<5", false});
    else out.push_back({name + "_" + end, n ? std::to_string(*n) : "", true});
  };
  add("low", e ? e->low : std::nullopt);
  if (best) add("best", e ? e->best : std::nullopt);
  add("high", e ? e->high : std::nullopt);
}

// Each alleged party with its claimants in the same cell: a name never stands as alleged without who says so.
std::string alleged(const ViewIncident& incident) {
  std::string out;
  for (const auto& r : incident.responsibility) {
    std::string by;
    for (const auto& a : r.accusers) by += (by.empty() ? "" : ", ") + a.name;
    if (by.empty() || r.alleged.empty()) continue;
    out += (out.empty() ? "" : "; ") + r.alleged + " (alleged by " + by + ")";
  }
  return out;
}

std::string standings(const ViewIncident& incident) {
  std::string out;
  for (const auto& r : incident.responsibility)
    if (out.find(r.standing) == std::string::npos) out += (out.empty() ? "" : " ") + r.standing;
  return out;
}

}  // namespace

std::vector<RegisterCell> register_row(const ViewIncident& i, const std::string& policy) {
  std::vector<RegisterCell> out;
  const auto text = [&](const char* column, std::string value) { out.push_back({column, std::move(value), false}); };
  text("incident", i.id);
  text("title", i.title);
  text("first_day", i.start ? i.start->iso() : "");
  text("last_day", i.end ? i.end->iso() : "");
  text("place", i.where);
  text("precision", i.place ? std::string(name(i.place->precision)) : "");
  const ViewToll* main = toll_of(i, "killed", "all");
  add_range(out, "killed", main, policy, true);
  add_range(out, "civilians", toll_of(i, "killed", "civilian"), policy, false);
  add_range(out, "wounded", toll_of(i, "wounded", "all"), policy, false);
  add_range(out, "women", toll_of(i, "killed", "women"), policy, false);
  add_range(out, "children", toll_of(i, "killed", "children"), policy, false);
  text("alleged_responsible", alleged(i));
  const ViewToll* graded = main ? main : main_toll(i);
  text("happened", graded ? graded->happened : "");
  text("how_many", graded ? graded->how_many : "");
  text("responsible", standings(i));
  out.push_back({"reports", std::to_string(i.reports.size()), true});
  out.push_back({"origins_least", graded ? std::to_string(graded->origins_least) : "0", true});
  out.push_back({"origins_most", graded ? std::to_string(graded->origins_most) : "0", true});
  text("reviewed", i.reviewed ? "yes" : "no");
  text("policy", policy);
  text("says", std::string(kTollNotice));
  return out;
}

std::vector<std::string> register_columns() {
  std::vector<std::string> out;
  for (const auto& cell : register_row({}, "")) out.push_back(cell.column);
  return out;
}

std::string csv_field(const std::string& text) {
  static constexpr std::string_view kFormula = "=+-@\t\r";
  std::string out = !text.empty() && kFormula.find(text[0]) != std::string_view::npos ? "'" + text : text;
  if (out.find_first_of(",\"\r\n") == std::string::npos) return out;
  std::string quoted = "\"";
  for (const char c : out) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string csv_line(const std::vector<std::string>& fields) {
  std::string out;
  for (std::size_t i = 0; i < fields.size(); ++i) out += (i ? "," : "") + csv_field(fields[i]);
  return out + "\r\n";
}

}  // namespace attest
