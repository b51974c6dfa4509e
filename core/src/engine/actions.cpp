#include "padan/engine/actions.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace padan::engine {
namespace {

using analyse::Code;
using analyse::Finding;
using analyse::ProgrammePlan;
using analyse::Situation;
using analyse::Unit;
using resolve::Flag;
using resolve::MasterList;

constexpr std::array<std::string_view, kActions> kNames{"keep", "add", "remove", "mend", "check"};

constexpr std::uint32_t bit(Code code) { return 1U << static_cast<std::uint32_t>(code); }
constexpr std::uint32_t kOpen = 1U << ActionLine::kOpenQuestion;
constexpr std::uint32_t kWithin = 1U << ActionLine::kWithinCeiling;
constexpr std::uint32_t kAbove = 1U << ActionLine::kAboveCeiling;
constexpr std::uint32_t kNoDecile = 1U << ActionLine::kDecileUnknown;

// Findings that say something about whether the person should receive this programme.
constexpr std::uint32_t kToRemove = bit(Code::DeceasedReceiving);
constexpr std::uint32_t kToCheck = bit(Code::MovedReceiving) | bit(Code::ReceivingNotRegistered) |
                                   bit(Code::SameAidTwice) | bit(Code::PbiNotPoor) | kAbove | kNoDecile | kOpen;
constexpr std::uint32_t kToMend = bit(Code::NikMissing) | bit(Code::NikInvalid) | bit(Code::NikDamaged) |
                                  bit(Code::NikShared) | bit(Code::NikSecond) | bit(Code::NotInCivilRegistry) |
                                  bit(Code::ChildWithoutNik);

constexpr std::uint32_t kToAdd = bit(Code::PbiMissing) | kWithin;

// A number to be mended keeps nobody from being added: it is said beside it.
Action action_of(std::uint32_t reasons) {
  return (reasons & kToRemove) != 0  ? Action::Remove
         : (reasons & kToCheck) != 0 ? Action::Check
         : (reasons & kToAdd) != 0   ? Action::Add
         : (reasons & kToMend) != 0  ? Action::Mend
                                     : Action::Keep;
}

// Per person what speaks about all of his programmes, and of families paid twice.
class Reasons {
public:
  explicit Reasons(const Results& results) : master_(results.master()), of_(master_.persons().size(), 0) {
    results.findings().for_each([this](const Finding& finding) { take(finding); });
    for (const analyse::OpenPair& open : results.open_pairs().pairs) {
      const matching::ScoredPair& pair = results.outcome().pairs[open.pair];
      of_[master_.persons().of_row[pair.left]] |= kOpen;
      of_[master_.persons().of_row[pair.right]] |= kOpen;
    }
    for (std::uint32_t person = 0; person < of_.size(); ++person) { // a number that some list knows needs no mending
      const bool sound = !master_.has(person, Flag::NikMissing) && !master_.has(person, Flag::NikDamaged);
      of_[person] &= sound ? ~(bit(Code::NikMissing) | bit(Code::NikInvalid) | bit(Code::NikDamaged)) : UINT32_MAX;
    }
  }
  [[nodiscard]] std::uint32_t of(std::uint32_t person) const { return of_[person]; }

private:
  void take(const Finding& finding) {
    const std::uint32_t code = bit(finding.code);
    if ((code & (kToRemove | kToCheck | kToMend | kToAdd)) == 0) {
      return;
    }
    switch (analyse::subject_kind_of(finding.code)) {
    case analyse::SubjectKind::Row:
      of_[master_.persons().of_row[finding.subject]] |= code;
      break;
    case analyse::SubjectKind::Person:
      of_[finding.subject] |= code;
      break;
    case analyse::SubjectKind::Family:
      of_[master_.persons().of_row[finding.row]] |= code; // who is paid again, not all of the family
      break;
    case analyse::SubjectKind::Source:
      break;
    }
  }

  const MasterList& master_;
  std::vector<std::uint32_t> of_;
};

// Who receives, and who is entitled to health insurance and has none.
void add_receivers(const Planning& planning, const Reasons& reasons, const std::vector<const ProgrammePlan*>& plan_of,
                   std::vector<ActionLine>& lines) {
  const MasterList& master = planning.results().master();
  const resolve::Programmes& programmes = master.programmes();
  std::vector<bool> pbi;
  for (std::uint16_t programme = 0; programme < programmes.names().size(); ++programme) {
    pbi.push_back(programmes.is_pbi(programme));
  }
  const auto first_pbi = static_cast<std::uint16_t>(std::find(pbi.begin(), pbi.end(), true) - pbi.begin());
  const auto is_above = [&](std::uint32_t person, const ProgrammePlan* plan) {
    return plan != nullptr && plan->ceiling != 0 && planning.needs().persons()[person].decile > plan->ceiling;
  };
  for (std::uint32_t person = 0; person < master.persons().size(); ++person) {
    const std::uint32_t why = reasons.of(person);
    for (const std::uint16_t programme : programmes.of_person(person)) {
      std::uint32_t here = why & (kToRemove | kToMend | kToCheck);
      if (!pbi[programme]) {
        here = (here & ~bit(Code::PbiNotPoor)) | (is_above(person, plan_of[programme]) ? kAbove : 0U);
      }
      lines.push_back({person, programme, action_of(here), here});
    }
    if ((why & bit(Code::PbiMissing)) != 0 && first_pbi < pbi.size()) {
      const std::uint32_t here = why & (bit(Code::PbiMissing) | kToMend | kOpen);
      lines.push_back({person, first_pbi, action_of(here), here});
    }
  }
}

// Who fulfils what a programme says of its target, and of whom that is not known.
class Targets {
public:
  explicit Targets(const Planning& planning) : planning_(planning), master_(planning.results().master()) {
    const resolve::NumberSets& sets = master_.source_sets();
    for (std::uint32_t code = 0; code < sets.size(); ++code) {
      registered_.push_back(std::any_of(sets[code].begin(), sets[code].end(), [&](std::uint16_t source) {
        return master_.cells().sources()[source].kind == "register";
      }));
    }
  }

