#pragma once
// Small closed vocabularies: sex, relation to the head of family, yes/no, vital status, decile.

#include <cstdint>
#include <string_view>

namespace padan::prepare {

enum class Sex : std::uint8_t { Unknown, Male, Female };
enum class Relation : std::uint8_t { Unknown, Head, Spouse, Child, Other };
enum class Truth : std::uint8_t { Unknown, No, Yes };
enum class Vital : std::uint8_t { Unknown, Alive, Dead, Moved };

/// L, P, LK, PR, Laki-laki, Perempuan, Wanita, Pria, M, F, male, female, 1, 2.
[[nodiscard]] Sex read_sex(std::string_view cell);
/// KEPALA KELUARGA, ISTRI, SUAMI, ANAK, ..., 1 = head, 2 = spouse, 3 = child as BPS codes them.
[[nodiscard]] Relation read_relation(std::string_view cell);
/// YA/TIDAK, Y/T, 1/0, TRUE/FALSE, AKTIF, PADAN/TIDAK PADAN, "-": Unknown when blank. Any other word counts as Yes where
/// filled_means_yes (periods and amounts in programme columns).
[[nodiscard]] Truth read_truth(std::string_view cell, bool filled_means_yes = false);
/// "2. Tidak", "1 - Ya": the word behind the code; other cells as they are.
[[nodiscard]] std::string_view without_code(std::string_view cell);
/// HIDUP, MENINGGAL, PINDAH and their relatives; Dukcapil's "11 ... Meninggal Dunia".
[[nodiscard]] Vital read_vital(std::string_view cell);
/// 1..10, also in "DESIL 3" or "Desil 1 (sangat miskin)"; 0 when unknown or a range (6-10). Never guessed (product law 5).
[[nodiscard]] std::uint8_t read_decile(std::string_view cell);

} // namespace padan::prepare
