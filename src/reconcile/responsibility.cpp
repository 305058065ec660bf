#include "reconcile/responsibility.h"

#include <algorithm>

namespace attest {
namespace {

std::string fold(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    const char32_t code = fold_case(d.code);
    if (is_letter(code) || is_digit(code)) append_utf8(out, code);
    else if (!out.empty() && out.back() != ' ') out += ' ';
    at += d.size;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// A full stop or comma that the words ended with is no part of the name.
std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ',' || text.back() == ';' || text.back() == ' ')) text.pop_back();
  return text;
}

// Whether one of the names holds the other's last word or all of it: "the alliance" and "alliance forces" are not joined, only compared.
bool same_actor(std::string_view a, std::string_view b) {
  const std::string x = " " + fold(a) + " ", y = " " + fold(b) + " ";
  return x.size() > 2 && y.size() > 2 && (x.find(y) != std::string::npos || y.find(x) != std::string::npos);
}

// A dateline's town, a village or a news agency did nothing: only a country's name may stand for a state.
bool names_no_actor(const Said& s, const Perpetrator& p, const CaseFacts& facts) {
  const Findings& f = facts.analyses[s.ref.report].findings;
  const auto is_town = [&](const Mention& m) {
    return m.type == MentionType::kPlace && !m.adjective && !m.part_of_name && m.located && m.located->precision != Precision::kCountry && !p.span.empty() &&
           m.span.begin <= p.span.begin && p.span.end <= m.span.end;
  };
  if (std::any_of(f.mentions.begin(), f.mentions.end(), is_town)) return true;
  const std::string name = fold(p.text);
  const auto is_teller = [&](const auto& entry) { return (entry.second->kind == "agency" || entry.second->kind == "outlet") && fold(entry.second->name) == name; };
  return std::any_of(facts.sources.begin(), facts.sources.end(), is_teller);
}

// A description that may fit anybody ("armed men", "gunmen") names no rival of a name: only a proper name or a tie to a party does.
bool names_somebody(const Perpetrator& p) {
  if (p.tie != Tie::kNone && p.tie != Tie::kUnidentified) return true;
  bool first = true, capital = false;
  for (std::size_t at = 0; at < p.text.size();) {
    const std::size_t end = std::min(p.text.find(' ', at), p.text.size());
    const Decoded d = decode_utf8(p.text, at);
    const bool article = end - at <= 3 && fold(p.text.substr(at, end - at)) == "the";
    capital = capital || (fold_case(d.code) != d.code && !article);
    first = false;
    at = end + 1;
  }
  return capital && !first;
}

struct Draft {
  bool somebody = false;
  Responsibility out;
  std::map<std::string, int> names;
  std::set<std::string> covers;
  bool admitted = false, claimed = false;
};

// A relative or a witness who tells of harm claims nothing; a party that tells of its own deed does.
bool speaks_for_party(const std::string& source, const CaseFacts& facts) {
  const DossierSource* s = facts.source(source);
  return s && (s->kind == "armed_group" || s->kind == "military" || s->kind == "government" || s->kind == "state_media" || s->party);
}

void add_accuser(Draft& d, const Said& s, const Perpetrator& p, const CaseFacts& facts) {
  const Report& report = facts.analyses[s.ref.report].report;
  // The figure's own source goes by its id; a phrase for an unnamed witness is no name.
  const auto& chain = s.claim->attribution;
  const bool own = p.asserted_by.empty() || (!chain.empty() && chain.back().text == p.asserted_by);
  const std::string who = !s.origin.empty() && own ? s.origin : !p.asserted_by.empty() ? p.asserted_by : report.outlet.value_or(report.id);
  if (speaks_for_party(who, facts) && same_actor(who, p.text)) d.claimed = true;
  const SpanRef evidence{s.ref.report, p.span};
  const auto known = std::find_if(d.out.accusers.begin(), d.out.accusers.end(), [&](const Accuser& a) { return a.source == who; });
  if (known == d.out.accusers.end()) d.out.accusers.push_back({who, s.stated_on, {evidence}});
  else if (std::none_of(known->evidence.begin(), known->evidence.end(), [&](const SpanRef& e) { return e.report == evidence.report && e.span == evidence.span; }))
    known->evidence.push_back(evidence);
}

