#include "know/place_words.h"

#include <array>
#include <map>
#include <optional>

#include "know/lists.h"

namespace attest {
namespace {

constexpr std::array<std::string_view, 24> kRoleNames = {
    "",        "class",  "compass", "preposition", "weak_preposition", "title", "organisation", "speech",
    "article", "common", "given",   "particle",    "region_noun",      "whole", "event",        "war",
    "meeting", "post",   "toward",  "plural",           "credit", "beyond", "refuge", "elsewhere"};

std::optional<PlaceRole> parse_role(std::string_view text) {
  for (std::size_t i = 1; i < kRoleNames.size(); ++i)
    if (kRoleNames[i] == text) return static_cast<PlaceRole>(i);
  return std::nullopt;
}

Precision parse_precision(std::string_view text) {
  for (const auto p :
       {Precision::kPoint, Precision::kSettlement, Precision::kDistrict, Precision::kProvince, Precision::kCountry})
    if (name(p) == text) return p;
  return Precision::kUnknown;
}

}  // namespace

Result<PlaceWords> PlaceWords::make(const RuleFile& file) {
  std::map<std::string, PlaceWord> all;
  for (const auto& rule : file.rules) {
    const auto role = parse_role(rule.value("role"));
    if (!role) return Error{"bad_rules", "rule " + rule.id + " has no role that is known", rule.where};
    const auto precision = parse_precision(rule.value("precision"));
    if (*role == PlaceRole::kClass && precision == Precision::kUnknown)
      return Error{"bad_rules", "class word rule " + rule.id + " without precision", rule.where};
    for (const auto& word : rule.words) {
      auto& entry = all[fold_phrase(word)];
      entry.roles |= 1u << static_cast<unsigned>(*role);
      if (precision != Precision::kUnknown) entry.precision = precision;
    }
  }
  PlaceWords out;
  for (const auto& [phrase, word] : all) {
    auto& table = phrase.find(' ') == std::string::npos ? out.single_ : out.phrases_;
    table.add(phrase, static_cast<std::uint32_t>(out.words_.size()));
    out.words_.push_back(word);
  }
  return out;
}

std::vector<PlaceWord> PlaceWords::at(const Tokens& tokens) const {
  std::vector<PlaceWord> out(tokens.size());
  const auto mark = [&](std::size_t token, const PlaceWord& word) {
    out[token].roles |= word.roles;
    if (word.precision != Precision::kUnknown) out[token].precision = word.precision;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (const auto match = single_.longest_at(tokens, i)) mark(i, words_[match.value]);
    if (const auto match = phrases_.longest_at(tokens, i))
      for (std::size_t j = i; j < i + match.length; ++j) mark(j, words_[match.value]);
  }
  return out;
}

}  // namespace attest
