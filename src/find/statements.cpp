#include <algorithm>
#include <map>

#include "find/statement_acts.h"

namespace attest {
namespace {

bool has_needed_word(const StatementText& t, const Draft& d) {
  const auto needs = d.word.rule->value("needs");
  if (needs.empty()) return true;
  const std::string list = " " + std::string(needs) + " ";
  const SpeechText& s = t.speech();
  const auto joint = d.word.rule->value("after");
  bool ready = joint.empty();
  for (auto i = d.word.at.begin; i < std::min(s.sentence(d.word.at.begin).end, d.word.at.end + 14); ++i)
    if (!ready) ready = s.norm(i) == joint;
    else if (list.find(" " + std::string(s.norm(i)) + " ") != std::string::npos) return true;
  return false;
}

// "defended the town": an act of war, not of words.
bool of_war(const StatementText& t, const Draft& d) {
  const auto words = d.word.rule->value("words_of_war");
  if (words.empty()) return false;
  const std::string list = " " + std::string(words) + " ";
  const SpeechText& s = t.speech();
  const Range object = phrase_after(s, d.word.at.end, std::min(d.clause.end, d.word.at.end + 8));
  for (auto i = object.begin; i < object.end; ++i)
    if (t.place_at(i) || list.find(" " + std::string(s.norm(i)) + " ") != std::string::npos) return true;
  return object.empty() && s.is(d.word.at.end, WordClass::kPreposition);
}

bool read_act(const StatementText& t, const std::vector<Draft>& before, Draft& draft) {
  const auto form = draft.word.rule->value("form");
  if (form == "content" || form == "nobody" || !has_needed_word(t, draft)) return false;
  if (of_war(t, draft)) return false;
  if (form == "verb") return read_verb_act(t, before, draft);
  if (form == "noun") return read_noun_act(t, before, draft);
  Draft noun = draft;
  if (read_verb_act(t, before, draft)) return true;
  draft = noun;
  return read_noun_act(t, before, draft);
}

std::vector<Draft> read_acts(const StatementText& t) {
  std::vector<Draft> out;
  for (const ActWord& word : t.acts()) {
    Draft d;
    d.word = word;
    d.clause = clause_limits(t.speech(), word.at.begin);
    if (read_act(t, out, d)) out.push_back(d);
  }
  add_content_acts(t, out);
  std::stable_sort(out.begin(), out.end(), [](const Draft& a, const Draft& b) { return a.word.at.begin < b.word.at.begin; });
  return out;
}

// Who a phrase means: everybody who speaks or acts is resolved in text order, so that a pronoun finds whoever stood before it.
// Those named only inside somebody's speech are kept apart: "it" in the report's own words never means them.
class Actors {
 public:
  Actors(const StatementText& t, const std::vector<Draft>& drafts)
      : t_(t), outer_(t.speech()), inner_(t.speech()), speakers_(drafts.size()) {
    struct Item {
      std::uint32_t at;
      int draft;
      const Quote* quote;
      Range phrase;
    };
    std::vector<Item> items;
    for (const Quote& q : t.quotes())
      if (q.source_span) items.push_back({t.tokens_of(*q.source_span).begin, -1, &q, t.tokens_of(*q.source_span)});
    for (std::size_t i = 0; i < drafts.size(); ++i)
      if (!drafts[i].actor.empty()) items.push_back({drafts[i].actor.begin, static_cast<int>(i), nullptr, drafts[i].actor});
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.at < b.at; });
    for (const Item& item : items) {
      const Speaker found = resolve(item.phrase);
      if (item.draft >= 0) speakers_[static_cast<std::size_t>(item.draft)] = found;
      else quoted_.emplace(item.quote, found);
    }
  }

  const Speaker& of(std::size_t draft) const { return speakers_[draft]; }
  // Who speaks in a quotation whose source is a pronoun; nullptr for another.
  const Speaker* of(const Quote& quote) const {
    const auto found = quoted_.find(&quote);
    return found != quoted_.end() && found->second.rule == "source.pronoun" ? &found->second : nullptr;
  }

 private:
  Speaker resolve(Range phrase) {
    const SpeechText& s = t_.speech();
    if (const Mention* place = t_.place_at(phrase.end - 1);
        place && !s.source_at(phrase.end - 1)) {  // "the United States": no person that "he" could mean
      Speaker out;
      out.at = phrase;
      out.text = s.text(phrase);
      out.canonical = place->located ? place->located->name : out.text;
      out.named = true;
      return out;
    }
    const bool spoken = t_.quote_around(phrase.begin) != nullptr;
    if (spoken) return inner_.resolve(phrase, nullptr);
    inner_.resolve(phrase, nullptr);
    return outer_.resolve(phrase, nullptr);
  }

  const StatementText& t_;
  SpeakerResolver outer_, inner_;
  std::vector<Speaker> speakers_;
  std::map<const Quote*, Speaker> quoted_;  // only looked up, never walked
};