// Each denial covers only the figures of the claim that its sentence speaks of.
void add_denials(Draft& d, const std::set<std::uint32_t>& reports, const std::map<ClaimRef, std::vector<std::string>>& readings, const CaseFacts& facts) {
  for (const std::uint32_t report : reports) {
    const Findings& f = facts.analyses[report].findings;
    for (const Denial& denial : f.denials)
      if (denial.type != "figure" && same_actor(denial.by, d.out.alleged)) {
        const auto of = denial.of ? readings.find({report, *denial.of}) : readings.end();
        d.out.denials.push_back({denial.by, denial.type, {{report, denial.span}}, of == readings.end() ? std::vector<std::string>{} : of->second});
      }
    for (const Statement& s : f.statements)
      if ((s.act == "claim_responsibility" || s.act == "admit") && same_actor(s.actor, d.out.alleged))
        (s.act == "admit" ? d.admitted : d.claimed) = true;
  }
}

// How many names stand against this one: others' that share no accuser and no word of a name with it ("armed groups aligned with X" and
// "X-led forces" are no rivals).
std::size_t rivals(const std::string& key, const std::map<std::string, Draft>& drafts) {
  const Draft& own = drafts.at(key);
  std::size_t out = 1;
  for (const auto& [other, d] : drafts) {
    if (other == key || !d.somebody || !own.somebody) continue;
    bool shared = false;
    for (const Accuser& a : d.out.accusers)
      for (const Accuser& b : own.out.accusers) shared = shared || a.source == b.source;
    for (std::size_t at = 0; at < other.size() && !shared;) {
      const std::size_t end = std::min(other.find(' ', at), other.size());
      shared = end - at >= 4 && (" " + key + " ").find(" " + other.substr(at, end - at) + " ") != std::string::npos;
      at = end + 1;
    }
    out += !shared;
  }
  return out;
}

std::string standing(const Draft& d, std::size_t rivals) {
  if (d.admitted) return "admitted";
  if (d.claimed) return "claimed";
  const auto of_the_deed = [](const auto& denial) { return denial.type == "act" || denial.type == "presence" || denial.type == "harm"; };
  if (std::any_of(d.out.denials.begin(), d.out.denials.end(), of_the_deed)) return "alleged_and_denied";
  return rivals > 1 ? "rival_allegations" : "alleged_no_denial";
}

}  // namespace

std::vector<Responsibility> responsibilities(const std::vector<Said>& said, const std::vector<Toll>& tolls, const CaseFacts& facts) {
  std::map<ClaimRef, std::vector<std::string>> readings;
  for (const Toll& t : tolls)
    for (const Reading& r : t.readings)
      for (const ClaimRef& c : r.claims) readings[c].push_back(r.id);
  std::map<std::string, Draft> drafts;
  std::set<std::uint32_t> reports;
  for (const Said& s : said) {
    reports.insert(s.ref.report);
    for (const Perpetrator& p : s.claim->perpetrators) {
      if (p.certainty == Certainty::kDenied || fold(p.text).empty() || readings.count(s.ref) == 0 || names_no_actor(s, p, facts)) continue;
      Draft& d = drafts[fold(p.text)];
      ++d.names[trimmed(p.text)];
      if (d.out.tie == Tie::kNone) d.out.tie = p.tie;
      d.somebody = d.somebody || names_somebody(p);
      add_accuser(d, s, p, facts);
      if (const auto r = readings.find(s.ref); r != readings.end()) d.covers.insert(r->second.begin(), r->second.end());
    }
  }
  std::vector<Responsibility> out;
  for (auto& [key, d] : drafts) {
    const auto most = std::max_element(d.names.begin(), d.names.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    d.out.alleged = most->first;
    add_denials(d, reports, readings, facts);
    d.out.covers.assign(d.covers.begin(), d.covers.end());
    std::sort(d.out.accusers.begin(), d.out.accusers.end(), [](const Accuser& a, const Accuser& b) { return a.source < b.source; });
    std::sort(d.out.denials.begin(), d.out.denials.end(), [&](const auto& a, const auto& b) {
      return std::tuple(a.source, a.type, facts.rank[a.evidence.front().report], a.evidence.front().span) <
             std::tuple(b.source, b.type, facts.rank[b.evidence.front().report], b.evidence.front().span);
    });
    for (Accuser& a : d.out.accusers)
      std::sort(a.evidence.begin(), a.evidence.end(), [&](const SpanRef& x, const SpanRef& y) {
        return std::pair(facts.rank[x.report], x.span) < std::pair(facts.rank[y.report], y.span);
      });
    d.out.standing = standing(d, rivals(key, drafts));
    out.push_back(std::move(d.out));
  }
  return out;
}

}  // namespace attest
