#pragma once
// Small reports for the tests of linking: claims written as text, with the fields that matter set by name. Places and people are invented.
#include <string>
#include <vector>

#include "model/model.h"
#include "text/text.h"

namespace attest::testing {

inline Located place(std::string name, double latitude, double longitude, Precision precision = Precision::kSettlement, std::string admin1 = "North") {
  Located out;
  out.name = name;
  out.country = "XA";
  out.admin1 = std::move(admin1);
  out.latitude = latitude;
  out.longitude = longitude;
  out.precision = precision;
  out.gazetteer = "test:" + name;
  return out;
}

// Towns of an invented country: Tarsk and Dolen lie 10 km apart, Weylin 100 km off in another province.
inline Located tarsk() { return place("Tarsk", 45.00, 20.00); }
inline Located dolen() { return place("Dolen", 45.09, 20.00); }
inline Located weylin() { return place("Weylin", 46.00, 21.00, Precision::kSettlement, "South"); }
inline Located north() { return place("North", 45.20, 20.20, Precision::kProvince); }
inline Located whole_country() { return place("Arvania", 45.5, 20.5, Precision::kCountry, ""); }

inline Source source(std::string text, std::string kind = "monitor", bool named = true) {
  Source s;
  s.text = std::move(text);
  s.cue = "said";
  s.kind = std::move(kind);
  s.named = named;
  return s;
}

// Builds one report; each claim has a sentence of its own. `on`, `in`, `from` … complete the claim added last.
class ReportBuilder {
 public:
  ReportBuilder(std::string id, std::string outlet, std::string day) {
    a_.report.id = "sha256:" + id;
    a_.report.input = id + ".txt";
    a_.report.outlet = std::move(outlet);
    a_.report.language = "en";
    a_.findings.dates.reference = Date::parse(day);
  }
  ReportBuilder& text(std::string_view words) {
    a_.report.text += std::string(words) + " ";
    return *this;
  }
  ReportBuilder& killed(std::int64_t n, std::string_view words, Modifier modifier = Modifier::kExact) {
    const auto begin = static_cast<std::uint32_t>(a_.report.text.size());
    text(words);
    Claim c;
    c.id = "c" + std::to_string(a_.findings.claims.size() + 1);
    c.span = {begin, begin + static_cast<std::uint32_t>(words.size())};
    c.sentence = c.span;
    Count count;
    count.span = c.span;
    count.modifier = modifier;
    const bool floor = modifier == Modifier::kAtLeast || modifier == Modifier::kMoreThan || modifier == Modifier::kVague;
    if (modifier != Modifier::kNearly && modifier != Modifier::kAbout) count.low = n;
    if (!floor && modifier != Modifier::kAbout) count.high = n;
    if (modifier != Modifier::kVague) count.point = n;
    c.count = count;
    a_.findings.claims.push_back(std::move(c));
    return *this;
  }
  ReportBuilder& on(std::string_view start, std::string_view end = "") {
    last().time.days = {Date::parse(start), Date::parse(end.empty() ? start : end)};
    last().time.span = last().span;
    return *this;
  }
  ReportBuilder& in(std::vector<Located> places) {
    for (const Located& p : places) last().places.push_back(p.name);
    last().located = std::move(places);
    last().place_spans.push_back(last().span);
    return *this;
  }
  ReportBuilder& from(std::vector<Source> chain) {
    last().attribution = std::move(chain);
    for (Source& s : last().attribution) s.span = last().span;
    return *this;
  }
  ReportBuilder& by(Means means) {
    last().means = means;
    return *this;
  }
  ReportBuilder& background() {
    last().background = true;
    return *this;
  }
  ReportBuilder& part_of(std::string id) {
    last().part_of = std::move(id);
    return *this;
  }
  ReportBuilder& measure(Measure m) {
    last().measure = m;
    return *this;
  }
  ReportBuilder& quote(std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(a_.report.text.size());
    text(words);
    Quote q;
    q.id = "q" + std::to_string(a_.findings.quotes.size() + 1);
    q.span = {begin, begin + static_cast<std::uint32_t>(words.size())};
    a_.findings.quotes.push_back(std::move(q));
    return *this;
  }
  Claim& last() { return a_.findings.claims.back(); }
  operator Analysis() {
    a_.tokens = tokenize(a_.report.text);
    return a_;
  }

 private:
  Analysis a_;
};

// "a.c1 a.c2 | b.c1": the incidents of a case as groups of report and claim, in the order of the links.
inline std::string groups(const Links& links, const std::vector<Analysis>& all) {
  std::string out;
  for (const LinkedIncident& i : links.incidents) {
    if (!out.empty()) out += " | ";
    std::string group;
    for (const Member& m : i.members) group += (group.empty() ? "" : " ") + all[m.claim.report].report.id.substr(7) + "." + m.claim.claim;
    out += group;
  }
  return out;
}

}  // namespace attest::testing
