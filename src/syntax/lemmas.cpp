#include "syntax/lemmas.h"

#include <algorithm>

namespace attest::syntax {
namespace {

constexpr std::size_t kLongestEnding = 6;
constexpr std::uint8_t kWhole = 255;

std::uint64_t key_of(char kind, std::string_view tag, std::string_view text) {
  return hash64(text, hash64(tag, static_cast<std::uint64_t>(kind)));
}

struct Script {
  std::uint8_t cut;
  std::string put;
  friend auto operator<=>(const Script&, const Script&) = default;
};

// How `word` becomes `lemma` at its end; whole where they share no beginning.
Script script_for(std::string_view word, std::string_view lemma) {
  std::size_t same = 0;
  while (same < word.size() && same < lemma.size() && word[same] == lemma[same]) ++same;
  while (same > 0 && same < word.size() && (static_cast<unsigned char>(word[same]) & 0xC0) == 0x80) --same;
  if (same == 0 || word.size() - same >= kWhole) return {kWhole, std::string(lemma)};
  return {static_cast<std::uint8_t>(word.size() - same), std::string(lemma.substr(same))};
}

std::string applied(std::string_view word, std::uint8_t cut, std::string_view put) {
  if (cut == kWhole) return std::string(put);
  if (cut > word.size()) return std::string(word);
  return std::string(word.substr(0, word.size() - cut)) + std::string(put);
}

using Votes = std::map<Script, int>;

const Script& winner(const Votes& votes) {
  return std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
}

}  // namespace

const Lemmas::Row* Lemmas::find(std::uint64_t key) const {
  const Row* end = rows_ + count_;
  const Row* row = std::lower_bound(rows_, end, key, [](const Row& r, std::uint64_t k) { return r.key < k; });
  return row != end && row->key == key ? row : nullptr;
}

std::string Lemmas::lemma(std::string_view form, std::string_view lower, std::string_view tag, bool proper) const {
  const std::string_view word = proper ? form : lower;
  const auto apply = [&](const Row* row) -> std::string {
    if (static_cast<std::size_t>(row->put) + row->put_size > buffer_.size()) return std::string(word);
    return applied(word, row->cut, buffer_.substr(row->put, row->put_size));
  };
  if (const Row* row = find(key_of('w', tag, word))) return apply(row);
  for (std::size_t n = std::min(kLongestEnding, word.size());; --n) {
    if (const Row* row = find(key_of('e', tag, word.substr(word.size() - n)))) return apply(row);
    if (n == 0) return std::string(word);
  }
}

LemmaTable learn_lemmas(const std::vector<LemmaExample>& examples) {
  std::map<std::pair<std::string, std::string>, Votes> words, endings;  // by tag and word or ending
  for (const auto& e : examples) ++words[{e.tag, e.proper ? e.form : e.lower}][script_for(e.proper ? e.form : e.lower, e.lemma)];
  for (const auto& [where, votes] : words) {
    const Script& script = winner(votes);
    if (script.cut == kWhole) continue;
    const std::string_view word = where.second;
    for (std::size_t n = script.cut; n <= std::min(kLongestEnding, word.size()); ++n) ++endings[{where.first, std::string(word.substr(word.size() - n))}][script];
  }
  LemmaTable out;
  std::map<std::string, std::uint32_t> stored;
  const auto add = [&](char kind, const std::pair<std::string, std::string>& where, const Script& script) {
    const auto [at, fresh] = stored.try_emplace(script.put, static_cast<std::uint32_t>(out.buffer.size()));
    if (fresh) out.buffer += script.put;
    out.rows.push_back({key_of(kind, where.first, where.second), at->second, static_cast<std::uint8_t>(script.put.size()), script.cut});
  };
  std::map<std::pair<std::string, std::string>, Script> rules;
  for (const auto& [where, votes] : endings) {
    int all = 0;
    for (const auto& [script, n] : votes) all += n;
    if (all < 2 && where.second.size() > 2) continue;
    rules.emplace(where, winner(votes));
  }
  // An ending that says what the next shorter one says already is left out.
  for (const auto& [where, script] : rules) {
    if (!where.second.empty()) {
      auto shorter = where.second.substr(1);
      auto found = rules.find({where.first, shorter});
      while (found == rules.end() && !shorter.empty()) found = rules.find({where.first, shorter = shorter.substr(1)});
      if (found != rules.end() && found->second == script) continue;
    }
    add('e', where, script);
  }
  const auto by_rules = [&](const std::string& tag, const std::string& word) -> const Script* {
    for (std::size_t n = std::min(kLongestEnding, word.size());; --n) {
      const auto found = rules.find({tag, word.substr(word.size() - n)});
      if (found != rules.end()) return &found->second;
      if (n == 0) return nullptr;
    }
  };
  for (const auto& [where, votes] : words) {
    const Script& script = winner(votes);
    const Script* rule = by_rules(where.first, where.second);
    if (!rule || *rule != script) add('w', where, script);
  }
  std::sort(out.rows.begin(), out.rows.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  return out;
}

}  // namespace attest::syntax
