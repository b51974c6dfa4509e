#pragma once
// Hands out NIK and card numbers the way the civil registry does: region of first registration, date, running number.

#include <cstdint>
#include <vector>

#include "calendar.hpp"
#include "inventory.hpp"

namespace padan::synth {

class Registry {
public:
  /// In the order of origins: neighbours, Bali, Batak, Bugis, Minang. These offices exist nowhere, so that no number can
  /// be a real person's.
  static constexpr std::uint32_t kForeign[] = {328901, 328907, 328914, 338803, 338811, 338816, 358802,
                                               358809, 368804, 368807, 318801, 318803, 518802, 518806,
                                               128805, 128811, 738803, 738808, 138802};

  /// The running numbers of people begin after `given`.
  explicit Registry(std::vector<std::uint32_t> offices, std::uint16_t given = 0);

  /// `office` counts own districts first, then kForeign.
  [[nodiscard]] std::uint64_t nik(std::uint32_t office, Day birth, Sex sex, base::Rng& rng);
  [[nodiscard]] std::uint64_t kk(std::uint32_t office, Day issued);
  [[nodiscard]] std::uint32_t own_offices() const { return own_; }

private:
  // Numbers tell only two digits of the year: people a century apart share a series.
  static constexpr std::size_t kDates = 100 * 12 * 31;
  [[nodiscard]] static std::size_t date_slot(Day day);

  std::vector<std::uint32_t> offices_;
  std::uint32_t own_;
  std::vector<std::uint16_t> people_; // last running number by office, date, sex
  std::vector<std::uint16_t> cards_;
};

/// The six date digits of a number: DDMMYY, with `plus` added to the day.
[[nodiscard]] std::uint64_t date_digits(Day day, unsigned plus);

} // namespace padan::synth
