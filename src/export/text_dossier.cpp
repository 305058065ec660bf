// The dossier for a terminal: restricted, with full sentences and names.
#include "export/differences.h"
#include "export/export.h"
#include "export/text_layout.h"
#include "export/view.h"
#include "export/words.h"
#include "export/words_view.h"

namespace attest {
namespace {

using Look = TextLayout::Look;
using Row = std::vector<TextLayout::Cell>;

std::string names_of(const std::vector<ViewLink>& all, std::size_t most = 3) {
  std::string out;
  std::vector<ViewLink> links;  // a report once, however often it gives the figure
  for (const ViewLink& link : all)
    if (!link.text.starts_with(kAgainThere)) links.push_back(link);
  for (std::size_t i = 0; i < links.size() && i < most; ++i) out += (i ? "; " : "") + links[i].text;
  if (links.size() > most) out += " and " + std::to_string(links.size() - most) + " more";
  return out;
}

std::string number_or(const std::optional<std::int64_t>& n, const char* unknown) { return n ? number_words(*n) : unknown; }

class TextDossier {
 public:
  TextDossier(const View& view, const TextStyle& style) : view_(view), out_(style) {}

  std::string write() {
    out_.heading(view_.title);
    out_.paragraph(plural(static_cast<std::int64_t>(view_.reports.size()), "report", "reports") + " of " + view_.span_of_reports +
                   ", " + plural(static_cast<std::int64_t>(view_.sources.size()), "source", "sources") + ", " +
                   plural(static_cast<std::int64_t>(view_.incidents.size()), "incident", "incidents") + ". As of " + view_.as_of +
                   ". Restricted: names and full sentences.");
    out_.paragraph(
        std::string(view_.reviewed ? "Partly reviewed: people decided on what is marked so; nobody has checked the rest."
                                   : "Unreviewed: no person has checked this account.") +
            " Every number is " + std::string(kTollNotice) + ".",
        0, 0, Look::kStrong);
    for (const auto& i : view_.incidents) incident(i);
    if (!view_.conflicts.empty()) {
      out_.heading("Contradictions that are not about figures");
      conflicts(view_.conflicts);
    }
    sources();
    gaps();
    return std::move(out_).str();
  }

 private:
  void incident(const ViewIncident& i) {
    out_.heading(i.title);
    if (!i.parents.empty()) out_.item("Part of", names_of(i.parents));
    if (!i.parts.empty()) out_.item("Holds", names_of(i.parts, 8));
    for (const auto& [label, text] : i.summary) out_.item(label, text);
    out_.item("Reports", names_of(i.reports, 6));
    for (const auto& t : i.tolls) toll(t);
    contradicting(i);
    if (!i.missing.empty()) out_.subheading("What these reports do not say");
    for (const auto& m : i.missing) out_.paragraph("- " + m, 0, 2);
    findings("Parts and wholes", i.arithmetic);
    findings("People who moved from one count to another", i.moves);
    findings("What a report does not mention, though it was public a day before", i.not_mentioned);
    findings("Open questions", i.questions);
    findings("What people decided", i.overruled);
    if (i.timeline.size() > 1) out_.subheading("Timeline, by the day for which a figure holds");
    for (const auto& m : i.timeline)
      if (i.timeline.size() > 1) out_.item(m.day.iso(), m.text);
  }

  // What is no contradiction stands apart from what is one.
  void contradicting(const ViewIncident& i) {
    if (i.conflicts.empty()) return;
    std::vector<ViewConflict> real, apparent;
    for (const auto& c : i.conflicts) (c.kind == "conflict" ? real : apparent).push_back(c);
    out_.subheading("What contradicts");
    if (real.empty()) out_.paragraph(std::string(kNoContradiction));
    conflicts(real);
    if (!apparent.empty()) out_.subheading(apparent_heading(apparent.size()));
    conflicts(apparent);
  }

  void findings(const char* heading, const std::vector<ViewFinding>& list) {
    if (!list.empty()) out_.subheading(heading);
    for (const auto& f : list) out_.paragraph("- " + f.text, 0, 2);
  }

