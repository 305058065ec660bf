#include "export/redact_names.h"

#include <algorithm>

namespace attest {
namespace {

// Kinds of source whose name is a body's, not a private person's.
bool is_body(std::string_view kind) {
  static const std::set<std::string_view> kBodies = {"outlet", "agency", "state_media", "monitor", "ngo", "government", "military", "armed_group", "police", "international"};
  return kBodies.contains(kind);
}

// So many reports do not name one private person without ever saying that it is one.
constexpr std::size_t kManyReports = 4;

bool is_private(std::string_view kind) {
  static const std::set<std::string_view> kPrivate = {"witness", "activist", "medical", "social_media", "media_item"};
  return kPrivate.contains(kind);
}

// A body that no list knows may be a person's name that was misread: it protects nothing.
bool is_place_or_body(const Mention& m) {
  const bool body = m.type == MentionType::kOrganisation || m.type == MentionType::kGroup;
  return m.type != MentionType::kPerson && m.type != MentionType::kQuantity && !(body && m.entity.empty());
}

std::vector<Span> person_spans(const Analysis& a) {
  std::vector<Span> out;
  for (const auto& m : a.findings.mentions)
    if (m.type == MentionType::kPerson) out.push_back(m.span);
  return out;
}

}  // namespace

PrivateNames::PrivateNames(const Dossier& dossier, std::span<const Analysis> analyses, const PrivacyRules& rules) : rules_(rules) {
  learn_words(analyses);
  learn_private_sources(dossier, analyses);
  learn_phrases(dossier, analyses);
  learn_established(analyses);
  learn_names(dossier, analyses);
}

void PrivateNames::learn_words(std::span<const Analysis> analyses) {
  for (std::uint32_t r = 0; r < analyses.size(); ++r)
    for (const auto& word : scan_words(analyses[r].report.text)) {
      if (word.capital) capital_[word.folded].insert(r);
      else if (!word.number && !word.other_script) lower_.insert(word.folded);
    }
}

// A word that many reports write with a capital and hardly one gives to a person is no private person's name.
void PrivateNames::learn_established(std::span<const Analysis> analyses) {
  std::map<std::string, std::set<std::uint32_t>, std::less<>> of_people;
  for (std::uint32_t r = 0; r < analyses.size(); ++r) {
    const auto& text = analyses[r].report.text;
    const auto words = scan_words(text);
    for (const auto& c : candidates(text, words, person_spans(analyses[r])))
      if (evidence(text, words, c).person)
        for (std::size_t i = c.first; i < c.last; ++i) of_people[words[i].folded].insert(r);
  }
  std::set<std::string, std::less<>> sources;
  for (const auto& name : private_sources_) sources.insert(name.begin(), name.end());
  for (const auto& [word, reports] : capital_) {
    const auto it = of_people.find(word);
    const auto people = it == of_people.end() ? 0 : it->second.size();
    if (reports.size() >= kManyReports && people * 10 <= reports.size() && !sources.contains(word) && !rules_.is("given", word)) established_.insert(word);
  }
}

// Governments, armies, police and councils speak through people: such a source under a bare name is a person whom only the text's word
// for the office keeps.
bool PrivateNames::speaks_for_office(const DossierSource& s) const {
  if (s.kind != "government" && s.kind != "military" && s.kind != "police" && s.kind != "international") return false;
  int capitals = 0;
  for (const auto& word : scan_words(s.name)) {
    if (common(word)) return false;
    capitals += word.capital && !rules_.is("particle", word.folded);
  }
  return capitals >= 2;
}

// Names of sources who are private by their kind: nothing that holds one is a place or a body.
void PrivateNames::learn_private_sources(const Dossier& dossier, std::span<const Analysis> analyses) {
  const auto learn = [&](std::string_view kind, std::string_view text) {
    if (!is_private(kind)) return;
    text = text.substr(0, text.find(" ("));  // "an activist, unnamed (Norr Post)": the outlet is nobody's name
    std::vector<std::string> name;
    const auto words = scan_words(text);
    if (std::any_of(words.begin(), words.end(), [&](const Word& w) { return w.capital && rules_.is("thing", w.folded); })) return;  // a body
    for (const auto& word : words) {
      if (word.capital && !common(word)) name.push_back(word.folded);
      else if (!name.empty() && !rules_.is("particle", word.folded)) break;
    }
    if (name.size() >= 2) private_sources_.insert(std::move(name));
  };
  const auto learn_all = [&](const Source& s) {
    for (const auto& one : speakers(s)) learn(one.kind, one.text);
  };
  for (const auto& s : dossier.sources) learn(s.kind, s.name);
  for (const auto& a : analyses) {
    for (const auto& c : a.findings.claims)
      for (const auto& s : c.attribution) learn_all(s);
    for (const auto& q : a.findings.quotes)
      for (const auto& s : q.chain) learn_all(s);
  }
}

void PrivateNames::add_phrase(std::string_view text) {
  std::vector<std::string> words;
  for (auto& word : scan_words(text)) words.push_back(std::move(word.folded));
  if (words.empty() || (words.size() == 1 && words[0].size() < 2)) return;
  for (const auto& name : private_sources_)
    if (std::search(words.begin(), words.end(), name.begin(), name.end()) != words.end()) return;
  auto& list = phrases_[words.front()];
  if (std::find(list.begin(), list.end(), words) == list.end()) list.push_back(std::move(words));
}

namespace {

// A town's name by which the same report calls a person: there it speaks of the person.
bool is_surname_here(const Mention& place, const Analysis& a) {
  const auto said = scan_words(place.span.in(a.report.text));
  if (place.type != MentionType::kPlace || said.size() != 1) return false;
  return std::any_of(a.findings.mentions.begin(), a.findings.mentions.end(), [&](const Mention& m) {
    if (m.type != MentionType::kPerson) return false;
    const auto name = scan_words(m.span.in(a.report.text));
    return !name.empty() && name.back().folded == said[0].folded;
  });
}

// A lone word that the outlet's own name lacks: its correspondent's surname, not the outlet. Acronyms are no surnames.
bool is_correspondent(const DossierSource& outlet, std::string_view alias) {
  if (outlet.kind != "outlet" && outlet.kind != "agency" && outlet.kind != "state_media") return false;
  const auto words = scan_words(alias), own = scan_words(outlet.name);
  if (words.size() != 1 || words[0].all_caps) return false;
  return std::none_of(own.begin(), own.end(), [&](const Word& w) { return w.folded == words[0].folded; });
}

// "Hill Front of Dorvan (HFD)": a short name of its initials in brackets behind it makes a run of capitalised words a body.
std::vector<Span> bodies_with_short_names(std::string_view text, const std::vector<Word>& words) {
  constexpr std::size_t kLongest = 8, kLetters = 3;
  std::vector<Span> out;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const Word& brief = words[i];
    const bool in_brackets = brief.all_caps && brief.folded.size() >= kLetters && brief.span.begin == words[i - 1].span.end + 2 && text.substr(brief.span.begin - 2, 2) == " (" &&
                             text.substr(brief.span.end, 1) == ")";
    if (!in_brackets) continue;
    std::size_t letter = brief.folded.size(), first = i;
    while (letter > 0 && first > 0 && i - first < kLongest && (first == i || joined(text, words[first - 1], words[first]))) {
      --first;
      if (words[first].folded.front() == brief.folded[letter - 1]) --letter;
    }
    if (letter == 0 && words[first].capital && i - first >= 2) out.push_back({words[first].span.begin, words[i - 1].span.end});
  }
  return out;
}

}  // namespace

