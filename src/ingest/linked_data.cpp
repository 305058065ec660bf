#include "ingest/linked_data.h"

#include <simdjson.h>

#include <algorithm>

#include "ingest/block_text.h"
#include "ingest/page_parts.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kMaxScript = 4u << 20;
constexpr int kMaxDepth = 8;

// Publishers wrap the script in comments and leave line ends inside strings, which JSON forbids.
std::string repaired(std::string_view script) {
  const std::size_t begin = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  std::string out(script.substr(begin, end - begin + 1));
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return out;
}

std::optional<std::string> text_of(dom::element value) {
  std::string_view text;
  if (!value.get(text)) return known(text);
  dom::array list;
  if (!value.get(list) && list.size() > 0) return text_of(*list.begin());
  dom::object object;
  dom::element inner;
  if (!value.get(object))
    for (const std::string_view key : {"name", "@id", "url"})
      if (!object[key].get(inner) && inner.is_string()) return text_of(inner);
  return std::nullopt;
}

std::optional<std::string> field(dom::object object, std::string_view name) {
  dom::element value;
  if (object[name].get(value)) return std::nullopt;
  return text_of(value);
}

bool has_type(dom::object object, std::initializer_list<std::string_view> endings) {
  dom::element value;
  if (object["@type"].get(value)) return false;
  const auto fits = [&](std::string_view type) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return type.ends_with(e); });
  };
  std::string_view type;
  if (!value.get(type)) return fits(type);
  dom::array list;
  if (value.get(list)) return false;
  for (const auto item : list)
    if (!item.get(type) && fits(type)) return true;
  return false;
}

class Reader {
 public:
  Reader(const HtmlTree& page, LinkedData& out) : out_(out) {
    for (HtmlTree::Index i = 1; i < page.size() && title_key_.empty(); ++i)
      if (page.tag(i) == Tag::kTitle) title_key_ = letters_only(folded_text(page, i));
  }

  void read(dom::element value, int depth) {
    dom::array list;
    dom::object object;
    if (depth > kMaxDepth) return;
    if (!value.get(list)) {
      for (const auto item : list) read(item, depth + 1);
    } else if (!value.get(object)) {
      const bool article = has_type(object, {"Article", "BlogPosting", "Report", "LiveBlogPosting", "Review"});
      if (article && (!out_.is_article || (!is_titled(out_.headline) && is_titled(field(object, "headline")))))
        take_article(object);
      else if (!out_.is_article && has_type(object, {"WebPage", "ItemPage", "VideoObject", "Recipe", "NewsVideo"}))
        take_page(object);
      for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"}) {
        dom::element inner;
        if (!object[key].get(inner)) read(inner, depth + 1);
      }
    }
  }

 private:
  void take_article(dom::object object) {
    LinkedData fresh;
    fresh.is_article = true;
    fresh.body = field(object, "articleBody");
    if (!fresh.body) fresh.body = field(object, "reviewBody");
    take(object, fresh);
    fresh.is_titled = is_titled(fresh.headline);
    out_ = std::move(fresh);
  }
  void take_page(dom::object object) {
    if (!out_.published) take(object, out_);
  }
  static void take(dom::object object, LinkedData& to) {
    to.headline = field(object, "headline");
    if (!to.headline) to.headline = field(object, "name");
    to.published = field(object, "datePublished");
    if (!to.published) to.published = field(object, "dateCreated");
    if (!to.published) to.published = field(object, "uploadDate");
    to.modified = field(object, "dateModified");
    to.publisher = field(object, "publisher");
    to.url = field(object, "url");
    to.section = field(object, "articleSection");
    to.agency = field(object, "sourceOrganization");
    if (!to.agency) to.agency = field(object, "provider");
    dom::element author;
    if (!object["author"].get(author)) take_authors(author, to);
  }
  static void take_authors(dom::element value, LinkedData& to) {
    dom::array list;
    if (!value.get(list)) {
      for (const auto item : list) take_authors(item, to);
      return;
    }
    dom::object object;
    std::string_view plain;
    std::optional<std::string> name;
    if (!value.get(object)) name = field(object, "name");
    else if (!value.get(plain)) name = known(plain);
    if (name && name->find("://") == std::string::npos &&
        std::find(to.authors.begin(), to.authors.end(), *name) == to.authors.end())
      to.authors.push_back(*name);
  }

  // Whether <title> says the headline: a page lists other articles too.
  bool is_titled(const std::optional<std::string>& headline) const {
    return headline && !letters_only(*headline).empty() && title_key_.find(letters_only(*headline)) != std::string::npos;
  }

  LinkedData& out_;
  std::string title_key_;
};

}  // namespace

LinkedData linked_data(const HtmlTree& page) {
  LinkedData out;
  Reader reader(page, out);
  for (const auto& script : page.json_ld()) {
    if (script.size() > kMaxScript) continue;
    const std::string json = repaired(script);
    dom::parser parser;
    dom::element root;
    if (json.empty() || parser.parse(simdjson::padded_string(json)).get(root)) continue;
    reader.read(root, 0);
  }
  return out;
}

}  // namespace attest
