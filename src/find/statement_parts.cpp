#include <algorithm>

#include "find/statement_acts.h"

namespace attest {
namespace {

constexpr std::size_t kLongestTopic = 240;  // bytes

// A stretch of words without the small words and marks at its ends.
Range trimmed(const SpeechText& s, Range r) {
  while (!r.empty() && !s.is_word(r.begin)) ++r.begin;
  while (!r.empty() && !s.is_word(r.end - 1) && s.norm(r.end - 1) != ")") --r.end;
  return r;
}

std::string cut(std::string text) {
  if (text.size() <= kLongestTopic) return text;
  auto end = text.rfind(' ', kLongestTopic);
  if (end == std::string::npos || end == 0) end = kLongestTopic;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

// Where the first of `words` stands in [begin, end), or `end`.
std::uint32_t find_word(const SpeechText& s, std::uint32_t begin, std::uint32_t end,
                        std::initializer_list<std::string_view> words) {
  for (auto i = begin; i < end; ++i)
    if (std::find(words.begin(), words.end(), s.norm(i)) != words.end()) return i;
  return end;
}

struct Objects {
  Range target, topic;
};

bool finite_verb(const SpeechText& s, std::uint32_t i) {
  const Parse& parse = s.input().parse;
  return i < parse.words.size() && parse.words[i].upos == Upos::kVerb && parse.words[i].xpos != Xpos::kVBG && !s.capital(i);
}

// Where what the act speaks of ends before its clause does: "While the mayor has pledged aid | and founded a fund | , the council
// asked for more"; "The raid, which the mayor called a crime | , appears to be one of many".
std::uint32_t topic_end(const SpeechText& s, const Draft& d, std::uint32_t begin, std::uint32_t end) {
  const auto act = d.word.at.begin;
  bool aside = s.is(s.sentence(act).begin, WordClass::kSubordinator);
  for (auto i = act; i > d.clause.begin && act - i < 8 && !aside; --i)
    aside = s.is(i - 1, WordClass::kRelative) && i - 1 > d.clause.begin && s.is_comma(i - 2);
  const bool clause = s.norm(begin) == "that";
  if (d.actor.begin > begin && d.actor.begin < end) end = d.actor.begin;  // "In rebuke of the raid, | the mayor called"
  for (auto i = begin; i < end; ++i) {
    if (s.quoted_at(i) >= 0) continue;
    if (aside && s.is_comma(i)) return i;
    if (clause) continue;
    if (finite_verb(s, i)) return i > begin && s.norm(i - 1) == "and" ? i - 1 : end;
  }
  return end;
}

// "the town's religious | and ethnic minorities": adjectives share what they belong to.
Range whole_phrase(const SpeechText& s, Range who, std::uint32_t end) {
  const Parse& parse = s.input().parse;
  if (who.empty() || who.end + 1 >= end || s.norm(who.end) != "and" || who.end > parse.words.size() || parse.words[who.end - 1].upos != Upos::kAdj) return who;
  const Range rest = phrase_after(s, who.end + 1, end);
  if (!rest.empty() && rest.begin == who.end + 1) who.end = rest.end;
  return who;
}

// "accused the army | of shelling", "urged both sides | to stop": the words at which the topic begins.
Objects split_at(const StatementText& t, std::uint32_t begin, std::uint32_t end, std::initializer_list<std::string_view> words) {
  const SpeechText& s = t.speech();
  const auto at = find_word(s, begin, end, words);
  const Range first{begin, at};
  if (at == end || first.empty()) return {{}, {begin, end}};
  return {t.can_act(first) ? first : Range{}, {at + 1, end}};
}

Objects objects_of(const StatementText& t, const Draft& d) {
  const SpeechText& s = t.speech();
  const auto act = d.word.rule->value("act");
  const auto last = s.norm(d.word.at.end - 1);
  auto begin =
      std::max(d.end > d.word.at.end && d.end < d.clause.end && d.word.rule->value("form") != "content" ? d.end : d.word.at.end,
               d.word.at.end);
  const bool content = d.word.rule->value("form") == "content";
  const auto whole = content_end(s, begin, d.clause.end);
  const auto end = content ? whole : topic_end(s, d, begin, whole);
  if (!d.patient.empty()) return {d.patient, {begin, end}};
  if (act == "accuse" && content) return {{}, {begin, end}};  // whom, the harm around it tells
  if (act == "accuse") return split_at(t, begin, end, {"of", "for", "as"});
  if (act == "invite" || act == "fund") {
    const auto first = s.norm(d.word.at.begin);
    const bool direct = act == "invite" && (first.ends_with("ed") || first.ends_with("ing"));
    const auto to = direct ? begin : find_word(s, begin, end, {"to", "for"});
    const auto from = to < end && !direct ? to + 1 : to;
    Range who = from < end ? phrase_after(s, from, end) : Range{};
    who.end = find_word(s, who.begin, who.end, {"to"});  // "the new council | to Brussels"
    return {who, {who.empty() ? begin : who.end, end}};
  }
  if (act == "urge" && last != "for" && last != "of") {
    if (s.norm(begin) == "that") {
      const Range who = phrase_after(s, begin + 1, end);
      return {t.can_act(who) ? who : Range{}, {who.empty() ? begin + 1 : who.end, end}};
    }
    return split_at(t, begin, end, {"to", "for"});
  }
  if (s.norm(begin) == "that") ++begin;
  const bool of_words = act == "deny" || act == "confirm" || act == "verify" || act == "admit" || act == "retract" ||
                        act == "correct" || act == "mediate" || act == "investigate";
  if (of_words) return {{}, {begin, end}};  // what is denied or confirmed is no target
  const auto by = find_word(s, begin, end, {"by", "against"});
  Range who = by + 1 < end ? phrase_after(s, by + 1, end) : phrase_after(s, begin, end);
  if (!t.can_act(who)) who = phrase_after(s, begin, end);
  who = whole_phrase(s, who, end);
  return {t.can_act(who) ? who : Range{}, {begin, end}};
}

void fill_amount(const StatementText& t, Range where, Statement& out) {
  const SpeechText& s = t.speech();
  const auto& numbers = t.numbers();
  auto first = std::partition_point(numbers.begin(), numbers.end(), [&](const NumberMatch& n) { return n.first < where.begin; });
  for (; first != numbers.end() && first->last <= where.end; ++first) {
    const NumberMatch& n = *first;
    Range at;
    for (const auto i : {n.core > 0 ? n.core - 1 : n.core, n.first > 0 ? n.first - 1 : n.first, n.last, n.first}) {
      const Rule* rule = t.around(i, &at);
      if (!rule || rule->value("kind") != "money") continue;
      out.amount = static_cast<double>(n.count.point.value_or(n.count.low.value_or(n.count.high.value_or(0))));
      out.currency = rule->value("currency").empty() ? s.text(at) : std::string(rule->value("currency"));
      return;
    }
  }
}

// The nearest mention of a day in the words of the act, else in its sentence outside what is quoted.
void fill_date(const StatementText& t, const Draft& d, Statement& out) {
  const SpeechText& s = t.speech();
  const Range sentence = s.sentence(d.word.at.begin);
  std::uint32_t best = 1000;
  for (const Mention& m : t.dates_in(s.span(sentence))) {
    if (!m.timex || !m.timex->days.start || m.timex->days.start != m.timex->days.end) continue;
    const auto at = static_cast<std::uint32_t>(s.tokens().token_at(m.span.begin));
    if (!sentence.contains(at) || (!d.said && s.quoted_at(at) >= 0)) continue;
    if (d.word.rule->value("act") == "accuse" && d.word.rule->value("form") == "content" && d.clause.contains(at)) continue;  // of the deed
    const auto distance = at > d.word.at.begin ? at - d.word.at.begin : d.word.at.begin - at;
    if (distance < best) best = distance, out.date = m.timex->days.start;
  }
}

// Where it was said, and by when it is to be done.
void fill_setting(const StatementText& t, const Draft& d, Range span, Statement& out) {
  const SpeechText& s = t.speech();
  std::vector<Range> sentences = {s.sentence(d.word.at.begin)};
  if (d.said && d.said->cue_span) sentences.push_back(s.sentence(t.tokens_of(*d.said->cue_span).begin));
  for (const Range sentence : sentences)
    for (auto i = sentence.begin; i < sentence.end && out.venue.empty(); ++i) {
      Range at;
      if (!t.is(i, Around::kVenue) || (s.quoted_at(i) >= 0 && !d.said) || d.word.at.contains(i)) continue;
      t.around(i, &at);
      out.venue = s.text(at);
      if (const Mention* place = s.is(at.end, WordClass::kPreposition) ? t.place_at(at.end + 1) : nullptr)
        out.place = std::string(place->span.in(s.input().text()));
    }
  if (out.act != "pledge") return;
  for (auto i = span.begin; i < span.end; ++i) {
    Range at;
    if (!t.is(i, Around::kDue) || !t.around(i, &at) || at.begin != i) continue;
    const auto dated = [&](const Mention& m) {
      return m.span.begin < s.span({i, std::min(span.end, at.end + 4)}).end && m.span.end > s.token(i).span.begin;
    };
    const auto near = t.dates_in(s.span(s.sentence(i)));
    if (std::none_of(near.begin(), near.end(), dated)) continue;
    auto end = std::min(span.end, at.end + 3);
    for (const Mention& m : near)
      if (dated(m)) end = std::max(at.end, t.tokens_of(m.span).end);
    out.due = s.text({i, end});
    return;
  }
}

void fill_strength(const StatementText& t, const Draft& d, Range span, Statement& out) {
  out.strength = d.withheld ? "withheld" : std::string(d.word.rule->value("strength"));
  if (!out.strength.empty()) return;
  const auto low = std::max(span.begin, d.word.at.begin > 6 ? d.word.at.begin - 6 : 0);
  for (auto i = low; i < std::min(span.end, d.word.at.end + 4); ++i) {
    if (t.speech().quoted_at(i) >= 0 && !d.said) continue;
    if (t.is(i, Around::kStrong)) out.strength = "strong";
    if (t.is(i, Around::kWeak)) out.strength = "weak";
  }
}

// Its own words: from the actor, where it stands in the same clause, to the end of the clause.
Range words_of(const StatementText& t, const Draft& d) {
  const SpeechText& s = t.speech();
  if (d.word.rule->value("form") == "content") return d.clause;
  Range out{d.group.begin, std::max(content_end(s, d.word.at.end, d.clause.end), d.word.at.end)};
  for (const Range part : {d.actor, d.patient})
    if (!part.empty() && d.clause.contains(part.begin) && part.begin < out.begin && out.begin - part.end < 14)
      out.begin = part.begin;
  if (!d.actor.empty() && d.clause.contains(d.actor) && d.actor.end > out.end) out.end = d.actor.end;
  for (const Quote& q : t.quotes_near(s.span(out))) {  // the words said by it, where they stand in the same sentence
    if (q.kind != QuoteKind::kDirect || !q.cue_span || !q.cue_span->overlaps(s.span(d.word.at))) continue;
    const Range words = t.tokens_of(q.span);
    if (!s.sentence(d.word.at.begin).contains(words)) continue;
    out.begin = std::min(out.begin, words.begin);
    out.end = std::max(out.end, words.end);
  }
  return trimmed(s, out);
}

// "invites the council to Marn": a town after "to" and beyond the object is where to go, nobody who is spoken to.
bool is_destination(const StatementText& t, const Draft& d, Range target) {
  const SpeechText& s = t.speech();
  if (target.empty() || target.begin < d.word.at.end + 2 || s.norm(target.begin - 1) != "to") return false;
  const Mention* place = t.place_at(target.begin);
  return place && place->located && place->located->precision != Precision::kUnknown && place->located->precision <= Precision::kSettlement &&
         place->span == s.span(target);
}

}  // namespace

void fill_parts(const StatementText& t, const Draft& d, Statement& out) {
  const SpeechText& s = t.speech();
  const Rule& rule = *d.word.rule;
  out.act = rule.value("act");
  out.detail = rule.value("detail");
  if (d.withheld && out.act != "other") {
    out.detail = "not_" + out.act;
    out.act = "other";
  }
  out.rule = rule.id;
  out.cue = s.span(d.word.at);
  const Range words = words_of(t, d);
  out.span = s.span(words);
  const Objects objects = objects_of(t, d);
  const Range target = trimmed(s, objects.target);
  Range topic = trimmed(s, d.word.rule->value("form") == "content" ? d.clause : objects.topic);
  if (!target.empty() && !is_destination(t, d, target)) out.target = cut(s.text(target)), out.target_span = s.span(target);
  if (topic.size() > 1 && s.norm(topic.begin) == "of") ++topic.begin;  // "the creation | of a task force"
  if (!topic.empty()) out.topic = cut(s.text(topic));
  fill_amount(t, {words.begin, std::min(d.clause.end, words.end + 8)}, out);
  fill_date(t, d, out);
  fill_setting(t, d, words, out);
  fill_strength(t, d, words, out);
}

}  // namespace attest
