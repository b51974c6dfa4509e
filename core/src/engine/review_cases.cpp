#include "review_cases.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "padan/similarity/digits.hpp"

namespace padan::engine {
namespace {

using prepare::IdState;
using prepare::Record;
using prepare::Sex;
using Groups = std::vector<std::vector<RowId>>;

constexpr double kSuspicionBits = 4.0;     // what one suspicion takes from the weakest link
constexpr std::uint32_t kCleanRows = 200;  // a list of so many rows ...
constexpr std::uint32_t kCleanShare = 200; // ... with at most one duplicate in so many names everybody once

bool good_nik(const Record& record) { return record.nik_state == IdState::Good || record.nik_state == IdState::Shared; }

// Some rows, joined step by step; places in rows.
class Pieces {
public:
  explicit Pieces(std::vector<RowId> rows) : rows_(std::move(rows)), parent_(rows_.size()), parts_(rows_.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  bool join(RowId a, RowId b) {
    const std::size_t x = root(a);
    const std::size_t y = root(b);
    parent_[std::max(x, y)] = std::min(x, y);
    parts_ -= x != y ? 1 : 0;
    return x != y;
  }
  [[nodiscard]] bool together(RowId a, RowId b) const { return root(a) == root(b); }
  [[nodiscard]] std::size_t parts() const { return parts_; }
  /// Largest first, so that it keeps the family; then by first row.
  [[nodiscard]] Groups groups() const {
    std::map<std::size_t, std::vector<RowId>> by_root;
    for (const RowId row : rows_) {
      by_root[root(row)].push_back(row);
    }
    Groups groups;
    for (auto& [at, rows] : by_root) {
      groups.push_back(std::move(rows));
    }
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return groups;
  }

private:
  [[nodiscard]] std::size_t root(RowId row) const {
    auto at = static_cast<std::size_t>(std::lower_bound(rows_.begin(), rows_.end(), row) - rows_.begin());
    while (parent_[at] != at) {
      at = parent_[at];
    }
    return at;
  }

  std::vector<RowId> rows_; // ascending
  std::vector<std::size_t> parent_;
  std::size_t parts_;
};

class CaseFinder {
public:
  CaseFinder(const Results& results, const FigureCounter& counter)
      : results_(results), master_(results.master()), corpus_(master_.corpus()), pairs_(results.outcome().pairs),
        persons_(results.outcome().persons), counter_(counter) {}

  std::vector<Case> run() {
    find_clean_lists();
    find_suspects();
    find_settled();
    gather_links();
    for (const auto& [person, suspicions] : suspects_) {
      add_cluster(person, suspicions);
    }
    for (const analyse::OpenPair& open : results_.open_pairs().pairs) {
      const std::uint32_t person = persons_.of_row[pairs_[open.pair].left];
      if (!open.accepted || asked_.count(person) == 0) {
        add_pair(open);
      }
    }
    return std::move(cases_);
  }

private:
  void find_clean_lists() {
    for (std::uint32_t source = 0; source < corpus_.sources.size(); ++source) {
      const SourceCount count = results_.source_count(source);
      const bool few = count.rows >= kCleanRows && count.duplicates * kCleanShare <= count.rows;
      clean_.push_back(few || corpus_.sources[source].civil_registry || !corpus_.sources[source].duplicates_allowed);
    }
  }

  [[nodiscard]] std::uint32_t suspicions(std::uint32_t person) const {
    std::uint32_t found = 0;
    const auto set = [&](Suspicion suspicion, bool on) {
      found |= on ? 1U << static_cast<std::uint32_t>(suspicion) : 0U;
    };
    const auto rows = master_.rows_of(person);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Record& a = corpus_.records[rows[i]];
      for (std::size_t j = i + 1; j < rows.size(); ++j) {
        const Record& b = corpus_.records[rows[j]];
        set(Suspicion::TwoNiks,
            good_nik(a) && good_nik(b) && a.nik != b.nik &&
                similarity::compare_digits(a.nik, 16, b.nik, 16) == similarity::DigitMatch::Different);
        set(Suspicion::TwoSexes, a.sex != Sex::Unknown && b.sex != Sex::Unknown && a.sex != b.sex);
        set(Suspicion::TwoBirths,
            a.birth.full() && b.birth.full() && matching::compare_birth(a, b) == matching::BirthLevel::Different);
        set(Suspicion::TwiceInCleanList, a.source == b.source && clean_[a.source]);
      }
    }
    return found;
  }

  void find_suspects() {
    for (std::uint32_t person = 0; person < persons_.size(); ++person) {
      if (master_.rows_of(person).size() > 1) {
        if (const std::uint32_t found = suspicions(person)) {
          suspects_.emplace(person, found);
        }
      }
    }
  }

  // Links inside the persons that are asked about, heaviest first.
  void gather_links() {
    std::vector<bool> wanted(persons_.all(), false);
    for (const auto& [person, suspicions] : suspects_) {
      wanted[person] = true;
    }
    for (const analyse::OpenPair& open : results_.open_pairs().pairs) {
      if (open.accepted) {
        wanted[persons_.of_row[pairs_[open.pair].left]] = true;
      }
    }
    for (std::uint32_t i = 0; i < pairs_.size() && pairs_[i].weight >= results_.outcome().thresholds.accept; ++i) {
      const std::uint32_t person = persons_.of_row[pairs_[i].left];
      if (wanted[person] && persons_.of_row[pairs_[i].right] == person) {
        links_[person].push_back(i);
      }
    }
  }

