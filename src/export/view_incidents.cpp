#include <algorithm>
#include <set>
#include <tuple>

#include "export/view_context.h"
#include "export/words.h"
#include "model/places_in_words.h"

namespace attest {
namespace {

std::string join(const std::vector<std::string>& items, std::string_view between) {
  std::string out;
  for (const auto& item : items)
    if (!item.empty()) out += (out.empty() ? "" : std::string(between)) + item;
  return out;
}

// A toll of more days than this speaks of a campaign or of a war.
constexpr std::int64_t kLongDays = 31;

// Builds the view of one incident of the dossier.
class IncidentView {
 public:
  IncidentView(ViewContext& context, std::size_t index)
      : context_(context), incident_(context.dossier.incidents[index]), care_(context.care_for(incident_)) {
    out_.number = static_cast<int>(index) + 1;
    out_.anchor = "i" + std::to_string(out_.number);
  }

  ViewIncident build() {
    out_.title = context_.incident_link(incident_.id).text;
    out_.kind = spaced(incident_.kind);
    out_.when = care_ == Care::kMonthAndProvince ? month_of(incident_.days) : days_words(incident_.days);
    out_.where = care_ == Care::kNone ? where() : coarse_place();
    if (care_ == Care::kNone && incident_.place) out_.precision = precision_words(incident_.place->precision);
    for (const auto& id : incident_.parents) out_.parents.push_back(context_.incident_link(id));
    for (const auto& id : context_.parts_of(incident_.id)) out_.parts.push_back(context_.incident_link(id));
    const auto& days = incident_.days;
    out_.wide = !days.start || (days.start && days.end && days.end->days() - days.start->days() > kLongDays);
    for (const auto& r : incident_.related) {
      auto link = context_.incident_link(r.incident);
      link.text = spaced(r.relation) + ": " + link.text;
      out_.related.push_back(std::move(link));
    }
    for (const auto report : incident_.reports) out_.reports.push_back(context_.report_link(report));
    for (std::size_t t = 0; t < incident_.tolls.size(); ++t)
      if (!incident_.tolls[t].readings.empty())
        out_.tolls.push_back(view_toll(context_, incident_.tolls[t], out_.anchor + "-t" + std::to_string(t + 1)));
    if (care_ == Care::kMonthAndProvince) hide_days();
    for (const auto& member : incident_.members) claim_row(member);
    for (const auto& r : incident_.responsibility) out_.responsibility.push_back(responsibility(r));
    for (auto& toll : out_.tolls)
      if (care_ != Care::kNone && toll.scope.find(": in ") != std::string::npos) toll.heading = effect_heading(*parse_effect(toll.effect)) + ": a part of them";
    // Reasons of place, day and scope would tell what the page withholds.
    for (const auto& c : incident_.contradictions)
      if (care_ == Care::kNone || (c.kind == "conflict" && parse_effect(c.about))) out_.conflicts.push_back(conflict(c));
    missing();
    view_findings(context_, incident_, care_, out_);
    return std::move(out_);
  }

 private:
  std::string place_words(const Located& place) const {
    return join({place.name, place.admin1 == place.name ? "" : place.admin1, place.country}, ", ");
  }

  std::string where() const {
    if (incident_.place) return context_.redactor.label(place_words(*incident_.place));
    return incident_.places.empty() ? "place not given" : context_.redactor.label(places_in_words({}, incident_.places));
  }

  void hide_days() {
    for (auto& toll : out_.tolls)
      for (auto& r : toll.readings) r.as_of.reset(), r.stated_on.reset();
  }

  std::string coarse_place() const {
    if (care_ == Care::kNoPlace || !incident_.place) return "place withheld";
    return !incident_.place->admin1.empty() ? context_.redactor.label(incident_.place->admin1) + ", " + incident_.place->country : "place withheld";
  }

