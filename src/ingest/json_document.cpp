#include "ingest/json_document.h"

#include <simdjson.h>

#include "ingest/encoding.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

namespace dom = simdjson::dom;

// The parsed value lives in the parser. simdjson reads past the end of its input, so the bytes are copied into a padded buffer:
// parsing a record at the end of a page in place would touch the page after it.
struct ParsedJson {
  dom::parser parser;
  dom::element root;
  simdjson::error_code status = simdjson::EMPTY;

  ParsedJson(std::string_view bytes, std::size_t max_depth) : parser(std::max<std::size_t>(bytes.size(), 64)) {
    status = parser.allocate(std::max<std::size_t>(bytes.size(), 64), max_depth);
    if (status) return;
    status = parser.parse(simdjson::padded_string(bytes)).get(root);
  }
};

Error json_error(simdjson::error_code status, std::string_view bytes, const std::string& where) {
  if (status == simdjson::UTF8_ERROR) {
    const std::size_t bad = find_invalid_utf8(bytes);
    return {"bad_encoding", "JSON that is not UTF-8; save it as UTF-8",
            where + ", byte " + std::to_string(bad == std::string_view::npos ? 0 : bad)};
  }
  if (status == simdjson::DEPTH_ERROR) return {"too_deep", "JSON values nested too deeply; flatten the record", where};
  if (status == simdjson::CAPACITY || status == simdjson::MEMALLOC)
    return {"too_large", "too large to parse as one JSON value; split it", where};
  return {"bad_json",
          std::string("not a whole JSON value (") + simdjson::error_message(status) + "); was it cut off? write the record again",
          where};
}

// The field as text; numbers as they are written. Null, absent and empty are all unknown.
std::optional<std::string> field(dom::object object, std::string_view name) {
  dom::element value;
  if (object[name].get(value)) return std::nullopt;
  std::string_view text;
  if (!value.get(text)) return known(std::string(text));
  if (value.is<std::int64_t>() || value.is<std::uint64_t>() || value.is<double>()) return simdjson::minify(value);
  return std::nullopt;
}

}  // namespace

bool is_json_object(std::string_view bytes) {
  const ParsedJson json(bytes, 1024);
  return !json.status && json.root.is_object();
}

std::optional<std::string> json_record_id(std::string_view bytes) {
  const ParsedJson json(bytes, 1024);
  dom::object object;
  if (json.status || json.root.get(object)) return std::nullopt;
  return field(object, "id");
}

Result<void> read_json_report(const RawDocument& document, const IngestOptions& options, Report& report) {
  const std::string where = document_place(document);
  auto bytes = decode_plain(document.bytes, where);
  if (!bytes) return bytes.error();
  const ParsedJson json(*bytes, static_cast<std::size_t>(options.max_depth));
  if (json.status) return json_error(json.status, *bytes, where);
  dom::object object;
  if (json.root.get(object))
    return Error{"bad_json", "not a JSON object; write one object per file, or one per line in a .jsonl file", where};
  const auto html = field(object, "html");
  dom::element text;
  const bool has_text = !object["text"].get(text) && !text.is_null();
  if (has_text) {
    std::string_view words;
    if (text.get(words)) return Error{"bad_json", "`text` is not a string; write the report's text as one string", where};
    report.text = words;
  }
  if (!has_text && !html)
    return Error{"bad_json", "the object has neither `text` nor `html`; name the field that holds the text so", where};
  if (report.text.empty() && html) {
    if (auto page = read_page(*html, "", options, where, report); !page) return page;
  }
  const auto keep = [&](std::optional<std::string>& to, std::string_view name) {
    if (auto value = field(object, name)) to = std::move(value);
  };
  keep(report.url, "url");
  keep(report.title, "title");
  keep(report.outlet, "outlet");
  keep(report.byline, "byline");
  keep(report.published, "published");
  if (const auto language = field(object, "language")) report.language = language_code(*language);
  return {};
}

}  // namespace attest
