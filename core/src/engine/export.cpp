#include "padan/engine/export.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "corrections.hpp"
#include "overlap_table.hpp"
#include "padan/engine/details.hpp"
#include "padan/engine/mask.hpp"
#include "priority_table.hpp"

namespace padan::engine {
namespace {

using resolve::FieldKind;
using resolve::MasterList;

constexpr std::array<std::string_view, 10> kKinds{"rows",        "persons",     "families", "pairs",   "findings",
                                                  "corrections", "civil_check", "actions",  "overlap", "priorities"};

// The least that is needed to find a person in a programme's list.
constexpr std::array kActionFields{FieldKind::Nik,     FieldKind::Kk,      FieldKind::Name, FieldKind::BirthDate,
                                   FieldKind::Sex,     FieldKind::Address, FieldKind::Rt,   FieldKind::Rw,
                                   FieldKind::Village, FieldKind::District};

// Numbers that lists give persons ("id:dtks"), one column each in persons: grid columns by file.
using IdColumns = std::map<std::string, std::vector<std::vector<std::uint32_t>>>;

IdColumns id_columns(const MasterList& master) {
  IdColumns columns;
  const auto& files = master.cells().files();
  for (std::size_t file = 0; file < files.size(); ++file) {
    for (const ingest::Column& column : files[file].recognition->columns) {
      if (column.field.kind == FieldKind::Id) {
        auto& by_file = columns["id_" + column.field.name];
        by_file.resize(files.size());
        by_file[file].push_back(column.index);
      }
    }
  }
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
  State(const Results& of, TableKind table_kind, bool mask_them, std::string_view only, const Planned& planned)
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
           "sources", "lists", "programmes", "flags", "person_ids"});
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
      collect_findings();
      break;
    case TableKind::Corrections:
      corrections = correction_lines(results, only);
      add_all(correction_header());
      break;
    case TableKind::CivilCheck:
      civil = civil_lines(results);
      add_all(civil_header());
      break;
    case TableKind::Actions:
      acting = planned.actions;
      action_header(only);
      break;
    case TableKind::Overlap:
      overlap = overlap_lines(results);
      add_all(overlap_header());
      break;
    case TableKind::Priorities:
      priorities.emplace(planned, masked);
      add_all(priority_header());
      break;
    }
    for (std::string& name : names) {
      std::replace(name.begin(), name.end(), ':', '_');
    }
    header.assign(names.begin(), names.end());
  }

  void add(std::initializer_list<std::string_view> more) { names.insert(names.end(), more.begin(), more.end()); }

  void action_header(std::string_view only) {
    add({"programme", "action", "reasons", "person_id", "family_id"});
    for (const FieldKind field : kActionFields) {
      names.push_back(table::to_text({field, {}}));
    }
    add({"village_code", "sources"});
    for (const ActionLine& line : acting->lines()) {
      if (only.empty() || acting->programmes()[line.programme] == only) {
        actions.push_back(line);
      }
    }
  }

  void action(const ActionLine& line, Cells& cells) const {
    cells.add(acting->programmes()[line.programme]);
    cells.add(to_text(line.action));
    cells.add_list(reason_texts(line.reasons), [](std::string_view reason) { return reason; });
    cells.add(master.person_id(line.person));
    cells.add(master.family_id(master.families().of_person[line.person]));
    resolve::Opinions opinions;
    for (const FieldKind field : kActionFields) {
      master.ask(line.person, field, opinions);
      add_shown(cells, field, master.text(opinions, field));
    }
    add_village_code(cells, master.place_of_person(line.person));
    const auto sources = master.source_sets()[master.sources_of_person(line.person)];
    cells.add_list(sources,
                   [&](std::uint16_t source) { return std::string_view(master.cells().sources()[source].name); });
  }

  void add_all(const std::vector<std::string_view>& more) { names.insert(names.end(), more.begin(), more.end()); }

  void person_header() {
    add({"person_id", "family_id"});
    for (const FieldKind field : resolve::kMasterFields) {
      names.push_back(table::to_text({field, {}}));
    }
    ids = id_columns(master);
    for (const auto& [name, by_file] : ids) {
      names.push_back(name);
    }
    add({"village_code", "age", "sources", "lists", "rows", "programmes", "flags", "differs", "named_in"});
  }

  // In the order of their codes, else as they come: the counts tell where those of a code begin.
  void collect_findings() {
    std::array<std::size_t, analyse::kCodes> next{};
    for (std::size_t code = 1; code < next.size(); ++code) {
      next[code] = next[code - 1] + results.findings().count(static_cast<analyse::Code>(code - 1));
    }
    findings.resize(results.findings().total());
    results.findings().for_each(
        [&](const analyse::Finding& finding) { findings[next[static_cast<std::size_t>(finding.code)]++] = finding; });
  }

  void append_shown(std::string& out, FieldKind field, std::string_view text) const {
    if (masked) {
      out.append(mask(field, text));
    } else {
      out.append(text);
    }
  }

  void add_shown(Cells& cells, FieldKind field, std::string_view text) const {
    cells.write([&](std::string& out) { append_shown(out, field, text); });
  }

  void add_optional(Cells& cells, std::uint64_t number, bool known) const {
    cells.add(known ? std::to_string(number) : std::string());
  }

  void add_sources(Cells& cells, std::uint32_t set) const {
    const auto sources = master.source_sets()[set];
    cells.add_list(sources,
                   [&](std::uint16_t source) { return std::string_view(master.cells().sources()[source].name); });
    cells.add(std::uint64_t{sources.size()});
  }

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
  void append_differences(std::string& out, FieldKind field, resolve::Opinions& opinions) const {
    for (const resolve::Opinion& opinion : opinions.all) {
      if (opinion.key != opinions.key) {
        append_listed(out, 0, table::to_text({field, {}}));
        append_shown(out.append("="), field, master.text(opinion.row, field, opinions.scratch[0]));
        out.append("@").append(master.cells().source_of(opinion.row).name).append(":");
        out.append(std::to_string(master.cells().number(opinion.row)));
      }
    }
  }

  [[nodiscard]] std::string_view id_of(std::uint32_t person,
                                       const std::vector<std::vector<std::uint32_t>>& by_file) const {
    for (const RowId row : master.rows_of(person)) {
      for (const std::uint32_t column : by_file[master.cells().file_at(row)]) {
        const std::string_view text =
            resolve::trimmed(master.cells().source_of(row).grid->cell(master.cells().grid_row(row), column));
        if (!text.empty()) {
          return text;
        }
      }
    }
    return {};
  }

  void add_village_code(Cells& cells, std::uint32_t place) const {
    const std::uint64_t code = master.corpus().places[place].code;
    add_optional(cells, code, code != 0);
  }

  void person(std::uint32_t person, Cells& cells) const {
    cells.add(master.person_id(person));
    cells.add(master.family_id(master.families().of_person[person]));
    std::string differs;
    resolve::Opinions opinions;
    for (const FieldKind field : resolve::kMasterFields) {
      master.ask(person, field, opinions);
      add_shown(cells, field, master.text(opinions, field));
      append_differences(differs, field, opinions);
    }
    for (const auto& [name, by_file] : ids) {
      add_shown(cells, FieldKind::Id, id_of(person, by_file));
    }
    add_village_code(cells, master.place_of_person(person));
    const std::int32_t age = master.age(person);
    add_optional(cells, static_cast<std::uint64_t>(age), age >= 0);
    add_sources(cells, master.sources_of_person(person));
    cells.add(std::uint64_t{master.rows_of(person).size()});
    cells.add_list(master.programmes().of_person(person),
                   [&](std::uint16_t programme) { return std::string_view(master.programmes().names()[programme]); });
    cells.add_list(resolve::flag_texts(master.flags(person)), [](std::string_view flag) { return flag; });
    cells.add(differs);
    cells.add_list(named_in(person), [](const std::string& text) { return std::string_view(text); });
  }

  // "pip:mother": lists whose rows of other people name the person.
  [[nodiscard]] std::vector<std::string> named_in(std::uint32_t person) const {
    std::vector<std::string> lists;
    for (const std::uint32_t at : results.outcome().named.of_person(person)) {
      const prepare::Mention& mention = master.corpus().mentions[at];
      std::string text = master.corpus().sources[master.corpus().records[mention.row].source].name;
      text.append(":").append(to_text(mention.role));
      if (std::find(lists.begin(), lists.end(), text) == lists.end()) {
        lists.push_back(std::move(text));
      }
    }
    return lists;
  }

  void family(std::uint32_t family, Cells& cells) const {
    const FamilyLine line = family_line(results, family);
    std::uint32_t decile = 0; // the poorest that any member is given
    for (const std::uint32_t member : master.members_of(family)) {
      const std::uint32_t here = master.decile(member);
      decile = here != 0 && (decile == 0 || here < decile) ? here : decile;
    }
    cells.add(line.id);
    add_shown(cells, FieldKind::Kk, line.kk);
    add_shown(cells, FieldKind::Name, line.head);
    cells.add(master.person_id(line.head_person));
    cells.add(std::uint64_t{line.members});
    cells.add(line.village);
    cells.add(line.district);
    add_village_code(cells, line.place);
    add_optional(cells, decile, decile != 0);
    add_sources(cells, master.sources_of_family(family));
    cells.add_list(line.programmes, [](std::string_view programme) { return programme; });
    cells.add_list(line.flags, [](std::string_view flag) { return flag; });
    cells.add_list(master.members_of(family), [&](std::uint32_t member) { return master.person_id(member); });
  }

  void pair(std::uint32_t index, Cells& cells) const {
    const PairLine line = pair_line(results, index);
    for (const RowLine* side : {&line.left, &line.right}) {
      cells.add(side->source);
      cells.add(std::uint64_t{side->row});
    }
    cells.add(master.person_id(line.left.person));
    cells.add(master.person_id(line.right.person));
    add_shown(cells, FieldKind::Name, line.left.name);
    add_shown(cells, FieldKind::Name, line.right.name);
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
    add_optional(cells, line.row, line.row != 0);
    cells.add(line.evidence);
    cells.add(line.owner);
  }

  const Results& results;
  const MasterList& master;
  TableKind kind;
  bool masked;
  std::vector<std::string> names;
  std::vector<std::string_view> header;
  IdColumns ids;
  std::vector<analyse::Finding> findings;
  std::vector<CorrectionLine> corrections;
  std::vector<CivilLine> civil;
  std::shared_ptr<const Actions> acting;
  std::vector<ActionLine> actions;
  std::vector<OverlapLine> overlap;
  std::optional<PriorityTable> priorities;
};

ExportTable::ExportTable(const Results& results, TableKind kind, bool masked, std::string_view only,
                         const Planned& planned)
    : state_(std::make_unique<State>(results, kind, masked, only, planned)) {}
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
  case TableKind::Corrections:
    return static_cast<std::uint32_t>(state_->corrections.size());
  case TableKind::CivilCheck:
    return static_cast<std::uint32_t>(state_->civil.size());
  case TableKind::Actions:
    return static_cast<std::uint32_t>(state_->actions.size());
  case TableKind::Overlap:
    return static_cast<std::uint32_t>(state_->overlap.size());
  case TableKind::Priorities:
    return state_->priorities->rows();
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
  case TableKind::Corrections:
    write_correction(state_->results, state_->corrections[row], state_->masked, cells);
    break;
  case TableKind::CivilCheck:
    write_civil(state_->results, state_->civil[row], state_->masked, cells);
    break;
  case TableKind::Actions:
    state_->action(state_->actions[row], cells);
    break;
  case TableKind::Overlap:
    write_overlap(state_->results, state_->overlap[row], cells);
    break;
  case TableKind::Priorities:
    state_->priorities->read(row, cells);
    break;
  }
}

} // namespace padan::engine
