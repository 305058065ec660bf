// The two pages' shared head, and the list of statements behind a word.
#include <openssl/evp.h>

#include <array>

#include "export/words_view.h"

namespace attest {

void words_page_head(Markup& out, const std::string& title) {
  std::string digest;
  const std::string hex = sha256_id(kWordsStyle).substr(7);
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) digest += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  std::array<unsigned char, 64> base64{};
  const int size =
      EVP_EncodeBlock(base64.data(), reinterpret_cast<const unsigned char*>(digest.data()), static_cast<int>(digest.size()));
  const std::string policy = "default-src 'none'; style-src 'sha256-" + std::string(base64.begin(), base64.begin() + size) +
                             "'; base-uri 'none'; form-action 'none'";
  out.constant("<!DOCTYPE html>\n")
      .open("html", {{"lang", "en"}})
      .line()
      .open("head")
      .empty("meta", {{"charset", "utf-8"}})
      .line();
  out.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy}}).line();
  out.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  out.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}})
      .empty("meta", {{"name", "robots"}, {"content", "noindex"}})
      .line();
  out.element("title", title).open("style").constant(kWordsStyle).close("style").line().close("head").line();
}

}  // namespace attest
