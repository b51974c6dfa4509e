#include "padan/engine/versions.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <unordered_map>

#include "padan/engine/session.hpp"

namespace padan::engine {
namespace {

using table::Grid;

constexpr std::uint32_t kNone = Changed::kNone;
constexpr std::uint32_t bit(Change change) { return 1U << static_cast<std::uint32_t>(change); }

// A table of a result: columns by name, and the rows under its header.
class NamedColumns {
public:
  explicit NamedColumns(const Grid& grid) : grid_(grid) {
    for (std::uint32_t column = 0; grid.rows() > 0 && column < grid.width(); ++column) {
      columns_.emplace(grid.cell(0, column), column);
    }
  }

  /// The first column that is not there; empty when all are.
  [[nodiscard]] std::string missing(std::initializer_list<std::string_view> names) const {
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](std::string_view name) { return columns_.find(name) == columns_.end(); });
    return found == names.end() ? std::string() : std::string(*found);
  }
  [[nodiscard]] const Grid& grid() const { return grid_; }
  [[nodiscard]] std::uint32_t rows() const { return grid_.rows(); } // the header counts: rows are those of the grid
  [[nodiscard]] std::string_view cell(std::uint32_t row, std::string_view column) const {
    return grid_.cell(row, columns_.find(column)->second);
  }
  [[nodiscard]] std::unordered_map<std::string_view, std::uint32_t> index(std::string_view column) const {
    std::unordered_map<std::string_view, std::uint32_t> rows_of;
    for (std::uint32_t row = 1; row < rows(); ++row) {
      rows_of.emplace(cell(row, column), row);
    }
    return rows_of;
  }

private:
  const Grid& grid_;
  std::map<std::string_view, std::uint32_t> columns_;
};

struct Tables {
  NamedColumns persons;
  NamedColumns rows;
  const std::map<std::string, std::string, std::less<>>& lists;

  explicit Tables(const Version& version) : persons(version.persons), rows(version.rows), lists(version.lists) {}

  [[nodiscard]] std::string missing() const {
    const std::string of_persons =
        persons.missing({"person_id", "family_id", "nik", "kk", "name", "sex", "birth_date", "village", "district",
                         "village_code", "decile", "vital_status", "programmes", "flags"});
    return of_persons.empty() ? rows.missing({"source", "row", "person_id"}) : of_persons;
  }
};

// What padan writes into persons.csv is known: nothing to be recognised.
ingest::Hints hints_of(const Grid& grid) {
  ingest::Hints hints;
  hints.header_row = grid.lines.front();
  hints.mapping.emplace();
  constexpr std::string_view kId = "id_";
  for (std::uint32_t column = 0; column < grid.width(); ++column) {
    const std::string_view header = grid.cell(0, column);
    std::string field(header);
    if (header == "village_code") {
      field = table::to_text({table::FieldKind::RegionCode, {}});
    } else if (header.substr(0, kId.size()) == kId) {
      field = table::to_text({table::FieldKind::Id, std::string(header.substr(kId.size()))});
    }
    (*hints.mapping)[std::string(header)] = table::parse_field(field) ? field : "text";
  }
  return hints;
}

using RowPair = std::pair<std::uint32_t, std::uint32_t>; // before, after

// The two tables matched as two lists, in each of which every person stands once.
class Matching {
public:
  Matching(const Grid& before, const Grid& after) { ready_ = add("a", before) && add("b", after); }

  /// Persons first, then pairs whose evidence would do, the heaviest first.
  std::vector<RowPair> find(const VersionOptions& options) {
    RunOptions run;
    run.year = options.year;
    run.executor = options.executor;
    if (!ready_ || !session_.start(run)) {
      return {};
    }
    while (!session_.step(UINT32_MAX).finished) {
    }
    const Outcome& outcome = *session_.outcome();
    std::vector<RowPair> pairs;
    for (std::uint32_t person = 0; person < outcome.persons.size(); ++person) {
      for (auto a = outcome.persons.starts[person]; a < outcome.persons.starts[person + 1]; ++a) {
        for (auto b = a + 1; b < outcome.persons.starts[person + 1]; ++b) {
          add_pair(outcome.persons.rows[a], outcome.persons.rows[b], pairs);
        }
      }
    }
    for (const matching::ScoredPair& pair : outcome.pairs) {
      if (pair.weight >= outcome.thresholds.accept) {
        add_pair(std::min(pair.left, pair.right), std::max(pair.left, pair.right), pairs);
      }
    }
    return pairs;
  }

private:
  bool add(const std::string& name, const Grid& grid) {
    if (grid.rows() < 2) {
      return false;
    }
    const auto ids = session_.add_file(name, {grid}, {}, [&](const std::string&) { return hints_of(grid); });
    if (!ids) {
      return false;
    }
    SourceFacts facts = session_.source(ids->front())->facts;
    facts.duplicates_allowed = false;
    return session_.set_facts(ids->front(), facts).has_value();
  }

