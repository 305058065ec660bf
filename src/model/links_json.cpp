#include "model/links_json.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <unordered_map>
#include <vector>

#include "base/base.h"
#include "model/json.h"
#include "model/json_parts.h"

namespace attest {
namespace {

// Writes links. Spans become code points here, each text counted once and only where a span asks for it.
class LinksJson {
 public:
  LinksJson(const Links& links, std::span<const Analysis* const> analyses, const JsonSink& sink)
      : links_(links), analyses_(analyses), sink_(sink), points_(analyses.size()) {
    for (std::uint32_t i = 0; i < analyses.size(); ++i) by_id_.emplace(analyses[i]->report.id, i);
    for (const DossierSource& s : links.sources) names_.emplace(s.id, s.name);
  }

  void write(std::span<const Skipped> skipped, const MadeBy& made_by) {
    json_.begin_object().field("contract", 1).field("restricted", true).key("made_by");
    made_by_value(json_, made_by);
    json_.key("reports").begin_array();
    for (const std::uint32_t i : in_order()) report(i), hand_on();
    json_.end_array();
    list("sources", links_.sources, &LinksJson::source);
    list("incidents", links_.incidents, &LinksJson::incident);
    list("entities", links_.entities, &LinksJson::entity);
    json_.key("dependencies").begin_array();
    for (const auto* all : {&links_.dependencies, &links_.figure_dependencies})
      for (const Dependency& d : *all) dependency(d), hand_on();
    json_.end_array();
    list("figures", links_.classes, &LinksJson::classes);
    list("reuse", links_.reuse, &LinksJson::reuse);
    json_.key("skipped").begin_array();
    for (const Skipped& s : skipped)
      json_.begin_object().field("input", s.input).field("code", s.error.code).field("message", s.error.message).end_object();
    json_.end_array().end_object();
    hand_on(0);
    sink_("\n");
  }

 private:
  template <class List, class T>
  void list(std::string_view key, const List& items, void (LinksJson::*write_one)(const T&)) {
    json_.key(key).begin_array();
    for (const auto& item : items) (this->*write_one)(item), hand_on();
    json_.end_array();
  }

  // Hands on what is written, once it is much: a large case is never one string. The writer goes on where it was.
  void hand_on(std::size_t much = 1 << 20) {
    if (std::as_const(json_).text().size() > much) sink_(std::move(json_).text());
  }

  // By id and input: not by the order in which they came.
  std::vector<std::uint32_t> in_order() const {
    std::vector<std::uint32_t> out(analyses_.size());
    std::iota(out.begin(), out.end(), 0U);
    std::sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tie(analyses_[a]->report.id, analyses_[a]->report.input, a) <
             std::tie(analyses_[b]->report.id, analyses_[b]->report.input, b);
    });
    return out;
  }

  const std::string& id(std::uint32_t report) const { return analyses_[report]->report.id; }

  void span(const SpanRef& at) {
    auto& points = points_[at.report];
    if (!points) points = std::make_unique<CodePoints>(analyses_[at.report]->report.text);
    json_.field("report", id(at.report))
        .field("begin", points->from_byte(at.span.begin))
        .field("end", points->from_byte(at.span.end));
  }

  void report(std::uint32_t i) {
    const Analysis& a = *analyses_[i];
    json_.begin_object().field("id", a.report.id).field("input", a.report.input).field("outlet", a.report.outlet);
    json_.field("published", a.findings.dates.published);
    json_.key("same_as");
    if (links_.same_as[i] == i) json_.null();
    else json_.value(id(links_.same_as[i]));
    json_.end_object();
  }

  void source(const DossierSource& s) {
    json_.begin_object().field("id", s.id).field("name", s.name);
    text_or_null(json_, "kind", s.kind);
    text_or_null(json_, "party", s.party ? s.party->name : std::string());
    strings(json_, "aliases", s.aliases);
    json_.field("figures", s.figures).field("reports", s.reports).end_object();
  }

  void incident(const LinkedIncident& i) {
    json_.begin_object().field("id", i.id);
    text_or_null(json_, "kind", i.kind);
    json_.key("parents").begin_array();
    for (const std::uint32_t p : i.parents) json_.value(links_.incidents[p].id);
    json_.end_array().key("place");
    located_value(json_, i.place);
    json_.key("places").begin_array();
    for (const Located& p : i.places) located_value(json_, p);
    json_.end_array();
    date_or_null(json_, "start", i.days.start);
    date_or_null(json_, "end", i.days.end);
    json_.field("war_total", i.war_total).field("container", i.container).key("members").begin_array();
    for (const Member& m : i.members) {
      json_.begin_object().field("report", id(m.claim.report)).field("claim", m.claim.claim);
      strings(json_, "why", m.why);
      json_.key("score").value(m.score, 1).end_object();
    }
    json_.end_array().end_object();
  }

