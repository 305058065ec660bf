// The ledger and the naming comparison for a terminal: restricted.
#include <algorithm>

#include "export/text_layout.h"
#include "export/words.h"
#include "export/words_view.h"

namespace attest {
namespace {

using Look = TextLayout::Look;

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : ", ") + item;
  return out;
}

void entry_text(TextLayout& out, const ViewEntry& e) {
  std::string line = e.id + "  " + (e.day.empty() ? "told " + e.told : e.day) + "  " + e.actor +
                     (e.office.empty() ? "" : " (" + e.office + ")") + " – " + act_words(e.act, e.detail);
  if (!e.target.empty()) line += " → " + e.target;
  if (!e.strength.empty()) line += " [" + e.strength + "]";
  out.paragraph(line, 0, 6, Look::kStrong);
  std::string facts;
  const auto fact = [&](const char* label, const std::string& value) {
    if (!value.empty()) facts += (facts.empty() ? "" : "; ") + std::string(label) + " " + value;
  };
  fact("about:", e.topic);
  fact("amount:", e.amount);
  fact("said at:", e.venue);
  fact("by when:", e.due);
  fact("touched by:", joined(e.touched_by));
  if (!facts.empty()) out.paragraph(facts, 6, 2);
  for (const ViewStatement& s : e.statements)
    out.paragraph(s.report + (s.relayed.empty() ? "" : ", " + s.relayed) + ": " + plain(s.sentence), 6, 2, Look::kSoft);
}

}  // namespace

std::string names_words(const std::vector<ViewNamed>& names, bool harm) {
  std::string out;
  for (const ViewNamed& n : names) {
    out += (out.empty() ? "" : "; ") + (harm ? n.device : "“" + n.text + "”");
    if (n.uses.size() > 1) out += " ×" + std::to_string(n.uses.size());
    if (!n.own_voice) out += " (quoted)";
    if (!harm && n.tone != "neutral" && n.tone != "neutral_formal") out += " [" + spaced(n.tone) + "]";
  }
  return out;
}

std::string statements_text(const Dossier& dossier, std::span<const Analysis> analyses, const WordsFilter& filter,
                            const TextStyle& style) {
  const ViewWords words = view_words(dossier, analyses, Redactor::restricted(analyses), filter);
  TextLayout out(style);
  out.heading("Who said and decided what");
  out.paragraph(plural(static_cast<std::int64_t>(words.entries.size()), "statement", "statements") + " in " +
                plural(static_cast<std::int64_t>(analyses.size()), "report", "reports") +
                ". What these reports say was said; no person has checked it. Restricted: names and full sentences.");
  for (const ViewEntry& e : words.entries) {
    out.blank();
    entry_text(out, e);
  }
  if (!words.contradictions.empty()) out.heading("Where reports contradict each other");
  for (const auto& c : words.contradictions) {
    out.paragraph(capitalised(spaced(c.about)) + ": " + c.reason, 0, 2);
    for (const ViewStatement& s : c.sides) out.paragraph(s.report + ": " + plain(s.sentence), 4, 2, Look::kSoft);
  }
  return std::move(out).str();
}

std::string words_sections_text(const Dossier& dossier, std::span<const Analysis> analyses, const TextStyle& style) {
  const ViewWords words = view_words(dossier, analyses, Redactor::restricted(analyses), {});
  TextLayout out(style);
  bool any = false;
  for (const ViewEntry& e : words.entries) {
    if (!shown_in_dossier(e)) continue;
    if (!any) out.heading(std::string(kStatementsHeading));
    any = true;
    entry_text(out, e);
  }
  any = false;
  for (const ViewReferent& r : words.referents) {
    const auto used = std::count_if(r.outlets.begin(), r.outlets.end(), [](const auto& names) { return !names.empty(); });
    if (used < 2 || r.kind == "harm") continue;
    if (!any) out.heading("How things are named");
    any = true;
    out.subheading(r.name.empty() ? r.id : r.name);
    for (std::size_t i = 0; i < r.outlets.size(); ++i)
      if (!r.outlets[i].empty()) out.paragraph(words.outlets[i] + ": " + names_words(r.outlets[i], false), 2, 2);
  }
  return std::move(out).str();
}

std::string naming_text(const Dossier& dossier, std::span<const Analysis> analyses, const TextStyle& style) {
  const ViewWords words = view_words(dossier, analyses, Redactor::restricted(analyses), {});
  TextLayout out(style);
  out.heading("How things are named");
  out.paragraph(
      "Each outlet's names in its own voice, and in that of somebody it quotes. Tones come from a short word list: a help to "
      "find sentences, no measure of an outlet. No outlet is ranked.");
  for (const ViewReferent& r : words.referents) {
    out.subheading((r.name.empty() ? r.id : r.name) + " (" + r.id + ")");
    for (std::size_t i = 0; i < r.outlets.size(); ++i)
      if (!r.outlets[i].empty()) out.paragraph(words.outlets[i] + ": " + names_words(r.outlets[i], r.kind == "harm"), 2, 2);
  }
  if (!words.not_told.empty()) out.heading("What a report does not mention, though it was public 24 hours before");
  for (const auto& gap : words.not_told) out.paragraph("- " + gap.report + ": " + gap.what, 0, 2);
  return std::move(out).str();
}

}  // namespace attest
