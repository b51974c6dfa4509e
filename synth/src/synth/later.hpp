#pragma once
// What a year does to a regency: births, deaths, moves, marriages, cards split and merged, families better and worse off.

#include <string>

#include "world.hpp"

namespace padan::synth {

/// The same people 365 days later. Families keep their place, people their id; newborns get the next ids.
/// Cost: about 0.3 µs a person.
[[nodiscard]] World a_year_later(const World& world);

/// One line a person to whom something happened: `person_id,change,family_before,family_after,village_before,
/// village_after,decile_before,decile_after`. `change` holds one or more of born, registered, died, left, moved, married,
/// split, merged, graduated, fell, joined by ';'.
[[nodiscard]] std::string write_change(const World& before, const World& after);

} // namespace padan::synth
