// The file of a user's own policy: a small part of TOML (key = "text" | number | ["text", …], comments, the table [vague]). It is read here and
// not by a library because the file comes from outside, and the packaged reader asserts on some malformed keys.
#include <algorithm>
#include <array>
#include <charconv>

#include "reconcile/own_policy.h"

namespace attest {
namespace {

constexpr std::size_t kMostBytes = 64 << 10;
constexpr std::size_t kMostNames = 200;
constexpr std::int64_t kMostPeople = 1'000'000'000;

// The vague words of METHOD 2 and the numbers they stand for in a reading.
constexpr std::array<std::pair<std::string_view, std::int64_t>, 9> kVagueWords = {{{"a_couple", 2}, {"several", 3}, {"tens", 20}, {"dozens", 24}, {"scores", 40},
                                                                                  {"hundreds", 200}, {"thousands", 2000}, {"tens_of_thousands", 20000},
                                                                                  {"hundreds_of_thousands", 200000}}};

class Reader {
 public:
  Reader(std::string_view text, std::string_view path) : text_(text), path_(path) {}

  Result<OwnPolicy> read() {
    if (text_.size() > kMostBytes) return Error{"too_large", "a policy file has at most 64 KiB", std::string(path_)};
    if (find_invalid_utf8(text_) < text_.size()) return Error{"bad_encoding", "the file is not UTF-8", std::string(path_)};
    while (error_.empty() && at_ < text_.size()) line();
    if (error_.empty() && out_.name.empty()) error_ = "no name; add  name = \"…\"";
    if (!error_.empty()) return Error{"bad_policy", error_, std::string(path_) + ":" + std::to_string(line_)};
    return std::move(out_);
  }

 private:
  void line() {
    ++line_;
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    rest_ = text_.substr(at_, end - at_);
    at_ = end + 1;
    skip();
    if (rest_.empty() || rest_[0] == '#') return;
    if (rest_[0] == '[') return table();
    const std::string key = word();
    if (key.empty()) return fail("a line is  key = value");
    skip();
    if (rest_.empty() || rest_[0] != '=') return fail("\"=\" is missing after " + key);
    rest_.remove_prefix(1);
    skip();
    set(key);
    if (!error_.empty()) return;
    skip();
    if (!rest_.empty() && rest_[0] != '#' && rest_[0] != '\r') fail("nothing may follow the value of " + key);
  }

  void table() {
    if (rest_.substr(0, 7) != "[vague]") return fail("the only table is [vague]");
    in_vague_ = true;
  }

  void set(const std::string& key) {
    if (in_vague_) return set_vague(key);
    if (key == "name") out_.name = checked_name();
    else if (key == "summary") out_.summary = text();
    else if (key == "origins") out_.origins = names();
    else if (key == "without") out_.without = names();
    else if (key == "kinds") out_.kinds = names();
    else if (key == "unsourced") out_.unsourced = use(key);
    else if (key == "enemy_losses") out_.enemy_losses = use(key);
    else if (key == "vague") out_.vague = use(key);
    else if (key == "independent_origins") out_.independent_origins = static_cast<int>(number(1, 9));
    else if (key == "window_days") out_.window_days = static_cast<int>(number(0, 3650));
    else if (key == "best") out_.best = best();
    else fail("no such key: " + key + "; there are name, summary, origins, without, kinds, unsourced, enemy_losses, vague, independent_origins, window_days, best and the table [vague]");
  }

  void set_vague(const std::string& key) {
    const auto* word = std::find_if(kVagueWords.begin(), kVagueWords.end(), [&](const auto& w) { return w.first == key; });
    if (word == kVagueWords.end()) return fail("no such vague word: " + key + "; there are a_couple, several, tens, dozens, scores, hundreds, thousands, tens_of_thousands, hundreds_of_thousands");
    out_.vague_as[word->second] = number(0, kMostPeople);
    if (out_.vague == OwnPolicy::Use::kIgnore) out_.vague = OwnPolicy::Use::kFull;
  }

