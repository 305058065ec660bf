#include "ingest/formats.h"

#include <algorithm>

#include "ingest/ascii.h"
#include "ingest/json_document.h"

namespace attest {
namespace {

bool ends_with_folded(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() &&
         std::equal(suffix.begin(), suffix.end(), text.end() - static_cast<std::ptrdiff_t>(suffix.size()),
                    [](char a, char b) { return a == lower(b); });
}

bool starts_with_folded(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

const InputFormat& by_name(std::string_view name) {
  const auto& all = input_formats();
  return *std::find_if(all.begin(), all.end(), [&](const InputFormat& f) { return f.name == name; });
}

std::string_view skip_blank(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

// A header row with a column that holds the text.
bool looks_like_csv(std::string_view head) {
  const std::string_view line = head.substr(0, head.find('\n'));
  if (line.find(',') == std::string_view::npos) return false;
  for (const std::string_view name : {"text", "html"}) {
    for (std::size_t at = line.find(name); at != std::string_view::npos; at = line.find(name, at + 1)) {
      const auto is_edge = [](char c) { return c == ',' || c == '"' || c == '\r'; };
      const std::size_t end = at + name.size();
      if ((at == 0 || is_edge(line[at - 1])) && (end == line.size() || is_edge(line[end]))) return true;
    }
  }
  return false;
}

// Two lines or more, the first of them an object of its own.
bool looks_like_json_lines(std::string_view head) {
  const std::size_t end = head.find('\n');
  if (end == std::string_view::npos) return false;
  const bool more = !skip_blank(head.substr(end)).empty();
  return more && is_json_object(head.substr(0, end));
}

bool looks_like_html(std::string_view head) {
  if (!head.starts_with('<')) return false;
  for (const std::string_view start :
       {"<!doctype html", "<html", "<head", "<body", "<!--", "<title", "<meta", "<article", "<div", "<p>", "<h1"})
    if (starts_with_folded(head, start)) return true;
  if (!head.starts_with("<?xml")) return false;
  return head.substr(0, 1024).find("<html") != std::string_view::npos;
}

// Headers that a text would not begin with.
bool looks_like_mail(std::string_view head) {
  head = head.substr(0, 4096);
  const std::size_t end = std::min(head.find("\n\n"), head.find("\r\n\r\n"));
  const std::string_view lines = head.substr(0, end);
  if (!lines.starts_with("From") && !lines.starts_with("Received:") && !lines.starts_with("Return-Path:") &&
      !lines.starts_with("Delivered-To:") && !lines.starts_with("MIME-Version:"))
    return false;
  return lines.find("\nContent-Type:") != std::string_view::npos || lines.find("\nMIME-Version:") != std::string_view::npos;
}

bool looks_like_feed(std::string_view head) {
  if (!head.starts_with('<')) return false;
  head = head.substr(0, 4096);
  for (const std::string_view root : {"<rss", "<feed", "<rdf:RDF", "<RDF"})
    if (head.find(root) != std::string_view::npos) return true;
  return false;
}

// An object that names the version of the format in its first fields.
bool looks_like_json_feed(std::string_view head) {
  if (!head.starts_with('{')) return false;
  const std::size_t at = head.substr(0, 4096).find("jsonfeed.org");
  return at != std::string_view::npos && head.substr(0, at).find("\"version\"") != std::string_view::npos;
}

}  // namespace

const std::vector<InputFormat>& input_formats() {
  static const std::vector<InputFormat> all = {
      {"text", {".txt", ".text"}, Format::kText, nullptr},
      {"markdown", {".md", ".markdown"}, Format::kMarkdown, nullptr},
      {"html", {".html", ".htm", ".xhtml"}, Format::kHtml, nullptr},
      {"json", {".json"}, Format::kJson, nullptr},
      {"json lines", {".jsonl", ".ndjson"}, Format::kJson, read_json_lines},
      {"csv", {".csv"}, Format::kCsvRecord, read_csv},
      {"pdf", {".pdf"}, Format::kPdf, nullptr},
      {"mail", {".eml", ".mhtml", ".mht"}, Format::kMail, nullptr},
      {"feed", {".rss", ".atom", ".rdf", ".xml"}, Format::kHtml, read_feed},
      {"web archive", {".warc", ".arc"}, Format::kHtml, read_web_archive},
      {"zip", {".zip", ".wacz"}, Format::kText, read_zip},
  };
  return all;
}

const InputFormat* format_by_name(std::string_view path) {
  for (const std::string_view packed : {".gz", ".zst", ".br"})
    if (ends_with_folded(path, packed)) {
      path.remove_suffix(packed.size());
      break;
    }
  for (const auto& format : input_formats())
    for (const auto suffix : format.suffixes)
      if (ends_with_folded(path, suffix)) return &format;
  return nullptr;
}

bool says_brotli(std::string_view path) { return ends_with_folded(path, ".br"); }
bool says_packed(std::string_view path) {
  return ends_with_folded(path, ".gz") || ends_with_folded(path, ".zst") || says_brotli(path);
}

const InputFormat& format_by_content(std::string_view head) {
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return by_name("zip");
  head = skip_blank(head);
  if (head.starts_with("%PDF-")) return by_name("pdf");
  if (looks_like_mail(head)) return by_name("mail");
  if (head.starts_with("WARC/") || head.starts_with("filedesc://")) return by_name("web archive");
  if (looks_like_html(head)) return by_name("html");
  if (looks_like_feed(head)) return by_name("feed");
  if (looks_like_json_feed(head)) return by_name("feed");
  if (head.starts_with('{')) return by_name(looks_like_json_lines(head) ? "json lines" : "json");
  if (looks_like_csv(head)) return by_name("csv");
  return by_name("text");
}

std::string_view binary_kind(std::string_view head) {
  static constexpr std::pair<std::string_view, std::string_view> kinds[] = {{"\x89PNG", "a PNG picture"},
                                                                            {"\xFF\xD8\xFF", "a JPEG picture"},
                                                                            {"GIF8", "a GIF picture"},
                                                                            {"%PDF-", "a PDF file"},
                                                                            {"PK\x03\x04", "a ZIP archive"},
                                                                            {"\x7F"
                                                                             "ELF",
                                                                             "a program"},
                                                                            {"MZ\x90", "a program"},
                                                                            {"\xD0\xCF\x11\xE0", "an old Office file"},
                                                                            {"SQLite format 3", "a database"},
                                                                            {"7z\xBC\xAF", "a 7z archive"},
                                                                            {"BZh", "a bzip2 archive"},
                                                                            {"\xFD"
                                                                             "7zXZ",
                                                                             "an xz archive"},
                                                                            {"Rar!", "a RAR archive"},
                                                                            {"OggS", "a sound file"},
                                                                            {"ID3", "a sound file"},
                                                                            {"wOFF", "a font"}};
  for (const auto& [magic, kind] : kinds)
    if (head.starts_with(magic)) return kind;
  return {};
}

}  // namespace attest
