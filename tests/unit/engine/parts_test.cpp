// Files of one list: joined when they complete each other, never when they are versions.

#include <gtest/gtest.h>

#include "padan/engine/export.hpp"
#include "padan/engine/results.hpp"
#include "sessions.hpp"

// Regions 99 do not exist: no number here can be anybody's.

namespace padan::engine {
namespace {

using test::add;

constexpr const char* kHead = "NIK,Nama,Tanggal Lahir,JK,Desa,Kecamatan\n";

// Twenty people or so, from a number on.
std::string rows(int from, int count, const std::string& district = "Cibogo") {
  std::string csv = kHead;
  for (int i = from; i < from + count; ++i) {
    const std::string day = std::to_string(10 + i % 18);
    const std::string serial = std::to_string(1001 + i);
    csv += "990101" + day + "0370" + serial + ",ORANG" + std::string(1, static_cast<char>('A' + i % 26)) + " KE" +
           std::to_string(i) + ",1970-03-" + day + ",L,Sukamaju," + district + "\n";
  }
  return csv;
}

std::string list_of(const Session& session, const std::string& name) {
  for (const auto& source : session.sources()) {
    if (source->name == name) {
      return source->list;
    }
  }
  return "?";
}

const Source& source(const Session& session, const std::string& name) {
  for (const auto& each : session.sources()) {
    if (each->name == name) {
      return *each;
    }
  }
  throw std::runtime_error(name);
}

TEST(Parts, NumberedFilesAreOneList) {
  for (const auto& [a, b, list] :
       {std::tuple("dtks_part1.csv", "dtks_part2.csv", "dtks"), std::tuple("DTKS 1.csv", "DTKS 2.csv", "DTKS"),
        std::tuple("pkh bagian I.csv", "pkh bagian II.csv", "pkh")}) {
    Session session;
    add(session, a, rows(0, 30));
    add(session, b, rows(30, 30));
    EXPECT_TRUE(session.join_lists());
    EXPECT_FALSE(session.join_lists()) << "asked again, nothing changes";
    EXPECT_EQ(session.sources()[0]->list, list);
    EXPECT_EQ(session.sources()[1]->list, list);
    EXPECT_EQ(session.sources()[1]->joining, Joining::Joined);
  }
}

TEST(Parts, AFileADistrictIsOneList) {
  Session session;
  add(session, "dtks kec mekarsari.csv", rows(0, 30, "Mekarsari"));
  add(session, "dtks kec cibogo.csv", rows(30, 30, "Cibogo"));
  add(session, "Data DTKS.csv", rows(60, 30, "Pagelaran"));
  session.join_lists();
  EXPECT_EQ(list_of(session, "dtks kec cibogo"), "dtks");
  EXPECT_EQ(list_of(session, "dtks kec mekarsari"), "dtks");
  EXPECT_EQ(list_of(session, "Data DTKS"), "") << "another name";
}

TEST(Parts, VersionsStayTwoListsAndSayWhy) {
  Session session;
  add(session, "dtks 1.csv", rows(0, 40));
  add(session, "dtks 2.csv", rows(4, 40));
  EXPECT_FALSE(session.join_lists());
  EXPECT_EQ(source(session, "dtks 1").joining, Joining::SamePeople);
  EXPECT_EQ(source(session, "dtks 1").like, "dtks 2");
  EXPECT_DOUBLE_EQ(source(session, "dtks 1").in_both, 0.9);

  Session dated;
  add(dated, "dtks 1.csv", rows(0, 30));
  add(dated, "dtks 2.csv", rows(30, 30));
  SourceFacts facts = source(dated, "dtks 1").facts;
  facts.data_date = "2025-01-01";
  ASSERT_TRUE(dated.set_facts(source(dated, "dtks 1").id, facts));
  facts = source(dated, "dtks 2").facts;
  facts.data_date = "2026-01-01";
  ASSERT_TRUE(dated.set_facts(source(dated, "dtks 2").id, facts));
  EXPECT_FALSE(dated.join_lists());
  EXPECT_EQ(source(dated, "dtks 2").joining, Joining::OtherDate);
}

TEST(Parts, WithoutNumbersOfPeopleNothingIsJoined) {
  Session session;
  add(session, "febrl4a.csv", "given_name,surname,soc_sec_id\nmary,jones,1234567\njohn,smith,7654321\n");
  add(session, "febrl4b.csv", "given_name,surname,soc_sec_id\nmary,jnes,1234567\njon,smith,7654321\n");
  add(session, "1.csv", rows(0, 30));
  add(session, "2.csv", rows(30, 30));
  EXPECT_FALSE(session.join_lists()) << "two lists to be matched, and numbers of nobody knows what";
}

TEST(Parts, ListsOfManyRegenciesAreOne) {
  Session session;
  add(session, "kab1/dtks.csv", rows(0, 30));
  add(session, "kab2/dtks.csv", rows(30, 30));
  add(session, "kab1/pkh.csv", rows(0, 20));
  EXPECT_TRUE(session.join_lists());
  EXPECT_EQ(session.sources()[0]->list, "kab/dtks");
  EXPECT_EQ(session.sources()[2]->list, "");
}

TEST(Parts, YearsMonthsAndOtherHeadersAreNoParts) {
  Session session;
  add(session, "dtks 2024.csv", rows(0, 30));
  add(session, "dtks 2025.csv", rows(30, 30));
  add(session, "dtks nov.csv", rows(60, 30));
  add(session, "dtks 1.csv", "NIK,Nama,Alamat\n9901011203700001,BUDI,JL MAWAR\n");
  EXPECT_FALSE(session.join_lists());
  for (const auto& each : session.sources()) {
    EXPECT_EQ(each->joining, Joining::Alone) << each->name;
  }
}

TEST(Parts, AnOfficerPartsAndJoins) {
  Session session;
  add(session, "dtks 1.csv", rows(0, 30));
  add(session, "dtks 2.csv", rows(30, 30));
  add(session, "dtks 3.csv", rows(60, 30));
  session.join_lists();
  SourceFacts facts = source(session, "dtks 2").facts;
  facts.list = "dtks 2";
  ASSERT_TRUE(session.set_facts(source(session, "dtks 2").id, facts));
  EXPECT_TRUE(session.join_lists());
  EXPECT_EQ(list_of(session, "dtks 1"), "dtks");
  EXPECT_EQ(list_of(session, "dtks 2"), "");
  EXPECT_EQ(list_of(session, "dtks 3"), "dtks");

  Session versions;
  add(versions, "dtks 1.csv", rows(0, 40));
  add(versions, "dtks 2.csv", rows(4, 40));
  for (const char* name : {"dtks 1", "dtks 2"}) {
    facts = source(versions, name).facts;
    facts.list = "semua";
    ASSERT_TRUE(versions.set_facts(source(versions, name).id, facts));
  }
  EXPECT_TRUE(versions.join_lists());
  EXPECT_EQ(list_of(versions, "dtks 1"), "semua");
}

struct Matched {
  explicit Matched(Session& session) {
    session.join_lists();
    EXPECT_TRUE(session.start({}));
    while (!session.step(1'000'000).finished) {
    }
    results.emplace(session, ResultOptions{"2026-11-22", {}});
  }
  std::optional<Results> results;
};

TEST(Parts, OneListInTheResultButRowsOfTheirFiles) {
  Session session;
  add(session, "dtks 1.csv", rows(0, 30));
  add(session, "dtks 2.csv", rows(28, 30)); // two people stand in both
  add(session, "pkh.csv", "NIK,Nama,Nama Ibu\n9901011303701004,ORANGD KE3,X\n");
  Matched run(session);
  const Results& results = *run.results;
  ASSERT_EQ(results.scoring().corpus.sources.size(), 2u);
  ASSERT_EQ(results.scoring().corpus.files.size(), 3u);
  EXPECT_EQ(results.scoring().corpus.sources[0].name, "dtks");
  EXPECT_EQ(results.source_count(0).rows, 60u);
  EXPECT_EQ(results.source_count(0).persons, 58u);
  EXPECT_EQ(results.source_count(0).duplicates, 2u);
  EXPECT_EQ(results.findings().count(analyse::Code::DuplicateInSource), 2u);
  const resolve::RowCells& cells = results.master().cells();
  EXPECT_EQ(cells.source_of(30).name, "dtks 2");
  EXPECT_EQ(cells.number(30), 1u);
  EXPECT_EQ(cells.text(30, table::FieldKind::Name), "ORANGC KE28");
  EXPECT_EQ(results.status(30), RowStatus::Duplicate);

  const ExportTable table(results, TableKind::Rows, false);
  Cells line;
  table.read(30, line);
  EXPECT_EQ(line.views()[0], "dtks 2");
  EXPECT_EQ(line.views()[1], "1");
  const ExportTable persons(results, TableKind::Persons, false);
  const auto& header = persons.header();
  const auto sources = static_cast<std::size_t>(std::find(header.begin(), header.end(), "sources") - header.begin());
  persons.read(results.master().persons().of_row[28], line);
  EXPECT_EQ(line.views()[sources], "dtks");
}

TEST(Parts, TheOrderOfFilesIsNoMatter) {
  Session forth;
  add(forth, "dtks 1.csv", rows(0, 30));
  add(forth, "dtks 2.csv", rows(28, 30));
  Session back;
  add(back, "dtks 2.csv", rows(28, 30));
  add(back, "dtks 1.csv", rows(0, 30));
  Matched one(forth);
  Matched other(back);
  EXPECT_EQ(forth.sources()[0]->list, back.sources()[0]->list);
  EXPECT_EQ(one.results->outcome().persons.of_row, other.results->outcome().persons.of_row);
}

TEST(Parts, DecisionsNameRowsByTheirFiles) {
  Session session;
  add(session, "dtks 1.csv", rows(0, 30));
  add(session, "dtks 2.csv", rows(30, 30));
  session.join_lists();
  RunOptions options;
  options.decisions.exclusions.push_back({{"dtks 2", 1, ""}, false});
  ASSERT_TRUE(session.start(options));
  while (!session.step(1'000'000).finished) {
  }
  ASSERT_EQ(session.outcome()->decisions.rows_out.size(), 1u);
  EXPECT_EQ(session.outcome()->decisions.rows_out[0], 30u);
}

} // namespace
} // namespace padan::engine
