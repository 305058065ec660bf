#include "export/redact_report.h"

#include <algorithm>
#include <set>

#include "export/redact_patterns.h"
#include "export/sentences.h"

namespace attest {
namespace {

// A stretch in quotation marks this long is somebody's words; a shorter one is a term.
constexpr std::size_t kQuotedWords = 4;
// A place this many words from a hospital, prison or grave may be where it lies.
constexpr std::size_t kNearWords = 8;

bool private_kind(std::string_view kind) {
  static const std::set<std::string_view> kKinds = {"witness", "activist", "medical", "rescue", "social_media", "media_item", "other", ""};
  return kKinds.contains(kind);
}

class ReportRedaction {
 public:
  ReportRedaction(const Analysis& a, const PrivateNames& names, const PrivacyRules& rules, const PlaceDelay& delay, ShownNames shown)
      : analysis_(a), shown_(shown), text_(a.report.text), names_(names), rules_(rules), words_(scan_words(text_)), sentences_(sentence_spans(a)) {
    const auto day = a.findings.dates.reference;
    out_.places_early = !day || !delay.as_of || delay.as_of->days() - day->days() < delay.days;
  }

  RedactedReport build() {
    std::vector<Span> people;
    for (const auto& m : analysis_.findings.mentions)
      if (m.type == MentionType::kPerson) people.push_back(m.span);
    quotes();
    add(pattern_edits(text_, words_, rules_));
    names_found_ = names_.find(text_, words_, people);
    for (const auto& e : names_found_)
      if (!may_show(e.span)) out_.edits.push_back(e);
    small_cells();
    std::size_t word = 0;
    for (const auto sentence : sentences_) {
      while (word < words_.size() && words_[word].span.begin < sentence.begin) ++word;
      std::size_t end = word;
      while (end < words_.size() && words_[end].span.begin < sentence.end) ++end;
      look_at(sentence, word, end);
    }
    withhold_neighbours();
    out_.edits = without_overlaps(std::move(out_.edits));
    return std::move(out_);
  }

 private:
  void add(const std::vector<Edit>& edits) { out_.edits.insert(out_.edits.end(), edits.begin(), edits.end()); }

  // Whether a name may stand: of one dead person whom a claim counts, or of anybody; never of a child, nor beside a person's faith or people.
  bool may_show(Span name) const {
    if (shown_ == ShownNames::kNone) return false;
    bool dead = false;
    for (const auto& c : analysis_.findings.claims) {
      const Span sentence = c.sentence.empty() ? c.span : c.sentence;
      if (sentence.overlaps(name) && (!c.victims.identity.empty() || has_child(c))) return false;
      dead = dead || (c.effect == Effect::kKilled && c.victims.span.overlaps(name));
    }
    for (const auto& m : analysis_.findings.mentions)
      if (m.type == MentionType::kPeople && in_one_sentence(m.span, name)) return false;
    for (const auto& sentence : sentences_)
      if (sentence.overlaps(name) && has_child_word(sentence.in(text_))) return false;
    return dead || shown_ == ShownNames::kLiving;
  }

  static bool has_child(const Claim& c) { return std::find(c.victims.groups.begin(), c.victims.groups.end(), "children") != c.victims.groups.end(); }
  bool has_child_word(std::string_view text) const {
    const auto words = scan_words(text);
    return std::any_of(words.begin(), words.end(), [&](const Word& w) { return rules_.is("child", w.folded); });
  }
  bool in_one_sentence(Span a, Span b) const {
    return std::any_of(sentences_.begin(), sentences_.end(), [&](Span s) { return s.overlaps(a) && s.overlaps(b); });
  }

  std::size_t words_in(Span span) const {
    const auto first = std::partition_point(words_.begin(), words_.end(), [&](const Word& w) { return w.span.begin < span.begin; });
    const auto last = std::partition_point(first, words_.end(), [&](const Word& w) { return w.span.begin < span.end; });
    return static_cast<std::size_t>(last - first);
  }

