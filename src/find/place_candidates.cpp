#include "find/place_candidates.h"

#include <algorithm>
#include <set>
#include <string>

namespace attest {
namespace {

constexpr double kTaken = 0, kDoubtful = -1.2;
constexpr std::uint32_t kMostCaseless = 3;  // words

// Weights of what surrounds a name, added up; fitted by hand on reports of several kinds, see docs/quality.md.
namespace weight {
constexpr double kCountry = 3, kProvince = 1.5, kLarge = 1.2, kMiddling = 0.4, kSmall = -0.6, kSeveralWords = 1.2;
constexpr double kPreposition = 2, kWeakPreposition = 0.9, kClassWord = 3, kCompass = 1.5, kContained = 3, kInList = 1.2,
                 kKnownHere = 1.2;
constexpr double kCommonWord = -2.5, kGivenName = -1.2, kTitle = -4, kNameBefore = -3.5, kNameAfter = -2.5,
                 kOrganisationAfter = -0.5;
constexpr double kSurname = -4, kSpeech = -1.5, kSentenceStart = -0.3, kUnknownName = -1.8, kOwnClassWord = 2;
}  // namespace weight

class Scan {
 public:
  explicit Scan(const FindInput& in) : in_(in), tokens_(in.tokens), words_(in.know.place_words.at(in.tokens)) {}

  std::vector<PlaceCandidate> run() {
    for (const auto& sentence : tokens_.sentences) {
      begin_ = sentence.first;
      end_ = sentence.last;
      shouting_ = is_shouting();
      note_names();
      for (std::uint32_t i = begin_; i < end_;) i = take_at(i);
    }
    link_containers();
    for (auto& c : out_) weigh(c);
    spread_classes();
    weigh_repeats();
    for (auto& c : out_) c.doubtful = c.places.empty() && c.weight <= kTaken && c.weight > kDoubtful;
    out_.erase(
        std::remove_if(out_.begin(), out_.end(), [](const PlaceCandidate& c) { return c.weight <= kTaken && !c.doubtful; }),
        out_.end());
    relink();
    return std::move(out_);
  }

 private:
  const Token& token(std::uint32_t i) const { return tokens_.tokens[i]; }
  bool is(std::uint32_t i, PlaceRole role) const { return words_[i].is(role); }
  bool norm_is(std::uint32_t i, std::string_view text) const { return i >= begin_ && i < end_ && tokens_.norm(i) == text; }
  bool is_hyphen(std::uint32_t i) const {
    return i < end_ && token(i).span.size() == 1 && tokens_.norm(i) == "-" && !token(i).space_before;
  }
  bool is_word(std::uint32_t i) const { return i < end_ && token(i).kind == TokenKind::kWord; }
  bool is_name_word(std::uint32_t i) const { return is_word(i) && token(i).capital && !(shouting_ && is(i, PlaceRole::kCommon)); }
  bool is_caseless(std::uint32_t i) const {
    return is_word(i) && static_cast<unsigned char>(tokens_.norm(i)[0]) >= 0xD8;
  }  // Arabic and the like

  // A sentence in capitals shows no names by them.
  bool is_shouting() const {
    int words = 0, capitals = 0;
    for (auto i = begin_; i < end_; ++i) {
      words += is_word(i) && token(i).span.size() > 1;
      capitals += is_word(i) && token(i).all_capital;
    }
    return words >= 5 && capitals * 10 >= words * 8;
  }

  // A small word of a name: "al-", "de" between its capitals.
  bool is_particle(std::uint32_t i) const { return is_word(i) && is(i, PlaceRole::kParticle) && !token(i).capital; }

