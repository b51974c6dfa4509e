#pragma once
// Which pairs of rows are worth comparing, decided before any is compared.
//
// A blocking rule gives each row a key; rows with equal keys form a block, and every pair inside a block is a candidate.
// A pair belongs to the first rule that brings it together, so each candidate is scored once though no list of pairs is
// ever held. A block that would cost too much is refined by further keys (birth date, village, name), never dropped; what
// cannot be refined is walked as a sorted neighbourhood, whose pairs may come again under a later rule. Partitions are
// ranges of blocks that any executor can score.

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "padan/prepare/corpus.hpp"

namespace padan::blocking {

using prepare::Corpus;
using prepare::RowId;

struct Rule {
  std::string name;                  // "nik", "birth-first", ...
  std::vector<RowId> rows;           // rows that have a block, block by block
  std::vector<std::uint32_t> starts; // block b is rows[starts[b] .. starts[b + 1])
  std::vector<bool> windowed;        // block b is walked as a sorted neighbourhood
  std::uint64_t pairs = 0;           // candidates before those of earlier rules are taken off
  std::uint32_t refined = 0;         // blocks that had to be refined

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    auto& [of_name, members, begins, walked, count, narrowed] = self; // every member, or no build
    archive(of_name, members, begins, walked, count, narrowed);
  }
};

struct Partition {
  std::uint32_t rule;
  std::uint32_t first_block;
  std::uint32_t last_block; // exclusive
};

/// Holds the rules and, per row and rule, the block number (0 = none).
class Plan {
public:
  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }
  [[nodiscard]] const std::vector<Partition>& partitions() const { return partitions_; }
  [[nodiscard]] std::uint64_t pairs() const; // an upper bound: a pair may stand in several rules
  [[nodiscard]] std::size_t memory_bytes() const;

  /// True when an earlier rule than this already brings the two rows together.
  [[nodiscard]] bool seen_before(std::uint32_t rule, RowId a, RowId b) const {
    const std::uint32_t* left = blocks_.data() + std::size_t{a} * rules_.size();
    const std::uint32_t* right = blocks_.data() + std::size_t{b} * rules_.size();
    for (std::uint32_t r = 0; r < rule; ++r) {
      if (left[r] == right[r] && left[r] != 0) {
        return true;
      }
    }
    return false;
  }

  /// Calls visit(left, right), left < right, for the candidates of one block.
  template <class Visit>
  void for_each_pair(const Corpus& corpus, std::uint32_t rule, std::uint32_t block, Visit&& visit) const {
    const Rule& r = rules_[rule];
    const std::uint32_t end = r.starts[block + 1];
    for (std::uint32_t i = r.starts[block]; i < end; ++i) {
      const std::uint32_t last = r.windowed[block] ? std::min(end, i + 1 + kWindow) : end;
      for (std::uint32_t j = i + 1; j < last; ++j) {
        const RowId a = std::min(r.rows[i], r.rows[j]);
        const RowId b = std::max(r.rows[i], r.rows[j]);
        const std::uint16_t source = corpus.records[a].source;
        const bool forbidden = source == corpus.records[b].source && !corpus.sources[source].duplicates_allowed;
        if (!forbidden && !seen_before(rule, a, b)) {
          visit(a, b);
        }
      }
    }
  }

  static constexpr std::uint32_t kWindow = 12; // neighbours a row meets in a block that cannot be refined

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    archive(self.rules_, self.blocks_, self.partitions_);
  } // base/archive.hpp

private:
  friend class PlanBuilder;
  std::vector<Rule> rules_;
  std::vector<std::uint32_t> blocks_; // [row * rules + rule]
  std::vector<Partition> partitions_;
};

/// Builds a plan, one rule a step. Cost per rule: one radix sort of the rows.
class PlanBuilder {
public:
  explicit PlanBuilder(const Corpus& corpus);
  [[nodiscard]] std::uint32_t steps() const { return static_cast<std::uint32_t>(names_.size()); }
  bool step(); // true when all rules are planned
  [[nodiscard]] Plan finish();

private:
  const Corpus& corpus_;
  std::vector<std::string> names_;
  std::uint32_t next_ = 0;
  Plan plan_;
};

} // namespace padan::blocking
