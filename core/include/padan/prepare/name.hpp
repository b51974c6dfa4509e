#pragma once
// Personal names as Indonesians write them, brought to tokens that compare.
// Titles and degrees may stand in one list and not in another (Permendagri 73/2022): they go; so do ALM. and the father's
// name after BIN or BINTI. What remains is never translated beyond abbreviations of one meaning (MOCH -> MUHAMMAD).

#include <string>
#include <string_view>

namespace padan::prepare {

struct NameParts {
  std::string main;  // "SITI AMINAH"; empty when the cell holds no name
  std::string alias; // of "ASEP (UJANG)", "ASEP ALIAS UJANG", "ASEP / UJANG"; empty when there is none
};

/// Reads a name cell into out (reused between calls to spare allocations). Placeholders (KOSONG, -, NN) give empty parts.
///   "Hj. Siti Aminah, S.Pd" -> "SITI AMINAH";  "M. YUSUF BIN ALI" -> "MUHAMMAD YUSUF"
void read_name(std::string_view cell, NameParts& out);

/// Whether the cell says that its person has died: "ALM. SUPARMAN", "SITI ALMH", "ASEP (ALM)". In "SITI (ALM. KARTO)" and
/// "ALI BIN ALM. KARTO" somebody else has.
[[nodiscard]] bool says_late(std::string_view cell);

} // namespace padan::prepare
