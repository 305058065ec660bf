#include <array>

#include "model/findings.h"
#include "model/read_names.h"

namespace attest {
namespace {

constexpr std::array<std::string_view, 8> kEffects = {"killed", "wounded", "killed_or_wounded", "missing", "detained", "abducted", "displaced", "affected"};
constexpr std::array<std::string_view, 9> kModifiers = {"exact", "at_least", "more_than", "at_most", "less_than", "about", "nearly", "range", "vague"};
constexpr std::array<std::string_view, 4> kStatuses = {"unknown", "civilian", "combatant", "mixed"};
constexpr std::array<std::string_view, 4> kExtents = {"within", "each", "together", "unnamed"};
constexpr std::array<std::string_view, 14> kMeans = {"", "airstrike", "shelling", "bombing", "shooting", "execution", "chemical", "drone", "ground_fighting",
                                                     "landmine", "siege", "torture", "arson", "other"};
constexpr std::array<std::string_view, 5> kCertainties = {"asserted", "reported", "alleged", "denied", "unverified"};
constexpr std::array<std::string_view, 3> kUnits = {"persons", "families", "bodies"};
constexpr std::array<std::string_view, 4> kMeasures = {"event", "running_total", "stock", "flow"};
constexpr std::array<std::string_view, 6> kPrecisions = {"", "point", "settlement", "district", "province", "country"};
constexpr std::array<std::string_view, 6> kTies = {"", "organ_of", "under_command", "affiliated", "aligned", "unidentified"};
constexpr std::array<std::string_view, 3> kQuoteKinds = {"direct", "indirect", "mixed"};
constexpr std::array<std::string_view, 8> kMentionTypes = {"person", "organisation", "group", "people", "place", "date", "quantity", "outlet"};

template <class E, std::size_t N>
std::optional<E> parse(const std::array<std::string_view, N>& names, std::string_view text) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == text) return static_cast<E>(i);
  return std::nullopt;
}

template <class E, std::size_t N>
bool read(const std::array<std::string_view, N>& names, std::string_view text, E& out) {
  const auto found = parse<E>(names, text);
  if (found) out = *found;
  return found.has_value();
}

template <class E>
std::size_t index(E value) { return static_cast<std::size_t>(value); }

}  // namespace

std::string_view name(Effect v) { return kEffects[index(v)]; }
std::string_view name(Modifier v) { return kModifiers[index(v)]; }
std::string_view name(VictimStatus v) { return kStatuses[index(v)]; }
std::string_view name(Extent v) { return kExtents[index(v)]; }
std::string_view name(Means v) { return kMeans[index(v)]; }
std::string_view name(Certainty v) { return kCertainties[index(v)]; }
std::string_view name(Unit v) { return kUnits[index(v)]; }
std::string_view name(Measure v) { return kMeasures[index(v)]; }
std::string_view name(Precision v) { return kPrecisions[index(v)]; }
std::string_view name(Tie v) { return kTies[index(v)]; }
std::string_view name(QuoteKind v) { return kQuoteKinds[index(v)]; }
std::string_view name(MentionType v) { return kMentionTypes[index(v)]; }
bool read_name(std::string_view t, Effect& out) { return read(kEffects, t, out); }
bool read_name(std::string_view t, Modifier& out) { return read(kModifiers, t, out); }
bool read_name(std::string_view t, VictimStatus& out) { return read(kStatuses, t, out); }
bool read_name(std::string_view t, Extent& out) { return read(kExtents, t, out); }
bool read_name(std::string_view t, Means& out) { return read(kMeans, t, out); }
bool read_name(std::string_view t, Certainty& out) { return read(kCertainties, t, out); }
bool read_name(std::string_view t, Unit& out) { return read(kUnits, t, out); }
bool read_name(std::string_view t, Measure& out) { return read(kMeasures, t, out); }
bool read_name(std::string_view t, Precision& out) { return read(kPrecisions, t, out); }
bool read_name(std::string_view t, Tie& out) { return read(kTies, t, out); }
bool read_name(std::string_view t, QuoteKind& out) { return read(kQuoteKinds, t, out); }
bool read_name(std::string_view t, MentionType& out) { return read(kMentionTypes, t, out); }
std::optional<Effect> parse_effect(std::string_view t) { return parse<Effect>(kEffects, t); }
std::optional<Modifier> parse_modifier(std::string_view t) { return parse<Modifier>(kModifiers, t); }
std::optional<VictimStatus> parse_status(std::string_view t) { return parse<VictimStatus>(kStatuses, t); }
std::optional<Means> parse_means(std::string_view t) { return parse<Means>(kMeans, t); }

}  // namespace attest
