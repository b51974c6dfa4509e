#pragma once
// What a programme's list of recipients asks for, person by person: keep, remove, mend, check; and who might be added. It is a
// proposal in neutral words: whoever answers for the programme decides.
//
//   Actions actions(results);
//   actions.count(pkh, Action::Check);        // as many as a view with this action has lines

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "padan/engine/results.hpp"

namespace padan::engine {

enum class Action : std::uint8_t { Keep, Add, Remove, Mend, Check }; // "keep", "add", ...
inline constexpr std::uint32_t kActions = 5;
[[nodiscard]] std::string_view to_text(Action action);
[[nodiscard]] std::optional<Action> parse_action(std::string_view text);

/// One person and one programme. Several reasons may hold; the action follows the gravest.
struct ActionLine {
  std::uint32_t person = 0;
  std::uint16_t programme = 0;
  Action action = Action::Keep;
  std::uint32_t reasons = 0; // bit 1 << analyse::Code; bit kOpenQuestion
  static constexpr std::uint32_t kOpenQuestion = 31;
};

/// Who receives: remove the dead; check those who moved, whose family stands on no register, who is paid twice in a family,
/// who is above the ceiling, or about whom a question is open; mend whose number is missing, damaged, doubtful or unknown to
/// the civil registry; keep the others. Add: who is entitled to health insurance by the decile and has none on record.
/// 12 bytes a person and programme. Cost: a scan of the findings.
class Actions {
public:
  explicit Actions(const Results& results);

  [[nodiscard]] const std::vector<ActionLine>& lines() const { return lines_; } // by programme, then person
  [[nodiscard]] std::uint32_t count(std::uint16_t programme, Action action) const {
    return counts_[programme * kActions + static_cast<std::uint32_t>(action)];
  }

private:
  std::vector<ActionLine> lines_;
  std::vector<std::uint32_t> counts_;
};

/// "deceased_receiving", "open_question": codes of what speaks for the action.
[[nodiscard]] std::vector<std::string_view> reason_texts(std::uint32_t reasons);

} // namespace padan::engine
