#include "padan/engine/case_detail.hpp"

#include <algorithm>
#include <set>

#include "padan/text/utf8.hpp"

namespace padan::engine {
namespace {

using prepare::DateState;
using prepare::IdState;
using prepare::Record;
using resolve::FieldKind;
using resolve::MasterList;

constexpr std::size_t kMostLetters = 80;    // longer texts are held against each other as a whole
constexpr std::size_t kMostLinkedRows = 16; // rows of which every pair is weighed

struct Letter {
  std::string_view bytes;
  char32_t code; // capitals or not is no difference
};

std::vector<Letter> letters_of(std::string_view text) {
  std::vector<Letter> letters;
  while (!text.empty()) {
    const text::Decoded decoded = text::decode_utf8(text);
    const bool small = decoded.code >= U'a' && decoded.code <= U'z';
    letters.push_back({text.substr(0, decoded.length), small ? decoded.code - U'a' + U'A' : decoded.code});
    text.remove_prefix(decoded.length);
  }
  return letters;
}

// Per letter of a whether a longest common subsequence with b has it.
std::vector<bool> common(const std::vector<Letter>& a, const std::vector<Letter>& b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::uint32_t> longest((a.size() + 1) * width, 0); // of the ends from (i, j) on
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      longest[i * width + j] = a[i].code == b[j].code
                                   ? longest[(i + 1) * width + j + 1] + 1
                                   : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  std::vector<bool> kept(a.size(), false);
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].code == b[j].code) {
      kept[i++] = true;
      ++j;
    } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return kept;
}

std::string cell_text(const MasterList& master, RowId row, FieldKind field) {
  std::string cell = master.cells().text(row, field);
  if (cell.empty() && field == FieldKind::BirthDate) {
    cell = master.cells().text(row, FieldKind::BirthPlaceDate);
  }
  return cell.empty() && !(field == FieldKind::Sex && master.cells().has(master.corpus().records[row].source, field))
             ? master.text(row, field)
             : cell;
}

void add_field(const MasterList& master, const std::vector<RowId>& rows, FieldKind field, CaseDetail& detail) {
  CaseField out;
  out.field = field;
  for (const RowId row : rows) {
    out.values.push_back(cell_text(master, row, field));
  }
  const auto known = [](const std::string& value) { return !value.empty(); };
  const auto first = std::find_if(out.values.begin(), out.values.end(), known);
  if (first == out.values.end()) {
    return;
  }
  const auto other =
      std::find_if(first, out.values.end(), [&](const auto& value) { return known(value) && value != *first; });
  for (auto value = out.values.begin(); value != out.values.end(); ++value) {
    const bool against_other = value == first && other != out.values.end();
    out.parts.push_back(held_against(*value, against_other ? *other : *first));
    const auto& parts = out.parts.back();
    out.differs =
        out.differs || std::any_of(parts.begin(), parts.end(), [](const TextPart& part) { return !part.same; });
  }
  detail.fields.push_back(std::move(out));
}

void add_damage(const MasterList& master, RowId row, std::uint32_t at, CaseDetail& detail) {
  const prepare::Corpus& corpus = master.corpus();
  const Record& record = corpus.records[row];
  const auto add = [&](bool is, FieldKind field, Damage damage) {
    if (is) {
      detail.damage.push_back({at, field, damage});
    }
  };
  const bool broken = record.nik_state == IdState::Wrong || record.nik_state == IdState::Useless;
  const bool cut = record.nik_state == IdState::Wrong && record.nik_length < 16;
  add(record.nik_state == IdState::Prefix15, FieldKind::Nik, Damage::NikLastDigitLost);
  add(broken && !cut, FieldKind::Nik, Damage::NikInvalid);
  add(cut, FieldKind::Nik, Damage::NikShort);
  add(record.nik_state == IdState::Shared, FieldKind::Nik, Damage::NikShared);
  add(record.kk_state == IdState::Prefix15 || record.kk_state == IdState::Wrong || record.kk_state == IdState::Useless,
      FieldKind::Kk, Damage::KkDamaged);
  add(record.birth.state == DateState::Default, FieldKind::BirthDate, Damage::BirthDefault);
  add(record.birth_from_nik, FieldKind::BirthDate, Damage::BirthFromNik);
  const auto& tokens = corpus.names.tokens(record.name);
  add(std::any_of(tokens.begin(), tokens.end(),
                  [&](std::uint32_t token) {
                    const std::string_view word = corpus.names.text(token);
                    return word.size() == 1 && word != "I"; // I WAYAN is no abbreviation
                  }),
      FieldKind::Name, Damage::NameInitials);
}

