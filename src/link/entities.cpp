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
constexpr std::size_t kBlock = 200;          // places of one sound that are compared with each other
constexpr std::size_t kAllPairs = 64;        // names of one sound that are all compared with each other …
constexpr std::size_t kNeighbours = 24;      // … and of more, those that follow
constexpr std::size_t kRivals = 8;           // people of one surname who are listed as not chosen
constexpr double kSeatKm = 60;               // a province's middle lies no further from the town that it is named after

bool starts(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }
bool article(std::string_view w) { return w == "al" || w == "el" || w == "bin" || w == "ibn" || w == "bint"; }

std::vector<std::string> significant(std::string_view key) {
  std::vector<std::string> out;
  for (std::string& w : split_words(key))
    if (!article(w)) out.push_back(std::move(w));
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& w : words) out += (out.empty() ? "" : " ") + w;
  return out;
}

// All mentions of one key; keys are what merges join.
struct Item {
  std::string_view key;
  std::string name;
  std::vector<std::pair<const std::string*, int>> names;  // forms of the name with how many reports use them
  std::vector<std::pair<MentionType, int>> types;         // sorted
  const Located* at = nullptr;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> where;  // report, index in its names

  bool person() const { return starts(key, "person:"); }
  bool has_type(MentionType type) const {
    return std::any_of(types.begin(), types.end(), [&](const auto& t) { return t.first == type; });
  }
};

void count_type(std::vector<std::pair<MentionType, int>>& types, MentionType type, int n) {
  const auto at = std::lower_bound(types.begin(), types.end(), type, [](const auto& t, MentionType x) { return t.first < x; });
  if (at != types.end() && at->first == type) at->second += n;
  else types.insert(at, {type, n});
}

struct Merge {
  int strength;  // the lower, the surer; taken first
  std::string_view a, b;
  const char* why;
};

bool surer(const Merge& x, const Merge& y) {
  return std::tuple(x.strength, x.a, x.b, std::string_view(x.why)) < std::tuple(y.strength, y.a, y.b, std::string_view(y.why));
}

// The words of a name by which its spellings are found.
struct Spelling {
  std::uint32_t item = 0;
  std::vector<std::string> words;
  std::string order;  // first word by sound, then all
};

class Merger {
 public:
  Merger(const CaseView& view, const std::deque<HeldNames>& names, const Decisions* decisions) : view_(view), names_(names) {
    split_ruled(decisions);
    collect();
    parent_.resize(items_.size());
    std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
    if (decisions) rule(*decisions);
    stated();
    seats();
    spellings();
    join_all();
    surnames();
    join_all();
  }

  std::vector<Entity> entities() const;

