// What a report says in all (METHOD 5): repeats count once, disjoint groups are added, breakdowns and background are not, and where
// the report's figures differ, low is the lowest and high the highest.
#include <algorithm>
#include <iterator>

#include "find/finders.h"

namespace attest {
namespace {

std::int64_t size_of(const Count& c) { return c.point ? *c.point : c.low ? *c.low : c.high.value_or(0); }

constexpr std::size_t kSoon = 3;  // sentences

// A figure for one effect, as far as the report was read.
struct Sum {
  std::int64_t point = 0;
  std::optional<std::int64_t> low = 0, high = 0;
  std::vector<const Claim*> claims;
  bool interim = false;  // told as early or as a step: a later figure of the report stands in its place

  void add(const Claim& c) {
    const auto n = size_of(*c.count);
    point += n;
    if (c.count->low || c.count->modifier == Modifier::kNearly || c.count->modifier == Modifier::kAbout) low = low.value_or(0) + c.count->low.value_or(n);
    else if (claims.empty()) low.reset();
    if (high && c.count->high) *high += *c.count->high;
    else if (high && c.count->modifier == Modifier::kAbout) *high += n;
    else high.reset();
    claims.push_back(&c);
  }
};

class EffectTotal {
 public:
  EffectTotal(const FindInput& in, Effect effect) : in_(in), effect_(effect) {}

  std::optional<Total> run(const std::vector<Claim>& claims, const std::vector<Claim>& unquantified) {
    for (std::size_t i = 0; i < claims.size();) {
      auto end = i;
      std::vector<const Claim*> sentence;
      while (end < claims.size() && claims[end].sentence == claims[i].sentence) {
        if (counts(claims[end], claims)) sentence.push_back(&claims[end]);
        ++end;
      }
      if (!sentence.empty()) read_sentence(sentence);
      i = end;
    }
    if (sum_.claims.empty()) return uncounted(claims, unquantified);
    return result();
  }

 private:
  bool counts(const Claim& c, const std::vector<Claim>& claims) const {
    if (c.effect != effect_ || c.background || c.part_of || c.unit == Unit::kFamilies || c.rule == "killed.roll") return false;
    return !turned_worse(c, claims);
  }

  // Those who were wounded or taken and then killed are among the dead.
  bool turned_worse(const Claim& c, const std::vector<Claim>& claims) const {
    if (c.effect != Effect::kWounded && c.effect != Effect::kAbducted && c.effect != Effect::kDetained && c.effect != Effect::kMissing) return false;
    return std::any_of(claims.begin(), claims.end(), [&](const Claim& d) { return d.effect == Effect::kKilled && d.count->span == c.count->span; });
  }

  void read_sentence(const std::vector<const Claim*>& sentence) {
    if (sum_.claims.empty()) {
      for (const auto* c : sentence)
        if (!named_again(*c)) sum_.add(*c);
      return;
    }
    Sum whole;
    for (const auto* c : sentence) whole.add(*c);
    whole.interim = says(*sentence.front(), in_.know.harm.early_at);
    if (sentence.size() == 1 && is_toll(*sentence.front())) {
      others_.push_back(whole);
      toll_ = true;
      return;
    }
    if (whole.point == sum_.point || repeats(whole)) return;
    for (const auto* c : sentence) {
      if (c->rule.ends_with(".roll") && all_told()) continue;  // the names of those told
      const bool more = says_more(*c) && soon_after(*c);
      if ((is_of_family(*c) || is_owned(*c)) && all_told() && size_of(*c->count) < sum_.point) continue;
      if (matches_member(*c) || (known_single(*c) && (!more || all_told()))) continue;
      if (more || is_other_side(*c)) sum_.add(*c);
      else if (sentence.size() == 1 && tells_all(*c)) others_.push_back(whole);
    }
  }

  // A figure of people as such, not of the women, the sons or "four of the victims".
  bool tells_all(const Claim& c) const {
    if (!c.victims.groups.empty() && side(c) != "state" && c.victims.status != VictimStatus::kCombatant) return false;
    const auto& tokens = in_.tokens;
    const auto first = tokens.token_at(c.count->span.begin), last = tokens.token_at(c.count->span.end);
    const auto role = [&](std::size_t k) {
      const auto match = in_.know.harm.clause_at.longest_at(tokens, k);
      return match ? in_.know.harm.clause[match.value] : ClauseWord::kNone;
    };
    const auto defines = [&](ClauseWord w) { return w == ClauseWord::kThe || w == ClauseWord::kPossessive || w == ClauseWord::kThose; };
    if (first > 0 && defines(role(first - 1))) return false;
    return last + 1 >= tokens.size() || !(role(last) == ClauseWord::kOf && defines(role(last + 1)));
  }

