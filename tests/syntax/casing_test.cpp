// Sentences whose letters are all of one case, and other text as news has it: how the cases are told apart, how the trainer makes
// copies in them, and what the shipped model reads.
#include <gtest/gtest.h>

#include "syntax/recase.h"
#include "syntax/sentence.h"
#include "syntax/syntax.h"
#include "text/text.h"

namespace attest {
namespace {

using syntax::Casing;

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

TEST(Casing, IsToldByCountsOfWords) {
  const std::pair<const char*, Casing> rows[] = {
      {"The guards were beaten by two men from Ostry", Casing::kMixed},
      {"Two guards of the Velden Party said", Casing::kMixed},
      {"", Casing::kMixed},
      {"Karim Hassan", Casing::kMixed},
      {"GUARDS WERE BEATEN", Casing::kCapitals},
      {"GUARDS WERE BEATEN BY TWO MEN OF THE McVELD BAND IN OSTRY LATE ON SUNDAY", Casing::kCapitals},
      {"NATO , UN and EU officials spoke", Casing::kMixed},
      {"guards were beaten in ostry , 3 hurt", Casing::kSmall},
      {"guards were beaten in Ostry", Casing::kMixed},
      {"ten dead", Casing::kMixed},
      {"Army Takes Two Villages Near Tarrow", Casing::kTitle},
      {"Ten Dead , Thirty Wounded in Market Blast", Casing::kTitle},
      {"Army Retreats from Four Villages Near Tarrow", Casing::kTitle},
      {"Army Retreats from Villages after Battle", Casing::kMixed},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(syntax::make_words(words_in(text)).casing, want) << text;
}

TEST(Casing, CapitalsAndSmallLettersReadAlike) {
  const auto capitals = syntax::make_words(words_in("THREE GUARDS WERE BEATEN IN OSTRY"));
  const auto small = syntax::make_words(words_in("three guards were beaten in ostry"));
  ASSERT_EQ(capitals.words.size(), small.words.size());
  for (std::size_t i = 0; i < small.words.size(); ++i) {
    EXPECT_EQ(capitals.words[i].form_hash, small.words[i].form_hash) << i;
    EXPECT_EQ(capitals.words[i].shape, small.words[i].shape) << i;
  }
}

TEST(Casing, TheTrainerMakesCopiesOfAFixedShare) {
  const std::vector<std::string> forms = {"the", "guard", "was", "n't", "hurt", "after", "a", "raid"},
                                 tags = {"DT", "NN", "VBD", "RB", "VBN", "IN", "DT", "NN"};
  const auto joined = [](const std::vector<std::string>& all) {
    std::string out;
    for (const auto& form : all) out += form + " ";
    return out;
  };
  std::size_t folded = 0;
  std::vector<std::string> titles;
  for (std::size_t number = 0; number < 48; ++number)
    for (const auto& copy : syntax::recased(forms, tags, number, {4, 8})) {
      folded += copy.as == Casing::kCapitals;
      if (copy.as == Casing::kTitle) titles.push_back(joined(copy.forms));
    }
  EXPECT_EQ(folded, 12u);
  ASSERT_EQ(titles.size(), 6u);
  EXPECT_EQ(titles[0], "The Guard Was n't Hurt After A Raid ");
  EXPECT_EQ(titles[1], "The Guard Was n't Hurt After a Raid ");
  EXPECT_EQ(titles[2], "The Guard Was n't Hurt after a Raid ");
}

struct Row {
  const char* name;
  std::string text;
  std::string want;  // words with their tags, names in brackets, sentences apart
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class Recased : public testing::TestWithParam<Row> {};

TEST_P(Recased, IsReadLikeCommonText) {
  static const auto loaded = SyntaxModel::load(ATTEST_SOURCE "/models/en.bin");
  ASSERT_TRUE(loaded);
  const auto& text = GetParam().text;
  const auto tokens = tokenize(text);
  const auto parse = (*loaded)->parse(tokens, text);
  std::string out;
  std::size_t sentence = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const auto* entity = parse.name_at(i);
    if (i == tokens.sentences[sentence].last) ++sentence, out += "| ";
    out += (entity && entity->first == i ? "[" : "") + std::string(tokens.tokens[i].span.in(text)) + "/" +
           std::string(name(parse.words[i].upos)) + (entity && entity->last == i + 1 ? "] " : " ");
  }
  EXPECT_EQ(out, GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Recased,
    testing::Values(
        Row{"headline", "Army Takes Two Villages Near Tarrow",
            "Army/NOUN Takes/VERB Two/NUM Villages/NOUN Near/ADP [Tarrow/PROPN] "},
        Row{"headline_with_a_person", "Karim Hassan Meets Farmers in Germany After Raid",
            "[Karim/PROPN Hassan/PROPN] Meets/VERB Farmers/NOUN in/ADP [Germany/PROPN] After/ADP Raid/NOUN "},
        Row{"headline_of_speech", "Residents Say Soldiers Burned Houses in Germany",
            "Residents/NOUN Say/VERB Soldiers/NOUN Burned/VERB Houses/NOUN in/ADP [Germany/PROPN] "},
        Row{"headline_without_a_verb", "Ten Killed, Thirty Wounded in Market Blast",
            "Ten/NUM Killed/VERB ,/PUNCT Thirty/NUM Wounded/VERB in/ADP Market/NOUN Blast/NOUN "},
        Row{"capitals", "TEN PEOPLE WERE KILLED IN GERMANY ON FRIDAY, THE POLICE SAID.",
            "TEN/NUM PEOPLE/NOUN WERE/AUX KILLED/VERB IN/ADP [GERMANY/PROPN] ON/ADP FRIDAY/PROPN ,/PUNCT THE/DET POLICE/NOUN "
            "SAID/VERB ./PUNCT "},
        Row{"small_letters", "ten people were killed in germany on friday, the police said.",
            "ten/NUM people/NOUN were/AUX killed/VERB in/ADP [germany/PROPN] on/ADP friday/PROPN ,/PUNCT the/DET police/NOUN "
            "said/VERB ./PUNCT "},
        Row{"lost_apostrophes", "They didnt know who fired. Orlavias guards cant say.",
            "They/PRON did/AUX nt/PART know/VERB who/PRON fired/VERB ./PUNCT | [Orlavias/PROPN] guards/NOUN ca/AUX nt/PART "
            "say/VERB ./PUNCT "},
        Row{"open_quote", "The leader said: “We will not leave. He added that fighters had come from Germany.",
            "The/DET leader/NOUN said/VERB :/PUNCT “/PUNCT We/PRON will/AUX not/PART leave/VERB ./PUNCT | "
            "He/PRON added/VERB that/SCONJ fighters/NOUN had/AUX come/VERB from/ADP [Germany/PROPN] ./PUNCT "},
        Row{"broken_lines", "Ten people were killed in\nGermany on Friday.",
            "Ten/NUM people/NOUN were/AUX killed/VERB in/ADP [Germany/PROPN] on/ADP Friday/PROPN ./PUNCT "},
        Row{"byline", "By Karim Hassan\n\nGERMANY, March 3 (AFP) - Ten people died.",
            "By/ADP [Karim/PROPN Hassan/PROPN] | [GERMANY/PROPN] ,/PUNCT March/PROPN 3/NUM (/PUNCT [AFP/PROPN] )/PUNCT -/PUNCT | "
            "Ten/NUM people/NOUN died/VERB ./PUNCT "},
        Row{"lost_comma", "After the raid soldiers burned ten houses residents said.",
            "After/ADP the/DET raid/NOUN soldiers/NOUN burned/VERB ten/NUM houses/NOUN residents/NOUN said/VERB ./PUNCT "}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace attest
