#include <algorithm>
#include <tuple>

#include "store/apply_decisions.h"
#include "store/search_text.h"

namespace attest {
namespace {

bool is_said_by(const Origin& origin, const std::string& id) {
  return origin.source == id || std::find(origin.with.begin(), origin.with.end(), id) != origin.with.end();
}

// A person says who the source is: the origin is `into` for sure, once.
void rename_source(Origin& origin, const std::string& from, const std::string& into) {
  if (!is_said_by(origin, from)) return;
  if (origin.source == from) origin.source = into, origin.possibly_same = false;
  std::erase_if(origin.with, [&](const std::string& id) { return id == from || id == into; });
  if (origin.source != into) origin.with.push_back(into);
}

class Applier {
 public:
  Applier(const std::vector<Analysis>& analyses, Links& links) : analyses_(analyses), links_(links) {
    for (std::uint32_t i = 0; i < analyses.size(); ++i) index_.emplace(analyses[i].report.id, i);
  }

  void apply(AppliedDecision& d) {
    const std::string& kind = d.decision.kind;
    if (kind == "merge_incidents") merge_incidents(d);
    if (kind == "split_incident") split_incident(d);
    if (kind == "merge_entities") merge_entities(d);
    if (kind == "split_entity") split_entity(d);
  }

 private:
  static void look(AppliedDecision& d, std::string why) {
    d.look = std::move(why);
    d.applies = false;
  }

  std::optional<ClaimRef> claim_of(const Anchor& at) const {
    const auto report = index_.find(at.report);
    if (report == index_.end()) return std::nullopt;
    Anchor here = at;
    const auto span = find_anchor(at, analyses_[report->second].report.text);
    if (!span) return std::nullopt;
    here.span = *span;
    const Claim* claim = claim_at(analyses_[report->second], here, std::nullopt);
    return claim ? std::optional(ClaimRef{report->second, claim->id}) : std::nullopt;
  }

  // The incident that a claim belongs to; the size of the list where there is none.
  std::size_t incident_of(const std::optional<ClaimRef>& claim) const {
    const auto has = [&](const LinkedIncident& i) {
      return claim && std::any_of(i.members.begin(), i.members.end(), [&](const Member& m) { return m.claim == *claim; });
    };
    return static_cast<std::size_t>(std::find_if(links_.incidents.begin(), links_.incidents.end(), has) - links_.incidents.begin());
  }

  const Claim* claim(const ClaimRef& ref) const {
    const Findings& f = analyses_[ref.report].findings;
    for (const auto* list : {&f.claims, &f.unquantified})
      for (const Claim& c : *list)
        if (c.id == ref.claim) return &c;
    return nullptr;
  }

  // As linking names incidents: by the report and words of the first member.
  void rename(LinkedIncident& incident) const {
    const ClaimRef& first = incident.members.front().claim;
    const Claim* c = claim(first);
    if (!c) return;
    const std::string id = analyses_[first.report].report.id + ":" + std::to_string(c->span.begin) + "-" + std::to_string(c->span.end);
    incident.id = "i" + sha256_id(id).substr(7, 12);
  }

  static bool same_place(const Located& a, const Located& b) { return a.gazetteer == b.gazetteer && a.name == b.name; }

  static void widen(LinkedIncident& into, const Interval& days) {
    const auto earlier = [](auto& a, const auto& b) { if (b && (!a || *b < *a)) a = b; };
    const auto later = [](auto& a, const auto& b) { if (b && (!a || *a < *b)) a = b; };
    earlier(into.days.start, days.start);
    later(into.days.end, days.end);
  }

  void merge_incidents(AppliedDecision& d) {
    std::size_t a = incident_of(claim_of(d.decision.at)), b = incident_of(claim_of(d.decision.with.front()));
    if (a == links_.incidents.size() || b == links_.incidents.size()) return look(d, "one of the two incidents has no claim left that the decision names");
    if (a == b) return;
    if (std::tie(links_.incidents[b].days.start, links_.incidents[b].id) < std::tie(links_.incidents[a].days.start, links_.incidents[a].id)) std::swap(a, b);
    LinkedIncident& into = links_.incidents[a];
    LinkedIncident& from = links_.incidents[b];
    for (Member& m : from.members) {
      m.why.push_back("decision");
      into.members.push_back(std::move(m));
    }
    for (const Located& place : from.places)
      if (std::none_of(into.places.begin(), into.places.end(), [&](const Located& p) { return same_place(p, place); })) into.places.push_back(place);
    if (!into.place) into.place = from.place;
    widen(into, from.days);
    into.parents.insert(into.parents.end(), from.parents.begin(), from.parents.end());
    remove_incident(static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(a));
  }

  // Takes an incident out; what pointed to it points to `into`, and nothing is its own parent.
  void remove_incident(std::uint32_t gone, std::uint32_t into) {
    for (std::uint32_t i = 0; i < links_.incidents.size(); ++i) {
      std::vector<std::uint32_t> parents;
      for (std::uint32_t p : links_.incidents[i].parents) {
        if (p == gone) p = into;
        if (p == i) continue;
        if (p > gone) --p;
        if (std::find(parents.begin(), parents.end(), p) == parents.end()) parents.push_back(p);
      }
      links_.incidents[i].parents = std::move(parents);
    }
    links_.incidents.erase(links_.incidents.begin() + gone);
  }

