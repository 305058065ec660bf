#include "find/harm_groups.h"
#include "find/harm_names.h"

#include <algorithm>

namespace attest {
namespace {

constexpr std::uint32_t kMaxPhrase = 9;  // tokens before the head of a noun phrase

bool mostly_capitals(const Tokens& tokens) {
  std::size_t words = 0, upper = 0;
  for (const auto& token : tokens.tokens) {
    if (token.kind != TokenKind::kWord || token.span.size() < 2) continue;
    ++words;
    upper += token.all_capital;
  }
  return words > 0 && upper * 10 > words * 7;
}

// "May" with a capital is a month or a name, "may" a modal; in capitals it is a month beside a number.
bool is_month_may(const HarmReading& r, std::uint32_t i) {
  const auto& tokens = r.in.tokens;
  if (tokens.norm(i) != "may") return false;
  if (!r.capitals) return tokens.tokens[i].capital;
  const auto number = [&](std::uint32_t k) { return k < tokens.size() && tokens.tokens[k].kind == TokenKind::kNumber; };
  return number(i + 1) || (i > 0 && number(i - 1));
}

void mark_words(HarmReading& r) {
  const auto& tokens = r.in.tokens;
  const auto size = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t i = 0; i < size; ++i) {
    TokenRole& role = r.roles[i];
    if (const auto harm = r.words.harm_at.longest_at(tokens, i); harm && !role.in_harm) {
      if (r.words.harm[harm.value].form == HarmForm::kHarmless) { i += harm.length - 1; continue; }
      role.harm = static_cast<std::int16_t>(harm.value);
      role.harm_length = static_cast<std::uint8_t>(harm.length);
      for (std::uint32_t k = i; k < i + harm.length; ++k) r.roles[k].in_harm = true;
    }
    if (const auto noun = r.words.noun_at.longest_at(tokens, i)) {
      role.noun = static_cast<std::int16_t>(noun.value);
      role.noun_length = static_cast<std::uint8_t>(noun.length);
    }
    if (role.clause != ClauseWord::kNone || (role.in_number && tokens.norm(i) != "of")) continue;
    if (!r.capitals && tokens.tokens[i].all_capital) continue;  // "IS", "US" and "WHO" are names
    if (const auto clause = r.words.clause_at.longest_at(tokens, i); clause && !is_month_may(r, i))
      for (std::uint32_t k = i; k < i + clause.length; ++k) r.roles[k].clause = r.words.clause[clause.value];
  }
}

void mark_mentions(HarmReading& r, const std::vector<Mention>& mentions, bool dates) {
  const auto& tokens = r.in.tokens;
  for (const auto& mention : mentions)
    for (auto i = tokens.token_at(mention.span.begin); i < tokens.size() && tokens.tokens[i].span.begin < mention.span.end; ++i) {
      (dates ? r.roles[i].date : r.roles[i].place) = true;
    }
}

// Numbers that are years, clock times, money, measures, labels or dates count nobody.
bool counts_something(const NumberMatch& n, const std::vector<Mention>& dates) {
  if (n.hint != NumberHint::kNone && n.hint != NumberHint::kAge) return false;
  if (n.hint == NumberHint::kAge) return true;
  const bool range = n.count.modifier == Modifier::kRange;  // "between 500 and 1300": no clock time
  const auto shares = [&](const Mention& m) { return m.span.overlaps(n.count.span) && !(range && n.count.span.contains(m.span)); };
  return std::none_of(dates.begin(), dates.end(), shares);
}

class GroupReader {
 public:
  GroupReader(const HarmReading& r, const Sentence& sentence) : r_(r), tokens_(r.in.tokens), out_{sentence.first, sentence.last, {}, {}, {}} {}

