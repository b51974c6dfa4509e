#include "padan/matching/compare.hpp"

// What is believed before any data: level probabilities of one person in two lists, as anyone who has matched Indonesian
// lists by hand would put them. Every number is only a prior; with a few hundred pairs the lists themselves decide.

namespace padan::matching {
namespace {

using model::Comparison;

Comparison simple(const char* name, std::vector<double> m, std::vector<double> h, std::vector<double> u,
                  bool of_family = false) {
  Comparison comparison;
  comparison.name = name;
  comparison.levels = static_cast<std::uint32_t>(m.size());
  comparison.of_family = of_family;
  comparison.m_prior = m;
  comparison.m = std::move(m);
  comparison.h = of_family ? comparison.m : std::move(h);
  comparison.u = std::move(u);
  return comparison;
}

Comparison identity() {
  static constexpr double nik_m[kNikLevels] = {1, .80, .04, .03, .05, .01, .01, .01, .04, .01};
  static constexpr double nik_h[kNikLevels] = {1, .004, .002, .008, .01, .002, .02, .006, .348, .60};
  static constexpr double nik_u[kNikLevels] = {1, 1e-9, 1e-8, 1e-7, 1e-6, 1e-6, 1e-4, 1e-7, .5, .5};
  static constexpr double nik_u_same_birth[kNikLevels] = {1, 1e-9, .004, .03, .03, .02, .08, .02, .40, .42};
  static constexpr double birth_m[kBirthLevels] = {1, .80, .02, .04, .02, .05, .04, .01, .02};
  static constexpr double birth_h[kBirthLevels] = {1, .012, .002, .01, .002, .04, .03, .04, .864};
  static constexpr double birth_u[kBirthLevels] = {1, 4e-5, 4e-5, 5e-4, 2e-4, .004, .02, .03, .945};
  Comparison comparison;
  comparison.name = "identity";
  comparison.levels = kNikLevels * kBirthLevels;
  comparison.columns = kBirthLevels;
  for (std::uint32_t nik = 0; nik < kNikLevels; ++nik) {
    for (std::uint32_t birth = 0; birth < kBirthLevels; ++birth) {
      comparison.m.push_back(nik_m[nik] * birth_m[birth]);
      comparison.h.push_back(nik_h[nik] * birth_h[birth]);
      const bool same_birth = birth == 1 || birth == 2;
      comparison.u.push_back((same_birth ? nik_u_same_birth : nik_u)[nik] * birth_u[birth]);
    }
  }
  comparison.m_prior = comparison.m;
  return comparison;
}

} // namespace

model::Model default_model(const Corpus& corpus) {
  model::Model model;
  model.comparisons.push_back(identity());
  // Levels with term frequency have u = 1: the bits carry how seldom strangers share the value.
  model.comparisons.push_back(simple("name", {1, .70, .06, .07, .08, .02, .04, .03},
                                     {1, .004, .002, .01, .01, .01, .22, .744}, {1, 1, 1, 2, 2, 2, 4, .9}));
  model.comparisons.back().h_twins = {1, .01, .01, .03, .01, .02, .42, .50};
  model.comparisons.push_back(simple("sex", {1, .98, .02}, {1, .5, .5}, {1, .5, .5}));
  model.comparisons.push_back(
      simple("relation", {1, .30, .15, .45, .10}, {1, .01, .01, .35, .63}, {1, .09, .05, .25, .61}));
  model.comparisons.push_back(simple("mother", {1, .68, .06, .07, .06, .02, .05, .06},
                                     {1, .40, .03, .04, .03, .01, .06, .43}, {1, 1, 1, 2, 2, 2, 4, .9}));
  model.comparisons.push_back(simple("place", {1, .86, .05, .09}, {}, {1, 1, .1, .9}, true));
  model.comparisons.push_back(simple("rt", {1, .65, .17, .18}, {}, {1, .08, .2, .72}, true));
  model.comparisons.push_back(simple("address", {1, .5, .15, .12, .23}, {}, {1, 1, 2, 3, .8}, true));
  model.comparisons.push_back(simple("kk", {1, .74, .05, .21}, {}, {1, 1e-5, 1e-5, 1}, true));
  for (const prepare::Extra& extra : corpus.extras) {
    model.comparisons.push_back(
        simple(extra.name.c_str(), {1, .90, .04, .06}, {1, .1, .02, .88}, {1, 1, .01, .98}, extra.of_family));
  }
  model.sources = static_cast<std::uint32_t>(corpus.sources.size());
  model.source_pairs.resize(std::size_t{model.sources} * model.sources);
  for (std::uint32_t a = 0; a < model.sources; ++a) {
    for (std::uint32_t b = a; b < model.sources; ++b) {
      const double rows_a = corpus.sources[a].end - corpus.sources[a].begin;
      const double rows_b = corpus.sources[b].end - corpus.sources[b].begin;
      model::SourcePair& pair = model.source_pairs[model.source_pair(a, b)];
      pair.pairs = a == b ? rows_a * (rows_a - 1.0) / 2.0 : rows_a * rows_b;
      const double matches = a == b ? 0.02 * rows_a : 0.3 * (rows_a < rows_b ? rows_a : rows_b);
      pair.match_share = pair.pairs > 0.0 ? (matches + 1.0) / (pair.pairs + 2.0) : 0.0;
      pair.family_share = pair.match_share;
    }
  }
  return model;
}

} // namespace padan::matching
