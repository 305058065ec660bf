#pragma once
#include <optional>
#include <string_view>

#include "ingest/html_tree.h"

namespace attest {

Tag tag_of(std::string_view lower_name);  // kOther where the element is not one of ours
std::optional<Attr> attr_of(std::string_view lower_name);

}  // namespace attest
