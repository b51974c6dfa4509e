// A split gives every question to one hand, and as many as were asked for to a second. Answers of hands may come back in any order.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "padan/base/rng.hpp"
#include "padan/review/hands.hpp"

namespace {

using namespace padan;
using review::Event;
using review::EventKind;
using review::EventLog;

TEST(Split, CoversEveryQuestionOnceAndTheSharedOnesTwice) {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    base::Rng rng(seed);
    const std::uint32_t count = rng.below(60);
    std::vector<std::string> places;
    for (std::uint32_t i = 0; i < count; ++i) {
      places.push_back(std::string(1, static_cast<char>('A' + rng.below(7))));
    }
    review::SplitPlan plan;
    plan.hands = 1 + rng.below(6);
    plan.by_place = rng.below(2) == 0;
    plan.twice = rng.below(3) * 0.15;
    plan.seed = seed;
    const auto shares = review::split(places, plan);
    ASSERT_EQ(shares.size(), count);
    std::uint32_t twice = 0;
    std::map<std::string, std::uint32_t> hand_of;
    std::vector<std::uint32_t> load(plan.hands, 0);
    for (std::uint32_t i = 0; i < count; ++i) {
      ASSERT_LT(shares[i].hand, plan.hands);
      ++load[shares[i].hand];
      if (shares[i].second) {
        ++twice;
        ASSERT_LT(*shares[i].second, plan.hands);
        ASSERT_NE(*shares[i].second, shares[i].hand);
      }
      if (plan.by_place) {
        ASSERT_EQ(hand_of.emplace(places[i], shares[i].hand).first->second, shares[i].hand) << "a place is divided";
      }
    }
    ASSERT_EQ(twice, plan.hands < 2 ? 0U : static_cast<std::uint32_t>(std::ceil(plan.twice * count)));
    if (!plan.by_place) {
      ASSERT_LE(*std::max_element(load.begin(), load.end()) - *std::min_element(load.begin(), load.end()), 1U);
    }
    const auto again = review::split(places, plan);
    ASSERT_TRUE(std::equal(shares.begin(), shares.end(), again.begin(),
                           [](const auto& a, const auto& b) { return a.hand == b.hand && a.second == b.second; }));
  }
}

using Outcome = std::map<std::pair<std::uint32_t, std::uint32_t>, EventKind>;

Outcome outcome(const EventLog& log) {
  Outcome all;
  const review::Decisions decisions = log.decisions();
  for (const review::RowVerdict& verdict : decisions.verdicts) {
    all[std::minmax(verdict.left.row, verdict.right.row)] = verdict.same ? EventKind::Same : EventKind::NotSame;
  }
  for (const review::RowPair& pair : decisions.unsure) {
    all[std::minmax(pair.left.row, pair.right.row)] = EventKind::Unsure;
  }
  return all;
}

// Answers of several hands to questions that touch each other; each answer one to three events.
std::vector<std::vector<Event>> random_answers(base::Rng& rng) {
  std::vector<std::vector<Event>> answers;
  for (std::uint32_t i = 0; i < 12; ++i) {
    std::vector<Event>& answer = answers.emplace_back();
    const std::uint32_t question = rng.below(4);
    const std::uint32_t hand = rng.below(10) == 0 ? 0 : 1 + rng.below(3);
    const std::string at = "t" + std::to_string(10 + i); // no hand answers twice in one moment
    for (std::uint32_t n = 1 + rng.below(3); n > 0; --n) {
      Event event;
      event.kind = static_cast<EventKind>(rng.below(3));
      event.at = at;
      event.left = {"a", 1 + question, ""};
      event.right = {"a", 10 + rng.below(3), ""};
      event.hand = review::HandMark{"s", question, hand};
      answer.push_back(event);
    }
  }
  return answers;
}

EventLog merged(const std::vector<std::vector<Event>>& answers) {
  EventLog log;
  for (const std::vector<Event>& answer : answers) {
    const std::uint64_t group = log.next_seq();
    for (Event event : answer) {
      event.seq = log.next_seq();
      event.group = answer.size() > 1 ? group : 0;
      EXPECT_EQ(log.append(event), EventLog::Refusal::None);
    }
  }
  return log;
}

TEST(Hands, AnyOrderOfMergingEquals) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    base::Rng rng(seed);
    auto answers = random_answers(rng);
    for (auto& answer : answers) { // one answer says one thing of a pair
      std::map<std::uint32_t, EventKind> of;
      std::erase_if(answer, [&](const Event& event) { return !of.emplace(event.right.row, event.kind).second; });
    }
    const EventLog first = merged(answers);
    for (std::size_t i = answers.size(); i > 1; --i) {
      std::swap(answers[i - 1], answers[rng.below(static_cast<std::uint32_t>(i))]);
    }
    const EventLog second = merged(answers);
    ASSERT_EQ(outcome(first), outcome(second)) << "seed " << seed;
    const review::Agreement a = review::agreement(first);
    const review::Agreement b = review::agreement(second);
    ASSERT_EQ(a.asked, b.asked);
    ASSERT_EQ(a.agreed, b.agreed);
    ASSERT_EQ(a.kappa, b.kappa);
  }
}

// Undoing an answer leaves what the others alone would have left.
TEST(Hands, AnUndoneAnswerLeavesNoTrace) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    base::Rng rng(seed);
    auto answers = random_answers(rng);
    for (auto& answer : answers) {
      answer.resize(1);
    }
    EventLog log = merged(answers);
    const std::size_t gone = rng.below(static_cast<std::uint32_t>(answers.size()));
    Event undo;
    undo.seq = log.next_seq();
    undo.kind = EventKind::Undo;
    undo.undoes = log.events()[gone].seq;
    ASSERT_EQ(log.append(undo), EventLog::Refusal::None);
    answers.erase(answers.begin() + static_cast<std::ptrdiff_t>(gone));
    ASSERT_EQ(outcome(log), outcome(merged(answers))) << "seed " << seed;
  }
}

} // namespace
