#pragma once
// robots.txt as RFC 9309 says and as the parser that Google published reads it, its leniency with broken files included.
#include <string>
#include <string_view>
#include <vector>

namespace attest {

// The rules of one file. Pure; linear in the file, and in rules times path for a question.
class Robots {
 public:
  // Reads the first 512 KiB. Never fails: what cannot be read is passed over.
  static Robots parse(std::string_view text);

  // Whether the program of that name ("attest") may fetch the address. The longest rule that fits decides, an allowing one
  // between equals; rules for "*" count only where no group names the program.
  bool allows(std::string_view agent, std::string_view url) const;

 private:
  struct Rule {
    bool allow;
    std::string pattern;  // escaped; may hold '*' and end in '$'
  };
  struct Group {
    std::vector<std::string> agents;  // lower case; "*" for all
    std::vector<Rule> rules;
  };
  std::vector<Group> groups_;
};

}  // namespace attest
