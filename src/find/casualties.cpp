// From sentences to claims: each link between people and a harm word becomes a claim; then what only the whole tells is filled in.
#include <algorithm>
#include <iterator>

#include "find/accusations.h"
#include "find/draft_relations.h"
#include "find/finders.h"
#include "find/harm_links.h"
#include "find/harm_trace.h"
#include "find/means.h"
#include "find/measures.h"
#include "find/perpetrators.h"
#include "find/rolls.h"
#include "find/victims.h"

namespace attest {
namespace {

constexpr std::uint32_t kNear = 14;      // tokens between a day and the harm that it dates
constexpr std::int64_t kLongAgo = 30;  // days before the report's own

class CasualtyFinder {
 public:
  CasualtyFinder(HarmReading reading, const std::vector<Mention>& dates) : r_(std::move(reading)), tokens_(r_.in.tokens), dates_(dates) {}

  Casualties run() {
    for (std::size_t s = 0; s < tokens_.sentences.size(); ++s) read_sentence(s);
    add_rolls(r_, drafts_);
    std::stable_sort(drafts_.begin(), drafts_.end(), [](const ClaimDraft& a, const ClaimDraft& b) { return a.claim.count->span < b.claim.count->span; });
    part_by_sum(drafts_);
    tie_parts(drafts_);
    tie_rolls(drafts_);
    take_victims_told_before(tokens_, drafts_);
    inherit_means(drafts_);
    inherit_perpetrators();
    for (auto& draft : drafts_) out_.claims.push_back(std::move(draft.claim));
    return std::move(out_);
  }

 private:
  void read_sentence(std::size_t s) {
    const Sentence& sentence = tokens_.sentences[s];
    HarmSentence groups = read_groups(r_, sentence);
    if (r_.in.trace) trace_groups(r_, groups);
    auto links = link_harm(r_, groups, told_before(s));
    if (links.links.empty()) add_share(groups, links);
    if (links.links.empty() && links.uncounted.empty()) return;
    const auto means = means_beside(sentence, groups, links);
    const auto from = drafts_.size();
    for (auto link : links.links) {
      if (retreats(groups.groups[link.group], link)) continue;
      link.victims_first = groups.groups[link.group].first;
      drafts_.push_back(make_draft(s, groups.groups[link.group], link, means));
    }
    govern(from);
    bound_alternatives(from);
    for (const auto& link : links.uncounted)
      if (!tells_some(groups, links.uncounted, link, from)) add_uncounted(s, groups, link, means);
    inherit(from);
  }

  // "Rebel groups were expelled from the town": fighters who lose ground are not displaced people.
  bool retreats(const PeopleGroup& group, const HarmLink& link) const {
    return r_.harm(link.harm).effect == Effect::kDisplaced && group.kind != PeopleGroup::Kind::kNumbered &&
           describe_victims(r_, group).status == VictimStatus::kCombatant;
  }

  // The words of means in the sentence, but for those that name the people harmed: "the deaths of 12 gunmen".
  std::vector<MeansWord> means_beside(const Sentence& sentence, const HarmSentence& groups, const SentenceLinks& links) const {
    auto means = find_means(r_, sentence);
    std::erase_if(means, [&](const MeansWord& word) {
      const auto noun = r_.roles[word.token].noun;
      return noun >= 0 && r_.noun(noun).person && std::any_of(links.links.begin(), links.links.end(), [&](const HarmLink& l) {
               return groups.groups[l.group].first <= word.token && word.token < groups.groups[l.group].last;
             });
    });
    return means;
  }

  // The figure told last, where it stands in one of the sentences just before.
  ToldBefore told_before(std::size_t s) const {
    constexpr std::size_t kSoon = 2;
    ToldBefore out;
    for (auto i = drafts_.size(); i-- > 0 && s - drafts_[i].sentence <= kSoon;)
      if (!drafts_[i].part && drafts_[i].claim.count->point) {
        out.harm = drafts_[i].harm, out.size = *drafts_[i].claim.count->point;
        break;
      }
    if (drafts_.empty() || s - drafts_.back().sentence != 1) return out;
    const auto& last = drafts_.back();
    out.roll = last.group.named || possessive(last.group);
    out.part = last.part;
    out.roll_harm = last.harm;
    return out;
  }

