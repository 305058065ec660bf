// Mail (.eml: newsletters) and pages saved as MHTML: the first page among the parts, else the first plain text.
#include <algorithm>

#include "ingest/ascii.h"
#include "ingest/date_text.h"
#include "ingest/encoding.h"
#include "ingest/http_message.h"
#include "ingest/mime_decode.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

constexpr int kMaxDepth = 8;
constexpr std::size_t kMaxParts = 1000;

struct Part {
  std::string media_type;
  std::string charset;
  std::string location;
  std::string id;  // of Content-ID, with its brackets
  bool is_flowed = false;
  std::string body;
};

// The value of a parameter of a header: boundary="x".
std::string parameter(std::string_view header, std::string_view name) {
  const std::string lower = lowered(header);
  const std::string key = std::string(name) + "=";
  const std::size_t at = lower.find(key);
  if (at == std::string::npos) return {};
  std::string_view value = header.substr(at + key.size());
  if (!value.starts_with('"')) return std::string(value.substr(0, value.find_first_of("; \t")));
  value.remove_prefix(1);
  return std::string(value.substr(0, value.find('"')));
}

// =?utf-8?Q?M=C3=A4rz?= and its like.
std::string decode_words(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t begin = text.find("=?");
    const std::size_t first = begin == std::string_view::npos ? begin : text.find('?', begin + 2);
    const std::size_t second = first == std::string_view::npos ? first : text.find('?', first + 1);
    const std::size_t end = second == std::string_view::npos ? second : text.find("?=", second + 1);
    if (end == std::string_view::npos || second != first + 2) {
      out += text;
      break;
    }
    const std::string_view before = text.substr(0, begin);
    if (out.empty() || known(before)) out += before;
    const std::string_view word = text.substr(second + 1, end - second - 1);
    const bool base64 = text[first + 1] == 'B' || text[first + 1] == 'b';
    out += decode_page(base64 ? decode_base64(word) : decode_quoted_printable(word, true),
                       text.substr(begin + 2, first - begin - 2));
    text.remove_prefix(end + 2);
  }
  return out;
}

class PartReader {
 public:
  std::vector<Part> parts;
  std::string start;  // the id of the part that is the page, where a multipart/related says so

  void read(std::string_view text, int depth) {
    const HeaderLines headers = HeaderLines::take(text);
    body(headers, text, depth);
  }
  void body(const HeaderLines& headers, std::string_view text, int depth) {
    if (depth > kMaxDepth || parts.size() >= kMaxParts) return;
    const std::string_view type = headers.get("content-type");
    auto [media_type, charset] = media_type_of(type.empty() ? "text/plain" : type);
    if (const std::string boundary = parameter(type, "boundary"); media_type.starts_with("multipart/") && !boundary.empty()) {
      if (start.empty()) start = parameter(type, "start");
      return split(text, boundary, depth);
    }
    if (media_type == "message/rfc822") return read(text, depth + 1);
    if (media_type != "text/html" && media_type != "text/plain" && media_type != "application/xhtml+xml") return;
    const std::string coding = lowered(headers.get("content-transfer-encoding"));
    std::string bytes = coding == "base64"             ? decode_base64(text)
                        : coding == "quoted-printable" ? decode_quoted_printable(text)
                                                       : std::string(text);
    parts.push_back({std::move(media_type), std::move(charset), std::string(headers.get("content-location")),
                     std::string(headers.get("content-id")), lowered(parameter(type, "format")) == "flowed", std::move(bytes)});
  }

 private:
  void split(std::string_view text, const std::string& boundary, int depth) {
    const std::string mark = "--" + boundary;
    std::size_t at = text.starts_with(mark) ? 0 : text.find("\n" + mark);
    while (at != std::string_view::npos) {
      std::size_t begin = text.find('\n', at + 1);
      if (text.substr(text.find(mark, at) + mark.size()).starts_with("--") || begin == std::string_view::npos) return;
      ++begin;
      const std::size_t next = text.find("\n" + mark, begin - 1);
      read(text.substr(begin, next == std::string_view::npos ? next : next - begin), depth + 1);
      at = next;
    }
  }
};

