// Tables for a spreadsheet (RFC 4180): restricted. A cell that a spreadsheet would run as a formula is kept as text.
#include "export/words_view.h"

namespace attest {
namespace {

class CsvTable {
 public:
  void row(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out_ += (i ? "," : "") + cell(cells[i]);
    out_ += "\r\n";
  }
  std::string take() && { return std::move(out_); }

 private:
  static std::string cell(const std::string& text) {
    const bool formula = !text.empty() && (text[0] == '=' || text[0] == '+' || text[0] == '-' || text[0] == '@' ||
                                           text[0] == '\t' || text[0] == '\r');
    std::string out = "\"" + std::string(formula ? "'" : "");
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
  }
  std::string out_;
};

std::string iso(const std::optional<Date>& day) { return day ? day->iso() : ""; }

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : " ") + item;
  return out;
}

std::string sentence_around(const Analysis& a, Span span) {
  const std::size_t at = a.tokens.sentence_at(span.begin);
  const Span all = at < a.tokens.sentences.size() ? a.tokens.sentences[at].span : span;
  return std::string(all.contains(span) ? all.in(a.report.text) : span.in(a.report.text));
}

}  // namespace

std::string statements_csv(const Dossier& dossier, std::span<const Analysis> analyses, const WordsFilter& filter) {
  CsvTable table;
  table.row({"entry",        "date",   "told",      "act",    "detail",   "strength", "actor",    "actor_in_full", "role",
             "organisation", "target", "topic",     "amount", "currency", "place",    "venue",    "due",           "touched_by",
             "outlet",       "input",  "statement", "begin",  "end",      "words",    "sentence", "relayed_by"});
  for (const LedgerEntry& e : dossier.words.ledger) {
    if (!passes(e, filter)) continue;
    for (const WordsRef& at : e.statements) {
      const Analysis& a = analyses[at.report];
      const Statement& s = a.findings.statements[at.index];
      const CodePoints points(a.report.text);
      const std::string amount = s.amount ? std::to_string(static_cast<long long>(*s.amount)) : "";
      table.row({e.id,
                 iso(s.date),
                 iso(e.told),
                 s.act,
                 s.detail,
                 s.strength,
                 s.actor,
                 s.actor_canonical,
                 s.actor_role,
                 s.actor_organisation,
                 s.target,
                 s.topic,
                 amount,
                 s.currency,
                 s.place,
                 s.venue,
                 s.due,
                 joined(e.touched_by),
                 a.report.outlet.value_or(""),
                 a.report.input,
                 s.id,
                 std::to_string(points.from_byte(s.span.begin)),
                 std::to_string(points.from_byte(s.span.end)),
                 std::string(s.span.in(a.report.text)),
                 sentence_around(a, s.span),
                 s.relayed_by.empty() ? "" : s.relayed_by.front().text});
    }
  }
  return std::move(table).take();
}

std::string naming_csv(const Dossier& dossier, std::span<const Analysis> analyses) {
  CsvTable table;
  table.row({"referent", "name", "kind", "outlet", "words", "device", "tone", "voice", "speaker", "marker", "input", "begin",
             "end", "sentence"});
  for (const NamingReferent& r : dossier.words.naming.rows)
    for (std::size_t outlet = 0; outlet < r.outlets.size(); ++outlet)
      for (const NamingCell& c : r.outlets[outlet])
        for (const WordsRef& at : c.uses) {
          const Analysis& a = analyses[at.report];
          const NamingUse& n = a.findings.naming[at.index];
          const CodePoints points(a.report.text);
          table.row({r.id, r.name, r.kind, dossier.words.naming.outlets[outlet], std::string(n.span.in(a.report.text)), n.device,
                     n.tone, n.own_voice ? "own" : "quoted", n.speaker, n.marker, a.report.input,
                     std::to_string(points.from_byte(n.span.begin)), std::to_string(points.from_byte(n.span.end)),
                     sentence_around(a, n.span)});
        }
  return std::move(table).take();
}

}  // namespace attest
