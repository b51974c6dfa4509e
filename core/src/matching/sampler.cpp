#include "sampler.hpp"

#include <algorithm>

#include "evidence_sum.hpp"
#include "padan/base/hash.hpp"
#include "padan/base/math.hpp"
#include "sample.hpp"

namespace padan::matching {
namespace {

using model::Model;

constexpr std::uint32_t kRandomPairs = 200'000;
constexpr std::uint32_t kBirthPairs = 1'000'000; // cheap: no name is compared
constexpr std::uint32_t kStratumPairs = 60'000;
constexpr std::uint32_t kFamilyPairs = 60'000;

constexpr std::uint32_t kHouseholdPairs = 10'000;
constexpr double kUnseenRelatives = 0.3; // relatives per row of a list that names neither cards nor addresses
constexpr double kLeastRelatives = 0.02;
constexpr double kMostRelatives = 5.0; // an address that is a whole hamlet is no household

double share(double count, double total, double prior, double prior_pairs) {
  return (count + prior * prior_pairs) / (total + prior_pairs);
}

bool different_people(const Evidence& evidence) {
  return evidence.levels[kName] == static_cast<std::uint8_t>(PhraseLevel::Different) &&
         (evidence.levels[kMother] == 0 ||
          evidence.levels[kMother] >= static_cast<std::uint8_t>(PhraseLevel::Partial)) &&
         evidence.levels[kKk] != 1;
}

// Counts per level of a comparison among strangers or family, with what the levels' term-frequency bits add up to.
struct Counts {
  std::vector<double> levels;
  std::vector<double> powers; // sum of 2^bits per level
  double total = 0.0;         // pairs in which the comparison was possible

  explicit Counts(std::size_t size) : levels(size, 0.0), powers(size, 0.0) {}
  void add(std::uint8_t level, float bits) {
    if (level != 0) {
      levels[level] += 1.0;
      powers[level] += base::exp2(bits);
      total += 1.0;
    }
  }
};

class Sampler {
public:
  Sampler(const Corpus& corpus, Model& model) : corpus_(corpus), model_(model), believed_(model), comparer_(corpus) {}

  void run() {
    strangers();
    village_strangers();
    birthday_strangers();
    households();
    family();
    family_sizes();
  }

private:
  // One person drawn twice by accident, judged by what is believed before training. In a short list that is frequent.
  [[nodiscard]] bool likely_match(RowId a, RowId b, const Evidence& evidence) const {
    const EvidenceSum sum = sum_evidence(believed_, model_.comparisons.size(), evidence);
    const std::uint32_t sources = model_.source_pair(corpus_.records[a].source, corpus_.records[b].source);
    return believed_.weigh(sources, sum.match, sum.family).match > -3.0;
  }

  // u of comparisons that do not depend on others. A level with term frequency gets the sum of 2^bits instead of the
  // count, so that u times the average of m's share is one: rarity is then measured against what strangers really share.
  void strangers() {
    std::vector<Counts> counts;
    for (const model::Comparison& comparison : model_.comparisons) {
      counts.emplace_back(comparison.levels);
    }
    Evidence evidence;
    Groups(corpus_, [](const Record&) { return std::uint64_t{1}; }).sample(kRandomPairs, 11, [&](RowId a, RowId b) {
      comparer_.compare(a, b, evidence);
      if (evidence.levels[kKk] == 1 || likely_match(a, b, evidence)) {
        return;
      }
      for (std::size_t c = 0; c < counts.size(); ++c) {
        counts[c].add(evidence.levels[c], evidence.bits[c]);
      }
    });
    for (const std::uint32_t c : {std::uint32_t{kName}, std::uint32_t{kMother}}) {
      model::Comparison& comparison = model_.comparisons[c];
      for (std::uint32_t level = 1; level < comparison.levels; ++level) {
        const bool different = level + 1 == comparison.levels;
        const double seen = share(different ? counts[c].levels[level] : counts[c].powers[level], counts[c].total,
                                  comparison.u[level], 200.0);
        comparison.u[level] = different ? seen : std::max(seen, 0.7); // the sample misses the rarest coincidences
      }
    }
    for (std::uint32_t c = 0; c < model_.comparisons.size(); ++c) {
      model::Comparison& comparison = model_.comparisons[c];
      if (c == kIdentity || c == kName || c == kMother || c == kRt || c == kAddress || c == kKk) {
        continue;
      }
      for (std::uint32_t level = 1; level < comparison.levels; ++level) {
        const bool by_frequency = level == 1 && (c == kPlace || c >= kExtra);
        comparison.u[level] =
            by_frequency ? 1.0 : share(counts[c].levels[level], counts[c].total, comparison.u[level], 200.0);
      }
    }
  }

