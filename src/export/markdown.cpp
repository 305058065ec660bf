// The dossier as Markdown: the same view as the page, shared form.
#include <algorithm>

#include "base/base.h"
#include "export/differences.h"
#include "export/export.h"
#include "export/view.h"
#include "export/words.h"
#include "export/words_view.h"

namespace attest {
namespace {

// What a report says is text, never markup: every character that Markdown or HTML could read as one is escaped.
std::string md(std::string_view text) {
  static constexpr std::string_view kMarks = "\\`*_{}[]()#+!|~";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    const bool control = d.code < 0x20 || (d.code >= 0x7F && d.code < 0xA0) || (d.code >= 0x202A && d.code <= 0x202E) ||
                         (d.code >= 0x2066 && d.code <= 0x2069);
    if (control) {
      out += ' ';
    } else if (d.code == U'<' || d.code == U'>' || d.code == U'&') {
      out += d.code == U'<' ? "&lt;" : d.code == U'>' ? "&gt;" : "&amp;";
    } else {
      if (d.code < 0x80 && kMarks.find(static_cast<char>(d.code)) != std::string_view::npos) out += '\\';
      append_utf8(out, d.code);
    }
    at += d.size;
  }
  return out;
}

std::string md(const Passage& passage) {
  std::string out;
  for (const auto& piece : passage) out += piece.number && !piece.redacted ? "**" + md(piece.text) + "**" : md(piece.text);
  return out;
}

std::string anchor(const std::string& id) { return "<a id=\"" + id + "\"></a>"; }
std::string link(const ViewLink& l) { return l.anchor.empty() ? md(l.text) : "[" + md(l.text) + "](#" + l.anchor + ")"; }

std::string links(const std::vector<ViewLink>& list) {
  std::string out;
  for (std::size_t i = 0; i < list.size() && i < 6; ++i) out += (i ? ", " : "") + link(list[i]);
  if (list.size() > 6) out += " and " + number_words(static_cast<std::int64_t>(list.size() - 6)) + " more";
  return out.empty() ? "–" : out;
}

std::string row(std::initializer_list<std::string> cells) {
  std::string out = "|";
  for (const auto& cell : cells) out += " " + (cell.empty() ? std::string("–") : cell) + " |";
  return out + "\n";
}

std::string head(std::initializer_list<const char*> names) {
  std::string top = "|", line = "|";
  for (const auto* n : names) top += " " + std::string(n) + " |", line += " --- |";
  return top + "\n" + line + "\n";
}

std::string number_or(const std::optional<std::int64_t>& n, const char* unknown) { return n ? number_words(*n) : unknown; }

class MarkdownDossier {
 public:
  MarkdownDossier(const View& view, const ViewWords& words) : view_(view), words_(words) {}

  std::string write() {
    out_ += "# " + md(view_.title) + "\n\n";
    out_ += "Drawn from " + plural(static_cast<std::int64_t>(view_.reports.size()), "report", "reports") + " of " +
            md(view_.span_of_reports) + ". As of " + view_.as_of +
            ". Policy of the summaries: " + md(policy_title(view_.policy)) + ".\n\n";
    out_ += "" +
            std::string(view_.reviewed ? "**Partly reviewed.** People decided on what is marked so; nobody has checked the rest."
                                       : "**Unreviewed.** No person has checked this account.") +
            " Every number is *" + std::string(kTollNotice) + "*; each opens the sentence that it was read from.\n\n";
    for (const auto& incident : view_.incidents) incident_part(incident);
    if (!view_.conflicts.empty()) out_ += "## Contradictions that are not about figures\n\n";
    conflicts(view_.conflicts);
    statements();
    sources();
    naming();
    gaps();
    method();
    reports();
    return std::move(out_);
  }

 private:
  void incident_part(const ViewIncident& i) {
    out_ += anchor(i.anchor) + "\n\n## " + md(i.title) + "\n\n";
    for (const auto& [label, text] : i.summary) out_ += "- **" + label + "**: " + md(text) + "\n";
    if (!i.parents.empty()) out_ += "- **Part of**: " + links(i.parents) + "\n";
    if (!i.parts.empty()) out_ += "- **Holds**: " + links(i.parts) + "\n";
    if (!i.related.empty()) out_ += "- **Related**: " + links(i.related) + "\n";
    out_ += "- **Reports**: " + links(i.reports) + "\n\n";
    for (const auto& toll : i.tolls) toll_part(toll);
    responsibility(i);
    contradicting(i);
    if (!i.missing.empty()) out_ += "### What these reports do not say\n\n";
    for (const auto& m : i.missing) out_ += "- " + md(m) + "\n";
    findings("Parts and wholes", i.arithmetic);
    findings("People who moved from one count to another", i.moves);
    findings("What a report does not mention, though it was public a day before", i.not_mentioned);
    findings("Open questions", i.questions);
    findings("What people decided", i.overruled);
    timeline(i);
    claims(i);
  }

