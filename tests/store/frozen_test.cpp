// A sample of every released format is opened by every later build. tests/store/samples/README.md says how each was made.
#include "fixtures.h"

namespace attest {
namespace {

TEST(Frozen, Format1) {
  const ScratchFolder folder;
  const std::string path = folder.file("format-1.case");
  std::filesystem::copy_file(ATTEST_SOURCE "/tests/store/samples/format-1.case", path);
  std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  const auto store = SqliteStore::open(path);
  ASSERT_TRUE(store) << store.error().text();
  const auto checked = verified(**store);
  EXPECT_EQ(problems(checked), "");
  EXPECT_EQ(checked.reports, 3u);
  EXPECT_EQ(checked.removed, 1u);
  EXPECT_EQ(checked.signatures, 1u);
  EXPECT_GT(checked.claims, 3u);
  auto reader = (*store)->read();
  ASSERT_TRUE(reader);
  const auto decisions = active_decisions(**reader);
  ASSERT_TRUE(decisions);
  ASSERT_EQ(decisions->size(), 2u);
  EXPECT_EQ((*decisions)[0].decision.kind, "accept");
  EXPECT_EQ((*decisions)[1].decision.kind, "note");
  const auto first = **(*reader)->report(std::uint64_t{1});
  const auto document = read_document(**reader, first);
  ASSERT_TRUE(document);
  EXPECT_EQ(sha256_id(document->bytes), first.id);
  const auto hits = search_case(**reader, {"killed", "", "", "", Effect::kKilled, {}, 20});
  ASSERT_TRUE(hits);
  EXPECT_FALSE(hits->empty());
}

}  // namespace
}  // namespace attest
