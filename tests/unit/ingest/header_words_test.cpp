#include "../../../core/src/ingest/header_words.hpp"

#include <gtest/gtest.h>

namespace padan::ingest {
namespace {

std::string meaning(std::string_view header) {
  const auto found = header_meaning(header);
  return found ? (found->of_head ? "head's " : "") + to_text(found->field) : "unknown";
}

TEST(HeaderWords, SpellingsAreOne) {
  EXPECT_EQ(compact(" No. KK\n(16 digit) "), "NOKK");
  EXPECT_EQ(compact("\xEF\xBB\xBFnomor_kk"), "NOMORKK");
  EXPECT_EQ(compact("(L/P)"), "LP");
  for (const char* header : {"NO.KK", "no_kk", "Nomor Kartu Keluarga", "NOKK", "no-kk"}) {
    EXPECT_EQ(meaning(header), "kk") << header;
  }
}

TEST(HeaderWords, WordsInAnyOrderAreUnderstoodLess) {
  EXPECT_EQ(meaning("Tanggal Lahir Calon Penerima"), "birth_date");
  EXPECT_LT(header_meaning("Tanggal Lahir Calon Penerima")->trust, header_meaning("Tanggal Lahir")->trust);
}

TEST(HeaderWords, OtherPeopleAreTheyAndNotThePerson) {
  EXPECT_EQ(meaning("Nama Lengkap Ayah"), "father_name");
  EXPECT_EQ(meaning("Nama Ibu Kandung Siswa"), "mother_name");
  EXPECT_EQ(meaning("NIK Ibu"), "mother_nik");
  EXPECT_EQ(meaning("NIK Ayah"), "father_nik");
  EXPECT_EQ(meaning("Tahun Lahir Ibu"), "mother_birth_year");
  EXPECT_EQ(meaning("Data Wali Nama"), "guardian_name");
  EXPECT_EQ(meaning("NIK Istri"), "spouse_nik");
  EXPECT_EQ(meaning("nik_anak"), "child_nik");
  EXPECT_EQ(meaning("NIK Ortu"), "parent_nik");
  EXPECT_EQ(meaning("Pekerjaan Ayah"), "text");
  EXPECT_EQ(meaning("Nama Pendamping PKH"), "unknown");
  EXPECT_EQ(meaning("Nomor Rekening Bank"), "text");
  EXPECT_EQ(meaning("Tanggal Lahir Kepala Keluarga"), "head's birth_date");
  EXPECT_EQ(meaning("Status Kawin Kepala Keluarga"), "head's text");
}

TEST(HeaderWords, ProgrammesAmongNoise) {
  EXPECT_EQ(meaning("Penerima PKH"), "programme:pkh");
  EXPECT_EQ(meaning("bansos_bpnt_ppkm"), "programme:bpnt_ppkm");
  EXPECT_EQ(meaning("Bantuan BLT-DD 2023"), "programme:blt_dd");
  EXPECT_EQ(meaning("PBI APBN"), "programme:pbi_apbn");
  EXPECT_EQ(meaning("KIP Kuliah"), "programme:kip_kuliah");
}

TEST(HeaderWords, SerialNumbersSayNothing) {
  for (const char* header : {"No", "NO.", "rec_id", "unique_id", "cluster", "id"}) {
    EXPECT_EQ(meaning(header), "text") << header;
  }
  EXPECT_EQ(meaning("quux"), "unknown");
  EXPECT_EQ(meaning(""), "unknown");
}

} // namespace
} // namespace padan::ingest
