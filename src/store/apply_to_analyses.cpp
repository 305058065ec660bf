#include <algorithm>

#include "store/apply_decisions.h"
#include "store/slots.h"

namespace attest {
namespace {

// Where a decision's words stand now.
struct Target {
  std::uint32_t report = 0;
  Span span;
  bool moved = false;  // another version of the report, or another place in it
};

class Applier {
 public:
  Applier(const std::map<std::string, std::string>& newest, std::vector<Analysis>& analyses) : newest_(newest), analyses_(analyses) {}

  Review run(const std::vector<ActiveDecision>& decisions) {
    for (const auto& d : decisions) review_.decisions.push_back({d.entry, d.decision, true, ""});
    for (auto& d : review_.decisions)
      if (d.decision.kind == "set_aside") set_aside(d);
    for (std::uint32_t i = 0; i < analyses_.size(); ++i) index_.emplace(analyses_[i].report.id, i);
    for (auto& d : review_.decisions)
      if (d.decision.kind == "accept" || d.decision.kind == "correct" || d.decision.kind == "reject") on_claim(d);
    return std::move(review_);
  }

 private:
  static void look(AppliedDecision& d, std::string why, bool applies = true) {
    d.look = std::move(why);
    d.applies = applies;
  }

  void set_aside(AppliedDecision& d) {
    const auto gone = std::remove_if(analyses_.begin(), analyses_.end(), [&](const Analysis& a) { return a.report.id == d.decision.report; });
    if (gone == analyses_.end() && newest_.contains(d.decision.report)) look(d, "the report has a newer version, which is not set aside", false);
    analyses_.erase(gone, analyses_.end());
    aside_.insert(d.decision.report);
  }

  std::optional<Target> find(const Anchor& at, AppliedDecision& d) {
    auto report = index_.find(at.report);
    const auto next = newest_.find(at.report);
    if (report == index_.end() && next != newest_.end()) report = index_.find(next->second);
    if (report == index_.end()) {
      if (!aside_.contains(at.report)) look(d, "its report is not part of the account", false);
      return std::nullopt;
    }
    const auto span = find_anchor(at, analyses_[report->second].report.text);
    if (!span) {
      look(d, "its words do not stand in the newest version of the report", false);
      return std::nullopt;
    }
    const bool other = report->first != at.report;
    if (other) look(d, "carried over to a newer version of the report");
    return Target{report->second, *span, other || *span != at.span};
  }

  void on_claim(AppliedDecision& d) {
    const auto target = find(d.decision.at, d);
    if (!target) return;
    const auto read = read_claim(d.decision.read, "decision");
    if (!read) return look(d, "its claim cannot be read", false);
    Analysis& analysis = analyses_[target->report];
    Anchor here = d.decision.at;
    here.span = target->span;
    const Claim* found = claim_at(analysis, here, read->effect);
    const bool all = d.decision.slots.empty();
    if (d.decision.kind == "reject" && all) return found ? remove(analysis, found->id) : static_cast<void>(0);
    if (!found) {
      if (d.decision.kind == "reject") return look(d, "the claim is no longer read there", false);
      found = restore(d, analysis, *read, *target);
      if (!found) return;
    }
    correct(d, analysis, target->report, found->id, *read);
  }

  // A claim that a person confirmed and that rules no longer find is kept as it was read.
  const Claim* restore(AppliedDecision& d, Analysis& analysis, Claim claim, const Target& target) {
    if (target.moved) {
      look(d, "the newer version of the report is read otherwise at these words", false);
      return nullptr;
    }
    look(d, "rules no longer find this claim; it is kept as it was read");
    const auto taken = [&](const Claim& c) { return c.id == claim.id; };
    auto& claims = analysis.findings.claims;
    if (std::any_of(claims.begin(), claims.end(), taken)) claim.id = "d" + std::to_string(d.entry.seq);
    claim.rule = "decision";
    const auto at = std::upper_bound(claims.begin(), claims.end(), claim, [](const Claim& a, const Claim& b) { return a.span < b.span; });
    return &*claims.insert(at, std::move(claim));
  }

