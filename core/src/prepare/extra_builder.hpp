#pragma once
// Collects identifiers that lists share beside NIK and KK, and drops those that no two rows have in common.

#include <vector>

#include "padan/prepare/corpus.hpp"
#include "source_plan.hpp"

namespace padan::prepare {

class ExtraBuilder {
public:
  void add_row(const table::Grid& grid, std::uint32_t row, const SourcePlan& plan);
  /// No more rows come.
  void close() {
    raw_ = {};
    raw_codes_ = {};
  }
  /// Appends the rows of another builder.
  void merge(const ExtraBuilder& part);
  void finish(Corpus& corpus);

private:
  std::size_t slot(const std::string& name);

  std::vector<Extra> extras_;
  std::vector<std::vector<std::uint32_t>> raw_codes_; // per extra: raw cell code -> value code
  std::vector<table::Dictionary> raw_;
  std::uint32_t rows_ = 0;
};

} // namespace padan::prepare
