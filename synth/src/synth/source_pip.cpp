// School aid: pupils from Dapodik with a header of two rows, parents beside the pupil.
#include "places.hpp"
#include "source.hpp"
#include "traits.hpp"

namespace padan::synth {
namespace {

std::uint32_t rows(const World& world, const Person& person, const Family& family, base::Rng& family_rng,
                   base::Rng& rng) {
  constexpr DecileShares kShares = {0.7, 0.62, 0.54, 0.42, 0.28, 0.14, 0.07, 0.03, 0.01, 0};
  const int age = world.age_of(person);
  return age >= 7 && age <= 18 && family_listed(family, kShares, family_rng) && rng.chance(0.9) ? 1 : 0;
}

void begin(CsvWriter& out, const Title& title) {
  out.raw_line("Daftar Peserta Didik Penerima PIP,,,,,,,,,,,,,,,,,,,,,,,,");
  out.raw_line("Kabupaten " + title_case(title.regency) + " Tahun " + title.year + ",,,,,,,,,,,,,,,,,,,,,,,,");
  out.cells(
      {"No",    "Nama",   "NIPD",     "JK", "NISN",  "Tempat Lahir", "Tanggal Lahir", "NIK",
       "Agama", "Alamat", "RT",       "RW", "Dusun", "Kelurahan",    "Kecamatan",     "Data Ayah",
       "",      "",       "Data Ibu", "",   "",      "Penerima KIP", "Nomor KKS",     "Layak PIP (usulan dari sekolah)",
       "No KK"});
  out.end_row();
  out.cells({"",
             "",
             "",
             "",
             "",
             "",
             "",
             "",
             "",
             "",
             "",
             "",
             "",
             "",
             "",
             "Nama",
             "Tahun Lahir",
             "NIK",
             "Nama",
             "Tahun Lahir",
             "NIK",
             "",
             "",
             "",
             ""});
  out.end_row();
}

void parent(CsvWriter& out, const World& world, const std::string& name, std::uint32_t index, base::Rng& rng) {
  const bool known = index != kNone && rng.chance(0.8);
  out.cell(title_case(name));
  out.cell(known ? std::to_string(to_date(world.people[index].birth).year) : std::string());
  out.cell(known && world.people[index].nik != 0 && rng.chance(0.7) ? digits(world.people[index].nik, 16)
                                                                    : std::string());
}

void row(CsvWriter& out, const World& world, Record& record, base::Rng& rng, std::uint32_t number) {
  const Person& person = *record.who;
  const Traits traits = traits_of(world, record.person);
  out.cell(static_cast<int>(number));
  out.cells(
      {title_case(record.name), digits(2'324'000ULL + rng.below(9000), 9),
       !record.sex_known         ? ""
       : record.sex == Sex::Male ? "L"
                                 : "P",
       digits(static_cast<std::uint64_t>(to_date(person.birth).year % 1000) * 10'000'000ULL + person.id * 3ULL, 10),
       title_case(traits.birth_place), birth_text(record), record.nik, title_case(traits.religion),
       title_case(record.address)});
  out.cell(record.rt == "-" || record.rt == "000" ? 0 : static_cast<int>(record.home.rt));
  out.cell(record.rw == "-" || record.rw == "000" ? 0 : static_cast<int>(record.home.rw));
  out.cells({title_case(record.hamlet), title_case(record.village), "Kec. " + title_case(record.district)});
  parent(out, world, father_name(world, person), person.father, rng);
  parent(out, world, record.mother, person.mother, rng);
  out.cell(rng.chance(0.5) ? "Ya" : "Tidak");
  out.cell(traits.bpnt ? "6032" + digits(980'000'000'000ULL + person.family * 17ULL, 12) : std::string());
  out.cells({"Ya", record.kk});
  out.end_row();
}

} // namespace

Source pip_source() {
  Source source;
  source.name = "pip";
  source.columns = kHasNik | kHasKk | kHasBirth | kHasSex | kHasRtRw | kHasAddress | kHasVillage | kHasMother;
  source.carelessness = 1.2;
  source.line_end = "\r\n";
  source.row_bytes = 280;
  source.rows = rows;
  source.begin = begin;
  source.row = row;
  return source;
}

} // namespace padan::synth
