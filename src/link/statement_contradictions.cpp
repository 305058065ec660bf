#include <algorithm>
#include <set>
#include <tuple>

#include "link/words.h"

namespace attest {
namespace {

constexpr int kDays = 7;  // between two reports' days for one act

// The words of a target that name a person or body: from its last capital run; empty where it ends in a common noun ("the new
// rulers").
std::vector<std::string> named_words(const std::string& target) {
  std::vector<std::string> out;
  std::string word;
  const auto flush = [&] {
    if (word.empty()) return;
    const Decoded first = decode_utf8(word, 0);
    const bool capital = fold_case(first.code) != first.code;
    const auto hyphen = word.find('-');  // "al-Maran"
    const bool particle = hyphen != std::string::npos && hyphen < 4;
    if (capital || particle) out.push_back(folded_words(word));
    else out.clear();
    word.clear();
  };
  for (const char c : target) {
    if (c == ' ') flush();
    else word += c;
  }
  flush();
  return out;
}

bool near_days(const StatementFacts& a, const StatementFacts& b) {
  return !a.day || !b.day || std::abs(a.day->days() - b.day->days()) <= kDays;
}

// One occasion: a word of the topic in both that is no part of a target's name.
bool same_occasion(const StatementFacts& a, const StatementFacts& b) {
  if (a.statement->date && b.statement->date && a.statement->date != b.statement->date) return false;
  return shared_words(a.words, b.words) >= 1;
}

std::string quoted(const std::string& text) { return "“" + text + "”"; }

class Finder {
 public:
  explicit Finder(const CaseView& view) : view_(view) {}

  void compare(const StatementFacts& a, const StatementFacts& b) {
    if (a.at.report == b.at.report || !near_days(a, b)) return;
    const Statement &x = *a.statement, &y = *b.statement;
    const bool same_actor = !a.actor_key.empty() && a.actor_key == b.actor_key;
    const bool same_words = same_quotation(a.quoted, b.quoted);
    if (x.act == "invite" && y.act == "invite" && same_actor && same_occasion(a, b) && different_people(x.target, y.target))
      add("invitee", a, b, "the same invitation is said to have gone to " + quoted(x.target) + " and to " + quoted(y.target));
    if (same_words && x.act == y.act && same_actor && !x.target.empty() && !y.target.empty() &&
        folded_words(x.target) != folded_words(y.target))
      add("addressee", a, b, "the same words are said to be addressed to " + quoted(x.target) + " and to " + quoted(y.target));
    if (same_words && !same_actor && !a.actor_key.empty() && !b.actor_key.empty() && !related(a, b))
      add("speaker", a, b, "the same words are said to be those of " + quoted(x.actor) + " and of " + quoted(y.actor));
    if (same_actor && withheld(x, "condemn") && y.act == "condemn")
      add("condemned", a, b, "one report says that " + x.actor + " did not condemn it, the other that it did");
    if (same_actor && x.act == "deny" && (y.act == "admit" || y.act == "claim_responsibility") &&
        shared_words(a.words, b.words) >= 2)
      add("denied", a, b, "one report says that " + x.actor + " denied it, the other that it was admitted");
  }

  std::vector<Contradiction> take() && { return std::move(out_); }

 private:
  static bool withheld(const Statement& s, const std::string& act) {
    return s.strength == "withheld" && (s.detail == "not_" + act || s.detail == "silent");
  }

  // A body and who speaks for it are no rival speakers.
  static bool related(const StatementFacts& a, const StatementFacts& b) {
    const auto holds = [](const std::string& x, const std::string& y) {
      return !y.empty() && (" " + folded_words(x) + " ").find(" " + y + " ") != std::string::npos;
    };
    const std::string of_a = a.statement->actor_canonical + " " + a.statement->actor + " " + a.statement->actor_organisation;
    const std::string of_b = b.statement->actor_canonical + " " + b.statement->actor + " " + b.statement->actor_organisation;
    return holds(of_a, b.actor_key) || holds(of_b, a.actor_key) ||
           (!a.statement->actor_entity.empty() && a.statement->actor_entity == b.statement->actor_entity);
  }

  void add(std::string about, const StatementFacts& a, const StatementFacts& b, std::string reason) {
    const bool ordered = std::tie(view_.rank[a.at.report], a.at.index) < std::tie(view_.rank[b.at.report], b.at.index);
    const StatementFacts &first = ordered ? a : b, &second = ordered ? b : a;
    if (!seen_.emplace(about, first.at, second.at).second) return;
    out_.push_back({std::move(about),
                    {{first.at.report, first.statement->id}, {second.at.report, second.statement->id}},
                    std::move(reason)});
  }

  const CaseView& view_;
  std::set<std::tuple<std::string, WordsRef, WordsRef>> seen_;
  std::vector<Contradiction> out_;
};

}  // namespace

bool different_people(const std::string& a, const std::string& b) {
  const auto x = named_words(a), y = named_words(b);
  if (x.empty() || y.empty()) return false;
  return std::find(x.begin(), x.end(), y.back()) == x.end() && std::find(y.begin(), y.end(), x.back()) == y.end();
}

std::vector<Contradiction> statement_contradictions(const CaseView& view, const std::vector<StatementFacts>& facts) {
  constexpr std::size_t kCompared = 200;
  Finder finder(view);
  std::map<std::string, std::vector<std::size_t>> meet;  // statements that share an actor or the beginning of a quotation
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (!facts[i].actor_key.empty()) meet["actor " + facts[i].actor_key].push_back(i);
    for (std::size_t w = 0; w + 6 <= facts[i].quoted.size(); ++w) {
      std::string run = "words";
      for (std::size_t k = 0; k < 6; ++k) run += " " + facts[i].quoted[w + k];
      meet[run].push_back(i);
    }
  }
  for (auto& [key, list] : meet) {
    // Of many, those of near days stand side by side.
    if (list.size() > kCompared)
      std::stable_sort(list.begin(), list.end(), [&](auto a, auto b) { return facts[a].day < facts[b].day; });
    for (std::size_t a = 0; a < list.size(); ++a)
      for (std::size_t b = a > kCompared ? a - kCompared : 0; b < list.size() && b < a + kCompared; ++b)
        if (a != b) finder.compare(facts[list[a]], facts[list[b]]);
  }
  return std::move(finder).take();
}

}  // namespace attest