void PrivateNames::learn_phrases(const Dossier& dossier, std::span<const Analysis> analyses) {
  for (const auto& s : dossier.sources)
    if (is_body(s.kind) && !speaks_for_office(s)) {
      add_phrase(s.name);
      for (const auto& alias : s.aliases)
        if (!is_correspondent(s, alias)) add_phrase(alias);
    }
  for (const auto& e : dossier.entities)
    if (e.type == "organisation" || e.type == "group" || e.type == "place" || e.type == "people" || e.type == "outlet") add_phrase(e.name);
  const auto add_place = [&](const Located& p) { add_phrase(p.name), add_phrase(p.admin1); };
  for (const auto& i : dossier.incidents) {
    if (i.place) add_place(*i.place);
    for (const auto& p : i.places) add_place(p);
  }
  for (const auto& a : analyses) {
    if (a.report.outlet) add_phrase(*a.report.outlet);
    for (const Span body : bodies_with_short_names(a.report.text, scan_words(a.report.text))) add_phrase(body.in(a.report.text));
    for (const auto& m : a.findings.mentions)
      if (is_place_or_body(m) && !is_surname_here(m, a)) add_phrase(m.span.in(a.report.text));
    for (const auto& c : a.findings.claims) {
      for (const auto& p : c.places) add_phrase(p);
      for (const auto& p : c.located) add_place(p);
    }
  }
  for (auto& [first, list] : phrases_)
    std::sort(list.begin(), list.end(), [](const auto& x, const auto& y) { return x.size() != y.size() ? x.size() > y.size() : x < y; });
}

