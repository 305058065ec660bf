// METHOD 10: in a shared graph of who depends on whom, no private person is a node, and nobody's name stands in it. All people
// are invented.
#include "export/link_graph.h"

#include <algorithm>

#include "export/export.h"
#include "sample_case.h"

namespace attest {
namespace {

DossierSource source(std::string id, std::string name, std::string kind) {
  DossierSource out;
  out.id = std::move(id);
  out.name = std::move(name);
  out.kind = std::move(kind);
  out.reports = 1;
  return out;
}

struct Case {
  std::vector<Analysis> analyses;
  Links links;
};

// Two reports that rest on a monitor, on one another, and on people of every kind that is nobody's business.
Case people_and_bodies() {
  Case out;
  out.analyses.push_back(
      sample_report("a.txt", "Norr Post", "2031-05-08", "Coast Watch counted 12 dead. Ilda Maren saw it, Joren Tave filmed it."));
  out.analyses.push_back(
      sample_report("b.txt", "Sund Courier", "2031-05-09", "Coast Watch counted 12 dead. Pelle Orm wrote from the quay."));
  for (std::uint32_t i = 0; i < 2; ++i)
    out.analyses[i].report.id = "sha256:" + std::string(1, static_cast<char>('a' + i)), out.links.same_as.push_back(i);
  out.links.sources = {source("coast-watch", "Coast Watch", "monitor"),
                       source("ilda-maren", "Ilda Maren", "witness"),
                       source("joren-tave", "Joren Tave", "activist"),
                       source("pelle-orm", "Pelle Orm", "person"),
                       source("vanja-lind", "Vanja Lind", "medical"),
                       source("teacher-of-norr", "the teacher Sanna Berg", "other"),
                       source("unnamed-activist@norr-post", "an activist, unnamed (Norr Post)", "activist"),
                       source("unnamed-witness@norr-post", "a witness, unnamed (Norr Post)", "witness"),
                       source("unnamed-monitor@norr-post", "a man in the harbour", "monitor")};
  for (const DossierSource& s : out.links.sources) out.links.dependencies.push_back({0, s.id, "named", {{0, {0, 5}}}});
  out.links.dependencies.push_back({1, "sha256:a", "shared_text", {{0, {0, 28}}, {1, {0, 28}}}});
  out.links.figure_dependencies.push_back({1, "ilda-maren", "same_figure", {{1, {0, 28}}}});
  out.links.reuse = {{"sund-courier", "coast-watch", "named", 1},
                     {"sund-courier", "norr-post", "shared_text", 1},
                     {"norr-post", "ilda-maren", "named", 1},
                     {"norr-post", "unnamed-activist@norr-post", "named", 1}};
  return out;
}

TEST(LinkGraph, HasReportsAndBodiesAndNobodyElse) {
  const Case c = people_and_bodies();
  const LinkGraph graph = shared_graph(c.links, c.analyses, {});
  std::vector<std::string> labels;
  for (const GraphNode& n : graph.nodes) labels.push_back(n.label.substr(0, n.label.find(" (")));
  std::sort(labels.begin(), labels.end());
  EXPECT_EQ(labels, (std::vector<std::string>{"Coast Watch", "Norr Post", "Sund Courier"}));
  EXPECT_EQ(graph.edges.size(), 2U);
  EXPECT_EQ(graph.hidden, 9);
  EXPECT_EQ(graph.reuse.size(), 2U);
}

TEST(LinkGraph, NoPrivateNameStandsInWhatIsShared) {
  const Case c = people_and_bodies();
  for (const std::string& page : {link_dot(c.links, c.analyses, {}), link_html(c.links, c.analyses, {})}) {
    EXPECT_NE(page.find("Coast Watch"), std::string::npos);
    for (const char* word : {"Ilda", "Maren", "maren", "Joren", "Tave", "tave", "Pelle", "Orm", "pelle", "Vanja", "Lind", "Sanna",
                             "Berg", "unnamed", "activist", "witness", "harbour", "quay", "filmed"})
      EXPECT_EQ(page.find(word), std::string::npos) << word;
  }
}

}  // namespace
}  // namespace attest
