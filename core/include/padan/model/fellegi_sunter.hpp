#pragma once
// The probability model: Fellegi and Sunter (1969) with a third population between "same person" and "strangers".
//
// Two rows are of the same person (probabilities m), of two members of one family (h), or of strangers (u). Without the
// middle population a brother looks like a damaged copy: he shares card, village, mother and half the name. Each comparison
// has levels; level 0 is "nothing to compare" and says nothing. Term frequency enters as bits: -log2 of how common the
// shared value is, added to what m/u and h/u say.
// m is learned by expectation maximisation (Winkler 1988) on counts of agreement patterns; h and u come from samples of
// pairs whose population is known (members of one card in one list; rows drawn at random), so no labels are needed. Where
// there are some, they fix what their pairs are (semi-supervised, as in Larsen and Rubin 2001) and move m, h and u.

#include <cstdint>
#include <string>
#include <vector>

namespace padan::model {

/// A comparison with its level probabilities. When columns > 0 the levels are a table, level = row * columns + column, of
/// two dependent comparisons (NIK and birth date): row 0 and column 0 mean "missing", and m is kept as a product.
struct Comparison {
  std::string name;
  std::uint32_t levels = 0;
  std::uint32_t columns = 0;
  bool of_family = false; // describes the household: members agree on it as a person agrees with himself, so h = m
  std::vector<double> m;
  std::vector<double> h;
  std::vector<double>
      h_twins; // h of members born on one day, where that differs (twins are given names alike); else empty
  std::vector<double> u;
  std::vector<double> m_prior; // what m is believed to be before any data, also the shape of smoothing
  bool given = false;          // m, h and u come from a saved model and are not learned

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    auto& [of_name, level_count, column_count, household, same, member, twin, stranger, prior, saved] =
        self; // every member, or no build
    archive(of_name, level_count, column_count, household, same, member, twin, stranger, prior, saved);
  }
};

/// What a person has said of pairs.
enum class Label : std::uint8_t { None, Same, NotSame };

/// Pairs that look alike: the level of each comparison, the term-frequency bits in all, which two lists, how many pairs.
struct Pattern {
  std::vector<std::uint8_t> levels;
  double bits = 0.0;
  std::uint32_t source_pair = 0;
  bool same_birth = false; // members of one family would be twins
  double count = 0.0;
  Label label = Label::None;
};

/// How many pairs two lists could make, and how many are thought to be of one person or one family.
struct SourcePair {
  double pairs = 0.0;
  double match_share = 0.0;      // prior probability that a random pair is one person
  double family_share = 0.0;     // ... are two members of a family
  double family_per_match = 0.0; // in two lists each match brings relatives along; 0 keeps family_share as it is
};

struct Weight {
  double match = 0.0;    // log2 odds: one person against all else
  double family = 0.0;   // log2 odds: one person against two members of one family
  double evidence = 0.0; // log2 of m/u over all comparisons, before any prior: below 0 speaks against one person
};

struct Model {
  std::vector<Comparison> comparisons;
  std::vector<SourcePair> source_pairs;
  std::uint32_t sources = 0;

  [[nodiscard]] std::uint32_t source_pair(std::uint32_t a, std::uint32_t b) const {
    return (a < b ? a : b) * sources + (a < b ? b : a);
  }

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    auto& [parts, pairs, count] = self;
    archive(parts, pairs, count);
  }
};

/// log2 of m/u and h/u per level, laid out for scoring.
class WeightTable {
public:
  explicit WeightTable(const Model& model);
  [[nodiscard]] double match(std::uint32_t comparison, std::uint8_t level) const {
    return match_[starts_[comparison] + level];
  }
  [[nodiscard]] double family(std::uint32_t comparison, std::uint8_t level, bool same_birth) const {
    return (same_birth ? twins_ : family_)[starts_[comparison] + level];
  }
  [[nodiscard]] double match_prior(std::uint32_t source_pair) const { return match_prior_[source_pair]; }
  [[nodiscard]] double family_prior(std::uint32_t source_pair) const { return family_prior_[source_pair]; }

  /// match_evidence and family_evidence are the sums over comparisons, term-frequency bits included.
  [[nodiscard]] Weight weigh(std::uint32_t source_pair, double match_evidence, double family_evidence) const;

private:
  std::vector<std::uint32_t> starts_;
  std::vector<double> match_;
  std::vector<double> family_;
  std::vector<double> twins_;
  std::vector<double> match_prior_;
  std::vector<double> family_prior_;
};

/// Probability of log2 odds.
[[nodiscard]] double probability(double weight);
/// log2(2^a + 2^b).
[[nodiscard]] double log2_sum(double a, double b);

struct Training {
  std::uint32_t iterations = 0;
  double change = 0.0;  // of the largest m in the last iteration
  double matches = 0.0; // expected among the patterns
};

/// Learns m and the shares from patterns of candidate pairs; scale says how many candidates each counted pair stands for.
/// Labelled patterns are matches or not, whatever the weights say. Those that are not are parted between family and
/// strangers by the odds of the iteration; there they count among all pairs of that kind that the lists could make, for these
/// are what h and u describe: two people of one name make namesakes hardly more frequent.
/// Comparisons that are given keep m, h and u; then it is the shares that have to settle.
/// Cost: O(patterns x comparisons) an iteration. Stable on tiny lists: every m keeps a prior worth prior_pairs pairs.
Training expectation_maximisation(Model& model, const std::vector<Pattern>& patterns, double scale,
                                  double prior_pairs = 40.0, std::uint32_t most_iterations = 25);

} // namespace padan::model
