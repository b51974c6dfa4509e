// Closed vocabularies as lists write them.

#include <gtest/gtest.h>

#include "padan/prepare/codes.hpp"

namespace {

using namespace padan::prepare;

template <class Code, class Read> void check(Read read, Code expected, std::initializer_list<const char*> cells) {
  for (const char* cell : cells) {
    EXPECT_EQ(static_cast<int>(read(cell)), static_cast<int>(expected)) << cell;
  }
}

TEST(Sex, Words) {
  check(read_sex, Sex::Male,
        {"L", "l", "LK", "Lk.", "Laki-laki", "LAKI - LAKI", "LELAKI", "Pria", "M", "Male", "1", "1.0", "1 Laki-laki",
         "1. Laki-laki"});
  check(read_sex, Sex::Female,
        {"P", "PR", "Perempuan", "PEREMPUA", "Wanita", "W", "F", "female", "2", "2.0", "2 Perempuan"});
  check(read_sex, Sex::Unknown, {"", "-", "0", "3", "L/P", "KOSONG"});
}

TEST(Relation, WordsAndCodes) {
  check(read_relation, Relation::Head,
        {"KEPALA KELUARGA", "Kepala Rumah Tangga", "KK", "KRT", "1", "01", "1.0", "1. Kepala Keluarga", "1 KEPALA",
         "KEP. KELUARGA", "KEP KEL"});
  check(read_relation, Relation::Spouse, {"ISTRI", "Isteri", "SUAMI", "Istri/Suami", "PASANGAN", "2", "02"});
  check(read_relation, Relation::Child, {"ANAK", "Anak Kandung", "ANAK ANGKAT", "3", "03", "3. Anak"});
  check(read_relation, Relation::Other, {"CUCU", "MENANTU", "ORANG TUA", "FAMILI LAIN", "4", "10", "11", "12"});
  check(read_relation, Relation::Unknown, {"", "-", "0", "00", "KOSONG", "NULL"});
}

Truth strict(const char* cell) { return read_truth(cell); }
Truth filled(const char* cell) { return read_truth(cell, true); }

TEST(Truth, Answers) {
  for (const auto read : {strict, filled}) {
    check(read, Truth::Yes, {"YA", "Ya", "Y", "1", "TRUE", "ADA", "AKTIF", "PADAN", "V"});
    check(read, Truth::No,
          {"TIDAK", "T", "0", "FALSE", "TIDAK PADAN", "Non Aktif", "BUKAN PENERIMA", "Belum", "BELUM PADAN",
           "TDK MENERIMA", "NIHIL"});
    check(read, Truth::Unknown, {"", "-", "KOSONG", " "});
  }
}

TEST(Truth, WhateverFillsAProgrammeColumn) {
  check(filled, Truth::Yes, {"JAN-MAR 2023", "Rp 600.000", "600000", "Tahap 1"});
  check(filled, Truth::No, {"Rp 0", "0.00", "Rp. 0,00"});
  check(strict, Truth::Unknown, {"JAN-MAR 2023", "600000", "Tahap 1"});
}

TEST(Vital, Words) {
  check(read_vital, Vital::Alive, {"HIDUP", "Masih Hidup", "AKTIF", "ADA", "BELUM MENINGGAL", "Tidak Pindah"});
  check(read_vital, Vital::Dead,
        {"MENINGGAL", "Meninggal Dunia", "11 Data Ditemukan, Meninggal Dunia", "WAFAT", "ALM", "Almarhum", "MATI",
         "TIDAK HIDUP"});
  check(read_vital, Vital::Moved, {"PINDAH", "Pindah Alamat", "SUDAH PINDAH"});
  check(read_vital, Vital::Unknown, {"", "-", "NONAKTIF", "CERAI MATI", "12"});
}

TEST(Decile, NeverGuessed) {
  check(read_decile, 3, {"3", "03", "3.0", "3,0", "DESIL 3", "Desil 3 (miskin)", "D3"});
  check(read_decile, 10, {"10", "Desil 10"});
  check(read_decile, 1, {"1", "Desil 1 (sangat miskin)"});
  check(read_decile, 0,
        {"", "-", "0", "11", "6-10", "Desil 6-10", "6+", "> 4", "<5", "Belum Ada Desl", "12345", "KOSONG"});
}

} // namespace
