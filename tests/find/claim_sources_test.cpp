// Whose a figure is, who denies what, and at what distance it is told.
#include <gtest/gtest.h>

#include "find/finders.h"
#include "reading.h"

namespace attest {
namespace {

const Knowledge& know() { return reading::know_with_orvan(); }

// A figure of a text as a claim that nobody has been found for yet.
Claim claim_at(const reading::Text& read, std::string_view figure) {
  Claim claim;
  const auto at = static_cast<std::uint32_t>(read.report.text.find(figure));
  claim.count = Count{{at, at + static_cast<std::uint32_t>(figure.size())}, 9, 9, 9, Modifier::kExact};
  claim.sentence = read.tokens.sentences[read.tokens.sentence_at(at)].span;
  claim.span = claim.count->span;
  return claim;
}

// The claims of a text: `source/entity < … certainty origin_certainty`.
std::string attributed(std::string text, std::string_view figure) {
  const reading::Text read(std::move(text), know());
  const auto claims = attribute_claims(read.in, find_speech(read.in), {claim_at(read, figure)});
  std::string out;
  for (const Source& s : claims[0].attribution) out += s.text + "/" + (s.entity.empty() ? s.kind : s.entity) + " ";
  return out + std::string(name(claims[0].certainty)) + " " + std::string(name(claims[0].origin_certainty));
}

TEST(ClaimSources, TellsWhoseFigureItIs) {
  struct Row {
    const char *name, *text, *expect;
  };
  for (const Row& r : {
           Row{"own voice", "Shells killed nine people.", "asserted asserted"},
           Row{"reported", "The mayor said shells killed nine people.", "The mayor/government reported reported"},
           Row{"the outlet's distance is not the origin's", "The rebels claimed shells killed nine people.",
               "The rebels/armed_group alleged reported"},
           Row{"an accusation is the source's own", "The mayor accused the army of killing nine people.",
               "The mayor/government alleged alleged"},
           Row{"chain", "State television quoted a doctor as saying nine people were killed.",
               "State television/outlet a doctor/medical reported reported"},
           Row{"could not be verified", "The mayor said nine people were killed. The report could not be independently verified.",
               "The mayor/government unverified reported"},
           Row{"footage goes on", "A video showed bodies in a clinic. In the yard lay nine people.",
               "A video/media_item reported reported"},
           Row{"a witness whose name is hidden goes on",
               "One woman, identified only as Ilva, said the road was closed. In the yard lay nine people.",
               "One woman, identified only as Ilva/ilva reported reported"},
           Row{"an official does not", "The mayor said the road was closed. In the yard lay nine people.", "asserted asserted"},
           Row{"the voice in footage is the footage's",
               "A video showed bodies. A voice-over said they were brothers. In a corridor lay nine people.",
               "A video/media_item reported reported"},
           Row{"the narrator in a video is the footage's voice",
               "A video showed bodies. The narrator in the video said they were brothers. In a corridor lay nine people.",
               "A video/media_item reported reported"},
           Row{"between two of one speaker",
               "The mayor said the road was closed. Shells killed nine people. He said the clinic was full.",
               "The mayor/government reported reported"},
           Row{"between two speakers",
               "The mayor said the road was closed. Shells killed nine people. A doctor said the clinic was full.",
               "asserted asserted"},
           Row{"what is denied ends before the clause about the place",
               "The army denied it was in Tarnhold, where nine people were killed.", "asserted asserted"},
       })
    EXPECT_EQ(attributed(r.text, "nine"), r.expect) << r.name;
}

// The second of two figures: whose it is, and the rule.
std::string attributed_second(std::string text, std::string_view first, std::string_view second) {
  const reading::Text read(std::move(text), know());
  const auto found = attribute_claims(read.in, find_speech(read.in), {claim_at(read, first), claim_at(read, second)});
  return found[1].attribution.empty() ? "" : found[1].attribution.back().text + " " + found[1].attribution.back().rule;
}

TEST(ClaimSources, FloorIsHeldWhereTheCountGoesOn) {
  struct Row {
    const char *name, *text, *expect;
  };
  for (const Row& r : {
           Row{"another", "The mayor said nine people were killed. Another twelve were wounded.",
               "The mayor carried.goes_on.source.unnamed"},
           Row{"of the dead", "The mayor said nine people were killed. Some twelve of the wounded were children.",
               "The mayor carried.goes_on.source.unnamed"},
           Row{"the dead included", "The mayor said nine people were killed. The dead included twelve children.",
               "The mayor carried.goes_on.source.unnamed"},
           Row{"another event", "The mayor said nine people were killed. The army entered the town and killed twelve fighters.",
               ""},
           Row{"own voice", "Shells killed nine people. Another twelve were wounded.", ""},
           Row{"a speaker of its own", "The mayor said nine people were killed. Another twelve were wounded, a doctor said.",
               "a doctor source.unnamed"},
           Row{"another paragraph", "The mayor said nine people were killed.\n\nAnother twelve were wounded.", ""},
       })
    EXPECT_EQ(attributed_second(r.text, "nine", "twelve"), r.expect) << r.name;
}

TEST(ClaimSources, OnlyWhoCouldNotBeAskedIsUnnamed) {
  const auto unnamed = [](std::string text) {
    const reading::Text read(std::move(text), know());
    const auto claims = attribute_claims(read.in, find_speech(read.in), {claim_at(read, "nine")});
    return !claims[0].hedges.empty() && claims[0].hedges.back().type == "unnamed_source";
  };
  EXPECT_TRUE(unnamed("Local activists said nine people were killed."));
  EXPECT_TRUE(unnamed("An official said nine people were killed."));
  EXPECT_FALSE(unnamed("The health ministry said nine people were killed."));
  EXPECT_FALSE(unnamed("Orvan Rights Watch said nine people were killed."));
}

TEST(Denials, AreTyped) {
  const reading::Text read(
      "The army denied shelling the market. The ministry denied the death toll. The army said the dead were fighters, not "
      "civilians.",
      know());
  const auto denials = find_denials(read.in, find_speech(read.in), {});
  ASSERT_EQ(denials.size(), 3u);
  EXPECT_EQ(denials[2].by + " " + denials[2].type, "army status");
  EXPECT_EQ(denials[0].by + " " + denials[0].type, "army act");
  EXPECT_EQ(denials[1].by + " " + denials[1].type, "ministry figure");
}

TEST(Denials, NobodyHarmedIsDeniedHarm) {
  const auto denial = [](std::string text) {
    const reading::Text read(std::move(text), know());
    const auto found = find_denials(read.in, find_speech(read.in), {});
    return found.empty() ? "" : found[0].by + " " + found[0].type;
  };
  EXPECT_EQ(denial("The army said no civilians were killed in the strike."), "army harm");
  EXPECT_EQ(denial("Nobody was hurt, the ministry said."), "ministry harm");
  EXPECT_EQ(denial("\"There were no casualties,\" the army said."), "army harm");
  EXPECT_EQ(denial("The army said no fewer than nine people were killed."), "");
  EXPECT_EQ(denial("The army said no casualties were reported."), "");
  EXPECT_EQ(denial("The army said there was no doubt that nine people were killed."), "");
  EXPECT_EQ(denial("No civilians were killed."), "");
}

TEST(Denials, SayWhatTheyAnswer) {
  const reading::Text read("The mayor said the army killed nine people. The army denied any role.", know());
  const Speech speech = find_speech(read.in);
  Claim claim = claim_at(read, "killed nine people");
  claim.id = "c1";
  Perpetrator army;
  army.text = "the army";
  claim.perpetrators.push_back(army);
  const auto denials = find_denials(read.in, speech, attribute_claims(read.in, speech, {claim}));
  ASSERT_EQ(denials.size(), 1u);
  EXPECT_EQ(denials[0].of, "c1");
}

// The hedges of a text as text/type.
std::string hedges(std::string text) {
  const reading::Text read(std::move(text), know());
  std::string out;
  for (const Hedge& h : find_speech(read.in).hedges) out += h.text + "/" + h.type + " ";
  return out;
}

TEST(Hedges, AreTyped) {
  EXPECT_EQ(hedges("Nine people were allegedly killed in the \"safe zone\"."), "allegedly/alleged safe zone/scare_quotes ");
  EXPECT_EQ(hedges("Orvan Rights Watch reported that nine people were killed."), "");
}

}  // namespace
}  // namespace attest