  // The capitals around [first, last): how far one name may reach.
  std::uint32_t run_begin(std::uint32_t first) const {
    auto i = first;
    while (i > begin_) {
      if (is_name_word(i - 1)) --i;
      else if (i >= begin_ + 2 && (is_hyphen(i - 1) || is_initial_dot(i - 1)) && is_name_word(i - 2)) i -= 2;
      else if (i >= begin_ + 2 && is_particle(i - 1) && is_name_word(i - 2)) --i;
      else break;
    }
    return i;
  }
  bool is_initial_dot(std::uint32_t i) const { return norm_is(i, ".") && !token(i).space_before; }
  std::uint32_t run_end(std::uint32_t last) const {
    auto i = last;
    while (i < end_) {
      if (is_name_word(i)) ++i;
      else if (i + 1 < end_ && (is_hyphen(i) || is_particle(i)) && is_name_word(i + 1)) i += 2;
      else if (i + 2 < end_ && is_particle(i) && is_hyphen(i + 1) && is_name_word(i + 2)) i += 3;
      else break;
    }
    return i;
  }

  // Last words of names of persons: "Karim Haddad, 31", "General Marlow"; later "Haddad" alone is no place.
  void note_names() {
    if (shouting_) return;
    for (auto i = begin_; i < end_; ++i) {
      if (!is_name_word(i) || (i > begin_ && is_name_word(i - 1))) continue;
      const auto stop = run_end(i);
      if (stop < i + 2) continue;
      auto begin = i;
      bool titled = false;
      while (begin < stop && is(begin, PlaceRole::kTitle)) ++begin, titled = true;
      const bool given = begin + 1 < stop && is(begin, PlaceRole::kGiven);
      const bool aged = stop + 1 < end_ && norm_is(stop, ",") && token(stop + 1).kind == TokenKind::kNumber;
      if ((titled && begin < stop) || given || (aged && stop - begin >= 2)) note_surname(tokens_.norm(stop - 1));
      i = stop - 1;
    }
  }

  // Whether the parse gives a person of the report this surname. One sign of two: towns are called like people too.
  bool is_surname(std::uint32_t i) const {
    return std::any_of(in_.parse.names.begin(), in_.parse.names.end(), [&](const ParsedName& name) {
      return name.kind == EntityKind::kPerson && name.last - name.first >= 2 && tokens_.norm(name.last - 1) == tokens_.norm(i);
    });
  }

  // "Karim Haddads brother", where a text has lost its apostrophes, is about Haddad.
  void note_surname(std::string_view name) {
    surnames_.insert(std::string(name));
    if (name.size() > 4 && name.back() == 's') surnames_.insert(std::string(name.substr(0, name.size() - 1)));
  }

  // Tries a candidate at token i; gives the token to go on from.
  std::uint32_t take_at(std::uint32_t i) {
    if (const auto end = take_region(i); end > i) return end;
    const bool article = i + 2 < end_ && is_particle(i) && is_hyphen(i + 1) && token(i + 2).capital;
    if (!is_word(i) || !(token(i).capital || article || is_caseless(i))) return i + 1;
    if (const auto actor = in_.know.actors.longest_at(tokens_, i);
        actor && (actor.length > 1 || (token(i).all_capital && actor.actor->kind != "government")))
      return i + actor.length;
    const auto limit = std::min(end_, std::max(run_end(i), article ? run_end(i + 2) : i + 1));
    const auto match = longest_name_at(in_.know.gazetteer, tokens_, i, is_caseless(i) ? end_ : limit);
    const auto rest = i + match.length;  // "Dar" of "Dar al-Izza" is half a name
    const bool half = match.length > 0 && rest + 2 < limit && is_particle(rest) && is_hyphen(rest + 1);
    if (match.length > 0 && !half && spelled_as_name(i, match)) {
      PlaceCandidate c;
      c.first = i;
      c.last = i + match.length;
      c.places = match.places;
      const auto adjective = [](const NamedPlace& p) { return p.kind == NameKind::kAdjective; };
      const auto wide = [&](const NamedPlace& p) {
        const auto precision = in_.know.gazetteer.at(p.place).precision;
        return !adjective(p) && (precision == Precision::kProvince || precision == Precision::kCountry);
      };
      c.adjective =
          std::any_of(c.places.begin(), c.places.end(), adjective) && std::none_of(c.places.begin(), c.places.end(), wide);
      c.places.erase(
          std::remove_if(c.places.begin(), c.places.end(), [&](const NamedPlace& p) { return adjective(p) != c.adjective; }),
          c.places.end());
      out_.push_back(std::move(c));
      return i + match.length;
    }
    if (take_possessive(i)) return i + 1;
    return take_unknown(i, limit);
  }

