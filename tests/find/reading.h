#pragma once
// What the tests of several finders share: the knowledge they read with, and a text as a finder gets it.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "find/finders.h"
#include "text/text.h"

namespace attest::reading {

inline std::shared_ptr<const Knowledge> loaded(const KnowledgeOptions& options) {
  const auto know = load_knowledge(SystemFiles(), options);
  EXPECT_TRUE(know) << know.error().text();
  return know.value();
}

// As installed.
inline const Knowledge& know() {
  static const auto all = loaded({ATTEST_BUILD "/share/attest", {}, {}, {}});
  return *all;
}

// With the invented places of the samples.
inline const Knowledge& know_with_sample_places() {
  static const auto all = loaded({ATTEST_BUILD "/share/attest", {ATTEST_SOURCE "/samples/places.csv"}, {}, {}});
  return *all;
}

// The language and the lists, with invented actors beside the real ones; no gazetteer.
inline const Knowledge& know_with_orvan() {
  static const auto all = [] {
    Knowledge out;
    const SystemFiles files;
    out.lexicon = *load_lexicon(files, ATTEST_SOURCE "/lang/en");
    out.actors = *load_lists(files, ATTEST_SOURCE "/lists", {});
    (void)out.actors.add_csv("id,name,kind,of,aliases\norw,Orvan Rights Watch,monitor,,ORW\nadel,Tamir Adel,person,orw,\n",
                             "test.csv");
    return out;
  }();
  return all;
}

// A text without a parse. `in` refers to the other members.
struct Text {
  Report report;
  Tokens tokens;
  Parse parse;
  FindInput in;

  Text(std::string text, const Knowledge& know)
      : report(report_of(std::move(text))), tokens(tokenize(report.text)), in{report, tokens, parse, know} {}
  Text(const Text&) = delete;
  Text& operator=(const Text&) = delete;

 private:
  static Report report_of(std::string text) {
    Report out;
    out.text = std::move(text);
    out.language = "en";
    return out;
  }
};

}  // namespace attest::reading