void PrivateNames::learn_names(const Dossier& dossier, std::span<const Analysis> analyses) {
  for (const auto& a : analyses) {
    const auto words = scan_words(a.report.text);
    for (const auto& c : candidates(a.report.text, words, person_spans(a))) {
      const auto found = evidence(a.report.text, words, c);
      auto& known = names_[key(words, c)];
      known.offices += found.office;
      known.privates += found.is_private;
      if (known.role.empty()) known.role = found.role;
    }
  }
  // Titles and names of sources may name people, too; they have no context of their own.
  const auto learn_label = [&](std::string_view text, bool official) {
    const auto words = scan_words(text);
    for (const auto& c : candidates(text, words, {})) {
      auto& known = names_[key(words, c)];
      known.offices += official;
    }
  };
  for (const auto& s : dossier.sources)
    if (!is_body(s.kind)) learn_label(s.name, false);
  for (const auto& a : analyses)
    if (a.report.byline) learn_label(*a.report.byline, false);
  for (const auto& name : private_sources_) {
    std::string joined_name;
    for (const auto& word : name) joined_name += (joined_name.empty() ? "" : " ") + word;
    if (names_[joined_name].offices == 0) names_[joined_name].privates = 1;
  }
  for (const auto& [name, known] : names_) by_last_word_[name.substr(name.rfind(' ') + 1)].push_back(name);
  for (const auto& [name, known] : names_) {
    auto& parts = is_public(name) ? public_parts_ : parts_;
    for (const auto& word : scan_words(name))
      if (word.folded.size() >= 3 && !rules_.is("particle", word.folded) && !established_.contains(word.folded)) parts.insert(word.folded);
  }
}

bool PrivateNames::common(const Word& word) const {
  if (rules_.is("particle", word.folded)) return false;
  return word.number || rules_.is("thing", word.folded) || rules_.is("office", word.folded) || rules_.is("person", word.folded) ||
         rules_.is("title", word.folded) || rules_.is("kin", word.folded) || rules_.is("child", word.folded) || rules_.is("job", word.folded) ||
         rules_.is("site", word.folded) || rules_.is("speech", word.folded) || (lower_.contains(word.folded) && !rules_.is("given", word.folded));
}

// "Osmeres market": a place with its s, where the apostrophe was lost.
bool PrivateNames::plural_of_known(const Word& word) const {
  return word.folded.ends_with('s') && phrases_.contains(std::string_view(word.folded).substr(0, word.folded.size() - 1));
}

// For each word whether a known phrase covers it.
std::vector<char> PrivateNames::explained(std::string_view text, const std::vector<Word>& words) const {
  std::vector<char> out(words.size(), 0);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto it = phrases_.find(words[i].folded);
    const bool article = rules_.is("particle", words[i].folded) && i + 1 < words.size() && words[i + 1].capital;  // "al-Orvan"
    if (it == phrases_.end() || !(words[i].capital || words[i].all_caps || article)) continue;
    for (const auto& phrase : it->second) {
      std::size_t n = 1;
      while (n < phrase.size() && i + n < words.size() && words[i + n].folded == phrase[n] && joined(text, words[i + n - 1], words[i + n])) ++n;
      if (n < phrase.size() || (n == 1 && article && !words[i].capital)) continue;
      for (std::size_t k = 0; k < n; ++k) out[i + k] = 1;
      break;
    }
  }
  return out;
}

