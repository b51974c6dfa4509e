// "exports": layouts of the applications that take the list in.
#include "section.hpp"

namespace padan::codec {
namespace {

void read(JsonReader& reader, Settings& settings) {
  const Json* templates = reader.member("templates");
  if (templates == nullptr) {
    settings.templates = default_templates();
    return;
  }
  if (!templates->is_array()) {
    reader.refuse("templates");
    return;
  }
  settings.templates.clear();
  for (const Json& json : *templates) {
    JsonReader inner(json, "templates");
    ExportTemplate made{inner.text("name").value_or(""), {}};
    const Json* columns = inner.member("columns");
    if (made.name.empty() || columns == nullptr || !columns->is_array() || columns->empty()) {
      reader.refuse("templates");
      return;
    }
    for (const Json& column : *columns) {
      JsonReader part(column, "columns");
      made.columns.push_back(
          {part.text("header").value_or(""), part.text("from").value_or(""), part.text("text").value_or("")});
      if (!part.ok() || made.columns.back().header.empty()) {
        reader.refuse("templates");
        return;
      }
    }
    settings.templates.push_back(std::move(made));
  }
}

Json write(const Settings& settings) {
  Json templates = Json::array();
  for (const ExportTemplate& each : settings.templates) {
    Json columns = Json::array();
    for (const TemplateColumn& column : each.columns) {
      Json json = {{"header", column.header}};
      if (!column.from.empty()) {
        json["from"] = column.from;
      }
      if (!column.text.empty()) {
        json["text"] = column.text;
      }
      columns.push_back(std::move(json));
    }
    templates.push_back({{"name", each.name}, {"columns", std::move(columns)}});
  }
  return {{"templates", std::move(templates)}};
}

} // namespace

const std::vector<ExportTemplate>& default_templates() {
  static const std::vector<ExportTemplate> kTemplates{{"DTKS",
                                                       {{"id_dtks", "id_dtks", {}},
                                                        {"kabupatenkota", "regency", {}},
                                                        {"kecamatan", "district", {}},
                                                        {"desakelurahan", "village", {}},
                                                        {"alamat", "address", {}},
                                                        {"rt", "rt", {}},
                                                        {"rw", "rw", {}},
                                                        {"nomor_kk", "kk", {}},
                                                        {"nomor_nik", "nik", {}},
                                                        {"nama", "name", {}},
                                                        {"tanggal_lahir", "birth_date", {}},
                                                        {"tempat_lahir", "birth_place", {}},
                                                        {"jenis_kelamin", "sex", {}},
                                                        {"nama_ibu_kandung", "mother_name", {}},
                                                        {"hubungan_keluarga", "relation", {}}}},
                                                      {"PBI-JK",
                                                       {{"iddtks", "id_dtks", {}},
                                                        {"kota", "regency", {}},
                                                        {"kecamatan", "district", {}},
                                                        {"kelurahan", "village", {}},
                                                        {"rt", "rt", {}},
                                                        {"rw", "rw", {}},
                                                        {"alamat", "address", {}},
                                                        {"noka_bpjs", "id_bpjs", {}},
                                                        {"nama", "name", {}},
                                                        {"tanggal_lahir", "birth_date", {}},
                                                        {"tempat_lahir", "birth_place", {}},
                                                        {"jenis_kelamin", "sex", {}},
                                                        {"nik", "nik", {}},
                                                        {"nokk", "kk", {}},
                                                        {"hub_keluarga", "relation", {}},
                                                        {"nama_ibu_kandung", "mother_name", {}}}}};
  return kTemplates;
}

Section exports_section() { return {"exports", false, read, write}; }

} // namespace padan::codec
