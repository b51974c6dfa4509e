#include "sampler.hpp"

#include <algorithm>
#include <array>
#include <functional>

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

using LevelCounts = std::vector<Counts>; // per comparison

// What was seen in the samples.
struct Seen {
  LevelCounts strangers;
  Counts rt;      // of strangers in one village
  Counts address; // ...
  std::vector<double> birth;
  double birth_total = 0.0;
  std::array<std::vector<Counts>, 5> nik; // per sample, per birth level
  LevelCounts family;
  Counts twins;
  std::vector<double> relatives; // per source

  explicit Seen(const Model& model, std::size_t sources)
      : rt(model.comparisons[kRt].levels), address(model.comparisons[kAddress].levels), birth(kBirthLevels, 0.0),
        twins(model.comparisons[kName].levels), relatives(sources, 0.0) {
    for (const model::Comparison& comparison : model.comparisons) {
      strangers.emplace_back(comparison.levels);
    }
    family = strangers;
    nik.fill(std::vector<Counts>(kBirthLevels, Counts(kNikLevels)));
  }
};

// Draws the samples. Each method fills parts of Seen that are its own, so they may run at one time.
class Sampler {
public:
  Sampler(const Corpus& corpus, const Model& model)
      : corpus_(corpus), model_(model), believed_(model), comparer_(corpus), seen_(model, corpus.sources.size()) {}

  Seen run(const base::Executor& executor) {
    std::vector<std::function<void()>> tasks = {[this] { strangers(); }, [this] { village_strangers(); },
                                                [this] { family(); }, [this] { births(); }};
    for (std::uint32_t sample = 0; sample < seen_.nik.size(); ++sample) {
      tasks.emplace_back([this, sample] { birthday_strangers(sample); });
    }
    for (std::uint32_t source = 0; source < corpus_.sources.size(); ++source) {
      tasks.emplace_back([this, source] { seen_.relatives[source] = relatives_in(source); });
    }
    executor.run(static_cast<std::uint32_t>(tasks.size()), [&](std::uint32_t task) { tasks[task](); });
    return std::move(seen_);
  }

private:
  template <class KeyOf> [[nodiscard]] Groups groups(KeyOf key_of) const {
    return {0, corpus_.rows(), [&](RowId row) { return key_of(corpus_.records[row]); }};
  }

  // The family in which a list names a row: its card, or a number of another kind where it stands on none. 0 = unknown.
  [[nodiscard]] std::uint64_t card_of(RowId row) const {
    const Record& record = corpus_.records[row];
    return record.kk_state == prepare::IdState::Good ? record.kk : corpus_.family_number(row);
  }

  // One person drawn twice by accident, judged by what is believed before training. In a short list that is frequent.
  [[nodiscard]] bool likely_match(RowId a, RowId b, const Evidence& evidence) const {
    const EvidenceSum sum = sum_evidence(believed_, model_.comparisons.size(), evidence);
    const std::uint32_t sources = model_.source_pair(corpus_.records[a].source, corpus_.records[b].source);
    return believed_.weigh(sources, sum.match, sum.family).match > -3.0;
  }

  void strangers() {
    Evidence evidence;
    sample_rows(corpus_, kRandomPairs, 11, [&](RowId a, RowId b) {
      comparer_.compare(a, b, evidence);
      if (evidence.levels[kKk] == 1 || likely_match(a, b, evidence)) {
        return;
      }
      for (std::size_t c = 0; c < seen_.strangers.size(); ++c) {
        seen_.strangers[c].add(evidence.levels[c], evidence.bits[c]);
      }
    });
  }

  void village_strangers() {
    Evidence evidence;
    const auto visit = [&](RowId a, RowId b) {
      comparer_.compare(a, b, evidence);
      if (different_people(evidence) && !likely_match(a, b, evidence)) {
        seen_.rt.add(evidence.levels[kRt], 0.0F);
        seen_.address.add(evidence.levels[kAddress], evidence.bits[kAddress]);
      }
    };
    groups([](const Record& r) { return std::uint64_t{r.village}; }).sample(kStratumPairs, 13, visit);
  }

  void births() {
    sample_rows(corpus_, kBirthPairs, 17, [&](RowId a, RowId b) {
      const auto level = static_cast<std::size_t>(compare_birth(corpus_.records[a], corpus_.records[b]));
      seen_.birth[level] += level != 0 ? 1.0 : 0.0;
      seen_.birth_total += level != 0 ? 1.0 : 0.0;
    });
  }