// A finder's person, without titles; a body that it took for one ("the Osmere-based Casualty Watch") and a place are none.
void PrivateNames::add_person(std::string_view text, const std::vector<Word>& words, const std::vector<char>& known, Span span, std::vector<char>& person, std::vector<Candidate>& out) const {
  auto i = static_cast<std::size_t>(std::partition_point(words.begin(), words.end(), [&](const Word& w) { return w.span.begin < span.begin; }) - words.begin());
  std::size_t first = words.size(), last = 0;
  bool named = false;
  for (; i < words.size() && span.contains(words[i].span); ++i) {
    if (is_letter_of_none(text, words, i)) continue;
    if (words[i].capital && rules_.is("thing", words[i].folded)) return;
    if (common(words[i]) && !(first < i && is_surname(words, i))) continue;
    first = std::min(first, i), last = i + 1;
    named = named || !known[i];
  }
  if (first >= last || !named) return;
  std::fill(person.begin() + static_cast<std::ptrdiff_t>(first), person.begin() + static_cast<std::ptrdiff_t>(last), 1);
  out.push_back({first, last, true});
}

// A letter that is nobody's initial: of "U.N.", or the network in "said on X. Orlan Fesk".
bool PrivateNames::is_letter_of_none(std::string_view text, const std::vector<Word>& words, std::size_t at) {
  const Word& w = words[at];
  if (!w.capital || w.span.size() != 1) return false;
  const bool after_point = at > 0 && words[at - 1].span.size() == 1 && words[at - 1].capital && text.substr(words[at - 1].span.end, w.span.begin - words[at - 1].span.end) == ".";
  const bool before_point = at + 1 < words.size() && words[at + 1].span.size() == 1 && words[at + 1].capital && text.substr(w.span.end, words[at + 1].span.begin - w.span.end) == ".";
  return after_point || before_point || (w.folded == "x" && at > 0 && words[at - 1].folded == "on");
}

// Runs of capitalised words with the particles between them, cut at words that are no names.
std::vector<PrivateNames::Candidate> PrivateNames::candidates(std::string_view text, const std::vector<Word>& words, const std::vector<Span>& people) const {
  const auto known = explained(text, words);
  std::vector<Candidate> out;
  std::vector<char> person(words.size(), 0);
  for (const auto span : people) add_person(text, words, known, span, person, out);
  for (std::size_t i = 0; i < words.size();) {
    if (!words[i].capital || words[i].number || is_letter_of_none(text, words, i)) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    for (std::size_t next = end; next < words.size() && joined(text, words[next - 1], words[next]) && !is_letter_of_none(text, words, next); ++next) {
      if (words[next].capital) end = next + 1;
      else if (!rules_.is("particle", words[next].folded)) break;
    }
    split_run(words, known, i, end, out);
    i = end;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool single = words[i].capital && !person[i] && !established_.contains(words[i].folded) && !common(words[i]) && person_context(text, words, i, known[i] != 0);
    if (single) out.push_back({i, i + 1, true});
  }
  std::sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; });
  std::vector<Candidate> merged;
  for (const auto& c : out)
    if (merged.empty() || c.first >= merged.back().last) merged.push_back(c);
    else if (c.last > merged.back().last) merged.back().last = c.last;
  return with_handles(text, words, merged);
}

// "Irel Maddo (irelmaddo)": an account's name that lost its sign, behind the name that it holds.
std::vector<PrivateNames::Candidate> PrivateNames::with_handles(std::string_view text, const std::vector<Word>& words, const std::vector<Candidate>& names) {
  constexpr std::size_t kLetters = 4;
  std::vector<Candidate> out;
  for (const Candidate& c : names) {
    out.push_back(c);
    if (c.last >= words.size() || text.substr(words[c.last - 1].span.end, words[c.last].span.begin - words[c.last - 1].span.end) != " (") continue;
    const Word& handle = words[c.last];
    if (handle.span.end >= text.size() || text[handle.span.end] != ')') continue;
    for (std::size_t i = c.first; i < c.last; ++i)
      if (words[i].folded.size() >= kLetters && handle.folded.size() > words[i].folded.size() && handle.folded.find(words[i].folded) != std::string::npos) {
        out.push_back({c.last, c.last + 1, true});
        break;
      }
  }
  return out;
}

// "Irel Marshal": a word of an office that closes a name is a part of it; offices stand before.
bool PrivateNames::is_surname(const std::vector<Word>& words, std::size_t at) const {
  return words[at].capital && (rules_.is("office", words[at].folded) || rules_.is("title", words[at].folded)) && (at + 1 >= words.size() || !words[at + 1].capital);
}

