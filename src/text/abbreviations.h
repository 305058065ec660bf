#pragma once
#include <cstddef>
#include <string_view>

namespace attest {

// How a word that is written with a final full stop takes it.
enum class Abbreviation {
  kNone,
  kTitle,     // "Dr.", "Lt.", "Gen.": a name follows, a sentence never ends here
  kNumbered,  // "No. 5", "p. 12": only before a number
  kDated,     // "Jan.", "Tue.": capitalised; ends a sentence only before a word that often opens one
  kFinal,     // "Inc.", "etc.": may end a sentence
};

// `word`: folded, without the full stop.
Abbreviation abbreviation(std::string_view word);

// Whether a capitalised word often opens a sentence ("The", "But", "He"); decides after "U.S." and "Inc.".
bool often_opens_sentence(std::string_view folded);

// Whether a line that ends in this word goes on in the next one ("of", "the", "and").
bool never_ends_sentence(std::string_view folded);

// Words that close a letter before the comma and the name ("Regards,").
bool closes_letter(std::string_view folded);

// Endings of file names ("report.pdf").
bool is_file_ending(std::string_view folded);

// A word that has lost its apostrophe, or two words said as one ("didnt", "theyre", "gonna"): where its second part begins and
// what that stands for.
struct Joined {
  std::size_t first = 0;  // bytes of the first part, 0: it is one word
  std::string_view second;
};
Joined joined_words(std::string_view folded);

// Words with a slash that are one ("b/c", "w/o").
bool is_slash_word(std::string_view folded);

// The length of the emoticon that `text` begins with (":-)", ";)"), 0 none.
std::size_t emoticon_length(std::string_view text);

// Top-level domains that keep "name.org" one token.
bool is_domain_ending(std::string_view folded);

}  // namespace attest
