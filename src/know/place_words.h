#pragma once
// The words of lang/en/places.toml, by token: how each tells of a place.
#include <cstdint>
#include <vector>

#include "base/base.h"
#include "know/phrase_table.h"
#include "know/rules.h"
#include "model/model.h"

namespace attest {

enum class PlaceRole : std::uint8_t {
  kNone, kClass, kCompass, kPreposition, kWeakPreposition, kTitle, kOrganisation, kSpeech, kArticle, kCommon, kGiven,
  kParticle, kRegionNoun, kWhole, kEvent, kWar, kMeeting, kPost, kToward, kPlural, kCredit, kBeyond, kRefuge, kElsewhere
};

// What a word tells; a word may tell in several ways (bits by PlaceRole).
struct PlaceWord {
  std::uint32_t roles = 0;
  Precision precision = Precision::kUnknown;  // of kClass
  bool is(PlaceRole role) const { return roles >> static_cast<unsigned>(role) & 1; }
};

class PlaceWords {
 public:
  // An Error where a rule has no role or precision that this program knows.
  static Result<PlaceWords> make(const RuleFile& file);
  // One entry a token; a phrase of several words counts for each of them, beside what they tell alone.
  std::vector<PlaceWord> at(const Tokens& tokens) const;

 private:
  PhraseTable single_, phrases_;
  std::vector<PlaceWord> words_;
};

}  // namespace attest
