// Houses unfit to live in: one owner a house, no birth dates, a total row at the end.
#include "places.hpp"
#include "source.hpp"
#include "traits.hpp"

namespace padan::synth {
namespace {

std::uint32_t rows(const World&, const Person& person, const Family& family, base::Rng& family_rng, base::Rng&) {
  constexpr DecileShares kShares = {0.14, 0.11, 0.08, 0.05, 0.02, 0.01, 0.005, 0, 0, 0};
  return family_listed(family, kShares, family_rng) && person.relation == Relation::Head && !person.dead ? 1 : 0;
}

void begin(CsvWriter& out, const Title& title) {
  out.raw_line("DATA RUMAH TIDAK LAYAK HUNI KABUPATEN " + title.regency + " TAHUN " + title.year + ";;;;;");
  out.cells({"no",
             "nama_penerima",
             "no_ktp",
             "no_kk",
             "jenis_kelamin",
             "umur",
             "pekerjaan",
             "alamat",
             "rt",
             "rw",
             "kode_kel",
             "desa_kelurahan",
             "kecamatan",
             "jumlah_penghuni",
             "luas_rumah",
             "material_pondasi",
             "material_kolom",
             "rangka_atap",
             "kondisi_lantai",
             "kondisi_dinding",
             "kondisi_atap",
             "sumber_air_minum",
             "jarak_tinja",
             "jamban"});
  out.end_row();
}

void row(CsvWriter& out, const World& world, Record& record, base::Rng& rng, std::uint32_t number) {
  const Traits traits = traits_of(world, record.person);
  constexpr std::string_view kState[] = {"Rusak Berat", "Rusak Sedang", "Rusak Ringan", "Baik"};
  constexpr std::string_view kWater[] = {"Sumur", "Mata Air", "PDAM", "Sumur Bor", "Air Hujan"};
  out.cell(static_cast<int>(number));
  out.cells({title_case(record.name), record.nik, record.kk});
  out.cell(!record.sex_known ? "" : record.sex == Sex::Male ? "Laki-laki" : "Perempuan");
  out.cell(traits.age);
  out.cells({title_case(traits.job), title_case(record.address), record.rt, record.rw});
  out.cell(digits(world.district_of(record.home).code, 6) + "." + digits(world.village_of(record.home).code, 4));
  out.cells({title_case(record.village), title_case(record.district)});
  out.cell(std::max(1, static_cast<int>(record.card->count)));
  const std::uint32_t area = 200 + rng.below(500);
  out.cell(std::to_string(area / 10) + "," + std::to_string(area % 10));
  out.cells({rng.chance(0.5) ? "Batu Kali" : "Tidak Ada", rng.chance(0.5) ? "Kayu" : "Beton",
             rng.chance(0.6) ? "Bambu" : "Kayu", kState[rng.below(4)], kState[rng.below(3)], kState[rng.below(3)],
             kWater[rng.below(5)], rng.chance(0.5) ? "< 10 m" : "> 10 m", rng.chance(0.6) ? "Ada" : "Tidak Ada"});
  out.end_row();
}

void end(CsvWriter& out, std::uint32_t count) {
  out.raw_line("JUMLAH;" + std::to_string(count) + " UNIT;;;;;;;;;;;;;;;;;;;;;;");
}

} // namespace

Source rtlh_source() {
  Source source;
  source.name = "rtlh";
  source.columns = kHasNik | kHasKk | kHasSex | kHasRtRw | kHasAddress | kHasVillage;
  source.carelessness = 1.6;
  source.separator = ';';
  source.line_end = "\r\n";
  source.rows = rows;
  source.begin = begin;
  source.row = row;
  source.end = end;
  return source;
}

} // namespace padan::synth
