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
  std::uint32_t refined = 0; // blocks that were too large

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    auto& [of_name, candidates, narrowed] = self; // every member, or no build
    archive(of_name, candidates, narrowed);
  }
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

  [[nodiscard]] std::uint64_t pairs() const; // of all rules
  [[nodiscard]] std::size_t memory_bytes() const;

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    auto& [all, parts] = self;
    archive(all, parts);
  } // base/archive.hpp
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
