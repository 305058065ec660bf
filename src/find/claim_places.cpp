// Where the counted people were harmed: the names in the claim's own clause, else those of its sentence, else the nearest words
// before that clearly say where the report stands.
#include <algorithm>
#include <map>
#include <span>

#include "find/finders.h"

namespace attest {
namespace {

// Names that stand together and say one where: "Jableh, Latakia", "Tartus, Hama and Homs".
struct Cluster {
  std::vector<std::size_t> mentions;  // in text order
  std::uint32_t first = 0, last = 0;  // tokens
  std::size_t sentence = 0;
  bool locative = false;              // "in", "near", "town of" before it, or a class word after
  bool origin = false;                // "from"
  bool actor = false;                 // says or does something: "Russia said", "Turkey's army", "Damascus-based"
  bool country_only = true;
  bool abroad = false;  // not in the country that the report is about
  bool region = false;  // "the coastal region"
  bool post = false;    // "a correspondent in"
};

constexpr std::size_t kTownReach = 4;        // sentences
constexpr std::uint32_t kMeetingReach = 10;  // tokens
constexpr std::uint32_t kTowardReach = 4;
constexpr std::uint32_t kRefugeReach = 9;
constexpr std::uint32_t kHolderReach = 8;

// Costs in tokens of distance; the cluster of least cost locates the claim.
namespace cost {
constexpr double kBefore = 1.3, kOtherClaim = 12, kComma = 2, kSemicolon = 8, kNotLocative = 6, kCountry = 8, kOrigin = 7,
                 kAbroad = 12, kTooMuch = 45, kTooMuchAbroad = 35, kFollows = -6;
constexpr std::uint32_t kFollowsWithin = 8;
}  // namespace cost

class ClaimPlaces {
 public:
  ClaimPlaces(const FindInput& in, const std::vector<Mention>& mentions, const std::vector<Claim>& claims)
      : in_(in), tokens_(in.tokens), mentions_(mentions), words_(in.know.place_words.at(in.tokens)) {
    for (const auto& c : claims) {
      counts_.push_back(c.count ? c.count->span : c.span);
      for (const auto& p : c.perpetrators) taken_.push_back(p.span);
    }
    find_country();
    make_clusters();
  }

  // `whole`: the claim that this one is a part of, already placed; nullptr where there is none.
  Claim place(Claim claim, const Claim* whole) const {
    const auto sentence = tokens_.sentence_at(claim.span.begin);
    const Choice choice = choose(claim, sentence, whole != nullptr);
    if (!choice.cluster && whole) return as_whole(std::move(claim), *whole);
    if (choice.cluster) {
      fill(claim, *choice.cluster, sentence);
      claim.place_rule = choice.rule;
    }
    return claim;
  }

 private:
  struct Choice {
    const Cluster* cluster = nullptr;
    std::string_view rule;
  };

  // The sieves, best first.
  Choice choose(const Claim& claim, std::size_t sentence, bool part) const {
    const Cluster* own = in_sentence(claim, sentence);
    const bool of_war =
        claim.background && (!own || own->country_only) && says(sentence, PlaceRole::kWar) && !says(sentence, PlaceRole::kEvent);
    if (const auto* country = of_war ? whole_country(sentence) : nullptr) return {country, "country_of_war"};
    if (own && !of_war) return {own, "sentence"};
    if (part) return {};
    if (const auto* town = names_town(sentence) ? last_town(sentence) : nullptr) return {town, "the_town"};
    if (const auto* region = says(sentence, PlaceRole::kWhole) ? last_before(sentence, sentence) : nullptr)
      return {region, "the_whole"};
    if (says_elsewhere(claim, sentence)) return {};
    if (const auto* near = last_before(sentence, 1)) return {near, "sentence_before"};
    if (const auto* far = in_sentence(claim, sentence, true)) return {far, "sentence"};
    const auto* first = in_context(sentence);
    return {first, first ? "report" : ""};
  }

  // A part of a total that names no place of its own lies where the total does.
  static Claim as_whole(Claim claim, const Claim& whole) {
    claim.places = whole.places;
    claim.place_spans = whole.place_spans;
    claim.located = whole.located;
    claim.extent = whole.extent;
    claim.place_rule = whole.places.empty() ? "" : "of_total";
    return claim;
  }

