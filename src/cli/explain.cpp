// `attest explain INPUT OFFSET`: why the words there became a claim or not. Restricted, as analyses are: it prints full sentences and names.
#include <algorithm>
#include <charconv>

#include "cli/run.h"
#include "ingest/ingest.h"

namespace attest {
namespace {

struct Target {
  std::string input;          // a file, or FILE#ID for a record in it
  std::uint32_t offset = 0;   // code points into the report's text, as in the analysis contract
};

Result<Target> target_of(const Args& args) {
  if (args.inputs.size() != 2) return Error{"", "takes an input and an offset: attest explain INPUT OFFSET", ""};
  Target out{args.inputs[0], 0};
  const auto& text = args.inputs[1];
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out.offset);
  if (error != std::errc() || end != text.data() + text.size()) return Error{"", "OFFSET is a whole number of code points from the start of the text, not \"" + text + "\"", ""};
  return out;
}

// The document that the target names; the first one of a container where no record is named.
Result<RawDocument> find_document(const Target& target, const IngestOptions& options) {
  const SystemFiles files;
  const auto hash = target.input.rfind('#');
  const bool record = hash != std::string::npos && !files.read(target.input, 1);
  const auto path = record ? target.input.substr(0, hash) : target.input;
  std::optional<RawDocument> found;
  std::optional<Error> error;
  IngestSink sink;
  sink.document = [&](RawDocument document) {
    if (!found && (!record || document.input == target.input)) found = std::move(document);
  };
  sink.skipped = [&](Skipped skipped) {
    if (!error) error = std::move(skipped.error);
  };
  read_inputs({path}, files, options, sink);
  if (found) return std::move(*found);
  if (error) return *error;
  return Error{"not_found", "holds no such record", target.input};
}

std::string quoted(Span span, std::string_view text) {
  std::string out(span.in(text));
  for (char& c : out)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return "\"" + out + "\"";
}

// The notes of one step about the sentence.
void write_step(Output& output, const Trace& trace, std::string_view step, std::string_view heading, Span sentence, Span at, std::string_view text) {
  bool headed = false;
  for (const auto& note : trace.notes) {
    if (note.step != step || !sentence.contains(note.span)) continue;
    if (!headed) output.write("\n" + std::string(heading) + "\n");
    headed = true;
    output.write((note.span.overlaps(at) ? "> " : "  ") + quoted(note.span, text) + "  " + note.text + "\n");
  }
}

// Claims whose words touch the place, then the others of the sentence.
bool write_claims(Output& output, const std::vector<Claim>& claims, std::string_view heading, Span sentence, Span at, std::string_view text) {
  bool any = false, touched = false;
  for (const auto& claim : claims) {
    if (claim.sentence != sentence) continue;
    if (!any) output.write("\n" + std::string(heading) + "\n");
    any = true;
    const bool here = claim.span.overlaps(at) || (claim.count && claim.count->span.overlaps(at));
    touched |= here;
    output.write((here ? "> " : "  ") + dump(claim, text) + "\n");
  }
  return touched;
}

void write_explanation(Output& output, const Analysis& analysis, const Trace& trace, Span at) {
  const auto& text = analysis.report.text;
  const auto& found = analysis.findings;
  const auto index = analysis.tokens.sentence_at(at.begin);
  const auto sentence = analysis.tokens.sentences[index].span;
  output.write("Sentence: " + quoted(sentence, text) + "\nAt the offset: " + quoted(at, text) + " (marked > below)\n");
  write_step(output, trace, "token", "Tokens and what the lists and the parse say of them", sentence, at, text);
  write_step(output, trace, "number", "Numbers", sentence, at, text);
  write_step(output, trace, "people", "Phrases that name or count people", sentence, at, text);
  write_step(output, trace, "harm", "Words of harm", sentence, at, text);
  write_step(output, trace, "link", "Who is harmed by what, and what was refused", sentence, at, text);
  write_step(output, trace, "claim", "What decided the slots", sentence, at, text);
  bool touched = write_claims(output, found.claims, "Claims of the sentence", sentence, at, text);
  touched |= write_claims(output, found.unquantified, "Harm without a number", sentence, at, text);
  for (const auto& total : found.totals)
    for (const auto& claim : found.claims)
      if (claim.sentence == sentence && std::find(total.claims.begin(), total.claims.end(), claim.id) != total.claims.end())
        output.write("\nTotal of " + std::string(name(total.effect)) + " (" + total.incident + ") rests on " + claim.id + "\n");
  output.write(touched ? "\nThe words at the offset are part of a claim. What this report says, not how many died.\n" : "\nThe words at the offset are part of no claim.\n");
}

}  // namespace

int run_explain(const Args& args) {
  const auto target = target_of(args);
  if (!target) return usage_error(target.error().message);
  const auto options = pipeline_options(args);
  if (!options) return failed(options.error());
  const auto know = knowledge_for(args);
  if (!know) return failed(know.error());
  const auto document = find_document(*target, options->ingest);
  if (!document) return failed(document.error());
  Trace trace;
  const auto outcome = analyze_document(*document, **know, options->ingest, &trace);
  if (const auto* skipped = std::get_if<Skipped>(&outcome)) return failed(skipped->error);
  const auto& analysis = std::get<Analysis>(outcome);
  if (analysis.tokens.sentences.empty()) return failed(Error{"empty", "holds no text", target->input});
  const CodePoints points(analysis.report.text);
  if (target->offset >= points.size()) return failed(Error{"", "the text ends before code point " + std::to_string(target->offset), target->input});
  const auto byte = points.to_byte(target->offset);
  const auto token = std::min(analysis.tokens.token_at(byte), analysis.tokens.size() - 1);
  auto output = Output::open("");
  if (!output) return failed(output.error());
  write_explanation(*output, analysis, trace, analysis.tokens.tokens[token].span);
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return 0;
}

}  // namespace attest
