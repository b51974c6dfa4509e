#include "padan/act/roster.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <tuple>

#include "padan/base/hash.hpp"
#include "padan/prepare/address.hpp"
#include "padan/prepare/codes.hpp"
#include "person_columns.hpp"

namespace padan::act {
namespace {

using table::FieldKind;

// A village of the roster by its key, made when first met.
class Villages {
public:
  explicit Villages(std::vector<RosterVillage>& villages) : villages_(villages) {}

  RosterVillage& of(const std::string& key, std::string_view village, std::string_view district) {
    const auto [found, is_new] = at_.try_emplace(key, villages_.size());
    if (is_new) {
      villages_.push_back({key, std::string(village), std::string(district), {}, 0});
    }
    return villages_[found->second];
  }

  void sort() {
    std::sort(villages_.begin(), villages_.end(), [](const RosterVillage& a, const RosterVillage& b) {
      return std::tuple(a.key.empty(), std::string_view(a.district), std::string_view(a.village),
                        std::string_view(a.key)) < std::tuple(b.key.empty(), std::string_view(b.district),
                                                              std::string_view(b.village), std::string_view(b.key));
    });
  }

private:
  std::vector<RosterVillage>& villages_;
  std::map<std::string, std::size_t> at_;
};

class ResultsRoster : public Roster {
public:
  ResultsRoster(const engine::Results& results, bool masked)
      : results_(results), table_(results, engine::TableKind::Persons, masked), columns_(table_.header()) {
    const resolve::MasterList& master = results.master();
    find_reasons();
    Villages villages(villages_);
    std::vector<std::size_t> known; // place -> village + 1
    for (std::uint32_t person = 0; person < master.persons().size(); ++person) {
      const std::uint32_t place = master.place_of_person(person);
      known.resize(std::max<std::size_t>(known.size(), place + 1U), 0);
      if (known[place] == 0) {
        const RosterVillage& made =
            villages.of(results.place_key(place), results.village_text(place), results.district_text(place));
        known[place] = static_cast<std::size_t>(&made - villages_.data()) + 1;
      }
      villages_[known[place] - 1].persons.push_back(person);
    }
    villages.sort();
    count_to_check();
  }

  void read(std::uint32_t person, RosterPerson& out) const override {
    table_.read(person, cells_);
    columns_.fill(cells_.views(), false, out);
    const prepare::RowId row = results_.master().rows_of(person).front();
    const prepare::Corpus& corpus = results_.scoring().corpus;
    out.anchor = {corpus.sources[corpus.records[row].source].name, results_.master().cells().number(row),
                  resolve::key_text(resolve::row_key(corpus, row))};
    add_reasons(person, out);
  }

private:
  void find_reasons() {
    const resolve::MasterList& master = results_.master();
    reasons_.resize(master.persons().size());
    results_.findings().for_each([&](const analyse::Finding& finding) {
      std::uint32_t person = finding.subject;
      switch (analyse::subject_kind_of(finding.code)) {
      case analyse::SubjectKind::Row:
        person = master.persons().of_row[finding.row];
        break;
      case analyse::SubjectKind::Person:
        break;
      case analyse::SubjectKind::Family:
        person = master.head_of(finding.subject);
        break;
      case analyse::SubjectKind::Source:
        return;
      }
      if (person < reasons_.size()) {
        reasons_[person] |= bit_of(analyse::to_text(finding.code));
      }
    });
  }

  const engine::Results& results_;
  engine::ExportTable table_;
  PersonColumns columns_;
  mutable engine::Cells cells_;
};

// The first row of a grid names its columns.
class Table {
public:
  explicit Table(const table::Grid& grid) : grid_(grid) {
    for (std::uint32_t column = 0; column < grid.width() && grid.rows() != 0; ++column) {
      header_.push_back(grid.cell(0, column));
    }
  }
  [[nodiscard]] std::uint32_t rows() const { return grid_.rows() == 0 ? 0 : grid_.rows() - 1; }
  [[nodiscard]] const std::vector<std::string_view>& header() const { return header_; }
  [[nodiscard]] std::optional<std::uint32_t> column(std::string_view name) const {
    const auto at = std::find(header_.begin(), header_.end(), name);
    return at == header_.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(at - header_.begin()));
  }
  [[nodiscard]] std::string_view cell(std::uint32_t row, std::uint32_t column) const {
    return grid_.cell(row + 1, column);
  }

private:
  const table::Grid& grid_;
  std::vector<std::string_view> header_;
};

std::uint32_t number(std::string_view text) {
  std::uint32_t value = 0;
  for (const char c : text) {
    value = c >= '0' && c <= '9' && value < 100'000'000 ? value * 10 + static_cast<std::uint32_t>(c - '0') : 0;
  }
  return value;
}

class TablesRoster : public Roster {
public:
  TablesRoster(const ResultTables& tables, bool masked)
      : persons_(*tables.persons), columns_(persons_.header()), masked_(masked), anchors_(persons_.rows()) {}

