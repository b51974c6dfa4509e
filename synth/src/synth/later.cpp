#include "later.hpp"

#include <algorithm>
#include <utility>

#include "csv_writer.hpp"
#include "registry.hpp"

namespace padan::synth {
namespace {

constexpr Day kYear = 365;
// Running numbers of the later year begin here, so that none was given before.
constexpr std::uint16_t kNewSerials = 500;

std::vector<std::uint32_t> offices_of(const World& world) {
  std::vector<std::uint32_t> offices;
  for (const District& district : world.districts)
    offices.push_back(district.code);
  return offices;
}

double death_rate(int age) { return age < 1 ? 0.01 : age < 45 ? 0.0015 : age < 60 ? 0.006 : age < 75 ? 0.025 : 0.09; }

class Year {
public:
  explicit Year(const World& before)
      : before_(before), after_(before), registry_(offices_of(before), kNewSerials), members_(before.families.size()) {
    after_.today = before.today + kYear;
  }

  World pass();

private:
  void let_die(std::uint32_t family, base::Rng& rng);
  void pass_on_head(std::uint32_t family);
  void change_welfare(Family& family, base::Rng& rng);
  void leave_or_move(std::uint32_t family, base::Rng& rng);
  void leave_home(std::uint32_t family, base::Rng& rng);
  void take_in_elder(std::uint32_t family, base::Rng& rng);
  void bear(std::uint32_t family, base::Rng& rng);
  void register_late(std::uint32_t family, base::Rng& rng);
  void order_people();

  [[nodiscard]] Home home_near(const Home& home, base::Rng& rng) const;
  [[nodiscard]] std::uint64_t new_card(const Home& home, base::Rng& rng);
  [[nodiscard]] bool lives(const Person& person) const { return !person.dead && !person.gone; }
  void move_person(std::uint32_t person, std::uint32_t to, Relation relation);

