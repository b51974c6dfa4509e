#include "padan/engine/views.hpp"

#include <algorithm>
#include <array>

#include "padan/engine/details.hpp"
#include "padan/engine/mask.hpp"
#include "view_filter.hpp"
#include "view_sort.hpp"

namespace padan::engine {
namespace {

using resolve::FieldKind;
using resolve::MasterList;

constexpr std::array<std::string_view, 5> kKinds{"persons", "families", "rows", "pairs", "findings"};

std::vector<std::string_view> source_names(const MasterList& master, std::uint32_t set) {
  std::vector<std::string_view> names;
  for (const std::uint16_t source : master.source_sets()[set]) {
    names.push_back(master.cells().sources()[source].name);
  }
  return names;
}

std::vector<std::string_view> programme_names(const MasterList& master, std::span<const std::uint32_t> persons) {
  std::vector<std::uint16_t> numbers;
  for (const std::uint32_t person : persons) {
    const auto received = master.programmes().of_person(person);
    numbers.insert(numbers.end(), received.begin(), received.end());
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::vector<std::string_view> names;
  for (const std::uint16_t number : numbers) {
    names.push_back(master.programmes().names()[number]);
  }
  return names;
}

std::string evidence_text(const std::vector<analyse::EvidencePart>& parts, bool masked) {
  std::string text;
  for (const analyse::EvidencePart& part : parts) {
    const auto field = table::parse_field(part.field);
    const auto shown = [&](const std::string& value) {
      return masked && field ? mask(table::fact_of(*field), value) : value;
    };
    text.append(text.empty() ? "" : "; ").append(part.field).append("=").append(shown(part.value));
    if (!part.against.empty()) {
      text.append("|").append(part.field == "vital_status" ? part.against : shown(part.against));
    }
  }
  return text;
}

} // namespace

std::string_view to_text(ViewKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::optional<ViewKind> parse_view_kind(std::string_view text) {
  const auto at = std::find(kKinds.begin(), kKinds.end(), text);
  return at == kKinds.end() ? std::nullopt : std::optional(static_cast<ViewKind>(at - kKinds.begin()));
}

Result<View> open_view(const Results& results, const Query& query) {
  const bool descending = query.sort.rfind('-', 0) == 0;
  const std::string key = query.sort.substr(descending ? 1 : 0);
  const std::vector<std::string_view>& keys = sort_keys(query.kind);
  if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "sort"}, {"value", query.sort}});
  }
  const Result<ViewFilter> filter = ViewFilter::compile(results, query);
  if (!filter) {
    return tl::unexpected<Error>(filter.error());
  }
  View view;
  view.kind = query.kind;
  const auto keep = [&](std::uint32_t count, auto test) {
    for (std::uint32_t item = 0; item < count; ++item) {
      if (test(item)) {
        view.items.push_back(item);
      }
    }
  };
  const MasterList& master = results.master();
  switch (query.kind) {
  case ViewKind::Persons:
    keep(master.persons().size(), [&](std::uint32_t person) { return filter->person(person); });
    break;
  case ViewKind::Families:
    keep(master.families().size(), [&](std::uint32_t family) { return filter->family(family); });
    break;
  case ViewKind::Rows:
    keep(master.corpus().rows(), [&](std::uint32_t row) { return filter->row(row); });
    break;
  case ViewKind::Pairs:
    keep(static_cast<std::uint32_t>(results.open_pairs().pairs.size()), [&](std::uint32_t item) {
      const matching::ScoredPair& pair = results.outcome().pairs[results.open_pairs().pairs[item].pair];
      return filter->pair(pair.left, pair.right);
    });
    break;
  case ViewKind::Findings:
    results.findings().for_each([&](const analyse::Finding& finding) {
      if (filter->finding(finding)) {
        view.items.push_back(static_cast<std::uint32_t>(view.findings.size()));
        view.findings.push_back(finding);
      }
    });
    break;
  }
  if (!key.empty()) {
    sort_view(results, view, key, descending);
  }
  return view;
}

PersonLine person_line(const Results& results, std::uint32_t person) {
  const MasterList& master = results.master();
  PersonLine line;
  line.index = person;
  line.id = master.person_id(person);
  line.family = master.families().of_person[person];
  line.name = master.resolve(person, FieldKind::Name).text;
  line.nik = master.resolve(person, FieldKind::Nik).text;
  line.kk = master.resolve(person, FieldKind::Kk).text;
  line.birth_date = master.resolve(person, FieldKind::BirthDate).text;
  line.sex = master.resolve(person, FieldKind::Sex).text;
  line.village = results.village_text(master.place_of_person(person));
  line.district = results.district_text(master.place_of_person(person));
  line.rows = static_cast<std::uint32_t>(master.rows_of(person).size());
  line.sources = source_names(master, master.sources_of_person(person));
  line.programmes = programme_names(master, std::span(&person, 1));
  line.flags = resolve::flag_texts(master.flags(person));
  return line;
}