  void entity(const Entity& e) {
    json_.begin_object().field("id", e.id).field("name", e.name);
    text_or_null(json_, "type", e.type);
    json_.key("aliases").begin_array();
    for (const EntityAlias& a : e.aliases) {
      json_.begin_object().field("text", a.text);
      span(a.at);
      json_.end_object();
    }
    json_.end_array();
    strings(json_, "why", e.why);
    strings(json_, "not", e.not_same);
    json_.end_object();
  }

  std::string name_of_report(std::uint32_t report) const {
    const Analysis& a = *analyses_[report];
    const auto& day = a.findings.dates.reference;
    return a.report.outlet.value_or("a report") + (day ? " (" + day->iso() + ")" : "");
  }

  std::string name_of(const std::string& to) const {
    if (const auto report = by_id_.find(to); report != by_id_.end()) return name_of_report(report->second);
    const auto name = names_.find(to);
    return name == names_.end() ? to : name->second;
  }

  void dependency(const Dependency& d) {
    json_.begin_object().field("from", id(d.from)).field("to", d.to).field("signal", d.signal);
    json_.field("why", edge_sentence(d.signal, name_of_report(d.from), name_of(d.to), d.evidence.size() / 2));
    json_.key("evidence").begin_array();
    for (const SpanRef& e : d.evidence) {
      json_.begin_object();
      span(e);
      json_.end_object();
    }
    json_.end_array().end_object();
  }

  void classes(const FigureClasses& c) {
    json_.begin_object()
        .field("incident", links_.incidents[c.incident].id)
        .field("effect", name(c.effect))
        .field("figure", c.figure);
    json_.key("reports").begin_array();
    for (const std::uint32_t r : c.reports) json_.value(id(r));
    json_.end_array().key("origins").begin_array();
    for (const auto& one : c.origins) {
      json_.begin_array();
      for (const std::string& o : one) json_.value(o);
      json_.end_array();
    }
    json_.end_array().field("min", c.fewest).field("max", c.origins.size()).end_object();
  }

  void reuse(const Reuse& r) {
    json_.begin_object()
        .field("outlet", r.outlet)
        .field("of", r.of)
        .field("signal", r.signal)
        .field("reports", r.reports)
        .end_object();
  }

  const Links& links_;
  std::span<const Analysis* const> analyses_;
  const JsonSink& sink_;
  std::vector<std::unique_ptr<CodePoints>> points_;
  std::unordered_map<std::string, std::uint32_t> by_id_;  // looked up only
  std::unordered_map<std::string, std::string> names_;
  JsonWriter json_{1};
};

}  // namespace

std::string edge_sentence(std::string_view signal, std::string_view from, std::string_view to, std::size_t passages) {
  const auto say = [&](std::string_view middle, std::string_view end) {
    return std::string(from) + std::string(middle) + std::string(to) + std::string(end);
  };
  const std::string n = std::to_string(passages);
  if (signal == "named") return say(" names ", " as a source.");
  if (signal == "agency_credit") return say(" says that it is copy of ", ".");
  if (signal == "shared_text") return say(" has passages of its text (at least " + n + ") in common with ", ".");
  if (signal == "shared_quote") return say(" carries quotations (at least " + n + ") that stand also in ", ".");
  if (signal == "same_figure") return say(" gives without a source a figure that ", " gave before.");
  if (signal == "derived_sum") return say(" gives a total that is the sum of parts given by ", ".");
  if (signal == "same_party") return say(" rests on an organ of the party whose organ is also ", ".");
  if (signal == "same_informants") return say(" rests on unnamed informants of one kind and place, who may be the same as ", ".");
  return say(" depends on ", ".");
}

void write_links_json(const Links& links, std::span<const Analysis* const> analyses, std::span<const Skipped> skipped,
                      const MadeBy& made_by, const JsonSink& sink) {
  LinksJson(links, analyses, sink).write(skipped, made_by);
}

std::string links_json(const Links& links, std::span<const Analysis> analyses, std::span<const Skipped> skipped,
                       const MadeBy& made_by) {
  std::vector<const Analysis*> all;
  for (const Analysis& a : analyses) all.push_back(&a);
  std::string out;
  write_links_json(links, all, skipped, made_by, [&](std::string_view part) { out += part; });
  return out;
}

}  // namespace attest
