#pragma once
// Keys under which a name is looked up, and how surely two spellings write one name.
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace attest {

// The words of a name, folded (fold_case), without apostrophes and dots, split at spaces and hyphens; common short forms are
// written out ("St." → "saint"). What it returns for a gazetteer's name equals what the words of a text give for the same name.
std::vector<std::string> name_words(std::string_view name);

// One word of a text as name_words would write it, from its folded form. Appends to `out`; nothing for an apostrophe or a hyphen alone.
void append_name_word(std::string_view folded, std::string& out);

// name_words joined by single spaces.
std::string name_key(std::string_view name);

// The consonants that the usual romanisations of one name share ("Baniyas", "Banias", "بانياس" → "bns"): articles left out, vowels
// and glides dropped, letters that romanisations confuse (q k c, dh d, kh x …) put together, doubles once. Words are joined. It may be
// empty. An index key: equal skeletons are candidates, never proof.
std::string name_skeleton(std::string_view name);

// How surely `a` and `b` write one name, from 0 to 1; 0.5 and above: treated as one.
double name_similarity(std::string_view a, std::string_view b);

}  // namespace attest
