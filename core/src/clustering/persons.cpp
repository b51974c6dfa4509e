#include "padan/clustering/persons.hpp"

#include <algorithm>
#include <cstring>

#include "best_first.hpp"
#include "padan/base/math.hpp"
#include "padan/base/radix_sort.hpp"

namespace padan::clustering {
namespace {

constexpr double kConfident = 7.0; // links that may speak for families
constexpr double kStrangerFamilies =
    -2.5;                         // log2 of how much more often families share nobody when the two are strangers
constexpr double kDoubtful = 8.0; // links below this listen to families
constexpr float kMostFamilyWeight = 15.0F;
constexpr std::uint32_t kLargestCard = 14;
constexpr std::uint32_t kRounds = 2;

// Whole numbers in the order of the floats.
std::uint32_t order_of(float weight) {
  std::uint32_t bits;
  std::memcpy(&bits, &weight, sizeof bits);
  return (bits & 0x80000000U) != 0 ? ~bits : bits | 0x80000000U;
}

std::uint64_t rows_of(const ScoredPair& pair) { return std::uint64_t{pair.left} << 32 | pair.right; }

// Highest weight first, then by rows. Of pairs that stand twice the higher weight stays.
void sort_pairs(std::vector<ScoredPair>& pairs) {
  base::radix_sort(pairs, rows_of);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (kept == 0 || rows_of(pairs[kept - 1]) != rows_of(pairs[i])) {
      pairs[kept++] = pairs[i];
    } else if (pairs[i].weight > pairs[kept - 1].weight) {
      pairs[kept - 1] = pairs[i];
    }
  }
  pairs.resize(kept);
  base::radix_sort(pairs, [](const ScoredPair& pair) { return ~order_of(pair.weight); });
}

using Link = std::pair<std::uint32_t, std::uint32_t>; // of two cards, the smaller first

void sort_links(std::vector<Link>& links) {
  base::radix_sort(links, [](const Link& link) { return std::uint64_t{link.first} << 32 | link.second; });
  links.erase(std::unique(links.begin(), links.end()), links.end());
}

bool may_link(const Cards& cards, std::uint32_t a, std::uint32_t b) {
  return a != b && a != Cards::kNone && b != Cards::kNone && cards.members(a) <= kLargestCard &&
         cards.members(b) <= kLargestCard;
}

// Cards of one number in two lists are one family even before any member is known.
std::vector<Link> links_by_number(const Cards& cards) {
  struct Entry {
    std::uint64_t number;
    std::uint32_t card;
  };
  std::vector<Entry> entries;
  for (std::uint32_t card = 0; card < cards.size(); ++card) {
    if (cards.number[card] != 0) {
      entries.push_back({cards.number[card], card});
    }
  }
  base::radix_sort(entries, [](const Entry& entry) { return entry.number; });
  std::vector<Link> links;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (std::size_t j = i + 1; j < entries.size() && entries[j].number == entries[i].number; ++j) {
      if (may_link(cards, entries[i].card, entries[j].card)) {
        links.emplace_back(entries[i].card, entries[j].card);
      }
    }
  }
  return links;
}

class FamilyEvidence {
public:
  FamilyEvidence(const matching::Scorer& scorer, const Cards& cards, const Persons& persons, std::vector<Link> links)
      : scorer_(scorer), cards_(cards), persons_(persons), links_(std::move(links)) {
    link_by_members();
  }

  // Pairs of rows left over in two cards that share members, weighed as members of one family.
  void lift(std::vector<ScoredPair>& out, const base::Executor& executor) const {
    const std::size_t slice = links_.size() / executor.workers + 1;
    std::vector<std::vector<ScoredPair>> lifted(executor.workers);
    executor.run(executor.workers, [&](std::uint32_t worker) {
      for (std::size_t i = worker * slice; i < std::min(links_.size(), (worker + 1) * slice); ++i) {
        lift_cards(links_[i].first, links_[i].second, lifted[worker]);
      }
    });
    for (const std::vector<ScoredPair>& part : lifted) {
      out.insert(out.end(), part.begin(), part.end());
    }
  }

