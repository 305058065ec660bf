#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "base/base.h"

namespace attest {

// Reads a file line by line and writes what `line_of` makes of each line, in order; line numbers count from 1. An error ends the command with
// what and where. Bytes that are not UTF-8 are an error. Gives the exit status.
int write_lines(const std::string& path, const std::function<Result<std::string>(std::string_view line, std::size_t number)>& line_of);

}  // namespace attest
