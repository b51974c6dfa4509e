// "fieldwork": batches of worksheets that went out and what came back of them, without a word of any person.
#include <algorithm>

#include "padan/codec/iso_date.hpp"
#include "section.hpp"

namespace padan::codec {
namespace {

using act::Batch;
using act::BatchVillage;
using act::Fieldwork;
using act::RowAnswer;

// A row as [list, number, key]: eighty thousand of them must not make a project heavy.
Json rows_json(const std::vector<review::RowName>& rows) {
  Json json = Json::array();
  for (const review::RowName& row : rows) {
    json.push_back(Json::array({row.source, row.row, row.key}));
  }
  return json;
}

Json answers_json(const std::vector<RowAnswer>& answers) {
  Json json = Json::array();
  for (const RowAnswer& answer : answers) {
    json.push_back(Json::array({answer.row, to_text(answer.result), answer.ticks, answer.visit_date, answer.taken}));
  }
  return json;
}

Json village_json(const BatchVillage& village) {
  return {{"key", village.key},       {"village", village.village},      {"district", village.district},
          {"worker", village.worker}, {"rows", rows_json(village.rows)}, {"answers", answers_json(village.answers)}};
}

Json batch_json(const Batch& batch) {
  Json villages = Json::array();
  for (const BatchVillage& village : batch.villages) {
    villages.push_back(village_json(village));
  }
  return {{"number", batch.number}, {"scope", act::to_text(batch.scope)}, {"masked", batch.masked},
          {"made", batch.made},     {"deadline", batch.deadline},         {"villages", std::move(villages)}};
}

bool read_row(const Json& json, review::RowName& row) {
  if (!json.is_array() || json.size() != 3 || !json[0].is_string() || !json[1].is_number_unsigned() ||
      !json[2].is_string()) {
    return false;
  }
  row = {json[0].get<std::string>(), json[1].get<std::uint32_t>(), json[2].get<std::string>()};
  return true;
}

bool read_answer(const Json& json, RowAnswer& answer, std::size_t rows) {
  if (!json.is_array() || json.size() != 5 || !json[0].is_number_unsigned() || !json[1].is_string() ||
      !json[2].is_number_unsigned() || !json[3].is_string() || !json[4].is_string()) {
    return false;
  }
  const auto result = act::parse_visit_result(json[1].get<std::string>());
  answer = {json[0].get<std::uint32_t>(), result.value_or(act::VisitResult::None),
            static_cast<std::uint8_t>(json[2].get<std::uint32_t>()), json[3].get<std::string>(),
            json[4].get<std::string>()};
  return result && answer.row < rows;
}

// Each item of a list by `read`; refuses the list when one is not as it should be.
template <class Item, class Read>
std::vector<Item> read_list(JsonReader& reader, std::string_view key, const Read& read) {
  std::vector<Item> out;
  const Json* list = reader.member(key);
  if (list == nullptr) {
    return out;
  }
  if (!list->is_array()) {
    reader.refuse(key);
    return out;
  }
  for (const Json& json : *list) {
    Item& item = out.emplace_back();
    if (!read(json, item)) {
      reader.refuse(key);
      break;
    }
  }
  return out;
}

bool read_village(const Json& json, BatchVillage& village) {
  JsonReader reader(json);
  village.key = reader.text("key").value_or("");
  village.village = reader.text("village").value_or("");
  village.district = reader.text("district").value_or("");
  village.worker = reader.text("worker").value_or("");
  village.rows = read_list<review::RowName>(reader, "rows", read_row);
  village.answers = read_list<RowAnswer>(reader, "answers", [&](const Json& item, RowAnswer& answer) {
    return read_answer(item, answer, village.rows.size());
  });
  std::sort(village.answers.begin(), village.answers.end(),
            [](const RowAnswer& a, const RowAnswer& b) { return a.row < b.row; });
  return reader.ok() && village.rows.size() <= act::kMostRows;
}

bool read_batch(const Json& json, Batch& batch) {
  JsonReader reader(json);
  batch.number = reader.need("number");
  batch.scope = reader.text("scope").value_or("check") == "all" ? act::Scope::All : act::Scope::Check;
  batch.masked = reader.flag("masked").value_or(false);
  batch.made = reader.text("made").value_or("");
  batch.deadline = reader.text("deadline").value_or("");
  batch.villages = read_list<BatchVillage>(reader, "villages", read_village);
  const auto is_day = [](const std::string& day) { return day.empty() || is_iso_date(day); };
  return reader.ok() && batch.number >= 1 && batch.number < act::kMostBatches && is_day(batch.made) &&
         is_day(batch.deadline) && batch.villages.size() <= act::kMostVillages;
}

void read(JsonReader& reader, Settings& settings) {
  Fieldwork work;
  work.project = reader.text("project").value_or("");
  work.batches = read_list<Batch>(reader, "batches", read_batch);
  work.taken = reader.texts("taken");
  settings.fieldwork = std::move(work);
}

Json write(const Settings& settings) {
  Json batches = Json::array();
  for (const Batch& batch : settings.fieldwork.batches) {
    batches.push_back(batch_json(batch));
  }
  return {
      {"project", settings.fieldwork.project}, {"batches", std::move(batches)}, {"taken", settings.fieldwork.taken}};
}

} // namespace

Section fieldwork_section() { return {"fieldwork", false, read, write, false}; }

} // namespace padan::codec
