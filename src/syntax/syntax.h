#pragma once
// Tags, lemmas, dependencies and names of English sentences, from one compact model (models/en.bin, card in models/en.md).
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "model/model.h"

namespace attest {

// What the model says of one sentence; one entry a word.
struct SyntaxSentence {
  std::vector<std::string_view> upos, xpos, relation;  // names owned by the model
  std::vector<std::string> lemma;
  std::vector<std::int32_t> head;     // word index from 0, -1 the root
  std::vector<std::string_view> entity;  // "O", "B-PER" …
};

// A loaded model. Immutable: any number of threads may use it.
class SyntaxModel final : public SyntaxReader {
 public:
  static Result<std::shared_ptr<const SyntaxModel>> load(const std::string& path);
  static Result<std::shared_ptr<const SyntaxModel>> from_bytes(std::string bytes, const std::string& name);
  ~SyntaxModel() override;

  // Linear in the number of words; sentences of more than 400 words are read in pieces of 400.
  SyntaxSentence analyse(const std::vector<std::string_view>& forms) const;
  Parse parse(const Tokens& tokens, std::string_view text) const override;
  std::string version() const override;

 private:
  struct Parts;
  explicit SyntaxModel(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// What a list says of a run of words.
enum class PhraseList : std::uint8_t { kCountry, kRegion, kCity, kTown, kAdjective, kPersonPart };
struct KnownPhrase {
  std::vector<std::string> words;  // folded, as the tokenizer gives them
  PhraseList list = PhraseList::kTown;
  int weight = 0;  // of a part of persons' names: how common, 1 to 7
};

struct SyntaxTraining {
  std::vector<std::string> treebanks;  // CoNLL-U
  std::vector<std::string> names;      // CoNLL-U with XPOS and NER=B-… in MISC
  int epochs = 12;
  std::vector<KnownPhrase> phrases;
  std::string base;  // a model whose tagger, lemmas and parser are kept: only names are learnt; "" learns all
  bool names_from_trees = true;  // learn names from the treebanks' proper nouns too
};

// Trains a model and gives its file's bytes; the same inputs give the same bytes. `say` gets a line now and then.
Result<std::string> train_syntax(const Files& files, const SyntaxTraining& training, const std::function<void(const std::string&)>& say);

// `attest parse --gold-tokens`: the file with all columns but form and token lines filled in anew.
Result<std::string> parse_conllu(const SyntaxModel& model, std::string_view text, const std::string& path);
// `attest parse`: the text's sentences as CoNLL-U.
std::string parse_text(const SyntaxModel& model, const Tokens& tokens, std::string_view text);

}  // namespace attest
