#include "traits.hpp"

namespace padan::synth {
namespace {

struct Job {
  std::string_view card, p3ke;
  int code;
};

constexpr Job kMenJobs[] = {{"BURUH HARIAN LEPAS", "PEKERJA LEPAS", 6},
                            {"PETANI/PEKEBUN", "PETANI", 1},
                            {"BURUH TANI/PERKEBUNAN", "PEKERJA LEPAS", 1},
                            {"WIRASWASTA", "WIRASWASTA", 7},
                            {"KARYAWAN SWASTA", "PEGAWAI SWASTA", 3},
                            {"PEDAGANG", "PEDAGANG", 7},
                            {"SOPIR", "PEKERJA LEPAS", 8},
                            {"TUKANG BATU", "PEKERJA LEPAS", 6},
                            {"NELAYAN/PERIKANAN", "NELAYAN", 1},
                            {"BELUM/TIDAK BEKERJA", "TIDAK/BELUM BEKERJA", 0},
                            {"PEGAWAI NEGERI SIPIL", "PNS/TNI/POLRI", 15},
                            {"PENSIUNAN", "PENSIUNAN", 0}};
constexpr Job kWomenJobs[] = {{"MENGURUS RUMAH TANGGA", "TIDAK/BELUM BEKERJA", 0},
                              {"MENGURUS RUMAH TANGGA", "TIDAK/BELUM BEKERJA", 0},
                              {"BURUH HARIAN LEPAS", "PEKERJA LEPAS", 6},
                              {"PEDAGANG", "PEDAGANG", 7},
                              {"PETANI/PEKEBUN", "PETANI", 1},
                              {"KARYAWAN SWASTA", "PEGAWAI SWASTA", 3},
                              {"BURUH TANI/PERKEBUNAN", "PEKERJA LEPAS", 1},
                              {"WIRASWASTA", "WIRASWASTA", 7},
                              {"PEGAWAI NEGERI SIPIL", "PNS/TNI/POLRI", 15}};
constexpr Job kPupil = {"PELAJAR/MAHASISWA", "TIDAK/BELUM BEKERJA", 0};
constexpr Job kNoJob = {"BELUM/TIDAK BEKERJA", "TIDAK/BELUM BEKERJA", 0};

constexpr std::string_view kEducation[] = {"TIDAK/BELUM SEKOLAH", "BELUM TAMAT SD/SEDERAJAT", "TAMAT SD/SEDERAJAT",
                                           "SLTP/SEDERAJAT",      "SLTA/SEDERAJAT",           "DIPLOMA IV/STRATA I"};

Job draw_job(const Person& person, int age, base::Rng& rng) {
  if (age < 6)
    return kNoJob;
  if (age < 18)
    return kPupil;
  if (age > 74)
    return kNoJob;
  const double u = rng.unit();
  if (person.sex == Sex::Male)
    return kMenJobs[static_cast<std::size_t>(u * u * 12)];
  return kWomenJobs[static_cast<std::size_t>(u * u * 9)];
}

int draw_education(int age, base::Rng& rng) {
  if (age < 7)
    return 0;
  if (age < 13)
    return 1;
  if (age < 16)
    return 2;
  if (age < 19)
    return 3;
  const std::uint32_t draw = rng.below(100);
  if (age > 60)
    return draw < 30 ? 0 : draw < 50 ? 1 : draw < 90 ? 2 : 3;
  return draw < 5 ? 1 : draw < 45 ? 2 : draw < 68 ? 3 : draw < 93 || age < 23 ? 4 : 5;
}

std::string_view religion_of(Style style) {
  return style == Style::Bali ? "HINDU" : style == Style::Batak ? "KRISTEN" : "ISLAM";
}

} // namespace

Traits traits_of(const World& world, std::uint32_t index) {
  const Person& person = world.people[index];
  const Family& family = world.families[person.family];
  base::Rng rng = world.root.fork(41).fork(person.id);
  Traits traits;
  traits.age = world.age_of(person);
  const Job job = draw_job(person, traits.age, rng);
  traits.job = job.card;
  traits.p3ke_job = job.p3ke;
  traits.job_code = job.code;
  traits.education_step = person.degree > 0 ? 5 : draw_education(traits.age, rng);
  traits.education = kEducation[traits.education_step];
  traits.religion = religion_of(person.style);
  constexpr std::string_view kBlood[] = {"O", "A", "B", "AB", "TIDAK TAHU", "TIDAK TAHU", "TIDAK TAHU", "-"};
  traits.blood = kBlood[rng.below(8)];
  traits.birth_place = person.birth_city == 0 ? std::string_view(world.regency_of(family.home).name)
                                              : std::string_view(world.cities[person.birth_city]);
  if (traits.age >= 40 && rng.chance(0.09))
    traits.chronic_illness = 1 + static_cast<int>(rng.below(16));
  if (rng.chance(traits.age >= 60 ? 0.08 : 0.015))
    traits.disability = 1 + static_cast<int>(rng.below(6));
  base::Rng aid = world.root.fork(42).fork(person.family);
  traits.pkh = family.decile <= 4 && aid.chance(0.3);
  traits.bpnt = family.decile <= 4 && aid.chance(0.45);
  traits.bst = family.decile <= 6 && aid.chance(0.1);
  traits.pbi = family.decile <= 5 && aid.chance(0.6);
  return traits;
}

std::string dtks_id(const World& world, std::uint32_t person) {
  return "ART" + digits(world.root.fork(44).fork(world.people[person].id).next() % 100'000'000'000ULL, 11);
}

std::string_view relation_text(Relation relation) {
  constexpr std::string_view kTexts[] = {"KEPALA KELUARGA", "ISTRI",  "ANAK",       "MENANTU", "CUCU",
                                         "ORANG TUA",       "MERTUA", "FAMILI LAIN"};
  return kTexts[static_cast<std::size_t>(relation)];
}

std::string_view marital_text(Marital marital) {
  constexpr std::string_view kTexts[] = {"BELUM KAWIN", "KAWIN", "CERAI HIDUP", "CERAI MATI"};
  return kTexts[static_cast<std::size_t>(marital)];
}

} // namespace padan::synth