  // "three members of the Merro family": some of the dead, where all were told before.
  bool is_of_family(const Claim& c) const {
    const auto& tokens = in_.tokens;
    const auto from = tokens.token_at(c.count->span.end);
    for (auto k = from; k < tokens.size() && k < from + 8 && tokens.tokens[k].span.begin < c.sentence.end; ++k)
      if (const auto noun = in_.know.harm.noun_at.longest_at(tokens, k); noun && in_.know.harm.nouns[noun.value].family) return true;
    return false;
  }

  // "Salma's three sons", "their two daughters": kin of those told.
  bool is_owned(const Claim& c) const {
    const auto first = in_.tokens.token_at(c.count->span.begin);
    if (first == 0 || first >= in_.tokens.size()) return false;
    if (in_.tokens.norm(first - 1) == "'s" || in_.tokens.norm(first - 1) == "'") return true;
    const auto match = in_.know.harm.clause_at.longest_at(in_.tokens, first - 1);
    return match && in_.know.harm.clause[match.value] == ClauseWord::kPossessive;
  }

  // "4 rebels were killed, two of them among the four killed"
  bool named_again(const Claim& c) const {
    const auto first = in_.tokens.token_at(c.count->span.begin);
    if (first == 0 || first >= in_.tokens.size()) return false;
    const auto match = in_.know.harm.clause_at.longest_at(in_.tokens, first - 1);
    return match && in_.know.harm.clause[match.value] == ClauseWord::kThe && matches_member(c);
  }

  // The figure so far is one for all: who is named after it is among them.
  bool all_told() const {
    const auto& first = *sum_.claims.front();
    return first.count->point.value_or(2) > 1 && side(first) != "state" && side(first) != "fighters" && tells_all(first);
  }

  // Further people are told near the others; far on, a long report goes through those already counted.
  bool soon_after(const Claim& c) const {
    const auto last = in_.tokens.sentence_at(sum_.claims.back()->sentence.begin);
    return in_.tokens.sentence_at(c.sentence.begin) <= last + kSoon;
  }

  // The toll, or "12 fatalities": a figure for all.
  bool is_toll(const Claim& c) const { return c.rule.ends_with(".toll") || c.rule == "killed.deaths.inside" || says(c, in_.know.harm.all_at); }

  bool repeats(const Sum& whole) const {
    return std::any_of(others_.begin(), others_.end(), [&](const Sum& s) { return s.point == whole.point; });
  }

  bool matches_member(const Claim& c) const {
    const auto same = [&](const Claim* d) { return size_of(*d->count) == size_of(*c.count) && !other_class(*d, c); };
    return std::any_of(sum_.claims.begin(), sum_.claims.end(), same);
  }

  static std::string side(const Claim& c) {
    for (const auto& g : c.victims.groups)
      if (g == "soldiers" || g == "police") return "state";
    if (c.victims.status == VictimStatus::kCombatant) return "fighters";
    if (c.victims.status == VictimStatus::kCivilian) return "civilians";
    return "";
  }

  static bool other_class(const Claim& a, const Claim& b) {
    const auto x = side(a), y = side(b);
    return !x.empty() && !y.empty() && x != y;
  }

  // Dead of another side than all those counted so far are further dead.
  bool is_other_side(const Claim& c) const {
    return std::all_of(sum_.claims.begin(), sum_.claims.end(), [&](const Claim* d) { return other_class(*d, c); });
  }

  // One person with "the", "his" or a name has most likely been counted.
  bool known_single(const Claim& c) const {
    if (c.count->point != 1 || c.count->high != 1) return false;
    const auto& tokens = in_.tokens;
    const auto first = tokens.token_at(c.count->span.begin);
    if (first >= tokens.size()) return false;
    const auto match = in_.know.harm.clause_at.longest_at(tokens, first);
    if (!match) return c.count->span.size() > 4 && holds_name(c.count->span);
    const auto role = in_.know.harm.clause[match.value];
    return role == ClauseWord::kThe || role == ClauseWord::kPossessive;
  }

  // "Hadi Merro", "12-year-old Hadi", "wife Salma Merro"
  bool holds_name(Span span) const {
    const auto& tokens = in_.tokens;
    for (auto k = tokens.token_at(span.begin); k < tokens.size() && tokens.tokens[k].span.begin < span.end; ++k)
      if (tokens.tokens[k].capital && tokens.tokens[k].kind == TokenKind::kWord) return true;
    return false;
  }

