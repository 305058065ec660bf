#pragma once
#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace attest {

// What went wrong with something from outside: a code of the analysis contract (`bad_json`, `too_deep` …), a message that says
// what to do, and where (path, line, byte, span). Errors are values; no exception crosses a folder.
struct Error {
  std::string code;
  std::string message;
  std::string where;

  // "where: message [code]", for a terminal.
  std::string text() const;
};

// A value or the Error that stands in its place. Member names follow std::expected, so that a later move is one alias.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  T& value() & { assert(has_value()); return std::get<0>(state_); }
  const T& value() const& { assert(has_value()); return std::get<0>(state_); }
  T&& value() && { assert(has_value()); return std::get<0>(std::move(state_)); }
  const Error& error() const { assert(!has_value()); return std::get<1>(state_); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}
  bool has_value() const { return !error_; }
  explicit operator bool() const { return has_value(); }
  const Error& error() const { assert(error_); return *error_; }

 private:
  std::optional<Error> error_;
};

}  // namespace attest