  // RT and street are compared inside one village only, so their u is that of neighbours.
  void village_strangers() {
    Counts rt(model_.comparisons[kRt].levels);
    Counts address(model_.comparisons[kAddress].levels);
    Evidence evidence;
    const auto visit = [&](RowId a, RowId b) {
      comparer_.compare(a, b, evidence);
      if (different_people(evidence) && !likely_match(a, b, evidence)) {
        rt.add(evidence.levels[kRt], 0.0F);
        address.add(evidence.levels[kAddress], evidence.bits[kAddress]);
      }
    };
    Groups(corpus_, [](const Record& r) { return std::uint64_t{r.village}; }).sample(kStratumPairs, 13, visit);
    model::Comparison& rt_u = model_.comparisons[kRt];
    for (std::uint32_t level = 1; level < rt_u.levels; ++level) {
      rt_u.u[level] = share(rt.levels[level], rt.total, rt_u.u[level], 100.0);
    }
    model::Comparison& address_u = model_.comparisons[kAddress];
    for (std::uint32_t level = 1; level < address_u.levels; ++level) {
      const bool different = level + 1 == address_u.levels;
      const double seen =
          share(different ? address.levels[level] : address.powers[level], address.total, address_u.u[level], 100.0);
      address_u.u[level] = different ? seen : std::max(seen, 0.7);
    }
  }

  // The NIK holds the birth date: strangers born on one day differ in few digits. So the NIK levels of strangers are
  // learned apart for each birth level, from pairs that were drawn to have it.
  void birthday_strangers() {
    std::vector<double> birth(kBirthLevels, 0.0);
    double birth_total = 0.0;
    std::vector<Counts> nik(kBirthLevels, Counts(kNikLevels));
    const auto count = [&](RowId a, RowId b) {
      const Record& x = corpus_.records[a];
      const Record& y = corpus_.records[b];
      nik[static_cast<std::size_t>(compare_birth(x, y))].add(static_cast<std::uint8_t>(compare_nik(x, y)), 0.0F);
    };
    Groups(corpus_, [](const Record&) { return std::uint64_t{1}; }).sample(kBirthPairs, 17, [&](RowId a, RowId b) {
      const auto level = static_cast<std::size_t>(compare_birth(corpus_.records[a], corpus_.records[b]));
      birth[level] += level != 0 ? 1.0 : 0.0;
      birth_total += level != 0 ? 1.0 : 0.0;
    });
    Evidence evidence;
    const auto visit = [&](RowId a, RowId b) {
      comparer_.compare(a, b, evidence);
      if (different_people(evidence)) { // never asked by the NIK, whose levels are to be learned
        count(a, b);
      }
    };
    const auto full = [](const Record& r) { return r.birth.full(); };
    Groups(corpus_, [&](const Record& r) {
      return full(r) ? std::uint64_t{r.birth.packed()} : 0;
    }).sample(kStratumPairs, 19, visit);
    Groups(corpus_, [&](const Record& r) {
      return full(r) ? std::uint64_t{r.birth.packed() >> 5} : 0;
    }).sample(kStratumPairs, 23, visit);
    Groups(corpus_, [&](const Record& r) {
      return full(r) ? (r.birth.packed() & 511U) + std::uint64_t{1} : 0;
    }).sample(kStratumPairs, 29, visit);
    Groups(corpus_, [&](const Record& r) {
      return r.birth.state == prepare::DateState::Missing ? 0 : std::uint64_t{r.birth.year};
    }).sample(kStratumPairs, 31, visit);
    Groups(corpus_, [](const Record&) { return std::uint64_t{1}; }).sample(kStratumPairs, 37, visit);

    model::Comparison& identity = model_.comparisons[kIdentity];
    // Two strangers with one NIK exist only by error, and errors grow with the rows, not with the pairs.
    const double by_error = 2e-3 / (corpus_.rows() + 1.0);
    std::vector<double> birth_u(kBirthLevels, 1.0);
    for (std::uint32_t level = 1; level < kBirthLevels; ++level) {
      birth_u[level] = share(birth[level], birth_total, identity.u[level], 1000.0);
    }
    for (std::uint32_t level = 0; level < identity.levels; ++level) {
      const std::uint32_t n = level / kBirthLevels;
      const std::uint32_t b = level % kBirthLevels;
      double conditional = 1.0;
      if (n == static_cast<std::uint32_t>(NikLevel::Equal)) {
        conditional = by_error;
      } else if (n != 0) {
        conditional = std::max(share(nik[b].levels[n], nik[b].total, identity.u[n * kBirthLevels], 20.0), by_error);
      }
      identity.u[level] = conditional * birth_u[b];
    }
  }

