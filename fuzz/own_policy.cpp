#include <cstddef>
#include <cstdint>

#include "reconcile/reconcile.h"

// A policy file is outside bytes: whatever it holds, reading gives a policy that keeps its bounds, or an error that says where.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto policy = attest::parse_own_policy(std::string_view(reinterpret_cast<const char*>(data), size), "policy.toml");
  if (!policy && (policy.error().message.empty() || policy.error().where.empty())) __builtin_trap();
  if (policy && (policy->name.empty() || policy->independent_origins < 1 || policy->window_days < 0 || policy->origins.size() > 200)) __builtin_trap();
  return 0;
}
