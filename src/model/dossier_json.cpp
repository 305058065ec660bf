#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "base/base.h"
#include "model/json.h"
#include "model/json_parts.h"

namespace attest {
namespace {

constexpr std::array<std::string_view, 4> kPolicies = {"ucdp", "ibc", "acled", "two_origins"};
constexpr std::string_view kWhatATollSays = "what these reports say, not how many died";

// Writes a dossier in the order of the contract. Holds what several parts look up: report ids, and the code points of the texts
// that spans point into, each counted once and only where a span asks for it.
class DossierJson {
 public:
  DossierJson(const Dossier& dossier, std::span<const Analysis> analyses) : dossier_(dossier), analyses_(analyses), points_(analyses.size()) {}

  std::string write() {
    json_.begin_object();
    json_.field("contract", 1).field("restricted", true);
    date_or_null(json_, "as_of", dossier_.as_of);
    json_.field("policy", dossier_.policy);
    if (!dossier_.own_policy.empty()) json_.field("own_policy", dossier_.own_policy);
    json_.key("made_by");
    made_by_value(json_, dossier_.made_by);
    list("reports", analyses_, &DossierJson::report);
    list("sources", dossier_.sources, &DossierJson::source);
    list("incidents", dossier_.incidents, &DossierJson::incident);
    list("contradictions", dossier_.contradictions, &DossierJson::contradiction);
    list("entities", dossier_.entities, &DossierJson::entity);
    list("dependencies", dossier_.dependencies, &DossierJson::dependency);
    list("naming", dossier_.naming, &DossierJson::naming);
    statements();
    list("skipped", dossier_.skipped, &DossierJson::skipped);
    json_.end_object();
    std::string out = std::move(json_).text();
    out += '\n';
    return out;
  }

 private:
  template <class List, class T>
  void list(std::string_view key, const List& items, void (DossierJson::*write_one)(const T&)) {
    json_.key(key).begin_array();
    for (const auto& item : items) (this->*write_one)(item);
    json_.end_array();
  }

  void report_id(std::uint32_t index) {
    if (index < analyses_.size()) json_.value(analyses_[index].report.id);
    else json_.null();
  }

  const CodePoints& points(std::uint32_t index) {
    if (!points_[index]) points_[index] = std::make_unique<CodePoints>(analyses_[index].report.text);
    return *points_[index];
  }

  void span(const SpanRef& at) {
    json_.begin_object().key("report");
    report_id(at.report);
    const bool known = at.report < analyses_.size();
    json_.key("begin").value(known ? std::optional(points(at.report).from_byte(at.span.begin)) : std::nullopt);
    json_.key("end").value(known ? std::optional(points(at.report).from_byte(at.span.end)) : std::nullopt);
    json_.end_object();
  }

  void claim_ref(const ClaimRef& ref) {
    json_.begin_object().key("report");
    report_id(ref.report);
    json_.field("claim", ref.claim).end_object();
  }

  void report(const Analysis& a) {
    json_.begin_object().field("id", a.report.id).field("input", a.report.input).field("title", a.report.title);
    json_.field("outlet", a.report.outlet).field("published", a.findings.dates.published).field("url", a.report.url).end_object();
  }

  void source(const DossierSource& s) {
    json_.begin_object().field("id", s.id).field("name", s.name);
    text_or_null(json_, "kind", s.kind);
    json_.key("party");
    if (s.party) {
      json_.begin_object().field("name", s.party->name);
      text_or_null(json_, "from", s.party->from);
      text_or_null(json_, "to", s.party->to);
      text_or_null(json_, "reference", s.party->reference);
      json_.end_object();
    } else {
      json_.null();
    }
    strings(json_, "aliases", s.aliases);
    json_.field("figures", s.figures).field("reports", s.reports).end_object();
  }

  void incident(const DossierIncident& i) {
    json_.begin_object().field("id", i.id).field("title", i.title);
    text_or_null(json_, "parent", i.parents.empty() ? std::string() : i.parents.front());
    strings(json_, "parents", i.parents);
    list("related", i.related, &DossierJson::related);
    text_or_null(json_, "kind", i.kind);
    json_.key("place");
    located_value(json_, i.place);
    list("places", i.places, &DossierJson::place);
    date_or_null(json_, "start", i.days.start);
    date_or_null(json_, "end", i.days.end);
    json_.key("reports").begin_array();
    for (const auto r : i.reports) report_id(r);
    json_.end_array();
    list("members", i.members, &DossierJson::member);
    list("tolls", i.tolls, &DossierJson::toll);
    list("responsibility", i.responsibility, &DossierJson::responsibility);
    list("contradictions", i.contradictions, &DossierJson::figure_conflict);
    list("relations", i.relations, &DossierJson::relation);
    list("bounds", i.bounds, &DossierJson::bound);
    list("inconsistencies", i.inconsistencies, &DossierJson::inconsistency);
    list("transitions", i.transitions, &DossierJson::transition);
    list("questions", i.questions, &DossierJson::question);
    list("not_mentioned", i.not_mentioned, &DossierJson::not_mentioned);
    list("overruled", i.overruled, &DossierJson::overruled);
    json_.end_object();
  }

