#pragma once
// One row of a list before it is written: what the agency believes about a person, and which damage it suffered.

#include <cstdint>
#include <string>
#include <string_view>

#include "world.hpp"

namespace padan::synth {

/// Kinds of damage; codes in damage_codes() in the same order.
enum class Damage : std::uint8_t {
  NikExcel,
  NikExponent,
  NikDigit,
  NikSwap,
  NikShort,
  NikOtherMember,
  NikDummy,
  NikMissing,
  NikPlaceholder,
  NikApostrophe,
  NikDecimal,
  NikSpaces,
  NikLetters,
  NikIsKk,
  NikShared,
  NikMother,
  KkDigit,
  KkMissing,
  KkPlaceholder,
  KkExcel,
  KkExponent,
  KkIsNik,
  KkOld,
  NameTypo,
  NameOldSpelling,
  NameSound,
  NameDropped,
  NameJoined,
  NameSplit,
  NameReordered,
  NameAbbreviated,
  NameTitle,
  NameNickname,
  NameAlias,
  NameDead,
  NameParent,
  NameBaby,
  MotherName,
  DateSwapped,
  DateDefault,
  DateYearOff,
  DateDayOff,
  DateTwoDigit,
  DateSerial,
  DateMissing,
  DateText,
  DateFormat,
  SexFlipped,
  SexMissing,
  RtRwMissing,
  RtRwOff,
  RtRwDate,
  AddressStyle,
  VillageSpelling,
  VillageMissing,
  Moved,
  OldFamily,
  MovedAway,
  Deceased,
  Duplicate,
  BrokenQuote,
  kCount
};

/// "nik_excel", "name_typo", ...
[[nodiscard]] std::string_view damage_code(Damage damage);

enum class DateStyle : std::uint8_t { Iso, DayDash, DaySlash, TwoDigit, Serial, Text, Compact, IsoTime };

struct Record {
  std::uint32_t person = 0;
  const Person* who = nullptr;
  const Family* card = nullptr; // the family card that the list knows
  Home home;
  Relation relation = Relation::Head;
  std::string name, mother, nik, kk, address, hamlet, rt, rw, village, district;
  Date birth;
  DateStyle date_style = DateStyle::Iso;
  bool birth_known = true;
  bool sex_known = true;
  bool death_reported = false; // to the civil registry
  bool faultless = false;      // the lists are asked for without errors
  Sex sex = Sex::Male;
  std::uint64_t damage = 0;

  void mark(Damage kind) { damage |= 1ULL << static_cast<unsigned>(kind); }
  [[nodiscard]] bool has(Damage kind) const { return (damage >> static_cast<unsigned>(kind) & 1U) != 0; }
};

/// The birth date in the record's style; empty when unknown.
[[nodiscard]] std::string birth_text(const Record& record);
[[nodiscard]] std::string date_text(Date date, DateStyle style);
/// "JANUARI".."DESEMBER"
[[nodiscard]] std::string_view month_name(int month);

/// True name of the mother or father, also of parents who are not in the lists.
[[nodiscard]] std::string mother_name(const World& world, const Person& person);
[[nodiscard]] std::string father_name(const World& world, const Person& person);

/// "SITI AMINAH" → "Siti Aminah"
[[nodiscard]] std::string title_case(std::string_view text);

} // namespace padan::synth
