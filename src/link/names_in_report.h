#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "know/know.h"
#include "model/model.h"

namespace attest {

// Somebody or something that one report names, with every place where it does.
//
// `key` tells what is the same across reports without a further look: "actor:ID" of a list, "place:ID" of the gazetteer,
// "referent:…" of a party that reports name by what it is (a country's government), "name:…" folded words of another body's or
// place's name, "person:…" the folded words of a full name. A single name of a person that no full name of the report explains is
// "here:REPORT:…": the report's own, for two people may bear it.
struct NamedHere {
  std::string key;
  std::string name;  // its fullest form here
  MentionType type = MentionType::kOrganisation;
  std::vector<Span> spans;  // in text order
  std::optional<Located> at;
};

// Two of them that the report says, or writes, to be one, and the words that show it.
struct SameHere {
  std::uint32_t a = 0, b = 0;
  Span span;
  std::string why;  // identity | acronym
};

struct NamesHere {
  std::vector<NamedHere> all;  // by first span
  std::vector<SameHere> same;
};

NamesHere names_in_report(const Analysis& analysis, const Knowledge& know);

// The folded words of a name without articles, titles' dots and marks; what keys are made of.
std::vector<std::string> words_of_name(std::string_view name);

}  // namespace attest
