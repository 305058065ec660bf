// Reconciling alone, on made cases: incidents of ten reports with three figures each.
#include <benchmark/benchmark.h>

#include "builders.h"

namespace attest {
namespace {

testing::Case made_case(std::uint32_t reports) {
  testing::Case out;
  testing::add_source(out.links, "cw");
  testing::add_source(out.links, "vrg");
  for (std::uint32_t r = 0; r < reports; ++r) {
    Analysis a;
    a.report.id = "sha256:" + std::to_string(2654435761U * r);
    a.report.input = std::to_string(r);
    a.findings.dates.reference = Date::from_days(22000 + r % 300);
    if (r % 10 == 0) {
      LinkedIncident i;
      i.id = "i" + std::to_string(r);
      i.days = {a.findings.dates.reference, a.findings.dates.reference};
      out.links.incidents.push_back(std::move(i));
    }
    for (std::uint32_t k = 0; k < 3; ++k) {
      Claim c;
      c.id = "c" + std::to_string(k + 1);
      c.span = {20 * k, 20 * k + 10};
      c.effect = k == 1 ? Effect::kWounded : Effect::kKilled;
      const std::int64_t n = 10 + (r * 7 + k * 13) % 40;
      c.count = Count{{}, n, n, n, Modifier::kExact};
      c.victims.status = k == 2 ? VictimStatus::kCivilian : VictimStatus::kUnknown;
      const ClaimRef ref{r, c.id};
      out.links.origins[ref] = {r % 3 == 0 ? "cw" : r % 3 == 1 ? "vrg" : "", false};
      out.links.incidents.back().members.push_back({ref, {"date"}, false});
      a.findings.claims.push_back(std::move(c));
    }
    out.analyses.push_back(std::move(a));
    out.links.same_as.push_back(r);
  }
  return out;
}

void whole_case(benchmark::State& state) {
  const auto c = made_case(static_cast<std::uint32_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(testing::dossier(c));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(whole_case)->Arg(800)->Arg(8000)->Arg(80000)->Unit(benchmark::kMillisecond);

// What a desk waits for when it opens one incident of a large case.
void one_incident(benchmark::State& state) {
  const auto c = made_case(static_cast<std::uint32_t>(state.range(0)));
  ReconcileOptions options;
  options.only_incident = c.links.incidents[c.links.incidents.size() / 2].id;
  for (auto _ : state) benchmark::DoNotOptimize(testing::dossier(c, options));
}
BENCHMARK(one_incident)->Arg(1000)->Arg(100000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace attest

BENCHMARK_MAIN();
