#include "figures.hpp"

#include <algorithm>
#include <map>

namespace padan::engine {
namespace {

using prepare::Record;
using prepare::Vital;
using resolve::MasterList;

std::int64_t& figure(Figures& figures, Figure which) { return figures[static_cast<std::size_t>(which)]; }

// The civil registry's word, else any list that says so: as the master list chooses.
bool gone(const prepare::Corpus& corpus, const std::vector<RowId>& rows, bool& dead) {
  std::array<bool, 2> known{};
  std::array<bool, 2> is_dead{};
  std::array<bool, 2> moved{};
  for (const RowId row : rows) {
    const Record& record = corpus.records[row];
    const std::size_t rank = corpus.sources[record.source].civil_registry ? 1 : 0;
    known[rank] = known[rank] || record.vital != Vital::Unknown;
    is_dead[rank] = is_dead[rank] || record.vital == Vital::Dead;
    moved[rank] = moved[rank] || record.vital == Vital::Moved;
  }
  const std::size_t rank = known[1] ? 1 : 0;
  dead = is_dead[rank];
  return dead || moved[rank];
}

bool receives(const MasterList& master, const std::vector<RowId>& rows) {
  return std::any_of(rows.begin(), rows.end(), [&](RowId row) { return !master.programmes().of_row(row).empty(); });
}

bool poorest(const prepare::Corpus& corpus, const std::vector<RowId>& rows) {
  return std::any_of(rows.begin(), rows.end(), [&](RowId row) { return corpus.records[row].decile == 1; });
}

} // namespace

FigureCounter::FigureCounter(const Results& results) : results_(results) {
  for (const resolve::SourceInfo& source : results.master().cells().sources()) {
    registers_.push_back(source.kind == "register");
    any_register_ = any_register_ || registers_.back();
  }
}

void FigureCounter::add(const Household& household, Figures& figures) const {
  const MasterList& master = results_.master();
  const prepare::Corpus& corpus = master.corpus();
  bool registered = false;
  bool aided = false;
  bool poor = false;
  std::int64_t receivers = 0;
  for (const std::vector<RowId>& rows : household.persons) {
    bool dead = false;
    const bool away = gone(corpus, rows, dead);
    const bool paid = receives(master, rows);
    receivers += paid ? 1 : 0;
    aided = aided || paid;
    poor = poor || (!away && poorest(corpus, rows));
    registered = registered || std::any_of(rows.begin(), rows.end(),
                                           [&](RowId row) { return registers_[corpus.records[row].source]; });
    figure(figures, Figure::DeceasedReceiving) += dead && paid ? 1 : 0;
  }
  figure(figures, Figure::Persons) += static_cast<std::int64_t>(household.persons.size());
  figure(figures, Figure::Families) += household.persons.empty() ? 0 : 1;
  if (any_register_) {
    figure(figures, registered ? Figure::Inside : Figure::Outside) += receivers;
  }
  figure(figures, Figure::PoorestWithoutAid) += poor && !aided && master.programmes().known() ? 1 : 0;
}

Figures FigureCounter::of(const std::vector<Household>& households) const {
  Figures figures{};
  for (const Household& household : households) {
    add(household, figures);
  }
  return figures;
}

Figures FigureCounter::total() const {
  const MasterList& master = results_.master();
  Figures figures{};
  Household household;
  for (std::uint32_t family = 0; family < master.families().size(); ++family) {
    household.persons.clear();
    for (const std::uint32_t person : master.members_of(family)) {
      const auto rows = master.rows_of(person);
      household.persons.emplace_back(rows.begin(), rows.end());
    }
    add(household, figures);
  }
  return figures;
}

// The family that most rows of a group come from, those first that stand on its card; the lower number among equals.
std::uint32_t FigureCounter::home(const std::vector<RowId>& group) const {
  const MasterList& master = results_.master();
  std::map<std::uint32_t, std::uint32_t> votes;
  for (const RowId row : group) {
    const std::uint32_t family = master.families().of_person[master.persons().of_row[row]];
    const std::uint64_t kk = master.families().kk[family];
    votes[family] += kk != 0 && master.corpus().records[row].kk == kk ? 1000U : 1U;
  }
  return std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

Figures FigureCounter::change(const std::vector<std::uint32_t>& persons,
                              const std::vector<std::vector<RowId>>& groups) const {
  const MasterList& master = results_.master();
  std::map<std::uint32_t, Household> before;
  std::map<std::uint32_t, Household> after; // families without the persons concerned
  for (const std::uint32_t person : persons) {
    const std::uint32_t family = master.families().of_person[person];
    if (before.count(family) != 0) {
      continue;
    }
    for (const std::uint32_t member : master.members_of(family)) {
      const auto rows = master.rows_of(member);
      before[family].persons.emplace_back(rows.begin(), rows.end());
      if (std::find(persons.begin(), persons.end(), member) == persons.end()) {
        after[family].persons.emplace_back(rows.begin(), rows.end());
      }
    }
  }
  std::map<std::uint32_t, std::uint32_t> first_group; // of a person: the part that keeps the family
  std::vector<Household> alone;
  for (const std::vector<RowId>& group : groups) {
    const std::uint32_t family = home(group);
    const std::uint64_t kk = master.families().kk[family];
    const bool on_card = kk != 0 && std::any_of(group.begin(), group.end(),
                                                [&](RowId row) { return master.corpus().records[row].kk == kk; });
    const std::uint32_t person = master.persons().of_row[group.front()];
    const bool first = first_group.emplace(person, 0).second;
    if (first || on_card) {
      after[family].persons.push_back(group);
    } else {
      alone.push_back({{group}}); // a part that the card does not name
    }
  }
  Figures figures = of(alone);
  for (const auto& [family, household] : after) {
    add(household, figures);
  }
  for (const auto& [family, household] : before) {
    Figures now{};
    add(household, now);
    for (std::size_t i = 0; i < kFigures; ++i) {
      figures[i] -= now[i];
    }
  }
  return figures;
}

} // namespace padan::engine
