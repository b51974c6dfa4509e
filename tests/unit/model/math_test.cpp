// Logarithm and power against the C library.

#include <gtest/gtest.h>

#include <cmath>

#include "padan/base/math.hpp"
#include "padan/base/rng.hpp"
#include "padan/model/fellegi_sunter.hpp"

namespace {

using namespace padan;

TEST(Math, Log2) {
  base::Rng rng(1);
  for (int i = 0; i < 20'000; ++i) {
    const double x = std::ldexp(1.0 + rng.unit(), static_cast<int>(rng.below(1200)) - 600);
    ASSERT_NEAR(base::log2(x), std::log2(x), 1e-12 * std::max(1.0, std::fabs(std::log2(x)))) << x;
  }
  EXPECT_EQ(base::log2(1.0), 0.0);
  EXPECT_EQ(base::log2(8.0), 3.0);
  EXPECT_EQ(base::log2(0.25), -2.0);
  EXPECT_NEAR(base::log2(1.0 + 1e-9), std::log2(1.0 + 1e-9), 1e-21);
}

TEST(Math, Exp2) {
  base::Rng rng(2);
  for (int i = 0; i < 20'000; ++i) {
    const double x = rng.unit() * 1800.0 - 900.0;
    ASSERT_NEAR(base::exp2(x) / std::exp2(x), 1.0, 1e-12) << x;
  }
  EXPECT_EQ(base::exp2(0.0), 1.0);
  EXPECT_EQ(base::exp2(-1.0), 0.5);
  EXPECT_EQ(base::exp2(-1e9), 0.0);
  EXPECT_TRUE(std::isfinite(base::exp2(1e9)));
}

TEST(Probability, OfLogOdds) {
  EXPECT_EQ(model::probability(0.0), 0.5);
  EXPECT_NEAR(model::probability(1.0), 2.0 / 3.0, 1e-12);
  EXPECT_NEAR(model::probability(-8.0), 1.0 / 257.0, 1e-12);
  EXPECT_EQ(model::probability(1e6), 1.0);
  EXPECT_NEAR(model::probability(-1e6), 0.0, 1e-12);
}

TEST(Log2Sum, AddsPowers) {
  EXPECT_NEAR(model::log2_sum(3.0, 3.0), 4.0, 1e-12);
  EXPECT_NEAR(model::log2_sum(1.0, 2.0), std::log2(6.0), 1e-12);
  EXPECT_EQ(model::log2_sum(-500.0, 7.0), 7.0);
  EXPECT_EQ(model::log2_sum(7.0, -500.0), 7.0);
}

} // namespace