  void relation(const ScopeRelation& r) {
    json_.begin_object().field("a", r.a).field("b", r.b).field("relation", r.relation);
    strings(json_, "why", r.why);
    json_.end_object();
  }

  void bound(const DerivedBound& b) {
    json_.begin_object().field("effect", b.effect).field("scope", b.scope).field("low", b.low).field("high", b.high);
    strings(json_, "from", b.from);
    json_.field("origin", b.origin).field("why", b.why).end_object();
  }

  void inconsistency(const Inconsistency& i) {
    json_.begin_object();
    strings(json_, "between", i.between);
    json_.field("why", i.why).end_object();
  }

  void transition(const Transition& t) {
    json_.begin_object();
    text_or_null(json_, "from", t.from);
    text_or_null(json_, "to", t.to);
    text_or_null(json_, "gained", t.gained);
    json_.field("kind", t.kind).field("why", t.why);
    list("evidence", t.evidence, &DossierJson::span);
    json_.end_object();
  }

  void question(const OpenQuestion& q) {
    json_.begin_object().field("kind", q.kind).field("text", q.text);
    list("evidence", q.evidence, &DossierJson::span);
    json_.end_object();
  }

  void not_mentioned(const NotMentioned& n) {
    json_.begin_object().key("report");
    report_id(n.report);
    text_or_null(json_, "reading", n.reading);
    text_or_null(json_, "alleged", n.alleged);
    date_or_null(json_, "public_since", n.public_since);
    json_.end_object();
  }

  void overruled(const Overruled& o) {
    json_.begin_object().field("what", o.what);
    text_or_null(json_, "was", o.was);
    json_.field("now", o.now);
    text_or_null(json_, "by", o.by);
    text_or_null(json_, "why", o.why);
    date_or_null(json_, "day", o.day);
    json_.end_object();
  }

  void place(const Located& located) { located_value(json_, located); }

  void related(const RelatedIncident& r) { json_.begin_object().field("incident", r.incident).field("relation", r.relation).end_object(); }

  void member(const Member& m) {
    json_.begin_object().key("report");
    report_id(m.claim.report);
    json_.field("claim", m.claim.claim);
    strings(json_, "why", m.why);
    json_.end_object();
  }

  void toll(const Toll& t) {
    json_.begin_object().field("effect", name(t.effect)).field("scope", t.scope);
    list("readings", t.readings, &DossierJson::reading);
    strings(json_, "latest", t.latest);
    json_.field("reports_count", t.reports_count).field("origins_count", t.origins_count);
    json_.key("origins").begin_object().field("min", t.origins_min).field("max", t.origins_max).end_object();
    json_.key("estimates").begin_object();
    for (const auto& e : t.estimates) estimate(e, reviewed(t, e));
    for (const auto policy : kPolicies)
      if (std::none_of(t.estimates.begin(), t.estimates.end(), [&](const Estimate& e) { return e.policy == policy; })) estimate(unknown(policy), false);
    json_.end_object();
    text_or_null(json_, "happened", t.happened);
    text_or_null(json_, "how_many", t.how_many);
    list("overruled", t.overruled, &DossierJson::overruled);
    json_.field("says", kWhatATollSays).end_object();
  }

  void reading(const Reading& r) {
    json_.begin_object().field("id", r.id);
    text_or_null(json_, "origin", r.origin);
    json_.field("low", r.count.low).field("high", r.count.high).field("point", r.count.point).field("modifier", name(r.count.modifier));
    date_or_null(json_, "as_of", r.as_of);
    list("claims", r.claims, &DossierJson::claim_ref);
    text_or_null(json_, "supersedes", r.supersedes);
    strings(json_, "derived_from", r.derived_from);
    json_.field("certainty", name(r.certainty));
    date_or_null(json_, "stated_on", r.stated_on);
    json_.key("relayed_by").begin_array();
    for (const auto report : r.relayed_by) report_id(report);
    json_.end_array();
    json_.field("status", r.status).field("interest", r.interest.empty() ? std::string("none") : r.interest);
    text_or_null(json_, "note", r.note);
    text_or_null(json_, "change", r.change);
    list("change_evidence", r.change_evidence, &DossierJson::span);
    json_.field("reviewed", r.reviewed).end_object();
  }

  // A policy that nobody computed stands as unknown: keys are never left out.
  static Estimate unknown(std::string_view policy) {
    Estimate e;
    e.policy = policy;
    return e;
  }

  // A person's own numbers, or numbers that rest on readings which a person checked.
  static bool reviewed(const Toll& t, const Estimate& e) {
    const auto checked = [&](const std::string& id) {
      return std::any_of(t.readings.begin(), t.readings.end(), [&](const Reading& r) { return r.id == id && r.reviewed; });
    };
    return e.policy == "reviewed" || (!e.used.empty() && std::all_of(e.used.begin(), e.used.end(), checked));
  }

