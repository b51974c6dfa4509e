#include "padan/ingest/recognise.hpp"

#include <gtest/gtest.h>

#include "grids.hpp"

namespace padan::ingest {
namespace {

using table::FieldKind;
using table::IssueCode;

std::vector<SkippedRow> skipped(const Recognition& recognition, SetAside why) {
  std::vector<SkippedRow> rows;
  for (const SkippedRow& row : recognition.skipped) {
    if (row.why == why) {
      rows.push_back(row);
    }
  }
  return rows;
}

// Every row of the grid is data or set aside, once, in order.
void expect_conserved(const table::Grid& grid, const Recognition& recognition) {
  std::vector<bool> seen(grid.rows());
  const auto mark = [&](std::uint32_t row) {
    ASSERT_LT(row, grid.rows());
    EXPECT_FALSE(seen[row]) << row;
    seen[row] = true;
  };
  for (const std::uint32_t row : recognition.data_rows) {
    mark(row);
  }
  for (const SkippedRow& row : recognition.skipped) {
    mark(row.grid_row);
  }
  EXPECT_EQ(std::count(seen.begin(), seen.end(), false), 0);
}

TEST(Recognise, SetsAsideWhatIsNoPerson) {
  const std::vector<std::string> rows = {"DATA PENERIMA BANTUAN||||",
                                         "KABUPATEN CONTOH||||",
                                         "",
                                         "|No|Nama|NIK|Desa",
                                         "|(1)|(2)|(3)|(4)",
                                         "|1|SITI|3299014612820001|SUKAMAJU",
                                         "DUSUN KRAJAN||||",
                                         "|2|BUDI|3299010612820001|SUKAMAJU",
                                         "|No|Nama|NIK|Desa",
                                         "|1|2|3|4",
                                         "|3|ANI|3299014612830001|SUKAMAJU",
                                         "|4|||SUKAMAJU",
                                         "|5|EKO||SUKAMAJU",
                                         "|JUMLAH|4 orang||",
                                         "",
                                         "Keterangan: data sementara||||",
                                         "|||Sukamaju, 12 Januari 2024|",
                                         "|||Kepala Desa|",
                                         "|||SUPARMAN|"};
  const table::Grid grid = grid_of(rows);
  const Result<Recognition> recognition = recognise(grid, {});
  ASSERT_TRUE(recognition);
  EXPECT_EQ(recognition->header_row, 3U);
  EXPECT_EQ(recognition->data_rows, (std::vector<std::uint32_t>{5, 7, 10, 12}));
  expect_conserved(grid, *recognition);
  EXPECT_EQ(skipped(*recognition, SetAside::Title).size(), 3U);
  EXPECT_EQ(skipped(*recognition, SetAside::Header).size(), 4U);
  EXPECT_EQ(skipped(*recognition, SetAside::Total).size(), 5U);
  EXPECT_EQ(recognition->issues.count(IssueCode::HeaderRepeated), 3U);
  EXPECT_EQ(recognition->issues.count(IssueCode::RowTitle), 3U);
}

TEST(Recognise, NeverSetsAPersonAside) {
  const Recognition recognition = recognised({"Nama|NIK|Tanggal Lahir", "JUMLAH|3299014612820001|1982-12-06",
                                              "TOTAL||1982-12-06", "KETERANGAN|3299014612820002|", "SITI||"});
  EXPECT_EQ(recognition.data_rows.size(), 4U);
}

TEST(Recognise, NamesAloneAreAList) {
  const Recognition recognition = recognised({"Nama", "SITI AMINAH", "AN NISA", "SUMBER REJEKI", "BUDI SANTOSO",
                                              "Mengetahui", "Lurah Sukamaju", "NIP. 19700101"});
  EXPECT_EQ(field_of(recognition, "Nama"), "name");
  EXPECT_EQ(recognition.data_rows,
            (std::vector<std::uint32_t>{1, 2, 3, 4, 6})); // a name among names, for all the file knows
}

TEST(Recognise, HeaderInRow13AndColumnB) {
  std::vector<std::string> rows(12, "");
  rows[0] = "|DATA P3KE KABUPATEN CONTOH";
  rows[5] = "|Provinsi : CONTOH";
  rows.push_back("|desa|alamat|id keluarga|desil|nama|nik|JK|hub kel");
  for (int i = 0; i < 5; ++i) {
    rows.push_back("|SUKAMAJU|JL MAWAR|320001|1|SITI|3299014612820001|P|ISTRI");
  }
  const Recognition recognition = recognised(rows);
  EXPECT_EQ(recognition.header_row, 12U);
  EXPECT_EQ(field_of(recognition, "nik"), "nik");
  EXPECT_EQ(field_of(recognition, "hub kel"), "relation");
  EXPECT_EQ(recognition.data_rows.size(), 5U);
}

TEST(Recognise, GroupsOverTheHeader) {
  const std::string row = "1|3299014612820001|SITI|P|JL MAWAR|1|2|SUKAMAJU|Ya|Tidak";
  const Recognition recognition = recognised({"DAFTAR PENERIMA", "No|Identitas|||Alamat||||Bantuan|",
                                              "|NIK|Nama|L/P|Jalan|RT|RW|Desa|PKH|BPNT", row, row, row, row, row});
  EXPECT_EQ(recognition.header_row, 1U);
  EXPECT_EQ(recognition.header_rows, 2U);
  const auto fields = fields_of(recognition);
  EXPECT_EQ(fields.at("Identitas \u2013 NIK"), "nik");
  EXPECT_EQ(fields.at("Identitas \u2013 Nama"), "name");
  EXPECT_EQ(fields.at("Alamat \u2013 RT"), "rt");
  EXPECT_EQ(fields.at("Alamat \u2013 Desa"), "village");
  EXPECT_EQ(fields.at("Bantuan \u2013 PKH"), "programme:pkh");
}

TEST(Recognise, NoHeaderAtAll) {
  std::vector<std::string> rows;
  for (int i = 0; i < 20; ++i) {
    const std::string n = std::to_string(10 + i);
    const std::string day = std::to_string(i % 2 == 0 ? 46 : 12);
    rows.push_back(n + "|SITI " + std::string(1, static_cast<char>('A' + i)) + "YU|329901" + day + "128200" + n +
                   "|3299010101120003|" + (i % 2 == 0 ? "P" : "L") + "|06-12-1982|SUKAMAJU");
  }
  const Recognition recognition = recognised(rows);
  EXPECT_EQ(recognition.header_rows, 0U);
  EXPECT_EQ(recognition.data_rows.size(), 20U);
  EXPECT_EQ(field_of(recognition, "Kolom 2"), "name");
  EXPECT_EQ(field_of(recognition, "Kolom 3"), "nik");
  EXPECT_EQ(field_of(recognition, "Kolom 4"), "kk");
  EXPECT_EQ(field_of(recognition, "Kolom 5"), "sex");
  EXPECT_EQ(field_of(recognition, "Kolom 6"), "birth_date");
  EXPECT_EQ(recognition.columns[2].reason, "content");
}

TEST(Recognise, TheKkColumnMayHoldManyThings) {
  const auto kk_holding = [](const std::string& cell) {
    const std::string row = "SITI AMINAH|3299014612820001|" + cell;
    return field_of(recognised({"Nama|NIK|KK", row, row, row, row, row, row}), "KK");
  };
  EXPECT_EQ(kk_holding("3299010101120001"), "kk");
  EXPECT_EQ(kk_holding("BUDI SANTOSO"), "head_name");
  EXPECT_EQ(kk_holding("4"), "text");
  EXPECT_EQ(kk_holding("Ya"), "text");
  EXPECT_EQ(kk_holding("3.29901E+15"), "kk");
  EXPECT_EQ(kk_holding("329901********01"), "kk");
}

TEST(Recognise, HeadIsAnotherPersonInAListOfMembers) {
  const std::string row = "SITI|BUDI|3299010612820001|3299014612820001|3299010101120001|L";
  const Recognition recognition =
      recognised({"Nama|nama_kk|nik_kk|NIK|no_kk|Jenis Kelamin Kepala Keluarga", row, row, row, row, row});
  EXPECT_EQ(field_of(recognition, "Nama"), "name");
  EXPECT_EQ(field_of(recognition, "nama_kk"), "head_name");
  EXPECT_EQ(field_of(recognition, "nik_kk"), "head_nik");
  EXPECT_EQ(field_of(recognition, "NIK"), "nik");
  EXPECT_EQ(field_of(recognition, "no_kk"), "kk");
  EXPECT_EQ(field_of(recognition, "Jenis Kelamin Kepala Keluarga"), "text");
}

TEST(Recognise, HeadersMayLie) {
  const auto field = [](const std::string& header, const std::string& cell) {
    const std::string row = "SITI AMINAH|" + cell;
    return field_of(recognised({"Nama|" + header, row, row, row, row, row, row}), header);
  };
  EXPECT_EQ(field("Tempat Lahir", "SERANG, 12-05-1970"), "birth_place_date");
  EXPECT_EQ(field("TTL", "12-05-1970"), "birth_date");
  EXPECT_EQ(field("Tanggal Lahir", "1970"), "birth_year");
  EXPECT_EQ(field("Tanggal Lahir", "7 Agustus 1970"), "birth_date");
  EXPECT_EQ(field("RT", "001/002"), "rt_rw");
  EXPECT_EQ(field("RT/RW", "2023-02-01"), "rt_rw");
  EXPECT_EQ(field("NIK", "198203"), "text"); // a staff number is called NIK as well
  EXPECT_EQ(field("PKH", "329901001234"), "programme:pkh") << "one value six times is a mark";
  EXPECT_EQ(field("PKH", "MENERIMA"), "programme:pkh");
  EXPECT_EQ(field("PKH", "-"), "text");
  EXPECT_EQ(field("Desa", "3299011001"), "region_code");
  EXPECT_EQ(field("Kecamatan", "010"), "district_code");
  EXPECT_EQ(field("kode_kec", "SUKASARI"), "district");
  EXPECT_EQ(field("Desil", "6-10"), "decile");
  EXPECT_EQ(field("Desil", "Belum Ada Desl"), "text");
}

TEST(Recognise, CardNumbersAreNoNik) {
  std::vector<std::string> rows = {"Nama|Nomor"};
  for (int i = 0; i < 10; ++i) {
    rows.push_back("SITI|603298000000023" + std::to_string(i));
  }
  EXPECT_EQ(field_of(recognised(rows), "Nomor"), "text");
}

TEST(Recognise, NikUnderAHeaderThatSaysNothing) {
  std::vector<std::string> rows = {"Nama|Kode"};
  for (int i = 0; i < 10; ++i) {
    rows.push_back("SITI|32990146128200" + std::to_string(10 + i));
  }
  const Recognition recognition = recognised(rows);
  EXPECT_EQ(field_of(recognition, "Kode"), "nik");
  EXPECT_LT(recognition.columns[1].confidence, recognition.columns[0].confidence);
}

TEST(Recognise, OneColumnForWhatAPersonHasOneOf) {
  const std::string row = "SITI AMINAH|SITI|3299014612820001|3299014612820002|JL MAWAR|JL LAIN|5";
  const Recognition recognition =
      recognised({"Nama Lengkap|Nama|NIK|No KTP|Alamat|Alamat KTP|Blok", row, row, row, row, row, row});
  EXPECT_EQ(field_of(recognition, "Nama Lengkap"), "name");
  EXPECT_EQ(field_of(recognition, "Nama"), "text");
  EXPECT_EQ(field_of(recognition, "NIK"), "nik");
  EXPECT_EQ(field_of(recognition, "No KTP"), "text");
  EXPECT_EQ(field_of(recognition, "Alamat"), "address");
  EXPECT_EQ(field_of(recognition, "Alamat KTP"), "text");
  EXPECT_EQ(field_of(recognition, "Blok"), "address");
}

TEST(Recognise, SameHeaderTwice) {
  const Recognition recognition = recognised({"Nama|NIK|Nama|", "SITI|3299014612820001|X|y"});
  EXPECT_EQ(recognition.columns[2].header, "Nama (2)");
  EXPECT_EQ(recognition.columns[3].header, "Kolom 4");
  EXPECT_EQ(recognition.issues.count(IssueCode::HeaderDuplicate), 1U);
}

TEST(Recognise, MappingOfTheOfficerDecides) {
  Hints hints;
  hints.mapping =
      std::map<std::string, std::string>{{"kolom a", "name"}, {"KODE X", "id:rahasia"}, {"Lain", "no such field"}};
  const Recognition recognition = recognised({"Kolom_A|kode x|NIK|Lain", "SITI|77|3299014612820001|z"}, hints);
  EXPECT_EQ(field_of(recognition, "Kolom_A"), "name");
  EXPECT_EQ(field_of(recognition, "kode x"), "id:rahasia");
  EXPECT_EQ(field_of(recognition, "NIK"), "text");
  EXPECT_EQ(field_of(recognition, "Lain"), "text");
  EXPECT_EQ(recognition.columns[0].reason, "mapping");
}

TEST(Recognise, HeaderLineOfTheOfficerDecides) {
  Hints hints;
  hints.header_row = 2;
  const Recognition recognition =
      recognised({"Nama|NIK|Desa", "Nama anak|NIK anak|Desa", "DIAN|3299014612180001|SUKAMAJU"}, hints);
  EXPECT_EQ(recognition.header_row, 1U);
  EXPECT_EQ(recognition.columns[0].header, "Nama anak");
}

TEST(Recognise, SaysWhyItCannot) {
  const auto error = [](const std::vector<std::string>& rows) { return recognise(grid_of(rows), {}).error().code; };
  EXPECT_EQ(error({"Nama|NIK"}), ErrorCode::FileHeaderOnly);
  EXPECT_EQ(error({"Judul|", "Nama|NIK", "|", " |"}), ErrorCode::FileHeaderOnly);
  EXPECT_EQ(error({"tahun|nilai|satuan", "2020|12|kg", "2021|13|kg", "2022|14|kg"}), ErrorCode::FileNoKnownColumn);
  EXPECT_EQ(error({"Terlampir data. Terima kasih."}), ErrorCode::FileNoKnownColumn) << "a letter";
  EXPECT_EQ(recognise(table::Grid{}, {}).error().code, ErrorCode::FileEmpty);
}

} // namespace
} // namespace padan::ingest
