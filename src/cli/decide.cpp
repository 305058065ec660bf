#include <algorithm>

#include "cli/case_run.h"
#include "pipeline/pipeline.h"

namespace attest {
namespace {

Error wrong(std::string what) { return {"", std::move(what), "decide"}; }

struct NamedClaim {
  Analysis analysis;
  std::string claim;

  const Claim* find() const {
    for (const auto* list : {&analysis.findings.claims, &analysis.findings.unquantified})
      for (const Claim& c : *list)
        if (c.id == claim) return &c;
    return nullptr;
  }
};

// "REPORT:CLAIM", as in 3:c1.
Result<NamedClaim> named_claim(CaseReader& reader, const std::string& named) {
  const auto colon = named.rfind(':');
  if (colon == std::string::npos) return wrong("a claim is named REPORT:CLAIM, as in 3:c1, not \"" + named + "\"");
  const auto row = find_report(reader, named.substr(0, colon));
  if (!row) return row.error();
  auto analysis = load_analysis(reader, row->number);
  if (!analysis) return analysis.error();
  NamedClaim out{std::move(*analysis), named.substr(colon + 1)};
  if (!out.find()) return wrong("report " + std::to_string(row->number) + " has no claim " + out.claim + "; attest show lists them");
  return out;
}

// A claim that stands for an incident: of one that linking kept, its first member; a claim stands for its own.
Result<Anchor> incident_anchor(CaseReader& reader, const std::string& named) {
  if (named.find(':') != std::string::npos) {
    const auto claim = named_claim(reader, named);
    if (!claim) return claim.error();
    return make_anchor(claim->analysis.report, claim->find()->span);
  }
  const auto row = reader.incident(named);
  if (!row) return row.error();
  if (!*row) return wrong("no incident " + named + " (attest list CASE --incidents names them); a claim in it serves as well, as in 3:c1");
  const auto links = read_links(**row);
  if (!links) return links.error();
  for (const Member& m : links->incidents.front().members) {
    const auto claim = named_claim(reader, std::to_string((*row)->reports[m.claim.report]) + ":" + m.claim.claim);
    if (claim) return make_anchor(claim->analysis.report, claim->find()->span);
  }
  return wrong("incident " + named + " has no claim left; list the incidents anew");
}

Result<std::vector<Slot>> slots_of(const Args& args) {
  std::vector<Slot> out;
  for (const auto& text : args.all("--set")) {
    const auto mark = text.find('=');
    if (mark == std::string::npos) return wrong("--set takes SLOT=VALUE, not \"" + text + "\"");
    out.push_back({text.substr(0, mark), text.substr(mark + 1)});
  }
  return out;
}

// The slots of --slot alone: with the values read, or as unknown.
Result<std::vector<Slot>> chosen_slots(const Args& args, const Claim& claim, bool reject) {
  std::vector<Slot> out;
  for (const auto& slot : args.all("--slot")) {
    const auto names = slot_names();
    if (std::find(names.begin(), names.end(), slot) == names.end()) return wrong("no slot \"" + slot + "\"");
    out.push_back({slot, reject ? "" : slot_value(claim, slot)});
  }
  return out;
}

Result<std::vector<Decision>> claim_decisions(CaseReader& reader, const Args& args, const std::string& kind, const std::vector<std::string>& targets) {
  std::vector<Decision> out;
  for (const auto& target : targets) {
    const auto claim = named_claim(reader, target);
    if (!claim) return claim.error();
    auto slots = kind == "correct" ? slots_of(args) : chosen_slots(args, *claim->find(), kind == "reject");
    if (!slots) return slots.error();
    out.push_back(claim_decision(kind, claim->analysis, *claim->find(), std::move(*slots), args.get("--why")));
  }
  return out;
}

Result<Decision> incident_decision(CaseReader& reader, const Args& args, const std::string& kind, const std::vector<std::string>& targets) {
  Decision out;
  std::vector<Anchor> anchors;
  for (const auto& target : targets) {
    auto anchor = incident_anchor(reader, target);
    if (!anchor) return anchor.error();
    anchors.push_back(std::move(*anchor));
  }
  out.kind = kind == "merge" ? "merge_incidents" : kind == "split" ? "split_incident" : "grade";
  if (kind == "merge" && anchors.size() != 2) return wrong("merge takes two incidents");
  if (kind == "grade" && anchors.size() != 1) return wrong("grade takes one incident");
  if (kind == "split") {
    out.with = std::move(anchors);
    return out;
  }
  out.at = anchors.front();
  if (kind == "merge") out.with = {anchors.back()};
  auto slots = slots_of(args);
  if (!slots) return slots.error();
  out.slots = std::move(*slots);
  out.effect = args.get("--effect"), out.scope = args.get("--scope"), out.subject = args.get("--alleged");
  return out;
}

// A number, or enough digits of a hash; anything else may be the name of a source or person.
bool names_a_report(std::string_view target) {
  const bool number = target.find_first_not_of("0123456789") == std::string_view::npos;
  const bool digits = target.size() >= 6 && target.find_first_not_of("0123456789abcdef") == std::string_view::npos && target.find_first_of("0123456789") != std::string_view::npos;
  return number || digits || target.starts_with("sha256:");
}

Result<Decision> note(CaseReader& reader, const std::string& target) {
  Decision out;
  out.kind = "note";
  if (target.find(':') != std::string::npos || target.starts_with("i")) {
    auto anchor = incident_anchor(reader, target);
    if (!anchor) return anchor.error();
    out.at = std::move(*anchor);
  } else if (const auto row = find_report(reader, target); row) {
    out.report = row->id;
  } else if (names_a_report(target)) {
    return row.error();  // and there is none
  } else {
    out.subject = target;
  }
  return out;
}

Result<std::vector<Decision>> decisions_of(CaseReader& reader, const Args& args, const std::string& kind, const std::vector<std::string>& targets) {
  if (targets.empty()) return wrong("what is to be decided on? attest decide CASE " + kind + " TARGET");
  if (kind == "accept" || kind == "correct" || kind == "reject") return claim_decisions(reader, args, kind, targets);
  Result<Decision> one(Decision{});
  if (kind == "merge" || kind == "split" || kind == "grade") {
    one = incident_decision(reader, args, kind, targets);
  } else if (kind == "set-aside") {
    const auto row = find_report(reader, targets.front());
    if (!row) return row.error();
    one->kind = "set_aside", one->report = row->id;
  } else if (kind == "merge-entities" && targets.size() == 2) {
    one->kind = "merge_entities", one->subject = targets[0], one->into = targets[1];
  } else if (kind == "split-entity" && args.has("--alias")) {
    one->kind = "split_entity", one->subject = targets[0], one->slots = {{"alias", args.get("--alias")}};
  } else if (kind == "delay" && targets.size() == 1) {
    one->kind = "delay", one->slots = {{"days", targets[0]}};
  } else if (kind == "note") {
    one = note(reader, targets.front());
  } else {
    return wrong("takes accept, correct, reject, set-aside, merge, split, merge-entities A B, split-entity A --alias WORDS, grade, delay DAYS or note, not \"" + kind + "\"");
  }
  if (!one) return one.error();
  one->why = args.get("--why");
  return std::vector<Decision>{std::move(*one)};
}

}  // namespace

int run_decide(const Args& args) {
  if (args.inputs.size() < 2) return usage_error("decide takes a case, what to do, and on what: attest decide CASE accept 3:c1");
  const auto recorder = recorder_for(args);
  if (!recorder) return failed(recorder.error());
  auto store = open_case(args);
  if (!store) return failed(store.error());
  auto writer = (*store)->write();
  if (!writer) return failed(writer.error());
  auto decisions = decisions_of(**writer, args, args.inputs[1], {args.inputs.begin() + 2, args.inputs.end()});
  if (!decisions) return failed(decisions.error());
  std::vector<LogEntry> entries;
  for (auto& d : *decisions) {
    auto entry = decide(**writer, *recorder, std::move(d));
    if (!entry) return failed(entry.error());
    entries.push_back(std::move(*entry));
  }
  if (const auto done = (*writer)->commit(); !done) return failed(done.error());
  for (const auto& e : entries) std::printf("entry %llu\n", static_cast<unsigned long long>(e.seq));
  return 0;
}

}  // namespace attest