  [[nodiscard]] std::vector<RowId> rows_of(std::uint32_t person) const {
    const auto rows = master_.rows_of(person);
    return {rows.begin(), rows.end()};
  }

  void find_settled() {
    std::map<std::uint32_t, Pieces> tied;
    for (const clustering::Verdict& verdict : results_.outcome().decisions.verdicts) {
      const std::uint32_t person = persons_.of_row[verdict.left];
      if (verdict.same && persons_.of_row[verdict.right] == person) {
        tied.try_emplace(person, rows_of(person)).first->second.join(verdict.left, verdict.right);
      }
    }
    for (const auto& [person, pieces] : tied) {
      if (pieces.parts() == 1) {
        suspects_.erase(person);
      }
    }
  }

  void add_cluster(std::uint32_t person, std::uint32_t found) {
    Pieces pieces(rows_of(person));
    Groups parts = pieces.groups();
    const matching::ScoredPair* weakest = nullptr;
    for (const std::uint32_t link : links_[person]) {
      Groups before = pieces.parts() == 2 ? pieces.groups() : Groups{};
      if (pieces.join(pairs_[link].left, pairs_[link].right)) {
        weakest = &pairs_[link];
        parts = pieces.parts() == 1 ? std::move(before) : std::move(parts);
      }
    }
    if (weakest == nullptr || pieces.parts() != 1) {
      return; // held together by a decision
    }
    const double sure = results_.outcome().thresholds.accept + analyse::kDoubt;
    double doubt = static_cast<double>(weakest->weight);
    for (std::uint32_t bits = found; bits != 0; bits &= bits - 1) {
      doubt -= kSuspicionBits;
    }
    if (doubt >= sure) {
      return;
    }
    asked_.emplace(person, true);
    const bool weak = weakest->weight < sure;
    found |= weak ? 1U << static_cast<std::uint32_t>(Suspicion::WeakLink) : 0U;
    add({true, true, weakest->left, weakest->right, static_cast<double>(weakest->weight), model::probability(doubt),
         found},
        {person}, parts);
  }

  void add_pair(const analyse::OpenPair& open) {
    const matching::ScoredPair& pair = pairs_[open.pair];
    const auto weight = static_cast<double>(pair.weight);
    const std::uint32_t p = persons_.of_row[pair.left];
    const std::uint32_t q = persons_.of_row[pair.right];
    Case made{false, open.accepted, pair.left, pair.right, weight, model::probability(weight)};
    if (open.accepted) {
      add(made, {p}, parted(p, pair));
    } else {
      std::vector<RowId> rows = rows_of(p);
      const auto more = master_.rows_of(q);
      rows.insert(rows.end(), more.begin(), more.end());
      std::sort(rows.begin(), rows.end());
      add(made, {p, q}, {rows});
    }
  }

  // The person without the links between the pieces of the two rows.
  [[nodiscard]] Groups parted(std::uint32_t person, const matching::ScoredPair& pair) {
    const std::vector<std::uint32_t>& piece = results_.open_pairs().piece_of;
    const auto cut = [&](RowId a, RowId b) {
      return (piece[a] == piece[pair.left] && piece[b] == piece[pair.right]) ||
             (piece[b] == piece[pair.left] && piece[a] == piece[pair.right]);
    };
    Pieces pieces(rows_of(person));
    const auto meets = [&](RowId a, RowId b) {
      return pieces.together(a, pair.left) && pieces.together(b, pair.right);
    };
    for (const std::uint32_t link : links_[person]) { // heaviest first: each row goes with whom it is closest to
      const matching::ScoredPair& tie = pairs_[link];
      if (!cut(tie.left, tie.right) && !meets(tie.left, tie.right) && !meets(tie.right, tie.left)) {
        pieces.join(tie.left, tie.right);
      }
    }
    return pieces.groups();
  }

  void add(Case made, const std::vector<std::uint32_t>& persons, const Groups& groups) {
    made.change = counter_.change(persons, groups);
    const double other = made.accepted ? 1.0 - made.probability : made.probability;
    std::int64_t moved = 0;
    for (const std::int64_t figure : made.change) {
      moved += figure < 0 ? -figure : figure;
    }
    made.expected = other * static_cast<double>(moved);
    cases_.push_back(made);
  }

  const Results& results_;
  const resolve::MasterList& master_;
  const prepare::Corpus& corpus_;
  const std::vector<matching::ScoredPair>& pairs_;
  const clustering::Persons& persons_;
  const FigureCounter& counter_;
  std::vector<bool> clean_;                                   // per source
  std::map<std::uint32_t, std::uint32_t> suspects_;           // person: suspicions
  std::map<std::uint32_t, std::vector<std::uint32_t>> links_; // person: places in pairs
  std::map<std::uint32_t, bool> asked_;                       // persons of clusters in doubt
  std::vector<Case> cases_;
};

} // namespace

std::vector<Case> find_cases(const Results& results, const FigureCounter& counter) {
  return CaseFinder(results, counter).run();
}

} // namespace padan::engine
