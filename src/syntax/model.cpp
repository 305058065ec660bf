#include <algorithm>
#include <functional>
#include <tuple>

#include "syntax/names.h"
#include "syntax/parser.h"
#include "syntax/parts.h"
#include "syntax/syntax.h"
#include "syntax/tagger.h"

namespace attest {
namespace syntax {

void look_up_dictionary(const DictionaryRow* rows, std::size_t count, Words& sentence) {
  for (auto& w : sentence.words) {
    const auto key = hash64(w.lower);
    const auto* row = std::lower_bound(rows, rows + count, key, [](const DictionaryRow& r, std::uint64_t k) { return r.key < k; });
    w.dictionary = row != rows + count && row->key == key ? row->tags : 0;
  }
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    out.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace syntax

using namespace syntax;

namespace {

constexpr std::size_t kLongest = 400;

}  // namespace

struct SyntaxModel::Parts {
  MappedFile mapped;
  std::string owned;
  std::uint64_t checksum = 0;
  std::vector<std::string> upos, xpos;  // one a tag class
  std::vector<std::string> relations;
  std::vector<std::string> entity_tags;
  std::vector<std::pair<Upos, Xpos>> parsed_tags;  // one a tag class
  std::vector<Arc> parsed_relations;
  Tagging tagging;
  LinearTable<std::int8_t> parser;
  NameModel names;
  Phrases phrases;
  std::span<const DictionaryRow> dictionary;
  Lemmas lemmas;

  Result<void> bind(std::string_view bytes, const std::string& path);
  Tagged run(const std::vector<std::string_view>& forms, Words& words) const;
};

namespace {

template <class T>
Result<std::span<const T>> rows_of(const ModelFile& file, std::string_view name) {
  const auto bytes = file.section(name, sizeof(T));
  if (!bytes) return bytes.error();
  return std::span<const T>(reinterpret_cast<const T*>(bytes->data()), bytes->size() / sizeof(T));
}

template <class Weight>
Result<LinearTable<Weight>> linear_of(const ModelFile& file, std::string_view name, std::size_t classes) {
  const auto weights = rows_of<Weight>(file, name);
  if (!weights) return weights.error();
  const auto width = padded(classes);
  if (weights->size() <= width) return Error{"unreadable", "table " + std::string(name) + " is too small", ""};
  return LinearTable<Weight>{*weights, width};
}

}  // namespace

Result<void> SyntaxModel::Parts::bind(std::string_view bytes, const std::string& path) {
  const auto file = ModelFile::read(bytes, path);
  if (!file) return file.error();
  checksum = file->checksum();
  const auto tags = file->section("tags"), relation_names = file->section("relations"), text = file->section("lemma_text");
  for (const auto* part : {&tags, &relation_names, &text})
    if (!*part) return part->error();
  for (const auto& line : lines_of(*tags)) {
    const auto tab = std::min(line.find('\t'), line.size());
    upos.push_back(line.substr(0, tab));
    xpos.push_back(line.substr(std::min(tab + 1, line.size())));
  }
  relations = lines_of(*relation_names);
  if (upos.empty() || upos.size() > 1000 || relations.empty() || relations.size() > 100) return Error{"unreadable", "its lists of tags or relations are broken", path};
  for (std::size_t i = 0; i < upos.size(); ++i) parsed_tags.emplace_back(parse_upos(upos[i]), parse_xpos(xpos[i]));
  for (const auto& relation : relations) parsed_relations.push_back(parse_arc(relation));
  for (std::size_t i = 0; i <= 2 * kEntityLabels.size(); ++i) entity_tags.push_back(entity_tag(i));
  const auto t1 = linear_of<std::int8_t>(*file, "tagger1", upos.size()), t2 = linear_of<std::int8_t>(*file, "tagger2", upos.size());
  const auto p = linear_of<std::int8_t>(*file, "parser", 1 + 2 * relations.size());
  const auto n = rows_of<NameRow>(*file, "names");
  const auto keys = rows_of<std::uint32_t>(*file, "name_keys");
  const auto links = rows_of<std::int16_t>(*file, "links");
  const auto known = rows_of<PhraseRow>(*file, "phrases");
  for (const auto* part : {&t1, &t2, &p})
    if (!*part) return part->error();
  if (!n) return n.error();
  if (!keys) return keys.error();
  if (!links) return links.error();
  if (!known) return known.error();
  if (links->size() != kNameClasses * kNameClasses || keys->size() != n->size()) return Error{"unreadable", "its table of links is broken", path};
  tagging = {*t1, *t2, upos.size()}, parser = *p;
  names = {*keys, *n, *links}, phrases = Phrases(*known);
  const auto words = rows_of<DictionaryRow>(*file, "dictionary");
  if (!words) return words.error();
  dictionary = *words;
  const auto rows = rows_of<Lemmas::Row>(*file, "lemmas");
  if (!rows) return rows.error();
  lemmas = Lemmas(rows->data(), rows->size(), *text);
  return {};
}

Tagged SyntaxModel::Parts::run(const std::vector<std::string_view>& forms, Words& words) const {
  words = make_words(forms);
  look_up_dictionary(dictionary.data(), dictionary.size(), words);
  std::vector<std::int32_t> scores(std::max(tagging.first.width, parser.width));
  Tagged out;
  out.tag = tagging.tags(words, scores);
  ParserState state(forms.size());
  Features features;
  while (!state.done()) {
    parser_features(words, out.tag, state, features);
    parser.score(features, scores.data());
    state.apply(best_action(scores.data(), state, relations.size()), relations.size());
  }
  for (std::size_t i = 1; i <= forms.size(); ++i) {
    out.head.push_back(state.node(static_cast<std::int32_t>(i)).head - 1);
    out.relation.push_back(state.node(static_cast<std::int32_t>(i)).relation);
  }
  const auto hints = phrases.hints(words);
  scores.resize(forms.size() * kNameScores);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    name_features(words, out.tag, hints, i, features);
    names.score(features, scores.data() + i * kNameScores);
  }
  out.entity = entity_tags_of(best_names(scores, forms.size(), names.links));
  return out;
}

SyntaxModel::SyntaxModel(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
SyntaxModel::~SyntaxModel() = default;

Result<std::shared_ptr<const SyntaxModel>> SyntaxModel::load(const std::string& path) {
  auto mapped = MappedFile::open(path);
  if (!mapped) return mapped.error();
  auto parts = std::make_unique<Parts>();
  parts->mapped = std::move(*mapped);
  if (const auto bound = parts->bind(parts->mapped.bytes(), path); !bound) return bound.error();
  return std::shared_ptr<const SyntaxModel>(new SyntaxModel(std::move(parts)));
}

Result<std::shared_ptr<const SyntaxModel>> SyntaxModel::from_bytes(std::string bytes, const std::string& name) {
  auto parts = std::make_unique<Parts>();
  parts->owned = std::move(bytes);
  if (const auto bound = parts->bind(parts->owned, name); !bound) return bound.error();
  return std::shared_ptr<const SyntaxModel>(new SyntaxModel(std::move(parts)));
}

SyntaxSentence SyntaxModel::analyse(const std::vector<std::string_view>& forms) const {
  SyntaxSentence out;
  for (std::size_t first = 0; first < forms.size(); first += kLongest) {
    const std::vector<std::string_view> piece(forms.begin() + static_cast<std::ptrdiff_t>(first),
                                              forms.begin() + static_cast<std::ptrdiff_t>(std::min(first + kLongest, forms.size())));
    Words words;
    const Tagged tagged = parts_->run(piece, words);
    for (std::size_t i = 0; i < piece.size(); ++i) {
      const auto &upos = parts_->upos[tagged.tag[i]], &xpos = parts_->xpos[tagged.tag[i]];
      out.upos.push_back(upos);
      out.xpos.push_back(xpos);
      out.lemma.push_back(parts_->lemmas.lemma(words.words[i].form, words.words[i].lower, xpos, upos == "PROPN"));
      out.head.push_back(tagged.head[i] < 0 ? (first == 0 ? -1 : 0) : tagged.head[i] + static_cast<std::int32_t>(first));
      out.relation.push_back(parts_->relations[tagged.relation[i]]);
      out.entity.push_back(parts_->entity_tags[tagged.entity[i]]);
    }
  }
  return out;
}

namespace {

// Widens each word's reach by what hangs on it: every path to the root is walked once, since a reach that is wide enough already stops it.
void measure_reach(std::vector<ParsedWord>& words, std::uint32_t first, std::uint32_t last) {
  for (auto i = first; i < last; ++i) words[i].left = i, words[i].right = i + 1;
  for (auto i = first; i < last; ++i) {
    for (auto at = words[i].head; at >= 0; at = words[static_cast<std::size_t>(at)].head) {
      auto& head = words[static_cast<std::size_t>(at)];
      if (head.left <= i && head.right > i) break;
      head.left = std::min(head.left, i), head.right = std::max(head.right, i + 1);
    }
  }
}

// A verb has one subject. Where the parser gives it two with a noun of its own between them and no mark or conjunction ("Jonas Orad from the
// foundation Mirel Watch told"), all between belongs to the first.
void mend_second_subjects(std::vector<ParsedWord>& words, std::uint32_t first, std::uint32_t last) {
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Before {
    std::uint32_t subject = kNone, oblique = kNone;
  };
  std::vector<Before> of(last - first);  // of each word as a head, what of it came before
  std::uint32_t broken = first;          // after the last mark or conjunction
  const auto is_noun = [&](std::uint32_t i) { return words[i].upos == Upos::kNoun || words[i].upos == Upos::kPropn; };
  for (auto i = first; i < last; ++i) {
    auto& word = words[i];
    if (word.upos == Upos::kPunct || word.upos == Upos::kCconj) broken = i + 1;
    if (word.arc == Arc::kNmod && word.head >= static_cast<std::int32_t>(first) && word.head < static_cast<std::int32_t>(i)) {
      const auto& subject = words[static_cast<std::uint32_t>(word.head)];
      if (subject.arc == Arc::kNsubj && subject.head > static_cast<std::int32_t>(i)) of[static_cast<std::uint32_t>(subject.head) - first].oblique = i;
    }
    if (word.head <= static_cast<std::int32_t>(i)) continue;
    auto& before = of[static_cast<std::uint32_t>(word.head) - first];
    if (word.arc == Arc::kObl && before.subject != kNone) before.oblique = i;
    if (word.arc != Arc::kNsubj) continue;
    if (before.subject != kNone && before.oblique != kNone && before.subject >= broken && is_noun(before.subject) && is_noun(i)) {
      auto& oblique = words[before.oblique];
      oblique.head = static_cast<std::int32_t>(before.subject), oblique.arc = Arc::kNmod;
      word.head = static_cast<std::int32_t>(before.oblique), word.arc = Arc::kAppos;
    } else if (before.subject == kNone) {
      before.subject = i;
    }
  }
}

// In capitals nothing but the words tells a name from a noun: one that the training texts never use as a word of the language is a name.
bool never_common(const PhraseRow* row) {
  constexpr std::size_t kPerson = 0, kNoName = 4;
  return !row || row->seen[kNoName] <= row->seen[kPerson];
}
bool may_be_name(Upos tag) { return tag == Upos::kNoun || tag == Upos::kAdj || tag == Upos::kX; }

void add_names(const std::vector<std::uint8_t>& tags, std::uint32_t first, std::vector<ParsedName>& out) {
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const auto at = first + static_cast<std::uint32_t>(i);
    if (tags[i] % 2 == 1) out.push_back({at, at + 1, static_cast<EntityKind>((tags[i] - 1) / 2)});
    else if (tags[i] != 0) out.back().last = at + 1;
  }
}

}  // namespace

Parse SyntaxModel::parse(const Tokens& tokens, std::string_view text) const {
  Parse out;
  out.words.resize(tokens.size());
  out.lemmas.resize(tokens.size());
  std::vector<std::string_view> forms;
  for (const auto& s : tokens.sentences) {
    for (auto first = s.first; first < s.last; first += kLongest) {
      const auto last = std::min<std::uint32_t>(first + kLongest, s.last);
      forms.clear();
      for (auto i = first; i < last; ++i) forms.push_back(tokens.tokens[i].span.in(text));
      Words words;
      const Tagged tagged = parts_->run(forms, words);
      for (auto i = first; i < last; ++i) {
        const auto k = i - first;
        auto& word = out.words[i];
        std::tie(word.upos, word.xpos) = parts_->parsed_tags[tagged.tag[k]];
        word.arc = parts_->parsed_relations[tagged.relation[k]];
        if (words.casing == Casing::kCapitals && may_be_name(word.upos) && never_common(parts_->phrases.find(phrase_key(words, k, k + 1)))) word.upos = Upos::kPropn, word.xpos = Xpos::kNNP;
        word.head = tagged.head[k] < 0 ? -1 : tagged.head[k] + static_cast<std::int32_t>(first);
        out.lemmas[i] = parts_->lemmas.lemma(words.words[k].form, words.words[k].lower, parts_->xpos[tagged.tag[k]], word.upos == Upos::kPropn);
      }
      add_names(tagged.entity, first, out.names);
      mend_second_subjects(out.words, first, last);
      measure_reach(out.words, first, last);
    }
  }
  return out;
}

std::string SyntaxModel::version() const {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out = "en-";
  for (int i = 0; i < 12; ++i) out += kHex[(parts_->checksum >> (4 * i)) & 15];
  return out;
}

}  // namespace attest
