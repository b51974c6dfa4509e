#include "padan/resolve/identity.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "support/lists.hpp"

namespace padan::resolve {
namespace {

using support::Lists;

constexpr const char* kTwo = "nik,name,village\n9901011205700003,SITI AMINAH,Sukamaju\n,BUDI SANTOSO,Mekarsari\n";

TEST(Identity, IdsOutliveNewRowsAndOtherLists) {
  Lists before{{{"b", kTwo}}};
  Lists after{{{"b", "nik,name,village,decile\n,JOKO,Sukamaju,1\n9901011205700003,SITI AMINAH,Sukamaju,2\n,BUDI "
                     "SANTOSO,Mekarsari,3\n"},
               {"c", "name\nSITI AMINAH\n"}}};
  const MasterList old_master = before.master();
  const MasterList new_master = after.master({{0}, {1, 3}, {2}});
  EXPECT_EQ(old_master.person_id(0), new_master.person_id(1));
  EXPECT_EQ(old_master.person_id(1), new_master.person_id(2));
  EXPECT_EQ(new_master.find_person(old_master.person_id(1)), 2U);
}

TEST(Identity, ARowKeyFollowsContentAndNothingElse) {
  Lists lists{{{"a", kTwo}, {"b", "nik,name\n9901011205700003,Hj. Siti Aminah\n9901011205700004,SITI AMINAH\n"}}};
  EXPECT_EQ(row_key(lists.corpus, 0), row_key(lists.corpus, 2)); // titles and case do not identify
  EXPECT_NE(row_key(lists.corpus, 0), row_key(lists.corpus, 3));
  EXPECT_EQ(key_text(0x0123456789abcdefULL), "0123456789abcdef");
}

TEST(Identity, EqualContentStillHasDistinctIds) {
  Lists lists{{{"a", "name\nSITI\nSITI\nSITI\nSITI\n"}}};
  std::vector<std::uint64_t> keys = person_keys(lists.corpus, (lists.master(), lists.persons));
  std::sort(keys.begin(), keys.end());
  EXPECT_EQ(std::unique(keys.begin(), keys.end()), keys.end());
}

TEST(Identity, IdsReadBack) {
  const std::uint64_t key = 0x2BADC0FFEE123ULL;
  const std::string id = id_text('P', key);
  EXPECT_EQ(id.size(), 11U);
  std::uint64_t read = 0;
  EXPECT_TRUE(parse_id(id, 'P', read));
  EXPECT_EQ(read, key);
  EXPECT_FALSE(parse_id(id, 'K', read));
  EXPECT_FALSE(parse_id("P123", 'P', read));
  EXPECT_FALSE(parse_id("PILOU000000", 'P', read)); // letters that look like digits are none
}

} // namespace
} // namespace padan::resolve
