#include "export/words_view.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>

#include "export/words.h"

namespace attest {
namespace {

class WordsBuilder {
 public:
  WordsBuilder(const Dossier& dossier, std::span<const Analysis> analyses, const Redactor& redactor)
      : dossier_(dossier), analyses_(analyses), redactor_(redactor), context_(dossier, analyses, redactor) {}

  ViewWords build(const WordsFilter& filter) {
    for (const LedgerEntry& e : dossier_.words.ledger)
      if (passes(e, filter)) out_.entries.push_back(entry(e));
    naming();
    gaps();
    contradictions();
    return std::move(out_);
  }

 private:
  // The words of a report, redacted.
  std::string words(std::uint32_t report, const std::optional<Span>& span, const std::string& unspanned) const {
    if (!redactor_.is_shared()) return unspanned;
    return span && !span->empty() ? plain(redactor_.passage(report, *span)) : redactor_.label(unspanned);
  }

  const Statement& statement(const WordsRef& at) const { return analyses_[at.report].findings.statements[at.index]; }

  ViewStatement shown(const WordsRef& at, Span span, const std::vector<Source>& relayed) const {
    ViewStatement out;
    out.report = context_.report_label(at.report);
    if (!relayed.empty()) out.relayed = "according to " + words(at.report, relayed.front().span, relayed.front().text);
    out.sentence = context_.sentence_of(at.report, span);
    return out;
  }

  // As the sentence names them; where it says "she" or "the group", by the name that stands for that, redacted as names are.
  std::string shared_actor(const LedgerEntry& e, const WordsRef& at, const Statement& s) const {
    const std::string said = words(at.report, s.actor_span, e.actor);
    const bool names = std::any_of(said.begin() + (said.empty() ? 0 : 1), said.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '['; });
    return names || said == e.actor ? said : redactor_.label(e.actor);
  }

  ViewEntry entry(const LedgerEntry& e) const {
    const WordsRef first = e.statements.front();
    const Statement& s = statement(first);
    ViewEntry out;
    out.id = e.id;
    out.day = e.date ? day_words(*e.date) : "";
    out.told = e.told ? day_words(*e.told) : "day not given";
    out.act = e.act;
    out.detail = e.detail;
    out.strength = e.strength;
    out.actor = e.actor.empty() ? "nobody named" : redactor_.is_shared() ? shared_actor(e, first, s) : e.actor;
    out.office = s.actor_role + (s.actor_organisation.empty() ? "" : (s.actor_role.empty() ? "" : ", ") + s.actor_organisation);
    if (redactor_.is_shared()) out.office = redactor_.label(out.office);
    out.target = words(first.report, s.target_span, e.target);
    const bool hidden = redactor_.is_shared() &&
                        (redactor_.withheld(first.report, s.span) || redactor_.tells_of_sexual_violence(first.report, s.span));
    out.topic = hidden ? "" : redactor_.is_shared() ? redactor_.label(e.topic) : e.topic;
    out.venue = e.venue;
    out.due = e.due;
    if (e.amount) out.amount = number_words(static_cast<std::int64_t>(*e.amount)) + " " + e.currency;
    out.why = e.why;
    out.touched_by = e.touched_by;
    std::set<std::pair<std::uint32_t, std::uint32_t>> told;  // report and where its sentence begins
    for (const WordsRef& at : e.statements)
      if (told.emplace(at.report, context_.sentence_begin(at.report, statement(at).span)).second)
        out.statements.push_back(shown(at, statement(at).span, statement(at).relayed_by));
    return out;
  }

