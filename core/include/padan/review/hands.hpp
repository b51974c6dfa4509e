#pragma once
// Questions that are split among several people, some of them given to two on purpose, and how far the answers agree.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "padan/review/event_log.hpp"

namespace padan::review {

struct SplitPlan {
  std::uint32_t hands = 2;
  bool by_place = false; // a place stays with one hand, except for what is asked twice
  double twice = 0.1;    // share of the questions that a second hand gets, too
  std::uint64_t seed = 1;
};

struct Assignment {
  std::uint32_t hand = 0; // from 0
  std::optional<std::uint32_t> second;
};

/// Who gets which question. places: of each question, the most important one first. Equal shares: dealt out in turn, so that
/// everybody has as much that matters; by place: the largest place to whom has the least. A second hand is the one with the
/// least to do. Same plan, same shares. Cost: O(questions log questions).
///   split({"A", "A", "B"}, {.hands = 2, .by_place = true, .twice = 0})  gives {0, 0, 1}
[[nodiscard]] std::vector<Assignment> split(const std::vector<std::string>& places, const SplitPlan& plan);

/// What one hand says to a question in the end.
struct HandAnswer {
  std::uint32_t hand = 0;           // 0: the meeting
  EventKind kind = EventKind::Same; // NotSame also where only some of the rows are parted
  std::vector<std::size_t> events;  // of the log
};

/// Of the events about one question of a splitting (EventLog::questions): the last answer of each hand that stands, by hand.
[[nodiscard]] std::vector<HandAnswer> latest_answers(const EventLog& log, const std::vector<std::uint32_t>& events);
/// Whether they say the same of the same rows.
[[nodiscard]] bool all_agree(const EventLog& log, const std::vector<HandAnswer>& answers);

struct HandShare {
  std::string split;
  std::uint32_t hand = 0;
  std::string by; // as the last answer is signed
  std::string capacity;
  std::uint64_t answers = 0;
};

/// How far two hands agree where both were asked: same, not same, not sure.
struct HandPair {
  std::string split;
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  std::array<std::array<std::uint64_t, 3>, 3> counts{}; // answers of left by answers of right
  std::uint64_t asked = 0;
  std::uint64_t agreed = 0;    // the same rows parted, too
  std::optional<double> kappa; // Cohen (1960); nothing where both always gave one and the same answer
};

struct Agreement {
  std::vector<HandShare> hands;
  std::vector<HandPair> pairs;
  std::uint64_t asked = 0; // of all pairs of hands
  std::uint64_t agreed = 0;
  std::optional<double> kappa; // mean of the pairs by what they were asked (Light 1971)
};

/// Of the answers that stand, before any meeting.
[[nodiscard]] Agreement agreement(const EventLog& log);

} // namespace padan::review
