#include "base/json_writer.h"
#include "cli/case_run.h"
#include "cli/shown.h"

namespace attest {
namespace {

std::string plural(std::uint64_t n, std::string_view one, std::string_view many) { return std::to_string(n) + " " + std::string(n == 1 ? one : many); }

void print(const Verification& v) {
  for (const auto& p : v.problems) std::printf("%s\n", shown(p.where + ": " + p.what).c_str());
  std::printf("%s: %s, %s, %s, %s checked", v.whole() ? "whole" : "NOT WHOLE", plural(v.entries, "entry", "entries").c_str(), plural(v.reports, "report", "reports").c_str(),
              plural(v.analyses, "analysis", "analyses").c_str(), plural(v.claims, "claim", "claims").c_str());
  if (v.removed > 0) std::printf(", %s removed", plural(v.removed, "report", "reports").c_str());
  if (v.signatures > 0) std::printf(", %s", plural(v.signatures, "signature", "signatures").c_str());
  if (v.timestamps > 0) std::printf(", %s", plural(v.timestamps, "timestamp", "timestamps").c_str());
  std::printf("\nhead %s\n", v.head.c_str());
}

// A file that cannot be opened is looked at page by page all the same: a flipped bit may make it look like one of a later version.
int cannot_open(const std::string& path, const Error& error) {
  if (error.code == "not_found" || error.code == "busy" || error.code == "locked") return failed(error);
  const auto pages = broken_pages(path, 20);
  if (error.code == "newer_format" && pages && pages->empty()) return failed(error);
  if (pages)
    for (const auto page : *pages) {
      if (page == 0) std::printf("end of the file: the file is no whole number of pages\n");
      else std::printf("page %u (bytes %llu to %llu): its checksum is not that of its bytes\n", page, static_cast<unsigned long long>(page - 1) * kPageSize,
                       static_cast<unsigned long long>(page) * kPageSize - 1);
    }
  std::printf("NOT WHOLE: %s\n", error.message.c_str());
  return 1;
}

}  // namespace

int run_verify(const Args& args) {
  VerifyOptions options;
  options.authorities = args.get("--authorities");
  if (args.has("--signer")) {
    const auto text = read_small_file(args.get("--signer"));
    if (!text) return failed(text.error());
    const auto key = read_key(*text, args.get("--signer"));
    if (!key) return failed(key.error());
    options.signer = hex(key->public_key);
  }
  auto store = open_case(args);
  if (!store) return cannot_open(args.inputs.front(), store.error());
  auto reader = (*store)->read();
  if (!reader) return failed(reader.error());
  const auto found = verify_case(**reader, options);
  print(found);
  return found.whole() ? 0 : 1;
}

}  // namespace attest