// A plain text part: lines that end in a space go on in the next where they flow (RFC 3676), and what follows the mark of a
// signature goes.
std::string plain_text(const Part& part) {
  std::string text = decode_page(part.body, part.charset);
  text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
  if (const std::size_t signature = text.rfind("\n-- \n"); signature != std::string::npos && signature > text.size() / 2)
    text.resize(signature + 1);
  if (!part.is_flowed) return text;
  for (std::size_t at = text.find(" \n"); at != std::string::npos; at = text.find(" \n", at + 1)) text.erase(at + 1, 1);
  return text;
}

// A newsletter in which layout hides the text from the reader of pages has it in the plain part too.
constexpr std::size_t kEnough = 400;
bool is_fuller(const std::string& plain, const std::string& page) {
  return plain.size() >= kEnough && page.size() * 3 < plain.size();
}

// A newsletter's last paragraphs say who sent it and how to be rid of it.
std::string without_footer(std::string text) {
  static constexpr std::string_view kWords[] = {
      "unsubscribe",  "manage preferences", "update your preferences", "abbestellen",          "abmelden",
      "désabonner",   "désinscrire",        "darse de baja",           "cancelar suscripción", "disiscriviti",
      "uitschrijven", "отписаться",         "إلغاء الاشتراك"};
  for (int paragraphs = 0; paragraphs < 4; ++paragraphs) {
    const std::size_t begin = text.rfind("\n\n");
    if (begin == std::string::npos) break;
    const std::string last = lowered(std::string_view(text).substr(begin));
    const bool says =
        std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view w) { return last.find(w) != std::string::npos; });
    if (!says || last.size() > 1000) break;
    text.resize(begin);
  }
  return text;
}

}  // namespace

Result<void> read_mail(const RawDocument& document, const IngestOptions& options, Report& report) {
  const std::string where = document_place(document);
  std::string_view text = document.bytes;
  if (text.starts_with("From ")) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  const HeaderLines headers = HeaderLines::take(text);
  PartReader reader;
  reader.body(headers, text, 0);
  const auto of_type = [&](bool html) {
    return std::find_if(reader.parts.begin(), reader.parts.end(),
                        [&](const Part& part) { return (part.media_type == "text/plain") != html && known(part.body); });
  };
  auto part = reader.start.empty()
                  ? reader.parts.end()
                  : std::find_if(reader.parts.begin(), reader.parts.end(), [&](const Part& p) { return p.id == reader.start; });
  if (part == reader.parts.end()) part = of_type(true);
  if (part == reader.parts.end()) part = of_type(false);
  if (part == reader.parts.end()) return Error{"empty", "a mail without a text part; leave it out", where};
  if (part->media_type == "text/plain") {
    report.text = plain_text(*part);
  } else if (auto page = read_page(part->body, part->charset, options, where, report, PageKind::kLetter); !page) {
    return page;
  } else if (const auto plain = of_type(false); plain != reader.parts.end()) {
    if (std::string fuller = plain_text(*plain); is_fuller(fuller, report.text)) report.text = std::move(fuller);
  }
  report.text = without_footer(std::move(report.text));
  if (part->location.starts_with("http")) report.url = part->location;
  if (const auto url = known(headers.get("snapshot-content-location"))) report.url = url;
  const bool is_saved_page = part->location.starts_with("http") || known(headers.get("snapshot-content-location"));
  if (const auto archived = known(headers.get("archived-at")); archived && archived->starts_with("<http") && !report.url)
    report.url = archived->substr(1, archived->find('>') - 1);
  if (const auto subject = known(decode_words(headers.get("subject"))); subject && !report.title) report.title = subject;
  if (const auto day = find_date(headers.get("date"), DayOrder::kUnknown); day && !report.published && !is_saved_page)
    report.published = day->iso;
  std::string from = decode_words(headers.get("from"));
  from = from.substr(0, from.find('<'));
  from.erase(std::remove(from.begin(), from.end(), '"'), from.end());
  if (const auto name = known(from); name && !report.outlet && !is_saved_page) report.outlet = name;
  return {};
}

}  // namespace attest
