#include "padan/similarity/edit.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace padan::similarity {
namespace {

enum class Swap : bool { Forbidden, Allowed };

// One column of the dynamic programme per byte of `text`, all rows in one word: vertical differences as two bit masks
// (hyyro_2003). `table` holds the pattern, whose length is 1 to 64. Leaves as soon as even a perfect rest is too late.
template <Swap kSwap, class Table>
std::uint32_t bit_parallel(const Table& table, std::uint32_t pattern_size, std::string_view text,
                           std::uint32_t cutoff) {
  const std::uint64_t last_row = std::uint64_t{1} << (pattern_size - 1);
  std::uint64_t rises = ~std::uint64_t{0}, falls = 0; // where the value grows, shrinks from a row to the next
  std::uint64_t diagonal = 0, previous_match = 0;
  std::uint32_t distance = pattern_size;
  auto left = static_cast<std::uint32_t>(text.size());
  for (const char byte : text) {
    const std::uint64_t match = table[byte];
    std::uint64_t zero = (((match & rises) + rises) ^ rises) | match | falls; // the diagonal does not grow
    if constexpr (kSwap == Swap::Allowed) {
      zero |= ((~diagonal & match) << 1) & previous_match;
      diagonal = zero;
      previous_match = match;
    }
    std::uint64_t grows = falls | ~(zero | rises); // horizontally
    std::uint64_t shrinks = zero & rises;
    distance += (grows & last_row) != 0;
    distance -= (shrinks & last_row) != 0;
    --left;
    if (distance > cutoff && distance - cutoff > left)
      return cutoff + 1;
    grows = (grows << 1) | 1;
    shrinks <<= 1;
    rises = shrinks | ~(zero | grows);
    falls = grows & zero;
  }
  return distance;
}

// The dynamic programme itself, only within `cutoff` places of the diagonal. For strings beyond a word, which are rare.
template <Swap kSwap> std::uint32_t banded(std::string_view a, std::string_view b, std::uint32_t cutoff) {
  const auto rows = static_cast<std::uint32_t>(a.size()), cols = static_cast<std::uint32_t>(b.size());
  const std::uint32_t above = cutoff + 1;
  std::vector<std::uint32_t> before(cols + 2u, above), previous(cols + 2u, above), current(cols + 2u, above);
  for (std::uint32_t col = 0; col <= std::min(cols, cutoff); ++col)
    previous[col] = col;
  std::uint32_t previous_best = 0;
  for (std::uint32_t row = 1; row <= rows; ++row) {
    const std::uint32_t first = row > cutoff ? std::max(row - cutoff, 1u) : 1u;
    const std::uint32_t last = std::min(cols, row + cutoff);
    current[first - 1] = first == 1 ? std::min(row, above) : above;
    std::uint32_t best = current[first - 1];
    for (std::uint32_t col = first; col <= last; ++col) {
      std::uint32_t value = previous[col - 1] + (a[row - 1] != b[col - 1]);
      value = std::min({value, previous[col] + 1, current[col - 1] + 1, above});
      if constexpr (kSwap == Swap::Allowed) {
        if (row > 1 && col > 1 && a[row - 1] == b[col - 2] && a[row - 2] == b[col - 1])
          value = std::min(value, before[col - 2] + 1);
      }
      current[col] = value;
      best = std::min(best, value);
    }
    current[last + 1] = above;
    // A swap reaches two rows back, so one hopeless row proves nothing when swaps count.
    if (best == above && (kSwap == Swap::Forbidden || previous_best == above))
      return above;
    previous_best = best;
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return previous[cols];
}

void strip_common_ends(std::string_view& a, std::string_view& b) {
  const auto front = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
  a.remove_prefix(static_cast<std::size_t>(front));
  b.remove_prefix(static_cast<std::size_t>(front));
  const auto back = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin();
  a.remove_suffix(static_cast<std::size_t>(back));
  b.remove_suffix(static_cast<std::size_t>(back));
}

// No distance exceeds the longer length; with this limit `cutoff + 1` cannot overflow.
std::uint32_t useful_cutoff(std::string_view a, std::string_view b, std::uint32_t cutoff) {
  return std::min(cutoff, static_cast<std::uint32_t>(std::max(a.size(), b.size())));
}

template <Swap kSwap> std::uint32_t distance(std::string_view a, std::string_view b, std::uint32_t cutoff) {
  cutoff = useful_cutoff(a, b, cutoff);
  if (a.size() > b.size())
    std::swap(a, b);
  if (b.size() - a.size() > cutoff)
    return cutoff + 1;
  strip_common_ends(a, b);
  const auto shorter = static_cast<std::uint32_t>(a.size());
  if (shorter == 0)
    return static_cast<std::uint32_t>(b.size());
  if (cutoff == 0)
    return 1;
  if (cutoff == 1) { // what is left must be the one slip
    const bool swap = kSwap == Swap::Allowed && a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
    return swap || b.size() == 1 ? 1 : 2;
  }
  if (shorter > kWordBits)
    return banded<kSwap>(a, b, cutoff);
  return bit_parallel<kSwap>(ScratchTable(a, b), shorter, b, cutoff);
}

} // namespace

std::uint32_t levenshtein(std::string_view a, std::string_view b, std::uint32_t cutoff) {
  return distance<Swap::Forbidden>(a, b, cutoff);
}

std::uint32_t osa(std::string_view a, std::string_view b, std::uint32_t cutoff) {
  return distance<Swap::Allowed>(a, b, cutoff);
}

void CachedOsa::prepare(std::string_view left) {
  const std::string_view old = left_.size() <= kWordBits ? std::string_view(left_) : std::string_view();
  table_.assign(old, left.size() <= kWordBits ? left : std::string_view());
  left_ = left;
}

std::uint32_t CachedOsa::distance(std::string_view right, std::uint32_t cutoff) const {
  if (left_.empty() || left_.size() > kWordBits)
    return osa(left_, right, cutoff);
  cutoff = useful_cutoff(left_, right, cutoff);
  const std::size_t gap = left_.size() > right.size() ? left_.size() - right.size() : right.size() - left_.size();
  if (gap > cutoff)
    return cutoff + 1;
  return bit_parallel<Swap::Allowed>(table_, static_cast<std::uint32_t>(left_.size()), right, cutoff);
}

} // namespace padan::similarity
