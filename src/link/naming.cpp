#include <algorithm>
#include <numeric>
#include <set>

#include "link/words.h"

namespace attest {
namespace {

std::string kind_of(const std::string& id) {
  const std::string head = id.substr(0, id.find(':'));
  if (head == "government" || head == "former-government") return "government";
  if (head == "forces" || head == "aligned" || head == "opponents" || head == "unidentified") return "forces";
  if (head == "entity") return "body";
  for (const std::string_view known : {"person", "group", "event", "harm"})
    if (head == known) return head;
  return "other";
}

// The columns: outlets by name, reports without one by their input.
NamingTable columns_of(const CaseView& view) {
  NamingTable out;
  out.column.resize(view.size());
  std::set<std::string> names;
  const auto label = [&](std::uint32_t report) {
    const Report& r = view.report(report);
    return r.outlet && !r.outlet->empty() ? *r.outlet : r.input.substr(r.input.find_last_of('/') + 1);
  };
  for (const std::uint32_t report : view.order) names.insert(label(report));
  out.outlets.assign(names.begin(), names.end());
  for (const std::uint32_t report : view.order)
    out.column[report] =
        static_cast<std::uint32_t>(std::lower_bound(out.outlets.begin(), out.outlets.end(), label(report)) - out.outlets.begin());
  return out;
}

// Persons whom reports name alike: the last word of the name, and no two first names that differ.
class People {
 public:
  // All names by which a report calls one person.
  void add(const std::string& id, const std::string& name) {
    auto words = split_words(folded_words(name));
    if (!words.empty()) names_[id].insert(std::move(words));
  }

  // id → the id that stands for all of one person; `why` tells what joined them.
  std::map<std::string, std::string> join(std::map<std::string, std::string>& why) const {
    std::map<std::string, std::vector<std::string>> by_last;
    for (const auto& [id, names] : names_)
      for (const auto& words : names) by_last[words.back()].push_back(id);
    std::map<std::string, std::string> out;
    for (const auto& [id, names] : names_) out[id] = id;
    const auto root = [&](std::string id) {
      while (out[id] != id) id = out[id];
      return id;
    };
    for (const auto& [last, ids] : by_last)
      for (std::size_t a = 0; a < ids.size(); ++a)
        for (std::size_t b = a + 1; b < std::min(ids.size(), a + 100); ++b) {
          const std::string x = root(ids[a]), y = root(ids[b]);
          if (x == y || !alike(names_.at(ids[a]), names_.at(ids[b]), last)) continue;
          out[std::max(x, y)] = std::min(x, y);
          why[std::min(x, y)] = "name";
        }
    for (auto& [id, to] : out) to = root(id);
    return out;
  }

 private:
  using Names = std::set<std::vector<std::string>>;

  // A name in each that ends in the same word, and of which the shorter's words all stand in the longer.
  static bool alike(const Names& a, const Names& b, const std::string& last) {
    for (const auto& x : a)
      for (const auto& y : b) {
        if (x.back() != last || y.back() != last) continue;
        const auto& shorter = x.size() <= y.size() ? x : y;
        const auto& longer = x.size() <= y.size() ? y : x;
        const auto within = [&](const std::string& word) {
          return std::find(longer.begin(), longer.end(), word) != longer.end();
        };
        if (std::all_of(shorter.begin(), shorter.end(), within)) return true;
      }
    return false;
  }

  std::map<std::string, Names> names_;
};

// The referent of a name in the case: a person's joined id, or one that the linking of entities found for the same words.
class Referents {
 public:
  Referents(const CaseView& view, const Links& links) {
    People people;
    for (const std::uint32_t report : view.order)
      for (const NamingUse& n : view.analysis(report).findings.naming)
        if (n.referent.starts_with("person:")) {
          people.add(n.referent, n.name);
          if (n.device == "name") people.add(n.referent, std::string(n.span.in(view.report(report).text)));
        }
    joined_ = people.join(why_);
    join_entities(view, links);
  }

