// Any cell read as every part of a record: readers never crash, and what they give keeps its promises.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "padan/prepare/address.hpp"
#include "padan/prepare/codes.hpp"
#include "padan/prepare/date.hpp"
#include "padan/prepare/identifier.hpp"
#include "padan/prepare/name.hpp"

namespace {

using namespace padan::prepare;

void expect(bool promise) {
  if (!promise) {
    std::abort();
  }
}

void read_date_cell(std::string_view cell, DateOrder order) {
  const Date date = read_date(cell, order, 2026);
  expect(date.state == DateState::Missing || (date.year >= 1880 && date.year <= 2026));
  expect(!date.full() || (date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31));
  const unsigned faults = date_faults(cell, order, 2026);
  const unsigned unread = kDatePlaceholder | kDateImpossible | kDateFuture | kDatePartial;
  expect(((faults & unread) == 0) == date.full());
  expect(((faults & kDateDefault) != 0) == (date.state == DateState::Default));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view cell(reinterpret_cast<const char*>(data), size);
  for (const bool numeric : {false, true}) {
    const Identifier nik = read_nik(cell, numeric);
    expect(nik.state != IdState::Good || (nik.length == 16 && nik.value >= 1100000000000000ULL));
    expect(nik.length <= 18);
    expect((nik.damage == IdDamage::None) == (nik.state == IdState::Good));
    expect(nik.state != IdState::Missing || nik.damage == IdDamage::Placeholder);
    (void)read_kk(cell, numeric);
  }
  read_date_cell(cell, DateOrder::DayFirst);
  read_date_cell(cell, DateOrder::MonthFirst);
  DateOrderVote vote;
  vote.add(cell);
  const std::size_t at = find_date(cell);
  expect(at == std::string_view::npos || at < cell.size());

  NameParts name;
  read_name(cell, name);
  expect(name.main.empty() ||
         (name.main.front() != ' ' && name.main.back() != ' ' && name.main.find("  ") == std::string::npos));
  Address address;
  read_address(cell, address);
  expect(address.rt_rw.rt < 1000 && address.rt_rw.rw < 1000);
  bool from_date = false;
  const RtRw pair = read_rt_rw(cell, from_date);
  expect(pair.rt < 1000 && pair.rw < 1000 && read_rt(cell) < 1000);
  std::string place;
  read_place(cell, place);
  expect(place.find(' ') == std::string::npos);
  expect(read_decile(cell) <= 10);
  (void)read_sex(cell);
  (void)read_relation(cell);
  (void)read_truth(cell, true);
  (void)read_vital(cell);
  return 0;
}
