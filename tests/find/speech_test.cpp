#include <gtest/gtest.h>

#include "find/finders.h"
#include "reading.h"

namespace attest {
namespace {

const Knowledge& know() { return reading::know_with_orvan(); }

// Each quote on a line: kind|words|speaker|canonical|cue|chain of entities or kinds.
std::string quotes(std::string text) {
  const reading::Text read(std::move(text), know());
  const Speech speech = find_speech(read.in);
  std::string out;
  for (const Quote& q : speech.quotes) {
    out += std::string(name(q.kind)) + "|" + std::string(q.span.in(read.report.text)) + "|" + q.speaker + "|" +
           q.speaker_canonical + "|" + q.cue + "|";
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
           Row{"each in the other's words, the source before", "Two bakers were shot at the mill of Tarnhold a nurse in the harbour said on Tuesday Orvan Rights Watch reported.",
               "indirect|Two bakers were shot at the mill of Tarnhold|a nurse in the harbour|nurse in the harbour|said|orw < medical\n"
               "indirect|Two bakers were shot at the mill of Tarnhold a nurse in the harbour said on Tuesday|Orvan Rights Watch|Orvan Rights Watch|reported|orw\n"},
           Row{"each in the other's words, the source behind", "The mayor said nurses of the clinic have recorded nine deaths in the town.",
               "indirect|nurses of the clinic have recorded nine deaths in the town|The mayor|mayor|said|government\n"
               "indirect|nine deaths in the town|nurses of the clinic|nurses of the clinic|have recorded|government < medical\n"},
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
           Row{"whom the sentence before is about is nearer than who spoke", "The mayor said the road was closed. Its director, Tamir Adel, was held twice. He said nine people were killed.",
               "indirect|the road was closed|The mayor|mayor|said|government\nindirect|nine people were killed|He|Tamir Adel|said|tamir-adel\n"},
           Row{"nor is footage a he, but its owner", "Ilse Brandt's footage showed nine people were killed. He said the road was closed.",
               "indirect|nine people were killed|Ilse Brandt's footage|Ilse Brandt|showed|ilse-brandt\nindirect|the road was closed|He|Ilse Brandt|said|ilse-brandt\n"},
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
           Row{"a clause about the speaker ends at its comma",
               "Orvan Rights Watch, which has said nine people were killed, left Tarnhold.",
               "indirect|nine people were killed|Orvan Rights Watch|Orvan Rights Watch|has said|orw\n"},
           Row{"in a call with", "In a phone call with AFP, a doctor said nine people were killed.",
               "indirect|nine people were killed|a doctor|doctor|said|medical to AFP\n"},
           Row{"speaking to", "Speaking to Reuters, a doctor said nine people were killed.",
               "indirect|nine people were killed|a doctor|doctor|said|medical to Reuters\n"},
           Row{"in a meeting with somebody else", "In a meeting with farmers, a doctor said nine people were killed.",
               "indirect|nine people were killed|a doctor|doctor|said|medical\n"},
           Row{"a participle before a noun is no cue", "They took an estimated nine people to the camp.", ""},
           Row{"an abbreviation in square brackets",
               "\"We saw it,\" Ilse Brandt the head of the Tarn Relief Committee [TRC] said.",
               "direct|We saw it,|Ilse Brandt the head of the Tarn Relief Committee [TRC]|Ilse "
               "Brandt|said|tarn-relief-committee\n"},
           Row{"a noun of two words with a verb in it", "\"We saw it\" the state-run Orvan Rights Watch said.",
               "direct|We saw it|the state-run Orvan Rights Watch|Orvan Rights Watch|said|orw\n"},
           Row{"a quotation that ends with its comma is whole",
               "The mayor stated, \"Nobody shall be hurt,\" in order to calm the town.",
               "direct|Nobody shall be hurt,|The mayor|mayor|stated|government\n"},
           Row{"words told by another cue before the quotation",
               "The mayor scolded him: \"You left the road open for a day,\" she said.",
               "direct|You left the road open for a day,|she|she|said|\n"},
           Row{"only a day between quotation and speaker", "\"People fled the town after the raid\" on June 10 the mayor said.",
               "direct|People fled the town after the raid|the mayor|mayor|said|government\n"},
           Row{"a quotation that goes on behind the cue",
               "\"Every time,\" the mayor said during a visit to the port, \"you see the same thing again.\"",
               "direct|Every time,|the mayor|mayor|said|government\ndirect|you see the same thing again.|the "
               "mayor|mayor|said|government\n"},
           Row{"what is told of the thing by another cue",
               "The mayor blames the army for the raid which Orvan Rights Watch says killed nine.",
               "indirect|the army for the raid|The mayor|mayor|blames|government\nindirect|killed nine|Orvan Rights Watch|Orvan "
               "Rights Watch|says|orw\n"},
           Row{"what is done within speech is part of it", "The mayor said that residents refused to leave the camp.",
               "indirect|residents refused to leave the camp|The mayor|mayor|said|government\n"},
           Row{"what another denies", "The mayor said the army killed nine people, which the army has denied.",
               "indirect|the army killed nine people|The mayor|mayor|said|government\n"
               "indirect|the army killed nine people|the army|army|has denied|military\n"},
           Row{"a claim that another denies", "The army said it had killed nine gunmen, a claim that Orvan Rights Watch denied.",
               "indirect|it had killed nine gunmen|The army|army|said|military\n"
               "indirect|it had killed nine gunmen|Orvan Rights Watch|Orvan Rights Watch|denied|orw\n"},
           Row{"what could not be verified is no saying", "Videos, which AFP could not verify, showed nine bodies.",
               "indirect|nine bodies|Videos, which AFP could not verify|Videos, which AFP could not verify|showed|media_item\n"},
           Row{"whom it cites, first", "Citing local doctors, Orvan Rights Watch said nine people were killed.",
               "indirect|nine people were killed|Orvan Rights Watch|Orvan Rights Watch|said|orw < medical\n"},
           Row{"where somebody speaks from", "A rescuer told AFP by phone from Tarnhold that nine people were killed.",
               "indirect|nine people were killed|A rescuer|rescuer|told|rescue to AFP\n"},
           Row{"a clause about whom it is according to",
               "According to a doctor, who spoke to AFP on condition of anonymity, nine people were killed.",
               "indirect|nine people were killed|a doctor|doctor|According to|medical to AFP\n"},
           Row{"an addressee hears on", "A doctor told AFP that nine people were killed, adding that the road was closed.",
               "indirect|nine people were killed|A doctor|doctor|told|medical to AFP\n"
               "indirect|the road was closed|A doctor|doctor|adding|medical to AFP\n"},
           Row{"words put in before that", "The mayor said on Monday, after a visit, that nine people were killed.",
               "indirect|nine people were killed|The mayor|mayor|said|government\n"},
           Row{"an allegation that another denies", "Activists said shells killed nine people, an allegation the army denies.",
               "indirect|shells killed nine people|Activists|Activists|said|activist\n"
               "indirect|shells killed nine people|the army|army|denies|military\n"},
           Row{"an accusation that another rejects",
               "The mayor accused the army of the raid, an accusation that the ministry rejected.",
               "indirect|the army of the raid|The mayor|mayor|accused|government\n"
               "indirect|the army of the raid|the ministry|ministry|rejected|government\n"},
           Row{"who asked not to be named", "Two witnesses who asked not to be named told Reuters that nine people were killed.",
               "indirect|nine people were killed|Two witnesses|Two witnesses|told|witness to Reuters\n"},
           Row{"who gave a name", "\"They came at dawn,\" a woman who gave only her first name, Marra, told Reuters.",
               "direct|They came at dawn,|a woman|woman|told|witness to Reuters\n"},
           Row{"speaking on condition", "Nine people were killed, an official said, speaking on condition of anonymity.",
               "indirect|Nine people were killed|an official|official|said|government\n"},
           Row{"a statement that is carried", "A statement of the army carried by Reuters said nine people were killed.",
               "indirect|nine people were killed|A statement of the army|statement of the army|said|reuters < media_item\n"},
           Row{"a carrier before the speaker", "In a statement carried by Reuters, the mayor said nine people were killed.",
               "indirect|nine people were killed|the mayor|mayor|said|reuters < government\n"},
           Row{"a carrier put in", "The mayor said in a statement, carried by Reuters, that nine people were killed.",
               "indirect|nine people were killed|The mayor|mayor|said|reuters < government\n"},
           Row{"who gives a toll", "The mayor gave a toll of nine dead.",
               "indirect|a toll of nine dead|The mayor|mayor|gave|government\n"},
           Row{"a body's name over a small word", "The Velden Network for Human Rights said nine people were killed.",
               "indirect|nine people were killed|The Velden Network for Human Rights|Velden Network for Human "
               "Rights|said|velden-network-for-human-rights\n"},
           Row{"a request in marks", "The mayor called upon the army \"to let the trucks pass through the town at once.\"",
               "mixed|the army \"to let the trucks pass through the town at once.\"|The mayor|mayor|called upon|government\n"
               "direct|to let the trucks pass through the town at once.|The mayor|mayor|called upon|government\n"},
           Row{"a mark set the wrong way round", "\u201dWe saw it. They ran to the road.\u201d \u2014 Ilse Brandt",
               "direct|We saw it. They ran to the road.|Ilse Brandt|Ilse Brandt|\u2014|ilse-brandt\n"},
           Row{"a listed person's kind is the body's", "Tamir Adel, a doctor, left. Adel said nine people were killed.",
               "indirect|nine people were killed|Adel|Tamir Adel|said|orw\n"},
       })
    EXPECT_EQ(quotes(r.text), r.expect) << r.name;
}

// Some texts have lost their commas and marks.
TEST(Speech, WithoutMarksIsHeardByItsVoice) {
  const std::string rest =
      " The road to the port was open that day and trucks went by. The market was full of people and the school had sent the "
      "children home. The river was high and the old bridge was shut. Rain fell on the hills and the fields were wet. The "
      "harbour lay empty and the boats had left for the islands. The mill stood still.";
  struct Row {
    const char *name, *text, *expect;
  };
  for (const Row& r : {
           Row{"we go on behind a colon",
               "A man told Reuters: We went into a house. Every bed was made. They looked asleep. Rain fell on Tarnhold.",
               "direct|We went into a house. Every bed was made. They looked asleep|A man|man|told|witness to Reuters\n"},
           Row{"we go on behind the cue", "Nobody came to help the mayor said. We should not wonder at it.",
               "indirect|Nobody came to help|the mayor|mayor|said|government\ndirect|We should not wonder at it|the "
               "mayor|mayor|said|government\n"},
           Row{"between two cues of one speaker",
               "A nurse at the clinic Ilse Brandt said the toll was nine. They came in cold and without a sound. I saw it all "
               "myself the nurse said.",
               "indirect|the toll was nine|A nurse at the clinic Ilse Brandt|Ilse Brandt|said|ilse-brandt\n"
               "direct|They came in cold and without a sound. I saw it all myself|the nurse|Ilse Brandt|said|ilse-brandt\n"},
           Row{"not between two speakers",
               "The mayor said the toll was nine. They came in cold and without a sound. I saw it all myself the nurse said.",
               "indirect|the toll was nine|The mayor|mayor|said|government\ndirect|I saw it all myself|the "
               "nurse|nurse|said|medical\n"},
           Row{"the page's own words are nobody's", "Nobody came to help the mayor said. Follow us on our page.",
               "indirect|Nobody came to help|the mayor|mayor|said|government\n"},
           Row{"a figure before those who tell it",
               "Jets bombed a clinic killing 15 members of staff residents of the town said.",
               "indirect|Jets bombed a clinic killing 15 members of staff|residents of the town|residents of the "
               "town|said|witness\n"},
           Row{"inverted before a description",
               "Nine people were killed near the town said Orvan Rights Watch a monitor opposed to it.",
               "indirect|Nine people were killed near the town|Orvan Rights Watch|Orvan Rights Watch|said|orw\n"},
           Row{"a contrast without its comma",
               "Rebels said that bombs fell on the market of Tarnhold but nobody could go there to see it.",
               "indirect|bombs fell on the market of Tarnhold|Rebels|Rebels|said|armed_group\n"},
           Row{"a participle without its comma",
               "The mayor said that jets flew over the town after dawn accusing the army of the raid.",
               "indirect|jets flew over the town after dawn|The mayor|mayor|said|government\n"
               "indirect|the army of the raid|The mayor|mayor|accusing|government\n"},
       })
    EXPECT_EQ(quotes(r.text + rest), r.expect) << r.name;
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

// Each of those who speak together, by entity or kind.
TEST(Speech, SeveralWhoSpeakTogetherAreEachASource) {
  struct Row {
    const char *who, *each;
  };
  for (const Row& r : {Row{"Orvan Rights Watch and two doctors", "orw medical"}, Row{"Both the police and Orvan Rights Watch", "police orw"},
                       Row{"Residents and a police source", "witness police"}, Row{"The mayor and her deputy", "government government"},
                       Row{"The Hill Trust and the Valley Trust", "hill-trust valley-trust"},
                       Row{"The mayor", ""}, Row{"The ministry of health and population", ""}, Row{"A doctor and activist", ""},
                       Row{"The Ministry for Relief and Rescue Officials", ""}, Row{"Orvan Rights Watch in a statement published on Chirrup and the messaging service Quill", ""}}) {
    const reading::Text read(std::string(r.who) + " said nine people were killed.", know());
    const Speech speech = find_speech(read.in);
    ASSERT_EQ(speech.quotes.size(), 1u) << r.who;
    ASSERT_EQ(speech.quotes[0].chain.size(), 1u) << r.who;
    EXPECT_EQ(speech.quotes[0].chain[0].text, r.who);
    std::string each;
    for (const Source& s : speech.quotes[0].chain[0].each) {
      each += (each.empty() ? "" : " ") + (s.entity.empty() ? s.kind : s.entity);
      EXPECT_EQ(s.span.in(read.report.text), s.text);
    }
    EXPECT_EQ(each, r.each) << r.who;
  }
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

}  // namespace
}  // namespace attest
