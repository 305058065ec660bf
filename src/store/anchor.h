#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace attest {

// A place in a report's text that outlives the text: bytes [begin, end), the words there, and some words before and after. In the same
// text the offsets decide; in a changed one the words do.
struct Anchor {
  std::string report;  // sha256:…
  Span span;
  std::string quote, prefix, suffix;
  friend bool operator==(const Anchor&, const Anchor&) = default;
};

Anchor make_anchor(const Report& report, Span span);

// Where the anchor's words stand in a text: at its offsets, else where the words around them agree best, else where they stand once.
// nullopt where they are gone, or where a few letters stand at several places and nothing around them tells which.
std::optional<Span> find_anchor(const Anchor& anchor, std::string_view text);

// An anchor for everything of the findings that a figure may rest on: claims, harm without numbers, denials, statements, quotations.
std::vector<Anchor> anchors_of(const Analysis& analysis);

}  // namespace attest
