#include "syntax/sentence.h"

#include "base/base.h"
#include "syntax/linear.h"

namespace attest::syntax {
namespace {

struct Scan {
  std::string lower;
  std::string shape;  // X x d and others, runs longer than two cut
  bool has_lower = false, has_upper = false;
};

Scan scan(std::string_view form) {
  Scan out;
  for (std::size_t i = 0; i < form.size();) {
    const Decoded d = decode_utf8(form, i);
    append_utf8(out.lower, fold_case(d.code));
    const bool upper = is_upper(d.code), letter = is_letter(d.code);
    out.has_upper |= upper;
    out.has_lower |= letter && !upper;
    const char c = upper ? 'X' : letter ? 'x' : is_digit(d.code) ? 'd' : d.code < 128 ? static_cast<char>(d.code) : '?';
    const auto n = out.shape.size();
    if (n < 2 || out.shape[n - 1] != c || out.shape[n - 2] != c) out.shape += c;
    i += d.size;
  }
  return out;
}

std::uint32_t ending(std::string_view text, std::size_t n) { return word_hash(text.size() > n ? text.substr(text.size() - n) : text); }
std::uint32_t beginning(std::string_view text, std::size_t n) { return word_hash(text.substr(0, n)); }

}  // namespace

Words make_words(const std::vector<std::string_view>& forms) {
  Words out;
  out.words.reserve(forms.size());
  bool any_lower = false;
  std::size_t upper = 0;
  for (const auto form : forms) {
    Scan s = scan(form);
    any_lower |= s.has_lower;
    upper += s.has_upper;
    Words::Word w;
    w.form = form;
    w.lower = std::move(s.lower);
    w.shape = word_hash(s.shape);
    out.words.push_back(std::move(w));
  }
  out.caseless = !any_lower && upper > 2;
  for (std::size_t i = 0; i < out.words.size(); ++i) {
    auto& w = out.words[i];
    const std::string_view lower = w.lower;
    w.lower_hash = word_hash(lower);
    w.form_hash = out.caseless ? w.lower_hash : word_hash(w.form);
    if (out.caseless) w.shape = word_hash("caseless");
    w.suffix1 = ending(lower, 1), w.suffix2 = ending(lower, 2), w.suffix3 = ending(lower, 3), w.suffix4 = ending(lower, 4);
    w.prefix1 = beginning(lower, 1), w.prefix2 = beginning(lower, 2), w.prefix3 = beginning(lower, 3);
    w.first = i == 0;
  }
  return out;
}

}  // namespace attest::syntax
