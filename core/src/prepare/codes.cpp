#include "padan/prepare/codes.hpp"

#include <string>

#include "padan/text/fold.hpp"

namespace padan::prepare {
namespace {

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }
bool starts(std::string_view text, std::string_view part) { return text.substr(0, part.size()) == part; }

std::string_view without_zeroes(std::string_view digits) { return digits.substr(std::min(digits.find_first_not_of('0'), digits.size())); }

} // namespace

Sex read_sex(std::string_view cell) {
  const std::string text = text::fold(cell);
  if (text.empty()) {
    return Sex::Unknown;
  }
  if (text == "L" || text == "1" || text == "M" || starts(text, "LK") || starts(text, "LAKI") || text == "PRIA" || text == "MALE" || starts(text, "1 ") ||
      starts(text, "1.")) {
    return Sex::Male;
  }
  if (text == "P" || text == "2" || text == "F" || text == "W" || text == "PR" || starts(text, "PEREMP") || starts(text, "WANIT") || text == "FEMALE" ||
      text == "PRM" || starts(text, "2 ") || starts(text, "2.")) {
    return Sex::Female;
  }
  return Sex::Unknown;
}

Relation read_relation(std::string_view cell) {
  const std::string text = text::fold(cell);
  if (text.empty() || text == "-" || text == "KOSONG") {
    return Relation::Unknown;
  }
  const std::string_view code = without_zeroes(text);
  if (code == "1" || starts(text, "KEPALA") || text == "KK" || text == "KRT" || starts(text, "1 ") || text == "KEP KEL") {
    return Relation::Head;
  }
  if (code == "2" || starts(text, "IST") || starts(text, "SUAM") || has(text, "PASANGAN") || starts(text, "2 ")) {
    return Relation::Spouse;
  }
  if (code == "3" || starts(text, "ANAK") || starts(text, "3 ")) {
    return Relation::Child;
  }
  return Relation::Other;
}

Truth read_truth(std::string_view cell, bool filled_means_yes) {
  const std::string text = text::fold(cell);
  if (text.empty() || text == "-" || text == "KOSONG" || text == "NULL") {
    return Truth::Unknown;
  }
  if (text == "YA" || text == "Y" || text == "1" || text == "TRUE" || text == "ADA" || text == "AKTIF" || text == "PADAN" || text == "V" || text == "YES") {
    return Truth::Yes;
  }
  if (text == "T" || text == "N" || text == "0" || text == "FALSE" || text == "NO" || text == "BUKAN" || starts(text, "TIDAK") || starts(text, "NON")) {
    return Truth::No;
  }
  return filled_means_yes ? Truth::Yes : Truth::Unknown;
}

Vital read_vital(std::string_view cell) {
  const std::string text = text::fold(cell);
  if (has(text, "MENINGGAL") || starts(text, "MATI") || text == "WAFAT" || text == "ALM" || text == "DEAD") {
    return has(text, "TIDAK MENINGGAL") || has(text, "BELUM MENINGGAL") ? Vital::Alive : Vital::Dead;
  }
  if (has(text, "PINDAH")) {
    return Vital::Moved;
  }
  if (has(text, "HIDUP") || text == "AKTIF" || text == "ADA") {
    return has(text, "TIDAK HIDUP") ? Vital::Dead : Vital::Alive;
  }
  return Vital::Unknown;
}

std::uint8_t read_decile(std::string_view cell) {
  std::uint32_t value = 0;
  std::uint32_t numbers = 0;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] < '0' || cell[i] > '9') {
      continue;
    }
    ++numbers;
    std::uint32_t number = 0;
    for (; i < cell.size() && cell[i] >= '0' && cell[i] <= '9' && number < 1000; ++i) {
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
