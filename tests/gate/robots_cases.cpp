// Answers the conformance cases of robots.txt: JSON lines with robots, agent and url in, "allowed" or "refused" out.
#include <simdjson.h>

#include <iostream>
#include <string>

#include "fetch/fetch.h"

int main() {
  simdjson::dom::parser parser;
  std::string line;
  while (std::getline(std::cin, line)) {
    simdjson::dom::element test;
    std::string_view robots, agent, url;
    if (parser.parse(simdjson::padded_string(line)).get(test) || test["robots"].get(robots) || test["agent"].get(agent) ||
        test["url"].get(url)) {
      std::cout << "unreadable\n";
      continue;
    }
    std::cout << (attest::Robots::parse(robots).allows(agent, url) ? "allowed\n" : "refused\n");
  }
}
