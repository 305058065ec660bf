#include "find/speech_tree.h"

namespace attest {
namespace {

constexpr int kHighestClimb = 4;  // verbs above one whose subject is shared: "wants to begin to discuss"

Range trimmed(const SpeechText& s, Range r) {
  const auto loose = [&](std::uint32_t i) {
    const auto w = s.norm(i);
    return !s.is_word(i) && !s.is_mark(i) && w != ")" && w != "(" && w != "$" && w != "%" && w != "'s";
  };
  while (!r.empty() && loose(r.begin)) ++r.begin;
  while (!r.empty() && loose(r.end - 1)) --r.end;
  return r;
}

}  // namespace

Range SpeechTree::phrase(std::uint32_t i) const { return trimmed(s_, {parse_.words[i].left, parse_.words[i].right}); }

Range SpeechTree::noun_phrase(std::uint32_t i) const {
  Range out{parse_.words[i].left, parse_.words[i].right};
  for (const auto c : children(i)) {
    if (c < i) continue;
    const auto r = arc(c);
    const bool clause =
        r == Arc::kAclRelcl || r == Arc::kParataxis || r == Arc::kAdvcl || (r == Arc::kConj && upos(c) == Upos::kVerb);
    if (clause) {
      out.end = parse_.words[c].left;
      break;
    }
  }
  return trimmed(s_, out);
}

std::uint32_t SpeechTree::opener(std::uint32_t i) const {
  for (const auto c : children(i))
    if (c < i && (arc(c) == Arc::kCase || arc(c) == Arc::kMark)) return c;
  return s_.size();
}

std::optional<std::uint32_t> SpeechTree::subject(std::uint32_t i) const {
  for (int climbs = 0; climbs < kHighestClimb; ++climbs) {
    for (const auto r : {Arc::kNsubj, Arc::kNsubjPass})
      if (const auto own = child(i, r); own && *own < i) return own;
    const auto up = head(i);
    if (up < 0) return std::nullopt;
    const auto r = arc(i);
    if (r == Arc::kAcl) return static_cast<std::uint32_t>(up);
    const bool shares = r == Arc::kConj || (r == Arc::kAdvcl && xpos(i) == Xpos::kVBG);
    if (!shares) return std::nullopt;
    i = static_cast<std::uint32_t>(up);
  }
  return std::nullopt;
}

bool SpeechTree::passive(std::uint32_t verb) const {
  if (child(verb, Arc::kAuxPass) || child(verb, Arc::kNsubjPass)) return true;
  return arc(verb) == Arc::kAcl && xpos(verb) == Xpos::kVBN;
}

}  // namespace attest
