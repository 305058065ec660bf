// What changed between two accounts of the same reports: for those who published a number and have to say when it moved.
#include <algorithm>
#include <set>

#include "export/export.h"
#include "export/register_rows.h"
#include "export/text_layout.h"
#include "export/view_context.h"
#include "export/words.h"

namespace attest {
namespace {

struct Notice {
  std::string incident, title, what;
  std::string about;     // the toll
  std::string by;        // the policy or the grade's question
  std::string before, after, why;
};

const ViewIncident* same_incident(const View& view, const ViewIncident& wanted) {
  for (const auto& i : view.incidents)
    if (i.id == wanted.id) return &i;
  for (const auto& i : view.incidents)
    if (i.title == wanted.title) return &i;
  return nullptr;
}

const ViewToll* same_toll(const ViewIncident& incident, const ViewToll& wanted) {
  for (const auto& t : incident.tolls)
    if (t.effect == wanted.effect && t.scope == wanted.scope) return &t;
  return nullptr;
}

std::string reading_key(const ViewReading& r) { return (r.origin.empty() ? std::string("no source given") : r.origin) + ": " + r.figure; }

// The figures that one account has and the other has not, or that stand in one alone.
std::string differing(const ViewToll* before, const ViewToll& after) {
  std::set<std::string> had, has;
  const auto collect = [](std::set<std::string>& into, const ViewToll& t) {
    for (const auto& r : t.readings)
      if (r.latest || r.status == "unsourced") into.insert(reading_key(r));
  };
  if (before) collect(had, *before);
  collect(has, after);
  std::string added, gone;
  for (const auto& k : has)
    if (had.count(k) == 0) added += (added.empty() ? "" : "; ") + k;
  for (const auto& k : had)
    if (has.count(k) == 0) gone += (gone.empty() ? "" : "; ") + k;
  std::string out = added.empty() ? "" : "new: " + added;
  if (!gone.empty()) out += (out.empty() ? "" : ". ") + std::string("No longer standing: ") + gone;
  return capitalised(out);
}

std::string numbers(const ViewEstimate& e) { return range_words(e.low, e.high) + (e.best ? ", best " + number_words(*e.best) : ""); }

void about_toll(std::vector<Notice>& out, const ViewIncident& i, const ViewToll* before, const ViewToll& after) {
  if (after.coarse || after.mixed) return;
  const std::string why = differing(before, after);
  for (const auto& e : after.estimates) {
    const auto* was = before ? estimate_of(*before, e.policy) : nullptr;
    const bool same = was ? was->low == e.low && was->best == e.best && was->high == e.high : !e.low && !e.best && !e.high;
    if (!same) out.push_back({i.id, i.title, "number", after.heading, policy_title(e.policy), was ? numbers(*was) : "not given", numbers(e), why});
  }
  if (before && before->happened != after.happened) out.push_back({i.id, i.title, "grade", after.heading, "did it happen", before->happened, after.happened, why});
  if (before && before->how_many != after.how_many) out.push_back({i.id, i.title, "grade", after.heading, "how many", before->how_many, after.how_many, why});
}

std::vector<Notice> notices(const View& before, const View& after) {
  std::vector<Notice> out;
  for (const auto& i : after.incidents) {
    const auto* was = same_incident(before, i);
    if (!was) {
      const auto* toll = main_toll(i);
      const auto* e = toll && !toll->coarse && !toll->mixed ? estimate_of(*toll, after.policy) : nullptr;
      out.push_back({i.id, i.title, "new incident", toll ? toll->heading : "", "", "", e ? numbers(*e) : "", toll ? toll->counts : ""});
      continue;
    }
    for (const auto& t : i.tolls) about_toll(out, i, same_toll(*was, t), t);
    for (const auto& t : was->tolls)
      if (!same_toll(i, t) && !t.coarse && !t.mixed) out.push_back({i.id, i.title, "number", t.heading, "all policies", "given", "no longer given", ""});
  }
  for (const auto& i : before.incidents)
    if (!same_incident(after, i)) out.push_back({i.id, i.title, "incident gone", "", "", "", "", "its figures are now told of another incident, or were withdrawn"});
  return out;
}

std::vector<std::string> new_reports(const Dossier& before, const Dossier& after, const View& view, std::span<const Analysis> analyses) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < analyses.size(); ++i) {
    const auto& day = analyses[i].findings.dates.reference;
    if (day && before.as_of && after.as_of && *day > *before.as_of && *day <= *after.as_of) out.push_back(view.reports[i].label);
  }
  return out;
}

