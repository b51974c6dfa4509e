// The four forms of the Buku Induk Penduduk, as registry offices write them, and what only looks like one.

#include "padan/ingest/blocks.hpp"
#include "padan/ingest/join_sheets.hpp"

#include <gtest/gtest.h>

#include "grids.hpp"

namespace padan::ingest {
namespace {

struct Bip {
  explicit Bip(const std::vector<std::string>& rows) : sheets{grid_of(rows)} {
    unfold_blocks(sheets);
    recognition = recognise(sheets[0], {}).value_or(Recognition{});
  }

  /// The cells of a header in all data rows: "A, B".
  [[nodiscard]] std::string column(std::string_view header) const {
    std::string all;
    for (const Column& column : recognition.columns) {
      for (const std::uint32_t row : column.header == header ? recognition.data_rows : std::vector<std::uint32_t>{}) {
        all.append(all.empty() ? "" : ", ").append(sheets[0].cell(row, column.index));
      }
    }
    return all;
  }

  /// A letter a row: data, title, header, blank, note, family block.
  [[nodiscard]] std::string rows() const {
    std::string states(sheets[0].rows(), 'd');
    for (const SkippedRow& skipped : recognition.skipped) {
      states[skipped.grid_row] = "thbnf"[static_cast<std::size_t>(skipped.why)];
    }
    return states;
  }

