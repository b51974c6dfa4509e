#include "cell_remarks.hpp"

#include <algorithm>
#include <array>

#include "padan/prepare/address.hpp"
#include "padan/prepare/name.hpp"
#include "padan/region/region_table.hpp"
#include "padan/table/companion.hpp"
#include "padan/text/fold.hpp"

namespace padan::engine {
namespace {

using table::FieldKind;
using enum RemarkCode;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Remarks of_any(std::string_view cell) {
  constexpr std::array<std::string_view, 8> kErrors{"#N/A",    "#REF!",  "#VALUE!", "#NAME?",
                                                    "#DIV/0!", "#NULL!", "#NUM!",   "#ERROR!"};
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD
  const bool error = cell[0] == '#' && std::find(kErrors.begin(), kErrors.end(), cell) != kErrors.end();
  return (error ? bit(CellError) : 0) | (cell.find(kReplacement) != std::string_view::npos ? bit(CellLetters) : 0);
}

Remarks of_damage(prepare::IdDamage damage) {
  using prepare::IdDamage;
  switch (damage) {
  case IdDamage::None:
    return 0;
  case IdDamage::Placeholder:
    return bit(NumberPlaceholder);
  case IdDamage::Scientific:
    return bit(NumberScientific);
  case IdDamage::Length:
    return bit(NumberLength);
  case IdDamage::Dummy:
    return bit(NumberDummy);
  case IdDamage::LastDigit:
    return bit(NumberLastDigit);
  case IdDamage::Serial:
    return bit(NumberSerial);
  case IdDamage::Region:
    return bit(NumberRegion);
  case IdDamage::Date:
    break;
  }
  return bit(NumberDate);
}

Remarks of_number(const prepare::Identifier& id) {
  const bool strange = id.state == prepare::IdState::Good &&
                       !region::RegionTable::builtin().knows_district(prepare::nik_parts(id.value).region);
  return of_damage(id.damage) | (strange ? bit(NumberPrefix) : 0);
}

Remarks of_date(std::string_view cell, prepare::DateOrder order, std::uint16_t year) {
  constexpr std::array<std::pair<unsigned, RemarkCode>, 8> kCodes{{{prepare::kDatePlaceholder, DatePlaceholder},
                                                                   {prepare::kDateImpossible, DateImpossible},
                                                                   {prepare::kDateFuture, DateFuture},
                                                                   {prepare::kDateShortYear, DateShortYear},
                                                                   {prepare::kDateSwapped, DateSwapped},
                                                                   {prepare::kDateDefault, DateDefault},
                                                                   {prepare::kDateSerial, DateSerial},
                                                                   {prepare::kDatePartial, DatePartial}}};
  const unsigned faults = prepare::date_faults(cell, order, year);
  Remarks remarks = 0;
  for (const auto& [fault, code] : kCodes) {
    remarks |= (faults & fault) != 0 ? bit(code) : 0;
  }
  return remarks;
}

Remarks of_name(std::string_view cell, prepare::NameParts& parts) {
  prepare::read_name(cell, parts);
  if (parts.main.empty()) {
    return bit(NamePlaceholder);
  }
  return (std::any_of(cell.begin(), cell.end(), is_digit) ? bit(NameDigits) : 0) |
         (parts.main.size() == 1 ? bit(NameLetter) : 0);
}

// Nothing but zeros and dashes says that there is none.
Remarks of_rt_rw(std::string_view cell, bool both) {
  bool from_date = false;
  const prepare::RtRw read = prepare::read_rt_rw(cell, from_date);
  if (from_date) {
    return bit(RtRwDate);
  }
  const bool says_none = cell.find_first_not_of("0-/. ") == std::string_view::npos;
  const bool known = both ? read.rt != 0 || read.rw != 0 : prepare::read_rt(cell) != 0;
  return known || says_none ? 0 : bit(RtRwUnread);
}

CellJudge judge_of_kind(const Source& source, const ingest::Column& column, std::uint16_t year) {
  const FieldKind kind = table::fact_of(column.field);
  switch (kind) {
  case FieldKind::Nik:
    return [lost = last_digit_lost(source, column.index)](std::string_view cell, bool numeric) {
      return of_number(prepare::read_nik(cell, numeric || lost));
    };
  case FieldKind::Kk:
    return [lost = last_digit_lost(source, column.index)](std::string_view cell, bool numeric) {
      return of_number(prepare::read_kk(cell, numeric || lost));
    };
  case FieldKind::BirthDate:
    return [order = order_of(source, column.index, false), year](std::string_view cell, bool) {
      return of_date(cell, order, year);
    };
  case FieldKind::BirthPlaceDate:
    return [order = order_of(source, column.index, true), year](std::string_view cell, bool) {
      return of_date(date_part(cell), order, year);
    };
  case FieldKind::Name:
    return [parts = prepare::NameParts{}](std::string_view cell, bool) mutable { return of_name(cell, parts); };
  case FieldKind::RtRw:
  case FieldKind::Rt:
  case FieldKind::Rw:
    return [both = kind == FieldKind::RtRw](std::string_view cell, bool) { return of_rt_rw(cell, both); };
  case FieldKind::Sex:
    return [](std::string_view cell, bool) {
      return prepare::read_sex(cell) == prepare::Sex::Unknown ? bit(SexUnknown) : 0;
    };
  case FieldKind::Decile:
    return [](std::string_view cell, bool) { return prepare::read_decile(cell) == 0 ? bit(DecileUnknown) : 0; };
  default:
    return [](std::string_view, bool) { return Remarks{0}; };
  }
}

} // namespace

bool is_blank(std::string_view cell) {
  const auto is_space = [](char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\xC2' || c == '\xA0';
  };
  return std::all_of(cell.begin(), cell.end(), is_space); // almost always the first letter tells
}

bool is_worth_remembering(FieldKind kind) {
  constexpr std::array kKinds = {
      FieldKind::BirthDate, FieldKind::BirthPlaceDate, FieldKind::Name, FieldKind::MotherName, FieldKind::FatherName,
      FieldKind::HeadName,  FieldKind::RtRw,           FieldKind::Rt,   FieldKind::Rw,         FieldKind::Sex,
      FieldKind::Decile};
  return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

std::string_view date_part(std::string_view place_and_date) {
  const std::size_t at = prepare::find_date(place_and_date);
  return at == std::string_view::npos ? std::string_view() : place_and_date.substr(at);
}

prepare::DateOrder order_of(const Source& source, std::uint32_t grid_column, bool place_before) {
  prepare::DateOrderVote vote;
  for (const std::uint32_t row : source.recognition.data_rows) {
    const std::string_view cell = source.grid.cell(row, grid_column);
    vote.add(place_before ? date_part(cell) : cell);
  }
  return vote.order();
}

bool last_digit_lost(const Source& source, std::uint32_t grid_column) {
  prepare::LastDigitVote vote;
  const auto& rows = source.recognition.data_rows;
  constexpr std::size_t kProbes = 2000;
  for (std::size_t i = 0; i < rows.size(); i += rows.size() / kProbes + 1) {
    vote.add(source.grid.cell(rows[i], grid_column));
  }
  return vote.lost();
}

CellJudge cell_judge(const Source& source, const ingest::Column& column, std::uint16_t year) {
  return [judge = judge_of_kind(source, column, year)](std::string_view cell, bool numeric) {
    const Remarks any = of_any(cell);
    return (any & bit(CellError)) != 0 ? any : any | judge(cell, numeric);
  };
}

} // namespace padan::engine
