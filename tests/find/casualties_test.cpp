#include <gtest/gtest.h>

#include "find/find.h"
#include "reading.h"

namespace attest {
namespace {

const Knowledge& knowledge() { return reading::know(); }

std::string claims_of(const std::string& text, const std::string& published = "2031-05-06") {
  Report report;
  report.text = text;
  report.published = published;
  const auto found = find_all(report, tokenize(text), Parse{}, knowledge());
  std::string out;
  for (const auto& c : found.claims) {
    out += std::string(name(c.effect)) + " " + std::string(c.count->span.in(text));
    if (c.part_of) out += " of " + *c.part_of;
    if (c.background) out += " background";
    out += "; ";
  }
  return out;
}

TEST(Casualties, ReadsSentences) {
  const struct { std::string_view name, text, want; } rows[] = {
      {"coordination", "The army killed 29 men in Arva and 11 in Birk.", "killed 29; killed 11; "},
      {"two effects", "Two guards were killed and three injured.", "killed Two; wounded three; "},
      {"gerunds", "A bomb exploded, killing 44 and wounding dozens more.", "killed 44; wounded dozens; "},
      {"headline", "Bombing kills at least 16 in Arva", "killed at least 16; "},
      {"no commas", "5 persons killed 10 injured in Arva", "killed 5; wounded 10; "},
      {"part before the verb", "Eleven people, including six children, were killed.", "killed Eleven; killed six of c1; "},
      {"part after the verb", "Eleven people were killed on Monday, including six children.", "killed Eleven; killed six of c1; "},
      {"among", "The raid killed five civilians. Among the dead was a child.", "killed five; killed a child of c1; "},
      {"relative", "They mourned the 10 miners who were killed.", "killed 10; "},
      {"relative then death", "A guard, who was injured on Sunday, died in Arva.", "wounded A guard; killed A guard; "},
      {"family", "The raid killed a family of six.", "killed six; "},
      {"negation", "No civilians were killed and nobody was hurt.", ""},
      {"hypothesis", "The dam could kill 500 people if it burst.", ""},
      {"plan", "They planned to kill 12 officers.", ""},
      {"attempt", "Police tried to arrest two men.", ""},
      {"things", "The blast destroyed 12 houses and killed 40 sheep.", ""},
      {"ages", "Hadi Merro, 32, was killed; a boy aged 14 was hurt.", "killed Hadi Merro; wounded a boy; "},
      {"years", "In 2019 two men were killed after 14 years of war.", "killed two background; "},
      {"residents spoken to", "Our paper spoke to six residents who saw two videos.", ""},
      {"places counted", "The raid killed 40 people in Arva, Birk and Selm, three coastal towns long known for salt.", "killed 40; "},
      {"things burned", "Eleven stalls and two homes were burned and four wells burned down in Arva; two men were burned.", "wounded two; "},
      {"money", "The fund paid 60 million euros to those hurt.", ""},
      {"capitals", "GUERRILLAS KILLED THREE PEASANTS AND WOUNDED A SOLDIER NEAR ARVA.", "killed THREE; wounded A SOLDIER; "},
      {"breakdown", "The raid killed 23 people: 14 men, eight women and one child.", "killed 23; killed 14 of c1; killed eight of c1; killed one of c1; "},
      {"names in a list", "The shell killed Hadi Merro, 42; Salma Odeh, 19; and a guard in Arva.", "killed Hadi Merro; killed Salma Odeh; killed a guard; "},
      {"second names and ages aside", "Hadi Merro (Abu Salma), his wife Nur Merro , 31, and their two children were killed.", "killed Hadi Merro; killed his wife Nur Merro; killed two; "},
      {"an age is nobody", "His wife, Nur Merro , 21, was also killed.", "killed Nur Merro; "},
      {"names of a figure", "The raid killed two men, Hadi Merro and Sami Odeh.", "killed two; killed Hadi Merro of c1; killed Sami Odeh of c1; "},
      {"told by a title", "Hadi Merro, the mayor of Arva, was killed.", "killed Hadi Merro; "},
      {"identified", "Those killed were identified as Hadi Merro and his wife.", "killed Hadi Merro; killed his wife; "},
      {"places are no names", "The raid killed nine people in Arva, Birk and Selm.", "killed nine; "},
      {"an owner's guards", "Two of the minister's bodyguards were killed.", "killed Two; "},
      {"victims of", "They were victims of indiscriminate violence.", ""},
      {"breakdown of bodies", "It found 11 bodies: nine men and two women.", "killed 11; killed nine of c1; killed two of c1; "},
      {"after a colon, more than the whole", "Two men were killed in Arva: 40 families and nine women fled.", "killed Two; displaced 40; displaced nine; "},
      {"were among", "The blast killed 14 people in Arva, and four children were among the dead.", "killed 14; killed four of c1; "},
      {"were among, later", "Twelve people were killed in Arva. Four children were among the dead.", "killed Twelve; killed Four of c1; "},
      {"of them", "Over 1,000 people have been killed in Arva; more than 400 of them were civilians.", "killed Over 1,000; killed more than 400 of c1; "},
      {"a part before the whole", "A guard was among three people killed in Arva.", "killed A guard of c2; killed three; "},
      {"inverted", "Also injured were Hadi Merro, 42, and a guard.", "wounded Hadi Merro; wounded a guard; "},
      {"inverted, by semicolons", "Injured by the blast were: a driver; Hadi Merro, a cook who was asleep near one of the stalls; and Sami Odeh, a baker.", "wounded a driver; wounded Hadi Merro; wounded Sami Odeh; "},
      {"among, by semicolons", "Among the injured are Hadi Merro, 53; Sami Odeh, 24; and Nur Selm.", "wounded Hadi Merro; wounded Sami Odeh; wounded Nur Selm; "},
      {"those who", "Those who were abducted are Hadi Merro, 55, from Arva; and Sami Odeh, 52, from Birk.", "abducted Hadi Merro; abducted Sami Odeh; "},
      {"the wounded include", "The wounded include a child and a woman.", "wounded a child; wounded a woman; "},
      {"named later", "Two men were killed in Arva. They were Hadi Merro and Sami Odeh.", "killed Two; killed Hadi Merro of c1; killed Sami Odeh of c1; "},
      {"more names than told", "Two men were killed in Arva. They were Hadi Merro, Nur Selm and Sami Odeh.", "killed Two; "},
      {"the dead men as", "The judge identified the dead men as Hadi Merro, 38, and Sami Odeh, 42.", "killed Hadi Merro; killed Sami Odeh; "},
      {"names in the plural", "Hadi Merro and Sami Odeh were wounded in Arva.", "wounded Hadi Merro; wounded Sami Odeh; "},
      {"behind a noun in the plural", "Troops murdered peasants Hadi Merro and Sami Odeh.", "killed Hadi Merro; killed Sami Odeh; "},
      {"another alone", "The blast killed two guards and wounded another in Arva.", "killed two; wounded another; "},
      {"names behind a figure", "His wife Nur Merro and their two sons Hadi Merro (9) and Sami Merro (6) were killed.", "killed His wife Nur Merro; killed two; killed Hadi Merro of c2; killed Hadi Merro (9) and Sami Merro; killed Sami Merro of c2; "},
      {"dashes", "Six priests -- five old and one young -- and two women were killed in Arva.", "killed Six; killed five of c1; killed one of c1; killed two; "},
      {"day and place before of", "The murder on Monday in Arva of two guides shocked many.", "killed two; "},
      {"of again", "They mourned the murders of Hadi Merro and of two guards.", "killed Hadi Merro; killed two; "},
      {"past an aside", "They murdered, at gunpoint, a soldier.", "killed a soldier; "},
      {"together with his own", "The mayor was killed in Arva along with two of his guards.", "killed The mayor; killed two; "},
      {"known as", "The shell killed a boy known as Sami, a woman and a guard.", "killed a boy; killed a woman; killed a guard; "},
      {"senator and candidate", "He mourned the murder of Senator and candidate Hadi Merro.", "killed candidate Hadi Merro; "},
      {"an owner's titles", "Gunmen killed the wife of former minister and leader Hadi Merro.", "killed the wife; "},
      {"told with another harm word", "He mourned the murder of Hadi Merro, the mayor who was gunned down in Arva.", "killed Hadi Merro; "},
      {"how they were killed", "The two clerks were killed on Monday, shot during the night.", "killed two; "},
      {"a toll of another harm", "The attack left a toll of one person wounded.", "wounded one; "},
      {"shot at", "Four youths shot at the guards.", ""},
      {"relative clause between commas", "The driver, whom the town has not named, was killed.", "killed The driver; "},
      {"through two who were", "The letter came through two women who were abducted in Arva.", "abducted two; "},
      {"kidnapped behind a comma", "They asked for the release of engineer Hadi Merro, kidnapped on Monday by rebels.", "abducted engineer Hadi Merro; "},
      {"managed to", "The gunman managed to kill two guards.", "killed two; "},
      {"plural possessive", "The six priests' murder shocked many.", "killed six; "},
      {"part with an article", "A bomb killed nine people, including the well-known leader Hadi Merro.", "killed nine; killed the well-known leader Hadi Merro of c1; "},
      {"roll after a colon", "The raid killed members of the Merro family: Hadi Merro (45), his wife Nur , his niece Salma Merro (6) and Sami Merro (3).",
       "killed Hadi Merro; killed his wife Nur; killed his niece Salma Merro; killed his niece Salma Merro (6) and Sami Merro; killed Sami Merro; "},
      {"roll beside", "Hadi Merro was killed alongside his wife Nur and their son Sami in Arva.", "killed Hadi Merro; killed his wife Nur; killed their son Sami; "},
      {"beside in a fight", "A guard was killed in a gunfight with the Dorvan Front.", "killed A guard; "},
      {"as were", "Hadi Merro was killed, as were his two sons: Sami (26) and Omar (24).", "killed Hadi Merro; killed two; killed Sami of c2; killed Omar of c2; "},
      {"roll of the dead", "The victims included Hadi Merro (45) , his wife Nur Merro and their son Sami Merro.", "killed Hadi Merro; killed his wife Nur Merro; killed their son Sami Merro; "},
      {"roll and others hurt", "Hadi Merro was killed alongside his wife Nur and his cousin was wounded.", "killed Hadi Merro; wounded his cousin; "},
      {"stated, no roll", "Four people, including two children, were killed in Arva. Sami Merro (6) and Omar Merro (4) were killed.",
       "killed Four; killed two of c1; killed Sami Merro; killed Omar Merro; "},
      {"told twice", "Sami Merro (6) and Omar Merro (4) were killed. Sami Merro (6) was killed at home.", "killed Sami Merro; killed Sami Merro (6) and Omar Merro; killed Omar Merro; killed Sami Merro; "},
      {"an age aside and kin beside", "56-year-old Hadi Merro (also known as Abu Salma) was killed alongside his brother, 48-year-old Sami Merro.", "killed 56-year-old Hadi Merro; killed his brother; "},
      {"his wife, aged so", "His wife, 35-year-old Nur Merro, was killed.", "killed His wife; "},
      {"a list of ages", "11-year-old Sami Merro, 19-year-old Hadi Merro, and 25-year-old Omar Merro were killed.", "killed 11-year-old Sami Merro; killed 19-year-old Hadi Merro; killed 25-year-old Omar Merro; "},
      {"reported among those killed", "Hadi Merro and his son were also reported amongst those killed.", "killed Hadi Merro; killed his son; "},
      {"identified as among", "Neighbours identified Hadi Merro and Sami Odeh as among those killed.", "killed Hadi Merro; killed Sami Odeh; "},
      {"four of those told", "A guard, said neighbours, was among four people killed in Arva.", "killed four; "},
      {"lost his", "Hadi Merro survived but lost his wife and their four children.", "affected Hadi Merro; killed wife; killed four; "},
      {"an owner by name", "The strike killed Hadi Merro's wife and two guards.", "killed Hadi Merro's wife; killed two; "},
      {"an owner in a list", "The strike killed Hadi Merro, Sami Odeh's wife and a guard.", "killed Hadi Merro; killed Sami Odeh's wife; killed a guard; "},
      {"lost his seat", "The mayor lost his seat to a teacher.", ""},
      {"with a pronoun", "He was killed alongside his wife Nur and their son Sami.", "killed his wife Nur; killed their son Sami; "},
      {"a family of five", "A family of five was killed.", "killed five; "},
      {"the injured rose", "The death toll climbed to 14 while the injured rose to 40.", "killed 14; wounded 40; "},
      {"a label", "Killed: 29 men and 12 women.", "killed 29; killed 12; "},
      {"a label, nouns first", "Killed: men 29, women 12, children 4.", "killed 29; killed 12; killed 4; "},
      {"labels of dead and missing", "Dead: 12. Wounded: 40. Missing: 3.", "killed 12; wounded 40; missing 3; "},
      {"at least one", "At least one person was killed and two were hurt.", "killed At least one; wounded two; "},
      {"nine of them children", "The raid killed 31 people, nine of them children.", "killed 31; killed nine of c1; "},
      {"of the nine", "Six of the nine hostages were killed.", "killed Six; "},
      {"shares of the dead", "Of the 33 dead, 20 were civilians and 13 fighters.", "killed 33; killed 20 of c1; killed 13 of c1; "},
      {"feared dead", "Eleven people are missing and feared dead.", "missing Eleven; "},
      {"of a war", "The raid killed three people in a war that has displaced 1.2 million.", "killed three; displaced 1.2 million background; "},
      {"fell in battle", "Seven soldiers fell in the fighting near Arva.", "killed Seven; "},
      {"war total", "More than 90,000 people have been killed since the war broke out.", "killed More than 90,000 background; "},
  };
  for (const auto& row : rows) EXPECT_EQ(claims_of(std::string(row.text)), row.want) << row.name;
}

// People told again are those told before, and are called by what was said of them first.
TEST(Casualties, CallsPeopleToldAgainByTheirFirstName) {
  const struct { std::string_view name, text, last; } rows[] = {
      {"one", "Hadi Merro was killed in Arva. The judge was killed at noon.", "Hadi Merro"},
      {"two come into question", "Hadi Merro was killed in Arva. Sami Odeh was killed in Birk. The judge was killed at noon.", "The judge"},
      {"the same noun", "A judge was killed in Arva. Sami Odeh was killed in Birk. The judge was killed at noon.", "judge"},
      {"a figure", "Six monks were killed in Arva. They mourned the murder of the six priests.", "monks"},
      {"another figure", "Six monks were killed in Arva. They mourned the murder of the five priests.", "priests"},
      {"no noun", "Twelve sailors were wounded in Arva. A man was killed and 12 were wounded.", "sailors"},
      {"another harm", "Hadi Merro was wounded in Arva. The judge was killed at noon.", "The judge"},
  };
  for (const auto& row : rows) {
    Report report;
    report.text = row.text;
    const auto found = find_all(report, tokenize(report.text), Parse{}, knowledge());
    ASSERT_FALSE(found.claims.empty()) << row.name;
    EXPECT_EQ(found.claims.back().victims.text, row.last) << row.name;
  }
}

TEST(Casualties, TellsGroupsOfSinglePeople) {
  const struct { std::string_view name, text, want; } rows[] = {
      {"age beside kin", "Hadi Merro was killed alongside his son, 14-year-old Sami Merro.", "; children; "},
      {"a niece of six", "His niece Salma Merro (6) was killed.", "children; "},
      {"a woman by name", "Salma Merro (28) was killed in Arva.", "women; "},
      {"a man by name", "Ahmed Merro (28) was killed in Arva.", "; "},
      {"a daughter of no told age", "His daughter Salma Merro was killed in Arva.", "; "},
      {"a girl by age", "Salma Merro (8) was killed in Arva.", "children; "},
      {"not of the one before", "His wife Nur Merro and Ahmed Odeh were killed.", "women; ; "},
      {"age without a second hyphen", "A 12-year old boy was killed in Arva.", "children; "},
      {"some of the dead", "Twelve people, including children, were killed.", "; "},
      {"two groups of a part", "The raid killed 31 people, nine of them women and children.", "; children; "},
      {"two groups of the dead", "Twelve people, including women and children, were killed.", "children; "},
      {"a son with a woman's name", "His son Salma Merro was killed.", "; "},
      {"ages as a range", "Salma Merro (12 to 14 years old) was killed.", "children; "},
      {"told aside", "Hadi Merro (child) and Yoni Merro (25 years old, female) were killed.", "children; women; "},
      {"sons behind a dash", "Hadi Merro was killed along with his sons – Sami and Omar.", "; ; children; ; "},
      {"a stated figure that names exceed", "A woman and two children died. Sami Merro (6), Omar Merro (4) and Hadi Merro (9) were killed.", "women; children; children; children; children; children; "},
      {"members of a figure", "Hadi Merro was killed along with his three children: Sami, Omar and Nur Merro.", "; children; children; children; children; children; "},
  };
  for (const auto& row : rows) {
    Report report;
    report.text = row.text;
    std::string out;
    for (const auto& c : find_all(report, tokenize(report.text), Parse{}, knowledge()).claims) out += (c.victims.groups.empty() ? "" : c.victims.groups.front()) + "; ";
    EXPECT_EQ(out, row.want) << row.name;
  }
}

TEST(Casualties, SpansHoldWhatTheyName) {
  const std::string text = "At least 745 civilians, 148 insurgents and 125 soldiers were killed in Arva, the monitor said.";
  Report report;
  report.text = text;
  const auto found = find_all(report, tokenize(text), Parse{}, knowledge());
  ASSERT_EQ(found.claims.size(), 3u);
  for (const auto& c : found.claims) {
    EXPECT_TRUE(c.span.contains(c.count->span));
    EXPECT_TRUE(c.sentence.contains(c.span));
    EXPECT_EQ(c.victims.text, c.victims.span.in(text));
    EXPECT_EQ(c.count->modifier, Modifier::kAtLeast);  // the modifier governs the list
  }
}

}  // namespace
}  // namespace attest
