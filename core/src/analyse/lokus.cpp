#include "padan/analyse/lokus.hpp"

#include <algorithm>

namespace padan::analyse {
namespace {

// 1 for the largest; equal ones share a rank.
template <class Less> std::vector<std::uint32_t> ranks(const std::vector<std::uint32_t>& items, const Less& before) {
  std::vector<std::uint32_t> sorted(items.size());
  for (std::uint32_t i = 0; i < sorted.size(); ++i) {
    sorted[i] = i;
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return before(items[a], items[b]); });
  std::vector<std::uint32_t> rank(items.size(), 0);
  for (std::uint32_t i = 0; i < sorted.size(); ++i) {
    const bool tied = i != 0 && !before(items[sorted[i - 1]], items[sorted[i]]);
    rank[sorted[i]] = tied ? rank[sorted[i - 1]] : i + 1;
  }
  return rank;
}

} // namespace

std::vector<VillageFigures> village_figures(const Needs& needs, const Aid& aid, const resolve::MasterList& master,
                                            std::uint8_t most_decile, const std::vector<std::uint32_t>& population) {
  std::vector<VillageFigures> by_place(master.corpus().places.size());
  const auto is_poor = [&](const Situation& of) { return of.decile != 0 && of.decile <= most_decile; };
  for (std::uint32_t person = 0; person < needs.persons().size(); ++person) {
    const Situation& of = needs.persons()[person];
    if (of.present) {
      VillageFigures& figures = by_place[master.place_of_person(person)];
      ++figures.persons;
      figures.poor_persons += is_poor(of) ? 1U : 0U;
    }
  }
  for (std::uint32_t family = 0; family < needs.families().size(); ++family) {
    const Situation& of = needs.families()[family];
    if (of.present) {
      VillageFigures& figures = by_place[master.place_of_family(family)];
      ++figures.families;
      figures.poor += is_poor(of) ? 1U : 0U;
      figures.unknown += of.decile == 0 ? 1U : 0U;
      figures.unaided += is_poor(of) && aid.sets(Unit::Families)[aid.set_of(Unit::Families, family)].empty() ? 1U : 0U;
    }
  }
  std::vector<VillageFigures> villages;
  for (std::uint32_t place = 0; place < by_place.size(); ++place) {
    VillageFigures& figures = by_place[place];
    figures.place = place;
    figures.population = place < population.size() ? population[place] : 0;
    if (figures.families != 0 || figures.persons != 0) {
      villages.push_back(figures);
    }
  }
  return villages;
}

std::string_view to_text(LokusBy by) {
  return by == LokusBy::Both ? "both" : by == LokusBy::Share ? "share" : "number";
}

std::vector<std::uint32_t> choose_lokus(const std::vector<VillageFigures>& villages, LokusBy by, std::uint32_t n) {
  std::vector<std::uint32_t> items;
  for (std::uint32_t i = 0; i < villages.size(); ++i) {
    if (villages[i].place != 0 && villages[i].poor != 0) {
      items.push_back(i);
    }
  }
  const auto more = [&](std::uint32_t a, std::uint32_t b) { return villages[a].poor > villages[b].poor; };
  const auto denser = [&](std::uint32_t a, std::uint32_t b) { // cross-multiplied: shares without rounding
    return villages[a].share_part() * villages[b].share_of() > villages[b].share_part() * villages[a].share_of();
  };
  const std::vector<std::uint32_t> by_number = ranks(items, more);
  const std::vector<std::uint32_t> by_share = ranks(items, denser);
  std::vector<std::uint32_t> order(items.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  const auto sum = [&](std::uint32_t i) {
    return (by == LokusBy::Share ? 0 : by_number[i]) + (by == LokusBy::Number ? 0 : by_share[i]);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return sum(a) != sum(b) ? sum(a) < sum(b) : by_number[a] < by_number[b];
  });
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t i = 0; i < order.size() && i < n; ++i) {
    chosen.push_back(items[order[i]]);
  }
  return chosen;
}

} // namespace padan::analyse
