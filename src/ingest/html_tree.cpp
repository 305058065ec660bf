// Builds the tree from libxml2's HTML parser, events only: its own tree would be larger and stops at depth 256.
#include "ingest/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <memory>

#include "ingest/ascii.h"
#include "ingest/html_names.h"
#include "ingest/xml_library.h"

namespace attest {

class HtmlTreeBuilder {
 public:
  HtmlTreeBuilder(HtmlTree& tree, htmlParserCtxtPtr context, int max_depth)
      : tree_(tree), context_(context), max_depth_(max_depth) {
    tree_.nodes_.emplace_back();
    open_.push_back(0);
  }
  bool too_deep() const { return too_deep_; }

  void start(std::string_view name, const xmlChar** attributes) {
    if (open_.size() > max_depth_) {
      too_deep_ = true;
      xmlStopParser(context_);
      return;
    }
    const Tag tag = tag_of(name);
    close_head_before(tag);
    const auto index = static_cast<HtmlTree::Index>(tree_.nodes_.size());
    HtmlTree::Node node;
    node.tag = tag;
    node.parent = open_.back();
    node.begin = static_cast<std::uint32_t>(tree_.attributes_.size());
    for (; attributes && attributes[0]; attributes += 2) add_attribute(attributes[0], attributes[1]);
    add_names(node.begin);
    if (tag == Tag::kMeta) tree_.metas_.push_back(index);
    node.length = static_cast<std::uint32_t>(tree_.attributes_.size()) - node.begin;
    tree_.nodes_.push_back(node);
    open_.push_back(index);
    script_ = tag == Tag::kScript || tag == Tag::kStyle || tag == Tag::kTextarea;
    json_ld_ = tag == Tag::kScript && tree_.attr(index, Attr::kType).find("ld+json") != std::string_view::npos;
    if (json_ld_) tree_.json_ld_.emplace_back();
  }

  void end(Tag tag) {
    if (tag == Tag::kHead && head_closed_) return;
    end();
  }

  void characters(const xmlChar* bytes, int length) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    if (json_ld_) tree_.json_ld_.back() += text;
    if (script_) return;
    auto& nodes = tree_.nodes_;
    const bool joins = nodes.back().tag == Tag::kText && nodes.back().parent == open_.back();
    if (!joins) {
      HtmlTree::Node node;
      node.tag = Tag::kText;
      node.parent = open_.back();
      node.begin = static_cast<std::uint32_t>(tree_.text_.size());
      nodes.push_back(node);
    }
    tree_.text_ += text;
    nodes.back().length += static_cast<std::uint32_t>(text.size());
    nodes.back().end = tree_.size();
  }

  void finish() {
    while (open_.size() > 1) end();
    tree_.nodes_[0].end = tree_.size();
  }

 private:
  void end() {
    if (open_.size() < 2) return;
    tree_.nodes_[open_.back()].end = tree_.size();
    open_.pop_back();
    script_ = json_ld_ = false;
  }

  // The parser knows HTML 4 and keeps <article> and the like in a head that nobody closed.
  void close_head_before(Tag tag) {
    if (tree_.nodes_[open_.back()].tag != Tag::kHead || head_closed_) return;
    switch (tag) {
      case Tag::kTitle:
      case Tag::kMeta:
      case Tag::kLink:
      case Tag::kScript:
      case Tag::kStyle:
      case Tag::kNoscript:
      case Tag::kTemplate:
      case Tag::kObject:
        return;
      default:
        break;
    }
    if (tag == Tag::kOther) return;
    end();
    head_closed_ = true;
  }

  void add_attribute(const xmlChar* name, const xmlChar* value) {
    const auto known = attr_of(reinterpret_cast<const char*>(name));
    if (!known) return;
    const std::string_view text = value ? reinterpret_cast<const char*>(value) : "";
    tree_.attributes_.push_back(
        {*known, static_cast<std::uint32_t>(tree_.text_.size()), static_cast<std::uint32_t>(text.size())});
    tree_.text_ += text;
  }

  // Many readers ask for class and id in lower case: made once.
  void add_names(std::uint32_t first) {
    std::string_view parts[2];
    for (std::size_t a = first; a < tree_.attributes_.size(); ++a) {
      const auto& attribute = tree_.attributes_[a];
      if (attribute.name == Attr::kClass) parts[0] = tree_.view(attribute.begin, attribute.length);
      if (attribute.name == Attr::kId) parts[1] = tree_.view(attribute.begin, attribute.length);
    }
    if (parts[0].empty() && parts[1].empty()) return;
    names_.clear();
    for (const char c : parts[0]) names_ += lower(c);
    names_ += ' ';
    for (const char c : parts[1]) names_ += lower(c);
    tree_.attributes_.push_back(
        {Attr::kNames, static_cast<std::uint32_t>(tree_.text_.size()), static_cast<std::uint32_t>(names_.size())});
    tree_.text_ += names_;
  }

  std::string names_;
  HtmlTree& tree_;
  htmlParserCtxtPtr context_;
  std::size_t max_depth_;
  std::vector<HtmlTree::Index> open_;
  bool script_ = false;
  bool json_ld_ = false;
  bool too_deep_ = false;
  bool head_closed_ = false;
};

namespace {

HtmlTreeBuilder& builder(void* context) { return *static_cast<HtmlTreeBuilder*>(context); }

// XHTML may put a prefix before its own elements.
std::string_view local_name(const xmlChar* name) {
  const std::string_view whole = reinterpret_cast<const char*>(name);
  return whole.substr(whole.find(':') + 1);
}

void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  builder(context).start(local_name(name), attributes);
}
void on_end(void* context, const xmlChar* name) { builder(context).end(tag_of(local_name(name))); }
void on_characters(void* context, const xmlChar* bytes, int length) { builder(context).characters(bytes, length); }

htmlSAXHandler handler() {
  htmlSAXHandler sax{};
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_characters;
  sax.ignorableWhitespace = on_characters;
  sax.cdataBlock = on_characters;
  return sax;
}

struct FreeContext {
  void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};

}  // namespace

Result<HtmlTree> HtmlTree::parse(const std::string& utf8, int max_depth, const std::string& where) {
  if (utf8.size() > 1u << 30) return Error{"too_large", "a page of more than a gigabyte; split it", where};
  ready_xml_library();
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(
      htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())));
  if (!context) return Error{"empty", "holds nothing; leave it out", where};
  HtmlTree tree;
  tree.text_.reserve(utf8.size() / 2);
  tree.nodes_.reserve(utf8.size() / 64 + 16);
  HtmlTreeBuilder events(tree, context.get(), max_depth);
  *context->sax = handler();
  context->userData = &events;
  // XML_PARSE_HUGE: else the parser drops what lies deeper than 256 elements without a word. IGNORE_ENC: the bytes are UTF-8 by
  // now.
  htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                        HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
  *context->sax = handler();
  xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(context.get());
  events.finish();
  if (events.too_deep())
    return Error{"too_deep", "elements nested more than " + std::to_string(max_depth) + " deep; give the text instead", where};
  return tree;
}

const HtmlTree::Attribute* HtmlTree::find(Index i, Attr name) const {
  const Node& node = nodes_[i];
  if (node.tag == Tag::kText) return nullptr;
  for (std::uint32_t a = node.begin; a < node.begin + node.length; ++a)
    if (attributes_[a].name == name) return &attributes_[a];
  return nullptr;
}

std::string_view HtmlTree::attr(Index i, Attr name) const {
  const Attribute* found = find(i, name);
  return found ? view(found->begin, found->length) : std::string_view();
}

}  // namespace attest
