#pragma once
// A web page as a compact tree: what main text and metadata need, no more. Built by a streaming parser, never changed after.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace attest {

// The elements that matter to reading; all others are kOther. kText is a run of character data.
enum class Tag : std::uint8_t {
  kText,
  kOther,
  kA,
  kAbbr,
  kAddress,
  kArticle,
  kAside,
  kAudio,
  kB,
  kBlockquote,
  kBody,
  kBr,
  kButton,
  kCaption,
  kCenter,
  kCite,
  kCode,
  kDd,
  kDel,
  kDetails,
  kDialog,
  kDiv,
  kDl,
  kDt,
  kEm,
  kFieldset,
  kFigcaption,
  kFigure,
  kFont,
  kFooter,
  kForm,
  kFrame,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHr,
  kHtml,
  kI,
  kIframe,
  kImg,
  kInput,
  kLabel,
  kLi,
  kLink,
  kMain,
  kMenu,
  kMeta,
  kNav,
  kNoscript,
  kObject,
  kOl,
  kOption,
  kP,
  kPicture,
  kPre,
  kQ,
  kScript,
  kSection,
  kSelect,
  kSmall,
  kSpan,
  kStrong,
  kStyle,
  kSub,
  kSummary,
  kSup,
  kSvg,
  kTable,
  kTbody,
  kTd,
  kTemplate,
  kTextarea,
  kTfoot,
  kTh,
  kThead,
  kTime,
  kTitle,
  kTr,
  kU,
  kUl,
  kVideo
};

enum class Attr : std::uint8_t {
  kAlt,
  kAriaHidden,
  kClass,
  kContent,
  kDataSrc,
  kDatetime,
  kDir,
  kHidden,
  kHref,
  kHttpEquiv,
  kId,
  kItemprop,
  kItemscope,
  kItemtype,
  kLang,
  kName,
  kNames,  // made by the tree: class and id in lower case, a space between; only where an element has one of them
  kProperty,
  kRel,
  kRole,
  kSrc,
  kSrcset,
  kStyle,
  kTestId,
  kTitle,
  kType
};

// Nodes stand in document order; the subtree of node i is [i, end(i)). Node 0 is the page itself (kOther). Text is UTF-8,
// entities resolved, white space as it came. Views into the tree live as long as it.
class HtmlTree {
 public:
  using Index = std::uint32_t;

  // too_deep beyond `max_depth` open elements, where parsing stops: nothing after it could be told apart.
  static Result<HtmlTree> parse(const std::string& utf8, int max_depth, const std::string& where);

  Index size() const { return static_cast<Index>(nodes_.size()); }
  Tag tag(Index i) const { return nodes_[i].tag; }
  Index parent(Index i) const { return nodes_[i].parent; }
  Index end(Index i) const { return nodes_[i].end; }
  Index first_child(Index i) const { return i + 1; }  // loop: for (c = first_child(i); c < end(i); c = end(c))
  std::string_view text(Index i) const { return view(nodes_[i].begin, nodes_[i].length); }  // of a kText node
  std::string_view attr(Index i, Attr name) const;                                          // "" where absent
  bool has(Index i, Attr name) const { return find(i, name) != nullptr; }
  const std::vector<Index>& metas() const { return metas_; }            // the <meta> elements, in order
  const std::vector<std::string>& json_ld() const { return json_ld_; }  // the contents of its JSON-LD scripts

 private:
  friend class HtmlTreeBuilder;
  struct Node {
    Tag tag = Tag::kOther;
    Index parent = 0;
    Index end = 0;
    std::uint32_t begin = 0;  // of a text: bytes in text_; of an element: attributes in attributes_
    std::uint32_t length = 0;
  };
  struct Attribute {
    Attr name;
    std::uint32_t begin;
    std::uint32_t length;
  };
  std::string_view view(std::uint32_t begin, std::uint32_t length) const { return std::string_view(text_).substr(begin, length); }
  const Attribute* find(Index i, Attr name) const;

  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::string text_;
  std::vector<Index> metas_;
  std::vector<std::string> json_ld_;
};

bool is_block(Tag tag);    // begins a new paragraph
bool is_heading(Tag tag);  // h1 … h6

}  // namespace attest