  // The NIK holds the birth date: strangers born on one day differ in few digits. So the NIK levels of strangers are
  // learned apart for each birth level, from pairs that were drawn to have it.
  void birthday_strangers(std::uint32_t sample) {
    Evidence evidence;
    const auto visit = [&](RowId a, RowId b) {
      const Record& x = corpus_.records[a];
      const Record& y = corpus_.records[b];
      const NikLevel nik = compare_nik(x, y);
      if (nik == NikLevel::Missing) {
        return;
      }
      comparer_.compare_but_address(a, b, evidence);
      if (different_people(evidence)) { // never asked by the NIK, whose levels are to be learned
        const auto birth = static_cast<std::size_t>(compare_birth(x, y));
        seen_.nik[sample][birth].add(static_cast<std::uint8_t>(nik), 0.0F);
      }
    };
    const auto full = [](const Record& r) { return r.birth.full(); };
    switch (sample) {
    case 0:
      groups([&](const Record& r) {
        return full(r) ? std::uint64_t{r.birth.packed()} : 0;
      }).sample(kStratumPairs, 19, visit);
      break;
    case 1:
      groups([&](const Record& r) {
        return full(r) ? std::uint64_t{r.birth.packed() >> 5} : 0;
      }).sample(kStratumPairs, 23, visit);
      break;
    case 2:
      groups([&](const Record& r) {
        return full(r) ? (r.birth.packed() & 511U) + std::uint64_t{1} : 0;
      }).sample(kStratumPairs, 29, visit);
      break;
    case 3:
      groups([&](const Record& r) {
        return r.birth.state == prepare::DateState::Missing ? 0 : std::uint64_t{r.birth.year};
      }).sample(kStratumPairs, 31, visit);
      break;
    default:
      sample_rows(corpus_, kStratumPairs, 37, visit);
    }
  }

  // Two rows of one card in one list are two people, unless the list holds the person twice.
  void family() {
    Evidence evidence;
    const auto card = [this](RowId row) {
      const std::uint64_t number = card_of(row);
      return number != 0 ? base::combine(number, corpus_.records[row].source) : 0;
    };
    Groups(0, corpus_.rows(), card).sample(kFamilyPairs, 41, [&](RowId a, RowId b) {
      comparer_.compare(a, b, evidence);
      const std::uint32_t birth = evidence.levels[kIdentity] % kBirthLevels;
      const bool same_name = evidence.levels[kName] <= static_cast<std::uint8_t>(PhraseLevel::NearSubset);
      const bool same_birth = birth == 1 || birth == 2 || birth == 4;
      if (!(same_name && (same_birth || birth == 0))) {
        for (std::size_t c = 0; c < seen_.family.size(); ++c) {
          seen_.family[c].add(evidence.levels[c], 0.0F);
        }
        if (evidence.same_birth()) {
          seen_.twins.add(evidence.levels[kName], 0.0F);
        }
      }
    });
  }

