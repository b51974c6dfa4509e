#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "lists.hpp"

namespace padan::synth::testing {
namespace {

std::uint64_t fingerprint(const std::vector<File>& files) {
  std::uint64_t hash = 1469598103934665603ULL;
  for (const File& file : files)
    for (const unsigned char byte : file.name + file.bytes)
      hash = (hash ^ byte) * 1099511628211ULL;
  return hash;
}

const Regency& medium() {
  static const Regency regency = make_regency(20'000, 1, Errors::Medium);
  return regency;
}

bool has_code(const std::string& damage, const std::string& code) {
  return (";" + damage + ";").find(";" + code + ";") != std::string::npos;
}

double damaged_share(const Regency& regency) {
  double rows = 0;
  double damaged = 0;
  for (const auto& [source, truth] : regency.truth) {
    rows += static_cast<double>(truth.size());
    for (const TruthRow& row : truth)
      damaged += row.damage.empty() ? 0 : 1;
  }
  return damaged / rows;
}

// The same number natively and in WASM. It changes only when the regency is meant to change.
TEST(Synth, SameOptionsGiveTheSameBytesEverywhere) {
  EXPECT_EQ(fingerprint(generate(Options{2'000, 7, Errors::Medium})), 1'251'943'227'974'543'831ULL);
}

TEST(Synth, AnotherSeedGivesOtherPeople) {
  EXPECT_NE(fingerprint(generate(Options{300, 1, Errors::Light})),
            fingerprint(generate(Options{300, 2, Errors::Light})));
}

TEST(Synth, TinyRegenciesHaveEveryFile) {
  for (const std::uint32_t people : {0U, 1U, 2U, 37U}) {
    const Regency regency = make_regency(people, 3, Errors::Heavy);
    EXPECT_EQ(regency.files.size(), layouts().size() + 2);
    EXPECT_EQ(regency.people.size(), people);
  }
}

TEST(Synth, TruthTellsEveryDataRowOnce) {
  for (const Errors errors : {Errors::Light, Errors::Heavy}) {
    const Regency regency = make_regency(6'000, 5, errors);
    for (const auto& [source, layout] : layouts()) {
      const List list = read_list(regency.files.at(source + ".csv"), layout);
      EXPECT_EQ(list.rows.size(), regency.truth.at(source).size()) << source;
      for (const Cells& row : list.rows)
        ASSERT_EQ(row.size(), list.header.size()) << source << " " << row.front();
    }
  }
}

TEST(Synth, RowsAPersonAreAsManyAsInADistrictOffice) {
  std::size_t rows = 0;
  for (const auto& [source, truth] : medium().truth)
    rows += truth.size();
  EXPECT_GT(rows, 20'000U * 20 / 10);
  EXPECT_LT(rows, 20'000U * 25 / 10);
  EXPECT_NEAR(static_cast<double>(medium().truth.at("dukcapil").size()) / 20'000, 0.75, 0.03);
}

TEST(Synth, ErrorsSayHowManyRowsAreDamaged) {
  const double light = damaged_share(make_regency(20'000, 1, Errors::Light));
  EXPECT_GT(light, 0.03);
  EXPECT_LT(light, 0.05);
  EXPECT_GT(damaged_share(medium()), 0.15);
  EXPECT_LT(damaged_share(medium()), 0.20);
  EXPECT_NEAR(damaged_share(make_regency(20'000, 1, Errors::Heavy)), 0.40, 0.03);
}

TEST(Synth, EveryKindOfDamageOccurs) {
  std::set<std::string> codes;
  const Regency heavy = make_regency(20'000, 1, Errors::Heavy);
  for (const auto& [source, truth] : heavy.truth)
    for (const TruthRow& row : truth)
      for (const std::string& code : split(row.damage, ';', false))
        codes.insert(code);
  codes.erase("");
  EXPECT_EQ(codes.size(), 61U);
}

TEST(Synth, NikFollowsTheRule) {
  std::set<std::string> seen;
  int corrected = 0;
  for (const auto& [person, truth] : medium().people) {
    const std::string& nik = truth[0];
    if (nik.empty())
      continue;
    ASSERT_EQ(nik.size(), 16U) << person;
    EXPECT_TRUE(seen.insert(nik).second) << person;
    const std::string regency = nik.substr(2, 2);
    EXPECT_TRUE(regency == "88" || regency == "89") << nik;
    const int day = std::atoi(nik.substr(6, 2).c_str());
    EXPECT_EQ(day > 40, truth[3] == "P") << nik;
    EXPECT_NE(nik.substr(12), "0000");
    char day_text[3] = {static_cast<char>('0' + day % 40 / 10), static_cast<char>('0' + day % 40 % 10), '\0'};
    const std::string birth = truth[2].substr(8, 2) + truth[2].substr(5, 2) + truth[2].substr(2, 2);
    corrected += birth != day_text + nik.substr(8, 4) ? 1 : 0;
  }
  EXPECT_GT(corrected, 0); // a number outlives a corrected birth date
  EXPECT_LT(corrected, static_cast<int>(medium().people.size()) / 200);
}

TEST(Synth, RowsWithoutDamageTellTheTruth) {
  for (const char* source : {"dtks", "dukcapil", "dtsen"}) {
    const Layout& layout = layouts().at(source);
    const List list = read_list(medium().files.at(std::string(source) + ".csv"), layout);
    const std::vector<TruthRow>& truth = medium().truth.at(source);
    int clean = 0;
    for (std::size_t row = 0; row < list.rows.size(); ++row) {
      if (!truth[row].damage.empty())
        continue;
      ++clean;
      const Cells& person = medium().people.at(truth[row].person);
      EXPECT_EQ(list.at(row, layout.nik), person[0]);
      std::string birth = list.at(row, layout.birth);
      if (birth[2] == '-')
        birth = birth.substr(6) + birth.substr(2, 4) + birth.substr(0, 2);
      EXPECT_EQ(birth, person[2]);
      std::string name = list.at(row, layout.name);
      for (char& c : name)
        c = c == '\xB4' ? '\'' : c; // DTSEN's accent
      EXPECT_EQ(name, person[1]);
    }
    EXPECT_GT(clean, 3000) << source;
  }
}

TEST(Synth, DamageIsWhatItSays) {
  const Layout& layout = layouts().at("dtks");
  const List list = read_list(medium().files.at("dtks.csv"), layout);
  const std::vector<TruthRow>& truth = medium().truth.at("dtks");
  int seen = 0;
  for (std::size_t row = 0; row < list.rows.size(); ++row) {
    const auto holds = [&](const char* code, bool so) {
      if (!has_code(truth[row].damage, code))
        return;
      ++seen;
      EXPECT_TRUE(so) << code << " in row " << row + 1;
    };
    const Cells& person = medium().people.at(truth[row].person);
    const std::string nik = list.at(row, layout.nik);
    const std::string name = list.at(row, layout.name);
    holds("nik_excel", nik == person[0].substr(0, 15) + "0" && nik != person[0]);
    holds("nik_apostrophe", nik == "'" + person[0]);
    holds("nik_missing", nik.empty() && !person[0].empty());
    holds("nik_short", nik.size() == 15);
    holds("nik_other_member", nik != person[0] && nik.size() == 16);
    holds("nik_shared", nik != person[0] && nik.size() == 16);
    holds("date_missing", list.at(row, layout.birth).empty());
    holds("name_typo", name != person[1]);
    holds("name_sound", name != person[1]);
  }
  EXPECT_GT(seen, 200);
}

} // namespace
} // namespace padan::synth::testing
