#include "reconcile/changes.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "reconcile/scope.h"
#include "reconcile/scope_relation.h"

namespace attest {
namespace {

// Who may leave one count for another. `words`: the kind of change that tells it.
struct Move {
  Effect from, to;  // `to` equals `from` where people leave the counts altogether (freed, found)
  std::string_view kind, words;
};
constexpr std::array<Move, 8> kMoves = {{
    {Effect::kWounded, Effect::kKilled, "wounded_died", "died"},
    {Effect::kMissing, Effect::kKilled, "missing_died", "found_dead"},
    {Effect::kMissing, Effect::kMissing, "missing_found", "found_alive"},
    {Effect::kMissing, Effect::kDetained, "missing_detained", ""},
    {Effect::kAbducted, Effect::kKilled, "abducted_died", "found_dead"},
    {Effect::kAbducted, Effect::kAbducted, "abducted_freed", "freed"},
    {Effect::kDetained, Effect::kDetained, "detained_freed", "freed"},
    {Effect::kDetained, Effect::kKilled, "detained_died", "found_dead"},
}};

constexpr int kMatchDays = 3;  // a fall and a rise further apart are two stories

const Reading* find(const Toll& toll, const std::string& id) {
  if (id.empty()) return nullptr;
  const auto it = std::find_if(toll.readings.begin(), toll.readings.end(), [&](const Reading& r) { return r.id == id; });
  return it == toll.readings.end() ? nullptr : &*it;
}

std::int64_t step(const Reading& from, const Reading& to) { return number(to.count).value_or(0) - number(from.count).value_or(0); }

bool counted(const Reading& r) { return !is_vague(r.count) && number(r.count).has_value(); }

// The change of another count of the same origin that answers a fall by `fall` at `r`.
struct Rise {
  const Reading* before = nullptr;
  const Reading* after = nullptr;
};
std::optional<Rise> matching_rise(const std::vector<Toll>& tolls, Effect effect, std::string_view scope, const Reading& r, std::int64_t fall) {
  for (const Toll& t : tolls) {
    if (t.effect != effect || t.scope != scope) continue;
    for (const Reading& after : t.readings) {
      const Reading* before = find(t, after.supersedes);
      if (!before || after.origin != r.origin || !counted(after) || !counted(*before) || step(*before, after) != fall) continue;
      if (after.as_of && r.as_of && std::abs(after.as_of->days() - r.as_of->days()) <= kMatchDays) return Rise{before, &after};
    }
  }
  return std::nullopt;
}

struct Told {
  std::set<std::string> kinds;
  std::vector<SpanRef> evidence;
};
Told told_by(const Reading& r, const CaseFacts& facts) {
  Told out;
  for (const ClaimRef& ref : r.claims) {
    const Claim* c = claim_of(facts, ref);
    if (!c) continue;
    const auto kinds = change_words(facts.analyses[ref.report].tokens, c->sentence, facts.lexicon);
    if (kinds.empty()) continue;
    out.kinds.insert(kinds.begin(), kinds.end());
    out.evidence.push_back({ref.report, c->sentence});
  }
  return out;
}

bool narrower(const Reading& now, const Reading& before, const LinkedIncident& incident, const CaseFacts& facts, std::string_view scope) {
  const auto of = [&](const Reading& r) -> std::optional<FigureScope> {
    const Claim* c = r.claims.empty() ? nullptr : claim_of(facts, r.claims.front());
    if (!c) return std::nullopt;
    Said s;
    s.ref = r.claims.front(), s.claim = c, s.scope = scope, s.day = r.as_of;
    return figure_scope(s, incident);
  };
  const auto a = of(now), b = of(before);
  if (!a || !b) return false;
  const auto within = [](Relation r) { return r == Relation::kSubset; };
  return within(relate_places(a->places, b->places)) || (within(relate_days(a->days, b->days)) && a->days.start != b->days.start);
}

// The type of a fall by its words and scopes; transitions are told before.
void type_fall(Reading& now, const Reading& before, const LinkedIncident& incident, const CaseFacts& facts, std::string_view scope) {
  struct Type {
    std::string_view words, change, note;
  };
  static constexpr std::array<Type, 7> kTypes = {{
      {"correction", "correction", "lower than the origin's earlier figure; its sentence tells of a correction"},
      {"reclassification", "reclassification", "lower than the origin's earlier figure; its sentence tells that people are called something else"},
      {"narrower", "narrower_scope", "lower than the origin's earlier figure; its sentence says that it counts less"},
      {"freed", "transition", "lower than the origin's earlier figure; its sentence tells of people who were freed"},
      {"found_alive", "transition", "lower than the origin's earlier figure; its sentence tells of people who were found"},
      {"found_dead", "transition", "lower than the origin's earlier figure; its sentence tells of people who were found dead"},
      {"died", "transition", "lower than the origin's earlier figure; its sentence tells of people who died since"},
  }};
  const Told told = told_by(now, facts);
  for (const Type& t : kTypes) {
    if (told.kinds.count(std::string(t.words)) == 0) continue;
    now.change = t.change, now.note = t.note, now.change_evidence = told.evidence;
    return;
  }
  const bool less = narrower(now, before, incident, facts, scope);
  now.change = less ? "narrower_scope" : "unexplained";
  now.note = less ? "lower than the origin's earlier figure; it speaks of a smaller place or a shorter time"
                  : "lower than the origin's earlier figure; no reason is given";
}

void add_told(std::vector<Transition>& out, const std::vector<Toll>& tolls, const CaseFacts& facts) {
  for (const Move& m : kMoves) {
    if (m.words.empty()) continue;
    for (const Toll& from : tolls) {
      if (from.effect != m.from || from.scope != "all" || from.latest.empty()) continue;
      for (const Toll& to : tolls) {
        if (to.effect != m.to || is_part(to.scope)) continue;
        for (const Reading& r : to.readings) {
          const Told told = told_by(r, facts);
          if (told.kinds.count(std::string(m.words)) == 0) continue;
          const bool known = std::any_of(out.begin(), out.end(), [&](const Transition& t) { return t.gained == r.id || t.to == r.id; });
          if (!known) out.push_back({from.latest.front(), "", r.id, std::string(m.kind), "told in words beside the figure", told.evidence});
        }
      }
    }
  }
}

}  // namespace

std::set<std::string> change_words(const Tokens& tokens, Span sentence, const Lexicon* lexicon) {
  std::set<std::string> out;
  const RuleFile* rules = lexicon ? lexicon->find("changes") : nullptr;
  if (!rules || tokens.size() == 0) return out;
  for (std::size_t i = tokens.token_at(sentence.begin); i < tokens.size() && tokens.tokens[i].span.begin < sentence.end;) {
    const auto match = rules->table.longest_at(tokens, i);
    if (match) out.emplace(rules->rules[match.value].value("kind"));
    i += std::max<std::size_t>(match.length, 1);
  }
  return out;
}

std::vector<Transition> type_changes(std::vector<Toll>& tolls, const LinkedIncident& incident, const CaseFacts& facts) {
  std::vector<Transition> out;
  for (Toll& t : tolls) {
    for (Reading& r : t.readings) {
      const Reading* before = find(t, r.supersedes);
      if (!before || !counted(r) || !counted(*before)) continue;
      const std::int64_t by = step(*before, r);
      if (by > 0) r.change = "rise";
      if (by >= 0) continue;
      for (const Move& m : kMoves) {
        if (m.from != t.effect || m.to == m.from) continue;
        const auto rise = matching_rise(tolls, m.to, t.scope, r, -by);
        if (!rise) continue;
        r.change = "transition";
        r.note = "lower by " + std::to_string(-by) + ", and the same origin's count of the " + std::string(name(m.to)) + " rises by as many";
        out.push_back({before->id, r.id, rise->after->id, std::string(m.kind), r.note, {}});
        break;
      }
      if (r.change.empty()) type_fall(r, *before, incident, facts, t.scope);
    }
  }
  add_told(out, tolls, facts);
  return out;
}

}  // namespace attest
