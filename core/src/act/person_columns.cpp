#include "person_columns.hpp"

#include <algorithm>

#include "padan/engine/mask.hpp"

namespace padan::act {
namespace {

using table::FieldKind;

constexpr std::size_t kMostDifferences = 4; // more would make the line of a worksheet unreadable

struct Wanted {
  std::string_view name;
  std::string RosterPerson::*member;
  FieldKind kind;
};

constexpr Wanted kWanted[] = {
    {"person_id", &RosterPerson::id, FieldKind::Decile}, // a kind that is never masked
    {"family_id", &RosterPerson::family, FieldKind::Decile},
    {"kk", &RosterPerson::kk, FieldKind::Kk},
    {"nik", &RosterPerson::nik, FieldKind::Nik},
    {"name", &RosterPerson::name, FieldKind::Name},
    {"relation", &RosterPerson::relation, FieldKind::Relation},
    {"sex", &RosterPerson::sex, FieldKind::Sex},
    {"birth_date", &RosterPerson::birth_date, FieldKind::BirthDate},
    {"age", &RosterPerson::age, FieldKind::Age},
    {"address", &RosterPerson::address, FieldKind::Address},
    {"rt", &RosterPerson::rt, FieldKind::Rt},
    {"rw", &RosterPerson::rw, FieldKind::Rw},
    {"decile", &RosterPerson::decile, FieldKind::Decile},
    {"sources", &RosterPerson::lists, FieldKind::Decile},
    {"programmes", &RosterPerson::programmes, FieldKind::Decile},
};

std::string listed(std::string_view joined) { // "a|b" as people write it
  std::string out;
  for (const char c : joined) {
    c == '|' ? void(out.append(", ")) : void(out.push_back(c));
  }
  return out;
}

// "name=SITI@dukcapil:12|nik=…": one reason each, code "differs:name", detail "dukcapil: SITI".
void add_differences(std::string_view cell, bool masked, std::vector<Reason>& out) {
  while (!cell.empty() && out.size() < kMostDifferences) {
    const std::size_t end = cell.find('|');
    const std::string_view one = cell.substr(0, end);
    cell.remove_prefix(end == std::string_view::npos ? cell.size() : end + 1);
    const std::size_t equals = one.find('=');
    const std::size_t at = one.rfind('@');
    const std::size_t colon = one.rfind(':');
    const auto field = table::parse_field(one.substr(0, equals));
    const bool tells = field && (field->kind == FieldKind::Name || field->kind == FieldKind::Nik ||
                                 field->kind == FieldKind::Kk || field->kind == FieldKind::BirthDate);
    if (!tells || equals >= at || at >= colon || colon == std::string_view::npos) {
      continue;
    }
    const std::string_view value = one.substr(equals + 1, at - equals - 1);
    std::string detail(one.substr(at + 1, colon - at - 1));
    detail.append(": ").append(masked ? engine::mask(field->kind, value) : std::string(value));
    out.push_back({"differs:" + std::string(one.substr(0, equals)), std::move(detail)});
  }
}

} // namespace

PersonColumns::PersonColumns(const std::vector<std::string_view>& header) {
  const auto column = [&](std::string_view name) {
    const auto found = std::find(header.begin(), header.end(), name);
    complete_ = complete_ && found != header.end();
    return static_cast<std::uint32_t>(found == header.end() ? 0 : found - header.begin());
  };
  for (const Wanted& wanted : kWanted) {
    taken_.push_back({wanted.member, wanted.kind, column(wanted.name)});
  }
  village_code_ = column("village_code");
  village_ = column("village");
  district_ = column("district");
  differs_ = column("differs");
}

void PersonColumns::fill(const std::vector<std::string_view>& cells, bool masked, RosterPerson& out) const {
  for (const Taken& taken : taken_) {
    out.*(taken.member) = masked ? engine::mask(taken.kind, cells[taken.column]) : std::string(cells[taken.column]);
  }
  out.lists = listed(out.lists);
  out.programmes = listed(out.programmes);
  out.reasons.clear();
  add_differences(cells[differs_], masked, out.reasons);
}

} // namespace padan::act
