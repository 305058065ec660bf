#include "link/entities.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

#include "know/gazetteer.h"
#include "know/names.h"

namespace attest {
namespace {

constexpr std::size_t kMostAliases = 2'000;  // places where one entity is named that are listed
constexpr std::size_t kBlock = 200;          // names of one sound that are compared with each other
constexpr double kSeatKm = 60;               // a province's middle lies no further from the town that it is named after

bool starts(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }
bool article(std::string_view w) { return w == "al" || w == "el" || w == "bin" || w == "ibn" || w == "bint"; }

std::vector<std::string> significant(std::string_view key) {
  std::vector<std::string> out;
  for (std::string& w : split_words(key))
    if (!article(w)) out.push_back(std::move(w));
  return out;
}

// All mentions of one key; keys are what merges join.
struct Item {
  std::string key, name;
  std::map<std::string, int> names;  // forms of the name with how many reports use them
  std::map<MentionType, int> types;
  std::optional<Located> at;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> where;  // report, index in its names
};

struct Merge {
  int strength;  // the lower, the surer; taken first
  std::string a, b, why;
  friend auto operator<=>(const Merge&, const Merge&) = default;
};

class Merger {
 public:
  Merger(const CaseView& view, const std::deque<ReportMarks>& marks, const Decisions* decisions) : view_(view), marks_(marks) {
    split_ruled(decisions);
    collect();
    parent_.resize(items_.size());
    std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
    why_.resize(items_.size());
    not_.resize(items_.size());
    if (decisions) rule(*decisions);
    stated();
    seats();
    spellings();
    std::sort(merges_.begin(), merges_.end());
    for (const Merge& m : merges_) join(m);
    merges_.clear();
    surnames();
    std::sort(merges_.begin(), merges_.end());
    for (const Merge& m : merges_) join(m);
  }

  std::vector<Entity> entities() const;

 private:
  std::uint32_t find(std::uint32_t x) const {
    while (parent_[x] != x) x = parent_[x];
    return x;
  }
  std::uint32_t item(const std::string& key) const { return index_.at(key); }
  const std::string& key_of(std::uint32_t report, std::uint32_t at) const {
    const auto own = own_key_.find({report, at});
    return own == own_key_.end() ? marks_[report].names.all[at].key : own->second;
  }

  // What a report names at a span; nullopt where it names nothing there.
  std::optional<std::uint32_t> named_at(const SpanRef& at) const {
    if (at.report >= marks_.size()) return std::nullopt;
    const auto& all = marks_[at.report].names.all;
    for (std::uint32_t i = 0; i < all.size(); ++i)
      for (const Span s : all[i].spans)
        if (s.overlaps(at.span)) return i;
    return std::nullopt;
  }

  // Two mentions of one key that a person told apart: the second report's get a key of their own.
  void split_ruled(const Decisions* decisions) {
    if (!decisions) return;
    for (const EntityRuling& r : decisions->entities) {
      const auto a = named_at(r.a), b = named_at(r.b);
      if (r.together || !a || !b || (r.a.report == r.b.report && *a == *b)) continue;
      const std::string key = key_of(r.b.report, *b);
      if (key_of(r.a.report, *a) == key) own_key_[{r.b.report, *b}] = "ruled:" + view_.report(r.b.report).id + ":" + key;
    }
  }

  void collect() {
    for (const std::uint32_t report : view_.order) {
      if (view_.is_copy(report)) continue;
      const auto& all = marks_[report].names.all;
      for (std::uint32_t i = 0; i < all.size(); ++i) {
        const auto [at, fresh] = index_.emplace(key_of(report, i), static_cast<std::uint32_t>(items_.size()));
        if (fresh) items_.push_back({at->first, "", {}, {}, all[i].at, {}});
        Item& item = items_[at->second];
        ++item.names[all[i].name];
        ++item.types[all[i].type];
        if (!item.at) item.at = all[i].at;
        item.where.emplace_back(report, i);
      }
    }
    for (Item& i : items_) {
      const auto most = std::max_element(i.names.begin(), i.names.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.second, a.first.size(), b.first) < std::tuple(b.second, b.first.size(), a.first);
      });
      i.name = most->first;
    }
  }

  void propose(int strength, const std::string& a, const std::string& b, std::string why) {
    if (a != b) merges_.push_back({strength, std::min(a, b), std::max(a, b), std::move(why)});
  }

  void rule(const Decisions& decisions) {
    for (const EntityRuling& r : decisions.entities) {
      const auto a = named_at(r.a), b = named_at(r.b);
      if (!a || !b) continue;
      const std::string x = key_of(r.a.report, *a), y = key_of(r.b.report, *b);
      if (index_.count(x) == 0 || index_.count(y) == 0) continue;
      if (r.together) propose(0, x, y, "a person's decision");
      else if (x != y) apart_.emplace(std::min(x, y), std::max(x, y));
    }
  }

