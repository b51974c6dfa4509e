#include "padan/matching/phrase_match.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "padan/similarity/edit.hpp"

namespace padan::matching {
namespace {

constexpr std::size_t kMost = 12;
constexpr float kInitialBits = 3.5F; // about one in twelve names shares a first letter
constexpr float kPartOfWord = 0.6F;  // a nickname or an abbreviation tells less than the word

// The tokens of one side that have found no partner yet.
struct Side {
  std::array<std::uint32_t, kMost> token{};
  std::size_t count = 0;

  explicit Side(std::span<const std::uint32_t> tokens) : count(std::min(tokens.size(), kMost)) {
    std::copy_n(tokens.begin(), count, token.begin());
  }
  void drop(std::size_t at) {
    std::copy(token.begin() + static_cast<std::ptrdiff_t>(at) + 1, token.begin() + static_cast<std::ptrdiff_t>(count),
              token.begin() + static_cast<std::ptrdiff_t>(at));
    --count;
  }
};

// Pairs tokens that agree() accepts, first come first served, and reports each pair.
template <class Agree, class Report> void pair_up(Side& a, Side& b, Agree agree, Report report) {
  for (std::size_t i = 0; i < a.count;) {
    std::size_t j = 0;
    while (j < b.count && !agree(a.token[i], b.token[j])) {
      ++j;
    }
    if (j == b.count) {
      ++i;
      continue;
    }
    report(a.token[i], b.token[j]);
    a.drop(i);
    b.drop(j);
  }
}

// No text within so many slips has a set of letters further away than this.
bool may_be_slip(std::uint32_t letters_a, std::uint32_t letters_b, std::uint32_t allowed) {
  return static_cast<std::uint32_t>(std::popcount(letters_a ^ letters_b)) <= 2 * allowed;
}

// Two words written as one: within one slip where that is long.
bool is_joined(std::string_view first, std::string_view second, std::string_view word, bool& exact) {
  std::string joined(first);
  joined += second;
  exact = word == joined;
  const std::uint32_t allowed = joined.size() >= 8 ? 1 : 0;
  return exact || (allowed != 0 && similarity::osa(word, joined, allowed) <= allowed);
}

} // namespace

PhraseMatch PhraseMatcher::compare(std::uint32_t left, std::uint32_t right) const {
  if (left == 0 || right == 0) {
    return {};
  }
  if (left == right) {
    return {PhraseLevel::Exact, table_.phrase_bits(left)};
  }
  return align(std::min(left, right), std::max(left, right));
}

PhraseMatcher::TokenLevel PhraseMatcher::token_level(std::uint32_t a, std::uint32_t b) const {
  if (table_.token(a).length > table_.token(b).length || (table_.token(a).length == table_.token(b).length && a > b)) {
    std::swap(a, b);
  }
  const prepare::Token& x = table_.token(a); // the shorter
  const prepare::Token& y = table_.token(b);
  const std::uint32_t allowed = x.length >= 8 ? 2 : x.length >= 4 ? 1 : 0;
  if (allowed != 0 && y.length - x.length <= static_cast<int>(allowed) && may_be_slip(x.letters, y.letters, allowed) &&
      similarity::osa(table_.text(a), table_.text(b), allowed) <= allowed) {
    return TokenLevel::Slip;
  }
  if (x.length == 1) {
    return x.first == y.first ? TokenLevel::Part : TokenLevel::Apart; // an initial
  }
  if (x.length < 3 || (x.letters & ~y.letters) != 0) {
    return TokenLevel::Apart;
  }
  const std::string_view word = table_.text(b); // MUH of MUHIDIN; YONO of SUGIYONO
  const std::string_view part = table_.text(a);
  const bool found = word.substr(0, part.size()) == part || word.substr(word.size() - part.size()) == part;
  return found ? TokenLevel::Part : TokenLevel::Apart;
}

PhraseMatch PhraseMatcher::align(std::uint32_t left, std::uint32_t right) const {
  Side a(table_.tokens(left));
  Side b(table_.tokens(right));
  float bits = 0.0F;
  bool any = false;
  bool sound = false;
  bool near = false;
  pair_up(
      a, b, [](std::uint32_t x, std::uint32_t y) { return x == y; },
      [&](std::uint32_t x, std::uint32_t) {
        bits += table_.token(x).bits;
        any = true;
      });
  pair_up(
      a, b, [&](std::uint32_t x, std::uint32_t y) { return table_.token(x).sound == table_.token(y).sound; },
      [&](std::uint32_t x, std::uint32_t) {
        bits += table_.token(x).sound_bits;
        any = sound = true;
      });
  // NUR HAYATI and NURHAYATI: two neighbours of one side against one word of the other.
  const auto join = [&](Side& two, Side& one) {
    for (std::size_t i = 0; i + 1 < two.count; ++i) {
      const prepare::Token& first = table_.token(two.token[i]);
      const prepare::Token& second = table_.token(two.token[i + 1]);
      for (std::size_t j = 0; j < one.count; ++j) {
        const prepare::Token& word = table_.token(one.token[j]);
        const int more = first.length + second.length - word.length;
        bool exact = false;
        if (more >= -1 && more <= 1 && may_be_slip(first.letters | second.letters, word.letters, 1) &&
            is_joined(table_.text(two.token[i]), table_.text(two.token[i + 1]), table_.text(one.token[j]), exact)) {
          bits += std::min(word.bits, first.bits + second.bits);
          any = true;
          sound = sound || !exact;
          one.drop(j);
          two.drop(i);
          two.drop(i);
          return;
        }
      }
    }
  };
  if (a.count != 0 && b.count != 0) {
    join(a, b);
    join(b, a);
  }
  const auto weaker = [&](std::uint32_t x, std::uint32_t y) {
    return std::min(table_.token(x).bits, table_.token(y).bits);
  };
  pair_up(
      a, b, [&](std::uint32_t x, std::uint32_t y) { return token_level(x, y) == TokenLevel::Slip; },
      [&](std::uint32_t x, std::uint32_t y) {
        bits += weaker(x, y);
        any = near = true;
      });
  pair_up(
      a, b, [&](std::uint32_t x, std::uint32_t y) { return token_level(x, y) == TokenLevel::Part; },
      [&](std::uint32_t x, std::uint32_t y) {
        const bool initial = table_.token(x).length == 1 || table_.token(y).length == 1;
        bits += initial ? kInitialBits : kPartOfWord * weaker(x, y);
        any = near = true;
      });
  if (!any) {
    return {PhraseLevel::Different, 0.0F};
  }
  if (a.count == 0 && b.count == 0) {
    return {near ? PhraseLevel::Near : sound ? PhraseLevel::Sound : PhraseLevel::Exact, bits};
  }
  if (a.count == 0 || b.count == 0) {
    return {near ? PhraseLevel::NearSubset : PhraseLevel::Subset, bits};
  }
  return {PhraseLevel::Partial, bits};
}

} // namespace padan::matching
