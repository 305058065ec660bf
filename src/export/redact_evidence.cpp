// What the words around a name say of the person: an office, or a private role.
#include <algorithm>

#include "export/redact_names.h"

namespace attest {
namespace {

constexpr std::size_t kNear = 8;

std::string_view between(std::string_view text, const Word& a, const Word& b) { return text.substr(a.span.end, b.span.begin - a.span.end); }

}  // namespace

// "Foreign Minister Orlan Fesk", "the minister for health Orlan Fesk": an office directly before, with nothing but names and "of" between.
bool PrivateNames::office_before(std::string_view text, const std::vector<Word>& words, const Candidate& c) const {
  std::size_t steps = 0;
  for (std::size_t i = c.first; i > 0 && steps < 4; --i, ++steps) {
    const auto& word = words[i - 1];
    if (!joined(text, word, words[i])) return false;
    if (rules_.is("office", word.folded)) return true;
    const bool passable = word.capital || word.folded == "of" || word.folded == "for" || word.folded == "and";
    if (!passable) return false;
  }
  return false;
}

// "Orlan Fesk, the governor of Tolm": an apposition that begins with the office; "a friend of the governor" is another person.
bool PrivateNames::office_after(std::string_view text, const std::vector<Word>& words, const Candidate& c) const {
  if (c.last >= words.size() || between(text, words[c.last - 1], words[c.last]) != ", ") return false;
  const auto genitive = [&](std::size_t i) { return i < words.size() && words[i].folded == "s" && joined(text, words[i - 1], words[i]); };
  for (std::size_t i = c.last; i < words.size() && i < c.last + 7; ++i) {
    const bool letters = i > c.last && words[i - 1].span.size() == 1 && words[i - 1].capital;  // "the U.N. envoy"
    const auto gap = i > c.last ? between(text, words[i - 1], words[i]) : std::string_view();
    if (i > c.last && !joined(text, words[i - 1], words[i]) && !(letters && (gap == "." || gap == ". "))) return false;
    const auto& w = words[i].folded;
    if (rules_.is("office", w)) return !genitive(i + 1);  // "the governor's brother" is another person
    if (genitive(i) && words[i - 1].capital) continue;    // "Borland's envoy"
    for (const auto* word : {"of", "for", "to", "by", "with", "from", "near", "s", "who", "and"})
      if (w == word) return false;
    for (const auto* kind : {"person", "child", "kin", "job", "speech"})
      if (rules_.is(kind, w)) return false;
  }
  return false;
}

PrivateNames::Evidence PrivateNames::evidence(std::string_view text, const std::vector<Word>& words, const Candidate& c) const {
  Evidence out;
  out.office = office_before(text, words, c) || office_after(text, words, c);
  const auto border = [&](std::size_t a, std::size_t b) {
    const auto gap = between(text, words[a], words[b]);
    return gap.find_first_of(".!?\n;") != std::string_view::npos && !joined(text, words[a], words[b]);
  };
  out.person = c.person || out.office || person_context(text, words, c.last - 1) || person_context(text, words, c.first);
  std::size_t best = kNear + 1;
  const auto look = [&](std::size_t i, std::size_t distance, bool adjacent) {
    const auto& w = words[i].folded;
    const bool child = rules_.is("child", w), kin = rules_.is("kin", w), person = rules_.is("person", w);
    // A role beside the name, or an institution of private life, makes its bearer private whatever office a word nearby names.
    if (adjacent && (child || kin || person || rules_.is("job", w))) out.is_private = out.person = true;
    if (distance <= 6 && rules_.is("site", w)) out.is_private = true;
    if (const auto role = rules_.role(w); !role.empty() && distance < best) best = distance, out.role = role;
  };
  for (std::size_t d = 1; d <= kNear && c.first >= d && !border(c.first - d, c.first - d + 1); ++d)
    look(c.first - d, d, d == 1 && joined(text, words[c.first - 1], words[c.first]));
  bool apposition = c.last < words.size() && between(text, words[c.last - 1], words[c.last]) == ", ";
  for (std::size_t d = 1; d <= kNear && c.last + d - 1 < words.size() && !border(c.last + d - 2, c.last + d - 1); ++d) {
    if (d > 1 && between(text, words[c.last + d - 2], words[c.last + d - 1]).find(',') != std::string_view::npos && !words[c.last + d - 2].number) apposition = false;
    const auto& w = words[c.last + d - 1].folded;
    if (w == "of" || w == "for" || w == "who" || w == "and" || rules_.is("speech", w)) apposition = false;
    look(c.last + d - 1, d, apposition);
  }
  return out;
}

bool PrivateNames::is_public(const std::string& name) const {
  const auto it = names_.find(name);
  if (it != names_.end() && (it->second.offices > 0 || it->second.privates > 0)) return it->second.in_office();
  // A surname alone, or a fuller form, of somebody who holds an office.
  const auto family = by_last_word_.find(name.substr(name.rfind(' ') + 1));
  if (family == by_last_word_.end()) return false;
  bool found = false;
  for (const auto& other : family->second) {
    const auto& known = names_.at(other);
    const bool same = other.size() > name.size() ? other.ends_with(" " + name) : name.ends_with(" " + other);
    if (!same) continue;
    if (!known.in_office()) {
      if (other.size() > name.size()) return false;
      continue;
    }
    found = true;
  }
  return found;
}

std::string PrivateNames::role_of(const std::string& name, const Evidence& here) const {
  const auto it = names_.find(name);
  if (it != names_.end() && !it->second.role.empty()) return "[" + it->second.role + "]";
  return here.role.empty() ? "[a person]" : "[" + here.role + "]";
}

bool PrivateNames::names_official(std::string_view text) const {
  const auto words = scan_words(text);
  bool official = false;
  for (const auto& c : candidates(text, words, {})) {
    if (!is_public(key(words, c))) return false;
    official = true;
  }
  return official;
}

std::vector<Edit> PrivateNames::find(std::string_view text, const std::vector<Word>& words, const std::vector<Span>& people) const {
  std::vector<Edit> out;
  std::vector<char> done(words.size(), 0);
  const auto edit = [&](std::size_t first, std::size_t last, std::string role) {
    out.push_back({{words[first].span.begin, words[last - 1].span.end}, std::move(role)});
    std::fill(done.begin() + static_cast<std::ptrdiff_t>(first), done.begin() + static_cast<std::ptrdiff_t>(last), 1);
  };
  for (const auto& c : candidates(text, words, people)) {
    const auto name = key(words, c);
    const auto here = evidence(text, words, c);
    std::fill(done.begin() + static_cast<std::ptrdiff_t>(c.first), done.begin() + static_cast<std::ptrdiff_t>(c.last), 1);
    if (is_public(name)) continue;
    std::size_t first = c.first;  // "al-Dorrani": the particle goes with its name
    while (first > 0 && rules_.is("particle", words[first - 1].folded) && joined(text, words[first - 1], words[first]) &&
           text.substr(words[first - 1].span.end, 1) == "-")
      --first;
    edit(first, c.last, role_of(name, here));
  }
  const auto covered = explained(text, words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (done[i] || !words[i].capital || !parts_.contains(words[i].folded) || public_parts_.contains(words[i].folded)) continue;
    if (established_.contains(words[i].folded)) continue;
    if ((covered[i] || plural_of_known(words[i])) && !person_context(text, words, i, true)) continue;
    if (common(words[i]) && !rules_.is("given", words[i].folded)) continue;
    edit(i, i + 1, role_of(words[i].folded, {}));
  }
  return out;
}

}  // namespace attest
