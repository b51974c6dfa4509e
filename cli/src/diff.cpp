#include "commands.hpp"

#include <algorithm>
#include <filesystem>

#include "load.hpp"
#include "padan/codec/change_summary.hpp"
#include "padan/codec/file_reader.hpp"
#include "padan/codec/iso_date.hpp"
#include "padan/engine/change_table.hpp"
#include "padan/engine/csv.hpp"
#include "refuse.hpp"
#include "tables.hpp"
#include "threads.hpp"

namespace padan::cli {
namespace {

namespace fs = std::filesystem;

using engine::Change;
using engine::ChangeUnit;

constexpr std::string_view kPersonChanges = "changes.csv";
constexpr std::string_view kFamilyChanges = "family_changes.csv";

// One of the two results.
struct Side {
  codec::VersionFigures figures;
  engine::Version version;
};

// A small file of a result, understood.
template <class Read> auto read_json(const fs::path& path, const Read& read) -> decltype(read(std::string())) {
  const Result<std::string> text = read_whole(path.string());
  if (!text) {
    return tl::unexpected<Error>(text.error());
  }
  auto found = read(*text);
  return found ? std::move(found) : in_file(found.error(), path.string());
}

Result<table::Grid> read_table(const fs::path& path) {
  return read_whole(path.string())
      .and_then([&](const std::string& text) {
        codec::FileReader reader(path.string());
        reader.feed(text);
        return reader.finish();
      })
      .map([](codec::ReadFile&& file) { return std::move(file.grids.front()); });
}

Result<Side> read_side(const fs::path& folder) {
  auto figures = read_json(folder / kSummary, [](const std::string& text) { return codec::read_figures(text); });
  if (!figures) {
    return tl::unexpected<Error>(figures.error());
  }
  auto lists = read_json(folder / kProject, [](const std::string& text) { return codec::read_list_hashes(text); });
  if (!lists) {
    return tl::unexpected<Error>(lists.error());
  }
  Result<table::Grid> persons = read_table(folder / table_file(engine::TableKind::Persons));
  Result<table::Grid> rows = read_table(folder / table_file(engine::TableKind::Rows));
  if (!persons || !rows) {
    return tl::unexpected<Error>(persons ? rows.error() : persons.error());
  }
  return Side{std::move(*figures), {std::move(*persons), std::move(*rows), std::move(*lists)}};
}

void write_table(const engine::ChangeTable& table, const OutputFolder::Write& append) {
  std::string line;
  engine::append_csv_row(line, engine::ChangeTable::header());
  append(line);
  engine::Cells cells;
  for (std::uint32_t row = 0; row < table.rows(); ++row) {
    table.read(row, cells);
    line.clear();
    engine::append_csv_row(line, cells.views());
    append(line);
  }
}

tl::expected<void, Refusal> write_all(OutputFolder& folder, const Side& before, const Side& after,
                                      const engine::VersionChange& change) {
  for (const auto& [name, unit] :
       {std::pair(kPersonChanges, ChangeUnit::Persons), std::pair(kFamilyChanges, ChangeUnit::Families)}) {
    const engine::ChangeTable table(before.version.persons, after.version.persons, change, unit);
    const auto done = folder.write(std::string(name), [&](const auto& append) { write_table(table, append); });
    if (!done) {
      return done;
    }
  }
  const std::string summary = codec::write_change_summary(before.figures, after.figures, change);
  const auto done = folder.write(std::string(kSummary), [&](const auto& append) { append(summary); });
  return done ? folder.commit() : done;
}

bool is_change(const engine::VersionChange& change) {
  const auto any = [](const std::vector<engine::Changed>& all) {
    return std::any_of(all.begin(), all.end(), [](const engine::Changed& one) { return one.changes != 0; });
  };
  return any(change.persons) || any(change.families);
}

std::string report(Language language, const Side& before, const Side& after, const engine::VersionChange& change) {
  const auto count = [&](Change kind) { return std::to_string(change.count(kind)); };
  return sentence(language, Note::Changed,
                  {{"before", std::to_string(before.figures.persons)},
                   {"after", std::to_string(after.figures.persons)},
                   {"entered", count(Change::Entered)},
                   {"left", count(Change::Left)},
                   {"merged", count(Change::Merged)},
                   {"split", count(Change::Split)},
                   {"mended", count(Change::Mended)},
                   {"nik_entered", std::to_string(change.entered_by_nik)},
                   {"nik_left", std::to_string(change.left_by_nik)}});
}

} // namespace

int diff(const Arguments& arguments, Console& console) {
  std::vector<std::string> inputs;
  for (const std::string& folder : arguments.files) {
    inputs.push_back((fs::path(folder) / kSummary).string());
  }
  auto folder = OutputFolder::open(arguments.out,
                                   {std::string(kSummary), std::string(kPersonChanges), std::string(kFamilyChanges)},
                                   {std::string(kSummary), "\"padan_diff\""}, inputs);
  if (!folder) {
    return refuse(console, folder.error());
  }
  const Result<Side> before = read_side(arguments.files[0]);
  const Result<Side> after = read_side(arguments.files[1]);
  if (!before || !after) {
    return refuse(console, before ? after.error() : before.error());
  }
  engine::VersionOptions options;
  options.executor = threads(arguments.workers);
  if (codec::is_iso_date(after->figures.as_of)) {
    options.year = codec::year_of(after->figures.as_of);
  }
  const auto change = engine::compare_versions(before->version, after->version, options);
  if (!change) {
    return refuse(console, in_file(change.error(), table_file(engine::TableKind::Persons)).value());
  }
  if (const auto written = write_all(*folder, *before, *after, *change); !written) {
    return refuse(console, written.error());
  }
  console.tell(report(console.language(), *before, *after, *change));
  return is_change(*change) ? kDiffers : kDone;
}

} // namespace padan::cli
