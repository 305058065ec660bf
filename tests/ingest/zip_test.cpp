// ZIP and WACZ, by hand.
#include <gtest/gtest.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <functional>

#include "ingest/digest.h"
#include "ingest/wacz.h"
#include "packing.h"
#include "reading.h"

namespace attest {
namespace {

const std::string kLine = "Shells fell on Marwa on Monday, residents of the town said.";

struct Row {
  const char* name;
  std::vector<ZipPart> parts;
  std::string want;
};

std::string read(const std::string& bytes, const std::string& name = "a.zip") {
  MemoryFiles files;
  files.files[name] = bytes;
  return dump(read_everything({name}, files));
}

TEST(Zip, EntriesAreReadAsFiles) {
  const Row rows[] = {
      {"stored and deflated", {{"a.txt", "One"}, {"b/c.txt", "two", true}}, "a.zip#a.txt | - | One\na.zip#b/c.txt | - | two\n"},
      {"folders and hidden files",
       {{"f/", ""}, {"f/.h", "x"}, {"__MACOSX/a.txt", "x"}, {"f/a.txt", "One"}},
       "a.zip#f/a.txt | - | One\n"},
      {"records",
       {{"a.jsonl", "{\"text\":\"x\"}\n{\"text\":\"y\"}\n", true}},
       "a.zip#a.jsonl#1 | - | x\na.zip#a.jsonl#2 | - | y\n"},
      {"compressed twice", {{"a.txt.gz", gzip("One")}}, "a.zip#a.txt.gz | - | One\n"},
      {"an archive in an archive", {{"b.zip", zip_of({{"a.txt", "One"}})}}, "a.zip#b.zip#a.txt | - | One\n"},
      {"no suffix of ours", {{"a.exe", "MZ"}, {"a.txt", "One"}}, "a.zip#a.exe ! unsupported\na.zip#a.txt | - | One\n"},
      {"wrong checksum", {{"a.txt", "One", true, 0, 7}, {"b.txt", "two"}}, "a.zip#a.txt ! bad_archive\na.zip#b.txt | - | two\n"},
      {"locked", {{"a.txt", "One", false, 0, 0, 1}, {"b.txt", "two"}}, "a.zip#a.txt ! unsupported\na.zip#b.txt | - | two\n"},
      {"names that climb are only names", {{"../../etc/a.txt", "One"}}, "a.zip#../../etc/a.txt | - | One\n"},
      {"nothing in it", {}, "a.zip ! empty\n"},
      {"an Office file", {{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}}, "a.zip ! unsupported\n"},
  };
  for (const auto& row : rows) EXPECT_EQ(read(zip_of(row.parts)), row.want) << row.name;
}

TEST(Zip, BrokenArchives) {
  const std::string sound = zip_of({{"a.txt", "One"}});
  EXPECT_EQ(read(sound.substr(0, sound.size() - 10)), "a.zip ! bad_archive\n");
  EXPECT_EQ(read("PK\x03\x04rubbish"), "a.zip ! bad_archive\n");
  EXPECT_EQ(read(zip_of({{"a.txt", "One", false, 4000000000}})), "a.zip#a.txt ! bad_archive\n");
  std::string nested = sound;
  for (int i = 0; i < 5; ++i) nested = zip_of({{"b.zip", nested}});
  EXPECT_EQ(read(nested), "a.zip#b.zip#b.zip#b.zip ! too_deep\n");
}

TEST(Zip, BombsStopEarly) {
  std::vector<ZipPart> parts;
  for (int i = 0; i < 2; ++i) parts.push_back({"a" + std::to_string(i) + ".jsonl", std::string(45u << 20, '\n'), true});
  const std::string all = read(zip_of(parts));
  EXPECT_NE(all.find("too_large"), std::string::npos) << all;
  EXPECT_EQ(read(zip_of({{"a.txt", std::string(80u << 20, '\n'), true}, {"b.txt", "One"}})),
            "a.zip#a.txt ! too_large\na.zip#b.txt | - | One\n");
}

TEST(Zip, FromAStreamThatCannotSeek) {
  MemoryFiles files;
  files.files["a.zip.gz"] = gzip(zip_of({{"a.txt", "One"}}));
  EXPECT_EQ(dump(read_everything({"a.zip.gz"}, files)), "a.zip.gz#a.txt | - | One\n");
  IngestOptions options;
  options.max_bytes = 50;
  EXPECT_EQ(dump(read_everything({"a.zip.gz"}, files, options)), "a.zip.gz ! too_large\n");
}

// A collection of one page, each part of which a test may change.
struct Collection {
  std::string warc = gzip(
      "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <r>\r\nWARC-Target-URI: http://hillpost.example/1\r\nContent-Type: "
      "text/plain\r\n"
      "Content-Length: " +
      std::to_string(kLine.size()) + "\r\n\r\n" + kLine + "\r\n\r\n");
  std::string index =
      R"(example,hillpost)/1 2031 {"url":"http://hillpost.example/1","filename":"a.warc.gz","offset":"0","length":")" +
      std::to_string(warc.size()) + "\"}\n";
  std::string pages = "{\"format\":\"json-pages-1.0\"}\n{\"url\":\"http://hillpost.example/1\",\"title\":\"Marwa\"}\n";
  std::string resource(const std::string& path, const std::string& bytes) const {
    return "{\"path\":\"" + path + "\",\"hash\":\"" + sha256_id(bytes) + "\",\"bytes\":" + std::to_string(bytes.size()) + "}";
  }
  std::string package() const {
    return "{\"profile\":\"data-package\",\"resources\":[" + resource("archive/a.warc.gz", warc) + "," +
           resource("indexes/index.cdx", index) + "," + resource("pages/pages.jsonl", pages) + "]}";
  }
  std::vector<ZipPart> parts() const {
    return {{"archive/a.warc.gz", warc},
            {"indexes/index.cdx", index},
            {"pages/pages.jsonl", pages, true},
            {"datapackage.json", package()}};
  }
};

const std::string kRead = "a.wacz#archive/a.warc.gz#r | - | " + kLine + "\n";

TEST(Wacz, FaultsAreListedAndTheRestIsRead) {
  const Collection sound;
  struct Change {
    const char* name;
    std::function<void(Collection&)> before;           // the digests fit
    std::function<void(std::vector<ZipPart>&)> after;  // the digests do not
    std::string listed;
  };
  const auto none = [](auto&) {};
  const Change rows[] = {
      {"sound", none, none, ""},
      {"a page changed later", none, [](auto& p) { p[2].bytes[p[2].bytes.find("Marwa")] = 'N'; },
       "a.wacz#pages/pages.jsonl ! bad_archive\n"},
      {"a part of another size", none, [](auto& p) { p[2].bytes += "\n"; }, "a.wacz#pages/pages.jsonl ! bad_archive\n"},
      {"a part put in later", none,
       [](auto& p) {
         p.push_back({"pages/more.jsonl", ""});
       },
       "a.wacz#pages/more.jsonl ! bad_archive\n"},
      {"a part taken out", none, [](auto& p) { p.erase(p.begin() + 2); }, "a.wacz#pages/pages.jsonl ! bad_archive\n"},
      {"an index line that is none", [](auto& c) { c.index += "words\n"; }, none, "a.wacz#indexes/index.cdx:2 ! bad_archive\n"},
      {"an index that points past the end",
       [](auto& c) {
         c.index += R"(x 1 {"url":"u","filename":"a.warc.gz","offset":9999})"
                    "\n";
       },
       none, "a.wacz#indexes/index.cdx:2 ! bad_archive\n"},
      {"an index that points into a record",
       [](auto& c) {
         c.index += R"(x 1 {"url":"u","filename":"a.warc.gz","offset":5})"
                    "\n";
       },
       none, "a.wacz#indexes/index.cdx:2 ! bad_archive\n"},
      {"an index of another file",
       [](auto& c) {
         c.index += R"(x 1 {"url":"u","filename":"b.warc.gz","offset":0})"
                    "\n";
       },
       none, "a.wacz#indexes/index.cdx:2 ! bad_archive\n"},
      {"a page that no index names", [](auto& c) { c.pages += "{\"url\":\"http://hillpost.example/2\"}\n"; }, none,
       "a.wacz#pages/pages.jsonl:3 ! bad_archive\n"},
      {"a page without an address", [](auto& c) { c.pages += "{\"title\":\"x\"}\n"; }, none,
       "a.wacz#pages/pages.jsonl:3 ! bad_archive\n"},
      {"no list of parts", none, [](auto& p) { p.pop_back(); },
       "a.wacz#datapackage.json ! bad_archive\na.wacz#indexes/index.cdx ! bad_archive\na.wacz#pages/pages.jsonl ! "
       "bad_archive\na.wacz#archive/a.warc.gz ! bad_archive\n"},
  };
  for (const auto& row : rows) {
    Collection changed = sound;
    row.before(changed);
    auto parts = changed.parts();
    row.after(parts);
    EXPECT_EQ(read(zip_of(parts), "a.wacz"), row.listed + kRead) << row.name;
  }
}

TEST(Wacz, RecordsOfAnotherDigest) {
  auto parts = Collection().parts();
  parts[0].bytes += gzip("\r\n");
  EXPECT_EQ(read(zip_of(parts), "a.wacz"), kRead + "a.wacz#archive/a.warc.gz ! bad_archive\n");
}

std::string base64(const std::string& raw) {
  std::string out(raw.size() * 2 + 8, '\0');
  out.resize(static_cast<std::size_t>(EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                                      reinterpret_cast<const unsigned char*>(raw.data()),
                                                      static_cast<int>(raw.size()))));
  return out;
}

TEST(Wacz, Signatures) {
  EVP_PKEY* key = EVP_EC_gen("P-256");
  unsigned char* der = nullptr;
  const int der_size = i2d_PUBKEY(key, &der);
  const std::string public_key = base64(std::string(reinterpret_cast<char*>(der), static_cast<std::size_t>(der_size)));
  OPENSSL_free(der);
  const std::string package = "{\"resources\":[]}";
  const std::string hash = sha256_id(package);
  std::string signature(128, '\0');
  std::size_t size = signature.size();
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key);
  EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size,
                 reinterpret_cast<const unsigned char*>(hash.data()), hash.size());
  signature.resize(size);
  EVP_MD_CTX_free(context);
  EVP_PKEY_free(key);
  const auto json = [&](const std::string& outer, const std::string& inner, const std::string& sign) {
    return "{\"hash\":\"" + outer + "\",\"signedData\":{\"hash\":\"" + inner + "\",\"signature\":\"" + sign +
           "\",\"publicKey\":\"" + public_key + "\"}}";
  };
  const std::string other = sha256_id("x");
  EXPECT_EQ(wacz_signature_fault(json(hash, hash, base64(signature)), package), std::nullopt);
  EXPECT_EQ(wacz_signature_fault("{\"hash\":\"" + hash + "\"}", package), std::nullopt);
  EXPECT_TRUE(wacz_signature_fault(json(hash, hash, base64(signature)), package + " "));
  EXPECT_TRUE(wacz_signature_fault(json(other, other, base64(signature)), package));
  EXPECT_TRUE(wacz_signature_fault(json(hash, other, base64(signature)), package));
  signature[signature.size() / 2] ^= 1;
  EXPECT_TRUE(wacz_signature_fault(json(hash, hash, base64(signature)), package));
  EXPECT_TRUE(wacz_signature_fault(json(hash, hash, ""), package));
  EXPECT_TRUE(wacz_signature_fault("[]", package));
  EXPECT_TRUE(wacz_signature_fault("words", package));
}

}  // namespace
}  // namespace attest
