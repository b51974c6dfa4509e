// Who receives what from whom: figures per programme and fund, what a change would do.
#include <algorithm>

#include "../settings/section.hpp"
#include "planning.hpp"

namespace padan::codec {
namespace {

using analyse::ProgrammePlan;
using analyse::Unit;

constexpr std::size_t kMostCounted = 4; // programmes of one family: 0, 1, 2, 3, 4 and more

Json unit_text(Unit unit) { return unit == Unit::Persons ? "persons" : "families"; }

// Rupiah; a quota or a price that nobody has given makes no sum.
Json cost_json(const ProgrammePlan& plan, std::uint64_t receivers) {
  return plan.amount == 0 ? Json() : Json(plan.amount * receivers);
}

Json figures_json(const ProgrammePlan& plan, const analyse::ProgrammeFigures& figures) {
  Json json = plan_json(plan);
  json["said"] = plan.said;
  json["receivers"] = figures.receivers;
  json["by_decile"] = figures.by_decile;
  json["gone"] = figures.gone;
  json["unknown"] = figures.unknown;
  json["above"] = figures.above;
  json["eligible"] = figures.eligible;
  json["gap"] = figures.gap;
  json["nothing"] = figures.nothing;
  json["cost"] = cost_json(plan, figures.receivers);
  json["budget"] = plan.quota ? cost_json(plan, *plan.quota) : Json();
  return json;
}

struct Tallies {
  analyse::AidTally persons;
  analyse::AidTally families;
  [[nodiscard]] const analyse::AidTally& of(Unit unit) const { return unit == Unit::Persons ? persons : families; }
};

Json funds_json(const std::vector<ProgrammePlan>& plans, const Json& programmes, const analyse::Aid& aid,
                const Tallies& tallies) {
  Json funds = Json::array();
  for (std::uint32_t i = 0; i < analyse::kFunds; ++i) {
    const auto fund = static_cast<analyse::Fund>(i);
    std::vector<bool> marked(aid.names().size(), false);
    Json names = Json::array();
    std::uint64_t cost = 0;
    std::uint64_t budget = 0;
    std::uint32_t unpriced = 0;
    std::uint32_t unlimited = 0;
    for (std::size_t at = 0; at < plans.size(); ++at) {
      if (plans[at].fund != fund) {
        continue;
      }
      names.push_back(plans[at].name);
      if (const auto number = aid.number(plans[at].name)) {
        marked[*number] = true;
      }
      cost += programmes[at]["cost"].is_null() ? 0 : programmes[at]["cost"].get<std::uint64_t>();
      budget += programmes[at]["budget"].is_null() ? 0 : programmes[at]["budget"].get<std::uint64_t>();
      unpriced += programmes[at]["cost"].is_null() ? 1U : 0U;
      unlimited += programmes[at]["budget"].is_null() ? 1U : 0U;
    }
    if (!names.empty()) {
      funds.push_back({{"fund", to_text(fund)},
                       {"programmes", std::move(names)},
                       {"families", receiving_any(aid.sets(Unit::Families), tallies.families, marked)},
                       {"persons", receiving_any(aid.sets(Unit::Persons), tallies.persons, marked)},
                       {"cost", cost},
                       {"budget", budget},
                       {"unpriced", unpriced},
                       {"unlimited", unlimited}});
    }
  }
  return funds;
}

Result<Json> programmes(State& state, JsonReader& read) {
  const std::vector<bool> places = read_places(state, read);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const engine::Planning& planning = planning_of(state);
  const analyse::Aid& aid = planning.aid();
  const Tallies tallies{planning.tally(Unit::Persons, places), planning.tally(Unit::Families, places)};
  const std::vector<ProgrammePlan> plans = state.settings.programmes.plans_of(aid.names());
  Json list = Json::array();
  for (const ProgrammePlan& plan : plans) {
    const std::uint16_t number = aid.number(plan.name).value_or(resolve::Programmes::kNone);
    list.push_back(figures_json(
        plan, analyse::programme_figures(aid.sets(plan.unit), tallies.of(plan.unit), number, plan.ceiling)));
  }
  Json funds = funds_json(plans, list, aid, tallies);
  return Json{{"programmes", std::move(list)},
              {"funds", std::move(funds)},
              {"known", aid.names()},
              {"counts", programme_counts(aid.sets(Unit::Families), tallies.families, kMostCounted)},
              {"pairs", programme_pairs(aid.sets(Unit::Families), tallies.families, aid.names().size())}};
}

/// A programme as it might be: `ceiling` and `quota` of the request instead of those in force.
struct Trial {
  ProgrammePlan plan;
  std::vector<std::uint32_t> entered;
  std::vector<std::uint32_t> left;
  std::vector<std::uint32_t> stayed;
  std::uint32_t eligible = 0;
  std::uint32_t receivers = 0; // now, in the places
  std::uint32_t unknown = 0;   // there, decile not known: not counted as eligible
};

Result<Trial> try_programme(State& state, JsonReader& read) {
  Trial trial;
  const std::string name = read.text("name").value_or("");
  trial.plan = state.settings.programmes.plan_of(name);
  const std::uint32_t ceiling = read.number32("ceiling").value_or(trial.plan.ceiling);
  trial.plan.quota = read.number32("quota") ? read.number32("quota") : trial.plan.quota;
  trial.plan.amount = read.number("amount", UINT64_MAX / (std::uint64_t{1} << 32)).value_or(trial.plan.amount);
  const std::vector<bool> places = read_places(state, read);
  engine::Planning& planning = planning_of(state);
  const auto number = planning.aid().number(name);
  const bool planned = std::any_of(state.settings.programmes.list.begin(), state.settings.programmes.list.end(),
                                   [&](const ProgrammePlan& plan) { return plan.name == name; });
  if (!number && !planned) {
    read.refuse("name");
  }
  if (ceiling > 10) {
    read.refuse("ceiling");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  trial.plan.ceiling = static_cast<std::uint8_t>(ceiling);
  const Unit unit = trial.plan.unit;
  const auto ranking = planning.ranking(unit, state.settings.priority.weights, places);
  const auto& sets = planning.aid().sets(unit);
  const auto receives = [&](std::uint32_t item) {
    return number && sets.contains(planning.aid().set_of(unit, item), *number);
  };
  std::vector<bool> targeted(planning.needs().of(unit).size(), false);
  const std::uint32_t most = trial.plan.quota.value_or(UINT32_MAX);
  std::uint32_t taken = 0;
  for (const std::uint32_t item :
       ranking->items) { // without a ceiling everybody of a known or unknown decile may receive
    const std::uint8_t decile = planning.needs().of(unit)[item].decile;
    trial.unknown += decile == 0 ? 1U : 0U;
    if (trial.plan.ceiling != 0 && (decile == 0 || decile > trial.plan.ceiling)) {
      continue;
    }
    ++trial.eligible;
    if (taken < most) {
      ++taken;
      targeted[item] = true;
      (receives(item) ? trial.stayed : trial.entered).push_back(item);
    }
  }
  for (std::uint32_t item = 0; item < targeted.size(); ++item) {
    const bool here = places.empty() || places[planning.place_of(unit, item)];
    if (here && receives(item)) {
      ++trial.receivers;
      if (!targeted[item]) {
        trial.left.push_back(item);
      }
    }
  }
  return trial;
}

Result<Json> what_if(State& state, JsonReader& read) {
  const Result<Trial> trial = try_programme(state, read);
  if (!trial) {
    return tl::unexpected<Error>(trial.error());
  }
  const std::uint64_t targeted = trial->entered.size() + trial->stayed.size();
  return Json{{"unit", unit_text(trial->plan.unit)},
              {"eligible", trial->eligible},
              {"unknown", trial->unknown},
              {"receivers", trial->receivers},
              {"targeted", targeted},
              {"entered", trial->entered.size()},
              {"left", trial->left.size()},
              {"stayed", trial->stayed.size()},
              {"cost", cost_json(trial->plan, trial->receivers)},
              {"cost_after", cost_json(trial->plan, targeted)}};
}

Result<Json> open_what_if(State& state, JsonReader& read) {
  const std::string which = read.text("which").value_or("");
  Result<Trial> trial = try_programme(state, read);
  if (!trial) {
    return tl::unexpected<Error>(trial.error());
  }
  if (which == "targeted") {
    trial->entered.insert(trial->entered.end(), trial->stayed.begin(), trial->stayed.end());
  } else if (which != "entered" && which != "left" && which != "stayed") {
    return fail(ErrorCode::RequestInvalid, {{"where", "which"}});
  }
  return keep_items(state, trial->plan.unit,
                    std::move(which == "left"     ? trial->left
                              : which == "stayed" ? trial->stayed
                                                  : trial->entered));
}

} // namespace

std::vector<NamedMethod> programme_methods() {
  return {
      {"programmes", programmes, true}, {"programmes.try", what_if, true}, {"programmes.try.open", open_what_if, true}};
}

} // namespace padan::codec
