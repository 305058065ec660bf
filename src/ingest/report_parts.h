#pragma once
// What the readers of single documents share.
#include <optional>
#include <string>
#include <string_view>

#include "ingest/ingest.h"

namespace attest {

// Where a document stands, for errors: its place in a container, else its input.
std::string document_place(const RawDocument& document);

// The value without white space at its ends; none where nothing is left.
std::optional<std::string> known(std::string_view value);

// "en" from "en", "en-GB", "EN_us", "English"; "" where the tag cannot be read.
std::string language_code(std::string_view tag);
// ISO 639-1 code of the text by its first 2 KB (CLD2); "" where detection is not sure.
std::string detect_language(std::string_view text);

// A page of a site holds one report among other things, a letter by mail holds one or more and little else.
enum class PageKind { kPage, kLetter };

// A web page's main text and metadata; `charset` is what came with the page, may be empty. too_deep, bad_html, empty.
Result<void> read_page(std::string_view bytes, std::string_view charset, const IngestOptions& options, const std::string& where,
                       Report& report, PageKind kind = PageKind::kPage);

// A row of a CSV file with the columns of its header.
Result<void> read_csv_report(const RawDocument& document, const IngestOptions& options, Report& report);

// bad_pdf, empty (pictures of pages), timed_out, too_large; unsupported where pdftotext is not installed.
Result<void> read_pdf(const RawDocument& document, const IngestOptions& options, Report& report);
// A mail, or a page saved with its pictures as MHTML.
Result<void> read_mail(const RawDocument& document, const IngestOptions& options, Report& report);

}  // namespace attest
