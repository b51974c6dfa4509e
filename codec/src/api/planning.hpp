#pragma once
// What the chapters of planning share: priorities, lokus, programmes.

#include "state.hpp"

namespace padan::codec {

/// Made when first asked for, and anew when the rules of needs have changed.
[[nodiscard]] engine::Planning& planning_of(State& state);

/// By the plans in force.
[[nodiscard]] const std::shared_ptr<const engine::Actions>& actions_of(State& state);

/// What tables of planning are made of, by the weights in force; actions only of a locked result.
[[nodiscard]] engine::Planned planned_of(State& state);

/// "persons" or "families" of `unit`.
[[nodiscard]] analyse::Unit read_unit(JsonReader& read);

/// The villages of the lokus in force, best first, and where they are.
struct Lokus {
  std::vector<analyse::VillageFigures> villages; // all where anybody is
  std::vector<std::uint32_t> chosen;             // places in `villages`
  std::vector<std::string> absent;               // keys of the list where nobody is
  bool by_population = false;                    // known of every village
};
[[nodiscard]] Lokus lokus_of(State& state);
/// The same as a mask over Corpus::places; all of them where no lokus is set.
[[nodiscard]] std::vector<bool> lokus_places(State& state);

/// `village`, `district`, `lokus` of a request; empty where it names none of them.
[[nodiscard]] std::vector<bool> read_places(State& state, JsonReader& read);

/// `select` of a request: what docs/dev/api.md calls a Selection. Without it: everybody.
[[nodiscard]] analyse::Selection read_selection(State& state, JsonReader& read);

/// Opens a view of persons or families.
[[nodiscard]] Json keep_items(State& state, analyse::Unit unit, std::vector<std::uint32_t> items);

} // namespace padan::codec
