// Harm or relief that the report tells without a count (contract `other_harm`): one entry a telling, with who says so.
#include <algorithm>

#include "find/finders.h"

namespace attest {
namespace {

constexpr std::uint32_t kLongest = 14;    // tokens of what was harmed
constexpr std::uint32_t kBefore = 3;      // tokens in which "not" or "could" denies the deed
constexpr std::uint32_t kReach = 20000;   // bytes; no speech is looked for further back

class OtherHarmFinder {
 public:
  OtherHarmFinder(const FindInput& in, const Speech& speech, const std::vector<Claim>& claims) : in_(in), tokens_(in.tokens), speech_(speech), claims_(claims) {}

  std::vector<OtherHarm> run() const {
    std::vector<OtherHarm> out;
    const RuleFile* file = in_.know.lexicon.find("other_harm");
    if (!file) return out;
    for (const auto& sentence : tokens_.sentences)
      for (auto k = sentence.first; k < sentence.last;) {
        const auto match = file->table.longest_at(tokens_, k);
        if (!match) { ++k; continue; }
        const auto& type = file->rules[match.value].id;
        const auto last = type == "none" ? k + match.length : end_of(sentence, k + match.length);
        if (type != "none" && happened(sentence, k) && !counted(type, k)) out.push_back(make(out.size(), type, k, last));
        k = last;
      }
    return out;
  }

 private:
  OtherHarm make(std::size_t n, const std::string& type, std::uint32_t first, std::uint32_t last) const {
    OtherHarm o;
    o.id = "h" + std::to_string(n + 1);
    o.span = {tokens_.tokens[first].span.begin, tokens_.tokens[last - 1].span.end};
    o.type = type;
    if (const Quote* quote = speech_around(o.span)) o.attribution = quote->chain;
    return o;
  }

  ClauseWord clause(std::uint32_t k) const {
    const auto match = in_.know.harm.clause_at.longest_at(tokens_, k);
    return match ? in_.know.harm.clause[match.value] : ClauseWord::kNone;
  }

  // Neither denied nor only possible.
  bool happened(const Sentence& s, std::uint32_t k) const {
    for (auto i = k; i > s.first && i + kBefore > k; --i) {
      const auto role = clause(i - 1);
      if (role == ClauseWord::kNot || role == ClauseWord::kMaybe || role == ClauseWord::kTo) return false;
      if (tokens_.tokens[i - 1].kind == TokenKind::kPunctuation) break;
    }
    return true;
  }

  // What was harmed: up to the end of the clause.
  std::uint32_t end_of(const Sentence& s, std::uint32_t k) const {
    const auto limit = std::min(s.last, k + kLongest);
    auto end = k;
    while (end < limit) {
      const auto role = clause(end);
      const auto kind = tokens_.tokens[end].kind;
      if (role == ClauseWord::kBoundary || role == ClauseWord::kSay || role == ClauseWord::kRelative || role == ClauseWord::kPassive || role == ClauseWord::kPassiveOne || role == ClauseWord::kHave) break;
      if (kind == TokenKind::kQuote || (kind == TokenKind::kPunctuation && tokens_.norm(end) != "-" && tokens_.norm(end) != "'s")) break;
      ++end;
    }
    while (end > k && (clause(end - 1) == ClauseWord::kAnd || clause(end - 1) == ClauseWord::kPreposition)) --end;
    return end;
  }

  // Told with a count: the claim says it. An attack that killed somebody is told by its dead.
  bool counted(std::string_view type, std::uint32_t k) const {
    const auto span = tokens_.tokens[k].span;
    return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& c) {
      return c.span.contains(span) || (type == "attack" && c.sentence.contains(span) && (c.effect == Effect::kKilled || c.effect == Effect::kWounded || c.effect == Effect::kKilledOrWounded));
    });
  }

  const Quote* speech_around(Span span) const {
    const Quote* best = nullptr;
    const auto& quotes = speech_.quotes;
    for (auto it = std::partition_point(quotes.begin(), quotes.end(), [&](const Quote& q) { return q.span.begin + kReach < span.begin; }); it != quotes.end() && it->span.begin <= span.begin; ++it)
      if (it->span.contains(span) && !it->chain.empty() && (!best || it->chain.size() > best->chain.size())) best = &*it;
    return best;
  }

  const FindInput& in_;
  const Tokens& tokens_;
  const Speech& speech_;
  const std::vector<Claim>& claims_;
};

}  // namespace

std::vector<OtherHarm> find_other_harm(const FindInput& in, const Speech& speech, const std::vector<Claim>& claims) { return OtherHarmFinder(in, speech, claims).run(); }

}  // namespace attest
