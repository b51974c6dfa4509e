#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "locked_workbook.hpp"

namespace padan::test {
namespace {

const std::string kPassword = "Rahasia 1";

// Two segments of 4,096 bytes and a bit, whatever the packer does.
std::string package() {
  ZipStyle stored;
  stored.stored = true;
  XlsxParts parts;
  parts.sheet = R"(<sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData>)" + std::string(8000, ' ');
  return xlsx(parts, stored);
}

std::string picture_of(const Streams& streams, const std::vector<std::string>& passwords = {kPassword}) {
  return picture(CompoundBuilder::bytes(streams), passwords);
}

Streams with(Streams streams, const std::string& what, const std::string& instead) {
  std::string& info = streams[0].second;
  info.replace(info.find(what), what.size(), instead);
  return streams;
}

TEST(WorkbookLock, OpensEveryAgileCipher) {
  const std::vector<std::pair<std::string, mbedtls_md_type_t>> hashes = {{"SHA1", MBEDTLS_MD_SHA1},
                                                                         {"SHA256", MBEDTLS_MD_SHA256},
                                                                         {"SHA384", MBEDTLS_MD_SHA384},
                                                                         {"SHA512", MBEDTLS_MD_SHA512}};
  for (const auto& [name, kind] : hashes) {
    for (const std::size_t bits : {128U, 192U, 256U}) {
      AgileStyle style;
      style.hash = name;
      style.kind = kind;
      style.bits = bits;
      EXPECT_EQ(picture_of(lock_agile(package(), kPassword, style)), "[Data] 1:#5") << name << bits;
    }
  }
}

TEST(WorkbookLock, OpensEveryStandardCipher) {
  for (const std::size_t bits : {128U, 192U, 256U}) {
    EXPECT_EQ(picture_of(lock_standard(package(), kPassword, bits)), "[Data] 1:#5") << bits;
  }
}

TEST(WorkbookLock, OpensWhatAnotherProgramLocked) {
  std::ifstream file(PADAN_SOURCE_DIR "/tests/support/locked.xlsx", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const std::vector<std::string> passwords = {"Rahasia-ñ€1"};
  EXPECT_EQ(picture(bytes, passwords).substr(0, 61), "[P3KE] 1:NIK|Nama|Tanggal Lahir|Jenis Kelamin|Desa 2:99990152");
  EXPECT_EQ(picture(bytes), "file.encrypted");
  for (std::size_t size = 1024; size < bytes.size(); size += 512) {
    EXPECT_EQ(picture(bytes.substr(0, size), passwords), "file.truncated") << size;
  }
}

TEST(WorkbookLock, AsksForAPasswordAndSaysWhenNoneFits) {
  for (const Streams& locked : {lock_agile(package(), kPassword), lock_standard(package(), kPassword)}) {
    EXPECT_EQ(picture_of(locked, {}), "file.encrypted");
    EXPECT_EQ(picture_of(locked, {"rahasia 1"}), "file.password");
    EXPECT_EQ(picture_of(locked, {"", "lain", "\xFF\xF0\x9F\x98\x80"}), "file.password");
    EXPECT_EQ(picture_of(locked, {"lain", kPassword}), "[Data] 1:#5");
  }
}

TEST(WorkbookLock, OpensWithoutAPasswordWhatExcelOpensWithout) {
  EXPECT_EQ(picture_of(lock_agile(package(), "VelvetSweatshop"), {}), "[Data] 1:#5");
}

TEST(WorkbookLock, SaysWhatIsInside) {
  EXPECT_EQ(picture_of(lock_agile("no zip", kPassword)), "file.truncated");
  EXPECT_EQ(picture_of(lock_agile(ZipBuilder().add("word/document.xml", "x").bytes(), kPassword)),
            "file.not_a_table kind=document");
}

TEST(WorkbookLock, NoticesWhatWasChangedOrCut) {
  for (const bool standard : {false, true}) {
    const Streams locked = standard ? lock_standard(package(), kPassword) : lock_agile(package(), kPassword);
    const std::string whole = CompoundBuilder::bytes(locked);
    EXPECT_EQ(picture(whole.substr(0, whole.size() - 1000)), "file.truncated") << "before a password is asked for";
    Streams changed = locked;
    changed[1].second[5000] ^= 1;
    EXPECT_EQ(picture_of(changed).substr(0, 15), "file.unreadable");
    changed = locked;
    changed[1].second.resize(4);
    EXPECT_NE(picture_of(changed).substr(0, 6), "[Data]");
    for (std::size_t size = 0; size < locked[0].second.size(); size += 11) {
      changed = locked;
      changed[0].second.resize(size);
      EXPECT_EQ(picture_of(changed).substr(0, 5), "file.") << size;
    }
  }
  AgileStyle style;
  style.checksum = false;
  EXPECT_EQ(picture_of(lock_agile(package(), kPassword, style)), "[Data] 1:#5");
  Streams long_ago = lock_agile(package(), kPassword, style);
  long_ago[1].second.replace(0, 8, little_endian(~std::uint64_t{0}, 8));
  EXPECT_EQ(picture_of(long_ago), "file.truncated");
}

TEST(WorkbookLock, RefusesCrookedCiphers) {
  const Streams agile = lock_agile(package(), kPassword);
  const std::string damaged = "file.unreadable part=EncryptionInfo";
  EXPECT_EQ(picture_of(with(agile, "spinCount=\"1000\"", "spinCount=\"10000001\"")), damaged);
  EXPECT_EQ(picture_of(with(agile, "spinCount=\"1000\"", "spinCount=\"-1\"")), damaged);
  EXPECT_EQ(picture_of(with(agile, "keyBits=\"256\"", "keyBits=\"255\"")), damaged);
  EXPECT_EQ(picture_of(with(agile, "saltValue=\"", "saltValue=\"!")), damaged);
  EXPECT_EQ(picture_of(with(agile, "encryptedKeyValue=\"", "encryptedKeyValue=\"AAAA\" x=\"")), damaged);
  EXPECT_EQ(picture_of(with(agile, "</encryption>", "")), damaged);
  const Streams standard = lock_standard(package(), kPassword);
  EXPECT_EQ(picture_of(with(standard, little_endian(128, 4), little_endian(40, 4))), damaged);
}

TEST(WorkbookLock, NamesLocksThatItDoesNotOpen) {
  const std::string otherwise = "file.locked_otherwise";
  const Streams agile = lock_agile(package(), kPassword);
  EXPECT_EQ(picture_of(with(agile, "SHA512", "WHIRLPOOL")), otherwise);
  EXPECT_EQ(picture_of(with(agile, "ChainingModeCBC", "ChainingModeCFB")), otherwise);
  EXPECT_EQ(picture_of(with(agile, "spinCount", "x509")), otherwise) << "a certificate, not a password";
  EXPECT_EQ(picture_of(with(agile, little_endian(0x00040004, 4), little_endian(0x00030004, 4))), otherwise);
  EXPECT_EQ(picture_of(with(lock_standard(package(), kPassword), little_endian(0x660E, 4), little_endian(0x6801, 4))),
            otherwise);
  EXPECT_EQ(picture_of({agile[1]}), otherwise) << "rights management";
}

} // namespace
} // namespace padan::test
