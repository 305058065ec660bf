#include "know/given_names.h"

#include <algorithm>
#include <string>
#include <vector>

namespace attest {
namespace {

constexpr char kTable[] =
#include "given_names.inc"
    ;

struct Ending {
  std::string_view text;  // a whole name begins with '^'
  NameSex sex = NameSex::kUnknown;
};

NameSex parse_sex(char c) { return c == 'F' ? NameSex::kFemale : c == 'M' ? NameSex::kMale : NameSex::kUnknown; }

bool by_text(const Ending& a, const Ending& b) { return a.text < b.text; }

const std::vector<Ending>& endings() {
  static const std::vector<Ending> loaded = [] {
    std::vector<Ending> out;
    for (std::string_view rest(kTable, sizeof(kTable) - 1); !rest.empty();) {
      const auto line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      if (line.size() < 3 || line.front() == '#' || line[line.size() - 2] != '\t') continue;
      out.push_back({line.substr(0, line.size() - 2), parse_sex(line.back())});
    }
    std::sort(out.begin(), out.end(), by_text);
    return out;
  }();
  return loaded;
}

}  // namespace

NameSex sex_by_given_name(std::string_view folded) {
  const auto whole = "^" + std::string(folded);
  for (std::size_t from = 0; from < whole.size(); ++from) {
    const Ending wanted{std::string_view(whole).substr(from)};
    const auto it = std::lower_bound(endings().begin(), endings().end(), wanted, by_text);
    if (it != endings().end() && it->text == wanted.text) return it->sex;
  }
  return NameSex::kUnknown;
}

}  // namespace attest
