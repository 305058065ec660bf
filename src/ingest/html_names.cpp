#include "ingest/html_names.h"

#include <algorithm>
#include <utility>

namespace attest {
namespace {

// Sorted by name.
constexpr std::pair<std::string_view, Tag> kTags[] = {
    {"a", Tag::kA},
    {"abbr", Tag::kAbbr},
    {"address", Tag::kAddress},
    {"article", Tag::kArticle},
    {"aside", Tag::kAside},
    {"audio", Tag::kAudio},
    {"b", Tag::kB},
    {"blockquote", Tag::kBlockquote},
    {"body", Tag::kBody},
    {"br", Tag::kBr},
    {"button", Tag::kButton},
    {"caption", Tag::kCaption},
    {"center", Tag::kCenter},
    {"cite", Tag::kCite},
    {"code", Tag::kCode},
    {"dd", Tag::kDd},
    {"del", Tag::kDel},
    {"details", Tag::kDetails},
    {"dialog", Tag::kDialog},
    {"div", Tag::kDiv},
    {"dl", Tag::kDl},
    {"dt", Tag::kDt},
    {"em", Tag::kEm},
    {"fieldset", Tag::kFieldset},
    {"figcaption", Tag::kFigcaption},
    {"figure", Tag::kFigure},
    {"font", Tag::kFont},
    {"footer", Tag::kFooter},
    {"form", Tag::kForm},
    {"frame", Tag::kFrame},
    {"h1", Tag::kH1},
    {"h2", Tag::kH2},
    {"h3", Tag::kH3},
    {"h4", Tag::kH4},
    {"h5", Tag::kH5},
    {"h6", Tag::kH6},
    {"head", Tag::kHead},
    {"header", Tag::kHeader},
    {"hr", Tag::kHr},
    {"html", Tag::kHtml},
    {"i", Tag::kI},
    {"iframe", Tag::kIframe},
    {"img", Tag::kImg},
    {"input", Tag::kInput},
    {"label", Tag::kLabel},
    {"li", Tag::kLi},
    {"link", Tag::kLink},
    {"main", Tag::kMain},
    {"menu", Tag::kMenu},
    {"meta", Tag::kMeta},
    {"nav", Tag::kNav},
    {"noscript", Tag::kNoscript},
    {"object", Tag::kObject},
    {"ol", Tag::kOl},
    {"option", Tag::kOption},
    {"p", Tag::kP},
    {"picture", Tag::kPicture},
    {"pre", Tag::kPre},
    {"q", Tag::kQ},
    {"script", Tag::kScript},
    {"section", Tag::kSection},
    {"select", Tag::kSelect},
    {"small", Tag::kSmall},
    {"span", Tag::kSpan},
    {"strong", Tag::kStrong},
    {"style", Tag::kStyle},
    {"sub", Tag::kSub},
    {"summary", Tag::kSummary},
    {"sup", Tag::kSup},
    {"svg", Tag::kSvg},
    {"table", Tag::kTable},
    {"tbody", Tag::kTbody},
    {"td", Tag::kTd},
    {"template", Tag::kTemplate},
    {"textarea", Tag::kTextarea},
    {"tfoot", Tag::kTfoot},
    {"th", Tag::kTh},
    {"thead", Tag::kThead},
    {"time", Tag::kTime},
    {"title", Tag::kTitle},
    {"tr", Tag::kTr},
    {"u", Tag::kU},
    {"ul", Tag::kUl},
    {"video", Tag::kVideo},
};
constexpr std::pair<std::string_view, Attr> kAttrs[] = {
    {"alt", Attr::kAlt},
    {"aria-hidden", Attr::kAriaHidden},
    {"class", Attr::kClass},
    {"content", Attr::kContent},
    {"data-src", Attr::kDataSrc},
    {"data-testid", Attr::kTestId},
    {"datetime", Attr::kDatetime},
    {"dir", Attr::kDir},
    {"hidden", Attr::kHidden},
    {"href", Attr::kHref},
    {"http-equiv", Attr::kHttpEquiv},
    {"id", Attr::kId},
    {"itemprop", Attr::kItemprop},
    {"itemscope", Attr::kItemscope},
    {"itemtype", Attr::kItemtype},
    {"lang", Attr::kLang},
    {"name", Attr::kName},
    {"property", Attr::kProperty},
    {"rel", Attr::kRel},
    {"role", Attr::kRole},
    {"src", Attr::kSrc},
    {"srcset", Attr::kSrcset},
    {"style", Attr::kStyle},
    {"title", Attr::kTitle},
    {"type", Attr::kType},
};

template <class Row, std::size_t n>
const Row* look_up(const Row (&rows)[n], std::string_view name) {
  const auto* row =
      std::lower_bound(std::begin(rows), std::end(rows), name, [](const Row& r, std::string_view x) { return r.first < x; });
  return row != std::end(rows) && row->first == name ? row : nullptr;
}

}  // namespace

Tag tag_of(std::string_view name) {
  const auto* row = look_up(kTags, name);
  return row ? row->second : Tag::kOther;
}

std::optional<Attr> attr_of(std::string_view name) {
  const auto* row = look_up(kAttrs, name);
  return row ? std::optional(row->second) : std::nullopt;
}

bool is_heading(Tag tag) { return tag >= Tag::kH1 && tag <= Tag::kH6; }

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::kText:
    case Tag::kOther:
    case Tag::kA:
    case Tag::kAbbr:
    case Tag::kAudio:
    case Tag::kB:
    case Tag::kBr:
    case Tag::kButton:
    case Tag::kCite:
    case Tag::kCode:
    case Tag::kDel:
    case Tag::kEm:
    case Tag::kFont:
    case Tag::kI:
    case Tag::kImg:
    case Tag::kInput:
    case Tag::kLabel:
    case Tag::kLink:
    case Tag::kMeta:
    case Tag::kPicture:
    case Tag::kQ:
    case Tag::kScript:
    case Tag::kSmall:
    case Tag::kSpan:
    case Tag::kStrong:
    case Tag::kStyle:
    case Tag::kSub:
    case Tag::kSup:
    case Tag::kSvg:
    case Tag::kTime:
    case Tag::kU:
      return false;
    default:
      return true;
  }
}

}  // namespace attest
