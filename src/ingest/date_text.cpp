#include "ingest/date_text.h"

#include "base/base.h"

namespace attest {
namespace {

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2100;

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80); }

// Reads parts of a date one after the other; a part that does not fit leaves the place unchanged.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  // A number of `least` to `most` digits, not followed by another digit; -1 where there is none.
  int number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && end - at_ < most && digit(text_[end])) value = value * 10 + (text_[end++] - '0');
    if (end - at_ < least || (end < text_.size() && digit(text_[end]))) return -1;
    at_ = end;
    return value;
  }
  bool take(std::string_view part) {
    if (!text_.substr(at_).starts_with(part)) return false;
    at_ += part.size();
    return true;
  }
  bool spaces() {
    const std::size_t begin = at_;
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_.substr(at_).starts_with("\xC2\xA0")))
      at_ += text_[at_] == '\xC2' ? 2 : 1;
    return at_ > begin;
  }
  std::string_view word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && letter(text_[at_]) && !text_.substr(at_).starts_with("\xC2\xA0")) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  char now() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  std::size_t at() const { return at_; }
  void back_to(std::size_t at) { at_ = at; }

 private:
  std::string_view text_;
  std::size_t at_;
};

std::optional<Date> make(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  return Date::make(year, month, day);
}

// "T13:45", " 13:45:10+02:00": as ISO, empty where it is none.
std::string time_after(Scanner& scan) {
  if (!scan.take("T") && !scan.take(" ")) return {};
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  const int hour = scan.number(2, 2);
  if (hour < 0 || hour > 23 || !scan.take(":")) return {};
  const int minute = scan.number(2, 2);
  if (minute < 0 || minute > 59) return {};
  std::string out = "T" + two(hour) + ":" + two(minute);
  if (scan.take(":")) {
    const int second = scan.number(2, 2);
    if (second < 0 || second > 60) return out;
    out += ":" + two(second);
    if (scan.take(".")) scan.number(1, 9);
  }
  if (scan.take("Z")) return out + "Z";
  const char sign = scan.now();
  if (sign != '+' && sign != '-') return out;
  scan.take(std::string_view(&sign, 1));
  const int both = scan.number(4, 4);
  const int zone = both >= 0 ? both / 100 : scan.number(2, 2);
  const int rest = both >= 0 ? both % 100 : scan.take(":") ? scan.number(2, 2) : 0;
  if (zone < 0 || zone > 14 || rest < 0 || rest > 59) return out;
  return out + sign + two(zone) + ":" + two(rest);
}

// 2031-04-05, 2031/04/05, 2031.04.05, 2031年4月5日, with or without a time.
std::optional<std::string> year_first(Scanner scan) {
  const int year = scan.number(4, 4);
  if (year < 0) return std::nullopt;
  const char between = scan.now();
  std::optional<Date> date;
  if (scan.take("年")) {
    const int month = scan.number(1, 2);
    if (!scan.take("月")) return std::nullopt;
    date = make(year, month, scan.number(1, 2));
  } else if (between == '-' || between == '/' || between == '.') {
    const std::string_view mark(&between, 1);
    scan.take(mark);
    const int month = scan.number(1, 2);
    if (!scan.take(mark)) return std::nullopt;
    date = make(year, month, scan.number(1, 2));
  }
  if (!date) return std::nullopt;
  return date->iso() + time_after(scan);
}

// 5.4.2031, 05/04/2031, 5-4-31.
std::optional<std::string> year_last(Scanner scan, DayOrder order) {
  const int first = scan.number(1, 2);
  const char between = scan.now();
  if (first < 0 || (between != '.' && between != '/' && between != '-')) return std::nullopt;
  const std::string_view mark(&between, 1);
  scan.take(mark);
  if (between == '.') scan.spaces();
  const int second = scan.number(1, 2);
  if (second < 0 || !scan.take(mark)) return std::nullopt;
  if (between == '.') scan.spaces();
  const std::size_t before = scan.at();
  int year = scan.number(4, 4);
  if (year < 0) {
    scan.back_to(before);
    year = scan.number(2, 2);
    if (year < 0 || between == '-') return std::nullopt;
    year += 2000;
  }
  const bool day_first = between == '.' || first > 12 || order == DayOrder::kDayFirst || first == second;
  if (!day_first && second <= 12 && order == DayOrder::kUnknown) return std::nullopt;
  const auto date = day_first ? make(year, second, first) : make(year, first, second);
  return date ? std::optional(date->iso()) : std::nullopt;
}

// The year after a month's name, with what may stand between: "2031", ", 2031", ". 2031", " de 2031".
int year_after(Scanner& scan) {
  scan.take(".");
  scan.take(",");
  scan.spaces();
  scan.take("de ");
  scan.take("del ");
  scan.take("-");
  return scan.number(4, 4);
}

// 5 April 2031, 5. April 2031, 5th of April, 2031, 5 de abril de 2031, 05-Apr-2031.
std::optional<std::string> day_month(Scanner scan) {
  const int day = scan.number(1, 2);
  if (day < 1) return std::nullopt;
  for (const std::string_view ending : {"st", "nd", "rd", "th", ".", "º", "er", "ter"})
    if (scan.take(ending)) break;
  scan.take("-");
  scan.spaces();
  scan.take("of ");
  scan.take("de ");
  const int month = month_of(scan.word());
  if (month == 0) return std::nullopt;
  const auto date = make(year_after(scan), month, day);
  return date ? std::optional(date->iso()) : std::nullopt;
}

// April 5, 2031; Apr. 5th 2031.
std::optional<std::string> month_day(Scanner scan) {
  const int month = month_of(scan.word());
  if (month == 0) return std::nullopt;
  scan.take(".");
  if (!scan.spaces()) return std::nullopt;
  const int day = scan.number(1, 2);
  if (day < 1) return std::nullopt;
  for (const std::string_view ending : {"st", "nd", "rd", "th"})
    if (scan.take(ending)) break;
  const auto date = make(year_after(scan), month, day);
  return date ? std::optional(date->iso()) : std::nullopt;
}

}  // namespace

std::optional<DateText> find_date(std::string_view text, DayOrder order) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && (digit(text[i - 1]) || (letter(text[i - 1]) && letter(text[i])))) continue;
    std::optional<std::string> found;
    const Scanner scan(text, i);
    if (digit(text[i])) {
      found = year_first(scan);
      if (!found) found = year_last(scan, order);
      if (!found) found = day_month(scan);
    } else if (letter(text[i])) {
      found = month_day(scan);
    }
    if (found) return DateText{std::move(*found), i};
  }
  return std::nullopt;
}

}  // namespace attest
