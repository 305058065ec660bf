#pragma once
#include <optional>
#include <string_view>

#include "model/findings.h"

namespace attest {

// Parts that the analysis and the dossier write alike. Spans become code points through `points` here, at the border.
struct JsonParts {
  JsonWriter& out;
  const CodePoints& points;
  std::string_view text;

  void span(Span s);                                    // "begin":…,"end":…
  void span_with_text(Span s);                          // and "text"
  void optional_span(const char* key, const std::optional<Span>& s);  // key: {begin,end,text} | null
  void statement(const Statement& s);                   // its fields, inside an object that the caller opened
};

// "" is unknown: null.
void text_or_null(JsonWriter& out, std::string_view key, std::string_view value);
void date_or_null(JsonWriter& out, std::string_view key, const std::optional<Date>& value);
void number_or_null(JsonWriter& out, std::string_view key, const std::optional<std::int64_t>& value);
void located_value(JsonWriter& out, const std::optional<Located>& located);
void made_by_value(JsonWriter& out, const struct MadeBy& made_by);
void strings(JsonWriter& out, std::string_view key, const std::vector<std::string>& values);

}  // namespace attest
