#include <algorithm>
#include <cstring>
#include <functional>
#include <map>
#include <set>

#include "syntax/conllu.h"
#include "syntax/names_build.h"
#include "syntax/parser.h"
#include "syntax/parts.h"
#include "syntax/random.h"
#include "syntax/recase.h"
#include "syntax/syntax.h"
#include "syntax/tagger.h"

namespace attest {

using namespace syntax;

namespace {

constexpr std::uint64_t kMaxFile = 1ull << 30;
constexpr std::size_t kFolds = 4;
constexpr std::size_t kTaggerSize = 3 << 20, kParserSize = 6 << 20;

struct Example {
  Words words;
  Tagged gold;
  std::vector<std::uint16_t> guess;  // jack-knifed tags of the first pass
  std::vector<std::uint16_t> tags;   // jack-knifed tags of the second
};

// Numbers names by first appearance in sorted order.
class NameTable {
 public:
  explicit NameTable(const std::set<std::string>& names) {
    for (const auto& name : names) index_.emplace(name, index_.size()), text_ += name + "\n";
  }
  std::size_t at(const std::string& name) const { return index_.at(name); }
  std::size_t size() const { return index_.size(); }
  const std::string& text() const { return text_; }

 private:
  std::map<std::string, std::size_t> index_;
  std::string text_;
};

std::string bytes_of(const void* data, std::size_t size) { return std::string(static_cast<const char*>(data), size); }

class Trainer {
 public:
  Trainer(const SyntaxTraining& training, const std::vector<ConlluSentence>& treebank, const std::vector<ConlluSentence>& names, const std::function<void(const std::string&)>& say)
      : training_(training), treebank_(treebank), names_(names), say_(say) {}

  std::vector<Section> train() {
    make_dictionary();
    make_examples();
    const NameTable tags(tag_names_), relations(relation_names_);
    tags_ = &tags, relations_ = &relations;
    index_gold();
    jack_knife();
    auto first = train_tagger(everything(), false, training_.epochs);
    auto second = train_tagger(everything(), true, training_.epochs);
    say_("tagger trained");
    auto parser = train_parser();
    const auto lemmas = learn_lemmas(lemma_examples());
    return std::vector<Section>{{"tags", tags.text()},
                                {"relations", relations.text()},
                                {"tagger1", table<std::int8_t>(first)},
                                {"tagger2", table<std::int8_t>(second)},
                                {"parser", table<std::int8_t>(parser)},
                                {"dictionary", bytes_of(dictionary_.data(), dictionary_.size() * sizeof(DictionaryRow))},
                                {"lemmas", bytes_of(lemmas.rows.data(), lemmas.rows.size() * sizeof(Lemmas::Row))},
                                {"lemma_text", lemmas.buffer}};
  }

 private:
  template <class Weight>
  static std::string table(const LinearTrainer& trainer) {
    const auto weights = trainer.quantised<Weight>();
    return bytes_of(weights.data(), weights.size() * sizeof(Weight));
  }

  Words words_of(const CasedForms& forms) const {
    Words words = syntax::words_of(forms);
    look_up_dictionary(dictionary_.data(), dictionary_.size(), words);
    return words;
  }

