#include "find/roll_counts.h"

#include <algorithm>
#include <optional>

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
  bool offspring = false;  // somebody's son or daughter, of an age that the word leaves open
  std::size_t sentence = 0, last_sentence = 0;
};

bool holds(const std::vector<std::string>& groups, std::string_view group) {
  return std::find(groups.begin(), groups.end(), group) != groups.end();
}

// "their four children": so many, of whom some may be named behind it or in another sentence.
struct Family {
  std::size_t told = 0;
  std::int64_t size = 0;
  std::string_view group;  // children | women; "" sons and daughters of any age
  std::size_t sentence = 0;
  std::vector<std::string_view> owner;  // the name of whose they are, as far as the sentence tells
  std::vector<std::size_t> members;     // indices into the people
};

class RollReader {
 public:
  RollReader(const HarmReading& r, const std::vector<ToldPerson>& told) : r_(r), told_(told) {}

  std::vector<RollCount> run() {
    for (std::size_t i = 0; i < told_.size(); ++i) {
      if (told_[i].size > 1) open_family(i);
      else take(read(i));
    }
    std::vector<RollCount> out;
    for (const auto* group : {"children", "women"}) {
      auto roll = largest(group);
      if (roll.members.size() > 1) out.push_back(std::move(roll));
    }
    return out;
  }

 private:
  static bool is_child(const Person& p) { return p.age ? *p.age < kGrownUp : p.child || p.offspring; }
  // A daughter whose age is not told may be a girl.
  static bool is_woman(const Person& p) { return p.sex == NameSex::kFemale && (p.age || !p.offspring); }
  static bool belongs(const Person& p, std::string_view group) {
    return is_child(p) == (group == "children") && (is_child(p) || is_woman(p));
  }

  // Those who are named and those counted among their kin, over the whole report; or all of one sentence, where these are more.
  RollCount largest(std::string_view group) const {
    auto best = named(group);
    for (std::size_t i = 0; i < people_.size();) {
      RollCount here{std::string(group), {}, 0};
      const auto sentence = people_[i].sentence;
      for (; i < people_.size() && people_[i].sentence == sentence; ++i)
        if (belongs(people_[i], group)) here.members.push_back(people_[i].told);
      for (const auto& f : families_)
        if (f.sentence == sentence) add_unnamed(f, rest(f, group), here);
      if (here.size() > best.size()) best = std::move(here);
    }
    std::sort(best.members.begin(), best.members.end());
    return best;
  }

  // Who is named later without a family may be one of those counted with one before.
  RollCount named(std::string_view group) const {
    RollCount out{std::string(group), {}, 0};
    for (const auto& p : people_)
      if (belongs(p, group) && !p.name.empty()) out.members.push_back(p.told);
    std::int64_t taken = 0;
    for (const auto& f : families_) {
      std::int64_t free = -taken;
      for (std::size_t i = 0; i < people_.size(); ++i)
        free += belongs(people_[i], group) && !people_[i].name.empty() && people_[i].last_sentence >= f.sentence && std::find(f.members.begin(), f.members.end(), i) == f.members.end();
      const auto unnamed = std::max<std::int64_t>(0, rest(f, group));
      const auto named = std::clamp<std::int64_t>(free, 0, unnamed);
      taken += named;
      add_unnamed(f, unnamed - named, out);
    }
    return out;
  }

  static std::int64_t rest(const Family& f, std::string_view group) { return f.group == group ? f.size - static_cast<std::int64_t>(f.members.size()) : 0; }

  static void add_unnamed(const Family& f, std::int64_t rest, RollCount& out) {
    if (rest <= 0) return;
    out.members.push_back(f.told);
    out.unnamed += rest - 1;
  }

  void open_family(std::size_t i) {
    const auto& g = *told_[i].group;
    open_.reset();
    if (g.noun < 0 || !(r_.clause(g.first) == ClauseWord::kPossessive || owned(g))) return;
    const auto& noun = r_.noun(g.noun);
    Family f;
    f.told = i, f.size = told_[i].size, f.sentence = told_[i].sentence;
    if (noun.groups.size() == 1 && (noun.groups.front() == "children" || noun.groups.front() == "women")) f.group = noun.groups.front();
    else if (!noun.offspring) return;
    for (const auto& p : people_)
      if (p.last_sentence == f.sentence && !p.name.empty() && !p.offspring) f.owner = p.name;
    for (std::size_t k = 0; k < families_.size(); ++k) {
      auto& other = families_[k];
      const bool unlike = !other.owner.empty() && (f.owner.empty() ? false : other.owner != f.owner || other.size != f.size);
      if (other.group != f.group || other.sentence == f.sentence || unlike) continue;
      other.size = std::max(other.size, f.size);
      open_ = k, left_ = f.size, open_sentence_ = f.sentence;
      return;
    }
    families_.push_back(std::move(f));
    open_ = families_.size() - 1, left_ = f.size, open_sentence_ = told_[i].sentence;
  }