  const World& before_;
  World after_;
  Registry registry_;
  std::vector<std::vector<std::uint32_t>> members_; // by family, places in after_.people before they are put in order
  std::vector<std::uint32_t> singles_[2];           // grown children who found no partner yet, by sex
};

Home Year::home_near(const Home& home, base::Rng& rng) const {
  Home found = home;
  const std::uint32_t hamlets = static_cast<std::uint32_t>(after_.village_of(home).hamlets.size());
  found.hamlet = static_cast<std::uint8_t>(rng.below(hamlets));
  found.rw = static_cast<std::uint8_t>(found.hamlet + 1);
  found.rt = static_cast<std::uint8_t>(found.hamlet * 3U + 1U + rng.below(4));
  found.number = static_cast<std::uint8_t>(1 + rng.below(250));
  return found;
}

std::uint64_t Year::new_card(const Home& home, base::Rng& rng) {
  return registry_.kk(after_.village_of(home).district, before_.today + 1 + static_cast<Day>(rng.below(kYear - 30)));
}

void Year::move_person(std::uint32_t index, std::uint32_t to, Relation relation) {
  Person& person = after_.people[index];
  std::vector<std::uint32_t>& from = members_[person.family];
  from.erase(std::find(from.begin(), from.end(), index));
  person.old_family = person.family;
  person.old_relation = person.relation;
  person.family = to;
  person.relation = relation;
  members_[to].push_back(index);
}

void Year::let_die(std::uint32_t family, base::Rng& rng) {
  for (const std::uint32_t index : members_[family]) {
    Person& person = after_.people[index];
    if (rng.chance(death_rate(before_.age_of(person))) && lives(person))
      person.dead = true;
  }
  pass_on_head(family);
}

// The survivor of a couple heads the family.
void Year::pass_on_head(std::uint32_t family) {
  std::vector<std::uint32_t>& members = members_[family];
  const auto lives_as = [&](Relation relation) {
    return std::find_if(members.begin(), members.end(), [&](std::uint32_t index) {
      return lives(after_.people[index]) && after_.people[index].relation == relation;
    });
  };
  const auto survivor = lives_as(Relation::Spouse);
  if (lives_as(Relation::Head) == members.end() && survivor != members.end()) {
    after_.people[*survivor].relation = Relation::Head;
    after_.people[*survivor].marital = Marital::Widowed;
  }
}

void Year::change_welfare(Family& family, base::Rng& rng) {
  const double luck = rng.unit();
  const std::uint32_t step = rng.below(3);
  if (family.decile <= 4 && luck < 0.06)
    family.decile = static_cast<std::uint8_t>(family.decile + 4U + step);
  else if (family.decile >= 5 && luck < 0.03)
    family.decile = static_cast<std::uint8_t>(1 + step);
}

void Year::leave_or_move(std::uint32_t index, base::Rng& rng) {
  Family& family = after_.families[index];
  const double fate = rng.unit();
  const std::vector<std::uint32_t>& members = members_[index];
  if (std::none_of(members.begin(), members.end(), [&](std::uint32_t p) { return lives(after_.people[p]); }))
    return;
  if (fate < 0.01) {
    for (const std::uint32_t member : members)
      after_.people[member].gone = true;
    return;
  }
  if (fate > 0.04)
    return;
  // To another village of the regency, which keeps the lists of the old one from becoming somebody else's.
  Home home = family.home;
  home.village = static_cast<std::uint16_t>(rng.below(static_cast<std::uint32_t>(after_.villages.size())));
  if (!after_.same_regency(home, family.home))
    return;
  family.old_home = family.home;
  family.home = home_near(home, rng);
  family.moved = true;
  family.old_kk = std::exchange(family.kk, new_card(family.home, rng));
}

// A grown child founds a family of its own, with whoever else was ready for it.
void Year::leave_home(std::uint32_t index, base::Rng& rng) {
  const std::vector<std::uint32_t> members = members_[index];
  for (const std::uint32_t member : members) {
    const Person person = after_.people[member];
    const int age = after_.age_of(person);
    if (person.relation != Relation::Child || person.marital == Marital::Married || age < 20 || age > 35 ||
        !lives(person) || !rng.chance(0.05))
      continue;
    std::vector<std::uint32_t>& partners = singles_[person.sex == Sex::Male ? 1 : 0];
    const bool finds =
        !partners.empty() && after_.people[partners.back()].family != index &&
        after_.same_regency(after_.families[index].home, after_.families[after_.people[partners.back()].family].home);
    if (!finds && rng.chance(0.6)) {
      singles_[static_cast<std::size_t>(person.sex)].push_back(member);
      continue;
    }
    Family young;
    young.home = home_near(after_.families[index].home, rng);
    young.old_home = young.home;
    young.decile = after_.families[index].decile;
    young.kk = new_card(young.home, rng);
    const auto place = static_cast<std::uint32_t>(after_.families.size());
    after_.families.push_back(young);
    members_.emplace_back();
    const std::uint32_t partner = finds ? partners.back() : kNone;
    if (finds) {
      partners.pop_back();
      after_.people[member].marital = after_.people[partner].marital = Marital::Married;
    }
    const bool heads = !finds || person.sex == Sex::Male;
    move_person(heads ? member : partner, place, Relation::Head);
    if (finds)
      move_person(heads ? partner : member, place, Relation::Spouse);
  }
}

// Who was left alone moves to a child, if one lives in the regency.
void Year::take_in_elder(std::uint32_t index, base::Rng& rng) {
  const Family& family = after_.families[index];
  if (family.count != 1 || members_[index].size() != 1 || !rng.chance(0.15))
    return;
  const std::uint32_t elder = members_[index].front();
  if (before_.age_of(after_.people[elder]) < 58 || !lives(after_.people[elder]))
    return;
  // Neighbours come next to each other; the next family of the village takes the elder in.
  for (std::uint32_t other = index + 1; other < before_.families.size() && other < index + 6; ++other) {
    const Family& host = after_.families[other];
    if (host.home.village == family.home.village && members_[other].size() > 1) {
      move_person(elder, other, Relation::Other);
      return;
    }
  }
}

void Year::bear(std::uint32_t index, base::Rng& rng) {
  std::uint32_t mother = kNone;
  std::uint32_t father = kNone;
  for (const std::uint32_t member : members_[index]) {
    const Person& person = after_.people[member];
    const bool couple = person.relation == Relation::Head || person.relation == Relation::Spouse;
    if (couple && person.marital == Marital::Married && lives(person))
      (person.sex == Sex::Female ? mother : father) = member;
  }
  const double chance = rng.unit();
  if (mother == kNone || father == kNone || chance > 0.1)
    return;
  const Person parent = after_.people[mother];
  const int age = before_.age_of(parent);
  if (age < 18 || age > 41)
    return;
  Person child;
  child.id = static_cast<std::uint32_t>(after_.people.size());
  child.sex = rng.chance(0.51) ? Sex::Male : Sex::Female;
  child.style = after_.people[father].style;
  child.relation = Relation::Child;
  child.birth = before_.today + 1 + static_cast<Day>(rng.below(kYear - 1));
  child.family = index;
  child.mother = mother;
  child.father = father;
  const Name& fathers = after_.people[father].name;
  const std::uint16_t word = child.style == Style::Batak ? fathers.words[fathers.count - 1U] : Inventory::kNoWord;
  child.name = after_.names.draw(rng, child.style, child.sex, to_date(child.birth).year, word);
  const std::uint32_t office = after_.village_of(after_.families[index].home).district;
  if (rng.chance(0.75))
    child.nik = registry_.nik(office, child.birth, child.sex, rng);
  members_[index].push_back(child.id);
  after_.people.push_back(child);
}

void Year::register_late(std::uint32_t index, base::Rng& rng) {
  for (const std::uint32_t member : members_[index]) {
    Person& person = after_.people[member];
    if (person.nik == 0 && member < before_.people.size() && lives(person) && rng.chance(0.7))
      person.nik =
          registry_.nik(after_.village_of(after_.families[index].home).district, person.birth, person.sex, rng);
  }
}

// Members of a family stand together.
void Year::order_people() {
  std::vector<std::uint32_t> place(after_.people.size(), kNone);
  std::vector<Person> ordered;
  ordered.reserve(after_.people.size());
  for (std::size_t f = 0; f < members_.size(); ++f) {
    Family& family = after_.families[f];
    family.first = static_cast<std::uint32_t>(ordered.size());
    family.count = static_cast<std::uint16_t>(members_[f].size());
    for (const std::uint32_t member : members_[f]) {
      place[member] = static_cast<std::uint32_t>(ordered.size());
      ordered.push_back(after_.people[member]);
    }
  }
  for (Person& person : ordered) {
    person.mother = person.mother == kNone ? kNone : place[person.mother];
    person.father = person.father == kNone ? kNone : place[person.father];
  }
  after_.people = std::move(ordered);
}

World Year::pass() {
  for (std::uint32_t p = 0; p < before_.people.size(); ++p)
    members_[before_.people[p].family].push_back(p);
  const auto families = static_cast<std::uint32_t>(before_.families.size());
  for (std::uint32_t f = 0; f < families; ++f) {
    base::Rng rng = before_.root.fork(61).fork(f);
    let_die(f, rng);
    change_welfare(after_.families[f], rng);
    leave_or_move(f, rng);
    register_late(f, rng);
  }
  for (std::uint32_t f = 0; f < families; ++f) {
    base::Rng rng = before_.root.fork(62).fork(f);
    take_in_elder(f, rng);
    leave_home(f, rng);
    bear(f, rng);
  }
  order_people();
  return std::move(after_);
}

std::vector<std::uint32_t> places_by_id(const World& world) {
  std::vector<std::uint32_t> places(world.people.size());
  for (std::uint32_t p = 0; p < world.people.size(); ++p)
    places[world.people[p].id] = p;
  return places;
}

std::string change_of(const World& before, const Person& was, const World& after, const Person& is) {
  const Family& old = before.families[was.family];
  const Family& now = after.families[is.family];
  const bool other_card = was.family != is.family;
  const std::pair<bool, std::string_view> happened[] = {
      {was.nik == 0 && is.nik != 0, "registered"},
      {!was.dead && is.dead, "died"},
      {!was.gone && is.gone, "left"},
      {!other_card && old.kk != now.kk, "moved"},
      {other_card && was.marital != is.marital, "married"},
      {other_card && was.marital == is.marital && is.relation == Relation::Head, "split"},
      {other_card && is.relation == Relation::Other, "merged"},
      {!other_card && now.decile > old.decile, "graduated"},
      {!other_card && now.decile < old.decile, "fell"}};
  std::string change;
  for (const auto& [so, code] : happened)
    if (so)
      change += (change.empty() ? "" : ";") + std::string(code);
  return change;
}

struct Standing {
  std::string family, village, decile;
};

Standing standing_of(const World& world, const Person& person) {
  const Family& family = world.families[person.family];
  return {"K" + digits(person.family + 1ULL, 7),
          digits(world.district_of(family.home).code, 6) + digits(world.village_of(family.home).code, 4),
          std::to_string(family.decile)};
}

} // namespace

World a_year_later(const World& world) { return Year(world).pass(); }

std::string write_change(const World& before, const World& after) {
  CsvWriter out(',', "\n");
  out.cells({"person_id", "change", "family_before", "family_after", "village_before", "village_after", "decile_before",
             "decile_after"});
  out.end_row();
  const std::vector<std::uint32_t> now = places_by_id(after);
  for (std::uint32_t id = 0; id < now.size(); ++id) {
    const Person& is = after.people[now[id]];
    const bool born = id >= before.people.size();
    const std::string change = born ? "born" : change_of(before, before.people[id], after, is);
    if (change.empty())
      continue;
    const Standing was = born ? Standing{} : standing_of(before, before.people[id]);
    const Standing stands = standing_of(after, is);
    out.cells({"P" + digits(id + 1ULL, 7), change, was.family, stands.family, was.village, stands.village, was.decile,
               stands.decile});
    out.end_row();
  }
  return out.take();
}

} // namespace padan::synth
