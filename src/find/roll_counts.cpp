#include "find/roll_counts.h"

#include <algorithm>

#include "find/harm_names.h"
#include "know/names.h"

namespace attest {
namespace {

constexpr int kGrownUp = 18;
constexpr double kSameName = 0.5;  // know/names.h

struct Person {
  std::size_t told = 0;
  std::vector<std::string_view> name;  // without particles and titles; empty: told by a noun alone
  NameSex sex = NameSex::kUnknown;
  std::optional<int> age;
  bool child = false;     // by the source's own word
  bool daughter = false;  // of an age that the word leaves open
  std::size_t sentence = 0;
};

bool holds(const std::vector<std::string>& groups, std::string_view group) {
  return std::find(groups.begin(), groups.end(), group) != groups.end();
}

class RollReader {
 public:
  RollReader(const HarmReading& r, const std::vector<ToldPerson>& told) : r_(r), told_(told) {}

  std::vector<RollCount> run() {
    for (std::size_t i = 0; i < told_.size(); ++i) add(read(i));
    std::vector<RollCount> out;
    for (const auto* group : {"children", "women"}) {
      auto members = largest([&](const Person& p) {
        return is_child(p) == (std::string_view(group) == "children") && (is_child(p) || is_woman(p));
      });
      if (members.size() > 1) out.push_back({group, std::move(members)});
    }
    return out;
  }

 private:
  static bool is_child(const Person& p) { return p.age ? *p.age < kGrownUp : p.child; }
  // A daughter whose age is not told may be a girl.
  static bool is_woman(const Person& p) { return p.sex == NameSex::kFemale && (p.age || !p.daughter); }

  // Those who are named, over the whole report; or all of one sentence, where these are more.
  template <class Is>
  std::vector<std::size_t> largest(Is is) const {
    std::vector<std::size_t> named, best;
    for (const auto& p : people_)
      if (is(p) && !p.name.empty()) named.push_back(p.told);
    for (std::size_t i = 0; i < people_.size();) {
      std::vector<std::size_t> here;
      const auto sentence = people_[i].sentence;
      for (; i < people_.size() && people_[i].sentence == sentence; ++i)
        if (is(people_[i])) here.push_back(people_[i].told);
      if (here.size() > best.size()) best = std::move(here);
    }
    return best.size() > named.size() ? best : named;
  }

  Person read(std::size_t i) const {
    const auto& g = *told_[i].group;
    Person out;
    out.told = i;
    out.sentence = told_[i].sentence;
    out.age = g.age;
    out.child = holds(*told_[i].groups, "children");
    auto name = read_person_name(r_, g);
    out.name = std::move(name.words);
    out.sex = name.sex;
    const auto take = [&](std::int16_t index) {
      if (index < 0) return;
      const auto& noun = r_.noun(index);
      if (noun.female || holds(noun.groups, "women")) out.sex = NameSex::kFemale;
      out.daughter |= noun.female && noun.groups.empty();

      if (holds(noun.groups, "men")) out.sex = NameSex::kMale;
    };
    take(g.noun);
    for (const auto m : g.modifiers) take(m);
    return out;
  }

  static bool same(const Person& a, const Person& b) {
    if (a.name.empty() || b.name.empty()) return false;
    if (a.age && b.age && std::abs(*a.age - *b.age) > 1) return false;
    if (a.name.front() != b.name.front() && name_similarity(a.name.front(), b.name.front()) < kSameName) return false;
    if (a.name.size() == 1 || b.name.size() == 1) return true;
    return std::find(a.name.begin() + 1, a.name.end(), b.name.back()) != a.name.end() ||
           std::find(b.name.begin() + 1, b.name.end(), a.name.back()) != b.name.end();
  }

  void add(Person p) {
    for (auto& q : people_)
      if (same(p, q)) {
        if (!q.age) q.age = p.age;
        if (q.sex == NameSex::kUnknown) q.sex = p.sex;
        q.child |= p.child;
        q.daughter |= p.daughter;
        if (p.name.size() > q.name.size()) q.name = std::move(p.name);
        return;
      }
    people_.push_back(std::move(p));
  }

  const HarmReading& r_;
  const std::vector<ToldPerson>& told_;
  std::vector<Person> people_;
};

}  // namespace

std::vector<RollCount> count_rolls(const HarmReading& reading, const std::vector<ToldPerson>& told) {
  return RollReader(reading, told).run();
}

}  // namespace attest
