// What stands behind a broken part of an archive is read.
#include <gtest/gtest.h>
#include <zdict.h>

#include <functional>

#include "ingest/digest.h"
#include "ingest/pdf_layout.h"
#include "ingest/pdf_text.h"
#include "reading.h"

namespace attest {
namespace {

std::string words(int i) {
  return "Report " + std::to_string(i * 7919) + ": shells fell on Marwa on Monday, residents of the town said.";
}

std::string record(int i) {
  const std::string text = words(i);
  return "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <" + std::to_string(i) +
         ">\r\nContent-Type: text/plain\r\nContent-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text + "\r\n\r\n";
}

std::string line(int i) { return "a.warc#" + std::to_string(i) + " | - | " + words(i) + "\n"; }

std::string read(const std::string& bytes) {
  MemoryFiles files;
  files.files["a.warc"] = bytes;
  return dump(read_everything({"a.warc"}, files));
}

TEST(Recovery, MembersBehindABrokenOne) {
  const auto three = [](std::string (*pack)(std::string_view), const std::function<void(std::string&)>& spoil) {
    std::string middle = pack(record(2));
    spoil(middle);
    return read(pack(record(1)) + middle + pack(record(3)));
  };
  const std::string want = line(1) + "a.warc#2 ! bad_archive\n" + line(3);
  for (auto* pack : {&gzip, &zstd}) {
    EXPECT_EQ(three(pack, [](std::string& m) { m.resize(m.size() / 2); }), want) << "cut";
    EXPECT_EQ(three(pack, [](std::string& m) { m.replace(m.size() / 2, 20, std::string(20, '\xff')); }), want) << "overwritten";
    EXPECT_EQ(three(pack, [](std::string& m) { m[0] = 'x'; }), want) << "no beginning";
  }
  EXPECT_EQ(three(&gzip, [](std::string& m) { m[m.size() - 8] ^= 1; }), want) << "checksum";
  EXPECT_EQ(read(gzip(record(1)) + std::string(1000, '\0')), line(1) + "") << "padding";
}

TEST(Recovery, ALastMemberThatIsCut) {
  const std::string last = gzip(record(2));
  EXPECT_EQ(read(gzip(record(1)) + last.substr(0, last.size() - 9)), line(1) + "a.warc#2 ! bad_archive\n");
}

TEST(Recovery, AFaultIsToldOnce) {
  std::string noise;
  std::uint32_t x = 1;
  for (; noise.size() < 3'000'000; x = x * 1664525u + 1013904223u) noise += static_cast<char>('a' + (x >> 28));
  const std::string large =
      "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <2>\r\nContent-Type: text/plain\r\nContent-Length: " +
      std::to_string(noise.size()) + "\r\n\r\n" + noise + "\r\n\r\n";
  const std::string packed = gzip(large);
  ASSERT_GT(packed.size(), 1'000'000u);  // more than is decompressed in one go
  EXPECT_EQ(read(gzip(record(1)) + packed.substr(0, packed.size() - 1000)), line(1) + "a.warc#2 ! bad_archive\n");
  EXPECT_EQ(read(gzip(record(1)) + packed.substr(0, packed.size() - 1000) + gzip(record(3))),
            line(1) + "a.warc#2 ! bad_archive\n" + line(3));
}

TEST(Recovery, RecordsInOneLargeMember) {
  std::string all;
  std::string want;
  for (int i = 1; i <= 60000; ++i) {
    all += record(i);
    want += line(i);
  }
  EXPECT_EQ(read(gzip(all)), want);  // larger than what is decompressed in one go
}

TEST(Recovery, TimeStaysLinear) {
  std::string lying;
  for (int i = 0; i < 20000; ++i)
    lying += "WARC/1.1\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 200000000\r\n\r\nx\r\n\r\n";
  EXPECT_NE(read(lying).find("bad_archive"), std::string::npos);
  std::string magic;
  for (int i = 0; i < 20000; ++i) magic += std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10);
  EXPECT_NE(read(gzip(record(1)) + magic).find(line(1)), std::string::npos);
}

TEST(Zstd, DictionaryOfAWebArchive) {
  std::string samples;
  std::vector<std::size_t> sizes;
  for (int i = 0; i < 2000; ++i) {
    samples += record(i);
    sizes.push_back(record(i).size());
  }
  std::string dictionary(4096, '\0');
  dictionary.resize(ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), samples.data(), sizes.data(),
                                          static_cast<unsigned>(sizes.size())));
  ZSTD_CCtx* z = ZSTD_createCCtx();
  const auto pack = [&](const std::string& bytes) {
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    out.resize(
        ZSTD_compress_usingDict(z, out.data(), out.size(), bytes.data(), bytes.size(), dictionary.data(), dictionary.size(), 3));
    return out;
  };
  const auto frame = [](const std::string& bytes) {
    std::string out = "\x5d\x2a\x4d\x18";
    for (int i = 0; i < 4; ++i) out += static_cast<char>((bytes.size() >> (8 * i)) & 0xFF);
    return out + bytes;
  };
  const std::string records = pack(record(1)) + pack(record(2));
  ZSTD_freeCCtx(z);
  EXPECT_EQ(read(frame(dictionary) + records), line(1) + line(2));
  EXPECT_EQ(read(frame(zstd(dictionary)) + records), line(1) + line(2));
  EXPECT_NE(read(frame(dictionary).substr(0, 100)).find("bad_archive"), std::string::npos);
}

