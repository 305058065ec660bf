// What an incident's page says beyond its tolls: five lines of summary, arithmetic, people who moved between counts, open questions, what a report
// leaves out, decisions, and the timeline.
#include <algorithm>
#include <set>

#include "export/view_context.h"
#include "export/words.h"

namespace attest {
namespace {

constexpr std::size_t kMostMoments = 60;

class IncidentFindings {
 public:
  IncidentFindings(ViewContext& context, const DossierIncident& incident, Care care, ViewIncident& out)
      : context_(context), incident_(incident), care_(care), out_(out) {}

  void build() {
    out_.id = incident_.id;
    if (care_ != Care::kMonthAndProvince) out_.start = incident_.days.start, out_.end = incident_.days.end;
    if (care_ == Care::kNone && incident_.place) out_.place = incident_.place;
    for (const auto& b : incident_.bounds) bound(b);
    for (const auto& i : incident_.inconsistencies) out_.arithmetic.push_back({"inconsistency", "These figures do not fit together. " + capitalised(spaced(i.why)) + ".", figures(i.between)});
    for (const auto& t : incident_.transitions) transition(t);
    for (const auto& q : incident_.questions) out_.questions.push_back({q.kind, context_.redactor.label(q.text), spans(q.evidence)});
    for (const auto& n : incident_.not_mentioned) left_out(n);
    for (const auto& o : incident_.overruled) out_.overruled.push_back({o.what, context_.redactor.label(overruled_words(o)), {}});
    for (const auto& r : incident_.responsibility)
      for (const auto& o : r.overruled) out_.overruled.push_back({o.what, context_.redactor.label(overruled_words(o)), {}});
    out_.reviewed = all_reviewed();
    if (care_ == Care::kNone) timeline();
    summary();
  }

 private:
  bool hidden(std::string_view scope, std::optional<std::int64_t> n) const {
    return context_.redactor.is_shared() && scope != "all" && scope != "civilian" && scope != "combatant" && n && *n < 5;
  }

  const ViewReading* shown(const std::string& id, const ViewToll** of = nullptr) const {
    for (const auto& toll : out_.tolls)
      for (const auto& r : toll.readings)
        if (r.id == id) {
          if (of) *of = &toll;
          return &r;
        }
    return nullptr;
  }

  // A figure with the words that it was read from where they are no number: "200 or more (“hundreds”)".
  static std::string told(const ViewReading& r) { return r.words.empty() ? r.figure : r.figure + " (“" + r.words + "”)"; }

  std::vector<ViewLink> figures(const std::vector<std::string>& ids) const {
    std::vector<ViewLink> out;
    for (const auto& id : ids) {
      const ViewToll* toll = nullptr;
      if (const auto* r = shown(id, &toll)) out.push_back({told(*r) + " " + spaced(toll->effect) + (r->origin.empty() ? "" : ", " + r->origin), r->anchor});
    }
    return out;
  }

  std::vector<ViewLink> spans(const std::vector<SpanRef>& list) {
    std::vector<ViewLink> out;
    for (const auto& s : list)
      if (!s.span.empty()) out.push_back(context_.span_link(s));
    return out;
  }

  void bound(const DerivedBound& b) {
    if (hidden(b.scope, b.low ? b.low : b.high)) return;
    const auto effect = parse_effect(b.effect);
    const std::string what = effect ? toll_heading(*effect, b.scope) : spaced(b.effect);
    std::string text = "Attest's arithmetic, no reading of any report: " + what + ", " + range_words(b.low, b.high) + ", by " + context_.source_name(b.origin) + " (" + spaced(b.why) + ").";
    out_.arithmetic.push_back({"bound", std::move(text), figures(b.from)});
  }

