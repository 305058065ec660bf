// The ledger and the naming table for programs: restricted. Offsets are code points; statements as in the analysis contract.
#include <memory>

#include "export/words_view.h"
#include "model/json_parts.h"

namespace attest {
namespace {

class WordsJson {
 public:
  WordsJson(const Dossier& dossier, std::span<const Analysis> analyses) : dossier_(dossier), analyses_(analyses) {
    for (const Analysis& a : analyses) points_.push_back(std::make_unique<CodePoints>(a.report.text));
  }

  std::string statements(const WordsFilter& filter) {
    begin();
    out_.key("statements").begin_array();
    for (const LedgerEntry& e : dossier_.words.ledger)
      if (passes(e, filter)) entry(e);
    out_.end_array().key("contradictions").begin_array();
    for (const Contradiction& c : dossier_.contradictions) {
      out_.begin_object().field("about", c.about).key("between").begin_array();
      for (const auto& side : c.between)
        out_.begin_object().field("report", analyses_[side.report].report.id).field("statement", side.statement).end_object();
      out_.end_array().field("reason", c.reason).end_object();
    }
    out_.end_array().end_object();
    return std::move(out_).text() + "\n";
  }

  std::string naming() {
    begin();
    const NamingTable& table = dossier_.words.naming;
    strings(out_, "outlets", table.outlets);
    out_.key("referents").begin_array();
    for (const NamingReferent& r : table.rows) referent(r, table);
    out_.end_array().key("not_told").begin_array();
    for (const NotTold& n : dossier_.words.not_told)
      out_.begin_object()
          .field("report", analyses_[n.report].report.id)
          .field("statement", n.entry)
          .field("public_since", n.since.iso())
          .end_object();
    out_.end_array().end_object();
    return std::move(out_).text() + "\n";
  }

 private:
  void begin() {
    out_.begin_object().field("contract", 1).field("restricted", true).key("made_by");
    made_by_value(out_, dossier_.made_by);
  }

  void entry(const LedgerEntry& e) {
    out_.begin_object().field("id", e.id).field("act", e.act);
    text_or_null(out_, "detail", e.detail);
    text_or_null(out_, "strength", e.strength);
    text_or_null(out_, "actor", e.actor);
    text_or_null(out_, "target", e.target);
    text_or_null(out_, "topic", e.topic);
    date_or_null(out_, "date", e.date);
    date_or_null(out_, "told", e.told);
    text_or_null(out_, "due", e.due);
    strings(out_, "why_one", e.why);
    strings(out_, "touched_by", e.touched_by);
    out_.key("told_by").begin_array();
    for (const WordsRef& at : e.statements) {
      const Analysis& a = analyses_[at.report];
      out_.begin_object().field("report", a.report.id);
      text_or_null(out_, "outlet", a.report.outlet.value_or(""));
      JsonParts{out_, *points_[at.report], a.report.text}.statement(a.findings.statements[at.index]);
      out_.end_object();
    }
    out_.end_array().end_object();
  }

  void referent(const NamingReferent& r, const NamingTable& table) {
    out_.begin_object().field("referent", r.id);
    text_or_null(out_, "name", r.name);
    out_.field("kind", r.kind);
    strings(out_, "why_one", r.why);
    out_.key("names").begin_array();
    for (std::size_t outlet = 0; outlet < r.outlets.size(); ++outlet)
      for (const NamingCell& c : r.outlets[outlet]) {
        out_.begin_object()
            .field("outlet", table.outlets[outlet])
            .field("text", c.text)
            .field("device", c.device)
            .field("tone", c.tone);
        out_.field("voice", c.own_voice ? "own" : "quoted").field("count", c.uses.size()).key("uses").begin_array();
        for (const WordsRef& at : c.uses) use(at);
        out_.end_array().end_object();
      }
    out_.end_array().end_object();
  }

  void use(const WordsRef& at) {
    const Analysis& a = analyses_[at.report];
    const NamingUse& n = a.findings.naming[at.index];
    out_.begin_object().field("report", a.report.id);
    JsonParts{out_, *points_[at.report], a.report.text}.span(n.span);
    text_or_null(out_, "speaker", n.speaker);
    out_.end_object();
  }

  const Dossier& dossier_;
  std::span<const Analysis> analyses_;
  std::vector<std::unique_ptr<CodePoints>> points_;
  JsonWriter out_{1};
};

}  // namespace

std::string statements_json(const Dossier& dossier, std::span<const Analysis> analyses, const WordsFilter& filter) {
  return WordsJson(dossier, analyses).statements(filter);
}

std::string naming_json(const Dossier& dossier, std::span<const Analysis> analyses) {
  return WordsJson(dossier, analyses).naming();
}

}  // namespace attest
