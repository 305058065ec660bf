#pragma once
#include "store/recorder.h"

namespace attest {

// What the body of an entry "added" holds: how the bytes came, and what was made of them.
struct Capture {
  std::string salt;
  std::string at;        // UTC
  std::string how;       // file | standard input | fetched | merged
  std::string address;
  std::string original;  // sha256:…
  std::string analysis;  // hash of text and findings
  MadeBy made_by;
  RawDocument document;  // everything of it but the bytes: name, format, what stood beside it in its container
};
std::string capture_json(const Capture& capture);
Result<Capture> read_capture(std::string_view json, const std::string& where);

// What the body of an entry "analyzed" holds.
struct Reanalysis {
  std::string salt;
  std::string analysis;
  MadeBy made_by;
};
std::string reanalysis_json(const Reanalysis& reanalysis);
Result<Reanalysis> read_reanalysis(std::string_view json, const std::string& where);

struct NewReport {
  RawDocument document;
  Analysis analysis;
  MadeBy made_by;
  std::string how = "file";
};

enum class AddOutcome { kAdded, kNewVersion, kSame, kForgotten };

// Adds one report. The same bytes again change nothing; bytes that were forgotten stay out. Same address and other bytes make a new version.
Result<AddOutcome> add_report(CaseWriter& writer, const Recorder& recorder, const NewReport& report);

// Adds a report that was captured before, elsewhere: time, way and address of the capture stay as they were. `stored` must be its analysis.
Result<AddOutcome> add_captured(CaseWriter& writer, const Recorder& recorder, Capture capture, std::string_view original, const StoredText& stored,
                                const Analysis& analysis);

// Where a document stands in the world: its URL, unless that is only a site's front page, else the input's path. A record of a container
// keeps its number, for feeds and tables repeat addresses. "" where nothing says.
std::string address_of(const RawDocument& document, const Report& report);

// Analyses a report of the case again. False, and nothing is written, where version, rules, model and places are the ones that made the latest one.
Result<bool> add_reanalysis(CaseWriter& writer, const Recorder& recorder, const ReportRow& row, const Analysis& analysis, const MadeBy& made_by);

// Who made the latest analysis of a report.
Result<MadeBy> latest_maker(CaseReader& reader, const ReportRow& row);

// The original with what stood beside it, as it was read in.
Result<RawDocument> read_document(CaseReader& reader, const ReportRow& row);

}  // namespace attest