  bool possessive(const PeopleGroup& g) const { return r_.clause(g.first) == ClauseWord::kPossessive; }

  // "Of those, 830 were civilians": a part of what was told last.
  void add_share(const HarmSentence& groups, SentenceLinks& links) const {
    if (drafts_.empty() || groups.first >= groups.last || r_.clause(groups.first) != ClauseWord::kPart || tokens_.norm(groups.first) != "of") return;
    for (std::uint32_t i = 0; i < groups.groups.size(); ++i) {
      const auto& g = groups.groups[i];
      if (g.kind != PeopleGroup::Kind::kNumbered || (g.thing && g.head == kNoToken)) continue;
      links.links.push_back({i, g.first, g.first + 1, drafts_.back().harm, "among", true});
      return;
    }
  }

  // "most of them civilians", "mostly women" after the group: mixed, or who they were.
  void read_mostly(const Sentence& sentence, const PeopleGroup& group, Victims& victims) const {
    Victims some;
    for (auto k = group.last; k < std::min(sentence.last, group.last + 6); ++k) {
      if (r_.clause(k) != ClauseWord::kMostly) continue;
      for (auto n = k + 1; n < std::min(sentence.last, k + 8); ++n) {
        const auto noun = r_.roles[n].noun;
        if (noun < 0) continue;
        PeopleGroup part;
        part.noun = noun;
        add_groups(r_, part, some);
      }
      return add_some(some, victims);
    }
  }

  // Groups of whom some are told of a whole: "20 people, including women and children". One alone would read as if all were: of "20 people,
  // including children" it is told apart.
  static void add_some(const Victims& some, Victims& whole) {
    if (whole.status == VictimStatus::kUnknown) whole.status = some.status;
    if (some.groups.size() < 2 && whole.groups.empty()) return;
    whole.groups.insert(whole.groups.end(), some.groups.begin(), some.groups.end());
    std::sort(whole.groups.begin(), whole.groups.end());
    whole.groups.erase(std::unique(whole.groups.begin(), whole.groups.end()), whole.groups.end());
  }

  ClaimDraft make_draft(std::size_t s, const PeopleGroup& group, const HarmLink& link, const std::vector<MeansWord>& means) {
    ClaimDraft draft;
    draft.group = group;
    draft.harm_token = link.first;
    draft.harm = link.harm;
    draft.sentence = s;
    draft.part = link.part;
    draft.among = link.how == "among";
    draft.claim = make_claim(s, group, link, means);
    return draft;
  }

  Claim make_claim(std::size_t s, const PeopleGroup& group, const HarmLink& link, const std::vector<MeansWord>& means) {
    const auto& word = r_.harm(link.harm);
    const auto& tokens = tokens_.tokens;
    Claim claim;
    const auto first = std::min(group.begin(), link.first), last = std::max(group.last, link.last);
    claim.span = {tokens[first].span.begin, tokens[last - 1].span.end};
    claim.sentence = tokens_.sentences[s].span;
    claim.effect = word.effect;
    claim.count = group.count;
    claim.victims = describe_victims(r_, group);
    read_mostly(tokens_.sentences[s], group, claim.victims);
    claim.unit = word.bodies || (group.harm >= 0 && r_.harm(group.harm).bodies) ? Unit::kBodies : Unit::kPersons;
    if (group.noun >= 0 && r_.noun(group.noun).family && !group.of_family) claim.unit = Unit::kFamilies;
    claim.means = means_of(r_, means, link.harm, link.first);
    claim.perpetrators = find_perpetrators(r_, tokens_.sentences[s], link);
    set_background(tokens_.sentences[s], link, claim);
    claim.rule = word.id + "." + std::string(link.how);
    if (word.may_be) claim.alternatives.push_back({"effect", std::string(name(*word.may_be)), "the word tells of both"});
    if (!link.doubt.empty()) claim.alternatives.push_back({link.part ? "part_of" : "count", "", std::string(link.doubt)});
    claim.confidence = r_.words.confidence.of(claim, link.part);
    return claim;
  }