  HarmSentence read() {
    out_.asides = read_aside_marks(r_, out_.first, out_.last);
    for (std::uint32_t i = out_.first; i < out_.last;) {
      if (auto group = read_group(i)) {
        i = std::max(group->last, i + 1);
        introduce(*group);
        take_members_noun(*group);
        out_.groups.push_back(std::move(*group));
        continue;
      }
      const auto& role = r_.roles[i];
      if (role.harm >= 0) {
        out_.triggers.push_back({i, i + role.harm_length, role.harm});
        i += role.harm_length;
        continue;
      }
      ++i;
    }
    return std::move(out_);
  }

 private:
  bool stops(std::uint32_t i) const {
    switch (r_.clause(i)) {
      case ClauseWord::kNone: case ClauseWord::kMore: case ClauseWord::kLeave: break;
      case ClauseWord::kAdverb: return false;
      default: return true;
    }
    const auto& token = tokens_.tokens[i];
    if (token.kind == TokenKind::kPunctuation || token.kind == TokenKind::kSymbol) {
      const auto norm = tokens_.norm(i);
      return norm != "-" && norm != "/" && norm != "'" && norm != "'s" && norm != "&";
    }
    return false;
  }

  // The number expression at a token, unless its words say that it counts no people.
  const NumberMatch* number_at(std::uint32_t i) const {
    const auto index = r_.roles[i].number;
    return index < 0 ? nullptr : &r_.numbers[static_cast<std::size_t>(index)];
  }

  Count one(std::uint32_t first, std::uint32_t last) const {
    Count count;
    count.span = {tokens_.tokens[first].span.begin, tokens_.tokens[last - 1].span.end};
    count.low = count.high = count.point = 1;
    return count;
  }

  std::optional<PeopleGroup> read_group(std::uint32_t i) {
    PeopleGroup g;
    g.first = i;
    std::uint32_t k = i;
    if (!read_start(g, k)) return std::nullopt;
    read_body(g, k);
    if (!finish(g, k)) return std::nullopt;
    return g;
  }

  // Determiner and number. False where nothing at `k` begins a noun phrase about people.
  bool read_start(PeopleGroup& g, std::uint32_t& k) {
    const auto role = r_.clause(k);
    if (!r_.roles[k].in_number && (role == ClauseWord::kOne || role == ClauseWord::kAnother || role == ClauseWord::kThe || role == ClauseWord::kPossessive)) {
      g.kind = role == ClauseWord::kThe ? PeopleGroup::Kind::kDefinite : PeopleGroup::Kind::kSingle;
      g.definite = role == ClauseWord::kThe;
      g.more = role == ClauseWord::kAnother;
      while (k < out_.last && r_.clause(k) == role) ++k;
      if (k >= out_.last) return false;
      if (role == ClauseWord::kOne && !number_at(k)) return true;
    }
    if (const auto* number = number_at(k)) {
      if (number->hint == NumberHint::kAge) {  // "33-year-old": one person, aged so
        if (g.kind == PeopleGroup::Kind::kBare) g.kind = PeopleGroup::Kind::kSingle;
        g.age = age_in(*number);
        k = number->last;
        while (k < out_.last && (r_.clause(k) == ClauseWord::kAge || tokens_.norm(k) == "-")) ++k;
        return k < out_.last && !stops(k);  // "(12 years old)" is nobody new
      }
      if (bare_year(*number) || age_aside(*number)) return false;
      g.kind = PeopleGroup::Kind::kNumbered;
      g.count = number->count;
      g.count_first = number->first;
      k = g.count_last = number->last;
      return true;
    }
    if (g.kind != PeopleGroup::Kind::kBare) return true;
    if (starts_name(k)) return true;
    return r_.roles[k].noun >= 0 && r_.roles[k].harm < 0;
  }

  std::optional<int> age_in(const NumberMatch& number) const {
    if (!number.count.point || *number.count.point > 110) return std::nullopt;
    for (auto k = number.last; k < std::min(out_.last, number.last + 2); ++k)
      if (r_.words.months_at.longest_at(tokens_, k)) return 0;
    return static_cast<int>(*number.count.point);
  }