  std::string of(const NamingUse& n) const {
    const auto found = joined_.find(n.referent);
    return found == joined_.end() ? n.referent : found->second;
  }
  const std::string* why(const std::string& id) const {
    const auto found = why_.find(id);
    return found == why_.end() ? nullptr : &found->second;
  }

 private:
  // Two persons whose words the same entity holds are one.
  void join_entities(const CaseView& view, const Links& links) {
    std::map<std::string, std::vector<std::string>> meant;  // id → all that are joined to it
    for (const auto& [from, to] : joined_) meant[to].push_back(from);
    for (const Entity& e : links.entities) {
      std::string first;
      for (const EntityAlias& alias : e.aliases)
        for (const NamingUse& n : view.analysis(alias.at.report).findings.naming) {
          if (!n.referent.starts_with("person:") || !n.span.contains(alias.at.span) || n.span.size() > alias.at.span.size() * 4)
            continue;
          const std::string id = joined_[n.referent];
          if (first.empty()) first = id;
          if (id == first) continue;
          for (const std::string& from : meant[id]) joined_[from] = first;
          auto& all = meant[first];
          all.insert(all.end(), meant[id].begin(), meant[id].end());
          meant.erase(id);
          why_[first] = "entity";
        }
    }
  }

  std::map<std::string, std::string> joined_, why_;
};

struct Key {
  std::string text, device, tone;
  bool own_voice;
  friend auto operator<=>(const Key&, const Key&) = default;
};

// Somebody goes by the full name that most reports use: an earlier name, or one that foes prefer, stands among the others.
std::string most_used(const std::map<std::string, int>& names, const std::string& longest) {
  std::string best = longest;
  int most = 0;
  for (const auto& [name, n] : names)
    if (n > most && name.find(' ') != std::string::npos) best = name, most = n;
  return best;
}

}  // namespace

NamingTable link_naming(const CaseView& view, const Links& links) {
  NamingTable out = columns_of(view);
  const Referents referents(view, links);
  struct Row {
    std::string name;                  // the longest
    std::map<std::string, int> names;  // how often each is used
    std::vector<std::map<Key, NamingCell>> cells;
  };
  std::map<std::string, Row> rows;
  for (const std::uint32_t report : view.order) {
    if (view.is_copy(report)) continue;
    const Analysis& a = view.analysis(report);
    for (std::uint32_t i = 0; i < a.findings.naming.size(); ++i) {
      const NamingUse& n = a.findings.naming[i];
      Row& row = rows[referents.of(n)];
      row.cells.resize(out.outlets.size());
      if (n.name.size() > row.name.size()) row.name = n.name;
      ++row.names[n.name];
      const std::string text(n.span.in(a.report.text));
      const bool harm = n.referent.starts_with("harm:");
      NamingCell& cell = row.cells[out.column[report]][{harm ? n.device : folded_words(text), n.device, n.tone, n.own_voice}];
      if (cell.uses.empty()) cell = {text, n.device, n.tone, n.own_voice, {}};
      cell.uses.push_back({report, i});
    }
  }
  for (auto& [id, row] : rows) {
    const bool person = kind_of(id) == "person";
    NamingReferent r{id, person ? most_used(row.names, row.name) : row.name, kind_of(id), {}, {}};
    for (auto& cells : row.cells) {
      std::vector<NamingCell> list;
      for (auto& [key, cell] : cells) list.push_back(std::move(cell));
      std::stable_sort(list.begin(), list.end(),
                       [](const NamingCell& x, const NamingCell& y) { return x.uses.size() > y.uses.size(); });
      r.outlets.push_back(std::move(list));
    }
    if (const std::string* why = referents.why(id)) r.why.push_back(*why);
    out.rows.push_back(std::move(r));
  }
  return out;
}

}  // namespace attest
