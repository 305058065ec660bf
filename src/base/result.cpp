#include "base/result.h"

namespace attest {

std::string Error::text() const {
  std::string out = where.empty() ? "" : where + ": ";
  out += message;
  if (!code.empty()) out += " [" + code + "]";
  return out;
}

}  // namespace attest
