#include "store/add_report.h"

#include "store/acts.h"
#include "store/decode.h"
#include "store/encode.h"

namespace attest {

template <class V, Is<Capture> T>
void visit_fields(V& v, T& x) {
  auto& [salt, at, how, address, original, analysis, made_by, document] = x;
  v("salt", salt), v("at", at), v("how", how), v("address", address), v("original", original), v("analysis", analysis);
  v("made_by", made_by), v("document", document);
}

template <class V, Is<Reanalysis> T>
void visit_fields(V& v, T& x) {
  auto& [salt, analysis, made_by] = x;
  v("salt", salt), v("analysis", analysis), v("made_by", made_by);
}

std::string capture_json(const Capture& capture) { return encode(capture); }
Result<Capture> read_capture(std::string_view json, const std::string& where) { return decode<Capture>(json, where); }
std::string reanalysis_json(const Reanalysis& reanalysis) { return encode(reanalysis); }
Result<Reanalysis> read_reanalysis(std::string_view json, const std::string& where) { return decode<Reanalysis>(json, where); }

namespace {

// Whether an address names a site and nothing on it: many reports have it.
bool is_front_page(std::string_view url) {
  const auto scheme = url.find("://");
  const auto path = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  return path == std::string_view::npos || (path + 1 == url.size());
}

Result<bool> was_forgotten(CaseReader& reader, const std::string& id) {
  const auto tombstones = reader.tombstones();
  if (!tombstones) return tombstones.error();
  for (const auto& t : *tombstones)
    if (t.report == id) return true;
  return false;
}

}  // namespace

std::string address_of(const RawDocument& document, const Report& report) {
  if (document.input == "-" || document.input.empty()) return report.url && !is_front_page(*report.url) ? *report.url : std::string();
  const auto mark = document.input.rfind('#');
  const bool record = (document.format == Format::kJson || document.format == Format::kCsvRecord) && mark != std::string::npos;
  if (!report.url || is_front_page(*report.url)) return document.input;
  return record ? *report.url + document.input.substr(mark) : *report.url;
}

Result<AddOutcome> add_report(CaseWriter& writer, const Recorder& recorder, const NewReport& report) {
  Capture capture;
  capture.at = recorder.now();
  capture.how = report.how;
  capture.address = address_of(report.document, report.analysis.report);
  capture.original = report.analysis.report.id;
  capture.made_by = report.made_by;
  RawDocument& kept = capture.document;
  const RawDocument& from = report.document;
  kept.input = from.input, kept.format = from.format, kept.columns = from.columns, kept.delimiter = from.delimiter, kept.beside = from.beside;
  return add_captured(writer, recorder, std::move(capture), from.bytes, store_analysis(report.analysis), report.analysis);
}

Result<AddOutcome> add_captured(CaseWriter& writer, const Recorder& recorder, Capture capture, std::string_view original, const StoredText& stored,
                                const Analysis& analysis) {
  const std::string& id = capture.original;
  const auto known = writer.report(id);
  if (!known) return known.error();
  if (*known) return AddOutcome::kSame;
  const auto forgotten = was_forgotten(writer, id);
  if (!forgotten) return forgotten.error();
  if (*forgotten) return AddOutcome::kForgotten;
  bool replaces = false;
  if (!capture.address.empty()) {
    const auto before = writer.reports_at(capture.address);
    if (!before) return before.error();
    replaces = !before->empty();
  }
  capture.salt = recorder.salt();
  capture.analysis = analysis_hash(stored);
  const auto entry = append_entry(writer, recorder, act::kAdded, id, encode(capture));
  if (!entry) return entry.error();
  ReportRow row;
  row.id = id;
  row.address = capture.address;
  row.seq = entry->seq;
  const auto number = writer.add_report(row, original);
  if (!number) return number.error();
  if (const auto done = writer.add_analysis(*number, entry->seq, stored, analysis); !done) return done.error();
  return replaces ? AddOutcome::kNewVersion : AddOutcome::kAdded;
}

Result<MadeBy> latest_maker(CaseReader& reader, const ReportRow& row) {
  const auto all = reader.analyses(row.number);
  if (!all) return all.error();
  const std::uint64_t seq = all->empty() ? row.seq : all->back().seq;
  const auto body = reader.body(seq);
  if (!body) return body.error();
  const std::string where = "body of log entry " + std::to_string(seq);
  const auto capture = read_reanalysis(body->value_or("{}"), where);  // "made_by" stands in both kinds of body
  if (!capture) return capture.error();
  return capture->made_by;
}

Result<bool> add_reanalysis(CaseWriter& writer, const Recorder& recorder, const ReportRow& row, const Analysis& analysis, const MadeBy& made_by) {
  const auto maker = latest_maker(writer, row);
  if (!maker) return maker.error();
  if (std::tie(maker->version, maker->rules, maker->model, maker->gazetteer) == std::tie(made_by.version, made_by.rules, made_by.model, made_by.gazetteer)) return false;
  const StoredText stored = store_analysis(analysis);
  const auto entry = append_entry(writer, recorder, act::kAnalyzed, row.id, encode(Reanalysis{recorder.salt(), analysis_hash(stored), made_by}));
  if (!entry) return entry.error();
  if (const auto done = writer.add_analysis(row.number, entry->seq, stored, analysis); !done) return done.error();
  return true;
}

Result<RawDocument> read_document(CaseReader& reader, const ReportRow& row) {
  const auto body = reader.body(row.seq);
  if (!body) return body.error();
  auto capture = read_capture(body->value_or("{}"), "body of log entry " + std::to_string(row.seq));
  if (!capture) return capture.error();
  auto bytes = reader.original(row.number);
  if (!bytes) return bytes.error();
  capture->document.bytes = std::move(*bytes);
  return std::move(capture->document);
}

}  // namespace attest