  // Four digits that can be a year, with no noun after them.
  bool bare_year(const NumberMatch& number) const {
    if (!number.in_digits || number.modified() || number.last != number.first + 1 || !number.count.point) return false;
    if (*number.count.point < 1900 || *number.count.point > 2099 || tokens_.norm(number.first).size() != 4) return false;
    return number.last >= out_.last || stops(number.last) || !head_ahead(number.last);
  }

  // "Hadi Merro, 32," and "Hadi Merro (32)": an age beside a name.
  bool age_aside(const NumberMatch& number) const {
    const auto k = number.first;
    if (!number.in_digits || number.modified() || number.count.point.value_or(999) > 110 || k < out_.first + 2 || number.last >= out_.last) return false;
    const auto before = tokens_.norm(k - 1), after = tokens_.norm(number.last);
    if (before == "(" || before == "[") return (after == ")" || after == "]") && tokens_.tokens[k - 2].capital;
    return before == "," && (after == "," || after == "." || after == ";") && tokens_.tokens[k - 2].capital && tokens_.tokens[k - 2].kind == TokenKind::kWord;
  }

  // The first word of a sentence has a capital anyway: a name only with a second one.
  bool named_first(std::uint32_t k) const {
    if (k + 1 >= out_.last) return false;
    const auto& next = tokens_.tokens[k + 1];
    const auto& role = r_.roles[k + 1];
    return next.capital && next.kind == TokenKind::kWord && role.clause == ClauseWord::kNone && role.noun < 0 && !role.in_harm && !role.in_number;
  }

  bool starts_name(std::uint32_t k) const {
    if (!is_name_word(r_, k)) return false;
    if (!r_.capitals) return k != out_.first || named_first(k);
    const auto* name = r_.in.parse.name_at(k);  // in capitals, one word is a name only where the parse knows it for one
    return name_end(r_, k, out_.last) > k + 1 || (name && name->kind == EntityKind::kPerson) || harmed_name(k) || described_name(k);
  }

  // "KILLED MERRO AND", "THE MURDER OF MERRO": a single word in the place of a victim that no text uses as a word of the language.
  bool harmed_name(std::uint32_t k) const {
    if (k >= r_.in.parse.words.size() || r_.in.parse.words[k].upos != Upos::kPropn) return false;
    const bool of = k >= out_.first + 2 && r_.clause(k - 1) == ClauseWord::kOf;
    return k > out_.first && r_.roles[of ? k - 2 : k - 1].in_harm;
  }

  // "MERRO, FORMER CONSUL IN ARVA, WAS": a single word with a description of a person behind it.
  bool described_name(std::uint32_t k) const {
    if (k >= r_.in.parse.words.size() || r_.in.parse.words[k].upos != Upos::kPropn || names_no_person(r_, k, k + 1) || k + 2 >= out_.last || tokens_.norm(k + 1) != ",") return false;
    return k == out_.first && (head_ahead(k + 2) || (r_.clause(k + 2) == ClauseWord::kThe && head_ahead(k + 3)) || (r_.clause(k + 2) == ClauseWord::kOne && head_ahead(k + 3)));
  }

  // The names behind a noun in the plural are those of its members: they have its noun.
  void take_members_noun(PeopleGroup& g) {
    if (g.kind != PeopleGroup::Kind::kName || out_.groups.empty()) return;
    auto& before = out_.groups.back();
    const bool heads = before.noun >= 0 && !before.count && before.harm < 0 && before.last == before.head_last && before.last == g.first && r_.noun(before.noun).number != NounWord::Number::kOne &&
                       before.kind != PeopleGroup::Kind::kNumbered && before.kind != PeopleGroup::Kind::kName;
    const bool goes_on = before.member_noun >= 0 && (g.comma_before || g.intro == ClauseWord::kAnd) && g.first <= before.last + 2;
    if (heads) before.names_follow = true;
    if (heads || goes_on) {
      g.member_noun = heads ? before.noun : before.member_noun;
      g.modifiers.push_back(g.member_noun);
    }
  }

