#include "row_remarks.hpp"

#include <algorithm>
#include <tuple>

#include "cell_remarks.hpp"
#include "padan/base/radix_sort.hpp"
#include "padan/prepare/name.hpp"
#include "padan/similarity/jaro_winkler.hpp"

namespace padan::engine {
namespace {

using prepare::IdState;
using table::FieldKind;
using enum RemarkCode;

constexpr double kSameName = 0.85;      // spellings of one name; Jaro-Winkler
constexpr std::size_t kMostNames = 200; // of one number that are told apart: beyond, it is no person's anyway

// Columns of a list by what they mean, and how their cells are to be read.
struct Reader {
  Reader(const Source& from, std::uint16_t last_year) : source(from), year(last_year) {
    nik = first(FieldKind::Nik);
    kk = first(FieldKind::Kk);
    birth = first(FieldKind::BirthDate);
    place_before = birth == kWholeRow;
    birth = place_before ? first(FieldKind::BirthPlaceDate) : birth;
    sex = first(FieldKind::Sex);
    collect(FieldKind::Name, names);
    if (names.empty()) {
      collect(FieldKind::GivenName, names);
      collect(FieldKind::FamilyName, names);
    }
    for (const FieldKind kind : {FieldKind::Village, FieldKind::Address, FieldKind::Hamlet, FieldKind::MotherName,
                                 FieldKind::VillageCode, FieldKind::RegionCode}) {
      collect(kind, places);
    }
    nik_lost = nik != kWholeRow && last_digit_lost(source, grid_column(nik));
    kk_lost = kk != kWholeRow && last_digit_lost(source, grid_column(kk));
    order = birth == kWholeRow ? prepare::DateOrder::DayFirst : order_of(source, grid_column(birth), place_before);
  }

  [[nodiscard]] std::uint32_t grid_column(std::uint32_t column) const {
    return source.recognition.columns[column].index;
  }
  [[nodiscard]] std::uint32_t first(FieldKind kind) const {
    const auto& columns = source.recognition.columns;
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [kind](const ingest::Column& column) { return column.field.kind == kind; });
    return found == columns.end() ? kWholeRow : static_cast<std::uint32_t>(found - columns.begin());
  }
  void collect(FieldKind kind, std::vector<std::uint32_t>& into) const {
    for (const ingest::Column& column : source.recognition.columns) {
      if (column.field.kind == kind) {
        into.push_back(column.index);
      }
    }
  }
  [[nodiscard]] std::string_view cell(std::uint32_t row, std::uint32_t column) const {
    return column == kWholeRow ? std::string_view() : source.grid.cell(row, grid_column(column));
  }

  [[nodiscard]] RowFacts read(std::uint32_t row) const {
    RowFacts facts;
    if (nik != kWholeRow) {
      const auto id = prepare::read_nik(cell(row, nik), nik_lost || source.grid.is_numeric(row, grid_column(nik)));
      facts.nik = id.value;
      facts.nik_state = id.state;
    }
    if (kk != kWholeRow) {
      const auto id = prepare::read_kk(cell(row, kk), kk_lost || source.grid.is_numeric(row, grid_column(kk)));
      facts.kk = id.value;
      facts.kk_state = id.state;
    }
    const std::string_view date = cell(row, birth);
    facts.birth = prepare::read_date(place_before ? date_part(date) : date, order, year);
    facts.sex = prepare::read_sex(cell(row, sex));
    facts.place = std::any_of(places.begin(), places.end(), [&](std::uint32_t column) {
      const std::string_view text = source.grid.cell(row, column);
      return !is_blank(text) && text != "-";
    });
    return facts;
  }

  void join_name(std::uint32_t row, std::string& out) const {
    out.clear();
    for (const std::uint32_t column : names) {
      const std::string_view part = source.grid.cell(row, column);
      out.append(out.empty() || part.empty() ? "" : " ").append(part);
    }
  }

