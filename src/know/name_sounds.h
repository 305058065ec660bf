#pragma once
// How likely two spellings write one Arabic name, by the letters that each may stand for.
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace attest {

// A kernel of spellings: K(a, b) is the probability that both, read at random, give the same letters, and the value is K(a, b) over the
// root of K(a, a) K(b, b). It is taken once over all letters and once over consonants alone; the result is their geometric mean, from 0 to 1.
// `a` and `b` are words as name_words gives them, articles left out. At most 64 letters of each are read. Threads may share it: the table
// (data/names/latin_arabic.tsv, in the program) is read once.
double same_sounds(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace attest
