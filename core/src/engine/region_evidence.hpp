#pragma once
// Places of a list against the table of regions: which regency it is about, whose codes it writes, which names nobody knows.

#include "padan/engine/list_profile.hpp"
#include "row_remarks.hpp"

namespace padan::engine {

/// Fills home, codes and names of the profile and remarks the rows whose place is unknown, a column a step.
class RegionJudge {
public:
  RegionJudge(const Source& source, const ListFacts& facts, ListProfile& profile, RemarkBook& book);
  ~RegionJudge();
  /// True when done.
  bool step();

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace padan::engine
