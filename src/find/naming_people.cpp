#include <algorithm>

#include "find/naming_text.h"

namespace attest {
namespace {

bool particle(const SpeechText& s, std::uint32_t i) {  // "al-", "bin"
  return s.norm(i + 1) == "-" && i + 2 < s.size() && s.capital(i + 2) && !s.token(i + 2).space_before;
}

bool name_word(const NamingText& t, std::uint32_t i) {
  const SpeechText& s = t.speech();
  if (i >= s.size() || s.is_mark(i) || s.is(i, WordClass::kTime)) return false;
  if (particle(s, i)) return true;
  if (s.norm(i) == "-") return i > 0 && i + 1 < s.size() && s.capital(i + 1) && !s.token(i + 1).space_before;
  const SourceWord* source = s.source_at(i);
  const bool listed = source && (!source->actor || source->actor->kind != "person");
  return s.capital(i) && !listed && (s.word_class(i) == WordClass::kOther || s.norm(i) == "al") && !t.place_at(i) &&
         t.word(i) == NamingWord::kNone;
}

// The person's name that begins at a token; empty where there is none.
Range name_at(const NamingText& t, std::uint32_t begin, std::uint32_t high) {
  auto end = begin;
  while (end < high && end - begin < 8 && name_word(t, end)) ++end;
  while (end > begin && t.speech().norm(end - 1) == "-") --end;
  return {begin, end};
}

struct Person {
  Range name;
  std::string id, full;
};

// Names of persons in the order of the text: those of the speakers and those after a title; a later surname joins the full name.
class People {
 public:
  explicit People(const NamingText& t) : t_(t) {}

  // The person whose name this is: the full name that ends in the same word, else a new one.
  Person of(Range name) {
    const SpeechText& s = t_.speech();
    const std::string last(s.norm(name.end - 1));
    Person out{name, "", s.text(name)};
    if (const auto known = by_last_.find(last); known != by_last_.end()) {
      out.id = known->second.first;
      out.full = known->second.second;
      if (name.size() > 2 && out.full.size() < s.text(name).size()) by_last_[last].second = out.full = s.text(name);
    } else {
      out.id = "person:" + slug(s.text(name));
      by_last_[last] = {out.id, out.full};
    }
    return out;
  }
  bool knows(std::string_view last) const { return by_last_.count(std::string(last)) > 0; }
  void same(std::string_view last, const Person& as) { by_last_[std::string(last)] = {as.id, as.full}; }

