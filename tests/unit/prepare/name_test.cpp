// Names with titles, degrees, aliases and fathers.

#include <gtest/gtest.h>

#include "padan/prepare/name.hpp"

namespace {

using namespace padan::prepare;

void check(std::string_view cell, std::string_view main, std::string_view alias = "") {
  NameParts parts{"LEFT OVER", "LEFT OVER"};
  read_name(cell, parts);
  EXPECT_EQ(parts.main, main) << cell;
  EXPECT_EQ(parts.alias, alias) << cell;
}

TEST(Name, Plain) {
  check("Siti Aminah", "SITI AMINAH");
  check("  siti   aminah ", "SITI AMINAH");
  check("SITI-AMINAH", "SITI AMINAH");
  check("SUKIRNO", "SUKIRNO");
  check("Aisy\xC3\xA1", "AISYA");
}

TEST(Name, TitlesInFront) {
  check("BY. NY. DINA SUSANTI", "DINA SUSANTI"); // a child without a name is called by its mother's
  for (const char* cell : {"H. YUSUF", "Hj YUSUF", "KH. Yusuf", "K.H. Yusuf", "Drs. H. Yusuf", "Tn. YUSUF", "Ny Yusuf",
                           "Bpk. Yusuf", "dr. Yusuf", "Prof. Dr. Ir. H. Yusuf", "Rd. Yusuf", "Tb. Yusuf", "Ust. Yusuf",
                           "Alm. Yusuf", "Almarhum Yusuf", "(ALM) YUSUF", "Tgk. Yusuf"}) {
    check(cell, "YUSUF");
  }
}

TEST(Name, DegreesBehind) {
  for (const char* cell :
       {"BUDI SANTOSO, S.Pd", "BUDI SANTOSO, SPd.", "BUDI SANTOSO S.Pd", "BUDI SANTOSO, S.E", "BUDI SANTOSO, SE",
        "BUDI SANTOSO S.E.", "Budi Santoso S.T", "BUDI SANTOSO, ST", "BUDI SANTOSO, S.Pd., M.Si", "BUDI SANTOSO S.Kom",
        "BUDI SANTOSO, A.Md", "BUDI SANTOSO A.Md", "BUDI SANTOSO, Ph.D", "BUDI SANTOSO M.M", "BUDI SANTOSO, S.Pd.I",
        "Drs. BUDI SANTOSO, MBA", "BUDI SANTOSO, S.H., M.H.", "BUDI SANTOSO SKM", "BUDI SANTOSO, AMK"}) {
    check(cell, "BUDI SANTOSO");
  }
  check("NASUTION, BUDI", "NASUTION BUDI"); // a name behind the comma stays
}

TEST(Name, TitlesThatAreNames) {
  check("H", "H");
  check("ANDI", "ANDI");
  check("ANDI SETIAWAN", "ANDI SETIAWAN");
  check("RIZKI ANDI", "RIZKI ANDI");
  check("MUHAMMAD HABIB", "MUHAMMAD HABIB");
  check("HABIB RAHMAN", "HABIB RAHMAN");
  check("SRI NING", "SRI NING");
  check("HJ", "HJ");
  check("SITI SARAH", "SITI SARAH");
}

TEST(Name, Abbreviations) {
  for (const char* cell :
       {"M. YUSUF", "M YUSUF", "Muh. Yusuf", "MOH YUSUF", "Moch. Yusuf", "MHD YUSUF", "Mohd Yusuf", "Mochammad Yusuf",
        "MOHAMAD YUSUF", "Mukhamad Yusuf", "H. M. Yusuf", "H.M. Yusuf", "HM. Yusuf", "Md. Yusuf", "MUCH YUSUF"}) {
    check(cell, "MUHAMMAD YUSUF");
  }
  check("Achmad Fauzi", "AHMAD FAUZI");
  check("AKHMAT", "AHMAD");
  check("Abd. Rahman", "ABDUL RAHMAN");
  check("ABDOEL RAHMAN", "ABDUL RAHMAN");
  check("St. Aminah", "SITI AMINAH");
  check("STI AMINAH", "SITI AMINAH");
  check("Sitti Aminah", "SITI AMINAH");
  check("NOOR HAYATI", "NUR HAYATI");
  check("Noer Hayati", "NUR HAYATI");
  check("I Md Suarta", "I MADE SUARTA"); // Bali
  check("M", "M");
  check("YUSUF M", "YUSUF M"); // may be anything
}

TEST(Name, Fathers) {
  check("YUSUF BIN ALI", "YUSUF");
  check("Siti binti H. Ali", "SITI");
  check("SITI BT. ALI", "SITI");
  check("M. YUSUF BIN ALI", "MUHAMMAD YUSUF");
  check("BINTI", "BINTI");
}

TEST(Name, Aliases) {
  check("ASEP (UJANG)", "ASEP", "UJANG");
  check("ASEP ALIAS UJANG", "ASEP", "UJANG");
  check("Asep als. Ujang", "ASEP", "UJANG");
  check("ASEP ALS UJANG", "ASEP", "UJANG");
  check("ASEP / UJANG", "ASEP", "UJANG");
  check("ASEP/UJANG", "ASEP", "UJANG");
  check("ASEP AKA UJANG", "ASEP", "UJANG");
  check("ASEP (SALMAN)", "ASEP", "SALMAN"); // begins with no ALM
  check("SARKIM / SALMAH", "SARKIM", "SALMAH");
  check("(UJANG)", "UJANG");
}

TEST(Name, TheDead) {
  for (const char* cell : {"SUPARMAN (ALM)", "SUPARMAN (Alm.)", "SUPARMAN ALM", "SUPARMAN, ALM", "SUPARMAN / ALM",
                           "SUPARMAN (ALMARHUM)", "SUPARMAN (ALM) BIN KARTO"}) {
    check(cell, "SUPARMAN");
  }
  check("SITI (ALM. KARTO)", "SITI");
}

TEST(Name, SaysThatItsPersonHasDied) {
  for (const char* cell : {"ALM. SUPARMAN", "Almh Siti Aminah", "SUPARMAN ALM", "H. ALM. SUPARMAN", "ASEP (ALM)",
                           "ASEP / Almarhum", "SUPARMAN ALM BIN KARTO", "SUPARMAN (ALM) BIN KARTO", "SUPARMAN, ALM"}) {
    EXPECT_TRUE(says_late(cell)) << cell;
  }
  for (const char* cell : {"SITI (ALM. KARTO)", "ALI BIN ALM. KARTO", "SITI BINTI KARTO ALM", "ALMIRA", "SITI ALMAIDAH",
                           "ALM", "", "JANDA ALM KARTO"}) {
    EXPECT_FALSE(says_late(cell)) << cell;
  }
}

TEST(Name, Placeholders) {
  for (const char* cell : {"", "-", ".", "KOSONG", "Tidak Ada", "TIDAK ADA.", "(KOSONG)", "NIHIL", "N/A", "NN", "XXX",
                           "X", "0", "123", "?", "tidak diketahui", "TDK ADA"}) {
    check(cell, "");
  }
  check("ASEP / KOSONG", "ASEP");
  check("SARKIM / TIDAK ADA", "SARKIM");
  check("- / SITI", "", "SITI");
}

TEST(Name, Apostrophes) {
  for (const char* cell : {"AI'SYAH", "Ai\xE2\x80\x99syah", "AI`SYAH", "'AISYAH", "AISYAH'"}) {
    check(cell, "AISYAH");
  }
  check("Nur'aini", "NURAINI");
}

TEST(Name, NoCellIsTooLong) {
  std::string cell;
  for (int i = 0; i < 50; ++i) {
    cell += "WORD ";
  }
  NameParts parts;
  read_name(cell, parts);
  EXPECT_FALSE(parts.main.empty());
  EXPECT_LT(parts.main.size(), 80u);
}

} // namespace
