#include "padan/analyse/priority.hpp"

#include <algorithm>

namespace padan::analyse {
namespace {

std::uint32_t reasons(std::uint8_t yes) {
  std::uint32_t count = 0;
  for (std::uint32_t bits = yes; bits != 0; bits &= bits - 1) {
    ++count;
  }
  return count;
}

// Places of keys below `keys`, stable.
template <class KeyOf>
std::vector<std::uint32_t> counted_places(std::size_t count, std::size_t keys, const KeyOf& key_of) {
  std::vector<std::uint32_t> starts(keys + 1, 0);
  for (std::size_t i = 0; i < count; ++i) {
    ++starts[key_of(i) + 1];
  }
  for (std::size_t key = 1; key <= keys; ++key) {
    starts[key] += starts[key - 1];
  }
  std::vector<std::uint32_t> places(count);
  for (std::size_t i = 0; i < count; ++i) {
    places[i] = starts[key_of(i)]++;
  }
  return places;
}

std::vector<bool> marked(const std::vector<std::uint32_t>& items, std::size_t count) {
  std::vector<bool> marks;
  for (std::size_t i = 0; i < count; ++i) {
    if (items[i] >= marks.size()) {
      marks.resize(items[i] + std::size_t{1} + items[i] / 2);
    }
    marks[items[i]] = true;
  }
  return marks;
}

} // namespace

Scale::Scale(const Weights& weights, const Needs& needs) {
  for (std::uint32_t bits = 0; bits < by_needs_.size(); ++bits) {
    for (std::uint32_t need = 0; need < kNeeds; ++need) {
      const bool counts = (bits >> need & 1U) != 0 && needs.asked(static_cast<Need>(need));
      by_needs_[bits] = static_cast<std::uint16_t>(by_needs_[bits] + (counts ? weights.needs[need] : 0));
    }
  }
  std::copy(weights.deciles.begin() + 1, weights.deciles.end(), by_decile_.begin() + 1);
  best_decile_ = *std::max_element(by_decile_.begin(), by_decile_.end());
  most_ = static_cast<std::uint16_t>(by_needs_.back() + best_decile_);
}

std::uint32_t Ranking::rank(std::uint32_t at) const { return tied(at).first + 1; }

std::pair<std::uint32_t, std::uint32_t> Ranking::tied(std::uint32_t at) const {
  const auto [first, last] = std::equal_range(points.begin(), points.end(), points[at], std::greater<>());
  return {static_cast<std::uint32_t>(first - points.begin()), static_cast<std::uint32_t>(last - points.begin())};
}

PriorityOrder::PriorityOrder(const Needs& needs, Unit unit) : needs_(needs), unit_(unit) {
  const std::vector<Situation>& all = needs.of(unit);
  std::vector<std::uint32_t> there;
  for (std::uint32_t item = 0; item < all.size(); ++item) {
    if (all[item].present) {
      there.push_back(item);
    }
  }
  const auto key = [&](std::size_t i) {
    const Situation& of = all[there[i]];
    const std::size_t decile = of.decile == 0 ? 11 : of.decile;
    const std::size_t youth = of.age == Situation::kUnknownAge ? 255 : 254U - of.age;
    return (decile * (kNeeds + 1) + (kNeeds - reasons(of.yes))) * 256 + youth;
  };
  const std::vector<std::uint32_t> places = counted_places(there.size(), std::size_t{12} * (kNeeds + 1) * 256, key);
  order_.resize(there.size());
  for (std::size_t i = 0; i < there.size(); ++i) {
    order_[places[i]] = there[i];
  }
}

Ranking PriorityOrder::sorted(const std::vector<std::uint32_t>& items, const std::vector<std::uint16_t>& points,
                              std::uint16_t most) const {
  const std::vector<std::uint32_t> places =
      counted_places(items.size(), std::size_t{most} + 1, [&](std::size_t i) { return most - points[i]; });
  Ranking ranking{std::vector<std::uint32_t>(items.size()), std::vector<std::uint16_t>(items.size())};
  for (std::size_t i = 0; i < items.size(); ++i) {
    ranking.items[places[i]] = items[i];
    ranking.points[places[i]] = points[i];
  }
  return ranking;
}

Shift compare_rankings(const Ranking& before, const Ranking& after, std::uint32_t quota) {
  const std::size_t above_before = std::min<std::size_t>(quota, before.items.size());
  const std::size_t above_after = std::min<std::size_t>(quota, after.items.size());
  const std::vector<bool> was = marked(before.items, above_before);
  const std::vector<bool> is = marked(after.items, above_after);
  const auto in = [](const std::vector<bool>& marks, std::uint32_t item) { return item < marks.size() && marks[item]; };
  Shift shift;
  for (std::size_t i = 0; i < above_after; ++i) {
    if (in(was, after.items[i])) {
      ++shift.stayed;
    } else {
      shift.entered.push_back(after.items[i]);
    }
  }
  for (std::size_t i = 0; i < above_before; ++i) {
    if (!in(is, before.items[i])) {
      shift.left.push_back(before.items[i]);
    }
  }
  return shift;
}

std::vector<std::uint32_t> possibly_above(const Ranking& ranking, const Scale& scale, const Needs& needs, Unit unit,
                                          std::uint32_t quota) {
  std::vector<std::uint32_t> possible;
  if (quota == 0 || quota >= ranking.items.size()) {
    return possible;
  }
  const std::uint16_t line = ranking.points[quota - 1];
  for (std::size_t i = quota; i < ranking.items.size(); ++i) {
    if (scale.points(needs.of(unit)[ranking.items[i]]).high > line) {
      possible.push_back(ranking.items[i]);
    }
  }
  return possible;
}

} // namespace padan::analyse