  // Which tags a word has in the name corpus (tagged by others): an outside witness for words that the treebanks lack.
  void make_dictionary() {
    std::map<std::string, std::map<std::string, int>> seen;
    for (const auto& s : names_) {
      std::vector<std::string_view> forms;
      for (const auto& w : s.words) forms.push_back(w.form);
      const Words words = make_words(forms);
      for (std::size_t i = 0; i < words.words.size(); ++i)
        if (!s.words[i].xpos.empty()) ++seen[words.words[i].lower][s.words[i].xpos];
    }
    for (const auto& [word, votes] : seen) {
      int all = 0;
      for (const auto& [tag, n] : votes) all += n;
      if (all < 2) continue;
      std::string set;
      for (const auto& [tag, n] : votes)
        if (n * 12 >= all) set += tag + " ";
      dictionary_.push_back({hash64(word), word_hash(set), 0});
    }
    std::sort(dictionary_.begin(), dictionary_.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  }

  void make_examples() {
    for (std::size_t i = 0; i < treebank_.size(); ++i) {
      const auto& s = treebank_[i];
      std::vector<std::string> forms, tags;
      for (const auto& w : s.words) {
        tag_names_.insert(w.upos + "\t" + w.xpos), relation_names_.insert(w.relation);
        forms.push_back(w.form), tags.push_back(w.xpos);
      }
      for (const auto& version : recased(forms, tags, i)) examples_.push_back({words_of(version), {}, {}, {}}), sources_.push_back(i);
    }
  }

  void index_gold() {
    for (std::size_t i = 0; i < examples_.size(); ++i)
      for (const auto& w : treebank_[sources_[i]].words) {
        auto& gold = examples_[i].gold;
        gold.tag.push_back(static_cast<std::uint16_t>(tags_->at(w.upos + "\t" + w.xpos)));
        gold.head.push_back(w.head);
        gold.relation.push_back(static_cast<std::uint8_t>(relations_->at(w.relation)));
      }
  }

  std::vector<std::size_t> everything() const {
    std::vector<std::size_t> all(examples_.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    return all;
  }

  LinearTrainer train_tagger(const std::vector<std::size_t>& on, bool second, int epochs) const {
    LinearTrainer model(kTaggerSize, tags_->size());
    std::vector<float> scores(model.width());
    Random random;
    Features features;
    for (int epoch = 0; epoch < epochs; ++epoch)
      for (const auto k : shuffled(on.size(), random)) {
        const Example& e = examples_[on[k]];
        std::vector<std::uint16_t> before;
        for (std::size_t i = 0; i < e.gold.tag.size(); ++i) {
          model.tick();
          tag_features(e.words, i, before, second ? &e.guess : nullptr, features);
          model.score(features, scores.data());
          const auto said = best_class(scores.data(), tags_->size());
          if (said != e.gold.tag[i]) model.update(features, e.gold.tag[i], said);
          before.push_back(static_cast<std::uint16_t>(said));
        }
      }
    return model;
  }

  // Tags as a model gives them that has not seen the sentence, so that what builds on them learns to live with their errors.
  void jack_knife() {
    for (const bool second : {false, true}) {
      for (std::size_t fold = 0; fold < kFolds; ++fold) {
        std::vector<std::size_t> on;
        for (std::size_t i = 0; i < examples_.size(); ++i)
          if (sources_[i] / 50 % kFolds != fold) on.push_back(i);
        const auto model = train_tagger(on, second, training_.epochs * 2 / 3);
        std::vector<float> scores(model.width());
        std::size_t right = 0, all = 0;
        for (std::size_t i = 0; i < examples_.size(); ++i) {
          if (sources_[i] / 50 % kFolds != fold) continue;
          auto& e = examples_[i];
          auto tags = tag_sentence(model, tags_->size(), e.words, second ? &e.guess : nullptr, scores);
          for (std::size_t j = 0; j < tags.size(); ++j) right += tags[j] == e.gold.tag[j], ++all;
          (second ? e.tags : e.guess) = std::move(tags);
        }
        say_("fold " + std::to_string(fold + 1) + (second ? ", second pass: " : ", first pass: ") + std::to_string(static_cast<double>(right) / static_cast<double>(all)));
      }
    }
  }

  LinearTrainer train_parser() const {
    const auto relations = relations_->size();
    LinearTrainer model(kParserSize, 1 + 2 * relations);
    std::vector<float> scores(model.width());
    Random random;
    for (int epoch = 0; epoch < training_.epochs; ++epoch) {
      std::size_t right = 0, all = 0;
      for (const auto k : shuffled(examples_.size(), random)) {
        const Example& e = examples_[k];
        const auto n = e.gold.head.size();
        std::vector<std::int32_t> head(n + 1, -1);
        std::vector<std::vector<std::int32_t>> children(n + 1);
        for (std::size_t i = 0; i < n; ++i) {
          head[i + 1] = e.gold.head[i] + 1;
          children[static_cast<std::size_t>(head[i + 1])].push_back(static_cast<std::int32_t>(i + 1));
        }
        ParserState state(n);
        while (!state.done()) parse_step(model, e, state, head, children, epoch > 0 && random.below(10) != 0, scores);
        for (std::size_t i = 1; i <= n; ++i) {
          const auto& node = state.node(static_cast<std::int32_t>(i));
          right += node.head == head[i] && node.relation == e.gold.relation[i - 1], ++all;
        }
      }
      say_("parser, round " + std::to_string(epoch + 1) + ": " + std::to_string(static_cast<double>(right) / static_cast<double>(all)));
    }
    return model;
  }

  // One decision: the best action that loses no gold arc against the best of all (dynamic oracle); then it follows its own choice or the oracle's.
  void parse_step(LinearTrainer& model, const Example& e, ParserState& state, const std::vector<std::int32_t>& head, const std::vector<std::vector<std::int32_t>>& children,
                  bool follow_own, std::vector<float>& scores) const {
    const auto relations = relations_->size();
    Features features;
    parser_features(e.words, e.tags, state, features);
    model.tick();
    model.score(features, scores.data());
    const auto said = best_action(scores.data(), state, relations);
    const auto costs = action_costs(state, head, children);
    const bool left_ok = state.may_left() && state.stack(0) != 0, right_ok = state.may_right();
    const int least = std::min({state.may_shift() ? costs.shift : 1000, left_ok ? costs.left : 1000, right_ok ? costs.right : 1000});
    const auto s0 = state.stack(0);
    const auto zero = [&](std::size_t action) {
      if (action == 0) return state.may_shift() && costs.shift == least;
      const bool left = action <= relations;
      if (left ? !left_ok || costs.left != least : !right_ok || costs.right != least) return false;
      const auto to = left ? state.buffer(0) : state.stack(1);
      if (head[static_cast<std::size_t>(s0)] != to) return true;  // not a gold arc, but none is lost: any label
      return (action - 1) % relations == e.gold.relation[static_cast<std::size_t>(s0) - 1];
    };
    std::size_t best = said;
    if (!zero(said)) {
      bool any = false;
      for (std::size_t a = 0; a <= 2 * relations; ++a)
        if (zero(a) && (!any || scores[a] > scores[best])) best = a, any = true;
      model.update(features, best, said);
    }
    state.apply(follow_own ? said : best, relations);
  }

  std::vector<LemmaExample> lemma_examples() const {
    std::vector<LemmaExample> out;
    for (const auto& s : treebank_) {
      std::vector<std::string_view> forms;
      for (const auto& w : s.words) forms.push_back(w.form);
      const Words words = make_words(forms);
      for (std::size_t i = 0; i < words.words.size(); ++i)
        out.push_back({s.words[i].form, words.words[i].lower, s.words[i].xpos, s.words[i].lemma, s.words[i].upos == "PROPN"});
    }
    return out;
  }

  const SyntaxTraining& training_;
  const std::vector<ConlluSentence>&treebank_, &names_;
  const std::function<void(const std::string&)>& say_;
  std::vector<DictionaryRow> dictionary_;
  std::vector<Example> examples_;
  std::vector<std::size_t> sources_;  // of each example: its sentence in treebank_
  std::set<std::string> tag_names_, relation_names_;
  const NameTable* tags_ = nullptr;
  const NameTable* relations_ = nullptr;
};

Result<std::vector<ConlluSentence>> read_all(const Files& files, const std::vector<std::string>& paths, const std::function<void(const std::string&)>& say) {
  std::vector<ConlluSentence> out;
  for (const auto& path : paths) {
    const auto text = files.read(path, kMaxFile);
    if (!text) return text.error();
    auto sentences = read_conllu(*text, path);
    if (!sentences) return sentences.error();
    say(path + ": " + std::to_string(sentences->size()) + " sentences");
    for (auto& s : *sentences) out.push_back(std::move(s));
  }
  return out;
}

// The sections of a model that was trained before, all but the names.
Result<std::vector<Section>> sections_of(const Files& files, const std::string& path) {
  const auto bytes = files.read(path, kMaxFile);
  if (!bytes) return bytes.error();
  const auto file = ModelFile::read(*bytes, path);
  if (!file) return file.error();
  std::vector<Section> out;
  for (const char* name : {"tags", "relations", "tagger1", "tagger2", "parser", "dictionary", "lemmas", "lemma_text"}) {
    const auto section = file->section(name);
    if (!section) return section.error();
    out.push_back({name, std::string(*section)});
  }
  return out;
}

}  // namespace

Result<std::string> train_syntax(const Files& files, const SyntaxTraining& training, const std::function<void(const std::string&)>& say) {
  const auto treebank = read_all(files, training.treebanks, say);
  if (!treebank) return treebank.error();
  const auto names = read_all(files, training.names, say);
  if (!names) return names.error();
  if (treebank->empty() || names->empty()) return Error{"empty", "training needs --treebank and --ner files with sentences", ""};
  auto sections = training.base.empty() ? Result<std::vector<Section>>(Trainer(training, *treebank, *names, say).train()) : sections_of(files, training.base);
  if (!sections) return sections.error();
  auto name_sections = make_name_sections(*sections, *treebank, *names, training, say);
  if (!name_sections) return name_sections.error();
  for (auto& section : *name_sections) sections->push_back(std::move(section));
  return write_model_file(*sections);
}

}  // namespace attest