  void toll(const ViewToll& t) {
    out_.subheading(t.heading);
    out_.paragraph(t.counts + ". " + grades(t) + " This is " + std::string(kTollNotice) + ".");
    std::vector<Row> rows;
    for (const auto& e : t.estimates) {
      const auto look = e.policy == view_.policy ? Look::kStrong : Look::kPlain;
      rows.push_back({{e.title, look},
                      {number_or(e.low, "unknown"), look},
                      {number_or(e.best, "unknown"), look},
                      {number_or(e.high, e.low ? "open" : "unknown"), look},
                      {names_of(e.used), Look::kPlain}});
    }
    out_.blank();
    for (const auto& o : t.overruled) out_.paragraph(o.text, 0, 0, Look::kStrong);
    if (!rows.empty() && !t.mixed) out_.table({"Policy", "Low", "Best", "High", "Decided by"}, rows);
    out_.blank();
    rows.clear();
    for (const auto& r : t.readings) {
      const auto look = r.status == "standing" ? Look::kStrong : Look::kPlain;
      std::string status =
          status_words(r.status) +
          (r.supersedes.empty() ? "" : "; replaces " + r.supersedes + (r.change.empty() ? "" : " and " + r.change)) +
          (r.interest.empty() ? "" : "; " + r.interest) + (r.note.empty() ? "" : ". " + r.note);
      const std::string day = r.as_of ? r.as_of->iso() : r.stated_on ? "said " + r.stated_on->iso() : "–";
      rows.push_back({{(r.origin.empty() ? "no source given" : r.origin) + (r.chain.empty() ? "" : " (" + r.chain + ")"), Look::kPlain},
                      {r.figure + (r.words.empty() ? "" : " (“" + r.words + "”)"), look},
                      {day, Look::kPlain},
                      {status, Look::kPlain},
                      {names_of(r.evidence, 1), Look::kPlain},
                      {r.relays.empty() ? "–" : names_of(r.relays, 2), Look::kPlain}});
    }
    if (!rows.empty()) out_.table({"Origin", "Figure", "As of", "Status", "First in", "Relayed by"}, rows);
    for (const auto& e : t.estimates)
      if (e.policy == view_.policy)
        for (const auto& aside : e.set_aside)
          out_.paragraph("Set aside by " + e.title + ": " + aside.figure + ", " + aside.origin + ": " + aside.reason, 0, 4);
  }

  void conflicts(const std::vector<ViewConflict>& list) {
    for (const auto& c : list) {
      out_.paragraph(capitalised(c.about) + ": " + c.reason, 0, 2);
      for (const auto& s : c.sides)
        out_.paragraph(s.label + (s.figure.empty() ? "" : ", " + s.figure) + ": " + plain(s.sentence), 2, 2);
    }
  }

  void sources() {
    out_.heading("Sources, and who relays them");
    std::vector<Row> rows;
    for (const auto& s : view_.sources)
      rows.push_back({{s.name, Look::kStrong},
                      {s.kind, Look::kPlain},
                      {s.party, Look::kPlain},
                      {number_words(s.figures), Look::kPlain},
                      {names_of(s.relayed_by), Look::kPlain}});
    if (!rows.empty()) out_.table({"Source", "Kind", "Organ of", "Figures", "Relayed by"}, rows);
    for (const auto& d : view_.dependencies) out_.paragraph("- " + d.from.text + " " + d.signal + ": " + d.to, 0, 2);
  }

  void gaps() {
    out_.heading("What is missing");
    for (const auto& m : view_.missing) out_.paragraph("- " + m, 0, 2);
    for (const auto& [input, why] : view_.skipped) out_.paragraph("- Left out: " + input + " (" + why + ")", 0, 2);
    if (view_.missing.empty() && view_.skipped.empty())
      out_.paragraph("Every report has a day, an outlet and a figure; every input could be read.");
    out_.blank();
    out_.paragraph("Made by " + view_.made_by + ". The sentences stand in --format html and json.", 0, 0, Look::kSoft);
  }

  const View& view_;
  TextLayout out_;
};

}  // namespace

std::string dossier_text(const Dossier& dossier, std::span<const Analysis> analyses, const TextStyle& style) {
  return TextDossier(build_view(dossier, analyses, Redactor::restricted(analyses)), style).write() +
         words_sections_text(dossier, analyses, style);
}

}  // namespace attest
