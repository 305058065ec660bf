#include "reconcile/said.h"

#include <algorithm>

namespace attest {
namespace {

// A denial of a figure by the very source that it is from takes it back (METHOD 6); anybody else's disputes it.
bool taken_back(const Analysis& analysis, const Claim& claim) {
  const std::string by = claim.attribution.empty() ? analysis.report.outlet.value_or("") : claim.attribution.back().text;
  return std::any_of(analysis.findings.denials.begin(), analysis.findings.denials.end(),
                     [&](const Denial& d) { return d.type == "figure" && d.of == claim.id && !by.empty() && d.by == by; });
}

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    append_utf8(out, fold_case(d.code));
    at += d.size;
  }
  return out;
}

// Whether the report's title holds the number, in digits or in the word that the claim has for it.
bool titled(const Analysis& analysis, const Claim& claim) {
  if (!analysis.report.title || !claim.count || is_vague(*claim.count)) return false;
  const std::string title = folded(*analysis.report.title), words = folded(claim.count->span.in(analysis.report.text));
  const std::string digits = std::to_string(number(*claim.count).value_or(0)), word = words.substr(words.rfind(' ') + 1);
  std::string token;
  for (std::size_t i = 0; i <= title.size(); ++i) {
    const char c = i < title.size() ? title[i] : ' ';
    const bool inside = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80 || c == '-';
    if (inside) token += c;
    else if (c != ',' || token.empty() || token.find_first_not_of("0123456789") != std::string::npos) {
      if (!token.empty() && (token == digits || token == word)) return true;
      token.clear();
    }
  }
  return false;
}

}  // namespace

std::optional<std::int64_t> number(const Count& count) {
  return count.point ? count.point : count.low ? count.low : count.high;
}

std::string kind_of_origin(const std::string& origin, const CaseFacts& facts) {
  constexpr std::size_t kPrefix = 8;  // "unnamed-"
  if (is_unnamed(origin)) return origin.substr(kPrefix, origin.find('@') - kPrefix);
  const DossierSource* s = facts.source(origin);
  return s ? s->kind : "";
}

const Claim* find_claim(const Findings& findings, const std::string& id) {
  for (const auto* list : {&findings.claims, &findings.unquantified})
    for (const Claim& c : *list)
      if (c.id == id) return &c;
  return nullptr;
}

const Claim* claim_of(const CaseFacts& facts, const ClaimRef& ref) {
  const auto ruled = facts.rulings.find(ref);
  if (ruled != facts.rulings.end() && ruled->second->corrected) return &*ruled->second->corrected;
  return ref.report < facts.analyses.size() ? find_claim(facts.analyses[ref.report].findings, ref.claim) : nullptr;
}

bool published_by(const Findings& findings, const Date& day) {
  const auto published = findings.dates.published ? Date::parse(*findings.dates.published) : std::nullopt;
  return published && *published <= day;
}

std::vector<Said> said_of(const LinkedIncident& incident, const CaseFacts& facts, const std::optional<Date>& known_by) {
  std::vector<Said> out;
  for (const Member& member : incident.members) {
    const Analysis& analysis = facts.analyses[member.claim.report];
    const Claim* claim = claim_of(facts, member.claim);
    if (!claim || facts.set_aside.count(member.claim.report) > 0) continue;
    const auto ruled = facts.rulings.find(member.claim);
    const ClaimRuling* ruling = ruled == facts.rulings.end() ? nullptr : ruled->second;
    if (ruling && ruling->act == ClaimRuling::Act::kReject) continue;
    Said s{member.claim, claim, facts.rank[member.claim.report], facts.links.same_as[member.claim.report], "", member.narrower_place, {}, false, {}, "", "", taken_back(analysis, *claim), titled(analysis, *claim), ruling != nullptr};
    const auto origin = facts.links.origins.find(member.claim);
    if (origin != facts.links.origins.end()) s.origin = origin->second.source;
    if (ruling && ruling->origin) s.origin = *ruling->origin;
    s.stated_on = analysis.findings.dates.reference;
    s.day_stated = claim->as_of && claim->as_of_basis == "stated";
    s.day = claim->as_of ? claim->as_of : s.stated_on;
    if (known_by && !published_by(analysis.findings, *known_by)) continue;
    if (facts.as_of && s.day && *s.day > *facts.as_of) continue;
    out.push_back(s);
    if (origin == facts.links.origins.end() || (ruling && ruling->origin)) continue;
    for (const auto& id : origin->second.with) {
      s.origin = id;
      out.push_back(s);
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Said& a, const Said& b) {
    return std::tuple(a.day.has_value(), a.day, a.rank, a.claim->span) < std::tuple(b.day.has_value(), b.day, b.rank, b.claim->span);
  });
  return out;
}

}  // namespace attest
