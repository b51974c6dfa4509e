#include "padan/engine/actions.hpp"

#include <algorithm>
#include <array>

namespace padan::engine {
namespace {

using analyse::Code;
using analyse::Finding;
using resolve::Flag;
using resolve::MasterList;

constexpr std::array<std::string_view, kActions> kNames{"keep", "add", "remove", "mend", "check"};

constexpr std::uint32_t bit(Code code) { return 1U << static_cast<std::uint32_t>(code); }
constexpr std::uint32_t kOpen = 1U << ActionLine::kOpenQuestion;

// Findings that say something about whether the person should receive this programme.
constexpr std::uint32_t kToRemove = bit(Code::DeceasedReceiving);
constexpr std::uint32_t kToCheck = bit(Code::MovedReceiving) | bit(Code::ReceivingNotRegistered) |
                                   bit(Code::SameAidTwice) | bit(Code::PbiNotPoor) | kOpen;
constexpr std::uint32_t kToMend = bit(Code::NikMissing) | bit(Code::NikInvalid) | bit(Code::NikDamaged) |
                                  bit(Code::NikShared) | bit(Code::NikSecond) | bit(Code::NotInCivilRegistry) |
                                  bit(Code::ChildWithoutNik);

Action action_of(std::uint32_t reasons) {
  return (reasons & kToRemove) != 0  ? Action::Remove
         : (reasons & kToCheck) != 0 ? Action::Check
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
    if ((code & (kToRemove | kToCheck | kToMend | bit(Code::PbiMissing))) == 0) {
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
  if ((reasons & kOpen) != 0) {
    texts.emplace_back("open_question");
  }
  return texts;
}

Actions::Actions(const Results& results) {
  const MasterList& master = results.master();
  const resolve::Programmes& programmes = master.programmes();
  const Reasons reasons(results);
  counts_.assign(programmes.names().size() * kActions, 0);
  for (std::uint32_t person = 0; person < master.persons().size(); ++person) {
    const std::uint32_t why = reasons.of(person);
    for (const std::uint16_t programme : programmes.of_person(person)) {
      const std::uint32_t here =
          why & (kToRemove | kToMend | (programmes.is_pbi(programme) ? kToCheck : kToCheck & ~bit(Code::PbiNotPoor)));
      lines_.push_back({person, programme, action_of(here), here});
    }
    for (std::uint16_t programme = 0; (why & bit(Code::PbiMissing)) != 0 && programme < programmes.names().size();
         ++programme) {
      if (programmes.is_pbi(programme)) {
        lines_.push_back({person, programme, Action::Add, bit(Code::PbiMissing)});
        break;
      }
    }
  }
  std::stable_sort(lines_.begin(), lines_.end(),
                   [](const ActionLine& a, const ActionLine& b) { return a.programme < b.programme; });
  for (const ActionLine& line : lines_) {
    ++counts_[line.programme * kActions + static_cast<std::uint32_t>(line.action)];
  }
}

} // namespace padan::engine