  void add_pair(RowId left, RowId right, std::vector<RowPair>& pairs) const {
    const auto& sources = session_.scoring().corpus.sources;
    const auto grid_row = [&](RowId row, std::size_t source) {
      return session_.run_sources()[source]->recognition.data_rows[row - sources[source].begin];
    };
    if (left < sources[1].begin && right >= sources[1].begin) {
      pairs.emplace_back(grid_row(left, 0), grid_row(right, 1));
    }
  }

  Session session_;
  bool ready_ = false;
};

using Rows = std::vector<std::uint32_t>;

struct Links {
  Rows after;      // per row before: the same person, kNone
  Rows before;     // per row after
  Rows merged;     // per row before that has nobody: of whom it is a double
  Rows split_from; // per row after that has nobody
};

void link(Links& links, std::uint32_t before, std::uint32_t after) {
  if (links.after[before] == kNone && links.before[after] == kNone) {
    links.after[before] = after;
    links.before[after] = before;
  }
}

// Pairs that speak for one person, the strongest first: those that may link, and those left over that tell doubles.
void take(Links& links, const std::vector<RowPair>& pairs) {
  for (const auto& [before, after] : pairs) {
    link(links, before, after);
  }
  for (const auto& [before, after] : pairs) {
    if (links.after[before] == kNone && links.before[after] != kNone && links.merged[before] == kNone) {
      links.merged[before] = after;
    }
    if (links.before[after] == kNone && links.after[before] != kNone && links.split_from[after] == kNone) {
      links.split_from[after] = before;
    }
  }
}

std::vector<RowPair> strongest_first(const std::map<RowPair, std::uint32_t>& votes) {
  std::vector<std::pair<std::uint32_t, RowPair>> order;
  for (const auto& [pair, count] : votes) {
    order.emplace_back(count, pair);
  }
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<RowPair> pairs;
  for (const auto& [count, pair] : order) {
    pairs.push_back(pair);
  }
  return pairs;
}

// Persons by the rows of lists whose files are the same in both versions.
std::vector<RowPair> pairs_by_rows(const Tables& before, const Tables& after) {
  const auto stayed = [&](std::string_view list) {
    const auto was = before.lists.find(list);
    const auto is = after.lists.find(list);
    return was != before.lists.end() && is != after.lists.end() && was->second == is->second;
  };
  const auto key = [](const NamedColumns& rows, std::uint32_t row) {
    return std::string(rows.cell(row, "source")) + "\n" + std::string(rows.cell(row, "row"));
  };
  const auto was_persons = before.persons.index("person_id");
  const auto is_persons = after.persons.index("person_id");
  std::unordered_map<std::string, std::uint32_t> earlier; // row of a list to its person
  for (std::uint32_t row = 1; row < before.rows.rows(); ++row) {
    const auto person = was_persons.find(before.rows.cell(row, "person_id"));
    if (person != was_persons.end() && stayed(before.rows.cell(row, "source"))) {
      earlier.emplace(key(before.rows, row), person->second);
    }
  }
  std::map<RowPair, std::uint32_t> votes;
  for (std::uint32_t row = 1; row < after.rows.rows(); ++row) {
    const auto person = is_persons.find(after.rows.cell(row, "person_id"));
    if (const auto was = earlier.find(key(after.rows, row)); was != earlier.end() && person != is_persons.end()) {
      ++votes[{was->second, person->second}];
    }
  }
  return strongest_first(votes);
}

std::vector<RowPair> pairs_by_ids(const NamedColumns& before, const NamedColumns& after) {
  const auto rows = after.index("person_id");
  std::vector<RowPair> pairs;
  for (std::uint32_t row = 1; row < before.rows(); ++row) {
    if (const auto found = rows.find(before.cell(row, "person_id")); found != rows.end()) {
      pairs.emplace_back(row, found->second);
    }
  }
  return pairs;
}