  // "Hadi Merro": to the end of the name, unless a noun goes on from it ("Dorvan Front members").
  bool read_name(PeopleGroup& g, std::uint32_t& k) const {
    if (g.kind != PeopleGroup::Kind::kBare || g.noun >= 0 || !starts_name(k)) return false;
    const auto end = name_end(r_, k, out_.last);
    const bool adjective = end == k + 1 && (r_.roles[k].place || (!r_.in.parse.empty() && r_.in.parse.words[k].upos != Upos::kPropn));  // "Merran"
    if (adjective) return false;
    if (end < out_.last && !stops(end) && (r_.roles[end].noun >= 0 || head_ahead(end))) return false;
    g.named = true;
    k = end;
    return true;
  }

  void read_body(PeopleGroup& g, std::uint32_t& k) {
    if (g.count && k < out_.last && r_.clause(k) == ClauseWord::kOf) skip_of(g, k);
    else if (g.count && k > 0 && r_.clause(k - 1) == ClauseWord::kOf) { --k; skip_of(g, k); }
    if (read_name(g, k)) return;
    const auto limit = std::min(out_.last, k + kMaxPhrase);
    while (k < limit && (!stops(k) || skip_bracket(g, k) || joins_modifiers(g, k))) {
      if (k >= limit || stops(k)) continue;
      const auto& role = r_.roles[k];
      if (role.number >= 0 && k != g.count_first) {
        if (number_at(k)->hint != NumberHint::kAge) break;
        if (!g.age) g.age = age_in(*number_at(k));
        k = number_at(k)->last;
        while (k < limit && (r_.clause(k) == ClauseWord::kAge || tokens_.norm(k) == "-")) ++k;
        continue;
      }
      if (role.harm >= 0 && !read_inner_harm(g, k)) break;
      else if (role.harm >= 0) { if (g.head != kNoToken) break; continue; }
      if (role.noun >= 0) {
        read_noun(g, k);
        continue;
      }
      if (role.clause == ClauseWord::kMore) g.more = true;
      if (owned_head_ahead(g, k)) { g.noun = -1; g.head = kNoToken; ++k; continue; }
      const bool name = g.head != kNoToken && continues_name(g, k);
      if (g.head != kNoToken && !name && !head_ahead(k)) break;
      g.named |= name || (g.age && is_name_word(r_, k));
      k = name ? std::max(k + 1, name_end(r_, k, limit)) : k + 1;
    }
  }

  // "6 TTP and LeI militants": "and" between words before the head.
  bool joins_modifiers(const PeopleGroup& g, std::uint32_t& k) const {
    if (!g.count || g.head != kNoToken || r_.clause(k) != ClauseWord::kAnd || k <= g.count_last || !tokens_.tokens[k - 1].capital || r_.capitals) return false;
    if (k + 1 >= out_.last || !tokens_.tokens[k + 1].capital || !head_ahead(k + 1)) return false;
    ++k;
    return true;
  }

  // "2 staff (Ruman) of": what stands in brackets before the head is passed over.
  bool skip_bracket(const PeopleGroup& g, std::uint32_t& k) const {
    const auto open = tokens_.norm(k);
    if (open != "(" && open != "[") return false;
    for (auto end = k + 1; end < std::min(out_.last, k + 16); ++end)
      if (const auto close = tokens_.norm(end); close == ")" || close == "]") {
        if (g.head != kNoToken && (end + 1 >= out_.last || !head_ahead(end + 1))) return false;
        k = end + 1;
        return k < out_.last;
      }
    return false;
  }

  // "of", "of the", "of his", "of them" after a number.
  void skip_of(PeopleGroup& g, std::uint32_t& k) {
    ++k;
    if (k >= out_.last) return;
    const auto role = r_.clause(k);
    if (role == ClauseWord::kThe || role == ClauseWord::kPossessive || role == ClauseWord::kThose) {
      g.subset = true;
      g.of_them = role == ClauseWord::kThose;
      ++k;
    }
  }

