#include "padan/review/hands.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "padan/base/rng.hpp"

namespace padan::review {
namespace {

using Said = std::tuple<RowIdentity, RowIdentity, EventKind>; // of one pair of rows, whichever was named first

std::vector<Said> said(const EventLog& log, const std::vector<std::size_t>& events) {
  std::vector<Said> all;
  for (const std::size_t at : events) {
    const Event& event = log.events()[at];
    const auto [low, high] = std::minmax({identity_of(event.left), identity_of(event.right)});
    all.emplace_back(low, high, event.kind);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

EventKind kind_of(const EventLog& log, const std::vector<std::size_t>& events) {
  EventKind kind = EventKind::Same;
  for (const std::size_t at : events) {
    const EventKind one = log.events()[at].kind;
    kind = one == EventKind::Same || kind == EventKind::NotSame ? kind : one;
  }
  return kind;
}

std::uint32_t least_loaded(const std::vector<std::uint64_t>& load, std::optional<std::uint32_t> without = {}) {
  std::optional<std::uint32_t> least;
  for (std::uint32_t hand = 0; hand < load.size(); ++hand) {
    if (hand != without && (!least || load[hand] < load[*least])) {
      least = hand;
    }
  }
  return *least;
}

// The largest place first; places of one size in the order of their names.
std::map<std::string, std::uint32_t> hands_of_places(const std::vector<std::string>& places, std::uint32_t hands) {
  std::map<std::string, std::uint64_t> sizes;
  for (const std::string& place : places) {
    ++sizes[place];
  }
  std::vector<std::pair<std::string, std::uint64_t>> order(sizes.begin(), sizes.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::uint64_t> load(hands, 0);
  std::map<std::string, std::uint32_t> hand_of;
  for (const auto& [place, size] : order) {
    const std::uint32_t hand = least_loaded(load);
    hand_of[place] = hand;
    load[hand] += size;
  }
  return hand_of;
}

std::optional<double> kappa_of(const HandPair& pair) {
  const auto asked = static_cast<double>(pair.asked);
  double chance = 0.0;
  for (std::size_t kind = 0; kind < pair.counts.size(); ++kind) {
    double left = 0.0;
    double right = 0.0;
    for (std::size_t other = 0; other < pair.counts.size(); ++other) {
      left += static_cast<double>(pair.counts[kind][other]);
      right += static_cast<double>(pair.counts[other][kind]);
    }
    chance += left / asked * (right / asked);
  }
  return chance >= 1.0 ? std::nullopt
                       : std::optional((static_cast<double>(pair.agreed) / asked - chance) / (1.0 - chance));
}

void count_pair(const EventLog& log, const HandAnswer& left, const HandAnswer& right, HandPair& pair) {
  ++pair.asked;
  pair.agreed += all_agree(log, {left, right}) ? 1U : 0U;
  ++pair.counts[static_cast<std::size_t>(left.kind)][static_cast<std::size_t>(right.kind)];
}

} // namespace

std::vector<Assignment> split(const std::vector<std::string>& places, const SplitPlan& plan) {
  const std::uint32_t hands = std::max(1U, plan.hands);
  const auto count = static_cast<std::uint32_t>(places.size());
  std::vector<Assignment> shares(count);
  std::vector<std::uint64_t> load(hands, 0);
  const auto hand_of = plan.by_place ? hands_of_places(places, hands) : std::map<std::string, std::uint32_t>();
  for (std::uint32_t i = 0; i < count; ++i) {
    shares[i].hand = plan.by_place ? hand_of.at(places[i]) : i % hands;
    ++load[shares[i].hand];
  }
  if (hands < 2 || count == 0 || plan.twice <= 0.0) {
    return shares;
  }
  const double wanted = std::ceil(std::min(1.0, plan.twice) * count);
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  base::Rng rng(plan.seed);
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(wanted); ++i) { // a random draw, not the most important ones
    std::swap(order[i], order[i + rng.below(count - i)]);
    Assignment& share = shares[order[i]];
    share.second = least_loaded(load, share.hand);
    ++load[*share.second];
  }
  return shares;
}

std::vector<HandAnswer> latest_answers(const EventLog& log, const std::vector<std::uint32_t>& events) {
  std::map<std::pair<std::uint32_t, std::uint64_t>, std::vector<std::size_t>> answers; // by hand and answer
  for (const std::uint32_t at : events) {
    const Event& event = log.events()[at];
    if (log.stands(at)) {
      answers[{event.hand->hand, event.group != 0 ? event.group : event.seq}].push_back(at);
    }
  }
  std::vector<HandAnswer> latest;
  const auto time = [&](const std::vector<std::size_t>& of) {
    return std::pair(log.events()[of.front()].at, said(log, of)); // the rows part what one second has seen
  };
  for (auto& [key, of] : answers) {
    if (latest.empty() || latest.back().hand != key.first) {
      latest.push_back({key.first, {}, std::move(of)});
    } else if (time(of) >= time(latest.back().events)) {
      latest.back().events = std::move(of);
    }
  }
  for (HandAnswer& answer : latest) {
    answer.kind = kind_of(log, answer.events);
  }
  return latest;
}

bool all_agree(const EventLog& log, const std::vector<HandAnswer>& answers) {
  return std::all_of(answers.begin(), answers.end(), [&](const HandAnswer& answer) {
    return said(log, answer.events) == said(log, answers.front().events);
  });
}

Agreement agreement(const EventLog& log) {
  std::map<std::pair<std::string, std::uint32_t>, HandShare> hands;
  std::map<std::tuple<std::string, std::uint32_t, std::uint32_t>, HandPair> pairs;
  for (const auto& [question, events] : log.questions()) {
    const std::string& split = question.first;
    std::vector<HandAnswer> answers = latest_answers(log, events);
    std::erase_if(answers, [](const HandAnswer& answer) { return answer.hand == 0; });
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const Event& event = log.events()[answers[i].events.front()];
      HandShare& hand = hands[{split, answers[i].hand}];
      hand = {split, answers[i].hand, event.by, event.capacity, hand.answers + 1};
      for (std::size_t j = i + 1; j < answers.size(); ++j) {
        count_pair(log, answers[i], answers[j], pairs[{split, answers[i].hand, answers[j].hand}]);
      }
    }
  }
  Agreement all;
  for (auto& [key, hand] : hands) {
    all.hands.push_back(std::move(hand));
  }
  double sum = 0.0;
  double weight = 0.0;
  for (auto& [key, pair] : pairs) {
    std::tie(pair.split, pair.left, pair.right) = key;
    pair.kappa = kappa_of(pair);
    all.asked += pair.asked;
    all.agreed += pair.agreed;
    if (pair.kappa) {
      sum += *pair.kappa * static_cast<double>(pair.asked);
      weight += static_cast<double>(pair.asked);
    }
    all.pairs.push_back(std::move(pair));
  }
  all.kappa = weight > 0.0 ? std::optional(sum / weight) : std::nullopt;
  return all;
}

} // namespace padan::review
