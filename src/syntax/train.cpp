#include <algorithm>
#include <cstring>
#include <functional>
#include <map>
#include <set>

#include "syntax/conllu.h"
#include "syntax/names.h"
#include "syntax/parser.h"
#include "syntax/parts.h"
#include "syntax/syntax.h"
#include "syntax/tagger.h"

namespace attest {

using namespace syntax;

namespace {

constexpr std::uint64_t kMaxFile = 1ull << 30;
constexpr std::size_t kFolds = 4;
constexpr std::size_t kTaggerSize = 3 << 20, kParserSize = 6 << 20, kNamesSize = 5 << 19;

struct Example {
  Words words;
  Tagged gold;
  std::vector<std::uint16_t> guess;  // jack-knifed tags of the first pass
  std::vector<std::uint16_t> tags;   // jack-knifed tags of the second
};

// xorshift64*: the same everywhere, unlike the library's distributions.
class Random {
 public:
  std::uint32_t below(std::uint32_t n) {
    state_ ^= state_ >> 12, state_ ^= state_ << 25, state_ ^= state_ >> 27;
    return static_cast<std::uint32_t>((state_ * 0x2545F4914F6CDD1Dull) >> 32) % n;
  }

 private:
  std::uint64_t state_ = 0x9E3779B97F4A7C15ull;
};

std::vector<std::size_t> shuffled(std::size_t n, Random& random) {
  std::vector<std::size_t> order(n);
  for (std::size_t i = 0; i < n; ++i) order[i] = i;
  for (std::size_t i = n; i > 1; --i) std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
  return order;
}

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
  Trainer(const SyntaxTraining& training, const std::function<void(const std::string&)>& say) : training_(training), say_(say) {}

  Result<void> read(const Files& files) {
    for (const auto& path : training_.treebanks)
      if (auto done = read_into(files, path, treebank_); !done) return done;
    for (const auto& path : training_.names)
      if (auto done = read_into(files, path, names_); !done) return done;
    if (treebank_.empty() || names_.empty()) return Error{"empty", "training needs --treebank and --ner files with sentences", ""};
    return {};
  }

  std::string train() {
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
    auto namer = train_names(first, second);
    const auto lemmas = learn_lemmas(lemma_examples());
    return write_model_file({{"tags", tags.text()}, {"relations", relations.text()}, {"tagger1", table<std::int8_t>(first)}, {"tagger2", table<std::int8_t>(second)}, {"parser", table<std::int8_t>(parser)},
                             {"names", table<std::int16_t>(namer)}, {"dictionary", bytes_of(dictionary_.data(), dictionary_.size() * sizeof(DictionaryRow))},
                             {"lemmas", bytes_of(lemmas.rows.data(), lemmas.rows.size() * sizeof(Lemmas::Row))}, {"lemma_text", lemmas.buffer}});
  }

 private:
  Result<void> read_into(const Files& files, const std::string& path, std::vector<ConlluSentence>& into) {
    const auto text = files.read(path, kMaxFile);
    if (!text) return text.error();
    auto sentences = read_conllu(*text, path);
    if (!sentences) return sentences.error();
    say_(path + ": " + std::to_string(sentences->size()) + " sentences");
    for (auto& s : *sentences) into.push_back(std::move(s));
    return {};
  }

  template <class Weight>
  static std::string table(const LinearTrainer& trainer) {
    const auto weights = trainer.quantised<Weight>();
    return bytes_of(weights.data(), weights.size() * sizeof(Weight));
  }

