#include "syntax/names_build.h"

#include <algorithm>
#include <cstring>

#include "syntax/names_data.h"
#include "syntax/names_train.h"
#include "syntax/parts.h"
#include "syntax/recase.h"

namespace attest::syntax {
namespace {

template <class T>
std::string bytes_of(const std::vector<T>& values) {
  return std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

class NameBuilder {
 public:
  NameBuilder(const std::vector<Section>& base, const std::vector<ConlluSentence>& treebank, const std::vector<ConlluSentence>& names, const SyntaxTraining& training)
      : treebank_(treebank), names_(names), training_(training) {
    const auto weights = [&](std::string_view name) {
      const auto& bytes = section(base, name);
      return std::span(reinterpret_cast<const std::int8_t*>(bytes.data()), bytes.size());
    };
    tagging_.classes = lines_of(section(base, "tags")).size();
    tagging_.first = {weights("tagger1"), padded(tagging_.classes)};
    tagging_.second = {weights("tagger2"), padded(tagging_.classes)};
    const auto& rows = section(base, "dictionary");
    dictionary_.resize(rows.size() / sizeof(DictionaryRow));
    std::memcpy(dictionary_.data(), rows.data(), dictionary_.size() * sizeof(DictionaryRow));
  }

  std::vector<Section> sections(const std::function<void(const std::string&)>& say) const {
    const auto rows = phrase_table().rows();
    const Phrases phrases(rows);
    std::vector<NameExample> all;
    add_corpus_names(phrases, all);
    if (training_.names_from_trees) add_treebank_names(phrases, all);
    const auto trained = train_names(std::move(all), NameTraining{}, say);
    return {{"name_keys", bytes_of(trained.keys)}, {"names", bytes_of(trained.rows)}, {"links", bytes_of(trained.links)}, {"phrases", bytes_of(rows)}};
  }

 private:
  static const std::string& section(const std::vector<Section>& all, std::string_view name) {
    static const std::string kEmpty;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Section& s) { return s.name == name; });
    return found == all.end() ? kEmpty : found->bytes;
  }

  // The words do not own their forms.
  Words words_of(const CasedForms& forms) const {
    Words words = syntax::words_of(forms);
    look_up_dictionary(dictionary_.data(), dictionary_.size(), words);
    return words;
  }

  // What training text and lists know of words and names.
  PhraseTable phrase_table() const {
    PhraseTable out;
    for (const auto& phrase : training_.phrases) out.add({phrase.words, flags_of(phrase.list), static_cast<std::uint8_t>(phrase.list == PhraseList::kPersonPart ? phrase.weight : 0)});
    for (const auto& s : names_) {
      const auto versions = named_sentences(s);
      out.count(words_of({versions[0].forms, {}}), names_of(versions[0].allowed));
      if (versions.size() == 1) continue;
      const Words words = words_of({versions[1].forms, {}});
      out.count(words, hyphenated(versions[1]));
    }
    return out;
  }

  static std::vector<PhraseTable::Name> hyphenated(const NamedSentence& s) {
    auto names = names_of(s.allowed);
    std::erase_if(names, [&](const auto& name) { return std::find(s.forms.begin() + static_cast<std::ptrdiff_t>(name.first), s.forms.begin() + static_cast<std::ptrdiff_t>(name.last), "-") == s.forms.begin() + static_cast<std::ptrdiff_t>(name.last); });
    return names;
  }

  static std::uint16_t flags_of(PhraseList list) {
    switch (list) {
      case PhraseList::kCountry: return PhraseRow::kCountry;
      case PhraseList::kRegion: return PhraseRow::kRegion;
      case PhraseList::kCity: return PhraseRow::kCity;
      case PhraseList::kTown: return PhraseRow::kTown;
      case PhraseList::kAdjective: return PhraseRow::kAdjective;
      case PhraseList::kPersonPart: return 0;
    }
    return 0;
  }

  static NameExample name_example(const Words& words, const std::vector<std::uint16_t>& tags, const Phrases& phrases, const PhraseCounts* own, std::vector<std::uint32_t> allowed) {
    NameExample out;
    out.allowed = std::move(allowed);
    const auto hints = phrases.hints(words, own);
    Features features;
    for (std::size_t i = 0; i < words.words.size(); ++i) {
      name_features(words, tags, hints, i, features);
      out.features.insert(out.features.end(), features.all().begin(), features.all().end());
      out.ends.push_back(static_cast<std::uint32_t>(out.features.size()));
    }
    return out;
  }

  void add_corpus_names(const Phrases& phrases, std::vector<NameExample>& out) const {
    std::vector<std::int32_t> scores(tagging_.first.width);
    for (std::size_t n = 0; n < names_.size(); ++n) {
      const auto versions = named_sentences(names_[n]);
      auto own = PhraseTable::counts_of(words_of({versions[0].forms, {}}), names_of(versions[0].allowed));
      if (versions.size() > 1)
        for (const auto& [key, counts] : PhraseTable::counts_of(words_of({versions[1].forms, {}}), hyphenated(versions[1])))
          for (std::size_t k = 0; k < 5; ++k) own[key][k] = static_cast<std::uint16_t>(own[key][k] + counts[k]);
      for (const auto& version : versions)
        for (const auto& forms : recased(version.forms, version.tags, n)) {
          const Words words = words_of(forms);
          out.push_back(name_example(words, tagging_.tags(words, scores), phrases, &own, version.allowed));
        }
    }
  }

  // The treebanks have no names, but say which words are proper nouns.
  void add_treebank_names(const Phrases& phrases, std::vector<NameExample>& out) const {
    const auto times = time_words(names_);
    const auto known = [&](const std::vector<std::string>& run) -> std::uint32_t {
      std::vector<std::string_view> forms(run.begin(), run.end());
      const auto* row = phrases.find(phrase_key(make_words(forms), 0, run.size()));
      if (!row) return 0;
      std::uint32_t kinds = 0, all = 0;
      for (std::size_t k = 0; k < 4; ++k) all += row->seen[k];
      for (std::size_t k = 0; k < 4; ++k)
        if (row->seen[k] * 5u >= all && row->seen[k] > 0) kinds |= 1u << k;
      if (row->flags & (PhraseRow::kCountry | PhraseRow::kRegion | PhraseRow::kCity)) kinds |= 4;
      if (row->flags & PhraseRow::kAdjective) kinds |= 8;
      if (kinds && row->person >= 3) kinds |= 1;
      return kinds;
    };
    std::vector<std::int32_t> scores(tagging_.first.width);
    for (std::size_t i = 0; i < treebank_.size(); ++i) {
      const NamedSentence s = named_by_tree(treebank_[i], times, known);
      for (const auto& forms : recased(s.forms, s.tags, i)) {
        const Words words = words_of(forms);
        out.push_back(name_example(words, tagging_.tags(words, scores), phrases, nullptr, s.allowed));
      }
    }
  }

  const std::vector<ConlluSentence>&treebank_, &names_;
  const SyntaxTraining& training_;
  Tagging tagging_;
  std::vector<DictionaryRow> dictionary_;
};

}  // namespace

Result<std::vector<Section>> make_name_sections(const std::vector<Section>& base, const std::vector<ConlluSentence>& treebank, const std::vector<ConlluSentence>& names,
                                                const SyntaxTraining& training, const std::function<void(const std::string&)>& say) {
  return NameBuilder(base, treebank, names, training).sections(say);
}

}  // namespace attest::syntax
