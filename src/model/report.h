#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/base.h"

namespace attest {

enum class Format { kText, kMarkdown, kHtml, kJson, kCsvRecord, kPdf, kMail };

// What stood beside a document in its container: the address of a web archive's record, the fields of a feed's entry. It comes before
// what the document says itself.
struct Beside {
  std::optional<std::string> url;
  std::optional<std::string> title;
  std::optional<std::string> outlet;
  std::optional<std::string> byline;
  std::optional<std::string> published;
  std::optional<std::string> modified;
  std::string language;
  std::string charset;  // of the bytes, as a header names it
};

// One document as it came in: the decompressed bytes of a file, or of one record of a container, and where they stood.
struct RawDocument {
  std::string input;   // as named on the command line, or `<path>#<id>` for a record of a container
  Format format = Format::kText;
  std::string bytes;   // decompressed; what `Report::id` hashes
  std::vector<std::string> columns;  // kCsvRecord: the names of the header row, in lower case
  char delimiter = ',';              // kCsvRecord
  Beside beside;
  std::string where;   // for errors: "line 12" of the container; empty for a file of its own
};

// A day that a report gives for itself, and where it was found. `span` is empty unless `from` is dateline or text.
struct ReportDate {
  Date value;
  std::string from;  // metadata | dateline | text | url
  std::optional<Span> span;
};

// A picture's caption, as the page has it, and the address of the picture where it names one.
struct Caption {
  std::string text;
  std::optional<std::string> image;
};

// A readable report: metadata as given beside the text, and the one text buffer that every span points into (valid UTF-8).
// What only the words tell (dateline, date in the text) stands in Findings, not here.
struct Report {
  std::string id;      // sha256:… of RawDocument::bytes
  std::string input;
  std::optional<std::string> url;
  std::optional<std::string> title;
  std::optional<std::string> outlet;
  std::optional<std::string> byline;
  std::optional<std::string> published;  // date or date-time as given, ISO 8601; nullopt where metadata has none
  std::optional<std::string> modified;   // as published
  std::optional<std::string> canonical;  // the address that the page gives for itself; `url` may be another, under which it was found
  std::optional<std::string> section;    // of the outlet: "World"
  std::optional<std::string> agency;     // credited for the text or a part of it
  std::vector<Caption> captions;         // of pictures; never a part of `text`
  std::string language;                  // ISO 639-1 of the text, "" unknown
  std::string text;
};

// An input that could not be read.
struct Skipped {
  std::string input;
  Error error;
};

}  // namespace attest
