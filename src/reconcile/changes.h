#pragma once
#include <set>
#include <string>
#include <vector>

#include "reconcile/said.h"

namespace attest {

// The kinds of change (lang/…/changes.toml) that the words of a sentence tell of. Empty without a lexicon.
std::set<std::string> change_words(const Tokens& tokens, Span sentence, const Lexicon* lexicon);

// METHOD 6: says of each reading that replaces an earlier one how it changes it (Reading::change, change_evidence, note). A fall is, in this
// order: a transition where another count of the same origin rises by as many; what the new figure's own sentence calls it; a narrower scope
// where the scopes say so; else unexplained. Gives the transitions between the tolls, also those that are told in words alone.
std::vector<Transition> type_changes(std::vector<Toll>& tolls, const LinkedIncident& incident, const CaseFacts& facts);

}  // namespace attest
