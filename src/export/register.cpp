#include "base/base.h"
#include "export/export.h"
#include "export/register_rows.h"
#include "export/text_layout.h"
#include "export/words.h"

namespace attest {
namespace {

constexpr std::size_t kShortId = 8;  // enough for --incident

View shared_view(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon) {
  return build_view(dossier, analyses, Redactor::shared(dossier, analyses, lexicon));
}

std::string range_of(const ViewIncident& i, std::string_view effect, std::string_view scope, const std::string& policy) {
  for (const auto& t : i.tolls) {
    if (t.effect != effect || t.scope != scope) continue;
    if (t.coarse) return "<5";
    const auto* e = estimate_of(t, policy);
    return e && (e->low || e->high) ? range_words(e->low, e->high) : "unknown";
  }
  return "–";
}

std::string unreviewed(const View& view) {
  return view.reviewed ? "Partly reviewed: people decided on what is marked so; nobody has checked the rest."
                       : "Unreviewed: no person has checked this account.";
}

}  // namespace

std::string register_csv(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon) {
  const View view = shared_view(dossier, analyses, lexicon);
  std::string out = csv_line(register_columns());
  for (const auto& i : view.incidents) {
    std::vector<std::string> fields;
    for (auto& cell : register_row(i, view.policy)) fields.push_back(std::move(cell.text));
    out += csv_line(fields);
  }
  return out;
}

std::string register_text(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon,
                          const TextStyle& style) {
  const View view = shared_view(dossier, analyses, lexicon);
  TextLayout out(style);
  out.heading("Register of incidents");
  out.paragraph(plural(static_cast<std::int64_t>(view.reports.size()), "report", "reports") + " of " + view.span_of_reports +
                ". As of " + view.as_of + ". Low to high by " + policy_title(view.policy) + ": " + std::string(kTollNotice) +
                ".");
  out.paragraph(unreviewed(view));
  out.blank();
  std::vector<std::vector<TextLayout::Cell>> rows;
  for (const auto& i : view.incidents) {
    const auto* toll = main_toll(i);
    rows.push_back({{i.id.substr(0, kShortId), TextLayout::Look::kSoft},
                    {i.when, TextLayout::Look::kPlain},
                    {i.where, TextLayout::Look::kStrong},
                    {range_of(i, "killed", "all", view.policy), TextLayout::Look::kStrong},
                    {range_of(i, "killed", "civilian", view.policy), TextLayout::Look::kPlain},
                    {range_of(i, "wounded", "all", view.policy), TextLayout::Look::kPlain},
                    {toll ? toll->counts : "–", TextLayout::Look::kPlain},
                    {i.reviewed ? "yes" : "no", TextLayout::Look::kSoft}});
  }
  if (rows.empty()) out.paragraph("No incident.");
  else out.table({"Id", "Day", "Place", "Killed", "Civilians", "Wounded", "Reports and origins", "Reviewed"}, rows);
  return std::move(out).str();
}

std::string register_geojson(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon) {
  const View view = shared_view(dossier, analyses, lexicon);
  JsonWriter json(1);
  json.begin_object()
      .field("type", "FeatureCollection")
      .field("says", kTollNotice)
      .field("as_of", view.as_of)
      .field("policy", view.policy)
      .field("review", unreviewed(view));
  json.key("features").begin_array();
  for (const auto& i : view.incidents) {
    json.begin_object().field("type", "Feature").field("id", i.id).key("geometry");
    const bool drawn = i.place && (i.place->precision == Precision::kPoint || i.place->precision == Precision::kSettlement);
    if (drawn) {
      json.begin_object().field("type", "Point").key("coordinates").begin_array();
      json.value(i.place->longitude, 4).value(i.place->latitude, 4).end_array().end_object();
    } else {
      json.null();
    }
    json.key("properties").begin_object();
    for (const auto& cell : register_row(i, view.policy)) {
      json.key(cell.column);
      if (cell.number && cell.text.empty()) json.null();
      else if (cell.number) json.raw(cell.text);
      else json.value(cell.text);
    }
    json.end_object().end_object();
  }
  json.end_array().end_object();
  return std::move(json).text() + "\n";
}

std::string questions_csv(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon) {
  const View view = shared_view(dossier, analyses, lexicon);
  std::string out = csv_line({"incident", "title", "kind", "question"});
  for (const auto& i : view.incidents)
    for (const auto& q : i.questions) out += csv_line({i.id, i.title, q.kind, q.text});
  return out;
}

std::string questions_text(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon,
                           const TextStyle& style) {
  const View view = shared_view(dossier, analyses, lexicon);
  TextLayout out(style);
  out.heading("Open questions");
  for (const auto& i : view.incidents) {
    if (i.questions.empty()) continue;
    out.subheading(i.title);
    for (const auto& q : i.questions) out.paragraph("- " + q.text, 0, 2);
  }
  return std::move(out).str();
}

}  // namespace attest
