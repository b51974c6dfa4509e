#pragma once
// What a roster takes of a line of persons.csv.

#include <cstdint>
#include <string_view>
#include <vector>

#include "padan/act/roster.hpp"

namespace padan::act {

class PersonColumns {
public:
  explicit PersonColumns(const std::vector<std::string_view>& header);

  [[nodiscard]] bool complete() const { return complete_; }
  [[nodiscard]] std::uint32_t village_code() const { return village_code_; }
  [[nodiscard]] std::uint32_t village() const { return village_; }
  [[nodiscard]] std::uint32_t district() const { return district_; }
  /// All but the anchor; of the reasons those that are seen in the line itself: lists that write a name, a number or a date otherwise.
  void fill(const std::vector<std::string_view>& cells, bool masked, RosterPerson& out) const;

private:
  struct Taken {
    std::string RosterPerson::*member;
    table::FieldKind kind; // by which it is masked
    std::uint32_t column;
  };
  std::vector<Taken> taken_;
  std::uint32_t village_code_ = 0;
  std::uint32_t village_ = 0;
  std::uint32_t district_ = 0;
  std::uint32_t differs_ = 0;
  bool complete_ = true;
};

} // namespace padan::act