  void naming() {
    const NamingTable& table = dossier_.words.naming;
    for (const auto& outlet : table.outlets) out_.outlets.push_back(redactor_.is_shared() ? redactor_.label(outlet) : outlet);
    for (const NamingReferent& r : table.rows) {
      ViewReferent row{r.id, r.name, r.kind, {}};
      if (redactor_.is_shared() && r.kind != "event" && r.kind != "harm" && r.kind != "government" && r.kind != "forces") {
        row.name = redactor_.label(r.name);
        if (row.name != r.name && r.kind == "person") {
          ++out_.people_left_out;
          continue;
        }
        row.id = row.name;
      }
      for (const auto& cells : r.outlets) row.outlets.push_back(named(cells, r.kind == "harm"));
      out_.referents.push_back(std::move(row));
    }
  }

  std::vector<ViewNamed> named(const std::vector<NamingCell>& cells, bool harm) const {
    std::vector<ViewNamed> out;
    for (const NamingCell& c : cells) {
      ViewNamed n{c.text, c.device, c.tone, c.own_voice, {}};
      for (const WordsRef& at : c.uses) {
        const NamingUse& use = analyses_[at.report].findings.naming[at.index];
        n.uses.push_back(shown(at, use.span, {}));
        if (&at == &c.uses.front()) n.text = harm ? std::string() : words(at.report, use.span, c.text);
      }
      out.push_back(std::move(n));
    }
    return out;
  }

  void gaps() {
    std::map<std::string, const LedgerEntry*> by_id;
    for (const LedgerEntry& e : dossier_.words.ledger) by_id.emplace(e.id, &e);
    for (const NotTold& n : dossier_.words.not_told) {
      const LedgerEntry& e = *by_id.at(n.entry);
      const ViewEntry shown_entry = entry(e);
      out_.not_told.push_back({context_.report_label(n.report), shown_entry.actor + ": " + act_words(e.act, e.detail) +
                                                                    (shown_entry.topic.empty() ? "" : ", " + shown_entry.topic) +
                                                                    " (public since " + day_words(n.since) + ", " +
                                                                    shown_entry.statements.front().report + ")"});
    }
  }

  void contradictions() {
    for (const auto& c : dossier_.contradictions) {
      ViewWords::Contradiction row{c.about, redactor_.is_shared() ? redactor_.label(c.reason) : c.reason, {}};
      for (const auto& side : c.between) {
        const auto& all = analyses_[side.report].findings.statements;
        const auto found = std::find_if(all.begin(), all.end(), [&](const Statement& s) { return s.id == side.statement; });
        if (found != all.end()) row.sides.push_back(shown({side.report, 0}, found->span, found->relayed_by));
      }
      out_.contradictions.push_back(std::move(row));
    }
  }

  const Dossier& dossier_;
  std::span<const Analysis> analyses_;
  const Redactor& redactor_;
  ViewContext context_;
  ViewWords out_;
};

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded letter = decode_utf8(text, at);
    append_utf8(out, fold_case(letter.code));
    at += letter.size;
  }
  return out;
}

}  // namespace

bool shown_in_dossier(const ViewEntry& entry) {
  constexpr std::array<std::string_view, 8> kAlways = {"pledge", "investigate", "accuse", "condemn",
                                                       "defend", "deny",        "admit",  "claim_responsibility"};
  return entry.statements.size() > 1 || std::find(kAlways.begin(), kAlways.end(), entry.act) != kAlways.end();
}

bool passes(const LedgerEntry& entry, const WordsFilter& filter) {
  if (!filter.act.empty() && entry.act != filter.act) return false;
  return filter.actor.empty() || folded(entry.actor).find(folded(filter.actor)) != std::string::npos;
}

std::string act_words(const std::string& act, const std::string& detail) {
  if (act == "other" && !detail.empty())
    return detail.starts_with("not_") ? "did not " + spaced(detail.substr(4)) : spaced(detail);
  return spaced(act) + (detail.empty() ? "" : " (" + spaced(detail) + ")");
}

ViewWords view_words(const Dossier& dossier, std::span<const Analysis> analyses, const Redactor& redactor,
                     const WordsFilter& filter) {
  return WordsBuilder(dossier, analyses, redactor).build(filter);
}

}  // namespace attest