  // "the killing of men in other areas", "another witness said": near the harm, or where the sentence begins.
  bool says_elsewhere(const Claim& claim, std::size_t sentence) const {
    constexpr std::uint32_t kNear = 10;  // tokens
    const auto& s = tokens_.sentences[sentence];
    const auto from = token_of(claim.span.begin), to = token_of(claim.span.end - 1);
    for (auto i = s.first; i < s.last; ++i)
      if (is(i, PlaceRole::kElsewhere) && (i < s.first + 2 || (i + kNear > from && i < to + kNear))) return true;
    return false;
  }

  // "the town", "that village": a class of settlements with an article, which no name follows.
  bool names_town(std::size_t sentence) const {
    const auto& s = tokens_.sentences[sentence];
    for (auto i = s.first + 1; i < s.last; ++i) {
      const bool town = is(i, PlaceRole::kClass) && words_[i].precision == Precision::kSettlement && !tokens_.tokens[i].capital;
      if (town && (is(i - 1, PlaceRole::kArticle) || norm(i - 1) == "that") && norm(i + 1) != "of" &&
          !(i + 1 < s.last && tokens_.tokens[i + 1].capital))
        return true;
    }
    return false;
  }

  // The settlement last named before, whether or not anything was said to happen there.
  const Cluster* last_town(std::size_t sentence) const {
    for (auto it = clusters_.rbegin(); it != clusters_.rend(); ++it) {
      const auto at = it->sentence;
      if (at >= sentence || at + kTownReach < sentence || it->country_only || it->region || it->abroad) continue;
      const auto& located = mentions_[it->mentions.front()].located;
      if (located && located->precision <= Precision::kSettlement) return &*it;
    }
    return nullptr;
  }

  // Those of one sentence; they stand in text order.
  std::span<const Cluster> in(std::size_t sentence) const {
    const auto [first, last] = std::equal_range(clusters_.begin(), clusters_.end(), Cluster{{}, 0, 0, sentence},
                                                [](const Cluster& a, const Cluster& b) { return a.sentence < b.sentence; });
    return {first, last};
  }

  std::uint32_t token_of(std::uint32_t byte) const { return static_cast<std::uint32_t>(tokens_.token_at(byte)); }
  std::string_view norm(std::uint32_t i) const { return i < tokens_.size() ? tokens_.norm(i) : std::string_view(); }
  bool is(std::uint32_t i, PlaceRole role) const { return i < words_.size() && words_[i].is(role); }
  bool is_country(const Mention& m) const {
    return m.located && (m.located->precision == Precision::kCountry || m.located->precision == Precision::kUnknown);
  }

  bool usable(const Mention& m) const {
    if (m.type != MentionType::kPlace || m.adjective || m.part_of_name) return false;
    return std::none_of(taken_.begin(), taken_.end(), [&](Span s) { return s.overlaps(m.span); });
  }

  // The country that most places and adjectives of the report are of.
  void find_country() {
    std::map<std::string, int> counts;
    for (const auto& m : mentions_)
      if (m.located) ++counts[m.located->country];
    int most = 0;
    for (const auto& [code, n] : counts)
      if (n > most && !code.empty()) country_ = code, most = n;
  }

  void make_clusters() {
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      if (!usable(mentions_[i])) continue;
      const auto first = token_of(mentions_[i].span.begin), last = token_of(mentions_[i].span.end - 1) + 1;
      if (!clusters_.empty() && joined(clusters_.back().last, first)) {
        clusters_.back().mentions.push_back(i);
        clusters_.back().last = last;
      } else {
        clusters_.push_back({{i}, first, last, tokens_.sentence_of(first)});
      }
    }
    for (auto& c : clusters_) describe(c);
  }

  // Only commas, "and", articles, compass and class words between.
  bool joined(std::uint32_t last, std::uint32_t first) const {
    if (first - last > 6 || tokens_.sentence_of(last) != tokens_.sentence_of(first)) return false;
    for (auto i = last; i < first; ++i) {
      const bool link = norm(i) == "," || norm(i) == "and" || norm(i) == "in" || norm(i) == "of" || norm(i) == "'s" ||
                        norm(i) == "(" || norm(i) == ")" || norm(i) == "-" || is(i, PlaceRole::kArticle) ||
                        is(i, PlaceRole::kCompass) || is(i, PlaceRole::kClass);
      if (!link) return false;
    }
    return true;
  }

