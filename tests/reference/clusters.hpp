#pragma once
// What any clustering must keep, whatever its method.

#include <string>
#include <vector>

#include "padan/clustering/persons.hpp"

namespace padan::reference {

/// "" when persons is a partition of the rows, numbered in the order of first rows; else what is wrong.
inline std::string fault_of_partition(const clustering::Persons& persons, std::uint32_t rows) {
  if (persons.of_row.size() != rows || persons.rows.size() != rows || persons.starts.front() != 0 ||
      persons.starts.back() != rows) {
    return "sizes";
  }
  std::vector<bool> seen(rows, false);
  std::uint32_t before = 0;
  for (std::uint32_t person = 0; person < persons.size(); ++person) {
    if (persons.starts[person] >= persons.starts[person + 1]) {
      return "an empty person";
    }
    const std::uint32_t first = persons.rows[persons.starts[person]];
    if (person != 0 && first <= before) {
      return "order of persons";
    }
    before = first;
    for (std::uint32_t i = persons.starts[person]; i < persons.starts[person + 1]; ++i) {
      const std::uint32_t row = persons.rows[i];
      if (row >= rows || seen[row] || persons.of_row[row] != person ||
          (i > persons.starts[person] && row <= persons.rows[i - 1])) {
        return "row " + std::to_string(row);
      }
      seen[row] = true;
    }
  }
  return "";
}

/// "" when no person holds two rows of a list that has no duplicates, nor rows that were judged to be two.
inline std::string fault_of_rules(const prepare::Corpus& corpus, const clustering::Persons& persons,
                                  const std::vector<clustering::Verdict>& verdicts) {
  for (std::uint32_t a = 0; a < corpus.rows(); ++a) {
    for (std::uint32_t b = a + 1; b < corpus.rows(); ++b) {
      const std::uint16_t source = corpus.records[a].source;
      const bool single = source == corpus.records[b].source && !corpus.sources[source].duplicates_allowed;
      if (single && persons.of_row[a] == persons.of_row[b]) {
        return "two rows of one list: " + std::to_string(a) + " " + std::to_string(b);
      }
    }
  }
  for (const clustering::Verdict& verdict : verdicts) {
    if (!verdict.same && persons.of_row[verdict.left] == persons.of_row[verdict.right]) {
      return "judged apart: " + std::to_string(verdict.left) + " " + std::to_string(verdict.right);
    }
  }
  return "";
}

} // namespace padan::reference
