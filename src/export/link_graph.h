#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include "know/rules.h"
#include "model/model.h"

namespace attest {

// The dependence graph as a shared page may show it (METHOD 10): nodes are outlets' reports, by outlet and day, and bodies that reports name
// as sources. Witnesses, activists, local reporters and whoever else may be a private person are no nodes, and no edge leads to them.
struct GraphNode {
  std::string id;     // r1 …, s1 …
  std::string label;  // "outlet (day)", a body's name
  bool report = false;
};
struct GraphEdge {
  std::size_t from = 0, to = 0;  // indices into nodes; from the later or relaying to what it rests on
  std::string signal;
  std::string sentence;
};
struct LinkGraph {
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
  std::vector<std::string> reuse;  // one sentence an outlet and what it takes over, most frequent first
  int hidden = 0;                  // edges left out because they lead to somebody who is no node
};

LinkGraph shared_graph(const Links& links, std::span<const Analysis> analyses, const Lexicon& lexicon);

}  // namespace attest
