// Every list of the field: its headers as agencies write them, one made-up row, and what must come out.

#include <gtest/gtest.h>

#include "grids.hpp"

namespace padan::ingest {
namespace {

using Fields = std::map<std::string, std::string>;

struct Case {
  const char* layout;
  const char* headers;
  const char* row;
  Fields fields; // all that is not text
};

// The same row a few times, so that the cells count as evidence.
Recognition read(const Case& list) {
  const std::vector<std::string> rows = {list.headers, list.row, list.row, list.row, list.row, list.row, list.row};
  return recognised(rows);
}

void expect(const Case& list) {
  const Recognition recognition = read(list);
  EXPECT_EQ(recognition.layout, list.layout) << list.headers;
  EXPECT_EQ(fields_of(recognition), list.fields) << list.headers;
  EXPECT_EQ(recognition.data_rows.size(), 6U) << list.headers;
}

TEST(Layouts, P3keIndividual) {
  expect({"p3ke_individu",
          "No|ID Keluarga P3KE|Provinsi|Kabupaten/Kota|Kecamatan|Desa/Kelurahan|Kode Kemdagri|Desil "
          "Kesejahteraan|Alamat|ID Individu|Nama|NIK|"
          "Padan Dukcapil|Jenis Kelamin|Hubungan dengan Kepala Keluarga|Tanggal Lahir|Status "
          "Kawin|Pekerjaan|Pendidikan|Usia < 7 Tahun|Usia 7-12|"
          "Penerima BPNT|Penerima BPUM|Penerima BST|Penerima PKH|Penerima SEMBAKO|Resiko Stunting",
          "1|320000324|JAWA BARAT|KAB. CONTOH|SUKASARI|SUKAMAJU|3299011001|1|JL MAWAR 1|0900002345|SITI "
          "AMINAH|3299014612420001|PADAN|PEREMPUAN|"
          "KEPALA KELUARGA|1942-12-06|CERAI MATI|PETANI|SD|Tidak|Tidak|Ya|Tidak|Tidak|Ya|Tidak|BUKAN TARGET SASARAN",
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
           {"Penerima BPNT", "programme:bpnt"},
           {"Penerima BPUM", "programme:bpum"},
           {"Penerima BST", "programme:bst"},
           {"Penerima PKH", "programme:pkh"},
           {"Penerima SEMBAKO", "programme:sembako"}}});
}

TEST(Layouts, P3keFamilyIsAListOfHeads) {
  expect({"p3ke_keluarga",
          "No|ID Keluarga P3KE|Kabupaten/Kota|Desa/Kelurahan|Kode Kemdagri|Desil Kesejahteraan|Alamat|Kepala "
          "Keluarga|NIK|Padan Dukcapil|"
          "Jenis Kelamin|Tanggal Lahir|Pekerjaan|Kepemilikan Rumah|Jenis Atap|Penerima PKH|Resiko Stunting",
          "1|320000324|KAB. CONTOH|SUKAMAJU|3299011001|1|JL MAWAR 1|BUDI "
          "SANTOSO|3299010612420001|PADAN|LAKI-LAKI|1942-12-06|PETANI|"
          "MILIK SENDIRI|GENTENG|Ya|BERESIKO STUNTING",
          {{"ID Keluarga P3KE", "id:p3ke_keluarga"},
           {"Kabupaten/Kota", "regency"},
           {"Desa/Kelurahan", "village"},
           {"Kode Kemdagri", "region_code"},
           {"Desil Kesejahteraan", "decile"},
           {"Alamat", "address"},
           {"Kepala Keluarga", "name"},
           {"NIK", "nik"},
           {"Padan Dukcapil", "civil_match"},
           {"Jenis Kelamin", "sex"},
           {"Tanggal Lahir", "birth_date"},
           {"Pekerjaan", "occupation"},
           {"Penerima PKH", "programme:pkh"}}});
}

TEST(Layouts, P3keFamily2023NamesTheHeadInEveryHeader) {
  expect({"p3ke_keluarga",
          "ID Keluarga P3KE|Nama Kepala Keluarga|NIK Kepala Keluarga|NIK Kepala Keluarga Padan Kemdagri|Jenis Kelamin "
          "Kepala Keluarga|"
          "Tanggal Lahir Kepala Keluarga|Status Kawin Kepala Keluarga|Pekerjaan Kepala Keluarga|Kepemilikan "
          "Rumah|Resiko Stunting|Penerima KUR",
          "320000324|BUDI SANTOSO|3299010612420001|YA|LAKI-LAKI|1942-12-06|KAWIN|PETANI|MILIK SENDIRI|TIDAK BERESIKO "
          "STUNTING|Tidak",
          {{"ID Keluarga P3KE", "id:p3ke_keluarga"},
           {"Nama Kepala Keluarga", "name"},
           {"NIK Kepala Keluarga", "nik"},
           {"NIK Kepala Keluarga Padan Kemdagri", "civil_match"},
           {"Jenis Kelamin Kepala Keluarga", "sex"},
           {"Tanggal Lahir Kepala Keluarga", "birth_date"},
           {"Pekerjaan Kepala Keluarga", "occupation"},
           {"Penerima KUR", "programme:kur"}}});
}

TEST(Layouts, P3keCandidates) {
  expect({"p3ke_individu",
          "id_kpm|nik_kk|nik_pkk|nama_kk|nama_pkk|nama_anak|nik_anak|alamat|nama_rt|nama_rw|desa_kelurahan|kecamatan|"
          "kabkot|sumber|desil_p3ke|perbaikan_nik",
          "7|3299010612820001|3299015612830001|BUDI SANTOSO|ANI WATI|DIAN SANTOSO|3299010612180001|JL "
          "MAWAR|001|002|SUKAMAJU|SUKASARI|KAB. CONTOH|DESA|2|",
          {{"nik_kk", "nik"},
           {"nama_kk", "name"},
           {"nama_pkk", "spouse_name"},
           {"nik_pkk", "spouse_nik"},
           {"nama_anak", "child_name"},
           {"nik_anak", "child_nik"},
           {"alamat", "address"},
           {"nama_rt", "rt"},
           {"nama_rw", "rw"},
           {"desa_kelurahan", "village"},
           {"kecamatan", "district"},
           {"kabkot", "regency"},
           {"desil_p3ke", "decile"}}});
}

TEST(Layouts, ChildrenUnderTheirHeads) {
  expect({"general",
          "nama_kk|nik_kk|nama_anak|nik_anak|desa",
          "BUDI SANTOSO|3299010612820001|DIAN SANTOSO|3299010612180001|SUKAMAJU",
          {{"nik_kk", "head_nik"},
           {"nama_kk", "head_name"},
           {"nama_anak", "name"},
           {"nik_anak", "nik"},
           {"desa", "village"}}});
}

TEST(Layouts, HusbandsAndWives) {
  expect({"general",
          "No|Nama|NIK|Nama Istri|NIK Istri|Tanggal Lahir Istri|Nama Anak|Desa",
          "1|BUDI SANTOSO|3299010612820001|ANI WATI|3299015612830001|16-12-1983|DIAN|SUKAMAJU",
          {{"Nama", "name"},
           {"NIK", "nik"},
           {"Nama Istri", "spouse_name"},
           {"NIK Istri", "spouse_nik"},
           {"Tanggal Lahir Istri", "spouse_birth_date"},
           {"Nama Anak", "child_name"},
           {"Desa", "village"}}});
}

TEST(Layouts, DtksOfSiksNg) {
  expect({"dtks",
          "provinsi|kabupaten|kecamatan|desa_kelurahan|prop_capil|rt|rw|id_kec|id_desa|ATENSI|Alamat|BLT|BLT_BBM|BNPT_"
          "PPKM|BPNT|BST|FIRST_SK|NIK|NOKK|Nama|"
          "PBI|PENA|PKH|RUTILAHU|SEMBAKO_ADAPTIF|YAPI|deleted_label|idsemesta|keterangan_disabilitas|masih_hidup_label|"
          "padankan_at|periode_pkh|verifyid",
          "JAWA BARAT|KAB. CONTOH|SUKASARI|SUKAMAJU|JAWA BARAT|001|002|329901|3299011001|TIDAK|JL "
          "MAWAR|TIDAK|YA|TIDAK|YA|YA|2021-01-01|3299014612820001|"
          "3299010101120001|SITI AMINAH|YA|TIDAK|YA|TIDAK|TIDAK|TIDAK|AKTIF|55501234|TIDAK ADA|HIDUP|2022-01-05 "
          "10:00:00|JAN 2023|abc",
          {{"provinsi", "province"},
           {"kabupaten", "regency"},
           {"kecamatan", "district"},
           {"desa_kelurahan", "village"},
           {"rt", "rt"},
           {"rw", "rw"},
           {"id_kec", "district_code"},
           {"id_desa", "region_code"},
           {"ATENSI", "programme:atensi"},
           {"Alamat", "address"},
           {"BLT", "programme:blt"},
           {"BLT_BBM", "programme:blt_bbm"},
           {"BNPT_PPKM", "programme:bpnt_ppkm"},
           {"BPNT", "programme:bpnt"},
           {"BST", "programme:bst"},
           {"NIK", "nik"},
           {"NOKK", "kk"},
           {"Nama", "name"},
           {"PBI", "programme:pbi"},
           {"PENA", "programme:pena"},
           {"PKH", "programme:pkh"},
           {"RUTILAHU", "programme:rtlh"},
           {"SEMBAKO_ADAPTIF", "programme:sembako_adaptif"},
           {"YAPI", "programme:yapi"},
           {"idsemesta", "id:idsemesta"},
           {"keterangan_disabilitas", "disability"},
           {"masih_hidup_label", "vital_status"},
           {"padankan_at", "civil_match"}}});
}

TEST(Layouts, DtksAsWorkbook) {
  expect({"dtks",
          "id_dtks|provinsi|kabupatenkota|kecamatan|desakeluarahan|alamat|dusun|rt|rw|nomor_kk|nomor_nik|nama|tanggal_"
          "lahir|tempat_lahir|jenis_kelamin|"
          "nama_ibu_kandung|hubungan_keluarga|keterangan_padan|bansos_bpnt|bansos_pkh|bansos_bpnt_ppkm|pbi_jkn",
          "ART18654406745|JAWA BARAT|CONTOH|SUKASARI|SUKAMAJU|JL "
          "MAWAR|KRAJAN|004|002|3299011211180001|3299014612820001|SITI AMINAH|1982-12-06|CONTOH|P|"
          "SAIDAH|ISTRI|PADAN|tidak|ya|tidak|ya",
          {{"id_dtks", "id:dtks"},
           {"provinsi", "province"},
           {"kabupatenkota", "regency"},
           {"kecamatan", "district"},
           {"desakeluarahan", "village"},
           {"alamat", "address"},
           {"dusun", "hamlet"},
           {"rt", "rt"},
           {"rw", "rw"},
           {"nomor_kk", "kk"},
           {"nomor_nik", "nik"},
           {"nama", "name"},
           {"tanggal_lahir", "birth_date"},
           {"tempat_lahir", "birth_place"},
           {"jenis_kelamin", "sex"},
           {"nama_ibu_kandung", "mother_name"},
           {"hubungan_keluarga", "relation"},
           {"keterangan_padan", "civil_match"},
           {"bansos_bpnt", "programme:bpnt"},
           {"bansos_pkh", "programme:pkh"},
           {"bansos_bpnt_ppkm", "programme:bpnt_ppkm"},
           {"pbi_jkn", "programme:pbi"}}});
}

TEST(Layouts, OldDatabaseOfHouseholds) {
  expect({"dtks",
          "IDBDT|IDARTBDT|id_prelist|nama_krt|nama_art|Hubkel dgn KRT/KK|No Peserta PKH|luas_lantai_bangunan|jml_sapi",
          "3299001|32990010|12|BUDI SANTOSO|SITI AMINAH|2|329901001234|36|0",
          {{"IDBDT", "id:bdt"},
           {"IDARTBDT", "id:bdt_art"},
           {"nama_krt", "head_name"},
           {"nama_art", "name"},
           {"Hubkel dgn KRT/KK", "relation"},
           {"No Peserta PKH", "id:pkh"}}});
}

TEST(Layouts, DtsenFamilies) {
  expect({"dtsen",
          "alamat|desil_nasional|id_keluarga|id_wilayah|nama_kepala_keluarga|no_kk|peringkat_nasional|percentile_"
          "nasional|kabupaten|kecamatan|kelurahan|rt|rw|nik|provinsi",
          "JL MAWAR|1|98765432101|3299011001|BUDI SANTOSO|3299010101120001|1234567|3|KAB. "
          "CONTOH|SUKASARI|SUKAMAJU|1|2|3299010612820001|JAWA BARAT",
          {{"alamat", "address"},
           {"desil_nasional", "decile"},
           {"id_keluarga", "id:dtsen_keluarga"},
           {"id_wilayah", "region_code"},
           {"nama_kepala_keluarga", "name"},
           {"no_kk", "kk"},
           {"kabupaten", "regency"},
           {"kecamatan", "district"},
           {"kelurahan", "village"},
           {"rt", "rt"},
           {"rw", "rw"},
           {"nik", "nik"},
           {"provinsi", "province"}}});
}

TEST(Layouts, DtsenMembers) {
  expect({"dtsen",
          "hub_kepala_keluarga|id_keluarga|idsemesta|nama|nik|no_kk|pekerjaan_utama",
          "ISTRI|98765432101|55501234|SITI AMINAH|3299014612820001|3299010101120001|PETANI",
          {{"hub_kepala_keluarga", "relation"},
           {"id_keluarga", "id:dtsen_keluarga"},
           {"idsemesta", "id:idsemesta"},
           {"nama", "name"},
           {"nik", "nik"},
           {"no_kk", "kk"},
           {"pekerjaan_utama", "occupation"}}});
}

TEST(Layouts, DtsenIndividualsInCodes) {
  expect({"dtsen",
          "nomor_induk_kependudukan|nomor_kartu_keluarga|nama|tanggal_lahir|umur|jenis_kelamin|status_hubungan_"
          "keluarga|pbi_nas|pbi_pemda|id_pelanggan_pln|"
          "status_kawin|status_bekerja|penglihatan|penyakit_kronis|kode_provinsi_ktp|kelurahan_desa_ktp|rt_ktp|rw_ktp|"
          "dusun_ktp|alamat_ktp|pekerjaan_ktp",
          "3299014612820001|3299010101120001|SITI "
          "AMINAH|1982-12-06|43|2|3|1|2|538812345678|2|1|5|99|32|SUKAMAJU|1|2|KRAJAN|JL MAWAR|PETANI",
          {{"nomor_induk_kependudukan", "nik"},
           {"nomor_kartu_keluarga", "kk"},
           {"nama", "name"},
           {"tanggal_lahir", "birth_date"},
           {"umur", "age"},
           {"jenis_kelamin", "sex"},
           {"status_hubungan_keluarga", "relation"},
           {"pbi_nas", "programme:pbi_apbn"},
           {"pbi_pemda", "programme:pbi_apbd"},
           {"penyakit_kronis", "chronic_illness"},
           {"kode_provinsi_ktp", "province_code"},
           {"kelurahan_desa_ktp", "village"},
           {"rt_ktp", "rt"},
           {"rw_ktp", "rw"},
           {"dusun_ktp", "hamlet"},
           {"alamat_ktp", "address"},
           {"pekerjaan_ktp", "occupation"}}});
}

TEST(Layouts, PbiOfDinsos) {
  expect({"pbi",
          "id|iddtks|provinsi|kota|kecamatan|kelurahan|rt|rw|dusun|alamat|noka_bpjs|psnoka_bpjs|nama|tanggal_lahir|"
          "tempat_lahir|jenis_kelamin|nik|nokk|"
          "hub_keluarga|nama_ibu_kandung|keterangan",
          "1|ART1|JAWA BARAT|KAB. CONTOH|SUKASARI|SUKAMAJU|005|002|KRAJAN|JL MAWAR|0000100079794|0000100079795|SITI "
          "AMINAH|06/12/1982|CONTOH|2|"
          "3299014612820001|3299010101120001|Anak|SAIDAH|AKTIF",
          {{"iddtks", "id:dtks"},
           {"provinsi", "province"},
           {"kota", "regency"},
           {"kecamatan", "district"},
           {"kelurahan", "village"},
           {"rt", "rt"},
           {"rw", "rw"},
           {"dusun", "hamlet"},
           {"alamat", "address"},
           {"psnoka_bpjs", "id:bpjs"},
           {"nama", "name"},
           {"tanggal_lahir", "birth_date"},
           {"tempat_lahir", "birth_place"},
           {"jenis_kelamin", "sex"},
           {"nik", "nik"},
           {"nokk", "kk"},
           {"hub_keluarga", "relation"},
           {"nama_ibu_kandung", "mother_name"}}});
}

TEST(Layouts, BpjsMasterFile) {
  expect({"pbi",
          "PSNOKA|PSNOKALAMA|NAMA|NMCETAK|JENKEL|AGAMA|TMPLHR|TGLLHR|FLAGTANGGUNGAN|NOHP|NIK|NOKTP|TMT|EMAIL|NOKA|"
          "KDHUBKEL|KDSTATUSPST",
          "0000100079795||SITI AMINAH|SITI "
          "A|P|1|CONTOH|06-12-1982|1|081234567890|3299014612820001|3299014612820001|01-01-2014||0000100079795|2|0",
          {{"PSNOKA", "id:bpjs"},
           {"NAMA", "name"},
           {"NMCETAK", "alias"},
           {"JENKEL", "sex"},
           {"TMPLHR", "birth_place"},
           {"TGLLHR", "birth_date"},
           {"NOHP", "phone"},
           {"NIK", "nik"},
           {"EMAIL", "email"},
           {"KDHUBKEL", "relation"},
           {"KDSTATUSPST", "vital_status"}}});
}

TEST(Layouts, PbiOfTheRegency) {
  expect({"pbi",
          "PSNOKA|NIK|NAMA|SEGMEN|BULAN|TAHUN",
          "0000100079795|3299014612820001|SITI AMINAH|PBI APBD|1|2023",
          {{"PSNOKA", "id:bpjs"}, {"NIK", "nik"}, {"NAMA", "name"}}});
}

TEST(Layouts, Payments) {
  expect({"payment",
          "iddtks|nokk|nik_ktp|nama_penerima|nama_prop|nama_kab|nama_kec|nama_kel|kode_wilayah|tahap|bansos|bank|"
          "alamat|no_rt|no_rw|dusun|dir|gelombang|nominal",
          "NON DTKS|3299010101120001|3299014612820001|SITI AMINAH|JAWA BARAT|KAB. "
          "CONTOH|SUKASARI|SUKAMAJU|3299011001|1|PKH|BNI|JL MAWAR|1|2|KRAJAN|D1|3|750000",
          {{"iddtks", "id:dtks"},
           {"nokk", "kk"},
           {"nik_ktp", "nik"},
           {"nama_penerima", "name"},
           {"nama_prop", "province"},
           {"nama_kab", "regency"},
           {"nama_kec", "district"},
           {"nama_kel", "village"},
           {"kode_wilayah", "region_code"},
           {"bansos", "programme:*"},
           {"alamat", "address"},
           {"no_rt", "rt"},
           {"no_rw", "rw"},
           {"dusun", "hamlet"}}});
}

TEST(Layouts, OlderPayments) {
  expect({"payment",
          "NAMA PENERIMA|NIK KTP|TAHAP|BANSOS|IDSEMESTA|NO KEL|NM PROV|NM KAB|NM KEC|NM "
          "KEL|ALAMAT|UMUR|TANGGUNGAN|STATUS|PENGHASILAN",
          "SITI AMINAH|3299014612820001|2|PKH|55501234|3299010101120001|JAWA BARAT|KAB. CONTOH|SUKASARI|SUKAMAJU|JL "
          "MAWAR|41|3|KAWIN|500000",
          {{"NAMA PENERIMA", "name"},
           {"NIK KTP", "nik"},
           {"BANSOS", "programme:*"},
           {"IDSEMESTA", "id:idsemesta"},
           {"NO KEL", "kk"},
           {"NM PROV", "province"},
           {"NM KAB", "regency"},
           {"NM KEC", "district"},
           {"NM KEL", "village"},
           {"ALAMAT", "address"},
           {"UMUR", "age"}}});
}

TEST(Layouts, AFamilyNumberOfNineDigitsIsNoVillageCode) {
  expect({"payment",
          "NAMA PENERIMA|NIK KTP|TAHAP|BANSOS|NO KEL|NM KEL",
          "SITI AMINAH|3299014612820001|2|PKH|320000324|SUKAMAJU",
          {{"NAMA PENERIMA", "name"}, {"NIK KTP", "nik"}, {"BANSOS", "programme:*"}, {"NM KEL", "village"}}});
}

TEST(Layouts, CovidAidNamesTheHeadOnly) {
  expect({"payment",
          "kode_kab|kode_kec|kode_kel|nama_kab|nama_kec|nama_kel|rt|rw|alamat|nama_krt|nik|no_kk|jumlah_art_tanggungan|"
          "nomor_hp",
          "3299|3299010|3299010001|KAB. CONTOH|SUKASARI|SUKAMAJU|1|2|JL MAWAR|BUDI "
          "SANTOSO|3299010612820001|3299010101120001|3|081234567890",
          {{"kode_kab", "regency_code"},
           {"kode_kec", "district_code"},
           {"kode_kel", "region_code"},
           {"nama_kab", "regency"},
           {"nama_kec", "district"},
           {"nama_kel", "village"},
           {"rt", "rt"},
           {"rw", "rw"},
           {"alamat", "address"},
           {"nama_krt", "name"},
           {"nik", "nik"},
           {"no_kk", "kk"},
           {"nomor_hp", "phone"}}});
}

TEST(Layouts, CivilRegistry) {
  expect({"dukcapil",
          "NIK|NO_KK|NAMA_LGKP|TMPT_LHR|TGL_LHR|JENIS_KLMIN|STAT_HBKEL|STAT_KWN|AGAMA|GOL_DRH|PDDK_AKH|JENIS_PKRJN|"
          "NAMA_LGKP_IBU|NAMA_LGKP_AYAH|NIK_IBU|NIK_AYAH|"
          "ALAMAT|DUSUN|NO_RT|NO_RW|NO_PROP|NO_KAB|NO_KEC|NO_KEL|PROP_NAME|KAB_NAME|KEC_NAME|KEL_NAME|KODE_POS|AKTA_"
          "LHR|NO_AKTA_LHR|STAT_HIDUP|STAT_KTP|"
          "EKTP_STATUS|TGL_KWN|KLAIM_FSK|PNYDNG_CCT",
          "3299014612820001|3299010101120001|SITI "
          "AMINAH|CONTOH|06-12-1982|PEREMPUAN|ISTRI|KAWIN|ISLAM|O|SLTA/SEDERAJAT|PETANI|SAIDAH|AMIR|3299015512550001|"
          "3299011512500001|JL MAWAR|KRAJAN|1|2|32|99|1|1001|JAWA "
          "BARAT|CONTOH|SUKASARI|SUKAMAJU|45901|ADA|123|HIDUP|WAJIB KTP|PRR||TIDAK ADA|TIDAK CACAT",
          {{"NIK", "nik"},
           {"NO_KK", "kk"},
           {"NAMA_LGKP", "name"},
           {"TMPT_LHR", "birth_place"},
           {"TGL_LHR", "birth_date"},
           {"JENIS_KLMIN", "sex"},
           {"STAT_HBKEL", "relation"},
           {"JENIS_PKRJN", "occupation"},
           {"NAMA_LGKP_IBU", "mother_name"},
           {"NAMA_LGKP_AYAH", "father_name"},
           {"NIK_IBU", "mother_nik"},
           {"NIK_AYAH", "father_nik"},
           {"ALAMAT", "address"},
           {"DUSUN", "hamlet"},
           {"NO_RT", "rt"},
           {"NO_RW", "rw"},
           {"NO_PROP", "province_code"},
           {"NO_KAB", "regency_code"},
           {"NO_KEC", "district_code"},
           {"NO_KEL", "village_code"},
           {"PROP_NAME", "province"},
           {"KAB_NAME", "regency"},
           {"KEC_NAME", "district"},
           {"KEL_NAME", "village"},
           {"KODE_POS", "postcode"},
           {"STAT_HIDUP", "vital_status"},
           {"PNYDNG_CCT", "disability"}}});
}

TEST(Layouts, NewProposalsOfVillages) {
  expect({"verval_proposals",
          "NIK|No KK|Nama|Hubungan|Jenis Kelamin|Tanggal Lahir|Alamat|RT|RW|Desa|Kecamatan|Kode Wilayah|Tanggal "
          "Kunjungan|Petugas|"
          "Keterangan|Asal Usulan",
          "3299014612820001|3299010101120001|SITI AMINAH|ISTRI|P|1982-12-06|JL MELATI|1|2|SUKAMAJU|CIBOGO|3299012001|"
          "2026-11-28|RATNA||sukamaju.xlsx",
          {{"NIK", "nik"},
           {"No KK", "kk"},
           {"Nama", "name"},
           {"Hubungan", "relation"},
           {"Jenis Kelamin", "sex"},
           {"Tanggal Lahir", "birth_date"},
           {"Alamat", "address"},
           {"RT", "rt"},
           {"RW", "rw"},
           {"Desa", "village"},
           {"Kecamatan", "district"},
           {"Kode Wilayah", "region_code"}}});
}

TEST(Layouts, RegsosekCodes) {
  expect({"regsosek",
          "r101|r102|r114|r301a|r431f|nama",
          "3299014612820001|99|3299010101120001|5|2|SITI AMINAH",
          {{"r101", "nik"}, {"r114", "kk"}, {"nama", "name"}}});
}

TEST(Layouts, RegsosekCodesOfAMember) {
  expect({"regsosek",
          "r101|r114|r301a|r402|r403|r405|r406|r407|r409",
          "33|3299010101120001|5|SITI AMINAH|3299014612820001|2|1982-12-06|43|1",
          {{"r114", "kk"},
           {"r402", "name"},
           {"r403", "nik"},
           {"r405", "sex"},
           {"r406", "birth_date"},
           {"r407", "age"},
           {"r409", "relation"}}});
}

TEST(Layouts, Stunting) {
  expect({"stunting",
          "No|NIK|Nama|JK|Tgl Lahir|BB Lahir|TB Lahir|Nama "
          "Ortu|Prov|Kab/Kota|Kec|Pukesmas|Desa/Kel|Posyandu|RT|RW|Alamat|Usia Saat Ukur|Tanggal Pengukuran|"
          "Berat|Tinggi|Cara Ukur|LiLA|BB/U|ZS BB/U|TB/U|ZS TB/U|Naik Berat Badan|KIA",
          "1|3299014612200001|DIAN|P|2020-12-06|2,9|45|SITI AMINAH|JAWA BARAT|CONTOH|SUKASARI|SUKASARI|SUKAMAJU|Melati "
          "4|1|2|JL MAWAR|3 Tahun - 3 Bulan|2023-09-03|"
          "15,2|101,3|Berdiri||Normal|1,2|Pendek|-2,4|N|Ya",
          {{"NIK", "nik"},
           {"Nama", "name"},
           {"JK", "sex"},
           {"Tgl Lahir", "birth_date"},
           {"Nama Ortu", "parent_name"},
           {"Prov", "province"},
           {"Kab/Kota", "regency"},
           {"Kec", "district"},
           {"Desa/Kel", "village"},
           {"RT", "rt"},
           {"RW", "rw"},
           {"Alamat", "address"},
           {"Tanggal Pengukuran", "measured_on"},
           {"TB/U", "stunting"}}});
}

TEST(Layouts, PupilsWithTwoHeaderRows) {
  const std::string pupil = "1|DIAN SANTOSO|0023|P|0070000141|Contoh|2012-12-06|3299014612120001|JL "
                            "MAWAR|1|2|Krajan|Sukamaju|Kec. Sukasari|BUDI SANTOSO|1980|3299010612800001|"
                            "SITI AMINAH|1982|3299014612820001|Tidak|6032980000000238|Ya|3299010101120001";
  const Recognition recognition =
      recognised({"Daftar Peserta Didik", "Kabupaten Contoh||||||||||", "",
                  "No|Nama|NIPD|JK|NISN|Tempat Lahir|Tanggal Lahir|NIK|Alamat|RT|RW|Dusun|Kelurahan|Kecamatan|Data "
                  "Ayah|||Data Ibu|||Penerima KIP|Nomor KKS|Layak PIP (usulan dari sekolah)|No KK",
                  "||||||||||||||Nama|Tahun Lahir|NIK|Nama|Tahun Lahir|NIK||||", pupil, pupil, pupil, pupil, pupil});
  EXPECT_EQ(recognition.layout, "pip");
  EXPECT_EQ(recognition.header_row, 3U);
  EXPECT_EQ(recognition.header_rows, 2U);
  EXPECT_EQ(recognition.data_rows.size(), 5U);
  EXPECT_EQ(fields_of(recognition), (Fields{{"Nama", "name"},
                                            {"JK", "sex"},
                                            {"NISN", "id:nisn"},
                                            {"Tempat Lahir", "birth_place"},
                                            {"Tanggal Lahir", "birth_date"},
                                            {"NIK", "nik"},
                                            {"Alamat", "address"},
                                            {"RT", "rt"},
                                            {"RW", "rw"},
                                            {"Dusun", "hamlet"},
                                            {"Kelurahan", "village"},
                                            {"Kecamatan", "district"},
                                            {"Data Ayah \u2013 Nama", "father_name"},
                                            {"Data Ayah \u2013 Tahun Lahir", "father_birth_year"},
                                            {"Data Ayah \u2013 NIK", "father_nik"},
                                            {"Data Ibu \u2013 Nama", "mother_name"},
                                            {"Data Ibu \u2013 Tahun Lahir", "mother_birth_year"},
                                            {"Data Ibu \u2013 NIK", "mother_nik"},
                                            {"Penerima KIP", "programme:kip"},
                                            {"Nomor KKS", "id:kks"},
                                            {"No KK", "kk"}}));
}

TEST(Layouts, Houses) {
  expect({"rtlh",
          "no|nama_penerima|no_ktp|material_pondasi|material_kolom|rangka_atap|kondisi_lantai|kondisi_dinding|kondisi_"
          "atap|sumber_air_minum|jarak_tinja|jamban|kode_kel|luas_rumah",
          "1|BUDI SANTOSO|3299010612820001|Batu|Kayu|Bambu|Rusak|Baik|Baik|Sumur|> 10 m|Ada|3299011001|32,2",
          {{"nama_penerima", "name"}, {"no_ktp", "nik"}, {"kode_kel", "region_code"}}});
}

TEST(Layouts, Mustahik) {
  expect({"mustahik",
          "no_mustahik|kode_mustahik|nama_mustahik|nik|asnaf|jenis_bantuan|nominal|alasan_tanpa_nik",
          "M-24000001|X1|SITI AMINAH|3299014612820001|Fakir|Sembako|Rp 500.000|",
          {{"no_mustahik", "id:mustahik"}, {"nama_mustahik", "name"}, {"nik", "nik"}}});
}

TEST(Layouts, OtherListsAreGeneral) {
  expect({"general",
          "NO|NAMA|KETERANGAN DESIL|NIK|KK|TEMPAT TGL LAHIR|PEKERJAAN|JENIS KELAMIN|DESA|KECAMATAN|KRITERIA PPKS|NAMA "
          "ALAT BANTU",
          "1|SITI AMINAH|Desil 1|3299014612820001|3299010101120001|CONTOH, "
          "06-12-1982|PETANI|P|SUKAMAJU|SUKASARI|LANSIA|KURSI RODA",
          {{"NAMA", "name"},
           {"KETERANGAN DESIL", "decile"},
           {"NIK", "nik"},
           {"KK", "kk"},
           {"TEMPAT TGL LAHIR", "birth_place_date"},
           {"PEKERJAAN", "occupation"},
           {"JENIS KELAMIN", "sex"},
           {"DESA", "village"},
           {"KECAMATAN", "district"}}});
}

TEST(Layouts, EnglishLists) {
  expect({"general",
          "rec_id|given_name|surname|street_number|address_1|address_2|suburb|postcode|state|date_of_birth|soc_sec_id",
          "rec-1-org|michaela|neumann|8|stanley street|miami|winston hills|4223|nsw|19151111|5304218",
          {{"given_name", "given_name"},
           {"surname", "family_name"},
           {"street_number", "address"},
           {"address_1", "address"},
           {"address_2", "address"},
           {"suburb", "village"},
           {"postcode", "postcode"},
           {"state", "province"},
           {"date_of_birth", "birth_date"},
           {"soc_sec_id", "id:ssn"}}});
  expect({"general",
          "unique_id|first_name|surname|dob|city|email|gender|phone_num|cluster",
          "1|Julia|Taylor|2015-10-29|London|a@b.com|F|02079460000|1",
          {{"first_name", "given_name"},
           {"surname", "family_name"},
           {"dob", "birth_date"},
           {"city", "village"},
           {"email", "email"},
           {"gender", "sex"},
           {"phone_num", "phone"}}});
}

} // namespace
} // namespace padan::ingest
