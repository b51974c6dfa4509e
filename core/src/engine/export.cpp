#include "padan/engine/export.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "padan/engine/details.hpp"
#include "padan/engine/mask.hpp"

namespace padan::engine {
namespace {

using resolve::FieldKind;
using resolve::MasterList;

constexpr std::array<std::string_view, 5> kKinds{"rows", "persons", "families", "pairs", "findings"};

// Numbers that lists give persons ("id:dtks"): one column each in persons.
struct IdColumn {
  std::string name;
  std::vector<std::pair<std::uint16_t, std::uint32_t>> places; // (source, grid column)
};

std::vector<IdColumn> id_columns(const MasterList& master) {
  std::vector<IdColumn> columns;
  const auto& sources = master.cells().sources();
  for (std::uint16_t source = 0; source < sources.size(); ++source) {
    for (const ingest::Column& column : sources[source].recognition->columns) {
      if (column.field.kind != FieldKind::Id) {
        continue;
      }
      const std::string name = "id_" + column.field.name;
      auto at = std::find_if(columns.begin(), columns.end(), [&](const IdColumn& known) { return known.name == name; });
      if (at == columns.end()) {
        columns.push_back({name, {}});
        at = columns.end() - 1;
      }
      at->places.emplace_back(source, column.index);
    }
  }
  std::sort(columns.begin(), columns.end(), [](const IdColumn& a, const IdColumn& b) { return a.name < b.name; });
  return columns;
}

} // namespace

std::string_view to_text(TableKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::optional<TableKind> parse_table_kind(std::string_view text) {
  const auto at = std::find(kKinds.begin(), kKinds.end(), text);
  return at == kKinds.end() ? std::nullopt : std::optional(static_cast<TableKind>(at - kKinds.begin()));
}

std::string fixed6(double value) {
  const auto micro = static_cast<std::uint64_t>(std::llround(std::fabs(value) * 1e6));
  const std::string fraction = std::to_string(micro % 1'000'000);
  return std::string(value < 0.0 && micro != 0 ? "-" : "")
      .append(std::to_string(micro / 1'000'000))
      .append(".")
      .append(6 - fraction.size(), '0')
      .append(fraction);
}

void Cells::clear() {
  bytes_.clear();
  ends_.clear();
}

void Cells::add(std::string_view text) {
  bytes_.append(text);
  ends_.push_back(bytes_.size());
}

void Cells::add(std::uint64_t number) { add(std::to_string(number)); }

void Cells::add_list(const std::vector<std::string_view>& texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    bytes_.append(i == 0 ? "" : "|").append(texts[i]);
  }
  ends_.push_back(bytes_.size());
}

const std::vector<std::string_view>& Cells::views() {
  views_.clear();
  std::size_t begin = 0;
  for (const std::size_t end : ends_) {
    views_.push_back(std::string_view(bytes_).substr(begin, end - begin));
    begin = end;
  }
  return views_;
}

struct ExportTable::State {
  State(const Results& of, TableKind table_kind, bool mask_them)
      : results(of), master(of.master()), kind(table_kind), masked(mask_them) {
    switch (kind) {
    case TableKind::Rows:
      add({"source", "row", "line", "person_id", "family_id", "status"});
      break;
    case TableKind::Persons:
      person_header();
      break;
    case TableKind::Families:
      add({"family_id", "kk", "head", "head_person_id", "members", "village", "district", "village_code", "decile",
           "sources", "lists", "programmes", "person_ids"});
      break;
    case TableKind::Pairs:
      add({"left_source", "left_row", "right_source", "right_row", "left_person_id", "right_person_id", "left_name",
           "right_name", "same_person", "weight", "probability"});
      for (const std::string_view name : comparison_names(results.scoring())) {
        names.push_back("level_" + std::string(name));
      }
      break;
    case TableKind::Findings:
      add({"code", "severity", "subject_kind", "subject", "source", "row", "evidence", "owner"});
      results.findings().for_each([this](const analyse::Finding& finding) { findings.push_back(finding); });
      std::stable_sort(findings.begin(), findings.end(),
                       [](const analyse::Finding& a, const analyse::Finding& b) { return a.code < b.code; });
      break;
    }
    for (std::string& name : names) {
      std::replace(name.begin(), name.end(), ':', '_');
    }
    header.assign(names.begin(), names.end());
  }