Links find_links(const Tables& before, const Tables& after, const VersionOptions& options) {
  const auto nobody = [](const Tables& tables) { return Rows(tables.persons.rows(), kNone); };
  Links links{nobody(before), nobody(after), nobody(before), nobody(after)};
  take(links, pairs_by_rows(before, after));
  take(links, pairs_by_ids(before.persons, after.persons));
  take(links, Matching(before.persons.grid(), after.persons.grid()).find(options));
  return links;
}

bool lists(std::string_view cell, std::string_view item) {
  for (std::size_t at = 0; at <= cell.size();) {
    const std::size_t end = std::min(cell.find('|', at), cell.size());
    if (cell.substr(at, end - at) == item) {
      return true;
    }
    at = end + 1;
  }
  return false;
}

int decile_of(std::string_view cell) { return cell.size() == 1 ? cell[0] - '0' : cell == "10" ? 10 : 0; }

// What changed of a person that both versions know; nothing follows from what one of them does not say.
class Comparison {
public:
  Comparison(const NamedColumns& before, const NamedColumns& after, std::uint8_t poor_decile)
      : before_(before), after_(after), poor_(poor_decile) {}

  [[nodiscard]] std::uint32_t changes(std::uint32_t a, std::uint32_t b) const {
    const auto got = [&](std::string_view flag) {
      return lists(after_.cell(b, "flags"), flag) && !lists(before_.cell(a, "flags"), flag);
    };
    std::uint32_t changes = 0;
    changes |= got("dead") ? bit(Change::Died) : 0;
    changes |= got("moved") || lives_elsewhere(a, b) ? bit(Change::Moved) : 0;
    const int was = decile_of(before_.cell(a, "decile"));
    const int is = decile_of(after_.cell(b, "decile"));
    if (was > 0 && is > 0 && (was <= poor_) != (is <= poor_)) {
      changes |= bit(is > poor_ ? Change::Graduated : Change::Poorer);
    }
    changes |= before_.cell(a, "programmes") != after_.cell(b, "programmes") ? bit(Change::Programmes) : 0;
    changes |= differs("kk", a, b) ? bit(Change::Card) : 0;
    constexpr std::array<std::string_view, 4> kIdentity = {"nik", "name", "birth_date", "sex"};
    const auto rewritten = [&](std::string_view column) { return before_.cell(a, column) != after_.cell(b, column); };
    changes |= std::any_of(kIdentity.begin(), kIdentity.end(), rewritten) ? bit(Change::Mended) : 0;
    return changes;
  }

private:
  [[nodiscard]] bool differs(std::string_view column, std::uint32_t a, std::uint32_t b) const {
    const std::string_view was = before_.cell(a, column);
    const std::string_view is = after_.cell(b, column);
    return !was.empty() && !is.empty() && was != is;
  }
  [[nodiscard]] bool lives_elsewhere(std::uint32_t a, std::uint32_t b) const {
    const bool coded = !before_.cell(a, "village_code").empty() && !after_.cell(b, "village_code").empty();
    return coded ? differs("village_code", a, b) : differs("village", a, b) || differs("district", a, b);
  }

  const NamedColumns& before_;
  const NamedColumns& after_;
  int poor_;
};

std::vector<Changed> person_changes(const Links& links, const Comparison& comparison) {
  std::vector<Changed> changes;
  for (std::uint32_t row = 1; row < links.after.size(); ++row) {
    if (const std::uint32_t after = links.after[row]; after != kNone) {
      changes.push_back({row, after, comparison.changes(row, after)});
    } else {
      changes.push_back({row, links.merged[row], bit(links.merged[row] != kNone ? Change::Merged : Change::Left)});
    }
  }
  for (std::uint32_t row = 1; row < links.before.size(); ++row) {
    if (links.before[row] == kNone) {
      const std::uint32_t from = links.split_from[row];
      changes.push_back({from, row, bit(from != kNone ? Change::Split : Change::Entered)});
    }
  }
  return changes;
}

// Families of one version: by id, in the order of their first persons.
struct FamilyTable {
  Rows of_row;
  Rows first;

  explicit FamilyTable(const NamedColumns& persons) : of_row(persons.rows(), kNone) {
    std::unordered_map<std::string_view, std::uint32_t> ids;
    for (std::uint32_t row = 1; row < persons.rows(); ++row) {
      const auto [found, is_new] =
          ids.emplace(persons.cell(row, "family_id"), static_cast<std::uint32_t>(first.size()));
      if (is_new) {
        first.push_back(row);
      }
      of_row[row] = found->second;
    }
  }
};

