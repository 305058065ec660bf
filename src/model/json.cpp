#include "model/json.h"

#include "model/json_parts.h"

namespace attest {
namespace {

// Writes one analysis; each method one object or list of the contract, in the contract's order of keys.
class AnalysisWriter {
 public:
  AnalysisWriter(const Analysis& analysis, const MadeBy& made_by)
      : analysis_(analysis), made_by_(made_by), points_(analysis.report.text), parts_{out_, points_, analysis.report.text} {}

  std::string write() {
    const Findings& found = analysis_.findings;
    out_.begin_object().field("contract", 1).field("restricted", true).key("made_by");
    made_by_value(out_, made_by_);
    out_.field("input", analysis_.report.input).key("report");
    report();
    sentences();
    list("claims", found.claims, [&](const Claim& c) { claim(c); });
    list("totals", found.totals, [&](const Total& t) { total(t); });
    list("unquantified", found.unquantified, [&](const Claim& c) { claim(c); });
    list("denials", found.denials, [&](const Denial& d) { denial(d); });
    list("other_harm", found.other_harm, [&](const OtherHarm& o) { other_harm(o); });
    list("quotes", found.quotes, [&](const Quote& q) { quote(q); });
    list("statements", found.statements, [&](const Statement& s) { parts_.statement(s); });
    list("mentions", found.mentions, [&](const Mention& m) { mention(m); });
    list("naming", found.naming, [&](const NamingUse& n) { naming(n); });
    if (!found.note.empty()) out_.field("note", found.note);
    out_.end_object();
    return std::move(out_).text();
  }

 private:
  template <class T, class F>
  void list(const char* key, const std::vector<T>& items, F write_item) {
    out_.key(key).begin_array();
    for (const T& item : items) {
      out_.begin_object();
      write_item(item);
      out_.end_object();
    }
    out_.end_array();
  }

  void report() {
    const Report& r = analysis_.report;
    const ReportDates& dates = analysis_.findings.dates;
    out_.begin_object().field("id", r.id).field("url", r.url).field("title", r.title).field("outlet", r.outlet).field("byline", r.byline);
    out_.field("published", dates.published);
    text_or_null(out_, "published_from", dates.published_from);
    date_or_null(out_, "reference_date", dates.reference);
    list("dates", dates.all, [&](const ReportDate& d) {
      out_.field("value", d.value.iso()).field("from", d.from).key("begin");
      if (d.span) out_.value(points_.from_byte(d.span->begin)).field("end", points_.from_byte(d.span->end));
      else out_.null().key("end").null();
    });
    text_or_null(out_, "language", r.language);
    text_or_null(out_, "dateline", dates.dateline);
    out_.field("text", r.text).end_object();
  }

  void sentences() {
    list("sentences", analysis_.tokens.sentences, [&](const Sentence& s) { parts_.span(s.span); });
  }

  void count(const Count& c) {
    out_.begin_object();
    parts_.span_with_text(c.span);
    number_or_null(out_, "low", c.low);
    number_or_null(out_, "high", c.high);
    number_or_null(out_, "point", c.point);
    out_.field("modifier", name(c.modifier)).end_object();
  }

  void victims(const Victims& v) {
    out_.begin_object().field("text", v.text).field("status", name(v.status));
    strings(out_, "groups", v.groups);
    out_.field("status_basis", v.status_basis).field("condition", v.condition);
    strings(out_, "identity", v.identity);
    out_.end_object();
  }

  void time(const TimeRef& t) {
    out_.begin_object();
    text_or_null(out_, "text", t.text);
    date_or_null(out_, "start", t.days.start);
    date_or_null(out_, "end", t.days.end);
    text_or_null(out_, "precision", t.precision);
    out_.key("begin");
    if (t.span) out_.value(points_.from_byte(t.span->begin)).field("stop", points_.from_byte(t.span->end));
    else out_.null().key("stop").null();
    text_or_null(out_, "rule", t.rule);
    out_.end_object();
  }

  void perpetrators(const Claim& c) {
    const Perpetrator* first = c.perpetrators.empty() ? nullptr : &c.perpetrators.front();
    text_or_null(out_, "perpetrator", first ? std::string_view(first->text) : std::string_view());
    text_or_null(out_, "perpetrator_certainty", first && first->certainty ? name(*first->certainty) : std::string_view());
    list("perpetrators", c.perpetrators, [&](const Perpetrator& p) {
      out_.field("text", p.text);
      text_or_null(out_, "tie", name(p.tie));
      text_or_null(out_, "certainty", p.certainty ? name(*p.certainty) : std::string_view());
      text_or_null(out_, "asserted_by", p.asserted_by);
      parts_.span(p.span);
    });
  }

  void chain(const char* key, const std::vector<Source>& sources) {
    list(key, sources, [&](const Source& s) {
      out_.field("source", s.text).field("cue", s.cue);
      parts_.span(s.span);
      text_or_null(out_, "entity", s.entity);
      text_or_null(out_, "told", s.told);
      text_or_null(out_, "kind", s.kind);
      text_or_null(out_, "rule", s.rule);
      if (s.each.empty()) return;
      list("each", s.each, [&](const Source& one) {
        out_.field("source", one.text);
        parts_.span(one.span);
        text_or_null(out_, "entity", one.entity);
        text_or_null(out_, "kind", one.kind);
      });
    });
  }

