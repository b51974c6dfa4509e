#pragma once
// All name words of the made-up people, and names drawn from them by region, sex and generation.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "padan/base/rng.hpp"

namespace padan::synth {

enum class Sex : std::uint8_t { Male, Female };
enum class Style : std::uint8_t { Sunda, Java, Faith, Banten, Bali, Bugis, Batak, Minang };

/// A name as up to four word numbers of the inventory.
struct Name {
  static constexpr std::uint8_t kMost = 4;
  std::array<std::uint16_t, kMost> words{};
  std::uint8_t count = 0;

  void add(std::uint16_t word) {
    if (count < kMost)
      words[count++] = word;
  }
  friend bool operator==(const Name& a, const Name& b) {
    for (std::uint8_t i = 0; i < kMost; ++i)
      if ((i < a.count ? a.words[i] : 0xFFFF) != (i < b.count ? b.words[i] : 0xFFFF))
        return false;
    return true;
  }
};

class Inventory {
public:
  Inventory();

  /// `family_word` is handed on by styles with a family name (Batak); kNoWord draws one.
  [[nodiscard]] Name draw(base::Rng& rng, Style style, Sex sex, int birth_year,
                          std::uint16_t family_word = kNoWord) const;
  [[nodiscard]] std::string_view word(std::uint16_t number) const { return words_[number]; }
  /// The whole name, upper case, blanks between words.
  [[nodiscard]] std::string text(const Name& name) const;

  static constexpr std::uint16_t kNoWord = 0xFFFF;

private:
  struct Range {
    std::uint16_t first = 0;
    std::uint16_t count = 0;
  };
  Range add_words(std::string_view words);
  Range add_compounds(std::string_view heads, std::string_view tails);
  [[nodiscard]] std::uint16_t pick(base::Rng& rng, std::uint8_t list) const;

  std::vector<std::string> words_;
  std::vector<Range> lists_;
};

/// "a b c" → upper-case words; '_' stands for a blank inside one.
[[nodiscard]] std::vector<std::string> split_words(std::string_view words);

} // namespace padan::synth
