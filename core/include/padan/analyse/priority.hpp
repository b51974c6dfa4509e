#pragma once
// Who comes first: points for each reason that is known to hold, added up. Nothing is hidden by missing data: who lacks an answer
// keeps his place by what is known, and the most that he could have is said beside it.
//
//   PriorityOrder order(needs, Unit::Families);                   // once
//   Ranking ranking = order.rank(scale, keep);                    // as often as somebody moves a weight
//   ranking.items[0];  ranking.points[0];  ranking.rank(0) == 1;
//
// Equal points share a rank. Inside a rank stand first those of the poorer decile (unknown last), then those with more reasons, then
// the elder (unknown last), then the order of the list: an order for reading, not a judgement.

#include <array>
#include <cstdint>
#include <vector>

#include "padan/analyse/needs.hpp"

namespace padan::analyse {

inline constexpr std::uint16_t kMostWeight = 1000;

struct Weights {
  std::array<std::uint16_t, kNeeds> needs{20, 20, 20, 30, 15, 15, 10};        // by Need
  std::array<std::uint16_t, 11> deciles{0, 40, 30, 20, 10, 0, 0, 0, 0, 0, 0}; // [1] .. [10]
  friend bool operator==(const Weights& a, const Weights& b) { return a.needs == b.needs && a.deciles == b.deciles; }
};

struct Points {
  std::uint16_t low = 0;  // of what is known: by this people are ranked
  std::uint16_t high = 0; // if all that is unknown were so
};

/// Weights as tables. What no list was ever asked about counts neither way.
class Scale {
public:
  Scale(const Weights& weights, const Needs& needs);
  [[nodiscard]] Points points(const Situation& of) const {
    const auto low = static_cast<std::uint16_t>(by_needs_[of.yes] + by_decile_[of.decile]);
    const auto unknown = static_cast<std::uint16_t>(by_needs_[of.unknown] + (of.decile == 0 ? best_decile_ : 0));
    return {low, static_cast<std::uint16_t>(low + unknown)};
  }
  [[nodiscard]] std::uint16_t most() const { return most_; }

private:
  std::array<std::uint16_t, 1U << kNeeds> by_needs_{};
  std::array<std::uint16_t, 11> by_decile_{};
  std::uint16_t best_decile_ = 0;
  std::uint16_t most_ = 0;
};

struct Ranking {
  std::vector<std::uint32_t> items;  // persons or families who are there, best first
  std::vector<std::uint16_t> points; // Points::low of each

  /// One more than those with more points.
  [[nodiscard]] std::uint32_t rank(std::uint32_t at) const;
  /// Those with the same points as the one at a place: [first, last).
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> tied(std::uint32_t at) const;
};

/// Made once of what never changes while weights do. Cost of rank(): 10-20 ns a person.
class PriorityOrder {
public:
  PriorityOrder(const Needs& needs, Unit unit);
  /// keep(item) leaves others out; an empty function keeps all who are there.
  template <class Keep> [[nodiscard]] Ranking rank(const Scale& scale, const Keep& keep) const;
  [[nodiscard]] Ranking rank(const Scale& scale) const {
    return rank(scale, [](std::uint32_t) { return true; });
  }
  [[nodiscard]] const Needs& needs() const { return needs_; }
  [[nodiscard]] Unit unit() const { return unit_; }

private:
  [[nodiscard]] Ranking sorted(const std::vector<std::uint32_t>& items, const std::vector<std::uint16_t>& points,
                               std::uint16_t most) const;
  const Needs& needs_;
  Unit unit_;
  std::vector<std::uint32_t> order_; // who is there, as equal points stand
};

template <class Keep> Ranking PriorityOrder::rank(const Scale& scale, const Keep& keep) const {
  const std::vector<Situation>& all = needs_.of(unit_);
  std::vector<std::uint32_t> items;
  std::vector<std::uint16_t> points;
  items.reserve(order_.size());
  points.reserve(order_.size());
  for (const std::uint32_t item : order_) {
    if (keep(item)) {
      items.push_back(item);
      points.push_back(scale.points(all[item]).low);
    }
  }
  return sorted(items, points, scale.most());
}

/// What a change of weights does above a line: the first `quota` of each ranking.
struct Shift {
  std::vector<std::uint32_t> entered; // in the order of the later ranking
  std::vector<std::uint32_t> left;    // in the order of the earlier one
  std::uint32_t stayed = 0;
};
[[nodiscard]] Shift compare_rankings(const Ranking& before, const Ranking& after, std::uint32_t quota);

/// Those below the first `quota` who would stand above the last of them if all that is unknown were so, best first.
[[nodiscard]] std::vector<std::uint32_t> possibly_above(const Ranking& ranking, const Scale& scale, const Needs& needs,
                                                        Unit unit, std::uint32_t quota);

} // namespace padan::analyse
