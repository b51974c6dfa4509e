// Made-up families, written as a registry office would and read back: nobody is missing, in whichever form.

#include <algorithm>

#include <gtest/gtest.h>

#include "padan/ingest/blocks.hpp"
#include "padan/ingest/join_sheets.hpp"
#include "padan/ingest/recognise.hpp"
#include "support/bip.hpp"

namespace padan::ingest {
namespace {

using base::Rng;
using support::BipWriter;
using table::FieldKind;

constexpr std::pair<BipWriter::Form, const char*> kForms[] = {{BipWriter::Bip2012, "bip_2012"},
                                                              {BipWriter::Bip2016, "bip_2016"},
                                                              {BipWriter::LuwuTimur, "bip_luwu_timur"},
                                                              {BipWriter::Ektp, "bip_ektp"}};

std::string_view cell(const table::Grid& grid, const Recognition& recognition, std::uint32_t row, FieldKind kind) {
  for (const Column& column : recognition.columns) {
    if (column.field.kind == kind) {
      std::string_view text = grid.cell(row, column.index);
      text.remove_prefix(text.substr(0, 1) == "'" ? 1 : 0);
      return text;
    }
  }
  return "no such column";
}

std::string line_of(const table::Grid& grid, const Recognition& recognition, std::uint32_t row) {
  std::string line;
  for (const FieldKind kind :
       {FieldKind::Kk, FieldKind::Hamlet, FieldKind::Rt, FieldKind::Rw, FieldKind::Village, FieldKind::Nik,
        FieldKind::Name, FieldKind::BirthPlace, FieldKind::BirthDate, FieldKind::Sex, FieldKind::Relation,
        FieldKind::Occupation, FieldKind::MotherName, FieldKind::FatherName}) {
    line.append(cell(grid, recognition, row, kind)).append("|");
  }
  return line;
}

std::string line_of(const support::BipFamily& family, const support::BipMember& member) {
  std::string line;
  for (const std::string& text :
       {family.kk, family.hamlet, family.rt, family.rw, std::string("SUKAMAJU"), member.nik, member.name, member.place,
        member.birth, member.sex, member.relation, member.job, member.mother, member.father}) {
    line.append(text).append("|");
  }
  return line;
}

void expect_every_row_once(const table::Grid& grid, const Recognition& recognition) {
  std::vector<std::uint32_t> rows = recognition.data_rows;
  for (const SkippedRow& skipped : recognition.skipped) {
    rows.push_back(skipped.grid_row);
  }
  std::sort(rows.begin(), rows.end());
  ASSERT_EQ(rows.size(), grid.rows());
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    ASSERT_EQ(rows[row], row);
  }
}

TEST(BipProperty, EveryFormIsReadBackCompletely) {
  for (const auto& [form, layout] : kForms) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
      SCOPED_TRACE(std::string(layout) + " " + std::to_string(seed));
      Rng rng(seed);
      const std::vector<support::BipFamily> families = support::random_families(rng);
      std::vector<table::Grid> sheets = BipWriter(form, rng).write(families);
      sheets = seed % 2 == 0 ? join_sheets(std::move(sheets)) : std::move(sheets);
      unfold_blocks(sheets);
      std::vector<std::string> found;
      for (const table::Grid& grid : sheets) {
        const Result<Recognition> recognition = recognise(grid, {});
        ASSERT_TRUE(recognition);
        ASSERT_EQ(recognition->layout, layout);
        ASSERT_EQ(recognition->kind, "civil_registry");
        ASSERT_NO_FATAL_FAILURE(expect_every_row_once(grid, *recognition));
        for (const std::uint32_t row : recognition->data_rows) {
          found.push_back(line_of(grid, *recognition, row));
        }
      }
      std::vector<std::string> expected;
      for (const support::BipFamily& family : families) {
        for (const support::BipMember& member : family.members) {
          expected.push_back(line_of(family, member));
        }
      }
      ASSERT_EQ(found, expected);
    }
  }
}

