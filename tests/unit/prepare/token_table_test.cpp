// Rarity of names, learned from the rows.

#include <gtest/gtest.h>

#include "padan/prepare/token_table.hpp"

namespace {

using padan::prepare::TokenTable;

TokenTable table_of(std::initializer_list<std::pair<const char*, int>> phrases) {
  TokenTable table;
  for (const auto& [phrase, rows] : phrases) {
    const std::uint32_t code = table.intern(phrase);
    for (int i = 0; i < rows; ++i) {
      table.count(code);
    }
  }
  table.finish();
  return table;
}

TEST(TokenTable, CodesAndTokens) {
  TokenTable table;
  EXPECT_EQ(table.intern(""), 0u);
  const std::uint32_t code = table.intern("SITI AMINAH");
  EXPECT_EQ(table.intern("SITI AMINAH"), code);
  table.finish();
  ASSERT_EQ(table.tokens(code).size(), 2u);
  EXPECT_EQ(table.text(table.tokens(code)[1]), "AMINAH");
  EXPECT_TRUE(table.tokens(0).empty());
}

TEST(TokenTable, RarityIsTheShareOfRows) {
  TokenTable table = table_of({{"SITI A", 510}, {"WARSINI", 1}, {"BUDI", 511}});
  const auto bits = [&](const char* phrase) { return table.token(table.tokens(table.intern(phrase))[0]).bits; };
  EXPECT_NEAR(bits("WARSINI"), 9.0, 1e-4); // log2(1024 / 2)
  EXPECT_NEAR(bits("BUDI"), 1.0, 1e-4);    // log2(1024 / 512)
  EXPECT_EQ(table.rows(), 1022u);
}

TEST(TokenTable, EmptyNamesAreNoRows) {
  TokenTable table = table_of({{"", 50}, {"BUDI", 2}});
  EXPECT_EQ(table.rows(), 2u);
}

TEST(TokenTable, SoundsShareTheirCounts) {
  TokenTable table = table_of({{"ROCHMAT", 3}, {"RAHMAD", 5}, {"TONO", 8}});
  const auto token = [&](const char* phrase) { return table.tokens(table.intern(phrase))[0]; };
  EXPECT_EQ(table.token(token("ROCHMAT")).sound, table.token(token("RAHMAD")).sound);
  EXPECT_LT(table.token(token("ROCHMAT")).sound_bits, table.token(token("ROCHMAT")).bits);
  EXPECT_EQ(table.token(token("ROCHMAT")).sound_bits, table.token(token("TONO")).sound_bits); // eight rows each
}

TEST(TokenTable, AWholeNameIsAsCommonAsItIsCounted) {
  // SRI and WAHYUNI are rare apart, but a hundred women bear both.
  TokenTable table = table_of({{"SRI WAHYUNI", 100}, {"SRI LESTARI", 2}, {"BUDI", 900}});
  const std::uint32_t common = table.intern("SRI WAHYUNI");
  const std::uint32_t rare = table.intern("SRI LESTARI");
  EXPECT_LT(table.phrase_bits(common), 4.0F);
  EXPECT_GT(table.phrase_bits(rare), 10.0F);
  EXPECT_EQ(table.phrase_bits(0), 0.0F);
}

} // namespace
