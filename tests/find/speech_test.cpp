#include <gtest/gtest.h>

#include "find/finders.h"
#include "text/text.h"

namespace attest {
namespace {

const Knowledge& know() {
  static const auto loaded = [] {
    Knowledge out;
    const SystemFiles files;
    out.lexicon = *load_lexicon(files, std::string(ATTEST_SOURCE) + "/lang/en");
    out.actors = *load_lists(files, std::string(ATTEST_SOURCE) + "/lists", {});
    (void)out.actors.add_csv("id,name,kind,of,aliases\norw,Orvan Rights Watch,monitor,,ORW\nadel,Tamir Adel,person,orw,\n",
                             "test.csv");
    return out;
  }();
  return loaded;
}

// Each quote on a line: kind|words|speaker|canonical|cue|chain of entities or kinds.
std::string quotes(std::string text) {
  Report report;
  report.text = std::move(text);
  const Tokens tokens = tokenize(report.text);
  const Parse parse;
  const Speech speech = find_speech({report, tokens, parse, know()});
  std::string out;
  for (const Quote& q : speech.quotes) {
    out += std::string(name(q.kind)) + "|" + std::string(q.span.in(report.text)) + "|" + q.speaker + "|" + q.speaker_canonical +
           "|" + q.cue + "|";
    for (const Source& s : q.chain)
      out += (&s == &q.chain.front() ? "" : " < ") + (s.entity.empty() ? s.kind : s.entity) +
             (s.told.empty() ? "" : " to " + s.told);
    out += "\n";
  }
  return out;
}

TEST(Speech, FindsWhoSaysWhat) {
  struct Row {
    const char *name, *text, *expect;
  };
  for (const Row& r : {
           Row{"initial", "Orvan Rights Watch said nine people were killed.",
               "indirect|nine people were killed|Orvan Rights Watch|Orvan Rights Watch|said|orw\n"},
           Row{"a day before the cue", "Orvan Rights Watch on Wednesday said nine people were killed.",
               "indirect|nine people were killed|Orvan Rights Watch|Orvan Rights Watch|said|orw\n"},
           Row{"final without commas", "Nine people were killed in the city the Orvan Rights Watch said.",
               "indirect|Nine people were killed in the city|the Orvan Rights Watch|Orvan Rights Watch|said|orw\n"},
           Row{"final", "Nine people were killed, a police source said.",
               "indirect|Nine people were killed|a police source|police source|said|police\n"},
           Row{"between a toll and its parts", "The toll has risen to 31, the mayor said: 14 men and 17 women.",
               "indirect|The toll has risen to 31|the mayor|mayor|said|government\nindirect|14 men and 17 women|the "
               "mayor|mayor|said|government\n"},
           Row{"direct, inverted", "\"We saw nine bodies,\" said Tamir Adel, a doctor.",
               "direct|We saw nine bodies,|Tamir Adel, a doctor|Tamir Adel|said|orw\n"},
           Row{"told an agency", "A doctor told AFP that nine people were killed.",
               "indirect|nine people were killed|A doctor|doctor|told|medical to AFP\n"},
           Row{"according to, last", "Nine people were killed, according to local activists.",
               "indirect|Nine people were killed|local activists|local activists|according to|activist\n"},
           Row{"according to, first", "According to the mayor, nine people were killed.",
               "indirect|nine people were killed|the mayor|mayor|According to|government\n"},
           Row{"quoted", "State television quoted a police source as saying nine people were killed.",
               "indirect|nine people were killed|a police source|police source|saying|outlet < police\n"},
           Row{"nested", "Orvan Rights Watch said locals reported that nine people were killed.",
               "indirect|locals reported that nine people were killed|Orvan Rights Watch|Orvan Rights Watch|said|orw\n"
               "indirect|nine people were killed|locals|locals|reported|orw < witness\n"},
           Row{"adding", "The mayor said the road was closed, adding that nine people were killed.",
               "indirect|the road was closed|The mayor|mayor|said|government\nindirect|nine people were killed|The "
               "mayor|mayor|adding|government\n"},
           Row{"apposition", "Tamir Adel, head of the Orvan Rights Watch, said nine people were killed.",
               "indirect|nine people were killed|Tamir Adel, head of the Orvan Rights Watch|Tamir Adel|said|orw\n"},
           Row{"a title at a distance", "The so-called Orvan Rights Watch said nine people were killed.",
               "indirect|nine people were killed|The so-called Orvan Rights Watch|Orvan Rights Watch|said|orw\n"},
           Row{"named later", "A war monitor says nine people were killed. Orvan Rights Watch has a network of volunteers.",
               "indirect|nine people were killed|A war monitor|Orvan Rights Watch|says|orw\n"},
           Row{"pronoun", "Ilse Brandt, a nurse, said the road was closed. \"Nine people were killed,\" she added.",
               "indirect|the road was closed|Ilse Brandt, a nurse|Ilse Brandt|said|ilse-brandt\ndirect|Nine people were "
               "killed,|she|Ilse Brandt|added|ilse-brandt\n"},
           Row{"scare quotes", "The \"operation\" went on.", ""},
           Row{"no speech", "Nine people were killed in the city.", ""},
           Row{"name after a dash", "\"We saw nine bodies.\" — Ilse Brandt",
               "direct|We saw nine bodies.|Ilse Brandt|Ilse Brandt|—|ilse-brandt\n"},
           Row{"a wish within speech is part of it", "The mayor said they want peace.",
               "indirect|they want peace|The mayor|mayor|said|government\n"},
           Row{"a rights group named later",
               "A rights group says nine people were killed. Orvan Rights Watch has a network of volunteers.",
               "indirect|nine people were killed|A rights group|Orvan Rights Watch|says|orw\n"},
           Row{"by telephone", "A resident of Tarnhold said by telephone that nine people were killed.",
               "indirect|nine people were killed|A resident of Tarnhold|resident of Tarnhold|said|witness\n"},
           Row{"quoted by, last", "Nine people were killed, a doctor was quoted by state television as saying.",
               "indirect|Nine people were killed|a doctor|doctor|saying|outlet < medical\n"},
           Row{"per, last", "Nine people were killed per the Orvan Rights Watch.",
               "indirect|Nine people were killed|the Orvan Rights Watch|Orvan Rights Watch|per|orw\n"},
           Row{"per, first", "Per local officials, nine people were killed.",
               "indirect|nine people were killed|local officials|local officials|Per|government\n"},
           Row{"per, of a rate", "Nine people per day were killed.", ""},
           Row{"whom the subject cites", "Orvan Rights Watch, citing residents of Tarnhold, said nine people were killed.",
               "indirect|nine people were killed|Orvan Rights Watch|Orvan Rights Watch|said|orw < witness\n"},
           Row{"an addressee before a figure", "A doctor told Reuters nine people were killed.",
               "indirect|nine people were killed|A doctor|doctor|told|medical to Reuters\n"},
           Row{"a description by place",
               "Orvan Rights Watch said the road was closed. The Britain-based monitor said nine people were killed.",
               "indirect|the road was closed|Orvan Rights Watch|Orvan Rights Watch|said|orw\n"
               "indirect|nine people were killed|The Britain-based monitor|Orvan Rights Watch|said|orw\n"},
           Row{"a spokeswoman of a named body", "A spokeswoman for the Tarn Relief Committee said nine people were killed.",
               "indirect|nine people were killed|A spokeswoman for the Tarn Relief Committee|Tarn Relief "
               "Committee|said|tarn-relief-committee\n"},
           Row{"a capital that opens the sentence names nobody", "Photographs showed three bodies.",
               "indirect|three bodies|Photographs|Photographs|showed|media_item\n"},
           Row{"a closing mark lost before the cue", "\"They killed nine people the mayor said. The road was closed.",
               "direct|They killed nine people|the mayor|mayor|said|government\n"},
           Row{"words in marks behind a colon", "The mayor said nobody would be spared: \"We shall find all who did it.\"",
               "indirect|nobody would be spared|The mayor|mayor|said|government\ndirect|We shall find all who did it.|The "
               "mayor|mayor|said|government\n"},
           Row{"words behind a colon without marks",
               "The mayor said on Twitter that nobody had come to help: We are alone here he said.",
               "indirect|nobody had come to help|The mayor|mayor|said|government\ndirect|We are alone "
               "here|he|mayor|said|government\n"},
           Row{"a wish to stay unnamed is no speech", "Residents, who asked not to be named, said nine people were killed.",
               "indirect|nine people were killed|Residents, who asked not to be named|Residents, who asked not to be "
               "named|said|witness\n"},
           Row{"to whom it was said, last", "The mayor confirmed the death toll to an AFP correspondent.",
               "indirect|the death toll|The mayor|mayor|confirmed|government to an AFP correspondent\n"},
           Row{"a quotation over the sentence's end",
               "The mayor said families were \"killed at home. Some ran to the roofs and were shot there.\"",
               "mixed|families were \"killed at home. Some ran to the roofs and were shot there.\"|The "
               "mayor|mayor|said|government\n"
               "direct|killed at home. Some ran to the roofs and were shot there.|The mayor|mayor|said|government\n"},
           Row{"a title at a distance in marks", "The \"interim mayor\" said nine people were killed.",
               "indirect|nine people were killed|The \"interim mayor\"|\"interim mayor\"|said|government\n"},
           Row{"two bodies without a comma", "Shells hit posts of the US-led coalition Orvan Rights Watch said.",
               "indirect|Shells hit posts of the US-led coalition|Orvan Rights Watch|Orvan Rights Watch|said|orw\n"},
           Row{"there were", "The mayor said there were nine dead.",
               "indirect|there were nine dead|The mayor|mayor|said|government\n"},
           Row{"the clause about the speaker", "A man who said he had lost his house told Reuters: \"Nine people were killed.\"",
               "indirect|he had lost his house|A man|man|said|witness\ndirect|Nine people were killed.|A man|man|told|witness to "
               "Reuters\n"},
           Row{"by calling", "The United Nations seemed to doubt the report by calling for an inquiry.",
               "indirect|an inquiry|The United Nations|United Nations|calling for|un\n"},
           Row{"a heading before a colon", "Photo: The flag of Tarnhold.", ""},
           Row{"the body that the sentence before begins with",
               "Orvan Rights Watch has volunteers in the city. It said nine people were killed.",
               "indirect|nine people were killed|It|Orvan Rights Watch|said|orw\n"},
       })
    EXPECT_EQ(quotes(r.text), r.expect) << r.name;
}

TEST(Speech, QuotationThatRunsOnKeepsItsSpeaker) {
  EXPECT_EQ(quotes("\"We saw nine bodies,\" the mayor said. \"They lay in the road.\""),
            "direct|We saw nine bodies,|the mayor|mayor|said|government\ndirect|They lay in the road.|the "
            "mayor|mayor|said|government\n");
}

TEST(Speech, TurnsOfATranscriptGoOnToTheNext) {
  EXPECT_EQ(
      quotes("BRANDT: Nine were killed.\n\nThe road is closed.\n\nADEL: Who did it?\n\nBRANDT: Nobody knows.\n\nADEL: The army."),
      "direct|Nine were killed.\n\nThe road is closed|BRANDT|BRANDT|:|brandt\ndirect|Who did it?|ADEL|ADEL|:|adel\n"
      "direct|Nobody knows|BRANDT|BRANDT|:|brandt\ndirect|The army|ADEL|ADEL|:|adel\n");
}

TEST(Speech, InvestigatorsCarryWhatWitnessesTell) {
  const auto found = quotes(
      "Orvan Rights Watch said the clinic was hit. One woman, identified only as Ilva for security reasons, described the raid. "
      "\"They took him,\" she told investigators.");
  EXPECT_NE(found.find("orw < ilva"), std::string::npos) << found;
}

TEST(Speech, MarksWithinMarksAreOneQuotation) {
  const auto found = quotes("“We heard “get out” from the road and ran,” the mayor said.");
  EXPECT_NE(found.find("direct|We heard “get out” from the road and ran,|the mayor"), std::string::npos) << found;
}

TEST(Speech, SurvivesLostAndUnbalancedMarks) {
  for (const char* text : {"\"", "\"\"", "said", "said said said", "“ said X. ” \"", "\"We saw it said the mayor. He went on.",
                           "X, said", "according to", ": : :", "Y: \""})
    EXPECT_NO_FATAL_FAILURE(quotes(text)) << text;
}

// The claims of a text: `source/entity < … certainty origin_certainty`.
std::string attributed(std::string text, std::string_view figure) {
  Report report;
  report.text = std::move(text);
  const Tokens tokens = tokenize(report.text);
  const Parse parse;
  const FindInput in{report, tokens, parse, know()};
  Claim claim;
  const auto at = static_cast<std::uint32_t>(report.text.find(figure));
  claim.count = Count{{at, at + static_cast<std::uint32_t>(figure.size())}, 9, 9, 9, Modifier::kExact};
  claim.sentence = tokens.sentences[tokens.sentence_at(at)].span;
  claim.span = claim.count->span;
  const auto claims = attribute_claims(in, find_speech(in), {claim});
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
  Report report;
  report.text = std::move(text);
  const Tokens tokens = tokenize(report.text);
  const Parse parse;
  const FindInput in{report, tokens, parse, know()};
  std::vector<Claim> claims;
  for (const auto figure : {first, second}) {
    Claim claim;
    const auto at = static_cast<std::uint32_t>(report.text.find(figure));
    claim.count = Count{{at, at + static_cast<std::uint32_t>(figure.size())}, 9, 9, 9, Modifier::kExact};
    claim.sentence = tokens.sentences[tokens.sentence_at(at)].span;
    claim.span = claim.count->span;
    claims.push_back(claim);
  }
  const auto found = attribute_claims(in, find_speech(in), claims);
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
    Report report;
    report.text = std::move(text);
    const Tokens tokens = tokenize(report.text);
    const Parse parse;
    const FindInput in{report, tokens, parse, know()};
    Claim claim;
    const auto at = static_cast<std::uint32_t>(report.text.find("nine"));
    claim.count = Count{{at, at + 4}, 9, 9, 9, Modifier::kExact};
    claim.sentence = tokens.sentences[0].span;
    claim.span = claim.count->span;
    const auto claims = attribute_claims(in, find_speech(in), {claim});
    return !claims[0].hedges.empty() && claims[0].hedges.back().type == "unnamed_source";
  };
  EXPECT_TRUE(unnamed("Local activists said nine people were killed."));
  EXPECT_TRUE(unnamed("An official said nine people were killed."));
  EXPECT_FALSE(unnamed("The health ministry said nine people were killed."));
  EXPECT_FALSE(unnamed("Orvan Rights Watch said nine people were killed."));
}

TEST(Denials, AreTyped) {
  Report report;
  report.text =
      "The army denied shelling the market. The ministry denied the death toll. The army said the dead were fighters, not "
      "civilians.";
  const Tokens tokens = tokenize(report.text);
  const Parse parse;
  const FindInput in{report, tokens, parse, know()};
  const auto denials = find_denials(in, find_speech(in), {});
  ASSERT_EQ(denials.size(), 3u);
  EXPECT_EQ(denials[2].by + " " + denials[2].type, "army status");
  EXPECT_EQ(denials[0].by + " " + denials[0].type, "army act");
  EXPECT_EQ(denials[1].by + " " + denials[1].type, "ministry figure");
}

TEST(Denials, SayWhatTheyAnswer) {
  Report report;
  report.text = "The mayor said the army killed nine people. The army denied any role.";
  const Tokens tokens = tokenize(report.text);
  const Parse parse;
  const FindInput in{report, tokens, parse, know()};
  const Speech speech = find_speech(in);
  Claim claim;
  claim.id = "c1";
  const auto at = static_cast<std::uint32_t>(report.text.find("killed nine people"));
  claim.span = {at, at + 18};
  claim.sentence = tokens.sentences[0].span;
  Perpetrator army;
  army.text = "the army";
  claim.perpetrators.push_back(army);
  const auto denials = find_denials(in, speech, attribute_claims(in, speech, {claim}));
  ASSERT_EQ(denials.size(), 1u);
  EXPECT_EQ(denials[0].of, "c1");
}

// The hedges of a text as text/type.
std::string hedges(std::string text) {
  Report report;
  report.text = std::move(text);
  const Tokens tokens = tokenize(report.text);
  const Parse parse;
  std::string out;
  for (const Hedge& h : find_speech({report, tokens, parse, know()}).hedges) out += h.text + "/" + h.type + " ";
  return out;
}

TEST(Hedges, AreTyped) {
  EXPECT_EQ(hedges("Nine people were allegedly killed in the \"safe zone\"."), "allegedly/alleged safe zone/scare_quotes ");
  EXPECT_EQ(hedges("Orvan Rights Watch reported that nine people were killed."), "");
}

}  // namespace
}  // namespace attest