  Result<bool> build(const ResultTables& tables) {
    const auto id = persons_.column("person_id");
    if (!id || !columns_.complete()) {
      return lacking("persons.csv");
    }
    for (std::uint32_t person = 0; person < persons_.rows(); ++person) {
      of_id_.emplace(persons_.cell(person, *id), person);
    }
    reasons_.resize(persons_.rows());
    if (Result<bool> done = read_rows(Table(*tables.rows)); !done) {
      return done;
    }
    if (Result<bool> done = read_heads(Table(*tables.families)); !done) {
      return done;
    }
    if (Result<bool> done = read_findings(Table(*tables.findings)); !done) {
      return done;
    }
    find_villages();
    count_to_check();
    of_id_.clear();
    heads_.clear();
    row_persons_.clear();
    return true;
  }

  void read(std::uint32_t person, RosterPerson& out) const override {
    std::vector<std::string_view> cells;
    for (std::uint32_t column = 0; column < persons_.header().size(); ++column) {
      cells.push_back(persons_.cell(person, column));
    }
    columns_.fill(cells, masked_, out);
    out.anchor = anchors_[person];
    add_reasons(person, out);
  }

private:
  static tl::unexpected<Error> lacking(std::string_view where) {
    return fail(ErrorCode::ConfigInvalid, {{"where", std::string(where)}});
  }

  Result<bool> read_rows(const Table& rows) {
    const auto source = rows.column("source");
    const auto row = rows.column("row");
    const auto id = rows.column("person_id");
    if (!source || !row || !id) {
      return lacking("rows.csv");
    }
    for (std::uint32_t i = 0; i < rows.rows(); ++i) {
      const auto found = of_id_.find(rows.cell(i, *id));
      if (found == of_id_.end()) {
        continue;
      }
      review::RowName& anchor = anchors_[found->second];
      if (anchor.row == 0) {
        anchor = {std::string(rows.cell(i, *source)), number(rows.cell(i, *row)), {}};
      }
      std::vector<std::uint32_t>& persons = row_persons_[rows.cell(i, *source)];
      persons.resize(std::max<std::size_t>(persons.size(), number(rows.cell(i, *row)) + 1U), kNobody);
      persons[number(rows.cell(i, *row))] = found->second;
    }
    return true;
  }

  Result<bool> read_heads(const Table& families) {
    const auto id = families.column("family_id");
    const auto head = families.column("head_person_id");
    if (!id || !head) {
      return lacking("families.csv");
    }
    for (std::uint32_t family = 0; family < families.rows(); ++family) {
      const auto found = of_id_.find(families.cell(family, *head));
      if (found != of_id_.end()) {
        heads_.emplace(families.cell(family, *id), found->second);
      }
    }
    return true;
  }

  Result<bool> read_findings(const Table& findings) {
    const auto code = findings.column("code");
    const auto kind = findings.column("subject_kind");
    const auto subject = findings.column("subject");
    if (!code || !kind || !subject) {
      return lacking("findings.csv");
    }
    for (std::uint32_t i = 0; i < findings.rows(); ++i) {
      const std::string_view of = findings.cell(i, *kind);
      const std::string_view text = findings.cell(i, *subject);
      const std::uint32_t person = of == "person"   ? at(of_id_, text)
                                   : of == "family" ? at(heads_, text)
                                   : of == "row"    ? of_row(text)
                                                    : kNobody;
      if (person != kNobody) {
        reasons_[person] |= bit_of(findings.cell(i, *code));
      }
    }
    return true;
  }

  void find_villages() {
    Villages villages(villages_);
    for (std::uint32_t person = 0; person < persons_.rows(); ++person) {
      const std::string_view code = persons_.cell(person, columns_.village_code());
      const std::string_view village = persons_.cell(person, columns_.village());
      const std::string_view district = persons_.cell(person, columns_.district());
      std::string key(code);
      if (key.empty() && !(village.empty() && district.empty())) {
        std::string compact;
        prepare::read_place(district, compact);
        key = compact + "/";
        prepare::read_place(village, compact);
        key += compact;
      }
      villages.of(key, village, district).persons.push_back(person);
    }
    villages.sort();
  }

