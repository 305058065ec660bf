#include <gtest/gtest.h>

#include "ingest/limited_process.h"
#include "ingest/mime_decode.h"
#include "reading.h"

namespace attest {
namespace {

const std::string kLine = "Shells fell on Marwa on Monday, residents of the town said.";

const std::string kOther =
    "Delegations met for a third day in the capital, with no result that either side would tell of to the reporters there.";

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
      {"lines that flow, and a signature",
       "Content-Type: text/plain; format=flowed\n\nShells fell \non Marwa.\nTwo died, residents of the town said.\n\n-- \nThe "
       "desk\n",
       " | - | Shells fell on Marwa.\nTwo died, residents of the town said.\n\n\n"},
      {"the plain part where the page hides the text",
       "Content-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\n" +
           std::string(kLine + kLine + kLine + kLine + kLine + kLine + kLine) + "\n--a\nContent-Type: text/html\n\n<p>" + kLine +
           "</p>\n--a--\n",
       " | - | " + kLine + kLine + kLine + kLine + kLine + kLine + kLine + "\n"},
      {"the part that the mail calls its start",
       "Content-Type: multipart/related; boundary=a; start=\"<2>\"\n\n--a\nContent-Type: text/html\nContent-ID: <1>\n\n<p>A "
       "frame of the page "
       "that holds advertisements for many readers.</p>\n--a\nContent-Type: text/html\nContent-ID: <2>\n\n<p>" +
           kLine + "</p>\n--a--\n",
       " | - | " + kLine + "\n"},
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

TEST(Mail, Newsletters) {
  MemoryFiles files;
  files.files = {
      {"a.eml",
       "From: =?utf-8?Q?The_Hill_Post?= <news@hillpost.example>\nSubject: Morning letter\nDate: Tue, 06 May 2031 06:00:00 +0000\n"
       "Archived-At: <https://hillpost.example/letters/12>\nContent-Type: multipart/alternative; "
       "boundary=b\n\n--b\nContent-Type: text/plain\n\nshort\n"
       "--b\nContent-Type: text/html; charset=utf-8\n\n<html><body><div style='display:none'>A line that only the list of mails "
       "shows to its readers.</div>"
       "<table><tr><td><a href='https://hillpost.example/letters/12'>View in browser</a></td></tr><tr><td><h2>Marwa</h2><p>" +
           kLine + "</p><a href='https://hillpost.example/1'>Read more</a></td></tr><tr><td><h2>Talks</h2><p>" + kOther +
           "</p></td></tr><tr><td>The Hill Post, 4 Bridge Road. You get this letter because you asked for it. <a "
           "href='https://hillpost.example/u'>Unsubscribe</a></td></tr></table></body></html>\n--b--\n"}};
  const Report report = *read_everything({"a.eml"}, files).at(0).report;
  EXPECT_EQ(report.text, kLine + "\n\nTalks\n\n" + kOther);
  EXPECT_EQ(report.outlet, "The Hill Post");
  EXPECT_EQ(report.published, "2031-05-06");
  EXPECT_EQ(report.url, "https://hillpost.example/letters/12");
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

// A page whose content stream grows to many times its size.
std::string pdf_bomb() {
  std::string text = "BT /F 12 Tf 50 700 Td ";
  for (int i = 0; i < 3'000'000; ++i) text += "(words of a page that never ends) Tj T* ";
  uLongf size = compressBound(static_cast<uLong>(text.size()));
  std::string packed(size, '\0');
  compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(text.data()),
            static_cast<uLong>(text.size()), 6);
  packed.resize(size);
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n4 0 "
         "obj<</Length " +
         std::to_string(packed.size()) + "/Filter/FlateDecode>>stream\n" + packed +
         "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n";
}

TEST(Pdf, TimeAndMemoryEnd) {
  if (!run_limited({"pdftotext", "-v"}, "", {})) GTEST_SKIP() << "pdftotext is not installed";
  MemoryFiles files;
  files.files = {{"a.pdf", pdf_bomb()}, {"b.txt", "words"}};
  IngestOptions options;
  options.pdf_seconds = 1;
  EXPECT_EQ(dump(read_everything({"a.pdf", "b.txt"}, files, options)), "a.pdf ! timed_out\nb.txt | - | words\n");
  options.pdf_seconds = 60;
  options.pdf_memory = 64 << 20;
  EXPECT_EQ(dump(read_everything({"a.pdf", "b.txt"}, files, options)), "a.pdf ! too_large\nb.txt | - | words\n");
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
