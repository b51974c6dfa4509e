#pragma once
// The order of a view.

#include <string_view>

#include "padan/engine/views.hpp"

namespace padan::engine {

/// Sorts view.items by key, descending when asked; equal ones keep their natural order.
void sort_view(const Results& results, View& view, std::string_view key, bool descending);

} // namespace padan::engine
