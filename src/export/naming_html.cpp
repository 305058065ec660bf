#include <algorithm>

#include "export/html_words.h"
#include "export/words.h"

namespace attest {
namespace {

constexpr std::array<std::pair<const char*, const char*>, 8> kPicks = {{{"all", "All"},
                                                                        {"person", "Persons"},
                                                                        {"government", "Governments"},
                                                                        {"forces", "Forces and armed groups"},
                                                                        {"group", "Named groups"},
                                                                        {"body", "Bodies and outlets"},
                                                                        {"event", "Events"},
                                                                        {"harm", "Who kills"}}};

std::string agency_words(const std::string& device) {
  if (device == "active") return "named, as the one who kills";
  if (device == "passive") return "named, after “by”";
  return "nobody named (“were killed”)";
}

void cell(Markup& out, const std::vector<ViewNamed>& names, bool harm) {
  out.open("td").open("ul");
  for (const ViewNamed& n : names) {
    const std::string words = harm ? agency_words(n.device) : "“" + n.text + "”";
    out.open("li", {{"class", n.own_voice ? "own" : "quoted"}})
        .text(words + (n.uses.size() > 1 ? " ×" + std::to_string(n.uses.size()) : ""));
    if (!n.own_voice) out.element("span", " quoted", {{"class", "tone"}});
    if (!harm && n.tone != "neutral" && n.tone != "neutral_formal")
      out.element("span", " " + spaced(n.tone), {{"class", "tone"}});
    html_words_sentences(out, "where", n.uses);
    out.close("li");
  }
  out.close("ul").close("td");
}

}  // namespace

void html_naming_matrix(Markup& out, const ViewWords& words) {
  out.open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Names by outlet"}})
      .open("table")
      .element("caption",
               "Names as each outlet uses them. Tones come from a short word list with examples: a help to find sentences, no "
               "measure of an outlet.");
  out.open("thead").open("tr").element("th", "Named", {{"scope", "col"}});
  for (const auto& outlet : words.outlets) out.element("th", outlet, {{"scope", "col"}});
  out.close("tr").close("thead").open("tbody").line();
  for (const ViewReferent& r : words.referents) {
    out.open("tr", {{"class", r.kind}})
        .open("th", {{"scope", "row"}})
        .text(r.name.empty() ? r.id : r.name)
        .element("small", r.id)
        .close("th");
    for (const auto& names : r.outlets) cell(out, names, r.kind == "harm");
    out.close("tr").line();
  }
  out.close("tbody").close("table").close("div").line();
}

void html_not_told(Markup& out, const ViewWords& words) {
  if (words.not_told.empty()) return;
  out.element("h2", "What a report does not mention")
      .element("p",
               "Statements that were public at least 24 hours before the report, on an incident that it speaks of, by an actor "
               "whom it names.",
               {{"class", "soft"}})
      .open("ul");
  for (const auto& gap : words.not_told) out.element("li", gap.report + " does not mention: " + gap.what);
  out.close("ul").line();
}

std::string naming_html(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon) {
  const Redactor redactor = Redactor::shared(dossier, analyses, lexicon);
  const ViewWords words = view_words(dossier, analyses, redactor, {});
  Markup out;
  words_page_head(out, "How things are named");
  out.open("body").line();
  for (const auto& [id, label] : kPicks) {
    if (std::string_view(id) == "all")
      out.empty("input", {{"type", "radio"}, {"name", "kind"}, {"class", "pick"}, {"id", "kind-all"}, {"checked", "checked"}});
    else out.empty("input", {{"type", "radio"}, {"name", "kind"}, {"class", "pick"}, {"id", std::string("kind-") + id}});
  }
  out.line().open("main").line().element("h1", "How things are named");
  std::string note =
      "Every name, label and event noun that was found, in the outlet's own voice or in that of somebody it quotes. No outlet is "
      "ranked, and no total is made.";
  if (words.people_left_out > 0)
    note += " " + plural(words.people_left_out, "private person is", "private people are") + " left out.";
  out.element("p", note, {{"class", "note"}}).open("ul", {{"class", "picks"}, {"aria-label", "Show"}});
  for (const auto& [id, label] : kPicks) out.open("li").element("label", label, {{"for", std::string("kind-") + id}}).close("li");
  out.close("ul").line();
  html_naming_matrix(out, words);
  html_not_told(out, words);
  out.close("main").close("body").close("html").line();
  return out.str();
}

void html_words_sections(Markup& out, const Dossier& dossier, std::span<const Analysis> analyses, const Redactor& redactor) {
  ViewWords words = view_words(dossier, analyses, redactor, {});
  std::vector<ViewEntry> most;  // the whole ledger has a page of its own
  for (ViewEntry& e : words.entries)
    if (shown_in_dossier(e)) most.push_back(std::move(e));
  for (ViewEntry& e : most)  // what stands on the other page alone is no target here
    std::erase_if(e.touched_by, [&](const std::string& id) {
      return std::none_of(most.begin(), most.end(), [&](const ViewEntry& other) { return other.id == id; });
    });
  words.entries = std::move(most);
  if (!words.entries.empty()) {
    out.open("section", {{"id", "statements"}}).element("h2", kStatementsHeading);
    html_ledger(out, words, "statement-");
    out.close("section").line();
  }
  std::vector<ViewReferent> compared;  // only what can be compared
  for (ViewReferent& r : words.referents) {
    const auto used = std::count_if(r.outlets.begin(), r.outlets.end(), [](const auto& names) { return !names.empty(); });
    if (used > 1) compared.push_back(std::move(r));
  }
  words.referents = std::move(compared);
  out.open("section", {{"id", "naming"}}).element("h2", "How things are named");
  if (words.referents.empty()) out.element("p", "Nothing is named by more than one outlet.");
  else html_naming_matrix(out, words);
  out.close("section").line();
}

}  // namespace attest
