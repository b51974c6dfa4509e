#include <utility>

#include "lister.hpp"
#include "padan/synth/synth.hpp"

namespace padan::synth {
namespace {

std::string write_people(const World& world) {
  CsvWriter out(',', "\n");
  out.reserve(world.people.size() * 90);
  out.cells({"person_id", "family_id", "nik", "name", "birth_date", "sex", "village", "alive"});
  out.end_row();
  for (std::size_t p = 0; p < world.people.size(); ++p) {
    const Person& person = world.people[p];
    const Family& family = world.families[person.family];
    out.cell("P" + digits(p + 1, 7));
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

} // namespace

void generate(const Options& options, const std::function<void(File&&)>& take) {
  const World world = build_world(options.people, options.seed);
  const Rates rates = rates_of(options.errors);
  std::string truth = "source,row,person_id,family_id,damage\n";
  truth.reserve(options.people * std::size_t{90});
  for (const Source& source : {dtks_source(), p3ke_source(), pbi_source(), dtsen_source(), dukcapil_source(),
                               rtlh_source(), stunting_source(), baznas_source(), pip_source()})
    take(File{std::string(source.name) + ".csv", write_list(world, source, rates, truth)});
  take(File{"truth/people.csv", write_people(world)});
  take(File{"truth/truth.csv", std::move(truth)});
}

std::vector<File> generate(const Options& options) {
  std::vector<File> files;
  generate(options, [&](File&& file) { files.push_back(std::move(file)); });
  return files;
}

} // namespace padan::synth
