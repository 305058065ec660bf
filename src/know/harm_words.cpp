#include "know/harm_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "know/name_words.h"

namespace attest {
namespace {

template <class T, std::size_t N>
std::optional<T> look_up(const std::array<std::pair<std::string_view, T>, N>& table, std::string_view word) {
  for (const auto& [name, value] : table)
    if (name == word) return value;
  return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, HarmForm>, 8> kForms = {{{"verb", HarmForm::kVerb},
                                                                           {"active", HarmForm::kActive},
                                                                           {"intransitive", HarmForm::kIntransitive},
                                                                           {"state", HarmForm::kState},
                                                                           {"noun", HarmForm::kNoun},
                                                                           {"nominal", HarmForm::kNominal},
                                                                           {"toll", HarmForm::kToll},
                                                                           {"harmless", HarmForm::kHarmless}}};

constexpr std::array<std::pair<std::string_view, ClauseWord>, 28> kClauseWords = {{{"passive", ClauseWord::kPassive},
                                                                                    {"passive_one", ClauseWord::kPassiveOne},
                                                                                    {"passive_any", ClauseWord::kPassiveAny},
                                                                                    {"mostly", ClauseWord::kMostly},
                                                                                    {"have", ClauseWord::kHave},
                                                                                    {"not", ClauseWord::kNot},
                                                                                    {"maybe", ClauseWord::kMaybe},
                                                                                    {"to", ClauseWord::kTo},
                                                                                    {"preposition", ClauseWord::kPreposition},
                                                                                    {"by", ClauseWord::kBy},
                                                                                    {"of", ClauseWord::kOf},
                                                                                    {"and", ClauseWord::kAnd},
                                                                                    {"part", ClauseWord::kPart},
                                                                                    {"among", ClauseWord::kAmong},
                                                                                    {"boundary", ClauseWord::kBoundary},
                                                                                    {"relative", ClauseWord::kRelative},
                                                                                    {"one", ClauseWord::kOne},
                                                                                    {"the", ClauseWord::kThe},
                                                                                    {"another", ClauseWord::kAnother},
                                                                                    {"possessive", ClauseWord::kPossessive},
                                                                                    {"more", ClauseWord::kMore},
                                                                                    {"adverb", ClauseWord::kAdverb},
                                                                                    {"say", ClauseWord::kSay},
                                                                                    {"leave", ClauseWord::kLeave},
                                                                                    {"lives", ClauseWord::kLives},
                                                                                    {"age", ClauseWord::kAge},
                                                                                    {"those", ClauseWord::kThose},
                                                                                    {"norm", ClauseWord::kNorm}}};

constexpr std::array<std::pair<std::string_view, ActorWord>, 6> kActorWords = {
    {{"actor", ActorWord::kActor}, {"alleged", ActorWord::kAlleged}, {"claimed", ActorWord::kClaimed}, {"deed", ActorWord::kDeed}, {"blame", ActorWord::kBlame}, {"tie", ActorWord::kTie}}};

constexpr std::array<std::pair<std::string_view, NameWord>, 9> kNameWords = {{{"particle", NameWord::kParticle},
                                                                              {"she", NameWord::kShe},
                                                                              {"he", NameWord::kHe},
                                                                              {"title", NameWord::kTitle},
                                                                              {"months", NameWord::kMonths},
                                                                              {"identified", NameWord::kIdentified},
                                                                              {"called", NameWord::kCalled},
                                                                              {"naming", NameWord::kNaming},
                                                                              {"beside", NameWord::kBeside}}};

constexpr std::array<std::pair<std::string_view, Tie>, 5> kTies = {
    {{"organ_of", Tie::kOrganOf}, {"under_command", Tie::kUnderCommand}, {"affiliated", Tie::kAffiliated}, {"aligned", Tie::kAligned}, {"unidentified", Tie::kUnidentified}}};

constexpr std::array<std::pair<std::string_view, MeasureWord>, 5> kMeasureWords = {
    {{"since", MeasureWord::kSince}, {"running", MeasureWord::kRunning}, {"stock", MeasureWord::kStock}, {"flow", MeasureWord::kFlow}, {"superlative", MeasureWord::kSuperlative}}};

constexpr std::array<std::pair<std::string_view, HarmWords::Background>, 4> kBackgrounds = {
    {{"total", HarmWords::Background::kTotal}, {"earlier", HarmWords::Background::kEarlier}, {"reason", HarmWords::Background::kReason}, {"often", HarmWords::Background::kOften}}};

Error bad_value(const Rule& rule, std::string_view key) {
  return {"bad_rules", "rule " + rule.id + ": \"" + std::string(rule.value(key)) + "\" is no " + std::string(key), rule.where};
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    if (end > at) out.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

Result<HarmWord> read_harm(const Rule& rule) {
  HarmWord out;
  out.id = rule.id;
  const auto effect = parse_effect(rule.value("effect"));
  if (!effect) return bad_value(rule, "effect");
  const auto form = look_up(kForms, rule.value("form"));
  if (!form) return bad_value(rule, "form");
  const auto means = rule.value("means").empty() ? Means::kNone : parse_means(rule.value("means"));
  if (!means) return bad_value(rule, "means");
  out.effect = *effect;
  out.form = *form;
  out.means = *means;
  if (!rule.value("may_be").empty()) {
    out.may_be = parse_effect(rule.value("may_be"));
    if (!out.may_be) return bad_value(rule, "may_be");
  }
  out.weak = rule.value("weak") == "true";
  out.object_only = rule.value("object_only") == "true";
  out.of_one = rule.value("of_one") == "true";
  out.bodies = rule.value("bodies") == "true";
  return out;
}

Result<NounWord> read_noun(const Rule& rule) {
  NounWord out;
  out.id = rule.id;
  const auto kind = rule.value("kind");
  out.person = kind != "thing";
  out.family = kind == "family";
  out.title = kind == "title";
  out.modifier = kind == "modifier";
  out.female = rule.value("sex") == "female";
  out.male = rule.value("sex") == "male";
  out.offspring = rule.value("age") == "offspring";
  const auto number = rule.value("number");
  if (number == "one") out.number = NounWord::Number::kOne;
  else if (number == "many") out.number = NounWord::Number::kMany;
  else if (!number.empty() && number != "any") return bad_value(rule, "number");
  if (const auto status = rule.value("status"); !status.empty()) {
    const auto parsed = parse_status(status);
    if (!parsed) return bad_value(rule, "status");
    out.status = *parsed;
  }
  out.groups = split(rule.value("groups"));
  out.condition = std::string(rule.value("condition"));
  out.identity = std::string(rule.value("identity"));
  return out;
}

void add_words(PhraseTable& table, const Rule& rule, std::size_t value) {
  for (const auto& word : rule.words) table.add(word, static_cast<std::uint32_t>(value));
}

// The words of harm, of who is harmed, of clauses, means and what lies back.
Result<void> add_harm(const Lexicon& lexicon, HarmWords& out) {
  for (const auto& rule : lexicon.file("harm").rules) {
    auto word = read_harm(rule);
    if (!word) return word.error();
    add_words(out.harm_at, rule, out.harm.size());
    out.harm.push_back(std::move(*word));
  }
  for (const auto* name : {"victims", "not_harm"}) {
    for (const auto& rule : lexicon.file(name).rules) {
      auto noun = read_noun(rule);
      if (!noun) return noun.error();
      add_words(out.noun_at, rule, out.nouns.size());
      out.nouns.push_back(std::move(*noun));
    }
  }
  for (const auto& rule : lexicon.file("clause").rules) {
    const auto word = look_up(kClauseWords, rule.value("role"));
    if (!word) return bad_value(rule, "role");
    add_words(out.clause_at, rule, out.clause.size());
    out.clause.push_back(*word);
  }
  for (const auto& rule : lexicon.file("means").rules) {
    const auto means = parse_means(rule.value("means"));
    if (!means) return bad_value(rule, "means");
    add_words(out.means_at, rule, out.means.size());
    out.means.push_back(*means);
  }
  for (const auto& rule : lexicon.file("background").rules) {
    const auto kind = look_up(kBackgrounds, rule.value("kind"));
    if (!kind) return bad_value(rule, "kind");
    add_words(out.background_at, rule, out.background.size());
    out.background.push_back(*kind);
  }
  return {};
}

// The words of totals and measures, and how sure each rule is.
Result<void> add_totals(const Lexicon& lexicon, HarmWords& out) {
  for (const auto& rule : lexicon.file("totals").rules) {
    const auto kind = rule.value("kind");
    PhraseTable* table = kind == "more" ? &out.more_at : kind == "all" ? &out.all_at : kind == "elsewhere" ? &out.elsewhere_at : kind == "early" ? &out.early_at : kind == "zero_killed" ? &out.zero_killed_at : kind == "zero_all" ? &out.zero_all_at : nullptr;
    if (!table) return bad_value(rule, "kind");
    add_words(*table, rule, 0);
  }
  for (const auto& rule : lexicon.file("confidence").rules) {
    const std::string text(rule.value("logit"));
    double logit = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), logit);
    if (error != std::errc() || end != text.data() + text.size() || !(logit > -20 && logit < 20)) return bad_value(rule, "logit");
    for (const auto& feature : rule.words) out.confidence.set(feature, logit);
  }
  for (const auto& rule : lexicon.file("measures").rules) {
    const auto word = look_up(kMeasureWords, rule.value("kind"));
    if (!word) return bad_value(rule, "kind");
    add_words(out.measure_at, rule, out.measures.size());
    out.measures.push_back(*word);
  }
  return {};
}

// The words of names and of those who harm.
Result<void> add_people(const Lexicon& lexicon, HarmWords& out) {
  for (const auto& rule : lexicon.file("people_names").rules) {
    const auto word = look_up(kNameWords, rule.value("kind"));
    if (!word) return bad_value(rule, "kind");
    PhraseTable& table = *word == NameWord::kMonths ? out.months_at : *word >= NameWord::kIdentified ? out.identified_at : out.particle_at;
    add_words(table, rule, static_cast<std::size_t>(*word));
  }
  for (const auto& rule : lexicon.file("perpetrators").rules) {
    const auto word = look_up(kActorWords, rule.value("kind"));
    if (!word) return bad_value(rule, "kind");
    add_words(out.actor_at, rule, out.actors.size());
    out.actors.push_back(*word);
    const auto tie = look_up(kTies, rule.value("tie"));
    if (*word == ActorWord::kTie && !tie) return bad_value(rule, "tie");
    out.ties.push_back(tie.value_or(Tie::kNone));
  }
  return {};
}

}  // namespace

Result<HarmWords> compile_harm_words(const Lexicon& lexicon) {
  HarmWords out;
  for (const auto add : {add_harm, add_totals, add_people})
    if (const auto added = add(lexicon, out); !added) return added.error();
  return out;
}

}  // namespace attest
