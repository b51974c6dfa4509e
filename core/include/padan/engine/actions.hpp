#pragma once
// What a programme's list of recipients asks for, person by person: keep, remove, mend, check; and who might be added. It is a
// proposal in neutral words: whoever answers for the programme decides.
//
//   Actions actions(planning, plans);
//   actions.count(*actions.number("pkh"), Action::Check);    // persons

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "padan/engine/planning.hpp"

namespace padan::engine {

enum class Action : std::uint8_t { Keep, Add, Remove, Mend, Check }; // "keep", "add", ...
inline constexpr std::uint32_t kActions = 5;
[[nodiscard]] std::string_view to_text(Action action);
[[nodiscard]] std::optional<Action> parse_action(std::string_view text);

/// One person and one programme. Several reasons may hold; the action follows the gravest.
struct ActionLine {
  std::uint32_t person = 0;
  std::uint16_t programme = 0; // in Actions::programmes()
  Action action = Action::Keep;
  std::uint32_t reasons = 0; // bit 1 << analyse::Code, and those below
  static constexpr std::uint32_t kOpenQuestion = 31;
  static constexpr std::uint32_t kWithinCeiling = 30; // fulfils what the programme says of its target
  static constexpr std::uint32_t kAboveCeiling = 29;
  static constexpr std::uint32_t kDecileUnknown = 28;
};

/// Who receives: remove the dead; check those who moved, whose family stands on no register, who is paid twice in a family,
/// who is above the ceiling, or about whom a question is open; mend whose number is missing, damaged, doubtful or unknown to
/// the civil registry; keep the others.
///
/// Who does not receive, and is there: add whose decile is known and within the ceiling that the programme states, of a programme for
/// families the head; check instead where a question about the person is open, and check whom a register has without a decile: a decile
/// that nobody tells fulfils nothing. A programme without a ceiling states no target. Health insurance follows the finding pbi_missing
/// and the rule of its ceiling, whatever the plan says, and one contribution is enough.
///
/// 12 bytes a line. Cost: a scan of the findings, and one of all units a ceiling.
class Actions {
public:
  /// plans: those of the lists and those of programmes that nobody receives yet, in any order.
  Actions(const Planning& planning, const std::vector<analyse::ProgrammePlan>& plans);

  /// Those of the lists, then those that are only planned and state a target.
  [[nodiscard]] const std::vector<std::string>& programmes() const { return programmes_; }
  [[nodiscard]] std::optional<std::uint16_t> number(std::string_view programme) const;
  [[nodiscard]] const std::vector<ActionLine>& lines() const { return lines_; } // by programme, then person
  [[nodiscard]] const ActionLine* line(std::uint16_t programme, std::uint32_t person) const; // null: none
  [[nodiscard]] std::uint32_t count(std::uint16_t programme, Action action) const {
    return counts_[programme * kActions + static_cast<std::uint32_t>(action)];
  }

private:
  std::vector<std::string> programmes_;
  std::vector<ActionLine> lines_;
  std::vector<std::uint32_t> counts_;
};

/// "deceased_receiving", "within_ceiling": codes of what speaks for the action.
[[nodiscard]] std::vector<std::string_view> reason_texts(std::uint32_t reasons);

} // namespace padan::engine
