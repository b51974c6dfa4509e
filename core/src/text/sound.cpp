#include "padan/text/sound.hpp"

#include <array>
#include <span>

namespace padan::text {
namespace {

constexpr bool is_vowel(char c) { return c == 'A' || c == 'E' || c == 'I' || c == 'O' || c == 'U'; }

// The letter at `i`, or NUL beyond the end.
char at(std::string_view word, std::size_t i) { return i < word.size() ? word[i] : '\0'; }

enum class Place { Anywhere, Start, End, NotEnd, BeforeVowel };

struct Rewrite {
  std::string_view from, to;
  Place place = Place::Anywhere;
};

// Spellings before 1972 and letters that stand for two sounds. First match wins, from left to right.
constexpr std::array kOldSpelling = {
    Rewrite{"KHOE", "KHAI"}, // KHOERUL is KHOIRUL, no old U
    Rewrite{"CHOE", "KHAI"},
    Rewrite{"OE", "U"},
    Rewrite{"OO", "U"},
    Rewrite{"DJ", "J"},
    Rewrite{"TJ", "C"},
    Rewrite{"IE", "I"},
    Rewrite{"EU", "E"},
    Rewrite{"AWU", "AU"},
    Rewrite{"AYI", "AI"},
    Rewrite{"DZ", "Z"},
    Rewrite{"X", "S", Place::Start},
    Rewrite{"X", "KS"},
};

constexpr std::array kOneSound = {
    Rewrite{"CHAND", "CAND", Place::Start}, // the modern ch of CHANDRA
    Rewrite{"CHINT", "CINT", Place::Start},
    Rewrite{"CHE", "CE", Place::Start},
    Rewrite{"CHR", "KR"},
    Rewrite{"CHL", "KL", Place::Start},
    // The dark o of Arabic names in Java, never a final one (JOKO, SASTRO).
    Rewrite{"KHO", "HA", Place::NotEnd},
    Rewrite{"CHO", "HA", Place::NotEnd},
    Rewrite{"SHO", "SA", Place::NotEnd},
    Rewrite{"THO", "TA", Place::NotEnd},
    Rewrite{"DHO", "DA", Place::NotEnd},
    Rewrite{"GHO", "GA", Place::NotEnd},
    Rewrite{"QO", "KA", Place::NotEnd},
    Rewrite{"KO", "KA", Place::NotEnd},
    Rewrite{"RON", "RON"}, // RONI is not RANI
    Rewrite{"RO", "RA", Place::NotEnd},
    Rewrite{"HO", "HA", Place::NotEnd},
    Rewrite{"SOH", "SAH"},
    Rewrite{"SOL", "SAL"},
    Rewrite{"SOD", "SAD"},
    Rewrite{"TOH", "TAH"},
    Rewrite{"TOL", "TAL"},
    Rewrite{"KH", "H"},
    Rewrite{"CH", "H"},
    Rewrite{"SY", "SI", Place::End}, // SUSY, but SYARIF and MASYHUD
    Rewrite{"SYL", "SIL", Place::Start},
    Rewrite{"SY", "S"},
    Rewrite{"SJ", "S"},
    Rewrite{"SH", "S"},
    Rewrite{"TS", "S"},
    Rewrite{"TH", "T"},
    Rewrite{"DH", "D"},
    Rewrite{"GH", "G"},
    Rewrite{"PH", "P"},
    Rewrite{"BH", "B"},
    Rewrite{"CK", "K"},
    Rewrite{"CT", "KT"},
    Rewrite{"CR", "KR"},
    Rewrite{"CL", "KL"},
    Rewrite{"C", "K", Place::End},
    Rewrite{"NGK", "NK"},
    Rewrite{"IZ", "IS"}, // FAIZAL, RIZKI
    Rewrite{"YZ", "YS"},
    Rewrite{"Z", "Y", Place::BeforeVowel}, // ZAENAL, FAUZI
    Rewrite{"Z", "S"},
    Rewrite{"Q", "K"},
    Rewrite{"F", "P"},
    Rewrite{"V", "P"},
    Rewrite{"J", "Y"},
};

bool applies(const Rewrite& rewrite, std::string_view word, std::size_t i) {
  if (word.substr(i, rewrite.from.size()) != rewrite.from)
    return false;
  const std::size_t end = i + rewrite.from.size();
  switch (rewrite.place) {
  case Place::Anywhere:
    return true;
  case Place::Start:
    return i == 0;
  case Place::End:
    return end == word.size();
  case Place::NotEnd:
    return end != word.size();
  case Place::BeforeVowel:
    return is_vowel(at(word, end)) || at(word, end) == 'Y';
  }
  return false;
}

constexpr bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }

void push_once(std::string& out, char c) {
  if (out.empty() || out.back() != c || !is_letter(c)) // a repeated byte of UTF-8 is no doubled letter
    out.push_back(c);
}

// Doubled letters come out single.
std::string rewrite(std::string_view word, std::span<const Rewrite> rules) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    std::string_view to = word.substr(i, 1);
    std::size_t step = 1;
    for (const Rewrite& rule : rules) {
      if (rule.from.front() == word[i] && applies(rule, word, i)) {
        to = rule.to;
        step = rule.from.size();
        break;
      }
    }
    for (const char c : to)
      push_once(out, c);
    i += step;
  }
  return out;
}

