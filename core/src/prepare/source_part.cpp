#include "source_part.hpp"

#include <algorithm>

#include "padan/text/fold.hpp"

namespace padan::prepare {
namespace {

using table::FieldKind;

// "8 bulan", "8 BLN"; "2 tahun 8 bulan" begins with years.
bool in_months(std::string_view age) {
  const std::string text = text::fold(age);
  return (text.find("BUL") != std::string::npos || text.find("BLN") != std::string::npos) &&
         text.find('T') == std::string::npos;
}

std::uint16_t century_year(std::uint8_t two_digits, std::uint16_t last_year) {
  const std::uint32_t century = last_year / 100U * 100U;
  return static_cast<std::uint16_t>(century + two_digits <= last_year ? century + two_digits
                                                                      : century - 100 + two_digits);
}

} // namespace

SourcePart::SourcePart(const SourceInput& source, std::uint16_t last_year)
    : grid_(*source.grid), data_(source.recognition->data_rows), last_year_(last_year),
      plan_(plan_source(*source.grid, *source.recognition)) {
  records.reserve(data_.size());
}

std::uint32_t SourcePart::rows_left() const { return static_cast<std::uint32_t>(data_.size()) - next_; }

bool SourcePart::step(std::uint32_t rows) {
  const std::uint32_t end = next_ + std::min(rows, rows_left());
  for (; next_ < end; ++next_) {
    read_row(data_[next_]);
  }
  const bool done = rows_left() == 0;
  if (done) {
    raw_names_ = {};
    name_codes_ = {};
    places.close();
    extras.close();
  }
  return done;
}

std::string_view SourcePart::cell(std::uint32_t row, FieldKind kind) const {
  const auto& columns = plan_.columns(kind);
  return columns.empty() ? std::string_view() : grid_.cell(row, columns.front());
}

std::string_view SourcePart::joined(std::uint32_t row, FieldKind kind) {
  const auto& columns = plan_.columns(kind);
  if (columns.size() == 1) {
    return grid_.cell(row, columns.front());
  }
  scratch_.clear();
  for (const std::uint32_t column : columns) {
    const std::string_view part = grid_.cell(row, column);
    if (!part.empty()) {
      scratch_.append(scratch_.empty() ? "" : " ").append(part);
    }
  }
  return scratch_;
}

SourcePart::NameCodes SourcePart::name_codes(std::string_view raw) {
  const std::uint32_t key = raw_names_.intern(raw);
  if (key == name_codes_.size()) {
    read_name(raw, name_parts_);
    name_codes_.push_back({names.intern(name_parts_.main), names.intern(name_parts_.alias)});
  }
  return name_codes_[key];
}

SourcePart::NameCodes SourcePart::name(std::string_view raw) {
  const NameCodes codes = name_codes(raw);
  names.count(codes.main);
  return codes;
}

void SourcePart::read_names(std::uint32_t row, Record& record) {
  NameCodes codes{0, 0};
  if (plan_.has(FieldKind::Name)) {
    const std::string_view full = joined(row, FieldKind::Name);
    codes = name(full);
    if (record.vital == Vital::Unknown && says_late(full)) { // many lists say it there and nowhere else
      record.vital = Vital::Dead;
    }
  } else {
    std::string full(joined(row, FieldKind::GivenName));
    const std::string_view family = joined(row, FieldKind::FamilyName);
    full.append(full.empty() || family.empty() ? "" : " ").append(family);
    codes = name(full);
  }
  record.name = codes.main;
  record.alias = codes.alias;
  if (plan_.has(FieldKind::Alias) && record.alias == 0) {
    record.alias = name(cell(row, FieldKind::Alias)).main;
  }
  record.mother = name(cell(row, FieldKind::MotherName)).main;
  record.father = name(cell(row, FieldKind::FatherName)).main;
  if (record.father == 0 && plan_.has(FieldKind::ParentName)) {
    const NameCodes parents = name(cell(row, FieldKind::ParentName)); // "SARKIM / SITI": father and mother
    record.father = parents.main;
    record.mother = record.mother != 0 ? record.mother : parents.alias;
    record.parent_is_either = record.father != 0;
  }
  record.head = name(cell(row, FieldKind::HeadName)).main;
}

void SourcePart::read_numbers(std::uint32_t row, Record& record) const {
  if (plan_.has(FieldKind::Nik)) {
    const std::uint32_t column = plan_.columns(FieldKind::Nik).front();
    const Identifier id = read_nik(grid_.cell(row, column), plan_.nik_last_digit_lost || grid_.is_numeric(row, column));
    record.nik = id.value;
    record.nik_length = id.length;
    record.nik_state = id.state;
  }
  if (plan_.has(FieldKind::Kk)) {
    const std::uint32_t column = plan_.columns(FieldKind::Kk).front();
    const Identifier id = read_kk(grid_.cell(row, column), plan_.kk_last_digit_lost || grid_.is_numeric(row, column));
    record.kk = id.value;
    record.kk_length = id.length;
    record.kk_state = id.state;
  }
}

void SourcePart::read_birth(std::uint32_t row, Record& record) const {
  record.birth = read_date(cell(row, FieldKind::BirthDate), plan_.birth_order, last_year_);
  if (record.birth.state == DateState::Missing && plan_.has(FieldKind::BirthPlaceDate)) {
    const std::string_view both = cell(row, FieldKind::BirthPlaceDate);
    const std::size_t at = find_date(both);
    if (at != std::string_view::npos) {
      record.birth = read_date(both.substr(at), plan_.birth_order, last_year_);
    }
  }
  if (record.birth.state == DateState::Missing && plan_.has(FieldKind::BirthYear)) {
    record.birth = read_date(cell(row, FieldKind::BirthYear), plan_.birth_order, last_year_);
  }
  if (record.birth.state == DateState::Missing && plan_.has(FieldKind::Age)) {
    const std::string_view text = cell(row, FieldKind::Age);
    const std::uint16_t age = read_rt(text); // a small number in any dress
    if (age > 0 && age < 120) {
      record.birth.year = static_cast<std::uint16_t>(last_year_ - (in_months(text) ? age / 12 : age));
      record.birth.spread = 2; // the day the age was told is not known
      record.birth.state = DateState::YearOnly;
    }
  }
  if (record.nik_state != IdState::Good) {
    return;
  }
  const NikParts parts = nik_parts(record.nik);
  if (record.sex == Sex::Unknown) {
    record.sex = parts.female ? Sex::Female : Sex::Male;
  }
  if (!record.birth.full()) {
    const std::uint16_t told = record.birth.year; // 0 when nothing is told; else it settles the century
    record.birth = Date{};
    record.birth.year = century_year(parts.year, last_year_);
    record.birth.year =
        static_cast<std::uint16_t>(record.birth.year - (told != 0 && told + 50 < record.birth.year ? 100 : 0));
    record.birth.month = parts.month;
    record.birth.day = parts.day;
    record.birth.state = DateState::Full;
    record.birth_from_nik = true;
  }
}

namespace {

// Ten digits from one column, or 2 + 2 + 2 + 4 from four; fewer digits (a district's code) are no village.
std::uint64_t digits_value(std::string_view text, std::size_t& digits) {
  std::uint64_t value = 0;
  digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9' && digits < 12) {
      value = value * 10 + static_cast<std::uint64_t>(c - '0');
      ++digits;
    }
  }
  return value;
}

} // namespace

