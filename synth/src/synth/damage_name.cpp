#include <algorithm>
#include <utility>
#include <vector>

#include "damage.hpp"
#include "variants.hpp"

namespace padan::synth {
namespace {

using Words = std::vector<std::string>;

std::uint32_t below(base::Rng& rng, std::size_t bound) { return rng.below(static_cast<std::uint32_t>(bound)); }

std::string join(const Words& words) {
  std::string out;
  for (const std::string& word : words) {
    if (word.empty())
      continue;
    if (!out.empty())
      out += ' ';
    out += word;
  }
  return out;
}

template <std::size_t N> bool replace_whole(std::string& word, const data::Pair (&table)[N], base::Rng& rng) {
  const std::size_t start = below(rng, N);
  for (std::size_t i = 0; i < N; ++i) {
    const data::Pair& pair = table[(start + i) % N];
    if (word != pair.from)
      continue;
    word = pair.to;
    return true;
  }
  return false;
}

// One spelling for another at one place, not at the very start where clerks seldom err.
bool change_sound(std::string& word, base::Rng& rng) {
  if (rng.chance(0.5) && replace_whole(word, data::kWordTwins, rng))
    return true;
  for (int tries = 0; tries < 12; ++tries) {
    const data::Pair& pair = data::kSounds[below(rng, std::size(data::kSounds))];
    const bool at_start = pair.from == "F" || pair.from == "Z" || pair.from == "J" || pair.from == "KH" ||
                          pair.from == "SH" || pair.from == "SY" || pair.from == "YU";
    const std::size_t at = word.find(pair.from, at_start ? 0 : 1);
    if (at == std::string::npos || word.size() < 4)
      continue;
    const std::string before = word;
    word.replace(at, pair.from.size(), pair.to);
    if (word != before)
      return true;
  }
  return false;
}

void replace_all(std::string& word, const data::Pair& pair) {
  for (std::size_t at = word.find(pair.from); at != std::string::npos; at = word.find(pair.from, at + pair.to.size()))
    word.replace(at, pair.from.size(), pair.to);
}

bool spell_old(Words& words, base::Rng& rng) {
  bool changed = false;
  for (std::string& word : words) {
    if (word.size() < 4)
      continue; // titles and abbreviations
    const std::string before = word;
    for (const data::Pair& pair : data::kOldSpelling) {
      if (!rng.chance(0.7))
        continue;
      // Y stands for the old J and must not meet the new DJ, TJ, SJ, NJ.
      if (pair.from == "Y" && word.find('J') != std::string::npos)
        continue;
      if (pair.from == "J" && word.find("DJ") != std::string::npos)
        continue;
      replace_all(word, pair);
    }
    changed |= word != before;
  }
  return changed;
}

bool join_words(Words& words, base::Rng& rng) {
  if (words.size() < 2)
    return false;
  const std::size_t at = below(rng, words.size() - 1);
  if (words[at].size() + words[at + 1].size() > 14)
    return false;
  words[at] += words[at + 1];
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  return true;
}

bool split_word(Words& words, base::Rng& rng) {
  const std::size_t at = below(rng, words.size());
  std::string& word = words[at];
  if (word.size() < 7)
    return false;
  const std::size_t cut = word.rfind("NUR", 0) == 0 ? 3 : word.size() / 2;
  std::string tail = word.substr(cut);
  word.resize(cut);
  words.insert(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(tail));
  return true;
}

bool drop_word(Words& words, base::Rng& rng) {
  if (words.size() < 2)
    return false;
  const std::size_t at = rng.chance(0.65) ? words.size() - 1 : below(rng, words.size());
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
  return words.size() > 1 || words.front().size() > 2;
}

bool abbreviate(Words& words, base::Rng& rng) {
  for (std::string& word : words)
    if (replace_whole(word, data::kAbbreviations, rng))
      return true;
  if (words.size() < 2)
    return false;
  std::string& last = words[words.size() == 2 ? 1 : 1 + below(rng, words.size() - 1)];
  if (last.size() < 4)
    return false;
  last.resize(1);
  if (rng.chance(0.6))
    last += '.';
  return true;
}

bool add_title(const World& world, Words& words, const Person& person, base::Rng& rng) {
  if (world.age_of(person) < 17)
    return false;
  if (person.degree > 0 && (!person.haji || rng.chance(0.5))) {
    words.back() += rng.chance(0.7) ? "," : "";
    words.emplace_back(data::kDegrees[person.degree]);
    return true;
  }
  const bool man = person.sex == Sex::Male;
  std::string_view title = man ? data::kMaleTitles[below(rng, std::size(data::kMaleTitles))]
                               : data::kFemaleTitles[below(rng, std::size(data::kFemaleTitles))];
  if (person.haji)
    title = man ? (rng.chance(0.7) ? "H." : "HAJI") : (rng.chance(0.7) ? "HJ." : "HAJJAH");
  words.emplace(words.begin(), title);
  return true;
}

// Known short forms first, else the last two syllables.
std::string nickname(std::string word, base::Rng& rng) {
  if (replace_whole(word, data::kNicknames, rng))
    return word;
  constexpr std::string_view kVowels = "AIUEO";
  std::size_t vowels = 0;
  for (std::size_t at = word.size(); at-- > 0;) {
    if (kVowels.find(word[at]) == std::string_view::npos || ++vowels < 2)
      continue;
    return word.substr(at > 0 && kVowels.find(word[at - 1]) == std::string_view::npos ? at - 1 : at);
  }
  return word;
}

bool call_by_nickname(Words& words, base::Rng& rng) {
  const std::string& base = words[below(rng, words.size())];
  const std::string called = nickname(base, rng);
  if (called == base || called.size() < 3)
    return false;
  words = Words{called};
  return true;
}

void add_alias(Words& words, base::Rng& rng) {
  std::string called = nickname(words.back(), rng);
  if (called == words.back()) {
    called = nickname(words.front(), rng);
    called += rng.chance(0.5) ? "NG" : "H";
  }
  switch (rng.below(3)) {
  case 0:
    words.push_back("(" + called + ")");
    break;
  case 1:
    words.push_back("ALIAS " + called);
    break;
  default:
    words.back() += "/" + called;
    break;
  }
}

bool add_parent(Words& words, const Spoiling& s) {
  const Person& person = *s.record.who;
  const Words father = split_words(father_name(s.world, person));
  if (words.size() > 2)
    return false;
  words.emplace_back(person.sex == Sex::Male ? (s.rng.chance(0.8) ? "BIN" : "B.")
                                             : (s.rng.chance(0.8) ? "BINTI" : "BT."));
  words.push_back(father.front());
  return true;
}

bool change_words(Spoiling& s, Damage kind, Words& words) {
  base::Rng& rng = s.rng;
  switch (kind) {
  case Damage::NameTypo: {
    std::string& word = words[below(rng, words.size())];
    if (word.size() < 3)
      return false;
    mistype(word, rng);
    return true;
  }
  case Damage::NameSound:
    return change_sound(words[below(rng, words.size())], rng);
  case Damage::NameOldSpelling:
    return spell_old(words, rng);
  case Damage::NameDropped:
    return drop_word(words, rng);
  case Damage::NameJoined:
    return join_words(words, rng);
  case Damage::NameSplit:
    return split_word(words, rng);
  case Damage::NameReordered:
    return words.size() > 1 && !s.record.has(Damage::NameParent) &&
           (std::rotate(words.begin(), words.end() - 1, words.end()), true);
  case Damage::NameAbbreviated:
    return abbreviate(words, rng);
  case Damage::NameTitle:
    return add_title(s.world, words, *s.record.who, rng);
  case Damage::NameNickname:
    return call_by_nickname(words, rng);
  case Damage::NameAlias:
    add_alias(words, rng);
    return true;
  case Damage::NameDead:
    words.emplace(words.begin(), rng.chance(0.5) ? "ALM." : s.record.sex == Sex::Male ? "ALM" : "ALMH.");
    return true;
  case Damage::NameParent:
    return add_parent(words, s);
  default:
    return false;
  }
}

} // namespace

void mistype(std::string& word, base::Rng& rng) {
  constexpr std::string_view kNeighbours = "SVXFWGHJOKLMNBIPAETDYCQRUZ"; // a key beside A, B, C, ...
  const std::size_t at = word.size() > 2 ? 1 + below(rng, word.size() - 1) : 0;
  switch (rng.below(4)) {
  case 0:
    word.erase(at, 1);
    return;
  case 1:
    word.insert(at, 1, word[at]);
    return;
  case 2:
    if (at + 1 < word.size() && word[at] != word[at + 1]) {
      std::swap(word[at], word[at + 1]);
      return;
    }
    [[fallthrough]];
  default:
    word[at] = word[at] >= 'A' && word[at] <= 'Z' ? kNeighbours[static_cast<std::size_t>(word[at] - 'A')] : 'A';
  }
}

bool spoil_mother(Spoiling& s) {
  Words words = split_words(s.record.mother);
  if (words.empty())
    return false;
  std::string& word = words[below(s.rng, words.size())];
  if (!s.rng.chance(0.6) || !change_sound(word, s.rng))
    mistype(word, s.rng);
  std::string changed = join(words);
  if (changed.empty() || changed == s.record.mother)
    return false;
  s.record.mother = std::move(changed);
  return true;
}

bool spoil_name(Spoiling& s, Damage kind) {
  Words words = split_words(s.record.name);
  if (words.empty() || !change_words(s, kind, words))
    return false;
  std::string changed = join(words);
  if (changed == s.record.name)
    return false;
  s.record.name = std::move(changed);
  return true;
}

} // namespace padan::synth
