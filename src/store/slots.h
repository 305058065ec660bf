#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/model.h"

namespace attest {

// The parts of a claim that a person may accept, correct or reject, by name. "" is unknown.
std::span<const std::string_view> slot_names();
std::string slot_value(const Claim& claim, std::string_view slot);
// False, and the claim untouched, for a slot or a value that there is not.
bool set_slot(Claim& claim, std::string_view slot, std::string_view value);

}  // namespace attest
