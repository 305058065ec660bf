#pragma once
#include <map>
#include <string>
#include <vector>

#include "link/case_view.h"

namespace attest {

// What of a statement is compared across reports.
struct StatementFacts {
  WordsRef at;
  const Statement* statement = nullptr;
  std::string actor_key;
  std::string told;                 // the statement's own words, folded
  std::vector<std::string> words;   // content words of target and topic, folded, sorted
  std::vector<std::string> quoted;  // words of the direct quotation that carries it, in order
  std::optional<Date> day;          // stated, else the report's
};

// Fills links.words and adds to links.contradictions. Reads links.incidents, links.entities and links.same_as.
void link_words(const CaseView& view, Links& links);

// statements.cpp: the same statement once, with its reports; pledges with what touches them.
std::vector<StatementFacts> statement_facts(const CaseView& view);
std::vector<LedgerEntry> make_ledger(const CaseView& view, const std::vector<StatementFacts>& facts);
// How many words two sorted lists share.
std::size_t shared_words(const std::vector<std::string>& a, const std::vector<std::string>& b);
// Do two quotations give the same words: a run of six or more in both, and most of the shorter.
bool same_quotation(const std::vector<std::string>& a, const std::vector<std::string>& b);
std::optional<Date> report_day(const Analysis& analysis);

// Do two targets name two persons: both end in a name, and neither name holds the other's last word.
bool different_people(const std::string& a, const std::string& b);

// statement_contradictions.cpp: who was invited, to whom it was said, who said it, whether it was condemned.
std::vector<Contradiction> statement_contradictions(const CaseView& view, const std::vector<StatementFacts>& facts);

// naming.cpp: referents and names by outlet.
NamingTable link_naming(const CaseView& view, const Links& links);

// not_told.cpp: what was public and is not mentioned.
std::vector<NotTold> find_not_told(const CaseView& view, const Links& links, const std::vector<StatementFacts>& facts,
                                   const std::vector<LedgerEntry>& ledger);

}  // namespace attest
