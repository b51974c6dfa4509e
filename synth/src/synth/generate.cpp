#include <algorithm>
#include <utility>

#include "later.hpp"
#include "lister.hpp"
#include "lokus.hpp"
#include "padan/synth/synth.hpp"

namespace padan::synth {
namespace {

using Take = std::function<void(File&&)>;

std::string write_people(const World& world) {
  CsvWriter out(',', "\n");
  out.reserve(world.people.size() * 90);
  out.cells({"person_id", "family_id", "nik", "name", "birth_date", "sex", "village", "alive"});
  out.end_row();
  for (const Person& person : world.people) {
    const Family& family = world.families[person.family];
    out.cell("P" + digits(person.id + 1ULL, 7));
    out.cell("K" + digits(person.family + 1ULL, 7));
    out.cell(person.nik == 0 ? std::string() : digits(person.nik, 16));
    out.cell(world.names.text(person.name));
    out.cell(date_text(to_date(person.birth), DateStyle::Iso));
    out.cell(person.sex == Sex::Male ? "L" : "P");
    out.cell(digits(world.district_of(family.home).code, 6) + digits(world.village_of(family.home).code, 4));
    out.cell(person.dead ? "tidak" : "ya");
    out.end_row();
  }
  return out.take();
}

// "2024-12-31" → "31 DESEMBER 2024"; what is no date is said as it is.
std::string spoken_date(const std::string& iso) {
  const int month = iso.size() == 10 ? (iso[5] - '0') * 10 + (iso[6] - '0') : 0;
  if (month < 1 || month > 12)
    return iso;
  return iso.substr(8) + " " + std::string(month_name(month)) + " " + iso.substr(0, 4);
}

// Only letters: the name of a source is a word of the truth.
std::string list_name(const World& world, const Source& source, std::uint32_t regency) {
  std::string name(source.name);
  if (world.regencies.size() > 1) {
    name += '_';
    for (const char c : world.regencies[regency].name)
      name += static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

void write_lists(const World& world, const Options& options, const std::string& folder, const Take& take) {
  const Rates rates = rates_of(options.errors);
  std::string truth = "source,row,person_id,family_id,damage\n";
  truth.reserve(options.people * std::size_t{90});
  for (const Source& source : {dtks_source(), p3ke_source(), pbi_source(), dtsen_source(), dukcapil_source(),
                               rtlh_source(), stunting_source(), baznas_source(), pip_source()})
    for (std::uint32_t regency = 0; regency < world.regencies.size(); ++regency) {
      const ListScope scope{list_name(world, source, regency), regency,
                            Title{world.regencies[regency].name, std::to_string(to_date(world.today).year),
                                  spoken_date(options.p3ke_until)}};
      take(File{folder + scope.name + ".csv", write_list(world, source, rates, scope, truth)});
    }
  take(File{folder + "truth/people.csv", write_people(world)});
  take(File{folder + "truth/truth.csv", std::move(truth)});
}

} // namespace

void generate(const Options& options, const Take& take) {
  const World world =
      build_world(options.people, options.seed, std::clamp(options.regencies, std::uint32_t{1}, kMostRegencies));
  write_lists(world, options, "", take);
  if (options.lokus > 0)
    take(File{"lokus/lokus.csv", write_lokus(world, options.lokus)});
  if (options.later) {
    const World after = a_year_later(world);
    write_lists(after, options, "later/", take);
    take(File{"truth/truth_change.csv", write_change(world, after)});
  }
}

std::vector<File> generate(const Options& options) {
  std::vector<File> files;
  generate(options, [&](File&& file) { files.push_back(std::move(file)); });
  return files;
}

} // namespace padan::synth
