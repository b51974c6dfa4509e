#include "padan/codec/file_reader.hpp"

#include <gtest/gtest.h>

#include "codec/lists.hpp"

namespace padan::codec {
namespace {

std::string sha256(const std::string& bytes, std::size_t slice) {
  FileReader reader("x.csv");
  for (std::size_t at = 0; at < bytes.size(); at += slice) {
    reader.feed(std::string_view(bytes).substr(at, slice));
  }
  return reader.finish()->sha256;
}

TEST(FileReader, NamesTheBytesBySha256) {
  // Examples of FIPS 180-4 and of NIST's collection.
  EXPECT_EQ(sha256("abc", 1), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 5),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  for (const std::size_t slice : {1'000U, 4'096U, 1'000'000U}) {
    EXPECT_EQ(sha256(std::string(1'000'000, 'a'), slice),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  }
}

TEST(FileReader, GivesTheSameGridWhateverTheSlices) {
  for (const std::size_t slice : {std::size_t{1}, std::size_t{7}, std::size_t{100'000}}) {
    FileReader reader("dtks.csv");
    const std::string bytes = test::kDtks;
    for (std::size_t at = 0; at < bytes.size(); at += slice) {
      reader.feed(std::string_view(bytes).substr(at, slice));
    }
    const Result<ReadFile> file = reader.finish();
    ASSERT_TRUE(file);
    ASSERT_EQ(file->grids.size(), 1U);
    EXPECT_EQ(file->grids[0].rows(), 4U);
    EXPECT_EQ(file->grids[0].cell(1, 1), "SITI AMINAH");
  }
}

TEST(FileReader, JudgesByContentAndNamesTheFile) {
  FileReader reader("list.csv"); // a picture renamed
  reader.feed(std::string_view("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  const Result<ReadFile> file = reader.finish();
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, ErrorCode::FileNotATable);
  EXPECT_EQ(file.error().params.back(), std::pair(std::string("file"), std::string("list.csv")));
  EXPECT_EQ(FileReader("empty.csv").finish().error().code, ErrorCode::FileEmpty);
}

} // namespace
} // namespace padan::codec