  void claim_row(const Member& member) {
    const Claim* counted = context_.claim(member.claim);
    const Claim* c = counted ? counted : uncounted(member.claim);
    if (!c) return;
    const auto report = member.claim.report;
    const auto words = [&](Span s) { return s.empty() ? std::string() : plain(context_.redactor.passage(report, s)); };
    ViewClaim row;
    row.report = context_.report_link(report);
    const bool hidden = context_.redactor.withheld(report, c->span) || few(*c);
    if (counted) row.figure = context_.claim_link(member.claim, hidden ? "fewer than 5" : count_words(*c->count));
    else row.figure = {std::string(kNotStated), context_.span_link({report, c->span}).anchor};
    if (context_.redactor.withheld(report, c->span)) row.figure.text = "[withheld]";
    row.effect = spaced(name(c->effect));
    if (counted || c->victims.span != c->span) row.victims = words(c->victims.span);  // else the word of harm alone: nobody is told
    row.place = place_of(report, *c);
    const bool dated = c->time.days.start || c->time.days.end;
    if (dated) row.when = care_ == Care::kMonthAndProvince ? month_of(c->time.days) : days_words(c->time.days);
    row.source = source_words(report, *c);
    row.certainty = certainty_words(c->certainty);
    row.why = join(member.why, ", ");
    out_.claims.push_back(std::move(row));
  }

  // Where a figure is said to hold; of a refuge, hospital, prison or grave by its province, and not at all before the case's delay.
  std::string place_of(std::uint32_t report, const Claim& c) const {
    if (care_ != Care::kNone || context_.redactor.withheld(report, c.sentence)) return {};
    std::vector<std::string> places;
    const bool site = context_.redactor.sensitive_place(report, c.span);
    if (site && context_.redactor.place_too_early(report)) return c.places.empty() ? "" : "place withheld";
    for (const auto& p : c.places)
      if (!site) places.push_back(context_.redactor.label(p));
    for (const auto& l : c.located)
      if (site && std::find(places.begin(), places.end(), l.admin1) == places.end()) places.push_back(l.admin1);
    return site && !c.places.empty() && join(places, "").empty() ? "place withheld" : join(places, ", ");
  }

  // Harm told without a number (METHOD 7); an accusation stands among those who are said to be responsible.
  const Claim* uncounted(const ClaimRef& ref) const {
    if (ref.report >= context_.analyses.size()) return nullptr;
    for (const Claim& c : context_.analyses[ref.report].findings.unquantified)
      if (c.id == ref.claim)
        return c.victims.text.empty() || c.background || context_.redactor.tells_of_sexual_violence(ref.report, c.span) ? nullptr
                                                                                                                        : &c;
    return nullptr;
  }

  // A handful of people of a special kind: in a shared page their number is coarsened (METHOD 10).
  bool few(const Claim& c) const {
    if (!context_.redactor.is_shared() || !c.count || !small_number(*c.count)) return false;
    return care_ == Care::kMonthAndProvince || context_.redactor.counts_few(c);
  }

  std::string source_words(std::uint32_t report, const Claim& c) const {
    if (c.attribution.empty()) return "the outlet's own voice";
    std::string out;
    for (const auto& s : c.attribution) {
      const auto words = s.span.empty() ? context_.redactor.label(s.text) : plain(context_.redactor.passage(report, s.span));
      out += (out.empty() ? "" : " ← ") + words;
    }
    return out;
  }

  ViewLink reading_link(const std::string& id) const {
    for (const auto& toll : out_.tolls)
      for (const auto& r : toll.readings)
        if (r.id == id) return {r.figure + " " + spaced(toll.effect) + (r.origin.empty() ? "" : ", " + r.origin), r.anchor};
    return {id, ""};
  }

  // A denial covers only the figures that its own sentence speaks of.
  std::string denial_covers(const Responsibility::DenialRef& d) const {
    std::string out;
    std::set<std::string> told;
    for (const auto& id : d.covers)
      if (std::string figure = reading_link(id).text; told.insert(figure).second) out += (out.empty() ? " (of " : ", ") + figure;
    return out.empty() ? "" : out + ")";
  }

