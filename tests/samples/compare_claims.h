#pragma once
// samples/expected/claims.json against what was found in each report.
#include <set>

#include "tests/samples/expected.h"

namespace attest::samples {

class ClaimComparison {
 public:
  explicit ClaimComparison(const Run& run) : run_(run) {}

  Differences compare(const element& expected) {
    for (const auto report : array(expected["reports"])) compare_report(report);
    return std::move(out_);
  }

 private:
  void compare_report(const element& expected) {
    const auto input = text_of(expected, "input");
    const auto index = run_.report(input);
    if (!index) return add({"claims", input, "not read"}, "");
    const auto& findings = run_.account.analyses[*index].findings;
    if (const auto day = findings.dates.published.value_or("").substr(0, 10); has(expected, "published") && day != text_of(expected, "published"))
      add({"claims", input, "published"}, day);
    std::set<const Claim*> matched;
    for (const auto claim : array(expected["claims"])) {
      const auto* found = run_.claim(*index, text_of(claim, "text"), text_of(claim, "count"));
      const bool optional = has(claim, "optional");
      if (found && matched.insert(found).second) {
        if (!optional) compare_claim(claim, *found, input, findings);
      } else if (!optional) {
        add({"claims", input, text_of(claim, "text"), "missing"}, "");
      }
    }
    const auto& text = run_.account.analyses[*index].report.text;
    for (const auto& claim : findings.claims)
      if (!matched.count(&claim)) add({"claims", input, claim.span.in(text), "extra"}, dump(claim, text));
    if (has(expected, "denials"))
      for (const auto denial : array(expected["denials"])) compare_denial(denial, input, findings, text);
  }

  void compare_claim(const element& want, const Claim& claim, const std::string& input, const Findings& findings) {
    const auto clause = text_of(want, "text");
    const auto check = [&](std::string_view field, bool right, const std::string& found) {
      if (!right) add({"claims", input, clause, field}, found);
    };
    const auto word = [&](std::string_view field, std::string_view value) {
      if (has(want, field)) check(field, is_word(want[field], value), std::string(value));
    };
    const auto number = [&](std::string_view field, const std::optional<std::int64_t>& value) {
      if (has(want, field)) check(field, is_number(want[field], value), shown(value));
    };
    word("effect", name(claim.effect));
    number("low", claim.count->low);
    number("high", claim.count->high);
    number("point", claim.count->point);
    word("modifier", name(claim.count->modifier));
    word("status", name(claim.victims.status));
    word("means", name(claim.means));
    word("unit", name(claim.unit));
    word("measure", name(claim.measure));
    word("condition", claim.victims.condition.value_or(""));
    word("certainty", name(claim.certainty));
    word("start", claim.time.days.start ? claim.time.days.start->iso() : "");
    word("end", claim.time.days.end ? claim.time.days.end->iso() : "");
    if (has(want, "victims")) check("victims", right_victims(text_of(want, "victims"), claim.victims.text), claim.victims.text);
    if (has(want, "background")) check("background", bool(want["background"]) == claim.background, claim.background ? "true" : "false");
    if (has(want, "source")) check("source", right_source(want["source"], claim), claim.attribution.empty() ? "" : claim.attribution.front().text);
    if (has(want, "origin")) check("origin", right_origin(text_of(want, "origin"), claim), claim.attribution.empty() ? "" : claim.attribution.back().entity);
    if (has(want, "places")) check("places", right_places(want["places"], claim), claim.places.empty() ? "" : claim.places.front());
    if (has(want, "part_of")) number("part_of", total_of(claim, findings));
  }

  static bool right_victims(std::string_view want, std::string_view found) { return want.empty() ? found.empty() : contains(found, want); }

  static bool right_source(const element& want, const Claim& claim) {
    if (want.is_null()) return claim.attribution.empty();
    return !claim.attribution.empty() && contains(claim.attribution.front().text, std::string_view(want));
  }

  // A person who speaks for the organisation stands for it.
  bool right_origin(const std::string& want, const Claim& claim) const {
    if (claim.attribution.empty()) return false;
    const auto& last = claim.attribution.back();
    if (want.rfind("kind:", 0) == 0) return last.kind == want.substr(5);
    const auto* actor = run_.know->actors.find(last.entity);
    return last.entity == want || (actor && actor->of == want);
  }

  static bool right_places(const element& want, const Claim& claim) {
    std::size_t i = 0;
    for (const auto place : array(want))
      if (i >= claim.places.size() || claim.places[i++] != std::string_view(place)) return false;
    return true;
  }

  static std::optional<std::int64_t> total_of(const Claim& claim, const Findings& findings) {
    for (const auto& other : findings.claims)
      if (claim.part_of && other.id == *claim.part_of && other.count) return other.count->point;
    return std::nullopt;
  }

  void compare_denial(const element& want, const std::string& input, const Findings& findings, const std::string& text) {
    const auto clause = text_of(want, "text");
    const auto begin = text.find(clause);
    for (const auto& denial : findings.denials)
      if (denial.span.begin < begin + clause.size() && denial.span.end > begin) {
        if (denial.type != text_of(want, "type")) add({"claims", input, clause, "denial type"}, denial.type);
        return;
      }
    add({"claims", input, clause, "denial missing"}, "");
  }

  void add(std::initializer_list<std::string_view> parts, std::string found) { out_.push_back({joined(parts), std::move(found)}); }

  const Run& run_;
  Differences out_;
};

}  // namespace attest::samples
