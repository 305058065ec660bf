#include "syntax/sentence.h"

#include "base/base.h"
#include "syntax/linear.h"

namespace attest::syntax {
namespace {

struct Scan {
  std::string lower;
  std::string shape, folded_shape;  // X x d and others, runs longer than two cut
  std::size_t letters = 0;
  bool has_lower = false, has_upper = false, capital = false;
};

void add_to_shape(char c, std::string& shape) {
  const auto n = shape.size();
  if (n < 2 || shape[n - 1] != c || shape[n - 2] != c) shape += c;
}

Scan scan(std::string_view form) {
  Scan out;
  for (std::size_t i = 0; i < form.size();) {
    const Decoded d = decode_utf8(form, i);
    append_utf8(out.lower, fold_case(d.code));
    const bool upper = is_upper(d.code), letter = is_letter(d.code);
    out.capital |= upper && i == 0;
    out.has_upper |= upper;
    out.has_lower |= letter && !upper;
    out.letters += letter || upper;
    const char c = upper ? 'X' : letter ? 'x' : is_digit(d.code) ? 'd' : d.code < 128 ? static_cast<char>(d.code) : '?';
    add_to_shape(c, out.shape);
    add_to_shape(c == 'X' ? 'x' : c, out.folded_shape);
    i += d.size;
  }
  return out;
}

// Counts of words decide, so that one name in small letters does not make a telegram a common sentence, nor one preposition a title.
Casing casing_of(const std::vector<Scan>& words) {
  constexpr std::size_t kLong = 4;  // letters: shorter words stay small in titles
  std::size_t upper = 0, with_lower = 0, without_upper = 0, long_capital = 0, long_small = 0;
  for (const auto& w : words) {
    upper += w.has_upper && !w.has_lower;
    with_lower += w.has_lower;
    without_upper += w.has_lower && !w.has_upper;
    if (w.letters >= kLong) long_capital += w.capital, long_small += !w.capital;
  }
  if (upper > 2 && with_lower * 10 <= upper) return Casing::kCapitals;
  if (without_upper > 2 && upper == 0 && without_upper == with_lower) return Casing::kSmall;
  if (long_capital > 2 && long_small * 4 <= long_capital) return Casing::kTitle;
  return Casing::kMixed;
}

std::uint32_t ending(std::string_view text, std::size_t n) { return word_hash(text.size() > n ? text.substr(text.size() - n) : text); }
std::uint32_t beginning(std::string_view text, std::size_t n) { return word_hash(text.substr(0, n)); }

}  // namespace

Words make_words(const std::vector<std::string_view>& forms, std::optional<Casing> as) {
  static const std::uint32_t kFolded = word_hash("folded"), kTitle = word_hash("title");
  std::vector<Scan> scans;
  scans.reserve(forms.size());
  for (const auto form : forms) scans.push_back(scan(form));
  Words out;
  out.casing = as ? *as : casing_of(scans);
  out.words.resize(forms.size());
  for (std::size_t i = 0; i < forms.size(); ++i) {
    auto& w = out.words[i];
    w.form = forms[i];
    w.lower = std::move(scans[i].lower);
    const std::string_view lower = w.lower;
    w.lower_hash = word_hash(lower);
    switch (out.casing) {
      case Casing::kMixed: w.form_hash = word_hash(w.form), w.shape = word_hash(scans[i].shape); break;
      case Casing::kTitle: w.form_hash = mix(kTitle, w.lower_hash), w.shape = mix(kTitle, word_hash(scans[i].shape)); break;
      case Casing::kCapitals:
      case Casing::kSmall: w.form_hash = mix(kFolded, w.lower_hash), w.shape = mix(kFolded, word_hash(scans[i].folded_shape)); break;
    }
    w.suffix1 = ending(lower, 1), w.suffix2 = ending(lower, 2), w.suffix3 = ending(lower, 3), w.suffix4 = ending(lower, 4);
    w.prefix1 = beginning(lower, 1), w.prefix2 = beginning(lower, 2), w.prefix3 = beginning(lower, 3);
    w.first = i == 0;
  }
  return out;
}

}  // namespace attest::syntax
