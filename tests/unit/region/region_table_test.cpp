#include "padan/region/region_table.hpp"

#include <gtest/gtest.h>

#include <set>

namespace {

using padan::region::RegionTable;

const RegionTable& table() { return RegionTable::builtin(); }

TEST(RegionTable, CountsOfTheSource) {
  const auto counts = table().counts();
  EXPECT_EQ(counts.provinces, 38u);
  EXPECT_EQ(counts.regencies, 514u);
  EXPECT_EQ(counts.districts, 7277u);
  EXPECT_EQ(counts.villages, 83763u);
}

TEST(RegionTable, EveryCodeOfTheCountryIsFoundOnce) {
  std::uint32_t provinces = 0, regencies = 0, districts = 0;
  std::uint32_t kelurahan = 0, desa = 0, adat = 0;
  for (std::uint32_t code = 0; code < 1000000; ++code) {
    provinces += code < 100 && table().province(code).has_value();
    regencies += code < 10000 && table().regency(code).has_value();
    if (!table().knows_district(code))
      continue;
    ++districts;
    for (const std::uint32_t kind : {1000u, 2000u, 3000u}) {
      for (std::uint32_t i = 0; i < 120; ++i) {
        const bool known = table().village(code * 10000ull + kind + i).has_value();
        (kind == 1000 ? kelurahan : kind == 2000 ? desa : adat) += known;
      }
    }
  }
  EXPECT_EQ(provinces, 38u);
  EXPECT_EQ(regencies, 514u);
  EXPECT_EQ(districts, 7277u);
  EXPECT_EQ(kelurahan, 8498u);
  EXPECT_EQ(desa, 75251u);
  EXPECT_EQ(adat, 14u);
}

TEST(RegionTable, NamesByCode) {
  EXPECT_EQ(table().province(33), "JAWA TENGAH");
  EXPECT_EQ(table().regency(3304), "KABUPATEN BANJARNEGARA");
  EXPECT_EQ(table().regency(3274), "KOTA CIREBON");
  EXPECT_EQ(table().district(330401), "SUSUKAN");
  EXPECT_EQ(table().village(3304012001), "BERTA");
}

TEST(RegionTable, UnknownCodesAreUnknown) {
  EXPECT_FALSE(table().province(0));
  EXPECT_FALSE(table().province(99));
  EXPECT_FALSE(table().regency(3300));
  EXPECT_FALSE(table().knows_district(999999));
  EXPECT_FALSE(table().village(3304019999));
  EXPECT_FALSE(table().village(~0ull));
}

TEST(RegionTable, Regencies) {
  EXPECT_EQ(table().find_regency("Kab. Banjarnegara"), 3304u);
  EXPECT_EQ(table().find_regency("BANJAR NEGARA"), 3304u);
  EXPECT_EQ(table().find_regency("Kabupaten Cirebon"), 3209u);
  EXPECT_EQ(table().find_regency("KOTA CIREBON"), 3274u);
  EXPECT_EQ(table().find_regency("Cirebon"), 3209u);
  EXPECT_EQ(table().find_regency("Parigi Mautong"), 7208u);
  EXPECT_EQ(table().find_regency("Kota Baru"), 6302u); // the regency of Kotabaru
  EXPECT_EQ(table().find_regency("Kota Adm. Jakarta Timur"), 3175u);
  EXPECT_EQ(table().find_regency("Jakarta Timur"), 3175u);
  EXPECT_EQ(table().find_regency("Antah Berantah"), std::nullopt);
  EXPECT_EQ(table().find_regency(""), std::nullopt);
  EXPECT_EQ(table().find_regency("Kab."), std::nullopt);
}

TEST(RegionTable, EveryPlaceIsFoundByItsOwnName) {
  std::uint32_t ambiguous = 0, districts = 0;
  for (std::uint32_t code = 110000; code < 970000; ++code) {
    const auto name = table().district(code);
    if (!name)
      continue;
    ++districts;
    EXPECT_EQ(table().find_regency(*table().regency(code / 100)), code / 100);
    EXPECT_EQ(table().find_district(*name, code / 100), code) << *name;
    if (districts % 20 != 0) // villages of every twentieth district are plenty
      continue;
    for (std::uint64_t village = code * 10000ull + 1000; village < code * 10000ull + 3100; ++village) {
      const auto official = table().village(village);
      if (!official)
        continue;
      const auto found = table().find_village(*official, code);
      EXPECT_TRUE(!found || found == village) << *official;
      ambiguous += !found;
    }
  }
  EXPECT_EQ(districts, 7277u);
  EXPECT_LE(ambiguous, 38u); // 18 names twice in one district
}

TEST(RegionTable, VillagesAsListsWriteThem) {
  const auto check = [](std::string_view village, std::string_view district, std::string_view regency,
                        std::optional<std::uint64_t> code) {
    EXPECT_EQ(table().find_village(village, district, regency), code) << village << ", " << district << ", " << regency;
  };
  check("BERTA", "SUSUKAN", "BANJARNEGARA", 3304012001);
  check("Ds. Berta", "Kec. Susukan", "Kab. Banjarnegara", 3304012001);
  check("gumelem  wetan", "susukan", "banjarnegara", table().find_village("GUMELEM WETAN", 330401));
  check("GUMELEMWETAN", "SUSUKN", "BANJARNEGRA", table().find_village("GUMELEM WETAN", 330401));
  check("GUMELEM", "SUSUKAN", "BANJARNEGARA", std::nullopt);
  check("BERTA", "BATUR", "BANJARNEGARA", std::nullopt);
  check("", "SUSUKAN", "BANJARNEGARA", std::nullopt);
  check("PEKALANGAN", "PEKALIPAN", "CIREBON", table().find_village("PEKALANGAN", 327404)); // of the city
  ASSERT_TRUE(table().find_village("GUMELEM WETAN", 330401));
  ASSERT_TRUE(table().find_village("PEKALANGAN", 327404));
}

TEST(RegionTable, ThePrefixTellsTwinsApart) {
  EXPECT_EQ(table().find_village("OESAO", 530106), std::nullopt);
  EXPECT_EQ(table().find_village("KEL. OESAO", 530106), 5301061004u);
  EXPECT_EQ(table().find_village("DESA OESAO", 530106), 5301062015u);
}

TEST(RegionTable, NumbersAndDirectionsAreNeverBridged) {
  const RegionTable small("!01P\n@01KABUPATEN R\n#01D\n=2001KUNING II\nKARANGSARI BARAT\nSOKA'AN\nTANJUNG MULIA\n");
  EXPECT_EQ(small.find_village("KUNING 2", 10101), 101012001u);
  EXPECT_EQ(small.find_village("KUNIGN 02", 10101), 101012001u);
  EXPECT_EQ(small.find_village("KUNING I", 10101), std::nullopt);
  EXPECT_EQ(small.find_village("KUNING III", 10101), std::nullopt);
  EXPECT_EQ(small.find_village("KARANG SARI BARU", 10101), std::nullopt);
  EXPECT_EQ(small.find_village("KARANGSRI BARAT", 10101), 101012002u);
  EXPECT_EQ(small.find_village("Sokaan", 10101), 101012003u);
  EXPECT_EQ(small.find_village("TJ. MULYA", 10101), 101012004u);
}

} // namespace