  // "were also killed", "another", and at the head of the sentence "elsewhere", "in another": further people.
  bool says_more(const Claim& c) const {
    const auto& tokens = in_.tokens;
    const auto first = tokens.token_at(c.count->span.begin), last = tokens.token_at(c.span.end - 1);
    for (auto k = first > 2 ? first - 2 : 0; k <= last && k < tokens.size(); ++k)
      if (in_.know.harm.more_at.longest_at(tokens, k)) return true;
    const auto sentence = tokens.sentence_at(c.sentence.begin);
    return sentence < tokens.sentences.size() && static_cast<bool>(in_.know.harm.elsewhere_at.longest_at(tokens, tokens.sentences[sentence].first));
  }

  bool says(const Claim& c, const PhraseTable& words) const {
    const auto& tokens = in_.tokens;
    const auto sentence = tokens.sentence_at(c.sentence.begin);
    if (sentence >= tokens.sentences.size()) return false;
    for (auto k = tokens.sentences[sentence].first; k < tokens.sentences[sentence].last; ++k)
      if (words.longest_at(tokens, k)) return true;
    return false;
  }

  Total result() const {
    Total t;
    t.effect = effect_;
    t.incident = "main";
    const Sum* best = &sum_;
    if (toll_)
      for (const auto& other : others_)
        if (other.claims.size() == 1 && is_toll(*other.claims.front()) && other.point >= sum_.point && !holds(sum_, other)) best = &other;
    t.point = best->point;
    t.low = best->low;
    t.high = best->high;
    for (const auto& other : others_) {
      if (other.point * 3 < best->point * 2 || other.point > best->point * 3) continue;  // a part told on its own; a figure of something larger
      if (other.point < best->point && !other.interim && !is_some_of(*other.claims.front())) t.low = std::min(t.low.value_or(other.point), other.low.value_or(other.point));
      if (other.point > best->point) t.high = std::max({t.high.value_or(0), best->point, other.high.value_or(other.point)});
    }
    for (const auto* c : best->claims) t.claims.push_back(c->id);
    return t;
  }

  // Bodies seen and members of a family lost may be some of the dead only: they lower no total.
  bool is_some_of(const Claim& c) const { return c.unit == Unit::kBodies; }

  // "between four and five … a toll of four": the figure is within what was told first.
  static bool holds(const Sum& range, const Sum& figure) {
    return range.low && range.high && *range.low < *range.high && *range.low <= figure.point && figure.point <= *range.high;
  }

  // Harm told without a number: somebody, at least one.
  std::optional<Total> uncounted(const std::vector<Claim>& claims, const std::vector<Claim>& unquantified) const {
    const auto told = [&](const Claim& c) {
      return !c.background && (c.effect == effect_ || (effect_ == Effect::kKilled && c.effect == Effect::kKilledOrWounded && c.rule.starts_with("killed.wounded")));
    };
    if (std::none_of(unquantified.begin(), unquantified.end(), told) && std::none_of(claims.begin(), claims.end(), told)) return std::nullopt;
    Total t;
    t.effect = effect_;
    t.incident = "main";
    t.low = 1;
    return t;
  }

  const FindInput& in_;
  Effect effect_;
  Sum sum_;
  std::vector<Sum> others_;  // other figures for the same people
  bool toll_ = false;
};

// "No one was hurt": a stated zero for the effect, where the report tells nobody harmed so.
std::optional<Total> stated_zero(const FindInput& in, Effect effect) {
  if (effect != Effect::kKilled && effect != Effect::kWounded) return std::nullopt;
  const auto& words = in.know.harm;
  for (std::size_t k = 0; k < in.tokens.size(); ++k) {
    const bool all = static_cast<bool>(words.zero_all_at.longest_at(in.tokens, k));
    if (!all && !(effect == Effect::kKilled && words.zero_killed_at.longest_at(in.tokens, k))) continue;
    Total zero;
    zero.effect = effect;
    zero.low = zero.high = zero.point = 0;
    zero.incident = "main";
    return zero;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Total> find_totals(const FindInput& in, const std::vector<Claim>& claims, const std::vector<Claim>& unquantified) {
  std::vector<Total> out;
  for (const auto effect : {Effect::kKilled, Effect::kWounded, Effect::kKilledOrWounded, Effect::kMissing, Effect::kDetained, Effect::kAbducted,
                            Effect::kDisplaced, Effect::kAffected})
    if (auto total = EffectTotal(in, effect).run(claims, unquantified)) {
      auto each = totals_by_incident(*total, claims);
      out.push_back(std::move(*total));
      std::move(each.begin(), each.end(), std::back_inserter(out));
    } else if (auto zero = stated_zero(in, effect)) {
      out.push_back(std::move(*zero));
    }
  return out;
}

}  // namespace attest
