// "priority", "lokus", "programmes": what is weighed, where work begins, who pays for what.
#include <algorithm>
#include <set>

#include "section.hpp"

namespace padan::codec {
namespace {

using analyse::Unit;

constexpr std::uint64_t kMostAmount = 1'000'000'000'000'000; // a thousand million million rupiah

std::uint32_t bounded(JsonReader& reader, std::string_view key, std::uint32_t usual, std::uint32_t least,
                      std::uint32_t most) {
  const std::uint32_t value = reader.number32(key).value_or(usual);
  if (value < least || value > most) {
    reader.refuse(key);
    return usual;
  }
  return value;
}

// A reader of an object inside; what it refuses, the outer one refuses by its path.
template <class Read> void within(JsonReader& reader, std::string_view key, const Read& read) {
  if (const Json* json = reader.member(key)) {
    JsonReader inner(*json, std::string(key));
    read(inner);
    if (!inner.ok()) {
      reader.refuse(inner.where());
    }
  }
}

template <class Read> void for_each_entry(JsonReader& reader, std::string_view key, const Read& read) {
  const Json* list = reader.member(key);
  if (list != nullptr && !list->is_array()) {
    reader.refuse(key);
    return;
  }
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    JsonReader inner((*list)[i], std::string(key) + "[" + std::to_string(i) + "]");
    read(inner);
    if (!inner.ok()) {
      reader.refuse(inner.where());
    }
  }
}

void read_deciles(JsonReader& reader, analyse::Weights& weights) {
  const Json* deciles = reader.member("deciles");
  if (deciles == nullptr) {
    return;
  }
  if (!deciles->is_array() || deciles->size() != 10) {
    reader.refuse("deciles");
    return;
  }
  for (std::size_t i = 0; i < 10; ++i) {
    const Json& points = (*deciles)[i];
    if (!points.is_number_unsigned() || points.get<std::uint64_t>() > analyse::kMostWeight) {
      reader.refuse("deciles");
      return;
    }
    weights.deciles[i + 1] = points.get<std::uint16_t>();
  }
}

void read_priority(JsonReader& reader, Settings& settings) { settings.priority = read_priority_settings(reader); }

Json write_priority(const Settings& settings) {
  const PrioritySettings& priority = settings.priority;
  Json json = weights_json(priority.weights);
  json["elderly_from"] = priority.needs.elderly_from;
  json["quota"] = {{"persons", priority.quota_persons}, {"families", priority.quota_families}};
  return json;
}

constexpr std::string_view kModes[] = {"none", "list", "computed"};
constexpr analyse::LokusBy kBys[] = {analyse::LokusBy::Both, analyse::LokusBy::Share, analyse::LokusBy::Number};

void read_population(JsonReader& reader, LokusSettings& lokus) {
  const Json* population = reader.member("population");
  if (population == nullptr) {
    return;
  }
  if (!population->is_object()) {
    reader.refuse("population");
    return;
  }
  for (const auto& [key, persons] : population->items()) {
    if (!persons.is_number_unsigned() || persons.get<std::uint64_t>() > UINT32_MAX) {
      reader.refuse("population");
      return;
    }
    lokus.population[key] = persons.get<std::uint32_t>();
  }
}

void read_lokus(JsonReader& reader, Settings& settings) {
  LokusSettings lokus;
  const std::string mode = reader.text("mode").value_or("none");
  const auto* const at = std::find(std::begin(kModes), std::end(kModes), mode);
  const std::string by = reader.text("by").value_or(std::string(to_text(lokus.by)));
  const auto* const rule = std::find_if(std::begin(kBys), std::end(kBys), [&](auto one) { return to_text(one) == by; });
  if (at == std::end(kModes)) {
    reader.refuse("mode");
    return;
  }
  if (rule == std::end(kBys)) {
    reader.refuse("by");
    return;
  }
  lokus.mode = static_cast<LokusSettings::Mode>(at - std::begin(kModes));
  lokus.by = *rule;
  lokus.villages = reader.texts("villages");
  lokus.n = bounded(reader, "n", lokus.n, 1, 100'000);
  lokus.decile = static_cast<std::uint8_t>(bounded(reader, "decile", lokus.decile, 1, 10));
  within(reader, "expected", [&](JsonReader& inner) {
    lokus.expected_villages = inner.number32("villages").value_or(0);
    lokus.expected_districts = inner.number32("districts").value_or(0);
  });
  for_each_entry(reader, "references", [&](JsonReader& inner) {
    lokus.references.emplace_back(inner.text("name").value_or(""), inner.text("value").value_or(""));
  });
  read_population(reader, lokus);
  settings.lokus = std::move(lokus);
}

Json write_lokus(const Settings& settings) {
  const LokusSettings& lokus = settings.lokus;
  Json references = Json::array();
  for (const auto& [name, value] : lokus.references) {
    references.push_back({{"name", name}, {"value", value}});
  }
  Json population = Json::object();
  for (const auto& [key, persons] : lokus.population) {
    population[key] = persons;
  }
  return {{"mode", kModes[static_cast<std::size_t>(lokus.mode)]},
          {"villages", lokus.villages},
          {"n", lokus.n},
          {"by", to_text(lokus.by)},
          {"decile", lokus.decile},
          {"expected", {{"villages", lokus.expected_villages}, {"districts", lokus.expected_districts}}},
          {"references", std::move(references)},
          {"population", std::move(population)}};
}

analyse::ProgrammePlan read_plan(JsonReader& reader) {
  analyse::ProgrammePlan plan;
  plan.name = reader.text("name").value_or("");
  plan.title = reader.text("title").value_or("");
  plan.agency = reader.text("agency").value_or("");
  plan.year = reader.text("year").value_or("");
  plan.quota = reader.number32("quota");
  plan.amount = reader.number("amount", kMostAmount).value_or(0);
  plan.ceiling = static_cast<std::uint8_t>(bounded(reader, "ceiling", 0, 0, 10));
  plan.said = true;
  const std::string unit = reader.text("unit").value_or("families");
  const auto fund = analyse::parse_fund(reader.text("fund").value_or(""));
  if (plan.name.empty()) {
    reader.refuse("name");
  }
  if (unit != "persons" && unit != "families") {
    reader.refuse("unit");
  }
  if (!fund) {
    reader.refuse("fund");
  }
  plan.unit = unit == "persons" ? Unit::Persons : Unit::Families;
  plan.fund = fund.value_or(analyse::Fund::Unknown);
  return plan;
}

void read_programmes(JsonReader& reader, Settings& settings) {
  ProgrammeSettings programmes;
  std::set<std::string> names;
  for_each_entry(reader, "list", [&](JsonReader& inner) {
    programmes.list.push_back(read_plan(inner));
    if (!names.insert(programmes.list.back().name).second) {
      inner.refuse("name"); // twice
    }
  });
  if (reader.ok()) {
    settings.programmes = std::move(programmes);
  }
}

Json write_programmes(const Settings& settings) {
  Json list = Json::array();
  for (const analyse::ProgrammePlan& plan : settings.programmes.list) {
    list.push_back(plan_json(plan));
  }
  return {{"list", std::move(list)}};
}

} // namespace

analyse::ProgrammePlan ProgrammeSettings::plan_of(std::string_view name) const {
  const auto said = std::find_if(list.begin(), list.end(), [&](const auto& plan) { return plan.name == name; });
  return said == list.end() ? analyse::usual_plan(name) : *said;
}

std::vector<analyse::ProgrammePlan> ProgrammeSettings::plans_of(const std::vector<std::string>& names) const {
  std::vector<analyse::ProgrammePlan> plans;
  for (const std::string& name : names) {
    plans.push_back(plan_of(name));
  }
  for (const analyse::ProgrammePlan& plan : list) {
    if (std::find(names.begin(), names.end(), plan.name) == names.end()) {
      plans.push_back(plan);
    }
  }
  return plans;
}

Json plan_json(const analyse::ProgrammePlan& plan) {
  return {{"name", plan.name},      {"title", plan.title},
          {"agency", plan.agency},  {"fund", to_text(plan.fund)},
          {"year", plan.year},      {"quota", plan.quota ? Json(*plan.quota) : Json()},
          {"amount", plan.amount},  {"unit", plan.unit == Unit::Persons ? "persons" : "families"},
          {"ceiling", plan.ceiling}};
}

Json weights_json(const analyse::Weights& weights) {
  Json needs = Json::object();
  for (std::uint32_t need = 0; need < analyse::kNeeds; ++need) {
    needs[std::string(to_text(static_cast<analyse::Need>(need)))] = weights.needs[need];
  }
  Json deciles = Json::array();
  for (std::size_t decile = 1; decile <= 10; ++decile) {
    deciles.push_back(weights.deciles[decile]);
  }
  return {{"weights", std::move(needs)}, {"deciles", std::move(deciles)}};
}

PrioritySettings read_priority_settings(JsonReader& reader) {
  PrioritySettings priority;
  within(reader, "weights", [&](JsonReader& inner) {
    for (std::uint32_t need = 0; need < analyse::kNeeds; ++need) {
      priority.weights.needs[need] = static_cast<std::uint16_t>(bounded(
          inner, to_text(static_cast<analyse::Need>(need)), priority.weights.needs[need], 0, analyse::kMostWeight));
    }
  });
  read_deciles(reader, priority.weights);
  priority.needs.elderly_from =
      static_cast<std::uint8_t>(bounded(reader, "elderly_from", priority.needs.elderly_from, 1, 120));
  within(reader, "quota", [&](JsonReader& inner) {
    priority.quota_persons = inner.number32("persons").value_or(0);
    priority.quota_families = inner.number32("families").value_or(0);
  });
  return priority;
}

Section priority_section() { return {"priority", false, read_priority, write_priority}; }
Section lokus_section() { return {"lokus", false, read_lokus, write_lokus}; }
Section programmes_section() { return {"programmes", false, read_programmes, write_programmes}; }

} // namespace padan::codec