  void describe(Cluster& c) {
    const auto sentence_first = tokens_.sentences[c.sentence].first;
    auto i = c.first;
    while (i > sentence_first && (is(i - 1, PlaceRole::kCompass) || is(i - 1, PlaceRole::kArticle) || norm(i - 1) == "-")) --i;
    if (i > sentence_first) {
      const bool class_of = norm(i - 1) == "of" && i >= sentence_first + 2 && is(i - 2, PlaceRole::kClass);
      const bool event_on = is(i - 1, PlaceRole::kWeakPreposition) && i >= sentence_first + 2 && is(i - 2, PlaceRole::kEvent);
      c.locative = is(i - 1, PlaceRole::kPreposition) || class_of || event_on || is(i - 1, PlaceRole::kClass);
      c.origin = norm(i - 1) == "from" || toward(class_of ? i - 2 : i, sentence_first) || sheltered(i, sentence_first);
      c.post = i >= sentence_first + 2 && is(i - 1, PlaceRole::kPreposition) && is(i - 2, PlaceRole::kPost);
    }
    for (const auto m : c.mentions) c.country_only &= is_country(mentions_[m]);
    auto after = c.last;
    if (norm(after) == "'s" || norm(after) == "'") ++after;
    const bool joint = norm(after + 1) == "-";  // "state-run" tells no place
    c.locative |= (is(after, PlaceRole::kClass) && !joint) || is(after, PlaceRole::kCompass) ||
                  (is(after, PlaceRole::kEvent) && !c.country_only);
    const bool based = norm(c.last) == "-" && norm(c.last + 1) == "based";
    c.region = is(c.first, PlaceRole::kArticle);
    const bool subject = i == sentence_first && !c.locative && norm(c.last) != ":";
    const bool speaks = is(c.last, PlaceRole::kSpeech);
    c.actor = based || (!c.locative && !c.region && (speaks || c.country_only || subject || after > c.last));
    for (const auto m : c.mentions)
      c.abroad |= mentions_[m].located && !country_.empty() && !mentions_[m].located->country.empty() &&
                  mentions_[m].located->country != country_;
    c.actor |= (c.abroad && held_at(c, sentence_first));
    c.locative |= i > sentence_first && is(i - 1, PlaceRole::kBeyond);
  }

  // "towards Orlat", "towards the rebel bastion of Orlat".
  bool toward(std::uint32_t at, std::uint32_t sentence_first) const {
    for (auto i = at; i > sentence_first && at - i < kTowardReach; --i) {
      if (is(i - 1, PlaceRole::kToward)) return true;
      if (is(i - 1, PlaceRole::kPreposition) || norm(i - 1) == ",") return false;
    }
    return false;
  }

  // "sought refuge at the base in Orlat": where people are safe is not where they were harmed, unless the sentence tells of an attack.
  bool sheltered(std::uint32_t at, std::uint32_t sentence_first) const {
    if (says(tokens_.sentence_of(at), PlaceRole::kEvent)) return false;
    for (auto i = at; i > sentence_first && at - i < kRefugeReach && norm(i - 1) != ","; --i)
      if (is(i - 1, PlaceRole::kRefuge)) return true;
    return false;
  }

  // A meeting or a vote stands before the place.
  bool held_at(const Cluster& c, std::uint32_t sentence_first) const {
    for (auto i = c.first; i > sentence_first && i + kMeetingReach > c.first; --i)
      if (is(i - 1, PlaceRole::kMeeting)) return true;
    return false;
  }

  double distance(const Cluster& c, Span span) const {
    const auto first = token_of(span.begin), last = token_of(span.end - 1) + 1;
    if (c.first < last && first < c.last) return 0;
    const auto from = std::min(c.last, last), to = std::max(c.first, first);
    double out = to - from;
    if (c.last <= first) out *= cost::kBefore;
    for (auto i = from; i < to; ++i) {
      if (norm(i) == ",") out += cost::kComma;
      else if (norm(i) == ";") out += cost::kSemicolon;
    }
    return out;
  }

  // Counts of other claims between: their place is rather theirs.
  double others_between(const Cluster& c, Span span) const {
    const Span place{tokens_.tokens[c.first].span.begin, tokens_.tokens[c.last - 1].span.end};
    const Span between{std::min(place.end, span.end), std::max(place.begin, span.begin)};
    const auto n = std::count_if(counts_.begin(), counts_.end(),
                                 [&](Span other) { return !span.overlaps(other) && between.contains(other); });
    return cost::kOtherClaim * static_cast<double>(n);
  }

