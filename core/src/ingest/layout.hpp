#pragma once
// Names the list by the signs of data/id/layouts.tsv.

#include <string>
#include <string_view>
#include <vector>

#include "padan/ingest/recognise.hpp"

namespace padan::ingest {

struct Layout {
  std::string name = "general";
  std::string kind = "register";
  std::string owner;
  double confidence = 0;
};

[[nodiscard]] Layout judge_layout(const std::vector<Column>& columns, std::string_view file_name);

} // namespace padan::ingest
