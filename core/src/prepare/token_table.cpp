#include "padan/prepare/token_table.hpp"

#include <algorithm>

#include "padan/base/math.hpp"
#include "padan/text/sound.hpp"

namespace padan::prepare {
namespace {

// A count of 1 may be a spelling slip of a frequent token, so nothing is thought rarer than about one row in 2^20.
float bits(double count, double rows) { return static_cast<float>(base::log2((rows + 2.0) / (count + 1.0))); }

// One person stands on several lists: so many equal phrases are no sign that the name is common.
constexpr double kRowsOfOnePerson = 3.0;

std::uint32_t letters_of(std::string_view text) {
  std::uint32_t set = 0;
  for (const char c : text) {
    const bool letter = c >= 'A' && c <= 'Z';
    const bool digit = c >= '0' && c <= '9';
    set |= 1U << (letter ? c - 'A' : digit ? 26 + (c - '0') % 5 : 31);
  }
  return set;
}

} // namespace

std::uint32_t TokenTable::intern(std::string_view phrase) {
  const std::uint32_t code = phrases_.intern(phrase);
  if (code < phrase_counts_.size()) {
    return code;
  }
  phrase_counts_.push_back(0);
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
    token_codes_.push_back(tokens_.intern(phrase.substr(at, end - at)));
    at = end + 1;
  }
  starts_.push_back(static_cast<std::uint32_t>(token_codes_.size()));
  return code;
}

void TokenTable::finish() {
  std::vector<std::uint32_t> token_counts(tokens_.size(), 0);
  for (std::uint32_t code = 1; code < phrases_.size(); ++code) {
    for (const std::uint32_t token : tokens(code)) {
      token_counts[token] += phrase_counts_[code];
    }
  }
  facts_.assign(tokens_.size(), {});
  std::vector<std::uint32_t> sound_counts(1, 0);
  for (std::uint32_t token = 1; token < tokens_.size(); ++token) {
    const std::string_view text = tokens_[token];
    const std::string key = text::sound_key(text);
    Token& facts = facts_[token];
    facts.sound = sound_dictionary_.intern(key.empty() ? text : std::string_view(key));
    facts.letters = letters_of(text);
    facts.length = static_cast<std::uint16_t>(std::min<std::size_t>(text.size(), UINT16_MAX));
    facts.first = text.front();
    sound_counts.resize(sound_dictionary_.size(), 0);
    sound_counts[facts.sound] += token_counts[token];
  }
  const double rows = rows_;
  for (std::uint32_t token = 1; token < tokens_.size(); ++token) {
    facts_[token].bits = bits(token_counts[token], rows);
    facts_[token].sound_bits = bits(sound_counts[facts_[token].sound], rows);
  }
  phrase_bits_.assign(phrases_.size(), 0.0F);
  for (std::uint32_t code = 1; code < phrases_.size(); ++code) {
    double sum = 0.0;
    for (const std::uint32_t token : tokens(code)) {
      sum += facts_[token].bits;
    }
    // Tokens are not independent: a phrase that many rows share is as common as it is counted to be.
    const double excess = phrase_counts_[code] - kRowsOfOnePerson;
    phrase_bits_[code] =
        static_cast<float>(excess > 0.0 ? std::min(sum, static_cast<double>(bits(excess, rows))) : sum);
  }
}

std::size_t TokenTable::memory_bytes() const {
  return phrases_.memory_bytes() + tokens_.memory_bytes() + sound_dictionary_.memory_bytes() +
         sizeof(std::uint32_t) * (starts_.capacity() + token_codes_.capacity() + phrase_counts_.capacity()) +
         sizeof(Token) * facts_.capacity() + sizeof(float) * phrase_bits_.capacity();
}

} // namespace padan::prepare
