#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/tokens.h"

namespace attest {

// Universal parts of speech (universaldependencies.org/u/pos).
enum class Upos : std::uint8_t {
  kNone,
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX
};

// The Penn tags that tell more than the universal ones; kOther: punctuation and the rest.
enum class Xpos : std::uint8_t {
  kOther,
  kCC,
  kCD,
  kDT,
  kEX,
  kFW,
  kIN,
  kJJ,
  kJJR,
  kJJS,
  kMD,
  kNN,
  kNNS,
  kNNP,
  kNNPS,
  kPDT,
  kPOS,
  kPRP,
  kPRPS,
  kRB,
  kRBR,
  kRBS,
  kRP,
  kTO,
  kUH,
  kVB,
  kVBD,
  kVBG,
  kVBN,
  kVBP,
  kVBZ,
  kWDT,
  kWP,
  kWPS,
  kWRB
};

// Universal relations, with the subtypes that change who did what; other subtypes are read as their universal part.
enum class Arc : std::uint8_t {
  kNone,
  kRoot,
  kNsubj,
  kNsubjPass,
  kCsubj,
  kCsubjPass,
  kObj,
  kIobj,
  kObl,
  kOblAgent,
  kNmod,
  kNmodPoss,
  kAcl,
  kAclRelcl,
  kAdvcl,
  kAdvmod,
  kAmod,
  kAppos,
  kAux,
  kAuxPass,
  kCase,
  kCc,
  kCcomp,
  kClf,
  kCompound,
  kCompoundPrt,
  kConj,
  kCop,
  kDep,
  kDet,
  kDiscourse,
  kDislocated,
  kExpl,
  kFixed,
  kFlat,
  kGoeswith,
  kList,
  kMark,
  kNummod,
  kOrphan,
  kParataxis,
  kPunct,
  kReparandum,
  kVocative,
  kXcomp
};

enum class EntityKind : std::uint8_t {
  kPerson,
  kOrganisation,
  kPlace,
  kPeople
};  // kPeople: nationalities, faiths, their adjectives

std::string_view name(Upos);        // "NOUN" …, "" for kNone
std::string_view name(Xpos);        // "NN" …, "" for kOther
std::string_view name(Arc);         // "nsubj:pass" …, "" for kNone
std::string_view name(EntityKind);  // PER | ORG | LOC | NORP
Upos parse_upos(std::string_view);
Xpos parse_xpos(std::string_view);
Arc parse_arc(std::string_view);  // an unknown subtype gives its universal part
std::optional<EntityKind> parse_entity_kind(std::string_view);

// What the model says of one token. Positions are indices into Tokens::tokens; a word and its head always stand in one sentence.
struct ParsedWord {
  std::int32_t head = -1;  // -1: the root of its sentence
  std::uint32_t left = 0;  // the token and all that hang on it, however far, stand within [left, right)
  std::uint32_t right = 0;
  Arc arc = Arc::kNone;
  Upos upos = Upos::kNone;
  Xpos xpos = Xpos::kOther;
};

// A name as the model reads it: tokens [first, last).
struct ParsedName {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  EntityKind kind = EntityKind::kPerson;
};

// What the syntax step adds: one word and one lemma a token, and the names in text order; all empty where no model is loaded.
// About one arc in six is wrong, more in long sentences: whoever reads an arc wants a second sign (a cue word, a mark, a list)
// beside it.
struct Parse {
  std::vector<ParsedWord> words;
  std::vector<std::string> lemmas;
  std::vector<ParsedName> names;

  bool empty() const { return words.empty(); }
  bool is(std::size_t token, Arc arc) const { return token < words.size() && words[token].arc == arc; }
  // The tokens that hang directly on `token`, in text order. Costs the width of what hangs on it.
  std::vector<std::uint32_t> children(std::size_t token) const;
  // The first child with this relation.
  std::optional<std::uint32_t> child(std::size_t token, Arc arc) const;
  // Whether `token` hangs on `head`, directly or further up; a token hangs on itself. Bounded by the sentence.
  bool hangs_on(std::size_t token, std::size_t head) const;
  // The name that holds the token.
  const ParsedName* name_at(std::size_t token) const;
};

// Reads tokenised text. Immutable: any number of threads may use it.
class SyntaxReader {
 public:
  virtual ~SyntaxReader() = default;
  virtual Parse parse(const Tokens& tokens, std::string_view text) const = 0;
  virtual std::string version() const = 0;
};

}  // namespace attest
