#pragma once
// A Query compiled to masks, so that each item is tested by a few look-ups.

#include <vector>

#include "padan/engine/views.hpp"
#include "search.hpp"

namespace padan::engine {

class ViewFilter {
public:
  /// Errors: RequestInvalid for a name that means nothing.
  [[nodiscard]] static Result<ViewFilter> compile(const Results& results, const Query& query);

  [[nodiscard]] bool person(std::uint32_t person) const;
  [[nodiscard]] bool family(std::uint32_t family) const;
  [[nodiscard]] bool row(RowId row) const;
  [[nodiscard]] bool pair(RowId left, RowId right) const;
  [[nodiscard]] bool finding(const analyse::Finding& finding) const;

private:
  ViewFilter(const Results& results, const Query& query);
  Result<bool> read_sources(const Query& query);
  Result<bool> read_traits(const Query& query);
  Result<bool> read_standing(const Query& query);
  void mark_finding(analyse::Code code);
  [[nodiscard]] bool standing_fits(std::uint32_t person) const;
  [[nodiscard]] bool status_fits(RowId row) const {
    return status_ == analyse::CivilStatus::Unasked || results_->civil_statuses().of(row) == status_;
  }
  [[nodiscard]] bool set_fits(std::uint32_t set) const { return sets_.empty() || sets_[set]; }
  [[nodiscard]] bool numbers_fit(std::uint32_t person) const;
  [[nodiscard]] bool traits_fit(std::uint32_t person) const;

  const Results* results_;
  const resolve::MasterList* master_;
  const Query* query_; // of the caller, who keeps it
  Search search_;
  std::vector<bool> sets_;    // by code of a set of lists; empty: any
  std::vector<bool> sources_; // lists that the query names; empty: any
  std::vector<std::uint16_t> all_;
  std::vector<bool> places_;                                    // by place; empty: any
  std::uint32_t flags_ = 0;                                     // all of these bits
  std::optional<std::uint32_t> conflict_;                       // place in kConflictFields
  analyse::CivilStatus status_ = analyse::CivilStatus::Unasked; // any
  bool by_finding_ = false;
  analyse::Code code_{};
  std::vector<bool> persons_; // of the finding
  std::vector<bool> rows_;    // of the finding, when it is about rows
};

} // namespace padan::engine
