#include "padan/resolve/authority.hpp"

#include <gtest/gtest.h>

#include "support/lists.hpp"

namespace padan::resolve {
namespace {

using support::CsvList;
using support::Lists;

Value value_by(const AuthorityMatrix& matrix, const std::vector<CsvList>& lists, FieldKind field) {
  Lists made(lists);
  std::vector<std::uint32_t> all(made.corpus.rows());
  std::iota(all.begin(), all.end(), 0U);
  return made.master({all}, {}, "2026-11-22", matrix).resolve(0, field);
}

TEST(Authority, TheDefaultsNameTheRegistryForIdentityAndDtsenForTheDecile) {
  const Day day = parse_day("2026-11-22");
  for (const char* topic : {"nik", "kk", "name", "birth_date", "sex", "vital_status"}) {
    const AuthorityRule* rule = default_authority().in_force(topic, day);
    ASSERT_NE(rule, nullptr) << topic;
    EXPECT_EQ(rank(*rule, {"Disdukcapil", "civil_registry", "dukcapil"}), 1U) << topic;
    EXPECT_EQ(rank(*rule, {"Kemensos", "register", "dtks"}), 0U) << topic;
  }
  EXPECT_EQ(rank(*default_authority().in_force("decile", day), {"BPS", "register", "dtsen"}), 1U);
  EXPECT_EQ(default_authority().in_force("village", day), nullptr);
}

TEST(Authority, TheRuleThatCameIntoForceLastHoldsWithinItsSpan) {
  const AuthorityMatrix matrix{{{"decile", {{"", "", "p3ke"}}, "lama", "2022-06-01", "2025-02-04"},
                                {"decile", {{"", "", "dtsen"}}, "baru", "2025-02-05", ""},
                                {"decile", {{"", "", "dtks"}}, "dulu", "", ""}}};
  EXPECT_EQ(matrix.in_force("decile", parse_day("2021-01-01"))->basis, "dulu");
  EXPECT_EQ(matrix.in_force("decile", parse_day("2025-02-04"))->basis, "lama");
  EXPECT_EQ(matrix.in_force("decile", parse_day("2025-02-05"))->basis, "baru");
  EXPECT_EQ(matrix.in_force("nik", parse_day("2025-02-05")), nullptr);
}

TEST(Authority, AnOwnerIsMeantByPartOfItsNameAndAnEmptyEntryByNobody) {
  const AuthorityRule rule{"chronic_illness", {{}, {"dinas kesehatan", "", ""}}, {}, {}, {}};
  EXPECT_EQ(rank(rule, {"Dinas Kesehatan Kab. Cimandala", "need", "stunting"}), 2U);
  EXPECT_EQ(rank(rule, {"Dinsos", "need", "stunting"}), 0U);
}

TEST(Authority, AnotherMatrixGivesAnotherValue) {
  const std::vector<CsvList> lists{{"a", "name,address\nSITI AMINAH,Jl Melati\n", "register", "dtks", "Dinsos"},
                                   {"b", "name,address\nSITI AMINAH,Jl Mawar\n", "register", "p3ke", "Kemenko PMK"},
                                   {"c", "name,address\nSITI AMINAH,Jl Mawar\n", "civil_registry"}};
  EXPECT_EQ(value_by(default_authority(), lists, FieldKind::Address).text, "Jl Mawar");
  const AuthorityMatrix matrix{{{"address", {{"Dinsos", "", ""}}, "SK Bupati", {}, {}}}};
  const Value address = value_by(matrix, lists, FieldKind::Address);
  EXPECT_EQ(address.text, "Jl Melati");
  EXPECT_EQ(address.rule, Rule::Authority);
}

TEST(Authority, WhoComesFirstDecidesAndOfSeveralTheNewest) {
  const std::vector<CsvList> lists{
      {"a", "name,sex\nSITI,L\n", "civil_registry", "dukcapil", "Disdukcapil", "2024-01-01"},
      {"b", "name,sex\nSITI,P\n", "civil_registry", "dukcapil", "Disdukcapil", "2026-01-01"},
      {"c", "name,sex\nSITI,L\n", "field_result", "general", "Desa", "2026-06-01"}};
  EXPECT_EQ(value_by(default_authority(), lists, FieldKind::Sex).row, 1U);
  const AuthorityMatrix matrix{{{"sex", {{"", "field_result", ""}, {"", "civil_registry", ""}}, {}, {}, {}}}};
  EXPECT_EQ(value_by(matrix, lists, FieldKind::Sex).row, 2U);
}

} // namespace
} // namespace padan::resolve
