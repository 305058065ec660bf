#include "export/html.h"
#include "export/words.h"

namespace attest {

void html_link(Markup& out, const ViewLink& link) {
  if (link.anchor.empty()) out.element("span", link.text);
  else out.element("a", link.text, {{"href", "#" + link.anchor}});
}

void html_links(Markup& out, const std::vector<ViewLink>& links, std::size_t most) {
  const auto write = [&](std::size_t first, std::size_t last) {
    out.open("ul", {{"class", "links"}});
    for (std::size_t i = first; i < last; ++i) {
      out.open("li");
      html_link(out, links[i]);
      out.close("li");
    }
    out.close("ul");
  };
  if (links.empty()) return;
  write(0, std::min(most, links.size()));
  if (links.size() <= most) return;
  out.open("details").element("summary", "and " + number_words(static_cast<std::int64_t>(links.size() - most)) + " more");
  write(most, links.size());
  out.close("details");
}

void html_cell(Markup& out, const std::string& label, const std::string& text) {
  if (text.empty()) out.element("td", "–", {{"data-label", label}, {"class", "none"}});
  else out.element("td", text, {{"data-label", label}});
}

void html_passage(Markup& out, const Passage& passage) {
  for (const auto& piece : passage) {
    if (piece.redacted) out.element("span", piece.text, {{"class", "gone"}});
    else out.text(piece.text);
  }
}

void html_list(Markup& out, const std::vector<std::string>& items) {
  out.open("ul");
  for (const auto& item : items) out.element("li", item);
  out.close("ul");
}

std::string policy_class(const std::string& policy) {
  for (const auto* known : {"ucdp", "ibc", "acled", "two_origins", "reviewed"})
    if (policy == known) return policy;
  return "own";
}

void html_findings(Markup& out, const char* heading, const char* lead, const std::vector<ViewFinding>& findings) {
  if (findings.empty()) return;
  out.open("section").element("h3", heading);
  if (*lead != '\0') out.element("p", lead, {{"class", "notice"}});
  out.open("ul", {{"class", "findings"}});
  for (const auto& f : findings) {
    out.open("li", {{"class", f.kind}}).text(f.text);
    for (std::size_t i = 0; i < f.evidence.size() && i < 4; ++i) {
      out.text(i ? " · " : " (");
      html_link(out, f.evidence[i]);
    }
    if (!f.evidence.empty()) out.text(")");
    out.close("li").line();
  }
  out.close("ul").close("section").line();
}

void html_range(Markup& out, const ViewToll& toll) {
  if (toll.mixed) return;
  if (toll.coarse) {
    out.element("p", "Fewer than 5. Small numbers of a special group are not given exactly in a shared page.", {{"class", "range"}});
    return;
  }
  const auto part = [&](const std::string& what, const std::optional<std::int64_t>& n, const std::string& at, const char* unknown, const char* look) {
    out.open("span", {{"class", look}}).open("span", {{"class", n ? "n" : "n none"}});
    if (n && !at.empty()) out.element("a", number_words(*n), {{"href", "#" + at}, {"title", "The sentence with this number"}});
    else out.text(n ? number_words(*n) : unknown);
    out.close("span").text(" ").element("span", what, {{"class", "what"}}).close("span").text(" ");
  };
  for (const auto& e : toll.estimates) {
    const bool reviewed = e.policy == "reviewed";  // stands beside every policy
    out.open("p", {{"class", reviewed ? "range reviewed" : "range policy " + policy_class(e.policy)}});
    part("low", e.low, e.low_at, "unknown", "end");
    part("best", e.best, e.best_at, "unknown", "best");
    part("high", e.high, e.high_at, e.low ? "open" : "unknown", "end");
    out.element("span", "by " + e.title, {{"class", "by"}});
    out.close("p").line();
  }
}

void html_conflicts(Markup& out, const std::vector<ViewConflict>& conflicts) {
  for (const auto& c : conflicts) {
    out.open("div", {{"class", "conflict " + c.kind}}).open("p").element("strong", capitalised(c.about)).text(": " + c.reason).close("p");
    out.open("div", {{"class", "sides"}});
    for (const auto& side : c.sides) {
      out.open("div", {{"class", "side"}}).open("p", {{"class", "who"}}).element("strong", side.label);
      if (!side.figure.empty()) out.text(" · " + side.figure);
      out.close("p").open("blockquote");
      html_passage(out, side.sentence);
      out.close("blockquote");
      if (!side.link.text.empty()) {
        out.open("p", {{"class", "where"}});
        html_link(out, side.link);
        out.close("p");
      }
      out.close("div");
    }
    out.close("div").close("div").line();
  }
}

}  // namespace attest
