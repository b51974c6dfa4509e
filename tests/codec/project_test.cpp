#include "padan/codec/project.hpp"

#include <gtest/gtest.h>

#include "codec/lists.hpp"
#include "padan/codec/file_reader.hpp"

namespace padan::codec {
namespace {

void add(engine::Session& session, const std::string& name, std::string_view bytes) {
  FileReader reader(name);
  reader.feed(bytes);
  Result<ReadFile> file = reader.finish();
  ASSERT_TRUE(file);
  ASSERT_TRUE(session.add_file(name, std::move(file->grids), file->sha256));
}

const engine::Source& only(const engine::Session& session) { return *session.sources().front(); }

std::string field_of(const engine::Source& source, const std::string& header) {
  for (const ingest::Column& column : source.recognition.columns) {
    if (column.header == header) {
      return table::to_text(column.field);
    }
  }
  return "?";
}

constexpr const char* kWestern = "given_name,surname,address_2,address_1,soc_sec_id,remark\n"
                                 "mary,jones,hill,12 road,1234567,x\n"
                                 "john,smith,town,3 lane,7654321,y\n";

TEST(Project, MayBeAsShortAsAHandWritesIt) {
  engine::Session session;
  add(session, "febrl4a.csv", kWestern);
  RunSettings settings;
  const auto report = apply_project(
      R"({"version": 1, "sources": [{"name": "A", "file": "somewhere/febrl4a.csv", "mapping":
         {"given_name": "given_name", "surname": "family_name", "soc_sec_id": "id:ssn", "address_1": "address", "address_2": "address"}}]})",
      session, settings);
  ASSERT_TRUE(report);
  const engine::Source& source = only(session);
  EXPECT_EQ(source.name, "A");
  EXPECT_EQ(field_of(source, "surname"), "family_name");
  EXPECT_EQ(field_of(source, "soc_sec_id"), "id:ssn");
  EXPECT_EQ(field_of(source, "remark"), "text");
  std::vector<std::string> addresses;
  for (const ingest::Column& column : source.recognition.columns) {
    if (column.field.kind == table::FieldKind::Address) {
      addresses.push_back(column.header);
    }
  }
  EXPECT_EQ(addresses, (std::vector<std::string>{"address_1", "address_2"})) << "in the order of the mapping";
}

TEST(Project, WrittenAndAppliedGivesTheSame) {
  engine::Session session;
  add(session, "dtks.csv", test::kDtks);
  RunSettings settings{{1.5, -2.25}, "2026-11-22"};
  settings.sections.rules.pbi_ceiling = 4;
  engine::SourceFacts facts = only(session).facts;
  facts.owner = "Dinsos";
  facts.data_date = "2026-01-31";
  facts.duplicates_allowed = false;
  ASSERT_TRUE(session.set_facts(only(session).id, facts));
  const std::string written = write_project(session, settings);

  engine::Session again;
  add(again, "dtks.csv", test::kDtks);
  RunSettings read;
  ASSERT_TRUE(apply_project(written, again, read));
  EXPECT_EQ(read.as_of, "2026-11-22");
  EXPECT_EQ(read.thresholds.accept, 1.5);
  EXPECT_EQ(read.thresholds.review, -2.25);
  EXPECT_EQ(read.sections.rules.pbi_ceiling, 4);
  EXPECT_EQ(only(again).facts.owner, "Dinsos");
  EXPECT_EQ(only(again).facts.data_date, "2026-01-31");
  EXPECT_FALSE(only(again).facts.duplicates_allowed);
  EXPECT_EQ(write_project(again, read), written);
}

TEST(Project, KeepsWhatItDoesNotKnow) {
  engine::Session session;
  add(session, "dtks.csv", test::kDtks);
  RunSettings settings;
  const std::string base =
      R"({"version":1,"minutes":{"sealed":true},"sources":[{"file":"dtks.csv","colour":"red"},{"file":"later.csv"}]})";
  const auto report = apply_project(base, session, settings);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->absent_files, std::vector<std::string>{"later.csv"});
  const std::string written = write_project(session, settings, base);
  for (const char* kept : {"\"minutes\"", "\"sealed\"", "\"colour\"", "\"later.csv\""}) {
    EXPECT_NE(written.find(kept), std::string::npos) << kept;
  }
}

