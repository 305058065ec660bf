// Each step alone, in bytes of report text a second, on the sample reports.
#include <benchmark/benchmark.h>

#include "find/find.h"
#include "find/finders.h"
#include "know/names.h"
#include "pipeline/pipeline.h"
#include "text/text.h"

namespace attest {
namespace {

const Knowledge& knowledge() {
  static const auto know = load_everything(SystemFiles(), {ATTEST_BUILD "/share/attest", {}, {}, {}});
  if (!know) std::abort();
  return **know;
}

const std::vector<RawDocument>& documents() {
  static const auto all = [] {
    std::vector<RawDocument> out;
    read_inputs({ATTEST_SOURCE "/samples/reports"}, SystemFiles(), {}, {[&](RawDocument d) { out.push_back(std::move(d)); }, [](Skipped) {}});
    return out;
  }();
  return all;
}

const std::vector<Report>& reports() {
  static const auto all = [] {
    std::vector<Report> out;
    for (const auto& document : documents())
      if (auto report = read_report(document, {})) out.push_back(std::move(*report));
    return out;
  }();
  return all;
}

std::int64_t text_bytes() {
  std::int64_t sum = 0;
  for (const auto& report : reports()) sum += static_cast<std::int64_t>(report.text.size());
  return sum;
}

void read_step(benchmark::State& state) {
  std::int64_t bytes = 0;
  for (const auto& document : documents()) bytes += static_cast<std::int64_t>(document.bytes.size());
  for (auto _ : state)
    for (const auto& document : documents()) benchmark::DoNotOptimize(read_report(document, {}));
  state.SetBytesProcessed(state.iterations() * bytes);
}
BENCHMARK(read_step);

void tokens_step(benchmark::State& state) {
  for (auto _ : state)
    for (const auto& report : reports()) benchmark::DoNotOptimize(tokenize(report.text));
  state.SetBytesProcessed(state.iterations() * text_bytes());
}
BENCHMARK(tokens_step);

void parse_step(benchmark::State& state) {
  std::vector<Tokens> tokens;
  std::int64_t sentences = 0;
  for (const auto& report : reports()) {
    tokens.push_back(tokenize(report.text));
    sentences += static_cast<std::int64_t>(tokens.back().sentences.size());
  }
  for (auto _ : state)
    for (std::size_t i = 0; i < tokens.size(); ++i) benchmark::DoNotOptimize(knowledge().syntax->parse(tokens[i], reports()[i].text));
  state.SetBytesProcessed(state.iterations() * text_bytes());
  state.SetItemsProcessed(state.iterations() * sentences);  // sentences
}
BENCHMARK(parse_step);

void find_step(benchmark::State& state) {
  std::vector<Tokens> tokens;
  std::vector<Parse> parses;
  for (const auto& report : reports()) {
    tokens.push_back(tokenize(report.text));
    parses.push_back(knowledge().syntax->parse(tokens.back(), report.text));
  }
  for (auto _ : state)
    for (std::size_t i = 0; i < tokens.size(); ++i) benchmark::DoNotOptimize(find_all(reports()[i], tokens[i], parses[i], knowledge()));
  state.SetBytesProcessed(state.iterations() * text_bytes());
}
BENCHMARK(find_step);

// Dates and places alone, of the same texts.
void dates_step(benchmark::State& state) {
  const Parse parse;
  std::vector<Tokens> tokens;
  for (const auto& report : reports()) tokens.push_back(tokenize(report.text));
  for (auto _ : state)
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const FindInput in{reports()[i], tokens[i], parse, knowledge()};
      benchmark::DoNotOptimize(find_dates(in, find_report_dates(in)));
    }
  state.SetBytesProcessed(state.iterations() * text_bytes());
}
BENCHMARK(dates_step);

// Claims alone, after syntax, dates and places.
void claims_step(benchmark::State& state) {
  struct Read {
    Tokens tokens;
    Parse parse;
    std::vector<Mention> dates, places;
  };
  std::vector<Read> read;
  for (const auto& report : reports()) {
    Read one{tokenize(report.text), {}, {}, {}};
    one.parse = knowledge().syntax->parse(one.tokens, report.text);
    const FindInput in{report, one.tokens, one.parse, knowledge()};
    one.dates = find_dates(in, find_report_dates(in));
    one.places = find_places(in);
    read.push_back(std::move(one));
  }
  for (auto _ : state)
    for (std::size_t i = 0; i < read.size(); ++i) {
      const FindInput in{reports()[i], read[i].tokens, read[i].parse, knowledge()};
      benchmark::DoNotOptimize(find_casualties(in, read[i].dates, read[i].places));
    }
  state.SetBytesProcessed(state.iterations() * text_bytes());
}
BENCHMARK(claims_step);

void places_step(benchmark::State& state) {
  const Parse parse;
  std::vector<Tokens> tokens;
  for (const auto& report : reports()) tokens.push_back(tokenize(report.text));
  for (auto _ : state)
    for (std::size_t i = 0; i < tokens.size(); ++i) benchmark::DoNotOptimize(find_places({reports()[i], tokens[i], parse, knowledge()}));
  state.SetBytesProcessed(state.iterations() * text_bytes());
}
BENCHMARK(places_step);

// Who says what alone, after syntax.
void speech_step(benchmark::State& state) {
  std::vector<Tokens> tokens;
  std::vector<Parse> parses;
  for (const auto& report : reports()) {
    tokens.push_back(tokenize(report.text));
    parses.push_back(knowledge().syntax->parse(tokens.back(), report.text));
  }
  for (auto _ : state)
    for (std::size_t i = 0; i < tokens.size(); ++i) benchmark::DoNotOptimize(find_speech({reports()[i], tokens[i], parses[i], knowledge()}));
  state.SetBytesProcessed(state.iterations() * text_bytes());
}
BENCHMARK(speech_step);

void json_step(benchmark::State& state) {
  std::vector<Analysis> analyses;
  for (const auto& document : documents()) {
    auto outcome = analyze_document(document, knowledge(), {});
    if (auto* analysis = std::get_if<Analysis>(&outcome)) analyses.push_back(std::move(*analysis));
  }
  for (auto _ : state)
    for (const auto& analysis : analyses) benchmark::DoNotOptimize(analysis_json(analysis, {}));
  state.SetBytesProcessed(state.iterations() * text_bytes());
}
BENCHMARK(json_step);

void dossier_step(benchmark::State& state) {
  std::vector<Analysis> analyses;
  for (const auto& document : documents()) {
    auto outcome = analyze_document(document, knowledge(), {});
    if (auto* analysis = std::get_if<Analysis>(&outcome)) analyses.push_back(std::move(*analysis));
  }
  for (auto _ : state) benchmark::DoNotOptimize(build_account(analyses, {}, knowledge(), {}));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(analyses.size()));
}
BENCHMARK(dossier_step);

void gazetteer_load(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Gazetteer::open(ATTEST_BUILD "/share/attest/gazetteer.bin"));
}
BENCHMARK(gazetteer_load);

void gazetteer_lookup(benchmark::State& state) {
  std::vector<std::string> keys;
  std::size_t n = 0;
  knowledge().gazetteer.each([&](const Place& place) {
    if (n++ % 37 == 0) keys.push_back(name_key(place.name));
  });
  std::vector<NamedPlace> found;
  for (auto _ : state)
    for (const auto& key : keys) {
      found.clear();
      knowledge().gazetteer.exact(key, found);
      benchmark::DoNotOptimize(found.data());
    }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(keys.size()));
}
BENCHMARK(gazetteer_lookup);

}  // namespace
}  // namespace attest

BENCHMARK_MAIN();
