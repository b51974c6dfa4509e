// The model learns what it was made of, says how sure it is, and is not carried away by little data.

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>

#include "padan/base/rng.hpp"
#include "padan/model/fellegi_sunter.hpp"

namespace {

using namespace padan;
using model::Comparison;
using model::Model;
using model::Pattern;

using Levels = std::vector<double>;

Comparison comparison_of(Levels m, Levels h, Levels u, Levels prior) {
  Comparison comparison;
  comparison.levels = static_cast<std::uint32_t>(m.size());
  comparison.m = std::move(m);
  comparison.h = std::move(h);
  comparison.u = std::move(u);
  comparison.m_prior = std::move(prior);
  return comparison;
}

// Five comparisons of agree, nearly, differ. missing: how often level 0 stands in for what there would be.
constexpr double kMissing = 0.1;

Model truth() {
  Model model;
  for (const double agree : {.90, .80, .70, .85, .60}) {
    model.comparisons.push_back(comparison_of({1, agree, .06, .94 - agree}, {1, .30, .20, .50}, {1, .05, .05, .90},
                                              {1, agree, .06, .94 - agree}));
  }
  model.sources = 1;
  model.source_pairs = {{200'000, .03, .02, 0}};
  return model;
}

std::uint8_t draw(base::Rng& rng, const Levels& p) {
  if (rng.chance(kMissing)) {
    return 0;
  }
  double left = rng.unit();
  for (std::size_t level = 1; level + 1 < p.size(); ++level) {
    left -= p[level];
    if (left < 0) {
      return static_cast<std::uint8_t>(level);
    }
  }
  return static_cast<std::uint8_t>(p.size() - 1);
}

struct Drawn {
  std::vector<Pattern> patterns;
  std::vector<double> matches; // per pattern, how many were of one person
};

Drawn draw_pairs(const Model& model, int pairs, std::uint64_t seed) {
  base::Rng rng(seed);
  std::map<std::vector<std::uint8_t>, std::pair<double, double>> counts;
  for (int i = 0; i < pairs; ++i) {
    const double which = rng.unit();
    const bool match = which < model.source_pairs[0].match_share;
    const bool family = !match && which < model.source_pairs[0].match_share + model.source_pairs[0].family_share;
    std::vector<std::uint8_t> levels;
    for (const Comparison& comparison : model.comparisons) {
      levels.push_back(draw(rng, match ? comparison.m : family ? comparison.h : comparison.u));
    }
    auto& [all, matches] = counts[levels];
    all += 1.0;
    matches += match ? 1.0 : 0.0;
  }
  Drawn drawn;
  for (const auto& [levels, count] : counts) {
    drawn.patterns.push_back({levels, 0.0, 0, false, count.first});
    drawn.matches.push_back(count.second);
  }
  return drawn;
}

double weight_of(const Model& model, const Pattern& pattern) {
  const model::WeightTable weights(model);
  double match = pattern.bits;
  double family = pattern.bits;
  for (std::uint32_t c = 0; c < pattern.levels.size(); ++c) {
    match += weights.match(c, pattern.levels[c]);
    family += weights.family(c, pattern.levels[c], pattern.same_birth);
  }
  return weights.weigh(0, match, family).match;
}

TEST(ExpectationMaximisation, RecoversWhatPairsWereDrawnFrom) {
  const Model real = truth();
  const Drawn drawn = draw_pairs(real, 200'000, 5);
  Model learned = real;
  for (Comparison& comparison : learned.comparisons) {
    comparison.m = comparison.m_prior = {1, .5, .2, .3}; // believes little
  }
  learned.source_pairs[0].match_share = .2;
  const model::Training training = model::expectation_maximisation(learned, drawn.patterns, 1.0, 40.0, 100);
  EXPECT_LT(training.iterations, 100u);
  EXPECT_NEAR(learned.source_pairs[0].match_share, .03, .002);
  EXPECT_NEAR(training.matches, 6000, 400);
  for (std::size_t c = 0; c < real.comparisons.size(); ++c) {
    for (std::size_t level = 1; level < 4; ++level) {
      EXPECT_NEAR(learned.comparisons[c].m[level], real.comparisons[c].m[level], .03) << c << ' ' << level;
    }
  }
}

TEST(ExpectationMaximisation, MeansTheProbabilitiesItStates) {
  const Drawn drawn = draw_pairs(truth(), 200'000, 6);
  Model learned = truth();
  (void)model::expectation_maximisation(learned, drawn.patterns, 1.0);
  constexpr int kBins = 10;
  std::vector<double> pairs(kBins), stated(kBins), matches(kBins);
  for (std::size_t i = 0; i < drawn.patterns.size(); ++i) {
    const double p = model::probability(weight_of(learned, drawn.patterns[i]));
    const int bin = std::min(kBins - 1, static_cast<int>(p * kBins));
    pairs[bin] += drawn.patterns[i].count;
    stated[bin] += drawn.patterns[i].count * p;
    matches[bin] += drawn.matches[i];
  }
  int judged = 0;
  for (int bin = 0; bin < kBins; ++bin) {
    if (pairs[bin] >= 1000) {
      EXPECT_NEAR(matches[bin] / pairs[bin], stated[bin] / pairs[bin], .03) << "bin " << bin;
      ++judged;
    }
  }
  EXPECT_GE(judged, 3);
}

TEST(ExpectationMaximisation, FiftyPairsMoveLittle) {
  Model learned = truth();
  const std::vector<Comparison> before = learned.comparisons;
  learned.source_pairs[0].pairs = 50;
  (void)model::expectation_maximisation(learned, draw_pairs(truth(), 50, 7).patterns, 1.0);
  for (std::size_t c = 0; c < before.size(); ++c) {
    for (std::size_t level = 1; level < 4; ++level) {
      EXPECT_NEAR(learned.comparisons[c].m[level], before[c].m_prior[level], .1);
    }
  }
}

TEST(ExpectationMaximisation, NothingToLearnFrom) {
  Model learned = truth();
  const model::Training training = model::expectation_maximisation(learned, {}, 1.0);
  EXPECT_EQ(training.matches, 0.0);
  EXPECT_NEAR(learned.comparisons[0].m[1], .9, 1e-12);
  EXPECT_GT(learned.source_pairs[0].match_share, 0.0); // never sure to share nobody
}

TEST(ExpectationMaximisation, WhatDescribesTheHouseholdIsSharedByTheFamily) {
  Model learned = truth();
  learned.comparisons[2].of_family = true;
  (void)model::expectation_maximisation(learned, draw_pairs(truth(), 5000, 8).patterns, 1.0);
  EXPECT_EQ(learned.comparisons[2].h, learned.comparisons[2].m);
  EXPECT_NE(learned.comparisons[1].h, learned.comparisons[1].m);
}

// Two dependent comparisons of 2 levels each beside "missing": level = row * 3 + column.
TEST(ExpectationMaximisation, ATableKeepsItsMAsAProduct) {
  Model learned = truth();
  Comparison table = comparison_of({1, .8, .2, .9, .72, .18, .1, .08, .02}, {1, .1, .9, .1, .01, .09, .9, .09, .81},
                                   {1, .1, .9, .1, .01, .09, .9, .09, .81}, {});
  table.columns = 3;
  table.m_prior = table.m;
  learned.comparisons.push_back(table);
  base::Rng rng(9);
  std::vector<Pattern> patterns;
  for (int i = 0; i < 3000; ++i) { // all of one person: agree in everything else; rows and columns err apart
    const auto side = [&](double agree) { return rng.chance(.2) ? 0 : rng.chance(agree) ? 1 : 2; };
    const int level = side(.95) * 3 + side(.6);
    patterns.push_back({{1, 1, 1, 1, 1, static_cast<std::uint8_t>(level)}, 0.0, 0, false, 1.0});
  }
  (void)model::expectation_maximisation(learned, patterns, 1.0);
  const Levels& m = learned.comparisons.back().m;
  EXPECT_NEAR(m[3], .95, .03); // row 1 with the column missing
  EXPECT_NEAR(m[1], .60, .05);
  for (int row = 1; row < 3; ++row) {
    for (int column = 1; column < 3; ++column) {
      EXPECT_NEAR(m[row * 3 + column], m[row * 3] * m[column], 1e-12);
    }
  }
}

// Takes `pairs` pairs of each pattern that is in doubt out of those guessed, and says what they were drawn from.
std::vector<Pattern> labelled(const Model& model, const Drawn& drawn, double pairs) {
  std::vector<Pattern> patterns;
  for (std::size_t i = 0; i < drawn.patterns.size(); ++i) {
    Pattern pattern = drawn.patterns[i];
    if (std::fabs(weight_of(model, pattern)) < 3.0) {
      const double share = std::min(1.0, pairs / pattern.count);
      Pattern known = pattern;
      known.label = model::Label::Same;
      known.count = share * drawn.matches[i];
      patterns.push_back(known);
      known.label = model::Label::NotSame;
      known.count = share * (pattern.count - drawn.matches[i]);
      patterns.push_back(known);
      pattern.count *= 1.0 - share;
    }
    patterns.push_back(pattern);
  }
  return patterns;
}

double distance(const Model& a, const Model& b) {
  double sum = 0.0;
  for (std::size_t c = 0; c < a.comparisons.size(); ++c) {
    for (std::size_t level = 1; level < 4; ++level) {
      sum += std::fabs(a.comparisons[c].m[level] - b.comparisons[c].m[level]);
    }
  }
  return sum;
}

double sum_of(const Levels& p) { return std::accumulate(p.begin() + 1, p.end(), 0.0); }

// Too few matches to find m, and a poor belief to start from: labels of doubtful pairs help, and more of them help more.
TEST(Labels, MoveMTowardTheTruth) {
  const Model real = truth();
  const Drawn drawn = draw_pairs(real, 4'000, 21);
  const auto learn = [&](const std::vector<Pattern>& patterns) {
    Model model = truth();
    model.source_pairs[0].pairs = 4'000;
    for (Comparison& comparison : model.comparisons) {
      comparison.m = comparison.m_prior = {1, .4, .3, .3};
    }
    (void)model::expectation_maximisation(model, patterns, 1.0, 40.0, 100);
    return model;
  };
  const double guessed = distance(learn(drawn.patterns), real);
  const double few = distance(learn(labelled(real, drawn, 2.0)), real);
  const double many = distance(learn(labelled(real, drawn, 1e9)), real);
  EXPECT_LT(few, guessed);
  EXPECT_LT(many, few);
}

TEST(Labels, OfTheDoubtfulDoNotMakeMatchesLookPoor) {
  const Model real = truth();
  const Drawn drawn = draw_pairs(real, 200'000, 22);
  Model learned = truth();
  (void)model::expectation_maximisation(learned, labelled(real, drawn, 1e9), 1.0, 40.0, 100);
  for (std::size_t c = 0; c < real.comparisons.size(); ++c) {
    EXPECT_NEAR(learned.comparisons[c].m[1], real.comparisons[c].m[1], .02) << c;
  }
}

TEST(Labels, NotSameMovesFamilyAndStrangersByTheirNumbers) {
  Model learned = truth();
  learned.source_pairs[0] = {2'000, .03, .05, 0};
  const std::vector<Comparison> before = learned.comparisons;
  const Pattern alike{{1, 1, 1, 2, 3}, 0.0, 0, false, 30.0, model::Label::NotSame};
  (void)model::expectation_maximisation(learned, {alike}, 1.0, 40.0, 1);
  EXPECT_GT(learned.comparisons[0].h[1], before[0].h[1] + .05);
  EXPECT_GT(learned.comparisons[0].u[1], before[0].u[1]);
  EXPECT_LT(learned.comparisons[0].u[1], before[0].u[1] + .01); // 30 of 2,000 pairs
  EXPECT_LT(learned.comparisons[4].m[3], before[4].m[3] + 1e-12);
  for (const Comparison& comparison : learned.comparisons) {
    EXPECT_NEAR(sum_of(comparison.h), 1.0, 1e-12);
    EXPECT_NEAR(sum_of(comparison.u), 1.0, 1e-12);
  }
}

TEST(Labels, OfATableKeepEachOfItsSidesADistribution) {
  Model learned = truth();
  Comparison table = comparison_of({1, .8, .2, .9, .72, .18, .1, .08, .02}, {1, .1, .9, .1, .01, .09, .9, .09, .81},
                                   {1, .1, .9, .1, .01, .09, .9, .09, .81}, {1, .8, .2, .9, .72, .18, .1, .08, .02});
  table.columns = 3;
  learned.comparisons.push_back(table);
  std::vector<Pattern> patterns;
  for (const std::uint8_t level : std::vector<std::uint8_t>{1, 3, 4, 4, 8}) {
    patterns.push_back({{1, 1, 1, 1, 1, level}, 0.0, 0, false, 20.0, model::Label::NotSame});
  }
  (void)model::expectation_maximisation(learned, patterns, 1.0);
  for (const Levels& p : {learned.comparisons.back().h, learned.comparisons.back().u}) {
    EXPECT_NEAR(p[1] + p[2], 1.0, 1e-12);
    EXPECT_NEAR(p[3] + p[6], 1.0, 1e-12);
    EXPECT_NEAR(p[4] + p[5] + p[7] + p[8], 1.0, 1e-12);
  }
}

TEST(Labels, ThatContradictEachOtherLeaveAModel) {
  Model learned = truth();
  std::vector<Pattern> patterns = draw_pairs(truth(), 5'000, 23).patterns;
  Pattern pattern = patterns.front();
  for (const model::Label label : {model::Label::Same, model::Label::NotSame}) {
    pattern.label = label;
    pattern.count = 500.0;
    patterns.push_back(pattern);
  }
  (void)model::expectation_maximisation(learned, patterns, 1.0);
  for (const Comparison& comparison : learned.comparisons) {
    EXPECT_NEAR(sum_of(comparison.m), 1.0, 1e-9);
    EXPECT_NEAR(sum_of(comparison.h), 1.0, 1e-9);
    EXPECT_NEAR(sum_of(comparison.u), 1.0, 1e-9);
  }
}

TEST(Given, StaysAsItIsAndTheSharesAreLearned) {
  Model learned = truth();
  for (Comparison& comparison : learned.comparisons) {
    comparison.given = true;
    comparison.of_family = true; // whose h would follow m
  }
  const std::vector<Comparison> before = learned.comparisons;
  learned.source_pairs[0].match_share = .3;
  std::vector<Pattern> patterns = draw_pairs(truth(), 200'000, 24).patterns;
  patterns.push_back({{1, 1, 1, 1, 1}, 0.0, 0, false, 5.0, model::Label::NotSame});
  const model::Training training = model::expectation_maximisation(learned, patterns, 1.0, 40.0, 100);
  EXPECT_GT(training.iterations, 1u);
  EXPECT_NEAR(learned.source_pairs[0].match_share, .03, .002);
  for (std::size_t c = 0; c < before.size(); ++c) {
    EXPECT_EQ(learned.comparisons[c].m, before[c].m);
    EXPECT_EQ(learned.comparisons[c].h, before[c].h);
    EXPECT_EQ(learned.comparisons[c].u, before[c].u);
  }
}

TEST(WeightTable, IsTheFormula) {
  Model model = truth();
  model.comparisons[1].h_twins = {1, .1, .1, .8};
  model.source_pairs[0] = {1000, .25, .125, 0};
  const model::WeightTable weights(model);
  for (std::uint32_t c = 0; c < model.comparisons.size(); ++c) {
    const Comparison& comparison = model.comparisons[c];
    EXPECT_EQ(weights.match(c, 0), 0.0); // silence says nothing
    EXPECT_EQ(weights.family(c, 0, false), 0.0);
    EXPECT_EQ(weights.family(c, 0, true), 0.0);
    for (std::uint8_t level = 1; level < comparison.levels; ++level) {
      EXPECT_NEAR(weights.match(c, level), std::log2(comparison.m[level] / comparison.u[level]), 1e-11);
      EXPECT_NEAR(weights.family(c, level, false), std::log2(comparison.h[level] / comparison.u[level]), 1e-11);
      const Levels& twins = comparison.h_twins.empty() ? comparison.h : comparison.h_twins;
      EXPECT_NEAR(weights.family(c, level, true), std::log2(twins[level] / comparison.u[level]), 1e-11);
    }
  }
  const model::Weight weight = weights.weigh(0, 5.0, 3.0);
  EXPECT_NEAR(weight.match, std::log2(.25 * 32 / (.125 * 8 + 1)), 1e-11);
  EXPECT_NEAR(weight.family, std::log2(.25 * 32 / (.125 * 8)), 1e-11);
  EXPECT_EQ(weight.evidence, 5.0);
}

TEST(WeightTable, NothingIsImpossible) {
  Model model = truth();
  model.comparisons[0].u[1] = 0.0;
  model.comparisons[0].m[2] = 0.0;
  model.source_pairs[0].match_share = 0.0;
  const model::WeightTable weights(model);
  EXPECT_TRUE(std::isfinite(weights.match(0, 1)));
  EXPECT_TRUE(std::isfinite(weights.match(0, 2)));
  EXPECT_TRUE(std::isfinite(weights.match_prior(0)));
}

TEST(Model, ListsArePairedInAnyOrder) {
  Model model;
  model.sources = 3;
  EXPECT_EQ(model.source_pair(2, 1), model.source_pair(1, 2));
  EXPECT_NE(model.source_pair(2, 1), model.source_pair(1, 1));
}

} // namespace
