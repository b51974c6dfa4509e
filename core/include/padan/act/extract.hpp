#pragma once
// Lists that leave the house for somebody who has to act, each with the least columns that he needs.
//
//   Extract extract = donor_extract(planning, plans, weights, 4, places);
//   for (row = 0; row < extract.items.size(); ++row) read_extract(planning, extract, row, masked, cells);
//
// Whom they hold is said by rule, never by hand. What a list is silent about is not held against anybody: families whose decile is not
// known stand in an extract of their own, to be asked about.

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "padan/analyse/aid.hpp"
#include "padan/engine/export.hpp"
#include "padan/engine/planning.hpp"

namespace padan::act {

/// Enumerator, header. Of a family: name, NIK, birth date, address are those of its head.
#define PADAN_EXTRACT_COLUMNS(X)                                                                                       \
  X(Id, "id")                                                                                                          \
  X(Rank, "rank")                                                                                                      \
  X(Points, "points")                                                                                                  \
  X(Possible, "possible_points")                                                                                       \
  X(Name, "name")                                                                                                      \
  X(Nik, "nik")                                                                                                        \
  X(Kk, "kk")                                                                                                          \
  X(BirthDate, "birth_date")                                                                                           \
  X(Sex, "sex")                                                                                                        \
  X(Members, "members")                                                                                                \
  X(Address, "address")                                                                                                \
  X(Rt, "rt")                                                                                                          \
  X(Rw, "rw")                                                                                                          \
  X(Village, "village")                                                                                                \
  X(District, "district")                                                                                              \
  X(Decile, "decile")                                                                                                  \
  X(Programmes, "programmes")                                                                                          \
  X(Reasons, "reasons") /* codes of analyse::Need, joined with "|" */                                                  \
  X(Unknown, "unknown") /* the same, of which it is not known whether they hold; "decile" among them */

enum class ExtractColumn : std::uint8_t {
#define PADAN_ENUMERATOR(name, text) name,
  PADAN_EXTRACT_COLUMNS(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};
[[nodiscard]] std::string_view to_text(ExtractColumn column);

struct Extract {
  analyse::Unit unit = analyse::Unit::Families;
  std::vector<ExtractColumn> columns;
  std::vector<std::uint32_t> items;
  std::uint8_t needs = 0;                // those that may be told: illness is not everybody's business
  std::vector<std::uint16_t> programmes; // those that may be told
  std::shared_ptr<const analyse::Ranking> ranking;
  std::vector<std::uint32_t> at; // places of the items in the ranking
  analyse::Weights weights;
};

/// Everybody who is there in the order of points, with points and reasons.
[[nodiscard]] Extract priority_extract(engine::Planning& planning, analyse::Unit unit, const analyse::Weights& weights,
                                       const std::vector<bool>& places);
/// Persons whom a list has receiving some of these programmes; only these programmes are told.
[[nodiscard]] Extract receivers_extract(engine::Planning& planning, const std::vector<std::uint16_t>& programmes,
                                        const std::vector<bool>& places);
/// Families within a decile whom no list has receiving a programme of the state or the region: for companies and bodies of alms. No
/// numbers, nothing about health.
[[nodiscard]] Extract donor_extract(engine::Planning& planning, const std::vector<std::uint16_t>& of_state_and_region,
                                    const analyse::Weights& weights, std::uint8_t most_decile,
                                    const std::vector<bool>& places);
/// Families within a decile (0: those whose decile is not known) that receive none of these: for the plan of the village. By village,
/// then in the order of points.
[[nodiscard]] Extract village_extract(engine::Planning& planning, const std::vector<std::uint16_t>& excluding,
                                      const analyse::Weights& weights, std::uint8_t most_decile,
                                      const std::vector<bool>& places);

/// The cells of one row in the order of the columns.
void read_extract(const engine::Planning& planning, const Extract& extract, std::uint32_t row, bool masked,
                  engine::Cells& cells);

} // namespace padan::act