  // A doubtful link whose families share nobody else.
  void lower(std::vector<ScoredPair>& pairs) const {
    for (ScoredPair& pair : pairs) {
      const std::uint32_t a = cards_.of_row[pair.left];
      const std::uint32_t b = cards_.of_row[pair.right];
      if (pair.weight >= kDoubtful || a == Cards::kNone || b == Cards::kNone || cards_.members(a) < 3 ||
          cards_.members(b) < 3) {
        continue;
      }
      const bool same_card = cards_.number[a] != 0 && cards_.number[a] == cards_.number[b];
      const Link link(std::min(a, b), std::max(a, b));
      if (!same_card && !std::binary_search(links_.begin(), links_.end(), link)) {
        pair.weight += static_cast<float>(kStrangerFamilies);
      }
    }
  }

private:
  void link_by_members() {
    for (std::uint32_t person = 0; person < persons_.size(); ++person) {
      for (std::uint32_t i = persons_.starts[person]; i < persons_.starts[person + 1]; ++i) {
        for (std::uint32_t j = i + 1; j < persons_.starts[person + 1]; ++j) {
          const std::uint32_t a = cards_.of_row[persons_.rows[i]];
          const std::uint32_t b = cards_.of_row[persons_.rows[j]];
          if (may_link(cards_, a, b)) {
            links_.emplace_back(std::min(a, b), std::max(a, b));
          }
        }
      }
    }
    sort_links(links_);
  }

  // Rows of one card of whom no row stands in the other.
  void left_over(std::uint32_t card, std::uint32_t other, std::vector<RowId>& out) const {
    out.clear();
    for (std::uint32_t i = cards_.starts[card]; i < cards_.starts[card + 1]; ++i) {
      const std::uint32_t person = persons_.of_row[cards_.rows[i]];
      bool there = false;
      for (std::uint32_t j = cards_.starts[other]; j < cards_.starts[other + 1]; ++j) {
        there = there || persons_.of_row[cards_.rows[j]] == person;
      }
      if (!there) {
        out.push_back(cards_.rows[i]);
      }
    }
  }

  void lift_cards(std::uint32_t a, std::uint32_t b, std::vector<ScoredPair>& out) const {
    std::vector<RowId> left;
    std::vector<RowId> right;
    left_over(a, b, left);
    if (left.empty()) {
      return;
    }
    left_over(b, a, right);
    const auto most = static_cast<double>(std::max(left.size(), right.size()));
    for (const RowId x : left) {
      for (const RowId y : right) {
        const double prior = base::log2(0.5 / most); // half of the rest stand in the other list too
        const double weight = scorer_.weigh_in_family(std::min(x, y), std::max(x, y), prior);
        if (weight >= 0.0) {
          const float capped = std::min(static_cast<float>(weight), kMostFamilyWeight);
          out.push_back({std::min(x, y), std::max(x, y), capped, capped});
        }
      }
    }
  }

  const matching::Scorer& scorer_;
  const Cards& cards_;
  const Persons& persons_;
  std::vector<Link> links_; // sorted
};

} // namespace

Persons cluster_persons(const Corpus& corpus, const matching::Scorer& scorer, const Cards& cards,
                        std::vector<ScoredPair>& pairs, const Thresholds& thresholds,
                        const std::vector<Verdict>& verdicts, const base::Executor& executor) {
  const auto run = [&](BestFirst& groups, const std::vector<ScoredPair>& links, double least) {
    const auto end =
        std::partition_point(links.begin(), links.end(), [&](const ScoredPair& link) { return link.weight >= least; });
    groups.run(links.data(), links.data() + (end - links.begin()), executor);
  };
  sort_pairs(pairs);
  // What families say moves no weight above kMostFamilyWeight, so those links are taken once for all rounds.
  const auto sure = std::partition_point(pairs.begin(), pairs.end(),
                                         [](const ScoredPair& pair) { return pair.weight > kMostFamilyWeight; });
  const std::vector<ScoredPair> others(sure, pairs.end());
  pairs.erase(sure, pairs.end());
  BestFirst sure_groups(corpus, scorer);
  sure_groups.decide(verdicts);
  run(sure_groups, pairs, std::max<double>(kMostFamilyWeight, thresholds.accept));
  BestFirst groups = sure_groups;
  run(groups, others, kConfident);
  Persons persons = groups.persons();
  const std::vector<Link> numbered = links_by_number(cards);
  std::vector<ScoredPair> reweighed;
  for (std::uint32_t round = 0; round < kRounds; ++round) {
    const FamilyEvidence families(scorer, cards, persons, numbered);
    reweighed = others;
    families.lower(reweighed);
    families.lift(reweighed, executor);
    sort_pairs(reweighed);
    groups = sure_groups;
    const bool last = round + 1 == kRounds;
    run(groups, reweighed, last ? thresholds.accept : std::max(thresholds.accept, kConfident / 2));
    persons = groups.persons();
  }
  pairs.insert(pairs.end(), reweighed.begin(), reweighed.end());
  sort_pairs(pairs); // a sure link that was refused may have been lifted again
  return persons;
}

} // namespace padan::clustering