  void add(std::initializer_list<std::string_view> more) { names.insert(names.end(), more.begin(), more.end()); }

  void person_header() {
    add({"person_id", "family_id"});
    for (const FieldKind field : resolve::kMasterFields) {
      names.push_back(table::to_text({field, {}}));
    }
    ids = id_columns(master);
    for (const IdColumn& id : ids) {
      names.push_back(id.name);
    }
    add({"village_code", "age", "sources", "lists", "rows", "programmes", "flags", "differs"});
  }

  [[nodiscard]] std::string shown(FieldKind field, std::string text) const { return masked ? mask(field, text) : text; }

  void row(RowId row, Cells& cells) const {
    const std::uint32_t person = master.persons().of_row[row];
    cells.add(master.cells().source_of(row).name);
    cells.add(std::uint64_t{master.cells().number(row)});
    cells.add(std::uint64_t{master.cells().line(row)});
    cells.add(master.person_id(person));
    cells.add(master.family_id(master.families().of_person[person]));
    cells.add(to_text(results.status(row)));
  }

  // "name=SITI NURDJANAH@dukcapil:10233|...": what lists say that differs from what is shown.
  void add_differences(std::string& out, std::uint32_t person, FieldKind field) const {
    for (const resolve::Dissenter& dissenter : master.dissenters(person, field)) {
      out.append(out.empty() ? "" : "|")
          .append(table::to_text({field, {}}))
          .append("=")
          .append(shown(field, dissenter.text))
          .append("@");
      out.append(master.cells().source_of(dissenter.row).name)
          .append(":")
          .append(std::to_string(master.cells().number(dissenter.row)));
    }
  }

  [[nodiscard]] std::string id_of(std::uint32_t person, const IdColumn& id) const {
    for (const RowId row : master.rows_of(person)) {
      for (const auto& [source, column] : id.places) {
        const std::string_view text =
            source == master.corpus().records[row].source
                ? resolve::trimmed(master.cells().sources()[source].grid->cell(master.cells().grid_row(row), column))
                : std::string_view();
        if (!text.empty()) {
          return std::string(text);
        }
      }
    }
    return {};
  }

  [[nodiscard]] std::string village_code(std::uint32_t place) const {
    const std::uint64_t code = master.corpus().places[place].code;
    return code != 0 ? std::to_string(code) : std::string();
  }

  void person(std::uint32_t person, Cells& cells) const {
    cells.add(master.person_id(person));
    cells.add(master.family_id(master.families().of_person[person]));
    const bool several = master.rows_of(person).size() > 1;
    std::string differs;
    for (const FieldKind field : resolve::kMasterFields) {
      cells.add(shown(field, master.resolve(person, field).text));
      if (several) {
        add_differences(differs, person, field);
      }
    }
    for (const IdColumn& id : ids) {
      cells.add(shown(FieldKind::Id, id_of(person, id)));
    }
    const PersonLine line = person_line(results, person);
    cells.add(village_code(master.place_of_person(person)));
    cells.add(master.age(person) < 0 ? std::string() : std::to_string(master.age(person)));
    cells.add_list(line.sources);
    cells.add(std::uint64_t{line.sources.size()});
    cells.add(std::uint64_t{line.rows});
    cells.add_list(line.programmes);
    cells.add_list(line.flags);
    cells.add(differs);
  }

