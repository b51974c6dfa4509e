#include "population.hpp"

#include <algorithm>

namespace padan::synth {
namespace {

std::vector<std::uint32_t> offices_of(const World& world) {
  std::vector<std::uint32_t> offices;
  for (const District& district : world.districts) offices.push_back(district.code);
  return offices;
}

int age_of(const Person& person) { return age_at(person.birth, kToday); }

// Where newcomers come from: a range of World::cities and one of Registry::kForeign.
struct Origin {
  std::uint32_t city, cities, office, offices;
};

Origin origin_of(Style style) {
  switch (style) {
  case Style::Bali: return {21, 3, 12, 2};
  case Style::Batak: return {24, 2, 14, 2};
  case Style::Bugis: return {26, 2, 16, 2};
  case Style::Minang: return {28, 2, 18, 1};
  default: return {1, 20, 0, 12};
  }
}

Family no_family() {
  Family family;
  family.first = kNone;
  return family;
}

std::uint16_t last_word(const Person& person) { return person.name.words[person.name.count - 1]; }

} // namespace

Population::Population(World& world, std::uint32_t people, base::Rng rng)
    : world_(world), wanted_(people), rng_(rng), registry_(offices_of(world)), former_(no_family()) {
  world_.people.reserve(people + 16);
  world_.families.reserve(people / 3 + 16);
}

void Population::fill() {
  std::uint64_t total = 0;
  for (const Village& village : world_.villages) total += village.weight;
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
    if (family.first + family.count > wanted_) family.count = static_cast<std::uint16_t>(wanted_ - std::min(wanted_, family.first));
  for (std::uint32_t p = wanted_ > 40 ? wanted_ - 40 : 0; p < wanted_; ++p) {
    Person& person = world_.people[p];
    if (person.mother >= wanted_) person.mother = kNone;
    if (person.father >= wanted_) person.father = kNone;
  }
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
    if (kind < 63) add_couple(family);
    else if (kind < 73) add_three_generations(family);
    else if (kind < 85) add_parent_with_children(family);
    else if (kind < 95) add_alone(family);
    else add_young_single(family);
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
    if (family.moved) family.old_home = draw_home(static_cast<std::uint16_t>(rng_.below(static_cast<std::uint32_t>(world_.villages.size()))));
    family.old_kk = registry_.kk(district_of(family.old_home.village), before);
  }
  family.kk = registry_.kk(office, issued);
  const bool gone = rng_.chance(0.012);
  for (std::uint32_t p = family.first; p < family.first + family.count; ++p) {
    world_.people[p].family = index;
    world_.people[p].gone = gone || (age_of(world_.people[p]) >= 18 && age_of(world_.people[p]) < 30 && rng_.chance(0.025));
  }
  world_.families[index] = family;
  if (former_.first != kNone) {
    world_.people[former_.first].old_family = static_cast<std::uint32_t>(world_.families.size());
    former_.first = 0;
    world_.families.push_back(former_);
    former_ = no_family();
  }
}

void Population::add_couple(Family& family) {
  const int age = 22 + static_cast<int>(rng_.below(21)) + (rng_.chance(0.6) ? static_cast<int>(rng_.below(33)) : 0);
  const auto self = static_cast<std::uint32_t>(world_.families.size() - 1);
  Person husband;
  if (age > 42 || !rng_.chance(0.75) || !take_leaver(Sex::Male, 20, 42, self, husband))
    husband = adult(Sex::Male, age, Relation::Head, Marital::Married, family);
  husband.relation = Relation::Head;
  husband.marital = Marital::Married;
  const int his = age_of(husband);
  Person wife;
  if (his > 42 || !rng_.chance(0.75) || !take_leaver(Sex::Female, std::max(18, his - 9), his + 3, husband.old_family, wife)) {
    const Style style = rng_.chance(0.8) ? husband.style : draw_style(family.home.village);
    wife = adult(Sex::Female, std::max(18, his - static_cast<int>(rng_.below(9)) + 2), Relation::Spouse, Marital::Married, family);
    if (style != wife.style) {
      wife.style = style;
      wife.name = world_.names.draw(rng_, style, Sex::Female, to_date(wife.birth).year);
    }
  }
  wife.relation = Relation::Spouse;
  wife.marital = Marital::Married;
  const std::uint32_t father = put(husband);
  const std::uint32_t mother = put(wife);
  add_children(father, mother, family);
}

void Population::add_parent_with_children(Family& family) {
  const bool woman = rng_.chance(0.8);
  const bool widowed = rng_.chance(0.6);
  const int age = 26 + static_cast<int>(rng_.below(22)) + (widowed ? static_cast<int>(rng_.below(22)) : 0);
  const std::uint32_t head = put(adult(woman ? Sex::Female : Sex::Male, age, Relation::Head, widowed ? Marital::Widowed : Marital::Divorced, family));
  std::uint32_t partner = kNone;
  if (widowed && rng_.chance(0.45)) {
    add_dead_spouse(head, family);
    partner = head + 1;
  }
  add_children(woman ? partner : head, woman ? head : partner, family);
}