  void add_others(const ProgrammePlan& plan, std::uint16_t programme, const Reasons& reasons,
                  std::vector<ActionLine>& lines) const {
    const std::vector<Situation>& all = planning_.needs().of(plan.unit);
    const resolve::NumberSets& sets = planning_.aid().sets(plan.unit);
    for (std::uint32_t item = 0; item < all.size(); ++item) {
      const Situation& of = all[item];
      if (!of.present || of.decile > plan.ceiling ||
          sets.contains(planning_.aid().set_of(plan.unit, item), programme)) {
        continue;
      }
      if (of.decile == 0 && !stands_on_register(plan.unit, item)) {
        continue;
      }
      const std::uint32_t person = plan.unit == Unit::Persons ? item : present_head(item);
      const std::uint32_t here = (of.decile == 0 ? kNoDecile : kWithin) | (reasons.of(person) & (kToMend | kOpen));
      lines.push_back({person, programme, action_of(here), here});
    }
  }

private:
  [[nodiscard]] bool stands_on_register(Unit unit, std::uint32_t item) const {
    const std::uint32_t family = unit == Unit::Persons ? master_.families().of_person[item] : item;
    return registered_[master_.sources_of_family(family)];
  }
  [[nodiscard]] std::uint32_t present_head(std::uint32_t family) const {
    const auto is_there = [&](std::uint32_t person) { return planning_.needs().persons()[person].present; };
    const std::uint32_t head = master_.head_of(family);
    const auto members = master_.members_of(family);
    return is_there(head) ? head : *std::find_if(members.begin(), members.end(), is_there);
  }

  const Planning& planning_;
  const MasterList& master_;
  std::vector<bool> registered_; // by set of lists
};

} // namespace

std::string_view to_text(Action action) { return kNames[static_cast<std::size_t>(action)]; }

std::optional<Action> parse_action(std::string_view text) {
  const auto at = std::find(kNames.begin(), kNames.end(), text);
  return at == kNames.end() ? std::nullopt : std::optional(static_cast<Action>(at - kNames.begin()));
}

std::vector<std::string_view> reason_texts(std::uint32_t reasons) {
  std::vector<std::string_view> texts;
  for (std::uint32_t code = 0; code < analyse::kCodes; ++code) {
    if ((reasons >> code & 1U) != 0) {
      texts.push_back(analyse::to_text(static_cast<Code>(code)));
    }
  }
  for (const auto& [reason, text] : {std::pair(kWithin, "within_ceiling"), std::pair(kAbove, "above_ceiling"),
                                     std::pair(kNoDecile, "decile_unknown"), std::pair(kOpen, "open_question")}) {
    if ((reasons & reason) != 0) {
      texts.emplace_back(text);
    }
  }
  return texts;
}

std::optional<std::uint16_t> Actions::number(std::string_view programme) const {
  const auto at = std::find(programmes_.begin(), programmes_.end(), programme);
  return at == programmes_.end() ? std::nullopt : std::optional(static_cast<std::uint16_t>(at - programmes_.begin()));
}

const ActionLine* Actions::line(std::uint16_t programme, std::uint32_t person) const {
  const auto at = std::lower_bound(
      lines_.begin(), lines_.end(), std::pair(programme, person),
      [](const ActionLine& line, const auto& wanted) { return std::pair(line.programme, line.person) < wanted; });
  return at != lines_.end() && at->programme == programme && at->person == person ? &*at : nullptr;
}

Actions::Actions(const Planning& planning, const std::vector<ProgrammePlan>& plans)
    : programmes_(planning.aid().names()) {
  const Targets targets(planning);
  const Reasons reasons(planning.results());
  std::vector<const ProgrammePlan*> plan_of(programmes_.size(), nullptr);
  for (const ProgrammePlan& plan : plans) {
    if (const auto known = number(plan.name)) {
      plan_of[*known] = &plan;
    } else if (plan.ceiling != 0) {
      programmes_.push_back(plan.name);
      plan_of.push_back(&plan);
    }
  }
  add_receivers(planning, reasons, plan_of, lines_);
  for (std::uint16_t programme = 0; programme < programmes_.size(); ++programme) {
    const bool listed = programme < planning.aid().names().size();
    const bool pbi = listed && planning.results().master().programmes().is_pbi(programme);
    if (plan_of[programme] != nullptr && plan_of[programme]->ceiling != 0 && !pbi) {
      targets.add_others(*plan_of[programme], programme, reasons, lines_);
    }
  }
  std::sort(lines_.begin(), lines_.end(), [](const ActionLine& a, const ActionLine& b) {
    return std::tie(a.programme, a.person) < std::tie(b.programme, b.person);
  });
  counts_.assign(programmes_.size() * kActions, 0);
  for (const ActionLine& line : lines_) {
    ++counts_[line.programme * kActions + static_cast<std::uint32_t>(line.action)];
  }
}

} // namespace padan::engine
