#include "link/link.h"

namespace attest {

Links link_reports(std::span<const Analysis> analyses, const Knowledge& know, const Decisions* decisions) {
  const MarkReader reader(know);
  Linker linker(know);
  for (const Analysis& a : analyses) linker.add(a, reader.read(a));
  return linker.links(decisions);
}

Links link_reports(std::span<const Analysis> analyses, std::vector<ReportMarks> marks, const Knowledge& know, const Decisions* decisions) {
  Linker linker(know);
  for (std::size_t i = 0; i < analyses.size(); ++i) linker.add(analyses[i], std::move(marks[i]));
  return linker.links(decisions);
}

}  // namespace attest
