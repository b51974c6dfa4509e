#include <filesystem>
#include <fstream>

#include "commands.hpp"
#include "load.hpp"
#include "output_folder.hpp"
#include "padan/codec/fieldwork.hpp"
#include "padan/codec/seal.hpp"
#include "padan/codec/workbook_lock.hpp"
#include "padan/codec/worksheet.hpp"
#include "recipe.hpp"
#include "refuse.hpp"
#include "result_tables.hpp"
#include "tables.hpp"

namespace padan::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMarker = "fieldwork.json";

std::string random_bytes() {
  std::ifstream device("/dev/urandom", std::ios::binary);
  std::string bytes(64, '\0');
  device.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return device ? bytes : std::string();
}

struct Sheets {
  act::Fieldwork work;
  codec::WorksheetFacts facts;
  std::optional<codec::WorkbookLock> lock;
};

Result<bool> write_sheets(const act::Roster& roster, Sheets& sheets, OutputFolder& folder) {
  const act::Batch& batch = *sheets.facts.batch;
  std::size_t at = 0;
  for (const act::RosterVillage& village : roster.villages()) {
    if (at == batch.villages.size() || batch.villages[at].key != village.key) {
      continue;
    }
    sheets.facts.village = static_cast<std::uint32_t>(at++);
    Result<std::string> bytes = codec::write_worksheet(sheets.facts, act::sheet_rows(roster, village, batch.scope));
    if (bytes && sheets.lock) {
      bytes = sheets.lock->lock(*bytes);
    }
    if (!bytes) {
      return tl::unexpected<Error>(bytes.error());
    }
    const std::string name = codec::worksheet_name(sheets.facts);
    if (const auto done = folder.write(name, [&](const auto& append) { append(*bytes); }); !done) {
      return fail(ErrorCode::FileUnreadable, {{"file", name}});
    }
  }
  return true;
}

} // namespace

int worksheets(const Arguments& arguments, Console& console) {
  const std::string& in = arguments.files.front();
  auto folder = OutputFolder::open(arguments.out, {kMarker}, {kMarker, "\"fieldwork\""}, {});
  if (!folder) {
    return refuse(console, folder.error());
  }
  const Result<ResultFolder> result = read_result(in);
  if (!result) {
    return refuse(console, result.error());
  }
  const Result<std::vector<std::string>> passwords = read_passwords(arguments.password_file);
  if (!passwords) {
    return refuse(console, passwords.error());
  }
  const Result<TablesInMemory> tables = read_tables(in);
  if (!tables) {
    return refuse(console, tables.error());
  }
  const auto roster = act::make_roster(tables->views(), arguments.mask);
  if (!roster) {
    return refuse(console, in_file(roster.error(), in).value());
  }
  Sheets sheets;
  sheets.work = result->work;
  const act::Scope scope = arguments.all ? act::Scope::All : act::Scope::Check;
  act::Batch batch = act::plan_batch(**roster, {.number = batch_number(result->work, scope), .scope = scope});
  batch.masked = arguments.mask;
  batch.made = arguments.as_of.empty() ? today() : arguments.as_of;
  sheets.work.batches.push_back(std::move(batch));
  sheets.facts.project = sheets.work.project;
  sheets.facts.batch = &sheets.work.batches.back();
  sheets.facts.lists = codec::list_days(result->project);
  if (!passwords->empty()) {
    sheets.lock.emplace(passwords->front(), random_bytes());
  }
  const std::uint32_t villages = static_cast<std::uint32_t>(sheets.facts.batch->villages.size());
  std::size_t rows = 0;
  for (const act::BatchVillage& village : sheets.facts.batch->villages) {
    rows += village.rows.size();
  }
  if (const Result<bool> written = write_sheets(**roster, sheets, *folder); !written) {
    return refuse(console, written.error());
  }
  const std::string section = codec::with_fieldwork({}, sheets.work);
  auto done = folder->write(kMarker, [&](const auto& append) { append(section); });
  done = done ? folder->commit() : done;
  if (!done) {
    return refuse(console, done.error());
  }
  console.tell(
      sentence(console.language(), Note::WorksheetsDone,
               {{"villages", std::to_string(villages)}, {"rows", std::to_string(rows)}, {"folder", arguments.out}}));
  return kDone;
}

} // namespace padan::cli
