#include "padan/prepare/corpus.hpp"

#include <algorithm>

#include "extra_builder.hpp"
#include "padan/prepare/address.hpp"
#include "padan/prepare/name.hpp"
#include "padan/text/fold.hpp"
#include "place_builder.hpp"
#include "shared_numbers.hpp"
#include "source_plan.hpp"

namespace padan::prepare {
namespace {

using table::FieldKind;

// Raw cell -> codes, so that each distinct name is read once.
struct NameCache {
  struct Codes {
    std::uint32_t main;
    std::uint32_t alias;
  };
  table::Dictionary raw;
  std::vector<Codes> codes{{0, 0}};
};

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

struct CorpusBuilder::State {
  explicit State(std::uint16_t year) : last_year(year) {}

  std::uint16_t last_year;
  Corpus corpus;
  PlaceBuilder places;
  ExtraBuilder extras;
  NameCache name_cache;
  SourceInput source{};
  SourcePlan plan;
  std::uint32_t next = 0; // data row of the source
  NameParts name_parts;   // reused
  Address address;
  std::string scratch;

  std::string_view cell(std::uint32_t row, FieldKind kind) const {
    const auto& columns = plan.columns(kind);
    return columns.empty() ? std::string_view() : source.grid->cell(row, columns.front());
  }
  std::string_view joined(std::uint32_t row, FieldKind kind); // all columns of one kind; valid until the next call
  NameCache::Codes name(std::string_view raw);
  void read_names(std::uint32_t row, Record& record);
  void read_numbers(std::uint32_t row, Record& record) const;
  void read_birth(std::uint32_t row, Record& record) const;
  void read_place(std::uint32_t row, Record& record);
  void read_row(std::uint32_t row);
};

std::string_view CorpusBuilder::State::joined(std::uint32_t row, FieldKind kind) {
  const auto& columns = plan.columns(kind);
  if (columns.size() == 1) {
    return source.grid->cell(row, columns.front());
  }
  scratch.clear();
  for (const std::uint32_t column : columns) {
    const std::string_view part = source.grid->cell(row, column);
    if (!part.empty()) {
      scratch.append(scratch.empty() ? "" : " ").append(part);
    }
  }
  return scratch;
}

NameCache::Codes CorpusBuilder::State::name(std::string_view raw) {
  const std::uint32_t key = name_cache.raw.intern(raw);
  if (key == name_cache.codes.size()) {
    read_name(raw, name_parts);
    name_cache.codes.push_back({corpus.names.intern(name_parts.main), corpus.names.intern(name_parts.alias)});
  }
  const NameCache::Codes codes = name_cache.codes[key];
  corpus.names.count(codes.main);
  return codes;
}

void CorpusBuilder::State::read_names(std::uint32_t row, Record& record) {
  NameCache::Codes codes{0, 0};
  if (plan.has(FieldKind::Name)) {
    codes = name(joined(row, FieldKind::Name));
  } else {
    std::string full(joined(row, FieldKind::GivenName));
    const std::string_view family = joined(row, FieldKind::FamilyName);
    full.append(full.empty() || family.empty() ? "" : " ").append(family);
    codes = name(full);
  }
  record.name = codes.main;
  record.alias = codes.alias;
  if (plan.has(FieldKind::Alias) && record.alias == 0) {
    record.alias = name(cell(row, FieldKind::Alias)).main;
  }
  record.mother = name(cell(row, FieldKind::MotherName)).main;
  record.father = name(cell(row, FieldKind::FatherName)).main;
  if (record.father == 0 && plan.has(FieldKind::ParentName)) {
    const NameCache::Codes parents = name(cell(row, FieldKind::ParentName)); // "SARKIM / SITI": father and mother
    record.father = parents.main;
    record.mother = record.mother != 0 ? record.mother : parents.alias;
    record.parent_is_either = record.father != 0;
  }
  record.head = name(cell(row, FieldKind::HeadName)).main;
}

void CorpusBuilder::State::read_numbers(std::uint32_t row, Record& record) const {
  if (plan.has(FieldKind::Nik)) {
    const std::uint32_t column = plan.columns(FieldKind::Nik).front();
    const Identifier id =
        read_nik(source.grid->cell(row, column), plan.nik_last_digit_lost || source.grid->is_numeric(row, column));
    record.nik = id.value;
    record.nik_length = id.length;
    record.nik_state = id.state;
  }
  if (plan.has(FieldKind::Kk)) {
    const std::uint32_t column = plan.columns(FieldKind::Kk).front();
    const Identifier id =
        read_kk(source.grid->cell(row, column), plan.kk_last_digit_lost || source.grid->is_numeric(row, column));
    record.kk = id.value;
    record.kk_length = id.length;
    record.kk_state = id.state;
  }
}

void CorpusBuilder::State::read_birth(std::uint32_t row, Record& record) const {
  record.birth = read_date(cell(row, FieldKind::BirthDate), plan.birth_order, last_year);
  if (record.birth.state == DateState::Missing && plan.has(FieldKind::BirthPlaceDate)) {
    const std::string_view both = cell(row, FieldKind::BirthPlaceDate);
    const std::size_t at = find_date(both);
    if (at != std::string_view::npos) {
      record.birth = read_date(both.substr(at), plan.birth_order, last_year);
    }
  }
  if (record.birth.state == DateState::Missing && plan.has(FieldKind::BirthYear)) {
    record.birth = read_date(cell(row, FieldKind::BirthYear), plan.birth_order, last_year);
  }
  if (record.birth.state == DateState::Missing && plan.has(FieldKind::Age)) {
    const std::string_view text = cell(row, FieldKind::Age);
    const std::uint16_t age = read_rt(text); // a small number in any dress
    if (age > 0 && age < 120) {
      record.birth.year = static_cast<std::uint16_t>(last_year - (in_months(text) ? age / 12 : age));
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
    record.birth.year = century_year(parts.year, last_year);
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

void CorpusBuilder::State::read_place(std::uint32_t row, Record& record) {
  std::uint64_t code = 0;
  std::size_t digits = 0;
  if (plan.has(FieldKind::RegionCode)) {
    code = digits_value(cell(row, FieldKind::RegionCode), digits);
    code = digits == 10 ? code : 0;
  } else if (plan.has(FieldKind::VillageCode)) {
    code = digits_value(cell(row, FieldKind::VillageCode), digits);
    if (digits <= 4 && digits > 0 && plan.has(FieldKind::DistrictCode) && plan.has(FieldKind::RegencyCode) &&
        plan.has(FieldKind::ProvinceCode)) {
      std::size_t any = 0;
      code += digits_value(cell(row, FieldKind::DistrictCode), any) * 10000;
      code += digits_value(cell(row, FieldKind::RegencyCode), any) * 1000000;
      code += digits_value(cell(row, FieldKind::ProvinceCode), any) * 100000000;
    } else if (digits != 10) {
      code = 0;
    }
  }
  record.village = places.add(cell(row, FieldKind::Village), cell(row, FieldKind::District), code);
  if (plan.has(FieldKind::Address) || plan.has(FieldKind::Hamlet)) {
    std::string text(joined(row, FieldKind::Hamlet));
    text.append(" ").append(joined(row, FieldKind::Address));
    read_address(text, address);
    record.address = corpus.addresses.intern(address.tokens);
    corpus.addresses.count(record.address);
    record.rt = address.rt_rw.rt;
    record.rw = address.rt_rw.rw;
  }
  if (plan.has(FieldKind::RtRw)) {
    bool from_date = false;
    const RtRw both = read_rt_rw(cell(row, FieldKind::RtRw), from_date);
    record.rt = both.rt != 0 ? both.rt : record.rt;
    record.rw = both.rw != 0 ? both.rw : record.rw;
  }
  if (plan.has(FieldKind::Rt)) {
    const std::uint16_t rt = read_rt(cell(row, FieldKind::Rt));
    record.rt = rt != 0 ? rt : record.rt;
  }
  if (plan.has(FieldKind::Rw)) {
    const std::uint16_t rw = read_rt(cell(row, FieldKind::Rw));
    record.rw = rw != 0 ? rw : record.rw;
  }
}

void CorpusBuilder::State::read_row(std::uint32_t row) {
  Record record;
  record.source = static_cast<std::uint16_t>(corpus.sources.size() - 1);
  record.sex = read_sex(cell(row, FieldKind::Sex));
  record.relation = read_relation(cell(row, FieldKind::Relation));
  record.vital = read_vital(cell(row, FieldKind::VitalStatus));
  record.decile = read_decile(cell(row, FieldKind::Decile));
  read_numbers(row, record);
  read_birth(row, record);
  read_names(row, record);
  read_place(row, record);
  extras.add_row(*source.grid, row, plan);
  corpus.records.push_back(record);
}

CorpusBuilder::CorpusBuilder(std::uint16_t last_year) : state_(std::make_unique<State>(last_year)) {}
CorpusBuilder::~CorpusBuilder() = default;

void CorpusBuilder::begin_source(const SourceInput& source) {
  State& s = *state_;
  s.source = source;
  s.plan = plan_source(*source.grid, *source.recognition);
  s.next = 0;
  const std::uint32_t begin = s.corpus.rows();
  const bool civil = source.recognition->kind == "civil_registry";
  s.corpus.sources.push_back({source.name, begin, begin, source.duplicates_allowed, civil});
}

bool CorpusBuilder::step(std::uint32_t rows) {
  State& s = *state_;
  const std::vector<std::uint32_t>& data = s.source.recognition->data_rows;
  const auto end = static_cast<std::uint32_t>(std::min<std::uint64_t>(data.size(), std::uint64_t{s.next} + rows));
  for (; s.next < end; ++s.next) {
    s.read_row(data[s.next]);
  }
  s.corpus.sources.back().end = s.corpus.rows();
  return s.next == data.size();
}

Corpus CorpusBuilder::finish() {
  State& s = *state_;
  s.corpus.names.finish();
  s.corpus.addresses.finish();
  s.places.finish(s.corpus);
  s.extras.finish(s.corpus);
  mark_shared_numbers(s.corpus);
  mark_confirmed_numbers(s.corpus);
  return std::move(s.corpus);
}

std::size_t Corpus::memory_bytes() const {
  std::size_t bytes = records.capacity() * sizeof(Record) + names.memory_bytes() + addresses.memory_bytes() +
                      place_names.memory_bytes() + place_texts.memory_bytes() + places.capacity() * sizeof(Place);
  for (const Extra& extra : extras) {
    bytes += extra.values.memory_bytes() + (extra.codes.capacity() + extra.counts.capacity()) * sizeof(std::uint32_t);
  }
  return bytes;
}

} // namespace padan::prepare
