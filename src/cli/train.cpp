#include <cstdio>

#include <array>
#include <charconv>

#include "cli/run.h"
#include "know/gazetteer_build.h"
#include "syntax/syntax.h"
#include "text/text.h"

namespace attest {
namespace {

constexpr std::uint64_t kMaxList = 256 << 20;
constexpr std::uint32_t kCitizens = 100'000, kTownspeople = 2'000;  // people that make a city, a town

void add_phrase(std::string_view phrase, PhraseList list, int weight, std::vector<KnownPhrase>& out) {
  const Tokens tokens = tokenize(phrase);
  KnownPhrase known{{}, list, weight};
  for (std::size_t i = 0; i < tokens.size(); ++i) known.words.emplace_back(tokens.norm(i));
  if (!known.words.empty()) out.push_back(std::move(known));
}

// The settlements of a compiled gazetteer.
Result<void> add_gazetteer(const std::string& path, std::vector<KnownPhrase>& out) {
  const auto gazetteer = Gazetteer::open(path);
  if (!gazetteer) return gazetteer.error();
  for (std::uint32_t i = 0; i < gazetteer->size(); ++i) {
    const Place place = gazetteer->at({i});
    if (place.precision == Precision::kCountry) add_phrase(place.name, PhraseList::kCountry, 0, out);
    else if (place.precision == Precision::kProvince || place.precision == Precision::kUnknown) add_phrase(place.name, PhraseList::kRegion, 0, out);
    else if (place.population >= kTownspeople) add_phrase(place.name, place.population >= kCitizens ? PhraseList::kCity : PhraseList::kTown, 0, out);
  }
  return {};
}

// A place list (docs/formats/places.md): names, aliases and adjectives.
Result<void> add_place_list(const std::string& path, std::vector<KnownPhrase>& out) {
  const auto text = SystemFiles().read(path, kMaxList);
  if (!text) return text.error();
  const auto rows = read_place_csv(*text, path);
  if (!rows) return rows.error();
  for (const auto& row : *rows) {
    const auto list = row.precision == Precision::kCountry ? PhraseList::kCountry : PhraseList::kRegion;
    add_phrase(row.name, list, 0, out);
    for (const auto& alias : row.aliases) add_phrase(alias, list, 0, out);
    for (const auto& adjective : row.adjectives) add_phrase(adjective, PhraseList::kAdjective, 0, out);
  }
  return {};
}

// Parts of persons' names: a line each with the part first and, last, how often it was seen; tabs between.
Result<void> add_person_parts(const std::string& path, std::vector<KnownPhrase>& out) {
  const auto text = SystemFiles().read(path, kMaxList);
  if (!text) return text.error();
  std::size_t number = 0;
  for (std::size_t at = 0; at < text->size();) {
    ++number;
    const auto end = std::min(text->find('\n', at), text->size());
    const std::string_view line = std::string_view(*text).substr(at, end - at);
    at = end + 1;
    const auto first = line.find('\t'), last = line.rfind('\t');
    int count = 0;
    if (first == std::string_view::npos || std::from_chars(line.data() + last + 1, line.data() + line.size(), count).ec != std::errc())
      return Error{"unreadable", "a part of names needs a tab and a count", path + ":" + std::to_string(number)};
    int weight = 1;
    for (int n = count; n >= 2 && weight < 7; n /= 3) ++weight;
    add_phrase(line.substr(0, first), PhraseList::kPersonPart, weight, out);
  }
  return {};
}

Result<std::vector<KnownPhrase>> phrases_of(const Args& args) {
  std::vector<KnownPhrase> out;
  for (const auto& path : args.all("--gazetteer"))
    if (auto done = path.ends_with(".csv") ? add_place_list(path, out) : add_gazetteer(path, out); !done) return done.error();
  for (const auto& path : args.all("--person-names"))
    if (auto done = add_person_parts(path, out); !done) return done.error();
  return out;
}

}  // namespace

int run_train(const Args& args) {
  if (args.inputs.size() != 1 || args.inputs[0] != "syntax") return usage_error("train takes one word: syntax");
  const auto epochs = args.number("--epochs", 12, 1, 100);
  if (!epochs) return usage_error("--epochs takes a whole number from 1 to 100");
  if (!args.has("--out")) return usage_error("train needs --out FILE");
  SyntaxTraining training;
  training.treebanks = args.all("--treebank");
  training.names = args.all("--ner");
  training.base = args.get("--base", "");
  training.epochs = static_cast<int>(*epochs);
  auto phrases = phrases_of(args);
  if (!phrases) return failed(phrases.error());
  training.phrases = std::move(*phrases);
  const auto model = train_syntax(SystemFiles(), training, [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); });
  if (!model) return failed(model.error());
  auto output = Output::open(args.get("--out"));
  if (!output) return failed(output.error());
  output->write(*model);
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return 0;
}

}  // namespace attest
