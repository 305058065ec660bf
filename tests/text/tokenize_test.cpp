#include <gtest/gtest.h>

#include <chrono>

#include "text/text.h"

namespace attest {
namespace {

struct Row {
  const char* name;
  std::string text;
  std::string want;  // dump(): a sentence a line, paragraph number first
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class Tokenize : public testing::TestWithParam<Row> {};

TEST_P(Tokenize, Dumps) { EXPECT_EQ(dump(tokenize(GetParam().text), GetParam().text), GetParam().want); }

INSTANTIATE_TEST_SUITE_P(
    Words, Tokenize,
    testing::Values(
        Row{"clitics", "Orlavia's army didn't, can't and cannot.", "[0] Orlavia 's army did n't , ca n't and can not .\n"},
        Row{"curly", "The rebels’ base wasn’t hit", "[0] The rebels ’ base was n’t hit\n"},
        Row{"lost_apostrophe", "They didnt go and Werent warned; its guards cant come",
            "[0] They did nt go and Were nt warned ; its guards ca nt come\n"},
        Row{"said_as_one", "We are gonna stay", "[0] We are gon na stay\n"},
        Row{"inner_apostrophe", "Ta'iz and O'Brien", "[0] Ta'iz and O'Brien\n"},
        Row{"hyphens", "the 25-year-old al-Tavri -- a U.S.-led force",
            "[0] the 25 - year - old al - Tavri -- a U.S. - led force\n"},
        Row{"files", "see Report.pdf, alt.news.talk and the end.", "[0] see Report.pdf , alt.news.talk and the end .\n"},
        Row{"faces", "fine :-) or ;)", "[0] fine :-) or ;)\n"},
        Row{"telephone", "call 410-555-3798 about 100-200", "[0] call 410-555-3798 about 100 - 200\n"},
        Row{"joined", "b/c of an e-mail w/o +++ and $$$", "[0] b/c of an e-mail w/o +++ and $$$\n"},
        Row{"casual", "where? just there! it was gone. nobody saw it",
            "[0] where ?\n[0] just there !\n[0] it was gone .\n[0] nobody saw it\n"},
        Row{"question_told", "\"Where to?\" she asked.", "[0] \" Where to ? \" she asked .\n"},
        Row{"sign_off", "Regards, Ana Velden", "[0] Regards ,\n[0] Ana Velden\n"},
        Row{"rows_of_marks", "left the town ===== Orlavia next", "[0] left the town\n[0] =====\n[0] Orlavia next\n"},
        Row{"figures", "1,300 dead, 3.5 km, 21:30, 12/03/2025 and the 20th in the 1990s",
            "[0] 1,300 dead , 3.5 km , 21:30 , 12/03/2025 and the 20th in the 1990s\n"},
        Row{"figure_comma_figure", "killed 10,11 and 1,00,000", "[0] killed 10 , 11 and 1,00,000\n"},
        Row{"units", "45kg at 5pm, an F16 and a T-72", "[0] 45 kg at 5 pm , an F16 and a T - 72\n"},
        Row{"addresses", "see https://news.example.org/a?b=1. Write to desk@example.org, @handle #tag example.com.",
            "[0] see https://news.example.org/a?b=1 .\n[0] Write to desk@example.org , @handle #tag example.com .\n"},
        Row{"money", "$1,300 or 50% (US$5)", "[0] $ 1,300 or 50 % ( US $ 5 )\n"},
        Row{"ellipses", "Well... no… yes", "[0] Well ... no … yes\n"},
        Row{"soft_hyphen", "figh\u00ADters", "[0] figh\u00ADters\n"}));

INSTANTIATE_TEST_SUITE_P(
    Sentences, Tokenize,
    testing::Values(
        Row{"dateline", "OSTRY, March 3 (AFP) - Ten people died.", "[0] OSTRY , March 3 ( AFP ) -\n[0] Ten people died .\n"},
        Row{"dateline_in_capitals", "OSTRY, 3 MAR 91 (RADIO MIREL) -- [TEXT] TEN DIED.",
            "[0] OSTRY , 3 MAR 91 ( RADIO MIREL ) --\n[0] [ TEXT ] TEN DIED .\n"},
        Row{"dateline_without_agency", "NEW OSTRY \u2014 Ten people died.", "[0] NEW OSTRY \u2014\n[0] Ten people died .\n"},
        Row{"dateline_of_one_day", "Ostry, 3 March - Ten people died.", "[0] Ostry , 3 March -\n[0] Ten people died .\n"},
        Row{"printed_day_and_hour", "March 12, 2025 - 21:30\n\nTen people died.",
            "[0] March 12 , 2025 - 21:30\n[1] Ten people died .\n"},
        Row{"no_dateline", "The army - a strong one - left. NATO - Orlavia talks began.",
            "[0] The army - a strong one - left .\n[0] NATO - Orlavia talks began .\n"},
        Row{"no_dateline_in_capitals", "TALKS BEGIN - MIREL STAYS AWAY", "[0] TALKS BEGIN - MIREL STAYS AWAY\n"},
        Row{"titles", "Lt. Col. Orad met Dr. Hale. Gen. Sorn did not.",
            "[0] Lt. Col. Orad met Dr. Hale .\n[0] Gen. Sorn did not .\n"},
        Row{"initials", "J. K. Marn spoke. He left.", "[0] J. K. Marn spoke .\n[0] He left .\n"},
        Row{"acronym_inside", "The U.S. Army came at 5 a.m. Friday.", "[0] The U.S. Army came at 5 a.m. Friday .\n"},
        Row{"acronym_at_end", "He flew to the U.S. The talks failed.", "[0] He flew to the U.S.\n[0] The talks failed .\n"},
        Row{"month", "On Jan. 5 it ended. No. 7 fell. He said no. Then he left.",
            "[0] On Jan. 5 it ended .\n[0] No. 7 fell .\n[0] He said no .\n[0] Then he left .\n"},
        Row{"quote_after_stop", "\"It is over.\" Nobody came. “Go!” he said.",
            "[0] \" It is over . \"\n[0] Nobody came .\n[0] “ Go ! ” he said .\n"},
        Row{"quote_before", "He came. \"Go\" she said. (It rained.) Two died.",
            "[0] He came .\n[0] \" Go \" she said .\n[0] ( It rained . )\n[0] Two died .\n"},
        Row{"no_space", "They fled.The town fell.", "[0] They fled .\n[0] The town fell .\n"},
        Row{"wrapped",
            "At least ten people were killed in\nTavria and the villages of\nMarn on Sunday, the ministry\nsaid.\nIt gave no "
            "names.",
            "[0] At least ten people were killed in Tavria and the villages of Marn on Sunday , the ministry said .\n[0] It gave "
            "no names .\n"},
        Row{"heading", "Ten die in Marn\n\nMARN, May 5 - Ten people died.",
            "[0] Ten die in Marn\n[1] MARN , May 5 -\n[1] Ten people died .\n"},
        Row{"heading_by_length",
            "Ten die in Marn\nBy A Writer\nA bomb killed ten people in the town of Marn on Sunday, police said.",
            "[0] Ten die in Marn\n[0] By A Writer\n[0] A bomb killed ten people in the town of Marn on Sunday , police said .\n"},
        Row{"spaced_dots", "He said . . . nothing", "[0] He said . . . nothing\n"},
        Row{"windows_lines", "One came.\r\n\r\nTwo went.", "[0] One came .\n[1] Two went .\n"},
        Row{"question", "Why? Nobody knows! 12 died.", "[0] Why ?\n[0] Nobody knows !\n[0] 12 died .\n"}));

TEST(TokenizeNorms, AreFolded) {
  const std::string text = "Bāniyās’s “U.S.” Isn’t";
  const Tokens t = tokenize(text);
  std::string norms;
  for (std::size_t i = 0; i < t.size(); ++i) norms += std::string(t.norm(i)) + "|";
  EXPECT_EQ(norms, "baniyas|'s|\"|u.s.|\"|is|n't|");
}

TEST(TokenizeKinds, AreSet) {
  const Tokens t = tokenize("Ten 10 , \" $ UN");
  const TokenKind want[] = {TokenKind::kWord,  TokenKind::kNumber, TokenKind::kPunctuation,
                            TokenKind::kQuote, TokenKind::kSymbol, TokenKind::kWord};
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(t.tokens[i].kind, want[i]) << i;
  EXPECT_TRUE(t.tokens[0].capital);
  EXPECT_FALSE(t.tokens[0].all_capital);
  EXPECT_TRUE(t.tokens[5].all_capital);
}

// Tokens are in order, apart, inside the text; sentences cover every token once and are bounded.
void check_whole(const std::string& text) {
  const Tokens t = tokenize(text);
  std::uint32_t at = 0;
  for (const auto& token : t.tokens) {
    ASSERT_GE(token.span.begin, at);
    ASSERT_LT(token.span.begin, token.span.end);
    ASSERT_LE(token.span.size(), 260u);
    at = token.span.end;
  }
  ASSERT_LE(at, text.size());
  std::uint32_t next = 0;
  for (const auto& s : t.sentences) {
    ASSERT_EQ(s.first, next);
    ASSERT_GT(s.last, s.first);
    ASSERT_LE(s.last - s.first, 1000u);
    next = s.last;
  }
  ASSERT_EQ(next, t.tokens.size());
}

TEST(TokenizeBounds, HoldOnHardText) {
  std::string unspaced, words, dots, quotes, letters, digits;
  for (int i = 0; i < 100000; ++i) {
    unspaced += "ab,";
    words += "word ";
    dots += "a.";
    quotes += "'\"";
    digits += "1,";
  }
  letters.assign(1 << 20, 'x');
  for (const auto& text : {unspaced, words, dots, quotes, letters, digits, std::string("\n\n\n"), std::string(), std::string("é"),
                           std::string("@")}) {
    const auto start = std::chrono::steady_clock::now();
    check_whole(text);
    EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), 3.0);
  }
}

}  // namespace
}  // namespace attest
