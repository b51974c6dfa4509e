#include "padan/review/audit.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace padan::review {
namespace {

constexpr double kZ = 1.959963984540054; // 95 %

double square(double x) { return x * x; }

// Pairs of one person among some strata.
Share matches(const std::vector<AuditStratum>& strata, bool accepted) {
  Share sum;
  double below = 0.0;
  double above = 0.0;
  for (const AuditStratum& stratum : strata) {
    if (stratum.accepted != accepted) {
      continue;
    }
    const auto pairs = static_cast<double>(stratum.pairs);
    const Share share = stratum.asked != 0 ? wilson(stratum.same, stratum.asked) : Share{0.5, 0.0, 1.0};
    sum.value += pairs * share.value;
    below += square(pairs * (share.value - share.low));
    above += square(pairs * (share.high - share.value));
  }
  sum.low = std::max(0.0, sum.value - std::sqrt(below));
  sum.high = sum.value + std::sqrt(above);
  return sum;
}

// b / a with its interval; a is above 0.
Share ratio(const Share& b, const Share& a) {
  const double product = a.value * b.value;
  const double below = b.low * (2 * b.value - b.low);
  const double above = b.high * (2 * b.value - b.high);
  const double a_below = a.low * (2 * a.value - a.low);
  const double a_above = a.high * (2 * a.value - a.high);
  const auto bound = [&](double of_b, double of_a, double sign) {
    return (product + sign * std::sqrt(std::max(0.0, square(product) - of_b * of_a))) / of_a;
  };
  const double high = a_below > 0.0 ? bound(above, a_below, 1.0) : INFINITY;
  const double low = a_above > 0.0 ? bound(below, a_above, -1.0) : 0.0;
  return {b.value / a.value, std::max(0.0, low), high};
}

} // namespace

Share wilson(std::uint64_t right, std::uint64_t asked) {
  const auto n = static_cast<double>(asked);
  const double p = static_cast<double>(right) / n;
  const double centre = p + square(kZ) / (2 * n);
  const double half = kZ * std::sqrt(p * (1 - p) / n + square(kZ) / (4 * n * n));
  const double scale = 1 + square(kZ) / n;
  return {p, std::max(0.0, (centre - half) / scale), std::min(1.0, (centre + half) / scale)};
}

std::optional<Accuracy> accuracy(const std::vector<AuditStratum>& strata) {
  double accepted = 0.0;
  bool answered = false;
  for (const AuditStratum& stratum : strata) {
    accepted += stratum.accepted ? static_cast<double>(stratum.pairs) : 0.0;
    answered = answered || (stratum.accepted && stratum.asked != 0);
  }
  if (!answered || accepted == 0.0) {
    return std::nullopt;
  }
  const Share found = matches(strata, true);
  const Share missed = matches(strata, false);
  Accuracy accuracy;
  accuracy.precision = {found.value / accepted, found.low / accepted, std::min(1.0, found.high / accepted)};
  if (found.value > 0.0) {
    const Share odds = ratio(missed, found); // recall = 1 / (1 + missed / found)
    accuracy.recall = {1 / (1 + odds.value), 1 / (1 + odds.high), 1 / (1 + odds.low)};
  } else {
    accuracy.recall = {0.0, 0.0, 1.0};
  }
  return accuracy;
}

std::vector<AuditStratum> audit_strata(const EventLog& log) {
  std::map<std::uint32_t, AuditStratum> strata;
  const AuditMark* latest = nullptr; // its sample tells how many pairs there are
  const std::vector<bool> overtaken = log.overtaken();
  for (std::size_t i = 0; i < log.events().size(); ++i) {
    const Event& event = log.events()[i];
    if (!event.audit || !log.stands(i) || overtaken[i] || event.kind == EventKind::Unsure) {
      continue;
    }
    latest = &*event.audit;
    AuditStratum& stratum = strata[event.audit->stratum];
    ++stratum.asked;
    stratum.same += event.kind == EventKind::Same ? 1U : 0U;
  }
  std::vector<AuditStratum> list;
  for (std::uint32_t i = 0; latest != nullptr && i < latest->frame.size(); ++i) {
    if (latest->frame[i] != 0) {
      AuditStratum& stratum = list.emplace_back(strata[i]);
      stratum.stratum = i;
      stratum.accepted = i % 2 == 1;
      stratum.pairs = latest->frame[i];
    }
  }
  return list;
}

} // namespace padan::review
