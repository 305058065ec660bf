#include <algorithm>
#include <numeric>
#include <set>

#include "link/words.h"

namespace attest {
namespace {

constexpr std::size_t kRun = 6;         // words in a row that make two quotations one
constexpr std::size_t kCompared = 200;  // of one act and actor, in the order of days, with which a statement is compared
constexpr int kDays = 3;                // between two reports' days for one act

class Groups {
 public:
  explicit Groups(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[std::max(find(a), find(b))] = std::min(find(a), find(b)); }

 private:
  std::vector<std::size_t> parent_;
};

std::string without_article(std::string text) {
  for (const std::string_view article : {"the ", "a ", "an "})
    if (text.starts_with(article)) return text.substr(article.size());
  return text;
}

// What joins statements of one actor: the lists' id, else the name before a comma, folded.
std::string actor_key(const Statement& s) {
  if (!s.actor_entity.empty() && s.actor_role.empty()) return s.actor_entity;
  const std::string& name = s.actor_canonical.empty() ? s.actor : s.actor_canonical;
  return without_article(folded_words(name.substr(0, name.find(','))));
}

std::vector<std::string> content_words(const std::string& text) {
  std::vector<std::string> out;
  for (std::string& word : split_words(folded_words(text)))
    if (word.size() > 3) out.push_back(std::move(word));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

const Quote* quote_of(const Analysis& a, const Statement& s) {
  if (!s.quote) return nullptr;
  const auto found =
      std::find_if(a.findings.quotes.begin(), a.findings.quotes.end(), [&](const Quote& q) { return q.id == *s.quote; });
  return found == a.findings.quotes.end() ? nullptr : &*found;
}

bool same_statement(const StatementFacts& a, const StatementFacts& b) {
  const Statement &x = *a.statement, &y = *b.statement;
  if (x.act != y.act || x.detail != y.detail) return false;
  if (!a.told.empty() && a.told == b.told && a.actor_key == b.actor_key) return true;  // one sentence, copied
  if (same_quotation(a.quoted, b.quoted)) return true;
  if (a.actor_key.empty() || a.actor_key != b.actor_key || different_people(x.target, y.target)) return false;
  if (a.day && b.day && std::abs(a.day->days() - b.day->days()) > kDays) return false;
  if (x.amount && y.amount) return x.amount == y.amount && x.currency == y.currency;
  const std::size_t shared = shared_words(a.words, b.words), least = std::min(a.words.size(), b.words.size());
  return shared >= 2 && shared * 2 >= least;
}

// Too far apart in days to be one act of one actor, unless the words say so (the same sentence or quotation: other lists).
bool far(const StatementFacts& a, const StatementFacts& b) {
  return a.quoted.empty() && a.day && b.day && std::abs(a.day->days() - b.day->days()) > kDays;
}

// Joins what is compared: statements of one act and actor, and those whose quotations share a run of words.
void join_statements(const std::vector<StatementFacts>& facts, Groups& groups) {
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> by_actor;
  std::map<std::string, std::vector<std::size_t>> by_run;
  std::map<std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>, std::vector<std::size_t>> by_told;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (!facts[i].actor_key.empty()) by_actor[{facts[i].statement->act, facts[i].actor_key}].push_back(i);
    if (!facts[i].told.empty())
      by_told[{facts[i].statement->act, facts[i].statement->detail, facts[i].actor_key, facts[i].told}].push_back(i);
    for (std::size_t w = 0; w + kRun <= facts[i].quoted.size(); ++w) {
      std::string run;
      for (std::size_t k = 0; k < kRun; ++k) run += facts[i].quoted[w + k] + ' ';
      auto& list = by_run[run];
      if (list.empty() || list.back() != i) list.push_back(i);
    }
  }
  const auto join_list = [&](const std::vector<std::size_t>& list) {
    for (std::size_t a = 0; a < list.size(); ++a)
      for (std::size_t b = a + 1; b < std::min(list.size(), a + kCompared) && !far(facts[list[a]], facts[list[b]]); ++b)
        if (groups.find(list[a]) != groups.find(list[b]) && same_statement(facts[list[a]], facts[list[b]]))
          groups.join(list[a], list[b]);
  };
  for (auto& [key, list] : by_actor) {
    std::stable_sort(list.begin(), list.end(), [&](auto a, auto b) { return facts[a].day < facts[b].day; });
    join_list(list);
  }
  for (const auto& [run, list] : by_run) join_list(list);
  for (const auto& [told, list] : by_told)
    for (const std::size_t other : list)
      if (same_statement(facts[list.front()], facts[other])) groups.join(list.front(), other);
}

template <class T>
void take_first(T& to, const T& from) {
  if (to == T{}) to = from;
}

LedgerEntry entry_of(const CaseView& view, const std::vector<StatementFacts>& facts, std::vector<std::size_t> members) {
  const auto order = [&](std::size_t i) {
    const auto day = report_day(view.analysis(facts[i].at.report));
    return std::tuple(!day.has_value(), day.value_or(Date{}), view.rank[facts[i].at.report], facts[i].at.index);
  };
  std::sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) { return order(a) < order(b); });
  LedgerEntry out;
  bool quoted = false;
  for (const std::size_t i : members) {
    const Statement& s = *facts[i].statement;
    out.act = s.act;
    out.detail = s.detail;
    take_first(out.strength, s.strength);
    const std::string& name = s.actor_canonical.empty() || !s.actor_role.empty() ? s.actor : s.actor_canonical;
    if (name.size() > out.actor.size()) out.actor = name;
    take_first(out.actor_key, facts[i].actor_key);
    take_first(out.target, s.target);
    take_first(out.topic, s.topic);
    take_first(out.venue, s.venue);
    take_first(out.due, s.due);
    if (!out.date) out.date = s.date;
    if (!out.told) out.told = report_day(view.analysis(facts[i].at.report));
    if (!out.amount && s.amount) out.amount = s.amount, out.currency = s.currency;
    quoted = quoted || same_quotation(facts[members.front()].quoted, facts[i].quoted);
    out.statements.push_back(facts[i].at);
  }
  if (members.size() > 1) out.why.push_back(quoted ? "quotation" : "actor, act and words");
  return out;
}

