#include "cli/progress.h"

#include <algorithm>
#include <cmath>

namespace attest {
namespace {

constexpr int kBarCells = 24;

std::string seconds_left(double seconds) {
  const auto whole = static_cast<std::int64_t>(std::ceil(seconds));
  return whole < 60 ? std::to_string(whole) + " s left" : std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s left";
}

}  // namespace

Progress::Progress(std::FILE* out, bool terminal, bool quiet, std::uint64_t total, const Clock& clock)
    : out_(out), terminal_(terminal), quiet_(quiet), total_(total), clock_(clock), start_(clock.monotonic_seconds()), last_(start_) {}

std::string Progress::line(double now) const {
  const double took = std::max(now - start_, 1e-3);
  std::string out;
  if (total_ > 0) {
    const double share = std::min(static_cast<double>(bytes_) / static_cast<double>(total_), 1.0);
    const int filled = static_cast<int>(share * kBarCells);
    out += "[" + std::string(static_cast<std::size_t>(filled), '#') + std::string(static_cast<std::size_t>(kBarCells - filled), '.') + "] ";
    out += std::to_string(static_cast<int>(share * 100)) + " %, ";
  }
  out += std::to_string(reports_) + (reports_ == 1 ? " report, " : " reports, ");
  out += std::to_string(static_cast<std::int64_t>(static_cast<double>(reports_) / took)) + "/s";
  if (skipped_ > 0) out += ", " + std::to_string(skipped_) + " not read";
  if (total_ > bytes_ && bytes_ > 0) out += ", " + seconds_left(took * static_cast<double>(total_ - bytes_) / static_cast<double>(bytes_));
  return out;
}

void Progress::add(std::uint64_t bytes, bool skipped) {
  bytes_ += bytes;
  ++(skipped ? skipped_ : reports_);
  const double now = clock_.monotonic_seconds();
  if (quiet_ || now - last_ < (terminal_ ? 0.1 : 10.0)) return;
  last_ = now;
  std::fprintf(out_, terminal_ ? "\r\033[K%s" : "%s\n", line(now).c_str());
  std::fflush(out_);
}

void Progress::finish() {
  if (quiet_) return;
  const double took = clock_.monotonic_seconds() - start_;
  std::fprintf(out_, "%s%llu %s read", terminal_ ? "\r\033[K" : "", static_cast<unsigned long long>(reports_), reports_ == 1 ? "report" : "reports");
  if (skipped_ > 0) std::fprintf(out_, ", %llu not read", static_cast<unsigned long long>(skipped_));
  std::fprintf(out_, ", %.1f s\n", took);
}

std::uint64_t total_bytes(const std::vector<std::string>& inputs, const Files& files) {
  std::uint64_t sum = 0;
  std::vector<std::pair<std::string, int>> open;
  open.reserve(inputs.size());
  for (const auto& input : inputs) open.emplace_back(input, 0);
  while (!open.empty()) {
    const auto [path, depth] = open.back();
    open.pop_back();
    const auto kind = files.kind(path);
    if (!kind) continue;
    if (*kind == Files::Kind::kFile) {
      const auto size = files.size(path);
      sum += size ? *size : 0;
    } else if (*kind == Files::Kind::kFolder && depth < 32) {
      const auto names = files.list(path);
      if (!names) continue;
      for (const auto& name : *names) open.emplace_back(join_path(path, name), depth + 1);
    }
  }
  return sum;
}

}  // namespace attest
