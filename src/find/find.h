#pragma once
// What a report says: one finder a file. Each finder is a function from the report and what earlier finders found to new values.
#include "know/know.h"
#include "model/model.h"

namespace attest {

// Why a number, noun phrase or harm word became a claim or not: what each step said of which words.
struct TraceNote {
  Span span;
  std::string_view step;  // token | number | people | harm | link | claim
  std::string text;
};

// Notes in the order of the steps. Kept only where asked for (`attest explain`).
struct Trace {
  std::vector<TraceNote> notes;
};

// Everything there is to find in one report. `parse` may be empty. `trace`, where given, gets the notes of the harm finder.
Findings find_all(const Report& report, const Tokens& tokens, const Parse& parse, const Knowledge& know, Trace* trace = nullptr);

}  // namespace attest
