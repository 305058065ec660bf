#pragma once
// The four published policies (METHOD 7): each a small function in a file of its own, listed in one table.
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace attest {

// What a policy may look at for one toll. Readings hold their final ids.
struct PolicyInput {
  const Toll& toll;
  const Toll* civilians = nullptr;       // the incident's toll of the same harm for civilians, where there is one
  std::vector<std::string> independent;  // latest readings, one for each origin that is independent for sure
  bool war_total = false;
  int days = 0;                          // length of the incident's window, 0 unknown
  std::size_t places = 0;
  bool unnumbered = false;               // harm of this kind is told without a number as well
  const std::vector<const Toll*>* siblings = nullptr;  // the incident's other tolls of the same harm
  const std::map<std::string, const DossierSource*>* sources = nullptr;

  const DossierSource* source(const std::string& id) const;
  const Reading* reading(std::string_view id) const;
  bool is_latest(const Reading& r) const;
};

// One rule of a policy and where it comes from: the codebook that says so, or that it is our own proposal.
struct PolicyRule {
  std::string_view text;
  std::string_view source;
};

struct Policy {
  std::string_view name;
  std::string_view title;
  std::string_view summary;  // for `attest policies`
  std::string_view source;
  std::span<const PolicyRule> rules;
  Estimate (*estimate)(const PolicyInput&);
};

Estimate estimate_ucdp(const PolicyInput& in);
Estimate estimate_acled(const PolicyInput& in);
Estimate estimate_ibc(const PolicyInput& in);
Estimate estimate_two_origins(const PolicyInput& in);

std::span<const PolicyRule> rules_ucdp();
std::span<const PolicyRule> rules_acled();
std::span<const PolicyRule> rules_ibc();
std::span<const PolicyRule> rules_two_origins();

std::span<const Policy> policies();

// --- what several policies share ---

// Why a reading takes no part in any policy ("" where it may): superseded, withdrawn, or not its origin's latest.
std::string out_of_play(const PolicyInput& in, const Reading& r);
// Readings older than the latest one by more than this bound nothing (METHOD 6).
inline constexpr int kSameWindowDays = 2;
std::optional<Date> latest_day(const std::vector<const Reading*>& readings);
bool in_window(const Reading& r, const std::optional<Date>& latest);
// Puts low, best and high in order by opening an end that would contradict the best.
void keep_order(Estimate& e);

}  // namespace attest
