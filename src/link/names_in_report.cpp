#include "link/names_in_report.h"

#include <algorithm>
#include <map>

#include "know/names.h"
#include "link/case_view.h"

namespace attest {
namespace {

constexpr std::size_t kMostNames = 400;   // different names of one report
constexpr std::size_t kMostSpans = 200;   // of one name in one report
constexpr std::size_t kBracketWords = 8;  // the longest name looked for in brackets

bool article(std::string_view word) { return word == "al" || word == "the" || word == "el" || word == "a" || word == "an"; }

// One place in the text where somebody or something is named.
struct Mark {
  Span span;
  std::string key, name;
  MentionType type = MentionType::kOrganisation;
  std::optional<Located> at;
  int rank = 0;  // the higher one stays where two marks overlap
};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& w : words) out += (out.empty() ? "" : " ") + w;
  return out;
}

MentionType type_of_kind(std::string_view kind) {
  if (kind == "person") return MentionType::kPerson;
  if (kind == "outlet" || kind == "agency" || kind == "state_media") return MentionType::kOutlet;
  return kind == "armed_group" ? MentionType::kGroup : MentionType::kOrganisation;
}

class Reader {
 public:
  Reader(const Analysis& a, const Knowledge& know) : a_(a), know_(know), text_(a.report.text) {
    phrases_ = know.lexicon.find("identities");
    for (const auto& [file, key, value] : {std::tuple("places", "role", "title"), std::tuple("privacy", "kind", "office")})
      if (const RuleFile* rules = know.lexicon.find(file))
        for (const Rule& rule : rules->rules)
          if (rule.value(key) == value) titles_.insert(titles_.end(), rule.words.begin(), rule.words.end());
    std::sort(titles_.begin(), titles_.end());
  }

  NamesHere read() {
    for (const Mention& m : a_.findings.mentions) add_mention(m);
    for (const NamingUse& n : a_.findings.naming) add_naming(n);
    drop_overlaps();
    resolve_single_names();
    add_later_surnames();
    NamesHere out = grouped();
    find_identities(out);
    return out;
  }

 private:
  std::string_view words(Span s) const { return s.in(text_); }

  void add(Mark m) {
    if (m.span.empty() || m.key.empty() || marks_.size() >= kMostNames * 10) return;
    marks_.push_back(std::move(m));
  }

  void add_known(Span span, const KnownActor& actor) {
    add({span, "actor:" + actor.id, actor.name, type_of_kind(actor.kind), {}, 4});
  }

  void add_mention(const Mention& m) {
    switch (m.type) {
      case MentionType::kDate:
      case MentionType::kQuantity: return;
      case MentionType::kPlace: return add_place(m);
      case MentionType::kPerson: return add_person(m);
      default: break;
    }
    if (m.type == MentionType::kPeople && !m.entity.empty()) return add({m.span, "people:" + m.entity, m.canonical, m.type, {}, 2});
    if (const KnownActor* actor = m.entity.empty() ? nullptr : know_.actors.find(m.entity)) return add_known(m.span, *actor);
    const std::string name(m.canonical.empty() ? words(m.span) : std::string_view(m.canonical));
    if (const KnownActor* actor = know_.actors.find_name(name)) return add_known(m.span, *actor);
    add({m.span, "name:" + joined(words_of_name(name)), name, m.type, {}, 2});
  }

  // The words right after a place's name that make it another thing: "Latakia mountains".
  Span with_feature(Span span) const {
    const std::size_t next = a_.tokens.token_at(span.end);
    if (!phrases_ || next >= a_.tokens.size()) return span;
    const auto match = phrases_->table.longest_at(a_.tokens, next);
    if (!match || phrases_->rules[match.value].value("kind") != "feature") return span;
    const Token& last = a_.tokens.tokens[next + match.length - 1];
    return a_.tokens.tokens[next].space_before ? Span{span.begin, last.span.end} : span;
  }

  void add_place(const Mention& m) {
    if (m.part_of_name) return;
    const Span whole = with_feature(m.span);
    const std::string name(words(whole));
    if (!(whole == m.span)) return add({whole, "name:" + joined(words_of_name(name)), name, MentionType::kPlace, {}, 1});
    const bool known = m.located && !m.located->gazetteer.empty();
    const std::string key = known ? "place:" + m.located->gazetteer : "name:" + joined(words_of_name(name));
    add({whole, key, m.adjective && known ? m.located->name : name, MentionType::kPlace, m.located, 1});
  }

  // "Ilse Brandt, Coast Watch" is Ilse Brandt; a span that does not hold a word of the name is moved to where the name stands.
  void add_person(const Mention& m) {
    std::string name(m.canonical.empty() ? std::string(words(m.span)) : m.canonical);
    name = without_titles(name.substr(0, name.find(',')));
    if (is_people(name)) return;
    if (const KnownActor* actor = know_.actors.find_name(name)) return add_known(placed(m.span, name), *actor);
    const auto parts = words_of_name(name);
    const Span span = placed(m.span, name);
    if (parts.empty() || span.empty()) return;
    add({span, "person:" + joined(parts), name, MentionType::kPerson, {}, 3});
  }