  // "the coastal region", "the Syrian coast", "the country's west": with "the" before it, or a place that it is part of.
  std::uint32_t take_region(std::uint32_t i) {
    if (!is(i, PlaceRole::kArticle)) return i;
    auto j = i + 1;
    if (j + 2 < end_ && is(j, PlaceRole::kWhole) && norm_is(j + 1, "'s") && is(j + 2, PlaceRole::kCompass)) {
      j += 3;
      while (j < end_ && (is_hyphen(j) || is(j, PlaceRole::kCompass) || is(j, PlaceRole::kRegionNoun))) ++j;
    } else {
      const auto names = j;
      while (j < end_ && j < i + 6 &&
             (is_hyphen(j) || (is(j, PlaceRole::kCompass) && !is(j, PlaceRole::kRegionNoun)) || (is_word(j) && token(j).capital)))
        ++j;
      if (j >= end_ || !is(j, PlaceRole::kRegionNoun)) return i;
      for (auto k = names; k < j; ++k)
        if (token(k).capital && !is(k, PlaceRole::kCompass) && longest_name_at(in_.know.gazetteer, tokens_, k, j).length == 0)
          return i;
      while (j < end_ && is(j, PlaceRole::kRegionNoun)) ++j;
      if (norm_is(j, "of")) return i;  // "the coastal city of Orlat" is Orlat
    }
    PlaceCandidate c;
    c.first = i;
    c.last = j;
    c.region = true;
    out_.push_back(c);
    return j;
  }

  // "Syrias" where a text has lost its apostrophes: the name of a country with an s.
  bool take_possessive(std::uint32_t i) {
    const auto norm = tokens_.norm(i);
    if (norm.size() < 5 || norm.back() != 's' || !token(i).capital || is(i, PlaceRole::kCommon)) return false;
    std::vector<NamedPlace> found;
    in_.know.gazetteer.exact(norm.substr(0, norm.size() - 1), found);
    const auto country = [&](const NamedPlace& p) {
      return p.kind != NameKind::kAdjective && in_.know.gazetteer.at(p.place).precision == Precision::kCountry;
    };
    found.erase(std::remove_if(found.begin(), found.end(), [&](const NamedPlace& p) { return !country(p); }), found.end());
    if (found.empty()) return false;
    PlaceCandidate c;
    c.first = i;
    c.last = i + 1;
    c.cut = 1;
    c.places = std::move(found);
    out_.push_back(std::move(c));
    return true;
  }

  // Short names are letters of something else unless written as the name is: "US", not "us"; "KY" only after a comma.
  bool spelled_as_name(std::uint32_t i, const NameMatch& match) const {
    if (match.length > 1) return true;
    if (is(i, PlaceRole::kArticle) || (i == begin_ && is(i, PlaceRole::kPreposition))) return false;
    if (is(i, PlaceRole::kCompass) && !(i + 1 < end_ && is(i + 1, PlaceRole::kClass) && token(i + 1).capital)) return false;
    const auto norm = tokens_.norm(i);
    const auto letters = static_cast<std::size_t>(std::count_if(norm.begin(), norm.end(), [](char c) { return c != '.'; }));
    if (letters <= 1) return false;
    if (letters > 2 || !token(i).all_capital) return letters > 2;
    const auto place = in_.know.gazetteer.at(match.places[0].place);
    if (place.precision == Precision::kCountry) return !shouting_ || norm.size() > letters;
    return i > begin_ && (norm_is(i - 1, ",") || norm.size() > letters);
  }

