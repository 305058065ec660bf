#include <algorithm>

#include "export/export.h"
#include "export/link_graph.h"
#include "export/markup.h"
#include "export/words.h"

namespace attest {
namespace {

const char* const kStyle =
    "body{margin:0 auto;max-width:60rem;padding:1.5rem;font:1rem/1.5 system-ui,sans-serif;color:#1c2024;background:#fcfbf8}"
    "@media (prefers-color-scheme:dark){body{color:#e7e5df;background:#15181b}a{color:#8cc0ee}}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .6rem;border-bottom:1px solid #8886}";

// Rows by what is rested on: who rests on it, and why, in a sentence.
void edges(Markup& out, const LinkGraph& graph) {
  std::vector<const GraphEdge*> order;
  for (const GraphEdge& e : graph.edges) order.push_back(&e);
  std::stable_sort(order.begin(), order.end(), [](const GraphEdge* a, const GraphEdge* b) { return std::tie(a->to, a->from) < std::tie(b->to, b->from); });
  out.open("table").open("thead").open("tr").element("th", "Rests on", {{"scope", "col"}}).element("th", "Why", {{"scope", "col"}}).close("tr").close("thead").open("tbody").line();
  const GraphEdge* before = nullptr;
  for (const GraphEdge* e : order) {
    out.open("tr").element("td", before && before->to == e->to ? "" : graph.nodes[e->to].label).element("td", e->sentence).close("tr").line();
    before = e;
  }
  out.close("tbody").close("table").line();
}

}  // namespace

std::string link_html(const Links& links, std::span<const Analysis> analyses, const Lexicon& lexicon) {
  const LinkGraph graph = shared_graph(links, analyses, lexicon);
  Markup out;
  out.constant("<!DOCTYPE html>\n").open("html", {{"lang", "en"}}).open("head").empty("meta", {{"charset", "utf-8"}});
  out.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", "default-src 'none'; style-src 'unsafe-inline'"}});
  out.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}).element("title", "Which reports depend on which");
  out.open("style").constant(kStyle).close("style").close("head").line().open("body").element("h1", "Which reports depend on which");
  const auto reports = std::count_if(graph.nodes.begin(), graph.nodes.end(), [](const GraphNode& n) { return n.report; });
  out.element("p", plural(reports, "report", "reports") + ", " + plural(static_cast<std::int64_t>(graph.nodes.size()) - reports, "body", "bodies") + " named as sources, " +
                       plural(static_cast<std::int64_t>(graph.edges.size()), "tie", "ties") + ". Unreviewed. A tie that is not here is no proof of independence.");
  if (graph.hidden > 0)
    out.element("p", plural(graph.hidden, "tie", "ties") + " to sources that may be private people " + (graph.hidden == 1 ? "is" : "are") + " left out.");
  if (!graph.reuse.empty()) {
    out.element("h2", "Who takes over from whom").open("ul").line();
    for (const std::string& r : graph.reuse) out.element("li", r).line();
    out.close("ul").line();
  }
  out.element("h2", "Every tie, with its reason");
  edges(out, graph);
  out.close("body").close("html").line();
  return out.str();
}

}  // namespace attest