  void stated() {
    for (const std::uint32_t report : view_.order) {
      if (view_.is_copy(report)) continue;
      for (const SameHere& s : marks_[report].names.same)
        propose(1, key_of(report, s.a), key_of(report, s.b),
                s.why == "acronym" ? "a report gives the name with this acronym" : "a report says that they are one");
    }
  }

  // A town and the district or province named after it; rows of the gazetteer for one place.
  void seats() {
    std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>> blocks;
    for (std::uint32_t i = 0; i < items_.size(); ++i)
      if (starts(items_[i].key, "place:") && items_[i].at) blocks[{items_[i].at->country, name_skeleton(items_[i].at->name)}].push_back(i);
    for (const auto& [sound, all] : blocks)
      for (std::size_t x = 0; x < all.size() && x < kBlock; ++x)
        for (std::size_t y = x + 1; y < all.size() && y < kBlock; ++y) {
          const Located &a = *items_[all[x]].at, &b = *items_[all[y]].at;
          const bool near = distance_km(a.latitude, a.longitude, b.latitude, b.longitude) <= kSeatKm;
          if (near && name_similarity(a.name, b.name) >= 0.5) propose(2, items_[all[x]].key, items_[all[y]].key, "a place and the area that bears its name");
        }
  }

  // Spellings of one name: names of as many words that sound alike, and people's also word by word.
  void spellings() {
    std::map<std::string, std::vector<std::uint32_t>> blocks;
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      const std::string& key = items_[i].key;
      const bool person = starts(key, "person:");
      if (!person && !starts(key, "name:")) continue;
      const auto words = significant(key.substr(key.find(':') + 1));
      if (words.empty()) continue;
      blocks[(person ? "p" : "n") + name_skeleton(words.back())].push_back(i);
    }
    for (const auto& [sound, all] : blocks)
      for (std::size_t x = 0; x < all.size() && x < kBlock; ++x)
        for (std::size_t y = x + 1; y < all.size() && y < kBlock; ++y)
          if (same_name(items_[all[x]], items_[all[y]])) propose(3, items_[all[x]].key, items_[all[y]].key, "spellings of one name");
  }

  static bool same_name(const Item& a, const Item& b) {
    const auto x = significant(a.key.substr(a.key.find(':') + 1)), y = significant(b.key.substr(b.key.find(':') + 1));
    if (starts(a.key, "name:")) return x.size() == y.size() && a.types.begin()->first == b.types.begin()->first && name_similarity(joined(x), joined(y)) >= 0.5;
    if (x.size() < 2 || y.size() < 2) return false;
    // First and last names agree; the one in the middle may be left out.
    return name_similarity(x.front(), y.front()) >= 0.5 && name_similarity(x.back(), y.back()) >= 0.5 &&
           (x.size() != y.size() || name_similarity(joined(x), joined(y)) >= 0.5);
  }
  static std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& w : words) out += (out.empty() ? "" : " ") + w;
    return out;
  }

  // A surname without a full name in its report is the one person of the case who bears it; of several, none.
  void surnames() {
    std::map<std::string, std::vector<std::uint32_t>> bearers;  // sound of the last word → persons
    for (std::uint32_t i = 0; i < items_.size(); ++i)
      if (starts(items_[i].key, "person:") || (starts(items_[i].key, "actor:") && items_[i].types.count(MentionType::kPerson) > 0))
        if (const auto words = significant(joined(words_of_name(items_[i].name))); words.size() > 1) bearers[name_skeleton(words.back())].push_back(i);
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      if (!starts(items_[i].key, "here:")) continue;
      const auto words = significant(joined(words_of_name(items_[i].name)));
      if (words.empty()) continue;
      const auto known = bearers.find(name_skeleton(words.back()));
      if (known == bearers.end()) continue;
      std::set<std::uint32_t> people;
      for (const std::uint32_t p : known->second)
        if (name_similarity(significant(joined(words_of_name(items_[p].name))).back(), words.back()) >= 0.5) people.insert(find(p));
      if (people.size() == 1) propose(4, items_[i].key, items_[*people.begin()].key, "the only one of that name in these reports");
      else
        for (const std::uint32_t p : people) not_[find(i)].insert(p), not_[p].insert(i);
    }
  }

  bool ruled_apart(std::uint32_t a, std::uint32_t b) const {
    return std::any_of(apart_.begin(), apart_.end(), [&](const auto& pair) {
      const std::uint32_t x = find(item(pair.first)), y = find(item(pair.second));
      return (x == a && y == b) || (x == b && y == a);
    });
  }

  void join(const Merge& m) {
    const auto x = index_.find(m.a), y = index_.find(m.b);
    if (x == index_.end() || y == index_.end()) return;
    const std::uint32_t a = find(x->second), b = find(y->second);
    if (a == b) return;
    if (ruled_apart(a, b)) {
      not_[a].insert(b), not_[b].insert(a);
      return;
    }
    const std::uint32_t root = std::min(a, b), other = std::max(a, b);
    parent_[other] = root;
    why_[root].insert(why_[other].begin(), why_[other].end());
    why_[root].insert(items_[x->second].name + " = " + items_[y->second].name + ": " + m.why);
    not_[root].insert(not_[other].begin(), not_[other].end());
  }

  const CaseView& view_;
  const std::deque<ReportMarks>& marks_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> own_key_;
  std::vector<Item> items_;
  std::unordered_map<std::string, std::uint32_t> index_;  // looked up only
  std::vector<std::uint32_t> parent_;
  std::vector<std::set<std::string>> why_;
  std::vector<std::set<std::uint32_t>> not_;
  std::set<std::pair<std::string, std::string>> apart_;
  std::vector<Merge> merges_;
};

