#pragma once
// What the head of a family block says of the family: number of the card, address, region.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace padan::ingest {

enum class FamilyFact : std::uint8_t {
  Kk,
  Address,
  Hamlet,
  Rt,
  Rw,
  RtRw,
  Postcode,
  Village,
  District,
  Regency,
  Province,
  Count
};

/// A header that recognition knows: "No. KK", "Dusun".
[[nodiscard]] std::string_view header_of(FamilyFact fact);

class FamilyFacts {
public:
  /// Cells of a head, each on a line, with labels in them, before them or above them. What is known gives way to what is
  /// read later, unless that says nothing ("-").
  ///   facts.read("No. KK : 8801010101120001\nAlamat : JL MAWAR, Nama Dusun : KRAJAN, RT/RW : 001/002");
  void read(std::string_view cells);
  /// The region of the page for a family that does not say its own.
  void add_region(const FamilyFacts& page);

  [[nodiscard]] const std::string& operator[](FamilyFact fact) const { return values_[static_cast<std::size_t>(fact)]; }

  bool card_is_number = false; // the spreadsheet held the number of the card as one: its last digits may be lost

private:
  void take(FamilyFact fact, std::string_view value);

  std::array<std::string, static_cast<std::size_t>(FamilyFact::Count)> values_;
};

/// "No. KK : 8801010101120001", but not the header "No. KK".
[[nodiscard]] bool begins_with_card_number(std::string_view cell);

} // namespace padan::ingest
