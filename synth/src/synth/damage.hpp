#pragma once
// Spoils a record the way lists are spoiled in practice. Each function changes the record only if it returns true.

#include <cstdint>

#include "record.hpp"

namespace padan::synth {

/// Columns that a list has: damage elsewhere would leave no trace.
enum Column : std::uint16_t {
  kHasNik = 1,
  kHasKk = 2,
  kHasBirth = 4,
  kHasSex = 8,
  kHasRtRw = 16,
  kHasRtRwCell = 32, // RT/RW in one cell
  kHasAddress = 64,
  kHasVillage = 128,
  kHasMother = 256
};

struct Spoiling {
  const World& world;
  base::Rng& rng;
  Record& record;
};

/// One damage of a random kind that suits the columns, at most one a field.
void spoil_once(Spoiling& spoiling, std::uint16_t columns);

[[nodiscard]] bool spoil_nik(Spoiling& spoiling, Damage kind);
[[nodiscard]] bool spoil_kk(Spoiling& spoiling, Damage kind);
[[nodiscard]] bool spoil_name(Spoiling& spoiling, Damage kind);
[[nodiscard]] bool spoil_mother(Spoiling& spoiling);
[[nodiscard]] bool spoil_date(Spoiling& spoiling, Damage kind);
[[nodiscard]] bool spoil_place(Spoiling& spoiling, Damage kind);

/// What typing does to a word of upper-case letters: a letter more, less, changed or swapped.
void mistype(std::string& word, base::Rng& rng);

} // namespace padan::synth