 private:
  const NamingText& t_;
  std::map<std::string, std::pair<std::string, std::string>> by_last_;
};

// The words before a name that say who it is: "Syria's interim President", "top HTS terrorist", "longtime Syrian dictator,".
Range title_before(const NamingText& t, std::uint32_t name, std::uint32_t low, const Rule** rule) {
  const SpeechText& s = t.speech();
  auto end = name;
  if (end > low && s.is_comma(end - 1)) --end;
  const bool comma = end != name;
  if (end == low) return {};
  auto last = end - 1;
  if (s.is_mark(last) && last > low + 1) --last;  // Interim "president" X
  const NamingWord kind = t.word(last);
  const bool label = kind == NamingWord::kLeader || kind == NamingWord::kArmed;
  const SourceWord* office = s.source_at(last);
  const bool title = kind == NamingWord::kOffice || (office && office->noun && office->noun->value("role") == "true");
  if (!label && !title) return {};
  if (comma && kind != NamingWord::kLeader) return {};
  Range at{last, last + 1};
  if (t.rule(last, &at) && label) *rule = t.rule(last);
  auto begin = label ? at.begin : office ? office->at.begin : last;
  while (begin > low && name - begin < 14) {
    const auto i = begin - 1;
    const auto w = s.norm(i);
    const bool loaded = t.word(i) == NamingWord::kLoaded || t.word(i) == NamingWord::kFormer;
    const bool belongs = w == "'s" || w == "-" || loaded || s.is_mark(i) || s.source_at(i) || t.place_at(i) ||
                         (s.nounlike(i) && !s.verblike(i)) || (s.is(i, WordClass::kDeterminer) && !comma);
    if (!belongs || s.is_comma(i)) break;
    --begin;
    if (s.is(i, WordClass::kDeterminer)) break;
  }
  while (begin < last && (s.norm(begin) == "'s" || s.norm(begin) == "-")) ++begin;
  return {begin, end};
}

NamingUse use_of(const NamingText& t, Range whole, const Person& person, std::string device, const Rule* rule) {
  NamingUse out;
  out.span = t.speech().span(whole);
  out.referent = person.id;
  out.name = person.full;
  out.device = std::move(device);
  out.tone = out.device == "name" ? "neutral" : tone_of(t, whole, rule);
  set_voice(t, out);
  return out;
}

// "the head of X" after a name and a comma.
Range apposition_after(const NamingText& t, std::uint32_t comma, std::uint32_t high) {
  const SpeechText& s = t.speech();
  if (!s.is_comma(comma) || comma + 2 >= high || !s.is(comma + 1, WordClass::kDeterminer)) return {};
  const Range words = phrase_after(s, comma + 1, high);
  for (auto i = words.begin; i < words.end; ++i)
    if (t.word(i) == NamingWord::kLeader) return words;
  return {};
}

// "Abu X (Ahmed Y)": two names of one person.
Range bracketed_name(const NamingText& t, std::uint32_t open, std::uint32_t high) {
  const SpeechText& s = t.speech();
  if (s.norm(open) != "(") return {};
  const Range name = name_at(t, open + 1, high);
  return name.size() >= 2 && s.norm(name.end) == ")" ? name : Range{};
}

// Where a name begins: after a title, as a speaker's, or as the surname of somebody known.
bool starts_name(const NamingText& t, const People& people, const std::set<std::uint32_t>& starts, std::uint32_t i,
                 const Range& name) {
  if (name.empty()) return false;
  const SpeechText& s = t.speech();
  if (starts.count(i) > 0 || people.knows(s.norm(name.end - 1))) return true;
  const Rule* rule = nullptr;
  return name.size() >= 1 && i > 0 && !title_before(t, i, s.sentence(i).begin, &rule).empty();
}

void add_uses(const NamingText& t, People& people, Range name, std::vector<NamingUse>& out) {
  const SpeechText& s = t.speech();
  const Range sentence = s.sentence(name.begin);
  const Person person = people.of(name);
  const Rule* rule = nullptr;
  const Range title = title_before(t, name.begin, sentence.begin, &rule);
  auto end = name.end;
  if (const Range second = bracketed_name(t, name.end, sentence.end); !second.empty()) {
    people.same(s.norm(second.end - 1), person);
    out.push_back(use_of(t, second, person, "name", nullptr));
    end = second.end + 1;
  }
  const bool marked = !title.empty() && s.is_mark(title.end - 1);
  if (title.empty()) out.push_back(use_of(t, {name.begin, end}, person, "name", nullptr));
  else out.push_back(use_of(t, {title.begin, end}, person, marked ? "scare_quotes" : rule ? "label" : "title", rule));
  if (const Range more = apposition_after(t, end, sentence.end); !more.empty())
    out.push_back(use_of(t, more, person, "label", t.rule(more.begin + 1)));
}

// A leader's title that stands for the last one who bore it: "the president", and in marks of distance: the "interim president".
void add_titles_alone(const NamingText& t, std::vector<NamingUse>& out) {
  const SpeechText& s = t.speech();
  std::vector<NamingUse> more;
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    Range at;
    if (t.word(i) != NamingWord::kLeader || !t.rule(i, &at)) continue;
    const Span span = s.span(at);
    const int q = s.quoted_at(i);
    const bool marked = q >= 0 && s.quoted()[static_cast<std::size_t>(q)].inner.size() <= 3;
    if (!marked) continue;
    // Uses stand in text order: the one around these words, and the person named last before them.
    auto after = std::partition_point(out.begin(), out.end(), [&](const NamingUse& u) { return u.span.begin <= span.begin; });
    if (after != out.begin() && (after - 1)->span.contains(span)) continue;
    const NamingUse* bearer = nullptr;
    for (; after != out.begin() && !bearer; --after)
      if ((after - 1)->device != "title") bearer = &*(after - 1);
    if (!bearer) continue;
    NamingUse use = *bearer;
    const Range marks = s.quoted()[static_cast<std::size_t>(q)].with_marks();
    use.span =
        s.span(marks.begin > 0 && s.is(marks.begin - 1, WordClass::kDeterminer) ? Range{marks.begin - 1, marks.end} : marks);
    use.device = "scare_quotes";
    use.tone = "distancing";
    use.marker = "“ ”";
    use.own_voice = true;
    use.speaker.clear();
    more.push_back(use);
  }
  out.insert(out.end(), more.begin(), more.end());
}

}  // namespace

std::vector<NamingUse> find_people_names(const NamingText& t, const Speech& speech, const std::vector<NamingPhrase>&) {
  const SpeechText& s = t.speech();
  std::vector<NamingUse> out;
  People people(t);
  std::set<std::uint32_t> starts;
  for (const Mention& m : speech.actors)
    if (m.type == MentionType::kPerson) starts.insert(t.tokens_of(m.span).begin);
  const Parse& parse = s.input().parse;
  for (const ParsedName& n : parse.names)
    if (n.kind == EntityKind::kPerson) starts.insert(n.first);
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    if (!name_word(t, i) || s.norm(i) == "-") continue;
    const Range name = name_at(t, i, s.sentence(i).end);
    if (starts_name(t, people, starts, i, name)) add_uses(t, people, name, out);
    if (!name.empty()) i = name.end - 1;
  }
  std::stable_sort(out.begin(), out.end(), [](const NamingUse& a, const NamingUse& b) { return a.span < b.span; });
  add_titles_alone(t, out);
  return out;
}

}  // namespace attest
