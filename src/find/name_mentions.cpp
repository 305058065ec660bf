#include "find/name_mentions.h"

#include <algorithm>
#include <deque>

namespace attest {
namespace {

class NameMentions {
 public:
  NameMentions(const FindInput& in, const std::vector<Mention>& taken)
      : in_(in), tokens_(in.tokens), parse_(in.parse), owner_(in.tokens.size()), own_(in.tokens.size()) {
    for (const auto& m : taken) {
      if (m.type == MentionType::kDate || m.adjective) continue;  // "Syrian" may stand in any name
      if (m.type == MentionType::kPlace && m.located && m.located->precision == Precision::kCountry && !m.part_of_name)
        countries_.push_back(&m);
      for (auto i = tokens_.token_at(m.span.begin); i < tokens_.size() && tokens_.tokens[i].span.begin < m.span.end; ++i)
        owner_[i] = &m;
    }
  }

  std::vector<Mention> run() {
    for (const auto& name : parse_.names) add_name(name);
    add_groups();
    for (const auto* m : countries_)
      if (acts(*m)) add_acting(*m);
    std::vector<Mention> out(made_.begin(), made_.end());
    std::stable_sort(out.begin(), out.end(), [](const Mention& a, const Mention& b) { return a.span < b.span; });
    return out;
  }

 private:
  struct Range {
    std::uint32_t first, last;
  };

  Span span(Range r) const { return {tokens_.tokens[r.first].span.begin, tokens_.tokens[r.last - 1].span.end}; }

  // Whether another mention has some of it. A place may be part of a longer name, and a name part of a described group ("the
  // Orlin government").
  bool is_taken(Range r, bool described) const {
    const Span whole = span(r);
    for (auto i = r.first; i < r.last; ++i) {
      const Mention* m = owner_[i];
      if (!m) continue;
      const bool may_be_part = m->type == MentionType::kPlace || (described && own_[i]);
      if (!may_be_part || !whole.contains(m->span) || m->span == whole) return true;
    }
    return false;
  }

  void add(Range r, MentionType type, bool described) {
    if (is_taken(r, described)) return;
    Mention m;
    m.span = span(r);
    m.type = type;
    made_.push_back(m);
    for (auto i = r.first; i < r.last; ++i) owner_[i] = &made_.back(), own_[i] = true;
  }

  bool is_title(std::uint32_t i) const {
    const auto match = roles_.table.longest_at(tokens_, i);
    return match && match.length == 1 && roles_.rules[match.value].value("role") == "true";
  }

  // The name finder's word counts where the tagger agrees that a name stands there.
  void add_name(const ParsedName& name) {
    Range r{name.first, name.last};
    if (name.kind == EntityKind::kPerson)
      while (r.last - r.first > 1 && (is_title(r.first) || tokens_.norm(r.first) == "of")) ++r.first;
    bool proper = false;
    for (auto i = r.first; i < r.last; ++i)
      proper |= parse_.words[i].upos == Upos::kPropn && (tokens_.tokens[i].capital || tokens_.tokens[i].all_capital);
    if (!proper) return;
    if (name.kind == EntityKind::kPerson) add(r, MentionType::kPerson, false);
    else if (name.kind == EntityKind::kOrganisation) add(r, MentionType::kOrganisation, false);
  }

  void add_groups() {
    const auto& groups = in_.know.lexicon.file("groups");
    for (std::uint32_t i = 0; i < tokens_.size();) {
      const auto match = groups.table.longest_at(tokens_, i);
      const auto last = i + std::max(match.length, 1u);
      if (match && is_noun(last - 1) && !parse_.name_at(last - 1)) {
        const auto type = groups.rules[match.value].value("type");
        add(phrase({i, last}), type == "group" ? MentionType::kGroup : MentionType::kOrganisation, true);
      }
      i = last;
    }
  }

  // A country that does or says something stands for its state: "Orlavia has sent troops", "announced by Orlavia and Dorvan". No
  // preposition may stand before it but the agent's "by": the parse may take the last noun before a verb for its subject ("people
  // in Orlavia said").
  bool acts(const Mention& m) const {
    const auto first = tokens_.token_at(m.span.begin);
    if (first >= tokens_.size()) return false;
    auto head = first;
    while (parse_.words[head].head >= 0 &&
           m.span.contains(tokens_.tokens[static_cast<std::size_t>(parse_.words[head].head)].span))
      head = static_cast<std::uint32_t>(parse_.words[head].head);
    auto noun = head;
    if (parse_.words[noun].arc == Arc::kConj && parse_.words[noun].head >= 0)
      noun = static_cast<std::uint32_t>(parse_.words[noun].head);
    const auto& w = parse_.words[noun];
    if (w.head < 0 || parse_.words[static_cast<std::size_t>(w.head)].upos != Upos::kVerb ||
        parse_.words[noun].upos != Upos::kPropn)
      return false;
    auto before = first;
    while (before > 0 && parse_.words[before - 1].upos == Upos::kDet) --before;
    const bool governed = before > 0 && parse_.words[before - 1].upos == Upos::kAdp;
    if (w.arc == Arc::kOblAgent) return noun != head || governed;
    return w.arc == Arc::kNsubj && !governed && static_cast<std::int32_t>(noun) < w.head;
  }

  void add_acting(const Mention& country) {
    Mention m;
    m.span = country.span;
    m.type = MentionType::kOrganisation;
    m.canonical = country.canonical;
    made_.push_back(m);
  }

  bool is_noun(std::uint32_t i) const { return parse_.words[i].upos == Upos::kNoun || parse_.words[i].upos == Upos::kPropn; }

  // The noun with what stands before it and hangs on it, and a name that follows "of".
  Range phrase(Range noun) const {
    const auto head = noun.last - 1;
    const auto s = tokens_.sentence_of(head);
    if (s >= tokens_.sentences.size()) return noun;
    Range out = noun;
    while (out.first > tokens_.sentences[s].first && out.first > parse_.words[head].left && stands_before(out.first - 1, head))
      --out.first;
    const auto end = tokens_.sentences[s].last;
    auto next = noun.last;
    if (next + 1 < end && tokens_.norm(next) == "of") {
      ++next;
      if (tokens_.norm(next) == "the" && next + 1 < end) ++next;
      if (const auto* name = parse_.name_at(next); name && name->first == next && parse_.hangs_on(next, head))
        out.last = std::min(name->last, end);
    }
    return out;
  }

  bool stands_before(std::uint32_t i, std::uint32_t head) const {
    const auto& w = parse_.words[i];
    const bool kind = w.upos == Upos::kAdj || is_noun(i) || w.upos == Upos::kDet || w.xpos == Xpos::kPRPS ||
                      w.xpos == Xpos::kPOS || w.xpos == Xpos::kVBN || w.xpos == Xpos::kVBG || w.upos == Upos::kNum ||
                      tokens_.norm(i) == "-";
    return kind && parse_.hangs_on(i, head);
  }

  const FindInput& in_;
  const Tokens& tokens_;
  const Parse& parse_;
  const RuleFile& roles_ = in_.know.lexicon.file("source_nouns");
  std::vector<const Mention*> owner_;  // of each token
  std::vector<const Mention*> countries_;
  std::vector<bool> own_;     // whether the owner is one of made_
  std::deque<Mention> made_;  // does not move its elements
};

}  // namespace

std::vector<Mention> find_name_mentions(const FindInput& in, const std::vector<Mention>& taken) {
  if (in.parse.empty() || !in.know.lexicon.find("groups") || !in.know.lexicon.find("source_nouns")) return {};
  return NameMentions(in, taken).run();
}

}  // namespace attest