  // "40 in Orlat": nothing is nearer to a count.
  bool follows(const Cluster& c, Span span) const {
    const auto last = token_of(span.end - 1) + 1;
    return c.locative && c.first >= last && c.first - last <= cost::kFollowsWithin && others_between(c, span) == 0;
  }

  // `far`: however far it stands, where nothing else tells; but not what is said of a country or lies abroad.
  const Cluster* in_sentence(const Claim& claim, std::size_t sentence, bool far = false) const {
    const Cluster* best = nullptr;
    double least = 1e9;
    const Span span = claim.count ? claim.count->span : claim.span;
    for (const auto& c : in(sentence)) {
      if (c.actor || (far && (c.country_only || c.abroad || c.origin))) continue;
      double cost = distance(c, span);
      cost += (c.locative ? 0 : cost::kNotLocative) + (c.country_only ? cost::kCountry : 0) + (c.origin ? cost::kOrigin : 0) +
              (c.abroad ? cost::kAbroad : 0);
      if (!far && cost > (c.abroad ? cost::kTooMuchAbroad : cost::kTooMuch)) continue;
      cost += others_between(c, span) + (follows(c, span) ? cost::kFollows : 0);
      if (cost < least) best = &c, least = cost;
    }
    return best;
  }

  // A word of the role in lower case, after "the" or not.
  bool says(std::size_t sentence, PlaceRole role) const {
    const auto& s = tokens_.sentences[sentence];
    for (auto i = s.first; i < s.last; ++i)
      if (is(i, role) && !tokens_.tokens[i].capital &&
          (role != PlaceRole::kWhole || (i > s.first && is(i - 1, PlaceRole::kArticle))))
        return true;
    return false;
  }

  // The country of the report as the sentence names it, else as the report first does.
  const Cluster* whole_country(std::size_t sentence) const {
    const Cluster* first = nullptr;
    for (const auto& c : clusters_) {
      if (!c.country_only || c.abroad) continue;
      if (c.sentence == sentence) return &c;
      if (!first) first = &c;
    }
    return first;
  }

  // The last place finer than a country in the `reach` sentences before.
  const Cluster* last_before(std::size_t sentence, std::size_t reach) const {
    for (auto it = clusters_.rbegin(); it != clusters_.rend(); ++it) {
      const auto at = it->sentence;
      if (at < sentence && at + reach >= sentence && it->locative && !it->region && !it->country_only && !it->actor &&
          !it->origin && !it->post && !it->abroad)
        return &*it;
    }
    return nullptr;
  }

  // What a picture shows: its paragraph ends with a credit, "(Birk Press via Dolen Images)".
  bool is_caption(std::size_t sentence) const {
    constexpr std::uint32_t kCreditReach = 10;
    auto end = sentence;
    while (end + 1 < tokens_.sentences.size() && tokens_.sentences[end + 1].paragraph == tokens_.sentences[sentence].paragraph) ++end;
    const std::uint32_t last = tokens_.sentences[end].last, first = tokens_.sentences[sentence].first;
    if (last == 0 || norm(last - 1) != ")") return false;
    bool credit = false;
    for (auto i = last - 1; i-- > first && last - i < kCreditReach;) {
      credit |= is(i, PlaceRole::kCredit);
      if (norm(i) == "(") return credit;
    }
    return false;
  }

  // The place that the report opens with: what it tells without a place mostly happened there.
  const Cluster* in_context(std::size_t sentence) const {
    const Cluster* country = nullptr;
    for (const auto& c : clusters_) {
      const auto at = c.sentence;
      if (c.actor || c.origin || c.post || c.abroad || at > sentence + 1 || is_caption(at)) continue;
      if (!c.country_only) return &c;
      if (!country) country = &c;
    }
    return country;
  }

  static bool finer(const Mention& a, const Mention& b) {
    const auto rank = [](const Mention& m) {
      return m.located ? (m.located->precision == Precision::kUnknown ? 6 : static_cast<int>(m.located->precision)) : 2;
    };
    return rank(a) < rank(b);
  }

  // "beyond Orlat" is not Orlat alone: the word stays with the name.
  Span with_beyond(Span name) const {
    const auto first = token_of(name.begin);
    if (first == 0 || !is(first - 1, PlaceRole::kBeyond)) return name;
    return {tokens_.tokens[first - 1].span.begin, name.end};
  }

