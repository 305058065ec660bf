#include <cstdint>
#include <cstdlib>

#include "syntax/conllu.h"
#include "syntax/syntax.h"
#include "text/text.h"

namespace {

using namespace attest;

void must(bool holds) {
  if (!holds) std::abort();
}

const SyntaxModel& model() {
  static const auto loaded = SyntaxModel::load(ATTEST_SOURCE "/models/en.bin");
  must(static_cast<bool>(loaded));
  return **loaded;
}

// What finders rely on: a word a token, trees and names that stay inside their sentences, in order.
void check(const Tokens& tokens, const Parse& parse) {
  must(parse.words.size() == tokens.size() && parse.lemmas.size() == tokens.size());
  for (const auto& s : tokens.sentences)
    for (auto i = s.first; i < s.last; ++i) {
      const auto& w = parse.words[i];
      must(w.head >= -1 &&
           (w.head < 0 || (static_cast<std::uint32_t>(w.head) >= s.first && static_cast<std::uint32_t>(w.head) < s.last)));
      must(w.left >= s.first && w.left <= i && w.right > i && w.right <= s.last);
    }
  std::uint32_t at = 0;
  for (const auto& name : parse.names) {
    must(name.first >= at && name.last > name.first && name.last <= tokens.size());
    at = name.last;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (find_invalid_utf8(text) != std::string_view::npos) return 0;
  const Tokens tokens = tokenize(text);
  check(tokens, model().parse(tokens, text));
  must(static_cast<bool>(syntax::read_conllu(parse_text(model(), tokens, text), "again.conllu")));
  return 0;
}
