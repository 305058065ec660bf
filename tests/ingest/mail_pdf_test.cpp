#include <gtest/gtest.h>

#include "ingest/limited_process.h"
#include "ingest/mime_decode.h"
#include "reading.h"

namespace attest {
namespace {

const std::string kLine = "Shells fell on Marwa on Monday, residents of the town said.";

struct Row {
  const char* name;
  std::string bytes;
  std::string want;
};

TEST(Mail, TheBestPartIsTheReport) {
  const Row rows[] = {
      {"plain", "From: A <a@b.example>\r\nSubject: Marwa\r\n\r\n" + kLine + "\r\n", " | Marwa | " + kLine + "\n\n"},
      {"page before plain text",
       "Subject: Marwa\nContent-Type: multipart/alternative; boundary=\"x y\"\n\npreamble\n--x y\nContent-Type: "
       "text/plain\n\nshort\n--x y\nContent-Type: text/html\n\n<p>" +
           kLine + "</p>\n--x y--\n",
       " | Marwa | " + kLine + "\n"},
      {"base64 and encoded subject",
       "Subject: =?utf-8?Q?M=C3=A4rz?= =?utf-8?B?LTE=?=\nContent-Type: text/plain; "
       "charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\nY2Fm6SA=\n",
       " | März-1 | café \n"},
      {"quoted-printable",
       "Subject: a\nContent-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n\nM=C3=A4rz a=\nnd "
       "so=3D\n",
       " | a | März and so=\n\n"},
      {"nested",
       "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: "
       "text/html\n\n<p>" +
           kLine + "</p>\n--b--\n--a--\n",
       " | - | " + kLine + "\n"},
      {"nothing to read", "Content-Type: image/png\n\nx\n", " ! empty\n"},
      {"boundary never closed", "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: text/plain\n\nwords",
       " | - | words\n"},
  };
  for (const auto& row : rows) {
    MemoryFiles files;
    files.files = {{"a.eml", row.bytes}};
    EXPECT_EQ(dump(read_everything({"a.eml"}, files)), "a.eml" + row.want) << row.name;
  }
}

TEST(Mail, PageSavedAsMhtmlKeepsItsAddress) {
  MemoryFiles files;
  files.files = {{"a.mhtml",
                  "From: <Saved by a browser>\nSnapshot-Content-Location: https://hillpost.example/1\nSubject: "
                  "Marwa\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"q\"\n\n"
                  "--q\nContent-Type: text/html\nContent-Location: https://hillpost.example/1\n\n<p>" +
                      kLine + "</p>\n--q\nContent-Type: image/png\n\nx\n--q--\n"}};
  const Report report = *read_everything({"a.mhtml"}, files).at(0).report;
  EXPECT_EQ(report.url, "https://hillpost.example/1");
  EXPECT_EQ(report.title, "Marwa");
  EXPECT_EQ(report.text, kLine);
  EXPECT_EQ(report.published, std::nullopt);  // the day of saving is not the day of publication
}

TEST(MimeDecode, PassesOverWhatIsNoPart) {
  EXPECT_EQ(decode_base64("Y2\r\nFm\n6Q=="), "caf\xE9");
  EXPECT_EQ(decode_base64("*"), "");
  EXPECT_EQ(decode_quoted_printable("a=3Db=\r\nc=ZZ=4"), "a=bc=ZZ=4");
}

// A page of lines, one below the other. Without a cross-reference table, which readers rebuild.
std::string pdf(const std::vector<std::string>& lines) {
  std::string text = "BT /F 12 Tf 14 TL 50 700 Td ";
  for (const auto& line : lines) text += "(" + line + ") Tj T* ";
  text += "ET";
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n4 0 "
         "obj<</Length " +
         std::to_string(text.size()) + ">>stream\n" + text +
         "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n";
}

TEST(Pdf, LinesBecomeParagraphs) {
  if (!run_limited({"pdftotext", "-v"}, "", {})) GTEST_SKIP() << "pdftotext is not installed";
  const Row rows[] = {
      {"lines joined, words whole", pdf({"Two people were killed by shel-", "ling of the town on Monday."}),
       " | - | Two people were killed by shelling of the town on Monday.\n"},
      {"no text", pdf({}), " ! empty\n"},
      {"rubbish", "%PDF-1.4\nrubbish", " ! bad_pdf\n"},
      {"no PDF", "rubbish", " ! bad_pdf\n"},
  };
  for (const auto& row : rows) {
    MemoryFiles files;
    files.files = {{"a.pdf", row.bytes}};
    EXPECT_EQ(dump(read_everything({"a.pdf"}, files)), "a.pdf" + row.want) << row.name;
  }
}

TEST(LimitedProcess, EndsWhatRunsTooLong) {
  EXPECT_EQ(run_limited({"cat"}, "abc", {})->output, "abc");
  EXPECT_EQ(run_limited({"false"}, "", {})->exit_status, 1);
  EXPECT_EQ(run_limited({"no-such-program"}, "", {}).error().code, "unsupported");
  ProcessLimits limits;
  limits.seconds = 1;
  limits.output_bytes = 1000;
  EXPECT_EQ(run_limited({"sleep", "60"}, "", limits).error().code, "timed_out");
  EXPECT_EQ(run_limited({"yes"}, "", limits).error().code, "too_large");
}

}  // namespace
}  // namespace attest
