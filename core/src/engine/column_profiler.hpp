#pragma once
// One column of a list, judged a range of rows at a time.

#include <memory>

#include "padan/engine/profile.hpp"

namespace padan::engine {

class ColumnProfiler {
public:
  ColumnProfiler(const Source& source, std::uint32_t column, std::uint16_t year);
  ~ColumnProfiler();
  /// The next rows, by position in Recognition::data_rows.
  void add(std::uint32_t from, std::uint32_t to);
  [[nodiscard]] ColumnProfile take();

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace padan::engine
