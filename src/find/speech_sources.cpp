#include "find/speech_sources.h"

#include <algorithm>

namespace attest {
namespace {

std::string without_article(const SpeechText& s, Range phrase) {
  if (phrase.size() > 1 && s.has(phrase.begin, WordRole::kArticle)) ++phrase.begin;
  return s.text(phrase);
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
  Range who = out.at;  // "Videos, which AFP could not verify": not AFP
  for (auto i = who.begin + 1; i < who.end; ++i)
    if (s_.is(i, WordClass::kRelative)) who.end = i;
  const SourceWord* w = listed_in(s_, who);
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
  const bool own_name = name.size() >= 2;
  out.person = speaks_for || own_name;  // "Britain-based": one capital more makes no person
  out.canonical = own_name ? s_.text(name) + ", " + actor->name : actor->name;
  out.rule = own_name || speaks_for ? "source.speaks_for_listed" : "source.listed";
  return true;
}

// The longest earlier name that ends with these words or holds them in a row, else a later one.
Range SpeakerResolver::full_name(Range name) const {
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
  return full;
}

// "Residents of Marn", "locals in Marn, Tolm governate": where the unnamed are, and nobody's name.
static bool tells_where(const SpeechText& s, Range at, Range name, const SourceWord& head) {
  if (head.noun->value("unnamed") != "true" || head.at.begin >= name.begin) return false;
  if (s.is(name.begin - 1, WordClass::kPreposition)) return true;
  return s.is_comma(name.begin - 1) && name.end < at.end && s.is_word(name.end) && !s.capital(name.end);
}

bool SpeakerResolver::by_name(Speaker& out) const {
  const Range name = name_in(out.at);
  if (name.empty()) return false;
  const SourceWord* head = head_noun(s_, out.at);
  const SourceWord* after = s_.source_at(name.end);
  if (s_.norm(name.end) == "-" && name.end < out.at.end) return false;  // "the Tarnhold-based watchdog"
  const bool speaks_for_body = head && head->at.begin < name.begin && !spoken_for(out.at, head).empty();
  if (after && name.end < out.at.end && after->noun && !speaks_for_body) return false;  // "Syrian activists": they are not named
  if (head && tells_where(s_, out.at, name, *head)) return false;
  out.named = true;
  out.kind = kind_of(out.at);
  if (name.size() > 1 && out.kind == "media_item") out.kind = "";  // "Velden Toll Watch" is no toll
  if (speaks_for_body && spoken_for(out.at, head).contains(name)) {  // "a spokeswoman for the Tarn Relief Committee"
    const Range body = spoken_for(out.at, head);
    out.canonical = s_.text(body);
    out.entity = slug(out.canonical);
    const auto kind = kind_of(body);
    if (!kind.empty()) out.kind = kind;
    out.person = true;
    out.rule = "source.speaks_for";
    return true;
  }
  const Range full = full_name(name);
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
    const KnownActor* of = person ? s_.input().know.actors.find(listed->actor->of) : nullptr;
    if (out.kind.empty()) out.kind = of ? of->kind : person ? "other" : listed->actor->kind;
    return true;
  }
  out.entity = slug(out.canonical);
  const ParsedName* read = s_.input().parse.name_at(full.begin);
  const bool body = read && read->kind == EntityKind::kOrganisation;  // "it" may be its pronoun
  out.person = full.size() >= 2 && full.size() <= 5 && !body;
  if (is_pseudonym(out.at)) {
    out.kind = "witness";
    out.person = true;
    out.plural = false;  // whatever the last word is: "for security reasons"
    out.rule = "source.pseudonym";
  } else if (const Range employer = spoken_for(out.at, head); !employer.empty()) {
    out.entity = slug(s_.text(employer));
    if (out.kind.empty()) out.kind = kind_of(employer);
    out.rule = "source.speaks_for";
  }
  if (out.kind.empty()) out.kind = "other";
  return true;
}

// "A witness, named only as Maren": a name that hides who speaks.
bool SpeakerResolver::is_pseudonym(Range phrase) const {
  const RuleFile* file = s_.input().know.lexicon.find("pseudonyms");
  if (!file) return false;
  const Range around{phrase.begin, std::min(phrase.end + 12, s_.sentence(phrase.begin).end)};
  for (auto i = around.begin; i < around.end; ++i)
    if (file->table.longest_at(s_.tokens(), i)) return true;
  return false;
}

// "a spokeswoman for the Tarn Relief Committee": the body's name, where it is more than a town.
Range SpeakerResolver::spoken_for(Range phrase, const SourceWord* head) const {
  if (!head || head->noun->value("role") != "true" || head->at.end + 1 >= phrase.end ||
      !s_.is(head->at.end, WordClass::kPreposition))
    return {};
  auto begin = head->at.end + 1;
  while (begin < phrase.end && s_.is(begin, WordClass::kDeterminer)) ++begin;
  auto end = begin;
  while (end < phrase.end && s_.is_word(end) && (s_.capital(end) || s_.has(end, WordRole::kAnd) || s_.has(end, WordRole::kJoins)))
    ++end;
  while (end > begin && !s_.capital(end - 1)) --end;
  bool body = false;
  for (auto i = begin; i < end; ++i)
    body = body || (s_.source_at(i) && s_.source_at(i)->noun) || (end - begin == 1 && s_.token(i).all_capital);
  return body ? Range{begin, end} : Range{};
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
  out.plural = plural_word(s_, out.at.end - 1) || (head_noun(s_, out.at) && plural_word(s_, head_noun(s_, out.at)->at.end - 1));
  const bool known = by_pronoun(out, enclosing) || by_list(out) || by_name(out) || by_investigators(out) || by_description(out) ||
                     by_item_before(out) || by_later_name(out);
  if (!known) {
    out.canonical = without_article(s_, out.at);
    out.kind = kind_of(out.at);
    const SourceWord* head = head_noun(s_, out.at);
    out.person = head && !out.plural && (head->noun->value("role") == "true" || head->noun->value("unnamed") == "true");
    out.rule = "source.unnamed";
  } else if (out.named && s_.capital(out.at.end - 1)) out.plural = false;
  if (out.canonical.empty()) out.canonical = without_article(s_, out.at);
  said_.push_back(out);
  return out;
}

std::vector<Speaker> SpeakerResolver::resolve_each(Range source) {
  std::vector<Speaker> out;
  for (const Range one : speakers_together(s_, source)) {
    out.push_back(resolve(one, nullptr));
    said_.back().together = true;
  }
  return out;
}

}  // namespace attest
