#include "list_archive.hpp"

#include <optional>
#include <string>

#include "padan/codec/file_reader.hpp"
#include "workbook/limits.hpp"
#include "workbook/zip.hpp"

namespace padan::codec {
namespace {

using workbook::ZipEntry;
using workbook::ZipPartSource;

std::string_view base_name(const ZipEntry& entry) {
  return std::string_view(entry.name).substr(entry.name.rfind('/') + 1);
}

// Folders, and what systems leave in archives beside the files.
bool is_left_over(const ZipEntry& entry) {
  const std::string_view name = base_name(entry);
  return name.empty() || name.front() == '.' || name == "thumbs.db" || name == "desktop.ini" ||
         entry.name.starts_with("__macosx/");
}

/// unpacked: bytes of the entries before it, and then with it.
Result<ReadFile> read_entry(const ZipEntry& entry, std::span<const std::string> passwords, std::uint64_t& unpacked) {
  FileReader reader(std::string(base_name(entry)), FileReader::Archives::Refuse);
  ZipPartSource source(entry);
  std::string slice(std::size_t{1} << 20, '\0');
  for (std::size_t size = source.read(slice.data(), slice.size()); size != 0;
       size = source.read(slice.data(), slice.size())) {
    unpacked += size;
    if (unpacked > workbook::kMaxArchiveBytes) {
      return fail(ErrorCode::FileTooLarge);
    }
    reader.feed({slice.data(), size});
  }
  if (auto error = source.error()) {
    return tl::unexpected<Error>(std::move(*error));
  }
  return reader.finish(passwords);
}

} // namespace

Result<std::vector<table::Grid>> read_archive(std::string_view bytes, std::span<const std::string> passwords) {
  const auto zip = workbook::ZipArchive::open(bytes);
  if (!zip) {
    return tl::unexpected<Error>(zip.error());
  }
  std::vector<table::Grid> grids;
  std::optional<Error> first_error;
  table::Issues skipped;
  std::uint64_t unpacked = 0;
  for (const ZipEntry& entry : zip->entries()) {
    if (is_left_over(entry)) {
      continue;
    }
    Result<ReadFile> file = read_entry(entry, passwords, unpacked);
    if (!file && unpacked > workbook::kMaxArchiveBytes) {
      return tl::unexpected<Error>(std::move(file.error()));
    }
    if (!file) {
      first_error = first_error ? first_error : file.error();
      skipped.add(table::IssueCode::SheetSkipped, 1);
      continue;
    }
    for (table::Grid& grid : file->grids) {
      const std::string within = grid.sheet.empty() ? "" : '/' + grid.sheet;
      grid.sheet = std::string(base_name(entry)) + within;
      grids.push_back(std::move(grid));
    }
  }
  if (grids.empty()) {
    return tl::unexpected<Error>(first_error ? *first_error : Error{ErrorCode::FileEmpty, {}});
  }
  grids.front().issues.merge(skipped);
  return grids;
}

} // namespace padan::codec