  // A name that the gazetteer does not have, which its surroundings show to be a place.
  std::uint32_t take_unknown(std::uint32_t i, std::uint32_t limit) {
    if (shouting_) return i + 1;
    if (is_caseless(i)) return take_caseless(i);
    auto last = i;
    const auto ends = [&](std::uint32_t j) {
      if (j > i && is_word(j) && token(j).all_capital && token(j).span.size() > 1) return true;
      return is_word(j) && (is(j, PlaceRole::kOrganisation) || (is(j, PlaceRole::kClass) && !token(j).capital));
    };
    while (last < limit && !ends(last)) ++last;
    while (last > i && !is_word(last - 1)) --last;
    if (last == i || run_begin(i) < i || (last == i + 1 && (token(i).all_capital || is(i, PlaceRole::kClass)))) return i + 1;
    if (is(i, PlaceRole::kArticle) || is(i, PlaceRole::kWeakPreposition) ||
        (is(i, PlaceRole::kCommon) && !is(i, PlaceRole::kParticle)) || is(i, PlaceRole::kTitle) || is(i, PlaceRole::kGiven) ||
        is(i, PlaceRole::kCompass) || is(i, PlaceRole::kPreposition))
      return i + 1;
    PlaceCandidate c;
    c.first = i;
    c.last = last;
    if (c.last - c.first == 1 && is(i, PlaceRole::kParticle)) return last;
    out_.push_back(c);
    return last;
  }

  // A few words of another script after a word that leads to a place: their spelling may be that of one.
  std::uint32_t take_caseless(std::uint32_t i) {
    auto last = i;
    while (last < end_ && is_caseless(last)) ++last;
    const bool led = i > begin_ && (is(i - 1, PlaceRole::kPreposition) || is(i - 1, PlaceRole::kClass) ||
                                    (norm_is(i - 1, "of") && i > begin_ + 1 && is(i - 2, PlaceRole::kClass)));
    if (!led || last - i > kMostCaseless) return last;
    PlaceCandidate c;
    c.first = i;
    c.last = last;
    out_.push_back(c);
    return last;
  }

  // "Jableh, Latakia", "Athens, Ga.", "Orlat (Sarrath)": the second may hold the first. Decided when places are chosen.
  void link_containers() {
    for (std::size_t i = 0; i + 1 < out_.size(); ++i) {
      auto& c = out_[i];
      const auto& next = out_[i + 1];
      const auto gap = next.first - c.last;
      const bool comma = gap == 1 && (tokens_.norm(c.last) == "," || tokens_.norm(c.last) == "(");
      const bool in = gap == 1 && tokens_.norm(c.last) == "in";
      if ((comma || in) && !next.adjective && !next.places.empty() && holds(next, c)) c.container = i + 1;
    }
  }

  bool holds(const PlaceCandidate& outer, const PlaceCandidate& inner) const {
    const auto& g = in_.know.gazetteer;
    for (const auto& o : outer.places) {
      const auto out = g.at(o.place);
      if (out.precision != Precision::kCountry && out.precision != Precision::kProvince) continue;
      for (const auto& i : inner.places) {
        const auto place = g.at(i.place);
        if (place.country != out.country || place.precision == Precision::kCountry) continue;
        if (out.precision == Precision::kCountry || place.admin1 == out.admin1) return true;
      }
    }
    return false;
  }

  // What stands before: compass words and articles are walked over.
  void weigh_before(PlaceCandidate& c) {
    auto i = c.first;
    const auto start = begin_;
    while (i > start &&
           (is(i - 1, PlaceRole::kCompass) || is(i - 1, PlaceRole::kArticle) || is_hyphen(i - 1) || norm_is(i - 1, "\""))) {
      if (is(i - 1, PlaceRole::kCompass)) c.weight += weight::kCompass;
      --i;
    }
    if (i == start) {
      c.weight += weight::kSentenceStart;
      return;
    }
    const auto before = i - 1;
    if (norm_is(before, "of") && before > start && is(before - 1, PlaceRole::kClass)) {
      c.weight += weight::kClassWord;
      c.wanted = words_[before - 1].precision;
      c.located_by_words = true;
    } else if (is(before, PlaceRole::kPreposition)) {
      c.weight += weight::kPreposition;
      c.located_by_words = true;
    } else if (is(before, PlaceRole::kClass) && !token(before).capital) {
      c.weight += weight::kClassWord / 2;
      c.located_by_words = true;
    } else if (is(before, PlaceRole::kWeakPreposition)) {
      c.weight += weight::kWeakPreposition;
    } else if (is(before, PlaceRole::kTitle)) {
      c.weight += c.adjective ? 0 : weight::kTitle;
    }
  }

