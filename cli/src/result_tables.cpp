#include "result_tables.hpp"

#include <filesystem>

#include "load.hpp"
#include "padan/codec/fieldwork.hpp"
#include "tables.hpp"

namespace padan::cli {
namespace {

namespace fs = std::filesystem;

Result<bool> read_into(const fs::path& folder, engine::TableKind kind, table::Grid& out) {
  const fs::path path = folder / table_file(kind);
  const Result<std::string> text = read_whole(path.string());
  if (!text) {
    return tl::unexpected<Error>(text.error());
  }
  codec::FileReader reader(path.string());
  reader.feed(*text);
  Result<codec::ReadFile> file = reader.finish();
  if (!file) {
    return tl::unexpected<Error>(file.error());
  }
  out = std::move(file->grids.front());
  return true;
}

} // namespace

Result<ResultFolder> read_result(const std::string& folder) {
  ResultFolder result;
  const std::string project = (fs::path(folder) / kProject).string();
  const std::string summary = (fs::path(folder) / kSummary).string();
  for (const auto& [path, into] : {std::pair(&project, &result.project), std::pair(&summary, &result.summary)}) {
    Result<std::string> text = read_whole(*path);
    if (!text) {
      return tl::unexpected<Error>(text.error());
    }
    *into = std::move(*text);
  }
  Result<codec::ReadSeal> seal = codec::read_seal(result.summary);
  if (!seal) {
    return in_file(seal.error(), summary);
  }
  result.seal = std::move(seal->seal);
  Result<act::Fieldwork> work = codec::read_fieldwork(result.project);
  if (!work) {
    return in_file(work.error(), project);
  }
  result.work = std::move(*work);
  if (result.work.project.empty()) {
    std::vector<std::string> hashes;
    for (const codec::HashedFile& input : result.seal.inputs) {
      hashes.push_back(input.sha256);
    }
    result.work.project = codec::make_project_id(std::move(hashes));
  }
  return result;
}

Result<TablesInMemory> read_tables(const std::string& folder) {
  TablesInMemory tables;
  Result<bool> done = read_into(folder, engine::TableKind::Persons, tables.persons);
  done = done ? read_into(folder, engine::TableKind::Families, tables.families) : done;
  done = done ? read_into(folder, engine::TableKind::Rows, tables.rows) : done;
  done = done ? read_into(folder, engine::TableKind::Findings, tables.findings) : done;
  return done ? Result<TablesInMemory>(std::move(tables)) : tl::unexpected<Error>(done.error());
}

std::uint32_t batch_number(const act::Fieldwork& work, act::Scope scope) {
  return work.next_number() + (scope == act::Scope::All ? 1 : 0);
}

} // namespace padan::cli
