#include "padan/codec/file_reader.hpp"

#include <algorithm>
#include <optional>

#include "list_archive.hpp"
#include "padan/codec/sha256.hpp"
#include "padan/codec/table_about.hpp"
#include "padan/codec/workbook_reader.hpp"
#include "padan/ingest/csv_reader.hpp"

namespace padan::codec {
namespace {

constexpr std::size_t kHead = 4096; // sniff() needs no more

Result<std::vector<table::Grid>> read_text(ingest::CsvReader& reader) {
  Result<table::Grid> grid = reader.finish();
  if (!grid) {
    return tl::unexpected<Error>(std::move(grid.error()));
  }
  std::vector<table::Grid> grids;
  grids.push_back(std::move(*grid));
  return grids;
}

bool is_archive(const Error& error) {
  return error.code == ErrorCode::FileNotATable && error.params.front().second == "zip";
}

} // namespace

struct FileReader::State {
  std::string name;
  Archives archives = Archives::Read;
  Sha256 hash;
  std::string gathered; // the head while the format is open, then all of a workbook
  std::optional<ingest::CsvReader> text;
  bool workbook = false;

  void judge() {
    if (sniff(gathered) == FileFormat::Text) {
      text.emplace();
      text->feed(gathered);
      gathered = {};
    } else {
      workbook = true;
    }
  }
};

FileReader::FileReader(std::string name, Archives archives) : state_(std::make_unique<State>()) {
  state_->name = std::move(name);
  state_->archives = archives;
}
FileReader::~FileReader() = default;
FileReader::FileReader(FileReader&&) noexcept = default;
FileReader& FileReader::operator=(FileReader&&) noexcept = default;

const std::string& FileReader::name() const { return state_->name; }

void FileReader::feed(std::string_view slice) {
  State& s = *state_;
  s.hash.feed(slice);
  if (s.text) {
    s.text->feed(slice);
    return;
  }
  s.gathered.append(slice);
  if (!s.workbook && s.gathered.size() >= kHead) {
    s.judge();
  }
}

Result<ReadFile> FileReader::finish(std::span<const std::string> passwords) {
  State& s = *state_;
  if (!s.text && !s.workbook) {
    s.judge();
  }
  Result<std::vector<table::Grid>> grids = s.text ? read_text(*s.text) : read_workbook(s.gathered, passwords);
  if (!grids && is_archive(grids.error()) && s.archives == Archives::Read) {
    grids = read_archive(s.gathered, passwords);
  }
  s.gathered = {};
  if (grids && grids->size() > 1) {
    grids->erase(std::remove_if(grids->begin(), grids->end(), explains_a_table), grids->end());
  }
  if (!grids) {
    grids.error().params.emplace_back("file", s.name);
    return tl::unexpected<Error>(std::move(grids.error()));
  }
  return ReadFile{std::move(*grids), s.hash.hex()};
}

} // namespace padan::codec
