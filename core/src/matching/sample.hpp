#pragma once
// Pairs of rows whose population is known, drawn so that every platform draws the same.

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "padan/base/rng.hpp"
#include "padan/prepare/corpus.hpp"

namespace padan::matching {

/// Rows grouped by a key; key 0 is left out.
class Groups {
public:
  template <class KeyOf> Groups(const prepare::Corpus& corpus, KeyOf key_of) {
    for (prepare::RowId row = 0; row < corpus.rows(); ++row) {
      const std::uint64_t key = key_of(corpus.records[row]);
      if (key != 0) {
        entries_.emplace_back(key, row);
      }
    }
    std::sort(entries_.begin(), entries_.end());
  }

  /// Calls visit(a, b) for up to count random pairs of different rows of one group: a is uniform among the rows, b among
  /// the others of its group.
  template <class Visit> void sample(std::uint32_t count, std::uint64_t seed, Visit visit) const {
    base::Rng rng(seed);
    for (std::uint32_t i = 0; i < count && !entries_.empty(); ++i) {
      const std::uint32_t at = rng.below(static_cast<std::uint32_t>(entries_.size()));
      const auto begin =
          std::lower_bound(entries_.begin(), entries_.end(), std::make_pair(entries_[at].first, prepare::RowId{0}));
      const auto end = std::upper_bound(begin, entries_.end(), std::make_pair(entries_[at].first, UINT32_MAX));
      const auto size = static_cast<std::uint32_t>(end - begin);
      const prepare::RowId other = begin[rng.below(size)].second;
      if (other != entries_[at].second) {
        visit(entries_[at].second, other);
      }
    }
  }

  [[nodiscard]] std::size_t rows() const { return entries_.size(); }

private:
  std::vector<std::pair<std::uint64_t, prepare::RowId>> entries_;
};

} // namespace padan::matching
