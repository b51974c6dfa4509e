#include "level_texts.hpp"

#include <array>
#include <span>

#include "padan/engine/details.hpp"

namespace padan::engine {
namespace {

using namespace std::string_view_literals;
using matching::kIdentity;

constexpr std::array<std::string_view, matching::kNikLevels> kNik{
    "missing",      "equal",      "prefix15",    "serial_slip", "other_slip",
    "other_region", "few_digits", "same_prefix", "different",   "both_confirmed"};
constexpr std::array<std::string_view, matching::kBirthLevels> kBirth{"missing",         "equal",     "equal_default",
                                                                      "year_of_default", "swapped",   "one_part",
                                                                      "year_only",       "year_near", "different"};
constexpr std::array<std::string_view, matching::kPhraseLevels> kPhrase{
    "missing", "equal", "sound", "near", "subset", "near_subset", "partial", "different"};
constexpr std::array kSex{"missing"sv, "equal"sv, "different"sv};
constexpr std::array kRelation{"missing"sv, "both_head"sv, "both_spouse"sv, "equal"sv, "different"sv};
constexpr std::array kPlace{"missing"sv, "village"sv, "district"sv, "different"sv};
constexpr std::array kRt{"missing"sv, "equal"sv, "one_equal"sv, "different"sv};
constexpr std::array kAddress{"missing"sv, "equal"sv, "subset"sv, "partial"sv, "different"sv};
constexpr std::array kNumber{"missing"sv, "equal"sv, "near"sv, "different"sv};

std::span<const std::string_view> levels_of(std::uint32_t comparison) {
  switch (comparison) {
  case matching::kName:
  case matching::kMother:
    return kPhrase;
  case matching::kSex:
    return kSex;
  case matching::kRelation:
    return kRelation;
  case matching::kPlace:
    return kPlace;
  case matching::kRt:
    return kRt;
  case matching::kAddress:
    return kAddress;
  default:
    return kNumber; // KK and the numbers that lists share
  }
}

} // namespace

std::string_view nik_level_text(std::uint32_t level) { return kNik[level]; }
std::string_view birth_level_text(std::uint32_t level) { return kBirth[level]; }
std::string_view level_text(std::uint32_t comparison, std::uint32_t level) { return levels_of(comparison)[level]; }
std::size_t level_count(std::uint32_t comparison) {
  return comparison == kIdentity ? kNik.size() * kBirth.size() : levels_of(comparison).size();
}

std::string joined_level_text(std::uint32_t comparison, std::uint32_t level) {
  if (comparison != kIdentity) {
    return std::string(level_text(comparison, level));
  }
  return std::string(nik_level_text(level / matching::kBirthLevels))
      .append("+")
      .append(birth_level_text(level % matching::kBirthLevels));
}

std::vector<std::string> level_names(std::string_view comparison) {
  static const model::Model kFixed = matching::default_model({});
  std::uint32_t at = 0; // an unknown name is a number that some lists share
  while (at < kFixed.comparisons.size() && kFixed.comparisons[at].name != comparison) {
    ++at;
  }
  std::vector<std::string> names;
  for (std::uint32_t level = 0; level < level_count(at); ++level) {
    names.push_back(joined_level_text(at, level));
  }
  return names;
}

std::vector<std::string_view> comparison_names(const Scoring& scoring) {
  std::vector<std::string_view> names{"nik", "birth_date"};
  for (std::size_t c = kIdentity + 1; c < scoring.model.comparisons.size(); ++c) {
    names.push_back(scoring.model.comparisons[c].name);
  }
  return names;
}

std::vector<LevelText> level_texts(const Scoring& scoring, const matching::Evidence& evidence) {
  const std::uint32_t identity = evidence.levels[kIdentity];
  std::vector<LevelText> texts{{"nik", kNik[identity / matching::kBirthLevels]},
                               {"birth_date", kBirth[identity % matching::kBirthLevels]}};
  for (std::uint32_t c = kIdentity + 1; c < scoring.model.comparisons.size(); ++c) {
    texts.push_back({scoring.model.comparisons[c].name, level_text(c, evidence.levels[c])});
  }
  return texts;
}

} // namespace padan::engine