void Population::add_alone(Family& family) {
  const bool woman = rng_.chance(0.74);
  const int age = 58 + static_cast<int>(rng_.below(18)) + static_cast<int>(rng_.below(14));
  const std::uint32_t head = put(adult(woman ? Sex::Female : Sex::Male, age, Relation::Head, Marital::Widowed, family));
  if (rng_.chance(0.3)) add_dead_spouse(head, family);
}

void Population::add_young_single(Family& family) {
  Person person;
  const Sex sex = rng_.chance(0.6) ? Sex::Male : Sex::Female;
  if (!rng_.chance(0.4) || !take_leaver(sex, 19, 34, kNone, person))
    person = adult(sex, 19 + static_cast<int>(rng_.below(14)), Relation::Head, Marital::Single, family);
  person.relation = Relation::Head;
  put(person);
}

void Population::add_three_generations(Family& family) {
  add_couple(family);
  add_elder(family);
  const auto last = static_cast<std::uint32_t>(world_.people.size());
  for (std::uint32_t p = family.first; p < last; ++p)
    if (world_.people[p].relation == Relation::Child && age_of(world_.people[p]) >= 21 && rng_.chance(0.3)) {
      add_spouse_in_law(p, family);
      break;
    }
  if (rng_.chance(0.2)) {
    Person other = adult(rng_.chance(0.5) ? Sex::Male : Sex::Female, 8 + static_cast<int>(rng_.below(20)), Relation::Other, Marital::Single, family);
    put(other);
  }
}

// An old parent lives with the family; half of them had a card of their own until lately.
void Population::add_elder(Family& family) {
  const std::uint32_t head = family.first;
  const std::uint32_t of = world_.people[head].mother == kNone || !rng_.chance(0.5) ? head : head + 1;
  if (world_.people[of].mother != kNone || world_.people[of].father != kNone) return;
  const bool woman = rng_.chance(0.75);
  Person elder = adult(woman ? Sex::Female : Sex::Male, age_of(world_.people[of]) + 17 + static_cast<int>(rng_.below(16)),
                       of == head ? Relation::Parent : Relation::ParentInLaw, Marital::Widowed, family);
  const bool had_card = rng_.chance(0.5);
  elder.old_relation = Relation::Head;
  const std::uint32_t index = put(elder);
  if (had_card) {
    former_.home = rng_.chance(0.7) ? family.home : draw_home(family.home.village);
    former_.old_home = former_.home;
    former_.kk = registry_.kk(district_of(former_.home.village), kToday - 2000 - static_cast<Day>(rng_.below(3000)));
    former_.first = index;
  }
  (woman ? world_.people[of].mother : world_.people[of].father) = index;
}

void Population::add_spouse_in_law(std::uint32_t child, const Family& family) {
  Person& grown = world_.people[child];
  grown.marital = Marital::Married;
  Person spouse = adult(grown.sex == Sex::Male ? Sex::Female : Sex::Male, std::max(18, age_of(grown) - 2 + static_cast<int>(rng_.below(5))),
                        Relation::ChildInLaw, Marital::Married, family);
  spouse.style = grown.style;
  const std::uint32_t other = put(spouse);
  const bool man = world_.people[child].sex == Sex::Male;
  Person baby;
  baby.sex = rng_.chance(0.51) ? Sex::Male : Sex::Female;
  baby.style = world_.people[child].style;
  baby.relation = Relation::Grandchild;
  baby.birth = kToday - static_cast<Day>(rng_.below(365 * 4));
  baby.father = man ? child : other;
  baby.mother = man ? other : child;
  name_and_number(baby, district_of(family.home.village));
  put(baby);
}

void Population::add_dead_spouse(std::uint32_t survivor, const Family& family) {
  const Person& living = world_.people[survivor];
  const Sex sex = living.sex == Sex::Male ? Sex::Female : Sex::Male;
  const int age = age_of(living) + (sex == Sex::Male ? static_cast<int>(rng_.below(8)) : -static_cast<int>(rng_.below(6)));
  Person person = adult(sex, age, sex == Sex::Male ? Relation::Head : Relation::Spouse, Marital::Married, family);
  person.dead = true;
  put(person);
}

