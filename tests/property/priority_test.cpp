#include "padan/analyse/priority.hpp"

#include <set>

#include <gtest/gtest.h>

#include "padan/analyse/lokus.hpp"
#include "padan/analyse/selection.hpp"
#include "padan/base/rng.hpp"
#include "reference/priority.hpp"
#include "support/lists.hpp"

namespace padan::analyse {
namespace {

// A list in which every answer is there, denied or missing, with families of one to four.
struct Regency {
  explicit Regency(std::uint64_t seed, std::uint32_t rows = 120)
      : lists(std::vector<support::CsvList>{{"a", csv(seed, rows)}}) {
    base::Rng rng(seed + 1);
    std::vector<std::vector<std::uint32_t>> families;
    for (std::uint32_t person = 0; person < rows;) {
      families.emplace_back();
      for (std::uint32_t n = 1 + rng.below(4); n > 0 && person < rows; --n) {
        families.back().push_back(person++);
      }
    }
    master.emplace(lists.master({}, families));
    needs.emplace(*master, lists.cards);
    aid.emplace(*master, *needs);
  }

  static std::string csv(std::uint64_t seed, std::uint32_t rows) {
    base::Rng rng(seed);
    const auto pick = [&](std::initializer_list<const char*> of) {
      return std::string(*(of.begin() + rng.below(static_cast<std::uint32_t>(of.size()))));
    };
    std::string text = "name,kk,village,district,birth_date,sex,relation,decile,chronic_illness,disability,stunting,"
                       "vital_status,programme:pkh,programme:bpnt,programme:zakat\n";
    for (std::uint32_t row = 0; row < rows; ++row) {
      text += "ORANG " + std::to_string(row) + ",99010112051" + std::to_string(10000 + row) + ',' +
              pick({"Satu", "Dua", "Tiga", ""}) + ",Utara," + pick({"1950-02-03", "1990-02-03", "2024-02-03", ""}) +
              ',' + pick({"L", "P", ""}) + ',' + pick({"KEPALA KELUARGA", "ANAK", ""}) + ',' +
              pick({"1", "2", "3", "5", "9", "", ""}) + ',' + pick({"Asma", "Tidak", ""}) + ',' +
              pick({"Netra", "Tidak", ""}) + ',' + pick({"Pendek", "Normal", ""}) + ',' +
              pick({"", "", "", "MENINGGAL", "PINDAH"}) + ',' + pick({"YA", "TIDAK", ""}) + ',' +
              pick({"YA", "TIDAK", ""}) + ',' + pick({"YA", "TIDAK", ""}) + '\n';
    }
    return text;
  }

  support::Lists lists;
  std::optional<resolve::MasterList> master;
  std::optional<Needs> needs;
  std::optional<Aid> aid;
};

Weights random_weights(base::Rng& rng) {
  Weights weights;
  for (std::uint16_t& weight : weights.needs) {
    weight = static_cast<std::uint16_t>(rng.chance(0.3) ? 0 : rng.below(rng.chance(0.5) ? 4 : 1001));
  }
  for (std::size_t decile = 1; decile <= 10; ++decile) {
    weights.deciles[decile] = static_cast<std::uint16_t>(rng.below(rng.chance(0.5) ? 3 : 1001));
  }
  return weights;
}

TEST(Priority, RanksAsTheRuleSays) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Regency regency(seed);
    base::Rng rng(seed);
    for (const Unit unit : {Unit::Persons, Unit::Families}) {
      const PriorityOrder order(*regency.needs, unit);
      for (int round = 0; round < 10; ++round) {
        const Weights weights = random_weights(rng);
        const Scale scale(weights, *regency.needs);
        const Ranking ranking = order.rank(scale);
        ASSERT_EQ(ranking.items, reference::ranked(*regency.needs, unit, weights)) << seed;
        std::uint32_t better = 0;
        for (std::uint32_t at = 0; at < ranking.items.size(); ++at) {
          const Situation& of = regency.needs->of(unit)[ranking.items[at]];
          const Points points = scale.points(of);
          ASSERT_EQ(points.low, reference::known_points(of, weights, *regency.needs));
          ASSERT_EQ(points.high, reference::possible_points(of, weights, *regency.needs));
          ASSERT_EQ(ranking.points[at], points.low);
          better = at != 0 && ranking.points[at] != ranking.points[at - 1] ? at : better;
          ASSERT_EQ(ranking.rank(at), better + 1);
        }
      }
    }
  }
}