  // "President Ilse Brandt" is Ilse Brandt; "Arvanian minister Brandt" is Brandt.
  std::string without_titles(const std::string& name) const {
    std::size_t at = 0;
    while (true) {
      const std::size_t end = name.find(' ', at);
      if (end == std::string::npos) break;
      const std::string word = folded_words(name.substr(at, end - at));
      if (!word.empty() && !std::binary_search(titles_.begin(), titles_.end(), word)) break;
      at = end + 1;
    }
    return name.substr(at);
  }

  // Where the words of a name stand: from the first of them in the span, or else within the next dozen tokens, as far as they go on.
  Span placed(Span span, const std::string& name) const {
    const auto wanted = words_of_name(name);
    const auto joins = [&](std::size_t t) { return article(a_.tokens.norm(t)) || a_.tokens.norm(t) == "-"; };
    const auto part = [&](std::size_t t) {
      return !joins(t) && a_.tokens.tokens[t].capital && std::find(wanted.begin(), wanted.end(), a_.tokens.norm(t)) != wanted.end();
    };
    const std::size_t first = a_.tokens.token_at(span.begin);
    for (std::size_t t = first; t < a_.tokens.size() && t < first + 12; ++t) {
      if (!part(t)) continue;
      std::size_t begin = t, last = t;
      for (std::size_t end = t + 1; end < a_.tokens.size() && (part(end) || joins(end)); ++end)
        if (part(end)) last = end;
      const bool bound = begin > 1 && a_.tokens.norm(begin - 1) == "-" && article(a_.tokens.norm(begin - 2)) && !a_.tokens.tokens[begin].space_before;
      if (bound) begin -= 2;  // "al-"
      return {a_.tokens.tokens[begin].span.begin, a_.tokens.tokens[last].span.end};
    }
    return {};
  }

  // Of the naming uses those for parties and persons; deeds and victims are nobody. A listed body is itself.
  void add_naming(const NamingUse& n) {
    const std::string_view ref = n.referent;
    const auto colon = ref.find(':');
    const std::string_view kind = ref.substr(0, colon);
    if (colon == std::string_view::npos) return;
    if (kind == "group" || kind == "entity") {
      if (const KnownActor* actor = know_.actors.find(ref.substr(colon + 1))) add({n.span, "actor:" + actor->id, actor->name, type_of_kind(actor->kind), {}, 2});
    } else if (kind == "person") {
      std::string name(n.name.empty() ? ref.substr(colon + 1) : std::string_view(n.name));
      if (n.name.empty()) std::replace(name.begin(), name.end(), '-', ' ');
      name = without_titles(name);
      if (is_people(name)) return;
      const Span span = placed(n.span, name);
      if (!span.empty()) add({span, "person:" + joined(words_of_name(name)), std::string(words(span)), MentionType::kPerson, {}, 3});
    } else if (kind == "government" || kind == "former-government") {
      add({n.span, "referent:" + std::string(ref), std::string(words(n.span)), MentionType::kOrganisation, {}, 0});
    } else if (kind == "forces" || kind == "opponents" || kind == "aligned" || kind == "unidentified") {
      add({n.span, "referent:" + std::string(ref), std::string(words(n.span)), MentionType::kGroup, {}, 0});
    }
  }

  bool is_people(std::string_view name) const {
    const RuleFile* peoples = know_.lexicon.find("peoples");
    const std::string folded = folded_words(name);
    return peoples && std::any_of(peoples->rules.begin(), peoples->rules.end(), [&](const Rule& r) {
             return std::find(r.words.begin(), r.words.end(), folded) != r.words.end();
           });
  }

  // A body that only a description names is the party of the same words.
  void drop_described() {
    std::vector<Mark> kept;
    for (const Mark& m : marks_) {
      const bool described = m.key.rfind("name:", 0) == 0 && m.type != MentionType::kPlace &&
                             std::any_of(marks_.begin(), marks_.end(), [&](const Mark& o) { return o.rank == 0 && o.span.contains(m.span); });
      if (!described) kept.push_back(m);
    }
    marks_ = std::move(kept);
  }

