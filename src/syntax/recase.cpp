#include "syntax/recase.h"

#include <algorithm>
#include <array>

namespace attest::syntax {
namespace {

bool stays_small(std::string_view form, std::string_view tag, std::size_t longest) {
  static constexpr std::array<std::string_view, 5> kSmall = {"IN", "DT", "CC", "TO", "RP"};
  return form.size() <= longest && std::find(kSmall.begin(), kSmall.end(), tag) != kSmall.end();
}

// Newspapers differ in which words stay small: none, those of up to three letters, of up to five.
std::vector<std::string> as_title(std::vector<std::string> forms, const std::vector<std::string>& tags, std::size_t style) {
  static constexpr std::array<std::size_t, 3> kLongest = {0, 3, 5};
  for (std::size_t i = 0; i < forms.size(); ++i) {
    auto& form = forms[i];
    const bool contraction = form.find('\'') != std::string::npos;
    if (form.empty() || form[0] < 'a' || form[0] > 'z' || contraction) continue;
    if (i > 0 && stays_small(form, tags[i], kLongest[style % kLongest.size()])) continue;
    form[0] = static_cast<char>(form[0] - 'a' + 'A');
  }
  return forms;
}

}  // namespace

std::vector<CasedForms> recased(const std::vector<std::string>& forms, const std::vector<std::string>& tags, std::size_t number, Copies copies) {
  std::vector<CasedForms> out = {{forms, std::nullopt}};
  if (number % copies.folded_every == copies.folded_every - 1) out.push_back({forms, Casing::kCapitals});
  if (number % copies.title_every == 1) out.push_back({as_title(forms, tags, number / copies.title_every), Casing::kTitle});
  return out;
}

Words words_of(const CasedForms& forms) {
  return make_words({forms.forms.begin(), forms.forms.end()}, forms.as);
}

}  // namespace attest::syntax