// The words of the office and the body that an actor's phrase states: "foreign minister" of "the Continental Council".
void fill_office(const StatementText& t, Range phrase, Statement& out) {
  const SpeechText& s = t.speech();
  const SourceWord* head = head_noun(s, phrase);
  if (head && head->noun->value("role") == "true") {
    auto begin = head->at.begin;
    while (begin > phrase.begin && s.nounlike(begin - 1) && !s.capital(begin - 1) && !s.source_at(begin - 1)) --begin;
    out.actor_role = s.text({begin, head->at.end});
  }
  const SourceWord* body = listed_in(s, phrase);
  const bool speaks_for = !out.actor_role.empty() || phrase.size() > 4;
  if (body && body->actor->kind != "person" && speaks_for) out.actor_organisation = s.text(body->at);
}

void fill_actor(const StatementText& t, const Speaker& who, Statement& out) {
  out.actor = who.text;
  out.actor_canonical = who.canonical;
  out.actor_entity = who.entity;
  if (who.at.empty()) return;
  out.actor_span = t.speech().span(who.at);
  fill_office(t, who.at, out);
}

void fill_speaker(const StatementText& t, const Draft& d, const Actors& actors, Statement& out) {
  const Quote& q = *d.said;
  if (const Speaker* who = actors.of(q)) return fill_actor(t, *who, out);
  if (q.chain.empty()) return;
  const Source& who = q.chain.back();
  out.actor = who.text;
  out.actor_canonical = q.speaker_canonical;
  out.actor_entity = who.entity;
  out.actor_span = who.span;
  fill_office(t, t.tokens_of(who.span), out);
  if (!d.speaks_for || out.actor_organisation.empty()) return;
  out.actor_canonical = out.actor = out.actor_organisation;
  out.actor_role.clear();
}

// In whose words the report has it: those around the act, without the actor.
void fill_relay(const StatementText& t, const Draft& d, Statement& out) {
  const Quote* around = t.quote_around(d.word.at.begin);
  if (d.said && !d.speaks_for) {
    for (const Source& s : d.said->chain)
      if (&s != &d.said->chain.back()) out.relayed_by.push_back(s);
  } else if (around) {
    for (const Source& s : around->chain)
      if (s.text != out.actor && (s.entity.empty() || s.entity != out.actor_entity)) out.relayed_by.push_back(s);
  }
}

// The quotation that carries the act: what is said by it, direct words before others.
void fill_quote(const StatementText& t, const Draft& d, Statement& out) {
  if (d.said) {
    out.quote = d.said->id;
    return;
  }
  const Quote* best = nullptr;
  for (const Quote& q : t.quotes_near(out.span)) {
    if (!q.cue_span || !q.cue_span->overlaps(out.cue)) continue;
    if (!best || (q.kind == QuoteKind::kDirect && best->kind != QuoteKind::kDirect)) best = &q;
  }
  if (best) out.quote = best->id;
}

// First person inside speech: the speaker.
bool first_person(const StatementText& t, const Draft& d) {
  if (d.actor.size() != 1) return false;
  const auto w = t.speech().norm(d.actor.begin);
  return w == "i" || w == "we";
}

// The same act in the same words, found twice: acts come in the order of their words, so the look back is short.
bool doubled(const std::vector<Statement>& out, const Statement& s) {
  constexpr std::uint32_t kReach = 400;
  for (auto o = out.rbegin(); o != out.rend() && o->cue.begin + kReach > s.cue.begin; ++o)
    if (o->act == s.act && o->detail == s.detail && (o->cue.overlaps(s.cue) || (o->span == s.span && o->actor == s.actor)))
      return true;
  return false;
}

}  // namespace

std::vector<Statement> find_statements(const FindInput& in, const Speech& speech, const std::vector<Mention>& dates,
                                       const std::vector<Mention>& places) {
  std::vector<Statement> out;
  if (in.tokens.size() == 0 || !in.know.lexicon.find("statements")) return out;
  const StatementText t(in, speech, dates, places);
  std::vector<Draft> drafts = read_acts(t);
  for (Draft& d : drafts)
    if (first_person(t, d)) d.said = t.quote_around(d.word.at.begin);
  const Actors actors(t, drafts);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Draft& d = drafts[i];
    Statement s;
    fill_parts(t, d, s);
    std::size_t who = i;
    for (int hops = 0; hops < 8 && drafts[who].actor.empty() && drafts[who].actor_of >= 0; ++hops)
      who = static_cast<std::size_t>(drafts[who].actor_of);
    if (!d.said && first_person(t, d)) {  // the outlet of itself: "we withdraw this figure"
      s.actor = s.actor_canonical = in.report.outlet.value_or("");
    } else if (d.said && (d.actor.empty() || first_person(t, d))) fill_speaker(t, d, actors, s);
    else if (!drafts[who].actor.empty()) fill_actor(t, actors.of(who), s);
    if (d.word.rule->value("needs_amount") == "true" && !s.amount) continue;
    fill_quote(t, d, s);
    fill_relay(t, d, s);
    if (!doubled(out, s)) out.push_back(std::move(s));
  }
  std::stable_sort(out.begin(), out.end(), [](const Statement& a, const Statement& b) { return a.span < b.span; });
  for (std::size_t i = 0; i < out.size(); ++i) out[i].id = "s" + std::to_string(i + 1);
  return out;
}

}  // namespace attest
