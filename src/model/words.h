#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/base.h"

namespace attest {

// One statement or one use of a name: the report of the case, and the index in Findings::statements or Findings::naming.
struct WordsRef {
  std::uint32_t report = 0;
  std::uint32_t index = 0;
  friend auto operator<=>(const WordsRef&, const WordsRef&) = default;
};

// One act of one actor, with every report that tells it. Texts are those of the first statement that has them.
struct LedgerEntry {
  std::string id;  // l1 … in order of time
  std::string act, detail, strength;
  std::string actor;      // its fullest name
  std::string actor_key;  // what joins statements of one actor across reports
  std::string target, topic, venue, due;
  std::optional<Date> date;  // of the act, where a report states it
  std::optional<Date> told;  // day of the earliest report that tells it
  std::optional<double> amount;
  std::string currency;
  std::vector<WordsRef> statements;     // in order of the reports' days
  std::vector<std::string> why;         // what joined them: quotation | actor, act and words
  std::vector<std::string> touched_by;  // of a pledge: later entries that touch it
};

// How one outlet names one referent.
struct NamingCell {
  std::string text;    // as first written
  std::string device;  // as NamingUse
  std::string tone;
  bool own_voice = true;
  std::vector<WordsRef> uses;
};

struct NamingReferent {
  std::string id, name;
  std::string kind;                              // person | government | forces | group | body | event | harm | other
  std::vector<std::vector<NamingCell>> outlets;  // one a column of NamingTable::outlets; most used first
  std::vector<std::string> why;                  // what made names of several reports one referent
};

// Something that was public at least 24 hours before a report of the same incident, by an actor whom the report names, and that
// it does not mention (METHOD 12).
struct NotTold {
  std::uint32_t report = 0;
  std::string entry;  // of the ledger
  Date since;
};

// Names by referent and outlet; reports without an outlet stand for themselves.
struct NamingTable {
  std::vector<std::string> outlets;
  std::vector<std::uint32_t> column;  // one a report: its outlet
  std::vector<NamingReferent> rows;
};

struct CaseWords {
  std::vector<LedgerEntry> ledger;
  NamingTable naming;
  std::vector<NotTold> not_told;
};

}  // namespace attest
