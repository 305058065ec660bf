#include "ingest/encoding.h"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <cerrno>

#include "ingest/ascii.h"
#include "ingest/formats.h"

namespace attest {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::size_t kMetaWindow = 4096;  // browsers look at 1024 bytes; pages with a long head need more
constexpr std::size_t kDetectWindow = 1 << 16;

// iconv with U+FFFD for what does not fit; nothing where the encoding is unknown.
std::optional<std::string> convert(std::string_view bytes, const std::string& from) {
  const iconv_t converter = iconv_open("UTF-8", from.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 4);
  char buffer[1 << 14];
  char* in = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  while (left > 0) {
    char* to = buffer;
    std::size_t room = sizeof buffer;
    const std::size_t status = iconv(converter, &in, &left, &to, &room);
    out.append(buffer, static_cast<std::size_t>(to - buffer));
    if (status != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
    append_utf8(out, 0xFFFD);
    ++in;
    --left;
  }
  iconv_close(converter);
  return out;
}

// The encoding that a mark at the start names; empty where there is none.
std::string_view marked(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Mark)) return "UTF-8";
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  return {};
}

// Labels mean what browsers take them for: Latin-1 and ASCII are read as Windows-1252, GB2312 as GB18030 and so on.
std::string canonical_label(std::string_view label) {
  std::string name = lowered(label);
  while (!name.empty() && (name.back() == ' ' || name.back() == '"' || name.back() == '\'' || name.back() == ';'))
    name.pop_back();
  static constexpr std::pair<std::string_view, const char*> same[] = {{"utf8", "UTF-8"},
                                                                      {"iso-8859-1", "WINDOWS-1252"},
                                                                      {"iso8859-1", "WINDOWS-1252"},
                                                                      {"latin1", "WINDOWS-1252"},
                                                                      {"us-ascii", "WINDOWS-1252"},
                                                                      {"ascii", "WINDOWS-1252"},
                                                                      {"iso-8859-9", "WINDOWS-1254"},
                                                                      {"gb2312", "GB18030"},
                                                                      {"gbk", "GB18030"},
                                                                      {"x-sjis", "CP932"},
                                                                      {"shift_jis", "CP932"},
                                                                      {"ks_c_5601-1987", "CP949"},
                                                                      {"euc-kr", "CP949"},
                                                                      {"iso-8859-8-i", "ISO-8859-8"},
                                                                      {"x-cp1251", "WINDOWS-1251"},
                                                                      {"utf-16", "UTF-8"}};
  for (const auto& [from, to] : same)
    if (name == from) return to;
  return name;
}

// The label in <meta charset=…>, <meta … content="text/html; charset=…"> or <?xml encoding="…"?>.
std::string_view label_in_page(std::string_view bytes) {
  const std::string head = lowered(bytes.substr(0, kMetaWindow));
  for (const std::string_view key : {"charset", "encoding"}) {
    for (std::size_t at = head.find(key); at != std::string::npos; at = head.find(key, at + 1)) {
      std::size_t begin = head.find_first_not_of(" \t\r\n", at + key.size());
      if (begin == std::string::npos || head[begin] != '=') continue;
      begin = head.find_first_not_of(" \t\r\n\"'", begin + 1);
      if (begin == std::string::npos) continue;
      const std::size_t end = std::min(head.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_:.", begin), head.size());
      const std::size_t tag = head.rfind('<', at);
      if (tag == std::string::npos || end == begin) continue;
      const std::string_view opened = std::string_view(head).substr(tag);
      if (opened.starts_with("<meta") || opened.starts_with("<?xml")) return bytes.substr(begin, end - begin);
    }
  }
  return {};
}

std::string detected(std::string_view bytes) {
  const uchardet_t detector = uchardet_new();
  const std::size_t first = static_cast<std::size_t>(
      std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) - bytes.begin());
  const std::size_t from = first > 1024 ? first - 1024 : 0;
  const auto window = bytes.substr(from, kDetectWindow);
  uchardet_handle_data(detector, window.data(), window.size());
  uchardet_data_end(detector);
  std::string name = uchardet_get_charset(detector);
  uchardet_delete(detector);
  return name.empty() ? "WINDOWS-1252" : canonical_label(name);
}

bool is_mostly_control(std::string_view bytes) {
  const auto window = bytes.substr(0, 4096);
  const auto controls = std::count_if(window.begin(), window.end(), [](char c) {
    const auto b = static_cast<unsigned char>(c);
    return b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B;
  });
  return static_cast<std::size_t>(controls) * 50 > window.size();
}

// A page that says UTF-8 and is not: a few broken bytes are only that, more of them than of whole characters are another
// encoding.
bool is_mostly_broken_utf8(std::string_view bytes) {
  std::size_t whole = 0;
  std::size_t broken = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const Decoded d = decode_utf8(bytes, i);
    whole += d.size > 1;
    broken += d.size == 1 && d.code == 0xFFFD;
    i += d.size;
  }
  return broken > whole;
}

std::string hex(unsigned char byte) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  return {'0', 'x', kHex[byte >> 4], kHex[byte & 15]};
}

}  // namespace

Result<std::string> decode_plain(std::string_view bytes, const std::string& where) {
  const auto at_byte = [&](std::size_t at) { return where + ", byte " + std::to_string(at); };
  const auto mark = marked(bytes);
  if (mark.starts_with("UTF-16")) {
    auto text = convert(bytes.substr(2), std::string(mark));
    if (!text || bytes.size() % 2 != 0)
      return Error{"bad_encoding", "UTF-16 that ends in the middle of a character; save the file as UTF-8", where};
    return std::move(*text);
  }
  if (const auto kind = binary_kind(bytes); !kind.empty())
    return Error{"binary", "not text but " + std::string(kind) + "; give it its own suffix or leave it out", where};
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos)
    return Error{"binary", "not text: it holds a NUL byte; leave it out or save it as UTF-8", at_byte(nul)};
  if (is_mostly_control(bytes)) return Error{"binary", "not text: it is full of control characters; leave it out", where};
  if (const std::size_t bad = find_invalid_utf8(bytes); bad != std::string_view::npos)
    return Error{"bad_encoding",
                 "not UTF-8: byte " + hex(static_cast<unsigned char>(bytes[bad])) + " fits nowhere; save the text as UTF-8",
                 at_byte(bad)};
  if (!mark.empty()) bytes.remove_prefix(kUtf8Mark.size());
  return std::string(bytes);
}

std::string decode_page(std::string_view bytes, std::string_view given) {
  if (const auto mark = marked(bytes); !mark.empty()) {
    bytes.remove_prefix(mark == "UTF-8" ? 3 : 2);
    if (mark == "UTF-8") return to_valid_utf8(bytes);
    return convert(bytes, std::string(mark)).value_or(std::string());
  }
  const bool may_be_utf8 = given.empty() || lowered(given) == "utf-8" || lowered(given) == "utf8";
  if (may_be_utf8 && find_invalid_utf8(bytes) == std::string_view::npos) return std::string(bytes);
  std::string label = canonical_label(!given.empty() ? given : label_in_page(bytes));
  if (label.empty()) label = detected(bytes);
  if (label != "UTF-8" && label != "utf-8")
    if (auto text = convert(bytes, label)) return to_valid_utf8(*text);
  if (is_mostly_broken_utf8(bytes))
    if (auto text = convert(bytes, detected(bytes))) return to_valid_utf8(*text);
  return to_valid_utf8(bytes);
}

}  // namespace attest
