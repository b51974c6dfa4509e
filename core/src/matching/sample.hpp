#pragma once
// Pairs of rows whose population is known, drawn so that every platform draws the same.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "padan/base/hash.hpp"
#include "padan/base/radix_sort.hpp"
#include "padan/base/rng.hpp"
#include "padan/prepare/corpus.hpp"

namespace padan::matching {

/// Any two rows: calls visit(a, b) for up to count random pairs of different rows.
template <class Visit>
void sample_rows(const prepare::Corpus& corpus, std::uint32_t count, std::uint64_t seed, Visit visit) {
  base::Rng rng(seed);
  for (std::uint32_t i = 0; i < count && corpus.rows() != 0; ++i) {
    const prepare::RowId a = rng.below(corpus.rows());
    const prepare::RowId b = rng.below(corpus.rows());
    if (a != b) {
      visit(a, b);
    }
  }
}

/// The rows from begin to end grouped by a key of 64 bits; key 0 is left out. Groups whose keys have one hash fall
/// together, which a sample can bear.
class Groups {
public:
  template <class KeyOf> Groups(prepare::RowId begin, prepare::RowId end, KeyOf key_of) {
    for (prepare::RowId row = begin; row < end; ++row) {
      const std::uint64_t key = key_of(row);
      if (key != 0) {
        entries_.push_back({static_cast<std::uint32_t>(base::mix(key)), row});
      }
    }
    base::radix_sort(entries_, [](const Entry& entry) { return entry.hash; });
  }

  /// Calls visit(a, b) for up to count random pairs of different rows of one group: a is uniform among the rows, b among
  /// the others of its group.
  template <class Visit> void sample(std::uint32_t count, std::uint64_t seed, Visit visit) const {
    base::Rng rng(seed);
    const auto before = [](const Entry& entry, std::uint32_t hash) { return entry.hash < hash; };
    const auto behind = [](std::uint32_t hash, const Entry& entry) { return hash < entry.hash; };
    for (std::uint32_t i = 0; i < count && !entries_.empty(); ++i) {
      const Entry& drawn = entries_[rng.below(static_cast<std::uint32_t>(entries_.size()))];
      const auto begin = std::lower_bound(entries_.begin(), entries_.end(), drawn.hash, before);
      const auto end = std::upper_bound(begin, entries_.end(), drawn.hash, behind);
      const prepare::RowId other = begin[rng.below(static_cast<std::uint32_t>(end - begin))].row;
      if (other != drawn.row) {
        visit(drawn.row, other);
      }
    }
  }

  [[nodiscard]] bool empty() const { return entries_.empty(); }

private:
  struct Entry {
    std::uint32_t hash;
    prepare::RowId row;
  };
  std::vector<Entry> entries_;
};

} // namespace padan::matching
