#include "find/actors.h"

#include <algorithm>

namespace attest {
namespace {

MentionType type_of(std::string_view kind) {
  if (kind == "person") return MentionType::kPerson;
  if (kind == "outlet" || kind == "agency" || kind == "state_media") return MentionType::kOutlet;
  if (kind == "armed_group") return MentionType::kGroup;
  return MentionType::kOrganisation;
}

}  // namespace

std::vector<Mention> find_actors(const SpeechText& s, const std::vector<Speaker>& speakers) {
  std::vector<Mention> out;
  for (const SourceWord& w : s.sources()) {
    if (!w.actor) continue;
    Mention m;
    m.span = s.span(w.at);
    m.type = type_of(w.actor->kind);
    m.entity = w.actor->id;
    m.canonical = w.actor->name;
    out.push_back(std::move(m));
  }
  for (const Speaker& speaker : speakers) {
    if (!speaker.person || !speaker.named || speaker.at.empty()) continue;
    for (auto i = speaker.at.begin; i < speaker.at.end; ++i) {  // the name without its title
      if (!s.capital(i) || s.source_at(i) || !s.is_word(i) || s.word_class(i) != WordClass::kOther) continue;
      auto end = i + 1;
      while (end < speaker.at.end && !s.source_at(end) && ((s.capital(end) && s.is_word(end)) || s.norm(end) == "-")) ++end;
      Mention m;
      m.span = s.span({i, end});
      m.type = MentionType::kPerson;
      m.canonical = speaker.canonical;
      m.entity = slug(speaker.canonical);
      out.push_back(std::move(m));
      break;
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Mention& a, const Mention& b) { return a.span < b.span; });
  out.erase(std::unique(out.begin(), out.end(), [](const Mention& a, const Mention& b) { return a.span == b.span; }), out.end());
  return out;
}

}  // namespace attest
