#pragma once
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace attest {

// Runs jobs on threads and hands their results on in the order of submission, on the submitting thread. At most `window` jobs and
// about `max_weight` of weight (bytes of input, say) are held at a time; `submit` waits for the oldest beyond that. With one thread
// jobs run where they are submitted.
template <class R>
class OrderedPool {
 public:
  OrderedPool(int threads, std::uint64_t max_weight, std::function<void(R)> sink)
      : window_(static_cast<std::size_t>(threads) * 16), max_weight_(max_weight), sink_(std::move(sink)) {
    for (int i = 0; threads > 1 && i < threads; ++i) workers_.emplace_back([this] { work(); });
  }
  OrderedPool(const OrderedPool&) = delete;
  OrderedPool& operator=(const OrderedPool&) = delete;

  ~OrderedPool() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    changed_.notify_all();
    workers_.clear();  // joins; jobs not begun are dropped
  }

  void submit(std::uint64_t weight, std::function<R()> job) {
    if (workers_.empty()) {
      sink_(job());
      return;
    }
    auto slot = std::make_shared<Slot>();
    slot->job = std::move(job);
    slot->weight = weight;
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(slot);
    }
    changed_.notify_all();
    ordered_.push_back(std::move(slot));
    held_ += weight;
    while (!ordered_.empty() && (front_done() || ordered_.size() > window_ || held_ > max_weight_)) emit_front();
  }

  // Waits for all jobs and hands on their results.
  void finish() {
    while (!ordered_.empty()) emit_front();
  }

 private:
  struct Slot {
    std::function<R()> job;
    std::unique_ptr<R> result;
    std::uint64_t weight = 0;
    bool done = false;
  };

  bool front_done() {
    const std::lock_guard lock(mutex_);
    return ordered_.front()->done;
  }

  void emit_front() {
    const auto slot = std::move(ordered_.front());
    ordered_.pop_front();
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return slot->done; });
    }
    held_ -= slot->weight;
    sink_(std::move(*slot->result));
  }

  void work() {
    for (;;) {
      std::shared_ptr<Slot> slot;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
        if (stopping_) return;
        slot = std::move(waiting_.front());
        waiting_.pop_front();
      }
      auto result = std::make_unique<R>(slot->job());
      {
        const std::lock_guard lock(mutex_);
        slot->result = std::move(result);
        slot->job = nullptr;
        slot->done = true;
      }
      changed_.notify_all();
    }
  }

  const std::size_t window_;
  const std::uint64_t max_weight_;
  const std::function<void(R)> sink_;
  std::deque<std::shared_ptr<Slot>> ordered_;  // submitting thread only
  std::uint64_t held_ = 0;                     // submitting thread only
  std::mutex mutex_;                           // guards what follows, and slots' result and done
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Slot>> waiting_;
  bool stopping_ = false;
  std::vector<std::jthread> workers_;  // last: joined first
};

}  // namespace attest
