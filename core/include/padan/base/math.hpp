#pragma once
// Logarithm and power of two from plain IEEE arithmetic: the C library's differ in the last bit between platforms,
// and a weight that decides about a person must not.

#include <cstdint>
#include <cstring>

namespace padan::base {

/// Base-2 logarithm of a positive, normal x; error below 1e-13. About 5 ns.
inline double log2(double x) {
  std::uint64_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  auto exponent = static_cast<std::int32_t>(bits >> 52 & 0x7FF) - 1023;
  bits = (bits & 0x000FFFFFFFFFFFFFULL) | 0x3FF0000000000000ULL;
  double m;
  std::memcpy(&m, &bits, sizeof m);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    ++exponent;
  }
  const double y = (m - 1.0) / (m + 1.0); // atanh series: ln m = 2 (y + y^3/3 + ...), |y| < 0.172
  const double s = y * y;
  double sum = 1.0 / 17.0;
  for (int k = 15; k >= 1; k -= 2) {
    sum = sum * s + 1.0 / k;
  }
  return exponent + 2.8853900817779268 * y * sum; // 2 / ln 2
}

/// 2 to the power x, 0 below -1000 and a very large number above 1000; relative error below 1e-13.
inline double exp2(double x) {
  if (x < -1000.0) {
    return 0.0;
  }
  if (x > 1000.0) {
    x = 1000.0;
  }
  auto whole = static_cast<std::int32_t>(x);
  whole -= x < whole ? 1 : 0;
  const double r = (x - whole) * 0.6931471805599453;
  double sum = 1.0;
  for (int k = 16; k >= 1; --k) {
    sum = sum * r / k + 1.0;
  }
  const std::uint64_t bits = static_cast<std::uint64_t>(whole + 1023) << 52;
  double scale;
  std::memcpy(&scale, &bits, sizeof scale);
  return sum * scale;
}

} // namespace padan::base
