#pragma once
// Everything about one person or one pair: the last of the doors behind a number.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "padan/engine/views.hpp"

namespace padan::engine {

struct FieldDetail {
  table::FieldKind field{};
  resolve::Value value;
  std::vector<resolve::Dissenter> dissenters;
  std::string_view basis; // of the authority rule by which the value won; else empty
};

struct CellDetail {
  std::string_view header;
  std::string field; // "nik", "programme:pkh"; "text" for columns that matching does not use
  std::string_view value;
};

/// Somebody whom a row names beside its own person.
struct CompanionDetail {
  table::Role role{};
  std::string_view name; // as the list has them
  std::string_view nik;
  std::string_view birth;
  std::uint32_t person = resolve::Named::kNone; // who that is in the lists, kNone where nobody or nobody for certain
  std::string id;                               // of the person
};

struct RowDetail {
  RowLine line;
  std::vector<CellDetail> cells;
  std::vector<CompanionDetail> companions;
};

/// A row of somebody else in which the person is named.
struct NamedDetail {
  table::Role role{}; // what the person is there
  RowLine line;
};

struct PersonDetail {
  PersonLine line;
  std::vector<FieldDetail> fields; // those that any row knows
  std::vector<RowDetail> rows;
  std::vector<NamedDetail> named;
};

/// One bar of the waterfall: bits that a comparison adds. weight is without rarity.
struct WeightStep {
  std::string_view comparison; // those of the model ("identity" is NIK and birth date together); "family" closes
  std::string level;           // "prefix15+equal" for identity
  std::string left;            // values as the lists have them
  std::string right;
  double weight = 0.0;
  double rarity = 0.0;
};

struct PairDetail {
  RowLine left;
  RowLine right;
  double weight = 0.0; // == prior + sum of weight and rarity over all steps, "family" included
  double probability = 0.0;
  double prior = 0.0;
  std::vector<WeightStep> steps;
};

[[nodiscard]] PersonDetail person_detail(const Results& results, std::uint32_t person);
/// Of any two rows; a pair that was not kept is weighed anew and its family step is 0 or what tells members apart.
[[nodiscard]] PairDetail pair_detail(const Results& results, RowId left, RowId right);
/// The same where the weight in the result is known: no search.
[[nodiscard]] PairDetail pair_detail(const Results& results, RowId left, RowId right, float weight);
/// Of an open pair (place in OpenPairs::pairs).
[[nodiscard]] PairDetail open_pair_detail(const Results& results, std::uint32_t open_pair);

struct Histogram {
  double from = 0.0;
  double step = 1.0;
  std::vector<std::uint64_t> counts; // kept pairs per bin; the last bin takes all above
};
[[nodiscard]] Histogram weight_histogram(const Results& results);

/// Pairs whose comparisons reach the same levels.
struct LevelPattern {
  std::vector<LevelText> levels; // without those that are missing
  std::uint64_t pairs = 0;
  double weight = 0.0; // mean
};
/// Most frequent first, at most `most`. Above 200,000 pairs every n-th is looked at and counts are scaled.
[[nodiscard]] std::vector<LevelPattern> level_patterns(const Results& results, std::size_t most = 40);

/// Names of the comparisons as `LevelText` has them, NIK and birth date apart: column names of pairs.csv.
[[nodiscard]] std::vector<std::string_view> comparison_names(const Scoring& scoring);
/// Names of the levels of a comparison of the model, those of "identity" as WeightStep has them.
[[nodiscard]] std::vector<std::string> level_names(std::string_view comparison);
[[nodiscard]] std::vector<LevelText> level_texts(const Scoring& scoring, const matching::Evidence& evidence);

} // namespace padan::engine