 private:
  std::uint32_t find(std::uint32_t x) const {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  std::uint32_t item(std::string_view key) const { return index_.at(key); }
  std::string_view key_of(std::uint32_t report, std::uint32_t at) const {
    const auto own = own_key_.find({report, at});
    return own == own_key_.end() ? std::string_view(*names_[report].all[at].key) : std::string_view(own->second);
  }

  // What a report names at a span; nullopt where it names nothing there.
  std::optional<std::uint32_t> named_at(const SpanRef& at) const {
    if (at.report >= names_.size()) return std::nullopt;
    const HeldNames& names = names_[at.report];
    for (std::uint32_t i = 0; i < names.all.size(); ++i)
      for (const Span s : names.spans_of(i))
        if (s.overlaps(at.span)) return i;
    return std::nullopt;
  }

  // Two mentions of one key that a person told apart: the second report's get a key of their own.
  void split_ruled(const Decisions* decisions) {
    if (!decisions) return;
    for (const EntityRuling& r : decisions->entities) {
      const auto a = named_at(r.a), b = named_at(r.b);
      if (r.together || !a || !b || (r.a.report == r.b.report && *a == *b)) continue;
      const std::string_view key = key_of(r.b.report, *b);
      if (key_of(r.a.report, *a) == key)
        own_key_[{r.b.report, *b}] = "ruled:" + view_.report(r.b.report).id + ":" + std::string(key);
    }
  }

  void collect() {
    for (const std::uint32_t report : view_.order) {
      if (view_.is_copy(report)) continue;
      const auto& all = names_[report].all;
      for (std::uint32_t i = 0; i < all.size(); ++i) {
        const auto [at, fresh] = index_.emplace(key_of(report, i), static_cast<std::uint32_t>(items_.size()));
        if (fresh) items_.push_back({at->first, "", {}, {}, all[i].at, {}});
        Item& item = items_[at->second];
        const auto form =
            std::find_if(item.names.begin(), item.names.end(), [&](const auto& n) { return n.first == all[i].name; });
        if (form != item.names.end()) ++form->second;
        else item.names.emplace_back(all[i].name, 1);
        count_type(item.types, all[i].type, 1);
        if (!item.at) item.at = all[i].at;
        item.where.emplace_back(report, i);
      }
    }
    for (Item& i : items_) {
      const auto most = std::max_element(i.names.begin(), i.names.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.second, a.first->size(), *b.first) < std::tuple(b.second, b.first->size(), *a.first);
      });
      i.name = *most->first;
    }
  }

  void propose(int strength, std::string_view a, std::string_view b, const char* why) {
    if (a != b) merges_.push_back({strength, std::min(a, b), std::max(a, b), why});
  }

  void rule(const Decisions& decisions) {
    for (const EntityRuling& r : decisions.entities) {
      const auto a = named_at(r.a), b = named_at(r.b);
      if (!a || !b) continue;
      const std::string_view x = key_of(r.a.report, *a), y = key_of(r.b.report, *b);
      if (index_.count(x) == 0 || index_.count(y) == 0) continue;
      if (r.together) propose(0, x, y, "a person's decision");
      else if (x != y) apart_.emplace(std::min(x, y), std::max(x, y));
    }
  }

  void stated() {
    for (const std::uint32_t report : view_.order) {
      if (view_.is_copy(report)) continue;
      for (const SameHere& s : names_[report].same)
        propose(1, key_of(report, s.a), key_of(report, s.b),
                s.why == "acronym" ? "a report gives the name with this acronym" : "a report says that they are one");
    }
  }

  // A town and the district or province named after it; rows of the gazetteer for one place.
  void seats() {
    std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>> blocks;
    for (std::uint32_t i = 0; i < items_.size(); ++i)
      if (starts(items_[i].key, "place:") && items_[i].at)
        blocks[{items_[i].at->country, name_skeleton(items_[i].at->name)}].push_back(i);
    for (const auto& [sound, all] : blocks)
      for (std::size_t x = 0; x < all.size() && x < kBlock; ++x)
        for (std::size_t y = x + 1; y < all.size() && y < kBlock; ++y) {
          const Located &a = *items_[all[x]].at, &b = *items_[all[y]].at;
          const bool near = distance_km(a.latitude, a.longitude, b.latitude, b.longitude) <= kSeatKm;
          if (near && name_similarity(a.name, b.name) >= 0.5)
            propose(2, items_[all[x]].key, items_[all[y]].key, "a place and the area that bears its name");
        }
  }

  // Spellings of one name: names of as many words that sound alike, and people's also word by word. They are looked for among
  // names whose last words sound the same and whose first words begin with one sound; of many, among those that follow each other
  // by the whole sound.
  void spellings() {
    std::map<std::string, std::vector<Spelling>> blocks;
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
      if (!item.person() && !starts(item.key, "name:")) continue;
      Spelling s{i, significant(item.key.substr(item.key.find(':') + 1)), {}};
      if (s.words.empty() || (item.person() && s.words.size() < 2)) continue;
      const std::string first = name_skeleton(s.words.front());
      s.order = first + " " + joined(s.words);
      const std::string kind =
          item.person() ? "p"
                        : "n" + std::to_string(s.words.size()) + "/" + std::to_string(static_cast<int>(item.types.front().first));
      blocks[kind + " " + first.substr(0, 1) + " " + name_skeleton(s.words.back())].push_back(std::move(s));
    }
    for (auto& [sound, all] : blocks) {
      std::sort(all.begin(), all.end(), [](const Spelling& x, const Spelling& y) { return x.order < y.order; });
      const std::size_t reach = all.size() <= kAllPairs ? kAllPairs : kNeighbours;
      for (std::size_t x = 0; x < all.size(); ++x)
        for (std::size_t y = x + 1; y < all.size() && y <= x + reach; ++y)
          if (same_name(all[x], all[y])) propose(3, items_[all[x].item].key, items_[all[y].item].key, "spellings of one name");
    }
  }

  bool same_name(const Spelling& a, const Spelling& b) const {
    const auto &x = a.words, &y = b.words;
    if (!alike(x.front(), y.front()) || !alike(x.back(), y.back())) return false;
    // Of people the name in the middle may be left out.
    return x.size() == 1 || x.size() != y.size() || name_similarity(joined(x), joined(y)) >= 0.5;
  }

  // Whether two words write one name. Asked of the same few words again and again, and dear.
  bool alike(const std::string& a, const std::string& b) const {
    if (a == b) return true;
    const auto [at, fresh] = alike_.try_emplace(std::min(a, b) + " " + std::max(a, b));
    if (fresh) at->second = name_similarity(std::min(a, b), std::max(a, b)) >= 0.5;
    return at->second;
  }

  // A surname without a full name in its report is the one person of the case who bears it; of several, none.
  void surnames() {
    std::map<std::string, std::map<std::string, std::vector<std::uint32_t>>>
        bearers;  // sound of the last word → the word → persons
    const auto last_word = [&](const Item& item, std::size_t least) {
      auto words = significant(joined(words_of_name(item.name)));
      return words.size() < least ? std::string() : words.back();
    };
    for (std::uint32_t i = 0; i < items_.size(); ++i)
      if (items_[i].person() || (starts(items_[i].key, "actor:") && items_[i].has_type(MentionType::kPerson)))
        if (std::string word = last_word(items_[i], 2); !word.empty()) bearers[name_skeleton(word)][std::move(word)].push_back(i);
    std::map<std::string, std::vector<std::uint32_t>> by_word;  // the people whom a surname may mean
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      if (!starts(items_[i].key, "here:")) continue;
      const std::string word = last_word(items_[i], 1);
      if (word.empty()) continue;
      const auto [at, fresh] = by_word.try_emplace(word);
      if (fresh) at->second = people_called(word, bearers);
      const auto& people = at->second;
      if (people.size() == 1) propose(4, items_[i].key, items_[people.front()].key, "the only one of that name in these reports");
      else if (people.size() <= kRivals)
        for (const std::uint32_t p : people) not_.emplace_back(i, p);
    }
  }

  std::vector<std::uint32_t> people_called(
      const std::string& word, const std::map<std::string, std::map<std::string, std::vector<std::uint32_t>>>& bearers) const {
    std::vector<std::uint32_t> out;
    if (const auto known = bearers.find(name_skeleton(word)); known != bearers.end())
      for (const auto& [other, people] : known->second)
        if (alike(other, word))
          for (const std::uint32_t p : people) out.push_back(find(p));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  bool ruled_apart(std::uint32_t a, std::uint32_t b) const {
    return std::any_of(apart_.begin(), apart_.end(), [&](const auto& pair) {
      const std::uint32_t x = find(item(pair.first)), y = find(item(pair.second));
      return (x == a && y == b) || (x == b && y == a);
    });
  }

  void join_all() {
    std::sort(merges_.begin(), merges_.end(), surer);
    for (const Merge& m : merges_) join(m);
    merges_.clear();
  }

  void join(const Merge& m) {
    const auto x = index_.find(m.a), y = index_.find(m.b);
    if (x == index_.end() || y == index_.end()) return;
    const std::uint32_t a = find(x->second), b = find(y->second);
    if (a == b) return;
    if (ruled_apart(a, b)) {
      not_.emplace_back(a, b);
      return;
    }
    parent_[std::max(a, b)] = std::min(a, b);
    joined_.push_back({x->second, y->second, m.why});
  }

  struct Joined {
    std::uint32_t a, b;
    const char* why;
  };

  Entity describe(const std::vector<std::uint32_t>& members, int& persons, int& others) const;

  const CaseView& view_;
  const std::deque<HeldNames>& names_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> own_key_;
  std::vector<Item> items_;
  std::unordered_map<std::string_view, std::uint32_t> index_;  // looked up only
  mutable std::unordered_map<std::string, bool> alike_;        // two words
  mutable std::vector<std::uint32_t> parent_;
  std::vector<Joined> joined_;                                // the merges that were made, in order
  std::vector<std::pair<std::uint32_t, std::uint32_t>> not_;  // thought of and not made
  std::set<std::pair<std::string_view, std::string_view>> apart_;
  std::vector<Merge> merges_;
};

