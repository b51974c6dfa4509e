// NIK and KK in every damage that spreadsheets and hands do to them.

#include <string>

#include <gtest/gtest.h>

#include "padan/prepare/identifier.hpp"

namespace {

using namespace padan::prepare;
using enum IdState;

void check(std::string_view cell, IdState state, std::uint64_t value = 0, bool numeric = false) {
  const Identifier id = read_nik(cell, numeric);
  EXPECT_EQ(id.state, state) << cell;
  EXPECT_EQ(id.value, value) << cell;
}

TEST(Nik, Good) {
  check("3304010101800001", Good, 3304010101800001);
  check("3304014101800001", Good, 3304014101800001); // a woman born on the 1st
  check("3304017112990010", Good, 3304017112990010); // the 31st + 40; a text that ends in 0 is nothing odd
  check("3304012902000001", Good, 3304012902000001); // 29 February of a leap year
}

TEST(Nik, PapuaIsExactThoughNoDoubleHoldsIt) {
  check("9171010101800001", Good, 9171010101800001); // a double would read ...0000
  check("9171010101800003", Good, 9171010101800003); // ...0004
  check("9603014101990017", Good, 9603014101990017);
}

TEST(Nik, Dress) {
  for (const char* cell : {"'3304010101800001", "' 3304010101800001", " 3304010101800001 ", "3304.0101.0180.0001",
                           "3304-0101-0180-0001", "33 04 01 010180 0001", "3304010101800001.0", "3304010101800001,0",
                           "3304010101800001.00", "33O4O1010180O001", "33040I0l01800001", "3304010|01800001",
                           "NIK: 3304010101800001", "NO 3304010101800001", "3304010101800001 (lama)",
                           "\xC2\xA0"
                           "3304010101800001",
                           "\xE2\x80\x8B"
                           "3304010101800001"}) {
    check(cell, Good, 3304010101800001);
  }
}

TEST(Nik, LostInASpreadsheet) {
  check("3304010101800000", Prefix15, 3304010101800000);       // no serial is 0000
  check("3304010101800010", Prefix15, 3304010101800010, true); // a number: the 16th digit is not known
  check("3304010101800010", Good, 3304010101800010, false);
  check("3304010101800011", Good, 3304010101800011, true); // libraries keep all 16
  for (const char* cell : {"3.30401E+15", "3,30401E+15", "3.30401e15", "'3.30401E+15", " 3.30401E+15",
                           "3.304010101800E+15", "'3.304010101800E+15"}) {
    check(cell, Useless);
  }
}

TEST(Nik, BreaksTheRule) {
  check("330401010180001", Wrong, 330401010180001);     // a digit too few
  check("33040101018000011", Wrong, 33040101018000011); // too many
  check("3304013201800001", Wrong, 3304013201800001);   // day 32
  check("3304014001800001", Wrong, 3304014001800001);   // day 40 is neither
  check("3304017201800001", Wrong, 3304017201800001);   // 32 + 40
  check("3304010001800001", Wrong, 3304010001800001);   // day 0
  check("3304010113800001", Wrong, 3304010113800001);   // month 13
  check("3304010100800001", Wrong, 3304010100800001);
  check("3304013102800001", Wrong, 3304013102800001); // 31 February
  check("3304012902810001", Wrong, 3304012902810001); // 1981 was no leap year
  check("0304010101800001", Wrong, 304010101800001);  // provinces begin with 11
}

TEST(Nik, CarriesNothing) {
  for (const char* cell : {"", " ", "-", "0", "00", "TIDAK ADA", "NIHIL", "BELUM PUNYA", "KOSONG", "9998", "9999",
                           "0000000000000000", "NIK 12"}) {
    check(cell, Missing);
  }
  for (const char* cell : {"9999999999999999", "1111111111111111", "1234567890123456", "3304011111111111", "123",
                           "33040101", "330401010180", "3304010101800001330", "33040101018000013304010101800001"}) {
    check(cell, Useless);
  }
}

TEST(Nik, LengthTellsLeadingZeroes) {
  EXPECT_EQ(read_nik("0304010101800001", false).length, 16);
  EXPECT_EQ(read_nik("304010101800001", false).length, 15);
}

TEST(Kk, HoldsADateWithoutSex) {
  EXPECT_EQ(read_kk("3304010101130001", false).state, Good);
  EXPECT_EQ(read_kk("3304014101130001", false).state, Wrong); // no card is issued on the 41st
  EXPECT_EQ(read_kk("3304010101130000", false).state, Prefix15);
  EXPECT_EQ(read_kk("", false).state, Missing);
}

TEST(Nik, Parts) {
  const NikParts man = nik_parts(3304013112990042);
  EXPECT_EQ(man.region, 330401u);
  EXPECT_EQ(man.day, 31);
  EXPECT_EQ(man.month, 12);
  EXPECT_EQ(man.year, 99);
  EXPECT_EQ(man.serial, 42u);
  EXPECT_FALSE(man.female);
  const NikParts woman = nik_parts(3304014101000001);
  EXPECT_EQ(woman.day, 1);
  EXPECT_EQ(woman.date, 410100u);
  EXPECT_TRUE(woman.female);
}

void check_damage(std::string_view cell, IdDamage damage, bool numeric = false) {
  EXPECT_EQ(read_nik(cell, numeric).damage, damage) << cell;
}

TEST(Nik, NamesItsDamage) {
  check_damage("3304010101800001", IdDamage::None);
  for (const char* cell : {"", "0", "-", "KOSONG", "TIDAK ADA", "9998", "9999", "0000000000000000"}) {
    check_damage(cell, IdDamage::Placeholder);
  }
  check_damage("3.30401E+15", IdDamage::Scientific);
  check_damage("330401010180001", IdDamage::Length);
  check_damage("33040101018000011", IdDamage::Length);
  check_damage("1234", IdDamage::Length);
  check_damage("1111111111111111", IdDamage::Dummy);
  check_damage("3304011111111111", IdDamage::Dummy);
  check_damage("3304010101800000", IdDamage::Serial);
  check_damage("3304010101800010", IdDamage::LastDigit, true);
  check_damage("0904010101800001", IdDamage::Region);
  check_damage("3304013202800001", IdDamage::Date);
  check_damage("3304013113800001", IdDamage::Date);
}

TEST(LastDigitVote, AsksMostOfAColumn) {
  LastDigitVote whole;
  LastDigitVote lost;
  for (int i = 0; i < 30; ++i) {
    whole.add("330401010180000" + std::to_string(i % 10));
    lost.add("3304010101800010");
  }
  EXPECT_FALSE(whole.lost());
  EXPECT_TRUE(lost.lost());
}

} // namespace