  // "two female international aid workers", "guard/escorts": the head is yet to come.
  bool head_ahead(std::uint32_t k) const {
    for (auto next = k; next < std::min(out_.last, k + 3) && !stops(next); ++next) {
      const auto& role = r_.roles[next];
      if (role.harm >= 0 || role.in_number || tokens_.norm(next) == "'s") return false;
      if (role.noun >= 0) return r_.noun(role.noun).person && !r_.noun(role.noun).modifier;
    }
    return false;
  }

  // "two of the minister's guards": who is counted stands after the owner.
  bool owned_head_ahead(const PeopleGroup& g, std::uint32_t k) const {
    if (g.kind == PeopleGroup::Kind::kBare || g.head == kNoToken || tokens_.norm(k) != "'s") return false;
    auto next = k + 1;
    if (next < out_.last && r_.roles[next].number >= 0 && number_at(next)->hint == NumberHint::kAge) {  // "the agent's 2-year-old son"
      next = number_at(next)->last;
      while (next < out_.last && (r_.clause(next) == ClauseWord::kAge || tokens_.norm(next) == "-")) ++next;
    }
    return head_ahead(next);
  }

  // A name after a singular head: "mayor Hadi Merro".
  bool continues_name(const PeopleGroup& g, std::uint32_t k) const {
    if (g.noun < 0 || r_.noun(g.noun).number == NounWord::Number::kMany) return false;
    const auto& role = r_.roles[k];
    if (tokens_.tokens[k].kind != TokenKind::kWord) return false;
    if (!r_.capitals) return tokens_.tokens[k].capital;
    if (g.kind == PeopleGroup::Kind::kNumbered || k - g.head >= 8 || role.clause != ClauseWord::kNone || role.date) return false;
    return r_.in.parse.empty() ? !role.place : is_name_word(r_, k) || (r_.in.parse.words[k].upos == Upos::kPropn && tokens_.tokens[k - 1].kind == TokenKind::kWord);
  }

  // A harm word in the phrase: counted itself ("12 deaths") or before a noun of people ("3 wounded soldiers"). False: it ends the phrase.
  bool read_inner_harm(PeopleGroup& g, std::uint32_t& k) {
    const auto& role = r_.roles[k];
    const auto& word = r_.harm(role.harm);
    const auto end = k + role.harm_length;
    if (g.head != kNoToken) {  // "6 rebel fatalities"
      if (word.form != HarmForm::kNoun || g.head_last != k || !g.count || g.noun < 0) return false;
      g.modifiers.push_back(g.noun);
    }
    if (word.form == HarmForm::kNoun) {
      g.harm = role.harm;
      g.harm_token = k;
      g.head = k;
      g.head_last = end;
      g.noun = role.noun_length == role.harm_length ? role.noun : std::int16_t{-1};
      k = end;
      return true;
    }
    if (word.form != HarmForm::kVerb && word.form != HarmForm::kState) return false;
    if (word.form == HarmForm::kVerb && verb_of_name(g, k)) return false;
    for (auto next = end; next < std::min(out_.last, end + 3) && !stops(next); ++next) {
      if (r_.roles[next].harm >= 0 || r_.roles[next].number >= 0) break;
      if (r_.roles[next].noun < 0 || !r_.noun(r_.roles[next].noun).person) continue;
      g.harm = role.harm;
      g.harm_token = k;
      k = end;
      return true;
    }
    if (k == g.first + 1 && role.noun >= 0 && g.kind == PeopleGroup::Kind::kDefinite) {  // "the wounded"
      read_noun(g, k);
      g.harm = role.harm;
      g.harm_token = g.head;
      return true;
    }
    if (g.subset && role.noun >= 0) {  // "15 of the wounded"
      read_noun(g, k);
      g.harm = role.harm;
      g.harm_token = g.head;
      return true;
    }
    return false;
  }

  // "THE FRONT ABDUCTED BUSINESSMAN HADI MERRO": behind a name the word is the verb of a clause.
  bool verb_of_name(const PeopleGroup& g, std::uint32_t k) const {
    const auto& words = r_.in.parse.words;
    return k > g.first + 1 && k < words.size() && !g.count && words[k - 1].upos == Upos::kPropn;
  }

