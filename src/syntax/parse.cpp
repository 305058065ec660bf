#include <algorithm>
#include <array>

#include "syntax/conllu.h"
#include "syntax/syntax.h"

namespace attest {
namespace {

void fill(const SyntaxModel& model, syntax::ConlluSentence& sentence) {
  std::vector<std::string_view> forms;
  for (const auto& w : sentence.words) forms.push_back(w.form);
  const auto parsed = model.analyse(forms);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    auto& w = sentence.words[i];
    w.lemma = parsed.lemma[i], w.upos = parsed.upos[i], w.xpos = parsed.xpos[i], w.relation = parsed.relation[i];
    w.feats.clear(), w.deps.clear();
    w.head = parsed.head[i], w.has_head = true;
    const bool spaced = w.misc.find("SpaceAfter=No") == std::string::npos;
    w.misc = parsed.entity[i] == "O" ? "" : "NER=" + std::string(parsed.entity[i]);
    if (!spaced) w.misc += w.misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
  }
}

std::string without_breaks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

// Whether a token is the second part of one written word ("don't", "Bob's"): UD then writes the word as a multi-word token.
bool is_clitic(std::string_view norm) {
  static constexpr std::array<std::string_view, 10> kClitics = {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "s'", "na", "ta"};
  return std::find(kClitics.begin(), kClitics.end(), norm) != kClitics.end();
}
bool is_second_part(const Tokens& tokens, std::size_t i) {
  return is_clitic(tokens.norm(i)) || (tokens.norm(i) == "not" && tokens.norm(i - 1) == "can");
}

// A line for each written word that stands for several tokens of the sentence.
void add_written_words(const Tokens& tokens, const Sentence& s, std::string_view text, syntax::ConlluSentence& out) {
  for (auto i = s.first; i < s.last;) {
    auto last = i;
    while (last + 1 < s.last && !tokens.tokens[last + 1].space_before && is_second_part(tokens, last + 1)) ++last;
    if (last > i) {
      const Span whole{tokens.tokens[i].span.begin, tokens.tokens[last].span.end};
      const bool glued = last + 1 < s.last && !tokens.tokens[last + 1].space_before;
      out.others.emplace_back(i - s.first, std::to_string(i - s.first + 1) + "-" + std::to_string(last - s.first + 1) + "\t" +
                                               std::string(whole.in(text)) + "\t_\t_\t_\t_\t_\t_\t_\t" +
                                               (glued ? "SpaceAfter=No" : "_"));
    }
    i = last + 1;
  }
}

}  // namespace

Result<std::string> parse_conllu(const SyntaxModel& model, std::string_view text, const std::string& path) {
  auto sentences = syntax::read_conllu(text, path);
  if (!sentences) return sentences.error();
  std::string out;
  for (auto& sentence : *sentences) {
    fill(model, sentence);
    out += syntax::write_conllu(sentence);
  }
  return out;
}

std::string parse_text(const SyntaxModel& model, const Tokens& tokens, std::string_view text) {
  std::string out;
  std::size_t number = 0;
  for (const auto& s : tokens.sentences) {
    syntax::ConlluSentence sentence;
    sentence.comments = {"# sent_id = " + std::to_string(++number), "# text = " + without_breaks(s.span.in(text))};
    for (auto i = s.first; i < s.last; ++i) {
      syntax::ConlluSentence::Word word;
      word.form = tokens.tokens[i].span.in(text);
      if (i + 1 < s.last && !tokens.tokens[i + 1].space_before) word.misc = "SpaceAfter=No";
      sentence.words.push_back(std::move(word));
    }
    add_written_words(tokens, s, text, sentence);
    fill(model, sentence);
    out += syntax::write_conllu(sentence);
  }
  return out;
}

}  // namespace attest
