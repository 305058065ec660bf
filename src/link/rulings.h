#pragma once
#include <deque>
#include <vector>

#include "link/case_view.h"
#include "link/group.h"

namespace attest {

// Incidents after people's merges and splits (model/decisions.h), which win over whatever was computed. A split takes the one claim, with its
// parts, out of the incident of the other; a merge puts the incidents of two claims together. Rulings are taken in their order.
class RuledIncidents {
 public:
  RuledIncidents(std::vector<const Group*> computed, const CaseView& view, const Decisions* decisions);
  const std::vector<const Group*>& all() const { return all_; }

 private:
  std::size_t holding(const ClaimRef& claim) const;
  void merge(const IncidentRuling& ruling);
  void split(const IncidentRuling& ruling);
  const Group* own(Group group);

  std::vector<const Group*> all_;
  std::deque<Group> own_;  // the groups that rulings made
};

}  // namespace attest
