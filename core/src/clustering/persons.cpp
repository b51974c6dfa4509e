#include "padan/clustering/persons.hpp"

#include <algorithm>

#include "best_first.hpp"
#include "padan/base/math.hpp"

namespace padan::clustering {
namespace {

constexpr double kConfident = 7.0; // links that may speak for families
constexpr double kStrangerFamilies =
    -2.5;                         // log2 of how much more often families share nobody when the two are strangers
constexpr double kDoubtful = 8.0; // links below this listen to families
constexpr float kMostFamilyWeight = 15.0F;
constexpr std::uint32_t kLargestCard = 14;
constexpr std::uint32_t kRounds = 2;

void sort_pairs(std::vector<ScoredPair>& pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const ScoredPair& a, const ScoredPair& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.left != b.left ? a.left < b.left : a.right < b.right;
  });
}

// Keeps the higher weight of pairs that stand twice.
void unite_pairs(std::vector<ScoredPair>& pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const ScoredPair& a, const ScoredPair& b) {
    return a.left != b.left ? a.left < b.left : a.right != b.right ? a.right < b.right : a.weight > b.weight;
  });
  pairs.erase(
      std::unique(pairs.begin(), pairs.end(),
                  [](const ScoredPair& a, const ScoredPair& b) { return a.left == b.left && a.right == b.right; }),
      pairs.end());
}

class FamilyEvidence {
public:
  FamilyEvidence(const Corpus& corpus, matching::Scorer& scorer, const Cards& cards, const Persons& persons)
      : corpus_(corpus), scorer_(scorer), cards_(cards), persons_(persons) {
    link_cards();
  }

  // Pairs of rows left over in two cards that share members, weighed as members of one family.
  void lift(std::vector<ScoredPair>& out) {
    for (const auto& [a, b] : links_) {
      lift_cards(a, b, out);
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
      const auto link = std::make_pair(std::min(a, b), std::max(a, b));
      if (!same_card && !std::binary_search(links_.begin(), links_.end(), link)) {
        pair.weight += static_cast<float>(kStrangerFamilies);
      }
    }
  }

private:
  void link_cards() {
    for (std::uint32_t person = 0; person < persons_.size(); ++person) {
      for (std::uint32_t i = persons_.starts[person]; i < persons_.starts[person + 1]; ++i) {
        for (std::uint32_t j = i + 1; j < persons_.starts[person + 1]; ++j) {
          add_link(cards_.of_row[persons_.rows[i]], cards_.of_row[persons_.rows[j]]);
        }
      }
    }
    // Cards of one number in two lists are one family even before any member is known.
    std::vector<std::pair<std::uint64_t, std::uint32_t>> numbered;
    for (std::uint32_t card = 0; card < cards_.size(); ++card) {
      if (cards_.number[card] != 0) {
        numbered.emplace_back(cards_.number[card], card);
      }
    }
    std::sort(numbered.begin(), numbered.end());
    for (std::size_t i = 0; i < numbered.size(); ++i) {
      for (std::size_t j = i + 1; j < numbered.size() && numbered[j].first == numbered[i].first; ++j) {
        add_link(numbered[i].second, numbered[j].second);
      }
    }
    std::sort(links_.begin(), links_.end());
    links_.erase(std::unique(links_.begin(), links_.end()), links_.end());
  }

  void add_link(std::uint32_t a, std::uint32_t b) {
    if (a != b && a != Cards::kNone && b != Cards::kNone && cards_.members(a) <= kLargestCard &&
        cards_.members(b) <= kLargestCard) {
      links_.emplace_back(std::min(a, b), std::max(a, b));
    }
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

  void lift_cards(std::uint32_t a, std::uint32_t b, std::vector<ScoredPair>& out) {
    left_over(a, b, left_);
    left_over(b, a, right_);
    if (left_.empty() || right_.empty()) {
      return;
    }
    const auto most = static_cast<double>(std::max(left_.size(), right_.size()));
    const double prior = base::log2(0.5 / most); // half of the rest stand in the other list too
    for (const RowId x : left_) {
      for (const RowId y : right_) {
        const double weight = scorer_.weigh_in_family(std::min(x, y), std::max(x, y), prior);
        if (weight >= 0.0) {
          const float capped = std::min(static_cast<float>(weight), kMostFamilyWeight);
          out.push_back({std::min(x, y), std::max(x, y), capped, capped});
        }
      }
    }
  }

  const Corpus& corpus_;
  matching::Scorer& scorer_;
  const Cards& cards_;
  const Persons& persons_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> links_;
  std::vector<RowId> left_;
  std::vector<RowId> right_;
};

} // namespace

Persons cluster_persons(const Corpus& corpus, matching::Scorer& scorer, const Cards& cards,
                        std::vector<ScoredPair>& pairs, const Thresholds& thresholds,
                        const std::vector<Verdict>& verdicts) {
  unite_pairs(pairs);
  const std::vector<ScoredPair> weighed = pairs;
  const auto cluster = [&](double least) {
    sort_pairs(pairs);
    BestFirst groups(corpus, scorer);
    groups.decide(verdicts);
    groups.run(pairs, least);
    return groups.persons();
  };
  Persons persons = cluster(kConfident);
  for (std::uint32_t round = 0; round < kRounds; ++round) {
    FamilyEvidence families(corpus, scorer, cards, persons);
    pairs = weighed;
    families.lower(pairs);
    families.lift(pairs);
    unite_pairs(pairs);
    const bool last = round + 1 == kRounds;
    persons = cluster(last ? thresholds.accept : std::max(thresholds.accept, kConfident / 2));
  }
  return persons;
}

} // namespace padan::clustering
