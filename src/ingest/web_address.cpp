#include "ingest/web_address.h"

#include <libxml/uri.h>

#include <algorithm>
#include <memory>

#include "ingest/report_parts.h"
#include "ingest/xml_library.h"

namespace attest {
namespace {

constexpr std::size_t kLongest = 8192;

struct Free {
  void operator()(xmlChar* text) const { xmlFree(text); }
};

bool is_web(std::string_view address) {
  for (const std::string_view scheme : {"http://", "https://"})
    if (address.size() > scheme.size() && std::equal(scheme.begin(), scheme.end(), address.begin(),
                                                     [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); }))
      return address[scheme.size()] != '/';
  return false;
}

}  // namespace

std::optional<std::string> web_address(std::string_view link, std::string_view base) {
  auto trimmed = known(link);
  if (!trimmed || trimmed->size() > kLongest || base.size() > kLongest) return std::nullopt;
  if (std::any_of(trimmed->begin(), trimmed->end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
    return std::nullopt;
  if (is_web(*trimmed)) return trimmed;
  std::replace(trimmed->begin(), trimmed->end(), ' ', '+');
  ready_xml_library();
  const auto* relative = reinterpret_cast<const xmlChar*>(trimmed->c_str());
  const std::string under(base);
  const std::unique_ptr<xmlChar, Free> whole(xmlBuildURI(relative, reinterpret_cast<const xmlChar*>(under.c_str())));
  if (!whole) return std::nullopt;
  std::string out = reinterpret_cast<const char*>(whole.get());
  return is_web(out) ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace attest
