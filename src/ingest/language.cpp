// clang-format off
#include <cstdio>  // CLD2's header uses FILE without including it
#include <cld2/public/compact_lang_det.h>
// clang-format on

#include <algorithm>

#include "ingest/report_parts.h"

namespace attest {
namespace {

constexpr std::size_t kWindow = 2048;  // more text makes detection slower and hardly surer

}  // namespace

std::string detect_language(std::string_view text) {
  std::size_t end = std::min(text.size(), kWindow);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  bool reliable = false;
  const auto language = CLD2::DetectLanguage(text.data(), static_cast<int>(end), true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  const std::string code = CLD2::LanguageCode(language);
  if (code == "iw") return "he";
  if (code.starts_with("zh")) return "zh";
  return code.size() == 2 ? code : std::string();
}

std::string language_code(std::string_view tag) {
  std::string code;
  for (const char c : tag.substr(0, tag.find_first_of("-_"))) code += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const bool letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (code.size() == 2 && letters) return code;
  const auto language = CLD2::GetLanguageFromName(code.c_str());  // "english", "eng"
  if (language == CLD2::UNKNOWN_LANGUAGE) return {};
  const std::string found = CLD2::LanguageCode(language);
  return found.size() == 2 ? found : std::string();
}

}  // namespace attest