  // What is no contradiction stands apart from what is one.
  void contradicting(const ViewIncident& i) {
    if (i.conflicts.empty()) return;
    std::vector<ViewConflict> real, apparent;
    for (const auto& c : i.conflicts) (c.kind == "conflict" ? real : apparent).push_back(c);
    out_ += "### What contradicts\n\n";
    if (real.empty()) out_ += std::string(kNoContradiction) + "\n\n";
    conflicts(real);
    if (!apparent.empty()) out_ += "### " + apparent_heading(apparent.size()) + "\n\n";
    conflicts(apparent);
  }

  void findings(const char* heading, const std::vector<ViewFinding>& list) {
    if (list.empty()) return;
    out_ += "\n### " + std::string(heading) + "\n\n";
    for (const auto& f : list) out_ += "- " + md(f.text) + (f.evidence.empty() ? "" : " (" + links(f.evidence) + ")") + "\n";
  }

  void timeline(const ViewIncident& i) {
    if (i.timeline.size() < 2) return;
    out_ += "\n### Timeline, by the day for which a figure holds\n\n";
    for (const auto& m : i.timeline)
      out_ += "- " + m.when + ": " + md(m.text) + (m.link.anchor.empty() ? "" : " (" + link(m.link) + ")") + "\n";
  }

  void toll_part(const ViewToll& t) {
    out_ += anchor(t.anchor) + "\n\n### " + md(t.heading) + "\n\n" + md(t.counts) + ". " + grades(t) + " This is *" +
            std::string(kTollNotice) + "*.\n\n";
    if (t.coarse) out_ += "Fewer than 5: small numbers of a special group are not given exactly in a shared output.\n\n";
    for (const auto& o : t.overruled) out_ += md(o.text) + "\n\n";
    if (!t.coarse && !t.mixed && !t.estimates.empty()) {
      out_ += head({"Policy", "Low", "Best", "High", "Decided by"});
      for (const auto& e : t.estimates)
        out_ += row({md(e.title), number_or(e.low, "unknown"), number_or(e.best, "unknown"),
                     number_or(e.high, e.low ? "open" : "unknown"), links(e.used)});
      out_ += "\n";
    }
    out_ += head({"Origin", "Figure", "As of", "Status", "First in", "Relayed by"});
    for (const auto& r : t.readings) {
      std::string status =
          status_words(r.status) +
          (r.supersedes.empty() ? "" : "; replaces " + r.supersedes + (r.change.empty() ? "" : " and " + r.change)) +
          (r.interest.empty() ? "" : "; " + r.interest) + (r.note.empty() ? "" : ". " + r.note);
      out_ += row({anchor(r.anchor) + (r.origin.empty() ? "no source given" : md(r.origin)) + (r.chain.empty() ? "" : " (" + md(r.chain) + ")"),
                   (r.evidence.empty() ? md(r.figure) : link({r.figure, r.evidence.front().anchor})) +
                       (r.words.empty() ? "" : " “" + md(r.words) + "”"),
                   r.as_of       ? day_words(*r.as_of)
                   : r.stated_on ? "said on " + day_words(*r.stated_on)
                                 : "",
                   md(status), links(r.evidence), links(r.relays)});
    }
    out_ += "\n";
    for (const auto& e : t.estimates)
      if (!e.note.empty()) out_ += "- " + md(e.title) + ": " + md(e.note) + "\n";
    for (const auto& e : t.estimates)
      for (const auto& aside : e.set_aside) out_ += "- " + md(e.title) + " sets aside " + link({aside.figure + ", " + aside.origin, aside.anchor}) + ": " + md(aside.reason) + "\n";
    out_ += "\n";
  }

  static std::string parties(const std::vector<ViewParty>& list) {
    std::string out;
    for (const auto& p : list)
      out += (out.empty() ? "" : "; ") + md(p.name) + (p.what.empty() ? "" : ", " + md(p.what)) +
             (p.evidence.empty() ? "" : " (" + links(p.evidence) + ")");
    return out;
  }

  void responsibility(const ViewIncident& i) {
    out_ += "### Who is said to be responsible\n\n";
    if (i.responsibility.empty()) {
      out_ += "No report names anyone.\n\n";
      return;
    }
    out_ += head({"Alleged", "Who says so", "Who denies it", "Covers", "Standing"});
    for (const auto& r : i.responsibility)
      out_ += row({r.alleged.empty() ? "nobody named" : md(r.alleged) + (r.tie.empty() ? "" : ", " + r.tie), parties(r.accusers),
                   parties(r.denials), links(r.covers), r.standing});
    out_ += "\n";
  }

  // Who accuses, denies, claims and pledges, each with the sentences that tell it.
  void statements() {
    bool any = false;
    for (const ViewEntry& e : words_.entries) {
      if (!shown_in_dossier(e)) continue;
      if (!any) out_ += "## " + std::string(kStatementsHeading) + "\n\n";
      any = true;
      out_ += "- **" + md(e.actor) + "**" + (e.office.empty() ? "" : " (" + md(e.office) + ")") + ", " +
              (e.day.empty() ? "told " + md(e.told) : md(e.day)) + ": " + md(act_words(e.act, e.detail)) +
              (e.target.empty() ? "" : " → " + md(e.target)) + (e.strength.empty() ? "" : " [" + md(e.strength) + "]") +
              (e.topic.empty() ? "" : ". About: " + md(e.topic)) + (e.due.empty() ? "" : ". By when: " + md(e.due)) + "\n";
      for (const ViewStatement& s : e.statements)
        out_ += "  - " + md(s.report) + (s.relayed.empty() ? "" : ", " + md(s.relayed)) + ": " + md(s.sentence) + "\n";
    }
    if (any) out_ += "\n";
  }

