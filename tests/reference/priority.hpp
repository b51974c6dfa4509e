#pragma once
// Ranking by comparing everybody with everybody else's points, straight from the rule.

#include <algorithm>
#include <tuple>
#include <vector>

#include "padan/analyse/priority.hpp"

namespace padan::reference {

inline std::uint32_t known_points(const analyse::Situation& of, const analyse::Weights& weights,
                                  const analyse::Needs& needs) {
  std::uint32_t points = of.decile == 0 ? 0 : weights.deciles[of.decile];
  for (std::uint32_t need = 0; need < analyse::kNeeds; ++need) {
    const auto which = static_cast<analyse::Need>(need);
    points += of.has(which) && needs.asked(which) ? weights.needs[need] : 0U;
  }
  return points;
}

inline std::uint32_t possible_points(const analyse::Situation& of, const analyse::Weights& weights,
                                     const analyse::Needs& needs) {
  std::uint32_t points = known_points(of, weights, needs);
  for (std::uint32_t need = 0; need < analyse::kNeeds; ++need) {
    const auto which = static_cast<analyse::Need>(need);
    points += !of.has(which) && !of.lacks(which) && needs.asked(which) ? weights.needs[need] : 0U;
  }
  return points + (of.decile == 0 ? *std::max_element(weights.deciles.begin(), weights.deciles.end()) : 0U);
}

inline std::vector<std::uint32_t> ranked(const analyse::Needs& needs, analyse::Unit unit,
                                         const analyse::Weights& weights) {
  const std::vector<analyse::Situation>& all = needs.of(unit);
  std::vector<std::uint32_t> items;
  for (std::uint32_t item = 0; item < all.size(); ++item) {
    if (all[item].present) {
      items.push_back(item);
    }
  }
  const auto key = [&](std::uint32_t item) {
    const analyse::Situation& of = all[item];
    int reasons = 0;
    for (std::uint32_t need = 0; need < analyse::kNeeds; ++need) {
      reasons += of.has(static_cast<analyse::Need>(need)) ? 1 : 0;
    }
    return std::tuple(-static_cast<int>(known_points(of, weights, needs)), of.decile == 0 ? 11 : of.decile, -reasons,
                      of.age == analyse::Situation::kUnknownAge ? 1 : -static_cast<int>(of.age), item);
  };
  std::sort(items.begin(), items.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  return items;
}

} // namespace padan::reference
