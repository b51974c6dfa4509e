// Who comes first: the ranking, what moves when weights do, and every set of people behind a figure of planning.
#include <algorithm>

#include "../settings/section.hpp"
#include "line_json.hpp"
#include "planning.hpp"

namespace padan::codec {
namespace {

using analyse::Need;
using analyse::Ranking;
using analyse::Situation;
using analyse::Unit;

constexpr std::uint32_t kMostRows = 1000; // of one page

Json needs_list(std::uint8_t bits, const analyse::Needs& needs) {
  Json list = Json::array();
  for (std::uint32_t need = 0; need < analyse::kNeeds; ++need) {
    if ((bits >> need & 1U) != 0 && needs.asked(static_cast<Need>(need))) {
      list.push_back(to_text(static_cast<Need>(need)));
    }
  }
  return list;
}

/// `try` of a request, in the form of the section "priority"; what it does not name is as it is in force.
PrioritySettings read_tried(const State& state, JsonReader& read) {
  const Json* json = read.member("try");
  if (json == nullptr) {
    return state.settings.priority;
  }
  JsonReader inner(*json);
  PrioritySettings tried = read_priority_settings(inner);
  tried.needs = state.settings.priority.needs;
  if (!inner.ok()) {
    read.refuse("try." + inner.where());
  }
  return tried;
}

struct Asked {
  Unit unit{};
  std::vector<bool> places;
  PrioritySettings tried;
  std::uint32_t quota = 0;
};

Asked read_asked(State& state, JsonReader& read) {
  Asked asked;
  asked.unit = read_unit(read);
  asked.places = read_places(state, read);
  asked.tried = read_tried(state, read);
  asked.quota = asked.tried.quota(asked.unit);
  return asked;
}

// Reasons as codes with their points; the faces have the sentences.
Json reasons_json(const Situation& of, const analyse::Weights& weights, const analyse::Needs& needs) {
  Json reasons = Json::array();
  for (std::uint32_t need = 0; need < analyse::kNeeds; ++need) {
    const auto which = static_cast<Need>(need);
    if (of.has(which) && needs.asked(which)) {
      reasons.push_back({{"need", to_text(which)}, {"points", weights.needs[need]}});
    }
  }
  return reasons;
}

Result<Json> priority(State& state, JsonReader& read) {
  const Asked asked = read_asked(state, read);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  engine::Planning& planning = planning_of(state);
  const auto ranking = planning.ranking(asked.unit, asked.tried.weights, asked.places);
  const analyse::Scale scale(asked.tried.weights, planning.needs());
  const std::vector<Situation>& all = planning.needs().of(asked.unit);
  std::array<std::uint32_t, analyse::kNeeds> yes{};
  std::array<std::uint32_t, analyse::kNeeds> unknown{};
  std::array<std::uint32_t, 11> deciles{};
  for (const std::uint32_t item : ranking->items) {
    for (std::uint32_t need = 0; need < analyse::kNeeds; ++need) {
      yes[need] += all[item].yes >> need & 1U;
      unknown[need] += all[item].unknown >> need & 1U;
    }
    ++deciles[all[item].decile];
  }
  Json needs = Json::array();
  for (std::uint32_t need = 0; need < analyse::kNeeds; ++need) {
    const auto which = static_cast<Need>(need);
    needs.push_back({{"need", to_text(which)},
                     {"asked", planning.needs().asked(which)},
                     {"yes", yes[need]},
                     {"unknown", unknown[need]}});
  }
  analyse::Selection gone;
  gone.places = asked.places;
  gone.presence = analyse::Selection::Presence::Gone;
  Json json = {{"total", ranking->items.size()},
               {"gone", planning.count(asked.unit, gone)},
               {"most", scale.most()},
               {"needs", std::move(needs)},
               {"deciles", deciles},
               {"line", Json()}};
  const std::uint32_t quota = asked.quota;
  if (quota != 0 && quota < ranking->items.size()) {
    const auto [first, last] = ranking->tied(quota - 1);
    const auto before = planning.ranking(asked.unit, state.settings.priority.weights, asked.places);
    const analyse::Shift shift = analyse::compare_rankings(*before, *ranking, quota);
    json["line"] = {{"quota", quota},
                    {"points", ranking->points[quota - 1]},
                    {"tied_above", quota - first},
                    {"tied_below", last - quota},
                    {"possible", analyse::possibly_above(*ranking, scale, planning.needs(), asked.unit, quota).size()},
                    {"entered", shift.entered.size()},
                    {"left", shift.left.size()},
                    {"stayed", shift.stayed}};
  }
  return json;
}

// Who stands behind a figure of the line.
Result<std::vector<std::uint32_t>> items_of(State& state, const Asked& asked, const std::string& which,
                                            const Ranking& ranking) {
  engine::Planning& planning = planning_of(state);
  const std::uint32_t quota = asked.quota;
  if (which == "possible") {
    const analyse::Scale scale(asked.tried.weights, planning.needs());
    return analyse::possibly_above(ranking, scale, planning.needs(), asked.unit, quota);
  }
  if (which == "tied" && quota != 0 && quota <= ranking.items.size()) {
    const auto [first, last] = ranking.tied(quota - 1);
    return std::vector<std::uint32_t>(ranking.items.begin() + first, ranking.items.begin() + last);
  }
  const auto before = planning.ranking(asked.unit, state.settings.priority.weights, asked.places);
  analyse::Shift shift = analyse::compare_rankings(*before, ranking, quota);
  if (which == "entered" || which == "left") {
    return std::move(which == "entered" ? shift.entered : shift.left);
  }
  if (which == "stayed") { // above the line and not new there
    std::sort(shift.entered.begin(), shift.entered.end());
    std::vector<std::uint32_t> stayed;
    for (std::uint32_t at = 0; at < std::min<std::size_t>(quota, ranking.items.size()); ++at) {
      if (!std::binary_search(shift.entered.begin(), shift.entered.end(), ranking.items[at])) {
        stayed.push_back(ranking.items[at]);
      }
    }
    return stayed;
  }
  return fail(ErrorCode::RequestInvalid, {{"where", "which"}});
}

// Views in the order of points. What `select` asks beside places hides others and moves nobody.
Result<Json> open_priority(State& state, JsonReader& read) {
  const Asked asked = read_asked(state, read);
  const analyse::Selection selection = read_selection(state, read);
  const std::string which = read.text("which").value_or("");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  engine::Planning& planning = planning_of(state);
  const auto ranking = planning.ranking(asked.unit, asked.tried.weights, asked.places);
  RankedView view{asked.unit, asked.tried.weights, ranking, {}};
  std::vector<bool> wanted;
  if (!which.empty()) {
    const Result<std::vector<std::uint32_t>> items = items_of(state, asked, which, *ranking);
    if (!items) {
      return tl::unexpected<Error>(items.error());
    }
    wanted.assign(planning.needs().of(asked.unit).size(), false);
    for (const std::uint32_t item : *items) {
      wanted[item] = true;
    }
  }
  const analyse::Selector fits(planning.needs(), planning.aid(), state.results->master(), asked.unit, selection);
  std::vector<std::uint32_t> items;
  for (std::uint32_t at = 0; at < ranking->items.size(); ++at) {
    const std::uint32_t item = ranking->items[at];
    if ((wanted.empty() || wanted[item]) && fits(item)) {
      view.at.push_back(at);
      items.push_back(item);
    }
  }
  Json opened = keep_items(state, asked.unit, std::move(items));
  state.ranked.emplace(opened["view"].get<std::uint32_t>(), std::move(view));
  return opened;
}

Json ranked_line(State& state, const RankedView& view, std::uint32_t at) {
  engine::Planning& planning = planning_of(state);
  const Ranking& ranking = *view.ranking;
  const std::uint32_t item = ranking.items[at];
  const Situation& of = planning.needs().of(view.unit)[item];
  const analyse::Points points = analyse::Scale(view.weights, planning.needs()).points(of);
  const auto [first, last] = ranking.tied(at);
  Json line = view.unit == Unit::Persons ? line_json(engine::person_line(*state.results, item))
                                         : line_json(engine::family_line(*state.results, item));
  line["rank"] = first + 1;
  line["place"] = at + 1;
  line["tied"] = last - first;
  line["points"] = points.low;
  line["possible"] = points.high;
  line["decile"] = of.decile == 0 ? Json() : Json(of.decile);
  line["decile_points"] = view.weights.deciles[of.decile];
  line["age"] = of.age == Situation::kUnknownAge ? Json() : Json(of.age);
  line["reasons"] = reasons_json(of, view.weights, planning.needs());
  line["unknown"] = needs_list(of.unknown, planning.needs());
  return line;
}

Result<Json> priority_rows(State& state, JsonReader& read) {
  const auto found = state.ranked.find(read.need("view"));
  const std::uint32_t from = read.need("from");
  const std::uint32_t to = read.need("to");
  if (found == state.ranked.end()) {
    read.refuse("view");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const auto total = static_cast<std::uint32_t>(found->second.at.size());
  Json rows = Json::array();
  for (std::uint32_t at = from; at < std::min(to, total) && at - from < kMostRows; ++at) {
    rows.push_back(ranked_line(state, found->second, found->second.at[at]));
  }
  return Json{{"rows", std::move(rows)}};
}

Result<Json> open_people(State& state, JsonReader& read) {
  const Unit unit = read_unit(read);
  const analyse::Selection selection = read_selection(state, read);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  return keep_items(state, unit, planning_of(state).items(unit, selection));
}

Result<Json> pyramid(State& state, JsonReader& read) {
  const analyse::Selection selection = read_selection(state, read);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  Json bands = Json::array();
  for (const engine::AgeBand& band : engine::age_pyramid(planning_of(state), selection)) {
    const bool known = band.from != Situation::kUnknownAge;
    bands.push_back({{"from", known ? Json(band.from) : Json()},
                     {"to", known && band.to != Situation::kUnknownAge - 1 ? Json(band.to) : Json()},
                     {"L", band.male},
                     {"P", band.female},
                     {"unknown", band.unknown}});
  }
  return bands;
}

} // namespace

std::vector<NamedMethod> priority_methods() {
  return {{"priority", priority, true},
          {"priority.open", open_priority, true},
          {"priority.rows", priority_rows, true},
          {"people.open", open_people, true},
          {"pyramid", pyramid, true}};
}

} // namespace padan::codec
