#pragma once
// Fills the villages with families that have a history: marriages, deaths, moves, cards split and merged.

#include <vector>

#include "registry.hpp"
#include "world.hpp"

namespace padan::synth {

class Population {
public:
  Population(World& world, std::uint32_t people, base::Rng rng);
  void fill();

private:
  void fill_village(std::uint16_t village, std::uint32_t until);
  void add_couple(Family& family);
  void add_parent_with_children(Family& family);
  void add_alone(Family& family);
  void add_young_single(Family& family);
  void add_three_generations(Family& family);
  void add_children(std::uint32_t father, std::uint32_t mother, const Family& family);
  void add_elder(Family& family);
  void add_spouse_in_law(std::uint32_t child, const Family& family);
  void add_dead_spouse(std::uint32_t survivor, const Family& family);
  void cut_to_size();
  void close_family(Family& family);
  void make_namesakes(std::uint32_t first);

  [[nodiscard]] Person adult(Sex sex, int age, Relation relation, Marital marital, const Family& family);
  [[nodiscard]] bool take_leaver(Sex sex, int age_from, int age_to, std::uint32_t not_from, Person& out);
  std::uint32_t put(Person person);
  void name_and_number(Person& person, std::uint32_t office);
  [[nodiscard]] std::uint32_t draw_office(const Family& family);
  [[nodiscard]] Style draw_style(std::uint16_t village);
  [[nodiscard]] Home draw_home(std::uint16_t village);
  [[nodiscard]] Day birth_at_age(int age);
  /// 0..bound-1. Never two draws in one expression: compilers differ in which they take first.
  [[nodiscard]] int draw(std::uint32_t bound) { return static_cast<int>(rng_.below(bound)); }
  [[nodiscard]] std::uint32_t district_of(std::uint16_t village) const { return world_.villages[village].district; }

  World& world_;
  std::uint32_t wanted_;
  base::Rng rng_;
  Registry registry_;
  std::vector<Person> leavers_[2]; // grown children who marry out, by sex, waiting for a family of their own
  Family former_;                  // card of an elder who just moved in; `first` is the elder, kNone: nobody
  std::uint32_t siblings_ = 0;
};

} // namespace padan::synth
