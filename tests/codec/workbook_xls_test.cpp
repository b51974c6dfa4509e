#include <cstring>

#include <gtest/gtest.h>

#include "compound_builder.hpp"

namespace padan::test {
namespace {

std::string record(unsigned id, const std::string& data) {
  return little_endian(id, 2) + little_endian(data.size(), 2) + data;
}
std::string place(unsigned row, unsigned column, unsigned style = 0) {
  return little_endian(row, 2) + little_endian(column, 2) + little_endian(style, 2);
}
std::string number_bytes(double value) {
  std::uint64_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return little_endian(bits, 8);
}

const std::string kBofGlobals = record(0x0809, little_endian(0x0600, 2) + little_endian(5, 2) + std::string(12, '\0'));
const std::string kBofSheet = record(0x0809, little_endian(0x0600, 2) + little_endian(0x10, 2) + std::string(12, '\0'));
const std::string kEof = record(0x000A, "");

// One sheet called "S" behind the given records of the globals.
std::string stream(const std::string& globals, const std::string& cells) {
  const std::string name = little_endian(1, 1) + std::string(1, '\0') + "S";
  const std::size_t begin = kBofGlobals.size() + 4 + 6 + name.size() + globals.size() + kEof.size();
  return kBofGlobals + record(0x0085, little_endian(begin, 4) + std::string(2, '\0') + name) + globals + kEof +
         kBofSheet + cells + kEof;
}

std::string compound(const std::string& bytes, const std::string& name) {
  return CompoundBuilder::bytes({{name, bytes}});
}

TEST(WorkbookXls, ReadsEveryRecordThatHoldsACell) {
  const std::string sst = record(0x00FC, std::string(8, '\0') + little_endian(4, 2) + std::string(1, '\0') + "SITI" +
                                             little_endian(2, 2) + std::string("\x01\xE9\0\x22\x20", 5));
  const std::string cells =
      record(0x00FD, place(1, 1) + little_endian(1, 4)) +
      record(0x00FD, place(0, 0) + little_endian(0, 4)) + // not in order
      record(0x0203, place(0, 1) + number_bytes(9471014505700004.0)) +
      record(0x027E, place(0, 2) + little_endian((4 << 2) | 2, 4)) +
      record(0x027E, place(0, 3) + little_endian((static_cast<std::uint32_t>(-1250) << 2) | 3, 4)) +
      record(0x00BD, little_endian(2, 2) + little_endian(1, 2) + little_endian(0, 2) + little_endian((7 << 2) | 2, 4) +
                         little_endian(0, 2) + little_endian((8 << 2) | 2, 4) + little_endian(2, 2)) +
      record(0x0204, place(3, 0) + little_endian(3, 2) + std::string(1, '\0') + "abc") +
      record(0x0205, place(3, 1) + std::string("\1\0", 2)) + record(0x0205, place(3, 2) + "\x2A\1") +
      record(0x0203, place(3, 3) + number_bytes(0.1));
  EXPECT_EQ(picture(compound(stream(sst, cells), "Workbook")),
            "[S] 1:SITI|#9471014505700004|#4|#-12.5 2:|é• 3:|#7|#8 4:abc|TRUE|#N/A|#0.1");
}

TEST(WorkbookXls, GivesTheLastValueOfFormulas) {
  const auto formula = [](unsigned column, const std::string& result) {
    return record(0x0006, place(0, column) + result + std::string(8, '\0'));
  };
  const auto special = [](char kind, char value) {
    return std::string{kind, '\0', value, '\0', '\0', '\0', '\xFF', '\xFF'};
  };
  const std::string text = record(0x0207, little_endian(4, 2) + std::string(1, '\0') + "teks");
  EXPECT_EQ(picture(compound(stream("", formula(0, number_bytes(2.5)) + formula(1, special(0, 0)) +
                                            record(0x04BC, "shared") + text + formula(2, special(1, 1)) +
                                            formula(3, special(2, 0x07)) + formula(4, special(3, 0)) +
                                            formula(5, special(0, 0)) + formula(6, number_bytes(1))),
                             "Workbook")),
            "[S] 1:#2.5|teks|TRUE|#DIV/0!|||#1");
}

TEST(WorkbookXls, RendersDatesByStyleAndCalendar) {
  const std::string format = "\"d\"0 dd/mm";
  const std::string styles =
      record(0x041E, little_endian(164, 2) + little_endian(format.size(), 2) + std::string(1, '\0') + format) +
      record(0x00E0, little_endian(0, 4)) + record(0x00E0, little_endian(0, 2) + little_endian(14, 2)) +
      record(0x00E0, little_endian(0, 2) + little_endian(164, 2));
  const std::string cells = record(0x0203, place(0, 0, 0) + number_bytes(25700)) +
                            record(0x0203, place(0, 1, 1) + number_bytes(25700)) +
                            record(0x0203, place(0, 2, 2) + number_bytes(25700.25));
  EXPECT_EQ(picture(compound(stream(styles, cells), "Workbook")), "[S] 1:#25700|1970-05-12|1970-05-12 06:00:00");
  EXPECT_EQ(picture(compound(stream(styles + record(0x0022, little_endian(1, 2)), cells), "Workbook")),
            "[S] 1:#25700|1974-05-13|1974-05-13 06:00:00");
}

TEST(WorkbookXls, JoinsStringsOverContinueRecords) {
  const std::string sst = record(0x00FC, std::string(8, '\0') + little_endian(6, 2) + std::string(1, '\x08') +
                                             little_endian(1, 2) + "ABC") + // one run of formatting follows the text
                          record(0x003C, std::string("\x01"
                                                     "D\0E\0F\0",
                                                     7) +
                                             std::string(4, '\0') + little_endian(2, 2) + std::string(1, '\0') + "yz");
  EXPECT_EQ(picture(compound(stream(sst, record(0x00FD, place(0, 0) + little_endian(0, 4)) +
                                             record(0x00FD, place(0, 1) + little_endian(1, 4))),
                             "Workbook")),
            "[S] 1:ABCDEF|yz");
}

TEST(WorkbookXls, ReadsTheBareSheetOfOldPhpReports) {
  const std::string bof = record(0x0809, little_endian(0, 2) + little_endian(0x10, 2) + little_endian(0, 4));
  EXPECT_EQ(picture(bof + record(0x0204, place(0, 0) + little_endian(4, 2) + "caf\xE9") +
                    record(0x0203, place(0, 1) + number_bytes(3201014505700001.0)) + kEof),
            "[] 1:café|#3201014505700001");
}

TEST(WorkbookXls, SaysWhatIsBroken) {
  EXPECT_EQ(picture(compound(stream(record(0x002F, std::string(6, '\0')), ""), "Workbook")), "file.locked_otherwise");
  EXPECT_EQ(picture(compound("x", "WordDocument")), "file.not_a_table kind=document");
  EXPECT_EQ(picture(compound(stream("", ""), "Workbook")), "file.empty");
  const std::string whole = compound(stream("", record(0x0203, place(0, 0) + number_bytes(1))), "Workbook");
  EXPECT_EQ(picture(whole), "[S] 1:#1");
  EXPECT_EQ(picture(whole.substr(0, whole.size() - 600)), "file.truncated");
  EXPECT_EQ(picture(compound(stream("", record(0x00FD, place(0, 0) + little_endian(9, 4))), "Workbook")),
            "file.unreadable part=SST");
}

} // namespace
} // namespace padan::test
