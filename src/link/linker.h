#pragma once
#include <deque>
#include <memory>
#include <vector>

#include "know/know.h"
#include "link/marks.h"
#include "model/model.h"

namespace attest {

// Links reports as they come. What it gives is a function of the set of reports alone: a report joins or opens incidents without
// redoing the rest, and in whatever order the reports came, the links are the same bytes. Not thread-safe.
class Linker {
 public:
  explicit Linker(const Knowledge& know);
  ~Linker();

  // Adds a report; its index is the number of those before. The analysis may be compact (link/marks.h) and must outlive the
  // linker; once it is added its claims may be stripped.
  void add(const Analysis& analysis, ReportMarks marks);
  // Brings incidents up to date with what was added. Gives how many happenings were looked at again.
  std::size_t update();
  // Everything, written out. Costs the size of the case.
  Links links(const Decisions* decisions = nullptr);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace attest