  std::vector<table::Grid> sheets;
  Recognition recognition;
};

TEST(Blocks, Bip2012HasANumberBelowItsTitle) {
  const Bip bip(
      {"|BUKU INDUK PENDUDUK", "|DESA : SUKAMAJU", "|NO.KK|||||ALAMAT",
       "|'8801010101120001|||||JL MAWAR 5, DUSUN KRAJAN, RT:001, RW:002, Kodepos:88123,-",
       "|NO|NIK|NAMA|JK|TEMPAT LAHIR|TGL LAHIR|GOL|AGAMA|STATUS KAWIN|SHDK|PENDIDIKAN|PEKERJAAN|NAMA IBU|NAMA "
       "AYAH|AKTA LAHIR",
       "|1|'8801010612820001|BUDI SANTOSO|Laki-laki|SUKAMAJU|06-12-1982|-|ISLAM|KAWIN|KEPALA "
       "KELUARGA|SLTA|PETANI|TUTI|EKO|-",
       "|2|-|SITI AMINAH|Perempuan|SUKAMAJU|07-11-1985|-|ISLAM|KAWIN|ISTRI|SLTA|MENGURUS RUMAH TANGGA|DEWI|AGUS|-",
       "|NO.KK|||||ALAMAT", "|8801010101120002|||||DUSUN -, RT:-, RW:-, Kodepos:-,-",
       "|NO|NIK|NAMA|JK|TEMPAT LAHIR|TGL LAHIR|GOL|AGAMA|STATUS KAWIN|SHDK|PENDIDIKAN|PEKERJAAN|NAMA IBU|NAMA "
       "AYAH|AKTA LAHIR",
       "|1|8801015112820003|TUTI LESTARI|Perempuan|SUKAMAJU|11-12-1982|-|ISLAM|CERAI MATI|KEPALA KELUARGA|SD|-|-|-|-"});
  EXPECT_EQ(bip.recognition.layout, "bip_2012");
  EXPECT_EQ(bip.recognition.kind, "civil_registry");
  EXPECT_EQ(bip.recognition.owner, "Disdukcapil");
  EXPECT_EQ(bip.recognition.confidence, 1.0);
  EXPECT_EQ(bip.rows(), "ttffhddffhd");
  EXPECT_EQ(bip.column("No. KK"), "8801010101120001, 8801010101120001, 8801010101120002");
  EXPECT_EQ(bip.column("Alamat"), "JL MAWAR 5, JL MAWAR 5, ");
  EXPECT_EQ(bip.column("Dusun"), "KRAJAN, KRAJAN, -");
  EXPECT_EQ(bip.column("RT"), "001, 001, -");
  EXPECT_EQ(bip.column("RW"), "002, 002, -");
  EXPECT_EQ(bip.column("Kode Pos"), "88123, 88123, -");
  EXPECT_EQ(bip.column("Desa"), "SUKAMAJU, SUKAMAJU, SUKAMAJU");
  const auto fields = fields_of(bip.recognition);
  const std::map<std::string, std::string> expected = {{"NIK", "nik"},
                                                       {"NAMA", "name"},
                                                       {"JK", "sex"},
                                                       {"TEMPAT LAHIR", "birth_place"},
                                                       {"TGL LAHIR", "birth_date"},
                                                       {"SHDK", "relation"},
                                                       {"PEKERJAAN", "occupation"},
                                                       {"NAMA IBU", "mother_name"},
                                                       {"NAMA AYAH", "father_name"},
                                                       {"No. KK", "kk"},
                                                       {"Alamat", "address"},
                                                       {"Dusun", "hamlet"},
                                                       {"RT", "rt"},
                                                       {"RW", "rw"},
                                                       {"Kode Pos", "postcode"},
                                                       {"Desa", "village"}};
  EXPECT_EQ(fields, expected);
}

TEST(Blocks, Bip2016EndsAtItsNotes) {
  const Bip bip(
      {"BUKU INDUK PENDUDUK WNI",
       "NO|NAMA|NIK|TEMPAT LAHIR|TGL LAHIR|JK|SHDK|AGAMA|PENDIDIKAN|PEKERJAAN|NAMA IBU|NAMA AYAH",
       "1|2|3|4|5|6|7|8|9|10|11|12", "No. KK : 8801010101120001||Alamat : MAWAR, Nama Dusun : KRAJAN, RT/RW : 001/-",
       "1|BUDI SANTOSO|8801010612820001|SUKAMAJU|06-12-1982|L|KEPALA KELUARGA|ISLAM|SLTA|BELUM/TIDAK|TUTI|EKO",
       "|||||||||BEKERJA||", "2|SITI AMINAH|88010147|SUKAMAJU|07-11-1985|P|ISTRI|ISLAM|SLTA|PETANI|DEWI|AGUS",
       "BUKU INDUK PENDUDUK WNI",
       "NO|NAMA|NIK|TEMPAT LAHIR|TGL LAHIR|JK|SHDK|AGAMA|PENDIDIKAN|PEKERJAAN|NAMA IBU|NAMA AYAH",
       "3|DEWI SANTOSO|-|SUKAMAJU|07-11-2005|P|ANAK|ISLAM|SLTA|PELAJAR|SITI|BUDI",
       "No. KK : 8801010101120002||Alamat : -, Nama Dusun : -, RT/RW : -/-", "", "Keterangan:", "1. Data per semester",
       "|||||||||SUKAMAJU, 12-05-2020", "|||||||||EKO PRATAMA"});
  EXPECT_EQ(bip.recognition.layout, "bip_2016");
  EXPECT_EQ(bip.rows(), "thhfdfdthdfbnnnn");
  EXPECT_EQ(bip.column("No. KK"), "8801010101120001, 8801010101120001, 8801010101120001");
  EXPECT_EQ(bip.column("RW"), "-, -, -");
  EXPECT_EQ(bip.column("PEKERJAAN"), "BELUM/TIDAK BEKERJA, PETANI, PELAJAR");
  EXPECT_EQ(bip.sheets[0].cell(5, 9), "BEKERJA"); // the sheet stays as it was
}

TEST(Blocks, LuwuTimurHasAPageAFamily) {
  const Bip bip(
      {"||BUKU INDUK KEPENDUDUKAN KABUPATEN CONTOH (DAFTAR  KELUARGA)", "",
       "||PROVINSI :|CONTOH RAYA|||||||NO. KK :|8801010101120001", "||KABUPATEN :|CONTOH|||||||NAMA. KK :|BUDI SANTOSO",
       "||KECAMATAN :|SUKASARI|||||||ALAMAT :|DSN. TAMBAK YOSO,Kodepos :88974,Telp :,-",
       "||DESA :|SUKAMAJU|||||||NO.RT/RW :|001/002", "",
       "||NO|NIK|NAMA|JK|TMPT LHR|TGL LHR|G.DRH|AGAMA|STATUS|HUB.KEL|PENDIDIKAN|PEKERJAAN|NAMA IBU|NAMA AYAH|KET",
       "||1|8801010612820001|BUDI SANTOSO|L|SUKAMAJU|06-12-1982|O|Islam|Kawin|Kepala Keluarga|SLTA|Petani|TUTI|EKO|",
       "||2||SITI AMINAH|P|SUKAMAJU|07-11-1985|O|Islam|Kawin|Istri|SLTA|Petani|DEWI|AGUS|"});
  EXPECT_EQ(bip.recognition.layout, "bip_luwu_timur");
  EXPECT_EQ(bip.rows(), "tbffffbhdd");
  EXPECT_EQ(bip.column("No. KK"), "8801010101120001, 8801010101120001");
  EXPECT_EQ(bip.column("Dusun"), "TAMBAK YOSO, TAMBAK YOSO");
  EXPECT_EQ(bip.column("RT"), "001, 001");
  EXPECT_EQ(bip.column("RW"), "002, 002");
  EXPECT_EQ(bip.column("Kode Pos"), "88974, 88974");
  EXPECT_EQ(bip.column("Desa"), "SUKAMAJU, SUKAMAJU");
  EXPECT_EQ(bip.column("Kecamatan"), "SUKASARI, SUKASARI");
  EXPECT_EQ(bip.column("Kabupaten"), "CONTOH, CONTOH");
  EXPECT_EQ(bip.column("Provinsi"), "CONTOH RAYA, CONTOH RAYA");
}

const std::string kEktpHeader =
    "NO|Nama Lengkap|NIK|Tempat Lahir|Tanggal Lahir|JK|Stat Kwn|Gol. Drh|SHDK|Agama|Pendidikan "
    "Terakhir|No Akta Lahir|Pekerjaan|Nama Ibu|Nama Ayah|Wjb KTP|KTP-eL|Status|Stat Rkm";

TEST(Blocks, EktpBeginsWithABareNumber) {
  const Bip bip({kEktpHeader, "8801010101120001||BUDI SANTOSO|||||||||DESA SUKA MAJU RT/RW : 002/000 DUSUN : KRA",
                 "|||||||||||JAN TIMUR",
                 "1|BUDI SANTOSO|8801010612820001|SUKAMAJU|06-12-1982|Lk|K|-|KEPALA "
                 "KELUARGA|ISLAM|SLTA|-|PETANI|TUTI|EKO|WAJIB|KTP-eL|SDH DPT|CARD",
                 "||||||||||||||||||SHIPPED", "8801019||SITI AMINAH|||||||||DESA SUKA MAJU RT/RW : 001/000 DUSUN : -",
                 "1|SITI AMINAH|8801015112850002|SUKAMAJU|11-12-1985|Pr|CM|-|KEPALA "
                 "KELUARGA|ISLAM|SLTA|-|PETANI|DEWI|AGUS|WAJIB|KTP-eL|SDH DPT|CARD SHIPPED"});
  EXPECT_EQ(bip.recognition.layout, "bip_ektp");
  EXPECT_EQ(bip.rows(), "hffdffd");
  EXPECT_EQ(bip.column("No. KK"), "8801010101120001, 8801019"); // damaged, but not the neighbours'
  EXPECT_EQ(bip.column("Desa"), "SUKA MAJU, SUKA MAJU");
  EXPECT_EQ(bip.column("Dusun"), "KRA JAN TIMUR, -");
  EXPECT_EQ(bip.column("RT"), "002, 001");
  EXPECT_EQ(bip.column("Stat Rkm"), "CARD SHIPPED, CARD SHIPPED");
}

TEST(Blocks, ANikAloneIsSomebody) {
  const Bip bip({kEktpHeader, "8801010101120001||BUDI SANTOSO|||||||||DESA SUKAMAJU RT/RW : 002/001 DUSUN : KRAJAN",
                 "1|BUDI SANTOSO|8801010612820001|SUKAMAJU|06-12-1982|Lk", "||8801015112850002", "3|-|-"});
  EXPECT_EQ(bip.rows(), "hfddb");
  EXPECT_EQ(bip.column("No. KK"), "8801010101120001, 8801010101120001");
}

TEST(Blocks, ABlockMayGoOnOnTheNextSheet) {
  const std::vector<std::string> first = {kEktpHeader,
                                          "8801010101120001||BUDI|||||||||DESA SUKAMAJU RT/RW : 002/001 DUSUN : KRAJAN",
                                          "1|BUDI SANTOSO|8801010612820001|SUKAMAJU|06-12-1982|Lk"};
  const std::vector<std::string> second = {kEktpHeader, "2|SITI AMINAH|8801015112850002|SUKAMAJU|11-12-1985|Pr",
                                           "8801010101120002||EKO|||||||||DESA SUKAMAJU RT/RW : 003/001 DUSUN : KRAJAN",
                                           "1|EKO PRATAMA|8801010712820001|SUKAMAJU|07-12-1982|Lk"};
  std::vector<table::Grid> sheets = {grid_of(first), grid_of(second)};
  unfold_blocks(sheets);
  ASSERT_FALSE(sheets[1].added.empty());
  const std::uint32_t kk = sheets[1].width() - static_cast<std::uint32_t>(sheets[1].added.size());
  EXPECT_EQ(sheets[1].cell(1, kk), "8801010101120001");
  EXPECT_EQ(sheets[1].cell(3, kk), "8801010101120002");

  std::vector<table::Grid> joined = join_sheets({grid_of(first), grid_of(second)});
  unfold_blocks(joined);
  ASSERT_EQ(joined.size(), 1U);
  EXPECT_EQ(joined[0].added.front(), "Lembar");
  const Recognition recognition = recognise(joined[0], {}).value_or(Recognition{});
  EXPECT_EQ(recognition.data_rows, (std::vector<std::uint32_t>{2, 4, 6}));
  EXPECT_EQ(joined[0].cell(4, kk + 1), "8801010101120001");
}

TEST(Blocks, AnOfficerWhoSeesATableHasTheLastWord) {
  std::vector<std::string> rows = {"DAFTAR", "PER DUSUN", kEktpHeader,
                                   "8801010101120001||BUDI|||||||||DESA SUKAMAJU RT/RW : 002/001 DUSUN : KRAJAN"};
  rows.emplace_back("1|BUDI SANTOSO|8801010612820001|SUKAMAJU|06-12-1982|Lk");
  Hints hints;
  hints.header_row = 1;
  EXPECT_NE(recognised(rows, hints).layout, "bip_ektp");
  hints.header_row = 3;
  EXPECT_EQ(recognised(rows, hints).layout, "bip_ektp");
}

TEST(Blocks, AFlatListIsLeftAlone) {
  const std::vector<std::vector<std::string>> lists = {
      {"NO_KK|NAMA_LGKP|NIK|TGL_LHR|ALAMAT|SHDK",
       "8801010101120001|BUDI SANTOSO|8801010612820001|06-12-1982|RT/RW : 1/2|KEPALA KELUARGA",
       "8801010101120001||8801010612820002|06-12-1982|RT/RW : 1/2|ANAK", "8801010101120002||||RT/RW : 1/2|ANAK",
       "8801010101120003|EKO PRATAMA|8801010612820004|06-12-1982|RT/RW : 1/2|ANAK"},
      {"NIK|NO_KK|NAMA_LGKP|ALAMAT", "8801010612820001|8801010101120001|BUDI SANTOSO|DUSUN KRAJAN",
       "8801010612820002||SITI AMINAH|DUSUN KRAJAN", "8801010612820003||EKO PRATAMA|DUSUN KRAJAN"},
      {"NO|NO.KK|NAMA KEPALA KELUARGA|ALAMAT", "1|8801010101120001|BUDI SANTOSO|DUSUN KRAJAN, RT:001",
       "2|8801010101120002|SITI|DUSUN KRAJAN, RT:002"},
      {"No. KK :|NIK|NAMA", "8801010101120001|8801010612820001|BUDI", "8801010101120001|8801010612820002|SITI"}};
  for (const std::vector<std::string>& rows : lists) {
    std::vector<table::Grid> sheets = {grid_of(rows)};
    unfold_blocks(sheets);
    EXPECT_TRUE(sheets[0].added.empty()) << rows.front();
    const Recognition recognition = recognised(rows);
    EXPECT_EQ(recognition.layout.find("bip"), std::string::npos) << rows.front();
    EXPECT_EQ(recognition.data_rows.size(), rows.size() - 1) << rows.front();
  }
}

} // namespace
} // namespace padan::ingest