TEST(Project, SaysWhichPartIsWrong) {
  const std::pair<const char*, const char*> kCases[] = {
      {"nonsense", "{}"},
      {R"({"sources":5})", "sources"},
      {R"({"sources":[7]})", "sources[0]"},
      {R"({"sources":[{"name":"x"}]})", "sources[0].file"},
      {R"({"sources":[{"file":"a.csv","mapping":{"NIK":"nikk"}}]})", "sources[0].mapping.NIK"},
      {R"({"sources":[{"file":"a.csv","data_date":"31-01-2026"}]})", "sources[0].data_date"},
      {R"({"matching":{"accept":"high"}})", "matching.accept"},
      {R"({"matching":{"accept":-5,"review":3}})", "matching.review"},
      {R"({"as_of":"2026-02-30"})", "as_of"},
  };
  for (const auto& [text, where] : kCases) {
    engine::Session session;
    add(session, "a.csv", test::kDtks);
    RunSettings settings;
    const auto report = apply_project(text, session, settings);
    ASSERT_FALSE(report) << text;
    EXPECT_EQ(report.error().code, ErrorCode::ConfigInvalid);
    EXPECT_EQ(report.error().params[0].second, where);
  }
}

TEST(Project, RefusesOneNameForTwoLists) {
  engine::Session session;
  add(session, "a.csv", test::kDtks);
  add(session, "b.csv", test::kPbi);
  RunSettings settings;
  const auto report =
      apply_project(R"({"sources":[{"file":"a.csv","name":"x"},{"file":"b.csv","name":"x"}]})", session, settings);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().params[0].second, "name x");
}

TEST(Project, RefusesANewerVersion) {
  engine::Session session;
  RunSettings settings;
  EXPECT_EQ(apply_project(R"({"version":2})", session, settings).error().code, ErrorCode::ConfigVersion);
}

std::string for_shape(const std::string& shape) {
  return R"({"sources":[{"file":"a.csv","mapping":{"NIK":"nik","Nama":"alias"}},{"shape":")" + shape +
         R"(","layout":"pbi","mapping":{"NIK":"nik","Nama":"name","Tanggal Lahir":"text","Desa":"hamlet"}}]})";
}

TEST(Project, SpeaksOfListsByTheirShapeUnlessItNamesTheirFile) {
  engine::Session session;
  add(session, "a.csv", test::kDtks);
  add(session, "b.csv", test::kDtks);
  add(session, "c.csv", test::kPbi);
  const std::string project = for_shape(only(session).shape);
  RunSettings settings;
  const auto report = apply_project(project, session, settings);
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->absent_files.empty());
  const engine::Source& by_shape = *session.sources()[1];
  EXPECT_EQ(field_of(only(session), "Nama"), "alias");
  EXPECT_EQ(field_of(by_shape, "Desa"), "hamlet");
  EXPECT_EQ(by_shape.recognition.layout, "pbi");
  EXPECT_EQ(by_shape.read_by, engine::ReadBy::Memory);
  EXPECT_EQ(session.sources()[2]->read_by, engine::ReadBy::Recognition);
  const std::string written = write_project(session, settings, project);
  EXPECT_NE(written.find("{\n      \"shape\""), std::string::npos) << "the entry for the shape lives on";
}

TEST(Project, HintsOfShapesServeFilesThatAreStillToBeRead) {
  engine::Session known;
  add(known, "a.csv", test::kDtks);
  const auto hints = ProjectHints::read(for_shape(only(known).shape));
  ASSERT_TRUE(hints);
  FileReader reader("b.csv");
  reader.feed(test::kDtks);
  Result<ReadFile> file = reader.finish();
  ASSERT_TRUE(file);
  const auto sources =
      engine::Session::understand("b.csv", std::move(file->grids), "", hints->of_file("b.csv"), hints->readings());
  ASSERT_TRUE(sources);
  EXPECT_EQ(field_of(*sources->front(), "Desa"), "hamlet");
}

TEST(Project, TellsOfColumnsThatAreNotThere) {
  engine::Session session;
  add(session, "dtks.csv", test::kDtks);
  RunSettings settings;
  const auto report =
      apply_project(R"({"sources":[{"file":"dtks.csv","mapping":{"NIK":"nik","Nama":"name","Ibu":"mother_name"}}]})",
                    session, settings);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->absent_columns, std::vector<std::string>{"dtks.csv: Ibu"});
}

} // namespace
} // namespace padan::codec
