#include "syntax/names_data.h"

#include <algorithm>
#include <bit>
#include <map>

#include "base/base.h"

namespace attest::syntax {
namespace {

constexpr std::uint32_t bit(std::size_t name_class) { return std::uint32_t{1} << name_class; }
constexpr std::uint32_t kOutside = bit(kNoName);
constexpr std::uint32_t kAnything = (std::uint32_t{1} << kNameClasses) - 1;
constexpr std::uint32_t kNameKinds = 0b0111;  // a person, an organisation, a place

std::string folded(std::string_view form) {
  std::string out;
  for (std::size_t i = 0; i < form.size();) {
    const Decoded d = decode_utf8(form, i);
    append_utf8(out, fold_case(d.code));
    i += d.size;
  }
  return out;
}

bool capital(std::string_view form) { return !form.empty() && is_upper(decode_utf8(form, 0).code); }

// The label of a word and whether a name begins there; npos where it is none.
struct Mark {
  std::size_t label = std::string::npos;
  bool begins = false;
  bool time = false;
};

Mark mark_of(const ConlluSentence::Word& w) {
  static const std::map<std::string, std::size_t, std::less<>> kLabels = {{"per", 0}, {"org", 1}, {"geo", 2}, {"gpe", 3}, {"PER", 0}, {"ORG", 1}, {"LOC", 2}, {"NORP", 3}};
  const auto at = w.misc.find("NER=");
  if (at == std::string::npos || w.misc.size() < at + 7) return {};
  const auto name = w.misc.substr(at + 6, w.misc.find('|', at) == std::string::npos ? std::string::npos : w.misc.find('|', at) - at - 6);
  const auto label = kLabels.find(name);
  return {label == kLabels.end() ? std::string::npos : label->second, w.misc[at + 4] == 'B', name == "tim"};
}

// The classes of `kinds` at a place in a name.
std::uint32_t classes_of(std::uint32_t kinds, NamePlace place) {
  std::uint32_t out = 0;
  for (std::size_t label = 0; label < kEntityLabels.size(); ++label)
    if (kinds >> label & 1) out |= bit(name_class(label, place));
  return out;
}

std::uint32_t classes_in(std::uint32_t kinds, std::size_t i, std::size_t first, std::size_t last) {
  return classes_of(kinds, last - first == 1 ? NamePlace::kSingle : i == first ? NamePlace::kFirst : i + 1 == last ? NamePlace::kLast : NamePlace::kInner);
}

NamedSentence with_marks(const std::vector<std::string>& forms, const std::vector<std::string>& tags, const std::vector<Mark>& marks, const std::vector<bool>& open) {
  NamedSentence out{forms, tags, std::vector<std::uint32_t>(forms.size(), kOutside)};
  for (std::size_t i = 0; i < forms.size();) {
    if (marks[i].label == std::string::npos) {
      if (open[i]) out.allowed[i] = kAnything;
      ++i;
      continue;
    }
    auto last = i + 1;
    while (last < forms.size() && marks[last].label == marks[i].label && !marks[last].begins) ++last;
    for (auto k = i; k < last; ++k) out.allowed[k] = classes_in(1u << marks[i].label, k, i, last);
    i = last;
  }
  return out;
}

// The pieces of a word between hyphens that have letters or digits on both sides.
std::vector<std::string> hyphen_parts(const std::string& form) {
  std::vector<std::string> out = {""};
  const auto plain = [](char c) {
    const auto code = static_cast<unsigned char>(c);
    return code > 127 || is_digit(code) || is_letter(code) || c == '.' || c == '\'';
  };
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == '-' && i > 0 && i + 1 < form.size() && plain(form[i - 1]) && plain(form[i + 1])) out.emplace_back("-"), out.emplace_back();
    else out.back() += form[i];
  }
  return out;
}

}  // namespace

std::vector<NamedSentence> named_sentences(const ConlluSentence& s) {
  std::vector<std::string> forms, split, tags, split_tags;
  std::vector<Mark> marks, split_marks;
  std::vector<bool> open, split_open;
  for (const auto& w : s.words) {
    const auto mark = mark_of(w);
    forms.push_back(w.form), tags.push_back(w.xpos), marks.push_back(mark), open.push_back(false);
    const auto parts = hyphen_parts(w.form);
    for (std::size_t k = 0; k < parts.size(); ++k) {
      split.push_back(parts[k]), split_tags.push_back(w.xpos);
      split_marks.push_back({mark.label, mark.begins && k == 0, mark.time});
      split_open.push_back(parts.size() > 1 && mark.label == std::string::npos && capital(parts[k]));
    }
  }
  std::vector<NamedSentence> out = {with_marks(forms, tags, marks, open)};
  if (split.size() > forms.size()) out.push_back(with_marks(split, split_tags, split_marks, split_open));
  return out;
}

