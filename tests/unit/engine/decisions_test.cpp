#include "padan/resolve/identity.hpp"
#include "unit/engine/sessions.hpp"

namespace padan::engine {
namespace {

constexpr const char* kHeader = "NIK,Nama,Tanggal Lahir\n";
constexpr const char* kSiti = "8801011203700001,SITI AMINAH,12-03-1970\n";
constexpr const char* kBudi = "8801010506800002,BUDI SANTOSO,05-06-1980\n";
constexpr const char* kRina = "8801011707900003,RINA WATI,17-07-1990\n";

using Lists = std::vector<std::pair<std::string, std::string>>;

// Runs and leaves the session finished.
void run(Session& session, const Lists& lists, std::vector<RowVerdict> verdicts) {
  for (const auto& [name, rows] : lists) {
    test::add(session, name, kHeader + rows);
  }
  RunOptions options;
  options.decisions.verdicts = std::move(verdicts);
  ASSERT_TRUE(session.start(options));
  test::step_to(session, Stage::Finished);
}

std::uint32_t person(const Session& session, std::uint32_t source, std::uint32_t row) {
  return session.outcome()->persons.of_row[session.scoring().corpus.sources[source].begin + row - 1];
}

std::string key(const Session& session, std::uint32_t source, std::uint32_t row) {
  const prepare::Corpus& corpus = session.scoring().corpus;
  return resolve::key_text(resolve::row_key(corpus, corpus.sources[source].begin + row - 1));
}

const Lists kLists = {{"a.csv", std::string(kSiti) + kBudi}, {"b.csv", std::string(kSiti) + kRina}};

TEST(Verdicts, OutweighTheEvidence) {
  Session apart;
  run(apart, kLists, {{{"a", 1, ""}, {"b", 1, ""}, false}});
  EXPECT_NE(person(apart, 0, 1), person(apart, 1, 1));
  EXPECT_EQ(apart.outcome()->decisions.verdicts.size(), 1U);
  Session joined;
  run(joined, kLists, {{{"a", 2, ""}, {"b", 2, ""}, true}});
  EXPECT_EQ(person(joined, 0, 2), person(joined, 1, 2));
}

TEST(Verdicts, FollowTheirRowsIntoANewVersion) {
  Session before;
  run(before, kLists, {});
  const RowVerdict verdict{{"a", 2, key(before, 0, 2)}, {"b", 2, key(before, 1, 2)}, true};
  Session after; // Budi has moved down, Rina up
  run(after, {{"a.csv", std::string(kSiti) + kRina + kBudi}, {"b.csv", std::string(kRina) + kSiti}}, {verdict});
  EXPECT_EQ(after.outcome()->decisions.verdicts.size(), 1U);
  EXPECT_EQ(person(after, 0, 3), person(after, 1, 1));
}

TEST(Verdicts, WhoseRowsAreGoneAreLeftOut) {
  Session session;
  run(session, kLists,
      {{{"a", 9, ""}, {"b", 1, ""}, true},
       {{"gone", 1, ""}, {"b", 1, ""}, true},
       {{"a", 1, ""}, {"a", 1, ""}, true},
       {{"a", 2, "0000000000000000"}, {"b", 2, ""}, true}});
  EXPECT_EQ(session.outcome()->decisions.verdicts.size(), 0U);
  EXPECT_NE(person(session, 0, 2), person(session, 1, 2));
}

} // namespace
} // namespace padan::engine
