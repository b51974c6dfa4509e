#include "damage.hpp"

namespace padan::synth {
namespace {

struct Kind {
  Damage damage;
  std::uint8_t weight;
  std::uint16_t needs;
};

constexpr Kind kKinds[] = {{Damage::NikExcel, 9, kHasNik},
                           {Damage::NikExponent, 3, kHasNik},
                           {Damage::NikDigit, 10, kHasNik},
                           {Damage::NikSwap, 6, kHasNik},
                           {Damage::NikShort, 4, kHasNik},
                           {Damage::NikOtherMember, 4, kHasNik},
                           {Damage::NikDummy, 3, kHasNik},
                           {Damage::NikMissing, 9, kHasNik},
                           {Damage::NikPlaceholder, 4, kHasNik},
                           {Damage::NikApostrophe, 4, kHasNik},
                           {Damage::NikDecimal, 3, kHasNik},
                           {Damage::NikSpaces, 3, kHasNik},
                           {Damage::NikLetters, 2, kHasNik},
                           {Damage::NikIsKk, 2, kHasNik | kHasKk},
                           {Damage::NikShared, 2, kHasNik},
                           {Damage::KkDigit, 5, kHasKk},
                           {Damage::KkMissing, 5, kHasKk},
                           {Damage::KkPlaceholder, 2, kHasKk},
                           {Damage::KkExcel, 5, kHasKk},
                           {Damage::KkExponent, 1, kHasKk},
                           {Damage::KkIsNik, 1, kHasKk | kHasNik},
                           {Damage::NameTypo, 15, 0},
                           {Damage::NameOldSpelling, 3, 0},
                           {Damage::NameSound, 15, 0},
                           {Damage::NameDropped, 9, 0},
                           {Damage::NameJoined, 5, 0},
                           {Damage::NameSplit, 4, 0},
                           {Damage::NameReordered, 3, 0},
                           {Damage::NameAbbreviated, 9, 0},
                           {Damage::NameTitle, 6, 0},
                           {Damage::NameNickname, 4, 0},
                           {Damage::NameAlias, 3, 0},
                           {Damage::NameParent, 3, 0},
                           {Damage::MotherName, 9, kHasMother},
                           {Damage::DateSwapped, 6, kHasBirth},
                           {Damage::DateDefault, 5, kHasBirth},
                           {Damage::DateYearOff, 6, kHasBirth},
                           {Damage::DateDayOff, 5, kHasBirth},
                           {Damage::DateTwoDigit, 3, kHasBirth},
                           {Damage::DateSerial, 3, kHasBirth},
                           {Damage::DateMissing, 4, kHasBirth},
                           {Damage::DateText, 3, kHasBirth},
                           {Damage::DateFormat, 4, kHasBirth},
                           {Damage::SexFlipped, 4, kHasSex},
                           {Damage::SexMissing, 2, kHasSex},
                           {Damage::RtRwMissing, 3, kHasRtRw},
                           {Damage::RtRwOff, 4, kHasRtRw},
                           {Damage::RtRwDate, 12, kHasRtRwCell},
                           {Damage::AddressStyle, 5, kHasAddress},
                           {Damage::VillageSpelling, 6, kHasVillage},
                           {Damage::VillageMissing, 1, kHasVillage}};

constexpr bool within(Damage kind, Damage first, Damage last) { return kind >= first && kind <= last; }

bool any_within(const Record& record, Damage first, Damage last) {
  const auto bits = [](Damage end) { return 1ULL << static_cast<unsigned>(end); };
  return (record.damage & ((bits(last) << 1U) - bits(first))) != 0;
}

bool apply(Spoiling& s, Damage kind) {
  const auto once = [&](Damage first, Damage last, auto&& spoil) {
    return !any_within(s.record, first, last) && spoil(s, kind);
  };
  if (within(kind, Damage::NikExcel, Damage::NikMother))
    return once(Damage::NikExcel, Damage::NikMother, spoil_nik);
  if (within(kind, Damage::KkDigit, Damage::KkIsNik))
    return once(Damage::KkDigit, Damage::KkIsNik, spoil_kk);
  if (within(kind, Damage::NameTypo, Damage::NameBaby))
    return !s.record.has(kind) && spoil_name(s, kind);
  if (within(kind, Damage::DateSwapped, Damage::DateFormat))
    return once(Damage::DateSwapped, Damage::DateFormat, spoil_date);
  if (kind == Damage::MotherName)
    return !s.record.has(kind) && spoil_mother(s);
  return !s.record.has(kind) && spoil_place(s, kind);
}

} // namespace

void spoil_once(Spoiling& spoiling, std::uint16_t columns) {
  std::uint32_t total = 0;
  for (const Kind& kind : kKinds)
    if ((kind.needs & columns) == kind.needs)
      total += kind.weight;
  for (int tries = 0; tries < 8; ++tries) {
    std::uint32_t rest = spoiling.rng.below(total);
    for (const Kind& kind : kKinds) {
      if ((kind.needs & columns) != kind.needs)
        continue;
      if (rest >= kind.weight) {
        rest -= kind.weight;
        continue;
      }
      if (apply(spoiling, kind.damage)) {
        spoiling.record.mark(kind.damage);
        return;
      }
      break;
    }
  }
}

} // namespace padan::synth
