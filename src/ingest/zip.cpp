// ZIP archives: each entry is read as a file of a folder is. Web archive collections (WACZ) are ZIP archives too.
#include <algorithm>

#include "ingest/formats.h"
#include "ingest/input_stream.h"
#include "ingest/wacz.h"
#include "ingest/zip_archive.h"

namespace attest {
namespace {

// Hidden files, and those that a Mac puts beside each file.
bool is_hidden(std::string_view name) {
  if (name.starts_with("__MACOSX/")) return true;
  while (!name.empty()) {
    const std::string_view part = name.substr(0, name.find('/'));
    if (part.starts_with('.') && part != "." && part != "..") return true;
    name.remove_prefix(std::min(part.size() + 1, name.size()));
  }
  return false;
}

// Office files and books are ZIP archives of parts that are no reports.
std::string_view other_kind(const ZipArchive& archive) {
  if (archive.find("[Content_Types].xml")) return "an Office file";
  if (archive.find("META-INF/container.xml")) return "an e-book";
  if (archive.find("META-INF/MANIFEST.MF")) return "a Java program";
  if (const auto* type = archive.find("mimetype"); type && archive.find("content.xml")) return "an OpenDocument file";
  return {};
}

bool is_wacz(const std::string& input, const ZipArchive& archive) {
  if (input.ends_with(".wacz")) return true;
  const auto& all = archive.entries();
  return archive.find("datapackage.json") &&
         std::any_of(all.begin(), all.end(), [](const auto& e) { return e.name.starts_with("archive/") && !e.is_folder; });
}

}  // namespace

void read_zip(const std::string& input, ByteReader& reader, const IngestOptions& options, const IngestSink& sink) {
  if (options.max_nesting <= 0)
    return sink.skipped({input, {"too_deep", "archives nested in archives too deeply; unpack the outer ones", input}});
  auto archive = ZipArchive::open(reader, options.max_bytes, input);
  if (!archive) return sink.skipped({input, archive.error()});
  if (const auto kind = other_kind(*archive); !kind.empty())
    return sink.skipped({input, {"unsupported", std::string(kind) + "; save it as PDF or text", input}});
  IngestOptions inner = options;
  --inner.max_nesting;
  if (is_wacz(input, *archive)) return read_wacz(input, *archive, inner, sink);
  bool any = false;
  for (const auto& entry : archive->entries()) {
    if (entry.is_folder || is_hidden(entry.name)) continue;
    any = true;
    const std::string name = input + "#" + entry.name;
    auto stream = archive->open_entry(entry, name);
    if (!stream) sink.skipped({name, stream.error()});
    else read_stream({name, entry.name, false}, std::move(*stream), inner, sink);
  }
  if (!any) sink.skipped({input, {"empty", "holds no file; leave it out", input}});
}

}  // namespace attest
