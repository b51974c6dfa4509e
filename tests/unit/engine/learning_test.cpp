// What decisions and a saved model do to the model of a run.

#include <algorithm>

#include "unit/engine/sessions.hpp"

namespace padan::engine {
namespace {

Session regency() {
  Session session;
  test::add_regency(session, 500);
  return session;
}

void run(Session& session, std::vector<RowVerdict> verdicts = {}, std::vector<model::Comparison> saved = {}) {
  RunOptions options;
  options.learn_from_decisions = true;
  options.decisions.verdicts = std::move(verdicts);
  options.saved_model = std::move(saved);
  ASSERT_TRUE(session.start(options));
  test::step_to(session, Stage::Finished);
}

RowName name_of(const Session& session, RowId row) {
  for (const prepare::SourceRows& source : session.scoring().corpus.sources) {
    if (row >= source.begin && row < source.end) {
      return {source.name, row - source.begin + 1, ""};
    }
  }
  return {};
}

// The pairs nearest to even odds.
std::vector<matching::ScoredPair> doubtful(const Session& session, std::size_t count) {
  std::vector<matching::ScoredPair> pairs = session.outcome()->pairs;
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.weight) < std::abs(b.weight); });
  pairs.resize(std::min(count, pairs.size()));
  return pairs;
}

std::vector<RowVerdict> verdicts_on(const Session& session, std::size_t count, bool same) {
  std::vector<RowVerdict> verdicts;
  for (const matching::ScoredPair& pair : doubtful(session, count)) {
    verdicts.push_back({name_of(session, pair.left), name_of(session, pair.right), same});
  }
  return verdicts;
}

bool equal(const model::Model& a, const model::Model& b) {
  return std::equal(a.comparisons.begin(), a.comparisons.end(), b.comparisons.begin(), b.comparisons.end(),
                    [](const model::Comparison& x, const model::Comparison& y) {
                      return x.m == y.m && x.h == y.h && x.h_twins == y.h_twins && x.u == y.u;
                    });
}

// How often pairs reach each level of a comparison, among those that have it.
std::vector<double> levels_of(const Session& session, const std::vector<matching::ScoredPair>& pairs, std::uint32_t c) {
  const matching::Comparer comparer(session.scoring().corpus);
  std::vector<double> seen(session.scoring().model.comparisons[c].levels, 0.0);
  double known = 0.0;
  for (const matching::ScoredPair& pair : pairs) {
    matching::Evidence evidence;
    comparer.compare(pair.left, pair.right, evidence);
    seen[evidence.levels[c]] += 1.0;
    known += evidence.levels[c] == 0 ? 0.0 : 1.0;
  }
  std::for_each(seen.begin(), seen.end(), [known](double& share) { share /= std::max(known, 1.0); });
  return seen;
}

TEST(Decisions, MoveTheModelToWhatTheySay) {
  constexpr std::size_t kDecisions = 20;
  Session session = regency();
  run(session);
  const std::vector<model::Comparison> before = session.scoring().model.comparisons;
  const std::vector<matching::ScoredPair> pairs = doubtful(session, kDecisions);
  const std::vector<RowVerdict> same = verdicts_on(session, kDecisions, true);
  const std::vector<RowVerdict> apart = verdicts_on(session, kDecisions, false);
  run(session, same);
  ASSERT_EQ(session.outcome()->decisions.verdicts.size(), kDecisions);
  const std::vector<model::Comparison> one = session.scoring().model.comparisons;
  run(session, apart);
  const std::vector<model::Comparison> two = session.scoring().model.comparisons;
  std::size_t judged = 0;
  for (const std::uint32_t c : {matching::kName, matching::kSex, matching::kRelation, matching::kMother}) {
    const std::vector<double> seen = levels_of(session, pairs, c);
    for (std::uint32_t level = 1; level < before[c].levels; ++level) {
      if (seen[level] > 0.1 && seen[level] > 2.0 * before[c].m[level]) { // far more frequent than among matches
        EXPECT_GT(one[c].m[level], before[c].m[level]) << before[c].name << ' ' << level;
        EXPECT_LT(two[c].m[level], before[c].m[level]) << before[c].name << ' ' << level;
        ++judged;
      }
    }
    EXPECT_NEAR(one[c].m[1], before[c].m[1], 0.05) << "doubtful pairs do not say what matches are like";
  }
  EXPECT_GT(judged, 1U);
}

TEST(Decisions, InAnyOrderTeachTheSame) {
  Session session = regency();
  run(session);
  std::vector<RowVerdict> verdicts = verdicts_on(session, 30, true);
  for (std::size_t i = 0; i < verdicts.size(); i += 3) {
    verdicts[i].same = false;
  }
  run(session, verdicts);
  const model::Model model = session.scoring().model;
  std::reverse(verdicts.begin(), verdicts.end());
  for (RowVerdict& verdict : verdicts) {
    std::swap(verdict.left, verdict.right);
  }
  run(session, verdicts);
  EXPECT_TRUE(equal(session.scoring().model, model));
}

TEST(Decisions, OfOtherListsLeaveTheModelAsItWas) {
  Session session = regency();
  run(session);
  const model::Model model = session.scoring().model;
  run(session, {{{"gone", 1, ""}, {"gone", 2, ""}, true}});
  EXPECT_TRUE(equal(session.scoring().model, model));
}

TEST(Decisions, MayContradictEachOther) {
  Session session = regency();
  run(session);
  std::vector<RowVerdict> verdicts = verdicts_on(session, 10, true);
  for (const RowVerdict& verdict : verdicts_on(session, 10, false)) {
    verdicts.push_back(verdict);
  }
  run(session, verdicts);
  for (const model::Comparison& comparison : session.scoring().model.comparisons) {
    for (std::uint32_t level = 0; level < comparison.levels; ++level) {
      EXPECT_TRUE(comparison.m[level] >= 0.0 && comparison.m[level] <= 1.0) << comparison.name;
    }
  }
}

TEST(SavedModel, OnTheListsItWasLearnedFromGivesTheSamePersons) {
  Session session = regency();
  run(session);
  const model::Model model = session.scoring().model;
  const std::vector<std::uint32_t> persons = session.outcome()->persons.of_row;
  run(session, {}, model.comparisons);
  EXPECT_EQ(session.outcome()->persons.of_row, persons);
  EXPECT_TRUE(equal(session.scoring().model, model));
  EXPECT_TRUE(session.scoring().model.comparisons.front().given);
}

TEST(SavedModel, ServesTheComparisonsItHas) {
  Session session = regency();
  run(session);
  std::vector<model::Comparison> saved = session.scoring().model.comparisons;
  ASSERT_GT(saved.size(), std::size_t{matching::kExtra});
  const std::string lacking = saved.back().name;
  const std::vector<double> learned = saved.back().m;
  saved.back().name = "id:elsewhere"; // these lists have no such number
  saved[matching::kSex].m = {1.0, 0.75, 0.25};
  run(session, {}, saved);
  const std::vector<model::Comparison>& used = session.scoring().model.comparisons;
  EXPECT_EQ(used.size(), saved.size());
  EXPECT_EQ(used[matching::kSex].m, saved[matching::kSex].m);
  EXPECT_TRUE(used[matching::kSex].given);
  EXPECT_EQ(used.back().name, lacking);
  EXPECT_FALSE(used.back().given);
  EXPECT_NEAR(used.back().m[1], learned[1], 0.01);
}

} // namespace
} // namespace padan::engine
