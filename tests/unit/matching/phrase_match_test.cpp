// Names against names, as domain knowledge of Indonesian lists has them.

#include <gtest/gtest.h>

#include <algorithm>

#include "padan/base/rng.hpp"
#include "padan/matching/phrase_match.hpp"

namespace {

using namespace padan;
using matching::PhraseLevel;
using matching::PhraseMatch;
using matching::PhraseMatcher;
using enum PhraseLevel;

struct Case {
  const char* left;
  const char* right;
  std::vector<PhraseLevel> levels; // any of these
};

const std::vector<Case>& cases() {
  static const std::vector<PhraseLevel> kSame{Exact, Sound};
  static const std::vector<PhraseLevel> kAlike{Exact, Sound, Near};
  static const std::vector<Case> all{
      {"SITI AMINAH", "SITI AMINAH", {Exact}},
      {"SRI WAHYUNI", "WAHYUNI SRI", {Exact}}, // word order
      {"NUR HAYATI", "NURHAYATI", {Exact}},    // joined
      {"ABDUL RAHMAN", "ABDURRAHMAN", kAlike},
      {"AISYAH", "AISAH", kSame},
      {"ROHMAH", "RAHMAH", kSame},
      {"ROHMAH", "ROCHMAH", kSame},
      {"ROHMAT", "RAHMAT", kSame},
      {"SYARIF", "SARIP", kSame},
      {"SYARIF", "SJARIF", kSame},
      {"SOEKARNO", "SUKARNO", kSame},
      {"DJOKO", "JOKO", kSame},
      {"TJIPTO", "CIPTO", kSame},
      {"YULI", "YULLY", kAlike},
      {"SRI", "SRIE", kAlike},
      {"SUHAEMI", "SUHAIMI", kAlike},
      {"SUKRON", "SOKRAN", kAlike},
      {"SULAIHA", "SULAEHA", kAlike},
      {"WARSINI", "WARSINIH", kAlike},
      {"AHMAD", "AHMAT", kSame},
      {"MAHMUD", "MACHMUD", kSame},
      {"FATIMAH", "PATIMAH", kSame},
      {"VERA", "FERA", kSame},
      {"WARSINI", "WARSIMI", {Near}}, // a slip
      {"BUDI SANTOSO", "BUDI SANTOSA", kAlike},
      {"M YUSUF", "MUHAMMAD YUSUF", {Near}}, // an initial
      {"SUGIYONO", "YONO", {Near}},          // part of a word
      {"SITI AMINAH", "AMINAH", {Subset}},
      {"BUDI NASUTION", "BUDI", {Subset}}, // the marga is missing
      {"SITI AMINAH", "AMINAHA", {NearSubset, Subset}},
      {"WAYAN SUARTA", "WAYAN WIRA", {Partial}},
      {"DEWI", "DWI", {Different}}, // two names
      {"BUDI", "WARSINI", {Different}},
      {"YANTO", "YANTI", {Different, Near}},
      {"SUKIRNO", "SUKIRNA", {Near, Sound}},
  };
  return all;
}

struct Names {
  prepare::TokenTable table;
  Names() {
    for (const Case& c : cases()) {
      table.count(table.intern(c.left));
      table.count(table.intern(c.right));
    }
    for (int i = 0; i < 50; ++i) {
      table.count(table.intern("SITI NURLAELA"));
    }
    table.finish();
  }
  std::uint32_t operator[](const char* name) { return table.intern(name); }
};

bool same(const PhraseMatch& a, const PhraseMatch& b) { return a.level == b.level && a.bits == b.bits; }

TEST(PhraseMatch, Levels) {
  Names names;
  PhraseMatcher matcher(names.table);
  for (const Case& c : cases()) {
    const PhraseMatch match = matcher.compare(names[c.left], names[c.right]);
    EXPECT_NE(std::find(c.levels.begin(), c.levels.end(), match.level), c.levels.end())
        << c.left << " | " << c.right << ": " << static_cast<int>(match.level);
    EXPECT_TRUE(same(match, matcher.compare(names[c.right], names[c.left]))) << c.left << " | " << c.right;
    EXPECT_EQ(match.bits > 0.0F, match.level != Different) << c.left << " | " << c.right;
  }
}

TEST(PhraseMatch, NothingToCompare) {
  Names names;
  PhraseMatcher matcher(names.table);
  EXPECT_EQ(matcher.compare(0, names["BUDI"]).level, Missing);
  EXPECT_EQ(matcher.compare(names["BUDI"], 0).level, Missing);
  EXPECT_EQ(matcher.compare(0, 0).level, Missing);
}

TEST(PhraseMatch, RareNamesSayMore) {
  Names names;
  PhraseMatcher matcher(names.table);
  const auto bits = [&](const char* a, const char* b) { return matcher.compare(names[a], names[b]).bits; };
  EXPECT_LT(bits("SITI AMINAH", "SITI NURLAELA"), bits("SITI AMINAH", "AMINAH")); // SITI is everywhere
}

// Every pair of thousands of names through a small warm cache, forwards, backwards and fresh.
TEST(PhraseMatch, DoesNotDependOnWhatWasAskedBefore) {
  prepare::TokenTable table;
  constexpr const char* kWords[] = {"SITI", "AMINAH",   "NUR",   "HAYATI", "NURHAYATI", "BUDI", "SANTOSO",  "SANTOSA",
                                    "M",    "MUHAMMAD", "WAYAN", "ROHMAT", "RAHMAD",    "YONO", "SUGIYONO", "AMINA"};
  base::Rng rng(3);
  for (int i = 0; i < 3000; ++i) {
    std::string phrase = kWords[rng.below(std::size(kWords))];
    for (std::uint32_t more = rng.below(4); more != 0; --more) {
      phrase += std::string(" ") + kWords[rng.below(std::size(kWords))];
    }
    table.count(table.intern(phrase));
  }
  table.finish();
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (int i = 0; i < 100'000; ++i) {
    pairs.emplace_back(1 + rng.below(table.phrases() - 1), 1 + rng.below(table.phrases() - 1));
  }
  PhraseMatcher warm(table);
  std::vector<PhraseMatch> first;
  for (const auto& [a, b] : pairs) {
    first.push_back(warm.compare(a, b));
  }
  for (std::size_t i = pairs.size(); i-- > 0;) {
    ASSERT_TRUE(same(warm.compare(pairs[i].second, pairs[i].first), first[i]));
  }
  for (std::size_t i = 0; i < pairs.size(); i += 5000) {
    ASSERT_TRUE(same(PhraseMatcher(table).compare(pairs[i].first, pairs[i].second), first[i]));
  }
}

} // namespace