  // Phrases about a party ("the HTS regime") may hold names; names never overlap each other.
  void drop_overlaps() {
    std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& x, const Mark& y) {
      return std::tuple(y.rank, x.span.begin, y.span.end) < std::tuple(x.rank, y.span.begin, x.span.end);
    });
    drop_described();
    std::map<std::uint32_t, std::uint32_t> taken;  // begin → end of the names kept
    std::vector<Mark> kept;
    for (Mark& m : marks_) {
      if (m.rank > 0) {
        auto next = taken.lower_bound(m.span.end);
        if (next != taken.begin() && std::prev(next)->second > m.span.begin) continue;
        taken[m.span.begin] = m.span.end;
      }
      kept.push_back(std::move(m));
    }
    marks_ = std::move(kept);
  }

  // A surname alone is whoever the report names in full by it; the last one named before, else the first after.
  void resolve_single_names() {
    std::map<std::string, std::vector<const Mark*>> full;  // last word → full names
    for (const Mark& m : marks_)
      if (m.type == MentionType::kPerson && m.rank >= 3 && surname(m)) full[*surname(m)].push_back(&m);
    std::map<const Mark*, std::pair<std::string, std::string>> moved;
    for (const Mark& m : marks_) {
      const auto parts = words_of_name(m.name);
      if (m.type != MentionType::kPerson || m.key.rfind("person:", 0) != 0 || significant(parts) != 1) continue;
      const Mark* best = nullptr;
      for (const auto& [last, people] : full) {
        if (last != parts.back() && name_similarity(last, parts.back()) < 0.5) continue;
        for (const Mark* p : people)
          if (!best || (p->span < m.span && best->span < p->span)) best = p;
      }
      moved[&m] = best ? std::pair(best->key, best->name) : std::pair("here:" + a_.report.id + ":" + joined(parts), m.name);
    }
    for (Mark& m : marks_)
      if (const auto to = moved.find(&m); to != moved.end()) m.key = to->second.first, m.name = to->second.second;
    for (auto& [last, people] : full) {
      const Mark& first = *people.front();
      if (std::all_of(people.begin(), people.end(), [&](const Mark* p) { return p->key == first.key; })) surnames_[last] = {first.key, first.name};
    }
  }

  static std::size_t significant(const std::vector<std::string>& parts) {
    return static_cast<std::size_t>(std::count_if(parts.begin(), parts.end(), [](const std::string& w) { return !article(w); }));
  }
  static std::optional<std::string> surname(const Mark& m) {
    const auto parts = words_of_name(m.name);
    return significant(parts) > 1 && parts.back().size() > 2 ? std::optional(parts.back()) : std::nullopt;
  }

  // Where the text goes on with a surname that no finder marked, or marked as the place of that name.
  void add_later_surnames() {
    if (surnames_.empty()) return;
    std::map<std::uint32_t, std::pair<std::uint32_t, std::size_t>> taken;
    for (std::size_t i = 0; i < marks_.size(); ++i)
      if (marks_[i].rank > 0) taken[marks_[i].span.begin] = {marks_[i].span.end, i};
    for (std::size_t t = 0; t < a_.tokens.size(); ++t) {
      const Token& token = a_.tokens.tokens[t];
      const auto known = token.capital ? surnames_.find(a_.tokens.norm(t)) : surnames_.end();
      if (known == surnames_.end()) continue;
      auto next = taken.lower_bound(token.span.end);
      if (next != taken.begin() && std::prev(next)->second.first > token.span.begin) {
        Mark& other = marks_[std::prev(next)->second.second];
        if (other.rank < 3 && other.span == token.span)
          other = {token.span, known->second.key, known->second.name, MentionType::kPerson, {}, 3};
        continue;
      }
      add({token.span, known->second.key, known->second.name, MentionType::kPerson, {}, 3});
    }
  }

  NamesHere grouped() {
    std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& x, const Mark& y) { return std::tie(x.span, y.rank) < std::tie(y.span, x.rank); });
    NamesHere out;
    std::map<std::string, std::uint32_t> by_key;
    for (const Mark& m : marks_) {
      const auto [at, fresh] = by_key.emplace(m.key, static_cast<std::uint32_t>(out.all.size()));
      if (fresh) {
        if (out.all.size() == kMostNames) break;
        out.all.push_back({m.key, m.name, m.type, {}, m.at});
      }
      NamedHere& n = out.all[at->second];
      if (n.spans.size() < kMostSpans) n.spans.push_back(m.span);
      if (m.name.size() > n.name.size() && m.key.rfind("person:", 0) == 0) n.name = m.name;
    }
    return out;
  }

  // "(SOHR)", "(Ahmed al-Sharaa)": the name in brackets right after a name, with the span of what stands in them.
  std::optional<Span> bracketed(Span name) const {
    const std::size_t open = a_.tokens.token_at(name.end);
    if (open + 2 >= a_.tokens.size() || words(a_.tokens.tokens[open].span) != "(") return std::nullopt;
    std::size_t end = open + 1;
    while (end < a_.tokens.size() && end - open <= kBracketWords && words(a_.tokens.tokens[end].span) != ")") {
      const Token& t = a_.tokens.tokens[end];
      if (!t.capital && !article(a_.tokens.norm(end)) && a_.tokens.norm(end) != "-" && a_.tokens.norm(end) != "of") return std::nullopt;
      ++end;
    }
    if (end >= a_.tokens.size() || end == open + 1 || words(a_.tokens.tokens[end].span) != ")") return std::nullopt;
    return Span{a_.tokens.tokens[open + 1].span.begin, a_.tokens.tokens[end - 1].span.end};
  }

  // Whether the letters of an acronym begin words of the name, in order: "CW" of "Coast Watch".
  static bool abbreviates(std::string_view acronym, std::string_view name) {
    std::string letters;
    for (const char c : acronym)
      if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) letters += static_cast<char>(c | 0x20);
    if (letters.size() < 2 || letters.size() > 8) return false;
    std::size_t met = 0;
    for (const std::string& w : name_words(name))
      if (met < letters.size() && !w.empty() && w.front() == letters[met]) ++met;
    return met == letters.size();
  }

  static bool all_capitals(std::string_view text) {
    return text.size() >= 2 && std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }) && text.find(' ') == std::string_view::npos;
  }

  // The entry for a name that stands at a span; made where no finder marked it.
  std::uint32_t entry(NamesHere& names, Span span, const std::string& key, MentionType type) {
    for (std::uint32_t i = 0; i < names.all.size(); ++i)
      for (const Span s : names.all[i].spans)
        if (s.overlaps(span) && names.all[i].key.rfind("referent:", 0) != 0) return i;
    for (std::uint32_t i = 0; i < names.all.size(); ++i)
      if (names.all[i].key == key) return names.all[i].spans.push_back(span), i;
    names.all.push_back({key, std::string(words(span)), type, {span}, {}});
    return static_cast<std::uint32_t>(names.all.size() - 1);
  }

  void join(NamesHere& names, std::uint32_t a, Span other, const char* why) {
    const MentionType type = names.all[a].type;
    const std::string plain = joined(words_of_name(words(other)));
    const KnownActor* actor = know_.actors.find_name(words(other));
    const std::string key = actor ? "actor:" + actor->id : (type == MentionType::kPerson ? "person:" : "name:") + plain;
    const std::uint32_t b = entry(names, other, key, type);
    if (a != b) names.same.push_back({a, b, {std::min(names.all[a].spans.front().begin, other.begin), other.end}, why});
  }

  void find_identities(NamesHere& names) {
    const std::size_t count = names.all.size();
    for (std::uint32_t i = 0; i < count; ++i) {
      if (names.all[i].key.rfind("referent:", 0) == 0) continue;
      const std::vector<Span> spans = names.all[i].spans;
      const MentionType type = names.all[i].type;
      for (const Span s : spans) {
        if (const auto inside = bracketed(s)) {
          const std::string_view text = words(*inside);
          if (all_capitals(text) ? type != MentionType::kPerson && abbreviates(text, words(s)) : false) join(names, i, *inside, "acronym");
          else if (type == MentionType::kPerson && significant(words_of_name(text)) >= 2) join(names, i, *inside, "identity");
          continue;
        }
        if (type == MentionType::kPerson) said_to_be(names, i, s);
      }
    }
  }

  // "X, also known as Y".
  void said_to_be(NamesHere& names, std::uint32_t a, Span name) {
    std::size_t t = a_.tokens.token_at(name.end);
    if (!phrases_) return;
    while (t < a_.tokens.size() && (words(a_.tokens.tokens[t].span) == "," || words(a_.tokens.tokens[t].span) == "(")) ++t;
    if (t >= a_.tokens.size()) return;
    const auto match = phrases_->table.longest_at(a_.tokens, t);
    if (!match || phrases_->rules[match.value].value("kind") != "identity") return;
    const std::size_t first = t + match.length;
    std::size_t end = first;
    while (end < a_.tokens.size() && end - first < kBracketWords && (a_.tokens.tokens[end].capital || article(a_.tokens.norm(end)) || a_.tokens.norm(end) == "-")) ++end;
    if (end == first || !a_.tokens.tokens[first].capital) return;
    join(names, a, {a_.tokens.tokens[first].span.begin, a_.tokens.tokens[end - 1].span.end}, "identity");
  }

  struct Known {
    std::string key, name;
  };
  const Analysis& a_;
  const Knowledge& know_;
  std::string_view text_;
  const RuleFile* phrases_ = nullptr;
  std::vector<std::string> titles_;
  std::vector<Mark> marks_;
  std::map<std::string, Known, std::less<>> surnames_;
};

}  // namespace

std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> out;
  for (std::string& w : name_words(name))
    if (w != "the" && w != "s") out.push_back(std::move(w));
  return out;
}

NamesHere names_in_report(const Analysis& analysis, const Knowledge& know) { return Reader(analysis, know).read(); }

}  // namespace attest