  void weigh_after(PlaceCandidate& c) {
    auto i = c.last;
    if (i < end_ && (norm_is(i, "'s") || norm_is(i, "'"))) ++i;
    if (i >= end_) return;
    if (is(i, PlaceRole::kCompass) && i + 1 < end_ && is(i + 1, PlaceRole::kClass)) ++i;
    const bool next_to = i == c.last || !token(i).capital;
    if (is(i, PlaceRole::kClass) && next_to && !c.adjective) {
      c.weight += weight::kClassWord;
      c.wanted = words_[i].precision;
      c.located_by_words = true;
    } else if (is(i, PlaceRole::kEvent) && !token(i).capital && !c.adjective && !c.places.empty()) {
      c.weight += weight::kPreposition;
    } else if (i == c.last && is(i, PlaceRole::kSpeech) && !c.located_by_words) {
      c.weight += weight::kSpeech;
    }
  }

  // Capitals directly beside it belong to one name with it.
  void weigh_neighbours(PlaceCandidate& c) {
    if (shouting_) return;
    const auto begin = run_begin(c.first), end = run_end(c.last);
    bool before = false;
    for (auto i = begin; i < c.first; ++i)
      before |= is_word(i) && !is(i, PlaceRole::kCompass) && !is(i, PlaceRole::kPreposition) &&
                !is(i, PlaceRole::kWeakPreposition) && !is(i, PlaceRole::kArticle) && !is(i, PlaceRole::kClass) &&
                !(i == begin_ && is(i, PlaceRole::kCommon)) && !belongs_to_adjective(i);
    if (before) c.weight += c.adjective ? 0 : weight::kNameBefore;
    if (end > c.last && !c.adjective && token(c.last).capital && token(c.last).space_before && !ends_name(c)) {
      bool organisation = false;
      for (auto i = c.last; i < end; ++i) organisation |= is(i, PlaceRole::kOrganisation);
      const bool class_word = is(c.last, PlaceRole::kClass);
      if (organisation) {
        c.in_name = true;
        c.weight += weight::kOrganisationAfter;
      } else if (!class_word) {
        c.weight += weight::kNameAfter;
      }
    }
  }
  // A day, a month or an agency's letters after a place begin something else: "in Orlat AFP Tuesday".
  bool ends_name(const PlaceCandidate& c) const {
    return is(c.last, PlaceRole::kCommon) ||
           (token(c.last).all_capital && token(c.last).span.size() > 1 && !token(c.last - 1).all_capital);
  }

  bool belongs_to_adjective(std::uint32_t i) const {
    return std::any_of(out_.begin(), out_.end(),
                       [i](const PlaceCandidate& c) { return (c.adjective || c.cut > 0) && c.first <= i && i < c.last; });
  }

  void weigh(PlaceCandidate& c) {
    if (c.region) {
      c.weight = c.located_by_words = true;
      return;
    }
    const auto& sentence = tokens_.sentences[tokens_.sentence_of(c.first)];
    begin_ = sentence.first;
    end_ = sentence.last;
    shouting_ = is_shouting();
    weigh_before(c);
    weigh_after(c);
    weigh_neighbours(c);
    if (c.container) c.weight += weight::kContained;
    weigh_name(c);
  }

  std::string key_of(const PlaceCandidate& c) const {
    std::string key;
    for (auto i = c.first; i < c.last; ++i) (key += tokens_.norm(i)) += ' ';
    return key;
  }