// A family is found again where most of its known members are; one that keeps only a minority of another is part of that.
std::vector<Changed> family_changes(const NamedColumns& before, const NamedColumns& after, const Links& links) {
  const FamilyTable was(before);
  const FamilyTable is(after);
  std::map<RowPair, std::uint32_t> shared; // members
  for (std::uint32_t row = 1; row < links.after.size(); ++row) {
    const std::uint32_t now = links.after[row] != kNone ? links.after[row] : links.merged[row];
    if (now != kNone) {
      ++shared[{was.of_row[row], is.of_row[now]}];
    }
  }
  for (std::uint32_t row = 1; row < links.before.size(); ++row) {
    if (links.split_from[row] != kNone) {
      ++shared[{was.of_row[links.split_from[row]], is.of_row[row]}];
    }
  }
  Rows heir(was.first.size(), kNone);   // the family it went on as
  Rows origin(is.first.size(), kNone);  // the family it was
  Rows joined(was.first.size(), kNone); // where its members are when it did not go on
  Rows came_of(is.first.size(), kNone);
  for (const auto& [a, b] : strongest_first(shared)) {
    if (heir[a] == kNone && origin[b] == kNone) {
      heir[a] = b;
      origin[b] = a;
    }
    joined[a] = joined[a] == kNone ? b : joined[a];
    came_of[b] = came_of[b] == kNone ? a : came_of[b];
  }
  const auto first = [](const Rows& rows, std::uint32_t family) { return family == kNone ? kNone : rows[family]; };
  std::vector<Changed> changes;
  for (std::uint32_t a = 0; a < was.first.size(); ++a) {
    const std::uint32_t change = heir[a] != kNone ? 0 : joined[a] != kNone ? bit(Change::Merged) : bit(Change::Left);
    changes.push_back({was.first[a], first(is.first, heir[a] != kNone ? heir[a] : joined[a]), change});
  }
  for (std::uint32_t b = 0; b < is.first.size(); ++b) {
    if (origin[b] == kNone) {
      changes.push_back(
          {first(was.first, came_of[b]), is.first[b], bit(came_of[b] != kNone ? Change::Split : Change::Entered)});
    }
  }
  return changes;
}

// Persons of one table whose NIK the other does not have.
std::uint32_t unknown_niks(const NamedColumns& persons, const NamedColumns& others) {
  const auto known = others.index("nik");
  std::uint32_t unknown = 0;
  for (std::uint32_t row = 1; row < persons.rows(); ++row) {
    const std::string_view nik = persons.cell(row, "nik");
    unknown += !nik.empty() && known.find(nik) == known.end() ? 1U : 0U;
  }
  return unknown;
}

std::uint32_t count_of(const std::vector<Changed>& all, Change change) {
  return static_cast<std::uint32_t>(
      std::count_if(all.begin(), all.end(), [&](const Changed& changed) { return changed.has(change); }));
}

} // namespace

std::string_view to_text(Change change) {
  constexpr std::array<std::string_view, kChanges> kTexts = {
#define PADAN_TEXT(name, text) text,
      PADAN_CHANGES(PADAN_TEXT)
#undef PADAN_TEXT
  };
  return kTexts[static_cast<std::size_t>(change)];
}

std::uint32_t VersionChange::count(Change change) const { return count_of(persons, change); }
std::uint32_t VersionChange::count_families(Change change) const { return count_of(families, change); }

Result<VersionChange> compare_versions(const Version& before, const Version& after, const VersionOptions& options) {
  const Tables was(before);
  const Tables is(after);
  for (const Tables* tables : {&was, &is}) {
    if (const std::string missing = tables->missing(); !missing.empty()) {
      return fail(ErrorCode::ConfigInvalid, {{"where", missing}});
    }
  }
  const Links links = find_links(was, is, options);
  VersionChange change;
  change.persons = person_changes(links, Comparison(was.persons, is.persons, options.poor_decile));
  change.families = family_changes(was.persons, is.persons, links);
  change.entered_by_nik = unknown_niks(is.persons, was.persons);
  change.left_by_nik = unknown_niks(was.persons, is.persons);
  return change;
}

} // namespace padan::engine
