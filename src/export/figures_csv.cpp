#include "export/export.h"
#include "export/figure_rows.h"

namespace attest {
namespace {

constexpr std::string_view kSays = "what these reports say, not how many died";
constexpr std::string_view kPolicies[] = {"ucdp", "ibc", "acled", "two_origins"};

// A cell: quoted where it must be, and never a formula for the program that opens it.
std::string cell(std::string_view text) {
  std::string out(text);
  if (!out.empty() && std::string_view("=+-@\t\r").find(out.front()) != std::string_view::npos) out.insert(0, "'");
  if (out.find_first_of(",\"\n\r") == std::string::npos) return out;
  std::string quoted = "\"";
  for (const char c : out) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

std::string number(const std::optional<std::int64_t>& n) { return n ? std::to_string(*n) : std::string(); }

std::string degrees(const std::optional<double>& d) {
  if (!d) return {};
  JsonWriter out;
  out.value(*d, 3);
  return std::move(out).text();
}

class Line {
 public:
  void text(std::string_view value) { add(cell(value)); }
  void raw(std::string_view value) { add(value); }
  std::string end() && { return std::move(out_) + "\r\n"; }

 private:
  void add(std::string_view value) {
    out_ += (first_ ? "" : ",") + std::string(value);
    first_ = false;
  }
  std::string out_;
  bool first_ = true;
};

}  // namespace

std::string figures_csv(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon, const ShareOptions& options) {
  Line head;
  for (const auto name : {"incident", "title", "place", "place_precision", "latitude", "longitude", "when", "kind", "harm", "scope", "figure", "low", "high", "point", "as_of", "stated_on",
                          "origin", "status", "certainty", "support"})
    head.raw(name);
  for (const auto policy : kPolicies)
    for (const auto end : {"_low", "_best", "_high"}) head.raw(std::string(policy) + end);
  for (const auto name : {"reviewed", "sentence", "address", "report", "says"}) head.raw(name);
  std::string out = std::move(head).end();
  for (const FigureRow& r : figure_rows(dossier, analyses, Redactor::shared(dossier, analyses, lexicon, options.names), options.links)) {
    Line line;
    for (const auto* text : {&r.incident, &r.title, &r.place, &r.place_precision}) line.text(*text);
    line.raw(degrees(r.latitude)), line.raw(degrees(r.longitude));
    for (const auto* text : {&r.when, &r.kind, &r.effect, &r.scope, &r.figure}) line.text(*text);
    line.raw(number(r.low)), line.raw(number(r.high)), line.raw(number(r.point));
    for (const auto* text : {&r.as_of, &r.stated_on, &r.origin, &r.status, &r.certainty, &r.counts}) line.text(*text);
    for (const auto policy : kPolicies) {
      const auto p = r.policies.find(std::string(policy));
      const FigureRow::Policy values = p == r.policies.end() ? FigureRow::Policy{} : p->second;
      line.raw(number(values.low)), line.raw(number(values.best)), line.raw(number(values.high));
    }
    line.raw(r.reviewed ? "yes" : "no");
    for (const auto* text : {&r.sentence, &r.address, &r.report}) line.text(*text);
    line.text(kSays);
    out += std::move(line).end();
  }
  return out;
}

}  // namespace attest