std::string letters_only(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (is_letter(c) || static_cast<unsigned char>(c) >= 0x80)
      out.push_back(c);
  }
  return out;
}

// Decides which i, y, u, w are vowels and which are glides, and melts diphthongs into one vowel: afterwards Y and W are
// consonants and each vowel letter is a syllable.
std::string settle_glides(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i], next = at(word, i + 1), after = at(word, i + 2);
    const bool front_follows = (next == 'I' || next == 'E' || next == 'Y') && !is_vowel(after);
    if (c == 'Y') {
      out.push_back(is_vowel(next) ? 'Y' : 'I');
    } else if (c == 'W') {
      out.push_back(is_vowel(next) ? 'W' : 'U');
    } else if ((c == 'I' && next == 'Y' && is_vowel(after)) || (c == 'U' && next == 'W' && is_vowel(after))) {
      continue; // MARIYAM, SUWARNO: the glide says it all
    } else if ((c == 'I' || c == 'E') && (next == 'A' || next == 'O' || next == 'U')) {
      out.push_back('Y');
    } else if (c == 'U' && (next == 'A' || next == 'E' || next == 'I')) {
      out.push_back('W');
    } else if ((c == 'A' || c == 'O') && front_follows) {
      out.push_back('E');
      ++i;
    } else if ((c == 'A' || c == 'O') && (next == 'U' || next == 'W') && !is_vowel(after)) {
      out.push_back('U');
      ++i;
    } else {
      out.push_back(c);
    }
  }
  return out;
}

char vowel_class(char vowel) { return vowel == 'O' ? 'U' : vowel == 'E' ? 'I' : vowel; }

void harden_end(std::string& word) {
  while (word.size() > 1 && word.back() == 'H')
    word.pop_back();
  if (word.size() > 2 && word.ends_with("NG"))
    word.pop_back();
  if (word.empty())
    return;
  char& last = word.back();
  last = last == 'D' ? 'T' : last == 'B' ? 'P' : last == 'G' ? 'K' : last;
}

std::string skeleton(std::string_view word) {
  std::string key;
  bool vowel_seen = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (is_vowel(c)) {
      if (!vowel_seen || i + 1 == word.size())
        key.push_back(vowel_class(c));
      vowel_seen = true;
      continue;
    }
    const bool silent = c == 'H' && i > 0 && !is_vowel(word[i - 1]) && is_vowel(at(word, i + 1));
    if (!silent)
      key.push_back(c);
  }
  return key;
}

} // namespace

std::string sound_key(std::string_view folded_word) {
  std::string word = rewrite(letters_only(folded_word), kOldSpelling);
  word = settle_glides(rewrite(word, kOneSound));
  harden_end(word);
  return skeleton(word);
}

} // namespace padan::text