  static Claim* find_claim(Analysis& analysis, const std::string& id) {
    for (auto* list : {&analysis.findings.claims, &analysis.findings.unquantified})
      for (Claim& c : *list)
        if (c.id == id) return &c;
    return nullptr;
  }

  void correct(AppliedDecision& d, Analysis& analysis, std::uint32_t report, const std::string& id, const Claim& read) {
    Claim& claim = *find_claim(analysis, id);
    std::string otherwise;
    for (const Slot& slot : d.decision.slots) {
      const std::string now = slot_value(claim, slot.name);
      // What rules read now is neither what they read then nor what the person says: they learned something, or unlearned it.
      if (now != slot_value(read, slot.name) && now != slot.value) otherwise += (otherwise.empty() ? "" : ", ") + slot.name + " now \"" + now + "\"";
      if (!set_slot(claim, slot.name, slot.value)) otherwise += (otherwise.empty() ? "" : ", ") + slot.name + " cannot be set";
    }
    if (!otherwise.empty()) look(d, "rules read it otherwise than then: " + otherwise);
    keep_in_list(analysis, id);
    if (d.decision.kind == "correct" || whole(d.decision)) review_.claims.insert({report, id});
  }

  static bool whole(const Decision& d) { return d.kind == "accept" && d.slots.size() == slot_names().size(); }

  // A claim stands among the counted ones if and only if it has a number.
  static void keep_in_list(Analysis& analysis, const std::string& id) {
    Findings& f = analysis.findings;
    const auto move = [&](std::vector<Claim>& from, std::vector<Claim>& to, bool counted) {
      const auto at = std::find_if(from.begin(), from.end(), [&](const Claim& c) { return c.id == id && c.count.has_value() == counted; });
      if (at == from.end()) return;
      const auto into = std::upper_bound(to.begin(), to.end(), *at, [](const Claim& a, const Claim& b) { return a.span < b.span; });
      to.insert(into, *at);
      from.erase(at);
    };
    move(f.unquantified, f.claims, true);
    move(f.claims, f.unquantified, false);
  }

  static void remove(Analysis& analysis, const std::string id) {
    Findings& f = analysis.findings;
    for (auto* list : {&f.claims, &f.unquantified}) {
      list->erase(std::remove_if(list->begin(), list->end(), [&](const Claim& c) { return c.id == id; }), list->end());
      for (Claim& c : *list)
        if (c.part_of == id) c.part_of.reset();
    }
    // A total that rested on this claim alone goes; one that never had claims (deaths without a number) stays.
    f.totals.erase(std::remove_if(f.totals.begin(), f.totals.end(), [&](const Total& t) { return t.claims == std::vector{id}; }), f.totals.end());
    for (Total& t : f.totals) t.claims.erase(std::remove(t.claims.begin(), t.claims.end(), id), t.claims.end());
    for (Denial& denial : f.denials)
      if (denial.of == id) denial.of.reset();
  }

  const std::map<std::string, std::string>& newest_;
  std::vector<Analysis>& analyses_;
  std::map<std::string, std::uint32_t> index_;  // by report id
  std::set<std::string> aside_;
  Review review_;
};

}  // namespace

const Claim* claim_at(const Analysis& analysis, const Anchor& anchor, std::optional<Effect> effect) {
  const Claim* best = nullptr;
  std::uint32_t most = 0;
  for (const auto* list : {&analysis.findings.claims, &analysis.findings.unquantified})
    for (const Claim& c : *list) {
      if (effect && c.effect != *effect) continue;
      if (c.span == anchor.span) return &c;
      const std::uint32_t shared = c.span.overlaps(anchor.span) ? std::min(c.span.end, anchor.span.end) - std::max(c.span.begin, anchor.span.begin) : 0;
      if (shared > most) most = shared, best = &c;
    }
  return best;
}

Review apply_to_analyses(const std::vector<ActiveDecision>& decisions, const std::map<std::string, std::string>& newest, std::vector<Analysis>& analyses) {
  return Applier(newest, analyses).run(decisions);
}

}  // namespace attest
