#pragma once
// How link_harm works, a sentence at a time. The methods stand in harm_links.cpp (which way a harm word looks), harm_links_nouns.cpp (nouns of harm),
// harm_links_left.cpp (its subjects), harm_links_right.cpp (its objects), harm_links_lists.cpp (lists of people), harm_links_persons.cpp
// (two phrases of one person), harm_links_parts.cpp (parts of figures told before), harm_links_named.cpp (who those told before were),
// harm_links_among.cpp (who was among those harmed) and harm_rolls.cpp (people told one by one).
#include "find/harm_links.h"

namespace attest {

// What stands directly before a harm word: auxiliaries, and whether the harm is real.
struct BeforeHarm {
  std::uint32_t left = 0;  // the first token of all that belongs to the verb
  bool passive = false, passive_one = false, passive_many = false, have = false, negated = false, unreal = false,
       infinitive = false;
};

// One use: make it, run it. Groups and tokens are indices into the sentence and the report.
class HarmLinker {
 public:
  HarmLinker(const HarmReading& r, HarmSentence& s, const ToldBefore& told) : r_(r), tokens_(r.in.tokens), s_(s), told_(told), owner_(s.groups.size(), -1) {}

  SentenceLinks run();

 private:
  using Groups = std::vector<std::uint32_t>;
  using Kind = PeopleGroup::Kind;

  // harm_links.cpp
  bool trigger_between(std::uint32_t first, std::uint32_t last) const;
  bool unreal_before(std::uint32_t token) const;
  BeforeHarm before(const Trigger& t) const;
  void look_past_pair(BeforeHarm& b) const;
  bool norm_behind(std::uint32_t token) const;
  bool is_passive(std::uint32_t k) const;
  void link_trigger(std::size_t t);
  void link_verb(std::size_t t, const BeforeHarm& b);
  // "burned houses", "killed livestock"
  bool harms_thing(std::uint32_t token) const;
  void link_active(std::size_t t, const HarmWord& word);
  // "forced 13,000 residents to flee"
  bool flees(std::uint32_t group) const;
  void link_state(std::size_t t, const BeforeHarm& b);
  bool leave_before(const PeopleGroup& g) const;
  void uncounted(std::uint32_t group, const Trigger& trigger, std::string_view how);
  void add(std::uint32_t group, const Trigger& trigger, std::string_view how, bool part = false);
  void add(std::uint32_t group, std::uint32_t first, std::uint32_t last, std::int16_t harm, std::string_view how, bool part = false);
  // Past what stands between a verb and its object: ", at gunpoint,", "-- on orders from above --". The token itself where nothing does.
  std::uint32_t past_adverbial(std::uint32_t token) const;
  // The "of" of a noun of harm: directly after it, or past a day and a place ("the murder on Monday in Arva of two guides"). kNoToken none.
  std::uint32_t of_after(std::uint32_t token) const;
  std::uint32_t told_behind(const Trigger& trigger, const BeforeHarm& b) const;
  // The verb has an object that the lists do not know: "the gunmen killed the British".
  bool has_unknown_object(std::uint32_t token) const;
  // "Eleven stalls burned": what a weak verb befalls is somebody only where the lists know its noun, or it bears a name.
  bool names_no_people(const PeopleGroup& g, const HarmWord& word) const;

  // harm_links_nouns.cpp
  // Harm words inside a noun phrase: "12 deaths", "the body of a man", "3 wounded soldiers".
  void link_inner();
  // "incurring fatalities", "fatalities coded as 10"
  void link_noun(const Trigger& trigger);
  // "fatalities stand at 5", "fatalities: 12"
  std::uint32_t figure_after(std::uint32_t i) const;
  std::uint32_t figure_from(std::uint32_t token, const HarmWord& word) const;
  // "lives" is harm beside "claimed"; "victims" where they are counted.
  bool supported(std::uint32_t i) const;

