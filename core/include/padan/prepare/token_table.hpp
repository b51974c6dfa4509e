#pragma once
// Names and addresses as sequences of tokens, with the rarity of each token learned from the lists themselves.
// Rarity does the work of word lists: "SITI", "WAYAN" or "DUSUN" weigh little because they are everywhere.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "padan/base/prefetch.hpp"
#include "padan/table/dictionary.hpp"

namespace padan::prepare {

/// What comparison needs of a token, in one place.
struct Token {
  std::uint32_t sound = 0;   // class of tokens that sound alike
  float bits = 0.0F;         // evidence when two rows share the token: -log2 of its share of all phrases
  float sound_bits = 0.0F;   // ... share its sound
  std::uint32_t letters = 0; // a set of the letters in it; one slip of the pen moves at most two of its bits
  std::uint16_t length = 0;  // bytes
  char first = 0;
};

/// A phrase is a sequence of tokens (one person's name); code 0 is the empty phrase.
///   TokenTable t;  const auto code = t.intern("SITI AMINAH");  t.count(code);  t.finish();  t.tokens(code).size() == 2;
class TokenTable {
public:
  /// The code of a phrase: folded tokens with one space between.
  std::uint32_t intern(std::string_view phrase);
  /// So many more rows bear the phrase.
  void count(std::uint32_t code, std::uint32_t rows = 1) {
    phrase_counts_[code] += code != 0 ? rows : 0;
    rows_ += code != 0 ? rows : 0;
  }

  /// Computes rarities and sound classes; after it the table is read only.
  void finish();

  [[nodiscard]] std::string_view phrase(std::uint32_t code) const { return phrases_[code]; }
  [[nodiscard]] std::uint32_t phrases() const { return phrases_.size(); }
  [[nodiscard]] std::uint32_t phrase_count(std::uint32_t code) const { return phrase_counts_[code]; }
  [[nodiscard]] std::span<const std::uint32_t> tokens(std::uint32_t code) const {
    return {token_codes_.data() + starts_[code], starts_[code + 1] - starts_[code]};
  }
  /// Asks the memory for where a phrase stands.
  void prefetch(std::uint32_t code) const { base::prefetch(&starts_[code]); }
  [[nodiscard]] std::string_view text(std::uint32_t token) const { return tokens_[token]; }
  [[nodiscard]] const Token& token(std::uint32_t token) const { return facts_[token]; }
  [[nodiscard]] std::string_view sound_text(std::uint32_t sound) const { return sound_dictionary_[sound]; }
  /// Bits of evidence when two rows share the whole phrase.
  [[nodiscard]] float phrase_bits(std::uint32_t code) const { return phrase_bits_[code]; }
  [[nodiscard]] std::uint32_t rows() const { return rows_; }
  [[nodiscard]] std::size_t memory_bytes() const;

  /// What comparison of phrases needs (base/archive.hpp); phrase() and sound_text() are empty in what is read back.
  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    archive(self.tokens_, self.starts_, self.token_codes_, self.phrase_counts_, self.facts_, self.phrase_bits_,
            self.rows_);
  }

private:
  table::Dictionary phrases_;
  table::Dictionary tokens_;
  table::Dictionary sound_dictionary_;
  std::vector<std::uint32_t> starts_{0, 0};
  std::vector<std::uint32_t> token_codes_;
  std::vector<std::uint32_t> phrase_counts_{0};
  std::vector<Token> facts_; // by token
  std::vector<float> phrase_bits_;
  std::uint32_t rows_ = 0;
};

} // namespace padan::prepare
