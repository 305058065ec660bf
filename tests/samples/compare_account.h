#pragma once
// samples/expected/account.json against the dossier of all samples.
#include <algorithm>

#include "tests/samples/expected.h"

namespace attest::samples {

class AccountComparison {
 public:
  explicit AccountComparison(const Run& run) : run_(run), dossier_(run.account.dossier) {}

  Differences compare(const element& expected) {
    if (has(expected, "as_of") && (!dossier_.as_of || dossier_.as_of->iso() != text_of(expected, "as_of"))) add({"account", "as_of"}, "");
    for (const auto incident : array(expected["incidents"])) compare_incident(incident);
    for (const auto dependency : array(expected["dependencies"])) compare_dependency(dependency);
    for (const auto contradiction : array(expected["contradictions"])) compare_contradiction(contradiction);
    return std::move(out_);
  }

 private:
  // The claim that a report and a clause name.
  std::optional<ClaimRef> claim_of(const element& at) const {
    const auto report = run_.report(text_of(at, "input"));
    const auto* claim = report ? run_.claim(*report, text_of(at, "text")) : nullptr;
    if (!claim) return std::nullopt;
    return ClaimRef{*report, claim->id};
  }

  static bool is_member(const DossierIncident& incident, const ClaimRef& claim) {
    return std::any_of(incident.members.begin(), incident.members.end(), [&](const Member& m) { return m.claim == claim; });
  }

  const DossierIncident* incident_of(const element& anchor) const {
    const auto claim = claim_of(anchor);
    if (!claim) return nullptr;
    for (const auto& incident : dossier_.incidents)
      if (is_member(incident, *claim)) return &incident;
    return nullptr;
  }

  void compare_incident(const element& want) {
    const auto key = text_of(want, "key");
    const auto* incident = incident_of(want["anchor"]);
    if (!incident) return add({"account", key, "missing"}, "");
    found_[key] = incident;
    const auto word = [&](std::string_view field, const std::string& value) {
      if (has(want, field) && !is_word(want[field], value)) add({"account", key, field}, value);
    };
    word("place", incident->place ? incident->place->name : "");
    word("start", incident->days.start ? incident->days.start->iso() : "");
    word("end", incident->days.end ? incident->days.end->iso() : "");
    if (has(want, "same")) compare_members(want["same"], key, *incident, true);
    if (has(want, "separate")) compare_members(want["separate"], key, *incident, false);
    for (const auto toll : array(want["tolls"])) compare_toll(toll, key, *incident);
    if (has(want, "responsibility"))
      for (const auto row : array(want["responsibility"])) compare_responsibility(row, key, *incident);
  }

  void compare_members(const element& list, const std::string& key, const DossierIncident& incident, bool inside) {
    for (const auto at : array(list)) {
      const auto claim = claim_of(at);
      if (claim && is_member(incident, *claim) == inside) continue;
      if (!claim && !inside) continue;
      add({"account", key, inside ? "holds" : "holds not", text_of(at, "input"), text_of(at, "text")}, claim ? "" : "no such claim");
    }
  }

  void compare_toll(const element& want, const std::string& incident_key, const DossierIncident& incident) {
    const auto key = incident_key + " | " + text_of(want, "effect");
    std::vector<const Toll*> tolls;
    for (const auto& toll : incident.tolls)
      if (name(toll.effect) == text_of(want, "effect")) tolls.push_back(&toll);
    if (tolls.empty()) return add({"account", key, "no toll"}, "");
    for (const auto reading : array(want["readings"])) compare_reading(reading, key, tolls);
    const auto all = std::find_if(tolls.begin(), tolls.end(), [](const Toll* t) { return t->scope == "all"; });
    compare_figures(want, key, all == tolls.end() ? *tolls.front() : **all);
  }