  void fill(Claim& claim, const Cluster& cluster, std::size_t sentence) const {
    auto chosen = cluster.mentions;
    add_containing(chosen, sentence);
    std::stable_sort(chosen.begin(), chosen.end(),
                     [&](std::size_t a, std::size_t b) { return finer(mentions_[a], mentions_[b]); });
    std::size_t finest = 0;
    for (const auto i : chosen) {
      const Mention& m = mentions_[i];
      const Span span = with_beyond(m.span);
      const std::string text(span.in(in_.text()));
      if (std::find(claim.places.begin(), claim.places.end(), text) != claim.places.end()) continue;
      claim.places.push_back(text);
      claim.place_spans.push_back(span);
      if (m.located) claim.located.push_back(*m.located);
      finest += !finer(mentions_[chosen[0]], m);
    }
    claim.extent = finest > 1 ? Extent::kTogether : Extent::kWithin;
  }

  // Places of the claim's sentence that hold the chosen ones: "in Jableh … Latakia province".
  void add_containing(std::vector<std::size_t>& chosen, std::size_t sentence) const {
    const auto finest = *std::min_element(chosen.begin(), chosen.end(),
                                          [&](std::size_t a, std::size_t b) { return finer(mentions_[a], mentions_[b]); });
    const auto& inner = mentions_[finest].located;
    if (!inner) return add_told_container(chosen, finest);
    for (const auto& c : in(sentence)) {
      if (c.actor) continue;
      for (const auto i : c.mentions) {
        const auto& outer = mentions_[i].located;
        const bool holds = outer && finer(mentions_[finest], mentions_[i]) && outer->country == inner->country &&
                           (outer->precision == Precision::kCountry ||
                            (outer->precision == Precision::kProvince && outer->admin1 == inner->admin1));
        if (holds && std::find(chosen.begin(), chosen.end(), i) == chosen.end()) chosen.push_back(i);
      }
    }
  }

  // A village that the gazetteer lacks lies where the report once says so: "Derwash village in the Orlavian province of Orlat".
  void add_told_container(std::vector<std::size_t>& chosen, std::size_t finest) const {
    const auto same = [&](const Mention& m) {
      return fold_phrase(m.span.in(in_.text())) == fold_phrase(mentions_[finest].span.in(in_.text()));
    };
    if (mentions_[finest].type != MentionType::kPlace ||
        std::any_of(chosen.begin(), chosen.end(), [&](std::size_t i) { return mentions_[i].located.has_value(); }))
      return;
    for (const auto& m : mentions_) {
      if (!same(m)) continue;
      const auto after = token_of(m.span.end - 1) + 1;
      for (const auto& c : clusters_) {
        const auto& outer = mentions_[c.mentions.front()].located;
        const bool near =
            c.first >= after && c.first - after <= kHolderReach && c.sentence == tokens_.sentence_of(after - 1);
        if (!near || !c.locative || c.origin || !outer || outer->precision <= Precision::kSettlement ||
            outer->precision == Precision::kCountry)
          continue;
        if (!only_class_words(after, c.first)) continue;
        chosen.push_back(c.mentions.front());
        return;
      }
    }
  }

  bool only_class_words(std::uint32_t from, std::uint32_t to) const {
    for (auto i = from; i < to; ++i) {
      const bool adjective = std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& m) {
        return m.adjective && m.span.overlaps(tokens_.tokens[i].span);
      });
      const bool link = adjective || norm(i) == "," || norm(i) == "of" || norm(i) == "'s" || is(i, PlaceRole::kPreposition) ||
                        is(i, PlaceRole::kArticle) || is(i, PlaceRole::kCompass) || is(i, PlaceRole::kClass);
      if (!link) return false;
    }
    return true;
  }

  const FindInput& in_;
  const Tokens& tokens_;
  const std::vector<Mention>& mentions_;
  std::vector<PlaceWord> words_;
  std::vector<Span> counts_, taken_;
  std::vector<Cluster> clusters_;
  std::string country_;
};

}  // namespace

std::vector<Claim> place_claims(const FindInput& in, const std::vector<Mention>& place_mentions, std::vector<Claim> claims) {
  if (claims.empty()) return claims;
  const ClaimPlaces places(in, place_mentions, claims);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim* whole = nullptr;
    for (std::size_t j = 0; j < i && claims[i].part_of && !whole; ++j)
      if (claims[j].id == *claims[i].part_of) whole = &claims[j];
    claims[i] = places.place(std::move(claims[i]), whole);
  }
  return claims;
}

}  // namespace attest
