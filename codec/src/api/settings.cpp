// What the officer sets beside lists and matching: the sections of project.json.
#include "../settings/section.hpp"
#include "state.hpp"

namespace padan::codec {
namespace {

Result<Json> settings(State& state, JsonReader&) { return parse_json(settings_text(state.settings)); }

Result<Json> set(State& state, JsonReader& read) {
  const Result<bool> makes_result = update_settings(to_text(read.object()), state.settings);
  if (!makes_result) {
    return tl::unexpected<Error>(makes_result.error());
  }
  state.actions.reset(); // they follow the plans
  const bool again = *makes_result && state.results != nullptr;
  if (again) {
    state.drop_results(); // the next step of the run makes them anew
  }
  return Json{{"again", again}};
}

Result<Json> authority(State& state, JsonReader&) { return authority_in_force(state.settings.authority, state.as_of); }

} // namespace

std::vector<NamedMethod> settings_methods() {
  return {{"settings", settings}, {"settings.set", set}, {"authority.in_force", authority}};
}

} // namespace padan::codec
