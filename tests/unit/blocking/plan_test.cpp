// What each blocking rule is there for: two rows of one person, damaged in one way, meet.

#include <gtest/gtest.h>

#include "padan/blocking/plan.hpp"
#include "support/corpora.hpp"

namespace {

using namespace padan;
using support::corpus_of;

// The first rule that brings the two rows together; "" when none does.
std::string rule_for(const std::string& fields, const std::string& left, const std::string& right,
                     bool duplicates_allowed = true) {
  const std::vector<std::string> crowd(9, "SITI"); // makes the name common; nothing else is known of them
  const prepare::Corpus corpus = corpus_of({{"a", fields, {left, right}, duplicates_allowed}, {"b", "name", crowd}});
  blocking::PlanBuilder builder(corpus);
  while (!builder.step()) {
  }
  const blocking::Plan plan = builder.finish();
  std::string found;
  for (const blocking::Rule& rule : plan.rules) {
    for (std::size_t i = 0; i < rule.pairs.size(); ++i) {
      EXPECT_EQ(found, "") << "planned twice";
      found = rule.name;
    }
  }
  return found;
}

void check(const std::string& fields, const std::string& left, const std::string& right, const std::string& rule) {
  EXPECT_EQ(rule_for(fields, left, right), rule) << left << " / " << right;
  EXPECT_EQ(rule_for(fields, left, right, false), "") << "a list without duplicates";
}

TEST(Rules, ByNumber) {
  check("nik|name", "3304010105800017|SITI", "3304010105800017|BUDI", "nik");
  check("nik|name", "3304010105800017|SITI", "3304010105800000|BUDI", "");
  check("nik|name", "3304010105800010|SITI", "3304010105800017|SARI", "nik-15");
  check("nik|name", "3304010105800017|SITI", "330401010580001|SARI", "nik-15");
  check("nik|name", "3304010105800010|SITI", "3304010105800017|BUDI", "");
  check("nik|name", "3304010105800017|SITI", "3209150105800017|SITTI M", "nik-person"); // registered elsewhere
  check("nik|name", "3304010105800017|SITI", "3304010105800942|SITTI M", "nik-region-date");
  check("nik|name", "9999999999999999|SITI", "9999999999999999|BUDI", "");
}

TEST(Rules, ByBirth) {
  check("name|birth_date", "SITI AMINAH|12-05-1970", "SUKINAH|12-05-1970", "birth-first");
  check("name|birth_date", "SITI WARSINIH|12-05-1970", "WARSINIH|12-05-1970", "birth-rarest");
  check("name|birth_date|village", "SITI|12-05-1970|SUKAMAJU", "AMINAH|12-05-1970|SUKAMAJU", "birth-village");
}

TEST(Rules, ByFamily) {
  check("name|kk", "SITI|3304010101130001", "SUTI|3304010101130001", "kk-first");
  check("name|kk|birth_date", "SITI|3304010101130001|1970", "AMINAH|3304010101130002|12-05-1970",
        "kk-year"); // the last digit may be lost
  check("name|mother_name|birth_date", "UJANG|WARSINIH|1970", "ASEP|WARSINIH|12-05-1970", "mother-year");
  check("name|mother_name", "UJANG|WARSINIH", "UJANG ASEP|WARSINI", "mother-first");
  check("name|mother_name", "UJANG|WARSINIH", "ASEP|WARSINIH", "");
}

TEST(Rules, ByNameAndPlace) {
  check("name|village", "SITI AMINAH|SUKAMAJU", "AMINAH SITTI|SUKAMAJU", "name-village");
  check("name|birth_date", "SITI AMINAH|1970", "AMINAH SITI|12-05-1970", "name-year");
  check("name|village|birth_date", "SITI|SUKAMAJU|1970", "SUKINAH|SUKAMAJU|12-05-1970", "village-year");
  check("name|address", "SITI|KRAJAN 7", "SITI AMINAH|DSN KRAJAN NO 7", "address-first");
  check("name|village", "SITI|SUKAMAJU", "SUKINAH|SUKAMAJU", "");
}

TEST(Rules, OtherIdentifiers) {
  check("name|phone", "SITI|0812345678", "BUDI|62812345678", "phone");
  check("name|id:dtks", "SITI|D1001", "SUKINAH|D1001", "id:dtks");
}

} // namespace