  void households() {
    model::Comparison& kk = model_.comparisons[kKk];
    kk.u[1] = 0.01 / (corpus_.rows() + 1.0);
    kk.u[2] = 0.1 / (corpus_.rows() + 1.0);
  }

  // Two rows of one card in one list are two people, unless the list holds the person twice.
  void family() {
    std::vector<Counts> counts;
    for (const model::Comparison& comparison : model_.comparisons) {
      counts.emplace_back(comparison.levels);
    }
    Counts twins(model_.comparisons[kName].levels);
    Evidence evidence;
    const auto card = [](const Record& r) {
      return r.kk_state == prepare::IdState::Good ? r.kk * 64 + r.source % 64 : 0;
    };
    Groups(corpus_, card).sample(kFamilyPairs, 41, [&](RowId a, RowId b) {
      comparer_.compare(a, b, evidence);
      const std::uint32_t birth = evidence.levels[kIdentity] % kBirthLevels;
      const bool same_name = evidence.levels[kName] <= static_cast<std::uint8_t>(PhraseLevel::NearSubset);
      const bool same_birth = birth == 1 || birth == 2 || birth == 4;
      if (!(same_name && (same_birth || birth == 0))) {
        for (std::size_t c = 0; c < counts.size(); ++c) {
          counts[c].add(evidence.levels[c], 0.0F);
        }
        if (evidence.same_birth()) {
          twins.add(evidence.levels[kName], 0.0F);
        }
      }
    });
    std::vector<double>& h_twins = model_.comparisons[kName].h_twins;
    for (std::uint32_t level = 1; level < h_twins.size(); ++level) {
      h_twins[level] = share(twins.levels[level], twins.total, h_twins[level], 40.0);
    }
    for (std::uint32_t c = 0; c < model_.comparisons.size(); ++c) {
      model::Comparison& comparison = model_.comparisons[c];
      if (comparison.of_family) {
        continue;
      }
      if (c == kIdentity) {
        family_identity(counts[c]);
        continue;
      }
      for (std::uint32_t level = 1; level < comparison.levels; ++level) {
        comparison.h[level] = share(counts[c].levels[level], counts[c].total, comparison.h[level], 300.0);
      }
    }
  }