  // "“has denied any part in the raid”: denies the act": the words tell what is denied; where they are many, the type alone stands.
  std::string in_its_words(const Responsibility::DenialRef& d) const {
    constexpr std::size_t kMostBytes = 120;
    const std::string type = denial_words(d.type) + denial_covers(d);
    const std::string words = d.evidence.empty() ? std::string() : plain(context_.redactor.passage(d.evidence.front().report, d.evidence.front().span));
    return words.empty() || words.size() > kMostBytes ? type : "“" + words + "”: " + type;
  }

  ViewResponsibility responsibility(const Responsibility& r) {
    ViewResponsibility out;
    out.alleged = context_.redactor.label(r.alleged);
    out.tie = tie_words(r.tie);
    for (const auto& whom : r.against) out.tie += (out.tie.empty() ? "" : "; ") + ("of attacks on " + context_.redactor.label(whom));
    out.standing = standing_of(r);
    for (const auto& a : r.accusers) {
      const bool own_voice = std::any_of(context_.analyses.begin(), context_.analyses.end(), [&](const Analysis& x) { return x.report.id == a.source; });
      const std::string day = a.date && !own_voice ? day_words(*a.date) : "";  // a report's label gives its day
      ViewParty party{a.source.empty() ? "an outlet's own voice" : context_.source_name(a.source), day, {}};
      for (const auto& e : a.evidence) party.evidence.push_back(context_.span_link(e));
      out.accusers.push_back(std::move(party));
    }
    for (const auto& d : r.denials) {
      ViewParty party{context_.source_name(d.source), in_its_words(d), {}};
      for (const auto& e : d.evidence) party.evidence.push_back(context_.span_link(e));
      out.denials.push_back(std::move(party));
    }
    for (const auto& id : r.covers) out.covers.push_back(reading_link(id));
    return out;
  }

  std::string standing_of(const Responsibility& r) const {
    if (r.standing != "alleged_no_denial") return standing_words(r.standing);
    if (!r.denials.empty()) return "Alleged; what is denied is not the act itself. Silence is not assent.";
    const bool above = std::any_of(context_.dossier.incidents.begin(), context_.dossier.incidents.end(), [&](const DossierIncident& i) {
      const bool holds = std::find(incident_.parents.begin(), incident_.parents.end(), i.id) != incident_.parents.end();
      return holds && std::any_of(i.responsibility.begin(), i.responsibility.end(), [](const Responsibility& x) { return !x.denials.empty(); });
    });
    if (above && !anything_denied()) return "Alleged; the reports of this incident carry no denial, those of the incident that holds it do. Silence is not assent.";
    if (anything_denied()) return "Alleged; these reports carry denials that were tied to none of those named here. Silence is not assent.";
    return standing_words(r.standing);
  }

  // Whether these reports carry a denial of the deed by anybody: then it is not said that they carry none.
  bool anything_denied() const {
    return std::any_of(incident_.reports.begin(), incident_.reports.end(), [&](std::uint32_t report) {
      const auto& denials = context_.analyses[report].findings.denials;
      return std::any_of(denials.begin(), denials.end(),
                         [](const Denial& d) { return d.type == "act" || d.type == "presence" || d.type == "harm"; });
    });
  }

  const Reading* reading(const std::string& id) const {
    for (const auto& toll : incident_.tolls)
      for (const auto& r : toll.readings)
        if (r.id == id) return &r;
    return nullptr;
  }

  const Toll* toll_of(const std::string& id) const {
    for (const auto& toll : incident_.tolls)
      for (const auto& r : toll.readings)
        if (r.id == id) return &toll;
    return nullptr;
  }
  bool tiny(const Reading& r) const { return small_cell(context_, *toll_of(r.id), r); }
  std::string effect_of(const std::string& id) const { return toll_of(id) ? spaced(name(toll_of(id)->effect)) : ""; }

