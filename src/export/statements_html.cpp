#include "export/html_words.h"
#include "export/words.h"

namespace attest {
namespace {

constexpr std::array<std::pair<const char*, const char*>, 21> kPicks = {{{"all", "All"},
                                                                         {"several", "In several reports"},
                                                                         {"condemn", "Condemn"},
                                                                         {"deplore", "Deplore"},
                                                                         {"urge", "Urge"},
                                                                         {"deny", "Deny"},
                                                                         {"accuse", "Accuse"},
                                                                         {"admit", "Admit"},
                                                                         {"pledge", "Pledge"},
                                                                         {"defend", "Defend"},
                                                                         {"invite", "Invite"},
                                                                         {"fund", "Fund"},
                                                                         {"sanction", "Sanctions"},
                                                                         {"mediate", "Mediate"},
                                                                         {"investigate", "Investigate"},
                                                                         {"warn", "Warn"},
                                                                         {"mourn", "Mourn"},
                                                                         {"claim_responsibility", "Claim responsibility"},
                                                                         {"confirm", "Confirm, verify, correct"},
                                                                         {"withheld", "Said not to have been said"},
                                                                         {"other", "Other"}}};

void entry_html(Markup& out, const ViewEntry& e, const std::string& prefix) {
  const std::string classes =
      "entry " + e.act + (e.strength == "withheld" ? " withheld" : "") + (e.statements.size() > 1 ? " several" : "");
  out.open("article", {{"class", classes}, {"id", prefix + e.id}});
  out.open("div").element("p", e.day.empty() ? "told " + e.told : e.day);
  if (!e.day.empty()) out.element("p", "told " + e.told, {{"class", "soft"}});
  out.close("div").open("div").open("p").element("strong", e.actor);
  if (!e.office.empty()) out.text(" (" + e.office + ")");
  out.text(" – ").element("span", act_words(e.act, e.detail), {{"class", "act"}});
  if (!e.target.empty()) out.text(" → " + e.target);
  if (!e.strength.empty()) out.text(" ").element("span", e.strength, {{"class", "strength"}});
  out.close("p");
  const auto fact = [&](const char* label, const std::string& value) {
    if (!value.empty()) out.open("p", {{"class", "where"}}).text(std::string(label) + ": " + value).close("p");
  };
  fact("About", e.topic);
  fact("Amount", e.amount);
  fact("Where said", e.venue);
  fact("By when", e.due);
  if (!e.touched_by.empty()) {
    out.open("p", {{"class", "where"}}).text("Later statements that touch it: ");
    for (std::size_t i = 0; i < e.touched_by.size(); ++i)
      out.text(i ? ", " : "").element("a", e.touched_by[i], {{"href", "#" + prefix + e.touched_by[i]}});
    out.close("p");
  }
  html_words_sentences(out, plural(static_cast<std::int64_t>(e.statements.size()), "report tells it", "reports tell it"),
                       e.statements);
  out.close("div").close("article").line();
}

}  // namespace

void html_words_sentences(Markup& out, const std::string& summary, const std::vector<ViewStatement>& statements) {
  out.open("details").element("summary", summary);
  for (const ViewStatement& s : statements) {
    out.open("blockquote").element("p", plain(s.sentence));
    out.element("p", s.report + (s.relayed.empty() ? "" : ", " + s.relayed), {{"class", "where"}}).close("blockquote");
  }
  out.close("details");
}

void html_ledger(Markup& out, const ViewWords& words, const std::string& prefix) {
  for (const ViewEntry& e : words.entries) entry_html(out, e, prefix);
}

void html_words_contradictions(Markup& out, const ViewWords& words) {
  for (const auto& c : words.contradictions) {
    out.open("div", {{"class", "note"}}).element("p", capitalised(spaced(c.about)) + ": " + c.reason);
    html_words_sentences(out, "The sentences", c.sides);
    out.close("div").line();
  }
}

std::string statements_html(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon,
                            const WordsFilter& filter) {
  const Redactor redactor = Redactor::shared(dossier, analyses, lexicon);
  const ViewWords words = view_words(dossier, analyses, redactor, filter);
  Markup out;
  words_page_head(out, "Statement ledger");
  out.open("body").line();
  for (const auto& [id, label] : kPicks) {
    if (std::string_view(id) == "all")
      out.empty("input", {{"type", "radio"}, {"name", "act"}, {"class", "pick"}, {"id", "act-all"}, {"checked", "checked"}});
    else out.empty("input", {{"type", "radio"}, {"name", "act"}, {"class", "pick"}, {"id", std::string("act-") + id}});
  }
  out.line().open("main").line().element("h1", "Who said and decided what");
  out.element("p",
              plural(static_cast<std::int64_t>(words.entries.size()), "statement", "statements") + " in " +
                  plural(static_cast<std::int64_t>(analyses.size()), "report", "reports") +
                  ", in order of time. What these reports say was said; no person has checked it.",
              {{"class", "note"}});
  out.open("ul", {{"class", "picks"}, {"aria-label", "Show"}});
  for (const auto& [id, label] : kPicks) out.open("li").element("label", label, {{"for", std::string("act-") + id}}).close("li");
  out.close("ul").line();
  if (!words.contradictions.empty()) {
    out.element("h2", "Where reports contradict each other");
    html_words_contradictions(out, words);
  }
  out.element("h2", "Ledger");
  html_ledger(out, words, "");
  out.close("main").close("body").close("html").line();
  return out.str();
}

}  // namespace attest
