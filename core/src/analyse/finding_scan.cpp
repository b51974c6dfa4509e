#include "finding_scan.hpp"

#include <algorithm>

#include "padan/similarity/digits.hpp"

namespace padan::analyse {
namespace {

using prepare::IdState;
using prepare::Sex;
using prepare::Vital;
using resolve::Flag;

bool good(IdState state) { return state == IdState::Good || state == IdState::Shared; }

// Two numbers that one slip of the hand tells apart are one number written badly.
bool far_apart(std::uint64_t a, std::uint64_t b) {
  return similarity::compare_digits(a, 16, b, 16) == similarity::DigitMatch::Different;
}

} // namespace

bool lost_digits(std::string_view cell) {
  const std::size_t e = cell.find_first_of("eE");
  return e != std::string_view::npos && cell.find_first_of("0123456789") < e &&
         cell.find_first_not_of("0123456789.,+eE ") == std::string_view::npos;
}

IdentityWinners identity_winners(const resolve::MasterList& master, std::uint32_t person) {
  return {master.winner(person, FieldKind::Nik), master.winner(person, FieldKind::Name),
          master.winner(person, FieldKind::BirthDate), master.winner(person, FieldKind::Sex)};
}

IdentityDifference identity_difference(const prepare::Corpus& corpus, RowId row, const IdentityWinners& winners) {
  const prepare::Record& r = corpus.records[row];
  IdentityDifference difference;
  if (winners.nik.known()) {
    const prepare::Record& won = corpus.records[winners.nik.row];
    difference.nik = good(r.nik_state) && (!winners.nik.said || (good(won.nik_state) && r.nik != won.nik));
  }
  if (winners.name.known()) {
    difference.name = r.name != 0 && (!winners.name.said || r.name != corpus.records[winners.name.row].name);
  }
  if (winners.birth.known()) {
    const prepare::Record& won = corpus.records[winners.birth.row];
    difference.birth = r.birth.full() && !r.birth_from_nik &&
                       (!winners.birth.said || (won.birth.full() && r.birth.packed() != won.birth.packed()));
  }
  if (winners.sex.known()) {
    difference.sex = r.sex != Sex::Unknown && (!winners.sex.said || r.sex != corpus.records[winners.sex.row].sex);
  }
  return difference;
}

void Findings::Scan::persons(std::uint32_t begin, std::uint32_t end) {
  // What each part looks for.
  constexpr std::uint32_t kOfRows = bit(Code::NikMissing) | bit(Code::NikDamaged) | bit(Code::NikInvalid) |
                                    bit(Code::KkInvalid) | bit(Code::OutsideRegion) | bit(Code::DuplicateInSource);
  constexpr std::uint32_t kOfNumbers = bit(Code::NikSecond) | bit(Code::NikShared) | bit(Code::KkConflict);
  constexpr std::uint32_t kOfGone =
      bit(Code::DeceasedOnList) | bit(Code::MovedOnList) | bit(Code::DeceasedReceiving) | bit(Code::MovedReceiving);
  constexpr std::uint32_t kOfAid = bit(Code::PbiMissing) | bit(Code::PbiNotPoor) | bit(Code::ReceivingNotRegistered);
  constexpr std::uint32_t kOfAge = bit(Code::ChildWithoutNik) | bit(Code::ElderlyAlone);
  using Part = void (Scan::*)(std::uint32_t);
  constexpr std::pair<std::uint32_t, Part> kParts[] = {{kOfRows, &Scan::rows},
                                                       {kOfNumbers, &Scan::numbers},
                                                       {bit(Code::IdentityDiffers), &Scan::identity},
                                                       {bit(Code::NotInCivilRegistry), &Scan::registry},
                                                       {kOfGone, &Scan::gone},
                                                       {kOfAid, &Scan::aid},
                                                       {kOfAge, &Scan::age}};
  std::vector<Part> parts;
  for (const auto& [codes, part] : kParts) {
    if (wants(codes)) {
      parts.push_back(part);
    }
  }
  if (parts.empty()) {
    return;
  }
  for (std::uint32_t person = begin; person < end; ++person) {
    if (places_.empty() || places_[master_.place_of_person(person)]) {
      for (const Part part : parts) {
        (this->*part)(person);
      }
    }
  }
}

void Findings::Scan::families(std::uint32_t begin, std::uint32_t end) {
  if (!wants(bit(Code::PoorestWithoutAid) | bit(Code::SameAidTwice))) {
    return;
  }
  for (std::uint32_t id = begin; id < end; ++id) {
    if (places_.empty() || places_[master_.place_of_family(id)]) {
      family(id);
    }
  }
}

void Findings::Scan::row_numbers(RowId row) const {
  const Record& r = corpus_.records[row];
  switch (r.nik_state) {
  case IdState::Missing:
    if (master_.cells().has(r.source, FieldKind::Nik)) {
      emit(Code::NikMissing, row, row);
    }
    break;
  case IdState::Prefix15:
    emit(Code::NikDamaged, row, row);
    break;
  case IdState::Wrong:
    emit(Code::NikInvalid, row, row);
    break;
  case IdState::Useless:
    emit(lost_digits(master_.cells().text(row, FieldKind::Nik)) ? Code::NikDamaged : Code::NikInvalid, row, row);
    break;
  case IdState::Good:
  case IdState::Shared:
    break;
  }
  if (r.kk_state == IdState::Prefix15 || r.kk_state == IdState::Wrong || r.kk_state == IdState::Useless) {
    emit(Code::KkInvalid, row, row);
  }
  if (facts_.outside(row)) {
    emit(Code::OutsideRegion, row, row);
  }
}

void Findings::Scan::rows(std::uint32_t person) {
  std::uint32_t last_source = UINT32_MAX;
  for (const RowId row : master_.rows_of(person)) {
    row_numbers(row);
    if (corpus_.records[row].source == last_source) {
      emit(Code::DuplicateInSource, row, row);
    }
    last_source = corpus_.records[row].source;
  }
}

void Findings::Scan::numbers(std::uint32_t person) {
  niks_.clear();
  kks_.clear();
  for (const RowId row : master_.rows_of(person)) {
    const Record& r = corpus_.records[row];
    if (good(r.nik_state) && std::find(niks_.begin(), niks_.end(), r.nik) == niks_.end()) {
      if (!niks_.empty() &&
          std::all_of(niks_.begin(), niks_.end(), [&](std::uint64_t other) { return far_apart(other, r.nik); })) {
        emit(Code::NikSecond, person, row);
      }
      niks_.push_back(r.nik);
      if (std::binary_search(facts_.shared_niks.begin(), facts_.shared_niks.end(), r.nik)) {
        emit(Code::NikShared, person, row);
      }
    }
    if (r.kk_state == IdState::Good && std::find(kks_.begin(), kks_.end(), r.kk) == kks_.end()) {
      if (!kks_.empty()) {
        emit(Code::KkConflict, person, row);
      }
      kks_.push_back(r.kk);
    }
  }
}

void Findings::Scan::identity(std::uint32_t person) {
  if (!master_.has(person, Flag::Differs)) {
    return;
  }
  const IdentityWinners winners = identity_winners(master_, person);
  for (const RowId row : master_.rows_of(person)) {
    if (identity_difference(corpus_, row, winners).any()) {
      emit(Code::IdentityDiffers, row, row);
    }
  }
}

void Findings::Scan::registry(std::uint32_t person) {
  if (!facts_.any_civil || master_.has(person, Flag::Dead)) {
    return;
  }
  const std::span<const RowId> all = master_.rows_of(person);
  const bool there =
      std::any_of(all.begin(), all.end(), [&](RowId row) { return facts_.civil[corpus_.records[row].source]; });
  // A registry of some districts says nothing about the others.
  const bool asked = std::all_of(all.begin(), all.end(), [&](RowId row) {
    const std::uint32_t district = corpus_.records[row].district;
    return (district == 0 || facts_.covered[district]) && !facts_.outside(row);
  });
  if (!there && asked) {
    emit(Code::NotInCivilRegistry, person, all.front());
  }
}

void Findings::Scan::gone(std::uint32_t person) {
  const bool dead = master_.has(person, Flag::Dead);
  if (!dead && !master_.has(person, Flag::Moved)) {
    return;
  }
  const Vital state = dead ? Vital::Dead : Vital::Moved;
  std::uint32_t last_list = UINT32_MAX;
  std::uint32_t last_paying = UINT32_MAX;
  for (const RowId row : master_.rows_of(person)) {
    const Record& r = corpus_.records[row];
    // A list that says so itself is not at fault; an ALM. before a name says that the list still holds the dead.
    const bool told = r.vital == state && master_.cells().has(r.source, FieldKind::VitalStatus);
    if (!told && !facts_.civil[r.source] && r.source != last_list) {
      emit(dead ? Code::DeceasedOnList : Code::MovedOnList, person, row);
      last_list = r.source;
    }
    if (!master_.programmes().of_row(row).empty() && r.source != last_paying) {
      emit(dead ? Code::DeceasedReceiving : Code::MovedReceiving, person, row);
      last_paying = r.source;
    }
  }
}

bool Findings::Scan::says_no_pbi(std::uint32_t person) const {
  const std::span<const RowId> all = master_.rows_of(person);
  return std::any_of(all.begin(), all.end(), [&](RowId row) {
    const auto denied = master_.programmes().denied_by_row(row);
    return std::any_of(denied.begin(), denied.end(),
                       [&](std::uint16_t programme) { return master_.programmes().is_pbi(programme); });
  });
}

// The first row by which the person receives something, or a contribution to health insurance.
RowId Findings::Scan::paying_row(std::uint32_t person, bool pbi_only) const {
  const std::span<const RowId> all = master_.rows_of(person);
  return *std::find_if(all.begin(), all.end(), [&](RowId row) {
    const auto received = master_.programmes().of_row(row);
    return std::any_of(received.begin(), received.end(),
                       [&](std::uint16_t programme) { return !pbi_only || master_.programmes().is_pbi(programme); });
  });
}

void Findings::Scan::aid(std::uint32_t person) {
  const resolve::Programmes& programmes = master_.programmes();
  const std::uint8_t decile = master_.decile(person);
  const auto received = programmes.of_person(person);
  const bool pbi = std::any_of(received.begin(), received.end(),
                               [&](std::uint16_t programme) { return programmes.is_pbi(programme); });
  const bool gone = master_.has(person, Flag::Dead) || master_.has(person, Flag::Moved);
  if (decile != 0 && decile <= rules_.pbi_ceiling && !pbi && !gone && (facts_.any_pbi_list || says_no_pbi(person))) {
    emit(Code::PbiMissing, person, master_.winner(person, FieldKind::Decile).row);
  }
  if (pbi && decile > rules_.pbi_ceiling) {
    emit(Code::PbiNotPoor, person, paying_row(person, true));
  }
  if (received.empty() || !facts_.any_register) {
    return;
  }
  // A list of families names one member; the others are registered with him.
  const auto lists = master_.source_sets()[master_.sources_of_family(master_.families().of_person[person])];
  if (std::none_of(lists.begin(), lists.end(), [&](std::uint16_t source) { return facts_.registers[source]; })) {
    emit(Code::ReceivingNotRegistered, person, paying_row(person, false));
  }
}

void Findings::Scan::age(std::uint32_t person) {
  if (master_.has(person, Flag::Dead)) {
    return;
  }
  if (master_.has(person, Flag::Child) && master_.has(person, Flag::NikMissing)) {
    emit(Code::ChildWithoutNik, person, master_.rows_of(person).front());
  }
  if (!master_.has(person, Flag::Elderly) || master_.members_of(master_.families().of_person[person]).size() != 1) {
    return;
  }
  for (const RowId row : master_.rows_of(person)) { // alone on a card of a list that names all members
    const std::uint32_t card = facts_.cards.of_row[row];
    if (card != clustering::Cards::kNone && facts_.cards.members(card) == 1 &&
        facts_.lists_members[corpus_.records[row].source]) {
      emit(Code::ElderlyAlone, person, row);
      return;
    }
  }
}

void Findings::Scan::family(std::uint32_t family) {
  const std::span<const std::uint32_t> members = master_.members_of(family);
  const auto present = [&](std::uint32_t person) {
    return !master_.has(person, Flag::Dead) && !master_.has(person, Flag::Moved);
  };
  const auto poorest = std::find_if(members.begin(), members.end(), [&](std::uint32_t person) {
    return present(person) && master_.has(person, Flag::Poorest);
  });
  const bool aided = std::any_of(members.begin(), members.end(),
                                 [&](std::uint32_t person) { return master_.has(person, Flag::Aided); });
  if (poorest != members.end() && !aided && master_.programmes().known()) {
    emit(Code::PoorestWithoutAid, family, master_.winner(*poorest, FieldKind::Decile).row);
  }
  if (aided && members.size() > 1) {
    twice(family);
  }
}

// Two members paid by lists of recipients. Columns do not count: a register marks every member of a family that receives.
void Findings::Scan::twice(std::uint32_t family) {
  received_.clear();
  for (const std::uint32_t person : master_.members_of(family)) {
    std::uint16_t seen = resolve::Programmes::kNone;
    for (const RowId row : master_.rows_of(person)) {
      const std::uint16_t programme = master_.programmes().of_list(corpus_.records[row].source);
      if (programme == resolve::Programmes::kNone || facts_.of_individuals[programme] || programme == seen) {
        continue;
      }
      seen = programme;
      const auto other =
          std::find_if(received_.begin(), received_.end(), [&](const auto& entry) { return entry.first == programme; });
      if (other == received_.end()) {
        received_.emplace_back(programme, row);
      } else if (master_.persons().of_row[other->second] != person) {
        emit(Code::SameAidTwice, family, row);
      }
    }
  }
}

void Findings::Scan::lists() const {
  if (!wants(bit(Code::BasisExpired)) || !places_.empty()) {
    return;
  }
  const resolve::Day today = master_.as_of();
  for (std::uint32_t source = 0; source < master_.cells().sources().size(); ++source) {
    const resolve::Day until = resolve::parse_day(master_.cells().sources()[source].valid_until);
    if (today.known() && until.known() && until.number() < today.number()) {
      emit(Code::BasisExpired, source, Finding::kNoRow);
    }
  }
}

} // namespace padan::analyse
