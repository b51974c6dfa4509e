#pragma once
// Who receives which programmes, as persons and as families, counted once so that every question about quotas, gaps and overlaps is
// answered from a table of a few hundred numbers.
//
//   Aid aid(master, needs);
//   AidTally tally = aid.tally(Unit::Families);              // one pass
//   programme_figures(aid, tally, {.programme = 2, .ceiling = 4}).gap;   // eligible, receiving nothing of it
//
// A family receives what any of its members does. Silence of a list is no "no", so `without` means: no list says so.

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "padan/analyse/needs.hpp"

namespace padan::analyse {

/// Where the money comes from: enumerator, code.
#define PADAN_FUNDS(X)                                                                                                 \
  X(Unknown, "")                                                                                                       \
  X(Apbn, "apbn")     /* the state */                                                                                  \
  X(Apbd, "apbd")     /* province or regency */                                                                        \
  X(Apbdes, "apbdes") /* the village */                                                                                \
  X(Csr, "csr")       /* companies */                                                                                  \
  X(Zakat, "zakat")   /* Baznas and other bodies of alms */                                                            \
  X(Other, "other")

enum class Fund : std::uint8_t {
#define PADAN_ENUMERATOR(name, text) name,
  PADAN_FUNDS(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};
inline constexpr std::uint32_t kFunds = 7;
[[nodiscard]] std::string_view to_text(Fund fund);
[[nodiscard]] std::optional<Fund> parse_fund(std::string_view text);

/// What an officer says of a programme, or what is usually true of one of that name.
struct ProgrammePlan {
  std::string name; // Programmes::names(), or one that nobody receives yet
  std::string title;
  std::string agency;
  Fund fund = Fund::Unknown;
  std::string year;                   // fiscal
  std::optional<std::uint32_t> quota; // receivers; unknown without one
  std::uint64_t amount = 0;           // rupiah a receiver and year, 0: not known
  Unit unit = Unit::Families;         // of receivers
  std::uint8_t ceiling = 0;           // highest decile that may receive, 0: no rule
  bool said = false;                  // by somebody, not merely usual
};
/// Of the programmes that are commonly known; agency, fund and unit of others are unknown, families. No ceiling is assumed.
[[nodiscard]] ProgrammePlan usual_plan(std::string_view name);

/// Units by set of programmes, decile (0 unknown) and whether anybody is there.
struct AidTally {
  std::vector<std::array<std::array<std::uint32_t, 11>, 2>> counts; // by set; [gone, there]
};

class Aid {
public:
  Aid(const resolve::MasterList& master, const Needs& needs);

  [[nodiscard]] const std::vector<std::string>& names() const { return master_.programmes().names(); }
  [[nodiscard]] std::optional<std::uint16_t> number(std::string_view name) const;
  [[nodiscard]] const resolve::NumberSets& sets(Unit unit) const {
    return unit == Unit::Persons ? master_.programmes().sets() : family_sets_;
  }
  [[nodiscard]] std::uint32_t set_of(Unit unit, std::uint32_t item) const {
    return unit == Unit::Persons ? master_.programmes().set_of_person(item) : of_family_[item];
  }
  /// keep(item) leaves others out; an empty function keeps all. Cost: 2 ns a unit.
  [[nodiscard]] AidTally tally(Unit unit, const std::function<bool(std::uint32_t)>& keep = {}) const;

private:
  const resolve::MasterList& master_;
  const Needs& needs_;
  resolve::NumberSets family_sets_;
  std::vector<std::uint32_t> of_family_;
};

struct ProgrammeFigures {
  std::uint32_t receivers = 0;               // there or not
  std::array<std::uint32_t, 11> by_decile{}; // of the receivers
  std::uint32_t gone = 0;                    // receivers who are dead or moved
  std::uint32_t unknown = 0;                 // receivers who are there, decile not known
  std::uint32_t above = 0;                   // receivers who are there above the ceiling
  std::uint32_t eligible = 0;                // there, decile known and not above the ceiling
  std::uint32_t gap = 0;                     // eligible, not receiving it
  std::uint32_t nothing = 0;                 // eligible, receiving nothing at all
};
/// Without a ceiling nobody is eligible nor above it. number: kNone for a programme that nobody receives.
[[nodiscard]] ProgrammeFigures programme_figures(const resolve::NumberSets& sets, const AidTally& tally,
                                                 std::uint16_t number, std::uint8_t ceiling);

/// Units that receive exactly so many programmes; the last entry counts that many and more.
[[nodiscard]] std::vector<std::uint32_t> programme_counts(const resolve::NumberSets& sets, const AidTally& tally,
                                                          std::size_t most);
/// Units that receive both, at [a * programmes + b]; on the diagonal all that receive it.
[[nodiscard]] std::vector<std::uint32_t> programme_pairs(const resolve::NumberSets& sets, const AidTally& tally,
                                                         std::size_t programmes);
/// Units that receive any of the marked programmes.
[[nodiscard]] std::uint32_t receiving_any(const resolve::NumberSets& sets, const AidTally& tally,
                                          const std::vector<bool>& marked);

} // namespace padan::analyse
