#include <gtest/gtest.h>

#include <functional>

#include "syntax/lemmas.h"
#include "syntax/parser.h"
#include "syntax/syntax.h"
#include "text/text.h"

namespace attest {
namespace {

// A small language: "the NOUN VERB-ed the NOUN ." with an object and a subject, and a name that is a person.
std::string treebank() {
  const char* nouns[] = {"guard", "farmer", "sailor", "baker", "miner"};
  const char* verbs[][2] = {{"helped", "help"}, {"passed", "pass"}, {"warned", "warn"}};
  std::string out;
  for (int i = 0; i < 60; ++i) {
    const std::string a = nouns[i % 5], b = nouns[(i / 5 + 1) % 5];
    const auto& v = verbs[i % 3];
    const auto row = [&](int id, const std::string& form, const std::string& lemma, const std::string& upos, const std::string& xpos, int head, const std::string& rel) {
      out += std::to_string(id) + "\t" + form + "\t" + lemma + "\t" + upos + "\t" + xpos + "\t_\t" + std::to_string(head) + "\t" + rel + "\t_\t_\n";
    };
    row(1, "The", "the", "DET", "DT", 2, "det"), row(2, a, a, "NOUN", "NN", 3, "nsubj"), row(3, v[0], v[1], "VERB", "VBD", 0, "root");
    row(4, "the", "the", "DET", "DT", 5, "det"), row(5, b, b, "NOUN", "NN", 3, "obj"), row(6, ".", ".", "PUNCT", ".", 3, "punct");
    out += "\n";
  }
  return out;
}

std::string names() {
  std::string out;
  for (const char* name : {"Velden", "Tarrow", "Mirel", "Ostry"})
    for (int i = 0; i < 60; ++i)
      out += "1\tthe\t_\t_\tDT\t_\t_\t_\t_\t_\n2\tguard\t_\t_\tNN\t_\t_\t_\t_\t_\n3\t" + std::string(name) + "\t_\t_\tNNP\t_\t_\t_\t_\tNER=B-per\n4\tspoke\t_\t_\tVBD\t_\t_\t_\t_\t_\n\n";
  return out;
}

std::string trained() {
  MemoryFiles files;
  files.files = {{"t.conllu", treebank()}, {"n.conllu", names()}};
  SyntaxTraining training;
  training.treebanks = {"t.conllu"}, training.names = {"n.conllu"}, training.epochs = 4;
  const auto model = train_syntax(files, training, [](const std::string&) {});
  return model ? *model : model.error().text();
}

TEST(Train, LearnsAndGivesTheSameBytesTwice) {
  const auto bytes = trained();
  EXPECT_EQ(bytes, trained());
  const auto model = SyntaxModel::from_bytes(bytes, "m");
  ASSERT_TRUE(model) << model.error().text();
  const auto said = (*model)->analyse({"The", "tailor", "warned", "the", "miner", "."});
  EXPECT_EQ(said.upos, (std::vector<std::string_view>{"DET", "NOUN", "VERB", "DET", "NOUN", "PUNCT"}));
  EXPECT_EQ(said.head, (std::vector<std::int32_t>{1, 2, -1, 4, 2, 2}));
  EXPECT_EQ(said.relation[1], "nsubj");
  EXPECT_EQ(said.relation[4], "obj");
  EXPECT_EQ(said.lemma[2], "warn");
  EXPECT_EQ((*model)->analyse({"the", "guard", "Mirel", "spoke"}).entity[2], "B-PER");
}

TEST(Model, BearsHostileText) {
  const auto model = SyntaxModel::from_bytes(trained(), "m");
  ASSERT_TRUE(model);
  EXPECT_TRUE((*model)->analyse({}).head.empty());
  const std::vector<std::string> odd = {"", std::string(100'000, 'a'), "\x01\x02", "字字字", "\xFF\xFE", "😀"};
  std::vector<std::string_view> forms(odd.begin(), odd.end());
  const auto said = (*model)->analyse(forms);
  EXPECT_EQ(said.head.size(), forms.size());
  // A sentence far too long is read in pieces: every head lies inside it, and there is one root.
  const std::vector<std::string_view> endless(5000, "guard");
  const auto pieces = (*model)->analyse(endless);
  int roots = 0;
  for (const auto head : pieces.head) {
    ASSERT_LT(head, 5000);
    roots += head < 0;
  }
  EXPECT_GE(roots, 1);
}

TEST(Parse, WritesConlluThatKeepsTheText) {
  const auto model = SyntaxModel::from_bytes(trained(), "m");
  ASSERT_TRUE(model);
  const std::string text = "The guard doesn't help. He left.";
  const auto out = parse_text(**model, tokenize(text), text);
  EXPECT_NE(out.find("# text = The guard doesn't help.\n"), std::string::npos) << out;
  EXPECT_NE(out.find("3-4\tdoesn't\t"), std::string::npos) << out;
  const auto again = parse_conllu(**model, out, "x");
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, out) << "reading its own output changes nothing";
}

TEST(Oracle, AStateOnTheGoldPathCostsNothing) {
  // "the guard slept": the <- guard <- slept <- root
  const std::vector<std::int32_t> head = {-1, 2, 3, 0};
  const std::vector<std::vector<std::int32_t>> children = {{3}, {}, {1}, {2}};
  syntax::ParserState state(3);
  const auto costs = [&] { return syntax::action_costs(state, head, children); };
  EXPECT_EQ(costs().shift, 0);
  state.apply(0, 1);
  EXPECT_EQ(costs().left, 0);
  EXPECT_EQ(costs().shift, 1) << "'the' would lose its head";
  state.apply(1, 1), state.apply(0, 1);
  EXPECT_EQ(costs().left, 0);
  state.apply(1, 1), state.apply(0, 1);
  EXPECT_EQ(costs().right, 0);
  state.apply(2, 1);
  EXPECT_TRUE(state.done());
  EXPECT_EQ(state.node(3).head, 0);
  EXPECT_EQ(state.node(1).head, 2);
}

TEST(Lemmas, GeneraliseByEndings) {
  std::vector<syntax::LemmaExample> examples;
  for (const char* stem : {"walk", "help", "pass", "warn", "call"}) examples.push_back({std::string(stem) + "ed", std::string(stem) + "ed", "VBD", stem, false});
  examples.push_back({"went", "went", "VBD", "go", false});
  const auto table = syntax::learn_lemmas(examples);
  const syntax::Lemmas lemmas(table.rows.data(), table.rows.size(), table.buffer);
  EXPECT_EQ(lemmas.lemma("jumped", "jumped", "VBD", false), "jump");
  EXPECT_EQ(lemmas.lemma("Went", "went", "VBD", false), "go");
  EXPECT_EQ(lemmas.lemma("Velden", "velden", "NNP", true), "Velden");
}

}  // namespace
}  // namespace attest
