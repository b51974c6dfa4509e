// Further forms of the lists in layouts_test.cpp, as officers receive them; and every spelling of a header that is known to occur.

#include <gtest/gtest.h>

#include "../../../core/src/ingest/header_words.hpp"
#include "grids.hpp"

namespace padan::ingest {
namespace {

using Fields = std::map<std::string, std::string>;

// The same row a few times, so that the cells count as evidence.
Recognition read(const std::string& headers, const std::string& row) {
  return recognised({headers, row, row, row, row, row, row});
}

void expect(const std::string& layout, const std::string& headers, const std::string& row, const Fields& fields) {
  const Recognition recognition = read(headers, row);
  EXPECT_EQ(recognition.layout, layout) << headers;
  EXPECT_EQ(fields_of(recognition), fields) << headers;
  EXPECT_EQ(recognition.data_rows.size(), 6U) << headers;
}

TEST(Variants, P3keIndividualOf2023) {
  expect("p3ke_individu",
         "ID Keluarga P3KE|Provinsi|Kabupaten/Kota|Kecamatan|Desa/Kelurahan|Kode Kemdagri|Desil Kesejahteraan|"
         "Persentil|Alamat|ID Individu|Nama|NIK|Padan Dukcapil|Jenis Kelamin|Hubungan dengan Kepala Keluarga|Tanggal "
         "Lahir|Status Kawin|Pekerjaan|Status Pekerjaan|Pendidikan|Usia 2023|Kelompok Usia 2023|Penerima "
         "Prakerja|Penerima KUR|Resiko Stunting|Prioritas Verval|Dimutakhirkan Tahun",
         "320000324|JAWA BARAT|KAB. CONTOH|SUKASARI|SUKAMAJU|3299011001|1|7|JL MAWAR 1|0900002345|SITI AMINAH|"
         "3299014612420001|PADAN|PEREMPUAN|ISTRI/SUAMI|1942-12-06|CERAI MATI|PETANI|PEKERJA LEPAS|SD|81|60+|Tidak|"
         "Tidak|BUKAN TARGET SASARAN|NORMAL|2023",
         {{"ID Keluarga P3KE", "id:p3ke_keluarga"},
          {"Provinsi", "province"},
          {"Kabupaten/Kota", "regency"},
          {"Kecamatan", "district"},
          {"Desa/Kelurahan", "village"},
          {"Kode Kemdagri", "region_code"},
          {"Desil Kesejahteraan", "decile"},
          {"Alamat", "address"},
          {"ID Individu", "id:p3ke_individu"},
          {"Nama", "name"},
          {"NIK", "nik"},
          {"Padan Dukcapil", "civil_match"},
          {"Jenis Kelamin", "sex"},
          {"Hubungan dengan Kepala Keluarga", "relation"},
          {"Tanggal Lahir", "birth_date"},
          {"Pekerjaan", "occupation"},
          {"Penerima Prakerja", "programme:prakerja"},
          {"Penerima KUR", "programme:kur"}});
}

TEST(Variants, P3keInOtherOrderWithItsVerification) {
  expect("p3ke_individu",
         "Tahun Input|Desil Kesejahteraan|ID Keluarga P3KE|Kode Kemendagri|ID Individu|NIK|Nama Lengkap|Jenis "
         "Kelamin|Kepesertaan DTKS|Verifikasi Lapangan|Status Bantuan",
         "2023|1|320000324|3299011001|0900002345|3299014612420001|SITI AMINAH|P|TERDAFTAR|SUDAH|BELUM",
         {{"Desil Kesejahteraan", "decile"},
          {"ID Keluarga P3KE", "id:p3ke_keluarga"},
          {"Kode Kemendagri", "region_code"},
          {"ID Individu", "id:p3ke_individu"},
          {"NIK", "nik"},
          {"Nama Lengkap", "name"},
          {"Jenis Kelamin", "sex"}});
}

TEST(Variants, P3keAfterTheVillageMeeting) {
  expect("p3ke_individu",
         "desa|alamat|id keluarga p3ke|desil|nama|nik|JK|hub|perbaikan_nik|verifikasi|foto|ketetapan_musdes",
         "SUKAMAJU|JL MAWAR|320000324|1|SITI AMINAH|3299014612420001|P|ISTRI/SUAMI||ya|x.jpg|Ya",
         {{"desa", "village"},
          {"alamat", "address"},
          {"id keluarga p3ke", "id:p3ke_keluarga"},
          {"desil", "decile"},
          {"nama", "name"},
          {"nik", "nik"},
          {"JK", "sex"},
          {"hub", "relation"}});
}

TEST(Variants, DtsenFamiliesInCodes) {
  expect("dtsen",
         "kode_provinsi|provinsi|kode_kabupaten_kota|kabupaten_kota|kode_kecamatan|kecamatan|kode_kelurahan_desa|"
         "kelurahan_desa|alamat|nomor_kartu_keluarga|jumlah_anggota_keluarga|nama_anggota_keluarga|desil_nasional|"
         "pbi_nas|pbi_pemda|id_pelanggan_pln|status_kepemilikan_rumah|jenis_lantai_terluas|kepemilikan_aset|desil_"
         "provinsi|desil_kabupaten_kota",
         "32|JAWA BARAT|3299|KAB. CONTOH|3299010|SUKASARI|3299010001|SUKAMAJU|JL MAWAR|3299010101120001|4|BUDI "
         "SANTOSO|1|1|2|538812345678|1|3|2|1|1",
         {{"kode_provinsi", "province_code"},
          {"provinsi", "province"},
          {"kode_kabupaten_kota", "regency_code"},
          {"kabupaten_kota", "regency"},
          {"kode_kecamatan", "district_code"},
          {"kecamatan", "district"},
          {"kode_kelurahan_desa", "region_code"},
          {"kelurahan_desa", "village"},
          {"alamat", "address"},
          {"nomor_kartu_keluarga", "kk"},
          {"nama_anggota_keluarga", "name"},
          {"desil_nasional", "decile"},
          {"pbi_nas", "programme:pbi_apbn"},
          {"pbi_pemda", "programme:pbi_apbd"}});
}

TEST(Variants, DtsenOfV3WithItsFlags) {
  expect("dtsen",
         "id_keluarga|nama_kepala_keluarga|nik|no_kk|desil_nasional|is_gc_kemensos|is_pbi_se|is_siks_ng|kelurahan|"
         "kecamatan",
         "98765432101|BUDI SANTOSO|3299010612820001|3299010101120001|2|1|0|1|SUKAMAJU|SUKASARI",
         {{"id_keluarga", "id:dtsen_keluarga"},
          {"nama_kepala_keluarga", "name"},
          {"nik", "nik"},
          {"no_kk", "kk"},
          {"desil_nasional", "decile"},
          {"kelurahan", "village"},
          {"kecamatan", "district"}});
}

TEST(Variants, PbiOfAnotherProgram) {
  expect("pbi",
         "id_dtks|dusun_id|rts_id|rws_id|alamat|noka_bpjs|psnoka_bpjs|nama|tanggal_lahir|tempat_lahir|jenis_kelamin|"
         "nik|kk|status_hubungan|nama_ibu|status",
         "ART1|KRAJAN|001|002|JL MAWAR|0000100079794|0000100079795|SITI AMINAH|1982-12-06|CONTOH|P|3299014612820001|"
         "3299010101120001|ISTRI|SAIDAH|AKTIF",
         {{"id_dtks", "id:dtks"},
          {"dusun_id", "hamlet"},
          {"rts_id", "rt"},
          {"rws_id", "rw"},
          {"alamat", "address"},
          {"psnoka_bpjs", "id:bpjs"},
          {"nama", "name"},
          {"tanggal_lahir", "birth_date"},
          {"tempat_lahir", "birth_place"},
          {"jenis_kelamin", "sex"},
          {"nik", "nik"},
          {"kk", "kk"},
          {"status_hubungan", "relation"},
          {"nama_ibu", "mother_name"}});
}

TEST(Variants, ResidentsOfAVillageProgram) {
  const Recognition recognition =
      read("Nomor KK|NIK|Nama|Alamat|Dusun|RW|RT|Jenis Kelamin|Tempat Lahir|Tanggal Lahir|Nama Ayah|NIK Ayah|Nama "
           "Ibu|NIK Ibu",
           "3299010101120001|3299014612820001|SITI AMINAH|JL MAWAR|KRAJAN|002|001|PEREMPUAN|CONTOH|06-12-1982|AMIR|"
           "3299011512500001|SAIDAH|3299015512550001");
  EXPECT_EQ(fields_of(recognition), (Fields{{"Nomor KK", "kk"},
                                            {"NIK", "nik"},
                                            {"Nama", "name"},
                                            {"Alamat", "address"},
                                            {"Dusun", "hamlet"},
                                            {"RW", "rw"},
                                            {"RT", "rt"},
                                            {"Jenis Kelamin", "sex"},
                                            {"Tempat Lahir", "birth_place"},
                                            {"Tanggal Lahir", "birth_date"},
                                            {"Nama Ayah", "father_name"},
                                            {"NIK Ayah", "father_nik"},
                                            {"Nama Ibu", "mother_name"},
                                            {"NIK Ibu", "mother_nik"}}));
}

TEST(Variants, ToddlersWithTheirMothers) {
  expect("stunting",
         "No|NIK|Nama Balita|JK|Tgl Lahir|Nama Ibu|NIK Ibu|Nama Ortu|Desa/Kel|Posyandu|Tanggal Pengukuran|Berat|Tinggi|"
         "TB/U|ZS TB/U",
         "1|3299014612200001|DIAN|P|2020-12-06|SITI AMINAH|3299014612820001|BUDI|SUKAMAJU|Melati 4|2023-09-03|15,2|"
         "101,3|Pendek|-2,4",
         {{"NIK", "nik"},
          {"Nama Balita", "name"},
          {"JK", "sex"},
          {"Tgl Lahir", "birth_date"},
          {"Nama Ibu", "mother_name"},
          {"NIK Ibu", "mother_nik"},
          {"Nama Ortu", "parent_name"},
          {"Desa/Kel", "village"},
          {"Tanggal Pengukuran", "measured_on"},
          {"TB/U", "stunting"}});
}

TEST(Variants, ToddlersWhoseHeaderSaysChild) {
  expect("stunting",
         "No|Nama Anak|NIK Anak|Tgl Lahir Anak|Nama Ortu|NIK Ortu|Desa/Kel|Posyandu|Tanggal Pengukuran|BB/U|TB/U",
         "1|DIAN|3299014612200001|2020-12-06|SITI AMINAH|3299014612820001|SUKAMAJU|Melati 4|2023-09-03|Normal|Pendek",
         {{"Nama Anak", "name"},
          {"NIK Anak", "nik"},
          {"Tgl Lahir Anak", "birth_date"},
          {"Nama Ortu", "parent_name"},
          {"NIK Ortu", "parent_nik"},
          {"Desa/Kel", "village"},
          {"Tanggal Pengukuran", "measured_on"},
          {"TB/U", "stunting"}});
}

TEST(Variants, PupilsWithGuardians) {
  const std::string pupil = "1|DIAN SANTOSO|P|0070000141|2012-12-06|3299014612120001|BUDI SANTOSO|1980|"
                            "3299010612800001|SITI AMINAH|1982|3299014612820001|AMIR|1950|3299011512500001|Ya";
  const Recognition recognition = recognised(
      {"No|Nama|JK|NISN|Tanggal Lahir|NIK|Data Ayah|||Data Ibu|||Data Wali|||Layak PIP (usulan dari sekolah)",
       "||||||Nama|Tahun Lahir|NIK|Nama|Tahun Lahir|NIK|Nama|Tahun Lahir|NIK|", pupil, pupil, pupil, pupil});
  EXPECT_EQ(recognition.layout, "pip");
  EXPECT_EQ(fields_of(recognition), (Fields{{"Nama", "name"},
                                            {"JK", "sex"},
                                            {"NISN", "id:nisn"},
                                            {"Tanggal Lahir", "birth_date"},
                                            {"NIK", "nik"},
                                            {"Data Ayah \u2013 Nama", "father_name"},
                                            {"Data Ayah \u2013 Tahun Lahir", "father_birth_year"},
                                            {"Data Ayah \u2013 NIK", "father_nik"},
                                            {"Data Ibu \u2013 Nama", "mother_name"},
                                            {"Data Ibu \u2013 Tahun Lahir", "mother_birth_year"},
                                            {"Data Ibu \u2013 NIK", "mother_nik"},
                                            {"Data Wali \u2013 Nama", "guardian_name"},
                                            {"Data Wali \u2013 Tahun Lahir", "guardian_birth_year"},
                                            {"Data Wali \u2013 NIK", "guardian_nik"}}));
}

TEST(Variants, VillageCashAid) {
  const Recognition recognition = read("No|Nama KPM|NIK|No KK|Alamat|RT/RW|Dusun|Nominal|Keterangan Kriteria",
                                       "1|SITI AMINAH|3299014612820001|3299010101120001|JL MAWAR|001/002|KRAJAN|"
                                       "300000|Sakit menahun");
  EXPECT_EQ(fields_of(recognition), (Fields{{"Nama KPM", "name"},
                                            {"NIK", "nik"},
                                            {"No KK", "kk"},
                                            {"Alamat", "address"},
                                            {"RT/RW", "rt_rw"},
                                            {"Dusun", "hamlet"}}));
  EXPECT_EQ(recognition.kind, "recipients");
}

TEST(Variants, SocialProblemsWithAParent) {
  expect("general", "nik|kk|nama|rt_rw|kelurahan|nama_ortu|pengobatan",
         "3299014612820001|3299010101120001|SITI AMINAH|001/002|SUKAMAJU|SAIDAH|RUTIN",
         {{"nik", "nik"},
          {"kk", "kk"},
          {"nama", "name"},
          {"rt_rw", "rt_rw"},
          {"kelurahan", "village"},
          {"nama_ortu", "parent_name"}});
}

TEST(Variants, ACityVerificationWithoutNames) {
  const Recognition recognition =
      read("no_keluarga|nik|jumlah_indikator|kecamatan|kelurahan|ind_1|ind_2|jenis_kelamin|status_kawin|umur|bantuan_"
           "sembako|bantuan_pkh|bantuan_pemda|jenis_disabilitas|status_keluarga",
           "3299010101120001|3299014612820001|3|SUKASARI|SUKAMAJU|Memenuhi Kriteria|Tidak|P|KAWIN|41|Ya|Tidak|Tidak|"
           "TIDAK ADA|1");
  const Fields fields = fields_of(recognition);
  EXPECT_EQ(fields.at("no_keluarga"), "kk");
  EXPECT_EQ(fields.at("nik"), "nik");
  EXPECT_EQ(fields.at("bantuan_pkh"), "programme:pkh");
  EXPECT_EQ(fields.at("bantuan_sembako"), "programme:sembako");
  EXPECT_EQ(fields.at("bantuan_pemda"), "programme:bantuan_pemda");
  EXPECT_EQ(fields.at("jenis_disabilitas"), "disability");
  EXPECT_EQ(fields.at("umur"), "age");
}

// Concept by concept, all the spellings that real lists were seen to use.
TEST(Variants, KnownSpellings) {
  const std::map<std::string, std::vector<const char*>> spellings{
      {"nik",
       {"nik", "NIK", "no nik", "nomor_nik", "nik_ktp", "NIK KTP", "no_ktp", "nomor_ktp", "NOKTP",
        "nomor_induk_kependudukan", "id_penduduk", "r101"}},
      {"head_nik", {"NIK Kepala Keluarga", "nik_kk"}},
      {"spouse_nik", {"nik_pkk"}},
      {"child_nik", {"nik_anak"}},
      {"mother_nik", {"NIK_IBU"}},
      {"father_nik", {"NIK_AYAH"}},
      {"text", {"perbaikan_nik"}},
      {"kk",
       {"kk", "KK", "nokk", "NOKK", "no_kk", "NO_KK", "NO.KK", "No. KK", "No KK", "Nomor KK", "nomor_kk",
        "nomor_kartu_keluarga", "no_kartu_keluarga", "id_kk", "NO KEL", "r114"}},
      {"name",
       {"nama", "Nama", "NAMA_LGKP", "nama_lengkap", "Nama Lengkap", "nama_penerima", "NAMA PENERIMA", "nama_subjek",
        "nama_warga", "nama_penduduk", "nama_art", "nama_mustahik"}},
      {"head_name", {"nama_kk", "Kepala Keluarga", "nama_krt", "nama_kepala_keluarga", "Nama Kepala Keluarga"}},
      {"alias", {"NMCETAK", "Nama di KIP"}},
      {"child_name", {"nama_anak"}},
      {"birth_date", {"tanggal_lahir", "tgl_lahir", "TGL_LHR", "TGLLHR", "tgl_lhr", "Tgl Lahir", "Tanggal Lahir"}},
      {"birth_year", {"Tahun Lahir"}},
      {"birth_place_date", {"TTL", "Tempat Tgl Lahir", "TEMPAT TGL LAHIR"}},
      {"birth_place", {"tempat_lahir", "TMPT_LHR", "TMPLHR"}},
      {"sex", {"jenis_kelamin", "JENIS_KLMIN", "JENKEL", "jk", "JK", "kelamin", "L/P"}},
      {"relation",
       {"hub_keluarga", "hub_kel", "shdk", "SHDK", "SHDRT", "STAT_HBKEL", "hubungan_keluarga",
        "Hubungan dengan Kepala Keluarga", "hub_kepala_keluarga", "status_hubungan_keluarga", "KDHUBKEL",
        "Hubkel dgn KRT/KK"}},
      {"mother_name", {"nama_ibu_kandung", "nama_ibu", "NAMA_LGKP_IBU", "Nama Ibu"}},
      {"parent_name", {"Nama Ortu"}},
      {"province", {"Provinsi", "nama_prop", "PROP_NAME", "NM PROV", "Prov"}},
      {"regency", {"Kabupaten/Kota", "kabupatenkota", "kabkot", "nama_kab", "KAB_NAME", "NM KAB", "kota"}},
      {"district", {"Kecamatan", "nama_kec", "KEC_NAME", "NM KEC", "Kec", "district"}},
      {"village",
       {"Desa/Kelurahan", "desa_kelurahan", "desakeluarahan", "kelurahan", "nama_kel", "KEL_NAME", "NMKEL", "NM KEL",
        "Desa/Kel", "DESA"}},
      {"region_code",
       {"Kode Kemdagri", "Kode Kemendagri", "kode_wilayah", "id_wilayah", "kd_kemdagri", "kd_kel", "kode_kel",
        "kode_kelurahan_desa", "id_desa", "bps_full_code"}},
      {"rt", {"rt", "RT", "NO_RT", "no_rt", "nama_rt", "rt_ktp"}},
      {"rw", {"rw", "RW", "NO_RW", "no_rw", "nama_rw"}},
      {"rt_rw", {"rt_rw", "RT/RW"}},
      {"hamlet", {"dusun", "DUSUN", "Nama Dusun", "lingkungan", "dukuh", "banjar", "jorong"}},
      {"decile",
       {"desil", "Desil", "Desil Kesejahteraan", "desil_nasional", "desil_kesejahteraan", "desil_ekonomi",
        "kategori_desil", "desil_dtsen", "desil_p3ke", "KETERANGAN DESIL"}},
      {"civil_match",
       {"Padan Dukcapil", "padan capil", "keterangan_padan", "NIK Padan Kemdagri", "padankan_at", "Status NIK"}},
      {"id:dtks", {"ID_DTKS", "id_dtks", "iddtks"}},
      {"id:idsemesta", {"IDSEMESTA", "idsemesta"}},
      {"id:bdt", {"IDBDT"}},
      {"id:bdt_art", {"IDARTBDT"}},
      {"id:bpjs", {"noka_bpjs", "psnoka_bpjs", "PSNOKA", "NOKA"}},
      {"id:nisn", {"NISN"}},
      {"id:mustahik", {"no_mustahik"}},
      {"programme:pkh", {"PKH", "Penerima PKH", "bansos_pkh"}},
      {"programme:pbi_apbn", {"pbi_nas", "pbi_apbn"}},
      {"programme:pbi_apbd", {"pbi_pemda", "pbi_apbd", "pbi_daerah"}},
      {"programme:blt_dd", {"BLT-DD"}},
      {"programme:rtlh", {"RTLH", "RUTILAHU"}},
      {"vital_status",
       {"STAT_HIDUP", "masih_hidup_label", "keterangan_meninggal", "is_nonaktif", "deleted_label", "KDSTATUSPST"}}};
  for (const auto& [field, headers] : spellings) {
    for (const char* header : headers) {
      const std::optional<Meaning> meaning = header_meaning(header);
      ASSERT_TRUE(meaning) << header;
      EXPECT_EQ(to_text(meaning->field), field) << header;
    }
  }
}

} // namespace
} // namespace padan::ingest
