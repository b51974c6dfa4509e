#include "padan/analyse/conflicts.hpp"

#include <algorithm>

namespace padan::analyse {
namespace {

using prepare::IdState;
using prepare::Record;
using Values = std::array<std::uint64_t, kConflictFields.size()>; // 0: says nothing

// In the order of kConflictFields.
Values values_of(const Record& r) {
  const auto good = [](IdState state, std::uint64_t number) {
    return state == IdState::Good || state == IdState::Shared ? number : 0;
  };
  return {good(r.nik_state, r.nik),
          good(r.kk_state, r.kk),
          r.name,
          r.birth.full() && !r.birth_from_nik ? r.birth.packed() : 0,
          static_cast<std::uint64_t>(r.sex),
          r.village,
          r.decile,
          static_cast<std::uint64_t>(r.vital)};
}

} // namespace

std::optional<std::uint32_t> conflict_place(std::string_view field) {
  for (std::uint32_t i = 0; i < kConflictFields.size(); ++i) {
    if (table::to_text({kConflictFields[i], {}}) == field) {
      return i;
    }
  }
  return std::nullopt;
}

Conflicts::Conflicts(const resolve::MasterList& master, const base::Executor& executor)
    : open_(master.persons().size(), 0) {
  base::run_slices(executor, master.persons().size(), [&](std::uint32_t, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t person = begin; person < end; ++person) {
      Values seen{};
      for (const prepare::RowId row : master.rows_of(person)) {
        const Values here = values_of(master.corpus().records[row]);
        for (std::size_t field = 0; field < here.size(); ++field) {
          if (here[field] != 0 && seen[field] != 0 && here[field] != seen[field]) {
            open_[person] = static_cast<std::uint8_t>(open_[person] | 1U << field);
          }
          seen[field] = here[field] != 0 ? here[field] : seen[field];
        }
      }
    }
  });
  for (const resolve::DecidedValue& value : master.decisions()) {
    const auto at = std::find(kConflictFields.begin(), kConflictFields.end(), value.field);
    const std::uint32_t person = master.persons().of_row[value.row];
    if (at != kConflictFields.end() && person < open_.size()) {
      const auto field = static_cast<std::uint32_t>(at - kConflictFields.begin());
      decided_[field] += open(person, field) ? 1U : 0U;
      open_[person] = static_cast<std::uint8_t>(open_[person] & ~(1U << field));
    }
  }
  for (const std::uint8_t bits : open_) {
    for (std::size_t field = 0; field < counts_.size(); ++field) {
      counts_[field] += bits >> field & 1U;
    }
  }
}

} // namespace padan::analyse