  OwnPolicy::Use use(const std::string& key) {
    const std::string t = text();
    if (t == "ignore") return OwnPolicy::Use::kIgnore;
    if (t == "high") return OwnPolicy::Use::kHigh;
    if (t == "use") return OwnPolicy::Use::kFull;
    fail(key + " is \"ignore\", \"high\" (may raise the high end) or \"use\"");
    return OwnPolicy::Use::kIgnore;
  }

  OwnPolicy::Best best() {
    const std::string t = text();
    if (t == "lowest") return OwnPolicy::Best::kLowest;
    if (t == "highest") return OwnPolicy::Best::kHighest;
    if (t != "latest") fail("best is \"lowest\", \"latest\" or \"highest\"");
    return OwnPolicy::Best::kLatest;
  }

  // A name stands in outputs as a key and as the text of a page.
  std::string checked_name() {
    std::string t = text();
    static constexpr std::string_view kTaken[] = {"ucdp", "acled", "ibc", "two_origins", "reviewed"};
    const bool plain = !t.empty() && t.size() <= 40 && std::all_of(t.begin(), t.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
    if (error_.empty() && !plain) fail("a name has 1 to 40 of the letters a to z, digits and _");
    if (std::find(std::begin(kTaken), std::end(kTaken), t) != std::end(kTaken)) fail("the name " + t + " is taken by a published policy");
    return t;
  }

  std::string text() {
    if (rest_.empty() || rest_[0] != '"') return fail("a text stands between double quotation marks"), std::string();
    const std::size_t end = rest_.find_first_of("\"\\", 1);
    if (end == std::string_view::npos || rest_[end] == '\\') return fail("the text has no end, or a backslash, which may not stand here"), std::string();
    std::string out(rest_.substr(1, end - 1));
    rest_.remove_prefix(end + 1);
    return out;
  }

  std::vector<std::string> names() {
    std::vector<std::string> out;
    if (rest_.empty() || rest_[0] != '[') return fail("a list stands between [ and ], on one line"), out;
    rest_.remove_prefix(1);
    for (skip(); error_.empty() && !rest_.empty() && rest_[0] != ']'; skip()) {
      out.push_back(text());
      if (out.size() > kMostNames) fail("a list has at most 200 names");
      skip();
      if (!rest_.empty() && rest_[0] == ',') rest_.remove_prefix(1);
      else if (rest_.empty() || rest_[0] != ']') fail("a comma or ] is missing in the list");
    }
    if (error_.empty() && rest_.empty()) fail("the list has no end; it stands on one line");
    if (error_.empty()) rest_.remove_prefix(1);
    return out;
  }

  std::int64_t number(std::int64_t low, std::int64_t high) {
    std::int64_t n = 0;
    const auto [end, wrong] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), n);
    if (wrong != std::errc() || n < low || n > high) return fail("takes a whole number from " + std::to_string(low) + " to " + std::to_string(high)), low;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return n;
  }

  std::string word() {
    std::size_t n = 0;
    while (n < rest_.size() && ((rest_[n] >= 'a' && rest_[n] <= 'z') || rest_[n] == '_')) ++n;
    std::string out(rest_.substr(0, n));
    rest_.remove_prefix(n);
    return out;
  }

  void skip() {
    while (!rest_.empty() && (rest_[0] == ' ' || rest_[0] == '\t' || rest_[0] == '\r')) rest_.remove_prefix(1);
  }
  void fail(std::string message) {
    if (error_.empty()) error_ = std::move(message);
    rest_ = {};
  }

  std::string_view text_, path_, rest_;
  std::size_t at_ = 0;
  int line_ = 0;
  bool in_vague_ = false;
  std::string error_;
  OwnPolicy out_;
};

}  // namespace

Result<OwnPolicy> parse_own_policy(std::string_view text, std::string_view path) { return Reader(text, path).read(); }

}  // namespace attest
