#include "export/html.h"

#include <openssl/evp.h>

#include <array>

#include "export/export.h"
#include "export/html_words.h"
#include "export/words.h"

namespace attest {
namespace {

// The page's policy of contents: nothing may be loaded or run; the one style sheet is named by its hash.
std::string contents_policy() {
  std::string digest;
  const std::string hex = sha256_id(kDossierStyle).substr(7);
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) digest += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  std::array<unsigned char, 64> base64{};
  const int size = EVP_EncodeBlock(base64.data(), reinterpret_cast<const unsigned char*>(digest.data()), static_cast<int>(digest.size()));
  return "default-src 'none'; style-src 'sha256-" + std::string(base64.begin(), base64.begin() + size) + "'; base-uri 'none'; form-action 'none'";
}

void head(Markup& out, const View& view) {
  out.constant("<!DOCTYPE html>\n").open("html", {{"lang", "en"}}).line().open("head").empty("meta", {{"charset", "utf-8"}}).line();
  out.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", contents_policy()}}).line();
  out.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  out.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  out.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
  out.empty("meta", {{"name", "robots"}, {"content", "noindex"}}).line();
  out.element("title", view.title + " – dossier as of " + view.as_of);
  out.open("style").constant(kDossierStyle).close("style").line().close("head").line();
}

// The switch works without a script: each radio button shows the elements of its policy by a rule of the style sheet.
void policy_switch(Markup& out, const View& view) {
  for (const auto& p : view.policies) {
    if (p == "reviewed") continue;
    const std::string title = "Count by the policy " + policy_title(p), id = "policy-" + policy_class(p);
    if (view.policy == p) out.empty("input", {{"type", "radio"}, {"name", "policy"}, {"id", id}, {"class", "policy-switch"}, {"aria-label", title}, {"checked", "checked"}});
    else out.empty("input", {{"type", "radio"}, {"name", "policy"}, {"id", id}, {"class", "policy-switch"}, {"aria-label", title}});
  }
  out.line();
}

void masthead(Markup& out, const View& view, bool naming) {
  out.open("header").element("p", "Dossier", {{"class", "kicker"}}).element("h1", view.title);
  const auto n = static_cast<std::int64_t>(view.reports.size());
  out.element("p", "Drawn from " + plural(n, "report", "reports") + " of " + view.span_of_reports + ", naming " + plural(static_cast<std::int64_t>(view.sources.size()), "source", "sources") +
                       ", on " + plural(static_cast<std::int64_t>(view.incidents.size()), "incident", "incidents") + ". As of " + view.as_of + ".", {{"class", "lead"}});
  out.open("p", {{"class", "unreviewed"}, {"role", "note"}}).element("strong", view.reviewed ? "Partly reviewed." : "Unreviewed.").text(view.reviewed ? " People decided on what is marked so; nobody has checked the rest. Every number is " : " No person has checked this account. Every number is ").element("em", kTollNotice).text("; each opens the sentence that it was read from.").close("p");
  out.open("nav", {{"aria-label", "Parts of this page"}}).open("ul");
  const auto item = [&](const char* anchor, const char* text) { out.open("li").element("a", text, {{"href", anchor}}).close("li"); };
  item("#register", "Register");
  if (!view.conflicts.empty()) item("#conflicts", "Contradictions");
  item("#sources", "Sources");
  if (naming) item("#naming", "Naming");
  item("#gaps", "What is missing");
  item("#method", "Method");
  item("#reports", "Sentences");
  out.close("ul").close("nav").close("header").line();
}

void register_cell(Markup& out, const ViewIncident& incident) {
  const auto* toll = main_toll(incident);
  out.open("td", {{"data-label", toll ? toll->heading : "Killed"}, {"class", "figure"}});
  if (!toll) out.text("–");
  else if (toll->coarse) out.text("fewer than 5");
  else
    for (const auto& e : toll->estimates)
      if (e.policy != "reviewed") out.element("span", (toll->effect == "killed" ? "" : toll->heading + " ") + range_words(e.low, e.high), {{"class", "policy " + policy_class(e.policy)}});
  out.close("td");
}

void incident_register(Markup& out, const View& view) {
  out.open("section", {{"id", "register"}}).element("h2", "Register of incidents").open("table", {{"class", "cards"}});
  out.element("caption", std::string("Low to high of the dead by the chosen policy: ") + std::string(kTollNotice)).open("thead").open("tr");
  for (const auto* h : {"Incident", "When", "Where", "Killed", "Reports and origins"}) out.element("th", h, {{"scope", "col"}});
  out.close("tr").close("thead").open("tbody");
  for (const auto& incident : view.incidents) {
    out.open("tr").open("th", {{"scope", "row"}}).element("a", incident.title, {{"href", "#" + incident.anchor}}).close("th");
    html_cell(out, "When", incident.when);
    html_cell(out, "Where", incident.where);
    register_cell(out, incident);
    const auto* toll = main_toll(incident);
    html_cell(out, "Reports", toll ? toll->counts : plural(static_cast<std::int64_t>(incident.reports.size()), "report", "reports"));
    out.close("tr").line();
  }
  out.close("tbody").close("table").close("section").line();
}

void gaps(Markup& out, const View& view) {
  out.open("section", {{"id", "gaps"}}).element("h2", "What is missing");
  if (view.missing.empty() && view.skipped.empty()) out.element("p", "Every report has a day, an outlet and a figure; every input could be read.");
  if (!view.missing.empty()) html_list(out, view.missing);
  if (!view.skipped.empty()) {
    out.element("h3", "Inputs that could not be read").open("ul");
    for (const auto& [input, why] : view.skipped) out.element("li", input + ": " + why);
    out.close("ul");
  }
  out.close("section").line();
}

}  // namespace

std::string dossier_html(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon) {
  const Redactor redactor = Redactor::shared(dossier, analyses, lexicon);
  const View view = build_view(dossier, analyses, redactor);
  Markup out;
  head(out, view);
  out.open("body").line().element("a", "Skip to the register", {{"class", "skip"}, {"href", "#register"}}).line();
  policy_switch(out, view);
  const bool words = !dossier.words.naming.rows.empty() || !dossier.words.ledger.empty();
  masthead(out, view, words);
  out.open("main").line();
  incident_register(out, view);
  for (const auto& incident : view.incidents) html_incident(out, view, incident);
  if (!view.conflicts.empty()) {
    out.open("section", {{"id", "conflicts"}}).element("h2", "Contradictions that are not about figures");
    html_conflicts(out, view.conflicts);
    out.close("section");
  }
  html_sources(out, view);
  if (words) html_words_sections(out, dossier, analyses, redactor);
  gaps(out, view);
  html_method(out, view);
  html_reports(out, view);
  out.close("main").line().close("body").line().close("html").line();
  return out.str();
}

}  // namespace attest
