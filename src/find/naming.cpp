#include <algorithm>

#include "find/naming_text.h"

namespace attest {

std::string tone_of(const NamingText& t, Range phrase, const Rule* head) {
  std::string out = head ? std::string(head->value("tone")) : std::string();
  for (auto i = phrase.begin; i < phrase.end; ++i)
    if (t.word(i) == NamingWord::kLoaded || t.word(i) == NamingWord::kSoCalled) {
      const auto tone = t.rule(i)->value("tone");
      if (t.rule(i)->value("wins") == "true") return std::string(tone);
      if (tone == "delegitimising" || out.empty() || out == "neutral_formal") out = tone;
    }
  return out.empty() ? "neutral_formal" : out;
}

void set_voice(const NamingText& t, NamingUse& use) {
  const Quote* theirs = t.voice(use.span);
  use.own_voice = theirs == nullptr;
  if (theirs) use.speaker = theirs->speaker_canonical.empty() ? theirs->speaker : theirs->speaker_canonical;
}

namespace {

constexpr std::uint32_t kScareWords = 3;  // longer quotations say something; these only name

NamingUse phrase_use(const NamingText& t, const NamingPhrase& p) {
  NamingUse out;
  const Referent referent = referent_of(t, p);
  out.span = t.speech().span(p.whole);
  out.referent = referent.id;
  out.name = referent.name;
  out.device = t.word(p.head.begin) == NamingWord::kEvent ? "event_noun" : "label";
  out.tone = tone_of(t, p.whole, p.rule);
  for (auto i = p.whole.begin; i < p.whole.end; ++i)
    if (t.word(i) == NamingWord::kSoCalled) out.marker = "so-called";
  set_voice(t, out);
  return out;
}

// "a so-called war monitor": the words, and whom they keep at a distance.
void add_so_called(const NamingText& t, const Speech& speech, std::vector<NamingUse>& out) {
  const SpeechText& s = t.speech();
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    Range at;
    if (t.word(i) != NamingWord::kSoCalled || !t.rule(i, &at)) continue;
    const Range after = phrase_after(s, at.end, s.sentence(i).end);
    NamingUse use;
    use.span = s.span(at);
    use.device = use.marker = "so-called";
    use.tone = "distancing";
    use.name = after.empty() ? "" : s.text(after);
    use.referent = "described:" + slug(use.name);
    const Span words = after.empty() ? use.span : s.span(after);
    for (const Mention& m : speech.actors)
      if (!m.entity.empty() && words.contains(m.span)) use.referent = "entity:" + m.entity, use.name = m.canonical;
    for (const Quote& q : speech.quotes)  // "a so-called monitor says": whom the report names by it
      if (q.source_span && q.source_span->overlaps(words) && !q.chain.empty() && q.chain.back().named)
        use.referent = "entity:" + q.chain.back().entity, use.name = q.speaker_canonical;
    set_voice(t, use);
    out.push_back(std::move(use));
    i = at.end - 1;
  }
}

// The names of the lists: bodies and groups, by their own name. Persons come with their titles.
void add_listed_names(const NamingText& t, const Speech& speech, std::vector<NamingUse>& out) {
  for (const Mention& m : speech.actors) {
    if (m.type == MentionType::kPerson || m.entity.empty()) continue;
    NamingUse use;
    use.span = m.span;
    use.referent = (m.type == MentionType::kGroup ? "group:" : "entity:") + m.entity;
    use.name = m.canonical;
    use.device = "name";
    use.tone = "neutral";
    set_voice(t, use);
    out.push_back(std::move(use));
  }
}

bool names_event(const NamingText& t, Range inner) {
  for (auto i = inner.begin; i < inner.end; ++i)
    if (t.word(i) == NamingWord::kEvent) return true;
  return false;
}

// A word or two in marks inside the outlet's sentence, said by nobody there: the outlet's distance.
void add_scare_quotes(const NamingText& t, std::vector<NamingUse>& out) {
  const SpeechText& s = t.speech();
  std::vector<NamingUse> more;
  std::vector<Span> marked;  // titles in marks: a handful
  for (const NamingUse& u : out)
    if (u.device == "scare_quotes") marked.push_back(u.span);
  for (const QuotedRange& q : s.quoted()) {
    if (q.inner.empty() || q.inner.size() > kScareWords || !q.opened || !q.closed) continue;
    if (!names_event(t, q.inner)) continue;
    const Span span = s.span(q.inner);
    const auto covered = [&](Span other) { return other.overlaps(span); };
    if (t.spoken(span) || std::any_of(marked.begin(), marked.end(), covered)) continue;
    NamingUse use;
    use.span = span;
    use.referent = "event:violence";
    use.name = "violence";
    use.device = "scare_quotes";
    use.tone = "distancing";
    use.marker = "“ ”";
    more.push_back(std::move(use));
  }
  out.insert(out.end(), more.begin(), more.end());
}

// Who does the killing in the sentence: named before the verb, after "by", or left out.
void add_agency(const NamingText& t, const std::vector<Claim>& claims, std::vector<NamingUse>& out) {
  for (const Claim& c : claims) {
    if (c.effect != Effect::kKilled) continue;
    NamingUse use;
    use.span = c.span;
    use.referent = "harm:killed";
    use.name = "who kills";
    use.tone = "neutral";
    if (c.perpetrators.empty()) use.device = "agentless";
    else
      use.device =
          c.perpetrators.front().span.begin < c.span.begin || (c.count && c.perpetrators.front().span.begin < c.count->span.begin)
              ? "active"
              : "passive";
    if (!c.perpetrators.empty()) use.marker = c.perpetrators.front().text;
    set_voice(t, use);
    out.push_back(std::move(use));
  }
}

// "Women and wounded fighters being killed": whoever stands before the verb of harm that names no doer suffered it.
bool suffers(Span head, const std::vector<Claim>& claims) {
  auto c = std::partition_point(claims.begin(), claims.end(), [&](const Claim& x) { return x.sentence.end <= head.begin; });
  for (; c != claims.end() && c->span.begin < head.begin; ++c)
    if (c->perpetrators.empty() && c->rule.ends_with(".passive") && head.end < c->span.end) return true;
  return false;
}

}  // namespace

