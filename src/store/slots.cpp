#include "store/slots.h"

#include <array>
#include <charconv>

#include "model/read_names.h"

namespace attest {
namespace {

constexpr std::array<std::string_view, 23> kSlots = {"effect",    "low",      "high",     "point",   "modifier",    "victims",    "status", "groups",
                                                     "condition", "place",    "country",  "admin1",  "latitude",    "longitude",  "precision", "start",
                                                     "end",       "as_of",    "unit",     "measure", "perpetrator", "means",      "source"};
constexpr std::array<std::string_view, 3> kMore = {"certainty", "background", "part_of"};

const auto& all_slots() {
  static const auto all = [] {
    std::array<std::string_view, kSlots.size() + kMore.size()> out;
    std::copy(kMore.begin(), kMore.end(), std::copy(kSlots.begin(), kSlots.end(), out.begin()));
    return out;
  }();
  return all;
}

std::string text(const std::optional<std::int64_t>& n) { return n ? std::to_string(*n) : ""; }
std::string text(const std::optional<Date>& d) { return d ? d->iso() : ""; }

std::string text(double x) {
  char out[32];
  return {out, std::to_chars(out, out + sizeof out, x).ptr};
}

bool read(std::string_view value, std::optional<std::int64_t>& out) {
  std::int64_t n = 0;
  if (value.empty()) return out.reset(), true;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), n);
  if (error != std::errc() || end != value.data() + value.size() || n < 0) return false;
  out = n;
  return true;
}

bool read(std::string_view value, std::optional<Date>& out) {
  if (value.empty()) return out.reset(), true;
  const auto date = value.size() == 10 ? Date::parse(value) : std::nullopt;
  if (date) out = date;
  return date.has_value();
}

bool read(std::string_view value, double low, double high, double& out) {
  double x = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), x);
  if (error != std::errc() || end != value.data() + value.size() || x < low || x > high) return false;
  out = x;
  return true;
}

bool read(std::string_view value, std::optional<std::string>& out) {
  out = value.empty() ? std::nullopt : std::optional<std::string>(value);
  return true;
}

template <class E>
bool read_word(std::string_view value, E& out, E unknown) {
  if (value.empty()) return out = unknown, true;
  return read_name(value, out);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& w : words) out += (out.empty() ? "" : ",") + w;
  return out;
}

std::vector<std::string> parts(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(',', at), text.size());
    if (end > at) out.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

bool set_number(Claim& claim, std::string_view slot, std::string_view value) {
  Count count = claim.count.value_or(Count{});
  const bool done = slot == "modifier" ? read_word(value, count.modifier, Modifier::kExact)
                                       : read(value, slot == "low" ? count.low : slot == "high" ? count.high : count.point);
  if (!done) return false;
  // A claim without any number is one of harm that nobody counted.
  if (count.low || count.high || count.point) claim.count = count;
  else claim.count.reset();
  return true;
}

bool set_place(Claim& claim, std::string_view slot, std::string_view value) {
  if (slot == "place") {
    claim.places = value.empty() ? std::vector<std::string>() : std::vector<std::string>{std::string(value)};
    claim.place_spans.clear();
    claim.located.clear();
    if (!value.empty()) claim.located.emplace_back().name = value;
    return true;
  }
  if (claim.located.empty()) return value.empty();
  Located& at = claim.located.front();
  if (slot == "country") return at.country = value, true;
  if (slot == "admin1") return at.admin1 = value, true;
  if (slot == "latitude") return read(value, -90, 90, at.latitude);
  if (slot == "longitude") return read(value, -180, 180, at.longitude);
  return read_word(value, at.precision, Precision::kUnknown);
}

bool set_source(Claim& claim, std::string_view value) {
  claim.attribution.clear();
  if (value.empty()) return true;
  Source& source = claim.attribution.emplace_back();
  source.text = value;
  source.named = true;
  return true;
}

bool set_perpetrator(Claim& claim, std::string_view value) {
  claim.perpetrators.clear();
  if (!value.empty()) claim.perpetrators.emplace_back().text = value;
  return true;
}

std::string place_value(const Claim& claim, std::string_view slot) {
  if (slot == "place") return claim.places.empty() ? "" : claim.places.front();
  if (claim.located.empty()) return "";
  const Located& at = claim.located.front();
  if (slot == "country") return at.country;
  if (slot == "admin1") return at.admin1;
  if (slot == "latitude") return text(at.latitude);
  if (slot == "longitude") return text(at.longitude);
  return std::string(name(at.precision));
}

bool is_number(std::string_view slot) { return slot == "low" || slot == "high" || slot == "point" || slot == "modifier"; }
bool is_place(std::string_view slot) {
  return slot == "place" || slot == "country" || slot == "admin1" || slot == "latitude" || slot == "longitude" || slot == "precision";
}

}  // namespace

std::span<const std::string_view> slot_names() { return all_slots(); }

std::string slot_value(const Claim& c, std::string_view slot) {
  if (is_place(slot)) return place_value(c, slot);
  if (slot == "effect") return std::string(name(c.effect));
  if (is_number(slot)) {
    if (!c.count) return "";
    if (slot == "modifier") return std::string(name(c.count->modifier));
    return text(slot == "low" ? c.count->low : slot == "high" ? c.count->high : c.count->point);
  }
  if (slot == "victims") return c.victims.text;
  if (slot == "status") return std::string(name(c.victims.status));
  if (slot == "groups") return joined(c.victims.groups);
  if (slot == "condition") return c.victims.condition.value_or("");
  if (slot == "start") return text(c.time.days.start);
  if (slot == "end") return text(c.time.days.end);
  if (slot == "as_of") return text(c.as_of);
  if (slot == "unit") return std::string(name(c.unit));
  if (slot == "measure") return std::string(name(c.measure));
  if (slot == "perpetrator") return c.perpetrators.empty() ? "" : c.perpetrators.front().text;
  if (slot == "means") return std::string(name(c.means));
  if (slot == "source") return c.attribution.empty() ? "" : c.attribution.back().text;
  if (slot == "certainty") return std::string(name(c.certainty));
  if (slot == "background") return c.background ? "true" : "false";
  return slot == "part_of" ? c.part_of.value_or("") : "";
}

bool set_slot(Claim& c, std::string_view slot, std::string_view value) {
  if (slot_value(c, slot) == value) return true;  // nothing that stands beside the value is lost
  if (is_place(slot)) return set_place(c, slot, value);
  if (is_number(slot)) return set_number(c, slot, value);
  if (slot == "effect") return read_name(value, c.effect);
  if (slot == "victims") return c.victims.text = value, true;
  if (slot == "status") return read_word(value, c.victims.status, VictimStatus::kUnknown);
  if (slot == "groups") return c.victims.groups = parts(value), true;
  if (slot == "condition") return read(value, c.victims.condition);
  if (slot == "start") return read(value, c.time.days.start);
  if (slot == "end") return read(value, c.time.days.end);
  if (slot == "as_of") return read(value, c.as_of);
  if (slot == "unit") return read_word(value, c.unit, Unit::kPersons);
  if (slot == "measure") return read_word(value, c.measure, Measure::kEvent);
  if (slot == "perpetrator") return set_perpetrator(c, value);
  if (slot == "means") return read_word(value, c.means, Means::kNone);
  if (slot == "source") return set_source(c, value);
  if (slot == "certainty") return read_word(value, c.certainty, Certainty::kReported);
  if (slot == "background") return (value == "true" || value == "false") && (c.background = value == "true", true);
  return slot == "part_of" && read(value, c.part_of);
}

}  // namespace attest
