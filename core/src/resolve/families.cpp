#include "padan/resolve/families.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "padan/base/hash.hpp"
#include "padan/similarity/digits.hpp"

namespace padan::resolve {
namespace {

using prepare::Record;

constexpr std::uint32_t kNone = UINT32_MAX;

class Unions {
public:
  explicit Unions(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::uint32_t root(std::uint32_t at) {
    while (parent_[at] != at) {
      at = parent_[at] = parent_[parent_[at]];
    }
    return at;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

private:
  std::vector<std::uint32_t> parent_;
};

// A household number: a KK, or a family number of a list. All lists that write the same KK mean the same household.
struct Membership {
  std::uint32_t person;
  std::uint32_t household;
  std::uint32_t votes;
};

class FamilyFinder {
public:
  FamilyFinder(const Corpus& corpus, const Persons& persons, const Cards& cards, const Named& named)
      : corpus_(corpus), persons_(persons), cards_(cards), named_(named) {}

  Families run() {
    number_households();
    count_votes();
    unite_households();
    choose();
    follow_family_numbers();
    follow_companions();
    follow_parents();
    return number_families();
  }

private:
  void number_households() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys; // (identity of the household, card)
    for (std::uint32_t card = 0; card < cards_.size(); ++card) {
      const std::uint64_t identity =
          cards_.number[card] != 0 ? base::combine(cards_.number[card], 1) : base::combine(card, 2);
      keys.emplace_back(identity, card);
    }
    std::sort(keys.begin(), keys.end());
    household_of_card_.assign(cards_.size(), 0);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (i == 0 || keys[i].first != keys[i - 1].first) {
        kk_.push_back(cards_.number[keys[i].second]);
      }
      household_of_card_[keys[i].second] = static_cast<std::uint32_t>(kk_.size() - 1);
    }
  }

  void count_votes() {
    for (std::uint32_t person = 0; person < persons_.all(); ++person) {
      for (std::uint32_t i = persons_.starts[person]; i < persons_.starts[person + 1]; ++i) {
        const RowId row = persons_.rows[i];
        if (cards_.of_row[row] != Cards::kNone) {
          const std::uint32_t household = household_of_card_[cards_.of_row[row]];
          const bool civil = corpus_.sources[corpus_.records[row].source].civil_registry;
          votes_.push_back({person, household, kk_[household] == 0 ? 1U : civil ? 9U : 4U});
        }
      }
    }
    std::sort(votes_.begin(), votes_.end(), [](const Membership& a, const Membership& b) {
      return std::tie(a.person, a.household) < std::tie(b.person, b.household);
    });
    std::size_t out = 0;
    for (std::size_t i = 0; i < votes_.size(); ++i) {
      if (out != 0 && votes_[out - 1].person == votes_[i].person && votes_[out - 1].household == votes_[i].household) {
        votes_[out - 1].votes += votes_[i].votes;
      } else {
        votes_[out++] = votes_[i];
      }
    }
    votes_.resize(out);
  }

  template <class Visit> void for_each_person(Visit visit) const {
    for (std::size_t begin = 0; begin < votes_.size();) {
      std::size_t end = begin + 1;
      while (end < votes_.size() && votes_[end].person == votes_[begin].person) {
        ++end;
      }
      visit(begin, end);
      begin = end;
    }
  }

  [[nodiscard]] bool near(std::uint32_t a, std::uint32_t b) const {
    return similarity::compare_digits(kk_[a], 16, kk_[b], 16) != similarity::DigitMatch::Different;
  }

  // Two cards are one household when most members of the smaller one stand under both (a card renewed), half of them when
  // the numbers are a slip apart. Numbers that are no good KK never tie households together; see follow_family_numbers().
  void unite_households() {
    std::vector<std::uint32_t> members(kk_.size(), 0);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> both;
    for_each_person([&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        ++members[votes_[i].household];
        for (std::size_t j = i + 1; j < end; ++j) {
          both.emplace_back(votes_[i].household, votes_[j].household);
        }
      }
    });
    std::sort(both.begin(), both.end());
    Unions unions(kk_.size());
    for (std::size_t begin = 0; begin < both.size();) {
      std::size_t end = begin + 1;
      while (end < both.size() && both[end] == both[begin]) {
        ++end;
      }
      const auto [a, b] = both[begin];
      const auto shared = static_cast<std::uint32_t>(end - begin);
      const std::uint32_t smaller = std::min(members[a], members[b]);
      const bool cards = kk_[a] != 0 && kk_[b] != 0;
      if (cards && ((shared >= 2 && shared * 2 > smaller) || (shared * 2 >= smaller && near(a, b)))) {
        unions.join(a, b);
      }
      begin = end;
    }
    united_.resize(kk_.size());
    for (std::uint32_t household = 0; household < kk_.size(); ++household) {
      united_[household] = unions.root(household);
    }
    name_united();
  }

