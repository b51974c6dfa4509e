#include "padan/codec/project_file.hpp"

#include <algorithm>

#include "padan/codec/seal.hpp"
#include "padan/codec/sealed_files.hpp"
#include "padan/codec/zip_writer.hpp"
#include "workbook/zip.hpp"
#include "json/json.hpp"
#include "json/reader.hpp"

namespace padan::codec {
namespace {

constexpr std::string_view kDecisions = "decisions.jsonl";
constexpr std::string_view kModel = "model.json";
constexpr std::string_view kVersion = "version.json";
constexpr std::string_view kKept[] = {kSummary, kProject, kFigures, kKeptDecisions, kKeptModel};
constexpr std::size_t kMostVersions = 1000;

std::string folder_of(std::size_t index) { return "versions/" + std::to_string(index + 1) + "/"; }

std::string version_text(const FrozenVersion& version) {
  const Json json = {{"name", version.name}, {"year", version.year},         {"at", version.at},
                     {"by", version.by},     {"capacity", version.capacity}, {"seal", version.seal}};
  return to_text(json, 2) + "\n";
}

Result<std::string> whole_part(const workbook::ZipArchive& zip, const std::string& name) {
  return zip.find(name) == nullptr ? Result<std::string>(std::string()) : workbook::read_part(zip, name);
}

// A frozen version states its seal, and its summary has to say the same.
Result<FrozenVersion> read_version(const workbook::ZipArchive& zip, const std::string& folder) {
  const Result<std::string> text = whole_part(zip, folder + std::string(kVersion));
  if (!text) {
    return tl::unexpected<Error>(text.error());
  }
  const Json json = parse_json(*text);
  JsonReader reader(json, folder + std::string(kVersion));
  FrozenVersion version;
  version.name = reader.text("name").value_or("");
  version.year = reader.text("year").value_or("");
  version.at = reader.text("at").value_or("");
  version.by = reader.text("by").value_or("");
  version.capacity = reader.text("capacity").value_or("");
  version.seal = reader.text("seal").value_or("");
  for (const std::string_view name : kKept) {
    Result<std::string> part = whole_part(zip, folder + std::string(name));
    if (!part) {
      return tl::unexpected<Error>(std::move(part.error()));
    }
    if (!part->empty()) {
      version.files.push_back({std::string(name), std::move(*part)});
    }
  }
  const Result<ReadSeal> sealed = read_seal(version.file(kSummary));
  if (!sealed || sealed->seal.code() != version.seal) {
    reader.refuse("seal");
  }
  if (!reader.ok()) {
    return reader.refusal(ErrorCode::ConfigInvalid);
  }
  return version;
}

Result<ProjectFile> read_zip(std::string_view bytes) {
  const Result<workbook::ZipArchive> zip = workbook::ZipArchive::open(bytes);
  if (!zip) {
    return tl::unexpected<Error>(zip.error());
  }
  ProjectFile file;
  for (const auto& [name, text] :
       {std::pair(kProject, &file.project), std::pair(kDecisions, &file.decisions), std::pair(kModel, &file.model)}) {
    Result<std::string> part = whole_part(*zip, std::string(name));
    if (!part) {
      return tl::unexpected<Error>(std::move(part.error()));
    }
    *text = std::move(*part);
  }
  for (std::size_t i = 0; i < kMostVersions && zip->find(folder_of(i) + std::string(kVersion)) != nullptr; ++i) {
    Result<FrozenVersion> version = read_version(*zip, folder_of(i));
    if (!version) {
      return tl::unexpected<Error>(std::move(version.error()));
    }
    file.versions.push_back(std::move(*version));
  }
  return file;
}

} // namespace

std::string_view FrozenVersion::file(std::string_view file_name) const {
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const NamedText& each) { return each.name == file_name; });
  return found == files.end() ? std::string_view() : found->text;
}

Result<std::string> pack_project(const ProjectFile& file) {
  ZipWriter zip;
  std::string bytes;
  Result<bool> done = zip.add(bytes, kProject, file.project);
  const auto add = [&](const std::string& name, std::string_view text) {
    if (done && !text.empty()) {
      done = zip.add(bytes, name, text);
    }
  };
  add(std::string(kDecisions), file.decisions);
  add(std::string(kModel), file.model);
  for (std::size_t i = 0; i < file.versions.size(); ++i) {
    add(folder_of(i) + std::string(kVersion), version_text(file.versions[i]));
    for (const NamedText& kept : file.versions[i].files) {
      add(folder_of(i) + kept.name, kept.text);
    }
  }
  done = done ? zip.finish(bytes) : done;
  return done ? Result<std::string>(std::move(bytes)) : tl::unexpected<Error>(done.error());
}

Result<ProjectFile> unpack_project(std::string_view bytes) {
  Result<ProjectFile> file = ProjectFile{};
  if (bytes.substr(0, 2) == "PK") {
    file = read_zip(bytes);
  } else {
    file->project = std::string(bytes);
  }
  if (file && !parse_json(file->project).is_object()) {
    return fail(ErrorCode::ConfigInvalid, {{"where", std::string(kProject)}});
  }
  return file;
}

} // namespace padan::codec