  // "a battle": no known noun of people, but a word for the means of harm.
  bool names_means(const PeopleGroup& g) const {
    for (auto k = g.first; k < g.last; ++k)
      if (r_.words.means_at.longest_at(tokens_, k)) return true;
    return false;
  }

  // "a family of six (members)": six people.
  bool read_family(PeopleGroup& g, std::uint32_t& k) {
    const auto of = k + r_.roles[k].noun_length;
    if (of + 1 >= out_.last || r_.clause(of) != ClauseWord::kOf || g.kind == PeopleGroup::Kind::kNumbered) return false;
    const auto* number = number_at(of + 1);
    if (!number || number->hint != NumberHint::kNone) return false;
    g.kind = PeopleGroup::Kind::kNumbered;
    g.count = number->count;
    g.count_first = number->first;
    g.noun = r_.roles[k].noun;
    g.head = k;
    g.head_last = of;
    k = g.count_last = number->last;
    g.of_family = true;
    if (k < out_.last && r_.roles[k].noun >= 0 && r_.noun(r_.roles[k].noun).person) k += r_.roles[k].noun_length;
    return true;
  }

  void read_noun(PeopleGroup& g, std::uint32_t& k) {
    const auto& role = r_.roles[k];
    const auto& noun = r_.noun(role.noun);
    if (role.clause == ClauseWord::kMore) g.more = true;
    if (noun.family && read_family(g, k)) return;
    if (!noun.person) {
      if (g.head == kNoToken) g.thing = true;
      k += role.noun_length;
      return;
    }
    if (noun.modifier || (noun.title && g.head != kNoToken)) {
      g.modifiers.push_back(role.noun);
    } else {
      if (g.noun >= 0) g.modifiers.push_back(g.noun);
      g.noun = role.noun;
      g.head = k;
      g.head_last = k + role.noun_length;
      g.thing = false;
    }
    k += role.noun_length;
  }

  bool finish(PeopleGroup& g, std::uint32_t k) {
    g.last = k;
    while (g.last > g.first + 1 && g.last != g.count_last && g.last != g.head_last) {  // no trailing adverb, hyphen or "took"
      const auto role = r_.clause(g.last - 1);
      if (role != ClauseWord::kAdverb && role != ClauseWord::kLeave && tokens_.tokens[g.last - 1].kind == TokenKind::kWord) break;
      --g.last;
    }
    using Kind = PeopleGroup::Kind;
    const bool bare_words = g.last == g.first + 1;
    g.words_last = g.last;
    if ((g.named || g.noun >= 0) && g.kind != Kind::kNumbered) {
      const auto aside = read_asides(r_, g.last, out_.last);
      g.last = aside.last;
      if (!g.age) g.age = aside.age;
    }
    if (g.kind == Kind::kBare && g.noun < 0 && g.head == kNoToken) {
      if (!starts_name(g.first)) return false;
      g.kind = Kind::kName;
    }
    const bool another = bare_words && g.more && g.first > out_.first && r_.roles[g.first - 1].in_harm;  // "killing two and wounding another"
    if ((g.kind == Kind::kSingle || g.kind == Kind::kDefinite) && bare_words && !another) return false;
    if (g.head == kNoToken && g.noun < 0 && names_means(g)) g.thing = true;
    if (!g.count && countable_as_one(g)) g.count = one(g.first, g.words_last), g.count_first = g.first, g.count_last = g.words_last;
    return true;
  }

