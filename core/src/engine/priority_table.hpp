#pragma once
// Who comes first, as lines of a file: the ranking of all persons who are there, with points, ties, reasons and what is not known.

#include <vector>

#include "padan/engine/export.hpp"

namespace padan::engine {

class PriorityTable {
public:
  PriorityTable(const Planned& planned, bool masked);
  [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(planned_.ranking->items.size()); }
  void read(std::uint32_t at, Cells& cells) const;

private:
  Planned planned_;
  analyse::Scale scale_;
  bool masked_;
};

[[nodiscard]] std::vector<std::string_view> priority_header();

} // namespace padan::engine
