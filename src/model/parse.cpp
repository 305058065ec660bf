#include "model/parse.h"

#include <algorithm>
#include <array>

namespace attest {
namespace {

constexpr std::array<std::string_view, 18> kUpos = {"",    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
                                                    "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr std::array<std::string_view, 35> kXpos = {
    "",     "CC", "CD",  "DT",  "EX", "FW", "IN", "JJ", "JJR", "JJS", "MD",  "NN",  "NNS", "NNP", "NNPS", "PDT", "POS", "PRP",
    "PRP$", "RB", "RBR", "RBS", "RP", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP",   "WP$", "WRB"};
constexpr std::array<std::string_view, 45> kArcs = {
    "",          "root",     "nsubj",     "nsubj:pass", "csubj",      "csubj:pass", "obj",        "iobj",         "obl",
    "obl:agent", "nmod",     "nmod:poss", "acl",        "acl:relcl",  "advcl",      "advmod",     "amod",         "appos",
    "aux",       "aux:pass", "case",      "cc",         "ccomp",      "clf",        "compound",   "compound:prt", "conj",
    "cop",       "dep",      "det",       "discourse",  "dislocated", "expl",       "fixed",      "flat",         "goeswith",
    "list",      "mark",     "nummod",    "orphan",     "parataxis",  "punct",      "reparandum", "vocative",     "xcomp"};
static_assert(kXpos.size() == static_cast<std::size_t>(Xpos::kWRB) + 1 &&
              kArcs.size() == static_cast<std::size_t>(Arc::kXcomp) + 1);
constexpr std::array<std::string_view, 4> kEntityKinds = {"PER", "ORG", "LOC", "NORP"};

template <class E, std::size_t N>
E find(const std::array<std::string_view, N>& names, std::string_view text) {
  const auto at = std::find(names.begin(), names.end(), text);
  return static_cast<E>(at == names.end() ? 0 : at - names.begin());
}

}  // namespace

std::string_view name(Upos v) { return kUpos[static_cast<std::size_t>(v)]; }
std::string_view name(Xpos v) { return kXpos[static_cast<std::size_t>(v)]; }
std::string_view name(Arc v) { return kArcs[static_cast<std::size_t>(v)]; }
std::string_view name(EntityKind v) { return kEntityKinds[static_cast<std::size_t>(v)]; }
Upos parse_upos(std::string_view text) { return find<Upos>(kUpos, text); }
Xpos parse_xpos(std::string_view text) { return find<Xpos>(kXpos, text); }
Arc parse_arc(std::string_view text) {
  const auto whole = find<Arc>(kArcs, text);
  return whole != Arc::kNone ? whole : find<Arc>(kArcs, text.substr(0, text.find(':')));
}
std::optional<EntityKind> parse_entity_kind(std::string_view text) {
  const auto at = std::find(kEntityKinds.begin(), kEntityKinds.end(), text);
  if (at == kEntityKinds.end()) return std::nullopt;
  return static_cast<EntityKind>(at - kEntityKinds.begin());
}

std::vector<std::uint32_t> Parse::children(std::size_t token) const {
  std::vector<std::uint32_t> out;
  if (token >= words.size()) return out;
  for (auto i = words[token].left; i < words[token].right; ++i)
    if (words[i].head == static_cast<std::int32_t>(token)) out.push_back(i);
  return out;
}

std::optional<std::uint32_t> Parse::child(std::size_t token, Arc arc) const {
  if (token >= words.size()) return std::nullopt;
  for (auto i = words[token].left; i < words[token].right; ++i)
    if (words[i].head == static_cast<std::int32_t>(token) && words[i].arc == arc) return i;
  return std::nullopt;
}

bool Parse::hangs_on(std::size_t token, std::size_t head) const {
  if (token >= words.size()) return false;
  for (auto at = static_cast<std::int32_t>(token); at >= 0; at = words[static_cast<std::size_t>(at)].head)
    if (static_cast<std::size_t>(at) == head) return true;
  return false;
}

const ParsedName* Parse::name_at(std::size_t token) const {
  const auto after =
      std::upper_bound(names.begin(), names.end(), token, [](std::size_t t, const ParsedName& n) { return t < n.first; });
  if (after == names.begin() || (after - 1)->last <= token) return nullptr;
  return &*(after - 1);
}

}  // namespace attest
