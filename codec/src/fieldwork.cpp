#include "padan/codec/fieldwork.hpp"

#include <algorithm>
#include <optional>

#include "padan/codec/iso_date.hpp"
#include "padan/codec/sha256.hpp"
#include "padan/engine/csv.hpp"
#include "json/json.hpp"
#include "json/reader.hpp"

namespace padan::codec {
namespace {

using act::Batch;
using act::BatchVillage;
using act::Fieldwork;
using act::RowAnswer;

constexpr std::string_view kSection = "fieldwork";

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

constexpr std::string_view kFieldResult = "field_result";

// Column of a field of a list; none when it has no such column.
std::optional<std::uint32_t> column_of(const engine::Source& source, table::FieldKind kind) {
  for (const ingest::Column& column : source.recognition.columns) {
    if (column.field.kind == kind) {
      return column.index;
    }
  }
  return std::nullopt;
}

} // namespace

Result<Fieldwork> read_fieldwork(std::string_view project) {
  Fieldwork work;
  const Json json = project.empty() ? Json::object() : parse_json(project);
  const auto section = json.is_object() ? json.find(std::string(kSection)) : json.end();
  if (!json.is_object() || section == json.end() || section->is_null()) {
    return work;
  }
  JsonReader reader(*section, std::string(kSection));
  work.project = reader.text("project").value_or("");
  work.batches = read_list<Batch>(reader, "batches", read_batch);
  work.taken = reader.texts("taken");
  if (!reader.ok()) {
    return reader.refusal(ErrorCode::ConfigInvalid);
  }
  return work;
}

std::string with_fieldwork(std::string_view project, const Fieldwork& work) {
  Json json = project.empty() ? Json::object() : parse_json(project);
  if (!json.is_object()) {
    json = Json::object();
  }
  Json batches = Json::array();
  for (const Batch& batch : work.batches) {
    batches.push_back(batch_json(batch));
  }
  json[std::string(kSection)] = {{"project", work.project}, {"batches", std::move(batches)}, {"taken", work.taken}};
  return to_text(json);
}

std::string make_project_id(std::vector<std::string> list_hashes) {
  std::sort(list_hashes.begin(), list_hashes.end());
  list_hashes.erase(std::unique(list_hashes.begin(), list_hashes.end()), list_hashes.end());
  Sha256 hash;
  hash.feed("padan project 1\n");
  for (const std::string& one : list_hashes) {
    hash.feed(one + "\n");
  }
  return hash.hex().substr(0, 16);
}

std::vector<std::pair<std::string, std::string>> list_days(std::string_view project) {
  std::vector<std::pair<std::string, std::string>> out;
  const Json json = parse_json(project);
  const auto sources = json.is_object() ? json.find("sources") : json.end();
  if (!json.is_object() || sources == json.end() || !sources->is_array()) {
    return out;
  }
  for (const Json& source : *sources) {
    JsonReader reader(source);
    const std::string name = reader.text("name").value_or("");
    if (!name.empty() && !reader.text("file").value_or("").empty()) {
      out.emplace_back(name, reader.text("data_date").value_or(""));
    }
  }
  return out;
}

std::vector<act::Return> read_returns(const std::string& name, Result<ReadFile> file, std::string_view today) {
  std::vector<act::Return> out;
  if (!file) {
    act::Return& refused = out.emplace_back();
    refused.file = name;
    refused.remarks.push_back({act::Trouble::FileRefused, 0, 1, std::string(padan::to_text(file.error().code))});
    return out;
  }
  // Sheets of an archive are named "file/sheet"; those of one file stand together.
  std::vector<table::Grid>& grids = file->grids;
  for (std::size_t begin = 0; begin < grids.size();) {
    const auto file_of = [&](std::size_t at) {
      const std::string& sheet = grids[at].sheet;
      const std::size_t slash = sheet.find('/');
      const bool whole = slash == std::string::npos && sheet.find('.') == std::string::npos;
      return whole ? std::string() : sheet.substr(0, slash);
    };
    std::size_t end = begin + 1;
    while (end < grids.size() && file_of(end) == file_of(begin)) {
      ++end;
    }
    const std::string inner = file_of(begin);
    std::vector<table::Grid> sheets(std::make_move_iterator(grids.begin() + static_cast<std::ptrdiff_t>(begin)),
                                    std::make_move_iterator(grids.begin() + static_cast<std::ptrdiff_t>(end)));
    const std::string mark = inner.empty() ? std::string() : ":" + inner;
    out.push_back(act::read_return(name + (inner.empty() ? "" : "/" + inner), file->sha256 + mark, sheets, today));
    begin = end;
  }
  return out;
}

std::string proposals_csv(const std::vector<act::ProposalFrom>& proposals) {
  if (proposals.empty()) {
    return {};
  }
  std::string out;
  engine::append_csv_row(out,
                         {"NIK", "No KK", "Nama", "Hubungan", "Jenis Kelamin", "Tanggal Lahir", "Alamat", "RT", "RW",
                          "Desa", "Kecamatan", "Kode Wilayah", "Tanggal Kunjungan", "Petugas", "Keterangan", "Asal"});
  for (const act::ProposalFrom& from : proposals) {
    const act::ReturnedProposal& one = from.proposal;
    const bool has_code = from.key.size() == 10 && from.key.find('/') == std::string::npos;
    engine::append_csv_row(out, {one.nik, one.kk, one.name, one.relation, one.sex, one.birth_date, one.address, one.rt,
                                 one.rw, from.village, from.district, has_code ? from.key : std::string(),
                                 one.visit_date, one.worker, one.remark, from.file});
  }
  return out;
}

std::string proposals_name(const Fieldwork& work, const engine::Session& session) {
  const std::string stem = "usulan-verval-g" + std::to_string(work.next_number() - 1);
  const auto taken = [&](const std::string& name) {
    return std::any_of(session.sources().begin(), session.sources().end(),
                       [&](const auto& source) { return source->file == name + ".csv" || source->name == name; });
  };
  std::string name = stem;
  for (int i = 2; taken(name); ++i) {
    name = stem + "-" + std::to_string(i);
  }
  return name + ".csv";
}

std::string with_proposals(std::string_view project, const std::string& name, std::string_view today) {
  Json json = parse_json(project);
  json["sources"].push_back({{"name", name.substr(0, name.size() - 4)},
                             {"file", name},
                             {"kind", kFieldResult},
                             {"level", "desa"},
                             {"owner", "Desa/Kelurahan"},
                             {"data_date", today}});
  return to_text(json);
}

void drop_known_proposals(std::vector<act::ProposalFrom>& proposals, const engine::Session& session) {
  std::vector<act::ReturnedProposal> known;
  for (const auto& source : session.sources()) {
    const auto nik = column_of(*source, table::FieldKind::Nik);
    const auto name = column_of(*source, table::FieldKind::Name);
    const auto birth = column_of(*source, table::FieldKind::BirthDate);
    if (source->facts.kind != kFieldResult || !nik || !name || !birth) {
      continue;
    }
    for (const std::uint32_t row : source->recognition.data_rows) {
      act::ReturnedProposal& one = known.emplace_back();
      one.nik = source->grid.cell(row, *nik);
      one.name = source->grid.cell(row, *name);
      one.birth_date = source->grid.cell(row, *birth);
    }
  }
  std::erase_if(proposals, [&](const act::ProposalFrom& from) {
    return std::any_of(known.begin(), known.end(), [&](const auto& one) { return one.same_person(from.proposal); });
  });
}

} // namespace padan::codec
