#pragma once
// What the lists as a whole are able to tell, settled once: without it absence would be taken for a fact.

#include <cstdint>
#include <string>
#include <vector>

#include "padan/analyse/findings.hpp"

namespace padan::analyse {

struct Findings::Facts {
  Facts(const resolve::MasterList& master, const clustering::Cards& cards, const base::Executor& executor);

  const clustering::Cards& cards;
  bool any_civil = false;
  bool any_register = false;
  bool any_pbi_list = false;
  std::string civil_owner;
  std::vector<bool> civil;                   // per source
  std::vector<bool> registers;               // per source
  std::vector<bool> lists_members;           // per source: its cards have several rows, so it would list others
  std::vector<bool> of_individuals;          // per programme: several members of a family may rightly receive it
  std::vector<bool> covered;                 // per district name: the civil registry has rows there
  std::vector<std::uint16_t> regency_of_row; // four digits, 0 when not known
  std::uint16_t home = 0;                    // regency of nearly all rows, or province (two digits); 0: no such
  std::vector<std::uint64_t> shared_niks;    // good NIKs of two or more persons, ascending

  [[nodiscard]] bool outside(prepare::RowId row) const {
    const std::uint16_t regency = regency_of_row[row];
    return home != 0 && regency != 0 && (home < 100 ? regency / 100 : regency) != home;
  }

private:
  void find_kinds(const resolve::MasterList& master);
  void find_programmes(const resolve::MasterList& master);
  void find_regencies(const resolve::MasterList& master);
  void find_shared(const resolve::MasterList& master);
};

} // namespace padan::analyse
