#include "ingest/json_document.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>

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

// The value at a path of names and numbers of list items, dots between; a name with dots in it is tried as it stands first.
std::optional<dom::element> at_path(dom::element value, std::string_view path) {
  dom::element inner;
  if (!value[path].get(inner)) return inner;
  while (!path.empty()) {
    const std::string_view step = path.substr(0, path.find('.'));
    path.remove_prefix(std::min(step.size() + 1, path.size()));
    std::size_t index = 0;
    dom::array list;
    if (!value.get(list)) {
      if (step.empty() || std::from_chars(step.data(), step.data() + step.size(), index).ptr != step.data() + step.size())
        return std::nullopt;
      if (list.at(index).get(inner)) return std::nullopt;
    } else if (value[step].get(inner)) {
      return std::nullopt;
    }
    value = inner;
  }
  return value;
}

std::optional<dom::element> value_of(dom::element object, std::string_view name, const IngestOptions& options) {
  const auto mapped = options.fields.find(name);
  if (mapped != options.fields.end()) return at_path(object, mapped->second);
  dom::element value;
  return object[name].get(value) ? std::nullopt : std::optional(value);
}

// The field as text; numbers as they are written. Null, absent and empty are all unknown.
std::optional<std::string> field(dom::element object, std::string_view name, const IngestOptions& options) {
  const auto value = value_of(object, name, options);
  if (!value) return std::nullopt;
  std::string_view text;
  if (!value->get(text)) return known(std::string(text));
  if (value->is<std::int64_t>() || value->is<std::uint64_t>() || value->is<double>()) return simdjson::minify(*value);
  return std::nullopt;
}

}  // namespace

bool is_json_object(std::string_view bytes) {
  const ParsedJson json(bytes, 1024);
  return !json.status && json.root.is_object();
}

std::optional<std::string> json_record_id(std::string_view bytes, const IngestOptions& options) {
  const ParsedJson json(bytes, 1024);
  if (json.status || !json.root.is_object()) return std::nullopt;
  return field(json.root, "id", options);
}

Result<void> read_json_report(const RawDocument& document, const IngestOptions& options, Report& report) {
  const std::string where = document_place(document);
  auto bytes = decode_plain(document.bytes, where);
  if (!bytes) return bytes.error();
  const ParsedJson json(*bytes, static_cast<std::size_t>(options.max_depth));
  if (json.status) return json_error(json.status, *bytes, where);
  if (!json.root.is_object())
    return Error{"bad_json", "not a JSON object; write one object per file, or one per line in a .jsonl file", where};
  const auto get = [&](std::string_view name) { return field(json.root, name, options); };
  const auto html = get("html");
  const auto text = value_of(json.root, "text", options);
  const bool has_text = text && !text->is_null();
  if (has_text) {
    std::string_view words;
    if (text->get(words)) return Error{"bad_json", "`text` is not a string; write the report's text as one string", where};
    report.text = words;
  }
  if (!has_text && !html)
    return Error{"bad_json", "the object has neither `text` nor `html`; --field text=NAME names the field that holds the text",
                 where};
  if (report.text.empty() && html) {
    if (auto page = read_page(*html, "", options, where, report); !page) return page;
  }
  const auto keep = [&](std::optional<std::string>& to, std::string_view name) {
    if (auto value = get(name)) to = std::move(value);
  };
  keep(report.url, "url");
  keep(report.title, "title");
  keep(report.outlet, "outlet");
  keep(report.byline, "byline");
  keep(report.published, "published");
  keep(report.modified, "modified");
  if (const auto language = get("language")) report.language = language_code(*language);
  return {};
}

}  // namespace attest