  void family(std::uint32_t family, Cells& cells) const {
    const FamilyLine line = family_line(results, family);
    std::uint32_t decile = 0; // the poorest that any member is given
    std::vector<std::string> ids_of_members;
    for (const std::uint32_t member : master.members_of(family)) {
      const std::uint32_t here = master.decile(member);
      decile = here != 0 && (decile == 0 || here < decile) ? here : decile;
      ids_of_members.push_back(master.person_id(member));
    }
    cells.add(line.id);
    cells.add(shown(FieldKind::Kk, line.kk));
    cells.add(shown(FieldKind::Name, line.head));
    cells.add(master.person_id(master.head_of(family)));
    cells.add(std::uint64_t{line.members});
    cells.add(line.village);
    cells.add(line.district);
    cells.add(village_code(master.place_of_family(family)));
    cells.add(decile != 0 ? std::to_string(decile) : std::string());
    cells.add_list(line.sources);
    cells.add(std::uint64_t{line.sources.size()});
    cells.add_list(line.programmes);
    cells.add_list({ids_of_members.begin(), ids_of_members.end()});
  }

  void pair(std::uint32_t index, Cells& cells) const {
    const PairLine line = pair_line(results, index);
    for (const RowLine* side : {&line.left, &line.right}) {
      cells.add(side->source);
      cells.add(std::uint64_t{side->row});
    }
    cells.add(master.person_id(line.left.person));
    cells.add(master.person_id(line.right.person));
    cells.add(shown(FieldKind::Name, line.left.name));
    cells.add(shown(FieldKind::Name, line.right.name));
    cells.add(line.accepted ? "yes" : "no");
    cells.add(fixed6(line.weight));
    cells.add(fixed6(line.probability));
    for (const LevelText& level : line.levels) {
      cells.add(level.level);
    }
  }

  void finding(std::uint32_t index, Cells& cells) const {
    const FindingLine line = finding_line(results, findings[index], masked);
    cells.add(analyse::to_text(line.code));
    cells.add(analyse::to_text(line.severity));
    cells.add(analyse::to_text(line.subject_kind));
    cells.add(line.subject);
    cells.add(line.source);
    cells.add(line.row != 0 ? std::to_string(line.row) : std::string());
    cells.add(line.evidence);
    cells.add(line.owner);
  }

  const Results& results;
  const MasterList& master;
  TableKind kind;
  bool masked;
  std::vector<std::string> names;
  std::vector<std::string_view> header;
  std::vector<IdColumn> ids;
  std::vector<analyse::Finding> findings;
};

ExportTable::ExportTable(const Results& results, TableKind kind, bool masked)
    : state_(std::make_unique<State>(results, kind, masked)) {}
ExportTable::~ExportTable() = default;
ExportTable::ExportTable(ExportTable&&) noexcept = default;
ExportTable& ExportTable::operator=(ExportTable&&) noexcept = default;

const std::vector<std::string_view>& ExportTable::header() const { return state_->header; }

std::uint32_t ExportTable::rows() const {
  switch (state_->kind) {
  case TableKind::Rows:
    return state_->master.corpus().rows();
  case TableKind::Persons:
    return state_->master.persons().size();
  case TableKind::Families:
    return state_->master.families().size();
  case TableKind::Pairs:
    return static_cast<std::uint32_t>(state_->results.open_pairs().pairs.size());
  case TableKind::Findings:
    return static_cast<std::uint32_t>(state_->findings.size());
  }
  return 0;
}

void ExportTable::read(std::uint32_t row, Cells& cells) const {
  cells.clear();
  switch (state_->kind) {
  case TableKind::Rows:
    state_->row(row, cells);
    break;
  case TableKind::Persons:
    state_->person(row, cells);
    break;
  case TableKind::Families:
    state_->family(row, cells);
    break;
  case TableKind::Pairs:
    state_->pair(row, cells);
    break;
  case TableKind::Findings:
    state_->finding(row, cells);
    break;
  }
}

} // namespace padan::engine
