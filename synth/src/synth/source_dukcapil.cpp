// Flat extract of the civil registry: the best kept list, region as four unpadded numbers.
#include "places.hpp"
#include "source.hpp"
#include "traits.hpp"

namespace padan::synth {
namespace {

std::uint32_t rows(const World&, const Person& person, const Family&, base::Rng& family_rng, base::Rng& rng) {
  return person.nik != 0 && family_rng.chance(0.87) && rng.chance(0.91) ? 1 : 0;
}

void begin(CsvWriter& out, const Title&) {
  out.cells({"NIK",       "NO_KK",     "NAMA_LGKP",   "TMPT_LHR",   "TGL_LHR",     "JENIS_KLMIN",   "STAT_HBKEL",
             "STAT_KWN",  "AGAMA",     "GOL_DRH",     "PDDK_AKH",   "JENIS_PKRJN", "NAMA_LGKP_IBU", "NAMA_LGKP_AYAH",
             "NIK_IBU",   "NIK_AYAH",  "ALAMAT",      "DUSUN",      "NO_RT",       "NO_RW",         "NO_PROP",
             "NO_KAB",    "NO_KEC",    "NO_KEL",      "PROP_NAME",  "KAB_NAME",    "KEC_NAME",      "KEL_NAME",
             "KODE_POS",  "AKTA_LHR",  "NO_AKTA_LHR", "STAT_HIDUP", "STAT_KTP",    "EKTP_STATUS",   "TGL_KWN",
             "KLAIN_FSK", "PNYDNG_CCT"});
  out.end_row();
}

std::string nik_of(const World& world, std::uint32_t person) {
  return person == kNone || world.people[person].nik == 0 ? std::string() : digits(world.people[person].nik, 16);
}

void row(CsvWriter& out, const World& world, Record& record, base::Rng& rng, std::uint32_t) {
  const Traits traits = traits_of(world, record.person);
  const Person& person = *record.who;
  const Village& village = world.village_of(record.home);
  const std::uint32_t district = world.district_of(record.home).code % 100;
  out.cells({record.nik, record.kk, record.name, traits.birth_place, birth_text(record),
             !record.sex_known         ? ""
             : record.sex == Sex::Male ? "LAKI-LAKI"
                                       : "PEREMPUAN",
             relation_text(record.relation), marital_text(person.marital), traits.religion, traits.blood,
             traits.education, traits.job, record.mother, father_name(world, person), nik_of(world, person.mother),
             nik_of(world, person.father), record.address, record.hamlet});
  out.cell(record.rt == "-" || record.rt == "000" ? 0 : static_cast<int>(record.home.rt));
  out.cell(record.rw == "-" || record.rw == "000" ? 0 : static_cast<int>(record.home.rw));
  out.cell(static_cast<int>(data::kProvinceCode));
  out.cell(static_cast<int>(world.regency_of(record.home).code % 100));
  out.cell(static_cast<int>(district));
  out.cell(static_cast<int>(village.code));
  out.cells({data::kProvinceName, world.regency_of(record.home).name, record.district, record.village,
             digits(45'900U + district, 5)});
  const bool certificate = traits.age < 20 ? rng.chance(0.92) : rng.chance(0.3);
  out.cell(certificate ? "ADA" : "TIDAK ADA");
  out.cell(certificate ? digits(world.regency_of(record.home).code, 4) + "-LT-" +
                             date_text(to_date(person.birth), DateStyle::DayDash) + "-" + digits(rng.below(900) + 1, 4)
                       : std::string());
  out.cell(record.death_reported ? "MENINGGAL" : "HIDUP");
  out.cell(traits.age < 17 ? "BELUM WAJIB" : "WAJIB KTP");
  out.cell(traits.age < 17 ? "" : rng.chance(0.95) ? "PRR" : "BELUM REKAM");
  const bool married = person.marital == Marital::Married && rng.chance(0.6);
  out.cell(married ? date_text(to_date(person.birth + 7300 + static_cast<Day>(rng.below(1000))), DateStyle::DayDash)
                   : std::string());
  out.cells({"TIDAK ADA", traits.disability > 0 ? "CACAT FISIK" : ""});
  out.end_row();
}

} // namespace

Source dukcapil_source() {
  Source source;
  source.name = "dukcapil";
  source.columns = kHasNik | kHasKk | kHasBirth | kHasSex | kHasRtRw | kHasAddress | kHasVillage | kHasMother;
  source.dates = DateStyle::DayDash;
  source.carelessness = 0.25;
  source.staleness = 0.2;
  source.civil_registry = true;
  source.row_bytes = 420;
  source.rows = rows;
  source.begin = begin;
  source.row = row;
  return source;
}

} // namespace padan::synth
