#include "padan/analyse/lokus.hpp"

#include <gtest/gtest.h>

namespace padan::analyse {
namespace {

VillageFigures village(std::uint32_t place, std::uint32_t poor, std::uint32_t families) {
  VillageFigures figures;
  figures.place = place;
  figures.poor = poor;
  figures.families = families;
  return figures;
}

TEST(Lokus, ShareAloneAndNumberAloneChooseDifferently) {
  const std::vector<VillageFigures> villages{village(0, 90, 90), village(1, 50, 1000), village(2, 9, 10),
                                             village(3, 40, 80), village(4, 0, 70)};
  EXPECT_EQ(choose_lokus(villages, LokusBy::Number, 1), std::vector<std::uint32_t>{1});
  EXPECT_EQ(choose_lokus(villages, LokusBy::Share, 1), std::vector<std::uint32_t>{2});
  // By number 1, 3, 2; by share 2, 3, 1: three times the sum 4, so the number decides.
  EXPECT_EQ(choose_lokus(villages, LokusBy::Both, 44), (std::vector<std::uint32_t>{1, 3, 2}))
      << "neither the unknown place nor a village without poor families";
}

TEST(Lokus, EqualVillagesShareTheirRanks) {
  const std::vector<VillageFigures> villages{village(1, 10, 100), village(2, 10, 100), village(3, 5, 10)};
  // Number 1, 1, 3; share 2, 2, 1: sums 3, 3, 4.
  EXPECT_EQ(choose_lokus(villages, LokusBy::Both, 2), (std::vector<std::uint32_t>{0, 1}));
}

TEST(Lokus, ThePopulationTakesThePlaceOfTheFamilies) {
  VillageFigures crowded = village(1, 10, 10);
  crowded.poor_persons = 40;
  crowded.population = 4000;
  VillageFigures small = village(2, 9, 90);
  small.poor_persons = 30;
  small.population = 300;
  EXPECT_EQ(choose_lokus({crowded, small}, LokusBy::Share, 1), std::vector<std::uint32_t>{1});
}

} // namespace
} // namespace padan::analyse
