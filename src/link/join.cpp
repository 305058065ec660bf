#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "link/incidents.h"

namespace attest {
namespace {

constexpr std::size_t kBucket = 48;  // candidates of one key that are looked at, the latest first
constexpr int kRounds = 3;
constexpr std::int64_t kShortDays = 14;  // longer windows are indexed by week
constexpr double kCell = 0.25;           // degrees

std::uint64_t key(char kind, std::int64_t time, std::uint64_t what) {
  const std::int64_t parts[] = {kind, time, static_cast<std::int64_t>(what)};
  return hash64({reinterpret_cast<const char*>(parts), sizeof parts});
}

std::uint64_t cell(double latitude, double longitude) {
  const auto x = std::lround(std::floor(latitude / kCell)), y = std::lround(std::floor(longitude / kCell));
  return static_cast<std::uint64_t>((x + 100'000) * 1'000'000 + (y + 100'000));
}

// The days or weeks of a window, widened by a day; none where it is unknown.
std::vector<std::int64_t> times(const Window& w, bool weeks) {
  if (!w.known()) return {};
  const std::int64_t last = w.last.value_or(*w.first), first = w.first.value_or(last - 7);
  std::vector<std::int64_t> out;
  const std::int64_t from = weeks ? (first - 1) / 7 : first - 1, to = weeks ? (last + 1) / 7 : last + 1;
  for (std::int64_t t = from; t <= to && out.size() < 20; ++t) out.push_back(t);
  return out;
}

struct Keys {
  std::vector<std::uint64_t> own;    // under which a group is stored
  std::vector<std::uint64_t> probe;  // under which it looks for others
};

// Keys of `d` days and `w` weeks; the capital kinds are those of a place's name, province and country.
void place_keys(const Group& g, bool week, std::int64_t time, Keys& out) {
  const char kind = week ? 'w' : 'd';
  for (const auto* p : g.where().finest) {
    const Located& at = p->at;
    if (at.precision == Precision::kUnknown) {
      const std::uint64_t k = key(week ? 'N' : 'n', time, hash64(p->key));
      out.own.push_back(k), out.probe.push_back(k);
      continue;
    }
    const std::uint64_t admin = key(week ? 'A' : 'a', time, hash64(at.admin1, hash64(at.country))),
                        country = key(week ? 'K' : 'k', time, hash64(at.country));
    const bool whole = at.precision == Precision::kCountry;
    out.own.push_back(whole ? country : admin);
    out.probe.push_back(whole ? country : admin);
    if (!whole) out.probe.push_back(country);
    if (at.precision != Precision::kPoint && at.precision != Precision::kSettlement) continue;
    out.own.push_back(key(kind, time, cell(at.latitude, at.longitude)));
    for (const double dx : {-kCell, 0.0, kCell})
      for (const double dy : {-kCell, 0.0, kCell})
        out.probe.push_back(key(kind, time, cell(at.latitude + dx, at.longitude + dy)));
  }
}

Keys keys_of(const Group& g) {
  Keys out;
  const bool weeks = g.when().length() == 0 || g.when().length() > kShortDays || g.container();
  for (const bool by_week : {false, true}) {
    if (weeks && !by_week) continue;
    for (const std::int64_t time : times(g.when(), by_week)) place_keys(g, by_week, time, out);
  }
  for (const auto& [effect, n] : g.figures())
    for (const std::int64_t time : n >= 3 ? times(g.when(), weeks) : std::vector<std::int64_t>{}) {
      const std::uint64_t k = key('f', time, static_cast<std::uint64_t>(n) * 16 + static_cast<std::uint64_t>(effect));
      out.own.push_back(k), out.probe.push_back(k);
    }
  for (const std::uint64_t origin : g.origins())
    for (const auto* p : g.where().finest) {
      const std::uint64_t k = key('o', 0, hash64(p->at.admin1, hash64(p->at.country, origin)));
      out.own.push_back(k);
      if (!g.when().known()) out.probe.push_back(k);
    }
  return out;
}

bool strong(const Group& g) { return !g.war_total() && g.when().own && g.where().located && !g.where().country_only; }

class Joiner {
 public:
  explicit Joiner(const LinkedReports& linked) : linked_(linked) {}

