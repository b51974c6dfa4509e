// Health insurance paid by the state: semicolons, byte order mark, ISO dates among dd/mm/yyyy, in the order of entry.
#include "places.hpp"
#include "source.hpp"
#include "traits.hpp"

namespace padan::synth {
namespace {

std::uint32_t rows(const World&, const Person&, const Family& family, base::Rng& family_rng, base::Rng& rng) {
  constexpr DecileShares kShares = {0.82, 0.76, 0.68, 0.58, 0.36, 0.22, 0.12, 0.06, 0.02, 0.01};
  return family_listed(family, kShares, family_rng) && rng.chance(0.86) ? 1 : 0;
}

void begin(CsvWriter& out, const Title&) {
  out.raw("\xEF\xBB\xBF");
  out.cells({"id",        "iddtks",        "provinsi",     "kota",
             "kecamatan", "kelurahan",     "rt",           "rw",
             "dusun",     "alamat",        "noka_bpjs",    "psnoka_bpjs",
             "nama",      "tanggal_lahir", "tempat_lahir", "jenis_kelamin",
             "nik",       "nokk",          "hub_keluarga", "nama_ibu_kandung",
             "keterangan"});
  out.end_row();
}

std::string_view relation_code(Relation relation) {
  switch (relation) {
  case Relation::Head:
    return "Peserta";
  case Relation::Spouse:
    return "Suami/Istri";
  case Relation::Child:
    return "Anak";
  default:
    return "Tambahan";
  }
}

void row(CsvWriter& out, const World& world, Record& record, base::Rng& rng, std::uint32_t number) {
  const Traits traits = traits_of(world, record.person);
  if (record.date_style == DateStyle::Iso && rng.chance(0.3))
    record.date_style = DateStyle::DaySlash;
  const std::string card = "0000" + digits(100'000'000ULL + record.who->id * 11ULL, 9);
  out.cell(static_cast<int>(number));
  out.cell(rng.chance(0.6) ? dtks_id(world, record.person) : std::string("NON DTKS"));
  out.cells({data::kProvinceName, "KAB. " + world.regency_of(record.home).name, record.district, record.village,
             record.rt, record.rw, record.hamlet, record.address, card, rng.chance(0.8) ? card : std::string(),
             record.name, birth_text(record), traits.birth_place});
  out.cell(!record.sex_known ? "" : record.sex == Sex::Male ? "1" : "2");
  out.cells({record.nik, record.kk, relation_code(record.relation)});
  out.cell(rng.chance(0.7) ? record.mother : std::string());
  out.cell(rng.chance(0.94) ? "AKTIF" : "NON AKTIF");
  out.end_row();
}

} // namespace

Source pbi_source() {
  Source source;
  source.name = "pbi";
  source.columns = kHasNik | kHasKk | kHasBirth | kHasSex | kHasRtRw | kHasAddress | kHasVillage | kHasMother;
  source.order = Order::Shuffled;
  source.carelessness = 1.3;
  source.separator = ';';
  source.line_end = "\r\n";
  source.row_bytes = 230;
  source.rows = rows;
  source.begin = begin;
  source.row = row;
  return source;
}

} // namespace padan::synth