  // Households that are one go by the number that most lists, the civil registry first, name.
  void name_united() {
    std::vector<std::uint32_t> sums(kk_.size(), 0);
    for (const Membership& vote : votes_) {
      sums[vote.household] += vote.votes;
    }
    std::vector<std::uint32_t> best(united_);
    for (std::uint32_t household = 0; household < kk_.size(); ++household) {
      std::uint32_t& named = best[united_[household]];
      if (sums[household] != sums[named] ? sums[household] > sums[named] : kk_[household] < kk_[named]) {
        named = household;
      }
    }
    std::vector<std::uint64_t> named(kk_);
    for (std::uint32_t household = 0; household < kk_.size(); ++household) {
      named[household] = kk_[best[united_[household]]];
    }
    kk_ = std::move(named);
  }

  void choose() {
    household_.assign(persons_.all(), kNone);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sums; // (household, votes)
    for_each_person([&](std::size_t begin, std::size_t end) {
      sums.clear();
      for (std::size_t i = begin; i < end; ++i) {
        const std::uint32_t household = united_[votes_[i].household];
        const auto at = std::find_if(sums.begin(), sums.end(), [&](const auto& sum) { return sum.first == household; });
        if (at == sums.end()) {
          sums.emplace_back(household, votes_[i].votes);
        } else {
          at->second += votes_[i].votes;
        }
      }
      const auto best = std::max_element(sums.begin(), sums.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second < b.second : a.first > b.first;
      });
      household_[votes_[begin].person] = best->first;
    });
  }

  // A person whose household is known only by a list's own number, or by a damaged card, goes where the others of that number went.
  void follow_family_numbers() {
    std::vector<std::uint32_t> majority(kk_.size(), kNone);
    std::vector<std::tuple<std::uint32_t, std::uint32_t>> moves; // (card's household, where a member went)
    for (const Membership& vote : votes_) {
      if (kk_[vote.household] == 0 && household_[vote.person] != united_[vote.household]) {
        moves.emplace_back(united_[vote.household], household_[vote.person]);
      }
    }
    std::sort(moves.begin(), moves.end());
    std::size_t best_count = 0;
    for (std::size_t begin = 0; begin < moves.size();) {
      std::size_t end = begin + 1;
      while (end < moves.size() && moves[end] == moves[begin]) {
        ++end;
      }
      const auto [from, to] = moves[begin];
      if (majority[from] == kNone || end - begin > best_count) {
        majority[from] = to;
        best_count = end - begin;
      }
      begin = end;
      if (begin < moves.size() && std::get<0>(moves[begin]) != from) {
        best_count = 0;
      }
    }
    for (std::uint32_t& household : household_) {
      if (household != kNone && kk_[household] == 0 && majority[household] != kNone) {
        household = majority[household];
      }
    }
  }

  // A row that names somebody tells of a family: husband and wife, head and member, a child and who brings it up. One of both
  // who has no card goes to the other; two without any found a household. Cards of both are stronger than that. A grown-up
  // row names its parents too, and has a family of its own.
  void follow_companions() {
    std::uint16_t youngest = 0;
    for (const Record& record : corpus_.records) {
      youngest = std::max(youngest, record.birth.year);
    }
    std::vector<std::pair<std::uint64_t, std::uint32_t>> unlisted; // (who is named but in no list, person of the row)
    for (std::uint32_t at = 0; at < named_.person.size(); ++at) {
      const prepare::Mention& mention = corpus_.mentions[at];
      const std::uint32_t person = persons_.of_row[mention.row];
      if (person >= persons_.size() || !lives_with(mention, youngest)) {
        continue;
      }
      if (named_.person[at] == Named::kNone) {
        if (mention.nik_state == prepare::IdState::Good && household_[person] == kNone) {
          unlisted.emplace_back(mention.nik, person);
        }
        continue;
      }
      settle(person, named_.person[at]);
    }
    std::sort(unlisted.begin(), unlisted.end());
    for (std::size_t i = 1; i < unlisted.size(); ++i) {
      if (unlisted[i].first == unlisted[i - 1].first) {
        settle(unlisted[i - 1].second, unlisted[i].second);
      }
    }
  }

  [[nodiscard]] bool lives_with(const prepare::Mention& mention, std::uint16_t youngest) const {
    constexpr std::uint16_t kGrownUp = 18;
    if (mention.role == table::Role::Head || mention.role == table::Role::Spouse) {
      return true;
    }
    const Record& row = corpus_.records[mention.row];
    const bool of_row = mention.role != table::Role::Child; // else the child is the companion
    const prepare::Relation relation = of_row ? row.relation : prepare::Relation::Child;
    const std::uint16_t born = of_row ? row.birth.year : mention.year;
    return (relation == prepare::Relation::Child || relation == prepare::Relation::Unknown) &&
           (born == 0 || born + kGrownUp > youngest);
  }

