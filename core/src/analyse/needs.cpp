#include "padan/analyse/needs.hpp"

#include <algorithm>

#include "health.hpp"

namespace padan::analyse {
namespace {

using prepare::Record;
using prepare::RowId;
using prepare::Sex;
using resolve::FieldKind;
using resolve::Flag;
using resolve::MasterList;

constexpr std::array<std::string_view, kNeeds> kTexts{
#define PADAN_TEXT(name, text) text,
    PADAN_NEEDS(PADAN_TEXT)
#undef PADAN_TEXT
};

void set(Situation& situation, Need need, Truth truth) {
  std::uint8_t& bits = truth == Truth::Yes ? situation.yes : situation.unknown;
  if (truth != Truth::No) {
    bits = static_cast<std::uint8_t>(bits | need_bit(need));
  }
}

class Builder {
public:
  Builder(const MasterList& master, const clustering::Cards& cards, const NeedRules& rules)
      : master_(master), cards_(cards), rules_(rules),
        names_members_(clustering::lists_of_members(master.corpus(), cards)), sick_(master, FieldKind::ChronicIllness),
        disabled_(master, FieldKind::Disability), stunted_(master, FieldKind::Stunting) {}

  [[nodiscard]] std::uint32_t asked() const {
    std::uint32_t asked = need_bit(Need::Alone) | need_bit(Need::FemaleHead);
    asked |= sick_.asked() ? need_bit(Need::Sick) : 0U;
    asked |= disabled_.asked() ? need_bit(Need::Disabled) : 0U;
    asked |= stunted_.asked() ? need_bit(Need::Stunted) : 0U;
    asked |= master_.as_of().known() ? need_bit(Need::Elderly) : 0U;
    asked |= master_.programmes().known() ? need_bit(Need::NoAid) : 0U;
    return asked;
  }

  /// Writes to the places of the family and its members, nowhere else.
  void family(std::uint32_t family, std::vector<Situation>& persons, Situation& out) const {
    const std::span<const std::uint32_t> members = master_.members_of(family);
    const auto count = [&](auto test) { return std::count_if(members.begin(), members.end(), test); };
    const auto there = count([&](std::uint32_t person) { return is_there(person); });
    const bool aided = count([&](std::uint32_t person) { return master_.has(person, Flag::Aided); }) != 0;
    const Truth no_aid = !master_.programmes().known() ? Truth::Unknown : aided ? Truth::No : Truth::Yes;
    const std::uint32_t head = master_.head_of(family);
    for (const std::uint32_t person : members) {
      Situation& own = persons[person];
      own = of_person(person);
      const Truth alone = there != 1 || !own.present ? Truth::No : stands_alone(person, members.size());
      set(own, Need::Alone, alone);
      set(own, Need::NoAid, no_aid);
      set(own, Need::FemaleHead, person == head ? female_head(person, own.sex, alone) : Truth::No);
      join(own, out);
    }
    out.unknown = static_cast<std::uint8_t>(out.unknown & ~out.yes);
    out.sex = persons[head].sex;
    for (const std::uint32_t person : members) {
      Situation& own = persons[person];
      own.decile = own.decile != 0 ? own.decile : out.decile;
    }
  }

private:
  [[nodiscard]] bool is_there(std::uint32_t person) const {
    return !master_.has(person, Flag::Dead) && !master_.has(person, Flag::Moved);
  }

  [[nodiscard]] Situation of_person(std::uint32_t person) const {
    Situation own;
    own.present = is_there(person);
    own.decile = master_.decile(person);
    own.sex = sex_of(person);
    const std::int32_t age = master_.age(person);
    own.age = age < 0 ? Situation::kUnknownAge : static_cast<std::uint8_t>(std::min(age, 254));
    set(own, Need::Sick, sick_.of(person));
    set(own, Need::Disabled, disabled_.of(person));
    set(own, Need::Elderly, age < 0 ? Truth::Unknown : age >= rules_.elderly_from ? Truth::Yes : Truth::No);
    // Only small children are measured: of others it is not unknown, it is no question.
    set(own, Need::Stunted, age > 5 ? Truth::No : stunted_.of(person));
    return own;
  }

  // Nearly everybody's rows agree; only the rest asks who wins.
  [[nodiscard]] Sex sex_of(std::uint32_t person) const {
    if (const std::string* decided = master_.decided(person, FieldKind::Sex)) {
      return prepare::read_sex(*decided);
    }
    Sex sex = Sex::Unknown;
    for (const RowId row : master_.rows_of(person)) {
      const Sex here = master_.corpus().records[row].sex;
      if (here != Sex::Unknown && sex != Sex::Unknown && here != sex) {
        return master_.corpus().records[master_.winner(person, FieldKind::Sex).row].sex;
      }
      sex = here != Sex::Unknown ? here : sex;
    }
    return sex;
  }

  [[nodiscard]] Truth stands_alone(std::uint32_t person, std::size_t members) const {
    if (members > 1) {
      return Truth::Yes; // the others are dead or gone
    }
    const std::span<const RowId> rows = master_.rows_of(person);
    const bool proven = std::any_of(rows.begin(), rows.end(), [&](RowId row) {
      const std::uint32_t card = cards_.of_row[row];
      return card != clustering::Cards::kNone && cards_.members(card) == 1 &&
             names_members_[master_.corpus().records[row].source];
    });
    return proven ? Truth::Yes : Truth::Unknown;
  }

  [[nodiscard]] Truth female_head(std::uint32_t head, Sex sex, Truth alone) const {
    if (sex != Sex::Female) {
      return sex == Sex::Male ? Truth::No : Truth::Unknown;
    }
    const std::span<const RowId> rows = master_.rows_of(head);
    const bool said = std::any_of(rows.begin(), rows.end(), [&](RowId row) {
      return master_.corpus().records[row].relation == prepare::Relation::Head;
    });
    return said || alone == Truth::Yes ? Truth::Yes : Truth::Unknown;
  }

  static void join(const Situation& member, Situation& family) {
    if (!member.present) {
      return;
    }
    family.present = true;
    family.yes = static_cast<std::uint8_t>(family.yes | member.yes);
    family.unknown = static_cast<std::uint8_t>(family.unknown | member.unknown);
    const bool older =
        member.age != Situation::kUnknownAge && (family.age == Situation::kUnknownAge || member.age > family.age);
    family.age = older ? member.age : family.age;
    const bool poorer = member.decile != 0 && (family.decile == 0 || member.decile < family.decile);
    family.decile = poorer ? member.decile : family.decile;
  }

  const MasterList& master_;
  const clustering::Cards& cards_;
  const NeedRules& rules_;
  std::vector<bool> names_members_; // per source
  Health sick_;
  Health disabled_;
  Health stunted_;
};

} // namespace

std::string_view to_text(Need need) { return kTexts[static_cast<std::size_t>(need)]; }

std::uint32_t parse_need(std::string_view text) {
  return static_cast<std::uint32_t>(std::find(kTexts.begin(), kTexts.end(), text) - kTexts.begin());
}

Needs::Needs(const resolve::MasterList& master, const clustering::Cards& cards, const NeedRules& rules,
             const base::Executor& executor)
    : rules_(rules), persons_(master.persons().size()), families_(master.families().size()) {
  const Builder builder(master, cards, rules_);
  asked_ = builder.asked();
  base::run_slices(executor, master.families().size(), [&](std::uint32_t, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t family = begin; family < end; ++family) {
      builder.family(family, persons_, families_[family]);
    }
  });
}

} // namespace padan::analyse
