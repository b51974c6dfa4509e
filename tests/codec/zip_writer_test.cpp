#include "padan/codec/zip_writer.hpp"

#include <gtest/gtest.h>

#include "padan/codec/file_reader.hpp"

namespace padan::test {
namespace {

using codec::Packing;
using codec::ZipWriter;

std::string zipped(const std::vector<std::pair<std::string, std::string>>& files, Packing packing = Packing::Deflate) {
  ZipWriter zip;
  std::string out;
  for (const auto& [name, bytes] : files) {
    EXPECT_TRUE(zip.add(out, name, bytes, packing).has_value());
  }
  EXPECT_TRUE(zip.finish(out).has_value());
  EXPECT_EQ(zip.files(), files.size());
  return out;
}

std::string read_back(const std::string& archive) {
  codec::FileReader reader("lists.zip");
  reader.feed(archive);
  std::string found;
  const auto file = reader.finish();
  if (!file) {
    return std::string(to_text(file.error().code));
  }
  for (const table::Grid& grid : file->grids) {
    found.append("[").append(grid.sheet).append("] ").append(std::to_string(grid.rows())).append(" ");
    found.append(grid.cell(1, 1)).append(" ");
  }
  return found;
}

std::string list(const std::string& name) {
  std::string text = "NIK,NAMA\n3209010101010001," + name + "\n";
  for (int i = 0; i < 200; ++i) {
    text += "3209010101010002,SITI AMINAH\n";
  }
  return text;
}

TEST(ZipWriter, WritesFilesThatComeBack) {
  const std::vector<std::pair<std::string, std::string>> files = {{"a.csv", list("BUDI")}, {"desa/b.csv", list("ANI")}};
  const std::string packed = zipped(files);
  const std::string stored = zipped(files, Packing::Store);
  EXPECT_LT(packed.size(), stored.size() / 4);
  EXPECT_EQ(read_back(packed), read_back(stored));
  EXPECT_NE(read_back(packed).find("BUDI"), std::string::npos) << read_back(packed);
  EXPECT_NE(read_back(packed).find("ANI"), std::string::npos) << read_back(packed);
  EXPECT_EQ(packed, zipped(files));
}

TEST(ZipWriter, KeepsTwoFilesOfOneNameApart) {
  const std::string archive =
      zipped({{"desa/a.csv", "x"}, {"desa/a.csv", "y"}, {"a.csv", "z"}, {"tanpa", "1"}, {"tanpa", "2"}});
  for (const char* name : {"desa/a (2).csv", "tanpa (2)"}) {
    EXPECT_NE(archive.find(name), std::string::npos) << name;
  }
  EXPECT_EQ(archive.find("PK\x03\x04"), 0U);
}

TEST(ZipWriter, MayBeHandedOnInPieces) {
  ZipWriter zip;
  std::string all;
  for (const char* name : {"a.csv", "b.csv"}) {
    std::string piece;
    ASSERT_TRUE(zip.add(piece, name, list(name)).has_value());
    all += piece;
  }
  std::string end;
  ASSERT_TRUE(zip.finish(end).has_value());
  EXPECT_EQ(all + end, zipped({{"a.csv", list("a.csv")}, {"b.csv", list("b.csv")}}));
}

} // namespace
} // namespace padan::test