  void family_identity(const Counts& counts) {
    model::Comparison& identity = model_.comparisons[kIdentity];
    double nik_total = 0.0;
    double birth_total = 0.0;
    std::vector<double> nik(kNikLevels, 0.0);
    std::vector<double> birth(kBirthLevels, 0.0);
    for (std::uint32_t level = 1; level < identity.levels; ++level) {
      const std::uint32_t n = level / kBirthLevels;
      const std::uint32_t b = level % kBirthLevels;
      nik[n] += n != 0 ? counts.levels[level] : 0.0;
      nik_total += n != 0 ? counts.levels[level] : 0.0;
      birth[b] += b != 0 ? counts.levels[level] : 0.0;
      birth_total += b != 0 ? counts.levels[level] : 0.0;
    }
    std::vector<double> old = identity.h;
    for (std::uint32_t level = 1; level < identity.levels; ++level) {
      const std::uint32_t n = level / kBirthLevels;
      const std::uint32_t b = level % kBirthLevels;
      const double nik_h = n == 0 ? 1.0 : share(nik[n], nik_total, old[n * kBirthLevels], 300.0);
      const double birth_h = b == 0 ? 1.0 : share(birth[b], birth_total, old[b], 300.0);
      // Brothers and sisters of one birthday (twins) have neighbouring numbers, as strangers of one birthday have.
      const double given_birth = n == 0 || b == 0 ? nik_h : std::max(nik_h, identity.u[level] / identity.u[b]);
      const double together = birth_h * std::min(given_birth, 1.0);
      identity.h[level] =
          n == 0 || b == 0 ? together : share(counts.levels[level], std::min(nik_total, birth_total), together, 300.0);
    }
  }

  // How many relatives a match brings with it: the other people of a card, or of an address where a list has no cards.
  void family_sizes() {
    std::vector<double> relatives;
    for (std::uint32_t source = 0; source < corpus_.sources.size(); ++source) {
      relatives.push_back(relatives_in(source));
    }
    for (std::uint32_t a = 0; a < corpus_.sources.size(); ++a) {
      for (std::uint32_t b = a; b < corpus_.sources.size(); ++b) {
        model::SourcePair& pair = model_.source_pairs[model_.source_pair(a, b)];
        if (a == b) { // relatives stand in one list whether or not anybody stands there twice
          const double size = corpus_.sources[a].end - corpus_.sources[a].begin;
          pair.family_share = pair.pairs > 0.0 ? size * relatives[a] / 2.0 / pair.pairs : 0.0;
        } else {
          pair.family_per_match = (relatives[a] + relatives[b]) / 2.0;
          pair.family_share = pair.match_share * pair.family_per_match;
        }
      }
    }
  }

  // In a household of n different people a draw of two rows shows two people n-1 times in n.
  double relatives_in(std::uint32_t source) {
    const prepare::SourceRows& rows = corpus_.sources[source];
    bool has_cards = false;
    for (RowId row = rows.begin; row < rows.end; ++row) {
      has_cards = has_cards || corpus_.records[row].kk_state == prepare::IdState::Good;
    }
    const auto household = [&](const Record& r) -> std::uint64_t {
      if (r.source != source || (has_cards ? r.kk_state != prepare::IdState::Good : r.address == 0)) {
        return 0;
      }
      return has_cards ? r.kk : base::combine(base::combine(r.address, r.village), std::uint64_t{r.rt} << 16 | r.rw);
    };
    const Groups groups(corpus_, household);
    if (groups.rows() == 0) {
      return kUnseenRelatives;
    }
    double different = 0.0;
    Evidence evidence;
    groups.sample(kHouseholdPairs, 43, [&](RowId a, RowId b) {
      comparer_.compare(a, b, evidence);
      const std::uint32_t birth = evidence.levels[kIdentity] % kBirthLevels;
      const bool other_birth = birth == 0 || birth >= static_cast<std::uint32_t>(BirthLevel::YearNear);
      const bool other_name = evidence.levels[kName] >= static_cast<std::uint8_t>(PhraseLevel::Partial);
      const bool other_number = evidence.levels[kIdentity] / kBirthLevels >=
                                static_cast<std::uint32_t>(NikLevel::Different); // where a list names all alike
      different += other_birth && (other_name || (birth != 0 && other_number)) ? 1.0 : 0.0;
    });
    const double drawn = std::min(different / kHouseholdPairs, 0.9);
    return std::clamp(drawn / (1.0 - drawn), kLeastRelatives, kMostRelatives);
  }

  const Corpus& corpus_;
  Model& model_;
  model::WeightTable believed_;
  Comparer comparer_;
};

} // namespace

void learn_other_populations(const Corpus& corpus, model::Model& model) { Sampler(corpus, model).run(); }

} // namespace padan::matching
