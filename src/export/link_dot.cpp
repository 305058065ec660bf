#include "export/export.h"
#include "export/link_graph.h"

namespace attest {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + "\"";
}

}  // namespace

std::string link_dot(const Links& links, std::span<const Analysis> analyses, const Lexicon& lexicon) {
  const LinkGraph graph = shared_graph(links, analyses, lexicon);
  std::string out = "// Which reports depend on which, as far as their words show; no edge is no proof of independence.\ndigraph dependence {\n  rankdir=LR;\n";
  for (const GraphNode& n : graph.nodes) out += "  " + n.id + " [label=" + quoted(n.label) + ", shape=" + (n.report ? "box" : "ellipse") + "];\n";
  for (const GraphEdge& e : graph.edges)
    out += "  " + graph.nodes[e.from].id + " -> " + graph.nodes[e.to].id + " [label=" + quoted(e.signal) + ", tooltip=" + quoted(e.sentence) + "];\n";
  return out + "}\n";
}

}  // namespace attest
