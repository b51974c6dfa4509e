#include "finding_facts.hpp"

#include <algorithm>

#include "padan/region/region_table.hpp"

namespace padan::analyse {
namespace {

using prepare::IdState;
using prepare::Record;
using resolve::MasterList;

constexpr double kHomeShare = 0.8; // of the rows whose regency is known
constexpr double kProvinceShare = 0.95;

std::string civil_owner_of(const MasterList& master) {
  for (const resolve::SourceInfo& source : master.cells().sources()) {
    if (source.kind == "civil_registry" && !source.owner.empty()) {
      return source.owner;
    }
  }
  return "Disdukcapil";
}

// Regency codes of the names in one column, each distinct text looked up once.
class RegencyNames {
public:
  std::uint16_t code(std::string_view text) {
    const std::uint32_t at = seen_.intern(text);
    if (at == codes_.size()) {
      codes_.push_back(static_cast<std::uint16_t>(region::RegionTable::builtin().find_regency(text).value_or(0)));
    }
    return codes_[at];
  }

private:
  table::Dictionary seen_;
  std::vector<std::uint16_t> codes_{0};
};

} // namespace

Findings::Facts::Facts(const MasterList& master, const clustering::Cards& all_cards, const base::Executor& executor)
    : cards(all_cards), civil_owner(civil_owner_of(master)) {
  using Find = void (Facts::*)(const MasterList&);
  constexpr Find kFinds[]{&Facts::find_regencies, &Facts::find_shared, &Facts::find_kinds, &Facts::find_programmes};
  executor.run(4, [&](std::uint32_t task) { (this->*kFinds[task])(master); });
}

void Findings::Facts::find_kinds(const MasterList& master) {
  const auto& corpus = master.corpus();
  lists_members = clustering::lists_of_members(corpus, cards);
  covered.assign(corpus.place_names.size(), false);
  for (std::size_t i = 0; i < corpus.sources.size(); ++i) {
    const std::string& kind = master.cells().sources()[i].kind;
    civil.push_back(kind == "civil_registry");
    registers.push_back(kind == "register");
    any_civil = any_civil || civil.back();
    any_register = any_register || registers.back();
    for (RowId row = corpus.sources[i].begin; civil[i] && row < corpus.sources[i].end; ++row) {
      covered[corpus.records[row].district] = true;
    }
  }
}

// A programme that several members of many families receive from one list is a programme of individuals.
void Findings::Facts::find_programmes(const MasterList& master) {
  const auto& corpus = master.corpus();
  const resolve::Programmes& programmes = master.programmes();
  for (std::uint16_t i = 0; i < programmes.names().size(); ++i) {
    const std::string& name = programmes.names()[i];
    of_individuals.push_back(programmes.is_pbi(i) || name.rfind("pip", 0) == 0 || name.rfind("kip", 0) == 0);
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> receivers; // (family, person)
  for (std::uint32_t source = 0; source < corpus.sources.size(); ++source) {
    const std::uint16_t programme = programmes.of_list(source);
    if (programme == resolve::Programmes::kNone) {
      continue;
    }
    any_pbi_list = any_pbi_list || programmes.is_pbi(programme);
    receivers.clear();
    for (RowId row = corpus.sources[source].begin; row < corpus.sources[source].end; ++row) {
      const std::uint32_t person = master.persons().of_row[row];
      receivers.emplace_back(master.families().of_person[person], person);
    }
    std::sort(receivers.begin(), receivers.end());
    receivers.erase(std::unique(receivers.begin(), receivers.end()), receivers.end());
    std::uint32_t families = 0;
    std::uint32_t with_several = 0;
    for (std::size_t i = 0; i < receivers.size(); ++i) {
      const bool first = i == 0 || receivers[i].first != receivers[i - 1].first;
      families += first ? 1U : 0U;
      with_several += first && i + 1 < receivers.size() && receivers[i + 1].first == receivers[i].first ? 1U : 0U;
    }
    of_individuals[programme] = of_individuals[programme] || (families >= 10 && with_several * 3 > families);
  }
}

void Findings::Facts::find_regencies(const MasterList& master) {
  const auto& corpus = master.corpus();
  regency_of_row.assign(corpus.rows(), 0);
  RegencyNames names;
  std::vector<std::uint32_t> counts(10000, 0);
  std::uint64_t known = 0;
  for (std::uint32_t file = 0; file < corpus.files.size(); ++file) {
    if (corpus.files[file].begin == corpus.files[file].end) {
      continue;
    }
    const auto& columns = master.cells().columns(corpus.files[file].begin, FieldKind::Regency);
    const table::Grid& grid = *master.cells().files()[file].grid;
    for (RowId row = corpus.files[file].begin; row < corpus.files[file].end; ++row) {
      std::uint16_t& regency = regency_of_row[row];
      regency =
          columns.empty() ? std::uint16_t{0} : names.code(grid.cell(master.cells().grid_row(row), columns.front()));
      const std::uint64_t village = corpus.places[corpus.records[row].village].code;
      regency = regency == 0 ? static_cast<std::uint16_t>(village / 1000000) : regency;
      counts[regency] += regency != 0 ? 1U : 0U;
      known += regency != 0 ? 1U : 0U;
    }
  }
  std::vector<std::uint64_t> provinces(100, 0);
  for (std::size_t code = 0; code < counts.size(); ++code) {
    provinces[code / 100] += counts[code];
    if (static_cast<double>(counts[code]) > kHomeShare * static_cast<double>(known)) {
      home = static_cast<std::uint16_t>(code);
    }
  }
  for (std::size_t code = 0; code < provinces.size() && home == 0; ++code) {
    if (static_cast<double>(provinces[code]) > kProvinceShare * static_cast<double>(known)) {
      home = static_cast<std::uint16_t>(code);
    }
  }
}

void Findings::Facts::find_shared(const MasterList& master) {
  std::vector<std::uint64_t> niks; // each once per person
  for (std::uint32_t person = 0; person < master.persons().size(); ++person) {
    const auto first = static_cast<std::ptrdiff_t>(niks.size());
    for (const RowId row : master.rows_of(person)) {
      const Record& record = master.corpus().records[row];
      const bool good = record.nik_state == IdState::Good || record.nik_state == IdState::Shared;
      if (good && std::find(niks.begin() + first, niks.end(), record.nik) == niks.end()) {
        niks.push_back(record.nik);
      }
    }
  }
  std::sort(niks.begin(), niks.end());
  for (std::size_t i = 1; i < niks.size(); ++i) {
    if (niks[i] == niks[i - 1] && (shared_niks.empty() || shared_niks.back() != niks[i])) {
      shared_niks.push_back(niks[i]);
    }
  }
}

} // namespace padan::analyse
