// The kinds of family there are.
#include <algorithm>

#include "population.hpp"

namespace padan::synth {
namespace {

std::uint16_t last_word(const Person& person) { return person.name.words[person.name.count - 1]; }

} // namespace

void Population::add_couple(Family& family) {
  int age = 22 + draw(21);
  if (rng_.chance(0.6))
    age += draw(33);
  const auto self = static_cast<std::uint32_t>(world_.families.size() - 1);
  Person husband;
  if (age > 42 || !rng_.chance(0.75) || !take_leaver(Sex::Male, 20, 42, self, husband))
    husband = adult(Sex::Male, age, Relation::Head, Marital::Married, family);
  husband.relation = Relation::Head;
  husband.marital = Marital::Married;
  const int his = world_.age_of(husband);
  Person wife;
  if (his > 42 || !rng_.chance(0.75) ||
      !take_leaver(Sex::Female, std::max(18, his - 9), his + 3, husband.old_family, wife)) {
    const Style style = rng_.chance(0.8) ? husband.style : draw_style(family.home.village);
    wife = adult(Sex::Female, std::max(18, his - draw(9) + 2), Relation::Spouse, Marital::Married, family);
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
  int age = 26 + draw(22);
  if (widowed)
    age += draw(22);
  const std::uint32_t head = put(adult(woman ? Sex::Female : Sex::Male, age, Relation::Head,
                                       widowed ? Marital::Widowed : Marital::Divorced, family));
  std::uint32_t partner = kNone;
  if (widowed && rng_.chance(0.45)) {
    add_dead_spouse(head, family);
    partner = head + 1;
  }
  add_children(woman ? partner : head, woman ? head : partner, family);
}

void Population::add_alone(Family& family) {
  const bool woman = rng_.chance(0.74);
  int age = 58 + draw(18);
  age += draw(14);
  const std::uint32_t head = put(adult(woman ? Sex::Female : Sex::Male, age, Relation::Head, Marital::Widowed, family));
  if (rng_.chance(0.3))
    add_dead_spouse(head, family);
}

void Population::add_young_single(Family& family) {
  Person person;
  const Sex sex = rng_.chance(0.6) ? Sex::Male : Sex::Female;
  if (!rng_.chance(0.4) || !take_leaver(sex, 19, 34, kNone, person))
    person = adult(sex, 19 + draw(14), Relation::Head, Marital::Single, family);
  person.relation = Relation::Head;
  put(person);
}

void Population::add_three_generations(Family& family) {
  add_couple(family);
  add_elder(family);
  const auto last = static_cast<std::uint32_t>(world_.people.size());
  for (std::uint32_t p = family.first; p < last; ++p)
    if (world_.people[p].relation == Relation::Child && world_.age_of(world_.people[p]) >= 21 && rng_.chance(0.3)) {
      add_spouse_in_law(p, family);
      break;
    }
  if (rng_.chance(0.2)) {
    const Sex sex = rng_.chance(0.5) ? Sex::Male : Sex::Female;
    put(adult(sex, 8 + draw(20), Relation::Other, Marital::Single, family));
  }
}

// An old parent lives with the family; half of them had a card of their own until lately.
void Population::add_elder(Family& family) {
  const std::uint32_t head = family.first;
  const std::uint32_t of = world_.people[head].mother == kNone || !rng_.chance(0.5) ? head : head + 1;
  if (world_.people[of].mother != kNone || world_.people[of].father != kNone)
    return;
  const bool woman = rng_.chance(0.75);
  Person elder = adult(woman ? Sex::Female : Sex::Male, world_.age_of(world_.people[of]) + 17 + draw(16),
                       of == head ? Relation::Parent : Relation::ParentInLaw, Marital::Widowed, family);
  const bool had_card = rng_.chance(0.5);
  elder.old_relation = Relation::Head;
  const std::uint32_t index = put(elder);
  if (had_card) {
    former_.home = rng_.chance(0.7) ? family.home : draw_home(family.home.village);
    former_.old_home = former_.home;
    former_.kk = registry_.kk(district_of(former_.home.village), kToday - 2000 - static_cast<Day>(rng_.below(3000)));
    former_.decile = static_cast<std::uint8_t>(1 + rng_.below(6));
    former_.first = index;
  }
  (woman ? world_.people[of].mother : world_.people[of].father) = index;
}

void Population::add_spouse_in_law(std::uint32_t child, const Family& family) {
  Person& grown = world_.people[child];
  grown.marital = Marital::Married;
  Person spouse =
      adult(grown.sex == Sex::Male ? Sex::Female : Sex::Male, std::max(18, world_.age_of(grown) - 2 + draw(5)),
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
  const int age = world_.age_of(living) + (sex == Sex::Male ? draw(8) : -draw(6));
  Person person = adult(sex, age, sex == Sex::Male ? Relation::Head : Relation::Spouse, Marital::Married, family);
  person.dead = true;
  put(person);
}

// Spaced births from the mother's twenties on. Grown children mostly leave: some wait for a family of their own here.
void Population::add_children(std::uint32_t father, std::uint32_t mother, const Family& family) {
  const std::uint32_t elder = mother != kNone ? mother : father;
  const Style style = world_.people[father != kNone ? father : mother].style;
  const std::uint16_t family_word =
      style == Style::Batak && father != kNone ? last_word(world_.people[father]) : Inventory::kNoWord;
  const auto self = static_cast<std::uint32_t>(world_.families.size() - 1);
  int wanted = draw(2);
  wanted += draw(3);
  if (world_.age_of(world_.people[elder]) > 48)
    wanted += draw(3);
  if (rng_.chance(0.6))
    ++wanted;
  Day birth = world_.people[elder].birth + 365 * 20 + static_cast<Day>(rng_.below(365 * 8));
  const Day last_birth = world_.people[elder].birth + 365 * 43;
  const std::uint32_t key = ++siblings_;
  Name before;
  for (int i = 0; i < wanted && birth < kToday && birth < last_birth; ++i) {
    const bool twin = before.count > 0 && i > 0 && rng_.chance(0.02);
    if (!twin)
      birth += i == 0 ? 0 : 500 + static_cast<Day>(rng_.below(1500));
    if (birth >= kToday)
      break;
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
    const int age = world_.age_of(child);
    const bool leaves = age >= 19 && rng_.chance(age >= 27 ? 0.85 : 0.5);
    before = child.name;
    if (!leaves) {
      if (age >= 25 && rng_.chance(0.1))
        child.marital = Marital::Divorced;
      put(child);
    } else if (rng_.chance(0.75)) {
      before = Name{};
      child.old_family = self;
      child.old_relation = Relation::Child;
      leavers_[static_cast<std::size_t>(child.sex)].push_back(child);
    }
  }
}

} // namespace padan::synth