// A later act of the pledge's actor that answers it, or any later one that shares its words.
bool touches(const LedgerEntry& pledge, const LedgerEntry& later, std::size_t shared) {
  if (later.act == "pledge" || pledge.statements == later.statements) return false;
  if (pledge.told && later.told && *later.told < *pledge.told) return false;
  const bool answers = later.act == "investigate" || later.act == "sanction" || later.act == "retract" || later.act == "fund" ||
                       later.act == "admit";
  return (answers && pledge.actor_key == later.actor_key) || shared >= 3;
}

// What touches each pledge: entries of its actor, or that share words which are not everybody's. Nothing compares all with all.
void touch_pledges(std::vector<LedgerEntry>& ledger) {
  constexpr std::size_t kCommon = 1'000;  // a word of more entries tells nothing
  std::vector<std::vector<std::string>> words;
  std::map<std::string_view, std::vector<std::size_t>> with_word, of_actor;
  for (const LedgerEntry& e : ledger) words.push_back(content_words(e.target + " " + e.topic));
  for (std::size_t i = 0; i < ledger.size(); ++i) {
    of_actor[ledger[i].actor_key].push_back(i);
    for (const std::string& w : words[i]) with_word[w].push_back(i);
  }
  for (std::size_t i = 0; i < ledger.size(); ++i) {
    if (ledger[i].act != "pledge") continue;
    std::map<std::size_t, std::size_t> shared;
    for (const std::size_t other : of_actor[ledger[i].actor_key]) shared[other];
    for (const std::string& w : words[i])
      if (with_word[w].size() <= kCommon)
        for (const std::size_t other : with_word[w]) ++shared[other];
    for (const auto& [other, n] : shared)
      if (touches(ledger[i], ledger[other], n)) ledger[i].touched_by.push_back(ledger[other].id);
  }
}

}  // namespace

std::optional<Date> report_day(const Analysis& analysis) {
  const auto& dates = analysis.findings.dates;
  if (dates.reference) return dates.reference;
  return dates.published ? Date::parse(dates.published->substr(0, 10)) : std::nullopt;
}

std::size_t shared_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::size_t out = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] == b[k]) ++out, ++i, ++k;
    else if (a[i] < b[k]) ++i;
    else ++k;
  }
  return out;
}

bool same_quotation(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.size() < kRun || b.size() < kRun) return false;
  const auto& shorter = a.size() <= b.size() ? a : b;
  const auto& longer = a.size() <= b.size() ? b : a;
  const std::size_t need = std::max(kRun, shorter.size() * 3 / 5);
  const auto found =
      std::search(longer.begin(), longer.end(), shorter.begin(), shorter.begin() + static_cast<std::ptrdiff_t>(need));
  const auto tail = std::search(longer.begin(), longer.end(), shorter.end() - static_cast<std::ptrdiff_t>(need), shorter.end());
  return found != longer.end() || tail != longer.end();
}

std::vector<StatementFacts> statement_facts(const CaseView& view) {
  std::vector<StatementFacts> out;
  for (const std::uint32_t report : view.order) {
    if (view.is_copy(report)) continue;
    const Analysis& a = view.analysis(report);
    for (std::uint32_t i = 0; i < a.findings.statements.size(); ++i) {
      const Statement& s = a.findings.statements[i];
      StatementFacts f;
      f.at = {report, i};
      f.statement = &s;
      f.actor_key = actor_key(s);
      f.told = folded_words(s.span.in(a.report.text));
      f.words = content_words(s.target + " " + s.topic);
      const Quote* q = quote_of(a, s);
      if (q && q->kind == QuoteKind::kDirect) f.quoted = split_words(folded_words(q->span.in(a.report.text)));
      f.day = s.date ? s.date : report_day(a);
      out.push_back(std::move(f));
    }
  }
  return out;
}

std::vector<LedgerEntry> make_ledger(const CaseView& view, const std::vector<StatementFacts>& facts) {
  Groups groups(facts.size());
  join_statements(facts, groups);
  std::map<std::size_t, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < facts.size(); ++i) members[groups.find(i)].push_back(i);
  std::vector<LedgerEntry> out;
  for (auto& [root, list] : members) out.push_back(entry_of(view, facts, std::move(list)));
  const auto order = [&](const LedgerEntry& e) {
    const auto day = e.date ? e.date : e.told;
    return std::tuple(!day.has_value(), day.value_or(Date{}), view.rank[e.statements.front().report], e.statements.front().index);
  };
  std::sort(out.begin(), out.end(), [&](const LedgerEntry& a, const LedgerEntry& b) { return order(a) < order(b); });
  for (std::size_t i = 0; i < out.size(); ++i) out[i].id = "l" + std::to_string(i + 1);
  touch_pledges(out);
  return out;
}

void link_words(const CaseView& view, Links& links) {
  const auto facts = statement_facts(view);
  links.words.ledger = make_ledger(view, facts);
  links.words.naming = link_naming(view, links);
  links.words.not_told = find_not_told(view, links, facts, links.words.ledger);
  for (Contradiction& c : statement_contradictions(view, facts)) links.contradictions.push_back(std::move(c));
}

}  // namespace attest
