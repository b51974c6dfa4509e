#pragma once
// Agglomeration of rows by their links, best link first, with a check of the whole groups before each union.

#include <cstdint>
#include <vector>

#include "padan/base/executor.hpp"
#include "padan/clustering/persons.hpp"

namespace padan::clustering {

/// Can be copied, to go on from one state with other links.
class BestFirst {
public:
  BestFirst(const Corpus& corpus, const matching::Scorer& scorer);

  /// Takes the links in the order given (sorted by weight, highest first). Links that hang together are taken by one
  /// worker, so the result is that of one worker.
  void run(const ScoredPair* begin, const ScoredPair* end, const base::Executor& executor);
  /// Unions without asking, or forbids for good: human decisions.
  void decide(const std::vector<Verdict>& verdicts);

  /// One link, as run() takes it.
  void take(const ScoredPair& link);
  /// Begins with these persons and what was decided of them, instead of with every row alone.
  void adopt(const Persons& persons, const std::vector<Verdict>& verdicts);
  /// Every row alone again, and no decision about any; rows ascend and are all the rows of their groups.
  void dissolve(const std::vector<RowId>& rows);

  [[nodiscard]] std::uint32_t root(RowId row);
  [[nodiscard]] Persons persons();
  /// Visits the rows of the group of a row.
  template <class Visit> void for_each_member(RowId row, Visit visit) {
    const std::uint32_t first = root(row);
    std::uint32_t at = first;
    do {
      visit(at);
      at = next_[at];
    } while (at != first);
  }

private:
  [[nodiscard]] std::vector<std::uint32_t> components(const ScoredPair* begin, const ScoredPair* end);
  [[nodiscard]] bool may_join(std::uint32_t a, std::uint32_t b);
  [[nodiscard]] bool forbidden(std::uint32_t a, std::uint32_t b);
  void join(std::uint32_t a, std::uint32_t b);

  const Corpus* corpus_;
  const matching::Scorer* scorer_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::uint32_t> next_; // members of a group as a ring
  std::vector<std::uint32_t> size_;
  std::vector<std::pair<RowId, RowId>> apart_; // pairs decided "not the same", both orders, sorted
};

} // namespace padan::clustering
