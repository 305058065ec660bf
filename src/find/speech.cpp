#include <algorithm>

#include "find/actors.h"
#include "find/finders.h"
#include "find/hedges.h"
#include "find/speech_nesting.h"
#include "find/speech_sources.h"

namespace attest {
namespace {

constexpr int kDeepestChain = 6;

// The relations with who speaks in each and in whose speech each stands.
struct Resolved {
  std::vector<SpeechAct> relations;
  std::vector<Speaker> speakers;
  std::vector<Speaker> carriers;  // who stands between the report and the speaker
  std::vector<Speaker> cited;     // whom the speaker cites
  std::vector<std::vector<Speaker>> each;  // of speakers together, each
  std::vector<int> parents;       // the innermost relation whose content holds this one's cue, -1 none
};

std::uint32_t place_of(const SpeechAct& r) { return r.cue.empty() ? r.content.front().begin : r.cue.begin; }

Resolved resolve_all(const SpeechText& s, SpeakerResolver& resolver) {
  Resolved out;
  out.relations = without_inner_acts(s, find_relations(s));
  add_quoted_parts(s, out.relations);
  out.parents = find_parents(out.relations);
  out.speakers.resize(out.relations.size());
  out.carriers.resize(out.relations.size());
  out.cited.resize(out.relations.size());
  out.each.resize(out.relations.size());
  std::vector<std::size_t> order(out.relations.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return place_of(out.relations[a]) < place_of(out.relations[b]); });
  for (const auto i : order) {
    const SpeechAct& r = out.relations[i];
    if (!r.carrier.empty()) out.carriers[i] = resolver.resolve(r.carrier, nullptr);
    if (!r.cited.empty()) out.cited[i] = resolver.resolve(r.cited, nullptr);
    const int held = r.speaker_of;
    if (held >= 0 && !out.speakers[static_cast<std::size_t>(held)].text.empty()) {
      out.speakers[i] = out.speakers[static_cast<std::size_t>(held)];
      out.each[i] = out.each[static_cast<std::size_t>(held)];
      continue;
    }
    const int parent = out.parents[i];
    out.each[i] = resolver.resolve_each(r.source);
    out.speakers[i] = resolver.resolve(r.source, parent >= 0 ? &out.speakers[static_cast<std::size_t>(parent)] : nullptr);
  }
  for (std::size_t i = 0; i < out.relations.size(); ++i) {  // those whose speaker stands later
    if (!out.speakers[i].text.empty() || out.relations[i].speaker_of < 0) continue;
    const auto held = static_cast<std::size_t>(out.relations[i].speaker_of);
    out.speakers[i] = out.speakers[held], out.each[i] = out.each[held];
  }
  return out;
}

// "…, she told investigators": they carry her words, here and where she is heard beside it.
void join_gatherers(const SpeechText& s, Resolved& all, SpeakerResolver& resolver) {
  constexpr std::uint32_t kBeside = 2;        // sentences
  constexpr std::size_t kMostGatherers = 50;  // the work stays linear
  const auto gathers = [&](Range told) {
    const SourceWord* head = told.empty() ? nullptr : head_noun(s, told);
    return head && head->noun->value("gathers") == "true";
  };
  const auto sentence = [&](std::size_t i) { return s.tokens().sentence_of(place_of(all.relations[i])); };
  std::size_t joined = 0;
  for (std::size_t i = 0; i < all.relations.size() && joined < kMostGatherers; ++i) {
    SpeechAct& told = all.relations[i];
    if (!gathers(told.told) || !told.carrier.empty()) continue;
    ++joined;
    Speaker by = resolver.resolve(told.told, nullptr);
    if (by.entity.empty()) continue;
    by.rule = "source.gathered_by";
    for (std::size_t k = 0; k < all.relations.size(); ++k) {
      const auto here = sentence(i), there = sentence(k);
      const bool beside = here + kBeside >= there && there + kBeside >= here;
      const bool same = !all.speakers[i].canonical.empty() && all.speakers[k].canonical == all.speakers[i].canonical;
      if (!beside || !same || !all.relations[k].carrier.empty()) continue;
      all.relations[k].carrier = told.told;
      all.carriers[k] = by;
    }
  }
}

Source link_of(const SpeechText& s, const Speaker& speaker, std::string cue, Range told) {
  Source out;
  out.text = speaker.text;
  out.cue = std::move(cue);
  out.span = s.span(speaker.at);
  out.entity = speaker.entity;
  out.kind = speaker.kind;
  out.told = s.text(told);
  out.rule = speaker.rule;
  out.named = speaker.named;
  return out;
}

// Nearest source first: those in whose speech it stands, who carried it, the speaker, whom the speaker cites.
std::vector<Source> chain_of(const SpeechText& s, const Resolved& all, std::size_t i) {
  std::vector<int> line;
  for (int at = static_cast<int>(i); at >= 0 && line.size() < kDeepestChain; at = all.parents[static_cast<std::size_t>(at)]) {
    if (std::find(line.begin(), line.end(), at) != line.end()) break;  // two that stand in each other's words
    line.push_back(at);
  }
  std::vector<Source> out;
  for (auto it = line.rbegin(); it != line.rend(); ++it) {
    const SpeechAct& r = all.relations[static_cast<std::size_t>(*it)];
    const Speaker& speaker = all.speakers[static_cast<std::size_t>(*it)];
    if (!r.carrier.empty()) out.push_back(link_of(s, all.carriers[static_cast<std::size_t>(*it)], "", {}));
    if (!speaker.text.empty() && (out.empty() || out.back().text != speaker.text)) {
      out.push_back(link_of(s, speaker, s.text(r.cue), r.told));
      for (const Speaker& one : all.each[static_cast<std::size_t>(*it)]) out.back().each.push_back(link_of(s, one, "", r.told));
    }
    if (!r.cited.empty()) out.push_back(link_of(s, all.cited[static_cast<std::size_t>(*it)], "", {}));
  }
  return out;
}

std::vector<Quote> quotes_of(const SpeechText& s, const Resolved& all) {
  std::vector<Quote> out;
  for (std::size_t i = 0; i < all.relations.size(); ++i) {
    const SpeechAct& r = all.relations[i];
    Quote q;
    q.kind = r.kind;
    q.speaker = r.source.empty() ? "" : s.text(r.source);
    if (!r.source.empty() && r.source.size() == 1 && s.is(r.source.begin, WordClass::kRelative)) q.speaker = all.speakers[i].text;
    q.speaker_canonical = all.speakers[i].canonical;
    q.cue = s.text(r.cue);
    if (!r.source.empty()) q.source_span = s.span(r.source);
    if (!r.cue.empty()) q.cue_span = s.span(r.cue);
    q.chain = chain_of(s, all, i);
    for (Range c : r.content) {
      if (c.empty()) continue;
      q.span = s.span(c);
      out.push_back(q);
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Quote& a, const Quote& b) { return a.span < b.span; });
  for (std::size_t i = 0; i < out.size(); ++i) out[i].id = "q" + std::to_string(i + 1);
  return out;
}

}  // namespace

Speech find_speech(const FindInput& in) {
  Speech out;
  if (in.tokens.size() == 0) return out;
  const SpeechText s(in);
  SpeakerResolver resolver(s);
  Resolved all = resolve_all(s, resolver);
  join_gatherers(s, all, resolver);
  out.quotes = quotes_of(s, all);
  out.hedges = find_hedges(s, all.relations);
  out.actors = find_actors(s, all.speakers);
  return out;
}

}  // namespace attest
