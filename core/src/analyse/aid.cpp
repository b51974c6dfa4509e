#include "padan/analyse/aid.hpp"

#include <algorithm>

namespace padan::analyse {
namespace {

using resolve::NumberSets;
using resolve::Programmes;

constexpr std::array<std::string_view, kFunds> kFundTexts{
#define PADAN_TEXT(name, text) text,
    PADAN_FUNDS(PADAN_TEXT)
#undef PADAN_TEXT
};

struct Usual {
  std::string_view name;
  std::string_view title;
  std::string_view agency;
  Fund fund;
  Unit unit;
};

// What these names mean everywhere; who pays an RTLH repair differs from place to place, so it is not here.
constexpr Usual kUsual[] = {
    {"pkh", "PKH", "Kemensos", Fund::Apbn, Unit::Families},
    {"bpnt", "BPNT", "Kemensos", Fund::Apbn, Unit::Families},
    {"sembako", "Sembako", "Kemensos", Fund::Apbn, Unit::Families},
    {"bst", "BST", "Kemensos", Fund::Apbn, Unit::Families},
    {"blt_bbm", "BLT BBM", "Kemensos", Fund::Apbn, Unit::Families},
    {"blt_dd", "BLT Dana Desa", "Pemerintah desa", Fund::Apbdes, Unit::Families},
    {"bpum", "BPUM", "Kemenkop UKM", Fund::Apbn, Unit::Persons},
    {"pbi", "PBI JK", "BPJS Kesehatan", Fund::Unknown, Unit::Persons},
    {"pbi_apbn", "PBI JK APBN", "Kemensos", Fund::Apbn, Unit::Persons},
    {"pbi_apbd", "PBI JK APBD", "Pemerintah daerah", Fund::Apbd, Unit::Persons},
    {"pip", "PIP", "Kemendikdasmen", Fund::Apbn, Unit::Persons},
    {"zakat", "Zakat", "Baznas", Fund::Zakat, Unit::Families},
    {"rtlh", "RTLH", "", Fund::Unknown, Unit::Families},
    {"bsps", "BSPS", "Kementerian PKP", Fund::Apbn, Unit::Families},
};

bool has(std::span<const std::uint16_t> set, std::uint16_t number) {
  return std::binary_search(set.begin(), set.end(), number);
}

template <class Each> void for_each_cell(const AidTally& tally, const Each& each) {
  for (std::uint32_t set = 0; set < tally.counts.size(); ++set) {
    for (std::uint32_t there = 0; there < 2; ++there) {
      for (std::uint32_t decile = 0; decile <= 10; ++decile) {
        if (const std::uint32_t count = tally.counts[set][there][decile]; count != 0) {
          each(set, there == 1, decile, count);
        }
      }
    }
  }
}

} // namespace

std::string_view to_text(Fund fund) { return kFundTexts[static_cast<std::size_t>(fund)]; }

std::optional<Fund> parse_fund(std::string_view text) {
  const auto at = std::find(kFundTexts.begin(), kFundTexts.end(), text);
  return at == kFundTexts.end() ? std::nullopt : std::optional(static_cast<Fund>(at - kFundTexts.begin()));
}

ProgrammePlan usual_plan(std::string_view name) {
  ProgrammePlan plan;
  plan.name = name;
  const auto* usual =
      std::find_if(std::begin(kUsual), std::end(kUsual), [&](const Usual& u) { return u.name == name; });
  if (usual != std::end(kUsual)) {
    plan.title = usual->title;
    plan.agency = usual->agency;
    plan.fund = usual->fund;
    plan.unit = usual->unit;
  }
  return plan;
}

Aid::Aid(const resolve::MasterList& master, const Needs& needs) : master_(master), needs_(needs) {
  of_family_.reserve(master.families().size());
  NumberSets::Set set;
  for (std::uint32_t family = 0; family < master.families().size(); ++family) {
    set.clear();
    for (const std::uint32_t person : master.members_of(family)) {
      const auto received = master.programmes().of_person(person);
      set.insert(set.end(), received.begin(), received.end());
    }
    of_family_.push_back(set.empty() ? 0 : family_sets_.intern(set));
  }
}

std::optional<std::uint16_t> Aid::number(std::string_view name) const {
  const auto at = std::lower_bound(names().begin(), names().end(), name);
  return at == names().end() || *at != name ? std::nullopt
                                            : std::optional(static_cast<std::uint16_t>(at - names().begin()));
}

AidTally Aid::tally(Unit unit, const std::function<bool(std::uint32_t)>& keep) const {
  AidTally tally;
  tally.counts.resize(sets(unit).size());
  const std::vector<Situation>& all = needs_.of(unit);
  for (std::uint32_t item = 0; item < all.size(); ++item) {
    if (!keep || keep(item)) {
      ++tally.counts[set_of(unit, item)][all[item].present ? 1 : 0][all[item].decile];
    }
  }
  return tally;
}

ProgrammeFigures programme_figures(const NumberSets& sets, const AidTally& tally, std::uint16_t number,
                                   std::uint8_t ceiling) {
  ProgrammeFigures figures;
  for_each_cell(tally, [&](std::uint32_t set, bool there, std::uint32_t decile, std::uint32_t count) {
    const bool eligible = there && decile != 0 && decile <= ceiling;
    figures.eligible += eligible ? count : 0;
    figures.nothing += eligible && sets[set].empty() ? count : 0;
    if (!has(sets[set], number)) {
      figures.gap += eligible ? count : 0;
      return;
    }
    figures.receivers += count;
    figures.by_decile[decile] += count;
    figures.gone += there ? 0 : count;
    figures.unknown += there && decile == 0 ? count : 0;
    figures.above += there && ceiling != 0 && decile > ceiling ? count : 0;
  });
  return figures;
}

std::vector<std::uint32_t> programme_counts(const NumberSets& sets, const AidTally& tally, std::size_t most) {
  std::vector<std::uint32_t> counts(most + 1, 0);
  for_each_cell(tally, [&](std::uint32_t set, bool, std::uint32_t, std::uint32_t count) {
    counts[std::min(sets[set].size(), most)] += count;
  });
  return counts;
}

std::vector<std::uint32_t> programme_pairs(const NumberSets& sets, const AidTally& tally, std::size_t programmes) {
  std::vector<std::uint32_t> pairs(programmes * programmes, 0);
  for_each_cell(tally, [&](std::uint32_t set, bool, std::uint32_t, std::uint32_t count) {
    for (const std::uint16_t a : sets[set]) {
      for (const std::uint16_t b : sets[set]) {
        pairs[a * programmes + b] += count;
      }
    }
  });
  return pairs;
}

std::uint32_t receiving_any(const NumberSets& sets, const AidTally& tally, const std::vector<bool>& marked) {
  std::uint32_t units = 0;
  for_each_cell(tally, [&](std::uint32_t set, bool, std::uint32_t, std::uint32_t count) {
    units += std::any_of(sets[set].begin(), sets[set].end(), [&](std::uint16_t n) { return marked[n]; }) ? count : 0;
  });
  return units;
}

} // namespace padan::analyse