  // The words of private people are not exported: a search for them finds the account.
  void quotes() {
    for (const auto stretch : quoted_stretches(text_)) {
      bool by_official = false, by_private = false;
      for (const auto& q : analysis_.findings.quotes) {
        if (!q.span.overlaps(stretch)) continue;
        (speaks_in_office(q) ? by_official : by_private) = true;
      }
      const bool unsure = !by_official && !by_private && words_in(stretch) >= kQuotedWords;
      const bool hide = (by_private && words_in(stretch) >= 2) || (unsure && !official_beside(stretch));
      if (hide) out_.edits.push_back({stretch, "[words withheld]"});
    }
  }

  bool speaks_in_office(const Quote& q) const {
    if (!q.chain.empty() && !private_kind(q.chain.back().kind)) return true;
    const auto speaker = q.source_span ? std::string(q.source_span->in(text_)) : q.speaker;
    if (speaker.empty()) return false;
    if (has_private_word(speaker)) return false;
    return names_.known(speaker) || names_.names_official(speaker) || has_office_word(speaker);
  }

  bool has_private_word(std::string_view text) const {
    for (const auto& w : scan_words(text))
      for (const auto* kind : {"person", "child", "kin", "job"})
        if (rules_.is(kind, w.folded)) return true;
    return false;
  }

  bool has_office_word(std::string_view text) const {
    for (const auto& w : scan_words(text))
      if (rules_.is("office", w.folded) || (w.capital && rules_.is("thing", w.folded) && w.folded.size() > 4)) return true;
    return false;
  }

  // Without a finder's word: the paragraph's other words name an office and nobody private.
  bool official_beside(Span stretch) const {
    std::size_t begin = text_.rfind('\n', stretch.begin);
    begin = begin == std::string::npos ? 0 : begin + 1;
    std::size_t end = text_.find('\n', stretch.end);
    if (end == std::string::npos) end = text_.size();
    const auto before = std::string_view(text_).substr(begin, stretch.begin - begin), after = std::string_view(text_).substr(stretch.end, end - stretch.end);
    if (has_private_word(before) || has_private_word(after)) return false;
    return has_office_word(before) || has_office_word(after);
  }

  // A handful of people of a special kind: their number is coarsened.
  void small_cells() {
    for (const auto& c : analysis_.findings.claims) {
      if (!c.count || c.victims.groups.empty() || c.victims.status == VictimStatus::kCombatant) continue;
      if (small_number(*c.count)) out_.edits.push_back({c.count->span, "[fewer than 5]"});
    }
  }

  void look_at(Span sentence, std::size_t first, std::size_t last) {
    bool sexual = false, site = false;
    std::set<std::string_view> attributes;
    for (std::size_t i = first; i < last; ++i) {
      const auto& w = words_[i].folded;
      sexual = sexual || rules_.is("sexual", w);
      site = site || is_site(i);
      for (const auto* kind : {"kin", "child", "job", "home"})
        if (rules_.is(kind, w)) attributes.insert(kind);
    }
    for (const auto& harm : analysis_.findings.other_harm)
      if (harm.type == "sexual_violence" && harm.span.overlaps(sentence)) sexual = true;
    const auto here = [&](const Edit& e) { return e.span.overlaps(sentence); };
    if (std::any_of(out_.edits.begin(), out_.edits.end(), [&](const Edit& e) { return e.text == "[age]" && here(e); })) attributes.insert("age");
    const bool named = std::any_of(names_found_.begin(), names_found_.end(), here);
    attributes.erase(attributes.contains("child") ? "kin" : "");  // one attribute
    if (sexual) out_.sexual.push_back(sentence);
    // Age, kin, work and home together find a person even without the name.
    else if (attributes.size() >= (named ? 3U : 4U)) out_.withheld.push_back(sentence);
    if (site) protect_places(sentence, first, last);
  }

