// RT and RW in all their forms, streets, and names of places.

#include <gtest/gtest.h>

#include "padan/prepare/address.hpp"

namespace {

using namespace padan::prepare;

void check_pair(std::string_view cell, int rt, int rw, bool from_date = false) {
  bool dated = !from_date;
  const RtRw read = read_rt_rw(cell, dated);
  EXPECT_EQ(read.rt, rt) << cell;
  EXPECT_EQ(read.rw, rw) << cell;
  EXPECT_EQ(dated, from_date) << cell;
}

TEST(RtRw, InOneCell) {
  for (const char* cell : {"001/002", "1/2", "01-02", "1 / 2", "RT 001 RW 002", "RT.01/02", "RT1/RW2", "RT.01/RW.02",
                           "RT:001, RW:002", "rt 1 rw 2", "RW 02 RT 01", "RT/RW 01/02", "001 002", "RT001RW002"}) {
    check_pair(cell, 1, 2);
  }
  check_pair("Rt 5", 5, 0);
  check_pair("RW 05", 0, 5);
  check_pair("002/000", 2, 0);
  for (const char* cell : {"000/000", "-/-", "", "-", "0", "TIDAK ADA", "RT"}) {
    check_pair(cell, 0, 0);
  }
}

TEST(RtRw, ThatASpreadsheetMadeADate) {
  check_pair("2026-02-01", 1, 2, true);
  check_pair("2026-02-01 00:00:00", 1, 2, true);
  check_pair("01-Feb", 1, 2, true);
  check_pair("1-Peb", 1, 2, true);
  check_pair("01-Jan", 1, 1, true);
  check_pair("Feb-01", 1, 2, true);
  check_pair("01-Feb-26", 1, 2, true);
  check_pair("12-Des", 12, 12, true);
  check_pair("01/02/2026", 1, 2, true);
  check_pair("Mar-50", 3, 50, true);
  check_pair("Jan-13", 1, 13, true);
  check_pair("1950-03-01", 3, 50, true);
  check_pair("1950-03-01 00:00:00", 3, 50, true);
}

TEST(Rt, OneNumber) {
  EXPECT_EQ(read_rt("001"), 1);
  EXPECT_EQ(read_rt("RT 12"), 12);
  EXPECT_EQ(read_rt("1.0"), 1);
  EXPECT_EQ(read_rt("'003"), 3);
  EXPECT_EQ(read_rt("-"), 0);
  EXPECT_EQ(read_rt(""), 0);
  EXPECT_EQ(read_rt("3304010101800001"), 0); // no village has so many
}

void check(std::string_view cell, std::string_view tokens, int rt = 0, int rw = 0) {
  Address address{"LEFT OVER", {7, 7}};
  read_address(cell, address);
  EXPECT_EQ(address.tokens, tokens) << cell;
  EXPECT_EQ(address.rt_rw.rt, rt) << cell;
  EXPECT_EQ(address.rt_rw.rw, rw) << cell;
}

TEST(Address, KindsGoNamesStay) {
  check("Kp. Cibogo Rt 01/02 No. 5", "CIBOGO 5", 1, 2);
  for (const char* cell : {"JL. MELATI NO. 7", "Jln Melati 007", "JALAN MELATI No.7", "Gg. Melati 7", "BLOK MELATI 7",
                           "Dsn. Melati No 7"}) {
    check(cell, "MELATI 7");
  }
  check("DUSUN KRAJAN", "KRAJAN");
  check("Krajan", "KRAJAN");
  check("Perum Griya Asri Blok C2", "GRIYA ASRI C 2");
  check("", "");
  check("-", "");
}

TEST(Address, RtAndRwInside) {
  for (const char* cell :
       {"KRAJAN RT 003 RW 005", "KRAJAN RT.003/005", "KRAJAN RT.3/RW.5", "KRAJAN RT/RW 003/005", "KRAJAN RT/RW: 3/5",
        "KRAJAN RTRW 3/5", "RT 3 RW 5 KRAJAN", "KRAJAN RW 5 RT 3", "KRAJAN RT003RW005"}) {
    check(cell, "KRAJAN", 3, 5);
  }
  check("KRAJAN RT 4", "KRAJAN", 4, 0);
  check("KRAJAN RW 4", "KRAJAN", 0, 4);
  check("KRAJAN RT 4 NO 9", "KRAJAN 9", 4, 0);
  check("KRAJAN RT 000 RW 000", "KRAJAN");
}

void check_place(std::string_view cell, std::string_view expected) {
  std::string place = "LEFT OVER";
  read_place(cell, place);
  EXPECT_EQ(place, expected) << cell;
}

TEST(Place, WithoutItsKind) {
  for (const char* cell : {"SUKA MAJU", "Sukamaju", "DESA SUKA MAJU", "Ds. Sukamaju", "KEL. SUKAMAJU",
                           "3209052001 SUKAMAJU", "Kelurahan Sukamaju", "2001 - SUKAMAJU"}) {
    check_place(cell, "SUKAMAJU");
  }
  check_place("Kec. Susukan", "SUSUKAN");
  check_place("KOTA BARU", "KOTABARU"); // as others write KOTABARU
  check_place("KEC. KOTA", "KOTA");     // a district of Kediri, Kudus and others
  check_place("SUKAMAJU 2", "SUKAMAJU2");
  check_place("3 ILIR", "3ILIR");
  check_place("-", "");
  check_place("", "");
}

} // namespace
