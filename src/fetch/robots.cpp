#include "fetch/robots.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

namespace attest {
namespace {

constexpr std::size_t kMaxFile = 512u << 10;
constexpr std::size_t kMaxLine = 2083 * 8;  // eight times the longest address that browsers took

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

enum class Key { kAgent, kAllow, kDisallow, kOther };

// By how the key begins; with the misspellings that are common.
Key key_of(std::string_view name) {
  const std::string key = lowered(name);
  const auto begins = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return key.starts_with(w); });
  };
  if (begins({"user-agent", "useragent", "user agent"})) return Key::kAgent;
  if (begins({"allow"})) return Key::kAllow;
  if (begins({"disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"})) return Key::kDisallow;
  return Key::kOther;
}

// "key: value # comment"; a missing colon is forgiven where exactly two words stand there.
std::optional<std::pair<std::string_view, std::string_view>> key_and_value(std::string_view line) {
  line = trimmed(line.substr(0, line.find('#')));
  std::size_t cut = line.find(':');
  if (cut == std::string_view::npos) {
    cut = line.find_first_of(" \t");
    if (cut == std::string_view::npos) return std::nullopt;
    if (trimmed(line.substr(cut)).find_first_of(" \t") != std::string_view::npos) return std::nullopt;
  }
  const auto key = trimmed(line.substr(0, cut));
  if (key.empty()) return std::nullopt;
  return std::pair(key, trimmed(line.substr(cut + 1)));
}

// Hex digits of escapes in upper case; of a rule also bytes outside ASCII escaped, as addresses have them.
std::string escaped(std::string_view text, bool is_rule) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (text[i] == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2])) {
      out += '%';
      for (int k = 0; k < 2; ++k) {
        const char c = text[++i];
        out += c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c;
      }
    } else if (byte >= 0x80 && is_rule) {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += text[i];
    }
  }
  return out;
}

// Path, parameters and query of an address, which may lack its scheme; "/" where it has none.
std::string path_of(std::string_view url) {
  url = url.substr(0, url.find('#'));
  if (url.starts_with("//")) url.remove_prefix(2);
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos && scheme < url.find_first_of("/?;")) url.remove_prefix(scheme + 3);
  const std::size_t begin = url.find_first_of("/?;");
  if (begin == std::string_view::npos) return "/";
  const std::string path(url.substr(begin));
  return path.front() == '/' ? path : "/" + path;
}

// Whether the pattern fits a beginning of the path. Keeps the set of path positions that the pattern so far can have led to.
bool fits(std::string_view path, std::string_view pattern) {
  std::vector<std::size_t> ends = {0};
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '$' && i + 1 == pattern.size()) return ends.back() == path.size();
    if (c == '*') {
      const std::size_t first = ends.front();
      ends.clear();
      for (std::size_t at = first; at <= path.size(); ++at) ends.push_back(at);
      continue;
    }
    std::size_t kept = 0;
    for (const std::size_t at : ends)
      if (at < path.size() && path[at] == c) ends[kept++] = at + 1;
    ends.resize(kept);
    if (ends.empty()) return false;
  }
  return true;
}

// The rule's length where it fits; an allowed "/index.html" allows the folder too.
std::size_t strength(const std::string& path, const std::string& pattern, bool allow) {
  if (fits(path, pattern)) return pattern.size();
  const std::size_t slash = pattern.rfind('/');
  if (!allow || slash == std::string::npos || pattern.compare(slash, 10, "/index.htm") != 0) return 0;
  const std::string folder = pattern.substr(0, slash + 1) + "$";
  return fits(path, folder) ? folder.size() : 0;
}

// A name ends where something else than a letter, "-" or "_" stands: versions do not count.
std::string agent_name(std::string_view value) {
  if (value.starts_with('*') && (value.size() == 1 || is_blank(value[1]))) return "*";
  const auto end = std::find_if(value.begin(), value.end(), [](char c) { return !is_letter(c) && c != '-' && c != '_'; });
  return lowered(value.substr(0, static_cast<std::size_t>(end - value.begin())));
}

}  // namespace

Robots Robots::parse(std::string_view text) {
  Robots out;
  bool naming = false;  // the group's agents are still being listed
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text = text.substr(0, kMaxFile);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const auto line = key_and_value(text.substr(0, std::min(end, kMaxLine)));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line) continue;
    const Key key = key_of(line->first);
    if (key == Key::kAgent) {
      if (!naming) out.groups_.emplace_back();
      naming = true;
      out.groups_.back().agents.push_back(agent_name(line->second));
    } else if (key != Key::kOther && !out.groups_.empty()) {
      naming = false;
      out.groups_.back().rules.push_back({key == Key::kAllow, escaped(line->second, true)});
    }
  }
  return out;
}

bool Robots::allows(std::string_view agent, std::string_view url) const {
  const std::string path = escaped(path_of(url), false);
  const std::string name = lowered(agent);
  const auto addresses = [](const Group& group, std::string_view who) {
    return std::find(group.agents.begin(), group.agents.end(), who) != group.agents.end();
  };
  const bool named =
      !name.empty() && std::any_of(groups_.begin(), groups_.end(), [&](const Group& g) { return addresses(g, name); });
  std::size_t allowed = 0;
  std::size_t refused = 0;
  for (const auto& group : groups_) {
    if (!addresses(group, named ? std::string_view(name) : "*")) continue;
    for (const auto& rule : group.rules) {
      auto& most = rule.allow ? allowed : refused;
      most = std::max(most, strength(path, rule.pattern, rule.allow));
    }
  }
  return refused <= allowed;
}

}  // namespace attest
