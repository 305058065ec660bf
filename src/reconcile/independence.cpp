#include "reconcile/independence.h"

#include <algorithm>
#include <numeric>

#include "reconcile/denying.h"

namespace attest {
namespace {

// Classes of a small set, joined step by step.
class Classes {
 public:
  explicit Classes(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t x) const {
    while (parent_[x] != x) x = parent_[x];
    return x;
  }
  void join(std::size_t a, std::size_t b) {
    const std::size_t x = find(a), y = find(b);
    parent_[std::max(x, y)] = std::min(x, y);
  }
  int count() const {
    int n = 0;
    for (std::size_t i = 0; i < parent_.size(); ++i) n += parent_[i] == i;
    return n;
  }

 private:
  std::vector<std::size_t> parent_;
};

bool share_text(const Series::Draft& a, const Series::Draft& b, const CaseFacts& facts) {
  for (const Said& x : a.said)
    for (const Said& y : b.said)
      if (x.report == y.report || facts.shared_text.count({x.report, y.report}) > 0) return true;
  return false;
}

bool official(const std::string& kind) { return kind == "government" || kind == "military" || kind == "police" || kind == "state_media"; }

// The party whose organ the origin is; an unnamed official whom a party's own agency quotes ("unnamed-police@…") is of that party.
std::string party_of(const std::string& origin, const CaseFacts& facts) {
  const bool quoted = is_unnamed(origin) && official(kind_of_origin(origin, facts));
  const DossierSource* s = facts.source(quoted ? origin.substr(origin.find('@') + 1) : origin);
  return s && s->party ? s->party->name : "";
}

bool one_party(const std::string& a, const std::string& b, const CaseFacts& facts) {
  const std::string x = party_of(a, facts);
  return !x.empty() && x == party_of(b, facts);
}

// An unnamed official may speak for any state that another origin is an organ of.
bool may_be_one_state(const std::string& a, const std::string& b, const CaseFacts& facts) {
  const bool known = !party_of(a, facts).empty() && !party_of(b, facts).empty();
  return !known && (is_unnamed(a) || is_unnamed(b)) && official(kind_of_origin(a, facts)) && official(kind_of_origin(b, facts));
}

// Whatever the origin tells, it told to the other, whose own account rests on such witnesses; an outlet or agency only passes on.
bool told_to(const Series::Draft& a, const std::string& other, const CaseFacts& facts) {
  static constexpr std::string_view kAsks[] = {"ngo", "monitor", "international"};
  if (std::find(std::begin(kAsks), std::end(kAsks), kind_of_origin(other, facts)) == std::end(kAsks) || a.said.empty()) return false;
  return std::all_of(a.said.begin(), a.said.end(), [&](const Said& s) {
    const auto& chain = s.claim->attribution;
    const auto is_other = [&](const Source& one) { return one.entity == other || source_named(one.text, facts) == other; };
    return chain.size() > 1 && std::any_of(chain.begin(), chain.end() - 1, [&](const Source& link) {
             return std::any_of(speakers(link).begin(), speakers(link).end(), is_other);
           });
  });
}

}  // namespace

Independence independent_origins(const Series& series, const std::vector<std::size_t>& drafts, const CaseFacts& facts) {
  Classes sure(drafts.size()), possible(drafts.size());
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    for (std::size_t j = i + 1; j < drafts.size(); ++j) {
      const Series::Draft &a = series.drafts[drafts[i]], &b = series.drafts[drafts[j]];
      const std::string &x = a.reading.origin, &y = b.reading.origin;
      const bool same_kind = kind_of_origin(x, facts) == kind_of_origin(y, facts) && (is_unnamed(x) || is_unnamed(y));
      const bool one = x == y || one_party(x, y, facts) || (same_kind && is_unnamed(x) && is_unnamed(y) && share_text(a, b, facts)) ||
                       told_to(a, y, facts) || told_to(b, x, facts);
      if (one) sure.join(i, j);
      if (one || same_kind || may_be_one_state(x, y, facts)) possible.join(i, j);
    }
  }
  Independence out{possible.count(), sure.count(), {}};
  for (std::size_t i = 0; i < drafts.size(); ++i)
    if (possible.find(i) == i) out.representatives.push_back(drafts[i]);
  return out;
}

}  // namespace attest