  // A total of the war, something earlier than what the report newly tells, or the reason for it.
  void set_background(const Sentence& sentence, const HarmLink& link, Claim& claim) const {
    for (auto k = sentence.first; k < sentence.last; ++k) {
      const auto match = r_.words.background_at.longest_at(tokens_, k);
      if (!match) continue;
      const auto kind = r_.words.background[match.value];
      const auto ends = r_.clause(static_cast<std::uint32_t>(k + match.length - 1));
      const bool ahead = kind == HarmWords::Background::kTotal && (ends == ClauseWord::kHave || ends == ClauseWord::kPassive || ends == ClauseWord::kPassiveAny || ends == ClauseWord::kPassiveOne);
      constexpr std::uint32_t kSoon = 8;  // tokens
      if (ahead && (link.first < k || link.first > k + match.length + kSoon)) continue;  // "killed three in a war that has displaced a million"
      if (kind == HarmWords::Background::kReason && (link.how != "of" || k >= link.first || link.first - k > 8)) continue;
      if (kind == HarmWords::Background::kOften && claim.effect != Effect::kDetained) continue;  // a life told, no event
      claim.background = true;
      if (kind == HarmWords::Background::kTotal) claim.measure = Measure::kRunningTotal;
    }
    if (told_of_long_ago(sentence, link.first)) claim.background = true;
    if (claim.measure == Measure::kEvent) claim.measure = measure_of(r_, sentence, claim.effect, std::min(link.first, link.victims_first), link.last);
  }

  // All days that the sentence names lie well before the report's own.
  bool told_of_long_ago(const Sentence& sentence, std::uint32_t harm) const {
    const auto day = r_.in.report.published ? Date::parse(*r_.in.report.published) : std::nullopt;
    if (!day) return false;
    bool any = false;
    for (const auto& mention : dates_) {
      if (!sentence.span.contains(mention.span) || !mention.timex || !mention.timex->days.end) continue;
      if (mention.timex->days.end->days() + kLongAgo >= day->days()) return false;
      const auto token = static_cast<std::uint32_t>(tokens_.token_at(mention.span.begin));
      const bool aside = token > 0 && (tokens_.norm(token - 1) == "(" || tokens_.norm(token - 1) == "[");
      if (!aside && token + kNear >= harm && token <= harm + kNear) any = true;
    }
    return any;
  }

  // A modifier governs its list of three and more: "at least 745 civilians, 148 insurgents and 125 soldiers".
  void govern(std::size_t from) {
    for (auto i = from; i < drafts_.size();) {
      auto end = i + 1;
      while (end < drafts_.size() && drafts_[end].harm_token == drafts_[i].harm_token && !drafts_[end].part) ++end;
      const auto modifier = drafts_[i].claim.count->modifier;
      if (end - i >= 3 && (modifier == Modifier::kAtLeast || modifier == Modifier::kMoreThan))
        for (auto k = i + 1; k < end; ++k) {
          auto& count = *drafts_[k].claim.count;
          if (count.modifier == Modifier::kExact && count.point && drafts_[k].group.kind == PeopleGroup::Kind::kNumbered) count = modified_count(count.span, *count.point, modifier);
        }
      i = end;
    }
  }

  // "20 were hurt or missing": neither were more than 20.
  void bound_alternatives(std::size_t from) {
    for (auto i = from; i < drafts_.size(); ++i)
      for (auto k = i + 1; k < drafts_.size(); ++k) {
        Claim &a = drafts_[i].claim, &b = drafts_[k].claim;
        if (a.count->span != b.count->span || a.effect == b.effect || !a.count->point || a.count->modifier == Modifier::kVague) continue;
        const auto first = std::min(drafts_[i].harm_token, drafts_[k].harm_token), last = std::max(drafts_[i].harm_token, drafts_[k].harm_token);
        if (last < first + 2 || last > first + 3 || tokens_.norm(last - 1) != "or") continue;
        for (Claim* c : {&a, &b}) c->count = modified_count(c->count->span, *c->count->point, Modifier::kAtMost);
      }
  }