table::Grid without_some_rows(const table::Grid& grid, Rng& rng) {
  table::Grid rest;
  rest.columns.resize(grid.width());
  for (std::uint32_t row = 0; row < grid.rows(); ++row) {
    if (rng.chance(0.15)) {
      continue;
    }
    for (std::uint32_t column = 0; column < grid.width(); ++column) {
      rest.columns[column].push_back(grid.cell(row, column));
    }
    rest.lines.push_back(grid.lines[row]);
  }
  return rest;
}

bool holds_member(const table::Grid& grid, std::uint32_t row) {
  for (const table::StringColumn& column : grid.columns) {
    if (column[row] == "KEPALA KELUARGA" || column[row] == "ANAK") {
      return true;
    }
  }
  return false;
}

TEST(BipProperty, LostRowsTakeNobodyElseWithThem) {
  std::uint32_t read = 0;
  for (const auto& [form, layout] : kForms) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
      SCOPED_TRACE(std::string(layout) + " " + std::to_string(seed));
      Rng rng(seed);
      const std::vector<table::Grid> whole = BipWriter(form, rng).write(support::random_families(rng));
      std::vector<table::Grid> sheets;
      for (const table::Grid& grid : whole) {
        sheets.push_back(without_some_rows(grid, rng));
      }
      unfold_blocks(sheets);
      for (const table::Grid& grid : sheets) {
        const Result<Recognition> recognition = recognise(grid, {});
        if (!recognition || recognition->layout != layout) {
          continue;
        }
        ++read;
        ASSERT_NO_FATAL_FAILURE(expect_every_row_once(grid, *recognition));
        for (const SkippedRow& skipped : recognition->skipped) {
          ASSERT_FALSE(holds_member(grid, skipped.grid_row)) << skipped.grid_row;
        }
      }
    }
  }
  EXPECT_GT(read, 1000U);
}

// Rows of all forms, and what stands around them, in any order.
TEST(BipProperty, AnyMixtureIsAccountedFor) {
  std::uint32_t blocks = 0;
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    Rng rng(seed);
    std::vector<BipWriter::Row> rows;
    for (const auto& [form, layout] : kForms) {
      for (const table::Grid& grid : BipWriter(form, rng).write(support::random_families(rng))) {
        for (std::uint32_t row = rng.below(5); row < grid.rows(); row += 1 + rng.below(9)) {
          rows.emplace_back();
          for (const table::StringColumn& column : grid.columns) {
            rows.back().emplace_back(rng.chance(0.02) ? "" : column[row]);
          }
        }
      }
    }
    std::vector<table::Grid> sheets(1);
    sheets[0].columns.resize(rows.front().size());
    while (!rows.empty()) {
      const std::uint32_t taken = rng.below(static_cast<std::uint32_t>(rows.size()));
      for (std::size_t column = 0; column < rows[taken].size(); ++column) {
        sheets[0].columns[column].push_back(rows[taken][column]);
      }
      sheets[0].lines.push_back(sheets[0].rows() + 1);
      rows.erase(rows.begin() + taken);
    }
    unfold_blocks(sheets);
    if (const Result<Recognition> recognition = recognise(sheets[0], {})) {
      blocks += sheets[0].added.empty() ? 0U : 1U;
      ASSERT_NO_FATAL_FAILURE(expect_every_row_once(sheets[0], *recognition)) << seed;
    }
  }
  EXPECT_GT(blocks, 50U);
}

TEST(BipProperty, UnfoldingChangesNeitherRowsNorItself) {
  for (const auto& [form, layout] : kForms) {
    Rng rng(7);
    std::vector<table::Grid> sheets = BipWriter(form, rng).write(support::random_families(rng));
    const Recognition before = recognise(sheets.front(), {}).value_or(Recognition{});
    unfold_blocks(sheets);
    const std::uint32_t width = sheets.front().width();
    const Recognition after = recognise(sheets.front(), {}).value_or(Recognition{});
    unfold_blocks(sheets);
    EXPECT_EQ(sheets.front().width(), width) << layout;
    EXPECT_EQ(before.layout, layout);
    EXPECT_EQ(before.data_rows, after.data_rows) << layout;
    EXPECT_EQ(before.columns.size() + sheets.front().added.size(), after.columns.size()) << layout;
  }
}

} // namespace
} // namespace padan::ingest
