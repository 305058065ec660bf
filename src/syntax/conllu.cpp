#include "syntax/conllu.h"

#include <array>
#include <charconv>

namespace attest::syntax {
namespace {

constexpr std::size_t kMaxWords = 10'000;
constexpr std::size_t kMaxLine = 1 << 20;

std::string or_underscore(const std::string& text) { return text.empty() ? "_" : text; }

}  // namespace

Result<std::vector<ConlluSentence>> read_conllu(std::string_view text, const std::string& path) {
  std::vector<ConlluSentence> out;
  ConlluSentence sentence;
  std::size_t number = 0;
  const auto wrong = [&](std::string message) { return Error{"unreadable", std::move(message), path + ":" + std::to_string(number)}; };
  const auto flush = [&] {
    if (!sentence.words.empty()) out.push_back(std::move(sentence));
    sentence = {};
  };
  for (std::size_t at = 0; at < text.size();) {
    ++number;
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    at = end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.size() > kMaxLine) return wrong("a line of more than 1 MiB");
    if (line.empty()) {
      flush();
      continue;
    }
    if (line[0] == '#') {
      sentence.comments.emplace_back(line);
      continue;
    }
    std::array<std::string_view, 10> column;
    std::size_t columns = 0;
    for (std::size_t from = 0; from <= line.size();) {
      const auto tab = std::min(line.find('\t', from), line.size());
      if (columns < column.size()) column[columns] = line.substr(from, tab - from);
      ++columns;
      from = tab + 1;
    }
    if (columns != column.size()) return wrong("a word needs 10 columns with tabs between, this line has " + std::to_string(columns));
    if (column[0].find_first_of("-.") != std::string_view::npos) {
      sentence.others.emplace_back(sentence.words.size(), std::string(line));
      continue;
    }
    if (sentence.words.size() >= kMaxWords) return wrong("a sentence of more than 10,000 words");
    ConlluSentence::Word word;
    const auto set = [&](std::string& field, std::size_t i) {
      if (column[i] != "_" || i == 1) field = std::string(column[i]);
    };
    set(word.form, 1), set(word.lemma, 2), set(word.upos, 3), set(word.xpos, 4), set(word.feats, 5), set(word.relation, 7), set(word.deps, 8), set(word.misc, 9);
    if (word.form == "_" && column[2] == "_") word.lemma = word.lemma.empty() && !word.upos.empty() ? "_" : word.lemma;
    int head = 0;
    const auto [stop, ec] = std::from_chars(column[6].data(), column[6].data() + column[6].size(), head);
    if (ec == std::errc() && stop == column[6].data() + column[6].size() && head >= 0) word.head = head - 1, word.has_head = true;
    else if (column[6] != "_") return wrong("the head is not a number: " + std::string(column[6]));
    sentence.words.push_back(std::move(word));
  }
  flush();
  for (const auto& s : out)
    for (const auto& w : s.words)
      if (w.head >= static_cast<std::int32_t>(s.words.size())) return Error{"unreadable", "a head beyond the end of its sentence", path};
  return out;
}

std::string write_conllu(const ConlluSentence& s) {
  std::string out;
  for (const auto& comment : s.comments) out += comment + "\n";
  std::size_t other = 0;
  for (std::size_t i = 0; i <= s.words.size(); ++i) {
    for (; other < s.others.size() && s.others[other].first == i; ++other) out += s.others[other].second + "\n";
    if (i == s.words.size()) break;
    const auto& w = s.words[i];
    out += std::to_string(i + 1) + "\t" + w.form + "\t" + or_underscore(w.lemma) + "\t" + or_underscore(w.upos) + "\t" + or_underscore(w.xpos) + "\t" +
           or_underscore(w.feats) + "\t" + (w.has_head ? std::to_string(w.head + 1) : "_") + "\t" + or_underscore(w.relation) + "\t" + or_underscore(w.deps) +
           "\t" + or_underscore(w.misc) + "\n";
  }
  return out + "\n";
}

}  // namespace attest::syntax
