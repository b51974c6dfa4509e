#include "padan/engine/title_dates.hpp"

#include <gtest/gtest.h>

#include "sessions.hpp"

namespace padan::engine {
namespace {

// The dates that a list with this title has, as the officer sees them.
SourceFacts facts_of(const std::string& title) {
  Session session;
  const std::string bytes = title + ",,\n\nNIK,Nama,Tanggal Lahir\n8801011203700001,SITI AMINAH,12-03-1970\n"
                                    "8801010506800002,BUDI SANTOSO,05-06-1980\n";
  test::add(session, "p3ke.csv", bytes);
  return session.sources().front()->facts;
}

TEST(TitleDates, SayUntilWhenAListIsValid) {
  for (const char* title :
       {"BERLAKU SAMPAI DENGAN 31 DESEMBER 2024", "Data P3KE (berlaku s.d. 31 Des 2024)",
        "Masa berlaku: s/d 31-12-2024", "MASA BERLAKUNYA HINGGA TANGGAL 31/12/2024", "Valid until 2024-12-31"}) {
    EXPECT_EQ(facts_of(title).valid_until, "2024-12-31") << title;
    EXPECT_EQ(facts_of(title).data_date, "") << title;
  }
}

TEST(TitleDates, SayOfWhichDayTheDataAre) {
  for (const char* title : {"DATA DTKS PER 1 NOVEMBER 2026", "Keadaan per tanggal 01-11-2026",
                            "POSISI 1 Nov 2026 KABUPATEN CIMANDALA", "Kondisi data per 01/11/2026"}) {
    EXPECT_EQ(facts_of(title).data_date, "2026-11-01") << title;
  }
}

TEST(TitleDates, SayNothingThatIsNotWritten) {
  for (const char* title :
       {"DAFTAR PENERIMA TAHUN 2024", "JUMLAH PER DESA 2024", "PER KECAMATAN 12 DESA", "BERLAKU SAMPAI SELESAI",
        "SAMPAI 31 DESEMBER 2024", "Dicetak 31 Desember 2024", "BERLAKU SAMPAI 31 FEBRUARI 2024"}) {
    EXPECT_EQ(facts_of(title).valid_until, "") << title;
    EXPECT_EQ(facts_of(title).data_date, "") << title;
  }
}

} // namespace
} // namespace padan::engine
