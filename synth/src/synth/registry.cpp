#include "registry.hpp"

namespace padan::synth {
namespace {

std::uint64_t join(std::uint32_t office, std::uint64_t date, std::uint64_t serial) {
  return (office * 1'000'000ULL + date) * 10'000ULL + serial;
}

} // namespace

std::uint64_t date_digits(Day day, unsigned plus) {
  const Date date = to_date(day);
  return (static_cast<std::uint64_t>(date.day) + plus) * 10'000U + static_cast<std::uint64_t>(date.month) * 100U +
         static_cast<std::uint64_t>(date.year % 100);
}

Registry::Registry(std::vector<std::uint32_t> offices, std::uint16_t given)
    : offices_(std::move(offices)), own_(static_cast<std::uint32_t>(offices_.size())) {
  offices_.insert(offices_.end(), std::begin(kForeign), std::end(kForeign));
  people_.resize(offices_.size() * kDates * 2U, given);
  cards_.resize(offices_.size() * kDates);
}

std::size_t Registry::date_slot(Day day) {
  const Date date = to_date(day);
  return static_cast<std::size_t>((date.year % 100 * 12 + date.month - 1) * 31 + date.day - 1);
}

// Those who died or left long ago make gaps in the running numbers; of a foreign office only a few people come here.
std::uint64_t Registry::nik(std::uint32_t office, Day birth, Sex sex, base::Rng& rng) {
  const std::size_t slot = (office * kDates + date_slot(birth)) * 2U + (sex == Sex::Female ? 1U : 0U);
  const std::uint32_t step = office < own_ && rng.chance(0.75) ? 1U : 1U + rng.below(5);
  people_[slot] = static_cast<std::uint16_t>(people_[slot] + step);
  return join(offices_[office], date_digits(birth, sex == Sex::Female ? 40U : 0U), people_[slot]);
}

std::uint64_t Registry::kk(std::uint32_t office, Day issued) {
  return join(offices_[office], date_digits(issued, 0), ++cards_[office * kDates + date_slot(issued)]);
}

} // namespace padan::synth