std::vector<NamingUse> find_naming(const FindInput& in, const Speech& speech, const std::vector<Mention>& places,
                                   const std::vector<Claim>& claims, const std::vector<Claim>& unquantified) {
  std::vector<NamingUse> out;
  if (in.tokens.size() == 0 || !in.know.lexicon.find("naming")) return out;
  const NamingText t(in, speech, places);
  const auto phrases = find_naming_phrases(t);
  out = find_people_names(t, speech, phrases);
  std::stable_sort(out.begin(), out.end(), [](const NamingUse& a, const NamingUse& b) { return a.span < b.span; });
  const std::size_t people = out.size();
  for (const NamingPhrase& p : phrases) {
    const Span head = t.speech().span(p.head);
    const auto after = std::partition_point(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(people),
                                            [&](const NamingUse& u) { return u.span.begin <= head.begin; });
    const bool of_person = after != out.begin() && (after - 1)->span.contains(head);
    if (of_person) continue;
    out.push_back(phrase_use(t, p));
    NamingUse& use = out.back();
    if (use.referent.starts_with("unidentified:") && (suffers(head, claims) || suffers(head, unquantified))) use.referent = use.name = "victims";
  }
  add_so_called(t, speech, out);
  add_listed_names(t, speech, out);
  add_scare_quotes(t, out);
  add_agency(t, claims, out);
  add_agency(t, unquantified, out);
  std::stable_sort(out.begin(), out.end(), [](const NamingUse& a, const NamingUse& b) { return a.span < b.span; });
  return out;
}

}  // namespace attest
