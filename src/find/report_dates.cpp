// The report's own day (METHOD 9): a date printed at its head or in its dateline, before what stands beside the text, before its
// address.
#include <algorithm>
#include <cctype>

#include "find/finders.h"

namespace attest {
namespace {

constexpr std::size_t kHeadTokens = 160;            // a printed date stands at the head
constexpr int kFirstYear = 1500, kLastYear = 2199;  // a report's day outside them is an error of its source
using Cue = DateScanner::Cue;

bool full_day(const DateExpr& e) {
  return e.kind == DateExpr::Kind::kCalendar && e.year > 999 && e.month > 0 && e.day > 0 && !e.bc;
}

// The first tokens of a text as a text of its own.
Tokens head_of(const Tokens& tokens, std::size_t count) {
  Tokens out;
  count = std::min(count, tokens.size());
  out.tokens.assign(tokens.tokens.begin(), tokens.tokens.begin() + static_cast<std::ptrdiff_t>(count));
  if (count > 0) out.norms = tokens.norms.substr(0, out.tokens.back().norm_begin + out.tokens.back().norm_size);
  for (const auto& s : tokens.sentences) {
    if (s.first >= count) break;
    out.sentences.push_back(s);
    out.sentences.back().last = std::min<std::uint32_t>(s.last, static_cast<std::uint32_t>(count));
  }
  return out;
}

struct Printed {
  ReportDate date;
  int minutes = -1;
};

class Finder {
 public:
  explicit Finder(const FindInput& in) : in_(in) {}

  ReportDates run() {
    metadata();
    const Tokens head = head_of(in_.tokens, kHeadTokens);
    scan(head);
    address();
    rank();
    return std::move(out_);
  }

 private:
  void metadata() {
    if (!in_.report.published) return;
    const auto day = Date::parse(*in_.report.published);
    if (day && day->year >= kFirstYear && day->year <= kLastYear) metadata_ = ReportDate{*day, "metadata", {}};
  }

  void scan(const Tokens& head) {
    const auto matches = in_.know.dates.scan(head, in_.text(), in_.know.numbers.scan(head, in_.text()));
    for (const auto& match : matches) {
      if (dateline(head, match)) continue;
      if (full_day(match.expr) && is_printed(head, match)) add_printed(match);
    }
    if (out_.dateline.empty()) undated_line(head);
  }

  Span span_of(const DateMatch& match) const {
    return {in_.tokens.tokens[match.first].span.begin, in_.tokens.tokens[match.last - 1].span.end};
  }

  void add_printed(const DateMatch& match) {
    auto day = Date::make(match.expr.year, match.expr.month, match.expr.day);
    if (!day) return;
    // "07-08-2013": of two readings the one nearer to the metadata's day.
    const auto text = span_of(match).in(in_.text());
    const auto other = Date::make(match.expr.year, match.expr.day, match.expr.month);
    const bool numeric = text.find_first_not_of("0123456789-/. ") == std::string_view::npos &&
                         text.substr(0, 4).find_first_not_of("0123456789") != std::string_view::npos;
    if (numeric && other && metadata_ &&
        std::abs(other->days() - metadata_->value.days()) < std::abs(day->days() - metadata_->value.days()))
      day = other;
    printed_.push_back({{*day, "text", span_of(match)}, match.expr.minutes});
  }

  // A full date that is the report's: first in the text, on a line of its own, after "Published", or led by its weekday without a
  // preposition.
  bool is_printed(const Tokens& head, const DateMatch& match) const {
    const auto& sentence = head.sentences[head.sentence_of(match.first)];
    if (match.first == 0) return true;
    for (std::uint32_t back = 1; back <= 4 && back <= match.first; ++back) {
      const auto length = in_.know.dates.cue_at(Cue::kPrinted, head, match.first - back);
      if (length > 0 && length >= back - (head.norm(match.first - 1) == ":" || head.norm(match.first - 1) == "on" ? 1 : 0))
        return true;
    }
    std::uint32_t lower = 0;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
      if (i < match.first || i >= match.last)
        lower +=
            head.tokens[i].kind == TokenKind::kWord && !head.tokens[i].capital && head.norm(i) != "by" && head.norm(i) != "at";
    const bool ends_in_stop = head.norm(sentence.last - 1) == ".";
    if (sentence.last - sentence.first <= match.last - match.first + 8 && lower == 0 && !ends_in_stop) return true;
    // In the furniture of a page whose lines were joined: nothing leads to the date, and the text begins after it.
    if (match.first >= 60 || in_.know.dates.cue_at(Cue::kYear, head, match.first - 1) > 0) return false;
    if (match.expr.weekday >= 0 || match.last >= head.size()) return true;
    const Token& next = head.tokens[match.last];
    return next.capital || next.kind == TokenKind::kNumber || next.kind == TokenKind::kQuote || head.norm(match.last) == "(";
  }

