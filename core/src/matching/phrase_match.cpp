#include "padan/matching/phrase_match.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "padan/base/hash.hpp"
#include "padan/similarity/edit.hpp"

namespace padan::matching {
namespace {

constexpr std::size_t kPhraseSlots = 1U << 15;
constexpr std::size_t kTokenSlots = 1U << 15;
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

} // namespace

PhraseMatcher::PhraseMatcher(const prepare::TokenTable& table)
    : table_(table), phrases_(kPhraseSlots), tokens_(kTokenSlots) {}

PhraseMatch PhraseMatcher::compare(std::uint32_t left, std::uint32_t right) {
  if (left == 0 || right == 0) {
    return {};
  }
  if (left == right) {
    return {PhraseLevel::Exact, table_.phrase_bits(left)};
  }
  if (left > right) {
    std::swap(left, right);
  }
  const std::uint64_t key = std::uint64_t{left} << 32 | right;
  Slot& slot = phrases_[base::mix(key) & (kPhraseSlots - 1)];
  if (slot.key != key) {
    slot = {key, align(left, right)};
  }
  return slot.match;
}

PhraseMatcher::TokenLevel PhraseMatcher::token_level(std::uint32_t a, std::uint32_t b) {
  if (a > b) {
    std::swap(a, b);
  }
  const std::uint64_t key = std::uint64_t{a} << 32 | b;
  TokenSlot& slot = tokens_[base::mix(key) & (kTokenSlots - 1)];
  if (slot.key == key) {
    return slot.level;
  }
  slot.key = key;
  slot.level = TokenLevel::Apart;
  std::string_view x = table_.text(a);
  std::string_view y = table_.text(b);
  if (x.size() > y.size()) {
    std::swap(x, y);
  }
  const std::uint32_t allowed = x.size() >= 8 ? 2 : x.size() >= 4 ? 1 : 0;
  if (allowed != 0 && y.size() - x.size() <= allowed && similarity::osa(x, y, allowed) <= allowed) {
    slot.level = TokenLevel::Slip;
  } else if (x.size() == 1 ? y.front() == x.front()
                           : x.size() >= 3 && (y.substr(0, x.size()) == x || y.substr(y.size() - x.size()) == x)) {
    slot.level = TokenLevel::Part; // an initial; MUH of MUHIDIN; YONO of SUGIYONO
  }
  return slot.level;
}

PhraseMatch PhraseMatcher::align(std::uint32_t left, std::uint32_t right) {
  Side a(table_.tokens(left));
  Side b(table_.tokens(right));
  float bits = 0.0F;
  bool any = false;
  bool sound = false;
  bool near = false;
  pair_up(
      a, b, [](std::uint32_t x, std::uint32_t y) { return x == y; },
      [&](std::uint32_t x, std::uint32_t) {
        bits += table_.token_bits(x);
        any = true;
      });
  pair_up(
      a, b, [&](std::uint32_t x, std::uint32_t y) { return table_.sound(x) == table_.sound(y); },
      [&](std::uint32_t x, std::uint32_t) {
        bits += table_.sound_bits(x);
        any = sound = true;
      });
  // NUR HAYATI and NURHAYATI: two neighbours of one side against one word of the other.
  const auto join = [&](Side& two, Side& one) {
    for (std::size_t i = 0; i + 1 < two.count; ++i) {
      std::string joined(table_.text(two.token[i]));
      joined += table_.text(two.token[i + 1]);
      for (std::size_t j = 0; j < one.count; ++j) {
        const std::string_view word = table_.text(one.token[j]);
        const std::uint32_t allowed = joined.size() >= 8 ? 1 : 0;
        if (word == joined || (allowed != 0 && similarity::osa(word, joined, allowed) <= allowed)) {
          bits += std::min(table_.token_bits(one.token[j]),
                           table_.token_bits(two.token[i]) + table_.token_bits(two.token[i + 1]));
          any = true;
          sound = sound || word != joined;
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
    return std::min(table_.token_bits(x), table_.token_bits(y));
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
        const bool initial = table_.text(x).size() == 1 || table_.text(y).size() == 1;
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
