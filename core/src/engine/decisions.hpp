#pragma once
// Human decisions, found again in the rows of this run.

#include <map>
#include <optional>
#include <string>

#include "padan/engine/session.hpp"

namespace padan::engine {

/// Finds rows by their names; asked again, it looks nothing up twice.
class RowFinder {
public:
  explicit RowFinder(const prepare::Corpus& corpus) : corpus_(corpus) {}
  [[nodiscard]] std::optional<RowId> find(const RowName& name);

private:
  [[nodiscard]] std::optional<RowId> find(const RowName& name, const prepare::FileRows& file);
  [[nodiscard]] std::string key(RowId row) const;
  const std::map<std::string, RowId>& keys_of(const prepare::FileRows& file);

  const prepare::Corpus& corpus_;
  std::map<RowId, std::map<std::string, RowId>> keys_; // by first row of the file
};

/// Rows are named by file and number; where a key is given and the row of that number has another, the first row of the
/// file with the key is meant. Decisions whose rows are not there, or are one row, are lost.
/// Cost: a hash of each row of the lists in which rows moved.
[[nodiscard]] FoundDecisions find_decisions(RowFinder& finder, const review::Decisions& decisions);

[[nodiscard]] inline FoundDecisions find_decisions(const prepare::Corpus& corpus, const review::Decisions& decisions) {
  RowFinder finder(corpus);
  return find_decisions(finder, decisions);
}

/// The name of a row, key and all.
[[nodiscard]] RowName name_of(const prepare::Corpus& corpus, RowId row);

} // namespace padan::engine
