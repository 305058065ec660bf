#pragma once
#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace attest {

// Which reports hold which keys. Most keys of a text stand in one report only and there are millions, so such a key costs eight
// bytes.
class KeyTable {
 public:
  // Puts the report where `before` says that it stands among the holders. It must hold a key once at most.
  template <class Before>
  void put(std::uint32_t key, std::uint32_t report, Before before) {
    auto* list = list_for(key, report);
    if (list) list->insert(std::lower_bound(list->begin(), list->end(), report, before), report);
  }
  void take(std::uint32_t key, std::uint32_t report);
  // In their order; holds until the next change.
  std::span<const std::uint32_t> holders(std::uint32_t key) const;

 private:
  static constexpr std::uint32_t kNone = 0xffffffff, kList = 0x80000000;
  struct Slot {
    std::uint32_t key = 0;
    std::uint32_t value = kNone;  // a report; with kList the number of a list
  };
  std::size_t find(std::uint32_t key) const;
  void grow();
  // The list into which one more holder goes; null where it was stored as the only one.
  std::vector<std::uint32_t>* list_for(std::uint32_t key, std::uint32_t report);

  std::vector<Slot> slots_ = std::vector<Slot>(1024);
  std::size_t used_ = 0;  // slots that hold or held a key
  std::vector<std::vector<std::uint32_t>> lists_;
};

}  // namespace attest