  bool countable_as_one(const PeopleGroup& g) const {
    using Kind = PeopleGroup::Kind;
    if (g.thing && g.head == kNoToken) return false;
    const bool article = g.kind == Kind::kSingle && r_.clause(g.first) == ClauseWord::kOne;
    if (g.harm >= 0 && r_.harm(g.harm).form == HarmForm::kNoun && !article && !g.more) return false;  // "his body", "the victims"
    if (article && g.noun >= 0) return true;
    if (g.kind == Kind::kDefinite && g.noun < 0 && !g.modifiers.empty()) return false;  // "the elderly"
    const auto number = g.noun < 0 ? NounWord::Number::kOne : r_.noun(g.noun).number;
    switch (g.kind) {
      case Kind::kName: return true;
      case Kind::kSingle: return number == NounWord::Number::kOne || (number == NounWord::Number::kAny && !plural_looking(g));
      case Kind::kDefinite:
      case Kind::kBare: return number == NounWord::Number::kOne || (number == NounWord::Number::kAny && !plural_looking(g) && g.noun >= 0);
      case Kind::kNumbered: return false;
    }
    return false;
  }

  bool plural_looking(const PeopleGroup& g) const {
    if (g.head == kNoToken) return false;
    const auto norm = tokens_.norm(g.head_last - 1);
    return norm.ends_with("s") || norm.ends_with("men") || norm == "personnel" || (norm == "staff" && g.kind != PeopleGroup::Kind::kSingle) || norm == "crew";
  }

  void introduce(PeopleGroup& g) const {
    auto k = g.first;
    while (k > out_.first && (r_.clause(k - 1) == ClauseWord::kAdverb || r_.clause(k - 1) == ClauseWord::kMore || tokens_.tokens[k - 1].kind == TokenKind::kQuote ||
                              unknown_modifier(g, k - 1)))
      --k;
    if (k == out_.first) return;
    const auto norm = tokens_.norm(k - 1);
    g.comma_before = norm == "," || norm == ";";
    const auto* aside = out_.aside_at(k - 1);
    g.bracket_before = norm == "(" || norm == "[" || (aside && aside->open == k - 1);
    if (k < g.first && tokens_.tokens[k].kind == TokenKind::kQuote && k - 1 > out_.first && (r_.clause(k - 1) == ClauseWord::kThe || r_.clause(k - 1) == ClauseWord::kOne)) --k;  // of the "Front"
    g.intro = r_.clause(k - 1);
    g.together = g.intro == ClauseWord::kAnd && norm == "with";
    if (g.comma_before && k >= out_.first + 2 && r_.clause(k - 2) == ClauseWord::kPart) g.intro = ClauseWord::kPart;
    g.negated = g.intro == ClauseWord::kNot;
  }

  // A word before a bare noun that belongs to it: "Syrian army soldiers".
  bool unknown_modifier(const PeopleGroup& g, std::uint32_t k) const {
    const bool national = r_.capitals && g.kind == PeopleGroup::Kind::kName && g.first - k == 1 && r_.roles[k].place;  // "AND ITALIAN DINO MERRO"
    if (g.kind != PeopleGroup::Kind::kBare && !national) return false;
    const auto& role = r_.roles[k];
    return g.first - k <= 4 && role.clause == ClauseWord::kNone && !role.in_harm && !role.in_number &&
           (tokens_.tokens[k].kind == TokenKind::kWord || tokens_.norm(k) == "-");
  }

  const HarmReading& r_;
  const Tokens& tokens_;
  HarmSentence out_;
};

}  // namespace

HarmReading read_roles(const FindInput& in, const std::vector<Mention>& dates, const std::vector<Mention>& places) {
  HarmReading r{in, in.know.harm, in.know.numbers.scan(in.tokens, in.text()), {}, false};
  r.roles.resize(in.tokens.size());
  r.capitals = mostly_capitals(in.tokens);
  mark_mentions(r, places, false);
  mark_mentions(r, dates, true);
  for (std::size_t n = 0; n < r.numbers.size(); ++n) {
    if (!counts_something(r.numbers[n], dates) || r.roles[r.numbers[n].core].place) continue;
    r.roles[r.numbers[n].first].number = static_cast<std::int16_t>(n);
    for (auto k = r.numbers[n].first; k < r.numbers[n].last; ++k) r.roles[k].in_number = true;
  }
  mark_words(r);
  return r;
}

HarmSentence read_groups(const HarmReading& reading, const Sentence& sentence) { return GroupReader(reading, sentence).read(); }

}  // namespace attest
