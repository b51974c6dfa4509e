#pragma once
// Agglomeration of rows by their links, best link first, with a check of the whole groups before each union.

#include <cstdint>
#include <vector>

#include "padan/clustering/persons.hpp"

namespace padan::clustering {

class BestFirst {
public:
  BestFirst(const Corpus& corpus, matching::Scorer& scorer);

  /// Takes the links in the order given (sorted by weight, highest first) down to the weight least.
  void run(const std::vector<ScoredPair>& sorted, double least);
  /// Unions without asking, or forbids for good: human decisions.
  void decide(const std::vector<Verdict>& verdicts);

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
  [[nodiscard]] bool may_join(std::uint32_t a, std::uint32_t b);
  [[nodiscard]] bool forbidden(std::uint32_t a, std::uint32_t b);
  void join(std::uint32_t a, std::uint32_t b);

  const Corpus& corpus_;
  matching::Scorer& scorer_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::uint32_t> next_; // members of a group as a ring
  std::vector<std::uint32_t> size_;
  std::vector<std::pair<RowId, RowId>> apart_; // pairs decided "not the same", both orders, sorted
};

} // namespace padan::clustering