std::string_view word(MentionType type) { return type == MentionType::kOutlet ? "outlet" : name(type); }

// "former-government:XA" is the former government (XA): our own words, never the loaded ones of a report.
std::string party_name(const std::string& referent) {
  const std::size_t colon = referent.find(':');
  std::string kind = referent.substr(0, colon);
  std::replace(kind.begin(), kind.end(), '-', ' ');
  return kind + " (" + referent.substr(colon + 1) + ")";
}

// The items of one entity, the best known name first: a list's, then the one that most reports use.
Entity Merger::describe(const std::vector<std::uint32_t>& members, int& persons, int& others) const {
  const auto rank = [&](std::uint32_t i) {
    const Item& item = items_[i];
    return std::tuple(!starts(item.key, "actor:"), !starts(item.key, "place:"), starts(item.key, "here:"),
                      -static_cast<std::int64_t>(item.where.size()), item.key);
  };
  const Item& best = items_[*std::min_element(members.begin(), members.end(), [&](auto a, auto b) { return rank(a) < rank(b); })];
  Entity e;
  std::vector<std::pair<MentionType, int>> types;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> where;
  for (const std::uint32_t i : members) {
    for (const auto& [type, n] : items_[i].types) count_type(types, type, n);
    where.insert(where.end(), items_[i].where.begin(), items_[i].where.end());
  }
  e.type = std::string(word(
      std::max_element(types.begin(), types.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first));
  const bool listed = starts(best.key, "actor:"), placed = starts(best.key, "place:"), party = starts(best.key, "referent:");
  if (listed || placed || party) e.id = best.key.substr(best.key.find(':') + 1);
  else e.id = e.type == "person" ? "person-" + std::to_string(++persons) : e.type + "-" + std::to_string(++others);
  e.name = best.at && placed ? best.at->name : party ? party_name(e.id) : best.name;
  if (listed) e.why.push_back("in the lists as " + e.id);
  if (party) e.why.push_back("what reports call it: " + e.id);
  std::sort(where.begin(), where.end(), [&](const auto& a, const auto& b) {
    return std::pair(view_.rank[a.first], a.second) < std::pair(view_.rank[b.first], b.second);
  });
  for (const auto& [report, index] : where)
    for (const Span s : names_[report].spans_of(index))
      if (e.aliases.size() < kMostAliases) e.aliases.push_back({std::string(s.in(view_.report(report).text)), {report, s}});
  e.aliases.shrink_to_fit();
  return e;
}

std::vector<Entity> Merger::entities() const {
  std::map<std::uint32_t, std::vector<std::uint32_t>> clusters;
  for (std::uint32_t i = 0; i < items_.size(); ++i) clusters[find(i)].push_back(i);
  std::map<std::uint32_t, std::set<std::string>> why;
  for (const Joined& j : joined_) why[find(j.a)].insert(items_[j.a].name + " = " + items_[j.b].name + ": " + j.why);
  std::vector<Entity> out;
  std::map<std::uint32_t, std::size_t> at;
  int persons = 0, others = 0;
  for (const auto& [root, members] : clusters) {
    at[root] = out.size();
    out.push_back(describe(members, persons, others));
    if (const auto reasons = why.find(root); reasons != why.end())
      out.back().why.insert(out.back().why.end(), reasons->second.begin(), reasons->second.end());
  }
  for (const auto& [a, b] : not_) {
    Entity &x = out[at.at(find(a))], &y = out[at.at(find(b))];
    if (&x != &y) x.not_same.push_back(y.id), y.not_same.push_back(x.id);
  }
  for (Entity& e : out) {
    std::sort(e.not_same.begin(), e.not_same.end());
    e.not_same.erase(std::unique(e.not_same.begin(), e.not_same.end()), e.not_same.end());
  }
  std::sort(out.begin(), out.end(), [](const Entity& a, const Entity& b) { return a.id < b.id; });
  return out;
}

}  // namespace

std::vector<Entity> link_entities(const CaseView& view, const std::deque<HeldNames>& names, const Decisions* decisions) {
  return Merger(view, names, decisions).entities();
}

}  // namespace attest
