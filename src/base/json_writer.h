#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attest {

// Writes one JSON value into a string, keys in the order of the calls, no spaces; `indent` > 0 pretty-prints. It is on the hot path of
// `analyze`, hence not a document model. Invalid UTF-8 becomes U+FFFD. Calls must nest properly (asserted).
class JsonWriter {
 public:
  explicit JsonWriter(int indent = 0) : indent_(indent) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(bool b) { return raw(b ? "true" : "false"); }
  JsonWriter& value(std::int64_t n);
  JsonWriter& value(int n) { return value(static_cast<std::int64_t>(n)); }
  JsonWriter& value(std::uint32_t n) { return value(static_cast<std::int64_t>(n)); }
  JsonWriter& value(std::size_t n) { return value(static_cast<std::int64_t>(n)); }
  JsonWriter& value(double d, int decimals);
  JsonWriter& null() { return raw("null"); }
  template <class T>
  JsonWriter& value(const std::optional<T>& v) { return v ? value(*v) : null(); }
  template <class T>
  JsonWriter& field(std::string_view name, const T& v) { return key(name).value(v); }
  JsonWriter& field(std::string_view name, const char* v) { return key(name).value(std::string_view(v)); }
  JsonWriter& raw(std::string_view json);  // an already written JSON value

  const std::string& text() const& { return out_; }
  std::string text() && { return std::move(out_); }

 private:
  JsonWriter& open(char c);
  JsonWriter& close(char c);
  void before_value();
  void line();

  std::string out_;
  int indent_ = 0;
  int depth_ = 0;
  bool first_ = true;
  bool after_key_ = false;
};

// The text as a quoted JSON string.
std::string json_quote(std::string_view text);

}  // namespace attest
