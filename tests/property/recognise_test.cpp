// Whatever a grid holds, recognition accounts for every row once and keeps to the shape of the grid.

#include "padan/ingest/recognise.hpp"

#include <algorithm>
#include <iterator>

#include <gtest/gtest.h>

#include "padan/base/rng.hpp"

namespace padan::ingest {
namespace {

using base::Rng;

table::Grid random_grid(Rng& rng) {
  constexpr const char* kCells[] = {"",
                                    "",
                                    "",
                                    "Nama",
                                    "NIK",
                                    "No KK",
                                    "Tanggal Lahir",
                                    "SITI AMINAH",
                                    "BUDI",
                                    "JUMLAH",
                                    "Keterangan:",
                                    "1",
                                    "2",
                                    "3",
                                    "(4)",
                                    "3299014612820001",
                                    "3299010101120001",
                                    "06-12-1982",
                                    "SUKAMAJU",
                                    "Ya",
                                    "Alamat",
                                    "Data Ayah",
                                    "001/002",
                                    "\u2713",
                                    " ",
                                    "Mengetahui"};
  table::Grid grid;
  const std::uint32_t rows = rng.below(90);
  grid.columns.resize(1 + rng.below(7));
  for (std::uint32_t row = 0; row < rows; ++row) {
    grid.lines.push_back(2 * row + 1);
    const bool sparse = rng.chance(0.3);
    for (table::StringColumn& column : grid.columns) {
      column.push_back(sparse && rng.chance(0.8) ? "" : kCells[rng.below(std::size(kCells))]);
    }
  }
  return grid;
}

TEST(RecogniseProperty, EveryRowIsAccountedForOnce) {
  std::uint32_t recognised = 0;
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    Rng rng(seed);
    const table::Grid grid = random_grid(rng);
    Hints hints;
    if (rng.chance(0.2)) {
      hints.header_row = rng.below(200);
    }
    const Result<Recognition> recognition = recognise(grid, hints);
    if (!recognition) {
      continue;
    }
    ++recognised;
    std::vector<std::uint32_t> rows = recognition->data_rows;
    ASSERT_TRUE(std::is_sorted(rows.begin(), rows.end()));
    for (std::size_t i = 0; i < recognition->skipped.size(); ++i) {
      ASSERT_TRUE(i == 0 || recognition->skipped[i - 1].grid_row < recognition->skipped[i].grid_row);
      rows.push_back(recognition->skipped[i].grid_row);
    }
    std::sort(rows.begin(), rows.end());
    ASSERT_EQ(rows.size(), grid.rows()) << seed;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      ASSERT_EQ(rows[row], row) << seed;
    }
    for (const SkippedRow& skipped : recognition->skipped) {
      if (skipped.why != SetAside::Blank) {
        continue;
      }
      for (const Column& column : recognition->columns) {
        ASSERT_TRUE(column.field.kind != table::FieldKind::Nik ||
                    grid.cell(skipped.grid_row, column.index) != "3299014612820001")
            << seed;
      }
    }
    for (const Column& column : recognition->columns) {
      ASSERT_LT(column.index, grid.width());
      ASSERT_GE(column.confidence, 0.0);
      ASSERT_LE(column.confidence, 1.0);
    }
  }
  EXPECT_GT(recognised, 1000U);
}

} // namespace
} // namespace padan::ingest
