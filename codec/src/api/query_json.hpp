#pragma once
// Questions about a result, as requests bring them.

#include "../json/reader.hpp"
#include "padan/engine/views.hpp"

namespace padan::codec {

/// `village`, `district`, `regency`.
[[nodiscard]] engine::Region read_region(JsonReader& read);
/// All keys of `view.open` but `kind`.
[[nodiscard]] engine::Query read_query(JsonReader& read);

} // namespace padan::codec
