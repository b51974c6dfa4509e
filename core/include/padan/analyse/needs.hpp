#pragma once
// What is known of the situation of every person and family: the reasons for which help comes first, each of them yes, no or
// unknown. A few bytes a person, so that a million are counted, filtered and ranked while somebody moves a slider.
//
//   Needs needs(master, cards, {.elderly_from = 60});
//   needs.persons()[person].has(Need::Sick);  needs.families()[family].unknown;  needs.count(selection, Unit::Persons);
//
// Rules. Sick, disabled, stunted: one list that says so is enough; of several measurements of a child in one list the latest
// counts. Elderly: by the resolved birth. Alone: one member is there, and a list that names the members of families has him alone
// on his card (a single row of a list of heads proves nothing: unknown). No aid: no list has anybody of the family receiving
// anything; unknown where no list knows of programmes at all. Female head: the lists call her so. The decile of a person without one
// is the poorest of the family, because a decile is given to families; a missing decile is unknown and never a number.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "padan/analyse/overlap.hpp"
#include "padan/resolve/master.hpp"

namespace padan::analyse {

/// Enumerator, code.
#define PADAN_NEEDS(X)                                                                                                 \
  X(Sick, "sick") /* chronically */                                                                                    \
  X(Elderly, "elderly")                                                                                                \
  X(Alone, "alone")                                                                                                    \
  X(NoAid, "no_aid")                                                                                                   \
  X(Disabled, "disability")                                                                                            \
  X(Stunted, "stunting")                                                                                               \
  X(FemaleHead, "female_head")

enum class Need : std::uint8_t {
#define PADAN_ENUMERATOR(name, text) name,
  PADAN_NEEDS(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};
inline constexpr std::uint32_t kNeeds = 7;
[[nodiscard]] std::string_view to_text(Need need);
/// kNeeds when the text is no code.
[[nodiscard]] std::uint32_t parse_need(std::string_view text);
constexpr std::uint8_t need_bit(Need need) { return static_cast<std::uint8_t>(1U << static_cast<std::uint32_t>(need)); }

struct NeedRules {
  std::uint8_t elderly_from = 60; // years
};

/// Of a family: of its members who are there; age is that of the eldest, sex that of the head.
struct Situation {
  static constexpr std::uint8_t kUnknownAge = 255;
  std::uint8_t yes = 0;     // need_bit()s
  std::uint8_t unknown = 0; // the same; never both
  std::uint8_t decile = 0;  // 0: not known
  std::uint8_t age = kUnknownAge;
  prepare::Sex sex = prepare::Sex::Unknown;
  bool present = false; // neither dead nor moved; of a family: somebody is
  [[nodiscard]] bool has(Need need) const { return (yes & need_bit(need)) != 0; }
  [[nodiscard]] bool lacks(Need need) const { return ((yes | unknown) & need_bit(need)) == 0; }
};

/// Building looks at every row once. Immutable.
class Needs {
public:
  Needs(const resolve::MasterList& master, const clustering::Cards& cards, const NeedRules& rules = {},
        const base::Executor& executor = {});

  [[nodiscard]] const std::vector<Situation>& persons() const { return persons_; }
  [[nodiscard]] const std::vector<Situation>& families() const { return families_; }
  [[nodiscard]] const std::vector<Situation>& of(Unit unit) const {
    return unit == Unit::Persons ? persons_ : families_;
  }
  [[nodiscard]] const NeedRules& rules() const { return rules_; }
  /// Whether any list says anything of it: otherwise it is unknown of everybody.
  [[nodiscard]] bool asked(Need need) const { return (asked_ >> static_cast<std::uint32_t>(need) & 1U) != 0; }

private:
  NeedRules rules_;
  std::uint32_t asked_ = 0;
  std::vector<Situation> persons_;
  std::vector<Situation> families_;
};

} // namespace padan::analyse
