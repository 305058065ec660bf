#pragma once
// Reads what encode.h wrote. Keys that are absent leave the member as it is made; keys that nobody knows are passed over; a value of
// another type, or a number out of range, makes the whole unreadable. The bytes may come from a stranger's file.
#include <simdjson.h>

#include "model/read_names.h"
#include "store/fields.h"

namespace attest {

class FieldDecoder {
 public:
  explicit FieldDecoder(simdjson::dom::element from) : from_(from) {}
  bool ok() const { return ok_; }

  template <class T>
  void operator()(const char* key, T& x) {
    simdjson::dom::element value;
    if (from_[std::string_view(key)].get(value) == simdjson::SUCCESS && !read(value, x)) ok_ = false;
  }

  template <class T>
  static bool read(simdjson::dom::element from, std::vector<T>& list) {
    simdjson::dom::array items;
    if (from.get(items) != simdjson::SUCCESS) return false;
    list.clear();
    for (const auto item : items)
      if (!read(item, list.emplace_back())) return false;
    return true;
  }
  template <class T>
  static bool read(simdjson::dom::element from, std::optional<T>& x) { return read(from, x.emplace()); }
  static bool read(simdjson::dom::element from, std::string& x) {
    std::string_view text;
    if (from.get(text) != simdjson::SUCCESS) return false;
    x = text;
    return true;
  }
  static bool read(simdjson::dom::element from, bool& x) { return from.get(x) == simdjson::SUCCESS; }
  static bool read(simdjson::dom::element from, double& x) { return from.get(x) == simdjson::SUCCESS; }
  static bool read(simdjson::dom::element from, std::int64_t& x) { return from.get(x) == simdjson::SUCCESS; }
  static bool read(simdjson::dom::element from, int& x) { return narrow(from, x); }
  static bool read(simdjson::dom::element from, std::uint32_t& x) { return narrow(from, x); }
  static bool read(simdjson::dom::element from, char& x) {
    std::string_view text;
    if (from.get(text) != simdjson::SUCCESS || text.size() != 1) return false;
    x = text[0];
    return true;
  }
  static bool read(simdjson::dom::element from, Date& x) {
    std::string_view text;
    if (from.get(text) != simdjson::SUCCESS) return false;
    const auto date = Date::parse(text);
    if (date) x = *date;
    return date.has_value();
  }
  static bool read(simdjson::dom::element from, Span& x) {
    std::vector<std::uint32_t> ends;
    if (!read(from, ends) || ends.size() != 2 || ends[0] > ends[1]) return false;
    x = {ends[0], ends[1]};
    return true;
  }
  template <class T>
    requires std::is_enum_v<T>
  static bool read(simdjson::dom::element from, T& x) {
    if constexpr (std::is_same_v<T, Format>) {
      int n = 0;
      if (!narrow(from, n) || n < 0 || n > static_cast<int>(Format::kMail)) return false;
      x = static_cast<Format>(n);
      return true;
    } else {
      std::string_view text;
      return from.get(text) == simdjson::SUCCESS && read_name(text, x);
    }
  }
  template <class T>
    requires std::is_class_v<T>
  static bool read(simdjson::dom::element from, T& x) {
    if (!from.is_object()) return false;
    FieldDecoder inner(from);
    visit_fields(inner, x);
    return inner.ok();
  }

 private:
  template <class T>
  static bool narrow(simdjson::dom::element from, T& x) {
    std::int64_t n = 0;
    if (from.get(n) != simdjson::SUCCESS || n < std::numeric_limits<T>::min() || n > std::numeric_limits<T>::max()) return false;
    x = static_cast<T>(n);
    return true;
  }

  simdjson::dom::element from_;
  bool ok_ = true;
};

// The value of a JSON text; `where` is for the error.
template <class T>
Result<T> decode(std::string_view json, const std::string& where) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  T out{};
  if (parser.parse(simdjson::padded_string(json)).get(root) != simdjson::SUCCESS || !FieldDecoder::read(root, out))
    return Error{"broken", "is not what this version of Attest writes", where};
  return out;
}

}  // namespace attest
