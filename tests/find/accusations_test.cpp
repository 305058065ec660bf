// Who may stand as having done it, and who is said to have (METHOD 8): claims of responsibility, accusations without a figure,
// words that it is not known, denials that answer them.
#include <gtest/gtest.h>

#include "find/find.h"
#include "reading.h"

namespace attest {
namespace {

using reading::know;

Findings find(const std::string& text, Report& report) {
  report.text = text;
  report.language = "en";
  return find_all(report, tokenize(report.text), Parse{}, know());
}

std::string parties(const Claim& c) {
  std::string out;
  for (const Perpetrator& p : c.perpetrators)
    out += (out.empty() ? "" : ", ") + p.text + (p.asserted_by.empty() ? "" : " by " + p.asserted_by);
  return out;
}

// Who the figures of a text are ascribed to: "count:party", one a figure.
std::string doers(const std::string& text) {
  Report report;
  std::string out;
  for (const Claim& c : find(text, report).claims)
    out += (out.empty() ? "" : "; ") + std::string(c.count->span.in(report.text)) + ":" + parties(c);
  return out;
}

// "rule:party by accuser", one an accusation.
std::string accusations(const std::string& text) {
  Report report;
  std::string out;
  for (const Claim& c : find(text, report).unquantified)
    if (c.rule.starts_with("accusation.")) out += (out.empty() ? "" : "; ") + c.rule.substr(11) + ":" + parties(c);
  return out;
}

struct Row {
  const char *name, *text, *want;
};

TEST(Parties, OnlyWhoCanHaveDoneIt) {
  for (const Row& r : {
           Row{"an army", "Nine farmers were killed by the Dorvan army in Arva.", "Nine:the Dorvan army"},
           Row{"described attackers", "Nine farmers were killed by masked gunmen in Arva.", "Nine:masked gunmen"},
           Row{"a heading that ran into the sentence", "Rural Birk The Dorvan army killed nine farmers in Arva.", "nine:The Dorvan army"},
           Row{"a shooter who is shot himself", "A guard fired at the crowd before being killed with nine farmers in Arva.", "nine:"},
           Row{"tags of the page", "Tags Arva Merra Kin A bomber killed nine people in Arva.", "nine:"},
           Row{"links of the page", "12 Related Raiders Shell Birk A blast killed nine people in Arva.", "nine:"},
           Row{"a verb's rest", "A double bomb attack that hit a police station in Arva killed nine people.", "nine:"},
           Row{"those who were harmed", "Nine people were killed by at least 56 civilians in Arva.", "Nine:"},
           Row{"a group of those harmed", "Nine people were killed by a group of civilians in Arva.", "Nine:"},
           Row{"a child", "Nine people were killed by a boy in Arva.", "Nine:"},
           Row{"an armed one", "Nine people were killed by an armed man in Arva.", "Nine:an armed man"},
           Row{"an aid body", "Nine people were killed by the Dorvan Red Crescent in Arva.", "Nine:"},
           Row{"who holds the place", "Nine people were killed by shells on the rebel-held Arva.", "Nine:"},
           Row{"nobody", "Nine people were killed. No group attacked Arva.", "Nine:"},
           Row{"small words around", "Nine people were killed by the Dorvan army and its allies in Arva.",
               "Nine:the Dorvan army"},
           Row{"a name with a particle", "Nine people were killed by Jaish al-Dorvan in Arva.", "Nine:Jaish al-Dorvan"},
       })
    EXPECT_EQ(doers(r.text), r.want) << r.name;
}

TEST(Claimants, WhoClaimsAnAttackDidItByItsOwnWord) {
  for (const Row& r : {
           Row{"claimed responsibility", "A blast killed nine people in Arva. The Dorvan Front claimed responsibility for it.",
               "nine:The Dorvan Front by The Dorvan Front"},
           Row{"claims the attack", "The Dorvan Front claims the bomb attack that killed nine people in Arva.",
               "nine:The Dorvan Front by The Dorvan Front"},
           Row{"its fighters",
               "A blast killed nine people in Arva. The Dorvan Front said three of its fighters carried out the attack.",
               "nine:The Dorvan Front by The Dorvan Front"},
           Row{"a passive", "A blast killed nine people in Arva. It was claimed by the Dorvan Front.",
               "nine:the Dorvan Front by the Dorvan Front"},
           Row{"lives are no attack", "A flood claimed the lives of nine people in Arva.", "nine:"},
           Row{"nobody has", "A blast killed nine people in Arva. No group has claimed responsibility.", "nine:"},
           Row{"another attack",
               "A blast killed nine people in Arva. In May a raid killed two men in Birk. That raid was claimed by the Dorvan "
               "Front.",
               "nine:; two:the Dorvan Front by the Dorvan Front"},
           Row{"and what it says of it",
               "A blast killed nine people in Arva. In May a raid killed two men in Birk. That raid was claimed by the Dorvan "
               "Front which said its men had carried out the raid.",
               "nine:; two:the Dorvan Front by the Dorvan Front"},
       })
    EXPECT_EQ(doers(r.text), r.want) << r.name;
}

TEST(Claimants, AreNotTheSourceOfTheTollBesideTheirClaim) {
  Report report;
  const Findings found =
      find("The Dorvan Front claims the bomb attack that hit a station in Arva killing at least nine people.", report);
  ASSERT_EQ(found.claims.size(), 1u);
  EXPECT_TRUE(found.claims[0].attribution.empty());
}

TEST(Accusations, NeedNoFigure) {
  for (const Row& r : {
           Row{"accused of", "Shells hit a market in Arva. The Orvan Council accused the Dorvan army of the attack.",
               "blame:the Dorvan army by The Orvan Council"},
           Row{"held responsible", "The Orvan Council holds the Dorvan Front directly and fully responsible for the raid.",
               "blame:the Dorvan Front by The Orvan Council"},
           Row{"by somebody", "The monitor told of war crimes committed by forces of the Dorvan ministry.",
               "deed:forces of the Dorvan ministry"},
           Row{"villagers who are targeted", "Militiamen of the Dorvan Front began targeting villagers in Arva.", "deed:Militiamen of the Dorvan Front"},
           Row{"an attack on a party's posts", "Dorvan Front gunmen launched attacks on army checkpoints in Arva.", "deed:Dorvan Front gunmen"},
           Row{"not of harm", "The Orvan Council accused the Dorvan army of wasting money.", ""},
           Row{"not of somebody", "The Orvan Council accused the driver of the attack.", ""},
           Row{"not known", "The monitor could not determine whether Merra or the Dorvan army was behind the attack.",
               "unknown:"},
           Row{"not clear", "It was not clear whether the strikes had been carried out by Dorvan jets.", "unknown:"},
           Row{"not about the deed", "It was not clear who would lead the council.", ""},
           Row{"not meant", "The envoy asked the Dorvan Front to hold the perpetrators responsible for the killings.", ""},
       })
    EXPECT_EQ(accusations(r.text), r.want) << r.name;
}

TEST(Denials, AnswerTheHappeningHoweverFarOff) {
  Report report;
  const Findings found = find(
      "A raid killed nine people in Arva. Rain fell. Roads were shut. Shops closed. Schools too. The mayor spoke. The governor "
      "denied any involvement in the raid.",
      report);
  ASSERT_EQ(found.denials.size(), 1u);
  EXPECT_EQ(found.denials[0].of, "c1");
}

// METHOD 12: with the sides' names swapped, the same is read of each.
TEST(Accusations, TreatSidesAlike) {
  const std::string text =
      "Shells of the Alba army killed nine people in Arva. The Boro Council accused the Alba army of the attack. The Boro Front "
      "claimed responsibility for a blast. Boro Front fighters have "
      "perpetrated massacres. It was not clear whether Alba jets were behind the strikes.";
  const auto swapped = [](std::string s) {
    for (std::size_t at = 0; at + 4 <= s.size(); ++at) {
      if (s.compare(at, 4, "Alba") == 0) s.replace(at, 4, "Boro"), at += 3;
      else if (s.compare(at, 4, "Boro") == 0) s.replace(at, 4, "Alba"), at += 3;
    }
    return s;
  };
  EXPECT_EQ(doers(text), swapped(doers(swapped(text))));
  EXPECT_EQ(accusations(text), swapped(accusations(swapped(text))));
}

}  // namespace
}  // namespace attest
