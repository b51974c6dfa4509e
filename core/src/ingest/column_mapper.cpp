#include "column_mapper.hpp"

#include <algorithm>
#include <set>

#include "padan/table/companion.hpp"

namespace padan::ingest {
namespace {

using table::Field;
using table::FieldKind;

/// One column on its way to a decision.
struct Draft {
  Candidate candidate;
  std::string key; // compact header
  const ColumnProbe* probe = nullptr;
};

bool is_personal(FieldKind kind) {
  switch (kind) {
  case FieldKind::Name:
  case FieldKind::Nik:
  case FieldKind::BirthDate:
  case FieldKind::BirthPlace:
  case FieldKind::BirthPlaceDate:
  case FieldKind::BirthYear:
  case FieldKind::Age:
  case FieldKind::Sex:
  case FieldKind::Relation:
  case FieldKind::Occupation:
  case FieldKind::VitalStatus:
  case FieldKind::CivilMatch:
  case FieldKind::MotherName:
  case FieldKind::Disability:
  case FieldKind::ChronicIllness:
  case FieldKind::Stunting:
    return true;
  default:
    return false;
  }
}

bool may_repeat(FieldKind kind) {
  return kind == FieldKind::Text || kind == FieldKind::Address || kind == FieldKind::GivenName ||
         kind == FieldKind::Phone || kind == FieldKind::Alias;
}

void make_text(Draft& draft) { draft.candidate = Candidate{}; }

Draft* best_of(std::vector<Draft>& drafts, FieldKind kind) {
  Draft* best = nullptr;
  for (Draft& draft : drafts) {
    if (draft.candidate.field.kind == kind && (best == nullptr || draft.candidate.score > best->candidate.score)) {
      best = &draft;
    }
  }
  return best;
}

void rename(std::vector<Draft>& drafts, FieldKind from, FieldKind to) {
  for (Draft& draft : drafts) {
    if (draft.candidate.field.kind == from) {
      draft.candidate.field.kind = to;
    }
  }
}

const Draft* first_of(const std::vector<Draft>& drafts, const Field& field) {
  const auto found =
      std::find_if(drafts.begin(), drafts.end(), [&](const Draft& draft) { return draft.candidate.field == field; });
  return found == drafts.end() ? nullptr : &*found;
}

// "nama_anak" is the person of the row, but for a list that names head and wife as well (a row is a family then), or where
// few rows have a child.
void settle_child(std::vector<Draft>& drafts) {
  using table::companion_field;
  using table::Role;
  const Field name = companion_field(Role::Child, FieldKind::Name);
  const Draft* child = first_of(drafts, name);
  const Draft* head = best_of(drafts, FieldKind::HeadName);
  const bool of_family =
      head != nullptr && (first_of(drafts, companion_field(Role::Spouse, FieldKind::Name)) != nullptr ||
                          (child != nullptr && child->probe->fill() < 0.3 && head->probe->fill() > 0.8));
  if (of_family || best_of(drafts, FieldKind::Name) != nullptr) {
    return;
  }
  for (Draft& draft : drafts) {
    const std::optional<table::CompanionFact> of = table::companion_fact(draft.candidate.field);
    if (of && of->role == Role::Child) {
      draft.candidate.field = Field{of->fact, {}};
    }
  }
}

// In a list of members the head is somebody else; in a list of families the head is the person of the row.
void settle_head(std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    if (draft.candidate.of_head && draft.candidate.field.kind == FieldKind::Name) {
      draft.candidate.field.kind = FieldKind::HeadName;
    } else if (draft.candidate.of_head && draft.candidate.field.kind == FieldKind::Nik) {
      draft.candidate.field.kind = FieldKind::HeadNik;
    }
  }
  settle_child(drafts);
  Draft* own = best_of(drafts, FieldKind::Name);
  const Draft* head = best_of(drafts, FieldKind::HeadName);
  const bool has_parts =
      best_of(drafts, FieldKind::GivenName) != nullptr || best_of(drafts, FieldKind::FamilyName) != nullptr;
  if (own != nullptr && head != nullptr && own->probe->fill() < 0.3 && head->probe->fill() > 0.8) {
    make_text(*own); // a name that most families of the list do not have
    own = nullptr;
  }
  const bool nobody_else = own == nullptr && !has_parts;
  if (nobody_else && (head != nullptr ||
                      (best_of(drafts, FieldKind::HeadNik) != nullptr && best_of(drafts, FieldKind::Nik) == nullptr))) {
    rename(drafts, FieldKind::HeadName, FieldKind::Name);
    rename(drafts, FieldKind::HeadNik, FieldKind::Nik);
    return;
  }
  if (nobody_else && best_of(drafts, FieldKind::Nik) == nullptr && best_of(drafts, FieldKind::MotherName) != nullptr) {
    rename(drafts, FieldKind::MotherName, FieldKind::Name); // a list of mothers
    rename(drafts, FieldKind::MotherNik, FieldKind::Nik);
  }
  for (Draft& draft : drafts) {
    if (draft.candidate.of_head && is_personal(draft.candidate.field.kind)) {
      make_text(draft);
    }
  }
}

// "Alamat" and "Alamat KTP" are two addresses; "address_1", "Blok" and "No Rumah" are parts of one.
bool is_whole_address(const std::string& key) {
  const bool numbered = !key.empty() && key.back() >= '0' && key.back() <= '9';
  return !numbered && (key.substr(0, 6) == "ALAMAT" || key.find("FULLADDRESS") != std::string::npos);
}

void settle_addresses(std::vector<Draft>& drafts) {
  Draft* best = nullptr;
  for (Draft& draft : drafts) {
    if (draft.candidate.field.kind != FieldKind::Address || !is_whole_address(draft.key)) {
      continue;
    }
    Draft* loser = &draft;
    if (best == nullptr || draft.candidate.score > best->candidate.score) {
      std::swap(best, loser);
    }
    if (loser != nullptr) {
      make_text(*loser);
    }
  }
}

bool is_better(const Draft& a, const Draft& b) {
  const double left = a.candidate.score + 0.1 * a.probe->fill();
  const double right = b.candidate.score + 0.1 * b.probe->fill();
  return left > right; // the first of equals stays
}

// One column for what a person has only one of. A second NIK told by its cells alone is the KK.
void settle_singles(std::vector<Draft>& drafts) {
  std::map<std::string, Draft*> winners;
  for (Draft& draft : drafts) {
    if (may_repeat(draft.candidate.field.kind)) {
      continue;
    }
    Draft*& winner = winners[to_text(draft.candidate.field)];
    Draft* loser = &draft;
    if (winner == nullptr || is_better(draft, *winner)) {
      std::swap(winner, loser);
    }
    if (loser == nullptr) {
      continue;
    }
    const bool maybe_kk = loser->candidate.field.kind == FieldKind::Nik && !loser->candidate.by_header &&
                          loser->probe->share(Look::Day40) < 0.1;
    if (maybe_kk && best_of(drafts, FieldKind::Kk) == nullptr) {
      loser->candidate.field.kind = FieldKind::Kk;
      winners["kk"] = loser;
    } else {
      make_text(*loser);
    }
  }
}

// Cells alone may add what no header gave, never a second of it.
void drop_needless_guesses(std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    const Candidate& guess = draft.candidate;
    if (guess.by_header || guess.field.kind == FieldKind::Text) {
      continue;
    }
    const bool known = std::any_of(drafts.begin(), drafts.end(), [&](const Draft& other) {
      return other.candidate.by_header && other.candidate.field == guess.field;
    });
    if (known) {
      make_text(draft);
    }
  }
}