  [[nodiscard]] std::uint32_t of_row(std::string_view subject) const { // "dtks:12"
    const std::size_t colon = subject.rfind(':');
    const auto found = row_persons_.find(subject.substr(0, colon));
    const std::uint32_t row = colon == std::string_view::npos ? 0 : number(subject.substr(colon + 1));
    return found == row_persons_.end() || row >= found->second.size() ? kNobody : found->second[row];
  }

  static constexpr std::uint32_t kNobody = UINT32_MAX;
  template <class Map, class Key> static std::uint32_t at(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? kNobody : found->second;
  }

  Table persons_;
  PersonColumns columns_;
  bool masked_;
  std::vector<review::RowName> anchors_;
  std::map<std::string_view, std::uint32_t> of_id_; // while building, as the following
  std::map<std::string_view, std::uint32_t> heads_;
  std::map<std::string_view, std::vector<std::uint32_t>> row_persons_; // by list, then row
};

// Digits of an RT as a number, so that 10 comes behind 9; without any, last.
std::uint32_t walk(std::string_view text) { return text.empty() ? UINT32_MAX : number(text); }

bool is_head(const RosterPerson& person) { return prepare::read_relation(person.relation) == prepare::Relation::Head; }

} // namespace

bool asks_for_a_visit(std::string_view code) {
  constexpr std::array<std::string_view, 4> kOffice{"pbi_missing", "pbi_not_poor", "outside_region", "basis_expired"};
  return std::find(kOffice.begin(), kOffice.end(), code) == kOffice.end();
}

bool Roster::to_check(std::uint32_t person) const { return (reasons_[person] & asking_) != 0; }

std::uint64_t Roster::bit_of(std::string_view code) {
  const auto found = std::find(codes_.begin(), codes_.end(), code);
  const auto at = static_cast<std::size_t>(found - codes_.begin());
  if (at >= 64) {
    return 0;
  }
  const std::uint64_t bit = std::uint64_t{1} << at;
  if (found == codes_.end()) {
    codes_.emplace_back(code);
    asking_ |= asks_for_a_visit(code) ? bit : 0;
  }
  return bit;
}

void Roster::add_reasons(std::uint32_t person, RosterPerson& out) const {
  std::vector<Reason> reasons;
  for (std::uint64_t left = reasons_[person]; left != 0; left &= left - 1) {
    reasons.push_back({codes_[static_cast<std::size_t>(std::countr_zero(left))], {}});
  }
  std::sort(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) { return a.code < b.code; });
  out.reasons.insert(out.reasons.begin(), reasons.begin(), reasons.end());
}

void Roster::count_to_check() {
  for (RosterVillage& village : villages_) {
    village.to_check = static_cast<std::uint32_t>(std::count_if(
        village.persons.begin(), village.persons.end(), [&](std::uint32_t person) { return to_check(person); }));
  }
}

std::unique_ptr<Roster> make_roster(const engine::Results& results, bool masked) {
  return std::make_unique<ResultsRoster>(results, masked);
}

Result<std::unique_ptr<Roster>> make_roster(const ResultTables& tables, bool masked) {
  auto roster = std::make_unique<TablesRoster>(tables, masked);
  if (Result<bool> done = roster->build(tables); !done) {
    return tl::unexpected<Error>(std::move(done.error()));
  }
  return roster;
}

std::string_view to_text(Scope scope) { return scope == Scope::Check ? "check" : "all"; }

std::vector<RosterPerson> sheet_rows(const Roster& roster, const RosterVillage& village, Scope scope) {
  std::vector<RosterPerson> rows;
  for (const std::uint32_t person : village.persons) {
    if (scope == Scope::All || roster.to_check(person)) {
      roster.read(person, rows.emplace_back());
    }
  }
  std::sort(rows.begin(), rows.end(), [](const RosterPerson& a, const RosterPerson& b) {
    return std::tuple(walk(a.rw), walk(a.rt), std::string_view(a.family), !is_head(a), std::string_view(a.id)) <
           std::tuple(walk(b.rw), walk(b.rt), std::string_view(b.family), !is_head(b), std::string_view(b.id));
  });
  return rows;
}

std::string print_of(std::string_view row_code, const RosterPerson& person) {
  std::string all(row_code);
  for (const std::string* text : {&person.kk, &person.nik, &person.name, &person.birth_date}) {
    all.append(1, '\n').append(*text);
  }
  return resolve::key_text(base::hash_bytes(all)).substr(0, 12);
}

} // namespace padan::act
