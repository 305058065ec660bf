// The shipped model over tokens: what finders get.
#include <gtest/gtest.h>

#include "syntax/syntax.h"
#include "text/text.h"

namespace attest {
namespace {

const SyntaxModel& model() {
  static const auto loaded = SyntaxModel::load(ATTEST_SOURCE "/models/en.bin");
  return *loaded.value();
}

struct Read {
  std::string text;
  Tokens tokens;
  Parse parse;
};

Read read(std::string text) {
  Read out{std::move(text), {}, {}};
  out.tokens = tokenize(out.text);
  out.parse = model().parse(out.tokens, out.text);
  return out;
}

// "relation(head, word)" of every word that is no mark.
std::string arcs(const Read& r) {
  std::string out;
  for (std::size_t i = 0; i < r.parse.words.size(); ++i) {
    const auto& w = r.parse.words[i];
    if (w.upos == Upos::kPunct) continue;
    out += std::string(name(w.arc)) + "(" +
           (w.head < 0 ? "-" : std::string(r.tokens.tokens[static_cast<std::size_t>(w.head)].span.in(r.text))) + " " +
           std::string(r.tokens.tokens[i].span.in(r.text)) + ") ";
  }
  return out;
}

TEST(Reader, GivesOneWordATokenOverSentences) {
  const auto r = read("The guard was beaten by two men. He died on Sunday.");
  ASSERT_EQ(r.parse.words.size(), r.tokens.size());
  EXPECT_EQ(arcs(r),
            "det(guard The) nsubj:pass(beaten guard) aux:pass(beaten was) root(- beaten) case(men by) nummod(men two) "
            "obl:agent(beaten men) "
            "nsubj(died He) root(- died) case(Sunday on) obl(died Sunday) ");
  EXPECT_EQ(r.parse.lemmas[3], "beat");
  EXPECT_EQ(r.parse.words[3].xpos, Xpos::kVBN);
}

TEST(Reader, TellsWhatHangsOnAWord) {
  const auto r = read("The guard was beaten by two men.");
  EXPECT_EQ(r.parse.words[3].left, 0u);
  EXPECT_EQ(r.parse.words[3].right, 8u);
  EXPECT_EQ(r.parse.words[6].left, 4u);  // "by two men"
  EXPECT_EQ(r.parse.words[6].right, 7u);
  EXPECT_EQ(r.parse.children(6), (std::vector<std::uint32_t>{4, 5}));
  EXPECT_EQ(r.parse.child(3, Arc::kOblAgent), 6u);
  EXPECT_EQ(r.parse.child(3, Arc::kObj), std::nullopt);
  EXPECT_TRUE(r.parse.hangs_on(5, 3));
  EXPECT_FALSE(r.parse.hangs_on(3, 5));
  EXPECT_FALSE(r.parse.hangs_on(99, 3));
}

TEST(Reader, FindsNamesInTextOrder) {
  const auto r = read("Karim Hassan arrived in Germany on Friday.");
  ASSERT_EQ(r.parse.names.size(), 2u);
  EXPECT_EQ(r.parse.names[1].kind, EntityKind::kPlace);
  EXPECT_EQ(r.parse.names[1].first, 4u);
  EXPECT_EQ(r.parse.name_at(1)->kind, EntityKind::kPerson);
  EXPECT_EQ(r.parse.name_at(2), nullptr);
}

TEST(Reader, AVerbHasOneSubject) {
  for (const char* text : {"Jonas Mirel from the independent research foundation Ostry International told AFP that the army had left.",
                           "Karim Hassan from the human rights group Tarrow Watch told Radio Ostry that the army had left."}) {
    const auto r = read(text);
    const auto told = static_cast<std::int32_t>(r.parse.child(0, Arc::kFlat) ? r.parse.words[0].head : -1);
    ASSERT_GE(told, 0) << text;
    int subjects = 0;
    for (const auto& w : r.parse.words) subjects += w.head == told && w.arc == Arc::kNsubj;
    EXPECT_EQ(subjects, 1) << arcs(r);
  }
}

TEST(Reader, EndlessSentencesStayInTheirPieces) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "guards and ";
  const auto r = read(text);
  for (const auto& s : r.tokens.sentences)
    for (auto i = s.first; i < s.last; ++i) {
      const auto& w = r.parse.words[i];
      EXPECT_TRUE(w.head == -1 || (w.head >= static_cast<std::int32_t>(s.first) && w.head < static_cast<std::int32_t>(s.last)));
      EXPECT_TRUE(w.left >= s.first && w.left <= i && w.right > i && w.right <= s.last);
    }
}

TEST(Names, EnumerationsReadTheirOwnWords) {
  for (int i = 0; i <= static_cast<int>(Arc::kXcomp); ++i) EXPECT_EQ(parse_arc(name(static_cast<Arc>(i))), static_cast<Arc>(i));
  for (int i = 0; i <= static_cast<int>(Upos::kX); ++i) EXPECT_EQ(parse_upos(name(static_cast<Upos>(i))), static_cast<Upos>(i));
  for (int i = 0; i <= static_cast<int>(Xpos::kWRB); ++i) EXPECT_EQ(parse_xpos(name(static_cast<Xpos>(i))), static_cast<Xpos>(i));
  EXPECT_EQ(parse_arc("nmod:unmarked"), Arc::kNmod);
  EXPECT_EQ(parse_arc("strange"), Arc::kNone);
  EXPECT_EQ(parse_entity_kind("LOC"), EntityKind::kPlace);
  EXPECT_EQ(parse_entity_kind("MISC"), std::nullopt);
}

}  // namespace
}  // namespace attest
