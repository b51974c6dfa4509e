#pragma once
// Strings to try an algorithm on: all short ones over a small alphabet, and random long ones that resemble each other.

#include <string>
#include <string_view>
#include <vector>

#include "padan/base/rng.hpp"

namespace padan::property {

/// All strings over `alphabet` of length 0 to `longest`, shortest first.
inline std::vector<std::string> all_strings(std::string_view alphabet, std::size_t longest) {
  std::vector<std::string> all{""};
  for (std::size_t i = 0; i < all.size() && all[i].size() < longest; ++i) {
    for (const char letter : alphabet) {
      std::string next = all[i]; // a copy first: push_back may move all[i]
      next += letter;
      all.push_back(std::move(next));
    }
  }
  return all;
}

inline std::string random_string(base::Rng& rng, std::string_view alphabet, std::uint32_t longest) {
  std::string text(rng.below(longest + 1), ' ');
  for (char& letter : text)
    letter = alphabet[rng.below(static_cast<std::uint32_t>(alphabet.size()))];
  return text;
}

/// `text` after `edits` random insertions, deletions, replacements and swaps of neighbours.
inline std::string damage(base::Rng& rng, std::string text, std::string_view alphabet, std::uint32_t edits) {
  for (; edits != 0; --edits) {
    const auto letter = alphabet[rng.below(static_cast<std::uint32_t>(alphabet.size()))];
    const std::uint32_t kind = text.size() < 2 ? 0 : rng.below(4);
    const std::uint32_t at = rng.below(static_cast<std::uint32_t>(text.size()) + (kind == 0));
    if (kind == 0)
      text.insert(at, 1, letter);
    else if (kind == 1)
      text.erase(at, 1);
    else if (kind == 2)
      text[at] = letter;
    else if (at + 1 < text.size())
      std::swap(text[at], text[at + 1]);
  }
  return text;
}

} // namespace padan::property
