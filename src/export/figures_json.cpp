#include "export/export.h"
#include "export/figure_rows.h"

namespace attest {
namespace {

constexpr std::string_view kSays = "what these reports say, not how many died";
constexpr std::string_view kHidden = "Private people's names and words are hidden here, not in the public sources.";

void text_or_null(JsonWriter& out, std::string_view key, const std::string& text) {
  out.key(key);
  if (text.empty()) out.null();
  else out.value(text);
}

// The fields of a row, inside an object that the caller opened.
void fields(JsonWriter& out, const FigureRow& r) {
  out.field("incident", r.incident).field("title", r.title);
  text_or_null(out, "place", r.place), text_or_null(out, "place_precision", r.place_precision), text_or_null(out, "when", r.when), text_or_null(out, "kind", r.kind);
  out.field("harm", r.effect).field("scope", r.scope).field("figure", r.figure).field("low", r.low).field("high", r.high).field("point", r.point);
  text_or_null(out, "as_of", r.as_of), text_or_null(out, "stated_on", r.stated_on), text_or_null(out, "origin", r.origin);
  text_or_null(out, "status", r.status), text_or_null(out, "certainty", r.certainty), text_or_null(out, "support", r.counts);
  out.key("policies").begin_object();
  for (const auto& [name, p] : r.policies) out.key(name).begin_object().field("low", p.low).field("best", p.best).field("high", p.high).end_object();
  out.end_object().field("reviewed", r.reviewed);
  text_or_null(out, "sentence", r.sentence), text_or_null(out, "address", r.address), text_or_null(out, "report", r.report);
  out.field("says", kSays);
}

// Whether any figure has not been checked by a person, told before all of them.
bool all_reviewed(const std::vector<FigureRow>& rows) {
  for (const auto& r : rows)
    if (!r.reviewed) return false;
  return !rows.empty();
}

std::vector<FigureRow> rows_of(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon, const ShareOptions& options) {
  return figure_rows(dossier, analyses, Redactor::shared(dossier, analyses, lexicon, options.names), options.links);
}

}  // namespace

std::string figures_json(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon, const ShareOptions& options) {
  const auto rows = rows_of(dossier, analyses, lexicon, options);
  JsonWriter out(1);
  out.begin_object().field("restricted", false).field("unreviewed", !all_reviewed(rows)).field("says", kSays).field("note", kHidden).key("figures").begin_array();
  for (const auto& r : rows) {
    out.begin_object();
    fields(out, r);
    out.end_object();
  }
  out.end_array().end_object();
  return std::move(out).text() + "\n";
}

// RFC 7946: longitude before latitude. A figure whose place is a province or country, or withheld, has no geometry and is still there.
std::string figures_geojson(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon, const ShareOptions& options) {
  const auto rows = rows_of(dossier, analyses, lexicon, options);
  JsonWriter out(1);
  out.begin_object().field("type", "FeatureCollection").field("restricted", false).field("unreviewed", !all_reviewed(rows)).field("says", kSays).field("note", kHidden);
  out.key("features").begin_array();
  for (const auto& r : rows) {
    out.begin_object().field("type", "Feature").key("geometry");
    if (r.latitude && r.longitude)
      out.begin_object().field("type", "Point").key("coordinates").begin_array().value(*r.longitude, 3).value(*r.latitude, 3).end_array().end_object();
    else out.null();
    out.key("properties").begin_object();
    fields(out, r);
    out.end_object().end_object();
  }
  out.end_array().end_object();
  return std::move(out).text() + "\n";
}

}  // namespace attest
