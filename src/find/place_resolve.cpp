#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "find/place_candidates.h"

namespace attest {
namespace {

constexpr std::size_t kMostOptions = 24;  // of one name; the rest are too small to be meant without a word for it
constexpr double kNearKm = 150;

// One place that a name may mean, with what speaks for it whatever the report.
struct Option {
  PlaceRef ref;
  Place place;
  double prior = 0;
};

double prior_of(const Place& place, NameKind kind, bool layered) {
  double out = std::log10(place.population + 300.0);
  switch (place.precision) {
    case Precision::kCountry: out += 5.5; break;
    case Precision::kUnknown: out += 5; break;
    case Precision::kProvince: out += 2.4; break;
    case Precision::kDistrict: out += 0.2; break;
    default: out += 0.35 * static_cast<double>(place.rank); break;
  }
  return out + (layered ? 4 : 0) - (kind == NameKind::kPrimary ? 0 : 0.3);
}

// All occurrences of one name in the report, which speak of one place unless a container says otherwise.
struct Name {
  std::vector<std::size_t> candidates;
  std::vector<Option> options;
  std::size_t best = 0;
};

class Resolver {
  using Shares = std::map<std::string_view, double>;

 public:
  Resolver(const FindInput& in, std::vector<PlaceCandidate>& candidates) : in_(in), candidates_(candidates) {}

  void run() {
    gather();
    for (int round = 0; round < 3; ++round) {
      weigh_countries();
      for (auto& [key, name] : names_) name.best = choose(name);
    }
    for (auto& [key, name] : names_)
      for (const auto i : name.candidates)
        if (!name.options.empty()) candidates_[i].chosen = name.options[name.best].ref;
    choose_by_container();
    find_near_spellings();
  }

 private:
  std::string key_of(const PlaceCandidate& c) const {
    std::string key;
    for (auto i = c.first; i < c.last; ++i) (key += in_.tokens.norm(i)) += ' ';
    return key += static_cast<char>('0' + static_cast<int>(c.wanted));
  }

  void gather() {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      auto& name = names_[key_of(candidates_[i])];
      name.candidates.push_back(i);
      if (name.candidates.size() > 1) continue;
      for (const auto& p : candidates_[i].places) {
        const auto place = in_.know.gazetteer.at(p.place);
        if (known(name, place)) continue;  // a dump and the shipped file have many rows in common
        double prior = prior_of(place, p.kind, in_.know.gazetteer.preferred(p.place));
        const auto wanted = candidates_[i].wanted;
        if (wanted != Precision::kUnknown && place.precision != Precision::kCountry) prior += place.precision == wanted ? 2.5 : 0;
        name.options.push_back({p.place, place, prior});
      }
      std::stable_sort(name.options.begin(), name.options.end(), [](const Option& a, const Option& b) { return a.prior > b.prior; });
      containers_first(name, candidates_[i]);
      if (name.options.size() > kMostOptions) name.options.resize(kMostOptions);
    }
  }

  static bool known(const Name& name, const Place& place) {
    return !place.id.empty() && std::any_of(name.options.begin(), name.options.end(), [&](const Option& o) { return o.place.id == place.id; });
  }

  // A small place that its container names must not be cut off.
  void containers_first(Name& name, const PlaceCandidate& c) const {
    if (!c.container) return;
    const auto& outer = candidates_[*c.container];
    for (auto& option : name.options)
      if (inside_any(option.place, outer)) option.prior += 6;
    std::stable_sort(name.options.begin(), name.options.end(), [](const Option& a, const Option& b) { return a.prior > b.prior; });
  }

  bool inside_any(const Place& place, const PlaceCandidate& outer) const {
    return std::any_of(outer.places.begin(), outer.places.end(), [&](const NamedPlace& o) { return inside(place, in_.know.gazetteer.at(o.place)); });
  }
  static bool inside(const Place& place, const Place& outer) {
    if (place.country != outer.country || place.precision == Precision::kCountry) return false;
    return outer.precision == Precision::kCountry || (outer.precision == Precision::kProvince && place.admin1 == outer.admin1);
  }

  // How much the report speaks of each country and region, from 0 to 1.
  void weigh_countries() {
    Shares countries, regions;
    double all = 0;
    for (const auto& [key, name] : names_) {
      if (name.options.empty()) continue;
      const auto& place = name.options[name.best].place;
      const auto n = 1 + std::log2(static_cast<double>(name.candidates.size()));
      const bool certain = place.precision == Precision::kCountry || name.options.size() == 1;
      const double weight = n * (certain ? 1.0 : 0.5);
      weights_[&name] = weight;
      all += weight;
      countries[place.country] += weight;
      if (place.precision != Precision::kCountry && !place.admin1.empty()) regions[place.admin1] += weight;
    }
    countries_.clear();
    regions_.clear();
    countries_ = std::move(countries);
    regions_ = std::move(regions);
    all_ = all;
  }

