// The profile of made-up lists against its slow twin.

#include <algorithm>
#include <optional>

#include <gtest/gtest.h>

#include "padan/engine/list_profile.hpp"
#include "padan/ingest/csv_reader.hpp"
#include "padan/synth/synth.hpp"
#include "reference/list_profile.hpp"

namespace {

using namespace padan;
using engine::RemarkCode;
using reference::Rows;

Rows rows_of(const engine::ListProfile& profile, std::initializer_list<RemarkCode> codes,
             std::optional<std::uint32_t> column = std::nullopt) {
  Rows rows;
  for (const engine::Remark& remark : profile.remarks) {
    const bool wanted = std::find(codes.begin(), codes.end(), remark.code) != codes.end();
    if (wanted && (!column || remark.column == *column)) {
      const auto positions = remark.rows.slice(0, remark.rows.count());
      EXPECT_EQ(positions.size(), remark.rows.count());
      rows.insert(positions.begin(), positions.end());
    }
  }
  return rows;
}

// However small the steps, the profile is the same, and what is done never goes back.
void expect_same_in_steps(const engine::Source& source, const engine::ListProfile& whole) {
  for (const std::uint32_t cells : {1U, 777U}) {
    engine::Profiler profiler(source, 2026);
    std::uint64_t before = 0;
    while (!profiler.step(cells * 8)) {
      EXPECT_GE(profiler.done(), before);
      EXPECT_LE(profiler.done(), profiler.total());
      before = profiler.done();
    }
    EXPECT_EQ(profiler.done(), profiler.total());
    const engine::ListProfile stepped = profiler.take();
    ASSERT_EQ(stepped.remarks.size(), whole.remarks.size()) << source.name;
    for (std::size_t i = 0; i < whole.remarks.size(); ++i) {
      EXPECT_EQ(stepped.remarks[i].code, whole.remarks[i].code);
      EXPECT_EQ(stepped.remarks[i].column, whole.remarks[i].column);
      EXPECT_EQ(stepped.remarks[i].groups, whole.remarks[i].groups);
      EXPECT_EQ(stepped.remarks[i].rows.slice(0, UINT32_MAX), whole.remarks[i].rows.slice(0, UINT32_MAX));
    }
    for (std::size_t i = 0; i < whole.columns.columns.size(); ++i) {
      EXPECT_EQ(stepped.columns.columns[i].good, whole.columns.columns[i].good);
      EXPECT_EQ(stepped.columns.columns[i].samples, whole.columns.columns[i].samples);
    }
    EXPECT_EQ(stepped.home.code, whole.home.code);
    EXPECT_EQ(stepped.names.size(), whole.names.size());
  }
}

void compare(const engine::Source& source) {
  const engine::ListProfile profile = engine::profile_list(source, 2026);
  expect_same_in_steps(source, profile);
  for (std::uint32_t column = 0; column < source.recognition.columns.size(); ++column) {
    EXPECT_EQ(rows_of(profile, {RemarkCode::CellMissing}, column), reference::blanks(source, column)) << source.name;
  }
  const auto rows = static_cast<std::uint32_t>(source.recognition.data_rows.size());
  const Rows matched = rows_of(profile, {RemarkCode::ByNik, RemarkCode::ByDamagedNik, RemarkCode::ByBirth,
                                         RemarkCode::ByCard, RemarkCode::Thin, RemarkCode::Nameless});
  EXPECT_EQ(matched.size(), rows) << "every row is matched in one way, or has a reason";
  for (const table::FieldKind kind : {table::FieldKind::Nik, table::FieldKind::Name, table::FieldKind::BirthDate}) {
    if (reference::column_of(source, kind) == engine::kWholeRow) {
      return;
    }
  }
  const auto persons = reference::persons(source, 2026);
  EXPECT_EQ(rows_of(profile, {RemarkCode::SameNik, RemarkCode::NikShared}), reference::repeated_niks(persons));
  EXPECT_EQ(rows_of(profile, {RemarkCode::SamePerson}), reference::repeated_persons(persons));
  EXPECT_EQ(rows_of(profile, {RemarkCode::BirthAgrees}), reference::births(persons, true));
  EXPECT_EQ(rows_of(profile, {RemarkCode::BirthDiffers}), reference::births(persons, false));
}

TEST(ListProfile, CountsWhatTheDefinitionsSay) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    engine::Session session;
    synth::generate({.people = 600, .seed = seed, .errors = synth::Errors::Heavy}, [&](synth::File&& file) {
      if (file.name.find('/') == std::string::npos) {
        ingest::CsvReader reader;
        reader.feed(file.bytes);
        std::vector<table::Grid> grids;
        grids.push_back(reader.finish().value());
        ASSERT_TRUE(session.add_file(file.name, std::move(grids), ""));
      }
    });
    ASSERT_EQ(session.sources().size(), 9U);
    for (const auto& source : session.sources()) {
      SCOPED_TRACE(source->name + " of seed " + std::to_string(seed));
      compare(*source);
    }
  }
}

} // namespace