  // "the provinces of A, B and C", "A, B and C provinces": the class word tells of each.
  void spread_classes() {
    for (std::size_t k = 0; k < out_.size();) {
      std::size_t end = k + 1;
      while (end < out_.size() && listed(out_[end - 1].last, out_[end].first)) ++end;
      const auto first = out_[k].first, last = out_[end - 1].last;
      const PlaceWord* of_all = nullptr;
      if (first >= 2 && words_[first - 2].is(PlaceRole::kPlural) && words_[first - 2].is(PlaceRole::kClass) && out_[k].wanted != Precision::kUnknown)
        of_all = &words_[first - 2];
      else if (last < words_.size() && words_[last].is(PlaceRole::kPlural) && out_[end - 1].wanted != Precision::kUnknown)
        of_all = &words_[last];
      for (std::size_t i = k; of_all && i < end; ++i)
        if (out_[i].wanted == Precision::kUnknown) out_[i].wanted = of_all->precision, out_[i].located_by_words = true;
      k = end;
    }
  }

  // Whether nothing but commas and "and" stand between two names.
  bool listed(std::uint32_t from, std::uint32_t to) const {
    if (to <= from || to - from > 2) return false;
    for (auto i = from; i < to; ++i)
      if (tokens_.norm(i) != "," && tokens_.norm(i) != "and") return false;
    return true;
  }

  // A name that words show to be a place once is one elsewhere in the report too.
  void weigh_repeats() {
    std::set<std::string> shown;
    for (const auto& c : out_)
      if (c.weight > kTaken && c.located_by_words) shown.insert(key_of(c));
    for (auto& c : out_)
      if (!c.located_by_words && !c.region && shown.count(key_of(c))) c.weight += weight::kKnownHere;
  }

  void weigh_name(PlaceCandidate& c) {
    if (c.places.empty()) {
      c.weight += weight::kUnknownName + (c.last - c.first > 1 && is(c.last - 1, PlaceRole::kClass) ? weight::kOwnClassWord : 0);
      return;
    }
    if (c.adjective) {  // "Turk said", of a report that names Volker Turk, tells of him; before a noun it tells of a people
      const bool before_noun = c.last < in_.parse.words.size() && (in_.parse.words[c.last].upos == Upos::kNoun || in_.parse.words[c.last].upos == Upos::kPropn);
      c.weight += !before_noun && is_surname(c.first) ? weight::kSurname : weight::kCountry;
      return;
    }
    double best = weight::kSmall;
    for (const auto& p : c.places) {
      const auto place = in_.know.gazetteer.at(p.place);
      const bool layered = in_.know.gazetteer.preferred(p.place);
      if (place.precision == Precision::kCountry || place.precision == Precision::kUnknown || layered)
        best = std::max(best, weight::kCountry);
      else if (place.precision == Precision::kProvince) best = std::max(best, weight::kProvince);
      else if (place.population >= 100000) best = std::max(best, weight::kLarge);
      else if (place.population >= 10000) best = std::max(best, weight::kMiddling);
    }
    c.weight += best;
    const bool several = c.last - c.first > 1;
    if (several) {
      c.weight += weight::kSeveralWords;
      return;
    }
    if (is(c.first, PlaceRole::kCommon) || is(c.first, PlaceRole::kCompass)) c.weight += weight::kCommonWord;
    if (is(c.first, PlaceRole::kGiven)) c.weight += weight::kGivenName;
    if (best < weight::kCountry && surnames_.count(std::string(tokens_.norm(c.first)))) c.weight += weight::kSurname;
  }

  // Containers by their new places in `out_`, after some are gone.
  void relink() {
    for (auto& c : out_) c.container.reset();
    link_containers();
  }

  const FindInput& in_;
  const Tokens& tokens_;
  std::vector<PlaceWord> words_;
  std::vector<PlaceCandidate> out_;
  std::set<std::string> surnames_;
  std::uint32_t begin_ = 0, end_ = 0;
  bool shouting_ = false;
};

}  // namespace

std::vector<PlaceCandidate> place_candidates(const FindInput& in) { return Scan(in).run(); }

}  // namespace attest
