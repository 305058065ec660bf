#include "reconcile/balance.h"

#include <algorithm>
#include <tuple>

#include "reconcile/scope.h"
#include "reconcile/scope_relation.h"

namespace attest {
namespace {

constexpr std::size_t kMostNodes = 48;  // figures of one origin and day; a day of a war has more and is not balanced

using Ids = std::vector<std::string>;

// One end of an interval with the readings that it follows from.
struct End {
  std::optional<std::int64_t> value;
  Ids from;
  std::string why;
};

struct Node {
  Effect effect;
  std::string scope;
  Ids stated;  // its readings
  End low, high;
};

std::string grouped(std::int64_t n) {
  std::string out = std::to_string(n);
  for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(out.size()) - 3; at > 0; at -= 3)
    out.insert(static_cast<std::size_t>(at), ",");
  return out;
}

std::string what(const Node& n) { return (n.scope == "all" ? std::string("all ") : n.scope + " ") + std::string(name(n.effect)); }

void merge(Ids& into, const Ids& more) {
  for (const std::string& id : more)
    if (std::find(into.begin(), into.end(), id) == into.end()) into.push_back(id);
}

Relation relate(const Node& a, const Node& b) {
  return combine({relate_harm(a.effect, b.effect), relate_victims(a.scope, b.scope)});
}

bool usable(const Toll& t, const Reading& r) {
  return !r.origin.empty() && !is_vague(r.count) && r.status != "withdrawn" && !is_part(t.scope) && t.scope != "families" &&
         t.scope != "bodies" && t.scope.find(kLonger) == std::string::npos;
}

// The figures of one origin as of one day. Several of one scope are one node: the floor is the greatest, the ceiling the least
// that was said.
class OneDay {
 public:
  OneDay(std::string origin, std::vector<std::pair<const Toll*, const Reading*>> readings) : origin_(std::move(origin)) {
    for (const auto& [toll, r] : readings) add(*toll, *r);
    add_wholes();
    solve();
  }

  void report(Balance& out) const {
    for (const Inconsistency& i : inconsistencies_)
      if (std::none_of(out.inconsistencies.begin(), out.inconsistencies.end(),
                       [&](const auto& o) { return o.between == i.between; }))
        out.inconsistencies.push_back(i);
    if (!inconsistencies_.empty()) return;  // what follows from figures that cannot all hold is worth nothing
    for (const Node& n : nodes_) {
      const bool low = n.low.value && !n.low.why.empty(), high = n.high.value && !n.high.why.empty();
      if (!low && !high) continue;
      DerivedBound b{std::string(name(n.effect)),
                     n.scope,
                     low ? n.low.value : std::nullopt,
                     high ? n.high.value : std::nullopt,
                     {},
                     origin_,
                     ""};
      if (low) merge(b.from, n.low.from), b.why = n.low.why;
      if (high) merge(b.from, n.high.from), b.why += (b.why.empty() ? "" : "; ") + n.high.why;
      out.bounds.push_back(std::move(b));
    }
  }

 private:
  Node& node(Effect effect, const std::string& scope) {
    const auto it =
        std::find_if(nodes_.begin(), nodes_.end(), [&](const Node& n) { return n.effect == effect && n.scope == scope; });
    if (it != nodes_.end()) return *it;
    nodes_.push_back({effect, scope, {}, {}, {}});
    return nodes_.back();
  }

  void add(const Toll& toll, const Reading& r) {
    Node& n = node(toll.effect, toll.scope);
    n.stated.push_back(r.id);
    if (r.count.low && (!n.low.value || *n.low.value < *r.count.low)) n.low = {r.count.low, {r.id}, ""};
    // Of two figures of one day the lesser may be of a part: only a ceiling above every floor bounds.
    if (r.count.high && (!n.high.value || *n.high.value < *r.count.high)) n.high = {r.count.high, {r.id}, ""};
  }

  // A whole that the origin gives no figure of may still have a bound.
  void add_wholes() {
    std::vector<Effect> effects;
    for (const Node& n : nodes_)
      if (n.scope != "all" && std::find(effects.begin(), effects.end(), n.effect) == effects.end()) effects.push_back(n.effect);
    for (const Effect e : effects) node(e, "all");
    for (Node& n : nodes_)
      if (n.high.value && n.low.value && *n.high.value < *n.low.value) n.high = {};
  }

