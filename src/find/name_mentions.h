#pragma once
#include <vector>

#include "find/finders.h"

namespace attest {

// name_mentions.cpp: persons, organisations and groups that the parse names or a noun of the lists describes ("the security forces"), beside what
// other finders took (`taken`: actors, places): a mention that another covers is left out. Without a parse there are none. Their `entity` is empty: who
// they are, no list says.
std::vector<Mention> find_name_mentions(const FindInput& in, const std::vector<Mention>& taken);

}  // namespace attest
