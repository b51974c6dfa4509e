#pragma once
// How good a result is, by the answers of people who were asked about a random sample without seeing its score.

#include <cstdint>
#include <optional>
#include <vector>

#include "padan/review/event_log.hpp"

namespace padan::review {

/// Pairs of like weight of which the run says the same.
struct AuditStratum {
  std::uint32_t stratum = 0;
  bool accepted = false;   // the run takes them for one person
  std::uint64_t pairs = 0; // in all
  std::uint64_t asked = 0; // of them answered; "not sure" is no answer
  std::uint64_t same = 0;  // of these one person
};

/// A share and its 95 % interval.
struct Share {
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
};

/// Wilson (1927): holds its promise for few answers and for shares near 0 and 1, too. asked is not 0.
///   wilson(9, 10).low > 0.59
[[nodiscard]] Share wilson(std::uint64_t right, std::uint64_t asked);

struct Accuracy {
  Share precision; // of accepted pairs: one person
  Share recall;    // of pairs of one person, among those that were weighed: accepted
};

/// Strata count by their pairs; the Wilson intervals of the strata are combined by the method of variance estimates
/// recovery (Zou and Donner 2008), the ratio of recall as in Donner and Zou (2012). Strata without answers count as unknown: then they
/// widen the interval from none to all. Nothing while no accepted pair has an answer.
[[nodiscard]] std::optional<Accuracy> accuracy(const std::vector<AuditStratum>& strata);

/// The answers in a log that stand, by stratum of the latest sample; strata without answers, too.
[[nodiscard]] std::vector<AuditStratum> audit_strata(const EventLog& log);

} // namespace padan::review
