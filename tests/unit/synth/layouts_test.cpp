#include <gtest/gtest.h>

#include "lists.hpp"

namespace padan::synth::testing {
namespace {

const Regency& regency() {
  static const Regency made = make_regency(6'000, 11, Errors::Medium);
  return made;
}

const std::string& bytes(const char* file) { return regency().files.at(file); }

bool starts(const std::string& text, std::string_view with) { return text.compare(0, with.size(), with) == 0; }

TEST(Layouts, DtksHasTheHeaderOfSiksNg) {
  EXPECT_TRUE(starts(bytes("dtks.csv"), "id_dtks,provinsi,kabupatenkota,kecamatan,desakeluarahan,alamat,dusun,rt,rw,"
                                        "nomor_kk,nomor_nik,nama,tanggal_lahir,"));
}

TEST(Layouts, P3keHasItsHeaderInRowFourAndNoCardNumber) {
  const std::vector<std::string> lines = lines_of(bytes("p3ke.csv"));
  EXPECT_TRUE(starts(lines.at(3), "No,ID Keluarga P3KE,Provinsi,Kabupaten/Kota,"));
  EXPECT_EQ(lines.at(3).find("KK"), std::string::npos);
  EXPECT_NE(bytes("p3ke.csv").find("KOSONG"), std::string::npos);
  EXPECT_NE(bytes("p3ke.csv").find("\r\n"), std::string::npos);
}

TEST(Layouts, PbiHasSemicolonsByteOrderMarkAndMixedDates) {
  EXPECT_TRUE(starts(bytes("pbi.csv"), "\xEF\xBB\xBFid;iddtks;provinsi;kota;"));
  const List list = read_list(bytes("pbi.csv"), layouts().at("pbi"));
  std::size_t slashes = 0;
  for (std::size_t row = 0; row < list.rows.size(); ++row)
    slashes += list.at(row, "tanggal_lahir").find('/') != std::string::npos ? 1 : 0;
  EXPECT_GT(slashes, list.rows.size() / 5);
  EXPECT_LT(slashes, list.rows.size() / 2);
}

TEST(Layouts, DtsenIsLatin1WithOpenQuotesAndNumericCodes) {
  const std::string& text = bytes("dtsen.csv");
  EXPECT_TRUE(starts(text, "nomor_induk_kependudukan|nomor_kartu_keluarga|nama|tanggal_lahir|umur|jenis_kelamin|"));
  EXPECT_NE(text.find('\xB4'), std::string::npos);
  EXPECT_NE(text.find("\"BELAKANG MASJID"), std::string::npos);
  const List list = read_list(text, layouts().at("dtsen"));
  for (std::size_t row = 0; row < list.rows.size(); ++row)
    EXPECT_NE(std::string_view("12").find(list.at(row, "jenis_kelamin")), std::string_view::npos);
}

TEST(Layouts, DukcapilGivesTheRegionInFourBareNumbers) {
  const List list = read_list(bytes("dukcapil.csv"), layouts().at("dukcapil"));
  EXPECT_EQ(list.header.size(), 37U);
  EXPECT_EQ(list.at(0, "NO_PROP"), "32");
  EXPECT_EQ(list.at(0, "NO_KEC"), "1");
  EXPECT_EQ(list.at(0, "NO_KEL").size(), 4U);
}

TEST(Layouts, RtlhEndsWithATotal) {
  const std::vector<std::string> lines = lines_of(bytes("rtlh.csv"));
  EXPECT_TRUE(starts(lines.back(), "JUMLAH;" + std::to_string(regency().truth.at("rtlh").size())));
}

TEST(Layouts, StuntingHasSeveralVisitsAChildAndDecimalCommas) {
  const List list = read_list(bytes("stunting.csv"), layouts().at("stunting"));
  std::map<std::string, int> visits;
  for (const TruthRow& row : regency().truth.at("stunting")) {
    ++visits[row.person];
    EXPECT_EQ(row.damage.find("duplicate"), std::string::npos);
  }
  EXPECT_GT(list.rows.size(), visits.size() * 3 / 2);
  EXPECT_NE(list.at(0, "Berat").find(','), std::string::npos);
}

TEST(Layouts, BaznasJoinsPlaceAndDateAndLeavesBlankRows) {
  const List list = read_list(bytes("baznas.csv"), layouts().at("baznas"));
  EXPECT_NE(list.at(0, "Tempat, Tgl Lahir").find(' '), std::string::npos);
  EXPECT_EQ(list.header.at(7), "RT/RW");
}

TEST(Layouts, PipHasAHeaderOfTwoRows) {
  const std::vector<std::string> lines = lines_of(bytes("pip.csv"));
  EXPECT_TRUE(starts(lines.at(2), "No,Nama,NIPD,JK,NISN,"));
  EXPECT_NE(lines.at(2).find("Data Ayah,,"), std::string::npos);
  EXPECT_NE(lines.at(3).find("Nama,Tahun Lahir,NIK,Nama,Tahun Lahir,NIK"), std::string::npos);
}

} // namespace
} // namespace padan::synth::testing