  const Source& source;
  std::uint16_t year;
  std::uint32_t nik, kk, birth, sex; // kWholeRow: the list has none
  bool place_before;                 // of birth
  bool nik_lost, kk_lost;
  prepare::DateOrder order;
  std::vector<std::uint32_t> names, places; // grid columns
};

bool usable(IdState state) { return state == IdState::Good || state == IdState::Prefix15 || state == IdState::Wrong; }

struct Entry {
  std::uint64_t key;
  std::uint32_t position;
};

// Calls visit with the rows of each key that several rows have, in order of keys and rows.
template <class KeyOf, class Visit> void for_each_group(const ListFacts& facts, KeyOf key_of, Visit visit) {
  std::vector<Entry> entries;
  for (std::uint32_t i = 0; i < facts.rows.size(); ++i) {
    const std::uint64_t key = key_of(facts.rows[i]);
    if (key != 0) {
      entries.push_back({key, i});
    }
  }
  base::radix_sort(entries, [](const Entry& entry) { return entry.key; });
  std::vector<std::uint32_t> group;
  for (std::size_t begin = 0; begin < entries.size();) {
    group.clear();
    const std::uint64_t key = entries[begin].key;
    for (; begin < entries.size() && entries[begin].key == key; ++begin) {
      group.push_back(entries[begin].position);
    }
    if (group.size() > 1) {
      visit(group);
    }
  }
}

// How many different people the rows name; spellings of one name are one.
std::uint32_t different_names(const ListFacts& facts, const std::vector<std::uint32_t>& group) {
  std::vector<std::string_view> texts;
  for (const std::uint32_t position : group) {
    if (facts.rows[position].name != 0) {
      texts.push_back(facts.names[facts.rows[position].name]);
    }
  }
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  std::vector<std::string_view> different;
  for (const std::string_view text : texts) {
    if (different.size() < kMostNames && std::none_of(different.begin(), different.end(), [&](std::string_view other) {
          return similarity::jaro_winkler(text, other) >= kSameName;
        })) {
      different.push_back(text);
    }
  }
  return static_cast<std::uint32_t>(different.size());
}

void add_group(Remark& remark, const std::vector<std::uint32_t>& group, std::uint32_t size) {
  ++remark.groups;
  remark.largest = std::max(remark.largest, size);
  for (const std::uint32_t position : group) {
    remark.rows.add(position);
  }
}

// What the NIK says of birth, sex and home against what the row says.
void remark_nik(const ListFacts& facts, std::uint32_t position, std::uint32_t home, RemarkBook& book) {
  const RowFacts& row = facts.rows[position];
  const std::uint32_t column = facts.nik_column;
  if (row.nik != 0 && row.nik == row.kk) {
    book.at(NikIsKk, column).rows.add(position);
  }
  if (row.nik_state != IdState::Good) {
    return;
  }
  const prepare::NikParts parts = prepare::nik_parts(row.nik);
  if (row.birth.full()) {
    const bool year = parts.year == row.birth.year % 100;
    const bool same = year && parts.month == row.birth.month && parts.day == row.birth.day;
    book.at(same ? BirthAgrees : BirthDiffers, column).rows.add(position);
    if (!same && year && parts.month == row.birth.day && parts.day == row.birth.month) {
      book.at(DateSwapped, facts.birth_column).rows.add(position);
    }
  }
  if (row.sex != prepare::Sex::Unknown) {
    book.at(parts.female == (row.sex == prepare::Sex::Female) ? SexAgrees : SexDiffers, column).rows.add(position);
  }
  if (home != 0) {
    book.at(parts.region / 100 == home ? AtHome : Elsewhere, column).rows.add(position);
  }
}

// The best way to find the person of a row in other lists.
RemarkCode way_to_match(const RowFacts& row, bool shared) {
  if (row.nik_state == IdState::Good && !shared) {
    return ByNik;
  }
  if (row.name == 0) {
    return Nameless;
  }
  if (usable(row.nik_state)) {
    return ByDamagedNik;
  }
  if (row.birth.full() && (row.place || usable(row.kk_state))) {
    return ByBirth;
  }
  return usable(row.kk_state) ? ByCard : Thin;
}

} // namespace

