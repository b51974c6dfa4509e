// CsvReader against its slow twin, and against itself in other slices.

#include "padan/ingest/csv_reader.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "padan/base/rng.hpp"
#include "reference/csv_reference.hpp"

namespace padan::ingest {
namespace {

using base::Rng;
using reference::CsvRows;

Result<table::Grid> read_in_slices(std::string_view bytes, Rng& rng, std::uint32_t largest) {
  CsvReader reader;
  while (!bytes.empty()) {
    const std::string_view slice = bytes.substr(0, 1 + rng.below(largest));
    reader.feed(slice);
    bytes.remove_prefix(slice.size());
  }
  return reader.finish();
}

std::string in_quotes(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) {
    out += c == '"' ? std::string("\"\"") : std::string{c};
  }
  return out + '"';
}

struct Written {
  std::string text;
  char separator;
};

// A table with a first row that fixes the separator, then cells of awkward characters, quoted when they must be or at random.
Written write_table(Rng& rng) {
  const char separator = ",;|\t"[rng.below(4)];
  const std::string line_end = rng.chance(0.5) ? "\n" : "\r\n";
  const std::uint32_t width = 2 + rng.below(6);
  const std::uint32_t rows = 1 + rng.below(rng.chance(0.05) ? 6000 : 20);
  const bool all_quoted = rng.chance(0.2);
  Written written{"", separator};
  for (std::uint32_t r = 0; r < rows + 3; ++r) {
    for (std::uint32_t c = 0; c < width; ++c) {
      std::string cell;
      for (std::uint32_t n = rng.below(9); r > 2 && n > 0; --n) {
        const bool last_column = c + 1 == width;
        constexpr std::string_view kPieces[] = {"A", "b", "7", " ", "\u00E9", "'", "\u2019", ",", ";", "\"", "\n"};
        // Line ends only where a reader of lines would not see a whole record.
        cell += kPieces[rng.below(last_column || width < 4 ? 10 : 11)];
      }
      if (r <= 2) {
        cell = "k" + std::to_string(c);
      }
      const bool must = cell.find_first_of("\"\n,;|\t") != std::string::npos || (!cell.empty() && cell.front() == ' ');
      written.text += must || all_quoted || rng.chance(0.1) ? in_quotes(cell) : cell;
      written.text += c + 1 < width ? std::string{separator} : line_end;
    }
  }
  if (rng.chance(0.5)) {
    written.text.resize(written.text.size() - line_end.size());
  }
  return written;
}

CsvRows rows_of(const table::Grid& grid) {
  CsvRows rows(grid.rows());
  for (std::uint32_t r = 0; r < grid.rows(); ++r) {
    for (std::uint32_t c = 0; c < grid.width(); ++c) {
      rows[r].emplace_back(grid.cell(r, c));
    }
  }
  return rows;
}

TEST(CsvReaderProperty, AgreesWithTheTwin) {
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    Rng rng(seed);
    const Written written = write_table(rng);
    const Result<table::Grid> grid = read_in_slices(written.text, rng, rng.chance(0.3) ? 3 : 5000);
    ASSERT_TRUE(grid) << seed;
    CsvRows expected = reference::read_csv(written.text, written.separator);
    for (auto& row : expected) {
      row.resize(grid->width());
    }
    ASSERT_EQ(rows_of(*grid), expected) << "seed " << seed << "\n" << written.text;
    ASSERT_EQ(grid->issues.count(table::IssueCode::QuoteUnclosed), 0U) << seed;
  }
}

TEST(CsvReaderProperty, SlicesDoNotMatterWhateverTheBytes) {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    Rng rng(seed);
    std::string bytes;
    for (std::uint32_t n = rng.below(300); n > 0; --n) {
      constexpr std::string_view kBytes = "ab1 \"\"\"\"\"\r\n\n\n;;;;,,\t\xC3\xA9\xFF\x92'";
      bytes += kBytes[rng.below(static_cast<std::uint32_t>(kBytes.size()))];
    }
    // Far enough to pass the sample and several blocks.
    std::string text = bytes;
    for (std::uint32_t n = rng.chance(0.02) ? 3000 : 0; n > 0; --n) {
      text += bytes;
    }
    const Result<table::Grid> small = read_in_slices(text, rng, 2);
    const Result<table::Grid> whole = read_in_slices(text, rng, 1U << 22U);
    ASSERT_EQ(small.has_value(), whole.has_value()) << seed;
    if (whole) {
      ASSERT_EQ(rows_of(*small), rows_of(*whole)) << seed;
      ASSERT_EQ(small->lines, whole->lines) << seed;
      ASSERT_EQ(small->issues.all().size(), whole->issues.all().size()) << seed;
    }
  }
}

TEST(CsvReaderProperty, AnUnclosedQuoteNeverCostsAnotherRecord) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    Rng rng(seed);
    const std::uint32_t rows = 30;
    const std::uint32_t broken = 5 + rng.below(20);
    const bool all_quoted = rng.chance(0.5);
    std::string text = "no,nama,alamat,nik\n";
    CsvRows expected;
    for (std::uint32_t r = 0; r < rows; ++r) {
      const std::vector<std::string> cells = {std::to_string(r), "SITI " + std::to_string(rng.below(9)), "JL MAWAR",
                                              std::to_string(3200 + r)};
      expected.push_back(cells);
      const std::uint32_t victim = rng.below(4);
      for (std::uint32_t c = 0; c < 4; ++c) {
        std::string cell = all_quoted ? in_quotes(cells[c]) : cells[c];
        if (r == broken && c == victim) {
          cell = '"' + cells[c];
        }
        text += cell + (c < 3 ? "," : "\n");
      }
    }
    const Result<table::Grid> grid = read_in_slices(text, rng, 100);
    ASSERT_TRUE(grid);
    ASSERT_EQ(grid->rows(), rows + 1) << "seed " << seed << "\n" << text;
    CsvRows got = rows_of(*grid);
    for (std::uint32_t r = 0; r < rows; ++r) {
      got[r + 1].resize(4);
      if (r != broken) {
        ASSERT_EQ(got[r + 1], expected[r]) << "seed " << seed;
      }
    }
  }
}

} // namespace
} // namespace padan::ingest
