#include <algorithm>
#include <numeric>

#include "padan/clustering/persons.hpp"

namespace padan::clustering {

Persons leave_out(const Persons& persons, const std::vector<RowId>& rows, const std::vector<RowId>& persons_of) {
  if (rows.empty() && persons_of.empty()) {
    return persons;
  }
  std::vector<bool> person_out(persons.all(), false);
  for (const RowId row : persons_of) {
    person_out[persons.of_row[row]] = true;
  }
  std::vector<bool> row_out(persons.of_row.size(), false);
  for (const RowId row : rows) {
    row_out[row] = true;
  }
  constexpr std::uint32_t kNone = UINT32_MAX;
  std::vector<std::uint32_t> number(persons.all(), kNone);
  Persons out;
  out.of_row.assign(persons.of_row.size(), kNone);
  std::uint32_t count = 0;
  const auto take = [&](bool those_out) {
    for (RowId row = 0; row < persons.of_row.size(); ++row) {
      const std::uint32_t person = persons.of_row[row];
      if ((row_out[row] || person_out[person]) != those_out) {
        continue;
      }
      std::uint32_t alone = kNone;
      std::uint32_t& own = row_out[row] ? alone : number[person];
      own = own == kNone ? count++ : own;
      out.of_row[row] = own;
    }
  };
  take(false);
  const std::uint32_t counted = count;
  take(true);
  out.left_out = count - counted;
  out.starts.assign(count + std::size_t{1}, 0);
  for (const std::uint32_t person : out.of_row) {
    ++out.starts[person + 1];
  }
  std::partial_sum(out.starts.begin(), out.starts.end(), out.starts.begin());
  out.rows.resize(out.of_row.size());
  std::vector<std::uint32_t> fill(out.starts.begin(), out.starts.end() - 1);
  for (RowId row = 0; row < out.of_row.size(); ++row) {
    out.rows[fill[out.of_row[row]]++] = row;
  }
  return out;
}

} // namespace padan::clustering