  void estimate(const Estimate& e, bool is_reviewed) {
    json_.key(e.policy).begin_object().field("low", e.low).field("best", e.best).field("high", e.high);
    json_.key("by_side").begin_object().field("a", e.side_a).field("b", e.side_b).field("civilians", e.civilians);
    json_.field("unknown", e.unknown).end_object();
    strings(json_, "used", e.used);
    list("set_aside", e.set_aside, &DossierJson::set_aside);
    text_or_null(json_, "note", e.note);
    json_.field("unreviewed", !is_reviewed).end_object();
  }

  void set_aside(const SetAside& s) { json_.begin_object().field("reading", s.reading).field("reason", s.reason).end_object(); }

  void responsibility(const Responsibility& r) {
    json_.begin_object();
    text_or_null(json_, "alleged", r.alleged);
    text_or_null(json_, "tie", std::string(name(r.tie)));
    list("accusers", r.accusers, &DossierJson::accuser);
    list("denials", r.denials, &DossierJson::denial);
    strings(json_, "covers", r.covers);
    text_or_null(json_, "standing", r.standing);
    list("overruled", r.overruled, &DossierJson::overruled);
    json_.end_object();
  }

  void accuser(const Accuser& a) {
    json_.begin_object().field("source", a.source);
    date_or_null(json_, "date", a.date);
    list("evidence", a.evidence, &DossierJson::span);
    json_.end_object();
  }

  void denial(const Responsibility::DenialRef& d) {
    json_.begin_object().field("source", d.source).field("type", d.type);
    list("evidence", d.evidence, &DossierJson::span);
    strings(json_, "covers", d.covers);
    json_.end_object();
  }

  void figure_conflict(const FigureConflict& c) {
    json_.begin_object().field("about", c.about);
    strings(json_, "between", c.between);
    json_.field("reason", c.reason).field("kind", c.kind).field("weight", c.weight);
    list("evidence", c.evidence, &DossierJson::span);
    json_.end_object();
  }

  void contradiction(const Contradiction& c) {
    json_.begin_object().field("about", c.about);
    list("between", c.between, &DossierJson::contradiction_side);
    json_.field("reason", c.reason).end_object();
  }

  void contradiction_side(const Contradiction::Side& s) {
    json_.begin_object().key("report");
    report_id(s.report);
    json_.field("statement", s.statement).end_object();
  }

  void entity(const Entity& e) {
    json_.begin_object().field("id", e.id).field("name", e.name);
    text_or_null(json_, "type", e.type);
    list("aliases", e.aliases, &DossierJson::alias);
    strings(json_, "why", e.why);
    strings(json_, "not", e.not_same);
    json_.end_object();
  }

  void alias(const EntityAlias& a) {
    json_.begin_object().field("text", a.text).key("report");
    report_id(a.at.report);
    const bool known = a.at.report < analyses_.size();
    json_.key("begin").value(known ? std::optional(points(a.at.report).from_byte(a.at.span.begin)) : std::nullopt);
    json_.key("end").value(known ? std::optional(points(a.at.report).from_byte(a.at.span.end)) : std::nullopt);
    json_.end_object();
  }

  void dependency(const Dependency& d) {
    json_.begin_object().key("from");
    report_id(d.from);
    json_.field("to", d.to).field("signal", d.signal);
    list("evidence", d.evidence, &DossierJson::span);
    json_.end_object();
  }

  void naming(const NamingRow& n) {
    json_.begin_object().field("referent", n.referent);
    list("names", n.names, &DossierJson::naming_name);
    json_.end_object();
  }

  void naming_name(const NamingRow::Name& n) {
    json_.begin_object();
    text_or_null(json_, "outlet", n.outlet);
    json_.field("text", n.text).field("count", n.count);
    text_or_null(json_, "tone", n.tone);
    json_.field("voice", n.own_voice ? "own" : "quoted").end_object();
  }

  void statements() {
    json_.key("statements").begin_array();
    for (std::uint32_t i = 0; i < analyses_.size(); ++i)
      for (const auto& s : analyses_[i].findings.statements) {
        json_.begin_object().key("report");
        report_id(i);
        JsonParts{json_, points(i), analyses_[i].report.text}.statement(s);
        json_.end_object();
      }
    json_.end_array();
  }

  void skipped(const Skipped& s) {
    json_.begin_object().field("input", s.input).key("error").begin_object();
    json_.field("code", s.error.code).field("message", s.error.message).field("where", s.error.where);
    json_.end_object().end_object();
  }

  const Dossier& dossier_;
  std::span<const Analysis> analyses_;
  std::vector<std::unique_ptr<CodePoints>> points_;
  JsonWriter json_{1};
};

}  // namespace

std::string dossier_json(const Dossier& dossier, std::span<const Analysis> analyses) { return DossierJson(dossier, analyses).write(); }

}  // namespace attest
