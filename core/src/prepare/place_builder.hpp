#pragma once
// Collects villages as lists name and number them, and settles at the end which spellings and codes are one place.

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "padan/prepare/corpus.hpp"

namespace padan::prepare {

class PlaceBuilder {
public:
  PlaceBuilder() : places_(1) {}

  /// A row's place as written; 0 when nothing is known. The number is settled by finish().
  std::uint32_t add(std::string_view village, std::string_view district, std::uint64_t code);

  /// No more rows come.
  void close() {
    raw_ = {};
    raw_names_ = {};
    by_key_ = {};
  }
  /// Takes the places of another builder in; their numbers here.
  std::vector<std::uint32_t> merge(const PlaceBuilder& part);

  /// Unites spellings within a district, districts left out and places known by code alone; fills the corpus and
  /// rewrites Record::village and ::district.
  void finish(Corpus& corpus);

private:
  std::uint32_t name_code(std::string_view cell);
  std::uint32_t number(std::uint32_t village_name, std::uint32_t district_name, std::uint64_t code, std::uint32_t rows);
  void unite_spellings(std::vector<std::uint32_t>& same) const;
  void unite_without_district(std::vector<std::uint32_t>& same) const;
  void unite_by_code(std::vector<std::uint32_t>& same);

  struct Found {
    std::uint32_t village = 0;
    std::uint32_t district = 0;
    std::uint64_t code = 0;
    std::uint32_t rows = 0;
  };
  std::vector<Found> places_; // distinct (village, district, code) as written
  std::unordered_map<std::uint64_t, std::uint32_t> by_key_;
  table::Dictionary names_;
  table::Dictionary raw_;
  std::vector<std::uint32_t> raw_names_{0};
  table::Dictionary displays_;
  std::vector<std::uint32_t> display_of_{0}; // first spelling seen of a name
};

} // namespace padan::prepare
