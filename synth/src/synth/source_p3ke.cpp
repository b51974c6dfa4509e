// P3KE individuals, web export of 2022: three title rows, header in row 4, no card number, KOSONG for nothing.
#include "places.hpp"
#include "source.hpp"
#include "traits.hpp"

namespace padan::synth {
namespace {

std::uint32_t rows(const World&, const Person&, const Family& family, base::Rng& family_rng, base::Rng& rng) {
  constexpr DecileShares kShares = {0.78, 0.74, 0.66, 0.56, 0.06, 0.02, 0.01, 0, 0, 0};
  return family_listed(family, kShares, family_rng) && rng.chance(0.93) ? 1 : 0;
}

void begin(CsvWriter& out, const Title& title) {
  out.raw_line("DATA PENSASARAN PERCEPATAN PENGHAPUSAN KEMISKINAN EKSTREM (P3KE) - INDIVIDU,,,,,,,");
  out.raw_line("KABUPATEN " + title.regency + ",,,,,,,");
  out.raw_line(title.valid_until.empty() ? ",,,,,,," : "BERLAKU SAMPAI DENGAN " + title.valid_until + ",,,,,,,");
  out.cells({"No",
             "ID Keluarga P3KE",
             "Provinsi",
             "Kabupaten/Kota",
             "Kecamatan",
             "Desa/Kelurahan",
             "Kode Kemdagri",
             "Desil Kesejahteraan",
             "Alamat",
             "ID Individu",
             "Nama",
             "NIK",
             "Padan Dukcapil",
             "Jenis Kelamin",
             "Hubungan dengan Kepala Keluarga",
             "Tanggal Lahir",
             "Status Kawin",
             "Pekerjaan",
             "Pendidikan",
             "Usia < 7 Tahun",
             "Usia 7-12",
             "Usia 13-15",
             "Usia 16-18",
             "Usia 19-21",
             "Usia 22-59",
             "Usia 60+",
             "Penerima BPNT",
             "Penerima BPUM",
             "Penerima BST",
             "Penerima PKH",
             "Penerima SEMBAKO",
             "Resiko Stunting"});
  out.end_row();
}

std::string_view yes(bool value) { return value ? "Ya" : "Tidak"; }

std::string_view short_relation(Relation relation) {
  switch (relation) {
  case Relation::Head:
    return "KEPALA KELUARGA";
  case Relation::Spouse:
    return "ISTRI/SUAMI";
  case Relation::Child:
    return "ANAK";
  default:
    return "LAINNYA";
  }
}

std::string_view or_empty(std::string_view text) { return text.empty() ? "KOSONG" : text; }

void row(CsvWriter& out, const World& world, Record& record, base::Rng& rng, std::uint32_t number) {
  const Traits traits = traits_of(world, record.person);
  const auto card = static_cast<std::uint64_t>(record.card - world.families.data());
  const bool damaged = record.nik.size() != 16 || record.has(Damage::NikDigit) || record.has(Damage::NikSwap);
  out.cell(static_cast<int>(number));
  out.cell(digits(320'000'000ULL + card * 3, 9));
  out.cells(
      {data::kProvinceName, "KAB. " + world.regency_of(record.home).name, record.district, or_empty(record.village)});
  out.cell(digits(world.district_of(record.home).code, 6) + digits(world.village_of(record.home).code, 4));
  out.cell(static_cast<int>(record.card->decile));
  out.cell(record.address);
  out.cell(digits(900'000'000ULL + record.who->id * 7ULL, 10));
  out.cells({record.name, or_empty(record.nik)});
  out.cell(record.nik.empty() ? "KOSONG" : !damaged && rng.chance(0.92) ? "PADAN" : "TIDAK PADAN");
  out.cell(!record.sex_known ? "KOSONG" : record.sex == Sex::Male ? "LAKI-LAKI" : "PEREMPUAN");
  out.cells({short_relation(record.relation), or_empty(birth_text(record)), marital_text(record.who->marital),
             traits.p3ke_job, traits.education});
  const int age = traits.age;
  for (const bool in : {age < 7, age >= 7 && age <= 12, age >= 13 && age <= 15, age >= 16 && age <= 18,
                        age >= 19 && age <= 21, age >= 22 && age <= 59, age >= 60})
    out.cell(yes(in));
  out.cells({yes(traits.bpnt), yes(rng.chance(0.03)), yes(traits.bst), yes(traits.pkh), yes(traits.bpnt)});
  out.cell(age >= 5                   ? "BUKAN TARGET SASARAN"
           : record.card->decile <= 2 ? "BERESIKO STUNTING"
                                      : "TIDAK BERESIKO STUNTING");
  out.end_row();
}

} // namespace

Source p3ke_source() {
  Source source;
  source.name = "p3ke";
  source.columns = kHasNik | kHasBirth | kHasSex | kHasAddress;
  source.carelessness = 1.2;
  source.line_end = "\r\n";
  source.row_bytes = 310;
  source.rows = rows;
  source.begin = begin;
  source.row = row;
  return source;
}

} // namespace padan::synth
