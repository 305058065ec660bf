#pragma once
// The words of a text as the redactor needs them: with their case, in any script, also in titles and addresses that were never tokenized.
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace attest {

struct Word {
  Span span;
  std::string folded;
  bool capital = false;
  bool all_caps = false;  // two or more letters
  bool number = false;    // begins with a digit
  bool other_script = false;  // letters of a script without case
};

// Words are runs of letters and digits; apostrophes and hyphens end them, and so does the possessive 's.
std::vector<Word> scan_words(std::string_view text);
// The text between two words: "" joins them as hyphen, space or apostrophe would; anything else is a border.
bool joined(std::string_view text, const Word& before, const Word& after);

}  // namespace attest