void SourcePart::read_place(std::uint32_t row, Record& record) {
  std::uint64_t code = 0;
  std::size_t digits = 0;
  if (plan_.has(FieldKind::RegionCode)) {
    code = digits_value(cell(row, FieldKind::RegionCode), digits);
    code = digits == 10 ? code : 0;
  } else if (plan_.has(FieldKind::VillageCode)) {
    code = digits_value(cell(row, FieldKind::VillageCode), digits);
    if (digits <= 4 && digits > 0 && plan_.has(FieldKind::DistrictCode) && plan_.has(FieldKind::RegencyCode) &&
        plan_.has(FieldKind::ProvinceCode)) {
      std::size_t any = 0;
      code += digits_value(cell(row, FieldKind::DistrictCode), any) * 10000;
      code += digits_value(cell(row, FieldKind::RegencyCode), any) * 1000000;
      code += digits_value(cell(row, FieldKind::ProvinceCode), any) * 100000000;
    } else if (digits != 10) {
      code = 0;
    }
  }
  record.village = places.add(cell(row, FieldKind::Village), cell(row, FieldKind::District), code);
  if (plan_.has(FieldKind::Address) || plan_.has(FieldKind::Hamlet)) {
    std::string text(joined(row, FieldKind::Hamlet));
    text.append(" ").append(joined(row, FieldKind::Address));
    read_address(text, address_);
    record.address = addresses.intern(address_.tokens);
    addresses.count(record.address);
    record.rt = address_.rt_rw.rt;
    record.rw = address_.rt_rw.rw;
  }
  if (plan_.has(FieldKind::RtRw)) {
    bool from_date = false;
    const RtRw both = read_rt_rw(cell(row, FieldKind::RtRw), from_date);
    record.rt = both.rt != 0 ? both.rt : record.rt;
    record.rw = both.rw != 0 ? both.rw : record.rw;
  }
  if (plan_.has(FieldKind::Rt)) {
    const std::uint16_t rt = read_rt(cell(row, FieldKind::Rt));
    record.rt = rt != 0 ? rt : record.rt;
  }
  if (plan_.has(FieldKind::Rw)) {
    const std::uint16_t rw = read_rt(cell(row, FieldKind::Rw));
    record.rw = rw != 0 ? rw : record.rw;
  }
}

