#include "padan/codec/file_reader.hpp"

#include <gtest/gtest.h>

#include "codec/lists.hpp"
#include "codec/locked_workbook.hpp"

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

Result<ReadFile> read(const std::string& bytes, const std::vector<std::string>& passwords = {}) {
  FileReader reader("data.zip");
  for (std::size_t at = 0; at < bytes.size(); at += 100) {
    reader.feed(std::string_view(bytes).substr(at, 100));
  }
  return reader.finish(passwords);
}

const std::string kSheet = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>Nama</t></is></c></row>)";

TEST(FileReader, ReadsEveryListOfAnArchive) {
  const std::string inner = padan::test::ZipBuilder().add("again.csv", test::kDtks).bytes();
  const Result<ReadFile> file = read(padan::test::ZipBuilder()
                                         .add("kiriman/", "")
                                         .add("kiriman/DTKS 2025.csv", test::kDtks)
                                         .add("__MACOSX/kiriman/._DTKS 2025.csv", "x")
                                         .add("kiriman/foto.png", "\x89PNG\r\n\x1a\n")
                                         .add("nested.zip", inner)
                                         .add("p3ke.xlsx", padan::test::xlsx_rows(kSheet))
                                         .bytes());
  ASSERT_TRUE(file);
  ASSERT_EQ(file->grids.size(), 2U);
  EXPECT_EQ(file->grids[0].sheet, "dtks 2025.csv");
  EXPECT_EQ(file->grids[0].cell(1, 1), "SITI AMINAH");
  EXPECT_EQ(file->grids[1].sheet, "p3ke.xlsx/Data");
  EXPECT_EQ(file->grids[0].issues.count(table::IssueCode::SheetSkipped), 2U) << "the picture and the archive within";
}

TEST(FileReader, TriesThePasswordsInAnArchiveToo) {
  using namespace padan::test;
  const std::string locked = CompoundBuilder::bytes(lock_agile(xlsx_rows(kSheet), "Rahasia 1"));
  const std::string archive = ZipBuilder().add("p3ke.xlsx", locked).bytes();
  EXPECT_EQ(read(archive).error().code, ErrorCode::FileEncrypted);
  const std::vector<std::string> passwords = {"lain", "Rahasia 1"};
  const Result<ReadFile> file = read(archive, passwords);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->grids[0].cell(0, 0), "Nama");
}

TEST(FileReader, SaysWhyAnArchiveIsOfNoUse) {
  const auto refusal = [](const std::string& bytes) { return read(bytes).error().code; };
  padan::test::ZipStyle locked;
  locked.encrypted = true;
  EXPECT_EQ(refusal(padan::test::ZipBuilder().add("a/", "").bytes()), ErrorCode::FileEmpty);
  EXPECT_EQ(refusal(padan::test::ZipBuilder().add("foto.png", "\x89PNG\r\n\x1a\n").bytes()), ErrorCode::FileNotATable);
  EXPECT_EQ(refusal(padan::test::ZipBuilder(locked).add("dtks.csv", test::kDtks).bytes()),
            ErrorCode::FileLockedOtherwise);
  const std::string whole = padan::test::ZipBuilder().add("dtks.csv", test::kDtks).bytes();
  EXPECT_EQ(refusal(whole.substr(0, whole.size() / 2)), ErrorCode::FileTruncated);
}

} // namespace
} // namespace padan::codec
