#pragma once
#include <string_view>

namespace attest::act {

// What an entry of the log says was done.
inline constexpr std::string_view kCreated = "created";          // the case
inline constexpr std::string_view kAdded = "added";              // a report: original, capture and first analysis
inline constexpr std::string_view kAnalyzed = "analyzed";        // a report again, with other rules
inline constexpr std::string_view kDecided = "decided";
inline constexpr std::string_view kUndone = "undone";            // a decision
inline constexpr std::string_view kForgotten = "forgotten";      // a report
inline constexpr std::string_view kMerged = "merged";            // another case into this one
inline constexpr std::string_view kExported = "exported";        // with names, or originals
inline constexpr std::string_view kSigned = "signed";
inline constexpr std::string_view kTimestamped = "timestamped";
inline constexpr std::string_view kCompacted = "compacted";

}  // namespace attest::act
