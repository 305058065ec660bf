#pragma once
// Values with a list in fields.h as JSON: keys by name, empty strings, lists and unknowns left out, dates as "YYYY-MM-DD", spans as
// [begin, end] in bytes, enumerations by their words. The same value gives the same bytes.
#include <charconv>

#include "store/fields.h"

namespace attest {

class FieldEncoder {
 public:
  explicit FieldEncoder(JsonWriter& out) : out_(out) {}

  template <class T>
  void operator()(const char* key, const T& x) {
    if (empty(x)) return;
    out_.key(key);
    write(x);
  }

  template <class T>
  void write(const std::vector<T>& list) {
    out_.begin_array();
    for (const auto& item : list) write(item);
    out_.end_array();
  }
  template <class T>
  void write(const std::optional<T>& x) { write(*x); }
  void write(const std::string& x) { out_.value(x); }
  void write(bool x) { out_.value(x); }
  void write(char x) { out_.value(std::string(1, x)); }
  void write(int x) { out_.value(x); }
  void write(std::uint32_t x) { out_.value(x); }
  void write(std::int64_t x) { out_.value(x); }
  void write(const Date& x) { out_.value(x.iso()); }
  void write(const Span& x) { out_.begin_array().value(x.begin).value(x.end).end_array(); }
  void write(double x) {  // the shortest text that reads back as the same number
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, x).ptr;
    out_.raw(std::string_view(text, static_cast<std::size_t>(end - text)));
  }
  template <class T>
    requires std::is_enum_v<T>
  void write(T x) {
    if constexpr (std::is_same_v<T, Format>) out_.value(static_cast<int>(x));
    else out_.value(name(x));
  }
  template <class T>
    requires std::is_class_v<T>
  void write(const T& x) {
    out_.begin_object();
    visit_fields(*this, x);
    out_.end_object();
  }

 private:
  static bool empty(const std::string& x) { return x.empty(); }
  template <class T>
  static bool empty(const std::vector<T>& x) { return x.empty(); }
  template <class T>
  static bool empty(const std::optional<T>& x) { return !x; }
  static bool empty(bool) { return false; }
  template <class T>
  static bool empty(const T&) { return false; }

  JsonWriter& out_;
};

template <class T>
std::string encode(const T& value) {
  JsonWriter out;
  FieldEncoder(out).write(value);
  return std::move(out).text();
}

}  // namespace attest