Draft draft_of(const HeaderText& header, const ColumnProbe& probe, bool headerless) {
  Draft draft;
  draft.key = compact(header.joined());
  draft.probe = &probe;
  const std::optional<Meaning> meaning =
      header.upper.empty() ? header_meaning(header.lower) : header_meaning(header.upper, header.lower);
  if (meaning) {
    draft.candidate = weigh(*meaning, probe);
  }
  // "No", "Kode", "Keterangan" say nothing of what they hold.
  const bool says_nothing = !meaning || (meaning->field.kind == FieldKind::Text && meaning->trust >= 1);
  if (says_nothing) {
    draft.candidate = from_content(probe, headerless || draft.key.empty());
  }
  return draft;
}

std::string reason_of(const Candidate& candidate) {
  if (candidate.field.kind == FieldKind::Text) {
    return "unknown";
  }
  if (!candidate.by_header) {
    return "content";
  }
  return candidate.supported ? "header+content" : "header";
}

void apply_mapping(const std::map<std::string, std::string>& mapping, Column& column) {
  column.field = Field{};
  column.confidence = 1;
  column.reason = "mapping";
  auto found = mapping.find(column.header);
  for (const auto key_of : {header_key, compact}) { // "Nama (ayah)" is sooner "Nama (Ayah)" than "Nama"
    if (found == mapping.end()) {
      const std::string key = key_of(column.header);
      found =
          std::find_if(mapping.begin(), mapping.end(), [&](const auto& entry) { return key_of(entry.first) == key; });
    }
  }
  if (found != mapping.end()) {
    column.field = table::parse_field(found->second).value_or(Field{});
  }
}

bool is_blank(const table::StringColumn& column, std::uint32_t first_row) {
  std::uint32_t row = first_row;
  while (row < column.size() && column[row].empty()) {
    ++row;
  }
  return row >= column.size();
}

std::string unique_header(const std::string& wanted, std::set<std::string>& taken) {
  std::string header = wanted;
  for (int n = 2; !taken.insert(header).second; ++n) {
    header = wanted + " (" + std::to_string(n) + ")";
  }
  return header;
}

} // namespace

std::vector<Column> map_columns(const table::Grid& grid, HeaderPlace place, const std::vector<HeaderText>& headers,
                                const std::vector<ColumnProbe>& probes, const Hints& hints, table::Issues& issues) {
  std::vector<Draft> drafts;
  for (std::size_t i = 0; i < headers.size(); ++i) {
    drafts.push_back(draft_of(headers[i], probes[i], place.rows == 0));
  }
  drop_needless_guesses(drafts);
  settle_head(drafts);
  settle_addresses(drafts);
  settle_singles(drafts);

  std::vector<Column> columns;
  std::set<std::string> taken;
  for (std::size_t i = 0; i < headers.size(); ++i) {
    const std::string text = headers[i].joined();
    if (text.empty() && probes[i].filled() == 0 && is_blank(grid.columns[i], place.row + place.rows)) {
      continue;
    }
    Column column;
    column.index = static_cast<std::uint32_t>(i);
    const std::string wanted = text.empty() ? "Kolom " + std::to_string(i + 1) : text;
    column.header = unique_header(wanted, taken);
    if (column.header != wanted) {
      issues.add(table::IssueCode::HeaderDuplicate, grid.lines[place.row]);
    }
    column.field = drafts[i].candidate.field;
    column.confidence = drafts[i].candidate.score;
    column.reason = reason_of(drafts[i].candidate);
    if (hints.mapping) {
      apply_mapping(*hints.mapping, column);
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

} // namespace padan::ingest
