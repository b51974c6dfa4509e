#pragma once
// The comparisons of two rows: which level each reaches, and how rare what they share is.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "padan/matching/phrase_match.hpp"
#include "padan/model/fellegi_sunter.hpp"
#include "padan/prepare/corpus.hpp"

namespace padan::matching {

using prepare::Corpus;
using prepare::Record;
using prepare::RowId;

/// NIK against NIK: what is left of sixteen digits that name region, birth date, sex and serial.
enum class NikLevel : std::uint8_t {
  Missing,
  Equal,
  Prefix15,   // fifteen digits equal, the last lost in a spreadsheet
  SerialSlip, // region and date equal, the serial differs as one slip differs (or as two neighbours on one birthday do)
  OtherSlip,  // one slip in region or date
  OtherRegion, // date and serial equal, registered elsewhere
  FewDigits,   // two or three digits differ
  SamePrefix,  // region and date equal, another serial
  Different,
  BothConfirmed, // they differ, and each stands with the same person in a second list: hardly a slip
};
inline constexpr std::uint32_t kNikLevels = 10;

enum class BirthLevel : std::uint8_t {
  Missing,
  Equal,
  EqualDefault,  // equal, but a date typed for want of one
  YearOfDefault, // one side is such a date, the year agrees
  Swapped,       // day and month changed places
  OnePart,       // one of year, month, day differs
  YearOnly,      // only a year (or an age) is known on one side, and it agrees
  YearNear,
  Different,
};
inline constexpr std::uint32_t kBirthLevels = 9;

/// Fixed comparisons; those of Corpus::extras follow from kExtra on.
enum Comparison : std::uint8_t { kIdentity, kName, kSex, kRelation, kMother, kPlace, kRt, kAddress, kKk, kExtra };
inline constexpr std::size_t kMostComparisons = kExtra + 8;

struct Evidence {
  std::array<std::uint8_t, kMostComparisons> levels{};
  std::array<float, kMostComparisons> bits{}; // rarity of what is shared, per comparison

  [[nodiscard]] bool same_birth() const {
    return levels[kIdentity] % kBirthLevels == static_cast<std::uint8_t>(BirthLevel::Equal);
  }
};

[[nodiscard]] NikLevel compare_nik(const Record& a, const Record& b);
[[nodiscard]] BirthLevel compare_birth(const Record& a, const Record& b);

/// Compares rows of one corpus.
class Comparer {
public:
  explicit Comparer(const Corpus& corpus);
  void compare(RowId left, RowId right, Evidence& out) const {
    compare_but_address(left, right, out);
    compare_address(left, right, out);
  }

  /// The same in two parts: most pairs are hopeless before the dearest comparison.
  void compare_but_address(RowId left, RowId right, Evidence& out) const;
  void compare_address(RowId left, RowId right, Evidence& out) const;
  static constexpr float kMostAddressBits = 10.0F; // a street is shared by whoever lives in it

  /// Asks the memory for what a comparison will need: first the rows, some pairs later their names.
  void prefetch_rows(RowId left, RowId right) const;
  void prefetch_names(RowId left, RowId right) const;

private:
  [[nodiscard]] PhraseMatch best_name(const Record& a, const Record& b) const;
  [[nodiscard]] PhraseMatch best_parent(const Record& a, const Record& b) const;
  void compare_extras(RowId left, RowId right, Evidence& out) const;

  const Corpus& corpus_;
  PhraseMatcher names_;
  PhraseMatcher addresses_;
  std::vector<float> place_bits_;
  std::vector<std::vector<float>> extra_bits_;
  std::vector<std::vector<bool>> extra_in_source_; // extras that a list lacks need no look
};

/// The model's comparisons in the order above, with the probabilities believed before any data are seen.
[[nodiscard]] model::Model default_model(const Corpus& corpus);

} // namespace padan::matching