  ViewConflict conflict(const FigureConflict& c) {
    ViewConflict out;
    out.about = spaced(c.about);
    out.reason = context_.redactor.label(names_site(c) ? c.reason.substr(0, c.reason.find(" (")) : c.reason);
    if (c.about == "place" && names_site(c)) out.reason = "one figure of one origin is put in two places";
    out.kind = c.kind;
    const bool of_figures = parse_effect(c.about).has_value();
    if (of_figures)
      for (const auto& id : c.between) side_of_figure(out, id);
    else
      for (const auto& e : c.evidence) {
        ViewConflictSide side;
        side.label = context_.report_label(e.report);
        side.link = context_.span_link(e);
        side.sentence = context_.sentence_of(e.report, e.span);
        out.sides.push_back(std::move(side));
      }
    return out;
  }

  // Whether its reason would name a place that a shared page does not.
  bool names_site(const FigureConflict& c) const {
    const auto hidden = [&](const Toll& t) { return context_.scope_of(t) != t.scope; };
    const auto of = [&](const Toll& t) {
      return std::any_of(t.readings.begin(), t.readings.end(), [&](const Reading& r) { return std::find(c.between.begin(), c.between.end(), r.id) != c.between.end(); });
    };
    return std::any_of(incident_.tolls.begin(), incident_.tolls.end(), [&](const Toll& t) { return of(t) && hidden(t); }) ||
           std::any_of(c.evidence.begin(), c.evidence.end(), [&](const SpanRef& e) { return context_.redactor.sensitive_place(e.report, e.span); });
  }

  void side_of_figure(ViewConflict& out, const std::string& id) {
    const Reading* r = reading(id);
    if (!r || r->claims.empty()) return;
    ViewConflictSide side;
    side.label = r->origin.empty() ? "no source given" : context_.source_name(r->origin);
    side.figure = context_.redactor.is_shared() && tiny(*r) ? "fewer than 5" : count_words(r->count) + " " + effect_of(id);
    side.link = context_.claim_link(r->claims.front(), context_.report_label(r->claims.front().report));
    if (const Claim* claim = context_.claim(r->claims.front())) side.sentence = context_.sentence_of(r->claims.front().report, claim->span);
    out.sides.push_back(std::move(side));
  }

  // Silence is said aloud: which parts of an answer no report gives.
  void missing() {
    int no_day = 0, no_place = 0, no_source = 0, all = 0;
    for (const auto& member : incident_.members) {
      const Claim* c = context_.claim(member.claim);
      if (!c) continue;
      ++all;
      no_day += !c->time.days.start && !c->time.days.end;
      no_place += c->places.empty();
      no_source += c->attribution.empty();
    }
    const auto of_all = [&](int n, std::string_view what) {
      if (n > 0) out_.missing.push_back(number_words(n) + " of " + plural(all, "figure", "figures") + " " + std::string(what) + ".");
    };
    of_all(no_day, "without a day of its own");
    of_all(no_place, "without a place of its own");
    of_all(no_source, "without a source");
    const auto has = [&](Effect effect, std::string_view scope) {
      return std::any_of(incident_.tolls.begin(), incident_.tolls.end(), [&](const Toll& t) { return t.effect == effect && (scope.empty() || t.scope == scope); });
    };
    if (!has(Effect::kKilled, "")) out_.missing.emplace_back("No report gives a number of dead.");
    else if (!has(Effect::kKilled, "civilian")) out_.missing.emplace_back("No report says how many of the dead were civilians.");
    if (!has(Effect::kWounded, "")) out_.missing.emplace_back("No report gives a number of wounded.");
    if (std::all_of(incident_.responsibility.begin(), incident_.responsibility.end(),
                    [](const Responsibility& r) { return r.alleged.empty(); }))
      out_.missing.emplace_back("No report names anyone as responsible.");
  }

  ViewContext& context_;
  const DossierIncident& incident_;
  const Care care_;
  ViewIncident out_;
};

}  // namespace

std::vector<ViewIncident> view_incidents(ViewContext& context) {
  std::vector<ViewIncident> out;
  for (std::size_t i = 0; i < context.dossier.incidents.size(); ++i) out.push_back(IncidentView(context, i).build());
  return out;
}

}  // namespace attest
