#pragma once
// Persons or families that fit all of some conditions about place, reasons, decile, age, sex and programmes: behind every figure of
// priorities, villages and programmes stands one, so that the figure can be opened.
//
//   Selection poor_without;  poor_without.least_decile = 1;  poor_without.most_decile = 4;  poor_without.most_programmes = 0;
//   Selector selector(needs, aid, master, Unit::Families, poor_without);
//   selector(17);

#include <cstdint>
#include <optional>
#include <vector>

#include "padan/analyse/aid.hpp"

namespace padan::analyse {

/// What is left as it is asks nothing.
struct Selection {
  enum class Presence : std::uint8_t { Any, There, Gone };
  std::vector<bool> places;      // by Corpus::places; empty: any
  std::uint8_t needs = 0;        // all of these hold
  std::uint8_t without = 0;      // none of these holds, and none is unknown
  std::uint8_t unknown = 0;      // all of these are unknown
  std::uint8_t least_decile = 0; // 0 to 0 asks for those whose decile is not known
  std::uint8_t most_decile = 10;
  std::uint8_t least_age = 0;
  std::uint8_t most_age = Situation::kUnknownAge; // 255 to 255 asks for those whose age is not known
  std::optional<prepare::Sex> sex;
  std::vector<std::uint16_t> receives;     // all of these programmes
  std::vector<std::uint16_t> receives_any; // at least one of these; empty: asks nothing
  std::vector<std::uint16_t> lacks;        // none of these
  std::uint32_t least_programmes = 0;
  std::uint32_t most_programmes = UINT32_MAX;
  Presence presence = Presence::Any;
};

class Selector {
public:
  Selector(const Needs& needs, const Aid& aid, const resolve::MasterList& master, Unit unit, Selection selection);
  [[nodiscard]] bool operator()(std::uint32_t item) const;
  [[nodiscard]] std::vector<std::uint32_t> all() const;
  [[nodiscard]] std::uint32_t count() const;

private:
  [[nodiscard]] bool set_fits(std::span<const std::uint16_t> set) const;
  const Needs& needs_;
  const Aid& aid_;
  const resolve::MasterList& master_;
  Unit unit_;
  Selection selection_;
  std::vector<bool> sets_; // by code of a set of programmes
};

} // namespace padan::analyse