// Cuts a run at common words; keeps stretches of two and more words that hold an unexplained one, and single given names.
void PrivateNames::split_run(const std::vector<Word>& words, const std::vector<char>& known, std::size_t first, std::size_t last,
                             std::vector<Candidate>& out) const {
  for (std::size_t i = first; i < last;) {
    if (common(words[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    int unknown = 0, capitals = 0;
    bool given = false;
    // One short word in capitals is a body's short name; two beside each other may be a name in a headline.
    const bool headline = i + 1 < last && words[i].all_caps && words[i + 1].all_caps;
    for (; end < last && (!common(words[end]) || (given && end + 1 == last && is_surname(words, end))); ++end) {
      const bool particle = rules_.is("particle", words[end].folded);
      const bool acronym = !headline && words[end].all_caps && words[end].span.size() <= 5 && !parts_.contains(words[end].folded) && !rules_.is("given", words[end].folded);
      capitals += words[end].capital && !particle;
      unknown += !known[end] && !particle && !acronym && !plural_of_known(words[end]) && !established_.contains(words[end].folded);
      given = given || rules_.is("given", words[end].folded);
    }
    const bool whole_place = unknown == 0;
    const bool single = capitals == 1 && !given;
    if (!whole_place && !(single && end - i == 1)) out.push_back({i, end, given});
    else if (given && !whole_place) out.push_back({i, end, true});
    i = end;
  }
}

// Whether the words around a single capitalised word make it a person's name.
// A place's name needs the words beside it; "said" after it is not enough, for "in Tolm said" is no person.
bool PrivateNames::person_context(std::string_view text, const std::vector<Word>& words, std::size_t at, bool is_place) const {
  if (rules_.is("given", words[at].folded) && !is_place) return true;
  if (words[at].all_caps || rules_.is("thing", words[at].folded)) return false;
  if (at > 0 && joined(text, words[at - 1], words[at])) {
    const auto& before = words[at - 1].folded;
    for (const auto* kind : {"title", "kin", "child", "person", "job"})
      if (rules_.is(kind, before)) return true;
    if (rules_.is("particle", before) && (before == "abu" || before == "umm" || before == "abou" || before == "bin" || before == "ibn")) return true;
  }
  if (at + 1 >= words.size()) return false;
  if (described(text, words, at, is_place)) return true;
  const auto& after = words[at + 1];
  const auto between = text.substr(words[at].span.end, after.span.begin - words[at].span.end);
  if (between == ", " && after.number && after.span.size() <= 2) {  // an age
    const auto next = after.span.end < text.size() ? text[after.span.end] : '.';
    return next == ',' || next == '.' || next == ')';
  }
  if (between == ", " && rules_.is("apposition", after.folded)) return true;
  return !is_place && joined(text, words[at], after) && rules_.is("speech", after.folded) && !words[at].folded.ends_with('s');
}

// "Irelmad, a teacher", and where the comma is lost "Irelmad a young teacher"; but "in Tolm a resident said" names a town.
bool PrivateNames::described(std::string_view text, const std::vector<Word>& words, std::size_t at, bool is_place) const {
  constexpr std::size_t kFar = 6;
  const auto between = [&](std::size_t i) { return text.substr(words[i].span.end, words[i + 1].span.begin - words[i].span.end); };
  const bool comma = between(at) == ", ";
  if ((!comma && between(at) != " ") || !rules_.is("article", words[at + 1].folded)) return false;
  const bool after_preposition = at > 0 && joined(text, words[at - 1], words[at]) && rules_.is("before_place", words[at - 1].folded);
  if (after_preposition && (is_place || !comma)) return false;
  for (std::size_t i = at + 2; i < words.size() && i < at + 2 + kFar; ++i) {
    if (!joined(text, words[i - 1], words[i]) || words[i].capital) return false;
    for (const auto* kind : {"person", "job", "child", "kin"})
      if (rules_.is(kind, words[i].folded)) return true;
  }
  return false;
}

bool PrivateNames::known(std::string_view text) const {
  const auto words = scan_words(text);
  const auto covered = explained(text, words);
  return !words.empty() && std::all_of(covered.begin(), covered.end(), [](char c) { return c != 0; });
}

std::string PrivateNames::key(const std::vector<Word>& words, const Candidate& c) const {
  std::string out;
  for (std::size_t i = c.first; i < c.last; ++i)
    if (!rules_.is("particle", words[i].folded)) out += (out.empty() ? "" : " ") + words[i].folded;
  return out.empty() ? words[c.first].folded : out;
}

}  // namespace attest
