#include "link/dependencies.h"

#include <algorithm>
#include <map>

#include "link/shared_passages.h"
#include "link/sources.h"

namespace attest {
namespace {

constexpr std::size_t kEvidence = 8;

bool later(const CaseView& view, std::uint32_t a, std::uint32_t b) {
  const auto &x = view.analyses[a].findings.dates.reference, &y = view.analyses[b].findings.dates.reference;
  if (x && y && *x != *y) return *x > *y;
  return view.rank[a] > view.rank[b];
}

void add_shared(const CaseView& view, std::uint32_t a, std::uint32_t b, const std::vector<SharedPassage>& shared, const char* signal, Links& links) {
  const bool a_later = later(view, a, b);
  Dependency d{a_later ? a : b, view.report(a_later ? b : a).id, signal, {}};
  for (std::size_t i = 0; i < shared.size() && i < kEvidence / 2; ++i) {
    d.evidence.push_back({a, shared[i].a});
    d.evidence.push_back({b, shared[i].b});
  }
  links.dependencies.push_back(std::move(d));
}

// Reports that share passages of one kind, each pair once.
void link_shared(const CaseView& view, const SharingRule& rule, const std::vector<Passages>& passages, const char* signal, Links& links,
                 ReportPairs& pairs) {
  SharedPassages shared(rule);
  for (const std::uint32_t index : view.order)
    if (!view.is_copy(index)) shared.add(index, passages[index]);
  for (const std::uint32_t a : view.order)
    for (const auto& [b, spans] : shared.of(a)) {
      if (view.rank[a] > view.rank[b]) continue;
      add_shared(view, a, b, spans, signal, links);
      pairs.emplace(a, b);
    }
}

}  // namespace

// An agency's name in the byline, in the dateline, or alone in brackets at the head or the end of the text.
void link_agency_credits(const CaseView& view, const Knowledge& know, Links& links) {
  constexpr std::size_t kHead = 30;
  const auto is_agency = [](const KnownActor* a) { return a && (a->kind == "agency" || a->kind == "state_media"); };
  for (const std::uint32_t index : view.order) {
    const Analysis& analysis = view.analyses[index];
    const Tokens& t = analysis.tokens;
    const std::string own = outlet_key(analysis.report);
    const auto credit = [&](const KnownActor& agency, Span span) {
      const bool self = agency.id == own || know.actors.find_name(analysis.report.outlet.value_or("")) == &agency;
      if (!self) links.dependencies.push_back({index, agency.id, "agency_credit", {{index, span}}});
    };
    if (analysis.report.byline)
      if (const KnownActor* agency = know.actors.find_name(*analysis.report.byline); is_agency(agency)) credit(*agency, {});
    for (std::size_t i = 0; i < t.size(); ++i) {
      if (i == kHead && t.size() > 2 * kHead) i = t.size() - kHead;
      const auto match = know.actors.longest_at(t, i);
      if (!match || !is_agency(match.actor)) continue;
      const Span span{t.tokens[i].span.begin, t.tokens[i + match.length - 1].span.end};
      const std::string_view text = analysis.report.text;
      const char before = span.begin > 0 ? text[span.begin - 1] : ' ';
      const char after = span.end < text.size() ? text[span.end] : ' ';
      if ((before == '(' && after == ')') || analysis.findings.dates.dateline.find(span.in(text)) != std::string::npos) credit(*match.actor, span);
    }
  }
}

ReportPairs link_reports_by_text(const CaseView& view, const Knowledge& know, Links& links) {
  const ContentWords content(know.lexicon);
  ReportPairs pairs;
  std::vector<Passages> sentences, quotes;
  for (const Analysis& a : view.analyses) {
    sentences.push_back(sentence_passages(a, content));
    quotes.push_back(quote_passages(a, content));
  }
  link_shared(view, kSharedSentences, sentences, "shared_text", links, pairs);
  link_shared(view, kSharedQuotes, quotes, "shared_quote", links, pairs);
  return pairs;
}

void link_origins(const CaseView& view, Links& links) {
  std::map<std::string, const DossierSource*> by_id;
  for (const DossierSource& s : links.sources) by_id[s.id] = &s;
  for (const LinkedIncident& incident : links.incidents) {
    if (incident.war_total) continue;
    std::map<std::string, SpanRef> first;  // origin → where it is first used here, members being in order
    for (const Member& m : incident.members) {
      const auto origin = links.origins.find(m.claim);
      if (origin == links.origins.end() || origin->second.source.empty()) continue;
      const auto& findings = view.analyses[m.claim.report].findings;
      for (const auto* list : {&findings.claims, &findings.unquantified})
        for (const Claim& c : *list)
          if (c.id == m.claim.claim && !c.attribution.empty()) first.emplace(origin->second.source, SpanRef{m.claim.report, c.attribution.back().span});
    }
    for (auto a = first.begin(); a != first.end(); ++a) {
      for (auto b = std::next(a); b != first.end(); ++b) {
        const DossierSource &x = *by_id.at(a->first), &y = *by_id.at(b->first);
        const std::string kind_x = a->first.substr(0, a->first.find('@')), kind_y = b->first.substr(0, b->first.find('@'));
        if (x.party && y.party && x.party->name == y.party->name)
          links.dependencies.push_back({a->second.report, y.id, "same_party", {a->second, b->second}});
        else if (kind_x == kind_y && kind_x.rfind("unnamed-", 0) == 0)
          links.dependencies.push_back({a->second.report, y.id, "same_informants", {a->second, b->second}});
      }
    }
  }
}

void finish_dependencies(const CaseView& view, Links& links) {
  const auto key = [&](const Dependency& d) { return std::tuple(view.rank[d.from], d.to, d.signal); };
  const auto at = [&](const SpanRef& e) { return std::pair(view.rank[e.report], e.span); };
  std::stable_sort(links.dependencies.begin(), links.dependencies.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  std::vector<Dependency> out;
  for (Dependency& d : links.dependencies) {
    if (!out.empty() && key(out.back()) == key(d)) out.back().evidence.insert(out.back().evidence.end(), d.evidence.begin(), d.evidence.end());
    else out.push_back(std::move(d));
  }
  for (Dependency& d : out) {
    std::sort(d.evidence.begin(), d.evidence.end(), [&](const SpanRef& a, const SpanRef& b) { return at(a) < at(b); });
    d.evidence.erase(std::unique(d.evidence.begin(), d.evidence.end(), [&](const auto& a, const auto& b) { return at(a) == at(b); }), d.evidence.end());
    if (d.evidence.size() > kEvidence) d.evidence.resize(kEvidence);
  }
  links.dependencies = std::move(out);
}

}  // namespace attest