  // "three of her children", "Lobna's four sons"
  bool owned(const PeopleGroup& g) const {
    if (g.first > 0 && r_.in.tokens.norm(g.first - 1) == "'s") return true;
    for (auto k = g.first; k < g.last && g.subset; ++k)
      if (r_.clause(k) == ClauseWord::kPossessive) return true;
    return false;
  }

  // A person told, who may be the next member of the family told before.
  void take(Person p) {
    const auto& g = *told_[p.told].group;
    const bool own = r_.clause(g.first) == ClauseWord::kPossessive;
    const bool member = open_ && left_ > 0 && p.sentence == open_sentence_ && !p.name.empty() && !own;
    if (!member) open_.reset();
    if (member) {
      const auto& f = families_[*open_];
      const auto& noun = r_.noun(told_[f.told].group->noun);
      p.child |= f.group == "children";
      p.offspring |= noun.offspring;
      if (noun.female || f.group == "women") p.sex = NameSex::kFemale;
      if (noun.male) p.sex = NameSex::kMale;
      --left_;
    }
    const auto at = add(std::move(p));
    if (member && std::find(families_[*open_].members.begin(), families_[*open_].members.end(), at) == families_[*open_].members.end())
      families_[*open_].members.push_back(at);
  }

  Person read(std::size_t i) const {
    const auto& g = *told_[i].group;
    Person out;
    out.told = i;
    out.sentence = out.last_sentence = told_[i].sentence;
    out.age = g.age;
    out.child = holds(*told_[i].groups, "children");
    auto name = read_person_name(r_, g);
    out.name = std::move(name.words);
    out.sex = name.sex;
    const auto read_noun = [&](std::int16_t index) {
      if (index < 0) return;
      const auto& noun = r_.noun(index);
      if (noun.female || holds(noun.groups, "women")) out.sex = NameSex::kFemale;
      if (noun.male || holds(noun.groups, "men")) out.sex = NameSex::kMale;
      out.offspring |= noun.offspring;
    };
    read_noun(g.noun);
    for (const auto m : g.modifiers) read_noun(m);
    return out;
  }

  static bool same(const Person& a, const Person& b) {
    if (a.name.empty() || b.name.empty()) return false;
    if (a.age && b.age && std::abs(*a.age - *b.age) > 1) return false;
    if (a.name.front() != b.name.front() && name_similarity(a.name.front(), b.name.front()) < kSameName) return false;
    if (a.name.size() == 1 || b.name.size() == 1) return true;
    const auto holds_name = [](const Person& p, std::string_view name) {
      return std::any_of(p.name.begin() + 1, p.name.end(), [&](std::string_view own) { return own == name || name_similarity(own, name) >= kSameName; });
    };
    return holds_name(a, b.name.back()) || holds_name(b, a.name.back());
  }

  // Where the person stands among the people.
  std::size_t add(Person p) {
    for (std::size_t i = 0; i < people_.size(); ++i)
      if (auto& q = people_[i]; same(p, q)) {
        if (!q.age) q.age = p.age;
        if (q.sex == NameSex::kUnknown) q.sex = p.sex;
        q.child |= p.child;
        q.offspring |= p.offspring;
        q.last_sentence = p.sentence;
        if (p.name.size() > q.name.size()) q.name = std::move(p.name);
        return i;
      }
    people_.push_back(std::move(p));
    return people_.size() - 1;
  }

  const HarmReading& r_;
  const std::vector<ToldPerson>& told_;
  std::vector<Person> people_;
  std::vector<Family> families_;
  std::optional<std::size_t> open_;  // the family whose members may come next
  std::int64_t left_ = 0;            // so many of them
  std::size_t open_sentence_ = 0;
};

}  // namespace

std::vector<RollCount> count_rolls(const HarmReading& reading, const std::vector<ToldPerson>& told) {
  return RollReader(reading, told).run();
}

}  // namespace attest
