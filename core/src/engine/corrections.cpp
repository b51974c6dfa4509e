#include "corrections.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "padan/engine/mask.hpp"

namespace padan::engine {
namespace {

using analyse::CivilStatus;
using analyse::Code;
using analyse::EvidencePart;
using analyse::Finding;
using resolve::FieldKind;
using resolve::MasterList;

// What somebody can mend in a list; the others ask for a decision about people.
bool is_mendable(Code code) {
  switch (code) {
  case Code::NikMissing:
  case Code::NikInvalid:
  case Code::NikDamaged:
  case Code::NikShared:
  case Code::NikSecond:
  case Code::KkInvalid:
  case Code::KkConflict:
  case Code::DuplicateInSource:
  case Code::IdentityDiffers:
  case Code::DeceasedOnList:
  case Code::MovedOnList:
  case Code::OutsideRegion:
  case Code::ChildWithoutNik:
    return true;
  default:
    return false; // those who are not in the registry have a table of their own
  }
}

void add_value(Cells& cells, std::string_view field, std::string_view value, bool masked) {
  const auto kind = table::parse_field(field);
  cells.add(masked && kind ? mask(kind->kind, value) : std::string(value));
}

std::string shown(FieldKind kind, std::string text, bool masked) { return masked ? mask(kind, text) : text; }

// Names and villages are compared as matching reads them: capitals and "DESA" make no other value.
bool says_the_same(const MasterList& master, RowId a, RowId b, FieldKind field) {
  const prepare::Record& left = master.corpus().records[a];
  const prepare::Record& right = master.corpus().records[b];
  return field == FieldKind::Name      ? left.name != 0 && left.name == right.name
         : field == FieldKind::Village ? left.village != 0 && left.village == right.village
                                       : master.text(a, field) == master.text(b, field);
}

// Whose value is suggested: the list in which it won.
std::string_view suggested_by(const MasterList& master, std::uint32_t person, const EvidencePart& part) {
  const auto field = table::parse_field(part.field);
  if (part.against.empty() || !field) {
    return {};
  }
  const resolve::Winner winner = master.winner(person, field->kind);
  return winner.rule == resolve::Rule::Decision ? to_text(winner.rule)
         : winner.known()                       ? std::string_view(master.cells().source_of(winner.row).name)
                                                : std::string_view();
}

} // namespace

std::vector<CorrectionLine> correction_lines(const Results& results, std::string_view owner) {
  struct Placed {
    CorrectionLine line;
    std::string owner;
  };
  std::vector<Placed> placed;
  results.findings().for_each([&](const Finding& finding) {
    if (!is_mendable(finding.code)) {
      return;
    }
    std::string whose = results.findings().owner(finding);
    if (!owner.empty() && whose != owner) {
      return;
    }
    const std::size_t parts = std::max<std::size_t>(1, results.findings().evidence(finding).size());
    for (std::uint32_t part = 0; part < parts; ++part) {
      placed.push_back({{finding, part}, whose});
    }
  });
  std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    const auto key = [](const Placed& at) {
      return std::tuple(std::string_view(at.owner), at.line.finding.row, at.line.finding.code, at.line.finding.subject,
                        at.line.part);
    };
    return key(a) < key(b);
  });
  std::vector<CorrectionLine> lines;
  lines.reserve(placed.size());
  for (const Placed& at : placed) {
    lines.push_back(at.line);
  }
  return lines;
}

std::vector<std::pair<std::string, std::uint32_t>> correction_owners(const Results& results) {
  std::map<std::string, std::uint32_t> owners;
  for (const CorrectionLine& line : correction_lines(results, {})) {
    ++owners[results.findings().owner(line.finding)];
  }
  return {owners.begin(), owners.end()};
}

std::vector<std::string_view> correction_header() {
  return {"owner", "source",  "row",   "line",      "code",      "person_id",
          "name",  "village", "field", "submitted", "suggested", "suggested_by"};
}