  void transition(const Transition& t) {
    const ViewToll* toll = nullptr;
    const auto* from = shown(t.from, &toll);
    if (from && toll->coarse) return;
    ViewFinding f{t.kind, capitalised(transition_words(t.kind)) + ": " + context_.redactor.label(t.why) + ". No contradiction.", {}};
    std::vector<std::string> ids = {t.from, t.to, t.gained};
    ids.erase(std::remove(ids.begin(), ids.end(), std::string()), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    f.evidence = figures(ids);
    for (auto& s : spans(t.evidence)) f.evidence.push_back(std::move(s));
    out_.moves.push_back(std::move(f));
  }

  void left_out(const NotMentioned& n) {
    const ViewToll* toll = nullptr;
    const auto* r = shown(n.reading, &toll);
    if (!r || care_ == Care::kMonthAndProvince) return;
    std::string text = context_.report_label(n.report) + " does not mention the figure of " + (r->origin.empty() ? "an unnamed source" : r->origin) + " (" + r->figure + " " + spaced(toll->effect) + ")" +
                       (n.public_since ? ", public since " + day_words(*n.public_since) : "") + ".";
    out_.not_mentioned.push_back({"not_mentioned", std::move(text), {context_.report_link(n.report), {r->figure, r->anchor}}});
  }

  bool all_reviewed() const {
    bool any = false;
    for (const auto& t : incident_.tolls)
      for (const auto& r : t.readings) {
        if (!r.reviewed) return false;
        any = true;
      }
    return any;
  }

  // "children" of "Killed: children", "over a longer time" of "Killed, over a longer time".
  static std::string scope_of(const std::string& heading) {
    const auto at = heading.find_first_of(":,");
    return at == std::string::npos ? heading : heading.substr(std::min(at + 2, heading.size()));
  }

  void timeline() {
    for (const auto& toll : out_.tolls) {
      if (toll.coarse || toll.mixed) continue;
      for (const auto& r : toll.readings) {
        const auto day = r.as_of ? r.as_of : r.stated_on;
        if (!day) continue;
        std::string text = (r.origin.empty() ? std::string("No source given") : r.origin) + ": " + told(r) + " " + spaced(toll.effect) +
                           (toll.scope == "all" ? "" : " (" + scope_of(toll.heading) + ")");
        if (!r.supersedes.empty()) text += ", after " + r.supersedes + (r.change.empty() || r.change == "rises" ? "" : "; " + r.change);
        if (r.status == "withdrawn") text += "; later withdrawn";
        out_.timeline.push_back({*day, day_words(*day), std::move(text), {"sentence", r.evidence.empty() ? std::string() : r.evidence.front().anchor}});
      }
    }
    for (const auto& r : incident_.responsibility)
      for (const auto& a : r.accusers)
        if (!r.alleged.empty() && a.date && !a.evidence.empty())
          out_.timeline.push_back({*a.date, day_words(*a.date),
                                   (a.source.empty() ? std::string("An outlet") : context_.source_name(a.source)) +
                                       " names as responsible: " + context_.redactor.label(r.alleged),
                                   context_.span_link(a.evidence.front())});
    std::stable_sort(out_.timeline.begin(), out_.timeline.end(),
                     [](const ViewMoment& a, const ViewMoment& b) { return std::tie(a.day, a.text) < std::tie(b.day, b.text); });
    if (out_.timeline.size() > kMostMoments) out_.timeline.erase(out_.timeline.begin(), out_.timeline.end() - kMostMoments);
    for (auto& m : out_.timeline)
      if (!m.link.anchor.empty()) m.link.text = "sentence";
  }

  static std::string range(const ViewToll& t, const std::string& policy) {
    if (t.coarse) return "fewer than 5";
    const auto* e = estimate_of(t, policy);
    if (!e) return "unknown";
    return range_words(e->low, e->high) + (e->best && (e->low != e->high || !e->low) ? ", best " + number_words(*e->best) : "");
  }

  // " (as of 9 March)" where what decides holds for an earlier day than the toll of all: a part may then seem to exceed what is told later.
  static std::string earlier(const ViewToll& t, const ViewToll* main, const std::string& policy) {
    const auto day = [&](const ViewToll& toll) {
      std::optional<Date> out;
      const auto* e = estimate_of(toll, policy);
      for (const auto& r : toll.readings)
        if (e && r.as_of && r.latest && (!out || *out < *r.as_of) && (r.point == e->best || r.low == e->low)) out = r.as_of;
      return out;
    };
    const auto mine = day(t), of_all = main ? day(*main) : std::nullopt;
    return mine && of_all && *mine < *of_all ? " (as of " + day_words(*mine) + ")" : std::string();
  }

  void summary() {
    const std::string policy = context_.dossier.policy.empty() ? "ucdp" : context_.dossier.policy;
    const ViewToll* main = main_toll(out_);
    out_.summary.emplace_back("What", capitalised(out_.kind.empty() ? "harm to people" : out_.kind) + ", " + out_.where + (out_.precision.empty() ? "" : " (" + out_.precision + ")") + ", " + out_.when +
                                          "; " + plural(static_cast<std::int64_t>(out_.reports.size()), "report", "reports"));
    out_.summary.emplace_back("How many", main ? main->heading + ": " + range(*main, policy) + " by " + policy_title(policy) + " (" + std::string(kTollNotice) + ")" : "No figure.");
    std::string also;
    for (const auto& t : out_.tolls)
      if (&t != main && !t.mixed && t.scope.rfind("part", 0) != 0)
        also += (also.empty() ? "" : " · ") + t.heading + " " + range(t, policy) + earlier(t, main, policy);
    std::set<std::string> untold;  // sentences
    for (const ViewClaim& c : out_.claims)
      if (c.effect == "killed" && c.figure.text == kNotStated) untold.insert(c.figure.anchor);
    if (!untold.empty())
      also += (also.empty() ? "" : " · ") + std::string("Killed, number not stated: told in ") +
              plural(static_cast<std::int64_t>(untold.size()), "sentence", "sentences");
    out_.summary.emplace_back("Also", also.empty() ? "Nothing else is counted in these reports." : also);
    out_.summary.emplace_back("Who", who_words(out_.responsibility));
    const auto conflicts = std::count_if(out_.conflicts.begin(), out_.conflicts.end(), [](const ViewConflict& c) { return c.kind == "conflict"; });
    out_.summary.emplace_back("How sure", (main ? capitalised(main->counts) + ". " + grades(*main) : std::string("No figure.")) + (conflicts > 0 ? " " + plural(conflicts, "contradiction", "contradictions") + " below." : ""));
  }

  ViewContext& context_;
  const DossierIncident& incident_;
  const Care care_;
  ViewIncident& out_;
};

}  // namespace

// Those of whom the same can be said stand together, so that it is said once.
std::string who_words(const std::vector<ViewResponsibility>& rows) {
  struct Group {
    std::string_view standing;
    std::string deniers, who;
  };
  std::vector<Group> groups;
  for (const auto& r : rows) {
    std::string accusers, deniers;
    for (const auto& a : r.accusers) accusers += (accusers.empty() ? "" : ", ") + a.name + (a.what.empty() ? "" : " (" + a.what + ")");
    for (const auto& d : r.denials) deniers += (deniers.empty() ? "" : ", ") + d.name + " " + d.what;
    std::string one = r.alleged.empty() ? std::string("nobody named") : r.alleged;
    if (!r.tie.empty()) one += " (" + r.tie + ")";
    if (!accusers.empty()) one += (r.alleged.empty() ? ", says " : ", as alleged by ") + accusers;
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.standing == r.standing && g.deniers == deniers; });
    if (same == groups.end()) groups.push_back({r.standing, deniers, capitalised(one)});
    else same->who += "; " + one;
  }
  std::string out;
  for (const Group& g : groups) {
    std::string_view standing = g.standing;
    if (!g.deniers.empty() && standing.ends_with('.')) standing.remove_suffix(1);
    out += (out.empty() ? "" : " ") + g.who + ". " + std::string(standing) + (g.deniers.empty() ? "" : ": " + g.deniers + ".");
  }
  return out.empty() ? "No report names anyone as responsible." : out;
}

void view_findings(ViewContext& context, const DossierIncident& incident, Care care, ViewIncident& out) { IncidentFindings(context, incident, care, out).build(); }

}  // namespace attest