  void compare_reading(const element& want, const std::string& toll_key, const std::vector<const Toll*>& tolls) {
    const auto origin = has(want, "origin") ? text_of(want, "origin") : "any origin";
    const auto key = toll_key + " | " + (origin.empty() ? "unsourced" : origin) + " " + std::to_string(std::int64_t(want["point"]));
    for (const auto* toll : tolls)
      for (const auto& reading : toll->readings) {
        if (has(want, "origin") && reading.origin != origin) continue;
        if (!is_number(want["point"], reading.count.point)) continue;
        if (has(want, "scope") && toll->scope != text_of(want, "scope")) add({"account", key, "scope"}, toll->scope);
        const auto as_of = reading.as_of ? reading.as_of->iso() : "";
        if (has(want, "as_of") && as_of != text_of(want, "as_of")) add({"account", key, "as_of"}, as_of);
        if (has(want, "status") && !is_word(want["status"], reading.status)) add({"account", key, "status"}, reading.status + ": " + reading.note);
        if (has(want, "interest") && !is_word(want["interest"], reading.interest)) add({"account", key, "interest"}, reading.interest);
        if (has(want, "relays") && std::int64_t(reading.relayed_by.size()) < std::int64_t(want["relays"])) add({"account", key, "relays"}, std::to_string(reading.relayed_by.size()));
        return;
      }
    add({"account", key, "no such reading"}, "");
  }

  void compare_figures(const element& want, const std::string& key, const Toll& toll) {
    if (has(want, "happened") && !is_word(want["happened"], toll.happened)) add({"account", key, "happened"}, toll.happened);
    if (has(want, "how_many") && !is_word(want["how_many"], toll.how_many)) add({"account", key, "how_many"}, toll.how_many);
    if (has(want, "origins") && (toll.origins_min != std::int64_t(want["origins"].at(0)) || toll.origins_max != std::int64_t(want["origins"].at(1))))
      add({"account", key, "origins"}, std::to_string(toll.origins_min) + " to " + std::to_string(toll.origins_max));
    if (has(want, "latest")) compare_latest(want["latest"], key, toll);
    if (!has(want, "estimates")) return;
    for (const auto [policy, numbers] : simdjson::dom::object(want["estimates"])) {
      const auto estimate = std::find_if(toll.estimates.begin(), toll.estimates.end(), [p = policy](const Estimate& e) { return e.policy == p; });
      if (estimate == toll.estimates.end()) {
        add({"account", key, policy, "no estimate"}, "");
        continue;
      }
      const auto number = [&, p = policy, n = numbers](std::string_view field, const std::optional<std::int64_t>& value) {
        if (has(n, field) && !is_number(n[field], value)) add({"account", key, p, field}, shown(value));
      };
      number("low", estimate->low);
      number("best", estimate->best);
      number("high", estimate->high);
    }
  }

  void compare_latest(const element& want, const std::string& key, const Toll& toll) {
    std::vector<std::string> origins, wanted;
    for (const auto& reading : toll.readings)
      if (std::find(toll.latest.begin(), toll.latest.end(), reading.id) != toll.latest.end()) origins.push_back(reading.origin);
    for (const auto origin : array(want)) wanted.emplace_back(std::string_view(origin));
    std::sort(origins.begin(), origins.end());
    std::string list;
    for (const auto& origin : origins) list += origin + " ";
    if (origins != wanted) add({"account", key, "latest"}, list);
  }

  void compare_responsibility(const element& want, const std::string& key, const DossierIncident& incident) {
    for (const auto& row : incident.responsibility)
      if (contains(row.alleged, text_of(want, "alleged"))) {
        if (row.standing != text_of(want, "standing")) add({"account", key, "responsibility", text_of(want, "alleged")}, row.standing);
        return;
      }
    add({"account", key, "responsibility", text_of(want, "alleged"), "missing"}, "");
  }

  void compare_dependency(const element& want) {
    const auto report = run_.report(text_of(want, "from"));
    for (const auto& dependency : dossier_.dependencies)
      if (report && dependency.from == *report && is_word(want["signals"], dependency.signal) && (!has(want, "to") || dependency.to == text_of(want, "to"))) return;
    std::string signals;
    for (const auto signal : array(want["signals"])) signals += (signals.empty() ? "" : " or ") + std::string(std::string_view(signal));
    add({"account", "dependency", text_of(want, "from"), signals}, "");
  }

  void compare_contradiction(const element& want) {
    const auto key = text_of(want, "incident");
    const auto it = found_.find(key);
    const bool told = it != found_.end() && std::any_of(it->second->contradictions.begin(), it->second->contradictions.end(),
                                                        [&](const FigureConflict& c) { return contains(c.about, text_of(want, "about")); });
    if (!told) add({"account", key, "contradiction", text_of(want, "about")}, "");
  }

  void add(std::initializer_list<std::string_view> parts, std::string found) { out_.push_back({joined(parts), std::move(found)}); }

  const Run& run_;
  const Dossier& dossier_;
  std::map<std::string, const DossierIncident*> found_;
  Differences out_;
};

}  // namespace attest::samples
