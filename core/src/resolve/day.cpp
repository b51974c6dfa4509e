#include "padan/resolve/day.hpp"

#include "padan/prepare/date.hpp"

namespace padan::resolve {

Day parse_day(std::string_view iso) {
  const prepare::Date date =
      iso.size() == 10 ? prepare::read_date(iso, prepare::DateOrder::DayFirst, 9999) : prepare::Date{};
  return date.full() ? Day{date.year, date.month, date.day} : Day{};
}

} // namespace padan::resolve