std::string_view word(MentionType type) {
  return type == MentionType::kOutlet ? "outlet" : name(type);
}

// "former-government:XA" is the former government (XA): our own words, never the loaded ones of a report.
std::string party_name(const std::string& referent) {
  const std::size_t colon = referent.find(':');
  std::string kind = referent.substr(0, colon);
  std::replace(kind.begin(), kind.end(), '-', ' ');
  return kind + " (" + referent.substr(colon + 1) + ")";
}

// The items of one entity, the best known name first: a list's, then the one that most reports use.
std::vector<Entity> Merger::entities() const {
  std::map<std::uint32_t, std::vector<std::uint32_t>> clusters;
  for (std::uint32_t i = 0; i < items_.size(); ++i) clusters[find(i)].push_back(i);
  std::vector<Entity> out;
  std::map<std::uint32_t, std::size_t> at;
  int person = 0, other = 0;
  for (const auto& [root, members] : clusters) {
    const auto rank = [&](std::uint32_t i) {
      const Item& item = items_[i];
      return std::tuple(!starts(item.key, "actor:"), !starts(item.key, "place:"), starts(item.key, "here:"), -static_cast<std::int64_t>(item.where.size()), item.key);
    };
    const Item& best = items_[*std::min_element(members.begin(), members.end(), [&](auto a, auto b) { return rank(a) < rank(b); })];
    Entity e;
    std::map<MentionType, int> types;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> where;
    for (const std::uint32_t i : members) {
      for (const auto& [type, n] : items_[i].types) types[type] += n;
      where.insert(where.end(), items_[i].where.begin(), items_[i].where.end());
    }
    e.type = std::string(word(std::max_element(types.begin(), types.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first));
    const bool listed = starts(best.key, "actor:"), placed = starts(best.key, "place:"), party = starts(best.key, "referent:");
    e.id = listed || placed || party ? best.key.substr(best.key.find(':') + 1) : e.type == "person" ? "person-" + std::to_string(++person) : e.type + "-" + std::to_string(++other);
    e.name = best.at && placed ? best.at->name : party ? party_name(e.id) : best.name;
    if (listed) e.why.push_back("in the lists as " + e.id);
    if (party) e.why.push_back("what reports call it: " + e.id);
    e.why.insert(e.why.end(), why_[root].begin(), why_[root].end());
    std::sort(where.begin(), where.end(), [&](const auto& a, const auto& b) { return std::pair(view_.rank[a.first], a.second) < std::pair(view_.rank[b.first], b.second); });
    for (const auto& [report, index] : where)
      for (const Span s : marks_[report].names.all[index].spans)
        if (e.aliases.size() < kMostAliases) e.aliases.push_back({std::string(s.in(view_.report(report).text)), {report, s}});
    at[root] = out.size();
    out.push_back(std::move(e));
  }
  for (const auto& [root, index] : at)
    for (const std::uint32_t n : not_[root])
      if (const auto to = at.find(find(n)); to != at.end() && to->second != index) out[index].not_same.push_back(out[to->second].id);
  for (Entity& e : out) {
    std::sort(e.not_same.begin(), e.not_same.end());
    e.not_same.erase(std::unique(e.not_same.begin(), e.not_same.end()), e.not_same.end());
  }
  std::sort(out.begin(), out.end(), [](const Entity& a, const Entity& b) { return a.id < b.id; });
  return out;
}

}  // namespace

std::vector<Entity> link_entities(const CaseView& view, const std::deque<ReportMarks>& marks, const Decisions* decisions) {
  return Merger(view, marks, decisions).entities();
}

}  // namespace attest
