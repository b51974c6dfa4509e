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
  const Result<Scoring> copy = read_image(write_image(original));
  ASSERT_TRUE(copy);
  ASSERT_EQ(copy->plan.partitions.size(), original.plan.partitions.size());
  matching::Scorer here(original.corpus, original.model);
  matching::Scorer there(copy->corpus, copy->model);
  std::uint64_t scored = 0;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < original.plan.partitions.size(); ++i) {
    std::vector<matching::ScoredPair> a;
    std::vector<matching::ScoredPair> b;
    scored += here.score(original.plan, original.plan.partitions[i], a);
    there.score(copy->plan, copy->plan.partitions[i], b);
    ASSERT_EQ(a.size(), b.size());
    ASSERT_EQ(a.empty() ? 0 : std::memcmp(a.data(), b.data(), a.size() * sizeof a[0]), 0) << "bit by bit";
    kept += a.size();
  }
  EXPECT_GT(scored, 1000U);
  EXPECT_GT(kept, 100U);
}

TEST(Image, RefusesBytesCutShortOrForeign) {
  Session session;
  test::add(session, "a.csv", "NIK,Nama\n8801011203700001,SITI AMINAH\n");
  test::add(session, "b.csv", "NIK,Nama\n8801011203700001,SITI AMINAH\n");
  ASSERT_TRUE(session.start({}));
  test::step_to(session, Stage::Score);
  const std::string image = write_image(session.scoring());
  ASSERT_TRUE(read_image(image));
  for (std::size_t size = 0; size < image.size(); size += 1 + size / 50) {
    ASSERT_FALSE(read_image(std::string_view(image).substr(0, size))) << size;
  }
  EXPECT_FALSE(read_image(image + "x"));
  EXPECT_FALSE(read_image(write_scores({})));
}

TEST(Scores, TravelAndAreChecked) {
  const Scores scores{{{3, 9, 1.5F, -2.0F}, {0, 1, -7.5F, 0.25F}}, 12};
  const Result<Scores> read = read_scores(write_scores(scores), 10);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->scored, 12U);
  ASSERT_EQ(read->pairs.size(), 2U);
  EXPECT_EQ(read->pairs[0].right, 9U);
  EXPECT_EQ(read->pairs[0].family, -2.0F);
  EXPECT_FALSE(read_scores(write_scores(scores), 9)) << "a row that is not there";
  EXPECT_FALSE(read_scores(write_scores({{{4, 4, 0.0F, 0.0F}}, 1}), 10)) << "a row with itself";
}

} // namespace
} // namespace padan::engine
