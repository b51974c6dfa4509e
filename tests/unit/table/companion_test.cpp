#include "padan/table/companion.hpp"

#include <gtest/gtest.h>

namespace padan::table {
namespace {

TEST(Companion, EveryRoleAndFactIsAFieldOfItsOwn) {
  for (const Role role : kRoles) {
    for (const FieldKind fact : {FieldKind::Name, FieldKind::Nik, FieldKind::BirthDate, FieldKind::BirthYear}) {
      const std::string text = std::string(to_text(role)) + '_' + to_text(Field{fact, {}});
      const Field field = companion_field(role, fact);
      EXPECT_EQ(to_text(field), text);
      EXPECT_EQ(parse_field(text), field);
      EXPECT_EQ(fact_of(field), fact);
      ASSERT_TRUE(companion_fact(field)) << text;
      EXPECT_EQ(companion_fact(field)->role, role);
    }
  }
}

TEST(Companion, KindsThatWereThereBeforeAreKept) {
  EXPECT_EQ(companion_field(Role::Mother, FieldKind::Name).kind, FieldKind::MotherName);
  EXPECT_EQ(companion_field(Role::Head, FieldKind::Nik).kind, FieldKind::HeadNik);
  EXPECT_EQ(companion_field(Role::Father, FieldKind::Nik).kind, FieldKind::Companion);
}

TEST(Companion, NothingElseIsOne) {
  for (const char* text :
       {"companion", "companion:x", "uncle_nik", "mother", "mother_", "mother_kk", "spousenik", "_nik"}) {
    EXPECT_FALSE(parse_field(text)) << text;
  }
  EXPECT_FALSE(companion_fact(*parse_field("nik")));
  EXPECT_EQ(fact_of(*parse_field("id:p3ke")), FieldKind::Id);
}

} // namespace
} // namespace padan::table