  // Puts both into one household where one of them has none.
  void settle(std::uint32_t a, std::uint32_t b) {
    if (a == b || (household_[a] != kNone && household_[b] != kNone)) {
      return;
    }
    if (household_[a] == kNone && household_[b] == kNone) {
      household_[a] = static_cast<std::uint32_t>(kk_.size());
      kk_.push_back(0);
    }
    household_[a] = household_[a] != kNone ? household_[a] : household_[b];
    household_[b] = household_[a];
  }

  struct Resident {
    std::uint64_t key; // name and village
    std::uint32_t person;
    std::uint16_t year;
    friend bool operator<(const Resident& a, const Resident& b) {
      return std::tie(a.key, a.person) < std::tie(b.key, b.person);
    }
  };

  static std::uint64_t key(std::uint32_t name, std::uint32_t village) { return base::combine(name, village); }

  // A child whom no list gives a card, but a parent's name: the one grown-up of that name in the village.
  void follow_parents() {
    std::vector<Resident> residents;
    for (RowId row = 0; row < corpus_.rows(); ++row) {
      const Record& record = corpus_.records[row];
      if (record.name != 0 && record.village != 0 && household_[persons_.of_row[row]] != kNone) {
        residents.push_back({key(record.name, record.village), persons_.of_row[row], record.birth.year});
      }
    }
    std::sort(residents.begin(), residents.end());
    for (std::uint32_t person = 0; person < persons_.all(); ++person) {
      for (std::uint32_t i = persons_.starts[person]; i < persons_.starts[person + 1] && household_[person] == kNone;
           ++i) {
        const Record& record = corpus_.records[persons_.rows[i]];
        for (const std::uint32_t parent : {record.mother, record.father, record.head}) {
          if (parent != 0 && record.village != 0 && household_[person] == kNone) {
            household_[person] = only_household(residents, key(parent, record.village), person, record.birth.year);
          }
        }
      }
    }
  }

  [[nodiscard]] std::uint32_t only_household(const std::vector<Resident>& residents, std::uint64_t wanted,
                                             std::uint32_t child, std::uint16_t year) const {
    std::uint32_t found = kNone;
    for (auto at = std::lower_bound(residents.begin(), residents.end(), Resident{wanted, 0, 0});
         at != residents.end() && at->key == wanted; ++at) {
      const bool grown_up = year == 0 || at->year == 0 || at->year + 13 <= year;
      if (at->person == child || !grown_up) {
        continue;
      }
      if (found != kNone && found != household_[at->person]) {
        return kNone; // two of that name: better alone than wrong
      }
      found = household_[at->person];
    }
    return found;
  }

  Families number_families() {
    Families families;
    families.of_person.resize(persons_.all());
    std::vector<std::uint32_t> number(kk_.size(), kNone);
    std::uint32_t count = 0;
    for (std::uint32_t person = 0; person < persons_.all(); ++person) {
      const std::uint32_t household = person < persons_.size() ? household_[person] : kNone;
      if (household == kNone || number[household] == kNone) {
        families.kk.push_back(household == kNone ? 0 : kk_[household]);
        if (household != kNone) {
          number[household] = count;
        }
        families.of_person[person] = count++;
      } else {
        families.of_person[person] = number[household];
      }
    }
    families.starts.assign(count + std::size_t{1}, 0);
    for (const std::uint32_t family : families.of_person) {
      ++families.starts[family + 1];
    }
    std::partial_sum(families.starts.begin(), families.starts.end(), families.starts.begin());
    families.left_out = persons_.left_out;
    families.persons.resize(persons_.all());
    std::vector<std::uint32_t> fill(families.starts.begin(), families.starts.end() - 1);
    for (std::uint32_t person = 0; person < persons_.all(); ++person) {
      families.persons[fill[families.of_person[person]]++] = person;
    }
    return families;
  }

  const Corpus& corpus_;
  const Persons& persons_;
  const Cards& cards_;
  const Named& named_;
  std::vector<std::uint64_t> kk_; // per household
  std::vector<std::uint32_t> household_of_card_;
  std::vector<std::uint32_t> united_;
  std::vector<Membership> votes_;
  std::vector<std::uint32_t> household_; // per person
};

} // namespace

Families find_families(const Corpus& corpus, const Persons& persons, const Cards& cards, const Named& named) {
  return FamilyFinder(corpus, persons, cards, named).run();
}

} // namespace padan::resolve
