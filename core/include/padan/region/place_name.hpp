#pragma once
// Names of places brought into forms that can be compared, and the search for the one that a list means.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace padan::region {

/// What the words in front of a name, or the code of a place, say about it.
enum class Kind : std::uint8_t { Unknown, Kabupaten, Kota, District, Desa, Kelurahan };

/// A name with abbreviations (TJ, GN, SEI) and Roman numbers written out.
struct NameKey {
  std::string letters; // all words in one, since lists disagree on spaces
  std::string telling; // its words that no slip of the hand may bridge: numbers and directions
};

/// The readings of a name: as it stands, and without each further word in front that only says what kind of place it
/// is. Never empty; the last reading is the barest.
///   read_place_name("Kota Baru")  // KOTABARU (the regency), BARU of kind Kota
struct Reading {
  NameKey key;
  Kind kind; // what the words left out say
};
[[nodiscard]] std::vector<Reading> read_place_name(std::string_view name);

/// Finds the place that a name means among the candidates it is shown: an exact hit of the fullest reading, else the
/// only nearest name (one slip from five letters on, two from ten).
///   Search search("Kel. Krandegan");
///   for (…) search.offer(code, read_place_name(official_name), Kind::Kelurahan);
///   search.found();
class Search {
public:
  explicit Search(std::string_view name) : wanted_(read_place_name(name)) {}

  /// `readings` of a candidate need to live only for the call.
  void offer(std::uint64_t code, const std::vector<Reading>& readings, Kind kind);

  /// The best candidate; nothing when there is none or when several are as good. Among equals the kind decides that
  /// the searched name states, or `otherwise` when it states none.
  [[nodiscard]] std::optional<std::uint64_t> found(Kind otherwise = Kind::Unknown) const;

  /// All the best candidates, those of the stated kind (or `otherwise`) first.
  [[nodiscard]] std::vector<std::uint64_t> best(Kind otherwise = Kind::Unknown) const;

private:
  struct Hit {
    std::uint64_t code;
    Kind kind;
  };
  [[nodiscard]] std::uint32_t rank(const std::vector<Reading>& readings) const;
  [[nodiscard]] Kind preferred(Kind otherwise) const;

  std::vector<Reading> wanted_;
  std::uint32_t best_rank_ = ~0u;
  std::vector<Hit> hits_; // all of best_rank_
};

} // namespace padan::region