  // "a hospital director said" tells of a person at work, not of a place to find people in.
  bool is_site(std::size_t i) const {
    if (!rules_.is("site", words_[i].folded)) return false;
    if (i + 1 >= words_.size() || !joined(text_, words_[i], words_[i + 1])) return true;
    const auto& next = words_[i + 1].folded;
    return !rules_.is("office", next) && !rules_.is("person", next) && !rules_.is("staff", next);
  }

  // Refuges, hospitals, prisons and graves: no place near the word finer than the province, and none at all within the delay.
  void protect_places(Span sentence, std::size_t first, std::size_t last) {
    out_.sites.push_back(sentence);
    for (std::size_t i = first; i < last; ++i) {
      if (!is_site(i)) continue;
      const auto from = i > first + kNearWords ? i - kNearWords : first, to = std::min(last, i + kNearWords + 1);
      hide_places({words_[from].span.begin, words_[to - 1].span.end});
      hide_name(first, i);
    }
  }

  void hide_places(Span near) {
    const bool old = !out_.places_early;
    const auto hide = [&](Span span, const std::optional<Located>& at) {
      const auto precision = at ? at->precision : Precision::kUnknown;
      if (precision == Precision::kCountry) return;
      if (old && (precision == Precision::kProvince || precision == Precision::kDistrict)) return;
      out_.edits.push_back({span, old && at && !at->admin1.empty() ? "[a place in " + at->admin1 + "]" : "[place withheld]"});
    };
    for (const auto& m : analysis_.findings.mentions)
      if (m.type == MentionType::kPlace && near.contains(m.span)) hide(m.span, m.located);
    // Where the words of a claim's place stand here without a mark of their own.
    for (const auto& c : analysis_.findings.claims)
      for (std::size_t p = 0; p < c.places.size(); ++p) {
        const auto at = near.in(text_).find(c.places[p]);
        if (c.places[p].empty() || at == std::string_view::npos) continue;
        const auto begin = near.begin + static_cast<std::uint32_t>(at);
        hide({begin, begin + static_cast<std::uint32_t>(c.places[p].size())}, p < c.located.size() ? std::optional(c.located[p]) : std::nullopt);
      }
  }

  // "Al-Osmere General Hospital", "Osmere hospital": the capitalised words before the site word name it.
  void hide_name(std::size_t first, std::size_t site) {
    std::size_t begin = site;
    while (begin > first && words_[begin - 1].capital && joined(text_, words_[begin - 1], words_[begin])) --begin;
    if (begin < site && rules_.is("thing", words_[begin].folded) && begin == first) ++begin;
    if (begin < site) out_.edits.push_back({{words_[begin].span.begin, words_[site - 1].span.end}, "[name withheld]"});
  }

  // What stands beside a sentence on sexual violence tells of the same case.
  void withhold_neighbours() {
    for (const auto hidden : out_.sexual) {
      const auto it = std::find(sentences_.begin(), sentences_.end(), hidden);
      if (it != sentences_.begin()) out_.withheld.push_back(*(it - 1));
      out_.withheld.push_back(hidden);
      if (it + 1 != sentences_.end()) out_.withheld.push_back(*(it + 1));
    }
    std::sort(out_.withheld.begin(), out_.withheld.end());
    out_.withheld.erase(std::unique(out_.withheld.begin(), out_.withheld.end()), out_.withheld.end());
  }

  const Analysis& analysis_;
  const ShownNames shown_;
  const std::string& text_;
  const PrivateNames& names_;
  const PrivacyRules& rules_;
  std::vector<Word> words_;
  std::vector<Span> sentences_;
  std::vector<Edit> names_found_;
  RedactedReport out_;
};

}  // namespace

RedactedReport redact_report(const Analysis& analysis, const PrivateNames& names, const PrivacyRules& rules, const PlaceDelay& delay,
                             ShownNames shown) {
  return ReportRedaction(analysis, names, rules, delay, shown).build();
}

}  // namespace attest
