#pragma once
// Which pairs of rows are worth comparing, decided before any is compared.
//
// A blocking rule gives each row a key; rows with equal keys form a block, and every pair inside a block is a candidate.
// A pair belongs to the first rule that brings it together. A block that would cost too much is never dropped: that of a
// trusted rule is refined by further keys (birth date, village, name), and what stays too large is walked as a sorted
// neighbourhood; the pairs of such blocks may come again under a later rule. Partitions are ranges of candidates that any
// executor can score.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "padan/base/executor.hpp"
#include "padan/prepare/corpus.hpp"

namespace padan::blocking {

using prepare::Corpus;
using prepare::RowId;

struct Candidate {
  RowId left = 0; // the smaller
  RowId right = 0;
};

struct Rule {
  std::string name; // "nik", "birth-first", ...
  std::vector<Candidate> pairs;
  std::uint32_t count = 0;   // of the pairs, also when they are gone
  std::uint32_t refined = 0; // blocks that were too large
};

/// rules[rule].pairs[first .. last)
struct Partition {
  std::uint32_t rule;
  std::uint32_t first;
  std::uint32_t last;
};

struct Plan {
  static constexpr std::uint32_t kWindow = 4; // neighbours a row meets in a sorted neighbourhood

  std::vector<Rule> rules;
  std::vector<Partition> partitions;

  [[nodiscard]] std::uint64_t pairs() const; // how many, over all rules
  [[nodiscard]] std::span<const Candidate> candidates(const Partition& partition) const {
    return std::span(rules[partition.rule].pairs).subspan(partition.first, partition.last - partition.first);
  }
  /// Frees the candidates, once all are scored.
  void drop_candidates();
};

/// Builds a plan. Cost per rule: one radix sort of the rows and one look at the pairs of its blocks.
///   PlanBuilder builder(corpus);  while (!builder.step()) {}  const Plan plan = builder.finish();
class PlanBuilder {
public:
  explicit PlanBuilder(const Corpus& corpus, base::Executor executor = {});
  ~PlanBuilder();
  [[nodiscard]] std::uint32_t rules() const;
  [[nodiscard]] std::uint32_t planned() const; // rules that are done
  bool step();                                 // plans as many rules as there are workers; true when all are planned
  [[nodiscard]] Plan finish();

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace padan::blocking
