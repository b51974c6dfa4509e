#pragma once
// Addresses: RT and RW as numbers, the rest as tokens without the words that only say what kind of thing follows.

#include <cstdint>
#include <string>
#include <string_view>

namespace padan::prepare {

struct RtRw {
  std::uint16_t rt = 0; // 0: not known
  std::uint16_t rw = 0;
};

/// One number cell: "001", "RT 1", "1.0". 0 when there is none.
[[nodiscard]] std::uint16_t read_rt(std::string_view cell);

/// Both in one cell: "001/002", "RT.01/RW.02", "1-2", and dates a spreadsheet made of "1/2" ("2026-02-01", "01-Feb"):
/// from_date is set then. Indonesian settings read 1/2 as 1 February, so RT is the day and RW the month; what cannot be a day
/// of this year they read as month and year: "Mar-50" and "1950-03-01" were 3/50.
[[nodiscard]] RtRw read_rt_rw(std::string_view cell, bool& from_date);

struct Address {
  std::string tokens; // folded words, one space between
  RtRw rt_rw;         // when the text names them
};

/// "Kp. Cibogo Rt 01/02 No. 5" -> tokens "CIBOGO 5", RT 1, RW 2. out is reused to spare allocations.
void read_address(std::string_view cell, Address& out);

/// A place name without its kind: "DESA SUKA MAJU" -> "SUKAMAJU" (spaces go: lists split names at will).
void read_place(std::string_view cell, std::string& out);

} // namespace padan::prepare
