#pragma once
// The regency as it truly is on the day the lists are drawn: places, families, people, numbers.

#include <cstdint>
#include <string>
#include <vector>

#include "calendar.hpp"
#include "inventory.hpp"

namespace padan::synth {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

enum class Relation : std::uint8_t { Head, Spouse, Child, ChildInLaw, Grandchild, Parent, ParentInLaw, Other };
enum class Marital : std::uint8_t { Single, Married, Divorced, Widowed };

struct Regency {
  std::string name;
  std::uint32_t code = 0; // 4 digits
};

struct District {
  std::string name;
  std::uint32_t code = 0; // 6 digits
  std::uint32_t regency = 0;
};

struct Village {
  std::string name;
  std::uint32_t district = 0;
  std::uint32_t code = 0; // 4 digits inside the district
  std::vector<std::string> hamlets;
  Style main_style = Style::Sunda;
  std::uint32_t weight = 1;
};

struct Home {
  std::uint16_t village = 0;
  std::uint8_t hamlet = 0;
  std::uint8_t rt = 1;
  std::uint8_t rw = 1;
  std::uint8_t number = 1; // house; also chooses the street
};

struct Family {
  std::uint64_t kk = 0;
  std::uint64_t old_kk = 0; // 0: never replaced
  std::uint32_t first = 0;  // members are people first..first+count-1
  std::uint16_t count = 0;
  std::uint8_t decile = 10;
  bool moved = false; // then old_home differs
  Home home, old_home;
};

struct Person {
  std::uint32_t id = 0;  // stays when a year goes by, as the place of a family does
  std::uint64_t nik = 0; // 0: not registered yet
  Name name;
  Day birth = 0;
  std::uint32_t family = kNone;
  std::uint32_t old_family = kNone; // on whose card this person was before
  std::uint32_t mother = kNone, father = kNone;
  std::uint32_t sibling_key = 0; // the same for children of the same unlisted parents
  Sex sex = Sex::Male;
  Style style = Style::Sunda;
  Relation relation = Relation::Head;
  Relation old_relation = Relation::Child;
  Marital marital = Marital::Single;
  std::uint8_t birth_city = 0; // 0: born in the regency
  bool dead = false;
  bool gone = false; // moved out of the regency
  bool haji = false;
  std::uint8_t degree = 0; // 0: none
};

struct World {
  Day today = kToday;
  std::vector<Regency> regencies;
  std::vector<District> districts;
  std::vector<Village> villages;
  std::vector<std::string> streets;
  std::vector<std::string> cities; // [0] is the own regency
  std::vector<Family> families;
  std::vector<Person> people;
  Inventory names;
  base::Rng root{0};

  [[nodiscard]] const Village& village_of(const Home& home) const { return villages[home.village]; }
  [[nodiscard]] const District& district_of(const Home& home) const { return districts[village_of(home).district]; }
  [[nodiscard]] const Regency& regency_of(const Home& home) const { return regencies[district_of(home).regency]; }
  [[nodiscard]] bool same_regency(const Home& a, const Home& b) const {
    return district_of(a).regency == district_of(b).regency;
  }
  [[nodiscard]] int age_of(const Person& person) const { return age_at(person.birth, today); }
};

/// Cost: about 0.3 µs a person.
[[nodiscard]] World build_world(std::uint32_t people, std::uint64_t seed, std::uint32_t regencies);

/// `people` of the whole province; each regency gets the villages of its share.
void build_places(World& world, std::uint32_t people, std::uint32_t regencies, base::Rng& rng);

[[nodiscard]] inline std::string digits(std::uint64_t value, int width) {
  std::string out(static_cast<std::size_t>(width), '0');
  for (auto at = out.rbegin(); at != out.rend(); ++at, value /= 10)
    *at = static_cast<char>('0' + value % 10);
  return out;
}

} // namespace padan::synth
