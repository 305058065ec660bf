#include "reconcile/responsibility.h"

#include <algorithm>

#include "reconcile/denying.h"

namespace attest {
namespace {

// A full stop or comma that the words ended with is no part of the name.
std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ',' || text.back() == ';' || text.back() == ' ')) text.pop_back();
  return text;
}

// A dateline's town, a village or a news agency did nothing: only a country's name may stand for a state.
bool names_no_actor(const Said& s, const Perpetrator& p, const CaseFacts& facts) {
  const Findings& f = facts.analyses[s.ref.report].findings;
  const auto is_town = [&](const Mention& m) {
    return m.type == MentionType::kPlace && !m.adjective && !m.part_of_name && m.located && m.located->precision != Precision::kCountry && !p.span.empty() &&
           m.span.begin <= p.span.begin && p.span.end <= m.span.end;
  };
  if (std::any_of(f.mentions.begin(), f.mentions.end(), is_town)) return true;
  return facts.names.tellers.count(folded_name(p.text)) > 0;
}

// The rule of words that say that it is not known who did it (find/accusations.h).
constexpr std::string_view kNobodyNamed = "accusation.unknown";

struct Draft {
  Responsibility out;
  std::map<std::string, int> names;
  std::set<std::string> covers;
  bool admitted = false, claimed = false;
  std::set<std::string> against;  // whom the words say was attacked
  bool of_anybody = false;        // some words do not say
};

// An accusation without a figure may say whom the deed hit; every other allegation is of this incident's victims.
void add_attacked(Draft& d, const Claim& claim) {
  if (!claim.count && claim.rule.starts_with("accusation.") && !claim.victims.text.empty()) d.against.insert(claim.victims.text);
  else d.of_anybody = true;
}

// A relative or a witness who tells of harm claims nothing; a party that tells of its own deed does.
bool speaks_for_party(const std::string& source, const CaseFacts& facts) {
  const DossierSource* s = facts.source(source);
  return s && (s->kind == "armed_group" || s->kind == "military" || s->kind == "government" || s->kind == "state_media" || s->party);
}

// The source goes by one of its names in the words for who did it.
bool is_source(const std::string& source, const std::string& actor, const CaseFacts& facts) {
  if (same_actor(source, actor)) return true;
  const DossierSource* s = facts.source(source);
  if (!s) return false;
  return same_actor(s->name, actor) || std::any_of(s->aliases.begin(), s->aliases.end(), [&](const std::string& alias) {
           return alias.size() > 2 && same_actor(alias, actor);
         });
}

// The figure's own source goes by its id; a phrase for an unnamed witness is no name.
std::string accuser_of(const Said& s, const std::string& asserted_by, const CaseFacts& facts) {
  const Report& report = facts.analyses[s.ref.report].report;
  const auto& chain = s.claim->attribution;
  const bool own = asserted_by.empty() || (!chain.empty() && chain.back().text == asserted_by);
  if (!s.origin.empty() && own) return s.origin;
  return !asserted_by.empty() ? source_named(asserted_by, facts) : report.outlet.value_or(report.id);
}

// The day is that of the report, where it is known: a day that the text speaks of is not when somebody accused.
void add_accuser(Draft& d, const Said& s, const std::string& who, SpanRef evidence, const CaseFacts& facts) {
  const auto known =
      std::find_if(d.out.accusers.begin(), d.out.accusers.end(), [&](const Accuser& a) { return a.source == who; });
  if (known == d.out.accusers.end()) d.out.accusers.push_back({who, facts.analyses[s.ref.report].findings.dates.published ? s.stated_on : std::nullopt, {evidence}});
  else if (std::none_of(known->evidence.begin(), known->evidence.end(), [&](const SpanRef& e) { return e.report == evidence.report && e.span == evidence.span; }))
    known->evidence.push_back(evidence);
}

void add_perpetrator(Draft& d, const Said& s, const Perpetrator& p, const CaseFacts& facts) {
  const std::string who = accuser_of(s, p.asserted_by, facts);
  const bool of_itself = !p.asserted_by.empty() && same_actor(p.asserted_by, p.text);
  if (of_itself || (speaks_for_party(who, facts) && is_source(who, p.text, facts))) d.claimed = true;
  add_accuser(d, s, who, {s.ref.report, p.span}, facts);
}