  // harm_links_left.cpp
  // The group that ends where the verb begins: "29 men executed", "5 dead".
  std::uint32_t adjacent_left(std::uint32_t token) const;
  bool lone_thing(const PeopleGroup& g) const;
  bool number_only(std::uint32_t i) const;
  bool is_clause_end(std::uint32_t k) const;
  bool is_dash(std::uint32_t k) const;
  bool prepositional(const PeopleGroup& g) const;
  void link_subject(std::size_t t, const BeforeHarm& b, std::string_view how);
  // "two drivers were resting when they were abducted": the first counted group of the sentence, where the number fits.
  std::uint32_t antecedent_of(std::uint32_t pronoun) const;
  // The nearest group to the left that may be the subject.
  std::uint32_t nearest_left(std::uint32_t token, const BeforeHarm& b) const;
  std::uint32_t parsed_subject(const Trigger& trigger, std::uint32_t nearest, const BeforeHarm& b) const;
  std::uint32_t groups_before(std::uint32_t token) const;
  // "was" wants one, "were" several or a list.
  bool agrees(const PeopleGroup& g, const BeforeHarm& b) const;
  // "he was a militant and was killed"
  bool is_predicate(const PeopleGroup& g) const;
  // A name, or a phrase without a known noun of people, is a subject only where nothing stands between it and its verb.
  bool fits_subject(const PeopleGroup& g, std::uint32_t token, const BeforeHarm& b) const;
  bool in_place(const PeopleGroup& g) const;
  // "Alawites": one word in the plural names a people.
  bool names_many(const PeopleGroup& g) const;
  // A verb of harm there; nouns of harm divide no clause.
  const Trigger* verb_at(std::uint32_t token) const;
  bool trigger_at(std::uint32_t token) const;
  // "a leader, who was injured on Sunday, died": whom the relative clause speaks of.
  std::uint32_t relative_subject(const Trigger& t) const;
  // The group directly before "who": whom the clause speaks of, even after a preposition.
  std::uint32_t antecedent_before(std::uint32_t relative, const BeforeHarm& b) const;
  // Where the relative clause that ends with the comma before a token begins; the token itself where none does.
  std::uint32_t relative_start(std::uint32_t token) const;
  // The last of two and more names before a verb in the plural, with nothing but a relative clause between.
  bool ends_names(const PeopleGroup& g, std::uint32_t token) const;
  // "was kidnapped by rebels and later killed": the people of the harm word before.
  bool share_previous(std::size_t t, std::string_view how);
  // "was killed in Arva along with two of his guards"
  void link_companions(const Trigger& trigger, std::string_view how);
  // A person named before the verb: "Hadi Merro was killed".
  std::uint32_t name_before(std::uint32_t token);

  // harm_links_lists.cpp
  // What of the list stands behind its nearest group: parts before the verb, parts after it.
  void extend_chain(Groups& chain, const Trigger& trigger, std::uint32_t nearest) const;
  // From the nearest group leftwards through "and", commas and "including" to the whole list.
  void link_chain_left(const Trigger& trigger, std::uint32_t nearest, std::string_view how, bool single);
  // ", and" far from the group before it begins a new clause.
  bool new_clause(std::uint32_t from, std::uint32_t to) const;
  bool counts_as_member(const PeopleGroup& g) const;
  // A finite verb between two groups: the second begins a new clause. True where no parse tells.
  bool verb_between(std::uint32_t from, std::uint32_t to) const;
  // Nothing between two groups ends the list.
  bool joinable(std::uint32_t left, std::uint32_t right) const;
  bool ends_item(std::uint32_t k, std::uint32_t next) const;
  // A member of a list of whole entries: it stands behind a semicolon, and no verb follows it.
  bool list_item(std::uint32_t left, std::uint32_t right) const;
  // A group past this one, which stands inside the item before, is the next item.
  bool later_item(std::uint32_t left, std::uint32_t inside) const;
  // "of Hadi Merro and of two guards"
  bool of_again(const PeopleGroup& g) const;
  void add_chain(const Groups& chain, const Trigger& trigger, std::string_view how);
  std::string_view doubt(std::uint32_t i, bool part_by_order) const;

  // harm_links_persons.cpp
  // A second noun without article tells more of the same person: "a pharmacist and director".
  bool same_person(const PeopleGroup& left, const PeopleGroup& right) const;
  bool possessive(const PeopleGroup& g) const;
  // "his son, 14-year-old Hadi Merro": the son bears the age and the name.
  void join_appositions();
  // "the wife of the former minister and leader Hadi Merro": the name goes on with the owner, who is no victim.
  bool owner_goes_on(std::uint32_t i) const;
  bool person_name(const PeopleGroup& g) const;
  bool apposed(std::uint32_t left, std::uint32_t right) const;
  std::uint32_t name_of(std::uint32_t i) const;
  bool unnamed_next(std::uint32_t i) const;

  // harm_links_right.cpp
  // "Also injured were Hadi Merro and a guard"
  bool link_inverted(const Trigger& trigger, const BeforeHarm& b);
  // "Killed: men 29, women 12": a label before figures.
  bool link_label(const Trigger& trigger);
  // "men 29": the figure takes the noun before it. Whether it did.
  bool take_noun_before(std::uint32_t figure);
  // The group that a verb takes as its object: directly after it, or after a few words that belong to the phrase.
  std::uint32_t object_after(std::uint32_t token) const;
  // In capitals, a name after the verb: "KILLING HADI MERRO".
  std::uint32_t name_after(std::uint32_t token);
  std::uint32_t add_name(std::uint32_t first, std::uint32_t last);
  // "5 killed 10 injured": the group belongs to the next harm word.
  bool followed_by_harm(std::uint32_t group, std::size_t t) const;
  std::size_t index_of(const Trigger& trigger) const;
  void link_objects(const Trigger& trigger, std::uint32_t first, std::string_view how);
  // A later member of the same list stands after "and".
  bool list_goes_on(std::uint32_t i) const;
  // "the murder of two guides", "the bodies of 5 men", "12 deaths" being counted itself.
  bool link_of(std::uint32_t token, std::int16_t harm, std::uint32_t harm_token, bool counted);
  void link_objects_of(const Trigger& trigger, std::uint32_t first);
  // "her husband's death"
  void link_possessive(const Trigger& trigger);
  // "the death toll climbed from 43 to 112"
  void link_toll(const Trigger& trigger);
  bool harmed_otherwise(std::uint32_t group, const Trigger& toll) const;
  bool is_sentence_stop(std::uint32_t k) const;
  static std::int64_t size_of(const PeopleGroup& g);

