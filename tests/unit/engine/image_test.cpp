#include "padan/engine/image.hpp"

#include <cstring>

#include "unit/engine/sessions.hpp"

namespace padan::engine {
namespace {

TEST(Image, ScoresAsTheOriginalDoes) {
  Session session;
  test::add_regency(session, 400);
  ASSERT_TRUE(session.start({}));
  test::step_to(session, Stage::Score);
  const Scoring& original = session.scoring();
  const ScoringImage image(original);
  ScoringTaker taker;
  for (std::uint32_t part = 0; part < image.parts(); ++part) {
    EXPECT_FALSE(taker.finish()) << "not all there";
    ASSERT_TRUE(taker.put(image.part(part)));
  }
  const Result<Basis> copy = taker.finish();
  ASSERT_TRUE(copy);
  EXPECT_FALSE(taker.finish()) << "taken already";
  matching::Scorer here(original.corpus, original.model);
  matching::Scorer there(copy->corpus, copy->model);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < original.plan.partitions.size(); ++i) {
    std::vector<matching::ScoredPair> a;
    std::vector<matching::ScoredPair> b;
    const auto candidates = original.plan.candidates(original.plan.partitions[i]);
    const auto sent = read_candidates(write_candidates(candidates), original.corpus.rows());
    ASSERT_TRUE(sent);
    here.score(candidates, a);
    there.score(*sent, b);
    ASSERT_EQ(a.size(), b.size());
    ASSERT_EQ(a.empty() ? 0 : std::memcmp(a.data(), b.data(), a.size() * sizeof a[0]), 0) << "bit by bit";
    kept += a.size();
  }
  EXPECT_GT(kept, 100U);
}

TEST(Image, RefusesBytesCutShortOrForeign) {
  Session session;
  test::add(session, "a.csv", "NIK,Nama\n8801011203700001,SITI AMINAH\n");
  test::add(session, "b.csv", "NIK,Nama\n8801011203700001,SITI AMINAH\n");
  ASSERT_TRUE(session.start({}));
  test::step_to(session, Stage::Score);
  const ScoringImage image(session.scoring());
  for (std::uint32_t cut = 0; cut < image.parts(); ++cut) {
    const std::string part = image.part(cut);
    for (std::size_t size = 0; size < part.size(); size += 1 + size / 50) {
      ScoringTaker taker;
      for (std::uint32_t before = 0; before < cut; ++before) {
        ASSERT_TRUE(taker.put(image.part(before)));
      }
      ASSERT_FALSE(taker.put(std::string_view(part).substr(0, size))) << cut << " at " << size;
      EXPECT_FALSE(taker.finish());
    }
    ScoringTaker taker;
    EXPECT_EQ(taker.put(part), cut == 0) << "out of order";
    EXPECT_FALSE(taker.put(part + "x"));
  }
  ScoringTaker taker;
  EXPECT_FALSE(taker.put(write_scores({})));
}

TEST(Scores, TravelAndAreChecked) {
  const std::vector<matching::ScoredPair> scores{{3, 9, 1.5F, -2.0F}, {0, 1, -7.5F, 0.25F}};
  const auto read = read_scores(write_scores(scores), 10);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 2U);
  EXPECT_EQ(read->front().right, 9U);
  EXPECT_EQ(read->front().family, -2.0F);
  EXPECT_FALSE(read_scores(write_scores(scores), 9)) << "a row that is not there";
  EXPECT_FALSE(read_scores(write_scores(std::vector<matching::ScoredPair>{{4, 4, 0.0F, 0.0F}}), 10))
      << "a row with itself";
  EXPECT_FALSE(read_candidates(write_scores(scores), 10)) << "another kind";
}

} // namespace
} // namespace padan::engine