  void conflicts(const std::vector<ViewConflict>& list) {
    for (const auto& c : list) {
      out_ += "- **" + md(capitalised(c.about)) + "**: " + md(c.reason) + "\n";
      for (const auto& s : c.sides)
        out_ += "  - " + md(s.label) + (s.figure.empty() ? "" : ", " + md(s.figure)) + ": " + md(s.sentence) +
                (s.link.text.empty() ? "" : " (" + link(s.link) + ")") + "\n";
    }
    if (!list.empty()) out_ += "\n";
  }

  void claims(const ViewIncident& i) {
    if (i.claims.empty()) return;
    out_ += "\n### Figures as the reports word them\n\n" +
            head({"Report", "Figure", "Harm", "Victims", "Place", "When", "Source, nearest first", "Standing"});
    for (const auto& c : i.claims)
      out_ += row(
          {link(c.report), link(c.figure), md(c.effect), md(c.victims), md(c.place), md(c.when), md(c.source), md(c.certainty)});
    out_ += "\n";
  }

  void sources() {
    out_ += "## Sources, and who relays them\n\n" + head({"Source", "Kind", "Organ of", "Figures", "Reports", "Relayed by"});
    for (const auto& s : view_.sources)
      out_ += row({md(s.name), md(s.kind), md(s.party), number_words(s.figures), number_words(s.reports), links(s.relayed_by)});
    out_ += "\n";
    for (const auto& d : view_.dependencies)
      out_ += "- " + link(d.from) + " " + d.signal + ": " + md(d.to) +
              (d.evidence.empty() ? "" : " (" + link({"sentence", d.evidence.front().anchor}) + ")") + "\n";
    out_ += "\n";
  }

  void naming() {
    bool any = false;
    for (const auto& r : words_.referents) {
      const auto used = std::count_if(r.outlets.begin(), r.outlets.end(), [](const auto& names) { return !names.empty(); });
      if (used < 2 || r.kind == "harm") continue;  // only what can be compared
      if (!any) out_ += "## How things are named\n\n";
      any = true;
      out_ += "- **" + md(r.name.empty() ? r.id : r.name) + "**:";
      std::string_view between = " ";
      for (std::size_t i = 0; i < r.outlets.size(); ++i)
        if (!r.outlets[i].empty()) out_ += std::string(between) + md(words_.outlets[i] + " " + names_words(r.outlets[i], false)), between = "; ";
      out_ += "\n";
    }
    if (any) out_ += "\n";
  }

  void gaps() {
    out_ += "## What is missing\n\n";
    if (view_.missing.empty() && view_.skipped.empty())
      out_ += "Every report has a day, an outlet and a figure; every input could be read.\n";
    for (const auto& m : view_.missing) out_ += "- " + md(m) + "\n";
    for (const auto& [input, why] : view_.skipped) out_ += "- Left out: " + md(input) + " (" + md(why) + ")\n";
    out_ += "\n";
  }

  void method() {
    out_ +=
        "## Method\n\nAttest does not decide who is right. A figure counts once for its origin, however many reports repeat it; "
        "a later figure replaces only an earlier one of the same origin; silence is not zero and not assent.\n\n";
    for (const auto* p : {"ucdp", "ibc", "acled", "two_origins"})
      out_ += "- **" + policy_title(p) + "**: " + policy_rule(p) + "\n";
    out_ +=
        "\nPrivate people's names, handles, ages and words are replaced by roles in brackets or withheld; this hides them here, "
        "not in the public source. Made by " +
        md(view_.made_by) + ".\n\n";
  }

  void reports() {
    out_ += "## The sentences behind the figures\n\n";
    for (const auto& r : view_.reports) {
      out_ += anchor(r.anchor) + "\n\n### " + md(r.label) + "\n\n" + (r.title.empty() ? "" : "*" + md(r.title) + "*\n\n") +
              md(r.input) + ", " + plural(r.claims, "figure", "figures") + (r.note.empty() ? "" : ". " + md(r.note)) + "\n\n";
      for (const auto& s : r.sentences) {
        if (s.gap_before) out_ += "> \\[…\\]\n>\n";
        out_ += "> " + anchor(s.anchor);
        for (const auto c : s.claims) out_ += anchor(r.anchor + "-c" + std::to_string(c + 1));
        out_ += md(s.text) + "\n>\n";
      }
      out_ += "\n";
    }
  }

  const View& view_;
  const ViewWords& words_;
  std::string out_;
};

}  // namespace

std::string dossier_markdown(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon) {
  const Redactor redactor = Redactor::shared(dossier, analyses, lexicon);
  return MarkdownDossier(build_view(dossier, analyses, redactor), view_words(dossier, analyses, redactor, {})).write();
}

}  // namespace attest