  // How many relatives a match brings with it: the other people of a family, or of an address where a list names no families.
  // In a household of n different people a draw of two rows shows two people n-1 times in n.
  [[nodiscard]] double relatives_in(std::uint32_t source) const {
    const prepare::SourceRows& rows = corpus_.sources[source];
    bool has_cards = false;
    for (RowId row = rows.begin; row < rows.end; ++row) {
      has_cards = has_cards || card_of(row) != 0;
    }
    const auto household = [&](RowId row) -> std::uint64_t {
      const Record& r = corpus_.records[row];
      if (has_cards) {
        return card_of(row);
      }
      return r.address == 0 ? 0 : base::combine(base::combine(r.address, r.village), std::uint64_t{r.rt} << 16 | r.rw);
    };
    const Groups homes(rows.begin, rows.end, household);
    if (homes.empty()) {
      return kUnseenRelatives;
    }
    double different = 0.0;
    Evidence evidence;
    homes.sample(kHouseholdPairs, 43, [&](RowId a, RowId b) {
      comparer_.compare_but_address(a, b, evidence);
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
  const Model& model_;
  model::WeightTable believed_;
  Comparer comparer_;
  Seen seen_;
};

// u of comparisons that do not depend on others. A level with term frequency gets the sum of 2^bits instead of the count,
// so that u times the average of m's share is one: rarity is then measured against what strangers really share.
void learn_strangers(const LevelCounts& counts, Model& model) {
  for (const std::uint32_t c : {std::uint32_t{kName}, std::uint32_t{kMother}}) {
    model::Comparison& comparison = model.comparisons[c];
    for (std::uint32_t level = 1; level < comparison.levels; ++level) {
      const bool different = level + 1 == comparison.levels;
      const double seen = share(different ? counts[c].levels[level] : counts[c].powers[level], counts[c].total,
                                comparison.u[level], 200.0);
      comparison.u[level] = different ? seen : std::max(seen, 0.7); // the sample misses the rarest coincidences
    }
  }
  for (std::uint32_t c = 0; c < model.comparisons.size(); ++c) {
    model::Comparison& comparison = model.comparisons[c];
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
void learn_neighbours(const Counts& rt, const Counts& address, Model& model) {
  model::Comparison& rt_u = model.comparisons[kRt];
  for (std::uint32_t level = 1; level < rt_u.levels; ++level) {
    rt_u.u[level] = share(rt.levels[level], rt.total, rt_u.u[level], 100.0);
  }
  model::Comparison& address_u = model.comparisons[kAddress];
  for (std::uint32_t level = 1; level < address_u.levels; ++level) {
    const bool different = level + 1 == address_u.levels;
    const double seen =
        share(different ? address.levels[level] : address.powers[level], address.total, address_u.u[level], 100.0);
    address_u.u[level] = different ? seen : std::max(seen, 0.7);
  }
}

void learn_identity(const Seen& seen, double by_error, Model& model) {
  model::Comparison& identity = model.comparisons[kIdentity];
  std::vector<double> birth_u(kBirthLevels, 1.0);
  for (std::uint32_t level = 1; level < kBirthLevels; ++level) {
    birth_u[level] = share(seen.birth[level], seen.birth_total, identity.u[level], 1000.0);
  }
  for (std::uint32_t level = 0; level < identity.levels; ++level) {
    const std::uint32_t n = level / kBirthLevels;
    const std::uint32_t b = level % kBirthLevels;
    double count = 0.0;
    double total = 0.0;
    for (const std::vector<Counts>& sample : seen.nik) {
      count += sample[b].levels[n];
      total += sample[b].total;
    }
    double conditional = 1.0;
    if (n == static_cast<std::uint32_t>(NikLevel::Equal)) {
      conditional = by_error;
    } else if (n != 0) {
      conditional = std::max(share(count, total, identity.u[n * kBirthLevels], 20.0), by_error);
    }
    identity.u[level] = conditional * birth_u[b];
  }
}

void learn_family_identity(const Counts& counts, Model& model) {
  model::Comparison& identity = model.comparisons[kIdentity];
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
  const std::vector<double> old = identity.h;
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

void learn_family(const Seen& seen, Model& model) {
  std::vector<double>& h_twins = model.comparisons[kName].h_twins;
  for (std::uint32_t level = 1; level < h_twins.size(); ++level) {
    h_twins[level] = share(seen.twins.levels[level], seen.twins.total, h_twins[level], 40.0);
  }
  for (std::uint32_t c = 0; c < model.comparisons.size(); ++c) {
    model::Comparison& comparison = model.comparisons[c];
    if (c == kIdentity) {
      learn_family_identity(seen.family[c], model);
    } else if (!comparison.of_family) {
      for (std::uint32_t level = 1; level < comparison.levels; ++level) {
        comparison.h[level] = share(seen.family[c].levels[level], seen.family[c].total, comparison.h[level], 300.0);
      }
    }
  }
}

void learn_family_shares(const std::vector<double>& relatives, const Corpus& corpus, Model& model) {
  for (std::uint32_t a = 0; a < corpus.sources.size(); ++a) {
    for (std::uint32_t b = a; b < corpus.sources.size(); ++b) {
      model::SourcePair& pair = model.source_pairs[model.source_pair(a, b)];
      if (a == b) { // relatives stand in one list whether or not anybody stands there twice
        const double size = corpus.sources[a].end - corpus.sources[a].begin;
        pair.family_share = pair.pairs > 0.0 ? size * relatives[a] / 2.0 / pair.pairs : 0.0;
      } else {
        pair.family_per_match = (relatives[a] + relatives[b]) / 2.0;
        pair.family_share = pair.match_share * pair.family_per_match;
      }
    }
  }
}

} // namespace

void learn_other_populations(const Corpus& corpus, const base::Executor& executor, model::Model& model) {
  const Seen seen = Sampler(corpus, model).run(executor);
  // Two strangers with one number exist only by error, and errors grow with the rows, not with the pairs.
  const double rows = corpus.rows() + 1.0;
  learn_strangers(seen.strangers, model);
  learn_neighbours(seen.rt, seen.address, model);
  learn_identity(seen, 2e-3 / rows, model);
  model.comparisons[kKk].u[1] = 0.01 / rows;
  model.comparisons[kKk].u[2] = 0.1 / rows;
  learn_family(seen, model);
  learn_family_shares(seen.relatives, corpus, model);
}

} // namespace padan::matching
