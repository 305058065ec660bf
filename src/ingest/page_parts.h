#pragma once
// Small questions that several readers of metadata ask of a page.
#include <initializer_list>
#include <optional>
#include <string>

#include "ingest/html_tree.h"

namespace attest {

// The content of the first <meta> whose property, name or itemprop is one of the names (lower case; compared without case), in
// the order of the names.
std::optional<std::string> meta_content(const HtmlTree& page, std::initializer_list<std::string_view> names);
// The page's own address: canonical link, else og:url.
std::optional<std::string> page_address(const HtmlTree& page);
// Class and id in lower case.
std::string_view names_of(const HtmlTree& page, HtmlTree::Index node);
// Whether the node lies in readers' comments or a list of related articles, or in navigation or a footer.
bool in_comments(const HtmlTree& page, HtmlTree::Index node);
// Whether the node lies in navigation, a side column, comments, a footer or a list of related articles.
bool stands_aside(const HtmlTree& page, HtmlTree::Index node);
// ASCII letters and digits in lower case and all bytes above: for comparing titles.
std::string letters_only(std::string_view text);

}  // namespace attest
