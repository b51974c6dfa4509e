// Child measurements (e-PPGBM): a row a visit, decimal commas, infants without a NIK or with their mother's.
#include <algorithm>

#include "places.hpp"
#include "source.hpp"
#include "traits.hpp"

namespace padan::synth {
namespace {

std::uint32_t rows(const World& world, const Person& person, const Family& family, base::Rng&, base::Rng& rng) {
  if (person.birth < world.today - 5 * 365 || !rng.chance(family.decile <= 4 ? 0.6 : 0.25))
    return 0;
  const auto months = static_cast<std::uint32_t>(world.today - person.birth) / 30U;
  return 1 + rng.below(std::min(5U, months + 1));
}

void begin(CsvWriter& out, const Title&) {
  out.cells({"No",
             "NIK",
             "Nama",
             "JK",
             "Tgl Lahir",
             "BB Lahir",
             "TB Lahir",
             "Nama Ortu",
             "Prov",
             "Kab/Kota",
             "Kec",
             "Pukesmas",
             "Desa/Kel",
             "Posyandu",
             "RT",
             "RW",
             "Alamat",
             "Usia Saat Ukur",
             "Tanggal Pengukuran",
             "Berat",
             "Tinggi",
             "Cara Ukur",
             "LiLA",
             "BB/U",
             "ZS BB/U",
             "TB/U",
             "ZS TB/U",
             "BB/TB",
             "ZS BB/TB",
             "Naik Berat Badan",
             "PMT Diterima (kg)",
             "Jml Vit A",
             "KPSP",
             "KIA",
             "Detail"});
  out.end_row();
}

// Tenths with a decimal comma, a minus where below zero.
std::string decimal(int tenths) {
  const int size = tenths < 0 ? -tenths : tenths;
  return (tenths < 0 ? "-" : "") + std::to_string(size / 10) + "," + std::to_string(size % 10);
}

std::string_view height_class(int z) {
  return z < -30 ? "Sangat Pendek" : z < -20 ? "Pendek" : z > 30 ? "Tinggi" : "Normal";
}
std::string_view weight_class(int z) {
  return z < -30   ? "Berat Badan Sangat Kurang"
         : z < -20 ? "Berat Badan Kurang"
         : z > 10  ? "Risiko Lebih"
                   : "Berat Badan Normal";
}

// A newborn is written down as its mother's child.
void name_newborn(const World& world, Record& record, base::Rng& rng) {
  if (record.faultless || record.who->birth < world.today - 240 || !rng.chance(0.3))
    return;
  record.name = "BY NY " + record.mother;
  record.mark(Damage::NameBaby);
}

void row(CsvWriter& out, const World& world, Record& record, base::Rng& rng, std::uint32_t number) {
  const Person& person = *record.who;
  name_newborn(world, record, rng);
  const Day measured = std::max(person.birth + 1, world.today - static_cast<Day>(rng.below(360)));
  const int days = measured - person.birth;
  const int months = days * 100 / 3044;
  base::Rng child = world.root.fork(43).fork(person.id); // what stays the same from visit to visit
  const int birth_weight = 24 + static_cast<int>(child.below(16));
  const std::uint32_t birth_length = 45 + child.below(8);
  const int short_for_age =
      static_cast<int>(child.below(40)) - (record.card->decile <= 3 ? 37 : 27) + static_cast<int>(rng.below(6));
  const int light_for_age = short_for_age / 2 + static_cast<int>(rng.below(20)) - 10;
  const int height = std::max(450, 500 + (months < 12 ? months * 20 : 240 + (months - 12) * 9) + short_for_age * 3);
  const int weight = std::max(24, 32 + (months < 12 ? months * 5 : 60 + (months - 12) * 2) + light_for_age / 2);
  out.cell(static_cast<int>(number));
  out.cells({record.nik, record.name,
             !record.sex_known         ? ""
             : record.sex == Sex::Male ? "L"
                                       : "P",
             birth_text(record), decimal(birth_weight), std::to_string(birth_length),
             title_case(rng.chance(0.7) ? record.mother : father_name(world, person)), title_case(data::kProvinceName),
             title_case(world.regency_of(record.home).name), title_case(record.district), title_case(record.district),
             title_case(record.village)});
  out.cell("Melati " + std::to_string(1 + record.home.hamlet));
  out.cells({record.rt, record.rw, title_case(record.address)});
  out.cell(std::to_string(months / 12) + " Tahun - " + std::to_string(months % 12) + " Bulan - " +
           std::to_string(days % 30) + " Hari");
  out.cells({date_text(to_date(measured), DateStyle::Iso), decimal(weight), decimal(height),
             months < 24 ? "Terlentang" : "Berdiri",
             rng.chance(0.3) ? decimal(120 + static_cast<int>(rng.below(50))) : std::string(),
             weight_class(light_for_age), decimal(light_for_age), height_class(short_for_age), decimal(short_for_age),
             "Gizi Baik", decimal(static_cast<int>(rng.below(30)) - 15)});
  constexpr std::string_view kGain[] = {"N", "T", "O", "B"};
  out.cells({kGain[rng.below(4)], rng.chance(0.1) ? "2,5" : "-", std::to_string(rng.below(3)), "",
             rng.chance(0.8) ? "Ya" : "Tidak", ""});
  out.end_row();
}

} // namespace

Source stunting_source() {
  Source source;
  source.name = "stunting";
  source.columns = kHasNik | kHasBirth | kHasSex | kHasRtRw | kHasAddress | kHasVillage | kHasMother;
  source.carelessness = 1.4;
  source.without_nik = 0.8;
  source.visits = true;
  source.row_bytes = 320;
  source.rows = rows;
  source.begin = begin;
  source.row = row;
  return source;
}

} // namespace padan::synth