  // "including women and children" tells who the counted were. False where it is told as harm of its own.
  bool tells_some(const HarmSentence& groups, const std::vector<HarmLink>& uncounted, const HarmLink& link, std::size_t from) {
    if (!link.part || link.group == kNoToken) return false;
    for (auto i = drafts_.size(); i-- > from;) {
      if (drafts_[i].harm_token != link.first || drafts_[i].part) continue;
      Victims some;
      for (const auto& other : uncounted)
        if (other.part && other.first == link.first && other.group != kNoToken) add_groups(r_, groups.groups[other.group], some);
      const auto before = drafts_[i].claim.victims.groups.size();
      add_some(some, drafts_[i].claim.victims);
      return drafts_[i].claim.victims.groups.size() > before || some.groups.empty() || before > 1;
    }
    return false;
  }

  void add_uncounted(std::size_t s, const HarmSentence& groups, const HarmLink& link, const std::vector<MeansWord>& means) {
    PeopleGroup none;
    none.first = link.first;
    none.last = link.last;
    const auto& group = link.group == kNoToken ? none : groups.groups[link.group];
    out_.unquantified.push_back(make_claim(s, group, link, means));
    if (link.first < r_.in.parse.words.size() && r_.in.parse.words[link.first].upos == Upos::kNoun)
      keep_doers_after(link, out_.unquantified.back());
  }

  // "has not taken responsibility for the massacres": of a noun of harm only who stands right after it did it ("massacres by the
  // Front").
  void keep_doers_after(const HarmLink& link, Claim& claim) const {
    constexpr std::uint32_t kAfter = 4;  // tokens
    const auto end = tokens_.tokens[link.last - 1].span.end;
    const auto far = tokens_.tokens[std::min<std::size_t>(link.last + kAfter, tokens_.size() - 1)].span.begin;
    std::erase_if(claim.perpetrators, [&](const Perpetrator& p) { return p.span.begin < end || p.span.begin > far; });
  }

  void inherit(std::size_t from) {
    for (auto i = from + 1; i < drafts_.size(); ++i) {
      auto k = i - 1;
      while (k > from && drafts_[k].part && !drafts_[i].part) --k;
      inherit_victims(r_, drafts_[i].group, drafts_[k].claim.victims, drafts_[i].claim.victims);
      auto whole = i - 1;
      while (whole > from && drafts_[whole].part) --whole;
      name_as_whole(drafts_[whole], drafts_[i]);
    }
  }

  // "three children: Hadi, Salma and Sami": each is a child.
  void name_as_whole(const ClaimDraft& whole, ClaimDraft& part) const {
    const auto& g = whole.group;
    if (!part.part || !part.group.named || part.group.noun >= 0 || !part.claim.victims.groups.empty() || g.kind != PeopleGroup::Kind::kNumbered || g.noun < 0) return;
    if (r_.noun(g.noun).groups.size() == 1) part.claim.victims.groups = r_.noun(g.noun).groups;
  }

  // Who claims responsibility has it for what the report newly tells.
  void inherit_perpetrators() {
    const auto claimed = find_claimants(r_);
    const auto violent = [](Effect e) { return e == Effect::kKilled || e == Effect::kWounded || e == Effect::kKilledOrWounded; };
    for (auto& draft : drafts_) {
      if (!violent(draft.claim.effect) || !draft.claim.perpetrators.empty() || draft.claim.background ||
          draft.claim.measure != Measure::kEvent)
        continue;
      if (const auto* by = claimed.covering(static_cast<std::uint32_t>(draft.sentence)))
        draft.claim.perpetrators.push_back(by->who);
    }
  }

  HarmReading r_;
  const Tokens& tokens_;
  const std::vector<Mention>& dates_;
  std::vector<ClaimDraft> drafts_;
  Casualties out_;
};

}  // namespace

Casualties find_casualties(const FindInput& in, const std::vector<Mention>& dates, const std::vector<Mention>& places) {
  HarmReading reading = read_roles(in, dates, places);
  auto accusations = find_accusations(reading, places);
  Casualties out = CasualtyFinder(std::move(reading), dates).run();
  out.unquantified.insert(out.unquantified.end(), std::make_move_iterator(accusations.begin()),
                          std::make_move_iterator(accusations.end()));
  return out;
}

}  // namespace attest
