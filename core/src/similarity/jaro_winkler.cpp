#include "padan/similarity/jaro_winkler.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace padan::similarity {
namespace {

struct Agreement {
  std::uint32_t matches;
  std::uint32_t out_of_order;
};

// How far apart two equal bytes may stand. Undefined for single bytes, which match in place only.
std::uint32_t reach(std::string_view a, std::string_view b) {
  const auto longer = static_cast<std::uint32_t>(std::max(a.size(), b.size()));
  return longer / 2 > 1 ? longer / 2 - 1 : 0;
}

// `table` holds `a`; both strings have at most 64 bytes. Each byte of b takes the first free equal byte of a in reach.
template <class Table> Agreement agree_in_words(const Table& table, std::string_view a, std::string_view b) {
  const std::uint32_t far = reach(a, b);
  std::uint64_t window = (std::uint64_t{2} << far) - 1; // places of a that the current byte of b may take
  std::uint64_t taken_a = 0, taken_b = 0;
  std::uint64_t bit_b = 1;
  for (std::uint32_t i = 0; i < b.size(); ++i, bit_b <<= 1) {
    const std::uint64_t found = table[b[i]] & window & ~taken_a;
    taken_a |= found & (~found + 1);
    if (found != 0)
      taken_b |= bit_b;
    window = i < far ? (window << 1) | 1 : window << 1;
  }
  Agreement agreement{static_cast<std::uint32_t>(std::popcount(taken_a)), 0};
  for (; taken_b != 0; taken_b &= taken_b - 1, taken_a &= taken_a - 1) {
    const std::uint64_t place_a = taken_a & (~taken_a + 1);
    if ((table[b[static_cast<std::size_t>(std::countr_zero(taken_b))]] & place_a) == 0)
      ++agreement.out_of_order;
  }
  return agreement;
}

// The same in plain steps, for strings beyond a word.
Agreement agree_in_steps(std::string_view a, std::string_view b) {
  const std::size_t far = reach(a, b);
  std::vector<bool> taken_a(a.size()), taken_b(b.size());
  Agreement agreement{0, 0};
  for (std::size_t i = 0; i < b.size(); ++i) {
    const std::size_t end = std::min(i + far + 1, a.size());
    for (std::size_t j = i > far ? i - far : 0; j < end; ++j) {
      if (!taken_a[j] && a[j] == b[i]) {
        taken_a[j] = taken_b[i] = true;
        ++agreement.matches;
        break;
      }
    }
  }
  for (std::size_t i = 0, j = 0; i < b.size(); ++i) {
    if (!taken_b[i])
      continue;
    while (!taken_a[j])
      ++j;
    agreement.out_of_order += a[j++] != b[i];
  }
  return agreement;
}

double score(std::string_view a, std::string_view b, Agreement agreement) {
  constexpr double kBoostFrom = 0.7, kBoostPerByte = 0.1;
  constexpr std::size_t kBoostedBytes = 4;
  if (agreement.matches == 0)
    return 0.0;
  const double matches = agreement.matches;
  const double in_order = agreement.matches - agreement.out_of_order / 2;
  const double jaro =
      (matches / static_cast<double>(a.size()) + matches / static_cast<double>(b.size()) + in_order / matches) / 3.0;
  if (jaro <= kBoostFrom)
    return jaro;
  const std::size_t limit = std::min({a.size(), b.size(), kBoostedBytes});
  std::size_t common = 0;
  while (common < limit && a[common] == b[common])
    ++common;
  return jaro + static_cast<double>(common) * kBoostPerByte * (1.0 - jaro);
}

bool fit_words(std::string_view a, std::string_view b) { return a.size() <= kWordBits && b.size() <= kWordBits; }

} // namespace

double jaro_winkler(std::string_view a, std::string_view b) {
  if (a == b)
    return 1.0;
  return score(a, b, fit_words(a, b) ? agree_in_words(ScratchTable(a, b), a, b) : agree_in_steps(a, b));
}

void CachedJaroWinkler::prepare(std::string_view left) {
  const std::string_view old = left_.size() <= kWordBits ? std::string_view(left_) : std::string_view();
  table_.assign(old, left.size() <= kWordBits ? left : std::string_view());
  left_ = left;
}

double CachedJaroWinkler::similarity(std::string_view right) const {
  if (left_ == right)
    return 1.0;
  return score(left_, right,
               fit_words(left_, right) ? agree_in_words(table_, left_, right) : agree_in_steps(left_, right));
}

} // namespace padan::similarity
