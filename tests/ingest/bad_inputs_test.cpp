// Each bad input is listed with what is wrong and where; what stands beside it is read.
#include <gtest/gtest.h>

#include "reading.h"

namespace attest {
namespace {

std::string nested_page(int depth) {
  std::string page = "<html><body>";
  for (int i = 0; i < depth; ++i) page += "<div>";
  return page + "words";
}

std::string cut(std::string bytes) { return bytes.substr(0, bytes.size() - 5); }

std::string noise(std::size_t size) {
  std::string out;
  std::uint32_t x = 1;
  for (; out.size() < size; x = x * 1664525u + 1013904223u) out += static_cast<char>(x >> 24);
  return out;
}

struct Row {
  const char* file;
  std::string bytes;
  const char* code;
  const char* where;  // the error's place begins so
};

TEST(BadInputs, AreListedAndTheRestIsRead) {
  const Row rows[] = {
      {"f/empty.txt", "", "empty", "f/empty.txt"},
      {"f/blank.txt", " \n\t\n", "empty", "f/blank.txt"},
      {"f/nul.txt", std::string("abc\0def", 7), "binary", "f/nul.txt, byte 3"},
      {"f/picture.txt", "\x89PNG\r\n\x1a\n", "binary", "f/picture.txt"},
      {"f/controls.txt", "\x01\x02\x03\x04\x05\x06", "binary", "f/controls.txt"},
      {"f/latin.txt", "caf\xE9 du port", "bad_encoding", "f/latin.txt, byte 3"},
      {"f/half.txt", "\xFF\xFEO", "bad_encoding", "f/half.txt"},
      {"f/cut.json", "{\"text\":\"x", "bad_json", "f/cut.json"},
      {"f/list.json", "[1]", "bad_json", "f/list.json"},
      {"f/number.json", "{\"text\":5}", "bad_json", "f/number.json"},
      {"f/nothing.json", "{\"body\":\"x\"}", "bad_json", "f/nothing.json"},
      {"f/void.json", "{\"text\":\"\"}", "empty", "f/void.json"},
      {"f/latin.json", "{\"text\":\"\xE9\"}", "bad_encoding", "f/latin.json, byte 9"},
      {"f/deep.json", "{\"text\":\"x\",\"a\":" + std::string(5000, '[') + std::string(5000, ']') + "}", "too_deep",
       "f/deep.json"},
      {"f/deep.html", nested_page(100000), "too_deep", "f/deep.html"},
      {"f/picture.html", "GIF89a", "binary", "f/picture.html"},
      {"f/none.html", "<html><body></body></html>", "empty", "f/none.html"},
      {"f/cut.txt.gz", cut(gzip("words")), "bad_archive", "f/cut.txt.gz, byte "},
      {"f/broken.txt.gz", "\x1f\x8b\x08" + noise(100), "bad_archive", "f/broken.txt.gz, byte "},
      {"f/cut.txt.zst", cut(zstd("words")), "bad_archive", "f/cut.txt.zst, byte "},
      {"f/broken.txt.zst", "\x28\xb5\x2f\xfd" + noise(100), "bad_archive", "f/broken.txt.zst, byte "},
      {"f/misnamed.txt.gz", noise(200), "bad_archive", "f/misnamed.txt.gz"},
  };
  for (const auto& row : rows) {
    MemoryFiles files;
    files.files = {{row.file, row.bytes}, {"f/~good.txt", "Good words."}};
    const auto read = read_everything({"f"}, files);
    ASSERT_EQ(read.size(), 2u) << row.file;
    ASSERT_TRUE(read[0].error) << row.file;
    EXPECT_EQ(read[0].input, row.file);
    EXPECT_EQ(read[0].error->code, row.code) << row.file << ": " << read[0].error->text();
    EXPECT_EQ(read[0].error->where.substr(0, std::string(row.where).size()), row.where) << row.file;
    EXPECT_GT(read[0].error->message.size(), 10u);
    EXPECT_TRUE(read[1].report) << row.file;
  }
}

TEST(BadInputs, UnreadableFile) {
  MemoryFiles files;
  files.files = {{"f/b.txt", "b"}, {"f/a.txt", "a"}};
  files.unreadable = {{"f/a.txt", {"unreadable", "Permission denied", "f/a.txt"}}};
  EXPECT_EQ(dump(read_everything({"f"}, files)), "f/a.txt ! unreadable\nf/b.txt | - | b\n");
}

TEST(BadInputs, LineOf200Megabytes) {
  MemoryFiles files;
  files.files["a.jsonl"] = "{\"id\":\"1\",\"text\":\"x\"}\n{\"id\":\"2\",\"text\":\"" + std::string(200u << 20, 'a') +
                           "\"}\n{\"id\":\"3\",\"text\":\"z\"}\n";
  const auto read = read_everything({"a.jsonl"}, files);
  EXPECT_EQ(dump(read), "a.jsonl#1 | - | x\na.jsonl#2 ! too_large\na.jsonl#3 | - | z\n");
  EXPECT_EQ(read[1].error->where, "a.jsonl:2");
}

TEST(BadInputs, Limits) {
  IngestOptions options;
  options.max_bytes = 1000;
  options.max_record = 100;
  const Row rows[] = {
      {"a.txt", std::string(1001, 'a'), "too_large", "a.txt"},
      {"a.txt.gz", gzip(std::string(1001, 'a')), "too_large", "a.txt.gz"},
      {"a.csv", "id,text\n1,\"" + std::string(200, 'a') + "\n", "too_large", "a.csv:2"},
  };
  for (const auto& row : rows) {
    MemoryFiles files;
    files.files[row.file] = row.bytes;
    const auto read = read_everything({row.file}, files, options);
    ASSERT_EQ(read.size(), 1u) << row.file;
    EXPECT_EQ(read[0].error->code, row.code) << row.file;
    EXPECT_EQ(read[0].error->where, row.where) << row.file;
  }
}

TEST(BadInputs, DecompressionBomb) {
  MemoryFiles files;
  files.files["a.jsonl.gz"] = gzip(std::string(100u << 20, '\n'));
  EXPECT_EQ(dump(read_everything({"a.jsonl.gz"}, files)), "a.jsonl.gz ! too_large\n");
}

TEST(BadInputs, RecordsBeforeTheFaultAreRead) {
  std::string lines;
  for (int i = 0; i < 50000; ++i) lines += "{\"text\":\"" + std::to_string(i * 7919) + "\"}\n";
  MemoryFiles files;
  const std::string packed = gzip(lines);
  files.files["a.jsonl.gz"] = packed.substr(0, packed.size() / 2);
  const auto read = read_everything({"a.jsonl.gz"}, files);
  EXPECT_GT(read.size(), 10000u);
  EXPECT_EQ(read.back().error->code, "bad_archive");
}

}  // namespace
}  // namespace attest
