#include <gtest/gtest.h>

#include "reading.h"

namespace attest {
namespace {

struct Row {
  const char* name;
  std::map<std::string, std::string> files;
  std::vector<std::string> inputs;
  std::string want;
};

TEST(Inputs, BecomeDocuments) {
  const Row rows[] = {
      {"text unchanged", {{"a.txt", "One\r\n  two \n"}}, {"a.txt"}, "a.txt | - | One\r\n  two \n\n"},
      {"UTF-8 mark dropped", {{"a.txt", "\xEF\xBB\xBFOne"}}, {"a.txt"}, "a.txt | - | One\n"},
      {"UTF-16 with a mark", {{"a.txt", std::string("\xFF\xFEO\0n\0", 6)}}, {"a.txt"}, "a.txt | - | On\n"},
      {"markdown", {{"a.md", "# Head\n\nText"}}, {"a.md"}, "a.md | - | # Head\n\nText\n"},
      {"JSON", {{"a.json", R"({"id":"x","title":"T","text":" kept as is "})"}}, {"a.json"}, "a.json | T |  kept as is \n"},
      {"JSON with html",
       {{"a.json", R"({"html":"<p>Shells fell on Marwa on Monday, residents of the town said.</p>"})"}},
       {"a.json"},
       "a.json | - | Shells fell on Marwa on Monday, residents of the town said.\n"},
      {"JSON lines by id and number",
       {{"a.jsonl", "{\"id\":\"r/1\",\"text\":\"x\"}\n\n{\"text\":\"y\"}\r\n{\"id\":7,\"text\":\"z\"}"}},
       {"a.jsonl"},
       "a.jsonl#r/1 | - | x\na.jsonl#2 | - | y\na.jsonl#7 | - | z\n"},
      {"a line cut in the middle",
       {{"a.jsonl", "{\"id\":\"1\",\"text\":\"x\"}\n{\"id\":\"2\",\"te\n{\"id\":\"3\",\"text\":\"z\"}\n"}},
       {"a.jsonl"},
       "a.jsonl#1 | - | x\na.jsonl#2 ! bad_json\na.jsonl#3 | - | z\n"},
      {"CSV",
       {{"a.csv", "id,Title,text\r\n1,T,\"a, \"\"b\"\"\nc\"\r\n2,,d\r\n"}},
       {"a.csv"},
       "a.csv#1 | T | a, \"b\"\nc\na.csv#2 | - | d\n"},
      {"CSV with semicolons", {{"a.csv", "text;url\nx, y;u\n"}}, {"a.csv"}, "a.csv#1 | - | x, y\n"},
      {"CSV row with too few fields", {{"a.csv", "id,text\n1\n2,d\n"}}, {"a.csv"}, "a.csv#1 ! bad_csv\na.csv#2 | - | d\n"},
      {"CSV without a text", {{"a.csv", "id,body\n1,x\n"}}, {"a.csv"}, "a.csv ! bad_csv\n"},
      {"CSV with an open quote", {{"a.csv", "id,text\n1,x\n2,\"y\n"}}, {"a.csv"}, "a.csv#1 | - | x\na.csv#2 ! bad_csv\n"},
      {"gzip", {{"a.txt.gz", gzip("One")}}, {"a.txt.gz"}, "a.txt.gz | - | One\n"},
      {"gzip of two members", {{"a.txt.gz", gzip("One") + gzip(" two")}}, {"a.txt.gz"}, "a.txt.gz | - | One two\n"},
      {"zstd", {{"a.jsonl.zst", zstd("{\"text\":\"x\"}\n")}}, {"a.jsonl.zst"}, "a.jsonl.zst#1 | - | x\n"},
      {"compressed without the suffix", {{"a.txt", gzip("One")}}, {"a.txt"}, "a.txt | - | One\n"},
      {"folder, sorted, hidden left out",
       {{"f/b.txt", "b"}, {"f/a/z.txt", "z"}, {"f/.h", "h"}},
       {"f"},
       "f/a/z.txt | - | z\nf/b.txt | - | b\n"},
      {"unknown suffix in a folder", {{"f/a.xyz", "a"}}, {"f"}, "f/a.xyz ! unsupported\n"},
      {"unknown suffix by name", {{"a.xyz", "a"}}, {"a.xyz"}, "a.xyz | - | a\n"},
      {"not there", {}, {"a.txt"}, "a.txt ! not_found\n"},
      {"stdin: text", {{"-", "Plain words."}}, {"-"}, "- | - | Plain words.\n"},
      {"stdin: JSON", {{"-", "{\n\"text\":\"x\"}"}}, {"-"}, "- | - | x\n"},
      {"stdin: JSON lines", {{"-", "{\"text\":\"x\"}\n{\"text\":\"y\"}"}}, {"-"}, "-#1 | - | x\n-#2 | - | y\n"},
      {"stdin: CSV", {{"-", "id,text\nq,x\n"}}, {"-"}, "-#q | - | x\n"},
      {"stdin: page",
       {{"-", "<!DOCTYPE html><p>Shells fell on Marwa on Monday, residents of the town said.</p>"}},
       {"-"},
       "- | - | Shells fell on Marwa on Monday, residents of the town said.\n"},
  };
  for (const auto& row : rows) {
    MemoryFiles files;
    files.files = row.files;
    EXPECT_EQ(dump(read_everything(row.inputs, files)), row.want) << row.name;
  }
}

TEST(Inputs, IdsHashWhatTheContractSays) {
  MemoryFiles files;
  files.files = {
      {"a.txt.gz", gzip("One")}, {"a.jsonl", "{\"text\":\"x\"}\r\n{\"text\":\"y\"}\n"}, {"a.csv", "id,text\n1,\"x\ny\"\r\n"}};
  const auto read = read_everything({"a.txt.gz", "a.jsonl", "a.csv"}, files);
  ASSERT_EQ(read.size(), 4u);
  EXPECT_EQ(read[0].report->id, sha256_id("One"));
  EXPECT_EQ(read[1].report->id, sha256_id("{\"text\":\"x\"}"));
  EXPECT_EQ(read[2].report->id, sha256_id("{\"text\":\"y\"}"));
  EXPECT_EQ(read[3].report->id, sha256_id("1,\"x\ny\""));
}

TEST(Inputs, RecordsKeepTheirFields) {
  MemoryFiles files;
  files.files = {
      {"a.json",
       R"({"url":"http://example.org/1","title":"T","outlet":"O","byline":"B","published":"2031-05-06","language":"en-GB","text":"x"})"}};
  const auto report = *read_everything({"a.json"}, files).at(0).report;
  EXPECT_EQ(report.url, "http://example.org/1");
  EXPECT_EQ(report.outlet, "O");
  EXPECT_EQ(report.byline, "B");
  EXPECT_EQ(report.published, "2031-05-06");
  EXPECT_EQ(report.language, "en");
}

TEST(Inputs, FieldsUnderOtherNames) {
  MemoryFiles files;
  files.files = {{"a.csv", "ID,Headline,text,Content\n7,T,not this,x\n"},
                 {"a.jsonl", R"({"key":"k","article":{"body":"x","by":[{"n":"B"}]},"source.name":"O","text":"not this"})"
                             "\n"}};
  IngestOptions options;
  options.fields = {{"text", "content"}, {"title", "headline"}};
  EXPECT_EQ(dump(read_everything({"a.csv"}, files, options)), "a.csv#7 | T | x\n");
  options.fields = {{"text", "article.body"},
                    {"byline", "article.by.0.n"},
                    {"outlet", "source.name"},
                    {"id", "key"},
                    {"title", "article.none"}};
  const auto read = read_everything({"a.jsonl"}, files, options);
  EXPECT_EQ(dump(read), "a.jsonl#k | - | x\n");
  EXPECT_EQ(read.at(0).report->byline, "B");
  EXPECT_EQ(read.at(0).report->outlet, "O");
  options.fields = {{"text", "absent"}};
  EXPECT_EQ(dump(read_everything({"a.csv"}, files, options)), "a.csv ! bad_csv\n");
  EXPECT_EQ(dump(read_everything({"a.jsonl"}, files, options)), "a.jsonl#1 ! bad_json\n");
}

TEST(Inputs, LanguageOfTheText) {
  const std::pair<const char*, const char*> rows[] = {
      {"Residents of the town said that the shelling began before dawn and that the hospital was full of wounded people.", "en"},
      {"Les habitants de la ville ont déclaré que les bombardements avaient commencé avant l'aube et que l'hôpital était plein.",
       "fr"},
      {"قال سكان المدينة إن القصف بدأ قبل الفجر وإن المستشفى امتلأ بالجرحى من المدنيين", "ar"},
      {"22", ""}};
  for (const auto& [text, want] : rows) {
    MemoryFiles files;
    files.files = {{"a.txt", text}};
    EXPECT_EQ(read_everything({"a.txt"}, files).at(0).report->language, want) << text;
  }
}

}  // namespace
}  // namespace attest