struct Compared {
  View before, after;
  std::vector<Notice> list;
  std::vector<std::string> reports;
};

Compared compare(const Dossier& before, const Dossier& after, std::span<const Analysis> analyses, const Lexicon& lexicon) {
  Compared out{build_view(before, analyses, Redactor::shared(before, analyses, lexicon)), build_view(after, analyses, Redactor::shared(after, analyses, lexicon)), {}, {}};
  out.list = notices(out.before, out.after);
  out.reports = new_reports(before, after, out.after, analyses);
  return out;
}

std::string without_stop(std::string text) {
  if (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

// The notices of one toll as one line: each number, then once the figures that changed them.
std::vector<std::pair<std::string, std::string>> lines(const std::vector<Notice>& list) {
  std::vector<std::pair<std::string, std::string>> out;  // title, line
  for (std::size_t i = 0; i < list.size();) {
    const Notice& n = list[i];
    if (n.what == "new incident" || n.what == "incident gone") {
      const bool fresh = n.what == "new incident";
      out.emplace_back(n.title, fresh ? "New: " + (n.about.empty() ? std::string("no figure") : n.about + " " + n.after) + " (" + n.why + ")" : "Gone: " + n.why);
      ++i;
      continue;
    }
    std::string text = n.about + ":";
    std::size_t end = i;
    for (; end < list.size() && list[end].incident == n.incident && list[end].about == n.about && list[end].why == n.why; ++end)
      text += (end > i ? ";" : "") + std::string(" ") + list[end].by + " was " + without_stop(list[end].before) + ", now " + without_stop(list[end].after);
    out.emplace_back(n.title, text + "." + (n.why.empty() ? "" : " " + n.why + "."));
    i = end;
  }
  return out;
}

std::string between(const Compared& c) { return "Between " + c.before.as_of + " and " + c.after.as_of; }

}  // namespace

std::string changes_csv(const Dossier& before, const Dossier& after, std::span<const Analysis> analyses, const Lexicon& lexicon) {
  std::string out = csv_line({"incident", "title", "what", "about", "by", "before", "after", "why"});
  for (const auto& n : compare(before, after, analyses, lexicon).list) out += csv_line({n.incident, n.title, n.what, n.about, n.by, n.before, n.after, n.why});
  return out;
}

std::string changes_text(const Dossier& before, const Dossier& after, std::span<const Analysis> analyses, const Lexicon& lexicon, const TextStyle& style) {
  const Compared c = compare(before, after, analyses, lexicon);
  TextLayout out(style);
  out.heading(between(c));
  out.paragraph("Every number that changed, with the figures that changed it: " + std::string(kTollNotice) + ".");
  if (!c.reports.empty()) {
    out.subheading(plural(static_cast<std::int64_t>(c.reports.size()), "new report", "new reports"));
    for (const auto& r : c.reports) out.paragraph("- " + r, 0, 2);
  }
  if (c.list.empty()) out.paragraph("No number and no grade changed.");
  std::string title;
  for (const auto& [of, line] : lines(c.list)) {
    if (of != title) out.subheading(title = of);
    out.paragraph("- " + line, 0, 2);
  }
  return std::move(out).str();
}

std::string changes_markdown(const Dossier& before, const Dossier& after, std::span<const Analysis> analyses, const Lexicon& lexicon) {
  const Compared c = compare(before, after, analyses, lexicon);
  const auto md = [](const std::string& text) {
    std::string out;
    for (const char ch : text) out += ch == '<' ? std::string("&lt;") : std::string("\\`*_[]#|").find(ch) != std::string::npos ? std::string("\\") + ch : std::string(1, ch);
    return out;
  };
  std::string out = "# " + between(c) + "\n\nEvery number that changed, with the figures that changed it: *" + std::string(kTollNotice) + "*.\n";
  if (!c.reports.empty()) out += "\n## " + plural(static_cast<std::int64_t>(c.reports.size()), "new report", "new reports") + "\n\n";
  for (const auto& r : c.reports) out += "- " + md(r) + "\n";
  if (c.list.empty()) out += "\nNo number and no grade changed.\n";
  std::string title;
  for (const auto& [of, line] : lines(c.list)) {
    if (of != title) out += "\n## " + md(title = of) + "\n\n";
    out += "- " + md(line) + "\n";
  }
  return out;
}

}  // namespace attest