// Whether a denial that answers a claim speaks of this incident, or answers none.
bool of_incident(const Denial& denial, std::uint32_t report, const std::vector<Said>& said) {
  return !denial.of || std::any_of(said.begin(), said.end(),
                                   [&](const Said& s) { return s.ref.report == report && s.ref.claim == *denial.of; });
}

// A denial goes by its speaker's plain name; the statement that it is tells the office in which it was made ("Interim President …").
bool concerns(const Denying& denying, const Denial& denial, const Findings& f, const std::string& alleged) {
  return denying.concerns(denial.by, alleged) || std::any_of(f.statements.begin(), f.statements.end(), [&](const Statement& s) {
           return s.act == "deny" && s.span.overlaps(denial.span) && denying.concerns(s.actor, alleged);
         });
}

// Whether the claim that a denial answers stands near it; one far off is the report's happening, of which it names no figure.
bool speaks_of(const Denial& denial, const Findings& f) {
  constexpr std::uint32_t kNear = 600;  // bytes: a few sentences
  const Claim* claim = denial.of ? find_claim(f, *denial.of) : nullptr;
  return claim && claim->sentence.begin < denial.span.end && denial.span.begin < claim->sentence.end + kNear;
}

// Others (of footage, of what was told) answer an allegation only through a figure of it that they speak of.
bool of_the_deed(const std::string& type) { return type == "act" || type == "presence" || type == "harm"; }

// Each denial covers only the figures of the claim that it speaks of.
void add_denials(Draft& d, const std::vector<Said>& said, const std::set<std::uint32_t>& reports,
                 const std::map<ClaimRef, std::vector<std::string>>& readings, const CaseFacts& facts, const Denying& denying) {
  for (const std::uint32_t report : reports) {
    const Findings& f = facts.analyses[report].findings;
    for (const Denial& denial : f.denials) {
      if (denial.type == "figure" || !of_incident(denial, report, said) || !concerns(denying, denial, f, d.out.alleged)) continue;
      const auto of = speaks_of(denial, f) ? readings.find({report, *denial.of}) : readings.end();
      const bool answers = of != readings.end() && std::any_of(of->second.begin(), of->second.end(), [&](const std::string& r) { return d.covers.count(r) > 0; });
      if (!of_the_deed(denial.type) && !answers) continue;
      d.out.denials.push_back({source_named(denial.by, facts),
                               denial.type,
                               {{report, denial.span}},
                               of == readings.end() ? std::vector<std::string>{} : of->second});
    }
    for (const Statement& s : f.statements) {
      if ((s.act == "claim_responsibility" || s.act == "admit") && same_actor(s.actor, d.out.alleged))
        (s.act == "admit" ? d.admitted : d.claimed) = true;
      const bool told = std::any_of(f.denials.begin(), f.denials.end(), [&](const Denial& x) { return x.span.overlaps(s.span); });
      if (s.act == "deny" && s.detail.empty() && s.strength != "withheld" && !told && !s.actor.empty() && denying.concerns(s.actor, d.out.alleged))
        d.out.denials.push_back({source_named(s.actor, facts), "act", {{report, s.span}}, {}});
    }
  }
}

// "" where it hangs on whom others name.
std::string standing(const Draft& d) {
  if (d.admitted) return "admitted";
  if (d.claimed) return "claimed";
  const bool denied = std::any_of(d.out.denials.begin(), d.out.denials.end(), [](const auto& denial) { return of_the_deed(denial.type); });
  return denied ? "alleged_and_denied" : "";
}

// By name, then by where it stands: nothing hangs on the order of arrival.
void sort_parts(Responsibility& r, const CaseFacts& facts) {
  std::sort(r.accusers.begin(), r.accusers.end(), [](const Accuser& a, const Accuser& b) { return a.source < b.source; });
  std::sort(r.denials.begin(), r.denials.end(), [&](const auto& a, const auto& b) {
    return std::tuple(a.source, a.type, facts.rank[a.evidence.front().report], a.evidence.front().span) <
           std::tuple(b.source, b.type, facts.rank[b.evidence.front().report], b.evidence.front().span);
  });
  for (Accuser& a : r.accusers)
    std::sort(a.evidence.begin(), a.evidence.end(), [&](const SpanRef& x, const SpanRef& y) {
      return std::pair(facts.rank[x.report], x.span) < std::pair(facts.rank[y.report], y.span);
    });
}

}  // namespace