RowSet remark_shared_numbers(const ListFacts& facts, RemarkBook& book) {
  RowSet shared(static_cast<std::uint32_t>(facts.rows.size()));
  for_each_group(
      facts, [](const RowFacts& row) { return row.nik_state == IdState::Good ? row.nik : 0; },
      [&](const std::vector<std::uint32_t>& group) {
        const std::uint32_t names = different_names(facts, group);
        if (names < 2) {
          add_group(book.at(SameNik, facts.nik_column), group, static_cast<std::uint32_t>(group.size()));
          return;
        }
        add_group(book.at(NikShared, facts.nik_column), group, names);
        std::for_each(group.begin(), group.end(), [&](std::uint32_t position) { shared.add(position); });
      });
  for_each_group(
      facts, [](const RowFacts& row) { return row.kk_state == IdState::Good ? row.kk : 0; },
      [&](const std::vector<std::uint32_t>& group) {
        if (group.size() > kLargestCard) {
          add_group(book.at(KkCrowded, facts.kk_column), group, static_cast<std::uint32_t>(group.size()));
        }
      });
  return shared;
}

void remark_same_persons(const ListFacts& facts, RemarkBook& book) {
  const auto key_of = [](const RowFacts& row) {
    return row.name != 0 && row.birth.full() ? std::uint64_t{row.name} << 32 | row.birth.packed() : 0;
  };
  for_each_group(facts, key_of, [&](const std::vector<std::uint32_t>& group) {
    const RowFacts& first = facts.rows[group.front()];
    const bool one_nik =
        first.nik_state == IdState::Good && std::all_of(group.begin(), group.end(), [&](std::uint32_t position) {
          return facts.rows[position].nik_state == IdState::Good && facts.rows[position].nik == first.nik;
        });
    if (!one_nik) {
      add_group(book.at(SamePerson), group, static_cast<std::uint32_t>(group.size()));
    }
  });
}

Remark& RemarkBook::at(RemarkCode code, std::uint32_t column, std::uint32_t value) {
  const std::uint64_t key = std::uint64_t{column} << 32 | value << 8U | static_cast<std::uint32_t>(code);
  const auto [at, fresh] = places_.try_emplace(key, remarks_.size());
  if (fresh) {
    remarks_.push_back({code, column, value, 0, 0, RowSet(rows_)});
  }
  return remarks_[at->second];
}

std::vector<Remark> RemarkBook::finish() {
  const auto key = [](const Remark& remark) { return std::tuple(remark.column, remark.code, remark.value); };
  std::sort(remarks_.begin(), remarks_.end(), [&](const Remark& a, const Remark& b) { return key(a) < key(b); });
  return std::move(remarks_);
}

struct FactsReader::State {
  State(const Source& of, std::uint16_t year) : source(of), reader(of, year) {
    facts.nik_column = reader.nik;
    facts.kk_column = reader.kk;
    facts.birth_column = reader.birth;
    facts.rows.reserve(source.recognition.data_rows.size());
  }

  const Source& source;
  Reader reader;
  ListFacts facts;
  table::Dictionary raw;
  std::vector<std::uint32_t> codes{0}; // of raw names
  std::string text;
  prepare::NameParts parts;
};

FactsReader::FactsReader(const Source& source, std::uint16_t year) : state_(std::make_unique<State>(source, year)) {}
FactsReader::~FactsReader() = default;

void FactsReader::add(std::uint32_t from, std::uint32_t to) {
  State& s = *state_;
  for (std::uint32_t position = from; position < to; ++position) {
    const std::uint32_t row = s.source.recognition.data_rows[position];
    RowFacts& read = s.facts.rows.emplace_back(s.reader.read(row));
    s.reader.join_name(row, s.text);
    const std::uint32_t code = s.raw.intern(s.text);
    if (code == s.codes.size()) {
      prepare::read_name(s.text, s.parts);
      s.codes.push_back(s.facts.names.intern(s.parts.main));
    }
    read.name = s.codes[code];
  }
}

ListFacts FactsReader::take() { return std::move(state_->facts); }

void remark_rows(const ListFacts& facts, std::uint32_t from, std::uint32_t to, const RowSet& shared, std::uint32_t home,
                 RemarkBook& book) {
  for (std::uint32_t i = from; i < to; ++i) {
    const RowFacts& row = facts.rows[i];
    remark_nik(facts, i, home, book);
    book.at(way_to_match(row, shared.has(i))).rows.add(i);
    if (row.birth.state != prepare::DateState::Missing) {
      book.at(BornIn, kWholeRow, row.birth.year / 10U * 10U).rows.add(i);
    }
  }
}

} // namespace padan::engine