// Spaced births from the mother's twenties on. Grown children mostly leave: some wait for a family of their own here.
void Population::add_children(std::uint32_t father, std::uint32_t mother, const Family& family) {
  const std::uint32_t elder = mother != kNone ? mother : father;
  const Style style = world_.people[father != kNone ? father : mother].style;
  const std::uint16_t family_word = style == Style::Batak && father != kNone ? last_word(world_.people[father]) : Inventory::kNoWord;
  const auto self = static_cast<std::uint32_t>(world_.families.size() - 1);
  const std::uint32_t wanted = rng_.below(2) + rng_.below(3) + (age_of(world_.people[elder]) > 48 ? rng_.below(3) : 0) + (rng_.chance(0.6) ? 1 : 0);
  Day birth = world_.people[elder].birth + 365 * 20 + static_cast<Day>(rng_.below(365 * 8));
  const Day last_birth = world_.people[elder].birth + 365 * 43;
  const std::uint32_t key = ++siblings_;
  Name before;
  for (std::uint32_t i = 0; i < wanted && birth < kToday && birth < last_birth; ++i) {
    const bool twin = before.count > 0 && i > 0 && rng_.chance(0.02);
    if (!twin) birth += i == 0 ? 0 : 500 + static_cast<Day>(rng_.below(1500));
    if (birth >= kToday) break;
    Person child;
    child.birth = birth;
    child.sex = rng_.chance(0.51) ? Sex::Male : Sex::Female;
    child.style = style;
    child.relation = Relation::Child;
    child.father = father;
    child.mother = mother;
    child.sibling_key = key;
    child.name = world_.names.draw(rng_, style, child.sex, to_date(birth).year, family_word);
    if (twin && before.count > 1) {
      child.sex = world_.people.back().sex;
      child.name = before; // twins share the last word of their names
      child.name.words[0] = world_.names.draw(rng_, style, child.sex, to_date(birth).year).words[0];
    }
    name_and_number(child, rng_.chance(0.94) ? district_of(family.home.village) : draw_office(family));
    const int age = age_of(child);
    const bool leaves = age >= 19 && rng_.chance(age >= 27 ? 0.85 : 0.5);
    before = child.name;
    if (!leaves) {
      if (age >= 25 && rng_.chance(0.1)) child.marital = Marital::Divorced;
      put(child);
    } else if (rng_.chance(0.75)) {
      before = Name{};
      child.old_family = self;
      child.old_relation = Relation::Child;
      leavers_[static_cast<std::size_t>(child.sex)].push_back(child);
    }
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
      if (model.sex == person.sex && (age_of(model) < 30) == (age_of(person) < 30)) person.name = model.name;
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
  if (far) person.birth_city = static_cast<std::uint8_t>(origin.city + rng_.below(origin.cities));
  else if (rng_.chance(0.06)) person.birth_city = static_cast<std::uint8_t>(1 + rng_.below(20));
  name_and_number(person, far ? registry_.own_offices() + origin.office + rng_.below(origin.offices) : draw_office(family));
  person.haji = age >= 45 && rng_.chance(0.05);
  person.degree = age >= 23 && rng_.chance(0.05) ? static_cast<std::uint8_t>(1 + rng_.below(8)) : std::uint8_t{0};
  return person;
}

void Population::name_and_number(Person& person, std::uint32_t office) {
  const int year = to_date(person.birth).year;
  if (person.name.count == 0) person.name = world_.names.draw(rng_, person.style, person.sex, year);
  const bool unregistered = person.birth > kToday - 400 ? rng_.chance(0.25) : rng_.chance(0.002);
  // Few birth dates were corrected after the number was given: the number keeps the old day.
  Day registered = person.birth;
  if (age_of(person) > 25 && rng_.chance(0.004)) registered = person.birth - 300 + static_cast<Day>(rng_.below(600));
  if (!unregistered) person.nik = registry_.nik(office, registered, person.sex, rng_);
}

bool Population::take_leaver(Sex sex, int age_from, int age_to, std::uint32_t not_from, Person& out) {
  std::vector<Person>& pool = leavers_[static_cast<std::size_t>(sex)];
  const std::size_t look = std::min<std::size_t>(pool.size(), 40);
  for (std::size_t i = 0; i < look; ++i) {
    const std::size_t at = pool.size() - 1 - i;
    const int age = age_of(pool[at]);
    if (age < age_from || age > age_to || pool[at].old_family == not_from) continue;
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
  if (draw < 700) return main;
  if (draw < 780) return Style::Sunda;
  if (draw < 840) return Style::Java;
  if (draw < 940) return Style::Faith;
  if (draw < 965) return Style::Banten;
  if (draw < 975) return Style::Batak;
  if (draw < 984) return Style::Minang;
  if (draw < 993) return Style::Bugis;
  return Style::Bali;
}

Home Population::draw_home(std::uint16_t village) {
  Home home;
  home.village = village;
  home.hamlet = static_cast<std::uint8_t>(rng_.below(static_cast<std::uint32_t>(world_.villages[village].hamlets.size())));
  home.rw = static_cast<std::uint8_t>(home.hamlet + 1);
  home.rt = static_cast<std::uint8_t>(home.hamlet * 3 + 1 + static_cast<int>(rng_.below(4)));
  home.number = static_cast<std::uint8_t>(1 + rng_.below(250));
  return home;
}

// Old people's birthdays were often guessed when they were registered.
Day Population::birth_at_age(int age) {
  const Day birth = kToday - age * 1461 / 4 - static_cast<Day>(rng_.below(365));
  if (age < 50) return birth;
  const int year = to_date(birth).year;
  const std::uint32_t draw = rng_.below(100);
  if (draw < 6) return to_day({year, 12, 31});
  if (draw < 10) return to_day({year, 7, 1});
  return draw < 13 ? to_day({year, 1, 1}) : birth;
}

} // namespace padan::synth
