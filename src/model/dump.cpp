#include "model/json.h"

#include <algorithm>

namespace attest {
namespace {

std::string one_line(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

std::string number(const std::optional<std::int64_t>& n) { return n ? std::to_string(*n) : "-"; }

std::string joined(const std::vector<std::string>& items, std::string_view separator = ",") {
  std::string out;
  for (const auto& item : items) {
    if (!out.empty()) out += separator;
    out += item;
  }
  return out;
}

std::string days(const Interval& i) {
  if (!i.start && !i.end) return "-";
  return (i.start ? i.start->iso() : "?") + ".." + (i.end ? i.end->iso() : "?");
}

void add(std::string& line, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  line += ' ';
  line += key;
  line += '=';
  line += one_line(value);
}

}  // namespace

std::string dump(const Claim& c, std::string_view text) {
  std::string line = c.id + " " + std::string(name(c.effect));
  if (c.count)
    line += " " + number(c.count->low) + ".." + number(c.count->high) + " =" + number(c.count->point) + " " + std::string(name(c.count->modifier)) +
            " [" + one_line(c.count->span.in(text)) + "]";
  line += " \"" + one_line(c.span.in(text)) + "\"";
  add(line, "victims", c.victims.text);
  add(line, "status", name(c.victims.status));
  add(line, "basis", c.victims.status_basis.value_or(""));
  add(line, "groups", joined(c.victims.groups));
  add(line, "condition", c.victims.condition.value_or(""));
  add(line, "part_of", c.part_of.value_or(""));
  add(line, "places", joined(c.places, ";"));
  add(line, "time", c.time.text);
  add(line, "days", days(c.time.days));
  if (c.as_of) add(line, "as_of", c.as_of->iso() + "/" + c.as_of_basis);
  if (c.unit != Unit::kPersons) add(line, "unit", name(c.unit));
  if (c.measure != Measure::kEvent) add(line, "measure", name(c.measure));
  for (const auto& p : c.perpetrators)
    add(line, "by",
        p.text + (p.certainty ? "/" + std::string(name(*p.certainty)) : "") +
            (p.tie == Tie::kNone ? "" : "/" + std::string(name(p.tie))) +
            (p.asserted_by.empty() ? "" : "/says " + p.asserted_by));
  add(line, "means", name(c.means));
  for (const auto& s : c.attribution) add(line, "from", s.text + "/" + s.cue + (s.entity.empty() ? "" : "/" + s.entity));
  for (const auto& h : c.hedges) add(line, "hedge", h.text + "/" + h.type);
  add(line, "certainty", name(c.certainty));
  if (c.background) line += " background";
  for (const auto& a : c.alternatives) add(line, "or", a.slot + "=" + a.value);
  add(line, "rule", c.rule);
  line += " confidence=" + std::to_string(c.confidence).substr(0, 4);
  return line;
}

// One line of a statement, its unknown fields left out.
std::string dump(const Statement& s, std::string_view text) {
  std::string line = "statement " + s.act;
  add(line, "detail", s.detail);
  line += " actor=" + one_line(s.actor) + " target=" + one_line(s.target) + " \"" + one_line(s.span.in(text)) + "\"";
  add(line, "canonical", s.actor_canonical);
  add(line, "role", s.actor_role);
  add(line, "organisation", s.actor_organisation);
  add(line, "strength", s.strength);
  add(line, "topic", s.topic);
  if (s.date) add(line, "date", s.date->iso());
  add(line, "place", s.place);
  add(line, "venue", s.venue);
  add(line, "due", s.due);
  if (s.amount) line += " amount=" + std::to_string(static_cast<long long>(*s.amount)) + " " + s.currency;
  add(line, "quote", s.quote.value_or(""));
  for (const auto& source : s.relayed_by) add(line, "relayed_by", source.text);
  return line;
}

std::string dump(const Findings& f, std::string_view text) {
  std::string out;
  const auto put = [&](std::string line) { out += std::move(line) + "\n"; };
  if (f.dates.reference || f.dates.published)
    put("report published=" + f.dates.published.value_or("-") + " from=" + f.dates.published_from + " reference=" +
        (f.dates.reference ? f.dates.reference->iso() : "-") + " dateline=" + f.dates.dateline);
  for (const auto& c : f.claims) put("claim " + dump(c, text));
  for (const auto& c : f.unquantified) put("unquantified " + dump(c, text));
  for (const auto& t : f.totals)
    put("total " + std::string(name(t.effect)) + " " + number(t.low) + ".." + number(t.high) + " =" + number(t.point) + " " + t.incident + " of " + joined(t.claims));
  for (const auto& q : f.quotes)
    put("quote " + q.id + " " + std::string(name(q.kind)) + " \"" + one_line(q.span.in(text)) + "\" speaker=" + q.speaker + " canonical=" + q.speaker_canonical + " cue=" + q.cue);
  for (const auto& d : f.denials) put("denial " + d.type + " by=" + d.by + " \"" + one_line(d.span.in(text)) + "\"");
  for (const auto& o : f.other_harm) put("other_harm " + o.type + " \"" + one_line(o.span.in(text)) + "\"");
  for (const auto& m : f.mentions) {
    std::string line = "mention " + std::string(name(m.type)) + " \"" + one_line(m.span.in(text)) + "\"";
    add(line, "entity", m.entity);
    if (m.located) line += " located=" + m.located->name + "/" + m.located->country + "/" + std::string(name(m.located->precision));
    if (m.timex) line += " " + m.timex->type + " " + m.timex->value + " " + days(m.timex->days);
    put(std::move(line));
  }
  for (const auto& s : f.statements) put(dump(s, text));
  for (const auto& n : f.naming) {
    std::string line = "naming " + n.referent + " \"" + one_line(n.span.in(text)) + "\" device=" + n.device + " tone=" + n.tone + " voice=" + (n.own_voice ? "own" : "quoted");
    add(line, "marker", n.marker);
    add(line, "speaker", n.speaker);
    put(std::move(line));
  }
  if (!f.note.empty()) put("note " + f.note);
  return out;
}

std::string dump(const Tokens& t, std::string_view text) {
  std::string out;
  for (const auto& s : t.sentences) {
    out += "[" + std::to_string(s.paragraph) + "]";
    for (auto i = s.first; i < s.last; ++i) out += " " + one_line(t.tokens[i].span.in(text));
    out += "\n";
  }
  return out;
}

}  // namespace attest
