#include "padan/region/place_name.hpp"

#include <algorithm>
#include <array>

#include "padan/similarity/edit.hpp"
#include "padan/text/fold.hpp"

namespace padan::region {
namespace {

struct KindWord {
  std::string_view word;
  Kind kind;
};
constexpr std::array kKindWords = {
    KindWord{"KABUPATEN", Kind::Kabupaten},
    KindWord{"KAB", Kind::Kabupaten},
    KindWord{"KOTA", Kind::Kota},
    KindWord{"KOTAMADYA", Kind::Kota},
    KindWord{"KODYA", Kind::Kota},
    KindWord{"ADMINISTRASI", Kind::Unknown},
    KindWord{"ADM", Kind::Unknown},
    KindWord{"KECAMATAN", Kind::District},
    KindWord{"KEC", Kind::District},
    KindWord{"DISTRIK", Kind::District},
    KindWord{"DESA", Kind::Desa},
    KindWord{"DS", Kind::Desa},
    KindWord{"ADAT", Kind::Desa},
    KindWord{"GAMPONG", Kind::Desa},
    KindWord{"GP", Kind::Desa},
    KindWord{"NAGARI", Kind::Desa},
    KindWord{"PEKON", Kind::Desa},
    KindWord{"LEMBANG", Kind::Desa},
    KindWord{"NEGERI", Kind::Desa},
    KindWord{"KAMPUNG", Kind::Desa},
    KindWord{"KELURAHAN", Kind::Kelurahan},
    KindWord{"KEL", Kind::Kelurahan},
};

struct Abbreviation {
  std::string_view from, to;
};
constexpr std::array kAbbreviations = {
    Abbreviation{"TJ", "TANJUNG"},      Abbreviation{"TJG", "TANJUNG"},  Abbreviation{"TG", "TANJUNG"},
    Abbreviation{"GN", "GUNUNG"},       Abbreviation{"GNG", "GUNUNG"},   Abbreviation{"SEI", "SUNGAI"},
    Abbreviation{"KP", "KAMPUNG"},      Abbreviation{"KAMP", "KAMPUNG"}, Abbreviation{"KEP", "KEPULAUAN"},
    Abbreviation{"PERK", "PERKEBUNAN"},
};

constexpr std::array<std::string_view, 20> kRoman = {"I",    "II",  "III",  "IV",    "V",   "VI",   "VII",
                                                     "VIII", "IX",  "X",    "XI",    "XII", "XIII", "XIV",
                                                     "XV",   "XVI", "XVII", "XVIII", "XIX", "XX"};

constexpr std::array<std::string_view, 27> kTellingWords = {
    "SATU",   "DUA", "TIGA",  "EMPAT", "LIMA",  "BARAT", "TIMUR", "UTARA", "SELATAN",
    "TENGAH", "LOR", "KIDUL", "WETAN", "KULON", "HULU",  "ULU",   "HILIR", "ILIR",
    "JULU",   "JAE", "ATAS",  "BAWAH", "DALAM", "LUAR",  "BARU",  "LAMA",  "KOTA"};

template <class Table> bool contains(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string written_out(std::string_view word) {
  const auto abbreviation = std::find_if(kAbbreviations.begin(), kAbbreviations.end(),
                                         [&](const Abbreviation& entry) { return entry.from == word; });
  if (abbreviation != kAbbreviations.end())
    return std::string(abbreviation->to);
  const auto roman = std::find(kRoman.begin(), kRoman.end(), word);
  if (roman != kRoman.end())
    return std::to_string(roman - kRoman.begin() + 1);
  if (is_digit(word.front())) // 01 is 1
    word.remove_prefix(std::min(word.find_first_not_of('0'), word.size() - 1));
  return std::string(word);
}

// An apostrophe belongs to its word: RA'AS is RAAS.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text::fold(name) + ' ') {
    if (is_word_byte(c)) {
      word.push_back(c);
    } else if (c != '\'' && !word.empty()) {
      words.push_back(written_out(word));
      word.clear();
    }
  }
  return words;
}

NameKey join(const std::vector<std::string>& words, std::size_t first) {
  NameKey key;
  for (std::size_t i = first; i < words.size(); ++i) {
    key.letters += words[i];
    if (is_digit(words[i].front()) || contains(kTellingWords, words[i]))
      key.telling.append(words[i]).push_back(' ');
  }
  return key;
}

std::uint32_t allowed_slips(std::size_t letters) { return letters < 5 ? 0 : letters < 10 ? 1 : 2; }

constexpr std::uint32_t kNoHit = ~0u;

} // namespace

std::vector<Reading> read_place_name(std::string_view name) {
  const std::vector<std::string> words = words_of(name);
  std::vector<Reading> readings{{join(words, 0), Kind::Unknown}};
  for (std::size_t first = 0; first + 1 < words.size(); ++first) {
    const auto known = std::find_if(kKindWords.begin(), kKindWords.end(),
                                    [&](const KindWord& entry) { return entry.word == words[first]; });
    if (known == kKindWords.end())
      break;
    const Kind kind = known->kind == Kind::Unknown ? readings.back().kind : known->kind;
    readings.push_back({join(words, first + 1), kind});
  }
  return readings;
}

// 0 is best. Exact hits rank by how much had to be left out, near ones after them by their slips.
std::uint32_t Search::rank(const std::vector<Reading>& readings) const {
  const NameKey& full = readings.front().key;
  const NameKey& bare = readings.back().key;
  std::uint32_t rank = 0;
  for (const Reading& wanted : wanted_) {
    if (wanted.key.letters == full.letters)
      return rank;
    if (wanted.key.letters == bare.letters)
      return rank + 1;
    rank += 2;
  }
  const NameKey& wanted = wanted_.back().key;
  if (wanted.telling != bare.telling)
    return kNoHit;
  const std::uint32_t limit = allowed_slips(std::min(wanted.letters.size(), bare.letters.size()));
  const std::uint32_t slips = similarity::osa(wanted.letters, bare.letters, limit);
  return slips > limit ? kNoHit : rank + slips;
}

void Search::offer(std::uint64_t code, const std::vector<Reading>& readings, Kind kind) {
  const std::uint32_t found = rank(readings);
  if (found == kNoHit || found > best_rank_ || wanted_.front().key.letters.empty())
    return;
  if (found < best_rank_)
    hits_.clear();
  best_rank_ = found;
  hits_.push_back({code, kind});
}

Kind Search::preferred(Kind otherwise) const {
  const Kind stated = wanted_.back().kind;
  return stated == Kind::Unknown ? otherwise : stated;
}

std::vector<std::uint64_t> Search::best(Kind otherwise) const {
  std::vector<Hit> sorted = hits_;
  std::stable_partition(sorted.begin(), sorted.end(),
                        [kind = preferred(otherwise)](const Hit& hit) { return hit.kind == kind; });
  std::vector<std::uint64_t> codes;
  for (const Hit& hit : sorted)
    codes.push_back(hit.code);
  return codes;
}

std::optional<std::uint64_t> Search::found(Kind otherwise) const {
  const Kind kind = preferred(otherwise);
  const auto fits = std::count_if(hits_.begin(), hits_.end(), [kind](const Hit& hit) { return hit.kind == kind; });
  if (hits_.empty() || (hits_.size() > 1 && fits != 1))
    return std::nullopt;
  return best(otherwise).front();
}

} // namespace padan::region
