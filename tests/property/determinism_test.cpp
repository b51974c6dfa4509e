// One regency, run in many ways: the result is the same to the last byte.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <numeric>
#include <thread>

#include "padan/base/rng.hpp"
#include "padan/engine/session.hpp"
#include "padan/ingest/csv_reader.hpp"
#include "padan/synth/synth.hpp"

namespace {

using namespace padan;

const std::vector<synth::File>& files() {
  static const std::vector<synth::File> made = [] {
    std::vector<synth::File> all = synth::generate({.people = 1'500, .seed = 7, .errors = synth::Errors::Medium});
    std::erase_if(all, [](const synth::File& file) { return file.name.find('/') != std::string::npos; });
    return all;
  }();
  return made;
}

engine::Session session_of(std::uint64_t order) {
  std::vector<std::size_t> at(files().size());
  std::iota(at.begin(), at.end(), std::size_t{0});
  base::Rng rng(order);
  for (std::size_t i = at.size(); order != 0 && i > 1; --i) {
    std::swap(at[i - 1], at[rng.below(static_cast<std::uint32_t>(i))]);
  }
  engine::Session session;
  for (const std::size_t i : at) {
    ingest::CsvReader reader;
    reader.feed(files()[i].bytes);
    std::vector<table::Grid> grids;
    grids.push_back(reader.finish().value());
    EXPECT_TRUE(session.add_file(files()[i].name, std::move(grids), "sha"));
  }
  EXPECT_TRUE(session.start({}));
  return session;
}

void finish(engine::Session& session, std::uint64_t units) {
  while (!session.step(units).finished) {
  }
}

// Scores partitions first, first + 3, ... with caches of its own, as a thread or another worker would.
template <class Take> void score_third(const engine::Scoring& scoring, std::uint32_t first, Take take) {
  matching::Scorer scorer(scoring.corpus, scoring.model);
  for (std::uint32_t p = first; p < scoring.plan.partitions.size(); p += 3) {
    std::vector<matching::ScoredPair> pairs;
    scorer.score(scoring.plan.candidates(scoring.plan.partitions[p]), pairs);
    take(p, std::move(pairs));
  }
}

// Partitions scored by three hands (threads where there are any), handed back in random order.
void finish_with_many_hands(engine::Session& session) {
  while (session.progress().stage != engine::Stage::Score) {
    session.step(100'000);
  }
  struct Answer {
    std::uint32_t partition;
    std::vector<matching::ScoredPair> pairs;
  };
  std::vector<Answer> answers;
  const engine::Scoring& scoring = session.scoring();
#ifdef __EMSCRIPTEN__
  for (std::uint32_t hand = 0; hand < 3; ++hand) {
    score_third(scoring, hand, [&](std::uint32_t p, std::vector<matching::ScoredPair> pairs) {
      answers.push_back({p, std::move(pairs)});
    });
  }
#else
  std::mutex mutex;
  std::vector<std::thread> threads;
  for (std::uint32_t hand = 0; hand < 3; ++hand) {
    threads.emplace_back([&, hand] {
      score_third(scoring, hand, [&](std::uint32_t p, std::vector<matching::ScoredPair> pairs) {
        const std::lock_guard<std::mutex> lock(mutex);
        answers.push_back({p, std::move(pairs)});
      });
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
#endif
  base::Rng rng(3);
  for (std::size_t i = answers.size(); i > 1; --i) {
    std::swap(answers[i - 1], answers[rng.below(static_cast<std::uint32_t>(i))]);
  }
  for (Answer& answer : answers) {
    session.put_scores(answer.partition, std::move(answer.pairs));
  }
  finish(session, 1000);
}

void expect_equal(const engine::Session& a, const engine::Session& b) {
  const engine::Outcome& x = *a.outcome();
  const engine::Outcome& y = *b.outcome();
  ASSERT_EQ(a.run_sources().size(), b.run_sources().size());
  for (std::size_t i = 0; i < a.run_sources().size(); ++i) {
    EXPECT_EQ(a.run_sources()[i]->name, b.run_sources()[i]->name); // so rows mean the same
  }
  EXPECT_EQ(x.persons.of_row, y.persons.of_row);
  EXPECT_EQ(x.families.of_person, y.families.of_person);
  EXPECT_EQ(x.families.kk, y.families.kk);
  EXPECT_EQ(x.pairs_scored, y.pairs_scored);
  ASSERT_EQ(x.pairs.size(), y.pairs.size());
  EXPECT_EQ(std::memcmp(x.pairs.data(), y.pairs.data(), x.pairs.size() * sizeof x.pairs[0]), 0);
}

class Determinism : public ::testing::Test {
protected:
  static const engine::Session& expected() {
    static const engine::Session session = [] {
      engine::Session made = session_of(0);
      finish(made, 1000);
      return made;
    }();
    return session;
  }
};

TEST_F(Determinism, TheSampleIsWorthComparing) {
  EXPECT_GT(expected().outcome()->pairs.size(), 3000u);
  EXPECT_LT(expected().outcome()->persons.size(), expected().outcome()->persons.of_row.size());
}

TEST_F(Determinism, OfTheOrderOfFiles) {
  engine::Session session = session_of(5);
  finish(session, 1000);
  expect_equal(expected(), session);
}

TEST_F(Determinism, OfTheSizeOfSteps) {
  engine::Session small = session_of(0);
  finish(small, 1);
  expect_equal(expected(), small);
  engine::Session huge = session_of(0);
  finish(huge, UINT64_MAX);
  expect_equal(expected(), huge);
}

TEST_F(Determinism, OfWhoScores) {
  engine::Session session = session_of(0);
  finish_with_many_hands(session);
  expect_equal(expected(), session);
}

TEST_F(Determinism, OfARunBefore) {
  engine::Session session = session_of(0);
  session.step(100);
  session.cancel();
  ASSERT_TRUE(session.start({}));
  finish(session, 50'000);
  ASSERT_TRUE(session.start({}));
  finish(session, 50'000);
  expect_equal(expected(), session);
}

} // namespace
