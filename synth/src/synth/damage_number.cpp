#include <utility>

#include "damage.hpp"

namespace padan::synth {
namespace {

constexpr std::size_t kLength = 16;

std::uint32_t below(base::Rng& rng, std::size_t bound) { return rng.below(static_cast<std::uint32_t>(bound)); }

// A clerk's wrong digit falls anywhere but seldom into the province.
bool change_digit(std::string& number, base::Rng& rng) {
  const std::size_t at = 2 + below(rng, kLength - 2);
  number[at] = static_cast<char>('0' + (number[at] - '0' + 1 + static_cast<int>(rng.below(9))) % 10);
  return true;
}

bool swap_digits(std::string& number, base::Rng& rng) {
  for (int tries = 0; tries < 5; ++tries) {
    const std::size_t at = 2 + below(rng, kLength - 3);
    if (number[at] == number[at + 1])
      continue;
    std::swap(number[at], number[at + 1]);
    return true;
  }
  return false;
}

// Excel keeps 15 digits. Where the last digit is 0 anyway nothing is lost.
bool lose_last_digit(std::string& number) {
  if (number.back() == '0')
    return false;
  number.back() = '0';
  return true;
}

// 3288011203850001 → 3,28801E+15
void to_exponent(std::string& number, base::Rng& rng) {
  number = number.substr(0, 1) + (rng.chance(0.6) ? "," : ".") + number.substr(1, 5) + "E+15";
}

std::string_view placeholder(base::Rng& rng) {
  constexpr std::string_view kTexts[] = {"-",      "0",         "TIDAK ADA", "NIHIL", "BELUM PUNYA",
                                         "KOSONG", "BELUM ADA", "Tdk ada",   "n/a",   "9999"};
  return kTexts[below(rng, std::size(kTexts))];
}

std::string dummy(const std::string& number, base::Rng& rng) {
  switch (rng.below(5)) {
  case 0:
    return std::string(kLength, '0');
  case 1:
    return std::string(kLength, '9');
  case 2:
    return "1234567890123456";
  case 3:
    return number.substr(0, 6) + std::string(kLength - 6, '0');
  default:
    return number.substr(0, 12) + "0000";
  }
}

void put_letters(std::string& number) {
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (number[i] == '0' && i % 2 == 1)
      number[i] = 'O';
    if (number[i] == '1' && i % 3 == 1)
      number[i] = 'I';
  }
}

// Somebody else's number: of the household, or of the neighbourhood.
bool take_number_of(Spoiling& s, std::uint32_t other) {
  const Person& person = s.world.people[other];
  if (other == s.record.person || person.nik == 0 || person.nik == s.record.who->nik)
    return false;
  s.record.nik = digits(person.nik, kLength);
  return true;
}

bool take_member_number(Spoiling& s) {
  const Family& family = s.world.families[s.record.who->family];
  return family.count > 1 && take_number_of(s, family.first + s.rng.below(family.count));
}

bool take_neighbour_number(Spoiling& s) {
  const std::uint32_t other = s.record.person + 8 + s.rng.below(60);
  return other < s.world.people.size() && s.world.people[other].family != s.record.who->family &&
         take_number_of(s, other);
}

} // namespace

bool spoil_nik(Spoiling& s, Damage kind) {
  std::string& nik = s.record.nik;
  if (nik.size() != kLength)
    return false;
  const std::string before = nik;
  switch (kind) {
  case Damage::NikExcel:
    return lose_last_digit(nik);
  case Damage::NikExponent:
    to_exponent(nik, s.rng);
    return true;
  case Damage::NikDigit:
    return change_digit(nik, s.rng);
  case Damage::NikSwap:
    return swap_digits(nik, s.rng);
  case Damage::NikShort:
    nik.erase(2 + below(s.rng, kLength - 2), 1);
    return true;
  case Damage::NikOtherMember:
    return take_member_number(s);
  case Damage::NikDummy:
    nik = dummy(nik, s.rng);
    return true;
  case Damage::NikMissing:
    nik.clear();
    return true;
  case Damage::NikPlaceholder:
    nik = placeholder(s.rng);
    return true;
  case Damage::NikApostrophe:
    nik.insert(0, "'");
    return true;
  case Damage::NikDecimal:
    nik += ".0";
    return true;
  case Damage::NikSpaces:
    nik.insert(12, " ").insert(6, " ");
    return true;
  case Damage::NikLetters:
    put_letters(nik);
    return nik != before;
  case Damage::NikIsKk:
    nik = s.record.kk;
    return nik.size() == kLength || (nik = before, false);
  case Damage::NikShared:
    return take_neighbour_number(s);
  default:
    return false;
  }
}

bool spoil_kk(Spoiling& s, Damage kind) {
  std::string& kk = s.record.kk;
  if (kk.size() != kLength)
    return false;
  switch (kind) {
  case Damage::KkDigit:
    return change_digit(kk, s.rng);
  case Damage::KkMissing:
    kk.clear();
    return true;
  case Damage::KkPlaceholder:
    kk = placeholder(s.rng);
    return true;
  case Damage::KkExcel:
    return lose_last_digit(kk);
  case Damage::KkExponent:
    to_exponent(kk, s.rng);
    return true;
  case Damage::KkIsNik:
    if (s.record.who->nik == 0)
      return false;
    kk = digits(s.record.who->nik, kLength);
    return true;
  default:
    return false;
  }
}

} // namespace padan::synth