TEST(Priority, EntersLeavesAndMayEnterAboveTheLine) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Regency regency(seed);
    base::Rng rng(seed + 50);
    const PriorityOrder order(*regency.needs, Unit::Persons);
    const Weights old_weights = random_weights(rng);
    const Weights new_weights = random_weights(rng);
    const Scale scale(new_weights, *regency.needs);
    const Ranking before = order.rank(Scale(old_weights, *regency.needs));
    const Ranking after = order.rank(scale);
    for (const std::uint32_t quota : {0U, 1U, 17U, 60U, 1000U}) {
      const auto above = [&](const Ranking& ranking) {
        return std::set<std::uint32_t>(
            ranking.items.begin(), ranking.items.begin() + std::min<std::ptrdiff_t>(quota, std::ssize(ranking.items)));
      };
      const std::set<std::uint32_t> was = above(before);
      const std::set<std::uint32_t> is = above(after);
      std::set<std::uint32_t> entered;
      std::set<std::uint32_t> left;
      std::set_difference(is.begin(), is.end(), was.begin(), was.end(), std::inserter(entered, entered.end()));
      std::set_difference(was.begin(), was.end(), is.begin(), is.end(), std::inserter(left, left.end()));
      const Shift shift = compare_rankings(before, after, quota);
      EXPECT_EQ(std::set<std::uint32_t>(shift.entered.begin(), shift.entered.end()), entered);
      EXPECT_EQ(std::set<std::uint32_t>(shift.left.begin(), shift.left.end()), left);
      EXPECT_EQ(shift.stayed + shift.entered.size(), is.size());
      for (const std::uint32_t item : possibly_above(after, scale, *regency.needs, Unit::Persons, quota)) {
        EXPECT_FALSE(is.count(item));
        EXPECT_GT(reference::possible_points(regency.needs->persons()[item], new_weights, *regency.needs),
                  after.points[quota - 1]);
      }
    }
  }
}

TEST(Aid, FiguresAreWhatTheirDoorsHold) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Regency regency(seed);
    const Aid& aid = *regency.aid;
    for (const Unit unit : {Unit::Persons, Unit::Families}) {
      const AidTally tally = aid.tally(unit);
      const auto count = [&](Selection selection) {
        return Selector(*regency.needs, aid, *regency.master, unit, std::move(selection)).count();
      };
      const std::vector<std::uint32_t> pairs = programme_pairs(aid.sets(unit), tally, aid.names().size());
      for (std::uint16_t programme = 0; programme < aid.names().size(); ++programme) {
        const ProgrammeFigures figures = programme_figures(aid.sets(unit), tally, programme, 3);
        Selection receives;
        receives.receives = {programme};
        EXPECT_EQ(figures.receivers, count(receives));
        EXPECT_EQ(figures.receivers, pairs[programme * aid.names().size() + programme]);
        Selection gone = receives;
        gone.presence = Selection::Presence::Gone;
        EXPECT_EQ(figures.gone, count(gone));
        Selection above = receives;
        above.presence = Selection::Presence::There;
        above.least_decile = 4;
        EXPECT_EQ(figures.above, count(above));
        Selection unknown = receives;
        unknown.presence = Selection::Presence::There;
        unknown.most_decile = 0;
        EXPECT_EQ(figures.unknown, count(unknown));
        Selection gap;
        gap.presence = Selection::Presence::There;
        gap.least_decile = 1;
        gap.most_decile = 3;
        EXPECT_EQ(figures.eligible, count(gap));
        gap.lacks = {programme};
        EXPECT_EQ(figures.gap, count(gap));
        gap.lacks.clear();
        gap.most_programmes = 0;
        EXPECT_EQ(figures.nothing, count(gap));
        for (std::uint8_t decile = 0; decile <= 10; ++decile) {
          Selection of_decile = receives;
          of_decile.least_decile = decile;
          of_decile.most_decile = decile;
          EXPECT_EQ(figures.by_decile[decile], count(of_decile));
        }
      }
      const std::vector<std::uint32_t> counts = programme_counts(aid.sets(unit), tally, 2);
      Selection two_and_more;
      two_and_more.least_programmes = 2;
      EXPECT_EQ(counts[2], count(two_and_more));
      EXPECT_EQ(counts[0] + counts[1] + counts[2], regency.needs->of(unit).size());
      Selection any;
      any.receives_any = {0, 2};
      EXPECT_EQ(receiving_any(aid.sets(unit), tally, {true, false, true}), count(any));
    }
  }
}

TEST(Lokus, FiguresAreWhatTheirDoorsHold) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Regency regency(seed);
    std::uint32_t families = 0;
    for (const VillageFigures& village : village_figures(*regency.needs, *regency.aid, *regency.master, 2)) {
      Selection there;
      there.presence = Selection::Presence::There;
      there.places.assign(regency.master->corpus().places.size(), false);
      there.places[village.place] = true;
      const auto count = [&](const Selection& selection, Unit unit = Unit::Families) {
        return Selector(*regency.needs, *regency.aid, *regency.master, unit, selection).count();
      };
      EXPECT_EQ(village.families, count(there));
      EXPECT_EQ(village.persons, count(there, Unit::Persons));
      families += village.families;
      Selection poor = there;
      poor.least_decile = 1;
      poor.most_decile = 2;
      EXPECT_EQ(village.poor, count(poor));
      EXPECT_EQ(village.poor_persons, count(poor, Unit::Persons));
      poor.most_programmes = 0;
      EXPECT_EQ(village.unaided, count(poor));
      there.most_decile = 0;
      EXPECT_EQ(village.unknown, count(there));
    }
    Selection all;
    all.presence = Selection::Presence::There;
    EXPECT_EQ(families, Selector(*regency.needs, *regency.aid, *regency.master, Unit::Families, all).count());
  }
}

} // namespace
} // namespace padan::analyse