TEST(Brotli, ByItsSuffix) {
  // "words words words", as brotli -5 writes it.
  const std::string packed("\x1b\x10\x00\x00\x24\x40\x6a\x10\x64\xea\xb0\xfc\x01", 13);
  MemoryFiles files;
  files.files = {{"a.txt.br", packed}, {"b.txt.br", packed.substr(0, 10)}, {"c.txt.br", "\xff\xff\xff rubbish"}};
  EXPECT_EQ(dump(read_everything({"a.txt.br", "b.txt.br", "c.txt.br"}, files)),
            "a.txt.br | - | words words words\nb.txt.br ! bad_archive\nc.txt.br ! bad_archive\n");
}

TEST(Digest, AsArchivesWriteThem) {
  const std::string bytes = "words";
  auto digest = Digest::of("sha-256");
  ASSERT_TRUE(digest);
  digest->add("wor");
  digest->add("ds");
  const std::string raw = digest->finish();
  EXPECT_EQ("sha256:" + base16(raw), sha256_id(bytes));
  for (const std::string& text : {"sha256:" + base16(raw), "SHA-256:" + base32(raw), "sha256:" + base32(raw) + "===="}) {
    const auto stated = StatedDigest::parse(text);
    ASSERT_TRUE(stated) << text;
    EXPECT_TRUE(stated->fits(bytes));
    EXPECT_FALSE(stated->fits("other"));
  }
  for (const char* text : {"", "sha1", "sha1:", "sha1:AAAA", "crc32:00000000", "md5:zz"})
    EXPECT_FALSE(StatedDigest::parse(text)) << text;
}

TEST(PdfLayout, ColumnsAreReadOneAfterTheOther) {
  const auto block = [](int left, int top, int right, int bottom, const std::string& text) {
    std::string words;
    for (std::size_t at = 0, n = 0; at < text.size(); ++n) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      words += "<word xMin=\"" + std::to_string(left + static_cast<int>(n) * 10) + "\">" + text.substr(at, end - at) + "</word>";
      at = end + 1;
    }
    return "<flow><block xMin=\"" + std::to_string(left) + "\" yMin=\"" + std::to_string(top) + "\" xMax=\"" +
           std::to_string(right) + "\" yMax=\"" + std::to_string(bottom) + "\"><line>" + words + "</line></block></flow>";
  };
  const std::string two_columns =
      "<html><head><title>Marwa</title><meta name=\"Author\" content=\"Rana Saleh\"/></head><body><doc><page>" +
      block(150, 10, 450, 30, "Title") + block(310, 50, 540, 200, "c d") + block(70, 60, 300, 400, "a b") +
      block(310, 210, 540, 400, "e") + block(303, 420, 308, 430, "1") + "</page></doc></body></html>";
  const PdfLayout layout = read_pdf_layout(two_columns);
  EXPECT_EQ(layout.text, "Title\n\na b\n\nc d\n\ne\n\n1\n\n\f");
  EXPECT_EQ(layout.title, "Marwa");
  EXPECT_EQ(layout.author, "Rana Saleh");
  // Drawn from left to right, read from right to left.
  EXPECT_EQ(read_pdf_layout("<page>" + block(1, 1, 9, 9, "ماروا في") + "</page>").text, "في ماروا\n\n\f");
  EXPECT_EQ(read_pdf_layout("rubbish <page>").text, "");
}

TEST(PdfText, ParagraphsAreWhole) {
  const std::pair<const char*, const char*> rows[] = {
      {"Two people\nwere killed.", "Two people were killed."},
      {"killed by shel-\nling", "killed by shelling"},
      {"the Marwa-\nHamra road", "the Marwa- Hamra road"},
      {"soft\xC2\xAD\nhyphens", "softhyphens"},
      {"One.\n\nTwo.", "One.\n\nTwo."},
      {"residents of the\n\ntown said.", "residents of the town said."},
      {"Hill Post\none of\n1\n\fHill Post\nmany.\n2\n\fHill Post\nThree.\n3\n", "one of many.\n\nThree."},
      {"Marwa\n\fMarwa\n\fMarwa\n", "Marwa\n\nMarwa\n\nMarwa"},
      {"", ""},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(joined_pdf_text(text), want) << text;
}

}  // namespace
}  // namespace attest