  // The share of `key` among the other names: a name must not vouch for itself.
  double share(const Shares& of, std::string_view key, const Name& self, std::string_view of_self) const {
    const auto it = of.find(key);
    if (it == of.end() || key.empty()) return 0;
    const auto own = weights_.find(&self);
    const double mine = own == weights_.end() ? 0 : own->second;
    return (it->second - (key == of_self ? mine : 0)) / std::max(all_ - mine, 1.0);
  }

  // Neighbours that other names most likely mean, at most three count.
  double near_others(const Option& option, const Name& self) const {
    int near = 0;
    for (const auto& [key, other] : names_) {
      if (&other == &self || other.options.empty()) continue;
      const auto& place = other.options[other.best].place;
      if (place.precision == Precision::kCountry || place.precision == Precision::kUnknown) continue;
      near += distance_km(option.place.latitude, option.place.longitude, place.latitude, place.longitude) < kNearKm;
      if (near == 3) break;
    }
    return near;
  }

  std::size_t choose(const Name& name) const {
    std::size_t best = 0;
    double best_score = -1e9;
    if (name.options.empty()) return 0;
    const Place& now = name.options[name.best].place;
    for (std::size_t i = 0; i < name.options.size(); ++i) {
      const auto& option = name.options[i];
      double score = option.prior + 5 * share(countries_, option.place.country, name, now.country);
      if (option.place.precision != Precision::kCountry) score += 3 * share(regions_, option.place.admin1, name, now.precision == Precision::kCountry ? "" : now.admin1) + 0.6 * near_others(option, name);
      if (score > best_score) best = i, best_score = score;
    }
    return best;
  }

  void choose_by_container() {
    for (auto& c : candidates_) {
      if (!c.container || !candidates_[*c.container].chosen) continue;
      const auto& name = names_[key_of(c)];
      const auto outer = in_.know.gazetteer.at(*candidates_[*c.container].chosen);
      const auto fits = [&](const Option& o) { return inside(o.place, outer); };
      const auto it = std::find_if(name.options.begin(), name.options.end(), fits);
      if (it != name.options.end()) c.chosen = it->ref;
    }
  }

  // The country that most of the report's places lie in; "" where none stands out.
  std::string_view main_country() const {
    std::string_view best;
    double most = 0.2 * all_;
    for (const auto& [code, weight] : countries_)
      if (weight > most && !code.empty()) best = code, most = weight;
    return best;
  }

  // A name that the gazetteer spells otherwise, or has only as a small place of another country.
  void find_near_spellings() {
    const auto country = main_country();
    if (country.empty()) return;
    std::map<std::string, std::optional<PlaceRef>> known;
    for (auto& c : candidates_) {
      if (c.region || c.adjective || c.container || !(c.places.empty() || small_abroad(c, country))) continue;
      const Span words{in_.tokens.tokens[c.first].span.begin, in_.tokens.tokens[c.last - 1].span.end};
      const std::string text(words.in(in_.text()));
      auto [it, fresh] = known.emplace(text, std::nullopt);
      if (fresh) {
        constexpr double kElsewhere = 0.85;  // where the report speaks of no other place of its region
        for (const NearPlace& near : in_.know.gazetteer.near(text, country, c.doubtful || !c.places.empty() ? 0.7 : 0.5)) {
          if (near.similarity < kElsewhere && !regions_.empty() && regions_.find(in_.know.gazetteer.at(near.place).admin1) == regions_.end()) continue;
          it->second = near.place;
          break;
        }
      }
      if (it->second) c.chosen = it->second;
    }
  }

  bool small_abroad(const PlaceCandidate& c, std::string_view country) const {
    if (!c.chosen) return false;
    const auto place = in_.know.gazetteer.at(*c.chosen);
    return place.precision == Precision::kSettlement && place.country != country && place.population < 50000;
  }

  const FindInput& in_;
  std::vector<PlaceCandidate>& candidates_;
  std::map<std::string, Name> names_;
  Shares countries_, regions_;
  std::map<const Name*, double> weights_;  // looked up only
  double all_ = 0;
};

}  // namespace

void resolve_places(const FindInput& in, std::vector<PlaceCandidate>& candidates) { Resolver(in, candidates).run(); }

}  // namespace attest
