#include "padan/engine/list_profile.hpp"

#include <array>

#include "cell_remarks.hpp"
#include "region_evidence.hpp"
#include "row_remarks.hpp"

namespace padan::engine {
namespace {

struct CodeText {
  std::string_view text;
  Grade grade;
};

constexpr CodeText kCodes[] = {
#define PADAN_CODE_TEXT(name, text, grade) {text, Grade::grade},
    PADAN_REMARKS(PADAN_CODE_TEXT)
#undef PADAN_CODE_TEXT
};
static_assert(std::size(kCodes) <= 64, "Remarks are bits of a word");

void add(Remarks remarks, std::uint32_t column, std::uint32_t position, RemarkBook& book) {
  for (unsigned code = 0; remarks != 0; ++code, remarks >>= 1U) {
    if ((remarks & 1U) != 0) {
      book.at(static_cast<RemarkCode>(code), column).rows.add(position);
    }
  }
}

void remark_cells(const Source& source, std::uint32_t column, std::uint16_t year, RemarkBook& book) {
  const ingest::Column& what = source.recognition.columns[column];
  const CellJudge judge = cell_judge(source, what, year);
  const bool remember = is_worth_remembering(table::fact_of(what.field));
  table::Dictionary seen;
  std::vector<Remarks> known{0};
  const auto judged = [&](std::string_view cell, bool numeric) {
    if (!remember) {
      return judge(cell, numeric);
    }
    const std::uint32_t code = seen.intern(cell);
    if (code == known.size()) {
      known.push_back(judge(cell, numeric));
    }
    return known[code];
  };
  const auto& rows = source.recognition.data_rows;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const std::string_view cell = source.grid.cell(rows[i], what.index);
    const Remarks remarks =
        is_blank(cell) ? bit(RemarkCode::CellMissing) : judged(cell, source.grid.is_numeric(rows[i], what.index));
    add(remarks, column, i, book);
  }
}

} // namespace

std::string_view to_text(RemarkCode code) { return kCodes[static_cast<std::size_t>(code)].text; }
Grade grade_of(RemarkCode code) { return kCodes[static_cast<std::size_t>(code)].grade; }

std::string_view to_text(Grade grade) {
  return std::array<std::string_view, 3>{"good", "note", "fault"}[static_cast<std::size_t>(grade)];
}

std::string_view to_text(Home::From from) {
  return std::array<std::string_view, 4>{"unknown", "names", "codes", "nik"}[static_cast<std::size_t>(from)];
}

std::string_view to_text(CodeSystem system) {
  return std::array<std::string_view, 3>{"unclear", "kemendagri", "bps"}[static_cast<std::size_t>(system)];
}

std::vector<std::uint32_t> RowSet::slice(std::uint32_t from, std::uint32_t to) const {
  std::vector<std::uint32_t> positions;
  std::uint32_t number = 0;
  for (std::uint32_t i = 0; i < words_.size() * 64 && number < to && number < count_; ++i) {
    if (words_[i / 64] == 0) {
      i += 63 - i % 64;
    } else if (has(i) && number++ >= from) {
      positions.push_back(i);
    }
  }
  return positions;
}

std::uint32_t ListProfile::matchable() const {
  std::uint32_t rows = 0;
  for (const Remark& remark : remarks) {
    const bool way = remark.code >= RemarkCode::ByNik && remark.code <= RemarkCode::ByCard;
    rows += way ? remark.rows.count() : 0;
  }
  return rows;
}

ListProfile profile_list(const Source& source, std::uint16_t year) {
  ListProfile profile;
  profile.columns = profile_source(source, year);
  RemarkBook book(static_cast<std::uint32_t>(source.recognition.data_rows.size()));
  for (std::uint32_t column = 0; column < source.recognition.columns.size(); ++column) {
    remark_cells(source, column, year, book);
  }
  const ListFacts facts = read_facts(source, year);
  judge_regions(source, facts, profile, book);
  remark_rows(facts, profile.home.code, book);
  profile.remarks = book.finish();
  return profile;
}

} // namespace padan::engine
