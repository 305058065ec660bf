#include "export/redact.h"

#include <algorithm>

#include "export/redact_names.h"
#include "export/redact_report.h"

namespace attest {

std::string plain(const Passage& passage) {
  std::string out;
  for (const auto& piece : passage) out += piece.text;
  return out;
}

struct Redactor::State {
  std::span<const Analysis> analyses;
  bool shared = false;
  std::unique_ptr<PrivacyRules> rules;
  std::unique_ptr<PrivateNames> names;
  std::vector<RedactedReport> reports;
  std::map<std::string, std::string> source_names;  // of private sources, by id
};

Redactor::Redactor(std::unique_ptr<State> state) : state_(std::move(state)) {}
Redactor::~Redactor() = default;
Redactor::Redactor(Redactor&&) noexcept = default;

Redactor Redactor::restricted(std::span<const Analysis> analyses) {
  auto state = std::make_unique<State>();
  state->analyses = analyses;
  return Redactor(std::move(state));
}

Redactor Redactor::shared(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon, ShownNames names) {
  auto state = std::make_unique<State>();
  state->analyses = analyses;
  state->shared = true;
  state->rules = std::make_unique<PrivacyRules>(lexicon);
  state->names = std::make_unique<PrivateNames>(dossier, analyses, *state->rules);
  for (const auto& a : analyses) state->reports.push_back(redact_report(a, *state->names, *state->rules, {dossier.as_of, dossier.place_delay}, names));
  std::map<std::string, int> numbers;
  for (const auto& source : dossier.sources)
    if (const auto role = private_source_role(source, *state->names, *state->rules); !role.empty())
      state->source_names[source.id] = "[" + role + " " + std::to_string(++numbers[role]) + "]";
  return Redactor(std::move(state));
}

bool Redactor::is_shared() const { return state_->shared; }

bool Redactor::withheld(std::uint32_t report, Span span) const {
  if (!state_->shared) return false;
  const auto& hidden = state_->reports[report].withheld;
  return std::any_of(hidden.begin(), hidden.end(), [&](Span s) { return s.overlaps(span); });
}

bool Redactor::sensitive_place(std::uint32_t report, Span span) const {
  if (!state_->shared) return false;
  const auto& sites = state_->reports[report].sites;
  return std::any_of(sites.begin(), sites.end(), [&](Span s) { return s.overlaps(span); });
}

bool Redactor::place_too_early(std::uint32_t report) const { return state_->shared && state_->reports[report].places_early; }

bool Redactor::tells_of_sexual_violence(std::uint32_t report, Span span) const {
  if (!state_->shared) return false;
  const auto& told = state_->reports[report].sexual;
  return std::any_of(told.begin(), told.end(), [&](Span s) { return s.overlaps(span); });
}

bool Redactor::counts_few(const Claim& claim) const {
  if (!state_->shared || !claim.count || !small_number(*claim.count)) return false;
  if (!claim.victims.groups.empty() && claim.victims.status != VictimStatus::kCombatant) return true;
  const auto words = scan_words(claim.victims.text);
  return std::any_of(words.begin(), words.end(), [&](const Word& w) {
    return state_->rules->is("kin", w.folded) || state_->rules->is("child", w.folded) || state_->rules->is("job", w.folded);
  });
}

Passage Redactor::passage(std::uint32_t report, Span span, const std::vector<int>& marks) const {
  const auto& analysis = state_->analyses[report];
  span.end = std::min<std::uint32_t>(span.end, static_cast<std::uint32_t>(analysis.report.text.size()));
  if (span.empty()) return {};
  if (withheld(report, span)) return {Piece{"[withheld]", -1, false, true}};
  static const std::vector<Edit> kNoEdits;
  return cut_passage(analysis, span, state_->shared ? state_->reports[report].edits : kNoEdits, marks);
}

std::string Redactor::label(std::string_view text) const {
  if (!state_->shared) return std::string(text);
  return redact_label(text, *state_->names, *state_->rules);
}

std::string Redactor::file(std::string_view input) const {
  if (!state_->shared) return std::string(input);
  const auto slash = input.find_last_of("/\\");
  const auto name = input.substr(slash == std::string_view::npos ? 0 : slash + 1);
  for (const auto& word : scan_words(name))
    if (state_->names->part_of_name(word.folded)) return "[file name withheld]";
  return name.find('@') == std::string_view::npos ? redact_names(name, *state_->names) : "[file name withheld]";
}

std::string Redactor::source(const DossierSource& source) const {
  if (!state_->shared) return source.name;
  const auto it = state_->source_names.find(source.id);
  if (it != state_->source_names.end()) return it->second;
  return state_->names->known(source.name) ? source.name : label(source.name);
}

std::string Redactor::address(std::string_view url) const {
  if (!state_->shared) return std::string(url);
  if (!url.starts_with("http://") && !url.starts_with("https://")) return {};
  for (const auto& word : scan_words(url))
    if (state_->names->part_of_name(word.folded)) return {};
  return url.find('@') == std::string_view::npos ? std::string(url) : std::string();
}

int Redactor::edits() const {
  std::size_t n = 0;
  for (const auto& report : state_->reports) n += report.edits.size() + report.withheld.size();
  return static_cast<int>(n);
}

}  // namespace attest
