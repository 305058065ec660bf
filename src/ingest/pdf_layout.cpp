#include "ingest/pdf_layout.h"

#include <libxml/parser.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "ingest/report_parts.h"
#include "ingest/xml_library.h"

namespace attest {
namespace {

constexpr double kColumnGap = 8;  // points; the space between words is less
constexpr int kMaxCuts = 64;      // nested ones

struct Word {
  double left = 0;
  std::string text;
};

struct Block {
  double left = 0, top = 0, right = 0, bottom = 0;
  std::string lines;
};

// Letters of Hebrew, Arabic and their neighbours: U+0590 to U+08FF begin with the bytes D6 to E0 A3.
bool is_right_to_left(std::string_view text) {
  std::size_t right = 0;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c & 0xC0) == 0x80 || c <= 0x40) continue;
    ++letters;
    const bool third = c == 0xE0 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) <= 0xA3;
    right += (c >= 0xD6 && c <= 0xDF) || third;
  }
  return right * 2 > letters;
}

std::string line_of(std::vector<Word>& words) {
  std::string all;
  for (const auto& word : words) all += word.text;
  if (is_right_to_left(all))
    std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.left > b.left; });
  std::string out;
  for (const auto& word : words) (out += out.empty() ? "" : " ") += word.text;
  return out;
}

// The widest gap between the intervals that the blocks cover; its middle, or none below `least`.
template <class Begin, class End>
std::optional<double> widest_gap(std::vector<const Block*> blocks, double least, Begin begin, End end) {
  std::sort(blocks.begin(), blocks.end(), [&](const Block* a, const Block* b) { return begin(*a) < begin(*b); });
  std::optional<double> out;
  double covered = end(*blocks.front());
  for (const Block* block : blocks) {
    if (const double gap = begin(*block) - covered; gap >= least) {
      least = gap;
      out = covered + gap / 2;
    }
    covered = std::max(covered, end(*block));
  }
  return out;
}

void write_in_order(const std::vector<const Block*>& blocks, int depth, std::string& out) {
  if (blocks.empty()) return;
  const auto halves = [&](auto before) {
    std::vector<const Block*> first;
    std::vector<const Block*> second;
    for (const Block* block : blocks) (before(*block) ? first : second).push_back(block);
    write_in_order(first, depth + 1, out);
    write_in_order(second, depth + 1, out);
  };
  if (depth < kMaxCuts && blocks.size() > 1) {
    if (const auto x = widest_gap(
            blocks, kColumnGap, [](const Block& b) { return b.left; }, [](const Block& b) { return b.right; }))
      return halves([&](const Block& b) { return b.left < *x; });
    if (const auto y = widest_gap(
            blocks, 0.01, [](const Block& b) { return b.top; }, [](const Block& b) { return b.bottom; }))
      return halves([&](const Block& b) { return b.top < *y; });
  }
  for (const Block* block : blocks) out += block->lines + "\n";
}

// Collects the events of the parser.
class LayoutReader {
 public:
  PdfLayout out;

  void start(std::string_view name, const xmlChar** attributes) {
    text_.clear();
    const auto number = [&](const char* key) { return std::strtod(value(attributes, key).c_str(), nullptr); };
    if (name == "word") word_ = {number("xMin"), {}};
    else if (name == "block") block_ = {number("xMin"), number("yMin"), number("xMax"), number("yMax"), {}};
    else if (name == "line") words_.clear();
    else if (name == "meta" && value(attributes, "name") == "Author") out.author = known(value(attributes, "content"));
  }
  void end(std::string_view name) {
    if (name == "title") out.title = known(text_);
    else if (name == "word") words_.push_back({word_.left, known(text_).value_or("")});
    else if (name == "line") block_.lines += line_of(words_) + "\n";
    else if (name == "block") blocks_.push_back(std::move(block_));
    else if (name == "page") page();
    text_.clear();
  }
  void characters(std::string_view text) { text_ += text; }

 private:
  static std::string value(const xmlChar** attributes, const char* key) {
    for (; attributes && attributes[0]; attributes += 2)
      if (std::strcmp(reinterpret_cast<const char*>(attributes[0]), key) == 0)
        return attributes[1] ? reinterpret_cast<const char*>(attributes[1]) : "";
    return {};
  }
  void page() {
    std::vector<const Block*> all;
    for (const auto& block : blocks_) all.push_back(&block);
    write_in_order(all, 0, out.text);
    out.text += '\f';
    blocks_.clear();
  }

  std::string text_;
  Word word_;
  std::vector<Word> words_;
  Block block_;
  std::vector<Block> blocks_;
};

LayoutReader& reader(void* context) { return *static_cast<LayoutReader*>(context); }
void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  reader(context).start(reinterpret_cast<const char*>(name), attributes);
}
void on_end(void* context, const xmlChar* name) { reader(context).end(reinterpret_cast<const char*>(name)); }
void on_characters(void* context, const xmlChar* text, int size) {
  reader(context).characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}
void on_nothing(void*, const char*, ...) {}

}  // namespace

PdfLayout read_pdf_layout(const std::string& xml) {
  ready_xml_library();
  LayoutReader events;
  xmlSAXHandler sax{};
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_characters;
  sax.error = on_nothing;
  sax.warning = on_nothing;
  if (xml.size() <= 1u << 30) xmlSAXUserParseMemory(&sax, &events, xml.data(), static_cast<int>(xml.size()));
  return std::move(events.out);
}

}  // namespace attest
