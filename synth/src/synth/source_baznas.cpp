// Receivers of alms, typed by hand: place and date of birth in one cell, RT/RW in another, blank rows, any sort of date.
#include "places.hpp"
#include "source.hpp"
#include "traits.hpp"

namespace padan::synth {
namespace {

std::uint32_t rows(const World& world, const Person& person, const Family& family, base::Rng& family_rng,
                   base::Rng& rng) {
  constexpr DecileShares kShares = {0.16, 0.13, 0.1, 0.07, 0.04, 0.02, 0.01, 0, 0, 0};
  if (!family_listed(family, kShares, family_rng) || person.style == Style::Bali || person.style == Style::Batak)
    return 0;
  const bool adult = world.age_of(person) >= 17;
  return person.relation == Relation::Head || (adult && rng.chance(0.12)) ? 1 : 0;
}

void begin(CsvWriter& out, const Title& title) {
  out.raw_line("DAFTAR MUSTAHIK BAZNAS KAB. " + title.regency + ";;;;;;;;;;;;;");
  out.raw_line(";;;;;;;;;;;;;");
  out.cells({"No", "No Mustahik", "Nama Mustahik", "NIK", "Tempat, Tgl Lahir", "L/P", "Alamat", "RT/RW", "Desa", "Kec.",
             "Asnaf", "Jenis Bantuan", "Nominal", "Ket"});
  out.end_row();
}

std::string birth_cell(const Record& record, std::string_view place, base::Rng& rng) {
  const std::string town = rng.chance(0.5) ? std::string(place) : title_case(place);
  if (!record.birth_known)
    return town;
  constexpr DateStyle kTyped[] = {DateStyle::DayDash, DateStyle::DayDash, DateStyle::DaySlash, DateStyle::Text,
                                  DateStyle::Text};
  const bool as_usual = record.date_style == DateStyle::DayDash;
  const std::string_view between = rng.chance(0.85) ? ", " : " ";
  return town + std::string(between) + date_text(record.birth, as_usual ? kTyped[rng.below(5)] : record.date_style);
}

// 3/2 typed into Excel becomes the third of February.
std::string rt_rw_cell(const Record& record, base::Rng& rng) {
  constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr", "Mei", "Jun",
                                          "Jul", "Agu", "Sep", "Okt", "Nov", "Des"};
  const int rt = record.home.rt;
  const int rw = record.home.rw;
  if (record.has(Damage::RtRwDate))
    return digits(record.home.rt, 2) + "-" + std::string(kMonths[(rw - 1) % 12]);
  if (record.rt == "-" || record.rt == "000")
    return rng.chance(0.5) ? "-/-" : "";
  switch (rng.below(4)) {
  case 0:
    return digits(record.home.rt, 2) + "/" + digits(record.home.rw, 2);
  case 1:
    return "RT " + std::to_string(rt) + " RW " + std::to_string(rw);
  case 2:
    return "Rt." + digits(record.home.rt, 2) + "/Rw." + digits(record.home.rw, 2);
  default:
    return record.rt + "/" + record.rw;
  }
}

void row(CsvWriter& out, const World& world, Record& record, base::Rng& rng, std::uint32_t number) {
  constexpr std::string_view kAsnaf[] = {"Fakir",        "Miskin", "Miskin",     "Miskin",
                                         "Fisabilillah", "Gharim", "Ibnu Sabil", "Mualaf"};
  constexpr std::string_view kAid[] = {"Konsumtif",         "Paket Sembako", "Modal Usaha",
                                       "Bantuan Kesehatan", "Bedah Rumah",   "Santunan Lansia"};
  const Traits traits = traits_of(world, record.person);
  if (rng.chance(0.004))
    out.raw_line(";;;;;;;;;;;;;");
  const bool capitals = rng.chance(0.35);
  out.cell(static_cast<int>(number));
  out.cell("M-" + digits(24'000'000ULL + number, 8));
  out.cell(capitals ? record.name : title_case(record.name) + (rng.chance(0.05) ? " " : ""));
  out.cell(record.nik);
  out.cell(birth_cell(record, traits.birth_place, rng));
  out.cell(!record.sex_known         ? ""
           : record.sex == Sex::Male ? (rng.chance(0.8) ? "L" : "Lk")
                                     : (rng.chance(0.8) ? "P" : "Pr"));
  out.cells({title_case(record.address), rt_rw_cell(record, rng), title_case(record.village),
             title_case(record.district), kAsnaf[rng.below(8)], kAid[rng.below(6)]});
  out.cell("Rp " + std::to_string(200 + 50 * rng.below(16)) + ".000");
  out.cell(rng.chance(0.05) ? "Sudah diterima" : "");
  out.end_row();
}

} // namespace

Source baznas_source() {
  Source source;
  source.name = "baznas";
  source.columns = kHasNik | kHasBirth | kHasSex | kHasRtRw | kHasRtRwCell | kHasAddress | kHasVillage;
  source.dates = DateStyle::DayDash;
  source.order = Order::Shuffled;
  source.carelessness = 2;
  source.staleness = 0.6;
  source.without_nik = 0.3;
  source.separator = ';';
  source.line_end = "\r\n";
  source.rows = rows;
  source.begin = begin;
  source.row = row;
  return source;
}

} // namespace padan::synth
