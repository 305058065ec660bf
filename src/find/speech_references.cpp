#include <algorithm>

#include "find/speech_sources.h"

namespace attest {
namespace {

constexpr std::size_t kMemory = 40;       // speakers looked back at
constexpr std::uint32_t kOpening = 8;     // tokens in which a sentence's subject begins
constexpr std::uint32_t kItemReach = 60;  // tokens over which "another" looks back

// A name of its own before the noun ("the Harbour Rescue service") is not somebody else's who spoke.
bool named_otherwise(const SpeechText& s, Range phrase, const SourceWord& head, std::string_view words) {
  std::uint32_t names = 0;
  for (auto i = head.at.end - 1; i > phrase.begin && s.is_word(i - 1) && s.capital(i - 1) && !s.is(i - 1, WordClass::kDeterminer);
       --i, ++names)
    if ((" " + std::string(words) + " ").find(" " + std::string(s.norm(i - 1)) + " ") != std::string::npos) return false;
  return names >= 2;
}

bool begins_definite(const SpeechText& s, Range r) { return s.has(r.begin, WordRole::kDefinite); }

}  // namespace

bool SpeakerResolver::by_pronoun(Speaker& out, const Speaker* enclosing) const {
  const auto c = s_.word_class(out.at.begin);
  if (out.at.size() != 1 || (c != WordClass::kPerson && c != WordClass::kThing && c != WordClass::kRelative)) return false;
  const auto word = out.at.begin;
  const auto take = [&](const Speaker& from, std::string rule) {
    const Range pronoun = out.at;
    out = from;
    out.at = pronoun;
    out.rule = std::move(rule);
    return true;
  };
  if (c == WordClass::kRelative) return false;
  if (s_.has(word, WordRole::kFirst)) return enclosing ? take(*enclosing, "source.first_person") : false;
  if (s_.has(word, WordRole::kSecond)) return false;
  const bool person = s_.has(word, WordRole::kThird), plural = s_.has(word, WordRole::kThey), thing = s_.has(word, WordRole::kIt);
  const auto here = s_.tokens().sentence_of(out.at.begin);
  const auto told_in = [&](const Speaker& from) { return s_.tokens().sentence_of(from.at.begin); };
  std::size_t looked = 0;
  for (auto it = said_.rbegin(); it != said_.rend() && looked < kMemory; ++it, ++looked) {
    if (it->together) continue;
    // "Lann's footage" is no "he".
    if (person && (it->plural || !it->person || it->kind == "media_item")) continue;
    // Whom the sentence before is about is nearer than who spoke earlier.
    if (person && told_in(*it) + 1 < here)
      if (const auto nearer = named_person(s_.tokens().sentences[here - 1].first + kOpening, here - 1)) return take(*nearer, "source.pronoun");
    if (plural && !it->plural && it->person) continue;
    if (thing && (it->person || it->plural)) continue;
    return take(*it, "source.pronoun");
  }
  if (!person) return thing && by_body_before(out);
  // Nobody spoke before: the last full name in this sentence or the two before it.
  const auto named = named_person(out.at.begin, here < 2 ? 0 : here - 2);
  return named && take(*named, "source.pronoun");
}

// The last person before a token, from a sentence on, who is named with an office or a description.
std::optional<Speaker> SpeakerResolver::named_person(std::uint32_t before, std::size_t from_sentence) const {
  const auto low = s_.tokens().sentences[from_sentence].first;
  for (auto it =
           std::lower_bound(names_.begin(), names_.end(), before, [](Range r, std::uint32_t at) { return r.begin < at; });
       it != names_.begin();) {
    const Range name = *--it;
    if (name.begin < low) break;
    const SourceWord* listed = listed_in(s_, name);
    if (name.size() > 4 || (listed && listed->actor->kind != "person")) continue;
    const bool titled = name.begin > 0 && s_.source_at(name.begin - 1) && s_.source_at(name.begin - 1)->noun;
    const bool described = s_.source_at(name.end) != nullptr || s_.is_comma(name.end);
    if (!titled && !described && !listed) continue;
    Speaker found;
    found.text = s_.text(name);
    found.canonical = found.text;
    found.entity = slug(found.canonical);
    found.kind = titled ? kind_of({name.begin - 1, name.end}) : "other";
    found.named = found.person = true;
    return found;
  }
  return std::nullopt;
}

// "it", though nobody spoke before: the body that the sentence before it begins with.
bool SpeakerResolver::by_body_before(Speaker& out) const {
  const auto here = s_.tokens().sentence_of(out.at.begin);
  if (here == 0) return false;
  const Sentence& before = s_.tokens().sentences[here - 1];
  const auto limit = std::min(before.last, before.first + kOpening);
  for (auto i = before.first; i < limit; ++i) {
    const SourceWord* w = s_.source_at(i);
    if (!w || !w->actor || w->actor->kind == "person") continue;
    out.canonical = w->actor->name;
    out.entity = w->actor->id;
    out.kind = w->actor->kind;
    out.named = true;
    out.rule = "source.pronoun_of_subject";
    return true;
  }
  return false;
}

// "investigators", "researchers": those of the body that spoke last, where it is one that investigates.
bool SpeakerResolver::by_investigators(Speaker& out) const {
  const SourceWord* head = head_noun(s_, out.at);
  if (!head || head->noun->value("gathers") != "true" || out.at.size() > 2) return false;
  std::size_t looked = 0;
  for (auto it = said_.rbegin(); it != said_.rend() && looked < kMemory; ++it, ++looked) {
    if (!it->named || (it->kind != "ngo" && it->kind != "monitor" && it->kind != "international")) continue;
    out.canonical = it->canonical;
    out.entity = it->entity;
    out.kind = it->kind;
    out.named = true;
    out.rule = "source.investigators_of";
    return true;
  }
  return false;
}

// "Another showed …" after videos.
bool SpeakerResolver::by_item_before(Speaker& out) const {
  if (out.at.size() != 1 || !s_.is(out.at.begin, WordClass::kDeterminer)) return false;
  std::size_t looked = 0;
  for (auto it = said_.rbegin(); it != said_.rend() && looked < kMemory; ++it, ++looked) {  // "Lann's footage shows … Another shows …"
    if (it->kind != "media_item" || it->entity.empty() || out.at.begin - it->at.begin > 2 * kItemReach) continue;
    const Range words = out.at;
    out = *it;
    out.at = words;
    out.rule = "source.another_of";
    return true;
  }
  const auto& sources = s_.sources();
  for (auto i = sources.size(); i-- > 0;) {
    if (sources[i].at.begin >= out.at.begin) continue;
    if (out.at.begin - sources[i].at.begin > kItemReach) break;
    if (!sources[i].noun || sources[i].noun->value("kind") != "media_item") continue;
    out.canonical = s_.text(out.at) + " (" + s_.text(sources[i].at) + ")";
    out.kind = "media_item";
    out.rule = "source.another_of";
    return true;
  }
  return false;
}

// "the monitor", "the Observatory", "the source": somebody before.
bool SpeakerResolver::by_description(Speaker& out) const {
  const SourceWord* head = head_noun(s_, out.at);
  if (!head || !begins_definite(s_, out.at)) return false;
  const auto noun = s_.norm(head->at.end - 1);
  const auto kind = head->noun->value("kind");
  const auto take = [&](const Speaker& from) {
    const KnownActor* body = from.person && head->noun->value("role") != "true" && head->noun->value("unnamed") != "true"
                                 ? s_.input().know.actors.find(from.entity)
                                 : nullptr;
    out.canonical = body ? body->name : from.canonical;
    out.entity = from.entity;
    out.kind = from.kind;
    out.named = from.named;
    out.person = from.person && !body;
    out.plural = from.plural;
    out.rule = "source.description";
    return true;
  };
  std::size_t looked = 0;
  for (auto it = said_.rbegin(); it != said_.rend() && looked < kMemory; ++it, ++looked) {
    // Of two who spoke together only the first is resolved: "the monitor and the Harbour Rescue said".
    const auto words = fold_phrase(it->canonical + " " + it->text.substr(0, it->text.find(" and ")));
    if (named_otherwise(s_, out.at, *head, words)) continue;
    if ((" " + words + " ").find(" " + std::string(noun) + " ") != std::string::npos ||
        (" " + words + " ").find(" " + std::string(noun) + "s ") != std::string::npos)
      return take(*it);
  }
  if (kind != "monitor" && kind != "ngo" && kind != "outlet" && kind != "agency" && kind != "medical" && kind != "armed_group")
    return false;
  looked = 0;
  for (auto it = said_.rbegin(); it != said_.rend() && looked < kMemory; ++it, ++looked) {
    const bool group =
        kind == "ngo" && (it->kind == "monitor" || it->kind == "armed_group" || it->kind == "ngo" || it->kind == "international");
    const bool watch = kind == "monitor" && (it->kind == "ngo" || it->kind == "international");
    if (!it->named || !(it->kind == kind || group || watch)) continue;
    if (!named_otherwise(s_, out.at, *head, fold_phrase(it->canonical + " " + it->text))) return take(*it);
  }
  // A listed name before it, though it did not speak.
  const auto& sources = s_.sources();
  for (auto i = sources.size(); i-- > 0;) {
    if (sources[i].at.begin >= out.at.begin || !sources[i].actor) continue;
    if (out.at.begin - sources[i].at.begin > 300) break;
    const KnownActor& a = *sources[i].actor;
    const auto words = " " + fold_phrase(a.name) + " ";
    if (named_otherwise(s_, out.at, *head, fold_phrase(a.name))) continue;
    if (a.kind == kind || words.find(" " + std::string(noun) + " ") != std::string::npos) {
      out.canonical = a.name;
      out.entity = a.id;
      out.kind = a.kind;
      out.named = true;
      out.rule = "source.description";
      return true;
    }
  }
  return false;
}

// "a so-called war monitor … the Observatory of …": the name comes within the next two sentences.
bool SpeakerResolver::by_later_name(Speaker& out) const {
  const SourceWord* head = head_noun(s_, out.at);
  if (!head || plural_word(s_, head->at.end - 1) || begins_definite(s_, out.at)) return false;
  const auto kind = head->noun->value("kind");
  const auto watches = [](std::string_view k) { return k == "monitor" || k == "ngo"; };
  if (!watches(kind) && kind != "agency" && kind != "outlet") return false;
  const auto& sentences = s_.tokens().sentences;
  const auto here = s_.tokens().sentence_of(out.at.begin);
  const auto last = sentences[std::min(here + 2, sentences.size() - 1)].last;
  const auto& sources = s_.sources();
  auto it = std::lower_bound(sources.begin(), sources.end(), out.at.end,
                             [](const SourceWord& w, std::uint32_t at) { return w.at.begin < at; });
  for (; it != sources.end() && it->at.begin < last; ++it) {
    if (!it->actor || !(it->actor->kind == kind || (kind == "monitor" && watches(it->actor->kind)) ||
                        (kind == "ngo" && it->actor->kind == "monitor")))
      continue;
    out.canonical = it->actor->name;
    out.entity = it->actor->id;
    out.kind = it->actor->kind;
    out.named = true;
    out.rule = "source.named_later";
    return true;
  }
  return false;
}

}  // namespace attest
