// DTSEN individuals as delivered: pipes, latin-1, numeric codes, quotes that nobody closed.
#include <algorithm>

#include "places.hpp"
#include "source.hpp"
#include "traits.hpp"

namespace padan::synth {
namespace {

std::uint32_t rows(const World&, const Person&, const Family& family, base::Rng& family_rng, base::Rng& rng) {
  constexpr DecileShares kShares = {0.9, 0.88, 0.84, 0.8, 0.7, 0.08, 0.05, 0.03, 0.02, 0.01};
  return family_listed(family, kShares, family_rng) && rng.chance(0.95) ? 1 : 0;
}

void begin(CsvWriter& out, const Title&) {
  out.cells({"nomor_induk_kependudukan",
             "nomor_kartu_keluarga",
             "nama",
             "tanggal_lahir",
             "umur",
             "jenis_kelamin",
             "status_hubungan_keluarga",
             "pbi_nas",
             "pbi_pemda",
             "id_pelanggan_pln",
             "status_kawin",
             "partisipasi_sekolah",
             "jenjang_tertinggi_yang_diduduki",
             "kelas_tertinggi_yang_diduduki",
             "ijazah_tertinggi_yang_dimiliki",
             "status_bekerja",
             "lapangan_usaha_dari_pekerjaan_utama",
             "status_dalam_pekerjaan_utama",
             "kepemilikan_usaha",
             "jumlah_usaha",
             "kondisi_gizi",
             "penglihatan",
             "pendengaran",
             "berjalan_atau_naik_tangga",
             "menggunakan_tangan_jari",
             "belajar_kemampuan_intelektual",
             "pengendalian_perilaku",
             "berbicara_komunikasi",
             "mengurus_diri",
             "mengingat_berkonsentrasi",
             "kesedihan_depresi",
             "penyakit_kronis",
             "kode_provinsi_ktp",
             "provinsi_ktp",
             "kode_kabupaten_kota_ktp",
             "kabupaten_kota_ktp",
             "kode_kecamatan_ktp",
             "kecamatan_ktp",
             "kode_kelurahan_desa_ktp",
             "kelurahan_desa_ktp",
             "rt_ktp",
             "rw_ktp",
             "dusun_ktp",
             "alamat_ktp",
             "pekerjaan_ktp",
             "pendidikan_akhir_ktp",
             "desil_nasional"});
  out.end_row();
}

int relation_code(Relation relation) {
  constexpr int kCodes[] = {1, 2, 3, 4, 5, 6, 6, 8};
  return kCodes[static_cast<std::size_t>(relation)];
}

// The glottal stop became an acute accent of latin-1 on the way: MA´RUF.
std::string latin1(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '\xB4');
  return text;
}

// Some addresses hold inch marks, no-break spaces, or a quote that opens the cell and never closes.
std::string spoiled_address(Record& record, base::Rng& rng) {
  std::string address = record.address;
  if (record.faultless)
    return address;
  const std::uint32_t draw = rng.below(10'000);
  if (draw < 60)
    address = "GG \"" + record.hamlet + "\" " + address;
  else if (draw < 90)
    address += " \"BELAKANG MASJID";
  else if (draw < 130)
    address += "\xA0NO\xA0" + std::to_string(record.home.number);
  else if (draw < 136) {
    address.insert(0, "\"");
    record.mark(Damage::BrokenQuote);
  }
  return address;
}

void row(CsvWriter& out, const World& world, Record& record, base::Rng& rng, std::uint32_t) {
  const Traits traits = traits_of(world, record.person);
  const Person& person = *record.who;
  const std::uint32_t district = world.district_of(record.home).code;
  const auto code = [&](int value) { out.raw_cell(std::to_string(value)); };
  for (const std::string& text : {record.nik, record.kk, latin1(record.name), birth_text(record)})
    out.raw_cell(text);
  code(traits.age);
  out.raw_cell(!record.sex_known ? "" : record.sex == Sex::Male ? "1" : "2");
  code(relation_code(record.relation));
  code(traits.pbi ? 1 : 2);
  code(2);
  out.raw_cell(rng.chance(0.6) ? digits(538'000'000'000ULL + person.family * 13ULL, 12) : std::string());
  code(1 + static_cast<int>(person.marital));
  code(traits.age < 5 ? 0 : traits.age < 19 ? 2 : 3);
  code(traits.education_step);
  code(traits.age >= 7 && traits.age < 19 ? 1 + (traits.age - 7) % 6 : 8);
  code(traits.education_step);
  code(traits.job_code > 0 ? 1 : 2);
  out.raw_cell(traits.job_code > 0 ? std::to_string(traits.job_code) : std::string());
  out.raw_cell(traits.job_code > 0 ? std::to_string(1 + traits.job_code % 7) : std::string());
  code(2);
  out.raw_cell("");
  out.raw_cell(traits.age < 5 ? "1" : "");
  for (int sense = 1; sense <= 7; ++sense)
    code(traits.disability == sense ? 2 : 4);
  code(traits.age >= 75 && traits.disability > 0 ? 2 : 4);
  code(4);
  code(4);
  out.raw_cell(traits.chronic_illness > 0 ? std::to_string(traits.chronic_illness) : std::string("1"));
  code(static_cast<int>(data::kProvinceCode));
  out.raw_cell(data::kProvinceName);
  out.raw_cell(digits(district / 100, 4));
  out.raw_cell(world.regency_of(record.home).name);
  out.raw_cell(digits(district, 6));
  out.raw_cell(record.district);
  out.raw_cell(digits(district, 6) + digits(world.village_of(record.home).code, 4));
  for (const std::string& text : {record.village, record.rt, record.rw, record.hamlet, spoiled_address(record, rng)})
    out.raw_cell(text);
  out.raw_cell(traits.job);
  out.raw_cell(traits.education);
  out.raw_cell(rng.chance(0.97) ? std::to_string(record.card->decile) : std::string());
  out.end_row();
}

} // namespace

Source dtsen_source() {
  Source source;
  source.name = "dtsen";
  source.columns = kHasNik | kHasKk | kHasBirth | kHasSex | kHasRtRw | kHasAddress | kHasVillage;
  source.carelessness = 1.2;
  source.separator = '|';
  source.row_bytes = 330;
  source.rows = rows;
  source.begin = begin;
  source.row = row;
  return source;
}

} // namespace padan::synth