  void split_incident(AppliedDecision& d) {
    LinkedIncident out;
    std::size_t from = links_.incidents.size();
    for (const Anchor& at : d.decision.with) {
      const auto ref = claim_of(at);
      const std::size_t home = incident_of(ref);
      if (home == links_.incidents.size()) {
        look(d, "a claim that should leave its incident is in none");
        continue;
      }
      auto& members = links_.incidents[home].members;
      const auto m = std::find_if(members.begin(), members.end(), [&](const Member& member) { return member.claim == *ref; });
      m->why.push_back("decision");
      m->narrower_place = false;
      out.members.push_back(std::move(*m));
      members.erase(m);
      from = home;
      describe(out, *claim(*ref));
    }
    if (out.members.empty()) return;
    out.kind = links_.incidents[from].kind;
    rename(out);
    if (links_.incidents[from].members.empty()) {  // all of it left: nothing was split
      out.id = links_.incidents[from].id;
      out.parents = links_.incidents[from].parents;
      links_.incidents[from] = std::move(out);
      return;
    }
    rename(links_.incidents[from]);
    links_.incidents.push_back(std::move(out));
  }

  static void describe(LinkedIncident& out, const Claim& c) {
    widen(out, c.time.days);
    for (const Located& place : c.located)
      if (std::none_of(out.places.begin(), out.places.end(), [&](const Located& p) { return same_place(p, place); })) out.places.push_back(place);
    if (!out.place && !c.located.empty()) out.place = c.located.front();
  }

  void merge_entities(AppliedDecision& d) {
    const std::string &from = d.decision.subject, &into = d.decision.into;
    const auto source = [&](const std::string& id) { return std::find_if(links_.sources.begin(), links_.sources.end(), [&](const DossierSource& s) { return s.id == id; }); };
    const auto entity = [&](const std::string& id) { return std::find_if(links_.entities.begin(), links_.entities.end(), [&](const Entity& e) { return e.id == id; }); };
    const bool sources = source(from) != links_.sources.end() && source(into) != links_.sources.end();
    const bool entities = entity(from) != links_.entities.end() && entity(into) != links_.entities.end();
    if (!sources && !entities) return look(d, "one of the two is no longer named in these reports");
    if (sources) {
      auto& kept = source(into)->aliases;
      kept.push_back(source(from)->name);
      kept.insert(kept.end(), source(from)->aliases.begin(), source(from)->aliases.end());
      std::sort(kept.begin(), kept.end());
      kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
      for (auto& [claim, origin] : links_.origins)
        rename_source(origin, from, into);
      for (Dependency& dependency : links_.dependencies)
        if (dependency.to == from) dependency.to = into;
      links_.sources.erase(source(from));
      count_figures();
    }
    if (entities) {
      auto gone = *entity(from);
      auto& kept = *entity(into);
      kept.aliases.insert(kept.aliases.end(), gone.aliases.begin(), gone.aliases.end());
      kept.why.push_back("decision");
      links_.entities.erase(entity(from));
    }
  }

  // The words of a source, or of its unnamed kind, that a person knows to be somebody else.
  void split_entity(AppliedDecision& d) {
    const std::string words = folded_text(d.decision.slots.front().value);
    const auto old = std::find_if(links_.sources.begin(), links_.sources.end(), [&](const DossierSource& s) { return s.id == d.decision.subject; });
    if (old == links_.sources.end()) return look(d, "it is no longer named in these reports");
    DossierSource own = *old;
    own.id = own.id + "/" + words;
    std::replace(own.id.begin(), own.id.end(), ' ', '-');
    own.name = d.decision.slots.front().value;
    own.aliases.clear();
    own.party.reset();
    bool used = false;
    for (auto& [ref, origin] : links_.origins) {
      const Claim* c = is_said_by(origin, d.decision.subject) ? claim(ref) : nullptr;
      const auto says = [&](const Source& s) { return folded_text(s.text) == words; };
      const auto one_says = [&](const Source& s) { return std::any_of(speakers(s).begin(), speakers(s).end(), says); };
      if (!c || std::none_of(c->attribution.begin(), c->attribution.end(), one_says)) continue;
      rename_source(origin, d.decision.subject, own.id);
      used = true;
    }
    if (!used) return look(d, "no figure is of \"" + own.name + "\" any more");
    std::erase_if(old->aliases, [&](const std::string& alias) { return folded_text(alias) == words; });
    const auto at = std::lower_bound(links_.sources.begin(), links_.sources.end(), own, [](const DossierSource& a, const DossierSource& b) { return a.id < b.id; });
    links_.sources.insert(at, std::move(own));
    count_figures();
  }

  void count_figures() {
    std::map<std::string, std::pair<int, std::set<std::uint32_t>>> uses;
    for (const auto& [ref, origin] : links_.origins) {
      for_each_source(origin, [&, &claim = ref](const std::string& id) {
        ++uses[id].first;
        uses[id].second.insert(claim.report);
      });
    }
    for (DossierSource& s : links_.sources) {
      const auto use = uses.find(s.id);
      if (use == uses.end()) continue;
      s.figures = use->second.first;
      s.reports = static_cast<int>(use->second.second.size());
    }
  }

  const std::vector<Analysis>& analyses_;
  Links& links_;
  std::map<std::string, std::uint32_t> index_;
};

}  // namespace

void apply_to_links(Review& review, const std::vector<Analysis>& analyses, Links& links) {
  Applier applier(analyses, links);
  for (auto& d : review.decisions) applier.apply(d);
}

}  // namespace attest
