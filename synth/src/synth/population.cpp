#include "population.hpp"

#include <algorithm>

namespace padan::synth {
namespace {

std::vector<std::uint32_t> offices_of(const World& world) {
  std::vector<std::uint32_t> offices;
  for (const District& district : world.districts)
    offices.push_back(district.code);
  return offices;
}

// Where newcomers come from: a range of World::cities and one of Registry::kForeign.
struct Origin {
  std::uint32_t city, cities, office, offices;
};

Origin origin_of(Style style) {
  switch (style) {
  case Style::Bali:
    return {21, 3, 12, 2};
  case Style::Batak:
    return {24, 2, 14, 2};
  case Style::Bugis:
    return {26, 2, 16, 2};
  case Style::Minang:
    return {28, 2, 18, 1};
  default:
    return {1, 20, 0, 12};
  }
}

Family no_family() {
  Family family;
  family.first = kNone;
  return family;
}

} // namespace

Population::Population(World& world, std::uint32_t people, base::Rng rng)
    : world_(world), wanted_(people), rng_(rng), registry_(offices_of(world)), former_(no_family()) {
  world_.people.reserve(people + 16);
  world_.families.reserve(people / 3 + 16);
}

void Population::fill() {
  std::uint64_t total = 0;
  for (const Village& village : world_.villages)
    total += village.weight;
  std::uint64_t sum = 0;
  for (std::size_t v = 0; v < world_.villages.size(); ++v) {
    sum += world_.villages[v].weight;
    fill_village(static_cast<std::uint16_t>(v), static_cast<std::uint32_t>(wanted_ * sum / total));
  }
  cut_to_size();
}

// The last family may be too many: its last members were never born.
void Population::cut_to_size() {
  world_.people.resize(wanted_);
  for (Family& family : world_.families)
    if (family.first + family.count > wanted_)
      family.count = static_cast<std::uint16_t>(wanted_ - std::min(wanted_, family.first));
  for (std::uint32_t p = wanted_ > 40 ? wanted_ - 40 : 0; p < wanted_; ++p) {
    Person& person = world_.people[p];
    if (person.mother >= wanted_)
      person.mother = kNone;
    if (person.father >= wanted_)
      person.father = kNone;
  }
  for (std::uint32_t p = 0; p < world_.people.size(); ++p)
    world_.people[p].id = p;
}

void Population::fill_village(std::uint16_t village, std::uint32_t until) {
  const auto first = static_cast<std::uint32_t>(world_.people.size());
  while (world_.people.size() < until) {
    world_.families.emplace_back();
    Family family;
    family.home = draw_home(village);
    family.old_home = family.home;
    family.first = static_cast<std::uint32_t>(world_.people.size());
    const std::uint32_t kind = rng_.below(100);
    if (kind < 63)
      add_couple(family);
    else if (kind < 73)
      add_three_generations(family);
    else if (kind < 85)
      add_parent_with_children(family);
    else if (kind < 95)
      add_alone(family);
    else
      add_young_single(family);
    close_family(family);
  }
  make_namesakes(first);
}

// Card number, welfare and the changes that lists are slow to notice.
void Population::close_family(Family& family) {
  const auto index = static_cast<std::uint32_t>(world_.families.size() - 1);
  family.count = static_cast<std::uint16_t>(world_.people.size() - family.first);
  const std::uint32_t office = district_of(family.home.village);
  const bool poor = rng_.chance(0.06);
  family.decile = static_cast<std::uint8_t>(poor ? 1 + rng_.below(4) : 1 + rng_.below(10));
  const Day issued = kToday - 30 - static_cast<Day>(rng_.below(5400));
  const Day before = issued - 200 - static_cast<Day>(rng_.below(2500));
  family.moved = rng_.chance(0.05);
  if (family.moved || rng_.chance(0.09)) {
    if (family.moved)
      family.old_home =
          draw_home(static_cast<std::uint16_t>(rng_.below(static_cast<std::uint32_t>(world_.villages.size()))));
    family.old_kk = registry_.kk(district_of(family.old_home.village), before);
  }
  family.kk = registry_.kk(office, issued);
  const bool gone = rng_.chance(0.012);
  for (std::uint32_t p = family.first; p < family.first + family.count; ++p) {
    world_.people[p].family = index;
    world_.people[p].gone =
        gone || (world_.age_of(world_.people[p]) >= 18 && world_.age_of(world_.people[p]) < 30 && rng_.chance(0.025));
  }
  world_.families[index] = family;
  if (former_.first != kNone) {
    world_.people[former_.first].old_family = static_cast<std::uint32_t>(world_.families.size());
    former_.first = 0;
    world_.families.push_back(former_);
    former_ = no_family();
  }
}

// Some people of one village bear the same name; some sons their father's.
void Population::make_namesakes(std::uint32_t first) {
  const auto end = static_cast<std::uint32_t>(world_.people.size());
  for (std::uint32_t p = first + 1; p < end; ++p) {
    Person& person = world_.people[p];
    if (person.father != kNone && person.sex == Sex::Male && rng_.chance(0.004)) {
      person.name = world_.people[person.father].name;
    } else if (rng_.chance(0.006)) {
      const Person& model = world_.people[first + rng_.below(p - first)];
      if (model.sex == person.sex && (world_.age_of(model) < 30) == (world_.age_of(person) < 30))
        person.name = model.name;
    }
  }
}

Person Population::adult(Sex sex, int age, Relation relation, Marital marital, const Family& family) {
  Person person;
  person.sex = sex;
  person.style = draw_style(family.home.village);
  person.relation = relation;
  person.marital = marital;
  person.birth = birth_at_age(std::min(age, 104));
  person.sibling_key = ++siblings_;
  const bool stranger = person.style != Style::Sunda && person.style != Style::Java && person.style != Style::Faith;
  const bool far = rng_.chance(stranger ? 0.5 : 0.08);
  const Origin origin = origin_of(person.style);
  if (far)
    person.birth_city = static_cast<std::uint8_t>(origin.city + rng_.below(origin.cities));
  else if (rng_.chance(0.06))
    person.birth_city = static_cast<std::uint8_t>(1 + rng_.below(20));
  name_and_number(person,
                  far ? registry_.own_offices() + origin.office + rng_.below(origin.offices) : draw_office(family));
  person.haji = age >= 45 && rng_.chance(0.05);
  person.degree = age >= 23 && rng_.chance(0.05) ? static_cast<std::uint8_t>(1 + rng_.below(8)) : std::uint8_t{0};
  return person;
}

void Population::name_and_number(Person& person, std::uint32_t office) {
  const int year = to_date(person.birth).year;
  if (person.name.count == 0)
    person.name = world_.names.draw(rng_, person.style, person.sex, year);
  const bool unregistered = person.birth > kToday - 400 ? rng_.chance(0.25) : rng_.chance(0.002);
  // Few birth dates were corrected after the number was given: the number keeps the old day.
  Day registered = person.birth;
  if (world_.age_of(person) > 25 && rng_.chance(0.004))
    registered = person.birth - 300 + static_cast<Day>(rng_.below(600));
  if (!unregistered)
    person.nik = registry_.nik(office, registered, person.sex, rng_);
}

bool Population::take_leaver(Sex sex, int age_from, int age_to, std::uint32_t not_from, Person& out) {
  std::vector<Person>& pool = leavers_[static_cast<std::size_t>(sex)];
  const std::size_t look = std::min<std::size_t>(pool.size(), 40);
  for (std::size_t i = 0; i < look; ++i) {
    const std::size_t at = pool.size() - 1 - i;
    const int age = world_.age_of(pool[at]);
    if (age < age_from || age > age_to || pool[at].old_family == not_from)
      continue;
    out = pool[at];
    pool.erase(pool.begin() + static_cast<std::ptrdiff_t>(at));
    return true;
  }
  return false;
}

std::uint32_t Population::put(Person person) {
  world_.people.push_back(person);
  return static_cast<std::uint32_t>(world_.people.size() - 1);
}

std::uint32_t Population::draw_office(const Family& family) {
  return rng_.chance(0.8) ? district_of(family.home.village) : rng_.below(registry_.own_offices());
}

Style Population::draw_style(std::uint16_t village) {
  const Style main = world_.villages[village].main_style;
  const std::uint32_t draw = rng_.below(1000);
  if (draw < 700)
    return main;
  if (draw < 780)
    return Style::Sunda;
  if (draw < 840)
    return Style::Java;
  if (draw < 940)
    return Style::Faith;
  if (draw < 965)
    return Style::Banten;
  if (draw < 975)
    return Style::Batak;
  if (draw < 984)
    return Style::Minang;
  if (draw < 993)
    return Style::Bugis;
  return Style::Bali;
}

Home Population::draw_home(std::uint16_t village) {
  Home home;
  home.village = village;
  home.hamlet =
      static_cast<std::uint8_t>(rng_.below(static_cast<std::uint32_t>(world_.villages[village].hamlets.size())));
  home.rw = static_cast<std::uint8_t>(home.hamlet + 1);
  home.rt = static_cast<std::uint8_t>(home.hamlet * 3 + 1 + draw(4));
  home.number = static_cast<std::uint8_t>(1 + rng_.below(250));
  return home;
}

// Old people's birthdays were often guessed when they were registered.
Day Population::birth_at_age(int age) {
  const Day birth = kToday - age * 1461 / 4 - static_cast<Day>(rng_.below(365));
  if (age < 50)
    return birth;
  const int year = to_date(birth).year;
  const std::uint32_t draw = rng_.below(100);
  if (draw < 6)
    return to_day({year, 12, 31});
  if (draw < 10)
    return to_day({year, 7, 1});
  return draw < 13 ? to_day({year, 1, 1}) : birth;
}

} // namespace padan::synth
