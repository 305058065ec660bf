#pragma once
#include <string>
#include <vector>

#include "export/view.h"

namespace attest {

// A cell of the register: its column, and whether it is a number (csv writes both alike; geojson does not quote numbers).
struct RegisterCell {
  std::string column, text;
  bool number = false;
};
std::vector<RegisterCell> register_row(const ViewIncident& incident, const std::string& policy);

// A field of csv (RFC 4180). What a spreadsheet would read as a formula is led by an apostrophe.
std::string csv_field(const std::string& text);
std::string csv_line(const std::vector<std::string>& fields);

}  // namespace attest
