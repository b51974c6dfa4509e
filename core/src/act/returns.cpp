#include "padan/act/returns.hpp"

#include <algorithm>
#include <map>

#include "padan/act/roster.hpp"
#include "padan/prepare/date.hpp"
#include "padan/prepare/identifier.hpp"
#include "padan/resolve/row_cells.hpp"
#include "padan/text/fold.hpp"

namespace padan::act {
namespace {

using resolve::trimmed;
using table::Grid;

constexpr std::uint32_t kHeadRows = 60; // in which the header may stand
constexpr std::uint32_t kNone = UINT32_MAX;

std::uint16_t year_of(std::string_view today) {
  std::uint16_t year = 0;
  for (const char c : today.substr(0, 4)) {
    year = static_cast<std::uint16_t>(year * 10 + (c - '0'));
  }
  return today.size() >= 4 ? year : 9999;
}

std::string two(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// ISO, empty when the cell is no whole day.
std::string read_day(std::string_view cell, std::uint16_t last_year) {
  const prepare::Date date = prepare::read_date(cell, prepare::DateOrder::DayFirst, last_year);
  if (!date.full()) {
    return {};
  }
  return std::to_string(date.year) + "-" + two(date.month) + "-" + two(date.day);
}

// Sixteen digits as people write them, else nothing.
std::string read_number(std::string_view cell, bool numeric, bool nik) {
  const prepare::Identifier id = nik ? prepare::read_nik(cell, numeric) : prepare::read_kk(cell, numeric);
  if (id.state != prepare::IdState::Good) {
    return {};
  }
  const std::string digits = std::to_string(id.value);
  return std::string(digits.size() < 16 ? 16 - digits.size() : 0, '0') + digits;
}

// A sheet with a header that names columns of a worksheet.
class Sheet {
public:
  explicit Sheet(const Grid& grid) : grid_(grid) {
    columns_.fill(kNone);
    find_header();
    if (column(SheetField::RowCode) == kNone) {
      find_codes();
    }
  }

  [[nodiscard]] const Grid& grid() const { return grid_; }
  [[nodiscard]] std::uint32_t first_row() const { return first_; }
  [[nodiscard]] std::uint32_t column(SheetField field) const { return columns_[static_cast<std::size_t>(field)]; }
  [[nodiscard]] bool has(SheetField field) const { return column(field) != kNone; }
  [[nodiscard]] std::string_view cell(std::uint32_t row, SheetField field) const {
    return has(field) ? trimmed(grid_.cell(row, column(field))) : std::string_view();
  }
  [[nodiscard]] bool numeric(std::uint32_t row, SheetField field) const {
    return has(field) && grid_.is_numeric(row, column(field));
  }

private:
  void find_header() {
    std::size_t best = 2; // columns that a header must name to be one
    for (std::uint32_t row = 0; row < std::min(grid_.rows(), kHeadRows); ++row) {
      std::array<std::uint32_t, kSheetFields> found{};
      found.fill(kNone);
      std::size_t count = 0;
      for (std::uint32_t column = 0; column < grid_.width(); ++column) {
        if (const auto field = read_sheet_header(grid_.cell(row, column))) {
          std::uint32_t& at = found[static_cast<std::size_t>(*field)];
          count += at == kNone ? 1U : 0U;
          at = at == kNone ? column : at;
        }
      }
      if (count > best) {
        best = count;
        columns_ = found;
        first_ = row + 1;
      }
    }
  }

  // The column most of whose cells are row codes, whatever it is called.
  void find_codes() {
    std::size_t most = 0;
    for (std::uint32_t column = 0; column < grid_.width(); ++column) {
      std::size_t count = 0;
      for (std::uint32_t row = first_; row < grid_.rows(); ++row) {
        count += parse_row_code(grid_.cell(row, column)).has_value() ? 1U : 0U;
      }
      if (count > most) {
        most = count;
        columns_[static_cast<std::size_t>(SheetField::RowCode)] = column;
      }
    }
  }

  const Grid& grid_;
  std::array<std::uint32_t, kSheetFields> columns_{};
  std::uint32_t first_ = 0;
};

class Reader {
public:
  Reader(Return& out, std::string_view today) : out_(out), today_(today), year_(year_of(today)) {}

  bool read(const Grid& grid) {
    if (read_manifest(grid)) {
      return false;
    }
    const Sheet sheet(grid);
    // A list of proposals has names to write and no codes; a guide has neither.
    const bool proposals = !sheet.has(SheetField::RowCode) && sheet.has(SheetField::Name) && sheet.has(SheetField::Nik);
    // Codes without a column of results are a form that was printed, or a sheet of which too much was deleted.
    if (!proposals && (!sheet.has(SheetField::RowCode) || !sheet.has(SheetField::Result))) {
      return false;
    }
    worker_.clear();
    for (std::uint32_t row = sheet.first_row(); row < grid.rows(); ++row) {
      proposals ? read_proposal(sheet, row, false) : read_row(sheet, row);
    }
    return true;
  }

  void finish() {
    const bool too_many = added_.size() > kMostAddedRows;
    remark_all(too_many ? Trouble::TooManyRows : Trouble::NoCode, std::move(added_));
    remark_all(Trouble::NotFilledIn, std::move(not_filled_));
    if (too_many) {
      std::erase_if(out_.proposals, [&](const ReturnedProposal& one) {
        return std::find(added_proposals_.begin(), added_proposals_.end(), one.line) != added_proposals_.end();
      });
    }
    find_doubles();
  }

private:
  void remark(Trouble trouble, const Spot& spot, std::string_view detail = {}) {
    out_.remarks.push_back({trouble, spot.line, 1, std::string(detail.substr(0, 80)), {spot}});
  }

  // One remark about many rows, which need no line each.
  void remark_all(Trouble trouble, std::vector<Spot> spots) {
    if (!spots.empty()) {
      const auto rows = static_cast<std::uint32_t>(spots.size());
      out_.remarks.push_back({trouble, 0, rows, {}, std::move(spots)});
    }
  }

  bool read_manifest(const Grid& grid) {
    if (grid.width() < 2 || grid.rows() == 0) {
      return false;
    }
    bool is_one = false;
    for (std::uint32_t row = 0; row < std::min(grid.rows(), kHeadRows); ++row) {
      is_one =
          is_one || (grid.cell(row, 0) == "format" && grid.cell(row, 1).substr(0, 15) == kManifestFormat.substr(0, 15));
    }
    for (std::uint32_t row = 0; is_one && row < std::min(grid.rows(), kHeadRows); ++row) {
      const std::string_view key = grid.cell(row, 0);
      const std::string_view value = trimmed(grid.cell(row, 1));
      if (key == "project") {
        out_.manifest_project = value;
      } else if (key == "village") {
        out_.village_key = value;
      } else if (key == "batch") {
        for (const char c : value.substr(0, 6)) {
          out_.batch = c >= '0' && c <= '9' ? out_.batch * 10 + static_cast<std::uint32_t>(c - '0') : 0;
        }
      }
    }
    return is_one;
  }

  static bool is_filled(const Sheet& sheet, std::uint32_t row) {
    for (std::uint32_t field = 0; field < kSheetFields; ++field) {
      const auto which = static_cast<SheetField>(field);
      if (is_filled_in(which) && which != SheetField::Worker && which != SheetField::Initials &&
          !sheet.cell(row, which).empty()) {
        return true;
      }
    }
    return false;
  }

  static Spot spot_of(const ReturnedRow& row) { return {row.line, row.code}; }

  void read_row(const Sheet& sheet, std::uint32_t row) {
    const std::uint32_t line = sheet.grid().lines[row];
    const std::string_view written = sheet.cell(row, SheetField::RowCode);
    const auto code = parse_row_code(written);
    if (!code) {
      read_without_code(sheet, row, written);
      return;
    }
    ReturnedRow out;
    out.line = line;
    out.code = *code;
    const Spot spot{line, code};
    const bool filled = is_filled(sheet, row);
    const Answer answer = read_answer(sheet.cell(row, SheetField::Result));
    out.result = answer.result;
    check_print(sheet, row, written, spot);
    if (answer.state == Answer::State::TwoAnswers || answer.state == Answer::State::Unknown) {
      remark(answer.state == Answer::State::TwoAnswers ? Trouble::TwoAnswers : Trouble::UnknownAnswer, spot,
             sheet.cell(row, SheetField::Result));
      return;
    }
    if (!filled || answer.result == VisitResult::NotVisited) {
      not_filled_.push_back(spot);
      out.result = VisitResult::None;
      out_.rows.push_back(std::move(out)); // it is there, which a missing row is not
      return;
    }
    read_corrections(sheet, row, out);
    if (answer.state == Answer::State::Blank) {
      if (!out.corrects()) {
        remark(Trouble::NoAnswer, spot);
        not_filled_.push_back(spot);
        return;
      }
      out.result = VisitResult::Correction; // who writes the right number has answered
    }
    if (read_visit(sheet, row, out)) {
      read_rest(sheet, row, out);
      out_.rows.push_back(std::move(out));
    }
  }

  void read_without_code(const Sheet& sheet, std::uint32_t row, std::string_view written) {
    const std::uint32_t line = sheet.grid().lines[row];
    if (looks_like_row_code(written)) {
      remark(Trouble::BrokenCode, {line, {}}, written);
      return;
    }
    const Answer answer = read_answer(sheet.cell(row, SheetField::Result));
    const bool named = !sheet.cell(row, SheetField::Name).empty();
    const bool proposed =
        named && (answer.result == VisitResult::Proposal || !sheet.cell(row, SheetField::Nik).empty() ||
                  !sheet.cell(row, SheetField::BirthDate).empty());
    if (proposed && !read_sheet_header(sheet.cell(row, SheetField::Name))) {
      read_proposal(sheet, row, true);
      if (++added_rows_ > kMostAddedRows) {
        added_.push_back({line, {}});
      }
      return;
    }
    if (named || is_filled(sheet, row)) {
      added_.push_back({line, {}});
    }
  }

  void check_print(const Sheet& sheet, std::uint32_t row, std::string_view code, const Spot& spot) {
    const std::string_view print = sheet.cell(row, SheetField::Print);
    if (print.empty()) {
      return;
    }
    RosterPerson person;
    person.kk = sheet.cell(row, SheetField::Kk);
    person.nik = sheet.cell(row, SheetField::Nik);
    person.name = sheet.cell(row, SheetField::Name);
    person.birth_date = sheet.cell(row, SheetField::BirthDate);
    if (print_of(code, person) != print) {
      remark(Trouble::IdentityChanged, spot);
    }
  }

  // False when the visit cannot have been.
  bool read_visit(const Sheet& sheet, std::uint32_t row, ReturnedRow& out) {
    const std::string_view cell = sheet.cell(row, SheetField::VisitDate);
    out.worker = worker_of(sheet, row);
    if (cell.empty()) {
      return true;
    }
    out.visit_date = read_day(cell, static_cast<std::uint16_t>(year_ + 50));
    if (out.visit_date.empty()) {
      remark(Trouble::BadVisitDate, spot_of(out), cell);
    } else if (out.visit_date > today_) {
      remark(Trouble::FutureVisit, spot_of(out), cell);
      return false;
    }
    return true;
  }

  // Written once at the top by most people: it holds until another name stands there.
  std::string worker_of(const Sheet& sheet, std::uint32_t row) {
    const std::string_view cell = sheet.cell(row, SheetField::Worker);
    worker_ = cell.empty() ? worker_ : std::string(cell);
    return worker_;
  }

  void read_corrections(const Sheet& sheet, std::uint32_t row, ReturnedRow& out) {
    const auto number = [&](SheetField field, bool nik, std::string& into) {
      const std::string_view cell = sheet.cell(row, field);
      if (!cell.empty()) {
        into = read_number(cell, sheet.numeric(row, field), nik);
        if (into.empty()) {
          remark(nik ? Trouble::BadNik : Trouble::BadKk, spot_of(out), cell);
        }
      }
    };
    number(SheetField::NewKk, false, out.kk);
    number(SheetField::NewNik, true, out.nik);
    out.name = sheet.cell(row, SheetField::NewName);
    const std::string_view birth = sheet.cell(row, SheetField::NewBirthDate);
    if (!birth.empty()) {
      out.birth_date = read_day(birth, year_);
      if (out.birth_date.empty() || out.birth_date > today_) {
        out.birth_date.clear();
        remark(Trouble::BadBirthDate, spot_of(out), birth);
      }
    }
    out.document = sheet.cell(row, SheetField::Document);
    if (out.corrects() && out.document.empty()) {
      remark(Trouble::NoDocumentSeen, spot_of(out));
    }
  }

  void read_rest(const Sheet& sheet, std::uint32_t row, ReturnedRow& out) {
    for (auto field = static_cast<std::uint32_t>(SheetField::Sick);
         field <= static_cast<std::uint32_t>(SheetField::Disability); ++field) {
      const bool ticked = is_ticked(sheet.cell(row, static_cast<SheetField>(field)));
      out.ticks |= ticked ? static_cast<std::uint8_t>(1U << (field - static_cast<std::uint32_t>(SheetField::Sick))) : 0;
    }
    const std::string_view twin = sheet.cell(row, SheetField::Twin);
    out.twin = parse_row_code(twin);
    if (!twin.empty() && !out.twin) {
      remark(Trouble::UnknownTwin, spot_of(out), twin);
    }
    out.heir = sheet.cell(row, SheetField::Heir);
    out.moved_to = sheet.cell(row, SheetField::MovedTo);
    out.remark = sheet.cell(row, SheetField::Remark);
    if (out.result == VisitResult::Correction && !out.corrects()) {
      remark(Trouble::NothingCorrected, spot_of(out));
    }
  }

  void read_proposal(const Sheet& sheet, std::uint32_t row, bool added) {
    const std::string_view name = sheet.cell(row, SheetField::Name);
    const std::string_view nik = sheet.cell(row, SheetField::Nik);
    if (name.empty() && nik.empty()) {
      return;
    }
    ReturnedProposal out;
    out.line = sheet.grid().lines[row];
    const Spot spot{out.line, {}};
    out.worker = worker_of(sheet, row);
    out.name = name;
    out.nik = read_number(nik, sheet.numeric(row, SheetField::Nik), true);
    const std::string_view kk = sheet.cell(row, SheetField::Kk);
    out.kk = read_number(kk, sheet.numeric(row, SheetField::Kk), false);
    const std::string_view birth = sheet.cell(row, SheetField::BirthDate);
    out.birth_date = read_day(birth, year_);
    if (!nik.empty() && out.nik.empty()) {
      remark(Trouble::BadNik, spot, nik);
    }
    if (!kk.empty() && out.kk.empty()) {
      remark(Trouble::BadKk, spot, kk);
    }
    if (!birth.empty() && out.birth_date.empty()) {
      remark(Trouble::BadBirthDate, spot, birth);
    }
    if (name.empty() || (out.nik.empty() && out.birth_date.empty())) {
      remark(Trouble::ProposalIncomplete, spot);
      return;
    }
    out.visit_date = read_day(sheet.cell(row, SheetField::VisitDate), static_cast<std::uint16_t>(year_ + 50));
    if (out.visit_date > today_) {
      remark(Trouble::FutureVisit, spot, sheet.cell(row, SheetField::VisitDate));
      return;
    }
    out.relation = sheet.cell(row, SheetField::Relation);
    out.sex = sheet.cell(row, SheetField::Sex);
    out.address = sheet.cell(row, SheetField::Address);
    out.rt = sheet.cell(row, SheetField::Rt);
    out.rw = sheet.cell(row, SheetField::Rw);
    out.remark = sheet.cell(row, SheetField::Remark);
    if (added) {
      remark(Trouble::AddedAsProposal, spot);
      added_proposals_.push_back(out.line);
    }
    out_.proposals.push_back(std::move(out));
  }

  // A row that stands twice in one file with one answer is one; two answers are for a person to decide, as between two files.
  void find_doubles() {
    std::map<std::string, std::size_t> seen;
    std::vector<ReturnedRow> kept;
    for (ReturnedRow& row : out_.rows) {
      const auto [found, is_new] = seen.try_emplace(to_text(row.code), kept.size());
      if (!is_new && (row.result == VisitResult::None || row.same_answer(kept[found->second]))) {
        remark(Trouble::RowTwice, spot_of(row));
      } else if (!is_new && kept[found->second].result == VisitResult::None) {
        remark(Trouble::RowTwice, spot_of(row));
        kept[found->second] = std::move(row);
      } else {
        kept.push_back(std::move(row));
      }
    }
    out_.rows = std::move(kept);
  }

  Return& out_;
  std::string today_;
  std::uint16_t year_;
  std::string worker_;
  std::vector<Spot> added_;      // rows left aside
  std::uint32_t added_rows_ = 0; // taken as proposals
  std::vector<std::uint32_t> added_proposals_;
  std::vector<Spot> not_filled_;
};

} // namespace

std::string_view to_text(Trouble trouble) {
  constexpr std::array<std::string_view, kTroubles> kTexts{
#define PADAN_TEXT(name, text, refuses) text,
      PADAN_TROUBLES(PADAN_TEXT)
#undef PADAN_TEXT
  };
  return kTexts[static_cast<std::size_t>(trouble)];
}

bool refuses(Trouble trouble) {
  constexpr std::array<bool, kTroubles> kRefuses{
#define PADAN_FLAG(name, text, refuses) refuses,
      PADAN_TROUBLES(PADAN_FLAG)
#undef PADAN_FLAG
  };
  return kRefuses[static_cast<std::size_t>(trouble)];
}

bool ReturnedRow::same_answer(const ReturnedRow& other) const {
  return result == other.result && kk == other.kk && nik == other.nik && text::fold(name) == text::fold(other.name) &&
         birth_date == other.birth_date && ticks == other.ticks && twin == other.twin;
}

bool ReturnedProposal::same_person(const ReturnedProposal& other) const {
  return nik.empty() || other.nik.empty() ? text::fold(name) == text::fold(other.name) && birth_date == other.birth_date
                                          : nik == other.nik;
}

Return read_return(std::string file, std::string sha256, const std::vector<table::Grid>& sheets,
                   std::string_view today) {
  Return out;
  out.file = std::move(file);
  out.sha256 = std::move(sha256);
  Reader reader(out, today);
  bool any = false;
  for (const Grid& sheet : sheets) {
    any = reader.read(sheet) || any;
  }
  reader.finish();
  if (!any || (out.rows.empty() && out.proposals.empty() && out.remarks.empty())) {
    out.remarks.push_back({Trouble::NoTable, 0, 1, {}});
  }
  return out;
}

} // namespace padan::act
