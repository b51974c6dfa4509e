#include "planning.hpp"

#include <algorithm>

namespace padan::codec {
namespace {

using analyse::Selection;
using analyse::Unit;

std::uint8_t read_needs(JsonReader& read, std::string_view key) {
  std::uint8_t bits = 0;
  for (const std::string& text : read.texts(key)) {
    const std::uint32_t need = analyse::parse_need(text);
    if (need == analyse::kNeeds) {
      read.refuse(key);
      return 0;
    }
    bits = static_cast<std::uint8_t>(bits | 1U << need);
  }
  return bits;
}

// {"min", "max"}; with "unknown": true those of whom it is not known.
void read_bounds(JsonReader& read, std::string_view key, std::uint8_t unknown, std::uint8_t least_known,
                 std::uint8_t most_known, std::uint8_t& least, std::uint8_t& most) {
  const Json* json = read.member(key);
  if (json == nullptr) {
    return;
  }
  JsonReader inner(*json);
  if (inner.flag("unknown").value_or(false)) {
    least = unknown;
    most = unknown;
  } else {
    least = static_cast<std::uint8_t>(std::min<std::uint32_t>(255, inner.number32("min").value_or(least_known)));
    most = static_cast<std::uint8_t>(std::min<std::uint32_t>(most_known, inner.number32("max").value_or(most_known)));
  }
  if (!inner.ok()) {
    read.refuse(key);
  }
}

std::vector<std::uint16_t> numbers(const engine::Planning& planning, JsonReader& read, std::string_view key) {
  std::vector<std::uint16_t> out;
  for (const std::string& name : read.texts(key)) {
    if (const auto number = planning.aid().number(name)) {
      out.push_back(*number);
    } else {
      read.refuse(key);
    }
  }
  return out;
}

void read_programmes(State& state, JsonReader& read, Selection& selection) {
  const engine::Planning& planning = planning_of(state);
  if (const Json* json = read.member("programmes")) {
    JsonReader inner(*json);
    selection.receives = numbers(planning, inner, "all");
    selection.receives_any = numbers(planning, inner, "any");
    selection.lacks = numbers(planning, inner, "none");
    selection.least_programmes = inner.number32("min").value_or(0);
    selection.most_programmes = inner.number32("max").value_or(UINT32_MAX);
    if (!inner.ok()) {
      read.refuse("programmes");
    }
  }
  if (const Json* json = read.member("funds")) { // {"any": […], "none": […]}
    JsonReader inner(*json);
    const auto of_funds = [&](std::string_view key, std::vector<std::uint16_t>& out) {
      const std::vector<std::string> funds = inner.texts(key);
      for (std::uint16_t i = 0; i < planning.aid().names().size(); ++i) {
        const std::string_view fund = to_text(state.settings.programmes.plan_of(planning.aid().names()[i]).fund);
        if (std::find(funds.begin(), funds.end(), fund) != funds.end()) {
          out.push_back(i);
        }
      }
      return !funds.empty();
    };
    std::vector<std::uint16_t> any;
    if (of_funds("any", any) && any.empty()) {
      selection.least_programmes = UINT32_MAX; // no programme is paid so: nobody
    }
    selection.receives_any.insert(selection.receives_any.end(), any.begin(), any.end());
    (void)of_funds("none", selection.lacks);
    if (!inner.ok()) {
      read.refuse("funds");
    }
  }
}

} // namespace

engine::Planning& planning_of(State& state) {
  const analyse::NeedRules& rules = state.settings.priority.needs;
  if (state.planning == nullptr || state.planning->needs().rules().elderly_from != rules.elderly_from) {
    state.ranked.clear();
    state.actions.reset();
    state.planning = std::make_shared<engine::Planning>(*state.results, rules);
  }
  return *state.planning;
}

const std::shared_ptr<const engine::Actions>& actions_of(State& state) {
  const engine::Planning& planning = planning_of(state);
  if (state.actions == nullptr) {
    state.actions =
        std::make_shared<engine::Actions>(planning, state.settings.programmes.plans_of(planning.aid().names()));
  }
  return state.actions;
}

engine::Planned planned_of(State& state) {
  (void)planning_of(state);
  engine::Planned planned = engine::plan_tables(state.planning, state.settings.priority.weights);
  planned.actions = is_locked(state) ? actions_of(state) : nullptr; // only what somebody answers for says what to do
  return planned;
}

Unit read_unit(JsonReader& read) {
  const std::string unit = read.text("unit").value_or("families");
  if (unit != "persons" && unit != "families") {
    read.refuse("unit");
  }
  return unit == "persons" ? Unit::Persons : Unit::Families;
}

Lokus lokus_of(State& state) {
  const LokusSettings& settings = state.settings.lokus;
  engine::Planning& planning = planning_of(state);
  const auto figures = [&](const std::vector<std::uint32_t>& population) {
    return analyse::village_figures(planning.needs(), planning.aid(), state.results->master(), settings.decile,
                                    population);
  };
  Lokus lokus;
  lokus.villages = figures({});
  std::vector<std::uint32_t> population(state.results->scoring().corpus.places.size(), 0);
  bool everywhere = !settings.population.empty();
  for (const analyse::VillageFigures& village : lokus.villages) {
    const auto known = settings.population.find(state.results->place_key(village.place));
    population[village.place] = known == settings.population.end() ? 0 : known->second;
    everywhere = everywhere && (village.place == 0 || population[village.place] != 0);
  }
  lokus.by_population = everywhere;
  if (everywhere) { // shares of unlike wholes are not compared
    lokus.villages = figures(population);
  }
  if (settings.mode == LokusSettings::Mode::Computed) {
    lokus.chosen = analyse::choose_lokus(lokus.villages, settings.by, settings.n);
  }
  for (const std::string& key :
       settings.mode == LokusSettings::Mode::List ? settings.villages : std::vector<std::string>{}) {
    bool there = false;
    for (std::uint32_t i = 0; i < lokus.villages.size(); ++i) { // lists may spell one village in two ways
      if (lokus.villages[i].place != 0 && state.results->place_key(lokus.villages[i].place) == key) {
        there = true;
        lokus.chosen.push_back(i);
      }
    }
    if (!there) {
      lokus.absent.push_back(key);
    }
  }
  return lokus;
}

std::vector<bool> lokus_places(State& state) {
  const bool set = state.settings.lokus.mode != LokusSettings::Mode::None;
  std::vector<bool> places(state.results->scoring().corpus.places.size(), !set);
  if (set) {
    const Lokus lokus = lokus_of(state);
    for (const std::uint32_t village : lokus.chosen) {
      places[lokus.villages[village].place] = true;
    }
  }
  return places;
}

std::vector<bool> read_places(State& state, JsonReader& read) {
  const std::string village = read.text("village").value_or("");
  const std::string district = read.text("district").value_or("");
  const bool lokus = read.flag("lokus").value_or(false);
  if (village.empty() && district.empty() && !lokus) {
    return {};
  }
  std::vector<bool> places = state.results->places_like({village, district, {}});
  if (std::find(places.begin(), places.end(), true) == places.end()) {
    read.refuse(village.empty() ? "district" : "village");
  }
  if (lokus) {
    const std::vector<bool> inside = lokus_places(state);
    for (std::size_t place = 0; place < places.size(); ++place) {
      places[place] = places[place] && inside[place];
    }
  }
  return places;
}

Selection read_selection(State& state, JsonReader& read) {
  const Json* json = read.member("select");
  Selection selection;
  if (json == nullptr) {
    return selection;
  }
  JsonReader inner(*json);
  selection.places = read_places(state, inner);
  selection.needs = read_needs(inner, "needs");
  selection.without = read_needs(inner, "without");
  selection.unknown = read_needs(inner, "unknown");
  read_bounds(inner, "decile", 0, 1, 10, selection.least_decile, selection.most_decile);
  read_bounds(inner, "age", analyse::Situation::kUnknownAge, 0, analyse::Situation::kUnknownAge - 1,
              selection.least_age, selection.most_age);
  const std::string sex = inner.text("sex").value_or("");
  if (sex == "L" || sex == "P" || sex == "unknown") {
    selection.sex = sex == "L" ? prepare::Sex::Male : sex == "P" ? prepare::Sex::Female : prepare::Sex::Unknown;
  } else if (!sex.empty()) {
    inner.refuse("sex");
  }
  const std::string presence = inner.text("presence").value_or("");
  if (presence == "there" || presence == "gone") {
    selection.presence = presence == "there" ? Selection::Presence::There : Selection::Presence::Gone;
  } else if (!presence.empty()) {
    inner.refuse("presence");
  }
  read_programmes(state, inner, selection);
  if (!inner.ok()) {
    read.refuse("select." + inner.where());
  }
  return selection;
}

Json keep_items(State& state, Unit unit, std::vector<std::uint32_t> items) {
  const std::size_t total = items.size();
  engine::View view;
  view.kind = unit == Unit::Persons ? engine::ViewKind::Persons : engine::ViewKind::Families;
  view.items = std::move(items);
  return Json{{"view", state.keep(std::move(view))}, {"total", total}};
}

} // namespace padan::codec