FamilyLine family_line(const Results& results, std::uint32_t family) {
  const MasterList& master = results.master();
  const std::uint64_t kk = master.families().kk[family]; // no code of a region begins with 0
  FamilyLine line;
  line.index = family;
  line.id = master.family_id(family);
  line.kk = kk != 0 ? std::to_string(kk) : std::string();
  line.head_person = master.head_of(family);
  line.head = master.resolve(line.head_person, FieldKind::Name).text;
  line.members = static_cast<std::uint32_t>(master.members_of(family).size());
  line.place = master.place_of_family(family);
  line.village = results.village_text(line.place);
  line.district = results.district_text(line.place);
  line.sources = source_names(master, master.sources_of_family(family));
  line.programmes = programme_names(master, master.members_of(family));
  if (master.basis_expired(family)) {
    line.flags.push_back(to_text(resolve::Flag::ExpiredBasis));
  }
  return line;
}

RowLine row_line(const Results& results, RowId row) {
  const MasterList& master = results.master();
  RowLine line;
  line.index = row;
  line.source = master.cells().source_of(row).name;
  line.row = master.cells().number(row);
  line.line = master.cells().line(row);
  line.person = master.persons().of_row[row];
  line.family = master.families().of_person[line.person];
  line.status = results.status(row);
  line.name = master.cells().text(row, FieldKind::Name);
  line.nik = master.cells().text(row, FieldKind::Nik);
  line.kk = master.cells().text(row, FieldKind::Kk);
  line.birth_date = master.cells().text(row, FieldKind::BirthDate);
  if (line.birth_date.empty()) {
    line.birth_date = master.cells().text(row, FieldKind::BirthPlaceDate);
  }
  line.village = master.cells().text(row, FieldKind::Village);
  return line;
}

PairLine pair_line(const Results& results, std::uint32_t open_pair) {
  const analyse::OpenPair& open = results.open_pairs().pairs[open_pair];
  const matching::ScoredPair& pair = results.outcome().pairs[open.pair];
  PairLine line;
  line.index = open_pair;
  line.accepted = open.accepted;
  line.weight = static_cast<double>(pair.weight);
  line.probability = model::probability(line.weight);
  line.left = row_line(results, pair.left);
  line.right = row_line(results, pair.right);
  matching::Evidence evidence;
  (void)results.scorer().weigh(pair.left, pair.right, evidence);
  line.levels = level_texts(results.scoring(), evidence);
  return line;
}

FindingLine finding_line(const Results& results, const analyse::Finding& finding, bool masked) {
  const MasterList& master = results.master();
  FindingLine line;
  line.code = finding.code;
  line.severity = analyse::severity_of(finding.code);
  line.subject_kind = analyse::subject_kind_of(finding.code);
  line.subject_index = finding.subject;
  if (finding.row != analyse::Finding::kNoRow) {
    line.source = master.cells().source_of(finding.row).name;
    line.row = master.cells().number(finding.row);
  }
  switch (line.subject_kind) {
  case analyse::SubjectKind::Row:
    line.subject = std::string(line.source) + ':' + std::to_string(line.row);
    line.person = master.persons().of_row[finding.subject];
    break;
  case analyse::SubjectKind::Person:
    line.subject = master.person_id(finding.subject);
    line.person = finding.subject;
    break;
  case analyse::SubjectKind::Family:
    line.subject = master.family_id(finding.subject);
    line.name = master.resolve(master.head_of(finding.subject), FieldKind::Name).text;
    line.village = results.village_text(master.place_of_family(finding.subject));
    break;
  case analyse::SubjectKind::Source:
    line.source = master.cells().sources()[finding.subject].name;
    line.subject = line.source;
    line.name = line.source;
    break;
  }
  if (line.person) {
    line.name = master.resolve(*line.person, FieldKind::Name).text;
    line.village = results.village_text(master.place_of_person(*line.person));
  }
  line.evidence = evidence_text(results.findings().evidence(finding), masked);
  line.owner = results.findings().owner(finding);
  return line;
}

} // namespace padan::engine
