#include "link/key_table.h"

#include <algorithm>

namespace attest {

// Where the key stands, or the free slot where it would. Slots stay with their key when it has no holder any more.
std::size_t KeyTable::find(std::uint32_t key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (key * std::uint64_t{0x9e3779b97f4a7c15} >> 32) & mask;
  while (slots_[at].value != kNone && slots_[at].key != key) at = (at + 1) & mask;
  return at;
}

void KeyTable::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& s : old)
    if (s.value != kNone) slots_[find(s.key)] = s;
}

std::vector<std::uint32_t>* KeyTable::list_for(std::uint32_t key, std::uint32_t report) {
  if (10 * (used_ + 1) > 7 * slots_.size()) grow();
  Slot& slot = slots_[find(key)];
  if (slot.value == kNone) {
    slot = {key, report};
    ++used_;
    return nullptr;
  }
  if ((slot.value & kList) == 0) {
    lists_.push_back({slot.value});
    slot.value = kList | static_cast<std::uint32_t>(lists_.size() - 1);
  }
  return &lists_[slot.value & ~kList];
}

void KeyTable::take(std::uint32_t key, std::uint32_t report) {
  Slot& slot = slots_[find(key)];
  if (slot.value == kNone) return;
  if ((slot.value & kList) == 0) {
    lists_.emplace_back();  // an empty list keeps the slot, on which others' probes rest
    slot.value = kList | static_cast<std::uint32_t>(lists_.size() - 1);
    return;
  }
  auto& list = lists_[slot.value & ~kList];
  list.erase(std::remove(list.begin(), list.end(), report), list.end());
}

std::span<const std::uint32_t> KeyTable::holders(std::uint32_t key) const {
  const Slot& slot = slots_[find(key)];
  if (slot.value == kNone) return {};
  return (slot.value & kList) == 0 ? std::span(&slot.value, 1) : std::span<const std::uint32_t>(lists_[slot.value & ~kList]);
}

}  // namespace attest
