#include "export/link_graph.h"

#include <array>
#include <set>

#include "export/redact.h"
#include "export/words.h"

namespace attest {
namespace {

// Kinds of source whose name is a body's. Whoever is of no such kind may be a private person.
bool is_body(std::string_view kind) {
  static const std::set<std::string_view> kBodies = {"outlet",     "agency",   "state_media", "monitor",     "ngo",
                                                     "government", "military", "police",      "armed_group", "international"};
  return kBodies.contains(kind);
}

class Builder {
 public:
  Builder(const Links& links, std::span<const Analysis> analyses, const Lexicon& lexicon)
      : links_(links), analyses_(analyses), redactor_(Redactor::shared(account(links), analyses, lexicon)) {
    for (std::uint32_t i = 0; i < analyses.size(); ++i) by_id_.emplace(analyses[i].report.id, i);
    for (const DossierSource& s : links.sources) sources_.emplace(s.id, &s);
    for (const Analysis& a : analyses)
      if (const auto& outlet = a.report.outlet)
        if (const auto [at, fresh] = outlets_.try_emplace(key_of(*outlet)); fresh) at->second = redactor_.label(*outlet);
  }

  LinkGraph build() {
    for (const auto* all : {&links_.dependencies, &links_.figure_dependencies})
      for (const Dependency& d : *all) add(d);
    for (const Reuse& r : links_.reuse) add(r);
    return std::move(out_);
  }

 private:
  static Dossier account(const Links& links) {
    Dossier out;
    out.sources = links.sources;
    return out;
  }

  // The name of a body, "" where the source may be a person.
  std::string body(const std::string& id) const {
    const auto s = sources_.find(id);
    if (s == sources_.end() || !is_body(s->second->kind) || id.rfind("unnamed-", 0) == 0) return {};
    const std::string name = redactor_.source(*s->second);
    return name == s->second->name ? name : std::string();
  }

  std::size_t node(const std::string& key, std::string label, bool report) {
    const auto [at, fresh] = nodes_.emplace(key, out_.nodes.size());
    if (fresh) out_.nodes.push_back({(report ? "r" : "s") + std::to_string(++numbers_[report]), std::move(label), report});
    return at->second;
  }

  std::string outlet(std::uint32_t r) const {
    const Report& report = analyses_[r].report;
    return report.outlet && !report.outlet->empty() ? redactor_.label(*report.outlet) : "a report";
  }

  std::size_t report_node(std::uint32_t r) {
    const auto& day = analyses_[r].findings.dates.reference;
    return node(analyses_[r].report.id, outlet(r) + (day ? " (" + day_words(*day) + ")" : " (undated)"), true);
  }

  void add(const Dependency& d) {
    const auto to = by_id_.find(d.to);
    const std::string name = to == by_id_.end() ? body(d.to) : std::string();
    if (to == by_id_.end() && name.empty()) {
      ++out_.hidden;
      return;
    }
    const std::size_t from = report_node(d.from), target = to == by_id_.end() ? node(d.to, name, false) : report_node(to->second);
    out_.edges.push_back({from, target, d.signal,
                          edge_sentence(d.signal, out_.nodes[from].label, out_.nodes[target].label, d.evidence.size() / 2)});
  }

  void add(const Reuse& r) {
    const auto outlet = [&](const std::string& key) {
      const auto label = outlets_.find(key);
      return label == outlets_.end() ? std::string() : label->second;
    };
    const std::string from = outlet(r.outlet), body_name = body(r.of), of = body_name.empty() ? outlet(r.of) : body_name;
    if (from.empty() || of.empty()) return;
    out_.reuse.push_back(from + " " + signal_words(r.signal) + ": " + of + " (" + plural(r.reports, "report", "reports") + ")");
  }

  static std::string key_of(std::string_view outlet) {  // as link/sources.h writes an outlet's key
    std::string out;
    for (std::size_t i = 0; i < outlet.size();) {
      const Decoded d = decode_utf8(outlet, i);
      i += d.size;
      const char32_t code = fold_case(d.code);
      if (is_letter(code) || is_digit(code)) append_utf8(out, code);
      else if (code != U'\'' && code != U'\u2019' && !out.empty() && out.back() != '-') out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
  }

  const Links& links_;
  std::span<const Analysis> analyses_;
  Redactor redactor_;
  std::map<std::string, std::uint32_t> by_id_;
  std::map<std::string, const DossierSource*> sources_;
  std::map<std::string, std::string> outlets_;  // key → label
  std::map<std::string, std::size_t> nodes_;
  std::array<int, 2> numbers_{};
  LinkGraph out_;
};

}  // namespace

LinkGraph shared_graph(const Links& links, std::span<const Analysis> analyses, const Lexicon& lexicon) {
  return Builder(links, analyses, lexicon).build();
}

}  // namespace attest
