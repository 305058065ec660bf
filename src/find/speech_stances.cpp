#include "find/speech_stances.h"

#include <algorithm>

#include "find/speech_contents.h"
#include "find/speech_tree.h"

namespace attest {
namespace {

// Is the word one of a list with spaces between. An empty word is in none.
bool listed(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; !word.empty() && at < list.size();) {
    const auto end = std::min(list.find(' ', at), list.size());
    if (list.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

class Stances {
 public:
  explicit Stances(const SpeechText& s) : s_(s), tree_(s) {
    const auto& lexicon = s.input().know.lexicon;
    verbs_ = lexicon.find("stance_verbs");
    nouns_ = lexicon.find("stance_nouns");
    adjectives_ = lexicon.find("stance_adjectives");
  }
  bool ready() const { return !tree_.empty() && verbs_ && nouns_ && adjectives_; }

  // The stance at a token; no content where there is none.
  SpeechAct at(std::uint32_t i) const {
    switch (tree_.upos(i)) {
      case Upos::kVerb:
        return verb(i);
      case Upos::kNoun:
        return noun(i);
      case Upos::kAdj:
        return adjective(i);
      default:
        return {};
    }
  }

 private:
  const Rule* rule_at(const RuleFile* file, std::uint32_t i) const {
    const auto m = file->table.longest_at(s_.tokens(), i);
    return m ? &file->rules[m.value] : nullptr;
  }

  // May the preposition open what is held; without a list, any that opens a topic.
  bool takes(std::string_view with, std::uint32_t preposition) const {
    return with.empty() ? s_.has(preposition, WordRole::kTopic) : listed(with, s_.norm(preposition));
  }

  bool take_source(std::uint32_t holder, SpeechAct& out) const {
    out.source = tree_.noun_phrase(holder);
    if (out.source.size() > 25) out.source = {holder, holder + 1};
    const Range head{holder, holder + 1};
    const bool asks = s_.is(holder, WordClass::kRelative) && holder > 0 && !s_.is_comma(holder - 1) && !s_.nounlike(holder - 1);
    if (asks) return false;  // "nobody confirmed who did it"
    return !out.source.empty() && (can_speak(s_, head) || can_speak(s_, out.source));
  }

  // What hangs behind `head` and is held: a clause, an infinitive, an object (with the infinitive behind it), else a phrase whose
  // preposition the rule takes. `last`: the end of the cue so far; a preposition that belongs to the cue moves it.
  Range held(std::uint32_t head, std::string_view with, bool objects, std::uint32_t& last) const {
    Range out;
    std::optional<std::uint32_t> prepositional;
    for (const auto c : tree_.children(head)) {
      if (c < head) continue;
      const auto r = tree_.arc(c);
      const auto opener = tree_.opener(c);
      const bool that = s_.has(opener, WordRole::kThat), to = s_.has(opener, WordRole::kTo);
      const bool clause = (r == Arc::kCcomp && (objects || that)) || r == Arc::kXcomp ||
                          ((r == Arc::kAcl || r == Arc::kAdvcl) && (to || that) && !objects);
      const bool object = objects && (r == Arc::kObj || (r == Arc::kXcomp && !out.empty()));
      if (clause || object) {
        Range piece = tree_.phrase(c);
        if (s_.has(piece.begin, WordRole::kThat)) ++piece.begin;
        if (out.empty()) out = piece;
        else if (piece.begin <= out.end + 1) out.end = piece.end;
        continue;
      }
      const bool oblique = r == Arc::kObl || r == Arc::kNmod || r == Arc::kAdvcl;
      if (objects && r == Arc::kObl && !out.empty() && tree_.left(c) == out.end && !only_time(tree_.phrase(c)))
        out.end = tree_.phrase(c).end;
      if (out.empty() && !prepositional && oblique && takes(with, opener)) prepositional = c;
    }
    if (!out.empty() && objects && s_.has(out.end, WordRole::kAs))  // "dismissed the raid as “expected”"
      for (const auto c : tree_.children(head))
        if (tree_.left(c) == out.end) out.end = tree_.phrase(c).end;
    if (!out.empty() || !prepositional) return out;
    out = tree_.phrase(*prepositional);
    if (out.empty() || out.begin > last + 6) return {};
    if (!tree_.opens(*prepositional, WordRole::kTo) || tree_.arc(*prepositional) != Arc::kAdvcl) {
      last = out.begin + 1;  // the preposition belongs to the cue
      ++out.begin;
    }
    return out;
  }

  SpeechAct verb(std::uint32_t i) const {
    SpeechAct out;
    const CueWord* cue = s_.cue_at(i);
    if (cue && (cue->kind == CueKind::kNone || cue->kind == CueKind::kInterview || cue->kind == CueKind::kCite)) return out;
    const bool speaks = cue && (cue->kind == CueKind::kSay || cue->kind == CueKind::kTell || cue->kind == CueKind::kObject ||
                                cue->kind == CueKind::kAttitude);
    const bool spoken = speaks && cue->at.begin == i && !cue->direct_only;
    const Rule* rule = rule_at(verbs_, i);
    if (!rule && !spoken) return out;
    const Range limits = clause_limits(s_, i);
    const Range group = verb_group(s_, {i, i + 1}, limits.begin);
    out.rule = "stance.verb";
    out.word = cue;
    const auto with = rule ? rule->value("with") : std::string_view();  // a word of speech takes any topic
    if (tree_.passive(i)) return rule ? passive(i, group, std::move(out)) : SpeechAct{};
    const auto holder = tree_.subject(i);
    if (!holder || !take_source(*holder, out)) return {};
    auto last = i + 1;
    if (const auto particle = tree_.child(i, Arc::kCompoundPrt); particle && *particle == i + 1) last = *particle + 1;
    const Range content = held(i, with, !rule || rule->value("object") != "false", last);
    if (content.empty()) return {};
    out.cue = {std::min(group.begin, i), last};
    if (only_time(content)) return {};
    out.content = {content};
    return out;
  }

  bool only_time(Range r) const {
    for (auto i = r.begin; i < r.end; ++i)
      if (s_.is_word(i) && !s_.is(i, WordClass::kTime) && !s_.is(i, WordClass::kDeterminer) &&
          s_.token(i).kind != TokenKind::kNumber)
        return false;
    return true;
  }

  SpeechAct passive(std::uint32_t i, Range group, SpeechAct out) const {
    const auto agent = tree_.child(i, Arc::kOblAgent);
    if (!agent || !take_source(*agent, out)) return {};
    if (s_.has(out.source.begin, WordRole::kBy)) ++out.source.begin;
    auto patient = tree_.child(i, Arc::kNsubjPass);
    if (!patient && tree_.arc(i) == Arc::kAcl && tree_.head(i) >= 0) patient = static_cast<std::uint32_t>(tree_.head(i));
    if (!patient || out.source.empty()) return {};
    Range content = tree_.phrase(*patient);
    content.end = std::min(content.end, group.begin);
    if (content.empty()) return {};
    out.cue = {group.begin, out.source.begin};
    out.content = {content};
    return out;
  }

  SpeechAct noun(std::uint32_t i) const {
    SpeechAct out;
    const Rule* rule = rule_at(nouns_, i);
    if (!rule || (s_.cue_at(i) && s_.cue_at(i)->kind == CueKind::kNone)) return out;
    out.rule = "stance.noun";
    Range cue{i, i + 1};
    auto holder = tree_.child(i, Arc::kNmodPoss);
    auto last = i + 1;
    if (!holder)
      for (const auto c : tree_.children(i))
        if (c > i && tree_.arc(c) == Arc::kNmod && tree_.opens(c, WordRole::kAuthor)) holder = c;
    const bool own = holder.has_value();
    if (!own) {  // "expressed support for": the verb's subject
      const auto up = tree_.head(i);
      if (up < 0 || tree_.arc(i) != Arc::kObj || static_cast<std::uint32_t>(up) > i || i - static_cast<std::uint32_t>(up) > 5)
        return {};
      const auto verb = static_cast<std::uint32_t>(up);
      if (tree_.passive(verb)) return {};
      holder = tree_.subject(verb);
      cue.begin = verb_group(s_, {verb, verb + 1}, clause_limits(s_, verb).begin).begin;
    }
    if (!holder || !take_source(*holder, out)) return {};
    if (own && *holder > i) {
      if (s_.has(out.source.begin, WordRole::kAuthor)) ++out.source.begin;
      last = i + 1;
    } else if (own) {
      if (s_.norm(out.source.end - 1) == "'s" || s_.norm(out.source.end - 1) == "'") --out.source.end;
    }
    const Range content = held(i, rule->value("with"), false, last);
    if (content.empty() || out.source.empty() || only_time(content)) return {};
    cue.end = last;
    out.cue = cue;
    if (out.source.overlaps(cue) || out.source.overlaps(content)) return {};
    out.content = {content};
    return out;
  }

  SpeechAct adjective(std::uint32_t i) const {
    SpeechAct out;
    const Rule* rule = rule_at(adjectives_, i);
    if (!rule) return out;
    out.rule = "stance.adjective";
    const auto holder = tree_.subject(i);
    if (!holder || !take_source(*holder, out)) return {};
    auto last = i + 1;
    const Range content = held(i, rule->value("with"), false, last);
    if (content.empty()) return {};
    const auto copula = tree_.child(i, Arc::kCop);
    const auto first = copula ? verb_group(s_, {*copula, *copula + 1}, clause_limits(s_, i).begin).begin : i;
    out.cue = {first < i ? first : i, last};
    if (out.source.overlaps(out.cue)) return {};
    out.content = {content};
    return out;
  }

  const SpeechText& s_;
  SpeechTree tree_;
  const RuleFile *verbs_ = nullptr, *nouns_ = nullptr, *adjectives_ = nullptr;
};

}  // namespace

void add_stances(const SpeechText& s, std::vector<SpeechAct>& acts) {
  const Stances stances(s);
  if (!stances.ready()) return;
  const Contents said(acts);
  std::vector<char> cued(s.size() + 1, 0);
  for (const SpeechAct& act : acts)
    for (auto i = act.cue.begin; i < act.cue.end; ++i) cued[i] = 1;
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    if (cued[i] || s.quoted_at(i) >= 0) continue;
    SpeechAct act = stances.at(i);
    if (act.content.empty() || said.hold({i, i + 1})) continue;
    Range& content = act.content.front();
    for (auto k = content.begin; k < content.end;
         ++k)  // what another cue says in the same words is its own, and words behind a colon are
      if (cued[k] || (s.norm(k) == ":" && k > content.begin && (s.is_mark(k + 1) || s.is_self(k + 1)))) {
        content.end = k;
        break;
      }
    if (content.size() < 1 ||
        std::any_of(cued.begin() + act.cue.begin, cued.begin() + act.cue.end, [](char c) { return c != 0; }))
      continue;
    if (act.source.overlaps(content)) continue;
    bool marks = false;
    for (auto k = content.begin; k < content.end; ++k) marks = marks || s.is_mark(k);
    act.kind = marks ? QuoteKind::kMixed : QuoteKind::kIndirect;
    for (auto k = act.cue.begin; k < act.cue.end; ++k) cued[k] = 1;
    acts.push_back(std::move(act));
  }
}

}  // namespace attest
