#include "store/search.h"

#include <algorithm>

namespace attest {
namespace {

constexpr std::size_t kRanked = 2000;   // so many reports are put in order of fit; of more the newest come first
constexpr std::size_t kStretch = 240;   // bytes of text that a hit shows

Phrase words_of(std::string_view text) {
  Phrase out;
  for (auto& w : text_words(text)) out.words.push_back(std::move(w.folded));
  return out;
}

bool says(std::string_view text, const Phrase& phrase) {
  SearchText in;
  in.body = folded_text(text);
  return matches({{{"", {phrase}}}}, in);
}

// What is asked of each claim, made ready once.
struct Limits {
  std::optional<Effect> effect;
  Phrase place, source;
  Interval days;

  bool any() const { return effect || !place.words.empty() || !source.words.empty() || days.start || days.end; }

  bool fit(const Claim& c) const {
    if (effect && c.effect != *effect) return false;
    const auto at = [&](const Located& l) { return says(l.name, place) || says(l.admin1, place) || says(l.country, place); };
    const auto named = [&](const std::string& p) { return says(p, place); };
    if (!place.words.empty() && std::none_of(c.places.begin(), c.places.end(), named) && std::none_of(c.located.begin(), c.located.end(), at)) return false;
    const auto from = [&](const Source& s) {
      const auto all = speakers(s);
      return says(s.text, source) || std::any_of(all.begin(), all.end(), [&](const Source& one) { return says(one.entity, source); });
    };
    if (!source.words.empty() && std::none_of(c.attribution.begin(), c.attribution.end(), from)) return false;
    if (!days.start && !days.end) return true;
    const auto first = c.time.days.start ? c.time.days.start : c.time.days.end, last = c.time.days.end ? c.time.days.end : c.time.days.start;
    return first && (!days.end || *first <= *days.end) && (!days.start || *last >= *days.start);
  }
};

TextQuery query_for(const SearchRequest& request) {
  TextQuery out = parse_words(request.words);
  const auto limit = [&](const char* column, std::string_view value) {
    if (auto phrase = words_of(value); !phrase.words.empty()) out.all.push_back({column, {std::move(phrase)}});
  };
  limit("outlet", request.outlet);
  limit("place", request.place);
  limit("source", request.source);
  if (request.effect) limit("effect", name(*request.effect));
  limit_to_days(out, request.days);
  return out;
}

class Snippet {
 public:
  Snippet(const TextQuery& query, std::string_view text) : text_(text), words_(text_words(text)) {
    for (const Clause& clause : query.all)
      if (clause.column.empty()) mark(clause.any.front());
    std::sort(marks_.begin(), marks_.end());
  }

  void fill(SearchHit& hit, std::optional<Span> around) const {
    const std::uint32_t center = !marks_.empty() ? marks_.front().begin : around ? around->begin : 0;
    auto from = center > kStretch / 4 ? center - static_cast<std::uint32_t>(kStretch / 4) : 0;
    auto to = std::min<std::uint32_t>(static_cast<std::uint32_t>(text_.size()), from + static_cast<std::uint32_t>(kStretch));
    // Whole words only.
    for (const auto& w : words_) {
      if (w.span.begin < from && w.span.end > from) from = w.span.end;
      if (w.span.begin < to && w.span.end > to) to = w.span.begin;
    }
    if (from >= to) return;
    hit.text = std::string(text_.substr(from, to - from));
    for (const Span& m : marks_)
      if (m.begin >= from && m.end <= to) hit.marks.push_back({m.begin - from, m.end - from});
  }

 private:
  void mark(const Phrase& phrase) {
    for (std::size_t at = 0; at + phrase.words.size() <= words_.size(); ++at) {
      bool all = true;
      for (std::size_t i = 0; i < phrase.words.size() && all; ++i) {
        const bool begins = phrase.prefix && i + 1 == phrase.words.size();
        all = begins ? words_[at + i].folded.starts_with(phrase.words[i]) : words_[at + i].folded == phrase.words[i];
      }
      if (all) marks_.push_back({words_[at].span.begin, words_[at + phrase.words.size() - 1].span.end});
    }
  }

  std::string_view text_;
  std::vector<TextWord> words_;
  std::vector<Span> marks_;
};

}  // namespace

Result<std::vector<SearchHit>> search_case(CaseReader& reader, const SearchRequest& request) {
  const TextQuery query = query_for(request);
  const Limits limits{request.effect, words_of(request.place), words_of(request.source), request.days};
  std::vector<SearchHit> out;
  std::optional<Error> error;
  const auto look = [&](std::uint64_t number) -> Result<bool> {
    const auto row = reader.report(number);
    if (!row) return row.error();
    if (!*row) return true;
    const auto stored = reader.analysis(number);
    if (!stored) return stored.error();
    const auto analysis = read_analysis(*stored, "report " + std::to_string(number));
    if (!analysis) return analysis.error();
    SearchHit hit;
    hit.report = **row;
    std::optional<Span> first;
    for (const auto* list : {&analysis->findings.claims, &analysis->findings.unquantified})
      for (const Claim& c : *list) {
        if (!limits.any() || !limits.fit(c)) continue;
        hit.claims.push_back(c.id);
        if (!first) first = c.span;
      }
    if (limits.any() && hit.claims.empty()) return true;
    Snippet(query, stored->text).fill(hit, first);
    out.push_back(std::move(hit));
    return out.size() < request.limit;
  };
  const auto read = reader.search(query, kRanked, [&](std::uint64_t number) {
    const auto more = look(number);
    if (!more) error = more.error();
    return more && *more;
  });
  if (!read) return read.error();
  if (error) return *error;
  return out;
}

}  // namespace attest