void write_correction(const Results& results, const CorrectionLine& line, bool masked, Cells& cells) {
  const MasterList& master = results.master();
  const Finding& finding = line.finding;
  const std::uint32_t person = master.persons().of_row[finding.row];
  cells.add(results.findings().owner(finding));
  cells.add(master.cells().source_of(finding.row).name);
  cells.add(std::uint64_t{master.cells().number(finding.row)});
  cells.add(std::uint64_t{master.cells().line(finding.row)});
  cells.add(analyse::to_text(finding.code));
  cells.add(master.person_id(person));
  cells.add(shown(FieldKind::Name, master.cells().text(finding.row, FieldKind::Name), masked));
  cells.add(master.text(finding.row, FieldKind::Village));
  const std::vector<EvidencePart> parts = results.findings().evidence(finding);
  const EvidencePart part = line.part < parts.size() ? parts[line.part] : EvidencePart{};
  cells.add(part.field);
  if (part.field == "vital_status") { // the list is silent; the value is what the other says
    cells.add(master.text(finding.row, FieldKind::VitalStatus));
    cells.add(part.value);
    cells.add(part.against);
    return;
  }
  add_value(cells, part.field, part.value, masked);
  add_value(cells, part.field, part.against, masked);
  cells.add(suggested_by(master, person, part));
}

std::vector<CivilLine> civil_lines(const Results& results) {
  const MasterList& master = results.master();
  const analyse::CivilStatuses& statuses = results.civil_statuses();
  std::vector<CivilLine> lines;
  std::vector<std::uint32_t> searched(master.corpus().rows(), UINT32_MAX); // rows without their own: place in lines
  for (RowId row = 0; row < master.corpus().rows(); ++row) {
    const CivilStatus status = statuses.of(row);
    if (status == CivilStatus::Unasked || status == CivilStatus::Matched) {
      continue;
    }
    const RowId there = analyse::CivilStatuses::registry_row(master, master.persons().of_row[row]);
    if (there == resolve::Winner::kNone) {
      searched[row] = static_cast<std::uint32_t>(lines.size());
    }
    lines.push_back({row, there, 0.0F});
  }
  const auto civil = [&](RowId row) { return master.cells().source_of(row).kind == "civil_registry"; };
  for (const matching::ScoredPair& pair : results.outcome().pairs) { // heaviest first
    for (const auto& [row, other] : {std::pair(pair.left, pair.right), std::pair(pair.right, pair.left)}) {
      if (searched[row] != UINT32_MAX && lines[searched[row]].there == resolve::Winner::kNone && civil(other)) {
        lines[searched[row]].there = other;
        lines[searched[row]].weight = pair.weight;
      }
    }
  }
  return lines;
}

std::vector<std::string_view> civil_header() {
  return {"source",
          "row",
          "line",
          "civil_status",
          "answer_code",
          "person_id",
          "nik_submitted",
          "nik_suspected",
          "name_submitted",
          "name_suspected",
          "birth_date_submitted",
          "birth_date_suspected",
          "sex_submitted",
          "sex_suspected",
          "village_submitted",
          "village_suspected",
          "kk_submitted",
          "kk_suspected",
          "agree",
          "suspected_row",
          "probability"};
}

void write_civil(const Results& results, const CivilLine& line, bool masked, Cells& cells) {
  constexpr FieldKind kCompared[]{FieldKind::Nik, FieldKind::Name,    FieldKind::BirthDate,
                                  FieldKind::Sex, FieldKind::Village, FieldKind::Kk};
  const MasterList& master = results.master();
  const bool found = line.there != resolve::Winner::kNone;
  const CivilStatus status = results.civil_statuses().of(line.row);
  cells.add(master.cells().source_of(line.row).name);
  cells.add(std::uint64_t{master.cells().number(line.row)});
  cells.add(std::uint64_t{master.cells().line(line.row)});
  cells.add(analyse::to_text(status));
  const std::uint8_t answer = analyse::answer_code(status);
  cells.add(answer != 0 ? std::to_string(answer) : std::string());
  cells.add(master.person_id(master.persons().of_row[line.row]));
  std::vector<std::string_view> agree;
  for (const FieldKind field : kCompared) {
    const std::string here = master.cells().text(line.row, field);
    const std::string there = found ? master.text(line.there, field) : std::string();
    cells.add(shown(field, here, masked));
    cells.add(shown(field, there, masked));
    if (!there.empty() && says_the_same(master, line.row, line.there, field)) {
      agree.push_back(field == FieldKind::Nik         ? "nik"
                      : field == FieldKind::Name      ? "name"
                      : field == FieldKind::BirthDate ? "birth_date"
                      : field == FieldKind::Sex       ? "sex"
                      : field == FieldKind::Village   ? "village"
                                                      : "kk");
    }
  }
  cells.add_list(agree, [](std::string_view field) { return field; });
  cells.add(found ? std::to_string(master.cells().number(line.there)) : std::string());
  cells.add(line.weight != 0.0F ? fixed6(model::probability(static_cast<double>(line.weight))) : std::string());
}

} // namespace padan::engine
