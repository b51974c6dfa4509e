#include "padan/prepare/name.hpp"

#include <algorithm>
#include <array>

#include "name_words.hpp"
#include "padan/text/fold.hpp"
#include "word_list.hpp"

namespace padan::prepare {
namespace {

constexpr std::size_t kMostTokens = 12;

// Abbreviations whose meaning hangs on where they stand: first of several words, or after another.
std::string_view expand_at(std::string_view word, std::string_view before, bool first) {
  if (first) {
    return word == "M" || word == "MD" || word == "HM" ? std::string_view("MUHAMMAD")
           : word == "ST"                              ? std::string_view("SITI")
                                                       : word;
  }
  return word == "MD" && (before == "I" || before == "NI") ? std::string_view("MADE") : word;
}

std::string_view expand(std::string_view word) {
  for (const Abbreviation& abbreviation : kAbbreviations) {
    if (abbreviation.written == word) {
      return abbreviation.meant;
    }
  }
  return word;
}

struct Tokens {
  std::array<std::string_view, kMostTokens> words;
  std::size_t count = 0;
};

// Letters make words; apostrophes vanish inside them (AI'SYAH), everything else parts them. Bytes above ASCII are letters.
// Rewrites text in place so that the words stand in it without their apostrophes.
Tokens split(std::string& text) {
  Tokens tokens;
  std::size_t out = 0;
  std::size_t start = 0;
  const auto close = [&] {
    if (out > start && tokens.count < kMostTokens) {
      tokens.words[tokens.count++] = std::string_view(text.data() + start, out - start);
    }
    start = out;
  };
  for (const char c : text) {
    const bool letter = (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      text[out++] = c;
    } else if (c != '\'' && c != '`') {
      close();
    }
  }
  close();
  return tokens;
}

bool is_bin(std::string_view word) { return word == "BIN" || word == "BINTI" || word == "BINTE" || word == "BT"; }

// "S PD", "M SI", "A MD", "PH D": a degree whose dots parted it.
bool is_degree_pair(std::string_view first, std::string_view second) {
  std::string joined(first);
  joined += second;
  return first.size() <= 2 && listed(kDegrees, joined) && joined != "SE" && joined != "ST";
}

void append_name(Tokens tokens, bool degrees_follow_comma, std::string& out) {
  std::size_t begin = 0;
  std::size_t end = tokens.count;
  for (std::size_t i = 1; i < end; ++i) {
    if (is_bin(tokens.words[i])) {
      end = i; // the father's name tells less than it confuses: few lists carry it
    }
  }
  while (end - begin > 1) {
    const bool parted = end - begin > 2 && tokens.words[begin] == "K" && tokens.words[begin + 1] == "H"; // K.H.
    if (!parted && !listed(kTitles, tokens.words[begin])) {
      break;
    }
    begin += parted ? 2 : 1;
  }
  while (end - begin > 1) {
    const std::string_view last = tokens.words[end - 1];
    if (listed(kLate, last)) {
      --end; // "SUPARMAN ALM"
    } else if (end - begin > 2 && is_degree_pair(tokens.words[end - 2], last)) {
      end -= 2;
    } else if (listed(kDegrees, last) && (degrees_follow_comma || last.size() > 2)) {
      --end;
    } else {
      break;
    }
  }
  for (std::size_t i = begin; i < end; ++i) {
    std::string_view word = expand(tokens.words[i]);
    if (end - begin > 1) {
      word = expand_at(word, i > begin ? tokens.words[i - 1] : std::string_view(), i == begin);
    }
    if (!out.empty()) {
      out.push_back(' ');
    }
    out.append(word);
  }
}

// Where an alias begins, and how many characters its mark takes.
std::pair<std::size_t, std::size_t> find_alias(std::string_view folded) {
  for (const std::string_view mark : {"(", "/", " ALIAS ", " ALS ", " ALS. ", " A.K.A ", " AKA "}) {
    const std::size_t at = folded.find(mark);
    if (at != std::string_view::npos && at > 0) {
      return {at, mark.size()};
    }
  }
  return {std::string_view::npos, 0};
}

void read_part(std::string_view part, std::string& out) {
  std::string text(part);
  for (const std::string_view degree : {" S.E", " S.T"}) { // without their dots these may be initials or names
    const std::size_t at = text.find(degree);
    const std::size_t behind = at + degree.size();
    if (at != std::string::npos && at > 0 && (behind == text.size() || text[behind] == '.' || text[behind] == ',')) {
      text.resize(at);
    }
  }
  const std::size_t comma = text.find(',');
  bool degrees = false;
  if (comma != std::string::npos && comma > 0) {
    // "AMINAH, S.PD" ends in degrees, "NASUTION, BUDI" does not.
    std::string tail = text.substr(comma + 1);
    const Tokens words = split(tail);
    degrees = words.count > 0 &&
              (words.words[0].size() <= 2 || listed(kDegrees, words.words[0]) || listed(kTitles, words.words[0]));
    if (degrees) {
      text.resize(comma);
    }
  }
  const Tokens words = split(text);
  append_name(words, degrees, out);
  if (listed(kPlaceholders, out) || (words.count == 1 && listed(kLate, out))) {
    out.clear();
  }
}

// "ASEP (ALM)", "SITI (ALM. KARTO)": what follows the word is no other name of the person.
bool begins_late(std::string_view part) {
  std::string text(part);
  const Tokens words = split(text);
  return words.count > 0 && listed(kLate, words.words[0]);
}

// A glance, so that the few cells that may say it are the only ones that are taken apart.
bool may_say_late(std::string_view cell) {
  const auto is = [](char c, char upper) { return c == upper || c == upper + 32; };
  for (std::size_t i = 0; i + 2 < cell.size(); ++i) {
    if (is(cell[i], 'A') && is(cell[i + 1], 'L') && is(cell[i + 2], 'M')) {
      return true;
    }
  }
  return false;
}

} // namespace

bool says_late(std::string_view cell) {
  if (!may_say_late(cell)) {
    return false;
  }
  const std::string folded = text::fold(cell);
  const auto [at, length] = find_alias(folded);
  std::string own = folded.substr(0, at);
  const Tokens words = split(own);
  if (at != std::string::npos) {
    std::string rest = folded.substr(at + length);
    const Tokens beside = split(rest);
    if (words.count > 0 && beside.count > 0 && listed(kLate, beside.words[0]) &&
        (beside.count == 1 || is_bin(beside.words[1]))) {
      return true;
    }
  }
  std::size_t end = words.count;
  for (std::size_t i = 1; i < words.count; ++i) {
    end = is_bin(words.words[i]) ? std::min(end, i) : end;
  }
  std::size_t first = 0;
  while (first + 1 < end && listed(kTitles, words.words[first]) && !listed(kLate, words.words[first])) {
    ++first; // "H. ALM. SUPARMAN"
  }
  return end > 1 && (listed(kLate, words.words[first]) || listed(kLate, words.words[end - 1]));
}

void read_name(std::string_view cell, NameParts& out) {
  out.main.clear();
  out.alias.clear();
  const std::string folded = text::fold(cell);
  if (folded.empty() || folded == "N/A" || listed(kPlaceholders, folded)) {
    return;
  }
  const auto [at, length] = find_alias(folded);
  read_part(std::string_view(folded).substr(0, at), out.main);
  if (at != std::string_view::npos) {
    const std::string_view rest = std::string_view(folded).substr(at + length);
    if (!begins_late(rest)) {
      read_part(rest, out.alias);
    }
  }
}

} // namespace padan::prepare
