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

void compare(const engine::Source& source) {
  const engine::ListProfile profile = engine::profile_list(source, 2026);
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