  void claim(const Claim& c) {
    out_.field("id", c.id);
    parts_.span_with_text(c.span);
    out_.key("sentence").begin_object();
    parts_.span(c.sentence);
    out_.end_object().field("effect", name(c.effect)).key("count");
    if (c.count) count(*c.count);
    else out_.null();
    out_.key("victims");
    victims(c.victims);
    out_.field("part_of", c.part_of);
    strings(out_, "places", c.places);
    list("place_spans", c.place_spans, [&](Span s) { parts_.span(s); });
    text_or_null(out_, "place_rule", c.place_rule);
    out_.field("extent", name(c.extent)).key("located");
    located_value(out_, c.located.empty() ? std::nullopt : std::optional<Located>(c.located.front()));
    out_.key("located_all").begin_array();
    for (const auto& place : c.located) located_value(out_, place);
    out_.end_array().key("time");
    time(c.time);
    date_or_null(out_, "as_of", c.as_of);
    text_or_null(out_, "as_of_basis", c.as_of_basis);
    out_.field("unit", name(c.unit)).field("measure", name(c.measure));
    perpetrators(c);
    text_or_null(out_, "means", name(c.means));
    chain("attribution", c.attribution);
    list("hedges", c.hedges, [&](const Hedge& h) {
      out_.field("text", h.text).field("type", h.type).field("by", h.by);
      parts_.span(h.span);
    });
    out_.field("certainty", name(c.certainty)).field("origin_certainty", name(c.origin_certainty)).field("background", c.background);
    list("alternatives", c.alternatives, [&](const Alternative& a) { out_.field("slot", a.slot); text_or_null(out_, "value", a.value); out_.field("why", a.why); });
    out_.field("rule", c.rule).key("confidence").value(c.confidence, 2);
  }

  void total(const Total& t) {
    out_.field("effect", name(t.effect));
    number_or_null(out_, "low", t.low);
    number_or_null(out_, "high", t.high);
    number_or_null(out_, "point", t.point);
    strings(out_, "claims", t.claims);
    out_.field("incident", t.incident);
  }

  void denial(const Denial& d) {
    out_.field("id", d.id);
    parts_.span_with_text(d.span);
    text_or_null(out_, "by", d.by);
    out_.field("type", d.type).field("of", d.of);
  }

  void other_harm(const OtherHarm& o) {
    out_.field("id", o.id);
    parts_.span_with_text(o.span);
    out_.field("type", o.type);
    chain("attribution", o.attribution);
  }

  void quote(const Quote& q) {
    out_.field("id", q.id);
    parts_.span_with_text(q.span);
    out_.field("kind", name(q.kind));
    text_or_null(out_, "speaker", q.speaker);
    text_or_null(out_, "speaker_canonical", q.speaker_canonical);
    text_or_null(out_, "cue", q.cue);
    parts_.optional_span("source", q.source_span);
    parts_.optional_span("cue_span", q.cue_span);
    chain("chain", q.chain);
  }

  void mention(const Mention& m) {
    parts_.span_with_text(m.span);
    out_.field("type", name(m.type));
    text_or_null(out_, "entity", m.entity);
    text_or_null(out_, "canonical", m.canonical);
    if (m.type == MentionType::kPlace) {
      out_.key("located");
      located_value(out_, m.located);
    }
    if (m.timex) {
      out_.key("timex").begin_object().field("type", m.timex->type).field("value", m.timex->value);
      date_or_null(out_, "start", m.timex->days.start);
      date_or_null(out_, "end", m.timex->days.end);
      out_.end_object();
    }
  }

  void naming(const NamingUse& n) {
    parts_.span_with_text(n.span);
    out_.field("referent", n.referent);
    text_or_null(out_, "name", n.name);
    out_.field("voice", n.own_voice ? "own" : "quoted");
    text_or_null(out_, "speaker", n.speaker);
    text_or_null(out_, "device", n.device);
    out_.field("tone", n.tone.empty() ? std::string("neutral") : n.tone);
    text_or_null(out_, "marker", n.marker);
  }

  const Analysis& analysis_;
  const MadeBy& made_by_;
  CodePoints points_;
  JsonWriter out_;
  JsonParts parts_;
};

}  // namespace

std::string analysis_json(const Analysis& analysis, const MadeBy& made_by) { return AnalysisWriter(analysis, made_by).write(); }

std::string error_json(const Skipped& skipped) {
  JsonWriter out;
  out.begin_object().field("contract", 1).field("input", skipped.input).key("error").begin_object();
  out.field("code", skipped.error.code).field("message", skipped.error.message);
  text_or_null(out, "where", skipped.error.where);
  out.end_object().end_object();
  return std::move(out).text();
}

}  // namespace attest
