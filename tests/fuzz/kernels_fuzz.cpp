// Compares the kernels with their slow twins on whatever bytes the fuzzer invents: a cutoff, a split, two strings.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "padan/similarity/digits.hpp"
#include "padan/similarity/edit.hpp"
#include "padan/similarity/jaro_winkler.hpp"
#include "reference/digits.hpp"
#include "reference/edit.hpp"
#include "reference/jaro_winkler.hpp"

namespace {

using namespace padan;

void require(bool law) {
  if (!law)
    std::abort();
}

void check_text(const std::string& a, const std::string& b, std::uint32_t cutoff) {
  const auto limited = [cutoff](std::uint32_t distance) { return std::min(distance, cutoff + 1); };
  const std::uint32_t swaps = limited(reference::osa(a, b));
  const double similarity = reference::jaro_winkler(a, b);
  similarity::CachedOsa osa;
  similarity::CachedJaroWinkler jaro_winkler;
  osa.prepare(b); // what an earlier string leaves behind must not matter
  osa.prepare(a);
  jaro_winkler.prepare(b);
  jaro_winkler.prepare(a);
  require(similarity::levenshtein(a, b, cutoff) == limited(reference::levenshtein(a, b)));
  require(similarity::osa(a, b, cutoff) == swaps);
  require(osa.distance(b, cutoff) == swaps);
  require(similarity::jaro_winkler(a, b) == similarity);
  require(jaro_winkler.similarity(b) == similarity);
}

std::string as_digits(const std::string& bytes) {
  std::string digits = bytes.substr(0, similarity::kMaxDigits);
  for (char& c : digits)
    c = static_cast<char>('0' + static_cast<unsigned char>(c) % 10);
  return digits;
}

std::uint64_t value_of(const std::string& digits) {
  std::uint64_t value = 0;
  for (const char digit : digits)
    value = value * 10 + static_cast<std::uint64_t>(digit - '0');
  return value;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2 || size > 400)
    return 0;
  const std::string bytes(data + 2, data + size);
  const std::size_t split = std::min<std::size_t>(data[1], bytes.size());
  const std::string a = bytes.substr(0, split), b = bytes.substr(split);
  check_text(a, b, data[0]);
  const std::string left = as_digits(a), right = as_digits(b);
  require(similarity::compare_digits(value_of(left), static_cast<unsigned>(left.size()), value_of(right),
                                     static_cast<unsigned>(right.size())) == reference::compare_digits(left, right));
  return 0;
}