  // "MARN, Jan 5 (Agency) -": place, day, agency and a dash at the start of a sentence.
  bool dateline(const Tokens& head, const DateMatch& match) {
    if (match.expr.kind != DateExpr::Kind::kCalendar || match.expr.day == 0 || match.expr.month == 0 || !out_.dateline.empty())
      return false;
    const auto& sentence = head.sentences[head.sentence_of(match.first)];
    if (match.first == sentence.first || match.first - sentence.first > 8) return false;
    if (!head.tokens[sentence.first].capital) return false;
    for (std::uint32_t i = sentence.first; i < match.first; ++i)
      if (in_.know.dates.cue_at(Cue::kPrinted, head, i) > 0) return false;
    std::uint32_t end = match.last;
    for (; end < sentence.last && end < match.last + 8; ++end) {
      const auto word = head.norm(end);
      if (word == "-" || word == "--" || word == "\u2013" || word == "\u2014") break;
      if (head.tokens[end].kind == TokenKind::kWord && !head.tokens[end].capital) return false;
    }
    if (end >= sentence.last || end >= match.last + 8 || !head.tokens[end].space_before) return false;
    for (std::uint32_t i = sentence.first; i < match.first; ++i)
      if (head.tokens[i].kind == TokenKind::kWord && !head.tokens[i].capital) return false;
    const auto year = match.expr.year > 0 ? match.expr.year : year_near_metadata(match.expr);
    const auto day = year > 0 ? Date::make(year, match.expr.month, match.expr.day) : std::nullopt;
    if (!day) return false;
    out_.dateline = std::string(Span{head.tokens[sentence.first].span.begin, head.tokens[end - 1].span.end}.in(in_.text()));
    dateline_ = ReportDate{*day, "dateline", span_of(match)};
    return true;
  }

  // The year that brings a day without one nearest to the metadata's day, else to a printed one.
  int year_near_metadata(const DateExpr& e) const {
    const auto near = metadata_          ? std::optional(metadata_->value)
                      : printed_.empty() ? std::nullopt
                                         : std::optional(printed_.front().date.value);
    if (!near) return 0;
    int best = 0;
    std::int64_t distance = 0;
    for (int year = near->year - 1; year <= near->year + 1; ++year) {
      const auto day = Date::make(year, e.month, e.day);
      if (!day) continue;
      const auto d = std::abs(day->days() - near->days());
      if (best == 0 || d < distance) best = year, distance = d;
    }
    return distance <= 62 ? best : 0;
  }

  // "MARN (Agency) -": a dateline without a day.
  void undated_line(const Tokens& head) {
    for (const auto& s : head.sentences) {
      if (s.first > 60) return;
      std::uint32_t i = s.first;
      bool bracket = false;
      while (i < s.last && i < s.first + 10 && (head.tokens[i].kind != TokenKind::kWord || head.tokens[i].capital)) {
        const auto word = head.norm(i);
        const bool dash = word == "-" || word == "--" || word == "\u2013" || word == "\u2014";
        if (dash && i > s.first && head.tokens[i].space_before && (bracket || head.tokens[s.first].all_capital)) {
          out_.dateline = std::string(Span{head.tokens[s.first].span.begin, head.tokens[i - 1].span.end}.in(in_.text()));
          return;
        }
        bracket = bracket || word == ")";
        ++i;
      }
    }
  }

  // "/2025/03/12/", "2025-03-12" or "20250312" in the address.
  void address() {
    if (!in_.report.url) return;
    const std::string& url = *in_.report.url;
    const auto digit = [&](std::size_t i) { return i < url.size() && url[i] >= '0' && url[i] <= '9'; };
    for (std::size_t i = 0; i + 8 <= url.size(); ++i) {
      if (i > 0 && digit(i - 1)) continue;
      std::string compact;
      std::size_t at = i;
      for (const std::size_t width : {4u, 2u, 2u}) {
        if (!compact.empty() && at < url.size() && (url[at] == '/' || url[at] == '-' || url[at] == '_')) ++at;
        for (std::size_t n = 0; n < width && digit(at); ++n) compact += url[at++];
      }
      if (compact.size() != 8 || digit(at)) continue;
      const auto number = [&](std::size_t from, std::size_t n) { return std::stoi(compact.substr(from, n)); };
      const auto day = Date::make(number(0, 4), number(4, 2), number(6, 2));
      if (!day || day->year < 1990 || day->year > 2100) continue;
      address_ = ReportDate{*day, "url", {}};
      return;
    }
  }

  void rank() {
    const auto put = [&](const ReportDate& date) { out_.all.push_back(date); };
    if (dateline_) put(*dateline_);
    for (const auto& p : printed_) put(p.date);
    if (metadata_) put(*metadata_);
    if (address_) put(*address_);
    if (out_.all.empty()) return anchor();
    const ReportDate& first = out_.all.front();
    out_.reference = first.value;
    out_.published_from = first.from;
    out_.published = first.value.iso();
    if (first.from == "metadata" || (metadata_ && metadata_->value == first.value)) out_.published = in_.report.published;
    else if (!printed_.empty() && printed_.front().date.value == first.value && printed_.front().minutes >= 0)
      *out_.published += "T" + clock(printed_.front().minutes);
  }

  static std::string clock(int minutes) {
    std::string out = "00:00";
    out[0] = static_cast<char>('0' + minutes / 600), out[1] = static_cast<char>('0' + minutes / 60 % 10);
    out[3] = static_cast<char>('0' + minutes % 60 / 10), out[4] = static_cast<char>('0' + minutes % 10);
    return out;
  }

  // Without a day of its own the latest full date in the text anchors weekdays; it is no day of publication.
  void anchor() {
    const auto matches = in_.know.dates.scan(in_.tokens, in_.text(), in_.know.numbers.scan(in_.tokens, in_.text()));
    std::optional<ReportDate> latest;
    for (const auto& match : matches) {
      if (!full_day(match.expr)) continue;
      const auto day = Date::make(match.expr.year, match.expr.month, match.expr.day);
      if (day && (!latest || *day > latest->value)) latest = ReportDate{*day, "text", span_of(match)};
    }
    if (!latest) return;
    out_.all.push_back(*latest);
    out_.reference = latest->value;
  }

  const FindInput& in_;
  ReportDates out_;
  std::optional<ReportDate> metadata_, dateline_, address_;
  std::vector<Printed> printed_;
};

}  // namespace

ReportDates find_report_dates(const FindInput& in) { return Finder(in).run(); }

}  // namespace attest
