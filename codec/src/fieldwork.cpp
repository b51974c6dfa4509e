#include "padan/codec/fieldwork.hpp"

#include <algorithm>
#include <optional>

#include "padan/codec/settings.hpp"
#include "padan/codec/sha256.hpp"
#include "padan/engine/csv.hpp"
#include "settings/section.hpp"
#include "json/json.hpp"
#include "json/reader.hpp"

namespace padan::codec {
namespace {

using act::Fieldwork;

constexpr std::string_view kFieldResult = "field_result";
constexpr std::string_view kProposals = "verval_proposals"; // layout

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
  Settings settings;
  if (project.empty()) {
    return std::move(settings.fieldwork);
  }
  const Result<bool> read = update_settings(project, settings);
  return read ? Result<Fieldwork>(std::move(settings.fieldwork)) : tl::unexpected<Error>(read.error());
}

std::string with_fieldwork(std::string_view project, const Fieldwork& work) {
  Json json = project.empty() ? Json::object() : parse_json(project);
  if (!json.is_object()) {
    json = Json::object();
  }
  Settings settings;
  settings.fieldwork = work;
  const Section section = fieldwork_section();
  json[std::string(section.name)] = section.write(settings);
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
    const std::string& read = out.back().file;
    if (read.size() > 5 && (read.ends_with(".xlsm") || read.ends_with(".XLSM"))) {
      out.back().remarks.push_back({act::Trouble::Macros, 0, 1, {}});
    }
    begin = end;
  }
  return out;
}

std::string proposals_csv(const std::vector<act::ProposalFrom>& proposals) {
  if (proposals.empty()) {
    return {};
  }
  std::string out;
  engine::append_csv_row(out, {"NIK", "No KK", "Nama", "Hubungan", "Jenis Kelamin", "Tanggal Lahir", "Alamat", "RT",
                               "RW", "Desa", "Kecamatan", "Kode Wilayah", "Tanggal Kunjungan", "Petugas", "Keterangan",
                               "Asal Usulan"});
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

bool is_proposals(const engine::Source& source) { return source.recognition.layout == kProposals; }

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