  Words words_of(const ConlluSentence& s, bool caseless) const {
    std::vector<std::string> folded;
    std::vector<std::string_view> forms;
    for (const auto& w : s.words) forms.push_back(w.form);
    Words words = make_words(forms);
    if (caseless) {
      for (auto& w : words.words) w.form_hash = w.lower_hash, w.shape = word_hash("caseless");
      words.caseless = true;
    }
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
      for (const auto& w : s.words) tag_names_.insert(w.upos + "\t" + w.xpos), relation_names_.insert(w.relation);
      examples_.push_back({words_of(s, false), {}, {}, {}});
      sources_.push_back(i);
      if (i % 8 == 3) examples_.push_back({words_of(s, true), {}, {}, {}}), sources_.push_back(i);
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

  LinearTrainer train_names(const LinearTrainer& first, const LinearTrainer& second) const {
    struct Named {
      Words words;
      std::vector<std::uint16_t> tags;
      std::vector<std::uint8_t> gold;
    };
    static const std::map<std::string, std::size_t> kLabels = {{"per", 0}, {"org", 1}, {"geo", 2}, {"gpe", 3}, {"PER", 0}, {"ORG", 1}, {"LOC", 2}, {"NORP", 3}};
    std::vector<Named> all;
    std::vector<float> scores(std::max(first.width(), second.width()));
    for (std::size_t n = 0; n < names_.size(); ++n)
      for (const bool caseless : {false, true}) {
        if (caseless && n % 8 != 3) continue;
        Named e{words_of(names_[n], caseless), {}, {}};
        const auto guess = tag_sentence(first, tags_->size(), e.words, nullptr, scores);
        e.tags = tag_sentence(second, tags_->size(), e.words, &guess, scores);
        for (const auto& w : names_[n].words) {
          const auto at = w.misc.find("NER=");
          const auto label = at == std::string::npos ? kLabels.end() : kLabels.find(w.misc.substr(at + 6, w.misc.find('|', at) - at - 6));
          std::size_t tag = label == kLabels.end() ? 0 : 1 + 2 * label->second + (w.misc[at + 4] == 'I');
          if (!entity_may_follow(e.gold.empty() ? 0 : e.gold.back(), tag)) --tag;
          e.gold.push_back(static_cast<std::uint8_t>(tag));
        }
        all.push_back(std::move(e));
      }
    LinearTrainer model(kNamesSize, kEntityClasses);
    scores.resize(std::max<std::size_t>(scores.size(), model.width()));
    Random random;
    Features features;
    for (int epoch = 0; epoch < (training_.epochs + 1) / 2; ++epoch) {
      std::size_t right = 0, entities = 0;
      for (const auto k : shuffled(all.size(), random)) {
        const auto& e = all[k];
        std::vector<std::uint8_t> before;
        for (std::size_t i = 0; i < e.gold.size(); ++i) {
          model.tick();
          entity_features(e.words, e.tags, i, before, features);
          model.score(features, scores.data());
          std::size_t said = 0;
          for (std::size_t c = 1; c < kEntityClasses; ++c)
            if (entity_may_follow(before.empty() ? 0 : before.back(), c) && scores[c] > scores[said]) said = c;
          if (said != e.gold[i]) model.update(features, e.gold[i], said);
          if (e.gold[i] != 0) right += said == e.gold[i], ++entities;
          before.push_back(static_cast<std::uint8_t>(said));
        }
      }
      say_("names, round " + std::to_string(epoch + 1) + ": " + std::to_string(static_cast<double>(right) / static_cast<double>(entities)));
    }
    return model;
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
  const std::function<void(const std::string&)>& say_;
  std::vector<ConlluSentence> treebank_, names_;
  std::vector<DictionaryRow> dictionary_;
  std::vector<Example> examples_;
  std::vector<std::size_t> sources_;  // of each example: its sentence in treebank_
  std::set<std::string> tag_names_, relation_names_;
  const NameTable* tags_ = nullptr;
  const NameTable* relations_ = nullptr;
};

}  // namespace

Result<std::string> train_syntax(const Files& files, const SyntaxTraining& training, const std::function<void(const std::string&)>& say) {
  Trainer trainer(training, say);
  if (const auto read = trainer.read(files); !read) return read.error();
  return trainer.train();
}

}  // namespace attest