// Rarity of names is learned from those who stand in lists, so a companion's name is not counted (a parent's is, as part of
// the row).
void SourcePart::read_mentions(std::uint32_t row, const Record& record) {
  for (const CompanionColumns& of : plan_.companions) {
    Mention mention;
    mention.row = static_cast<RowId>(records.size());
    mention.role = of.role;
    if (of.nik != CompanionColumns::kNone) {
      const Identifier id = read_nik(grid_.cell(row, of.nik), of.nik_last_digit_lost || grid_.is_numeric(row, of.nik));
      const bool own = id.value == record.nik; // a child's row that bears the mother's number, a head on his own row
      const bool comparable = id.length == 16 && (id.state == IdState::Good || id.state == IdState::Prefix15);
      mention.nik = comparable && !own ? id.value : 0;
      mention.nik_state = mention.nik != 0 ? id.state : IdState::Missing;
      if (own && mention.nik == 0 && id.value != 0) {
        continue;
      }
    }
    if (of.birth != CompanionColumns::kNone) {
      const Date birth = read_date(grid_.cell(row, of.birth), of.birth_order, last_year_);
      mention.birth = birth.full() ? birth.packed() : 0;
      mention.year = birth.spread == 0 ? birth.year : 0;
    }
    if (of.name != CompanionColumns::kNone) {
      mention.name = name_codes(grid_.cell(row, of.name)).main;
    }
    if (mention.nik != 0 || (mention.name != 0 && mention.year != 0)) {
      mentions.push_back(mention);
    }
  }
}

void SourcePart::read_row(std::uint32_t row) {
  Record record;
  record.sex = read_sex(cell(row, FieldKind::Sex));
  record.relation = read_relation(cell(row, FieldKind::Relation));
  record.vital = read_vital(cell(row, FieldKind::VitalStatus));
  record.decile = read_decile(cell(row, FieldKind::Decile));
  read_numbers(row, record);
  read_birth(row, record);
  read_names(row, record);
  read_place(row, record);
  extras.add_row(grid_, row, plan_);
  read_mentions(row, record);
  records.push_back(record);
}

} // namespace padan::prepare