// Codes of the names under which a person stands.
std::set<std::uint32_t> names_of(const MasterList& master, std::uint32_t person) {
  std::set<std::uint32_t> names;
  for (const RowId row : master.rows_of(person)) {
    names.insert(master.corpus().records[row].name);
  }
  names.erase(0);
  return names;
}

bool stands_elsewhere(const MasterList& master, std::uint32_t member, const std::vector<std::uint32_t>& families) {
  const std::uint32_t own = master.families().of_person[member];
  const std::set<std::uint32_t> names = names_of(master, member);
  return std::any_of(families.begin(), families.end(), [&](std::uint32_t family) {
    const auto others = master.members_of(family);
    return family != own && std::any_of(others.begin(), others.end(), [&](std::uint32_t other) {
             const std::set<std::uint32_t> theirs = names_of(master, other);
             return std::any_of(names.begin(), names.end(),
                                [&](std::uint32_t name) { return theirs.count(name) != 0; });
           });
  });
}

void add_families(const MasterList& master, const std::vector<RowId>& rows, CaseDetail& detail) {
  std::vector<std::uint32_t> persons;
  std::vector<std::uint32_t> families;
  for (const RowId row : rows) {
    const std::uint32_t person = master.persons().of_row[row];
    if (std::find(persons.begin(), persons.end(), person) == persons.end()) {
      persons.push_back(person);
      families.push_back(master.families().of_person[person]);
    }
  }
  for (std::size_t i = 0; i < persons.size(); ++i) {
    const std::uint64_t kk = master.families().kk[families[i]];
    CaseFamily& out = detail.families.emplace_back();
    out.person = persons[i];
    out.family = families[i];
    out.id = master.family_id(families[i]);
    out.kk = kk != 0 ? std::to_string(kk) : std::string();
    for (const std::uint32_t member : master.members_of(families[i])) {
      out.members.push_back(
          {member, master.resolve(member, FieldKind::Name).text, master.resolve(member, FieldKind::Relation).text,
           master.resolve(member, FieldKind::BirthDate).text, stands_elsewhere(master, member, families)});
    }
  }
}

void add_links(const Results& results, const std::vector<RowId>& rows, CaseDetail& detail) {
  const auto count = static_cast<std::uint32_t>(std::min(rows.size(), kMostLinkedRows));
  for (std::uint32_t i = 0; i < count; ++i) {
    for (std::uint32_t j = i + 1; j < count; ++j) {
      const auto [left, right] = std::minmax(rows[i], rows[j]);
      detail.links.push_back({i, j, results.scorer().weigh(left, right).match});
    }
  }
  std::stable_sort(detail.links.begin(), detail.links.end(),
                   [](const CaseLink& a, const CaseLink& b) { return a.weight > b.weight; });
}

} // namespace

std::string_view to_text(Damage damage) {
  switch (damage) {
#define PADAN_CASE(name, text)                                                                                         \
  case Damage::name:                                                                                                   \
    return text;
    PADAN_DAMAGES(PADAN_CASE)
#undef PADAN_CASE
  }
  return {};
}

std::vector<TextPart> held_against(std::string_view text, std::string_view other) {
  const std::vector<Letter> letters = letters_of(text);
  const std::vector<Letter> others = letters_of(other);
  const bool whole = letters.size() > kMostLetters || others.size() > kMostLetters;
  const std::vector<bool> same = whole ? std::vector<bool>(letters.size(), text == other) : common(letters, others);
  std::vector<TextPart> parts;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (parts.empty() || parts.back().same != same[i]) {
      parts.push_back({{}, same[i]});
    }
    parts.back().text.append(letters[i].bytes);
  }
  return parts;
}

CaseDetail case_detail(const Results& results, const std::vector<RowId>& rows) {
  const MasterList& master = results.master();
  CaseDetail detail;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    detail.rows.push_back(row_line(results, rows[i]));
    add_damage(master, rows[i], i, detail);
  }
  for (const FieldKind field : resolve::kMasterFields) {
    add_field(master, rows, field, detail);
  }
  add_families(master, rows, detail);
  add_links(results, rows, detail);
  return detail;
}

} // namespace padan::engine
