#include "padan/codec/file_head.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "padan/codec/workbook_reader.hpp"
#include "padan/ingest/csv_reader.hpp"
#include "workbook/formats.hpp"

namespace padan::codec {
namespace {

using workbook::ZipArchive;
using workbook::ZipEntry;

constexpr std::uint64_t kPiece = 256U << 10; // some 1,000 rows, packed or not
constexpr std::uint64_t kTail = 64U << 10;   // a directory of several hundred parts
constexpr std::size_t kMostParts = 64;

// Sheets, texts, styles and what names them; not pictures and macros.
bool is_read(const ZipEntry& entry) {
  return !entry.encrypted && entry.packed_size != 0 &&
         (entry.name.ends_with(".xml") || entry.name.ends_with(".rels") || entry.name == "mimetype");
}

void keep_rows(table::Grid& grid, std::uint32_t rows) {
  rows = std::min(rows, grid.rows());
  grid.lines.resize(rows);
  for (table::StringColumn& column : grid.columns) {
    column.resize(rows);
  }
  for (std::vector<bool>& numeric : grid.numeric) {
    numeric.resize(std::min<std::size_t>(numeric.size(), rows));
  }
}

} // namespace

struct FileHead::State {
  std::uint64_t size = 0;
  std::optional<Piece> wanted;
  std::string front;
  bool text = false;
  bool listed = false; // the directory of the archive has been seen
  std::vector<ZipEntry> parts;
  std::vector<std::string> pieces; // of the parts, from their local header on

  void judge() {
    text = sniff(front) == FileFormat::Text;
    if (front.starts_with("PK")) {
      wanted = Piece{size - std::min(size, kTail), size};
    }
  }

  void list(std::string_view tail) {
    listed = true;
    const auto zip = ZipArchive::list(tail);
    if (zip) {
      std::copy_if(zip->entries().begin(), zip->entries().end(), std::back_inserter(parts), is_read);
      parts.resize(std::min(parts.size(), kMostParts));
      want_part();
    }
  }

  void want_part() {
    if (pieces.size() == parts.size()) {
      return;
    }
    const std::uint64_t from = parts[pieces.size()].place;
    if (from >= size) {
      parts.clear(); // the directory speaks of another file
      return;
    }
    wanted = Piece{from, from + std::min({parts[pieces.size()].packed_size + kPiece / 8, kPiece, size - from})};
  }

  [[nodiscard]] std::vector<table::Grid> of_text() const {
    ingest::CsvReader reader;
    reader.feed(front);
    auto grid = reader.finish();
    std::vector<table::Grid> grids;
    if (grid && grid->rows() != 0) {
      const bool cut = front.size() < size; // then the last row is, too
      keep_rows(*grid, std::min(kRows, grid->rows() - (cut ? 1 : 0)));
      grids.push_back(std::move(*grid));
    }
    return grids;
  }

  [[nodiscard]] std::vector<table::Grid> of_package() const {
    std::vector<ZipEntry> found = parts;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      found[i].packed = workbook::packed_at(pieces[i], 0, found[i].packed_size);
    }
    auto grids = workbook::read_package(ZipArchive(std::move(found)), kRows);
    if (!grids || grids->empty()) {
      return {};
    }
    grids->resize(1);
    keep_rows(grids->front(), kRows);
    return std::move(*grids);
  }
};

FileHead::FileHead(std::uint64_t size) : state_(std::make_unique<State>()) {
  state_->size = size;
  if (size != 0) {
    state_->wanted = Piece{0, std::min(size, kPiece)};
  }
}
FileHead::~FileHead() = default;
FileHead::FileHead(FileHead&&) noexcept = default;
FileHead& FileHead::operator=(FileHead&&) noexcept = default;

std::optional<FileHead::Piece> FileHead::wanted() const { return state_->wanted; }

void FileHead::put(std::string_view piece) {
  State& s = *state_;
  s.wanted.reset();
  if (s.front.empty()) {
    s.front = piece;
    s.judge();
  } else if (!s.listed) {
    s.list(piece);
  } else {
    s.pieces.emplace_back(piece);
    s.want_part();
  }
}

std::vector<table::Grid> FileHead::rows() const {
  const State& s = *state_;
  return s.text ? s.of_text() : s.listed ? s.of_package() : std::vector<table::Grid>();
}

} // namespace padan::codec