bool any_deed_denied(const std::vector<std::uint32_t>& reports, const CaseFacts& facts) {
  return std::any_of(reports.begin(), reports.end(), [&](std::uint32_t report) {
    const auto& denials = facts.analyses[report].findings.denials;
    return std::any_of(denials.begin(), denials.end(), [](const Denial& d) { return of_the_deed(d.type); });
  });
}

Rivals::Rivals(const std::vector<Responsibility>& rows, const PartyWords& words) : rows_(rows), names_(words, alleged(rows)) {}

std::vector<std::string> Rivals::alleged(const std::vector<Responsibility>& rows) {
  std::vector<std::string> out;
  for (const Responsibility& r : rows) out.push_back(r.alleged);
  return out;
}

bool Rivals::between(std::size_t i, std::size_t j) const {
  if (i == j || !names_.names_party(i) || !names_.names_party(j) || names_.same_party(i, j)) return false;
  if (rows_[i].against != rows_[j].against) return false;  // "attacks on the army" and the killings that answered them
  const auto& a = rows_[i].accusers;
  const auto& b = rows_[j].accusers;
  return std::none_of(a.begin(), a.end(), [&](const Accuser& x) {
    return std::any_of(b.begin(), b.end(), [&](const Accuser& y) { return x.source == y.source; });
  });
}

bool Rivals::has(std::size_t i) const {
  for (std::size_t j = 0; j < rows_.size(); ++j)
    if (between(i, j)) return true;
  return false;
}

std::vector<Responsibility> responsibilities(const std::vector<Said>& said, const std::vector<Toll>& tolls, const CaseFacts& facts) {
  std::map<ClaimRef, std::vector<std::string>> readings;
  for (const Toll& t : tolls)
    for (const Reading& r : t.readings)
      for (const ClaimRef& c : r.claims) readings[c].push_back(r.id);
  const Denying denying(facts);
  std::map<std::string, Draft> drafts;
  std::set<std::uint32_t> reports;
  for (const Said& s : said) {
    reports.insert(s.ref.report);
    // A figure that became no reading accuses of nothing here; people harmed without a number and accusations do, unless they are
    // background.
    const bool told = s.claim->rule.starts_with("accusation.") || !s.claim->victims.text.empty();
    if (s.claim->count ? readings.count(s.ref) == 0 : s.claim->background || !told) continue;
    if (s.claim->rule == kNobodyNamed) add_accuser(drafts[""], s, accuser_of(s, "", facts), {s.ref.report, s.claim->span}, facts);
    for (const Perpetrator& p : s.claim->perpetrators) {
      if (p.certainty == Certainty::kDenied || folded_name(p.text).empty() || names_no_actor(s, p, facts)) continue;
      Draft& d = drafts[denying.key(p.text)];
      ++d.names[trimmed(p.text)];
      if (d.out.tie == Tie::kNone) d.out.tie = p.tie;
      add_perpetrator(d, s, p, facts);
      add_attacked(d, *s.claim);
      if (const auto r = readings.find(s.ref); r != readings.end()) d.covers.insert(r->second.begin(), r->second.end());
    }
  }
  std::vector<Responsibility> out;
  for (auto& [key, d] : drafts) {
    if (!key.empty()) {
      d.out.alleged = std::max_element(d.names.begin(), d.names.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
      add_denials(d, said, reports, readings, facts, denying);
    }
    d.out.covers.assign(d.covers.begin(), d.covers.end());
    if (!d.of_anybody) d.out.against.assign(d.against.begin(), d.against.end());
    sort_parts(d.out, facts);
    d.out.standing = key.empty() ? "nobody_named" : standing(d);
    out.push_back(std::move(d.out));
  }
  const Rivals rivals(out, facts.party_words);
  for (std::size_t i = 0; i < out.size(); ++i)
    if (out[i].standing.empty()) out[i].standing = rivals.has(i) ? "rival_allegations" : "alleged_no_denial";
  if (!out.empty() && out.front().alleged.empty())
    std::rotate(out.begin(), out.begin() + 1, out.end());  // whoever is named stands first
  return out;
}

}  // namespace attest