std::set<std::string> time_words(const std::vector<ConlluSentence>& corpus) {
  std::map<std::string, std::pair<int, int>> votes;  // times, all
  for (const auto& s : corpus)
    for (const auto& w : s.words) {
      auto& [times, all] = votes[folded(w.form)];
      times += mark_of(w).time, ++all;
    }
  std::set<std::string> out;
  for (const auto& [word, n] : votes)
    if (n.first >= 5 && n.first * 2 > n.second) out.insert(word);
  return out;
}

NamedSentence named_by_tree(const ConlluSentence& s, const std::set<std::string>& times, const std::function<std::uint32_t(const std::vector<std::string>&)>& known) {
  const auto n = s.words.size();
  NamedSentence out;
  std::vector<bool> proper(n);
  for (std::size_t i = 0; i < n; ++i) {
    const auto& w = s.words[i];
    out.forms.push_back(w.form), out.tags.push_back(w.xpos);
    const bool tagged = w.upos == "PROPN" || w.xpos == "NNP" || w.xpos == "NNPS";
    const bool address = w.form.find_first_of("@/0123456789") != std::string::npos || w.xpos == "ADD" || w.xpos == "GW";
    proper[i] = tagged && !address && w.relation != "nmod:desc" && times.count(folded(w.form)) == 0;
  }
  out.allowed.assign(n, kOutside);
  for (std::size_t i = 0; i < n; ++i)
    if (!proper[i] && s.words[i].xpos == "JJ" && i > 0 && capital(s.words[i].form)) out.allowed[i] |= bit(name_class(3, NamePlace::kSingle));
  const auto hangs = [&](std::size_t a, std::size_t b) { return s.words[a].head == static_cast<std::int32_t>(b) || s.words[b].head == static_cast<std::int32_t>(a); };
  for (std::size_t i = 0; i < n;) {
    if (!proper[i]) {
      ++i;
      continue;
    }
    // A run of proper nouns, one hanging on another or on a word that the run has; small words between them stay inside.
    auto last = i + 1;
    bool flat = false;
    for (auto k = last; k < n && k < i + 8; ++k) {
      const auto& w = s.words[k];
      bool tied = false;
      for (auto b = i; b < last; ++b) tied |= hangs(k, b) || (w.head >= 0 && w.head == s.words[b].head && w.relation == "compound");
      if (proper[k] && tied && (k == last || s.words[k].relation != "conj")) flat |= w.relation == "flat", last = k + 1;
      else if (proper[k] || !(w.xpos == "HYPH" || w.form == "of" || w.form == "the" || w.form == "&" || w.xpos == "POS" || w.form == "al" || w.form == "'")) break;
    }
    std::vector<std::string> run;
    for (auto k = i; k < last; ++k) run.push_back(folded(s.words[k].form));
    const std::uint32_t seen = known(run);
    std::uint32_t kinds = kNameKinds;
    if (flat) kinds = 1 | (seen & 0b0110);
    else if (s.words[last - 1].relation == "vocative") kinds = 1;
    else if (seen) kinds = seen & 0b1111;
    if (last == i + 1 && s.words[i].xpos == "NNPS") kinds |= 8;
    // Where small words stand inside, the name may also end before them.
    const bool sure = std::all_of(proper.begin() + static_cast<std::ptrdiff_t>(i), proper.begin() + static_cast<std::ptrdiff_t>(last), [](bool b) { return b; }) && (flat || last == i + 1);
    for (auto k = i; k < last; ++k) {
      if (sure) out.allowed[k] = classes_in(kinds, k, i, last);
      else if (proper[k]) out.allowed[k] = classes_of(kinds, NamePlace::kFirst) | classes_of(kinds, NamePlace::kInner) | classes_of(kinds, NamePlace::kLast) | classes_of(kinds, NamePlace::kSingle);
      else out.allowed[k] = kOutside | classes_of(kinds, NamePlace::kInner);
    }
    if (!sure) {
      out.allowed[i] &= ~(classes_of(kinds, NamePlace::kInner) | classes_of(kinds, NamePlace::kLast));
      out.allowed[last - 1] &= ~(classes_of(kinds, NamePlace::kFirst) | classes_of(kinds, NamePlace::kInner));
    }
    i = last;
  }
  return out;
}

std::vector<PhraseTable::Name> names_of(const std::vector<std::uint32_t>& allowed) {
  std::vector<PhraseTable::Name> out;
  for (std::size_t i = 0; i < allowed.size();) {
    if (std::popcount(allowed[i]) != 1 || allowed[i] == kOutside) {
      ++i;
      continue;
    }
    const auto c = static_cast<std::size_t>(std::countr_zero(allowed[i]));
    auto last = i + 1;
    for (auto at = c; goes_on(at) && last < allowed.size() && std::popcount(allowed[last]) == 1; ++last) at = static_cast<std::size_t>(std::countr_zero(allowed[last]));
    out.push_back({i, last, c / 4});
    i = last;
  }
  return out;
}

}  // namespace attest::syntax
