#include "padan/prepare/codes.hpp"

#include <string>

#include "padan/text/fold.hpp"

namespace padan::prepare {
namespace {

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }
bool starts(std::string_view text, std::string_view part) { return text.substr(0, part.size()) == part; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The number that a coded answer begins with ("1", "01", "1.0", "1. KEPALA KELUARGA"); -1 when it begins with none.
int leading_number(std::string_view text) {
  int number = -1;
  for (std::size_t i = 0; i < text.size() && is_digit(text[i]) && number < 1000; ++i) {
    number = (number < 0 ? 0 : number) * 10 + (text[i] - '0');
  }
  return number;
}

// "0", "0.00", "RP 0": an amount, and it is nothing.
bool is_zero_amount(std::string_view text) {
  return text.find('0') != std::string_view::npos && text.find_first_not_of("RP0., ") == std::string_view::npos;
}

} // namespace

Sex read_sex(std::string_view cell) {
  const std::string text = text::fold(cell);
  if (text.empty()) {
    return Sex::Unknown;
  }
  if (text == "L" || text == "1" || text == "M" || starts(text, "LK") || starts(text, "LAKI") ||
      starts(text, "LELAKI") || text == "PRIA" || text == "MALE" || starts(text, "1 ") || starts(text, "1.")) {
    return Sex::Male;
  }
  if (text == "P" || text == "2" || text == "F" || text == "W" || text == "PR" || starts(text, "PEREMP") ||
      starts(text, "WANIT") || text == "FEMALE" || text == "PRM" || starts(text, "2 ") || starts(text, "2.")) {
    return Sex::Female;
  }
  return Sex::Unknown;
}

Relation read_relation(std::string_view cell) {
  const std::string text = text::fold(cell);
  const int code = leading_number(text);
  if (text.empty() || text == "-" || text == "KOSONG" || text == "NULL" || code == 0) {
    return Relation::Unknown;
  }
  if (code == 1 || starts(text, "KEP") || text == "KK" || text == "KRT") {
    return Relation::Head;
  }
  if (code == 2 || starts(text, "IST") || starts(text, "SUAM") || has(text, "PASANGAN")) {
    return Relation::Spouse;
  }
  if (code == 3 || starts(text, "ANAK")) {
    return Relation::Child;
  }
  return Relation::Other;
}

Truth read_truth(std::string_view cell, bool filled_means_yes) {
  const std::string text = text::fold(cell);
  if (text.empty() || text == "-" || text == "KOSONG" || text == "NULL") {
    return Truth::Unknown;
  }
  if (text == "YA" || text == "Y" || text == "1" || text == "TRUE" || text == "ADA" || text == "AKTIF" ||
      text == "PADAN" || text == "V" || text == "YES") {
    return Truth::Yes;
  }
  if (text == "T" || text == "N" || text == "FALSE" || text == "NO" || text == "NIHIL" || is_zero_amount(text) ||
      starts(text, "TIDAK") || starts(text, "TDK") || starts(text, "BUKAN") || starts(text, "BELUM") ||
      starts(text, "NON")) {
    return Truth::No;
  }
  return filled_means_yes ? Truth::Yes : Truth::Unknown;
}

std::string_view without_code(std::string_view cell) {
  const std::size_t word = cell.find_first_not_of("0123456789 .-):");
  const bool coded = word != std::string_view::npos && word > 1 && is_digit(cell.front()) &&
                     cell.substr(word).find_first_of("0123456789") == std::string_view::npos;
  return coded ? cell.substr(word) : cell;
}

Vital read_vital(std::string_view cell) {
  const std::string text = text::fold(cell);
  if (has(text, "MENINGGAL") || starts(text, "MATI") || text == "WAFAT" || starts(text, "ALM") || text == "DEAD") {
    return has(text, "TIDAK MENINGGAL") || has(text, "BELUM MENINGGAL") ? Vital::Alive : Vital::Dead;
  }
  if (has(text, "PINDAH")) {
    return has(text, "TIDAK PINDAH") || has(text, "BELUM PINDAH") ? Vital::Alive : Vital::Moved;
  }
  if (has(text, "HIDUP") || text == "AKTIF" || text == "ADA") {
    return has(text, "TIDAK HIDUP") ? Vital::Dead : Vital::Alive;
  }
  return Vital::Unknown;
}

std::uint8_t read_decile(std::string_view cell) {
  if (cell.find_first_of("<>+") != std::string_view::npos) {
    return 0; // "> 5", "6+"
  }
  std::uint32_t value = 0;
  std::uint32_t numbers = 0;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (!is_digit(cell[i])) {
      continue;
    }
    ++numbers;
    std::uint32_t number = 0;
    for (; i < cell.size() && is_digit(cell[i]) && number < 1000; ++i) {
      number = number * 10 + static_cast<std::uint32_t>(cell[i] - '0');
    }
    const bool fraction_zero = cell.substr(i) == ".0" || cell.substr(i) == ",0";
    value = number;
    if (fraction_zero) {
      break;
    }
  }
  return static_cast<std::uint8_t>(numbers == 1 && value >= 1 && value <= 10 ? value : 0);
}

} // namespace padan::prepare
