#pragma once
// Web archive collections: WARC files with an index, a list of pages, digests and, where the maker signed, a signature (the WACZ
// format 1.1.1 of Webrecorder; its signing 0.1.0).
#include <string>

#include "ingest/ingest.h"
#include "ingest/zip_archive.h"

namespace attest {

// Hands the pages of its WARC files on. What does not fit is listed, each by the name of its part, and the rest is read: an entry
// whose digest is another than datapackage.json says, a part that is absent or not named there, a signature that does not fit,
// lines of an index that point nowhere, pages that no index names.
void read_wacz(const std::string& input, ZipArchive& archive, const IngestOptions& options, const IngestSink& sink);

// Why the signature of datapackage-digest.json does not hold; none where it holds or there is none. `package` is
// datapackage.json. A signature by a domain must come with a certificate of that domain, valid on the day that it states, under a
// root that this machine trusts.
std::optional<std::string> wacz_signature_fault(std::string_view digest_json, std::string_view package);

}  // namespace attest
