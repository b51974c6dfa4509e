#pragma once
// Sections of a project about planning: "priority", "lokus" and "programmes".

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "padan/analyse/lokus.hpp"
#include "padan/analyse/priority.hpp"

namespace padan::codec {

/// "priority": {"weights": {"sick": 0..1000, …}, "deciles": [ten of them, decile 1 first], "elderly_from": 1..120,
/// "quota": {"persons", "families"}}; a quota of 0 draws no line.
struct PrioritySettings {
  analyse::Weights weights;
  analyse::NeedRules needs;
  std::uint32_t quota_persons = 0;
  std::uint32_t quota_families = 0;
  [[nodiscard]] std::uint32_t quota(analyse::Unit unit) const {
    return unit == analyse::Unit::Persons ? quota_persons : quota_families;
  }
};

/// "lokus": {"mode": "none"|"list"|"computed", "villages": [keys], "n", "by": "both"|"share"|"number", "decile": 1..10,
/// "expected": {"villages", "districts"}, "references": [{"name", "value"}], "population": {key: persons}}.
struct LokusSettings {
  enum class Mode : std::uint8_t { None, List, Computed };
  Mode mode = Mode::None;
  std::vector<std::string> villages; // of a list: PlaceCount::key, or the code of a village without people on the lists
  std::uint32_t n = 44;              // of those computed
  analyse::LokusBy by = analyse::LokusBy::Both;
  std::uint8_t decile = 1;             // the highest that counts as poor
  std::uint32_t expected_villages = 0; // 0: nothing is expected
  std::uint32_t expected_districts = 0;
  std::vector<std::pair<std::string, std::string>>
      references;                                  // as typed; shown beside the figures and never reckoned with
  std::map<std::string, std::uint32_t> population; // by key
};

/// "programmes": {"list": [{"name", "title", "agency", "fund", "year", "quota", "amount", "unit", "ceiling"}]}; those that are not
/// named are taken as usual.
struct ProgrammeSettings {
  std::vector<analyse::ProgrammePlan> list;
  /// What is said of a programme, else what is usual.
  [[nodiscard]] analyse::ProgrammePlan plan_of(std::string_view name) const;
  /// Those of these programmes, then those that are only planned.
  [[nodiscard]] std::vector<analyse::ProgrammePlan> plans_of(const std::vector<std::string>& names) const;
};

} // namespace padan::codec
