#pragma once
// What an officer types into the search box, made into a test of rows.

#include <string>
#include <string_view>
#include <vector>

#include "padan/engine/results.hpp"

namespace padan::engine {

/// Four digits or more ask for numbers that contain them, else every word must begin a word of the name. Names are looked
/// through once per distinct name, not per row. An empty text finds everything.
///   Search search(results, "siti nurj");  search.finds(row);
class Search {
public:
  Search(const Results& results, std::string_view text);

  [[nodiscard]] bool everything() const { return everything_; }
  [[nodiscard]] bool finds(RowId row) const;
  [[nodiscard]] bool finds_person(std::uint32_t person) const;
  [[nodiscard]] bool finds_family(std::uint32_t family) const;

private:
  void find_phrases(std::string_view text);

  const resolve::MasterList& master_;
  bool everything_ = false;
  std::uint32_t person_ = resolve::MasterList::kNone; // an id was typed
  std::uint32_t family_ = resolve::MasterList::kNone;
  std::string digits_;
  std::vector<bool> phrases_; // by code of Corpus::names
};

} // namespace padan::engine
