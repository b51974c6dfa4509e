#pragma once
// Questions about a result, as requests bring them.

#include "state.hpp"

namespace padan::codec {

/// `village`, `district`, `regency`, `lokus`.
[[nodiscard]] engine::Region read_region(State& state, JsonReader& read);
/// All keys of `view.open` but `kind`.
[[nodiscard]] engine::Query read_query(State& state, JsonReader& read);

} // namespace padan::codec