  // Parts of `whole` that pairwise share nobody, greatest floors first.
  std::vector<const Node*> disjoint_parts(const Node& whole) const {
    std::vector<const Node*> parts, out;
    for (const Node& n : nodes_)
      if (&n != &whole && n.low.value && !n.stated.empty() && relate(n, whole) == Relation::kSubset) parts.push_back(&n);
    std::stable_sort(parts.begin(), parts.end(), [](const Node* a, const Node* b) { return *a->low.value > *b->low.value; });
    for (const Node* p : parts)
      if (std::all_of(out.begin(), out.end(), [&](const Node* o) { return relate(*p, *o) == Relation::kDisjoint; }))
        out.push_back(p);
    return out;
  }

  bool raise(Node& whole) {
    const auto parts = disjoint_parts(whole);
    std::int64_t sum = 0;
    End end;
    for (const Node* p : parts) {
      sum += *p->low.value;
      merge(end.from, p->low.from);
      end.why += (end.why.empty() ? "" : " + ") + grouped(*p->low.value);
    }
    if (parts.empty() || (whole.low.value && *whole.low.value >= sum)) return false;
    end.value = sum;
    end.why = parts.size() > 1 ? end.why + " = " + grouped(sum) : "not less than " + grouped(sum) + " " + what(*parts.front());
    whole.low = std::move(end);
    return true;
  }

  bool lower(Node& part) {
    bool changed = false;
    for (const Node& whole : nodes_) {
      if (&whole == &part || !whole.high.value || relate(part, whole) != Relation::kSubset) continue;
      std::int64_t rest = 0;
      End end{std::nullopt, whole.high.from, ""};
      for (const Node* other : disjoint_parts(whole)) {
        if (other == &part || relate(*other, part) != Relation::kDisjoint) continue;
        rest += *other->low.value;
        merge(end.from, other->low.from);
        end.why += " − " + grouped(*other->low.value);
      }
      end.value = *whole.high.value - rest;
      if (*end.value < 0 || (part.high.value && *part.high.value <= *end.value)) continue;
      end.why = rest > 0 ? grouped(*whole.high.value) + end.why + " = " + grouped(*end.value)
                         : "not more than " + grouped(*end.value) + " " + what(whole);
      part.high = std::move(end);
      changed = true;
    }
    return changed;
  }

  // The fewest figures that show it: terms of a sum that are not needed to pass the ceiling are left out.
  void note_inconsistency(const Node& n) {
    Ids low = n.low.from;
    Inconsistency out;
    if (low.size() > 1) {
      std::vector<const Node*> needed = disjoint_parts(n);
      std::int64_t sum = 0;
      Ids few;
      for (const Node* p : needed) {
        sum += *p->low.value;
        merge(few, p->low.from);
        if (sum > *n.high.value) break;
      }
      if (sum > *n.high.value) low = few;
    }
    merge(out.between, low);
    merge(out.between, n.high.from);
    out.why = what(n) + ": at least " + grouped(*n.low.value) + (n.low.why.empty() ? "" : " (" + n.low.why + ")") +
              " and at most " + grouped(*n.high.value) + (n.high.why.empty() ? "" : " (" + n.high.why + ")");
    inconsistencies_.push_back(std::move(out));
  }

  void solve() {
    if (nodes_.size() > kMostNodes) return;
    for (std::size_t round = 0; round < nodes_.size() + 1; ++round) {
      bool changed = false;
      for (Node& n : nodes_) changed = raise(n) || changed;
      for (Node& n : nodes_)
        if (n.low.value && n.high.value && *n.low.value > *n.high.value) note_inconsistency(n);
      if (!inconsistencies_.empty()) return;
      for (Node& n : nodes_) changed = lower(n) || changed;
      if (!changed) return;
    }
  }

  std::string origin_;
  std::vector<Node> nodes_;
  std::vector<Inconsistency> inconsistencies_;
};

}  // namespace

// A reading that stands under "all" only because its origin counts one group alone says nothing of the whole.
Balance balance(const std::vector<Toll>& tolls) {
  using Key = std::pair<std::string, std::optional<Date>>;
  std::map<Key, std::vector<std::pair<const Toll*, const Reading*>>> days;
  for (const Toll& t : tolls)
    for (const Reading& r : t.readings)
      if (usable(t, r) && r.note.rfind("names only", 0) != 0) days[{r.origin, r.as_of}].emplace_back(&t, &r);
  Balance out;
  for (auto& [key, readings] : days)
    if (readings.size() > 1) OneDay(key.first, readings).report(out);
  return out;
}

}  // namespace attest
