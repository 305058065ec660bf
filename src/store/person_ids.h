#pragma once
#include <functional>
#include <string>

#include "model/model.h"

namespace attest {

// The id of a person in one case: HMAC-SHA256 under the case's secret, for the hash of a name is a name (METHOD 10). The same name has the
// same id throughout a case and another in every other case.
std::string person_id(const std::string& secret, const std::string& id);

// Gives people keyed ids in place of those that linking made from their names. `known` says which ids stand in public lists: those stay.
void key_person_ids(Links& links, const std::string& secret, const std::function<bool(const std::string&)>& known);
// The same where an analysis names people itself ("person:…").
void key_person_ids(Findings& findings, const std::string& secret, const std::function<bool(const std::string&)>& known);

}  // namespace attest