  // harm_links_parts.cpp
  // "150 bodies were counted in Arva, 100 in Birk and 67 in Cella"
  void link_places_after(std::uint32_t whole);
  // "60 dead, many of them women and some boys"
  void link_parts_of(std::uint32_t whole);
  // "12 people were killed on Monday, including five children": the first part after the verb, kNoToken none.
  std::uint32_t parts_after(const Trigger& trigger) const;
  // "29 men executed in Arva and 11 in Birk": bare numbers that go on with the places.
  void link_ellipsis(const Trigger& trigger, std::uint32_t last, std::string_view how);
  // "three militants, two with ties to": a smaller bare number after a comma tells of the same people.
  bool goes_with_before(std::uint32_t i) const;
  // "60 dead, many of them women"
  void link_them(std::uint32_t last, const Trigger& trigger, std::string_view how);
  // "Those killed were identified as Hadi Merro and his wife": names of those told before.
  void link_identified();
  void link_told_before();
  bool speaks_of_told(std::uint32_t verb) const;
  // Names and single people from a token on, joined by commas, semicolons and "and".
  Groups people_list(std::uint32_t token) const;
  bool tells_who(std::uint32_t k) const;
  Trigger last_harm_before(std::uint32_t token) const;
  // "23 people were killed: 14 men, eight women and a child": what stands after the colon, as long as it is no more than the
  // whole.
  void link_breakdown();
  // The counted groups of a list that begins at a token: two at least, of people, in sum no more than `whole`.
  Groups list_from(std::uint32_t token, std::int64_t whole) const;
  // "Over 1,000 people have been killed, and 400 of them were civilians"
  void link_share_of_them();
  // "Of the 33 dead, 20 were civilians and 13 fighters"
  void link_share_first();
  std::uint32_t share_before(const Trigger& trigger) const;

  // harm_links_among.cpp
  // "Among the dead was a child": a part of those told before.
  void link_among();
  // "Four children were among the dead": a part of those told before.
  void link_among_after();
  // The harm word of "the dead", "those killed" at a token; harm -1 none.
  Trigger harm_near(std::uint32_t token) const;
  void link_listed_among();
  std::uint32_t before_telling(std::uint32_t among, bool& told) const;
  Groups list_before(std::uint32_t end) const;
  bool naming_before(std::uint32_t token) const;

  // harm_rolls.cpp
  // "The dead were Hadi Merro (45), his wife Salma and their two sons": people told one by one.
  void link_rolls();
  // Where the list begins that a token leads to, and the harm that befell those in it; harm -1: it leads to none.
  struct RollLead {
    std::uint32_t token = 0;
    Trigger harm;
    bool part = false;      // some of those counted before
    std::size_t least = 1;  // so many have to be listed
  };
  RollLead roll_lead(std::uint32_t k) const;
  RollLead beside_lead(std::uint32_t k) const;
  RollLead told_lead(std::uint32_t k) const;
  Trigger killed_before(std::uint32_t token, bool& part) const;
  bool names_next(std::uint32_t token) const;
  static bool several(const PeopleGroup& g);
  bool one_before(const Trigger& harm, std::uint32_t token) const;
  // The members of the list that begins at a token.
  Groups roll_from(std::uint32_t token) const;
  bool goes_on(std::uint32_t left, std::uint32_t right) const;
  bool roll_gap(std::uint32_t from, std::uint32_t to, std::uint32_t most) const;
  bool roll_member(std::uint32_t i) const;
  bool suffers_else(std::uint32_t i, const Trigger& harm) const;
  void add_roll(const Groups& list, const RollLead& lead);
  void link_roll_before();
  // "His sister Salma, her husband and their two sons." after a sentence that ended in such a list: a sentence without a verb goes on with it.
  void link_roll_again();
  bool verbless() const;

  const HarmReading& r_;
  const Tokens& tokens_;
  HarmSentence& s_;
  const ToldBefore& told_;
  SentenceLinks out_;
  std::vector<int> owner_;  // the harm word of a group, -1 none
  bool in_part_ = false;
};

}  // namespace attest
