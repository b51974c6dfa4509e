// DTKS as SIKS-NG gives it: comma, ISO dates, everything in capitals, a card number in every row.
#include "places.hpp"
#include "source.hpp"
#include "traits.hpp"

namespace padan::synth {
namespace {

std::uint32_t rows(const World&, const Person&, const Family& family, base::Rng& family_rng, base::Rng& rng) {
  constexpr DecileShares kShares = {0.86, 0.76, 0.62, 0.46, 0.26, 0.14, 0.07, 0.03, 0.015, 0.005};
  return family_listed(family, kShares, family_rng) && rng.chance(0.95) ? 1 : 0;
}

void begin(CsvWriter& out, const Title&) {
  out.cells({"id_dtks",
             "provinsi",
             "kabupatenkota",
             "kecamatan",
             "desakeluarahan",
             "alamat",
             "dusun",
             "rt",
             "rw",
             "nomor_kk",
             "nomor_nik",
             "nama",
             "tanggal_lahir",
             "tempat_lahir",
             "jenis_kelamin",
             "nama_ibu_kandung",
             "hubungan_keluarga",
             "keterangan_padan",
             "bansos_bpnt",
             "bansos_pkh",
             "bansos_bpnt_ppkm",
             "pbi_jkn"});
  out.end_row();
}

std::string_view yes(bool value) { return value ? "ya" : "tidak"; }

void row(CsvWriter& out, const World& world, Record& record, base::Rng& rng, std::uint32_t) {
  const Traits traits = traits_of(world, record.person);
  const bool good_nik = record.nik.size() == 16 && !record.has(Damage::NikDigit);
  // Who is entered a second time gets a second number.
  out.cell(record.has(Damage::Duplicate) ? "ART" + digits(rng.next() % 100'000'000'000ULL, 11)
                                         : dtks_id(world, record.person));
  out.cells({data::kProvinceName, world.regency_of(record.home).name, record.district, record.village, record.address,
             record.hamlet, record.rt, record.rw, record.kk, record.nik, record.name, birth_text(record),
             traits.birth_place});
  out.cell(!record.sex_known ? "" : record.sex == Sex::Male ? "L" : "P");
  out.cell(record.mother);
  out.cell(relation_text(record.relation));
  out.cell(good_nik && rng.chance(0.9) ? "PADAN" : "BELUM PADAN");
  out.cells({yes(traits.bpnt), yes(traits.pkh), yes(traits.bst), yes(traits.pbi)});
  out.end_row();
}

} // namespace

Source dtks_source() {
  Source source;
  source.name = "dtks";
  source.columns = kHasNik | kHasKk | kHasBirth | kHasSex | kHasRtRw | kHasAddress | kHasVillage | kHasMother;
  source.carelessness = 1.3;
  source.row_bytes = 230;
  source.rows = rows;
  source.begin = begin;
  source.row = row;
  return source;
}

} // namespace padan::synth
