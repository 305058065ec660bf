#include "find/speech_sources.h"

#include <algorithm>

namespace attest {
namespace {

constexpr std::size_t kMemory = 40;  // speakers looked back at

bool is_name_word(const SpeechText& s, std::uint32_t i) {
  if (!s.is_word(i) || s.token(i).kind == TokenKind::kNumber) return false;
  if (s.capital(i)) return s.word_class(i) == WordClass::kOther && !(s.cue_at(i) && s.cue_at(i)->at.size() > 1);
  return i + 2 < s.size() && s.norm(i + 1) == "-" && s.capital(i + 2) && !s.token(i + 1).space_before &&
         s.norm(i).size() <= 3;  // "al-Sayed"
}

bool begins_definite(const SpeechText& s, Range r) {
  const auto w = s.norm(r.begin);
  return w == "the" || w == "this" || w == "that" || w == "these" || w == "those";
}

const SourceWord* head_noun(const SpeechText& s, Range r) {
  for (auto i = r.begin; i < r.end; ++i) {
    const SourceWord* w = s.source_at(i);
    if (!w || !w->noun) continue;
    if (w->at.end >= r.end || !s.source_at(w->at.end) || !s.source_at(w->at.end)->noun)
      return w;  // "police spokesman": the last of a row
    i = w->at.end - 1;
  }
  return nullptr;
}

const SourceWord* listed_in(const SpeechText& s, Range r) {
  for (auto i = r.begin; i < r.end; ++i)
    if (const SourceWord* w = s.source_at(i); w && w->actor) return w;
  return nullptr;
}

std::string without_article(std::string text) {
  for (std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "})
    if (text.starts_with(article)) return text.substr(article.size());
  return text;
}

bool plural_word(std::string_view w) {
  return (w.ends_with("s") && !w.ends_with("ss")) || w == "people" || w == "police" || w.ends_with("men");
}

}  // namespace

std::string slug(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const auto [code, size] = decode_utf8(name, at);
    at += size;
    if (is_letter(code) || is_digit(code)) append_utf8(out, fold_case(code));
    else if (!out.empty() && out.back() != '-') out += '-';
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

SpeakerResolver::SpeakerResolver(const SpeechText& s) : s_(s) { find_names(); }

void SpeakerResolver::find_names() {
  for (std::uint32_t i = 0; i < s_.size(); ++i) {
    if (!is_name_word(s_, i) || s_.is(i, WordClass::kDeterminer)) continue;
    if (const SourceWord* w = s_.source_at(i); w && w->noun && w->noun->value("role") == "true")
      continue;  // titles stand before names
    std::uint32_t end = i + 1;
    while (end < s_.size() && end < i + 8 && (is_name_word(s_, end) || (s_.norm(end) == "-" && is_name_word(s_, end + 1))) &&
           !(s_.source_at(end) && s_.source_at(end)->noun && s_.source_at(end)->noun->value("role") == "true"))
      ++end;
    if (end - i >= 2 && s_.sentence(i).contains(end - 1)) {
      for (auto k = i; k < end; ++k)
        if (s_.is_word(k)) by_word_[s_.norm(k)].push_back(static_cast<std::uint32_t>(names_.size()));
      names_.push_back({i, end});
    }
    i = end - 1;
  }
}

// The run of name words in a phrase that no listed name covers; the last one, for titles stand before names.
Range SpeakerResolver::name_in(Range phrase) const {
  Range best;
  bool best_is_modifier = false;
  for (auto i = phrase.begin; i < phrase.end; ++i) {
    const SourceWord* w = s_.source_at(i);
    if (!is_name_word(s_, i) || (w && (w->actor || w->noun->value("role") == "true"))) continue;
    auto end = i + 1;
    while (end < phrase.end &&
           (is_name_word(s_, end) || (s_.norm(end) == "-" && end + 1 < phrase.end && is_name_word(s_, end + 1))) &&
           !(s_.source_at(end)))
      ++end;
    const bool modifier = (end < phrase.end && (s_.norm(end) == "'s" || s_.norm(end) == "-")) ||
                          (i > phrase.begin && (s_.is(i - 1, WordClass::kPreposition) || s_.is(i - 1, WordClass::kDeterminer)));
    const auto rank = [](Range r, bool part) { return r.empty() ? 0 : (part ? 1 : 2) + (r.size() >= 2 ? 2 : 0); };
    if (rank({i, end}, modifier) > rank(best, best_is_modifier)) {
      best = {i, end};
      best_is_modifier = modifier;
    }
    i = end;
  }
  return best;
}

std::string SpeakerResolver::kind_of(Range phrase) const {
  std::string listed;
  for (auto i = phrase.begin; i < phrase.end; ++i) {
    const SourceWord* w = s_.source_at(i);
    if (!w) continue;
    if (w->actor && w->actor->kind != "person") {
      if (listed.empty()) listed = w->actor->kind;
      continue;
    }
    if (w->noun && !w->noun->value("kind").empty()) {
      const bool office = w->noun->value("role") == "true" && w->noun->value("kind") == "government";
      if (!office) return std::string(w->noun->value("kind"));
      if (listed.empty()) listed = "government";
    }
  }
  return listed;
}

bool SpeakerResolver::by_list(Speaker& out) const {
  const SourceWord* w = listed_in(s_, out.at);
  if (!w) return false;
  const SourceWord* head = head_noun(s_, out.at);
  const bool speaks_for = head && head->noun->value("role") == "true";
  const KnownActor* actor = w->actor;
  if (actor->kind == "person") {
    out.canonical = actor->name;
    out.entity = actor->of.empty() ? actor->id : actor->of;
    const KnownActor* of = s_.input().know.actors.find(actor->of);
    out.kind = of ? of->kind : "other";
    out.person = out.named = true;
    out.rule = "source.listed_person";
    return true;
  }
  const Range name = name_in(out.at);
  const bool other_head = head && head->noun->value("unnamed") == "true" && head->at.begin < w->at.begin;
  if (other_head && name.empty()) return false;  // "activists close to X": an unnamed source
  if (other_head) return false;
  out.entity = actor->id;
  out.kind = actor->kind;
  out.named = true;
  out.person = speaks_for || !name.empty();
  const bool own_name = name.size() >= 2;
  out.canonical = own_name ? s_.text(name) + ", " + actor->name : actor->name;
  out.rule = own_name || speaks_for ? "source.speaks_for_listed" : "source.listed";
  return true;
}

bool SpeakerResolver::by_name(Speaker& out) const {
  const Range name = name_in(out.at);
  if (name.empty()) return false;
  const SourceWord* head = head_noun(s_, out.at);
  const SourceWord* after = s_.source_at(name.end);
  if (after && name.end < out.at.end && after->noun) return false;  // "Syrian activists": they are not named
  if (head && head->noun->value("unnamed") == "true" && head->at.begin < name.begin &&
      s_.is(name.begin - 1, WordClass::kPreposition))
    return false;
  out.named = true;
  out.kind = kind_of(out.at);
  // The longest earlier name that ends with these words or holds them in a row, else a later one.
  const auto found = by_word_.find(s_.norm(name.end - 1));
  Range full = name;
  if (found != by_word_.end()) {
    for (const auto n : found->second) {
      const Range r = names_[n];
      if (r.begin > name.end + 2000) break;
      bool inside = false;
      for (auto b = r.begin; b + name.size() <= r.end && !inside; ++b) {
        inside = true;
        for (std::uint32_t k = 0; k < name.size() && inside; ++k) inside = s_.norm(b + k) == s_.norm(name.begin + k);
      }
      if (inside && r.size() > full.size() && r.size() <= 6) {
        full = r;
        break;
      }
    }
  }
  out.canonical = s_.text(full);
  out.rule = full == name ? "source.name" : "source.part_of_name";
  for (auto it = said_.rbegin(); it != said_.rend(); ++it)  // who was introduced with an organisation keeps it
    if (it->named && !it->entity.empty() && it->canonical.starts_with(out.canonical)) {
      out.canonical = it->canonical;
      out.entity = it->entity;
      if (out.kind.empty()) out.kind = it->kind;
      out.person = it->person;
      return true;
    }
  if (const SourceWord* listed = listed_in(s_, full)) {
    out.canonical = listed->actor->name;
    const bool person = listed->actor->kind == "person";
    out.entity = person && !listed->actor->of.empty() ? listed->actor->of : listed->actor->id;
    out.rule = "source.part_of_listed";
    if (out.kind.empty()) out.kind = person ? "other" : listed->actor->kind;
    return true;
  }
  out.entity = slug(out.canonical);
  out.person = full.size() >= 2 && full.size() <= 5;
  if (out.kind.empty()) out.kind = "other";
  return true;
}

bool SpeakerResolver::by_pronoun(Speaker& out, const Speaker* enclosing) const {
  const auto c = s_.word_class(out.at.begin);
  if (out.at.size() != 1 || (c != WordClass::kPerson && c != WordClass::kThing && c != WordClass::kRelative)) return false;
  const auto w = s_.norm(out.at.begin);
  const auto take = [&](const Speaker& from, std::string rule) {
    const Range at = out.at;
    out = from;
    out.at = at;
    out.rule = std::move(rule);
    return true;
  };
  if (c == WordClass::kRelative) return false;
  if (w == "i" || w == "we") return enclosing ? take(*enclosing, "source.first_person") : false;
  if (w == "you") return false;
  const bool person = w == "he" || w == "she", plural = w == "they";
  std::size_t looked = 0;
  for (auto it = said_.rbegin(); it != said_.rend() && looked < kMemory; ++it, ++looked) {
    if (person && (it->plural || !it->person)) continue;
    if (plural && !it->plural && it->person) continue;
    if (w == "it" && (it->person || it->plural)) continue;
    return take(*it, "source.pronoun");
  }
  if (!person) return false;
  // Nobody spoke before: the last full name in this sentence or the two before it.
  const auto here = s_.tokens().sentence_of(out.at.begin);
  const auto low = s_.tokens().sentences[here < 2 ? 0 : here - 2].first;
  for (auto it =
           std::lower_bound(names_.begin(), names_.end(), out.at.begin, [](Range r, std::uint32_t at) { return r.begin < at; });
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
    return take(found, "source.pronoun");
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
    const auto words = fold_phrase(it->canonical + " " + it->text);
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
    if (it->named && (it->kind == kind || group || watch)) return take(*it);
  }
  // A listed name before it, though it did not speak.
  const auto& sources = s_.sources();
  for (auto i = sources.size(); i-- > 0;) {
    if (sources[i].at.begin >= out.at.begin || !sources[i].actor) continue;
    if (out.at.begin - sources[i].at.begin > 300) break;
    const KnownActor& a = *sources[i].actor;
    const auto words = " " + fold_phrase(a.name) + " ";
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
  if (!head || head->noun->value("kind") != "monitor" || plural_word(s_.norm(head->at.end - 1))) return false;
  const auto& sentences = s_.tokens().sentences;
  const auto here = s_.tokens().sentence_of(out.at.begin);
  const auto last = sentences[std::min(here + 2, sentences.size() - 1)].last;
  const auto& sources = s_.sources();
  auto it = std::lower_bound(sources.begin(), sources.end(), out.at.end,
                             [](const SourceWord& w, std::uint32_t at) { return w.at.begin < at; });
  for (; it != sources.end() && it->at.begin < last; ++it) {
    if (!it->actor || it->actor->kind != "monitor") continue;
    out.canonical = it->actor->name;
    out.entity = it->actor->id;
    out.kind = it->actor->kind;
    out.named = true;
    out.rule = "source.named_later";
    return true;
  }
  return false;
}

Speaker SpeakerResolver::resolve(Range source, const Speaker* enclosing) {
  Speaker out;
  out.at = source;
  if (source.empty()) return out;
  if (source.size() == 1 && s_.is(source.begin, WordClass::kRelative)) {  // "six residents who reported": the words before
    const auto end = s_.is_comma(source.begin - 1) ? source.begin - 1 : source.begin;
    const Range before = phrase_before(s_, end, s_.sentence(source.begin).begin, true);
    if (!before.empty()) out.at = before;
  }
  out.text = s_.text(out.at);
  out.plural =
      plural_word(s_.norm(out.at.end - 1)) || (head_noun(s_, out.at) && plural_word(s_.norm(head_noun(s_, out.at)->at.end - 1)));
  const bool known = by_pronoun(out, enclosing) || by_list(out) || by_name(out) || by_description(out) || by_later_name(out);
  if (!known) {
    out.canonical = without_article(out.text);
    out.kind = kind_of(out.at);
    const SourceWord* head = head_noun(s_, out.at);
    out.person = head && !out.plural && (head->noun->value("role") == "true" || head->noun->value("unnamed") == "true");
    out.rule = "source.unnamed";
  } else if (out.named && s_.capital(out.at.end - 1) && !out.person) out.plural = false;
  if (out.canonical.empty()) out.canonical = without_article(out.text);
  said_.push_back(out);
  return out;
}

}  // namespace attest