  void add(Group&& g) {
    const std::size_t at = find(g);
    if (at == groups_.size()) {
      groups_.push_back(std::move(g));
    } else {
      groups_[at].absorb(g, why_, score_);
    }
    store(at);
  }
  std::vector<Group> take() { return std::move(groups_); }

 private:
  std::size_t find(const Group& g) {
    if (groups_.empty()) return 0;
    std::vector<std::size_t> candidates;
    for (const std::uint64_t k : keys_of(g).probe)
      if (const auto bucket = index_.find(k); bucket != index_.end())
        candidates.insert(candidates.end(), bucket->second.begin(), bucket->second.end());
    for (const std::uint32_t report : g.reports())
      for (const std::uint32_t other : linked_to(report))
        if (const auto bucket = by_report_.find(other); bucket != by_report_.end())
          candidates.insert(candidates.end(), bucket->second.begin(), bucket->second.end());
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    std::size_t best = groups_.size();
    double most = 0;
    for (const std::size_t at : candidates) {
      Fit f = try_join(g, groups_[at]);
      if (f.apart || f.score < kJoin || (best < groups_.size() && f.score <= most)) continue;
      best = at, most = score_ = f.score, why_ = f.why;
    }
    return best;
  }

  Fit try_join(const Group& g, const Group& other) {
    for (const std::uint32_t report : g.reports())
      if (other.has_report(report)) return {true, 0, {}};  // the report itself tells them apart
    Fit f = fit(g, other);
    if (f.apart) return f;
    for (const std::uint32_t report : g.reports())
      for (const std::uint32_t near : linked_to(report))
        if (other.has_report(near)) {
          f.score += kLinkedScore;
          f.why.add(Reason::kSharedText);
          return f;
        }
    return f;
  }

  void store(std::size_t at) {
    const Group& g = groups_[at];
    if (g.war_total()) return;
    for (const std::uint64_t k : keys_of(g).own) {
      auto& bucket = index_[k];
      if (!bucket.empty() && bucket.back() == at) continue;
      if (std::find(bucket.begin(), bucket.end(), at) != bucket.end()) continue;
      if (bucket.size() == kBucket) bucket.erase(bucket.begin());
      bucket.push_back(at);
    }
    for (const std::uint32_t report : g.reports()) insert_sorted(by_report_[report], at);
  }

  const std::vector<std::uint32_t>& linked_to(std::uint32_t report) const {
    static const std::vector<std::uint32_t> kNone;
    const auto at = linked_.find(report);
    return at == linked_.end() ? kNone : at->second;
  }

  const LinkedReports& linked_;
  std::vector<Group> groups_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> index_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_report_;
  Reasons why_;
  double score_ = 0;
};

}  // namespace

bool linked(const LinkedReports& reports, std::uint32_t a, std::uint32_t b) {
  const auto at = reports.find(a);
  return at != reports.end() && std::binary_search(at->second.begin(), at->second.end(), b);
}

std::string war_key(const Group& g) {
  for (const auto* p : g.where().finest)
    if (!p->at.country.empty()) return p->at.country;
  return "";
}

std::tuple<bool, bool, std::int64_t> happening_order(const Group& g) {
  return {!strong(g), g.background(), g.when().first.value_or(g.when().last.value_or(0))};
}

bool before(const CaseView& view, const Group& a, const Group& b) {
  const ClaimFacts &x = *a.entries().front().facts, &y = *b.entries().front().facts;
  const auto key_a = happening_order(a), key_b = happening_order(b);
  if (key_a != key_b) return key_a < key_b;
  return x.report == y.report ? x.claim->span < y.claim->span : view.before(x.report, y.report);
}

std::vector<Group> join_happenings(const CaseView& view, std::vector<Group> all, const LinkedReports& reports) {
  // Once more over what was joined: what the first happening of an incident could not tell, all of it together may.
  for (int round = 0; round < kRounds; ++round) {
    std::sort(all.begin(), all.end(), [&](const Group& a, const Group& b) { return before(view, a, b); });
    const std::size_t before_round = all.size();
    Joiner joiner(reports);
    for (Group& g : all) joiner.add(std::move(g));
    all = joiner.take();
    if (all.size() == before_round) break;
  }
  return all;
}

}  // namespace attest
