#include "padan/analyse/selection.hpp"

#include <algorithm>

namespace padan::analyse {

Selector::Selector(const Needs& needs, const Aid& aid, const resolve::MasterList& master, Unit unit,
                   Selection selection)
    : needs_(needs), aid_(aid), master_(master), unit_(unit), selection_(std::move(selection)) {
  const resolve::NumberSets& sets = aid.sets(unit);
  for (std::uint32_t set = 0; set < sets.size(); ++set) {
    sets_.push_back(set_fits(sets[set]));
  }
}

bool Selector::set_fits(std::span<const std::uint16_t> set) const {
  const auto has = [&](std::uint16_t number) { return std::binary_search(set.begin(), set.end(), number); };
  const auto all = [&](const std::vector<std::uint16_t>& wanted) {
    return std::all_of(wanted.begin(), wanted.end(), has);
  };
  const auto any = [&](const std::vector<std::uint16_t>& wanted) {
    return std::any_of(wanted.begin(), wanted.end(), has);
  };
  return set.size() >= selection_.least_programmes && set.size() <= selection_.most_programmes &&
         all(selection_.receives) && (selection_.receives_any.empty() || any(selection_.receives_any)) &&
         !any(selection_.lacks);
}

bool Selector::operator()(std::uint32_t item) const {
  const Selection& wanted = selection_;
  const Situation& of = needs_.of(unit_)[item];
  const auto place = [&] {
    return unit_ == Unit::Persons ? master_.place_of_person(item) : master_.place_of_family(item);
  };
  return (wanted.presence == Selection::Presence::Any ||
          of.present == (wanted.presence == Selection::Presence::There)) &&
         (of.yes & wanted.needs) == wanted.needs && ((of.yes | of.unknown) & wanted.without) == 0 &&
         (of.unknown & wanted.unknown) == wanted.unknown && of.decile >= wanted.least_decile &&
         of.decile <= wanted.most_decile && of.age >= wanted.least_age && of.age <= wanted.most_age &&
         (!wanted.sex || *wanted.sex == of.sex) && sets_[aid_.set_of(unit_, item)] &&
         (wanted.places.empty() || wanted.places[place()]);
}

std::vector<std::uint32_t> Selector::all() const {
  std::vector<std::uint32_t> items;
  for (std::uint32_t item = 0; item < needs_.of(unit_).size(); ++item) {
    if ((*this)(item)) {
      items.push_back(item);
    }
  }
  return items;
}

std::uint32_t Selector::count() const {
  std::uint32_t count = 0;
  for (std::uint32_t item = 0; item < needs_.of(unit_).size(); ++item) {
    count += (*this)(item) ? 1U : 0U;
  }
  return count;
}

} // namespace padan::analyse
