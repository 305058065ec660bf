#include "syntax/model_file.h"

#include <gtest/gtest.h>

#include "syntax/syntax.h"

namespace attest::syntax {
namespace {

TEST(ModelFile, GivesBackWhatWasWritten) {
  const auto bytes = write_model_file({{"tags", "NOUN\tNN\n"}, {"empty", ""}, {"numbers", std::string(16, '\7')}});
  const auto file = ModelFile::read(bytes, "m.bin");
  ASSERT_TRUE(file) << file.error().text();
  EXPECT_EQ(*file->section("tags"), "NOUN\tNN\n");
  EXPECT_EQ(file->section("empty")->size(), 0u);
  EXPECT_EQ(file->section("numbers", 8)->size(), 16u);
  EXPECT_FALSE(file->section("numbers", 5)) << "16 bytes are no rows of 5";
  EXPECT_EQ(file->section("absent").error().where, "m.bin");
}

TEST(ModelFile, RefusesEveryTruncationAndEveryChangedByte) {
  const auto bytes = write_model_file({{"a", "one"}, {"b", "two"}});
  for (std::size_t n = 0; n < bytes.size(); ++n) EXPECT_FALSE(ModelFile::read(bytes.substr(0, n), "m")) << n;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 0x20);
    EXPECT_FALSE(ModelFile::read(changed, "m")) << i;
  }
}

TEST(ModelFile, RefusesWhatIsNoModel) {
  const std::pair<std::string, std::string> rows[] = {{"empty", ""}, {"text", std::string(100, 'x')}, {"other version", "ATTSYN99" + std::string(100, '\0')}};
  for (const auto& [name, bytes] : rows) {
    const auto model = SyntaxModel::from_bytes(bytes, "m.bin");
    ASSERT_FALSE(model) << name;
    EXPECT_EQ(model.error().where, "m.bin") << name;
  }
  const auto hollow = SyntaxModel::from_bytes(write_model_file({{"tags", "NOUN\tNN\n"}}), "m.bin");
  ASSERT_FALSE(hollow);
  EXPECT_NE(hollow.error().message.find("has no section"), std::string::npos);
}

}  // namespace
}  // namespace attest::syntax
